# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_view.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap)

class Ui_RegisterViewList(object):
    def setupUi(self, RegisterViewList):
        if not RegisterViewList.objectName():
            RegisterViewList.setObjectName(u"RegisterViewList")
        RegisterViewList.resize(838, 612)
        self.work_body = QVBoxLayout(RegisterViewList)
        self.work_body.setSpacing(8)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.view_card = Card(RegisterViewList)
        self.view_card.setObjectName(u"view_card")
        self.view_body = QVBoxLayout(self.view_card)
        self.view_body.setSpacing(4)
        self.view_body.setObjectName(u"view_body")
        self.view_body.setContentsMargins(16, 8, 16, 8)
        self.list_foot = QHBoxLayout()
        self.list_foot.setSpacing(8)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setContentsMargins(0, 0, 0, 0)
        self.list_key_1 = KeyCap(self.view_card)
        self.list_key_1.setObjectName(u"list_key_1")

        self.list_foot.addWidget(self.list_key_1)

        self.list_says_1 = QLabel(self.view_card)
        self.list_says_1.setObjectName(u"list_says_1")
        self.list_says_1.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_1)

        self.list_key_2 = KeyCap(self.view_card)
        self.list_key_2.setObjectName(u"list_key_2")

        self.list_foot.addWidget(self.list_key_2)

        self.list_says_2 = QLabel(self.view_card)
        self.list_says_2.setObjectName(u"list_says_2")
        self.list_says_2.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_2)

        self.list_key_3 = KeyCap(self.view_card)
        self.list_key_3.setObjectName(u"list_key_3")

        self.list_foot.addWidget(self.list_key_3)

        self.list_says_3 = QLabel(self.view_card)
        self.list_says_3.setObjectName(u"list_says_3")
        self.list_says_3.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_3)

        self.foot_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.foot_spacer)


        self.view_body.addLayout(self.list_foot)


        self.work_body.addWidget(self.view_card)


        self.retranslateUi(RegisterViewList)
    # setupUi

    def retranslateUi(self, RegisterViewList):
        self.list_key_1.setText(QCoreApplication.translate("RegisterViewList", u"Ctrl+L", None))
        self.list_says_1.setText(QCoreApplication.translate("RegisterViewList", u"t\u1edbi c\u00e1c d\u00f2ng", None))
        self.list_key_2.setText(QCoreApplication.translate("RegisterViewList", u"Ctrl+R", None))
        self.list_says_2.setText(QCoreApplication.translate("RegisterViewList", u"\u0111\u1ecdc l\u1ea1i", None))
        self.list_key_3.setText(QCoreApplication.translate("RegisterViewList", u"Ctrl+M", None))
        self.list_says_3.setText(QCoreApplication.translate("RegisterViewList", u"ch\u1ecdn s\u1ed5, ng\u00e0y", None))
        pass
    # retranslateUi

