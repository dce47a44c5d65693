# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'approval_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_ApprovalSide(object):
    def setupUi(self, ApprovalSide):
        if not ApprovalSide.objectName():
            ApprovalSide.setObjectName(u"ApprovalSide")
        ApprovalSide.resize(328, 700)
        self.side_body = QVBoxLayout(ApprovalSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.chosen_card = Card(ApprovalSide)
        self.chosen_card.setObjectName(u"chosen_card")
        self.chosen_body = QVBoxLayout(self.chosen_card)
        self.chosen_body.setSpacing(4)
        self.chosen_body.setObjectName(u"chosen_body")
        self.chosen_body.setContentsMargins(16, 12, 16, 12)
        self.chosen_title = QLabel(self.chosen_card)
        self.chosen_title.setObjectName(u"chosen_title")
        self.chosen_title.setProperty(u"role", u"h2")

        self.chosen_body.addWidget(self.chosen_title)

        self.chosen_figure = QLabel(self.chosen_card)
        self.chosen_figure.setObjectName(u"chosen_figure")
        self.chosen_figure.setProperty(u"role", u"figure")

        self.chosen_body.addWidget(self.chosen_figure)

        self.chosen_note = QLabel(self.chosen_card)
        self.chosen_note.setObjectName(u"chosen_note")
        self.chosen_note.setProperty(u"role", u"muted")
        self.chosen_note.setWordWrap(True)

        self.chosen_body.addWidget(self.chosen_note)


        self.side_body.addWidget(self.chosen_card)

        self.second_card = Card(ApprovalSide)
        self.second_card.setObjectName(u"second_card")
        self.second_body = QVBoxLayout(self.second_card)
        self.second_body.setSpacing(8)
        self.second_body.setObjectName(u"second_body")
        self.second_body.setContentsMargins(16, 12, 16, 12)

        self.side_body.addWidget(self.second_card)

        self.problem = QLabel(ApprovalSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.approve = ActionButton(ApprovalSide)
        self.approve.setObjectName(u"approve")
        self.approve.setProperty(u"kind", u"primary")
        self.approve.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.approve)

        self.reject = ActionButton(ApprovalSide)
        self.reject.setObjectName(u"reject")
        self.reject.setProperty(u"kind", u"danger")
        self.reject.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.reject)

        self.answer = ActionButton(ApprovalSide)
        self.answer.setObjectName(u"answer")
        self.answer.setProperty(u"key_text", u"Ctrl+G")

        self.keys_body.addWidget(self.answer)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(ApprovalSide)
    # setupUi

    def retranslateUi(self, ApprovalSide):
        self.chosen_title.setText(QCoreApplication.translate("ApprovalSide", u"\u0110ang ch\u1ecdn", None))
        self.approve.setText(QCoreApplication.translate("ApprovalSide", u"Duy\u1ec7t", None))
        self.reject.setText(QCoreApplication.translate("ApprovalSide", u"T\u1eeb ch\u1ed1i", None))
        self.answer.setText(QCoreApplication.translate("ApprovalSide", u"Tr\u1ea3 l\u1eddi \u0111i\u1ec7n tho\u1ea1i", None))
        pass
    # retranslateUi

