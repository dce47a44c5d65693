# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lists.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, KeyCap,
    NoteLabel, SegmentedChoice, WholeRowsTable)

class Ui_ListsPage(object):
    def setupUi(self, ListsPage):
        if not ListsPage.objectName():
            ListsPage.setObjectName(u"ListsPage")
        ListsPage.resize(838, 640)
        self.lists_body = QVBoxLayout(ListsPage)
        self.lists_body.setSpacing(12)
        self.lists_body.setObjectName(u"lists_body")
        self.lists_body.setContentsMargins(0, 0, 0, 0)
        self.task_row = QHBoxLayout()
        self.task_row.setSpacing(8)
        self.task_row.setObjectName(u"task_row")
        self.task_row.setContentsMargins(0, 0, 0, 0)
        self.task = SegmentedChoice(ListsPage)
        self.task.setObjectName(u"task")

        self.task_row.addWidget(self.task)

        self.key_task = KeyCap(ListsPage)
        self.key_task.setObjectName(u"key_task")

        self.task_row.addWidget(self.key_task)


        self.lists_body.addLayout(self.task_row)

        self.file_card = Card(ListsPage)
        self.file_card.setObjectName(u"file_card")
        self.file_body = QVBoxLayout(self.file_card)
        self.file_body.setSpacing(8)
        self.file_body.setObjectName(u"file_body")
        self.file_body.setContentsMargins(16, 12, 16, 4)
        self.file_grid = QGridLayout()
        self.file_grid.setObjectName(u"file_grid")
        self.file_grid.setHorizontalSpacing(8)
        self.file_grid.setVerticalSpacing(2)
        self.file_grid.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel(self.file_card)
        self.file_label.setObjectName(u"file_label")

        self.file_grid.addWidget(self.file_label, 0, 0, 1, 1)

        self.file = FieldEdit(self.file_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 400)

        self.file_grid.addWidget(self.file, 0, 1, 1, 1)

        self.choose = ActionButton(self.file_card)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"key_text", u"Ctrl+O")

        self.file_grid.addWidget(self.choose, 0, 2, 1, 1)

        self.list_row = QHBoxLayout()
        self.list_row.setSpacing(8)
        self.list_row.setObjectName(u"list_row")
        self.list_row.setContentsMargins(0, 0, 0, 0)
        self.list_label = QLabel(self.file_card)
        self.list_label.setObjectName(u"list_label")

        self.list_row.addWidget(self.list_label)

        self.list_id = FieldEdit(self.file_card)
        self.list_id.setObjectName(u"list_id")
        self.list_id.setProperty(u"max_chars", 60)
        self.list_id.setMaximumSize(QSize(120, 16777215))

        self.list_row.addWidget(self.list_id)


        self.file_grid.addLayout(self.list_row, 0, 3, 1, 1)

        self.file_note = NoteLabel(self.file_card)
        self.file_note.setObjectName(u"file_note")

        self.file_grid.addWidget(self.file_note, 1, 1, 1, 3)

        self.file_grid.setColumnStretch(1, 1)

        self.file_body.addLayout(self.file_grid)


        self.lists_body.addWidget(self.file_card)

        self.report_card = Card(ListsPage)
        self.report_card.setObjectName(u"report_card")
        self.report_grid = QGridLayout(self.report_card)
        self.report_grid.setObjectName(u"report_grid")
        self.report_grid.setHorizontalSpacing(8)
        self.report_grid.setVerticalSpacing(2)
        self.report_grid.setContentsMargins(16, 12, 16, 4)
        self.report_label = QLabel(self.report_card)
        self.report_label.setObjectName(u"report_label")

        self.report_grid.addWidget(self.report_label, 0, 0, 1, 1)

        self.report = FieldEdit(self.report_card)
        self.report.setObjectName(u"report")
        self.report.setProperty(u"max_chars", 400)

        self.report_grid.addWidget(self.report, 0, 1, 1, 1)

        self.key_save = KeyCap(self.report_card)
        self.key_save.setObjectName(u"key_save")

        self.report_grid.addWidget(self.key_save, 0, 2, 1, 1)

        self.save_says = QLabel(self.report_card)
        self.save_says.setObjectName(u"save_says")
        self.save_says.setProperty(u"role", u"muted")

        self.report_grid.addWidget(self.save_says, 0, 3, 1, 1)

        self.key_no_report = KeyCap(self.report_card)
        self.key_no_report.setObjectName(u"key_no_report")

        self.report_grid.addWidget(self.key_no_report, 0, 4, 1, 1)

        self.no_report_says = QLabel(self.report_card)
        self.no_report_says.setObjectName(u"no_report_says")
        self.no_report_says.setProperty(u"role", u"muted")

        self.report_grid.addWidget(self.no_report_says, 0, 5, 1, 1)

        self.report_note = NoteLabel(self.report_card)
        self.report_note.setObjectName(u"report_note")

        self.report_grid.addWidget(self.report_note, 1, 1, 1, 5)

        self.report_grid.setColumnStretch(1, 1)

        self.lists_body.addWidget(self.report_card)

        self.lines_card = Card(ListsPage)
        self.lines_card.setObjectName(u"lines_card")
        self.lines_card_body = QVBoxLayout(self.lines_card)
        self.lines_card_body.setSpacing(4)
        self.lines_card_body.setObjectName(u"lines_card_body")
        self.lines_card_body.setContentsMargins(16, 8, 16, 8)
        self.lines_heading = QHBoxLayout()
        self.lines_heading.setSpacing(6)
        self.lines_heading.setObjectName(u"lines_heading")
        self.lines_heading.setContentsMargins(0, 0, 0, 0)
        self.lines_title = QLabel(self.lines_card)
        self.lines_title.setObjectName(u"lines_title")
        self.lines_title.setProperty(u"role", u"h2")

        self.lines_heading.addWidget(self.lines_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lines_heading.addItem(self.spacer_1)

        self.lines_count = QLabel(self.lines_card)
        self.lines_count.setObjectName(u"lines_count")
        self.lines_count.setProperty(u"role", u"muted")

        self.lines_heading.addWidget(self.lines_count)


        self.lines_card_body.addLayout(self.lines_heading)

        self.lines = WholeRowsTable(self.lines_card)
        self.lines.setObjectName(u"lines")

        self.lines_card_body.addWidget(self.lines)

        self.lines_foot = QHBoxLayout()
        self.lines_foot.setSpacing(8)
        self.lines_foot.setObjectName(u"lines_foot")
        self.lines_foot.setContentsMargins(0, 0, 0, 0)
        self.key_filter = KeyCap(self.lines_card)
        self.key_filter.setObjectName(u"key_filter")

        self.lines_foot.addWidget(self.key_filter)

        self.filter_says = QLabel(self.lines_card)
        self.filter_says.setObjectName(u"filter_says")
        self.filter_says.setProperty(u"role", u"muted")

        self.lines_foot.addWidget(self.filter_says)

        self.spacer_foot = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lines_foot.addItem(self.spacer_foot)


        self.lines_card_body.addLayout(self.lines_foot)


        self.lists_body.addWidget(self.lines_card)

        self.lists_body.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.file_label.setBuddy(self.file)
        self.list_label.setBuddy(self.list_id)
        self.report_label.setBuddy(self.report)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ListsPage)
    # setupUi

    def retranslateUi(self, ListsPage):
