# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'later_card.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, KeyCap, NoteLabel)

class Ui_LaterCard(object):
    def setupUi(self, LaterCard):
        if not LaterCard.objectName():
            LaterCard.setObjectName(u"LaterCard")
        LaterCard.resize(838, 120)
        self.later_outer = QVBoxLayout(LaterCard)
        self.later_outer.setObjectName(u"later_outer")
        self.later_outer.setContentsMargins(0, 0, 0, 0)
        self.later_card = Card(LaterCard)
        self.later_card.setObjectName(u"later_card")
        self.later_body = QVBoxLayout(self.later_card)
        self.later_body.setSpacing(4)
        self.later_body.setObjectName(u"later_body")
        self.later_body.setContentsMargins(16, 8, 16, 8)
        self.later_head = QHBoxLayout()
        self.later_head.setObjectName(u"later_head")
        self.later_title = QLabel(self.later_card)
        self.later_title.setObjectName(u"later_title")
        self.later_title.setProperty(u"role", u"h2")

        self.later_head.addWidget(self.later_title)

        self.later_hint = QHBoxLayout()
        self.later_hint.setSpacing(6)
        self.later_hint.setObjectName(u"later_hint")
        self.later_hint.setContentsMargins(0, 0, 0, 0)
        self.later_hint_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.later_hint.addItem(self.later_hint_spacer)

        self.later_hint_key_1 = KeyCap(self.later_card)
        self.later_hint_key_1.setObjectName(u"later_hint_key_1")

        self.later_hint.addWidget(self.later_hint_key_1)

        self.later_hint_says_1 = QLabel(self.later_card)
        self.later_hint_says_1.setObjectName(u"later_hint_says_1")
        self.later_hint_says_1.setProperty(u"role", u"muted")

        self.later_hint.addWidget(self.later_hint_says_1)

        self.later_hint_key_2 = KeyCap(self.later_card)
        self.later_hint_key_2.setObjectName(u"later_hint_key_2")

        self.later_hint.addWidget(self.later_hint_key_2)

        self.later_hint_says_2 = QLabel(self.later_card)
        self.later_hint_says_2.setObjectName(u"later_hint_says_2")
        self.later_hint_says_2.setProperty(u"role", u"muted")

        self.later_hint.addWidget(self.later_hint_says_2)


        self.later_head.addLayout(self.later_hint)

        self.later_head.setStretch(1, 1)

        self.later_body.addLayout(self.later_head)

        self.later_grid = QGridLayout()
        self.later_grid.setObjectName(u"later_grid")
        self.later_grid.setHorizontalSpacing(8)
        self.later_grid.setVerticalSpacing(2)
        self.later_time_label = QLabel(self.later_card)
        self.later_time_label.setObjectName(u"later_time_label")

        self.later_grid.addWidget(self.later_time_label, 0, 0, 1, 1)

        self.later_time = FieldEdit(self.later_card)
        self.later_time.setObjectName(u"later_time")
        self.later_time.setProperty(u"vietnamese_input", False)
        self.later_time.setProperty(u"max_chars", 16)
        self.later_time.setMinimumSize(QSize(150, 0))
        self.later_time.setMaximumSize(QSize(150, 16777215))

        self.later_grid.addWidget(self.later_time, 0, 1, 1, 1)

        self.later_reason_label = QLabel(self.later_card)
        self.later_reason_label.setObjectName(u"later_reason_label")

        self.later_grid.addWidget(self.later_reason_label, 0, 2, 1, 1)

        self.later_reason = FieldEdit(self.later_card)
        self.later_reason.setObjectName(u"later_reason")
        self.later_reason.setProperty(u"vietnamese_input", False)
        self.later_reason.setProperty(u"max_chars", 60)

        self.later_grid.addWidget(self.later_reason, 0, 3, 1, 1)

        self.later_sheet_label = QLabel(self.later_card)
        self.later_sheet_label.setObjectName(u"later_sheet_label")

        self.later_grid.addWidget(self.later_sheet_label, 0, 4, 1, 1)

        self.later_sheet = FieldEdit(self.later_card)
        self.later_sheet.setObjectName(u"later_sheet")
        self.later_sheet.setProperty(u"vietnamese_input", False)
        self.later_sheet.setProperty(u"max_chars", 20)
        self.later_sheet.setMinimumSize(QSize(150, 0))
        self.later_sheet.setMaximumSize(QSize(150, 16777215))

        self.later_grid.addWidget(self.later_sheet, 0, 5, 1, 1)

        self.later_time_note = NoteLabel(self.later_card)
        self.later_time_note.setObjectName(u"later_time_note")

        self.later_grid.addWidget(self.later_time_note, 1, 0, 1, 6)

        self.later_reason_note = NoteLabel(self.later_card)
        self.later_reason_note.setObjectName(u"later_reason_note")

        self.later_grid.addWidget(self.later_reason_note, 2, 0, 1, 6)

        self.later_sheet_note = NoteLabel(self.later_card)
        self.later_sheet_note.setObjectName(u"later_sheet_note")

        self.later_grid.addWidget(self.later_sheet_note, 3, 0, 1, 6)

        self.later_grid.setColumnStretch(3, 1)

        self.later_body.addLayout(self.later_grid)

        self.later_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.later_body.addItem(self.later_spacer)


        self.later_outer.addWidget(self.later_card)

