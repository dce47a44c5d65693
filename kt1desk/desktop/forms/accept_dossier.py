# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, SegmentedChoice)

class Ui_AcceptDossierPage(object):
    def setupUi(self, AcceptDossierPage):
        if not AcceptDossierPage.objectName():
            AcceptDossierPage.setObjectName(u"AcceptDossierPage")
        AcceptDossierPage.resize(806, 656)
        self.page_body = QVBoxLayout(AcceptDossierPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.role_band = QFrame(AcceptDossierPage)
        self.role_band.setObjectName(u"role_band")
        self.role_band.setProperty(u"kind", u"band")
        self.role_band_body = QHBoxLayout(self.role_band)
        self.role_band_body.setSpacing(8)
        self.role_band_body.setObjectName(u"role_band_body")
        self.role_band_body.setContentsMargins(16, 6, 12, 6)
        self.role_title = QLabel(self.role_band)
        self.role_title.setObjectName(u"role_title")
        self.role_title.setProperty(u"role", u"band")

        self.role_band_body.addWidget(self.role_title)

        self.role_says = QLabel(self.role_band)
        self.role_says.setObjectName(u"role_says")
        self.role_says.setProperty(u"role", u"band-says")

        self.role_band_body.addWidget(self.role_says)

        self.role_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.role_band_body.addItem(self.role_spacer)

        self.role_key = KeyCap(self.role_band)
        self.role_key.setObjectName(u"role_key")
        self.role_key.setText(u"Alt+M")

        self.role_band_body.addWidget(self.role_key)

        self.role_back = QLabel(self.role_band)
        self.role_back.setObjectName(u"role_back")
        self.role_back.setProperty(u"role", u"band-says")

        self.role_band_body.addWidget(self.role_back)


        self.page_body.addWidget(self.role_band)

        self.steps_row = QHBoxLayout()
        self.steps_row.setSpacing(6)
        self.steps_row.setObjectName(u"steps_row")
        self.steps_row.setContentsMargins(0, 0, 0, 0)
        self.steps = SegmentedChoice(AcceptDossierPage)
        self.steps.setObjectName(u"steps")
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.steps_row.addWidget(self.steps)

        self.cap_role = KeyCap(AcceptDossierPage)
        self.cap_role.setObjectName(u"cap_role")
        self.cap_role.setText(u"Alt+M")

        self.steps_row.addWidget(self.cap_role)

        self.says_role = QLabel(AcceptDossierPage)
        self.says_role.setObjectName(u"says_role")
        self.says_role.setProperty(u"role", u"muted")

        self.steps_row.addWidget(self.says_role)


        self.page_body.addLayout(self.steps_row)

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

        self.page_body.setStretch(2, 1)

        self.retranslateUi(AcceptDossierPage)
    # setupUi

    def retranslateUi(self, AcceptDossierPage):
        self.role_title.setText(QCoreApplication.translate("AcceptDossierPage", u"NH\u00c2N VI\u00caN M\u1ed8T C\u1eecA", None))
        self.role_says.setText(QCoreApplication.translate("AcceptDossierPage", u"Ch\u00e9p m\u00e3 h\u1ed3 s\u01a1, ng\u00e0y h\u1eb9n tr\u1ea3 t\u1eeb gi\u1ea5y ti\u1ebfp nh\u1eadn", None))
        self.role_back.setText(QCoreApplication.translate("AcceptDossierPage", u"v\u1ec1 vai b\u01b0u ch\u00ednh", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("AcceptDossierPage", u"B\u01b0\u1edbc", None))
#endif // QT_CONFIG(accessibility)
        self.says_role.setText(QCoreApplication.translate("AcceptDossierPage", u"1 c\u1eeda", None))
        pass
    # retranslateUi

