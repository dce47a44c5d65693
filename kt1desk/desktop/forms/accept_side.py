# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, IconLabel, KeyCap, MoneyTable, NoteLabel,
    PreviewPane)

class Ui_AcceptSide(object):
    def setupUi(self, AcceptSide):
        if not AcceptSide.objectName():
            AcceptSide.setObjectName(u"AcceptSide")
        AcceptSide.resize(328, 720)
        self.side_body = QVBoxLayout(AcceptSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.correcting = QLabel(AcceptSide)
        self.correcting.setObjectName(u"correcting")
        self.correcting.setWordWrap(True)
        self.correcting.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.correcting)

        self.deadline_card = Card(AcceptSide)
        self.deadline_card.setObjectName(u"deadline_card")
        self.deadline_body = QVBoxLayout(self.deadline_card)
        self.deadline_body.setSpacing(4)
        self.deadline_body.setObjectName(u"deadline_body")
        self.deadline_body.setContentsMargins(16, 12, 16, 12)
        self.deadline_head = QHBoxLayout()
        self.deadline_head.setSpacing(6)
        self.deadline_head.setObjectName(u"deadline_head")
        self.deadline_head.setContentsMargins(0, 0, 0, 0)
        self.deadline_title = QLabel(self.deadline_card)
        self.deadline_title.setObjectName(u"deadline_title")
        self.deadline_title.setProperty(u"role", u"h2")

        self.deadline_head.addWidget(self.deadline_title)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.deadline_head.addItem(self.spacer_7)

        self.urgency_icon = IconLabel(self.deadline_card)
        self.urgency_icon.setObjectName(u"urgency_icon")

        self.deadline_head.addWidget(self.urgency_icon)

        self.urgency_word = NoteLabel(self.deadline_card)
        self.urgency_word.setObjectName(u"urgency_word")

        self.deadline_head.addWidget(self.urgency_word)


        self.deadline_body.addLayout(self.deadline_head)

        self.deadline = QLabel(self.deadline_card)
        self.deadline.setObjectName(u"deadline")
        self.deadline.setProperty(u"role", u"figure")

        self.deadline_body.addWidget(self.deadline)

        self.left_line = QHBoxLayout()
        self.left_line.setSpacing(6)
        self.left_line.setObjectName(u"left_line")
        self.left_line.setContentsMargins(0, 0, 0, 0)
        self.left_icon = IconLabel(self.deadline_card)
        self.left_icon.setObjectName(u"left_icon")
        self.left_icon.setProperty(u"icon_name", u"clock")
        self.left_icon.setProperty(u"icon_size", 16)

        self.left_line.addWidget(self.left_icon)

        self.time_left = NoteLabel(self.deadline_card)
        self.time_left.setObjectName(u"time_left")

        self.left_line.addWidget(self.time_left)


        self.deadline_body.addLayout(self.left_line)


        self.side_body.addWidget(self.deadline_card)

        self.price_card = Card(AcceptSide)
        self.price_card.setObjectName(u"price_card")
        self.price_body = QVBoxLayout(self.price_card)
        self.price_body.setSpacing(2)
        self.price_body.setObjectName(u"price_body")
        self.price_body.setContentsMargins(16, 12, 16, 12)
        self.price_head = QHBoxLayout()
        self.price_head.setSpacing(8)
        self.price_head.setObjectName(u"price_head")
        self.price_head.setContentsMargins(0, 0, 0, 0)
        self.price_title = QLabel(self.price_card)
        self.price_title.setObjectName(u"price_title")
        self.price_title.setProperty(u"role", u"h2")

        self.price_head.addWidget(self.price_title)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.price_head.addItem(self.spacer_8)

        self.price_note = NoteLabel(self.price_card)
        self.price_note.setObjectName(u"price_note")

        self.price_head.addWidget(self.price_note)


        self.price_body.addLayout(self.price_head)

        self.price_empty = NoteLabel(self.price_card)
        self.price_empty.setObjectName(u"price_empty")

        self.price_body.addWidget(self.price_empty)

        self.price = MoneyTable(self.price_card)
        self.price.setObjectName(u"price")

        self.price_body.addWidget(self.price)


        self.side_body.addWidget(self.price_card)

        self.label_card = Card(AcceptSide)
        self.label_card.setObjectName(u"label_card")
        self.label_body = QVBoxLayout(self.label_card)
        self.label_body.setSpacing(8)
        self.label_body.setObjectName(u"label_body")
        self.label_body.setContentsMargins(16, 12, 16, 12)
        self.label_head = QHBoxLayout()
        self.label_head.setSpacing(8)
        self.label_head.setObjectName(u"label_head")
        self.label_head.setContentsMargins(0, 0, 0, 0)
        self.label_title = QLabel(self.label_card)
        self.label_title.setObjectName(u"label_title")
        self.label_title.setProperty(u"role", u"h2")

        self.label_head.addWidget(self.label_title)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.label_head.addItem(self.spacer_9)

        self.label_size = NoteLabel(self.label_card)
        self.label_size.setObjectName(u"label_size")

        self.label_head.addWidget(self.label_size)


        self.label_body.addLayout(self.label_head)

        self.preview = PreviewPane(self.label_card)
        self.preview.setObjectName(u"preview")

        self.label_body.addWidget(self.preview)


        self.side_body.addWidget(self.label_card)

        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_10)

        self.missing_line = QHBoxLayout()
        self.missing_line.setSpacing(6)
        self.missing_line.setObjectName(u"missing_line")
        self.missing_line.setContentsMargins(0, 0, 0, 0)
        self.missing_icon = IconLabel(AcceptSide)
        self.missing_icon.setObjectName(u"missing_icon")
        self.missing_icon.setProperty(u"icon_size", 16)

        self.missing_line.addWidget(self.missing_icon)

        self.missing = QLabel(AcceptSide)
        self.missing.setObjectName(u"missing")

        self.missing_line.addWidget(self.missing)


        self.side_body.addLayout(self.missing_line)

        self.save = ActionButton(AcceptSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.side_body.addWidget(self.save)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(4)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_line = QHBoxLayout()
        self.keys_line.setSpacing(6)
        self.keys_line.setObjectName(u"keys_line")
        self.keys_line.setContentsMargins(0, 0, 0, 0)
        self.cap_esc = KeyCap(AcceptSide)
        self.cap_esc.setObjectName(u"cap_esc")

        self.keys_line.addWidget(self.cap_esc)

        self.says_esc = NoteLabel(AcceptSide)
        self.says_esc.setObjectName(u"says_esc")

        self.keys_line.addWidget(self.says_esc)

        self.spacer_11 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.keys_line.addItem(self.spacer_11)

        self.cap_later = KeyCap(AcceptSide)
        self.cap_later.setObjectName(u"cap_later")

        self.keys_line.addWidget(self.cap_later)

        self.says_later = NoteLabel(AcceptSide)
        self.says_later.setObjectName(u"says_later")

        self.keys_line.addWidget(self.says_later)

        self.spacer_12 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.keys_line.addItem(self.spacer_12)

        self.cap_f8 = KeyCap(AcceptSide)
        self.cap_f8.setObjectName(u"cap_f8")

        self.keys_line.addWidget(self.cap_f8)

        self.says_f8 = NoteLabel(AcceptSide)
        self.says_f8.setObjectName(u"says_f8")

        self.keys_line.addWidget(self.says_f8)


        self.keys_body.addLayout(self.keys_line)

        self.again_line = QHBoxLayout()
        self.again_line.setSpacing(6)
        self.again_line.setObjectName(u"again_line")
        self.again_line.setContentsMargins(0, 0, 0, 0)
        self.cap_undo = KeyCap(AcceptSide)
        self.cap_undo.setObjectName(u"cap_undo")

        self.again_line.addWidget(self.cap_undo)

        self.says_undo = NoteLabel(AcceptSide)
        self.says_undo.setObjectName(u"says_undo")

        self.again_line.addWidget(self.says_undo)

        self.spacer_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.again_line.addItem(self.spacer_13)

        self.cap_sender = KeyCap(AcceptSide)
        self.cap_sender.setObjectName(u"cap_sender")

        self.again_line.addWidget(self.cap_sender)

        self.says_sender = NoteLabel(AcceptSide)
        self.says_sender.setObjectName(u"says_sender")

        self.again_line.addWidget(self.says_sender)


        self.keys_body.addLayout(self.again_line)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(AcceptSide)
    # setupUi

    def retranslateUi(self, AcceptSide):
        self.deadline_title.setText(QCoreApplication.translate("AcceptSide", u"Ph\u00e1t tr\u01b0\u1edbc", None))
        self.deadline.setText(QCoreApplication.translate("AcceptSide", u"\u2013", None))
        self.price_title.setText(QCoreApplication.translate("AcceptSide", u"C\u01b0\u1edbc", None))
        self.price_empty.setText(QCoreApplication.translate("AcceptSide", u"C\u01b0\u1edbc hi\u1ec7n khi c\u00f3 ng\u01b0\u1eddi nh\u1eadn v\u00e0 kh\u1ed1i l\u01b0\u1ee3ng", None))
        self.label_title.setText(QCoreApplication.translate("AcceptSide", u"Nh\u00e3n", None))
        self.missing.setText("")
        self.save.setText(QCoreApplication.translate("AcceptSide", u"Nh\u1eadn, in nh\u00e3n v\u00e0 phi\u1ebfu", None))
        self.cap_esc.setText(QCoreApplication.translate("AcceptSide", u"Esc", None))
        self.cap_later.setText(QCoreApplication.translate("AcceptSide", u"Ctrl+B", None))
        self.cap_f8.setText(QCoreApplication.translate("AcceptSide", u"F8", None))
        self.cap_undo.setText(QCoreApplication.translate("AcceptSide", u"Ctrl+Z", None))
        self.cap_sender.setText(QCoreApplication.translate("AcceptSide", u"Shift+F8", None))
        pass
    # retranslateUi

