# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_issued_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_ReportIssuedSide(object):
    def setupUi(self, ReportIssuedSide):
        if not ReportIssuedSide.objectName():
            ReportIssuedSide.setObjectName(u"ReportIssuedSide")
        ReportIssuedSide.resize(328, 700)
        self.side_body = QVBoxLayout(ReportIssuedSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.about_card = Card(ReportIssuedSide)
        self.about_card.setObjectName(u"about_card")
        self.about_body = QVBoxLayout(self.about_card)
        self.about_body.setSpacing(4)
        self.about_body.setObjectName(u"about_body")
        self.about_body.setContentsMargins(16, 12, 16, 12)
        self.about_number = QLabel(self.about_card)
        self.about_number.setObjectName(u"about_number")
        self.about_number.setWordWrap(True)
        self.about_number.setProperty(u"role", u"number")

        self.about_body.addWidget(self.about_number)

        self.about_title = QLabel(self.about_card)
        self.about_title.setObjectName(u"about_title")
        self.about_title.setWordWrap(True)

        self.about_body.addWidget(self.about_title)

        self.about_issued = QLabel(self.about_card)
        self.about_issued.setObjectName(u"about_issued")
        self.about_issued.setWordWrap(True)
        self.about_issued.setProperty(u"role", u"muted")

        self.about_body.addWidget(self.about_issued)

        self.about_state = QLabel(self.about_card)
        self.about_state.setObjectName(u"about_state")
        self.about_state.setWordWrap(True)
        self.about_state.setProperty(u"role", u"muted")

        self.about_body.addWidget(self.about_state)


        self.side_body.addWidget(self.about_card)

        self.change_card = Card(ReportIssuedSide)
        self.change_card.setObjectName(u"change_card")
        self.change_body = QVBoxLayout(self.change_card)
        self.change_body.setSpacing(4)
        self.change_body.setObjectName(u"change_body")
        self.change_body.setContentsMargins(16, 12, 16, 12)
        self.change_place = QLabel(self.change_card)
        self.change_place.setObjectName(u"change_place")
        self.change_place.setWordWrap(True)
        self.change_place.setProperty(u"role", u"h2")

        self.change_body.addWidget(self.change_place)

        self.change_old = QLabel(self.change_card)
        self.change_old.setObjectName(u"change_old")
        self.change_old.setWordWrap(True)
        self.change_old.setProperty(u"role", u"muted")

        self.change_body.addWidget(self.change_old)

        self.change_new = QLabel(self.change_card)
        self.change_new.setObjectName(u"change_new")
        self.change_new.setWordWrap(True)

        self.change_body.addWidget(self.change_new)


        self.side_body.addWidget(self.change_card)

        self.file_card = Card(ReportIssuedSide)
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

        self.problem = QLabel(ReportIssuedSide)
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
        self.compare_report = ActionButton(ReportIssuedSide)
        self.compare_report.setObjectName(u"compare_report")
        self.compare_report.setProperty(u"key_text", u"Ctrl+M")

        self.keys_body.addWidget(self.compare_report)

        self.save_report = ActionButton(ReportIssuedSide)
        self.save_report.setObjectName(u"save_report")
        self.save_report.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.save_report)

        self.print_report = ActionButton(ReportIssuedSide)
        self.print_report.setObjectName(u"print_report")
        self.print_report.setProperty(u"key_text", u"Ctrl+P")

        self.keys_body.addWidget(self.print_report)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.file_label.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportIssuedSide)
    # setupUi

    def retranslateUi(self, ReportIssuedSide):
        self.file_label.setText(QCoreApplication.translate("ReportIssuedSide", u"T\u1ec7p .pdf, .xlsx ho\u1eb7c .csv", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("ReportIssuedSide", u"T\u1ec7p b\u00e1o c\u00e1o", None))
#endif // QT_CONFIG(accessibility)
        self.compare_report.setText(QCoreApplication.translate("ReportIssuedSide", u"So v\u1edbi b\u00e2y gi\u1edd", None))
        self.save_report.setText(QCoreApplication.translate("ReportIssuedSide", u"Ghi ra t\u1ec7p", None))
        self.print_report.setText(QCoreApplication.translate("ReportIssuedSide", u"In", None))
        pass
    # retranslateUi

