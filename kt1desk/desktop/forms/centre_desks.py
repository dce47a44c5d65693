# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'centre_desks.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, KeyCap, WholeRowsTable)

class Ui_CentreDesksPage(object):
    def setupUi(self, CentreDesksPage):
        if not CentreDesksPage.objectName():
            CentreDesksPage.setObjectName(u"CentreDesksPage")
        CentreDesksPage.resize(1280, 700)
        self.page_body = QVBoxLayout(CentreDesksPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(16, 12, 16, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(CentreDesksPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h1")

        self.head.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.search = FieldEdit(CentreDesksPage)
        self.search.setObjectName(u"search")
        self.search.setProperty(u"max_chars", 60)

        self.head.addWidget(self.search)

        self.search_key = KeyCap(CentreDesksPage)
        self.search_key.setObjectName(u"search_key")

        self.head.addWidget(self.search_key)


        self.page_body.addLayout(self.head)

        self.alarms = QLabel(CentreDesksPage)
        self.alarms.setObjectName(u"alarms")
        self.alarms.setWordWrap(True)
        self.alarms.setProperty(u"role", u"warn-box")

        self.page_body.addWidget(self.alarms)

        self.problem = QLabel(CentreDesksPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.page_body.addWidget(self.problem)

        self.desks_card = Card(CentreDesksPage)
        self.desks_card.setObjectName(u"desks_card")
        self.desks_card_body = QVBoxLayout(self.desks_card)
        self.desks_card_body.setSpacing(4)
        self.desks_card_body.setObjectName(u"desks_card_body")
        self.desks_card_body.setContentsMargins(16, 8, 16, 8)
        self.desks = WholeRowsTable(self.desks_card)
        self.desks.setObjectName(u"desks")

        self.desks_card_body.addWidget(self.desks)


        self.page_body.addWidget(self.desks_card)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(16)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.sums = QLabel(CentreDesksPage)
        self.sums.setObjectName(u"sums")
        self.sums.setProperty(u"role", u"muted")

        self.foot.addWidget(self.sums)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_2)

        self.read_at = QLabel(CentreDesksPage)
        self.read_at.setObjectName(u"read_at")
        self.read_at.setProperty(u"role", u"muted")

        self.foot.addWidget(self.read_at)

        self.keys = QHBoxLayout()
        self.keys.setSpacing(6)
        self.keys.setObjectName(u"keys")
        self.keys.setContentsMargins(0, 0, 0, 0)
        self.keys_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.keys.addItem(self.keys_spacer)

        self.keys_key_1 = KeyCap(CentreDesksPage)
        self.keys_key_1.setObjectName(u"keys_key_1")

        self.keys.addWidget(self.keys_key_1)

        self.keys_says_1 = QLabel(CentreDesksPage)
        self.keys_says_1.setObjectName(u"keys_says_1")
        self.keys_says_1.setProperty(u"role", u"muted")

        self.keys.addWidget(self.keys_says_1)

        self.keys_key_2 = KeyCap(CentreDesksPage)
        self.keys_key_2.setObjectName(u"keys_key_2")

        self.keys.addWidget(self.keys_key_2)

        self.keys_says_2 = QLabel(CentreDesksPage)
        self.keys_says_2.setObjectName(u"keys_says_2")
        self.keys_says_2.setProperty(u"role", u"muted")

        self.keys.addWidget(self.keys_says_2)


        self.foot.addLayout(self.keys)


        self.page_body.addLayout(self.foot)

        self.page_body.setStretch(3, 1)

        self.retranslateUi(CentreDesksPage)
    # setupUi

    def retranslateUi(self, CentreDesksPage):
        self.title.setText(QCoreApplication.translate("CentreDesksPage", u"C\u00e1c b\u00e0n c\u1ee7a t\u1ec9nh", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("CentreDesksPage", u"T\u00ecm b\u00e0n", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("CentreDesksPage", u"S\u1ed1 b\u00e0n, m\u00e3 \u0111i\u1ec3m, t\u00ecnh tr\u1ea1ng", None))
        self.search_key.setText(QCoreApplication.translate("CentreDesksPage", u"Ctrl+K", None))
#if QT_CONFIG(accessibility)
        self.desks.setAccessibleName(QCoreApplication.translate("CentreDesksPage", u"C\u00e1c b\u00e0n c\u1ee7a t\u1ec9nh", None))
#endif // QT_CONFIG(accessibility)
        self.keys_key_1.setText(QCoreApplication.translate("CentreDesksPage", u"Ctrl+R", None))
        self.keys_says_1.setText(QCoreApplication.translate("CentreDesksPage", u"\u0111\u1ecdc l\u1ea1i", None))
        self.keys_key_2.setText(QCoreApplication.translate("CentreDesksPage", u"Ctrl+F12", None))
        self.keys_says_2.setText(QCoreApplication.translate("CentreDesksPage", u"\u0111\u1ed5i giao di\u1ec7n", None))
        pass
    # retranslateUi

