# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'systems_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_SystemsSide(object):
    def setupUi(self, SystemsSide):
        if not SystemsSide.objectName():
            SystemsSide.setObjectName(u"SystemsSide")
        SystemsSide.resize(328, 700)
        self.side_body = QVBoxLayout(SystemsSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.about_card = Card(SystemsSide)
        self.about_card.setObjectName(u"about_card")
        self.about_body = QVBoxLayout(self.about_card)
        self.about_body.setSpacing(4)
        self.about_body.setObjectName(u"about_body")
        self.about_body.setContentsMargins(16, 12, 16, 12)
        self.about_title = QLabel(self.about_card)
        self.about_title.setObjectName(u"about_title")
        self.about_title.setWordWrap(True)
        self.about_title.setProperty(u"role", u"h2")

        self.about_body.addWidget(self.about_title)

        self.about_behind = QLabel(self.about_card)
        self.about_behind.setObjectName(u"about_behind")
        self.about_behind.setWordWrap(True)
        self.about_behind.setProperty(u"role", u"muted")

        self.about_body.addWidget(self.about_behind)


        self.side_body.addWidget(self.about_card)

        self.problem = QLabel(SystemsSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.action_body = QVBoxLayout()
        self.action_body.setSpacing(8)
        self.action_body.setObjectName(u"action_body")
        self.action_body.setContentsMargins(0, 0, 0, 0)
        self.write_file = ActionButton(SystemsSide)
        self.write_file.setObjectName(u"write_file")
        self.write_file.setProperty(u"kind", u"primary")
        self.write_file.setProperty(u"key_text", u"F9")

        self.action_body.addWidget(self.write_file)

        self.take_answer = ActionButton(SystemsSide)
        self.take_answer.setObjectName(u"take_answer")
        self.take_answer.setProperty(u"key_text", u"F8")

        self.action_body.addWidget(self.take_answer)

        self.choose_answer = ActionButton(SystemsSide)
        self.choose_answer.setObjectName(u"choose_answer")
        self.choose_answer.setProperty(u"key_text", u"Ctrl+O")

        self.action_body.addWidget(self.choose_answer)

        self.write_again = ActionButton(SystemsSide)
        self.write_again.setObjectName(u"write_again")
        self.write_again.setProperty(u"key_text", u"Ctrl+E")

        self.action_body.addWidget(self.write_again)


        self.side_body.addLayout(self.action_body)

        self.side_body.setStretch(2, 1)

        self.retranslateUi(SystemsSide)
    # setupUi

    def retranslateUi(self, SystemsSide):
        self.write_file.setText(QCoreApplication.translate("SystemsSide", u"Ghi t\u1ec7p", None))
        self.take_answer.setText(QCoreApplication.translate("SystemsSide", u"Nh\u1eadp t\u1ec7p tr\u1ea3 v\u1ec1", None))
        self.choose_answer.setText(QCoreApplication.translate("SystemsSide", u"Ch\u1ecdn t\u1ec7p tr\u1ea3 v\u1ec1", None))
        self.write_again.setText(QCoreApplication.translate("SystemsSide", u"L\u00e0m l\u1ea1i t\u1ec7p c\u1ee7a d\u00f2ng", None))
        pass
    # retranslateUi