#if QT_CONFIG(shortcut)
        self.later_time_label.setBuddy(self.later_time)
        self.later_reason_label.setBuddy(self.later_reason)
        self.later_sheet_label.setBuddy(self.later_sheet)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LaterCard)
    # setupUi

    def retranslateUi(self, LaterCard):
        self.later_title.setText(QCoreApplication.translate("LaterCard", u"Nh\u1eadp b\u00f9: vi\u1ec7c \u0111\u00e3 l\u00e0m tr\u00ean gi\u1ea5y", None))
        self.later_hint_key_1.setText(QCoreApplication.translate("LaterCard", u"Esc", None))
        self.later_hint_says_1.setText(QCoreApplication.translate("LaterCard", u"\u0111\u00f3ng l\u1ea1i", None))
        self.later_hint_key_2.setText(QCoreApplication.translate("LaterCard", u"Ctrl+B", None))
        self.later_hint_says_2.setText(QCoreApplication.translate("LaterCard", u"b\u1ecf nh\u1eadp b\u00f9", None))
        self.later_time_label.setText(QCoreApplication.translate("LaterCard", u"Gi\u1edd th\u1eadt", None))
#if QT_CONFIG(accessibility)
        self.later_time.setAccessibleName(QCoreApplication.translate("LaterCard", u"Gi\u1edd th\u1eadt, ghi tr\u00ean t\u1edd gi\u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.later_time.setPlaceholderText(QCoreApplication.translate("LaterCard", u"14:52 22/11", None))
        self.later_reason_label.setText(QCoreApplication.translate("LaterCard", u"L\u00fd do", None))
#if QT_CONFIG(accessibility)
        self.later_reason.setAccessibleName(QCoreApplication.translate("LaterCard", u"L\u00fd do nh\u1eadp b\u00f9", None))
#endif // QT_CONFIG(accessibility)
        self.later_reason.setPlaceholderText(QCoreApplication.translate("LaterCard", u"Enter \u0111\u1ec3 ch\u1ecdn", None))
        self.later_sheet_label.setText(QCoreApplication.translate("LaterCard", u"S\u1ed1 t\u1edd gi\u1ea5y", None))
#if QT_CONFIG(accessibility)
        self.later_sheet.setAccessibleName(QCoreApplication.translate("LaterCard", u"S\u1ed1 t\u1edd gi\u1ea5y \u0111\u00e3 ghi", None))
#endif // QT_CONFIG(accessibility)
        self.later_sheet.setPlaceholderText(QCoreApplication.translate("LaterCard", u"nh\u01b0 tr\u00ean t\u1edd gi\u1ea5y", None))
        pass
    # retranslateUi

