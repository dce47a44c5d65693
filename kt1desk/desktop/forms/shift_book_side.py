# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shift_book_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_BookSide(object):
    def setupUi(self, BookSide):
        if not BookSide.objectName():
            BookSide.setObjectName(u"BookSide")
        BookSide.resize(328, 700)
        self.side_body = QVBoxLayout(BookSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(BookSide)
        self.hint_card.setObjectName(u"hint_card")
        self.hint_body = QVBoxLayout(self.hint_card)
        self.hint_body.setSpacing(4)
        self.hint_body.setObjectName(u"hint_body")
        self.hint_body.setContentsMargins(16, 12, 16, 12)
        self.hint_title = QLabel(self.hint_card)
        self.hint_title.setObjectName(u"hint_title")
        self.hint_title.setProperty(u"role", u"h2")

        self.hint_body.addWidget(self.hint_title)

        self.hint_figure = QLabel(self.hint_card)
        self.hint_figure.setObjectName(u"hint_figure")
        self.hint_figure.setProperty(u"role", u"figure")

        self.hint_body.addWidget(self.hint_figure)

        self.hint_text = QLabel(self.hint_card)
        self.hint_text.setObjectName(u"hint_text")
        self.hint_text.setProperty(u"role", u"muted")
        self.hint_text.setWordWrap(True)

        self.hint_body.addWidget(self.hint_text)


        self.side_body.addWidget(self.hint_card)

        self.subject_card = Card(BookSide)
        self.subject_card.setObjectName(u"subject_card")
        self.subject_body = QVBoxLayout(self.subject_card)
        self.subject_body.setSpacing(4)
        self.subject_body.setObjectName(u"subject_body")
        self.subject_body.setContentsMargins(16, 12, 16, 12)
        self.subject_number = QLabel(self.subject_card)
        self.subject_number.setObjectName(u"subject_number")
        self.subject_number.setProperty(u"role", u"number")

        self.subject_body.addWidget(self.subject_number)

        self.subject_what = QLabel(self.subject_card)
        self.subject_what.setObjectName(u"subject_what")
        self.subject_what.setWordWrap(True)

        self.subject_body.addWidget(self.subject_what)

        self.subject_note = QLabel(self.subject_card)
        self.subject_note.setObjectName(u"subject_note")
        self.subject_note.setProperty(u"role", u"muted")
        self.subject_note.setWordWrap(True)

        self.subject_body.addWidget(self.subject_note)


        self.side_body.addWidget(self.subject_card)

        self.form_card = Card(BookSide)
        self.form_card.setObjectName(u"form_card")
        self.form_body = QVBoxLayout(self.form_card)
        self.form_body.setSpacing(4)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(16, 12, 16, 12)
        self.form_title = QLabel(self.form_card)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setProperty(u"role", u"h2")
        self.form_title.setWordWrap(True)

        self.form_body.addWidget(self.form_title)

        self.form_text = QLabel(self.form_card)
        self.form_text.setObjectName(u"form_text")
        self.form_text.setProperty(u"role", u"muted")
        self.form_text.setWordWrap(True)

        self.form_body.addWidget(self.form_text)

        self.form_grid = QGridLayout()
        self.form_grid.setObjectName(u"form_grid")
        self.form_grid.setHorizontalSpacing(8)
        self.form_grid.setVerticalSpacing(2)
        self.form_grid.setContentsMargins(0, 0, 0, 0)
        self.customers_label = QLabel(self.form_card)
        self.customers_label.setObjectName(u"customers_label")
        self.customers_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.customers_label, 0, 0, 1, 1)

        self.customers = FieldEdit(self.form_card)
        self.customers.setObjectName(u"customers")
        self.customers.setProperty(u"vietnamese_input", False)
        self.customers.setProperty(u"max_chars", 4)

        self.form_grid.addWidget(self.customers, 0, 1, 1, 1)

        self.customers_note = NoteLabel(self.form_card)
        self.customers_note.setObjectName(u"customers_note")

        self.form_grid.addWidget(self.customers_note, 1, 0, 1, 2)

        self.amount_label = QLabel(self.form_card)
        self.amount_label.setObjectName(u"amount_label")
        self.amount_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.amount_label, 2, 0, 1, 1)

        self.amount = FieldEdit(self.form_card)
        self.amount.setObjectName(u"amount")
        self.amount.setProperty(u"vietnamese_input", False)
        self.amount.setProperty(u"max_chars", 12)

        self.form_grid.addWidget(self.amount, 2, 1, 1, 1)

        self.amount_note = NoteLabel(self.form_card)
        self.amount_note.setObjectName(u"amount_note")

        self.form_grid.addWidget(self.amount_note, 3, 0, 1, 2)

        self.reference_label = QLabel(self.form_card)
        self.reference_label.setObjectName(u"reference_label")
        self.reference_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.reference_label, 4, 0, 1, 1)

        self.reference = FieldEdit(self.form_card)
        self.reference.setObjectName(u"reference")
        self.reference.setProperty(u"vietnamese_input", False)
        self.reference.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.reference, 4, 1, 1, 1)

        self.reference_note = NoteLabel(self.form_card)
        self.reference_note.setObjectName(u"reference_note")

        self.form_grid.addWidget(self.reference_note, 5, 0, 1, 2)

        self.form_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.form_grid)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(BookSide)
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
        self.save = ActionButton(BookSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)

        self.other = ActionButton(BookSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.other)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.customers_label.setBuddy(self.customers)
        self.amount_label.setBuddy(self.amount)
        self.reference_label.setBuddy(self.reference)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(BookSide)
    # setupUi

    def retranslateUi(self, BookSide):
        self.hint_title.setText(QCoreApplication.translate("BookSide", u"S\u1ed5 qu\u1ef9 trong ca", None))
        self.hint_text.setText(QCoreApplication.translate("BookSide", u"M\u1ed7i l\u01b0\u1ee3t d\u1ecbch v\u1ee5 kh\u00e1c t\u1ea1i qu\u1ea7y ghi m\u1ed9t d\u00f2ng: d\u1ecbch v\u1ee5, s\u1ed1 kh\u00e1ch, s\u1ed1 ti\u1ec1n. Kh\u00f4ng ghi t\u00ean kh\u00e1ch.", None))
        self.customers_label.setText(QCoreApplication.translate("BookSide", u"S\u1ed1 kh\u00e1ch", None))
#if QT_CONFIG(accessibility)
        self.customers.setAccessibleName(QCoreApplication.translate("BookSide", u"S\u1ed1 kh\u00e1ch c\u1ee7a d\u00f2ng", None))
#endif // QT_CONFIG(accessibility)
        self.amount_label.setText(QCoreApplication.translate("BookSide", u"S\u1ed1 ti\u1ec1n", None))
#if QT_CONFIG(accessibility)
        self.amount.setAccessibleName(QCoreApplication.translate("BookSide", u"S\u1ed1 ti\u1ec1n, \u0111\u1ed3ng", None))
#endif // QT_CONFIG(accessibility)
        self.reference_label.setText(QCoreApplication.translate("BookSide", u"S\u1ed1 phi\u1ebfu", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("BookSide", u"S\u1ed1 phi\u1ebfu c\u1ee7a qu\u1ef9 b\u01b0u c\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("BookSide", u"Ghi d\u00f2ng d\u1ecbch v\u1ee5", None))
        self.other.setText(QCoreApplication.translate("BookSide", u"Nh\u1eadn t\u1eeb qu\u1ef9, n\u1ed9p v\u1ec1 qu\u1ef9", None))
        pass
    # retranslateUi

