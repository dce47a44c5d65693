# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incidents.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, SegmentedChoice, WholeRowsTable)

class Ui_IncidentsPage(object):
    def setupUi(self, IncidentsPage):
        if not IncidentsPage.objectName():
            IncidentsPage.setObjectName(u"IncidentsPage")
        IncidentsPage.resize(838, 660)
        self.page_body = QVBoxLayout(IncidentsPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.which = SegmentedChoice(IncidentsPage)
        self.which.setObjectName(u"which")

        self.page_body.addWidget(self.which)

        self.list_card = Card(IncidentsPage)
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

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.page_body.addWidget(self.list_card)


        self.retranslateUi(IncidentsPage)
    # setupUi

    def retranslateUi(self, IncidentsPage):
#if QT_CONFIG(accessibility)
        self.which.setAccessibleName(QCoreApplication.translate("IncidentsPage", u"S\u1ef1 v\u1ee5 n\u00e0o", None))
#endif // QT_CONFIG(accessibility)
        self.list_title.setText(QCoreApplication.translate("IncidentsPage", u"S\u1ef1 v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("IncidentsPage", u"S\u1ef1 v\u1ee5", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("IncidentsPage", u"Enter", None))
        self.list_says_1.setText(QCoreApplication.translate("IncidentsPage", u"vi\u1ec7c ph\u1ea3i l\u00e0m ti\u1ebfp", None))
        pass
    # retranslateUi

