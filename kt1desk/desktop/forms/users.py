# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'users.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_UsersPage(object):
    def setupUi(self, UsersPage):
        if not UsersPage.objectName():
            UsersPage.setObjectName(u"UsersPage")
        UsersPage.resize(838, 660)
        self.page_body = QVBoxLayout(UsersPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.problem = QLabel(UsersPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"warn-box")

        self.page_body.addWidget(self.problem)

        self.list_card = Card(UsersPage)
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

        self.users = WholeRowsTable(self.list_card)
        self.users.setObjectName(u"users")

        self.list_body.addWidget(self.users)

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

        self.list_says_4 = QLabel(self.list_card)
        self.list_says_4.setObjectName(u"list_says_4")
        self.list_says_4.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_4)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.page_body.addWidget(self.list_card)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_body.addItem(self.spacer_3)

        self.page_body.setStretch(1, 1)

        self.retranslateUi(UsersPage)
    # setupUi

    def retranslateUi(self, UsersPage):
        self.list_title.setText(QCoreApplication.translate("UsersPage", u"Ng\u01b0\u1eddi d\u00f9ng c\u1ee7a b\u00e0n", None))
#if QT_CONFIG(accessibility)
        self.users.setAccessibleName(QCoreApplication.translate("UsersPage", u"Ng\u01b0\u1eddi d\u00f9ng c\u1ee7a b\u00e0n", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("UsersPage", u"Ctrl+N", None))
        self.list_says_1.setText(QCoreApplication.translate("UsersPage", u"ng\u01b0\u1eddi m\u1edbi", None))
        self.list_key_2.setText(QCoreApplication.translate("UsersPage", u"Ctrl+E", None))
        self.list_says_2.setText(QCoreApplication.translate("UsersPage", u"\u0111\u1ed5i vai tr\u00f2", None))
        self.list_key_3.setText(QCoreApplication.translate("UsersPage", u"Ctrl+M", None))
        self.list_says_3.setText(QCoreApplication.translate("UsersPage", u"\u0111\u1eb7t m\u1eadt kh\u1ea9u", None))
        self.list_key_4.setText(QCoreApplication.translate("UsersPage", u"Ctrl+Delete", None))
        self.list_says_4.setText(QCoreApplication.translate("UsersPage", u"cho th\u00f4i", None))
        pass
    # retranslateUi