#if QT_CONFIG(accessibility)
        self.task.setAccessibleName(QCoreApplication.translate("ListsPage", u"L\u00e0m g\u00ec v\u1edbi t\u1ec7p", None))
#endif // QT_CONFIG(accessibility)
        self.key_task.setText(QCoreApplication.translate("ListsPage", u"Ctrl+M", None))
        self.file_label.setText(QCoreApplication.translate("ListsPage", u"T\u1ec7p", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("ListsPage", u"\u0110\u01b0\u1eddng d\u1eabn c\u1ee7a t\u1ec7p danh s\u00e1ch", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("ListsPage", u"Ch\u1ecdn", None))
        self.list_label.setText(QCoreApplication.translate("ListsPage", u"S\u1ed1 danh s\u00e1ch", None))
#if QT_CONFIG(accessibility)
        self.list_id.setAccessibleName(QCoreApplication.translate("ListsPage", u"S\u1ed1 danh s\u00e1ch, khi trong t\u1ec7p kh\u00f4ng ghi", None))
#endif // QT_CONFIG(accessibility)
        self.report_label.setText(QCoreApplication.translate("ListsPage", u"L\u01b0u b\u00e1o c\u00e1o v\u00e0o", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("ListsPage", u"T\u1ec7p b\u00e1o c\u00e1o, .xlsx ho\u1eb7c .csv", None))
#endif // QT_CONFIG(accessibility)
        self.key_save.setText(QCoreApplication.translate("ListsPage", u"Enter", None))
        self.save_says.setText(QCoreApplication.translate("ListsPage", u"l\u01b0u", None))
        self.key_no_report.setText(QCoreApplication.translate("ListsPage", u"Esc", None))
        self.no_report_says.setText(QCoreApplication.translate("ListsPage", u"th\u00f4i", None))
        self.lines_title.setText(QCoreApplication.translate("ListsPage", u"C\u00e1c d\u00f2ng", None))
        self.lines_count.setText("")
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("ListsPage", u"C\u00e1c d\u00f2ng c\u1ee7a danh s\u00e1ch", None))
#endif // QT_CONFIG(accessibility)
        self.key_filter.setText(QCoreApplication.translate("ListsPage", u"Ctrl+L", None))
        self.filter_says.setText(QCoreApplication.translate("ListsPage", u"ch\u1ec9 d\u00f2ng b\u1ecb t\u1eeb ch\u1ed1i", None))
        pass
    # retranslateUi

