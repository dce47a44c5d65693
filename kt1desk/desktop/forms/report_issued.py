# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_issued.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_ReportIssued(object):
    def setupUi(self, ReportIssued):
        if not ReportIssued.objectName():
            ReportIssued.setObjectName(u"ReportIssued")
        ReportIssued.resize(838, 612)
        self.work_body = QVBoxLayout(ReportIssued)
        self.work_body.setSpacing(12)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.list_card = Card(ReportIssued)
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

        self.spacer_heading = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_heading.addItem(self.spacer_heading)

        self.list_count = QLabel(self.list_card)
        self.list_count.setObjectName(u"list_count")
        self.list_count.setProperty(u"role", u"muted")

        self.list_heading.addWidget(self.list_count)


        self.list_body.addLayout(self.list_heading)

        self.issued = WholeRowsTable(self.list_card)
        self.issued.setObjectName(u"issued")

        self.list_body.addWidget(self.issued)

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

        self.list_key_3 = KeyCap(self.list_card)
        self.list_key_3.setObjectName(u"list_key_3")

        self.list_foot.addWidget(self.list_key_3)

        self.list_says_3 = QLabel(self.list_card)
        self.list_says_3.setObjectName(u"list_says_3")
        self.list_says_3.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_3)

        self.spacer_foot = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_foot)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.work_body.addWidget(self.list_card)

        self.view_card = Card(ReportIssued)
        self.view_card.setObjectName(u"view_card")
        self.view_body = QVBoxLayout(self.view_card)
        self.view_body.setSpacing(4)
        self.view_body.setObjectName(u"view_body")
        self.view_body.setContentsMargins(16, 8, 16, 8)
        self.view_title = QLabel(self.view_card)
        self.view_title.setObjectName(u"view_title")
        self.view_title.setProperty(u"role", u"h2")

        self.view_body.addWidget(self.view_title)

        self.changes = WholeRowsTable(self.view_card)
        self.changes.setObjectName(u"changes")

        self.view_body.addWidget(self.changes)

        self.view_body.setStretch(1, 1)

        self.work_body.addWidget(self.view_card)

        self.work_body.setStretch(0, 2)
        self.work_body.setStretch(1, 3)

        self.retranslateUi(ReportIssued)
    # setupUi

    def retranslateUi(self, ReportIssued):
        self.list_title.setText(QCoreApplication.translate("ReportIssued", u"B\u00e1o c\u00e1o \u0111\u00e3 ph\u00e1t h\u00e0nh", None))
#if QT_CONFIG(accessibility)
        self.issued.setAccessibleName(QCoreApplication.translate("ReportIssued", u"B\u00e1o c\u00e1o \u0111\u00e3 ph\u00e1t h\u00e0nh", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("ReportIssued", u"Enter", None))
        self.list_says_1.setText(QCoreApplication.translate("ReportIssued", u"\u0111\u1ecdc b\u00e1o c\u00e1o", None))
        self.list_key_2.setText(QCoreApplication.translate("ReportIssued", u"Ctrl+L", None))
        self.list_says_2.setText(QCoreApplication.translate("ReportIssued", u"t\u1edbi danh s\u00e1ch", None))
        self.list_key_3.setText(QCoreApplication.translate("ReportIssued", u"Ctrl+R", None))
        self.list_says_3.setText(QCoreApplication.translate("ReportIssued", u"\u0111\u1ecdc l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("ReportIssued", u"S\u1ed1 li\u1ec7u \u0111\u00e3 \u0111\u1ed5i", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

