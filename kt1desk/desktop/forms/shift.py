# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shift.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.cash_count import CashCount
from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_ShiftPage(object):
    def setupUi(self, ShiftPage):
        if not ShiftPage.objectName():
            ShiftPage.setObjectName(u"ShiftPage")
        ShiftPage.resize(822, 620)
        self.body = QHBoxLayout(ShiftPage)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.count_card = Card(ShiftPage)
        self.count_card.setObjectName(u"count_card")
        self.count_card.setMinimumSize(QSize(324, 0))
        self.count_card.setMaximumSize(QSize(324, 16777215))
        self.count_body = QVBoxLayout(self.count_card)
        self.count_body.setSpacing(8)
        self.count_body.setObjectName(u"count_body")
        self.count_body.setContentsMargins(16, 8, 16, 8)
        self.count_heading = QHBoxLayout()
        self.count_heading.setSpacing(8)
        self.count_heading.setObjectName(u"count_heading")
        self.count_heading.setContentsMargins(0, 0, 0, 0)
        self.count_title = QLabel(self.count_card)
        self.count_title.setObjectName(u"count_title")
        self.count_title.setProperty(u"role", u"h2")

        self.count_heading.addWidget(self.count_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.count_heading.addItem(self.spacer_1)

        self.count_hint = QHBoxLayout()
        self.count_hint.setSpacing(6)
        self.count_hint.setObjectName(u"count_hint")
        self.count_hint.setContentsMargins(0, 0, 0, 0)
        self.count_hint_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.count_hint.addItem(self.count_hint_spacer)

        self.count_hint_key_1 = KeyCap(self.count_card)
        self.count_hint_key_1.setObjectName(u"count_hint_key_1")

        self.count_hint.addWidget(self.count_hint_key_1)

        self.count_hint_says_1 = QLabel(self.count_card)
        self.count_hint_says_1.setObjectName(u"count_hint_says_1")
        self.count_hint_says_1.setProperty(u"role", u"muted")

        self.count_hint.addWidget(self.count_hint_says_1)


        self.count_heading.addLayout(self.count_hint)


        self.count_body.addLayout(self.count_heading)

        self.count = CashCount(self.count_card)
        self.count.setObjectName(u"count")

        self.count_body.addWidget(self.count)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.count_body.addItem(self.spacer_2)


        self.body.addWidget(self.count_card)

        self.right_body = QVBoxLayout()
        self.right_body.setSpacing(12)
        self.right_body.setObjectName(u"right_body")
        self.right_body.setContentsMargins(0, 0, 0, 0)
        self.lines_card = Card(ShiftPage)
        self.lines_card.setObjectName(u"lines_card")
        self.lines_body = QVBoxLayout(self.lines_card)
        self.lines_body.setSpacing(4)
        self.lines_body.setObjectName(u"lines_body")
        self.lines_body.setContentsMargins(16, 8, 16, 8)
        self.lines_heading = QHBoxLayout()
        self.lines_heading.setSpacing(8)
        self.lines_heading.setObjectName(u"lines_heading")
        self.lines_heading.setContentsMargins(0, 0, 0, 0)
        self.lines_title = QLabel(self.lines_card)
        self.lines_title.setObjectName(u"lines_title")
        self.lines_title.setProperty(u"role", u"h2")

        self.lines_heading.addWidget(self.lines_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lines_heading.addItem(self.spacer_4)

        self.lines_count = QLabel(self.lines_card)
        self.lines_count.setObjectName(u"lines_count")
        self.lines_count.setProperty(u"role", u"muted")

        self.lines_heading.addWidget(self.lines_count)


        self.lines_body.addLayout(self.lines_heading)

        self.lines = WholeRowsTable(self.lines_card)
        self.lines.setObjectName(u"lines")

        self.lines_body.addWidget(self.lines)


        self.right_body.addWidget(self.lines_card)

        self.items_card = Card(ShiftPage)
        self.items_card.setObjectName(u"items_card")
        self.items_body = QVBoxLayout(self.items_card)
        self.items_body.setSpacing(4)
        self.items_body.setObjectName(u"items_body")
        self.items_body.setContentsMargins(16, 8, 16, 8)
        self.items_heading = QHBoxLayout()
        self.items_heading.setSpacing(8)
        self.items_heading.setObjectName(u"items_heading")
        self.items_heading.setContentsMargins(0, 0, 0, 0)
        self.items_title = QLabel(self.items_card)
        self.items_title.setObjectName(u"items_title")
        self.items_title.setProperty(u"role", u"h2")

        self.items_heading.addWidget(self.items_title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.items_heading.addItem(self.spacer_3)

        self.items_count = QLabel(self.items_card)
        self.items_count.setObjectName(u"items_count")
        self.items_count.setProperty(u"role", u"muted")

        self.items_heading.addWidget(self.items_count)


        self.items_body.addLayout(self.items_heading)

        self.items = WholeRowsTable(self.items_card)
        self.items.setObjectName(u"items")

        self.items_body.addWidget(self.items)


        self.right_body.addWidget(self.items_card)

        self.right_body.setStretch(0, 5)
        self.right_body.setStretch(1, 4)

        self.body.addLayout(self.right_body)

        self.body.setStretch(1, 1)

        self.retranslateUi(ShiftPage)
    # setupUi

    def retranslateUi(self, ShiftPage):
        self.count_title.setText(QCoreApplication.translate("ShiftPage", u"\u0110\u1ebfm qu\u1ef9", None))
        self.count_hint_key_1.setText(QCoreApplication.translate("ShiftPage", u"Enter", None))
        self.count_hint_says_1.setText(QCoreApplication.translate("ShiftPage", u"d\u00f2ng sau", None))
        self.lines_title.setText(QCoreApplication.translate("ShiftPage", u"Ki\u1ec3m tra \u0111\u1ea7u ca", None))
        self.lines_count.setText("")
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("ShiftPage", u"Ki\u1ec3m tra \u0111\u1ea7u ca", None))
#endif // QT_CONFIG(accessibility)
        self.items_title.setText(QCoreApplication.translate("ShiftPage", u"B\u01b0u g\u1eedi trong ca", None))
        self.items_count.setText("")
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("ShiftPage", u"B\u01b0u g\u1eedi trong ca", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

