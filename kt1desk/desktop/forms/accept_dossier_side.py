# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, IconLabel, KeyCap,
    MoneyTable, NoteLabel)

class Ui_DossierSide(object):
    def setupUi(self, DossierSide):
        if not DossierSide.objectName():
            DossierSide.setObjectName(u"DossierSide")
        DossierSide.resize(328, 720)
        self.side_body = QVBoxLayout(DossierSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.correcting = QLabel(DossierSide)
        self.correcting.setObjectName(u"correcting")
        self.correcting.setWordWrap(True)
        self.correcting.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.correcting)

        self.promise_card = Card(DossierSide)
        self.promise_card.setObjectName(u"promise_card")
        self.promise_body = QVBoxLayout(self.promise_card)
        self.promise_body.setSpacing(4)
        self.promise_body.setObjectName(u"promise_body")
        self.promise_body.setContentsMargins(16, 12, 16, 12)
        self.promise_head = QHBoxLayout()
        self.promise_head.setSpacing(8)
        self.promise_head.setObjectName(u"promise_head")
        self.promise_head.setContentsMargins(0, 0, 0, 0)
        self.promise_title = QLabel(self.promise_card)
        self.promise_title.setObjectName(u"promise_title")
        self.promise_title.setProperty(u"role", u"h2")

        self.promise_head.addWidget(self.promise_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.promise_head.addItem(self.spacer_1)

        self.promise_status = NoteLabel(self.promise_card)
        self.promise_status.setObjectName(u"promise_status")

        self.promise_head.addWidget(self.promise_status)


        self.promise_body.addLayout(self.promise_head)

        self.promise = QLabel(self.promise_card)
        self.promise.setObjectName(u"promise")
        self.promise.setProperty(u"role", u"figure")

        self.promise_body.addWidget(self.promise)

        self.promise_words = QLabel(self.promise_card)
        self.promise_words.setObjectName(u"promise_words")
        self.promise_words.setWordWrap(True)
        self.promise_words.setProperty(u"role", u"muted")

        self.promise_body.addWidget(self.promise_words)


        self.side_body.addWidget(self.promise_card)

        self.price_card = Card(DossierSide)
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

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.price_head.addItem(self.spacer_2)

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

        self.legs_card = Card(DossierSide)
        self.legs_card.setObjectName(u"legs_card")
        self.legs_body = QVBoxLayout(self.legs_card)
        self.legs_body.setSpacing(4)
        self.legs_body.setObjectName(u"legs_body")
        self.legs_body.setContentsMargins(16, 12, 16, 12)
        self.legs_head = QHBoxLayout()
        self.legs_head.setSpacing(8)
        self.legs_head.setObjectName(u"legs_head")
        self.legs_head.setContentsMargins(0, 0, 0, 0)
        self.legs_title = QLabel(self.legs_card)
        self.legs_title.setObjectName(u"legs_title")
        self.legs_title.setProperty(u"role", u"h2")

        self.legs_head.addWidget(self.legs_title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.legs_head.addItem(self.spacer_3)

        self.legs_note = NoteLabel(self.legs_card)
        self.legs_note.setObjectName(u"legs_note")

        self.legs_head.addWidget(self.legs_note)


        self.legs_body.addLayout(self.legs_head)

        self.legs_grid = QGridLayout()
        self.legs_grid.setObjectName(u"legs_grid")
        self.legs_grid.setHorizontalSpacing(8)
        self.legs_grid.setVerticalSpacing(4)
        self.legs_grid.setContentsMargins(0, 0, 0, 0)
        self.send_way = QLabel(self.legs_card)
        self.send_way.setObjectName(u"send_way")
        self.send_way.setMinimumSize(QSize(32, 0))
        self.send_way.setProperty(u"role", u"muted")

        self.legs_grid.addWidget(self.send_way, 0, 0, 1, 1)

        self.send_item = QLabel(self.legs_card)
        self.send_item.setObjectName(u"send_item")

        self.legs_grid.addWidget(self.send_item, 0, 1, 1, 1)

        self.send_due = NoteLabel(self.legs_card)
        self.send_due.setObjectName(u"send_due")

        self.legs_grid.addWidget(self.send_due, 0, 2, 1, 1)

        self.return_way = QLabel(self.legs_card)
        self.return_way.setObjectName(u"return_way")
        self.return_way.setMinimumSize(QSize(32, 0))
        self.return_way.setProperty(u"role", u"muted")

        self.legs_grid.addWidget(self.return_way, 1, 0, 1, 1)

        self.return_item = QLabel(self.legs_card)
        self.return_item.setObjectName(u"return_item")

        self.legs_grid.addWidget(self.return_item, 1, 1, 1, 1)

        self.return_due = NoteLabel(self.legs_card)
        self.return_due.setObjectName(u"return_due")

        self.legs_grid.addWidget(self.return_due, 1, 2, 1, 1)

        self.legs_grid.setColumnStretch(1, 1)

        self.legs_body.addLayout(self.legs_grid)


        self.side_body.addWidget(self.legs_card)

        self.papers_card = Card(DossierSide)
        self.papers_card.setObjectName(u"papers_card")
        self.papers_body = QVBoxLayout(self.papers_card)
        self.papers_body.setSpacing(4)
        self.papers_body.setObjectName(u"papers_body")
        self.papers_body.setContentsMargins(16, 12, 16, 12)
        self.papers_head = QHBoxLayout()
        self.papers_head.setSpacing(8)
        self.papers_head.setObjectName(u"papers_head")
        self.papers_head.setContentsMargins(0, 0, 0, 0)
        self.papers_title = QLabel(self.papers_card)
        self.papers_title.setObjectName(u"papers_title")
        self.papers_title.setProperty(u"role", u"h2")

        self.papers_head.addWidget(self.papers_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers_head.addItem(self.spacer_4)

        self.papers_pieces = NoteLabel(self.papers_card)
        self.papers_pieces.setObjectName(u"papers_pieces")

        self.papers_head.addWidget(self.papers_pieces)


        self.papers_body.addLayout(self.papers_head)

        self.papers_kinds = QLabel(self.papers_card)
        self.papers_kinds.setObjectName(u"papers_kinds")
        self.papers_kinds.setWordWrap(True)

        self.papers_body.addWidget(self.papers_kinds)

        self.papers_missing = QLabel(self.papers_card)
        self.papers_missing.setObjectName(u"papers_missing")
        self.papers_missing.setWordWrap(True)
        self.papers_missing.setProperty(u"role", u"warn")

        self.papers_body.addWidget(self.papers_missing)


        self.side_body.addWidget(self.papers_card)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_5)

        self.parked_line = QHBoxLayout()
        self.parked_line.setSpacing(6)
        self.parked_line.setObjectName(u"parked_line")
        self.parked_line.setContentsMargins(0, 0, 0, 0)
        self.cap_parked = KeyCap(DossierSide)
        self.cap_parked.setObjectName(u"cap_parked")

        self.parked_line.addWidget(self.cap_parked)

        self.says_parked = NoteLabel(DossierSide)
        self.says_parked.setObjectName(u"says_parked")

        self.parked_line.addWidget(self.says_parked)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parked_line.addItem(self.spacer_6)


        self.side_body.addLayout(self.parked_line)

        self.missing_line = QHBoxLayout()
        self.missing_line.setSpacing(6)
        self.missing_line.setObjectName(u"missing_line")
        self.missing_line.setContentsMargins(0, 0, 0, 0)
        self.missing_icon = IconLabel(DossierSide)
        self.missing_icon.setObjectName(u"missing_icon")
        self.missing_icon.setProperty(u"icon_size", 16)

        self.missing_line.addWidget(self.missing_icon)

        self.missing = QLabel(DossierSide)
        self.missing.setObjectName(u"missing")
        self.missing.setWordWrap(True)

        self.missing_line.addWidget(self.missing)

        self.missing_line.setStretch(1, 1)

        self.side_body.addLayout(self.missing_line)

        self.save = ActionButton(DossierSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.side_body.addWidget(self.save)

        self.keys_line = QHBoxLayout()
        self.keys_line.setSpacing(6)
        self.keys_line.setObjectName(u"keys_line")
        self.keys_line.setContentsMargins(0, 0, 0, 0)
        self.cap_park = KeyCap(DossierSide)
        self.cap_park.setObjectName(u"cap_park")

        self.keys_line.addWidget(self.cap_park)

        self.says_park = NoteLabel(DossierSide)
        self.says_park.setObjectName(u"says_park")

        self.keys_line.addWidget(self.says_park)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.keys_line.addItem(self.spacer_7)

        self.cap_f8 = KeyCap(DossierSide)
        self.cap_f8.setObjectName(u"cap_f8")

        self.keys_line.addWidget(self.cap_f8)

        self.says_f8 = NoteLabel(DossierSide)
        self.says_f8.setObjectName(u"says_f8")

        self.keys_line.addWidget(self.says_f8)


        self.side_body.addLayout(self.keys_line)

        self.undo_line = QHBoxLayout()
        self.undo_line.setSpacing(6)
        self.undo_line.setObjectName(u"undo_line")
        self.undo_line.setContentsMargins(0, 0, 0, 0)
        self.cap_undo = KeyCap(DossierSide)
        self.cap_undo.setObjectName(u"cap_undo")

        self.undo_line.addWidget(self.cap_undo)

        self.says_undo = NoteLabel(DossierSide)
        self.says_undo.setObjectName(u"says_undo")

        self.undo_line.addWidget(self.says_undo)

        self.spacer_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.undo_line.addItem(self.spacer_13)


        self.side_body.addLayout(self.undo_line)


        self.retranslateUi(DossierSide)
    # setupUi

    def retranslateUi(self, DossierSide):
        self.promise_title.setText(QCoreApplication.translate("DossierSide", u"D\u1ef1 ki\u1ebfn tr\u1ea3 k\u1ebft qu\u1ea3", None))
        self.promise.setText(QCoreApplication.translate("DossierSide", u"\u2013", None))
        self.price_title.setText(QCoreApplication.translate("DossierSide", u"C\u01b0\u1edbc", None))
        self.legs_title.setText(QCoreApplication.translate("DossierSide", u"B\u01b0u g\u1eedi", None))
        self.send_way.setText(QCoreApplication.translate("DossierSide", u"G\u1eedi", None))
        self.send_item.setText("")
        self.return_way.setText(QCoreApplication.translate("DossierSide", u"Tr\u1ea3", None))
        self.return_item.setText("")
        self.papers_title.setText(QCoreApplication.translate("DossierSide", u"Gi\u1ea5y t\u1edd", None))
        self.cap_parked.setText(QCoreApplication.translate("DossierSide", u"Ctrl+L", None))
        self.missing.setText("")
        self.save.setText(QCoreApplication.translate("DossierSide", u"Nh\u1eadn, in nh\u00e3n v\u00e0 phi\u1ebfu", None))
        self.cap_park.setText(QCoreApplication.translate("DossierSide", u"Ctrl+G", None))
        self.cap_f8.setText(QCoreApplication.translate("DossierSide", u"F8", None))
        self.cap_undo.setText(QCoreApplication.translate("DossierSide", u"Ctrl+Z", None))
        pass
    # retranslateUi

