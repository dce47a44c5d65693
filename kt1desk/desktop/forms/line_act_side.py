# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'line_act_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, SegmentedChoice,
    WrappedNote)

class Ui_LineActSide(object):
    def setupUi(self, LineActSide):
        if not LineActSide.objectName():
            LineActSide.setObjectName(u"LineActSide")
        LineActSide.resize(328, 700)
        self.side_body = QVBoxLayout(LineActSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(LineActSide)
        self.ask_card.setObjectName(u"ask_card")
        self.ask_card_body = QVBoxLayout(self.ask_card)
        self.ask_card_body.setSpacing(8)
        self.ask_card_body.setObjectName(u"ask_card_body")
        self.ask_card_body.setContentsMargins(16, 12, 16, 12)
        self.title = QLabel(self.ask_card)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"h2")

        self.ask_card_body.addWidget(self.title)

        self.says = QLabel(self.ask_card)
        self.says.setObjectName(u"says")
        self.says.setWordWrap(True)
        self.says.setProperty(u"role", u"muted")

        self.ask_card_body.addWidget(self.says)

        self.ask_grid = QGridLayout()
        self.ask_grid.setObjectName(u"ask_grid")
        self.ask_grid.setHorizontalSpacing(8)
        self.ask_grid.setVerticalSpacing(4)
        self.ask_grid.setContentsMargins(0, 0, 0, 0)
        self.approval_label = QLabel(self.ask_card)
        self.approval_label.setObjectName(u"approval_label")

        self.ask_grid.addWidget(self.approval_label, 0, 0, 1, 2)

        self.approval = FieldEdit(self.ask_card)
        self.approval.setObjectName(u"approval")
        self.approval.setProperty(u"vietnamese_input", False)
        self.approval.setProperty(u"max_chars", 40)

        self.ask_grid.addWidget(self.approval, 1, 0, 1, 2)

        self.approval_note = WrappedNote(self.ask_card)
        self.approval_note.setObjectName(u"approval_note")

        self.ask_grid.addWidget(self.approval_note, 2, 0, 1, 2)

        self.day_label = QLabel(self.ask_card)
        self.day_label.setObjectName(u"day_label")

        self.ask_grid.addWidget(self.day_label, 3, 0, 1, 2)

        self.day = FieldEdit(self.ask_card)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"vietnamese_input", False)
        self.day.setProperty(u"max_chars", 10)

        self.ask_grid.addWidget(self.day, 4, 0, 1, 2)

        self.day_note = WrappedNote(self.ask_card)
        self.day_note.setObjectName(u"day_note")

        self.ask_grid.addWidget(self.day_note, 5, 0, 1, 2)

        self.reason_label = QLabel(self.ask_card)
        self.reason_label.setObjectName(u"reason_label")

        self.ask_grid.addWidget(self.reason_label, 6, 0, 1, 2)

        self.reason = SegmentedChoice(self.ask_card)
        self.reason.setObjectName(u"reason")

        self.ask_grid.addWidget(self.reason, 7, 0, 1, 2)

        self.more_reasons = SegmentedChoice(self.ask_card)
        self.more_reasons.setObjectName(u"more_reasons")

        self.ask_grid.addWidget(self.more_reasons, 8, 0, 1, 2)

        self.reason_note = WrappedNote(self.ask_card)
        self.reason_note.setObjectName(u"reason_note")

        self.ask_grid.addWidget(self.reason_note, 9, 0, 1, 2)

        self.folder_label = QLabel(self.ask_card)
        self.folder_label.setObjectName(u"folder_label")

        self.ask_grid.addWidget(self.folder_label, 10, 0, 1, 2)

        self.folder = FieldEdit(self.ask_card)
        self.folder.setObjectName(u"folder")
        self.folder.setProperty(u"vietnamese_input", False)
        self.folder.setProperty(u"max_chars", 400)

        self.ask_grid.addWidget(self.folder, 11, 0, 1, 2)

        self.folder_note = WrappedNote(self.ask_card)
        self.folder_note.setObjectName(u"folder_note")

        self.ask_grid.addWidget(self.folder_note, 12, 0, 1, 2)

        self.line_file_label = QLabel(self.ask_card)
        self.line_file_label.setObjectName(u"line_file_label")

        self.ask_grid.addWidget(self.line_file_label, 13, 0, 1, 2)

        self.line_file = FieldEdit(self.ask_card)
        self.line_file.setObjectName(u"line_file")
        self.line_file.setProperty(u"vietnamese_input", False)
        self.line_file.setProperty(u"max_chars", 400)

        self.ask_grid.addWidget(self.line_file, 14, 0, 1, 2)

        self.line_file_note = WrappedNote(self.ask_card)
        self.line_file_note.setObjectName(u"line_file_note")

        self.ask_grid.addWidget(self.line_file_note, 15, 0, 1, 2)

        self.code_label = QLabel(self.ask_card)
        self.code_label.setObjectName(u"code_label")

        self.ask_grid.addWidget(self.code_label, 16, 0, 1, 2)

        self.code = FieldEdit(self.ask_card)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"vietnamese_input", False)
        self.code.setProperty(u"max_chars", 40)

        self.ask_grid.addWidget(self.code, 17, 0, 1, 2)

        self.code_note = WrappedNote(self.ask_card)
        self.code_note.setObjectName(u"code_note")

        self.ask_grid.addWidget(self.code_note, 18, 0, 1, 2)

        self.desk_file_label = QLabel(self.ask_card)
        self.desk_file_label.setObjectName(u"desk_file_label")

        self.ask_grid.addWidget(self.desk_file_label, 19, 0, 1, 2)

        self.desk_file = FieldEdit(self.ask_card)
        self.desk_file.setObjectName(u"desk_file")
        self.desk_file.setProperty(u"vietnamese_input", False)
        self.desk_file.setProperty(u"max_chars", 400)

        self.ask_grid.addWidget(self.desk_file, 20, 0, 1, 2)

        self.desk_file_note = WrappedNote(self.ask_card)
        self.desk_file_note.setObjectName(u"desk_file_note")

        self.ask_grid.addWidget(self.desk_file_note, 21, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)

        self.ask_card_body.addLayout(self.ask_grid)


        self.side_body.addWidget(self.ask_card)

        self.sure = QLabel(LineActSide)
        self.sure.setObjectName(u"sure")
        self.sure.setWordWrap(True)
        self.sure.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.sure)

        self.problem = QLabel(LineActSide)
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
        self.do = ActionButton(LineActSide)
        self.do.setObjectName(u"do")
        self.do.setProperty(u"key_text", u"F9")
        self.do.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.do)

        self.back = ActionButton(LineActSide)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"key_text", u"Esc")

        self.keys_body.addWidget(self.back)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.approval_label.setBuddy(self.approval)
        self.day_label.setBuddy(self.day)
        self.reason_label.setBuddy(self.reason)
        self.folder_label.setBuddy(self.folder)
        self.line_file_label.setBuddy(self.line_file)
        self.code_label.setBuddy(self.code)
        self.desk_file_label.setBuddy(self.desk_file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LineActSide)
    # setupUi

    def retranslateUi(self, LineActSide):
        self.approval_label.setText(QCoreApplication.translate("LineActSide", u"S\u1ed1 v\u0103n b\u1ea3n cho ph\u00e9p", None))
