# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'systems.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, KeyCap, WholeRowsTable,
    WrappedNote)

class Ui_Systems(object):
    def setupUi(self, Systems):
        if not Systems.objectName():
            Systems.setObjectName(u"Systems")
        Systems.resize(838, 612)
        self.work_body = QVBoxLayout(Systems)
        self.work_body.setSpacing(12)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.systems_card = Card(Systems)
        self.systems_card.setObjectName(u"systems_card")
        self.systems_body = QVBoxLayout(self.systems_card)
        self.systems_body.setSpacing(4)
        self.systems_body.setObjectName(u"systems_body")
        self.systems_body.setContentsMargins(16, 8, 16, 8)
        self.systems_title = QLabel(self.systems_card)
        self.systems_title.setObjectName(u"systems_title")
        self.systems_title.setProperty(u"role", u"h2")

        self.systems_body.addWidget(self.systems_title)

        self.systems = WholeRowsTable(self.systems_card)
        self.systems.setObjectName(u"systems")

        self.systems_body.addWidget(self.systems)

        self.systems_body.setStretch(1, 1)

        self.work_body.addWidget(self.systems_card)

        self.list_card = Card(Systems)
        self.list_card.setObjectName(u"list_card")
        self.list_body = QVBoxLayout(self.list_card)
        self.list_body.setSpacing(4)
        self.list_body.setObjectName(u"list_body")
        self.list_body.setContentsMargins(16, 8, 16, 8)
        self.list_heading = QHBoxLayout()
        self.list_heading.setSpacing(8)
        self.list_heading.setObjectName(u"list_heading")
        self.list_heading.setContentsMargins(0, 0, 0, 0)
        self.list_title = QLabel(self.list_card)
        self.list_title.setObjectName(u"list_title")
        self.list_title.setProperty(u"role", u"h2")

        self.list_heading.addWidget(self.list_title)

        self.spacer_head = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_heading.addItem(self.spacer_head)

        self.list_count = QLabel(self.list_card)
        self.list_count.setObjectName(u"list_count")
        self.list_count.setProperty(u"role", u"muted")

        self.list_heading.addWidget(self.list_count)


        self.list_body.addLayout(self.list_heading)

        self.rows = WholeRowsTable(self.list_card)
        self.rows.setObjectName(u"rows")

        self.list_body.addWidget(self.rows)

        self.answers = WholeRowsTable(self.list_card)
        self.answers.setObjectName(u"answers")

        self.list_body.addWidget(self.answers)

        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(8)
        self.file_row.setObjectName(u"file_row")
        self.file_row.setContentsMargins(0, 4, 0, 0)
        self.file_label = QLabel(self.list_card)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setMinimumSize(QSize(128, 0))

        self.file_row.addWidget(self.file_label)

        self.file = FieldEdit(self.list_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 400)

        self.file_row.addWidget(self.file)


        self.list_body.addLayout(self.file_row)

        self.file_note = WrappedNote(self.list_card)
        self.file_note.setObjectName(u"file_note")

        self.list_body.addWidget(self.file_note)

        self.answer_row = QHBoxLayout()
        self.answer_row.setSpacing(8)
        self.answer_row.setObjectName(u"answer_row")
        self.answer_row.setContentsMargins(0, 4, 0, 0)
        self.answer_label = QLabel(self.list_card)
        self.answer_label.setObjectName(u"answer_label")
        self.answer_label.setMinimumSize(QSize(128, 0))

        self.answer_row.addWidget(self.answer_label)

        self.answer = FieldEdit(self.list_card)
        self.answer.setObjectName(u"answer")
        self.answer.setProperty(u"max_chars", 400)

        self.answer_row.addWidget(self.answer)


        self.list_body.addLayout(self.answer_row)

        self.answer_note = WrappedNote(self.list_card)
        self.answer_note.setObjectName(u"answer_note")

        self.list_body.addWidget(self.answer_note)

        self.list_foot = QHBoxLayout()
        self.list_foot.setSpacing(8)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setContentsMargins(0, 0, 0, 0)
        self.list_key_1 = KeyCap(self.list_card)
        self.list_key_1.setObjectName(u"list_key_1")

        self.list_foot.addWidget(self.list_key_1)

        self.list_says_1 = QLabel(self.list_card)
        self.list_says_1.setObjectName(u"list_says_1")
        self.list_says_1.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_1)

        self.list_key_2 = KeyCap(self.list_card)
        self.list_key_2.setObjectName(u"list_key_2")

        self.list_foot.addWidget(self.list_key_2)

        self.list_says_2 = QLabel(self.list_card)
        self.list_says_2.setObjectName(u"list_says_2")
        self.list_says_2.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_2)

        self.list_key_4 = KeyCap(self.list_card)
        self.list_key_4.setObjectName(u"list_key_4")

        self.list_foot.addWidget(self.list_key_4)

        self.list_says_4 = QLabel(self.list_card)
        self.list_says_4.setObjectName(u"list_says_4")
        self.list_says_4.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_4)

        self.spacer_foot = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_foot)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)
        self.list_body.setStretch(2, 1)

        self.work_body.addWidget(self.list_card)

        self.work_body.setStretch(0, 2)
        self.work_body.setStretch(1, 5)
#if QT_CONFIG(shortcut)
        self.file_label.setBuddy(self.file)
        self.answer_label.setBuddy(self.answer)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Systems)
    # setupUi

    def retranslateUi(self, Systems):
        self.systems_title.setText(QCoreApplication.translate("Systems", u"H\u1ec7 th\u1ed1ng kh\u00e1c", None))
#if QT_CONFIG(accessibility)
        self.systems.setAccessibleName(QCoreApplication.translate("Systems", u"H\u1ec7 th\u1ed1ng kh\u00e1c", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("Systems", u"Ch\u01b0a \u0111\u01b0\u1ee3c b\u00ean kia nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.answers.setAccessibleName(QCoreApplication.translate("Systems", u"C\u00e1c d\u00f2ng c\u1ee7a t\u1ec7p tr\u1ea3 v\u1ec1", None))
#endif // QT_CONFIG(accessibility)
        self.file_label.setText(QCoreApplication.translate("Systems", u"T\u1ec7p s\u1ebd ghi (F9)", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("Systems", u"T\u1ec7p s\u1ebd ghi, .xlsx ho\u1eb7c .csv", None))
#endif // QT_CONFIG(accessibility)
        self.answer_label.setText(QCoreApplication.translate("Systems", u"T\u1ec7p tr\u1ea3 v\u1ec1 (F8)", None))
#if QT_CONFIG(accessibility)
        self.answer.setAccessibleName(QCoreApplication.translate("Systems", u"T\u1ec7p b\u00ean kia tr\u1ea3 v\u1ec1", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("Systems", u"Ctrl+M", None))
        self.list_says_1.setText(QCoreApplication.translate("Systems", u"t\u1edbi c\u00e1c h\u1ec7 th\u1ed1ng", None))
        self.list_key_2.setText(QCoreApplication.translate("Systems", u"Ctrl+L", None))
        self.list_says_2.setText(QCoreApplication.translate("Systems", u"t\u1edbi danh s\u00e1ch", None))
        self.list_key_4.setText(QCoreApplication.translate("Systems", u"Ctrl+R", None))
        self.list_says_4.setText(QCoreApplication.translate("Systems", u"\u0111\u1ecdc l\u1ea1i", None))
        pass
    # retranslateUi

