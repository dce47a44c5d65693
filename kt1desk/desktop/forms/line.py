# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'line.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, WholeRowsTable)

class Ui_LinePage(object):
    def setupUi(self, LinePage):
        if not LinePage.objectName():
            LinePage.setObjectName(u"LinePage")
        LinePage.resize(838, 640)
        self.page_body = QVBoxLayout(LinePage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.streams_card = Card(LinePage)
        self.streams_card.setObjectName(u"streams_card")
        self.streams_card_body = QVBoxLayout(self.streams_card)
        self.streams_card_body.setSpacing(4)
        self.streams_card_body.setObjectName(u"streams_card_body")
        self.streams_card_body.setContentsMargins(16, 8, 16, 8)
        self.streams_heading = QHBoxLayout()
        self.streams_heading.setSpacing(12)
        self.streams_heading.setObjectName(u"streams_heading")
        self.streams_heading.setContentsMargins(0, 0, 0, 0)
        self.streams_title = QLabel(self.streams_card)
        self.streams_title.setObjectName(u"streams_title")
        self.streams_title.setProperty(u"role", u"h2")

        self.streams_heading.addWidget(self.streams_title, 0, Qt.AlignmentFlag.AlignTop)

        self.problems = QLabel(self.streams_card)
        self.problems.setObjectName(u"problems")
        self.problems.setWordWrap(True)
        self.problems.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.problems.setProperty(u"role", u"warn")

        self.streams_heading.addWidget(self.problems)

        self.streams_heading.setStretch(1, 1)

        self.streams_card_body.addLayout(self.streams_heading)

        self.streams = WholeRowsTable(self.streams_card)
        self.streams.setObjectName(u"streams")

        self.streams_card_body.addWidget(self.streams)


        self.page_body.addWidget(self.streams_card)

        self.came_card = Card(LinePage)
        self.came_card.setObjectName(u"came_card")
        self.came_card_body = QVBoxLayout(self.came_card)
        self.came_card_body.setSpacing(4)
        self.came_card_body.setObjectName(u"came_card_body")
        self.came_card_body.setContentsMargins(16, 8, 16, 8)
        self.came_heading = QHBoxLayout()
        self.came_heading.setSpacing(8)
        self.came_heading.setObjectName(u"came_heading")
        self.came_heading.setContentsMargins(0, 0, 0, 0)
        self.came_title = QLabel(self.came_card)
        self.came_title.setObjectName(u"came_title")
        self.came_title.setProperty(u"role", u"h2")

        self.came_heading.addWidget(self.came_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.came_heading.addItem(self.spacer_1)

        self.came_count = QLabel(self.came_card)
        self.came_count.setObjectName(u"came_count")
        self.came_count.setProperty(u"role", u"muted")

        self.came_heading.addWidget(self.came_count)


        self.came_card_body.addLayout(self.came_heading)

        self.came = WholeRowsTable(self.came_card)
        self.came.setObjectName(u"came")

        self.came_card_body.addWidget(self.came)

        self.why = QLabel(self.came_card)
        self.why.setObjectName(u"why")
        self.why.setWordWrap(True)
        self.why.setProperty(u"role", u"error")

        self.came_card_body.addWidget(self.why)

        self.came_card_body.setStretch(1, 1)

        self.page_body.addWidget(self.came_card)

        self.page_body.setStretch(1, 1)

        self.retranslateUi(LinePage)
    # setupUi

    def retranslateUi(self, LinePage):
        self.streams_title.setText(QCoreApplication.translate("LinePage", u"Hai s\u1ed5 c\u1ee7a b\u00e0n", None))
#if QT_CONFIG(accessibility)
        self.streams.setAccessibleName(QCoreApplication.translate("LinePage", u"\u0110\u01b0\u1eddng \u0111i c\u1ee7a hai s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
        self.came_title.setText(QCoreApplication.translate("LinePage", u"Nh\u1eadn v\u1ec1 trong phi\u00ean n\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.came.setAccessibleName(QCoreApplication.translate("LinePage", u"Nh\u1eadn v\u1ec1 trong phi\u00ean n\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

