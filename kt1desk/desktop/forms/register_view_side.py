# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_view_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_RegisterViewSide(object):
    def setupUi(self, RegisterViewSide):
        if not RegisterViewSide.objectName():
            RegisterViewSide.setObjectName(u"RegisterViewSide")
        RegisterViewSide.resize(328, 612)
        self.side_body = QVBoxLayout(RegisterViewSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(RegisterViewSide)
        self.ask_card.setObjectName(u"ask_card")
        self.ask_grid = QGridLayout(self.ask_card)
        self.ask_grid.setObjectName(u"ask_grid")
        self.ask_grid.setHorizontalSpacing(8)
        self.ask_grid.setVerticalSpacing(4)
        self.ask_grid.setContentsMargins(16, 12, 16, 12)
        self.ask_title = QLabel(self.ask_card)
        self.ask_title.setObjectName(u"ask_title")
        self.ask_title.setProperty(u"role", u"h2")

        self.ask_grid.addWidget(self.ask_title, 0, 0, 1, 2)

        self.view_label = QLabel(self.ask_card)
        self.view_label.setObjectName(u"view_label")
        self.view_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.view_label, 1, 0, 1, 1)

        self.view = FieldEdit(self.ask_card)
        self.view.setObjectName(u"view")
        self.view.setProperty(u"max_chars", 60)
        self.view.setProperty(u"vietnamese_input", False)

        self.ask_grid.addWidget(self.view, 1, 1, 1, 1)

        self.view_note = WrappedNote(self.ask_card)
        self.view_note.setObjectName(u"view_note")

        self.ask_grid.addWidget(self.view_note, 2, 0, 1, 2)

        self.first_label = QLabel(self.ask_card)
        self.first_label.setObjectName(u"first_label")
        self.first_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.first_label, 3, 0, 1, 1)

        self.first = FieldEdit(self.ask_card)
        self.first.setObjectName(u"first")
        self.first.setProperty(u"max_chars", 10)
        self.first.setProperty(u"vietnamese_input", False)

        self.ask_grid.addWidget(self.first, 3, 1, 1, 1)

        self.first_note = WrappedNote(self.ask_card)
        self.first_note.setObjectName(u"first_note")

        self.ask_grid.addWidget(self.first_note, 4, 0, 1, 2)

        self.last_label = QLabel(self.ask_card)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.last_label, 5, 0, 1, 1)

        self.last = FieldEdit(self.ask_card)
        self.last.setObjectName(u"last")
        self.last.setProperty(u"max_chars", 10)
        self.last.setProperty(u"vietnamese_input", False)

        self.ask_grid.addWidget(self.last, 5, 1, 1, 1)

        self.last_note = WrappedNote(self.ask_card)
        self.last_note.setObjectName(u"last_note")

        self.ask_grid.addWidget(self.last_note, 6, 0, 1, 2)

        self.words_label = QLabel(self.ask_card)
        self.words_label.setObjectName(u"words_label")
        self.words_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.words_label, 7, 0, 1, 1)

        self.words = FieldEdit(self.ask_card)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"max_chars", 80)
        self.words.setProperty(u"vietnamese_input", True)

        self.ask_grid.addWidget(self.words, 7, 1, 1, 1)

        self.words_note = WrappedNote(self.ask_card)
        self.words_note.setObjectName(u"words_note")

        self.ask_grid.addWidget(self.words_note, 8, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)

        self.side_body.addWidget(self.ask_card)

        self.file_card = Card(RegisterViewSide)
        self.file_card.setObjectName(u"file_card")
        self.file_body = QVBoxLayout(self.file_card)
        self.file_body.setSpacing(4)
        self.file_body.setObjectName(u"file_body")
        self.file_body.setContentsMargins(16, 12, 16, 12)
        self.file_label = QLabel(self.file_card)
        self.file_label.setObjectName(u"file_label")

        self.file_body.addWidget(self.file_label)

        self.file = FieldEdit(self.file_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 400)
        self.file.setProperty(u"vietnamese_input", False)

        self.file_body.addWidget(self.file)

        self.file_note = WrappedNote(self.file_card)
        self.file_note.setObjectName(u"file_note")

        self.file_body.addWidget(self.file_note)


        self.side_body.addWidget(self.file_card)

        self.problem = QLabel(RegisterViewSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.side_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.side_spacer)

        self.action_body = QVBoxLayout()
        self.action_body.setSpacing(8)
        self.action_body.setObjectName(u"action_body")
        self.action_body.setContentsMargins(0, 0, 0, 0)
        self.print_lines = ActionButton(RegisterViewSide)
        self.print_lines.setObjectName(u"print_lines")
        self.print_lines.setProperty(u"kind", u"primary")
        self.print_lines.setProperty(u"key_text", u"Ctrl+P")

        self.action_body.addWidget(self.print_lines)

        self.save_lines = ActionButton(RegisterViewSide)
        self.save_lines.setObjectName(u"save_lines")
        self.save_lines.setProperty(u"key_text", u"F8")

        self.action_body.addWidget(self.save_lines)

        self.blank_line = QHBoxLayout()
        self.blank_line.setSpacing(8)
        self.blank_line.setObjectName(u"blank_line")
        self.sheets_label = QLabel(RegisterViewSide)
        self.sheets_label.setObjectName(u"sheets_label")

        self.blank_line.addWidget(self.sheets_label)

        self.sheets = FieldEdit(RegisterViewSide)
        self.sheets.setObjectName(u"sheets")
        self.sheets.setProperty(u"max_chars", 2)
        self.sheets.setProperty(u"vietnamese_input", False)
        self.sheets.setText(u"2")
        self.sheets.setMinimumSize(QSize(56, 0))
        self.sheets.setMaximumSize(QSize(56, 16777215))

        self.blank_line.addWidget(self.sheets)

        self.print_blank = ActionButton(RegisterViewSide)
        self.print_blank.setObjectName(u"print_blank")
        self.print_blank.setProperty(u"key_text", u"Ctrl+B")

        self.blank_line.addWidget(self.print_blank)

        self.blank_line.setStretch(2, 1)

        self.action_body.addLayout(self.blank_line)

        self.sheets_note = WrappedNote(RegisterViewSide)
        self.sheets_note.setObjectName(u"sheets_note")

        self.action_body.addWidget(self.sheets_note)


        self.side_body.addLayout(self.action_body)

