# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'gate_card.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, IconLabel, KeyCap)

class Ui_GateCard(object):
    def setupUi(self, GateCard):
        if not GateCard.objectName():
            GateCard.setObjectName(u"GateCard")
        GateCard.resize(1366, 736)
        GateCard.setProperty(u"kind", u"page")
        self.body = QVBoxLayout(GateCard)
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(16, 16, 16, 16)
        self.spacer_6 = QSpacerItem(0, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_6)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_7)

        self.card = Card(GateCard)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(720, 0))
        self.card.setMaximumSize(QSize(720, 16777215))
        self.card_body = QVBoxLayout(self.card)
        self.card_body.setSpacing(12)
        self.card_body.setObjectName(u"card_body")
        self.card_body.setContentsMargins(24, 20, 24, 24)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.heading_icon = IconLabel(self.card)
        self.heading_icon.setObjectName(u"heading_icon")
        self.heading_icon.setProperty(u"icon_name", u"key")
        self.heading_icon.setProperty(u"ink", u"accent")

        self.heading.addWidget(self.heading_icon)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h1")

        self.heading.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_1)


        self.card_body.addLayout(self.heading)

        self.intro = QLabel(self.card)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.card_body.addWidget(self.intro)

        self.room = QVBoxLayout()
        self.room.setSpacing(0)
        self.room.setObjectName(u"room")
        self.room.setContentsMargins(0, 0, 0, 0)

        self.card_body.addLayout(self.room)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.card_body.addWidget(self.problem)

        self.progress = QLabel(self.card)
        self.progress.setObjectName(u"progress")
        self.progress.setWordWrap(True)
        self.progress.setProperty(u"role", u"muted")

        self.card_body.addWidget(self.progress)


        self.middle.addWidget(self.card)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_8)


        self.body.addLayout(self.middle)

        self.spacer_9 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.body.addItem(self.spacer_9)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_2)

        self.key_next = KeyCap(GateCard)
        self.key_next.setObjectName(u"key_next")

        self.foot.addWidget(self.key_next)

        self.next_says = QLabel(GateCard)
        self.next_says.setObjectName(u"next_says")
        self.next_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.next_says)

        self.spacer_3 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_3)

        self.key_back = KeyCap(GateCard)
        self.key_back.setObjectName(u"key_back")

        self.foot.addWidget(self.key_back)

        self.back_says = QLabel(GateCard)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.back_says)

        self.spacer_4 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_4)

        self.key_blank = KeyCap(GateCard)
        self.key_blank.setObjectName(u"key_blank")

        self.foot.addWidget(self.key_blank)

        self.blank_says = QLabel(GateCard)
        self.blank_says.setObjectName(u"blank_says")
        self.blank_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.blank_says)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_5)


        self.body.addLayout(self.foot)

        self.spacer_10 = QSpacerItem(0, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_10)


        self.retranslateUi(GateCard)
    # setupUi

    def retranslateUi(self, GateCard):
        self.title.setText("")
        self.intro.setText("")
        self.problem.setText("")
        self.progress.setText("")
        self.key_next.setText(QCoreApplication.translate("GateCard", u"Enter", None))
        self.next_says.setText(QCoreApplication.translate("GateCard", u"b\u01b0\u1edbc sau", None))
        self.key_back.setText(QCoreApplication.translate("GateCard", u"Esc", None))
        self.back_says.setText("")
        self.key_blank.setText(QCoreApplication.translate("GateCard", u"F12", None))
        self.blank_says.setText(QCoreApplication.translate("GateCard", u"che m\u00e0n h\u00ecnh", None))
        pass
    # retranslateUi

