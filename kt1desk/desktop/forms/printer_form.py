# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, FieldEdit, NoteLabel, SegmentedChoice,
    WholeRowsTable)

class Ui_PrinterFormUi(object):
    def setupUi(self, PrinterFormUi):
        if not PrinterFormUi.objectName():
            PrinterFormUi.setObjectName(u"PrinterFormUi")
        PrinterFormUi.resize(828, 460)
        self.body = QVBoxLayout(PrinterFormUi)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(PrinterFormUi)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h2")

        self.heading.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_1)

        self.state = QLabel(PrinterFormUi)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"muted")

        self.heading.addWidget(self.state)


        self.body.addLayout(self.heading)

        self.ports = WholeRowsTable(PrinterFormUi)
        self.ports.setObjectName(u"ports")
        self.ports.setMinimumSize(QSize(0, 144))
        self.ports.setMaximumSize(QSize(16777215, 176))

        self.body.addWidget(self.ports)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.target_label = QLabel(PrinterFormUi)
        self.target_label.setObjectName(u"target_label")

        self.fields.addWidget(self.target_label, 0, 0, 1, 1)

        self.target = FieldEdit(PrinterFormUi)
        self.target.setObjectName(u"target")
        self.target.setProperty(u"vietnamese_input", False)
        self.target.setProperty(u"max_chars", 200)

        self.fields.addWidget(self.target, 0, 1, 1, 1)

        self.target_note = NoteLabel(PrinterFormUi)
        self.target_note.setObjectName(u"target_note")

        self.fields.addWidget(self.target_note, 1, 1, 1, 1)

        self.language_label = QLabel(PrinterFormUi)
        self.language_label.setObjectName(u"language_label")

        self.fields.addWidget(self.language_label, 2, 0, 1, 1)

        self.language = SegmentedChoice(PrinterFormUi)
        self.language.setObjectName(u"language")

        self.fields.addWidget(self.language, 2, 1, 1, 1)

        self.language_note = NoteLabel(PrinterFormUi)
        self.language_note.setObjectName(u"language_note")

        self.fields.addWidget(self.language_note, 3, 1, 1, 1)

        self.paper_label = QLabel(PrinterFormUi)
        self.paper_label.setObjectName(u"paper_label")

        self.fields.addWidget(self.paper_label, 4, 0, 1, 1)

        self.paper = SegmentedChoice(PrinterFormUi)
        self.paper.setObjectName(u"paper")

        self.fields.addWidget(self.paper, 4, 1, 1, 1)

        self.paper_note = NoteLabel(PrinterFormUi)
        self.paper_note.setObjectName(u"paper_note")

        self.fields.addWidget(self.paper_note, 5, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.save = ActionButton(PrinterFormUi)
        self.save.setObjectName(u"save")
        self.save.setMinimumSize(QSize(140, 0))
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.save)

        self.test = ActionButton(PrinterFormUi)
        self.test.setObjectName(u"test")
        self.test.setMinimumSize(QSize(140, 0))
        self.test.setProperty(u"key_text", u"Ctrl+P")

        self.actions.addWidget(self.test)

        self.refresh = ActionButton(PrinterFormUi)
        self.refresh.setObjectName(u"refresh")
        self.refresh.setMinimumSize(QSize(140, 0))
        self.refresh.setProperty(u"key_text", u"Ctrl+R")

        self.actions.addWidget(self.refresh)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_2)


        self.body.addLayout(self.actions)

        self.outcome = QLabel(PrinterFormUi)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setWordWrap(True)
        self.outcome.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.outcome)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_3)

#if QT_CONFIG(shortcut)
        self.target_label.setBuddy(self.target)
        self.language_label.setBuddy(self.language)
        self.paper_label.setBuddy(self.paper)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrinterFormUi)
    # setupUi

    def retranslateUi(self, PrinterFormUi):
        self.title.setText(QCoreApplication.translate("PrinterFormUi", u"M\u00e1y in nh\u00e3n", None))
        self.state.setText("")
#if QT_CONFIG(accessibility)
        self.ports.setAccessibleName(QCoreApplication.translate("PrinterFormUi", u"M\u00e1y in v\u00e0 c\u1ed5ng t\u00ecm th\u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.target_label.setText(QCoreApplication.translate("PrinterFormUi", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.target.setAccessibleName(QCoreApplication.translate("PrinterFormUi", u"\u0110\u1ecba ch\u1ec9 m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.language_label.setText(QCoreApplication.translate("PrinterFormUi", u"Ng\u00f4n ng\u1eef", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("PrinterFormUi", u"Ng\u00f4n ng\u1eef m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.paper_label.setText(QCoreApplication.translate("PrinterFormUi", u"Kh\u1ed5 gi\u1ea5y", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("PrinterFormUi", u"Kh\u1ed5 gi\u1ea5y trong m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("PrinterFormUi", u"L\u01b0u", None))
        self.test.setText(QCoreApplication.translate("PrinterFormUi", u"In th\u1eed", None))
        self.refresh.setText(QCoreApplication.translate("PrinterFormUi", u"T\u00ecm l\u1ea1i", None))
        self.outcome.setText("")
        pass
    # retranslateUi

