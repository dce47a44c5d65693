# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'holding_count_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, WholeRowsTable)

class Ui_CountSide(object):
    def setupUi(self, CountSide):
        if not CountSide.objectName():
            CountSide.setObjectName(u"CountSide")
        CountSide.resize(328, 700)
        self.side_body = QVBoxLayout(CountSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.figure_card = Card(CountSide)
        self.figure_card.setObjectName(u"figure_card")
        self.figure_body = QVBoxLayout(self.figure_card)
        self.figure_body.setSpacing(4)
        self.figure_body.setObjectName(u"figure_body")
        self.figure_body.setContentsMargins(16, 12, 16, 12)
        self.figure_title = QLabel(self.figure_card)
        self.figure_title.setObjectName(u"figure_title")
        self.figure_title.setProperty(u"role", u"h2")

        self.figure_body.addWidget(self.figure_title)

        self.figure = QLabel(self.figure_card)
        self.figure.setObjectName(u"figure")
        self.figure.setProperty(u"role", u"figure")

        self.figure_body.addWidget(self.figure)

        self.figure_note = QLabel(self.figure_card)
        self.figure_note.setObjectName(u"figure_note")
        self.figure_note.setProperty(u"role", u"muted")
        self.figure_note.setWordWrap(True)

        self.figure_body.addWidget(self.figure_note)


        self.side_body.addWidget(self.figure_card)

        self.surplus_card = Card(CountSide)
        self.surplus_card.setObjectName(u"surplus_card")
        self.surplus_body = QVBoxLayout(self.surplus_card)
        self.surplus_body.setSpacing(4)
        self.surplus_body.setObjectName(u"surplus_body")
        self.surplus_body.setContentsMargins(16, 8, 16, 8)
        self.surplus_heading = QHBoxLayout()
        self.surplus_heading.setSpacing(8)
        self.surplus_heading.setObjectName(u"surplus_heading")
        self.surplus_heading.setContentsMargins(0, 0, 0, 0)
        self.surplus_title = QLabel(self.surplus_card)
        self.surplus_title.setObjectName(u"surplus_title")
        self.surplus_title.setProperty(u"role", u"h2")

        self.surplus_heading.addWidget(self.surplus_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.surplus_heading.addItem(self.spacer_1)

        self.surplus_count = QLabel(self.surplus_card)
        self.surplus_count.setObjectName(u"surplus_count")
        self.surplus_count.setProperty(u"role", u"muted")

        self.surplus_heading.addWidget(self.surplus_count)


        self.surplus_body.addLayout(self.surplus_heading)

        self.surplus = WholeRowsTable(self.surplus_card)
        self.surplus.setObjectName(u"surplus")

        self.surplus_body.addWidget(self.surplus)


        self.side_body.addWidget(self.surplus_card)

        self.problem = QLabel(CountSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_2)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.difference = ActionButton(CountSide)
        self.difference.setObjectName(u"difference")
        self.difference.setProperty(u"kind", u"primary")
        self.difference.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.difference)

        self.again = ActionButton(CountSide)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.again)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(CountSide)
    # setupUi

    def retranslateUi(self, CountSide):
        self.surplus_title.setText(QCoreApplication.translate("CountSide", u"Th\u1eeba so v\u1edbi s\u1ed5", None))
#if QT_CONFIG(accessibility)
        self.surplus.setAccessibleName(QCoreApplication.translate("CountSide", u"B\u01b0u g\u1eedi th\u1eeba so v\u1edbi s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
        self.difference.setText(QCoreApplication.translate("CountSide", u"Ch\u1ec9 xem ch\u00eanh l\u1ec7ch", None))
        self.again.setText(QCoreApplication.translate("CountSide", u"\u0110\u1ebfm l\u1ea1i t\u1eeb \u0111\u1ea7u", None))
        pass
    # retranslateUi

