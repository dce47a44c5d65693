# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'arrival.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_ArrivalWork(object):
    def setupUi(self, ArrivalWork):
        if not ArrivalWork.objectName():
            ArrivalWork.setObjectName(u"ArrivalWork")
        ArrivalWork.resize(838, 612)
        self.work_body = QVBoxLayout(ArrivalWork)
        self.work_body.setSpacing(12)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.head_card = Card(ArrivalWork)
        self.head_card.setObjectName(u"head_card")
        self.head_body = QHBoxLayout(self.head_card)
        self.head_body.setSpacing(12)
        self.head_body.setObjectName(u"head_body")
        self.head_body.setContentsMargins(16, 8, 16, 8)
        self.dispatch_number = QLabel(self.head_card)
        self.dispatch_number.setObjectName(u"dispatch_number")
        self.dispatch_number.setProperty(u"role", u"number")

        self.head_body.addWidget(self.dispatch_number)

        self.dispatch_from = QLabel(self.head_card)
        self.dispatch_from.setObjectName(u"dispatch_from")
        self.dispatch_from.setProperty(u"role", u"muted")

        self.head_body.addWidget(self.dispatch_from)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head_body.addItem(self.spacer_1)

        self.dispatch_state = QLabel(self.head_card)
        self.dispatch_state.setObjectName(u"dispatch_state")
        self.dispatch_state.setProperty(u"role", u"muted")

        self.head_body.addWidget(self.dispatch_state)


        self.work_body.addWidget(self.head_card)

        self.list_card = Card(ArrivalWork)
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

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_heading.addItem(self.spacer_2)

        self.list_count = QLabel(self.list_card)
        self.list_count.setObjectName(u"list_count")
        self.list_count.setProperty(u"role", u"muted")

        self.list_heading.addWidget(self.list_count)


        self.list_body.addLayout(self.list_heading)

        self.rows = WholeRowsTable(self.list_card)
        self.rows.setObjectName(u"rows")

        self.list_body.addWidget(self.rows)

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

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_3)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.work_body.addWidget(self.list_card)

        self.work_body.setStretch(1, 1)

        self.retranslateUi(ArrivalWork)
    # setupUi

    def retranslateUi(self, ArrivalWork):
        self.list_title.setText(QCoreApplication.translate("ArrivalWork", u"Chuy\u1ebfn \u0111ang t\u1edbi", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("ArrivalWork", u"Chuy\u1ebfn \u0111ang t\u1edbi", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("ArrivalWork", u"Enter", None))
        self.list_says_1.setText(QCoreApplication.translate("ArrivalWork", u"m\u1edf chuy\u1ebfn", None))
        self.list_key_2.setText(QCoreApplication.translate("ArrivalWork", u"Ctrl+L", None))
        self.list_says_2.setText(QCoreApplication.translate("ArrivalWork", u"b\u01b0u g\u1eedi, t\u00fai, sai l\u1ec7ch", None))
        self.list_key_3.setText(QCoreApplication.translate("ArrivalWork", u"Ctrl+O", None))
        self.list_says_3.setText(QCoreApplication.translate("ArrivalWork", u"l\u1ea5y t\u1ec7p d\u1eef li\u1ec7u", None))
        pass
    # retranslateUi

