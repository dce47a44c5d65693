# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'delivery_turn_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_TurnSide(object):
    def setupUi(self, TurnSide):
        if not TurnSide.objectName():
            TurnSide.setObjectName(u"TurnSide")
        TurnSide.resize(328, 700)
        self.side_body = QVBoxLayout(TurnSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.item_card = Card(TurnSide)
        self.item_card.setObjectName(u"item_card")
        self.item_body = QVBoxLayout(self.item_card)
        self.item_body.setSpacing(4)
        self.item_body.setObjectName(u"item_body")
        self.item_body.setContentsMargins(16, 12, 16, 12)
        self.item_number = QLabel(self.item_card)
        self.item_number.setObjectName(u"item_number")
        self.item_number.setProperty(u"role", u"number")

        self.item_body.addWidget(self.item_number)

        self.item_kind = QLabel(self.item_card)
        self.item_kind.setObjectName(u"item_kind")

        self.item_body.addWidget(self.item_kind)

        self.item_receiver = QLabel(self.item_card)
        self.item_receiver.setObjectName(u"item_receiver")
        self.item_receiver.setWordWrap(True)

        self.item_body.addWidget(self.item_receiver)

        self.item_tried = QLabel(self.item_card)
        self.item_tried.setObjectName(u"item_tried")
        self.item_tried.setProperty(u"role", u"muted")
        self.item_tried.setWordWrap(True)

        self.item_body.addWidget(self.item_tried)


        self.side_body.addWidget(self.item_card)

        self.second_card = Card(TurnSide)
        self.second_card.setObjectName(u"second_card")
        self.second_body = QVBoxLayout(self.second_card)
        self.second_body.setSpacing(8)
        self.second_body.setObjectName(u"second_body")
        self.second_body.setContentsMargins(16, 12, 16, 12)

        self.side_body.addWidget(self.second_card)

        self.problem = QLabel(TurnSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.do = ActionButton(TurnSide)
        self.do.setObjectName(u"do")
        self.do.setProperty(u"kind", u"primary")
        self.do.setProperty(u"key_text", u"F9")

        self.side_body.addWidget(self.do)


        self.retranslateUi(TurnSide)
    # setupUi

    def retranslateUi(self, TurnSide):
        self.do.setText("")
        pass
    # retranslateUi

