# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printers_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_PrintersSide(object):
    def setupUi(self, PrintersSide):
        if not PrintersSide.objectName():
            PrintersSide.setObjectName(u"PrintersSide")
        PrintersSide.resize(328, 700)
        self.side_body = QVBoxLayout(PrintersSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.label_card = Card(PrintersSide)
        self.label_card.setObjectName(u"label_card")
        self.label_body = QVBoxLayout(self.label_card)
        self.label_body.setSpacing(8)
        self.label_body.setObjectName(u"label_body")
        self.label_body.setContentsMargins(16, 12, 16, 12)
        self.label_title = QLabel(self.label_card)
        self.label_title.setObjectName(u"label_title")
        self.label_title.setProperty(u"role", u"h2")

        self.label_body.addWidget(self.label_title)

        self.label_state = QLabel(self.label_card)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setWordWrap(True)
        self.label_state.setProperty(u"role", u"muted")

        self.label_body.addWidget(self.label_state)

        self.label_set = ActionButton(self.label_card)
        self.label_set.setObjectName(u"label_set")
        self.label_set.setProperty(u"key_text", u"Ctrl+1")

        self.label_body.addWidget(self.label_set)


        self.side_body.addWidget(self.label_card)

        self.receipt_card = Card(PrintersSide)
        self.receipt_card.setObjectName(u"receipt_card")
        self.receipt_body = QVBoxLayout(self.receipt_card)
        self.receipt_body.setSpacing(8)
        self.receipt_body.setObjectName(u"receipt_body")
        self.receipt_body.setContentsMargins(16, 12, 16, 12)
        self.receipt_title = QLabel(self.receipt_card)
        self.receipt_title.setObjectName(u"receipt_title")
        self.receipt_title.setProperty(u"role", u"h2")

        self.receipt_body.addWidget(self.receipt_title)

        self.receipt_state = QLabel(self.receipt_card)
        self.receipt_state.setObjectName(u"receipt_state")
        self.receipt_state.setWordWrap(True)
        self.receipt_state.setProperty(u"role", u"muted")

        self.receipt_body.addWidget(self.receipt_state)

        self.receipt_set = ActionButton(self.receipt_card)
        self.receipt_set.setObjectName(u"receipt_set")
        self.receipt_set.setProperty(u"key_text", u"Ctrl+2")

        self.receipt_body.addWidget(self.receipt_set)


        self.side_body.addWidget(self.receipt_card)

        self.roll_card = Card(PrintersSide)
        self.roll_card.setObjectName(u"roll_card")
        self.roll_body = QVBoxLayout(self.roll_card)
        self.roll_body.setSpacing(8)
        self.roll_body.setObjectName(u"roll_body")
        self.roll_body.setContentsMargins(16, 12, 16, 12)
        self.roll_title = QLabel(self.roll_card)
        self.roll_title.setObjectName(u"roll_title")
        self.roll_title.setProperty(u"role", u"h2")

        self.roll_body.addWidget(self.roll_title)

        self.roll_state = QLabel(self.roll_card)
        self.roll_state.setObjectName(u"roll_state")
        self.roll_state.setWordWrap(True)
        self.roll_state.setProperty(u"role", u"muted")

        self.roll_body.addWidget(self.roll_state)

        self.roll_set = ActionButton(self.roll_card)
        self.roll_set.setObjectName(u"roll_set")
        self.roll_set.setProperty(u"key_text", u"Ctrl+3")

        self.roll_body.addWidget(self.roll_set)


        self.side_body.addWidget(self.roll_card)

        self.explained_card = Card(PrintersSide)
        self.explained_card.setObjectName(u"explained_card")
        self.explained_body = QVBoxLayout(self.explained_card)
        self.explained_body.setSpacing(4)
        self.explained_body.setObjectName(u"explained_body")
        self.explained_body.setContentsMargins(16, 12, 16, 12)
        self.explained_title = QLabel(self.explained_card)
        self.explained_title.setObjectName(u"explained_title")
        self.explained_title.setProperty(u"role", u"h2")

        self.explained_body.addWidget(self.explained_title)

        self.explained = QLabel(self.explained_card)
        self.explained.setObjectName(u"explained")
        self.explained.setWordWrap(True)
        self.explained.setProperty(u"role", u"muted")

        self.explained_body.addWidget(self.explained)


        self.side_body.addWidget(self.explained_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)


        self.retranslateUi(PrintersSide)
    # setupUi

    def retranslateUi(self, PrintersSide):
        self.label_title.setText(QCoreApplication.translate("PrintersSide", u"M\u00e1y in nh\u00e3n", None))
        self.label_state.setText("")
        self.label_set.setText(QCoreApplication.translate("PrintersSide", u"C\u00e0i \u0111\u1eb7t", None))
        self.receipt_title.setText(QCoreApplication.translate("PrintersSide", u"M\u00e1y in phi\u1ebfu, gi\u1ea5y A4/A5", None))
        self.receipt_state.setText("")
        self.receipt_set.setText(QCoreApplication.translate("PrintersSide", u"C\u00e0i \u0111\u1eb7t", None))
        self.roll_title.setText(QCoreApplication.translate("PrintersSide", u"M\u00e1y in cu\u1ed9n 80 mm", None))
        self.roll_state.setText("")
        self.roll_set.setText(QCoreApplication.translate("PrintersSide", u"C\u00e0i \u0111\u1eb7t", None))
        self.explained_title.setText(QCoreApplication.translate("PrintersSide", u"Gi\u1ea5y \u0111\u00e3 in ch\u01b0a?", None))
        self.explained.setText(QCoreApplication.translate("PrintersSide", u"\u00ab\u0110\u00e3 g\u1eedi m\u00e1y in\u00bb: m\u00e1y \u0111\u00e3 nh\u1eadn d\u1eef li\u1ec7u, ch\u01b0a ch\u1eafc \u0111\u00e3 in. \u00ab\u0110\u00e3 in (m\u00e1y b\u00e1o)\u00bb: m\u00e1y t\u1ef1 b\u00e1o in xong. Qu\u00e9t nh\u00e3n v\u1eeba in l\u00e0 ch\u1eafc nh\u1ea5t.", None))
        pass
    # retranslateUi

