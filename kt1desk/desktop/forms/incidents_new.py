# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incidents_new.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_IncidentForm(object):
    def setupUi(self, IncidentForm):
        if not IncidentForm.objectName():
            IncidentForm.setObjectName(u"IncidentForm")
        IncidentForm.resize(328, 700)
        self.form_body = QVBoxLayout(IncidentForm)
        self.form_body.setSpacing(12)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(0, 0, 0, 0)
        self.new_card = Card(IncidentForm)
        self.new_card.setObjectName(u"new_card")
        self.new_body = QVBoxLayout(self.new_card)
        self.new_body.setSpacing(8)
        self.new_body.setObjectName(u"new_body")
        self.new_body.setContentsMargins(16, 12, 16, 12)
        self.new_title = QLabel(self.new_card)
        self.new_title.setObjectName(u"new_title")
        self.new_title.setProperty(u"role", u"h2")

        self.new_body.addWidget(self.new_title)

        self.new_grid = QGridLayout()
        self.new_grid.setObjectName(u"new_grid")
        self.new_grid.setHorizontalSpacing(8)
        self.new_grid.setVerticalSpacing(4)
        self.new_grid.setContentsMargins(0, 0, 0, 0)
        self.number_label = QLabel(self.new_card)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setMinimumSize(QSize(80, 0))

        self.new_grid.addWidget(self.number_label, 0, 0, 1, 1)

        self.number = FieldEdit(self.new_card)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"vietnamese_input", False)
        self.number.setProperty(u"max_chars", 40)

        self.new_grid.addWidget(self.number, 0, 1, 1, 1)

        self.number_note = WrappedNote(self.new_card)
        self.number_note.setObjectName(u"number_note")

        self.new_grid.addWidget(self.number_note, 1, 0, 1, 2)

        self.code_label = QLabel(self.new_card)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setMinimumSize(QSize(80, 0))

        self.new_grid.addWidget(self.code_label, 2, 0, 1, 1)

        self.code = FieldEdit(self.new_card)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"max_chars", 80)

        self.new_grid.addWidget(self.code, 2, 1, 1, 1)

        self.code_note = WrappedNote(self.new_card)
        self.code_note.setObjectName(u"code_note")

        self.new_grid.addWidget(self.code_note, 3, 0, 1, 2)

        self.other_point_label = QLabel(self.new_card)
        self.other_point_label.setObjectName(u"other_point_label")
        self.other_point_label.setMinimumSize(QSize(80, 0))

        self.new_grid.addWidget(self.other_point_label, 4, 0, 1, 1)

        self.other_point = FieldEdit(self.new_card)
        self.other_point.setObjectName(u"other_point")
        self.other_point.setProperty(u"max_chars", 60)

        self.new_grid.addWidget(self.other_point, 4, 1, 1, 1)

        self.other_point_note = WrappedNote(self.new_card)
        self.other_point_note.setObjectName(u"other_point_note")

        self.new_grid.addWidget(self.other_point_note, 5, 0, 1, 2)

        self.found_label = QLabel(self.new_card)
        self.found_label.setObjectName(u"found_label")
        self.found_label.setMinimumSize(QSize(80, 0))

        self.new_grid.addWidget(self.found_label, 6, 0, 1, 1)

        self.found = FieldEdit(self.new_card)
        self.found.setObjectName(u"found")
        self.found.setProperty(u"max_chars", 16)
        self.found.setProperty(u"vietnamese_input", False)

        self.new_grid.addWidget(self.found, 6, 1, 1, 1)

        self.found_note = WrappedNote(self.new_card)
        self.found_note.setObjectName(u"found_note")

        self.new_grid.addWidget(self.found_note, 7, 0, 1, 2)

        self.new_grid.setColumnStretch(1, 1)

        self.new_body.addLayout(self.new_grid)

        self.new_hint = QLabel(self.new_card)
        self.new_hint.setObjectName(u"new_hint")
        self.new_hint.setWordWrap(True)
        self.new_hint.setProperty(u"role", u"muted")

        self.new_body.addWidget(self.new_hint)


        self.form_body.addWidget(self.new_card)

        self.problem = QLabel(IncidentForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.form_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_body.addItem(self.spacer_1)

        self.keep = ActionButton(IncidentForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"kind", u"primary")
        self.keep.setProperty(u"key_text", u"F9")

        self.form_body.addWidget(self.keep)

        self.form_body.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.number_label.setBuddy(self.number)
        self.code_label.setBuddy(self.code)
        self.other_point_label.setBuddy(self.other_point)
        self.found_label.setBuddy(self.found)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IncidentForm)
    # setupUi

    def retranslateUi(self, IncidentForm):
        self.new_title.setText(QCoreApplication.translate("IncidentForm", u"L\u1eadp bi\u00ean b\u1ea3n", None))
        self.number_label.setText(QCoreApplication.translate("IncidentForm", u"S\u1ed1 hi\u1ec7u", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("IncidentForm", u"S\u1ed1 hi\u1ec7u", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("IncidentForm", u"Lo\u1ea1i s\u1ef1 v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Lo\u1ea1i s\u1ef1 v\u1ee5", None))
#endif // QT_CONFIG(accessibility)
        self.other_point_label.setText(QCoreApplication.translate("IncidentForm", u"\u0110i\u1ec3m giao", None))
#if QT_CONFIG(accessibility)
        self.other_point.setAccessibleName(QCoreApplication.translate("IncidentForm", u"\u0110i\u1ec3m giao", None))
#endif // QT_CONFIG(accessibility)
        self.found_label.setText(QCoreApplication.translate("IncidentForm", u"Th\u1ea5y l\u00fac", None))
#if QT_CONFIG(accessibility)
        self.found.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Th\u1ea5y l\u00fac", None))
#endif // QT_CONFIG(accessibility)
        self.new_hint.setText(QCoreApplication.translate("IncidentForm", u"\u0110i\u1ec3m giao \u0111\u1ec3 tr\u1ed1ng n\u1ebfu kh\u00f4ng do \u0111i\u1ec3m kh\u00e1c giao.", None))
        self.keep.setText(QCoreApplication.translate("IncidentForm", u"L\u1eadp bi\u00ean b\u1ea3n", None))
        pass
    # retranslateUi

