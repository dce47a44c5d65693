# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_make.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_ReportMake(object):
    def setupUi(self, ReportMake):
        if not ReportMake.objectName():
            ReportMake.setObjectName(u"ReportMake")
        ReportMake.resize(838, 612)
        self.work_body = QVBoxLayout(ReportMake)
        self.work_body.setSpacing(8)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.view_card = Card(ReportMake)
        self.view_card.setObjectName(u"view_card")
        self.view_body = QVBoxLayout(self.view_card)
        self.view_body.setSpacing(4)
        self.view_body.setObjectName(u"view_body")
        self.view_body.setContentsMargins(16, 8, 16, 8)
        self.list_title = QLabel(self.view_card)
        self.list_title.setObjectName(u"list_title")
        self.list_title.setProperty(u"role", u"h2")

        self.view_body.addWidget(self.list_title)

        self.templates = WholeRowsTable(self.view_card)
        self.templates.setObjectName(u"templates")

        self.view_body.addWidget(self.templates)

        self.list_foot = QHBoxLayout()
        self.list_foot.setSpacing(8)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setContentsMargins(0, 0, 0, 0)
        self.list_key_1 = KeyCap(self.view_card)
        self.list_key_1.setObjectName(u"list_key_1")

        self.list_foot.addWidget(self.list_key_1)

        self.list_says_1 = QLabel(self.view_card)
        self.list_says_1.setObjectName(u"list_says_1")
        self.list_says_1.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_1)

        self.list_key_2 = KeyCap(self.view_card)
        self.list_key_2.setObjectName(u"list_key_2")

        self.list_foot.addWidget(self.list_key_2)

        self.list_says_2 = QLabel(self.view_card)
        self.list_says_2.setObjectName(u"list_says_2")
        self.list_says_2.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_2)

        self.list_key_3 = KeyCap(self.view_card)
        self.list_key_3.setObjectName(u"list_key_3")

        self.list_foot.addWidget(self.list_key_3)

        self.list_says_3 = QLabel(self.view_card)
        self.list_says_3.setObjectName(u"list_says_3")
        self.list_says_3.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_3)

        self.list_key_4 = KeyCap(self.view_card)
        self.list_key_4.setObjectName(u"list_key_4")

        self.list_foot.addWidget(self.list_key_4)

        self.list_says_4 = QLabel(self.view_card)
        self.list_says_4.setObjectName(u"list_says_4")
        self.list_says_4.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_4)

        self.list_key_5 = KeyCap(self.view_card)
        self.list_key_5.setObjectName(u"list_key_5")

        self.list_foot.addWidget(self.list_key_5)

        self.list_says_5 = QLabel(self.view_card)
        self.list_says_5.setObjectName(u"list_says_5")
        self.list_says_5.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_5)

        self.spacer_foot = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_foot)


        self.view_body.addLayout(self.list_foot)

        self.view_body.setStretch(1, 1)

        self.work_body.addWidget(self.view_card)


        self.retranslateUi(ReportMake)
    # setupUi

    def retranslateUi(self, ReportMake):
        self.list_title.setText(QCoreApplication.translate("ReportMake", u"Ch\u1ecdn b\u00e1o c\u00e1o", None))
#if QT_CONFIG(accessibility)
        self.templates.setAccessibleName(QCoreApplication.translate("ReportMake", u"C\u00e1c b\u00e1o c\u00e1o", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("ReportMake", u"Enter", None))
        self.list_says_1.setText(QCoreApplication.translate("ReportMake", u"l\u1eadp b\u00e1o c\u00e1o", None))
        self.list_key_2.setText(QCoreApplication.translate("ReportMake", u"Ctrl+M", None))
        self.list_says_2.setText(QCoreApplication.translate("ReportMake", u"b\u00e1o c\u00e1o kh\u00e1c", None))
        self.list_key_3.setText(QCoreApplication.translate("ReportMake", u"Ctrl+E", None))
        self.list_says_3.setText(QCoreApplication.translate("ReportMake", u"\u0111\u1ed5i k\u1ef3", None))
        self.list_key_4.setText(QCoreApplication.translate("ReportMake", u"Ctrl+L", None))
        self.list_says_4.setText(QCoreApplication.translate("ReportMake", u"t\u1edbi b\u00e1o c\u00e1o", None))
        self.list_key_5.setText(QCoreApplication.translate("ReportMake", u"Ctrl+R", None))
        self.list_says_5.setText(QCoreApplication.translate("ReportMake", u"l\u1eadp l\u1ea1i", None))
        pass
    # retranslateUi

