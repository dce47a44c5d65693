# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_visit_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_VisitSide(object):
    def setupUi(self, VisitSide):
        if not VisitSide.objectName():
            VisitSide.setObjectName(u"VisitSide")
        VisitSide.resize(328, 700)
        self.side_body = QVBoxLayout(VisitSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(VisitSide)
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

        self.subject_card = Card(VisitSide)
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

        self.form_card = Card(VisitSide)
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
        self.name_label = QLabel(self.form_card)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = FieldEdit(self.form_card)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"max_chars", 120)

        self.form_grid.addWidget(self.name, 0, 1, 1, 1)

        self.name_note = NoteLabel(self.form_card)
        self.name_note.setObjectName(u"name_note")

        self.form_grid.addWidget(self.name_note, 1, 0, 1, 2)

        self.phone_label = QLabel(self.form_card)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.phone_label, 2, 0, 1, 1)

        self.phone = FieldEdit(self.form_card)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"vietnamese_input", False)
        self.phone.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.phone, 2, 1, 1, 1)

        self.phone_note = NoteLabel(self.form_card)
        self.phone_note.setObjectName(u"phone_note")

        self.form_grid.addWidget(self.phone_note, 3, 0, 1, 2)

        self.address_label = QLabel(self.form_card)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.address_label, 4, 0, 1, 1)

        self.address = FieldEdit(self.form_card)
        self.address.setObjectName(u"address")
        self.address.setProperty(u"max_chars", 200)

        self.form_grid.addWidget(self.address, 4, 1, 1, 1)

        self.address_note = NoteLabel(self.form_card)
        self.address_note.setObjectName(u"address_note")

        self.form_grid.addWidget(self.address_note, 5, 0, 1, 2)

        self.commune_label = QLabel(self.form_card)
        self.commune_label.setObjectName(u"commune_label")
        self.commune_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.commune_label, 6, 0, 1, 1)

        self.commune = FieldEdit(self.form_card)
        self.commune.setObjectName(u"commune")
        self.commune.setProperty(u"max_chars", 120)

        self.form_grid.addWidget(self.commune, 6, 1, 1, 1)

        self.commune_note = NoteLabel(self.form_card)
        self.commune_note.setObjectName(u"commune_note")

        self.form_grid.addWidget(self.commune_note, 7, 0, 1, 2)

        self.procedure_label = QLabel(self.form_card)
        self.procedure_label.setObjectName(u"procedure_label")
        self.procedure_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.procedure_label, 8, 0, 1, 1)

        self.procedure = FieldEdit(self.form_card)
        self.procedure.setObjectName(u"procedure")
        self.procedure.setProperty(u"max_chars", 400)

        self.form_grid.addWidget(self.procedure, 8, 1, 1, 1)

        self.procedure_note = NoteLabel(self.form_card)
        self.procedure_note.setObjectName(u"procedure_note")

        self.form_grid.addWidget(self.procedure_note, 9, 0, 1, 2)

        self.day_label = QLabel(self.form_card)
        self.day_label.setObjectName(u"day_label")
        self.day_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.day_label, 10, 0, 1, 1)

        self.day = FieldEdit(self.form_card)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"vietnamese_input", False)
        self.day.setProperty(u"max_chars", 10)

        self.form_grid.addWidget(self.day, 10, 1, 1, 1)

        self.day_note = NoteLabel(self.form_card)
        self.day_note.setObjectName(u"day_note")

        self.form_grid.addWidget(self.day_note, 11, 0, 1, 2)

        self.hours_label = QLabel(self.form_card)
        self.hours_label.setObjectName(u"hours_label")
        self.hours_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.hours_label, 12, 0, 1, 1)

        self.hours = FieldEdit(self.form_card)
        self.hours.setObjectName(u"hours")
        self.hours.setProperty(u"vietnamese_input", False)
        self.hours.setProperty(u"max_chars", 13)

        self.form_grid.addWidget(self.hours, 12, 1, 1, 1)

        self.hours_note = NoteLabel(self.form_card)
        self.hours_note.setObjectName(u"hours_note")

        self.form_grid.addWidget(self.hours_note, 13, 0, 1, 2)

        self.dossier_label = QLabel(self.form_card)
        self.dossier_label.setObjectName(u"dossier_label")
        self.dossier_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.dossier_label, 14, 0, 1, 1)

        self.dossier = FieldEdit(self.form_card)
        self.dossier.setObjectName(u"dossier")
        self.dossier.setProperty(u"vietnamese_input", False)
        self.dossier.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.dossier, 14, 1, 1, 1)

        self.dossier_note = NoteLabel(self.form_card)
        self.dossier_note.setObjectName(u"dossier_note")

        self.form_grid.addWidget(self.dossier_note, 15, 0, 1, 2)

        self.happened_label = QLabel(self.form_card)
        self.happened_label.setObjectName(u"happened_label")
        self.happened_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.happened_label, 16, 0, 1, 1)

        self.happened = FieldEdit(self.form_card)
        self.happened.setObjectName(u"happened")
        self.happened.setProperty(u"vietnamese_input", False)
        self.happened.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.happened, 16, 1, 1, 1)

        self.happened_note = NoteLabel(self.form_card)
        self.happened_note.setObjectName(u"happened_note")

        self.form_grid.addWidget(self.happened_note, 17, 0, 1, 2)

        self.visitor_label = QLabel(self.form_card)
        self.visitor_label.setObjectName(u"visitor_label")
        self.visitor_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.visitor_label, 18, 0, 1, 1)

        self.visitor = FieldEdit(self.form_card)
        self.visitor.setObjectName(u"visitor")
        self.visitor.setProperty(u"max_chars", 120)

        self.form_grid.addWidget(self.visitor, 18, 1, 1, 1)

        self.visitor_note = NoteLabel(self.form_card)
        self.visitor_note.setObjectName(u"visitor_note")

        self.form_grid.addWidget(self.visitor_note, 19, 0, 1, 2)

        self.form_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.form_grid)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(VisitSide)
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
        self.save = ActionButton(VisitSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)

        self.other = ActionButton(VisitSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.other)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.phone_label.setBuddy(self.phone)
        self.address_label.setBuddy(self.address)
        self.commune_label.setBuddy(self.commune)
        self.procedure_label.setBuddy(self.procedure)
        self.day_label.setBuddy(self.day)
        self.hours_label.setBuddy(self.hours)
        self.dossier_label.setBuddy(self.dossier)
        self.happened_label.setBuddy(self.happened)
        self.visitor_label.setBuddy(self.visitor)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(VisitSide)
    # setupUi

    def retranslateUi(self, VisitSide):
        self.hint_title.setText(QCoreApplication.translate("VisitSide", u"H\u1eb9n nh\u1eadn", None))
        self.hint_text.setText(QCoreApplication.translate("VisitSide", u"Enter \u1edf m\u1ed9t l\u1ea7n h\u1eb9n \u0111\u1ec3 ghi k\u1ebft qu\u1ea3; D\u1ea5u c\u00e1ch ch\u1ecdn \u0111\u1ec3 in danh s\u00e1ch cho ng\u01b0\u1eddi \u0111i; F8 ghi h\u1eb9n m\u1edbi.", None))
        self.name_label.setText(QCoreApplication.translate("VisitSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("VisitSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi h\u1eb9n", None))
#endif // QT_CONFIG(accessibility)
        self.phone_label.setText(QCoreApplication.translate("VisitSide", u"\u0110i\u1ec7n tho\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("VisitSide", u"\u0110i\u1ec7n tho\u1ea1i ng\u01b0\u1eddi h\u1eb9n", None))
#endif // QT_CONFIG(accessibility)
        self.address_label.setText(QCoreApplication.translate("VisitSide", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("VisitSide", u"S\u1ed1 nh\u00e0, \u0111\u01b0\u1eddng, th\u00f4n n\u01a1i \u0111\u1ebfn nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.commune_label.setText(QCoreApplication.translate("VisitSide", u"X\u00e3, ph\u01b0\u1eddng", None))
#if QT_CONFIG(accessibility)
        self.commune.setAccessibleName(QCoreApplication.translate("VisitSide", u"X\u00e3, ph\u01b0\u1eddng n\u01a1i \u0111\u1ebfn nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.procedure_label.setText(QCoreApplication.translate("VisitSide", u"Th\u1ee7 t\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.procedure.setAccessibleName(QCoreApplication.translate("VisitSide", u"Th\u1ee7 t\u1ee5c ng\u01b0\u1eddi h\u1eb9n c\u1ea7n l\u00e0m, b\u1ecf tr\u1ed1ng n\u1ebfu ch\u01b0a r\u00f5", None))
#endif // QT_CONFIG(accessibility)
        self.day_label.setText(QCoreApplication.translate("VisitSide", u"Ng\u00e0y h\u1eb9n", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("VisitSide", u"Ng\u00e0y \u0111\u1ebfn nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.hours_label.setText(QCoreApplication.translate("VisitSide", u"Gi\u1edd h\u1eb9n", None))
#if QT_CONFIG(accessibility)
        self.hours.setAccessibleName(QCoreApplication.translate("VisitSide", u"T\u1eeb gi\u1edd \u0111\u1ebfn gi\u1edd, nh\u01b0 8:00-9:30", None))
#endif // QT_CONFIG(accessibility)
        self.dossier_label.setText(QCoreApplication.translate("VisitSide", u"H\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.dossier.setAccessibleName(QCoreApplication.translate("VisitSide", u"S\u1ed1 h\u1ed3 s\u01a1, m\u00e3 h\u1ed3 s\u01a1 ho\u1eb7c nh\u00e3n \u0111\u00e3 nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.happened_label.setText(QCoreApplication.translate("VisitSide", u"L\u00fac \u0111\u1ebfn", None))
#if QT_CONFIG(accessibility)
        self.happened.setAccessibleName(QCoreApplication.translate("VisitSide", u"Gi\u1edd \u0111\u00e3 \u0111\u1ebfn, b\u1ecf tr\u1ed1ng n\u1ebfu l\u00e0 b\u00e2y gi\u1edd", None))
#endif // QT_CONFIG(accessibility)
        self.visitor_label.setText(QCoreApplication.translate("VisitSide", u"Ng\u01b0\u1eddi \u0111i", None))
#if QT_CONFIG(accessibility)
        self.visitor.setAccessibleName(QCoreApplication.translate("VisitSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi \u0111i nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("VisitSide", u"In danh s\u00e1ch", None))
        self.other.setText(QCoreApplication.translate("VisitSide", u"H\u1eb9n m\u1edbi", None))
        pass
    # retranslateUi

