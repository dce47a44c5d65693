# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'exceptions_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_ExceptionSide(object):
    def setupUi(self, ExceptionSide):
        if not ExceptionSide.objectName():
            ExceptionSide.setObjectName(u"ExceptionSide")
        ExceptionSide.resize(328, 700)
        self.side_body = QVBoxLayout(ExceptionSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.chosen_card = Card(ExceptionSide)
        self.chosen_card.setObjectName(u"chosen_card")
        self.chosen_body = QVBoxLayout(self.chosen_card)
        self.chosen_body.setSpacing(4)
        self.chosen_body.setObjectName(u"chosen_body")
        self.chosen_body.setContentsMargins(16, 12, 16, 12)
        self.chosen_title = QLabel(self.chosen_card)
        self.chosen_title.setObjectName(u"chosen_title")
        self.chosen_title.setProperty(u"role", u"h2")

        self.chosen_body.addWidget(self.chosen_title)

        self.chosen_figure = QLabel(self.chosen_card)
        self.chosen_figure.setObjectName(u"chosen_figure")
        self.chosen_figure.setProperty(u"role", u"number")

        self.chosen_body.addWidget(self.chosen_figure)

        self.chosen_note = QLabel(self.chosen_card)
        self.chosen_note.setObjectName(u"chosen_note")
        self.chosen_note.setProperty(u"role", u"muted")
        self.chosen_note.setWordWrap(True)

        self.chosen_body.addWidget(self.chosen_note)


        self.side_body.addWidget(self.chosen_card)

        self.own_work = QLabel(ExceptionSide)
        self.own_work.setObjectName(u"own_work")
        self.own_work.setProperty(u"role", u"warn-box")
        self.own_work.setWordWrap(True)

        self.side_body.addWidget(self.own_work)

        self.problem = QLabel(ExceptionSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.review = ActionButton(ExceptionSide)
        self.review.setObjectName(u"review")
        self.review.setProperty(u"kind", u"primary")
        self.review.setProperty(u"key_text", u"Enter")

        self.keys_body.addWidget(self.review)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(ExceptionSide)
    # setupUi

    def retranslateUi(self, ExceptionSide):
        self.chosen_title.setText(QCoreApplication.translate("ExceptionSide", u"\u0110ang xem", None))
        self.review.setText(QCoreApplication.translate("ExceptionSide", u"Ghi k\u1ebft qu\u1ea3 x\u00e9t", None))
        pass
    # retranslateUi

