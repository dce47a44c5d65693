# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'upgrade_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)
class Ui_UpgradeSide(object):
    def setupUi(self, UpgradeSide):
        if not UpgradeSide.objectName():
            UpgradeSide.setObjectName(u"UpgradeSide")
        UpgradeSide.resize(328, 640)
        self.side_body = QVBoxLayout(UpgradeSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.how_card = Card(UpgradeSide)
        self.how_card.setObjectName(u"how_card")
        self.how_body = QVBoxLayout(self.how_card)
        self.how_body.setSpacing(6)
        self.how_body.setObjectName(u"how_body")
        self.how_body.setContentsMargins(16, 12, 16, 12)
        self.how_title = QLabel(self.how_card)
        self.how_title.setObjectName(u"how_title")
        self.how_title.setWordWrap(True)
        self.how_title.setProperty(u"role", u"h2")

        self.how_body.addWidget(self.how_title)

        self.how = QLabel(self.how_card)
        self.how.setObjectName(u"how")
        self.how.setWordWrap(True)
        self.how.setProperty(u"role", u"muted")

        self.how_body.addWidget(self.how)


        self.side_body.addWidget(self.how_card)

        self.back_card = Card(UpgradeSide)
        self.back_card.setObjectName(u"back_card")
        self.back_body = QVBoxLayout(self.back_card)
        self.back_body.setSpacing(6)
        self.back_body.setObjectName(u"back_body")
        self.back_body.setContentsMargins(16, 12, 16, 12)
        self.back_title = QLabel(self.back_card)
        self.back_title.setObjectName(u"back_title")
        self.back_title.setWordWrap(True)
        self.back_title.setProperty(u"role", u"h2")

        self.back_body.addWidget(self.back_title)

        self.back_says = QLabel(self.back_card)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setWordWrap(True)
        self.back_says.setProperty(u"role", u"muted")

        self.back_body.addWidget(self.back_says)


        self.side_body.addWidget(self.back_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.upgrade = ActionButton(UpgradeSide)
        self.upgrade.setObjectName(u"upgrade")
        self.upgrade.setProperty(u"key_text", u"F9")
        self.upgrade.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.upgrade)

        self.look = ActionButton(UpgradeSide)
        self.look.setObjectName(u"look")
        self.look.setProperty(u"key_text", u"Ctrl+R")

        self.keys_body.addWidget(self.look)

        self.go_back = ActionButton(UpgradeSide)
        self.go_back.setObjectName(u"go_back")
        self.go_back.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.go_back)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(UpgradeSide)
    # setupUi

    def retranslateUi(self, UpgradeSide):
        self.how_title.setText(QCoreApplication.translate("UpgradeSide", u"C\u00e1ch l\u00e0m", None))
        self.how.setText("")
        self.back_title.setText(QCoreApplication.translate("UpgradeSide", u"Tr\u1edf v\u1ec1 b\u1ea3n tr\u01b0\u1edbc", None))
        self.back_says.setText("")
        self.upgrade.setText(QCoreApplication.translate("UpgradeSide", u"C\u1eadp nh\u1eadt", None))
        self.look.setText(QCoreApplication.translate("UpgradeSide", u"T\u00ecm b\u1ea3n m\u1edbi", None))
        self.go_back.setText(QCoreApplication.translate("UpgradeSide", u"Tr\u1edf v\u1ec1 b\u1ea3n tr\u01b0\u1edbc", None))
        pass
    # retranslateUi

