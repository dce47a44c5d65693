# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_take_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_TakeSide(object):
    def setupUi(self, TakeSide):
        if not TakeSide.objectName():
            TakeSide.setObjectName(u"TakeSide")
        TakeSide.resize(328, 700)
        self.side_body = QVBoxLayout(TakeSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.open_card = Card(TakeSide)
        self.open_card.setObjectName(u"open_card")
        self.open_body = QVBoxLayout(self.open_card)
        self.open_body.setSpacing(4)
        self.open_body.setObjectName(u"open_body")
        self.open_body.setContentsMargins(16, 12, 16, 12)
        self.open_title = QLabel(self.open_card)
        self.open_title.setObjectName(u"open_title")
        self.open_title.setProperty(u"role", u"h2")
        self.open_title.setWordWrap(True)

        self.open_body.addWidget(self.open_title)

        self.open_note = QLabel(self.open_card)
        self.open_note.setObjectName(u"open_note")
        self.open_note.setProperty(u"role", u"muted")
        self.open_note.setWordWrap(True)

        self.open_body.addWidget(self.open_note)

        self.open_grid = QGridLayout()
        self.open_grid.setObjectName(u"open_grid")
        self.open_grid.setHorizontalSpacing(8)
        self.open_grid.setVerticalSpacing(2)
        self.open_grid.setContentsMargins(0, 0, 0, 0)
        self.expected_label = QLabel(self.open_card)
        self.expected_label.setObjectName(u"expected_label")
        self.expected_label.setMinimumSize(QSize(88, 0))

        self.open_grid.addWidget(self.expected_label, 0, 0, 1, 1)

        self.expected = FieldEdit(self.open_card)
        self.expected.setObjectName(u"expected")
        self.expected.setProperty(u"vietnamese_input", False)
        self.expected.setProperty(u"max_chars", 4)

        self.open_grid.addWidget(self.expected, 0, 1, 1, 1)

        self.expected_note = NoteLabel(self.open_card)
        self.expected_note.setObjectName(u"expected_note")

        self.open_grid.addWidget(self.expected_note, 1, 0, 1, 2)

        self.open_grid.setColumnStretch(1, 1)

        self.open_body.addLayout(self.open_grid)


        self.side_body.addWidget(self.open_card)

        self.count_card = Card(TakeSide)
        self.count_card.setObjectName(u"count_card")
        self.count_body = QVBoxLayout(self.count_card)
        self.count_body.setSpacing(4)
        self.count_body.setObjectName(u"count_body")
        self.count_body.setContentsMargins(16, 12, 16, 12)
        self.count_title = QLabel(self.count_card)
        self.count_title.setObjectName(u"count_title")
        self.count_title.setProperty(u"role", u"h2")
        self.count_title.setWordWrap(True)

        self.count_body.addWidget(self.count_title)

        self.count = QLabel(self.count_card)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"digits")

        self.count_body.addWidget(self.count)

        self.count_note = QLabel(self.count_card)
        self.count_note.setObjectName(u"count_note")
        self.count_note.setProperty(u"role", u"muted")
        self.count_note.setWordWrap(True)

        self.count_body.addWidget(self.count_note)

        self.last_scan = QLabel(self.count_card)
        self.last_scan.setObjectName(u"last_scan")
        self.last_scan.setProperty(u"role", u"ok-box")
        self.last_scan.setWordWrap(True)

        self.count_body.addWidget(self.last_scan)

        self.kind = QLabel(self.count_card)
        self.kind.setObjectName(u"kind")
        self.kind.setWordWrap(True)

        self.count_body.addWidget(self.kind)


        self.side_body.addWidget(self.count_card)

        self.officer_card = Card(TakeSide)
        self.officer_card.setObjectName(u"officer_card")
        self.officer_body = QVBoxLayout(self.officer_card)
        self.officer_body.setSpacing(4)
        self.officer_body.setObjectName(u"officer_body")
        self.officer_body.setContentsMargins(16, 12, 16, 12)
        self.officer_title = QLabel(self.officer_card)
        self.officer_title.setObjectName(u"officer_title")
        self.officer_title.setProperty(u"role", u"h2")

        self.officer_body.addWidget(self.officer_title)

        self.officer_grid = QGridLayout()
        self.officer_grid.setObjectName(u"officer_grid")
        self.officer_grid.setHorizontalSpacing(8)
        self.officer_grid.setVerticalSpacing(2)
        self.officer_grid.setContentsMargins(0, 0, 0, 0)
        self.officer_name_label = QLabel(self.officer_card)
        self.officer_name_label.setObjectName(u"officer_name_label")
        self.officer_name_label.setMinimumSize(QSize(88, 0))

        self.officer_grid.addWidget(self.officer_name_label, 0, 0, 1, 1)

        self.officer_name = FieldEdit(self.officer_card)
        self.officer_name.setObjectName(u"officer_name")
        self.officer_name.setProperty(u"max_chars", 80)

        self.officer_grid.addWidget(self.officer_name, 0, 1, 1, 1)

        self.officer_name_note = NoteLabel(self.officer_card)
        self.officer_name_note.setObjectName(u"officer_name_note")

        self.officer_grid.addWidget(self.officer_name_note, 1, 0, 1, 2)

        self.officer_position_label = QLabel(self.officer_card)
        self.officer_position_label.setObjectName(u"officer_position_label")
        self.officer_position_label.setMinimumSize(QSize(88, 0))

        self.officer_grid.addWidget(self.officer_position_label, 2, 0, 1, 1)

        self.officer_position = FieldEdit(self.officer_card)
        self.officer_position.setObjectName(u"officer_position")
        self.officer_position.setProperty(u"max_chars", 40)

        self.officer_grid.addWidget(self.officer_position, 2, 1, 1, 1)

        self.officer_position_note = NoteLabel(self.officer_card)
        self.officer_position_note.setObjectName(u"officer_position_note")

        self.officer_grid.addWidget(self.officer_position_note, 3, 0, 1, 2)

        self.officer_grid.setColumnStretch(1, 1)

        self.officer_body.addLayout(self.officer_grid)


        self.side_body.addWidget(self.officer_card)

        self.problem = QLabel(TakeSide)
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
        self.open_book = ActionButton(TakeSide)
        self.open_book.setObjectName(u"open_book")
        self.open_book.setProperty(u"kind", u"primary")
        self.open_book.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.open_book)

        self.close_book = ActionButton(TakeSide)
        self.close_book.setObjectName(u"close_book")
        self.close_book.setProperty(u"kind", u"primary")
        self.close_book.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.close_book)

        self.change_kind = ActionButton(TakeSide)
        self.change_kind.setObjectName(u"change_kind")
        self.change_kind.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.change_kind)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.expected_label.setBuddy(self.expected)
        self.officer_name_label.setBuddy(self.officer_name)
        self.officer_position_label.setBuddy(self.officer_position)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TakeSide)
    # setupUi

    def retranslateUi(self, TakeSide):
        self.expected_label.setText(QCoreApplication.translate("TakeSide", u"S\u1ed1 l\u01b0\u1ee3ng", None))