#if QT_CONFIG(shortcut)
        self.view_label.setBuddy(self.view)
        self.first_label.setBuddy(self.first)
        self.last_label.setBuddy(self.last)
        self.words_label.setBuddy(self.words)
        self.file_label.setBuddy(self.file)
        self.sheets_label.setBuddy(self.sheets)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RegisterViewSide)
    # setupUi

    def retranslateUi(self, RegisterViewSide):
        self.ask_title.setText(QCoreApplication.translate("RegisterViewSide", u"S\u1ed5 c\u1ee7a nh\u1eefng ng\u00e0y", None))
        self.view_label.setText(QCoreApplication.translate("RegisterViewSide", u"S\u1ed5", None))
#if QT_CONFIG(accessibility)
        self.view.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"S\u1ed5 c\u1ea7n xem", None))
#endif // QT_CONFIG(accessibility)
        self.view.setPlaceholderText(QCoreApplication.translate("RegisterViewSide", u"Enter \u0111\u1ec3 ch\u1ecdn", None))
        self.first_label.setText(QCoreApplication.translate("RegisterViewSide", u"T\u1eeb ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"T\u1eeb ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.first.setPlaceholderText(QCoreApplication.translate("RegisterViewSide", u"23/11/2026", None))
        self.last_label.setText(QCoreApplication.translate("RegisterViewSide", u"\u0110\u1ebfn ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"\u0110\u1ebfn ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.last.setPlaceholderText(QCoreApplication.translate("RegisterViewSide", u"23/11/2026", None))
        self.words_label.setText(QCoreApplication.translate("RegisterViewSide", u"C\u00f3 ch\u1eef", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"L\u1ecdc d\u00f2ng theo ch\u1eef", None))
#endif // QT_CONFIG(accessibility)
        self.words.setPlaceholderText(QCoreApplication.translate("RegisterViewSide", u"s\u1ed1 hi\u1ec7u ho\u1eb7c t\u00ean", None))
        self.file_label.setText(QCoreApplication.translate("RegisterViewSide", u"T\u1ec7p .pdf, .xlsx ho\u1eb7c .csv", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"T\u1ec7p c\u1ee7a s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
        self.file.setPlaceholderText("")
        self.print_lines.setText(QCoreApplication.translate("RegisterViewSide", u"In s\u1ed5", None))
        self.save_lines.setText(QCoreApplication.translate("RegisterViewSide", u"Ghi ra t\u1ec7p", None))
        self.sheets_label.setText(QCoreApplication.translate("RegisterViewSide", u"S\u1ed1 t\u1edd", None))
#if QT_CONFIG(accessibility)
        self.sheets.setAccessibleName(QCoreApplication.translate("RegisterViewSide", u"S\u1ed1 t\u1edd ghi tay c\u1ea7n in", None))
#endif // QT_CONFIG(accessibility)
        self.print_blank.setText(QCoreApplication.translate("RegisterViewSide", u"In t\u1edd ghi tay", None))
        pass
    # retranslateUi