#if QT_CONFIG(accessibility)
        self.approval.setAccessibleName(QCoreApplication.translate("LineActSide", u"S\u1ed1 v\u0103n b\u1ea3n cho ph\u00e9p", None))
#endif // QT_CONFIG(accessibility)
        self.day_label.setText(QCoreApplication.translate("LineActSide", u"Ng\u00e0y v\u0103n b\u1ea3n", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("LineActSide", u"Ng\u00e0y v\u0103n b\u1ea3n", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("LineActSide", u"V\u00ec sao \u0111\u00f3ng", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("LineActSide", u"V\u00ec sao \u0111\u00f3ng", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.more_reasons.setAccessibleName(QCoreApplication.translate("LineActSide", u"V\u00ec sao \u0111\u00f3ng, c\u00e1c l\u00fd do kh\u00e1c", None))
#endif // QT_CONFIG(accessibility)
        self.folder_label.setText(QCoreApplication.translate("LineActSide", u"\u0110\u01b0\u1eddng d\u1eabn th\u01b0 m\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("LineActSide", u"\u0110\u01b0\u1eddng d\u1eabn th\u01b0 m\u1ee5c chung", None))
#endif // QT_CONFIG(accessibility)
        self.line_file_label.setText(QCoreApplication.translate("LineActSide", u"T\u1ec7p \u0111\u01b0\u1eddng m\u1ea1ng", None))
#if QT_CONFIG(accessibility)
        self.line_file.setAccessibleName(QCoreApplication.translate("LineActSide", u"\u0110\u01b0\u1eddng d\u1eabn t\u1ec7p \u0111\u01b0\u1eddng m\u1ea1ng", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("LineActSide", u"M\u00e3 m\u1ed9t l\u1ea7n", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("LineActSide", u"M\u00e3 m\u1ed9t l\u1ea7n", None))
#endif // QT_CONFIG(accessibility)
        self.desk_file_label.setText(QCoreApplication.translate("LineActSide", u"T\u1ec7p b\u00e0n m\u1edbi nh\u1ea5t (c\u00f3 th\u1ec3 b\u1ecf tr\u1ed1ng)", None))
#if QT_CONFIG(accessibility)
        self.desk_file.setAccessibleName(QCoreApplication.translate("LineActSide", u"\u0110\u01b0\u1eddng d\u1eabn t\u1ec7p b\u00e0n", None))
#endif // QT_CONFIG(accessibility)
        self.do.setText(QCoreApplication.translate("LineActSide", u"Ghi", None))
        self.back.setText(QCoreApplication.translate("LineActSide", u"Th\u00f4i", None))
        pass
    # retranslateUi

