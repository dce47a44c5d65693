# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printers.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtWidgets import (QStackedWidget, QVBoxLayout,
    QWidget)

from kt1desk.desktop.widgets import Card

class Ui_PrintersPage(object):
    def setupUi(self, PrintersPage):
        if not PrintersPage.objectName():
            PrintersPage.setObjectName(u"PrintersPage")
        PrintersPage.resize(822, 640)
        self.body = QVBoxLayout(PrintersPage)
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(PrintersPage)
        self.stack.setObjectName(u"stack")
        self.form_page = QWidget()
        self.form_page.setObjectName(u"form_page")
        self.form_page_body = QVBoxLayout(self.form_page)
        self.form_page_body.setSpacing(0)
        self.form_page_body.setObjectName(u"form_page_body")
        self.form_page_body.setContentsMargins(0, 0, 0, 0)
        self.form_card = Card(self.form_page)
        self.form_card.setObjectName(u"form_card")
        self.form_body = QVBoxLayout(self.form_card)
        self.form_body.setSpacing(0)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(16, 12, 16, 12)

        self.form_page_body.addWidget(self.form_card)

        self.stack.addWidget(self.form_page)

        self.body.addWidget(self.stack)


        self.retranslateUi(PrintersPage)
    # setupUi

    def retranslateUi(self, PrintersPage):
        pass
    # retranslateUi

