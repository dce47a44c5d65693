# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'delivery_works.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QStackedWidget,
    QVBoxLayout)

from kt1desk.desktop.widgets import (KeyCap, SegmentedChoice)

class Ui_WorksPage(object):
    def setupUi(self, WorksPage):
        if not WorksPage.objectName():
            WorksPage.setObjectName(u"WorksPage")
        WorksPage.resize(838, 660)
        self.page_body = QVBoxLayout(WorksPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.works_rows = QVBoxLayout()
        self.works_rows.setSpacing(4)
        self.works_rows.setObjectName(u"works_rows")
        self.works_rows.setContentsMargins(0, 0, 0, 0)
        self.works_row = QHBoxLayout()
        self.works_row.setSpacing(8)
        self.works_row.setObjectName(u"works_row")
        self.works_row.setContentsMargins(0, 0, 0, 0)
        self.works_key = KeyCap(WorksPage)
        self.works_key.setObjectName(u"works_key")
        self.works_key.setText(u"Ctrl +")

        self.works_row.addWidget(self.works_key)

        self.works = SegmentedChoice(WorksPage)
        self.works.setObjectName(u"works")

        self.works_row.addWidget(self.works)

        self.works_row.setStretch(1, 1)

        self.works_rows.addLayout(self.works_row)

        self.more_works = SegmentedChoice(WorksPage)
        self.more_works.setObjectName(u"more_works")
        self.more_works.setVisible(False)

        self.works_rows.addWidget(self.more_works)


        self.page_body.addLayout(self.works_rows)

        self.stack = QStackedWidget(WorksPage)
        self.stack.setObjectName(u"stack")

        self.page_body.addWidget(self.stack)

        self.page_body.setStretch(1, 1)

        self.retranslateUi(WorksPage)
    # setupUi

    def retranslateUi(self, WorksPage):
#if QT_CONFIG(accessibility)
        self.works.setAccessibleName(QCoreApplication.translate("WorksPage", u"Vi\u1ec7c", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.more_works.setAccessibleName(QCoreApplication.translate("WorksPage", u"Vi\u1ec7c kh\u00e1c", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

