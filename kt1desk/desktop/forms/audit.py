# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'audit.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, KeyCap, WholeRowsTable,
    WrappedNote)

class Ui_AuditList(object):
    def setupUi(self, AuditList):
        if not AuditList.objectName():
            AuditList.setObjectName(u"AuditList")
        AuditList.resize(838, 612)
        self.work_body = QVBoxLayout(AuditList)
        self.work_body.setSpacing(8)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.list_card = Card(AuditList)
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

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_heading.addItem(self.spacer_1)

        self.list_count = QLabel(self.list_card)
        self.list_count.setObjectName(u"list_count")
        self.list_count.setProperty(u"role", u"muted")

        self.list_heading.addWidget(self.list_count)


        self.list_body.addLayout(self.list_heading)

        self.rows = WholeRowsTable(self.list_card)
        self.rows.setObjectName(u"rows")

        self.list_body.addWidget(self.rows)

        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(8)
        self.file_row.setObjectName(u"file_row")
        self.file_row.setContentsMargins(0, 4, 0, 0)
        self.file_label = QLabel(self.list_card)
        self.file_label.setObjectName(u"file_label")

        self.file_row.addWidget(self.file_label)

        self.file = FieldEdit(self.list_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 400)

        self.file_row.addWidget(self.file)


        self.list_body.addLayout(self.file_row)

        self.file_note = WrappedNote(self.list_card)
        self.file_note.setObjectName(u"file_note")

        self.list_body.addWidget(self.file_note)

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

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.work_body.addWidget(self.list_card)

#if QT_CONFIG(shortcut)
        self.file_label.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AuditList)
    # setupUi

    def retranslateUi(self, AuditList):
        self.list_title.setText(QCoreApplication.translate("AuditList", u"Nh\u1eadt k\u00fd an ninh", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("AuditList", u"Nh\u1eadt k\u00fd an ninh", None))
#endif // QT_CONFIG(accessibility)
        self.file_label.setText(QCoreApplication.translate("AuditList", u"T\u1ec7p xu\u1ea5t", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("AuditList", u"T\u1ec7p xu\u1ea5t", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("AuditList", u"Ctrl+L", None))
        self.list_says_1.setText(QCoreApplication.translate("AuditList", u"t\u1edbi danh s\u00e1ch", None))
        self.list_key_2.setText(QCoreApplication.translate("AuditList", u"Ctrl+R", None))
        self.list_says_2.setText(QCoreApplication.translate("AuditList", u"\u0111\u1ecdc l\u1ea1i", None))
        pass
    # retranslateUi

