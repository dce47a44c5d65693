# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_found.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, FieldEdit, NoteLabel, WholeRowsTable)

class Ui_PrinterFoundForm(object):
    def setupUi(self, PrinterFoundForm):
        if not PrinterFoundForm.objectName():
            PrinterFoundForm.setObjectName(u"PrinterFoundForm")
        PrinterFoundForm.resize(828, 460)
        self.found_body = QVBoxLayout(PrinterFoundForm)
        self.found_body.setSpacing(8)
        self.found_body.setObjectName(u"found_body")
        self.found_body.setContentsMargins(0, 0, 0, 0)
        self.ports = WholeRowsTable(PrinterFoundForm)
        self.ports.setObjectName(u"ports")
        self.ports.setMinimumSize(QSize(0, 172))
        self.ports.setMaximumSize(QSize(16777215, 340))

        self.found_body.addWidget(self.ports)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.target_label = QLabel(PrinterFoundForm)
        self.target_label.setObjectName(u"target_label")

        self.fields.addWidget(self.target_label, 0, 0, 1, 1)

        self.target = FieldEdit(PrinterFoundForm)
        self.target.setObjectName(u"target")
        self.target.setProperty(u"vietnamese_input", False)
        self.target.setProperty(u"max_chars", 200)

        self.fields.addWidget(self.target, 0, 1, 1, 1)

        self.target_note = NoteLabel(PrinterFoundForm)
        self.target_note.setObjectName(u"target_note")

        self.fields.addWidget(self.target_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.found_body.addLayout(self.fields)

        self.guess = QLabel(PrinterFoundForm)
        self.guess.setObjectName(u"guess")
        self.guess.setWordWrap(True)
        self.guess.setProperty(u"role", u"muted")

        self.found_body.addWidget(self.guess)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.next = ActionButton(PrinterFoundForm)
        self.next.setObjectName(u"next")
        self.next.setMinimumSize(QSize(140, 0))
        self.next.setProperty(u"key_text", u"Enter")
        self.next.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.next)

        self.ask = ActionButton(PrinterFoundForm)
        self.ask.setObjectName(u"ask")
        self.ask.setMinimumSize(QSize(140, 0))
        self.ask.setProperty(u"key_text", u"Ctrl+H")

        self.actions.addWidget(self.ask)

        self.refresh = ActionButton(PrinterFoundForm)
        self.refresh.setObjectName(u"refresh")
        self.refresh.setMinimumSize(QSize(140, 0))
        self.refresh.setProperty(u"key_text", u"Ctrl+R")

        self.actions.addWidget(self.refresh)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)


        self.found_body.addLayout(self.actions)

        self.told = QLabel(PrinterFoundForm)
        self.told.setObjectName(u"told")
        self.told.setWordWrap(True)
        self.told.setProperty(u"role", u"ok-box")

        self.found_body.addWidget(self.told)

        self.problem = QLabel(PrinterFoundForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.found_body.addWidget(self.problem)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.found_body.addItem(self.spacer_2)

#if QT_CONFIG(shortcut)
        self.target_label.setBuddy(self.target)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrinterFoundForm)
    # setupUi

    def retranslateUi(self, PrinterFoundForm):
#if QT_CONFIG(accessibility)
        self.ports.setAccessibleName(QCoreApplication.translate("PrinterFoundForm", u"M\u00e1y in v\u00e0 c\u1ed5ng t\u00ecm th\u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.target_label.setText(QCoreApplication.translate("PrinterFoundForm", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.target.setAccessibleName(QCoreApplication.translate("PrinterFoundForm", u"\u0110\u1ecba ch\u1ec9 m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.guess.setText("")
        self.next.setText(QCoreApplication.translate("PrinterFoundForm", u"Ch\u1ecdn m\u00e1y n\u00e0y", None))
        self.ask.setText(QCoreApplication.translate("PrinterFoundForm", u"H\u1ecfi m\u00e1y in", None))
        self.refresh.setText(QCoreApplication.translate("PrinterFoundForm", u"T\u00ecm l\u1ea1i", None))
        self.told.setText("")
        self.problem.setText("")
        pass
    # retranslateUi

