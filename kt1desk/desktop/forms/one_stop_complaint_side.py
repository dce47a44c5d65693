# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_complaint_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_ComplaintSide(object):
    def setupUi(self, ComplaintSide):
        if not ComplaintSide.objectName():
            ComplaintSide.setObjectName(u"ComplaintSide")
        ComplaintSide.resize(328, 700)
        self.side_body = QVBoxLayout(ComplaintSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(ComplaintSide)
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

        self.subject_card = Card(ComplaintSide)
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

        self.form_card = Card(ComplaintSide)
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
        self.dossier_label = QLabel(self.form_card)
        self.dossier_label.setObjectName(u"dossier_label")
        self.dossier_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.dossier_label, 0, 0, 1, 1)

        self.dossier = FieldEdit(self.form_card)
        self.dossier.setObjectName(u"dossier")
        self.dossier.setProperty(u"vietnamese_input", False)
        self.dossier.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.dossier, 0, 1, 1, 1)

        self.dossier_note = NoteLabel(self.form_card)
        self.dossier_note.setObjectName(u"dossier_note")

        self.form_grid.addWidget(self.dossier_note, 1, 0, 1, 2)

        self.item_label = QLabel(self.form_card)
        self.item_label.setObjectName(u"item_label")
        self.item_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.item_label, 2, 0, 1, 1)

        self.item = FieldEdit(self.form_card)
        self.item.setObjectName(u"item")
        self.item.setProperty(u"vietnamese_input", False)
        self.item.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.item, 2, 1, 1, 1)

        self.item_note = NoteLabel(self.form_card)
        self.item_note.setObjectName(u"item_note")

        self.form_grid.addWidget(self.item_note, 3, 0, 1, 2)

        self.name_label = QLabel(self.form_card)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.name_label, 4, 0, 1, 1)

        self.name = FieldEdit(self.form_card)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"max_chars", 120)

        self.form_grid.addWidget(self.name, 4, 1, 1, 1)

        self.name_note = NoteLabel(self.form_card)
        self.name_note.setObjectName(u"name_note")

        self.form_grid.addWidget(self.name_note, 5, 0, 1, 2)

        self.phone_label = QLabel(self.form_card)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.phone_label, 6, 0, 1, 1)

        self.phone = FieldEdit(self.form_card)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"vietnamese_input", False)
        self.phone.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.phone, 6, 1, 1, 1)

        self.phone_note = NoteLabel(self.form_card)
        self.phone_note.setObjectName(u"phone_note")

        self.form_grid.addWidget(self.phone_note, 7, 0, 1, 2)

        self.received_day_label = QLabel(self.form_card)
        self.received_day_label.setObjectName(u"received_day_label")
        self.received_day_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.received_day_label, 8, 0, 1, 1)

        self.received_day = FieldEdit(self.form_card)
        self.received_day.setObjectName(u"received_day")
        self.received_day.setProperty(u"vietnamese_input", False)
        self.received_day.setProperty(u"max_chars", 10)

        self.form_grid.addWidget(self.received_day, 8, 1, 1, 1)

        self.received_day_note = NoteLabel(self.form_card)
        self.received_day_note.setObjectName(u"received_day_note")

        self.form_grid.addWidget(self.received_day_note, 9, 0, 1, 2)

        self.form_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.form_grid)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(ComplaintSide)
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
        self.save = ActionButton(ComplaintSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)

        self.other = ActionButton(ComplaintSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.other)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.dossier_label.setBuddy(self.dossier)
        self.item_label.setBuddy(self.item)
        self.name_label.setBuddy(self.name)
        self.phone_label.setBuddy(self.phone)
        self.received_day_label.setBuddy(self.received_day)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ComplaintSide)
    # setupUi

    def retranslateUi(self, ComplaintSide):
        self.hint_title.setText(QCoreApplication.translate("ComplaintSide", u"Ch\u01b0a tr\u1ea3 l\u1eddi", None))
        self.hint_text.setText(QCoreApplication.translate("ComplaintSide", u"Enter \u1edf m\u1ed9t khi\u1ebfu n\u1ea1i \u0111\u1ec3 tr\u1ea3 l\u1eddi; F8 nh\u1eadn khi\u1ebfu n\u1ea1i m\u1edbi.", None))
        self.dossier_label.setText(QCoreApplication.translate("ComplaintSide", u"H\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.dossier.setAccessibleName(QCoreApplication.translate("ComplaintSide", u"S\u1ed1 h\u1ed3 s\u01a1, m\u00e3 h\u1ed3 s\u01a1 ho\u1eb7c nh\u00e3n c\u1ee7a m\u1ed9t b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.item_label.setText(QCoreApplication.translate("ComplaintSide", u"B\u00ec", None))
#if QT_CONFIG(accessibility)
        self.item.setAccessibleName(QCoreApplication.translate("ComplaintSide", u"S\u1ed1 hi\u1ec7u b\u00ec b\u1ecb khi\u1ebfu n\u1ea1i, b\u1ecf tr\u1ed1ng n\u1ebfu l\u00e0 c\u1ea3 h\u1ed3 s\u01a1", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("ComplaintSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("ComplaintSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi khi\u1ebfu n\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.phone_label.setText(QCoreApplication.translate("ComplaintSide", u"\u0110i\u1ec7n tho\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("ComplaintSide", u"\u0110i\u1ec7n tho\u1ea1i ng\u01b0\u1eddi khi\u1ebfu n\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.received_day_label.setText(QCoreApplication.translate("ComplaintSide", u"Ng\u00e0y nh\u1eadn", None))
#if QT_CONFIG(accessibility)
        self.received_day.setAccessibleName(QCoreApplication.translate("ComplaintSide", u"Ng\u00e0y nh\u1eadn khi\u1ebfu n\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("ComplaintSide", u"Tr\u1ea3 l\u1eddi, in gi\u1ea5y", None))
        self.other.setText(QCoreApplication.translate("ComplaintSide", u"Khi\u1ebfu n\u1ea1i m\u1edbi", None))
        pass
    # retranslateUi

