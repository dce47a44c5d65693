# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_trial.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, FieldEdit, IconLabel, NoteLabel,
    SegmentedChoice, WholeRowsTable)

class Ui_PrinterTrialForm(object):
    def setupUi(self, PrinterTrialForm):
        if not PrinterTrialForm.objectName():
            PrinterTrialForm.setObjectName(u"PrinterTrialForm")
        PrinterTrialForm.resize(828, 520)
        self.trial_body = QVBoxLayout(PrinterTrialForm)
        self.trial_body.setSpacing(8)
        self.trial_body.setObjectName(u"trial_body")
        self.trial_body.setContentsMargins(0, 0, 0, 0)
        self.sent = QLabel(PrinterTrialForm)
        self.sent.setObjectName(u"sent")
        self.sent.setWordWrap(True)
        self.sent.setProperty(u"role", u"muted")

        self.trial_body.addWidget(self.sent)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.code_label = QLabel(PrinterTrialForm)
        self.code_label.setObjectName(u"code_label")

        self.fields.addWidget(self.code_label, 0, 0, 1, 1)

        self.code = FieldEdit(PrinterTrialForm)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"vietnamese_input", False)
        self.code.setProperty(u"max_chars", 80)

        self.fields.addWidget(self.code, 0, 1, 1, 1)

        self.code_note = NoteLabel(PrinterTrialForm)
        self.code_note.setObjectName(u"code_note")

        self.fields.addWidget(self.code_note, 1, 1, 1, 1)

        self.marks = QVBoxLayout()
        self.marks.setSpacing(2)
        self.marks.setObjectName(u"marks")
        self.marks.setContentsMargins(0, 0, 0, 8)
        self.number_line = QHBoxLayout()
        self.number_line.setSpacing(8)
        self.number_line.setObjectName(u"number_line")
        self.number_line.setContentsMargins(0, 0, 0, 0)
        self.number_icon = IconLabel(PrinterTrialForm)
        self.number_icon.setObjectName(u"number_icon")

        self.number_line.addWidget(self.number_icon)

        self.number = QLabel(PrinterTrialForm)
        self.number.setObjectName(u"number")

        self.number_line.addWidget(self.number)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.number_line.addItem(self.spacer_1)

        self.number_state = QLabel(PrinterTrialForm)
        self.number_state.setObjectName(u"number_state")
        self.number_state.setProperty(u"role", u"muted")

        self.number_line.addWidget(self.number_state)


        self.marks.addLayout(self.number_line)

        self.bars_4_line = QHBoxLayout()
        self.bars_4_line.setSpacing(8)
        self.bars_4_line.setObjectName(u"bars_4_line")
        self.bars_4_line.setContentsMargins(0, 0, 0, 0)
        self.bars_4_icon = IconLabel(PrinterTrialForm)
        self.bars_4_icon.setObjectName(u"bars_4_icon")

        self.bars_4_line.addWidget(self.bars_4_icon)

        self.bars_4 = QLabel(PrinterTrialForm)
        self.bars_4.setObjectName(u"bars_4")

        self.bars_4_line.addWidget(self.bars_4)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bars_4_line.addItem(self.spacer_2)

        self.bars_4_state = QLabel(PrinterTrialForm)
        self.bars_4_state.setObjectName(u"bars_4_state")
        self.bars_4_state.setProperty(u"role", u"muted")

        self.bars_4_line.addWidget(self.bars_4_state)


        self.marks.addLayout(self.bars_4_line)

        self.bars_3_line = QHBoxLayout()
        self.bars_3_line.setSpacing(8)
        self.bars_3_line.setObjectName(u"bars_3_line")
        self.bars_3_line.setContentsMargins(0, 0, 0, 0)
        self.bars_3_icon = IconLabel(PrinterTrialForm)
        self.bars_3_icon.setObjectName(u"bars_3_icon")

        self.bars_3_line.addWidget(self.bars_3_icon)

        self.bars_3 = QLabel(PrinterTrialForm)
        self.bars_3.setObjectName(u"bars_3")

        self.bars_3_line.addWidget(self.bars_3)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bars_3_line.addItem(self.spacer_3)

        self.bars_3_state = QLabel(PrinterTrialForm)
        self.bars_3_state.setObjectName(u"bars_3_state")
        self.bars_3_state.setProperty(u"role", u"muted")

        self.bars_3_line.addWidget(self.bars_3_state)


        self.marks.addLayout(self.bars_3_line)

        self.bars_2_line = QHBoxLayout()
        self.bars_2_line.setSpacing(8)
        self.bars_2_line.setObjectName(u"bars_2_line")
        self.bars_2_line.setContentsMargins(0, 0, 0, 0)
        self.bars_2_icon = IconLabel(PrinterTrialForm)
        self.bars_2_icon.setObjectName(u"bars_2_icon")

        self.bars_2_line.addWidget(self.bars_2_icon)

        self.bars_2 = QLabel(PrinterTrialForm)
        self.bars_2.setObjectName(u"bars_2")

        self.bars_2_line.addWidget(self.bars_2)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bars_2_line.addItem(self.spacer_4)

        self.bars_2_state = QLabel(PrinterTrialForm)
        self.bars_2_state.setObjectName(u"bars_2_state")
        self.bars_2_state.setProperty(u"role", u"muted")

        self.bars_2_line.addWidget(self.bars_2_state)


        self.marks.addLayout(self.bars_2_line)


        self.fields.addLayout(self.marks, 2, 1, 1, 1)

        self.letters_label = QLabel(PrinterTrialForm)
        self.letters_label.setObjectName(u"letters_label")

        self.fields.addWidget(self.letters_label, 3, 0, 1, 1)

        self.letters = SegmentedChoice(PrinterTrialForm)
        self.letters.setObjectName(u"letters")

        self.fields.addWidget(self.letters, 3, 1, 1, 1)

        self.letters_note = NoteLabel(PrinterTrialForm)
        self.letters_note.setObjectName(u"letters_note")

        self.fields.addWidget(self.letters_note, 4, 1, 1, 1)

        self.border_label = QLabel(PrinterTrialForm)
        self.border_label.setObjectName(u"border_label")

        self.fields.addWidget(self.border_label, 5, 0, 1, 1)

        self.border = SegmentedChoice(PrinterTrialForm)
        self.border.setObjectName(u"border")

        self.fields.addWidget(self.border, 5, 1, 1, 1)

        self.border_note = NoteLabel(PrinterTrialForm)
        self.border_note.setObjectName(u"border_note")

        self.fields.addWidget(self.border_note, 6, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.trial_body.addLayout(self.fields)

        self.verdict = QLabel(PrinterTrialForm)
        self.verdict.setObjectName(u"verdict")
        self.verdict.setWordWrap(True)
        self.verdict.setProperty(u"role", u"ok-box")

        self.trial_body.addWidget(self.verdict)

        self.proof = WholeRowsTable(PrinterTrialForm)
        self.proof.setObjectName(u"proof")
        self.proof.setMinimumSize(QSize(0, 84))
        self.proof.setMaximumSize(QSize(16777215, 196))

        self.trial_body.addWidget(self.proof)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.done = ActionButton(PrinterTrialForm)
        self.done.setObjectName(u"done")
        self.done.setMinimumSize(QSize(140, 0))
        self.done.setProperty(u"key_text", u"F9")
        self.done.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.done)

        self.again = ActionButton(PrinterTrialForm)
        self.again.setObjectName(u"again")
        self.again.setMinimumSize(QSize(140, 0))
        self.again.setProperty(u"key_text", u"Ctrl+P")

        self.actions.addWidget(self.again)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_5)


        self.trial_body.addLayout(self.actions)

        self.problem = QLabel(PrinterTrialForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.trial_body.addWidget(self.problem)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.trial_body.addItem(self.spacer_6)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
        self.letters_label.setBuddy(self.letters)
        self.border_label.setBuddy(self.border)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrinterTrialForm)
    # setupUi

    def retranslateUi(self, PrinterTrialForm):
        self.sent.setText("")
        self.code_label.setText(QCoreApplication.translate("PrinterTrialForm", u"M\u00e3 v\u1ea1ch", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("PrinterTrialForm", u"Qu\u00e9t t\u1eebng m\u00e3 tr\u00ean trang th\u1eed", None))
#endif // QT_CONFIG(accessibility)
        self.number.setText(QCoreApplication.translate("PrinterTrialForm", u"S\u1ed1 c\u1ee7a trang", None))
        self.number_state.setText(QCoreApplication.translate("PrinterTrialForm", u"ch\u1edd qu\u00e9t", None))
        self.bars_4.setText(QCoreApplication.translate("PrinterTrialForm", u"V\u1ea1ch 4 ch\u1ea5m", None))
        self.bars_4_state.setText(QCoreApplication.translate("PrinterTrialForm", u"ch\u1edd qu\u00e9t", None))
        self.bars_3.setText(QCoreApplication.translate("PrinterTrialForm", u"V\u1ea1ch 3 ch\u1ea5m", None))
        self.bars_3_state.setText(QCoreApplication.translate("PrinterTrialForm", u"ch\u1edd qu\u00e9t", None))
        self.bars_2.setText(QCoreApplication.translate("PrinterTrialForm", u"V\u1ea1ch 2 ch\u1ea5m, m\u1ea3nh nh\u1ea5t", None))
        self.bars_2_state.setText(QCoreApplication.translate("PrinterTrialForm", u"ch\u1edd qu\u00e9t", None))
        self.letters_label.setText(QCoreApplication.translate("PrinterTrialForm", u"Ti\u1ebfng Vi\u1ec7t", None))
#if QT_CONFIG(accessibility)
        self.letters.setAccessibleName(QCoreApplication.translate("PrinterTrialForm", u"Ch\u1eef ti\u1ebfng Vi\u1ec7t \u0111\u1ee7 d\u1ea5u", None))
#endif // QT_CONFIG(accessibility)
        self.border_label.setText(QCoreApplication.translate("PrinterTrialForm", u"Khung", None))
#if QT_CONFIG(accessibility)
        self.border.setAccessibleName(QCoreApplication.translate("PrinterTrialForm", u"Khung \u0111\u1ee7 b\u1ed1n c\u1ea1nh", None))
#endif // QT_CONFIG(accessibility)
        self.verdict.setText("")
#if QT_CONFIG(accessibility)
        self.proof.setAccessibleName(QCoreApplication.translate("PrinterTrialForm", u"Nh\u1eefng g\u00ec bi\u1ebft v\u1ec1 m\u00e1y in n\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.done.setText(QCoreApplication.translate("PrinterTrialForm", u"Xong", None))
        self.again.setText(QCoreApplication.translate("PrinterTrialForm", u"In l\u1ea1i trang th\u1eed", None))
        self.problem.setText("")
        pass
    # retranslateUi

