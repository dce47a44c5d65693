# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch_reason.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, WholeRowsTable)

class Ui_ReasonPanel(object):
    def setupUi(self, ReasonPanel):
        if not ReasonPanel.objectName():
            ReasonPanel.setObjectName(u"ReasonPanel")
        ReasonPanel.resize(328, 300)
        self.reason_outer = QVBoxLayout(ReasonPanel)
        self.reason_outer.setSpacing(8)
        self.reason_outer.setObjectName(u"reason_outer")
        self.reason_outer.setContentsMargins(0, 0, 0, 0)
        self.reason_card = Card(ReasonPanel)
        self.reason_card.setObjectName(u"reason_card")
        self.reason_body = QVBoxLayout(self.reason_card)
        self.reason_body.setSpacing(8)
        self.reason_body.setObjectName(u"reason_body")
        self.reason_body.setContentsMargins(16, 12, 16, 12)
        self.reason_title = QLabel(self.reason_card)
        self.reason_title.setObjectName(u"reason_title")
        self.reason_title.setProperty(u"role", u"h2")
        self.reason_title.setWordWrap(True)

        self.reason_body.addWidget(self.reason_title)

        self.reason_text = QLabel(self.reason_card)
        self.reason_text.setObjectName(u"reason_text")
        self.reason_text.setProperty(u"role", u"muted")
        self.reason_text.setWordWrap(True)

        self.reason_body.addWidget(self.reason_text)

        self.reasons = WholeRowsTable(self.reason_card)
        self.reasons.setObjectName(u"reasons")

        self.reason_body.addWidget(self.reasons)

        self.reason_sure = QLabel(self.reason_card)
        self.reason_sure.setObjectName(u"reason_sure")
        self.reason_sure.setProperty(u"role", u"warn-box")
        self.reason_sure.setWordWrap(True)

        self.reason_body.addWidget(self.reason_sure)

        self.sure = ActionButton(self.reason_card)
        self.sure.setObjectName(u"sure")
        self.sure.setProperty(u"kind", u"danger")

        self.reason_body.addWidget(self.sure)


        self.reason_outer.addWidget(self.reason_card)


        self.retranslateUi(ReasonPanel)
    # setupUi

    def retranslateUi(self, ReasonPanel):
#if QT_CONFIG(accessibility)
        self.reasons.setAccessibleName(QCoreApplication.translate("ReasonPanel", u"L\u00fd do", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

