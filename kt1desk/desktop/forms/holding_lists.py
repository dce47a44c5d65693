# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'holding_lists.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_HoldingLists(object):
    def setupUi(self, HoldingLists):
        if not HoldingLists.objectName():
            HoldingLists.setObjectName(u"HoldingLists")
        HoldingLists.resize(838, 612)
        self.lists_body = QHBoxLayout(HoldingLists)
        self.lists_body.setSpacing(12)
        self.lists_body.setObjectName(u"lists_body")
        self.lists_body.setContentsMargins(0, 0, 0, 0)
        self.holders_card = Card(HoldingLists)
        self.holders_card.setObjectName(u"holders_card")
        self.holders_card.setMinimumSize(QSize(244, 0))
        self.holders_card.setMaximumSize(QSize(244, 16777215))
        self.holders_body = QVBoxLayout(self.holders_card)
        self.holders_body.setSpacing(4)
        self.holders_body.setObjectName(u"holders_body")
        self.holders_body.setContentsMargins(16, 8, 16, 8)
        self.holders_title = QLabel(self.holders_card)
        self.holders_title.setObjectName(u"holders_title")
        self.holders_title.setProperty(u"role", u"h2")

        self.holders_body.addWidget(self.holders_title)

        self.holders = WholeRowsTable(self.holders_card)
        self.holders.setObjectName(u"holders")

        self.holders_body.addWidget(self.holders)

        self.holders_body.setStretch(1, 1)

        self.lists_body.addWidget(self.holders_card)

        self.list_card = Card(HoldingLists)
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

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.lists_body.addWidget(self.list_card)

        self.lists_body.setStretch(1, 1)

        self.retranslateUi(HoldingLists)
    # setupUi

    def retranslateUi(self, HoldingLists):
        self.holders_title.setText(QCoreApplication.translate("HoldingLists", u"Ai gi\u1eef, \u1edf \u0111\u00e2u", None))
#if QT_CONFIG(accessibility)
        self.holders.setAccessibleName(QCoreApplication.translate("HoldingLists", u"Ng\u01b0\u1eddi v\u00e0 n\u01a1i \u0111ang gi\u1eef", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("HoldingLists", u"B\u01b0u g\u1eedi \u0111ang gi\u1eef", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

