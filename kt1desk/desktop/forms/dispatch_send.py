# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch_send.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_SendWork(object):
    def setupUi(self, SendWork):
        if not SendWork.objectName():
            SendWork.setObjectName(u"SendWork")
        SendWork.resize(838, 612)
        self.work_body = QVBoxLayout(SendWork)
        self.work_body.setSpacing(8)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.list_card = Card(SendWork)
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

        self.bags = WholeRowsTable(self.list_card)
        self.bags.setObjectName(u"bags")

        self.list_body.addWidget(self.bags)

        self.sent = WholeRowsTable(self.list_card)
        self.sent.setObjectName(u"sent")

        self.list_body.addWidget(self.sent)

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
        self.list_body.setStretch(2, 1)

        self.work_body.addWidget(self.list_card)


        self.retranslateUi(SendWork)
    # setupUi

    def retranslateUi(self, SendWork):
        self.list_title.setText(QCoreApplication.translate("SendWork", u"T\u00fai \u0111\u00e3 \u0111\u00f3ng", None))
#if QT_CONFIG(accessibility)
        self.bags.setAccessibleName(QCoreApplication.translate("SendWork", u"T\u00fai \u0111\u00e3 \u0111\u00f3ng", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sent.setAccessibleName(QCoreApplication.translate("SendWork", u"Chuy\u1ebfn \u0111\u00e3 g\u1eedi", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("SendWork", u"D\u1ea5u c\u00e1ch", None))
        self.list_says_1.setText(QCoreApplication.translate("SendWork", u"ch\u1ecdn, b\u1ecf ch\u1ecdn", None))
        self.list_key_2.setText(QCoreApplication.translate("SendWork", u"Ctrl+L", None))
        self.list_says_2.setText(QCoreApplication.translate("SendWork", u"t\u00fai \u0111\u00e3 \u0111\u00f3ng, chuy\u1ebfn \u0111\u00e3 g\u1eedi", None))
        self.list_key_3.setText(QCoreApplication.translate("SendWork", u"Enter", None))
        self.list_says_3.setText(QCoreApplication.translate("SendWork", u"t\u1edbi b\u01b0\u1edbc sau", None))
        pass
    # retranslateUi