#if QT_CONFIG(accessibility)
        self.expected.setAccessibleName(QCoreApplication.translate("TakeSide", u"S\u1ed1 k\u1ebft qu\u1ea3 theo danh s\u00e1ch c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.officer_title.setText(QCoreApplication.translate("TakeSide", u"Ng\u01b0\u1eddi giao c\u1ee7a c\u01a1 quan", None))
        self.officer_name_label.setText(QCoreApplication.translate("TakeSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.officer_name.setAccessibleName(QCoreApplication.translate("TakeSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi giao c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.officer_position_label.setText(QCoreApplication.translate("TakeSide", u"Ch\u1ee9c v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.officer_position.setAccessibleName(QCoreApplication.translate("TakeSide", u"Ch\u1ee9c v\u1ee5 ng\u01b0\u1eddi giao c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.open_book.setText(QCoreApplication.translate("TakeSide", u"B\u1eaft \u0111\u1ea7u nh\u1eadn", None))
        self.close_book.setText(QCoreApplication.translate("TakeSide", u"K\u00fd, k\u1ebft th\u00fac s\u1ed5", None))
        self.change_kind.setText(QCoreApplication.translate("TakeSide", u"B\u00ec c\u00f3 th\u1ee9 kh\u00e1c", None))
        pass
    # retranslateUi

