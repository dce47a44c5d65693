# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QStackedWidget, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, SegmentedChoice)

class Ui_AcceptDossierPage(object):
    def setupUi(self, AcceptDossierPage):
        if not AcceptDossierPage.objectName():
            AcceptDossierPage.setObjectName(u"AcceptDossierPage")
        AcceptDossierPage.resize(806, 656)
        self.page_body = QVBoxLayout(AcceptDossierPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.steps = SegmentedChoice(AcceptDossierPage)
        self.steps.setObjectName(u"steps")
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.page_body.addWidget(self.steps)

        self.cards = QStackedWidget(AcceptDossierPage)
        self.cards.setObjectName(u"cards")
        self.what_card = Card()
        self.what_card.setObjectName(u"what_card")
        self.cards.addWidget(self.what_card)
        self.who_card = Card()
        self.who_card.setObjectName(u"who_card")
        self.cards.addWidget(self.who_card)
        self.money_card = Card()
        self.money_card.setObjectName(u"money_card")
        self.cards.addWidget(self.money_card)
        self.parked_card = Card()
        self.parked_card.setObjectName(u"parked_card")
        self.cards.addWidget(self.parked_card)

        self.page_body.addWidget(self.cards)

        self.page_body.setStretch(1, 1)

        self.retranslateUi(AcceptDossierPage)
    # setupUi

    def retranslateUi(self, AcceptDossierPage):
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("AcceptDossierPage", u"B\u01b0\u1edbc", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

