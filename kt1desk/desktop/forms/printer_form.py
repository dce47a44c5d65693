# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout)

from kt1desk.desktop.widgets import (IconLabel, KeyCap)

class Ui_PrinterFormUi(object):
    def setupUi(self, PrinterFormUi):
        if not PrinterFormUi.objectName():
            PrinterFormUi.setObjectName(u"PrinterFormUi")
        PrinterFormUi.resize(828, 560)
        self.body = QVBoxLayout(PrinterFormUi)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(PrinterFormUi)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h2")

        self.heading.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_1)

        self.state = QLabel(PrinterFormUi)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"muted")

        self.heading.addWidget(self.state)


        self.body.addLayout(self.heading)

        self.steps = QHBoxLayout()
        self.steps.setSpacing(6)
        self.steps.setObjectName(u"steps")
        self.steps.setContentsMargins(0, 0, 0, 0)
        self.icon_1 = IconLabel(PrinterFormUi)
        self.icon_1.setObjectName(u"icon_1")

        self.steps.addWidget(self.icon_1)

        self.step_1 = QLabel(PrinterFormUi)
        self.step_1.setObjectName(u"step_1")
        self.step_1.setProperty(u"role", u"muted")

        self.steps.addWidget(self.step_1)

        self.icon_2 = IconLabel(PrinterFormUi)
        self.icon_2.setObjectName(u"icon_2")

        self.steps.addWidget(self.icon_2)

        self.step_2 = QLabel(PrinterFormUi)
        self.step_2.setObjectName(u"step_2")
        self.step_2.setProperty(u"role", u"muted")

        self.steps.addWidget(self.step_2)

        self.icon_3 = IconLabel(PrinterFormUi)
        self.icon_3.setObjectName(u"icon_3")

        self.steps.addWidget(self.icon_3)

        self.step_3 = QLabel(PrinterFormUi)
        self.step_3.setObjectName(u"step_3")
        self.step_3.setProperty(u"role", u"muted")

        self.steps.addWidget(self.step_3)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.steps.addItem(self.spacer_2)


        self.body.addLayout(self.steps)

        self.stack = QStackedWidget(PrinterFormUi)
        self.stack.setObjectName(u"stack")

        self.body.addWidget(self.stack)

        self.clearing = QHBoxLayout()
        self.clearing.setSpacing(6)
        self.clearing.setObjectName(u"clearing")
        self.clearing.setContentsMargins(0, 0, 0, 0)
        self.key_clear = KeyCap(PrinterFormUi)
        self.key_clear.setObjectName(u"key_clear")

        self.clearing.addWidget(self.key_clear)

        self.clear_says = QLabel(PrinterFormUi)
        self.clear_says.setObjectName(u"clear_says")
        self.clear_says.setProperty(u"role", u"muted")

        self.clearing.addWidget(self.clear_says)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.clearing.addItem(self.spacer_3)


        self.body.addLayout(self.clearing)


        self.retranslateUi(PrinterFormUi)
    # setupUi

    def retranslateUi(self, PrinterFormUi):
        self.title.setText(QCoreApplication.translate("PrinterFormUi", u"M\u00e1y in nh\u00e3n", None))
        self.state.setText("")
        self.step_1.setText(QCoreApplication.translate("PrinterFormUi", u"M\u00e1y n\u00e0o", None))
        self.step_2.setText(QCoreApplication.translate("PrinterFormUi", u"C\u00e1ch d\u00f9ng", None))
        self.step_3.setText(QCoreApplication.translate("PrinterFormUi", u"Trang th\u1eed", None))
        self.key_clear.setText(QCoreApplication.translate("PrinterFormUi", u"Ctrl+Delete", None))
        self.clear_says.setText(QCoreApplication.translate("PrinterFormUi", u"th\u00f4i d\u00f9ng m\u00e1y in n\u00e0y", None))
        pass
    # retranslateUi

