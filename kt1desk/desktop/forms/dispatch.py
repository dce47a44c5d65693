# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QStackedWidget, QVBoxLayout)

from kt1desk.desktop.widgets import SegmentedChoice

class Ui_DispatchPage(object):
    def setupUi(self, DispatchPage):
        if not DispatchPage.objectName():
            DispatchPage.setObjectName(u"DispatchPage")
        DispatchPage.resize(838, 660)
        self.page_body = QVBoxLayout(DispatchPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.works = SegmentedChoice(DispatchPage)
        self.works.setObjectName(u"works")

        self.page_body.addWidget(self.works)

        self.stack = QStackedWidget(DispatchPage)
        self.stack.setObjectName(u"stack")

        self.page_body.addWidget(self.stack)

        self.page_body.setStretch(1, 1)

        self.retranslateUi(DispatchPage)
    # setupUi

    def retranslateUi(self, DispatchPage):
#if QT_CONFIG(accessibility)
        self.works.setAccessibleName(QCoreApplication.translate("DispatchPage", u"Vi\u1ec7c", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

