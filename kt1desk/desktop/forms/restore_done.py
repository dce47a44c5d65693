# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_done.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

class Ui_RestoreDoneForm(object):
    def setupUi(self, RestoreDoneForm):
        if not RestoreDoneForm.objectName():
            RestoreDoneForm.setObjectName(u"RestoreDoneForm")
        RestoreDoneForm.resize(672, 280)
        self.body = QVBoxLayout(RestoreDoneForm)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.report = QLabel(RestoreDoneForm)
        self.report.setObjectName(u"report")
        self.report.setWordWrap(True)
        self.report.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.report)

        self.after = QLabel(RestoreDoneForm)
        self.after.setObjectName(u"after")
        self.after.setWordWrap(True)
        self.after.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.after)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)


        self.retranslateUi(RestoreDoneForm)
    # setupUi

    def retranslateUi(self, RestoreDoneForm):
        self.report.setText("")
        self.after.setText("")
        pass
    # retranslateUi

