# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'registers_book.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_RegisterBook(object):
    def setupUi(self, RegisterBook):
        if not RegisterBook.objectName():
            RegisterBook.setObjectName(u"RegisterBook")
        RegisterBook.resize(838, 612)
        self.book_body = QHBoxLayout(RegisterBook)
        self.book_body.setSpacing(12)
        self.book_body.setObjectName(u"book_body")
        self.book_body.setContentsMargins(0, 0, 0, 0)
        self.registers_card = Card(RegisterBook)
        self.registers_card.setObjectName(u"registers_card")
        self.registers_body = QVBoxLayout(self.registers_card)
        self.registers_body.setSpacing(4)
        self.registers_body.setObjectName(u"registers_body")
        self.registers_body.setContentsMargins(16, 8, 16, 8)
        self.registers_title = QLabel(self.registers_card)
        self.registers_title.setObjectName(u"registers_title")
        self.registers_title.setProperty(u"role", u"h2")

        self.registers_body.addWidget(self.registers_title)

        self.registers = WholeRowsTable(self.registers_card)
        self.registers.setObjectName(u"registers")

        self.registers_body.addWidget(self.registers)

        self.registers_body.setStretch(1, 1)

        self.book_body.addWidget(self.registers_card)

        self.list_card = Card(RegisterBook)
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

        self.entries = WholeRowsTable(self.list_card)
        self.entries.setObjectName(u"entries")

        self.list_body.addWidget(self.entries)

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

        self.book_body.addWidget(self.list_card)

        self.book_body.setStretch(1, 1)

        self.retranslateUi(RegisterBook)
    # setupUi

    def retranslateUi(self, RegisterBook):
        self.registers_title.setText(QCoreApplication.translate("RegisterBook", u"S\u1ed5", None))
#if QT_CONFIG(accessibility)
        self.registers.setAccessibleName(QCoreApplication.translate("RegisterBook", u"C\u00e1c s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.entries.setAccessibleName(QCoreApplication.translate("RegisterBook", u"C\u00e1c d\u00f2ng c\u1ee7a s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("RegisterBook", u"Enter", None))
        self.list_says_1.setText(QCoreApplication.translate("RegisterBook", u"xem, s\u1eeda", None))
        self.list_key_2.setText(QCoreApplication.translate("RegisterBook", u"Ctrl+N", None))
        self.list_says_2.setText(QCoreApplication.translate("RegisterBook", u"d\u00f2ng m\u1edbi", None))
        self.list_key_3.setText(QCoreApplication.translate("RegisterBook", u"Ctrl+L", None))
        self.list_says_3.setText(QCoreApplication.translate("RegisterBook", u"\u0111\u1ed5i s\u1ed5", None))
        pass
    # retranslateUi

