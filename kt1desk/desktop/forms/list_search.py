# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'list_search.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QVBoxLayout)

from kt1desk.desktop.widgets import FieldEdit

class Ui_ListSearch(object):
    def setupUi(self, ListSearch):
        if not ListSearch.objectName():
            ListSearch.setObjectName(u"ListSearch")
        ListSearch.resize(838, 40)
        self.search_body = QVBoxLayout(ListSearch)
        self.search_body.setObjectName(u"search_body")
        self.search_body.setContentsMargins(0, 0, 0, 0)
        self.list_search = FieldEdit(ListSearch)
        self.list_search.setObjectName(u"list_search")
        self.list_search.setProperty(u"max_chars", 80)

        self.search_body.addWidget(self.list_search)


        self.retranslateUi(ListSearch)
    # setupUi

    def retranslateUi(self, ListSearch):
        self.list_search.setPlaceholderText(QCoreApplication.translate("ListSearch", u"G\u00f5 v\u00e0i ch\u1eef trong t\u00ean c\u01a1 quan \u0111\u1ec3 l\u1ecdc, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
#if QT_CONFIG(accessibility)
        self.list_search.setAccessibleName(QCoreApplication.translate("ListSearch", u"L\u1ecdc danh s\u00e1ch c\u01a1 quan theo t\u00ean", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

