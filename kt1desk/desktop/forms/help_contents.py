# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help_contents.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, WholeRowsList)

class Ui_HelpContents(object):
    def setupUi(self, HelpContents):
        if not HelpContents.objectName():
            HelpContents.setObjectName(u"HelpContents")
        HelpContents.resize(248, 640)
        self.contents_body = QVBoxLayout(HelpContents)
        self.contents_body.setSpacing(8)
        self.contents_body.setObjectName(u"contents_body")
        self.contents_body.setContentsMargins(16, 12, 16, 12)
        self.help_find = FieldEdit(HelpContents)
        self.help_find.setObjectName(u"help_find")
        self.help_find.setProperty(u"max_chars", 80)

        self.contents_body.addWidget(self.help_find)

        self.help_contents = WholeRowsList(HelpContents)
        self.help_contents.setObjectName(u"help_contents")
        self.help_contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.contents_body.addWidget(self.help_contents)

        self.contents_body.setStretch(1, 1)

        self.retranslateUi(HelpContents)
    # setupUi

    def retranslateUi(self, HelpContents):
        self.help_find.setPlaceholderText(QCoreApplication.translate("HelpContents", u"T\u00ecm trong s\u1ed5 tay", None))
#if QT_CONFIG(accessibility)
        self.help_find.setAccessibleName(QCoreApplication.translate("HelpContents", u"T\u00ecm trong s\u1ed5 tay", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.help_contents.setAccessibleName(QCoreApplication.translate("HelpContents", u"M\u1ee5c l\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

