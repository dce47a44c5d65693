# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_make_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_ReportMakeSide(object):
    def setupUi(self, ReportMakeSide):
        if not ReportMakeSide.objectName():
            ReportMakeSide.setObjectName(u"ReportMakeSide")
        ReportMakeSide.resize(328, 700)
        self.side_body = QVBoxLayout(ReportMakeSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(ReportMakeSide)
        self.ask_card.setObjectName(u"ask_card")
        self.ask_body = QVBoxLayout(self.ask_card)
        self.ask_body.setSpacing(8)
        self.ask_body.setObjectName(u"ask_body")
        self.ask_body.setContentsMargins(16, 12, 16, 12)
        self.template_title = QLabel(self.ask_card)
        self.template_title.setObjectName(u"template_title")
        self.template_title.setWordWrap(True)
        self.template_title.setProperty(u"role", u"h2")

        self.ask_body.addWidget(self.template_title)

        self.ask_grid = QGridLayout()
        self.ask_grid.setObjectName(u"ask_grid")
        self.ask_grid.setHorizontalSpacing(8)
        self.ask_grid.setVerticalSpacing(4)
        self.ask_grid.setContentsMargins(0, 0, 0, 0)
        self.period_label = QLabel(self.ask_card)
        self.period_label.setObjectName(u"period_label")
        self.period_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.period_label, 0, 0, 1, 1)

        self.period = FieldEdit(self.ask_card)
        self.period.setObjectName(u"period")
        self.period.setProperty(u"max_chars", 60)

        self.ask_grid.addWidget(self.period, 0, 1, 1, 1)

        self.period_note = WrappedNote(self.ask_card)
        self.period_note.setObjectName(u"period_note")

        self.ask_grid.addWidget(self.period_note, 1, 0, 1, 2)

        self.first_label = QLabel(self.ask_card)
        self.first_label.setObjectName(u"first_label")
        self.first_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.first_label, 2, 0, 1, 1)

        self.first = FieldEdit(self.ask_card)
        self.first.setObjectName(u"first")
        self.first.setProperty(u"vietnamese_input", False)
        self.first.setProperty(u"max_chars", 10)

        self.ask_grid.addWidget(self.first, 2, 1, 1, 1)

        self.first_note = WrappedNote(self.ask_card)
        self.first_note.setObjectName(u"first_note")

        self.ask_grid.addWidget(self.first_note, 3, 0, 1, 2)

        self.last_label = QLabel(self.ask_card)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.last_label, 4, 0, 1, 1)

        self.last = FieldEdit(self.ask_card)
        self.last.setObjectName(u"last")
        self.last.setProperty(u"vietnamese_input", False)
        self.last.setProperty(u"max_chars", 10)

        self.ask_grid.addWidget(self.last, 4, 1, 1, 1)

        self.last_note = WrappedNote(self.ask_card)
        self.last_note.setObjectName(u"last_note")

        self.ask_grid.addWidget(self.last_note, 5, 0, 1, 2)

        self.scope_label = QLabel(self.ask_card)
        self.scope_label.setObjectName(u"scope_label")
        self.scope_label.setMinimumSize(QSize(72, 0))

        self.ask_grid.addWidget(self.scope_label, 6, 0, 1, 1)

        self.scope = FieldEdit(self.ask_card)
        self.scope.setObjectName(u"scope")
        self.scope.setProperty(u"max_chars", 80)

        self.ask_grid.addWidget(self.scope, 6, 1, 1, 1)

        self.scope_note = WrappedNote(self.ask_card)
        self.scope_note.setObjectName(u"scope_note")

        self.ask_grid.addWidget(self.scope_note, 7, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)

        self.ask_body.addLayout(self.ask_grid)


        self.side_body.addWidget(self.ask_card)

        self.over = QLabel(ReportMakeSide)
        self.over.setObjectName(u"over")
        self.over.setWordWrap(True)
        self.over.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.over)

        self.file_card = Card(ReportMakeSide)
        self.file_card.setObjectName(u"file_card")
        self.file_body = QVBoxLayout(self.file_card)
        self.file_body.setSpacing(4)
        self.file_body.setObjectName(u"file_body")
        self.file_body.setContentsMargins(16, 12, 16, 12)
        self.file_label = QLabel(self.file_card)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setMinimumSize(QSize(72, 0))

        self.file_body.addWidget(self.file_label)

        self.file = FieldEdit(self.file_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 400)

        self.file_body.addWidget(self.file)

        self.file_note = WrappedNote(self.file_card)
        self.file_note.setObjectName(u"file_note")

        self.file_body.addWidget(self.file_note)


        self.side_body.addWidget(self.file_card)

        self.question = QLabel(ReportMakeSide)
        self.question.setObjectName(u"question")
        self.question.setWordWrap(True)
        self.question.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.question)

        self.problem = QLabel(ReportMakeSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.issue_report = ActionButton(ReportMakeSide)
        self.issue_report.setObjectName(u"issue_report")
        self.issue_report.setProperty(u"kind", u"primary")
        self.issue_report.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.issue_report)

        self.save_report = ActionButton(ReportMakeSide)
        self.save_report.setObjectName(u"save_report")
        self.save_report.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.save_report)

        self.print_report = ActionButton(ReportMakeSide)
        self.print_report.setObjectName(u"print_report")
        self.print_report.setProperty(u"key_text", u"Ctrl+P")

        self.keys_body.addWidget(self.print_report)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.period_label.setBuddy(self.period)
        self.first_label.setBuddy(self.first)
        self.last_label.setBuddy(self.last)
        self.scope_label.setBuddy(self.scope)
        self.file_label.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportMakeSide)
    # setupUi

    def retranslateUi(self, ReportMakeSide):
        self.period_label.setText(QCoreApplication.translate("ReportMakeSide", u"K\u1ef3", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("ReportMakeSide", u"K\u1ef3", None))
#endif // QT_CONFIG(accessibility)
        self.first_label.setText(QCoreApplication.translate("ReportMakeSide", u"T\u1eeb ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("ReportMakeSide", u"T\u1eeb ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.last_label.setText(QCoreApplication.translate("ReportMakeSide", u"\u0110\u1ebfn ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("ReportMakeSide", u"\u0110\u1ebfn ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.scope_label.setText(QCoreApplication.translate("ReportMakeSide", u"Ph\u1ea1m vi", None))
#if QT_CONFIG(accessibility)
        self.scope.setAccessibleName(QCoreApplication.translate("ReportMakeSide", u"Ph\u1ea1m vi", None))
#endif // QT_CONFIG(accessibility)
        self.file_label.setText(QCoreApplication.translate("ReportMakeSide", u"T\u1ec7p .pdf, .xlsx ho\u1eb7c .csv", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("ReportMakeSide", u"T\u1ec7p b\u00e1o c\u00e1o", None))
#endif // QT_CONFIG(accessibility)
        self.issue_report.setText(QCoreApplication.translate("ReportMakeSide", u"Ph\u00e1t h\u00e0nh", None))
        self.save_report.setText(QCoreApplication.translate("ReportMakeSide", u"Ghi ra t\u1ec7p", None))
        self.print_report.setText(QCoreApplication.translate("ReportMakeSide", u"In", None))
        pass
    # retranslateUi

