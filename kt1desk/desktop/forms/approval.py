# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'approval.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_ApprovalWork(object):
    def setupUi(self, ApprovalWork):
        if not ApprovalWork.objectName():
            ApprovalWork.setObjectName(u"ApprovalWork")
        ApprovalWork.resize(838, 612)
        self.work_body = QVBoxLayout(ApprovalWork)
        self.work_body.setSpacing(8)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.list_card = Card(ApprovalWork)
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

        self.items = WholeRowsTable(self.list_card)
        self.items.setObjectName(u"items")

        self.list_body.addWidget(self.items)

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

        self.list_key_4 = KeyCap(self.list_card)
        self.list_key_4.setObjectName(u"list_key_4")

        self.list_foot.addWidget(self.list_key_4)

        self.exception_count = QLabel(self.list_card)
        self.exception_count.setObjectName(u"exception_count")
        self.exception_count.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.exception_count)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.work_body.addWidget(self.list_card)


        self.retranslateUi(ApprovalWork)
    # setupUi

    def retranslateUi(self, ApprovalWork):
        self.list_title.setText(QCoreApplication.translate("ApprovalWork", u"Ch\u1edd ng\u01b0\u1eddi th\u1ee9 hai duy\u1ec7t", None))
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("ApprovalWork", u"B\u01b0u g\u1eedi ch\u1edd duy\u1ec7t", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("ApprovalWork", u"D\u1ea5u c\u00e1ch", None))
        self.list_says_1.setText(QCoreApplication.translate("ApprovalWork", u"ch\u1ecdn, b\u1ecf ch\u1ecdn", None))
        self.list_key_2.setText(QCoreApplication.translate("ApprovalWork", u"Ctrl+A", None))
        self.list_says_2.setText(QCoreApplication.translate("ApprovalWork", u"ch\u1ecdn h\u1ebft", None))
        self.list_key_3.setText(QCoreApplication.translate("ApprovalWork", u"Enter", None))
        self.list_says_3.setText(QCoreApplication.translate("ApprovalWork", u"t\u1edbi ng\u01b0\u1eddi duy\u1ec7t", None))
        self.list_key_4.setText(QCoreApplication.translate("ApprovalWork", u"Ctrl+L", None))
        self.exception_count.setText(QCoreApplication.translate("ApprovalWork", u"ngo\u1ea1i l\u1ec7 ch\u1edd x\u00e9t", None))
        pass
    # retranslateUi

