# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'holding_put_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_PutSide(object):
    def setupUi(self, PutSide):
        if not PutSide.objectName():
            PutSide.setObjectName(u"PutSide")
        PutSide.resize(328, 700)
        self.side_body = QVBoxLayout(PutSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.figure_card = Card(PutSide)
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

        self.place_card = Card(PutSide)
        self.place_card.setObjectName(u"place_card")
        self.place_body = QVBoxLayout(self.place_card)
        self.place_body.setSpacing(4)
        self.place_body.setObjectName(u"place_body")
        self.place_body.setContentsMargins(16, 12, 16, 12)
        self.place_title = QLabel(self.place_card)
        self.place_title.setObjectName(u"place_title")
        self.place_title.setProperty(u"role", u"h2")

        self.place_body.addWidget(self.place_title)

        self.place_grid = QGridLayout()
        self.place_grid.setObjectName(u"place_grid")
        self.place_grid.setHorizontalSpacing(8)
        self.place_grid.setVerticalSpacing(2)
        self.place_grid.setContentsMargins(0, 0, 0, 0)
        self.place_label = QLabel(self.place_card)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setMinimumSize(QSize(72, 0))

        self.place_grid.addWidget(self.place_label, 0, 0, 1, 1)

        self.place = FieldEdit(self.place_card)
        self.place.setObjectName(u"place")
        self.place.setProperty(u"vietnamese_input", False)
        self.place.setProperty(u"max_chars", 24)

        self.place_grid.addWidget(self.place, 0, 1, 1, 1)

        self.place_note = NoteLabel(self.place_card)
        self.place_note.setObjectName(u"place_note")

        self.place_grid.addWidget(self.place_note, 1, 0, 1, 2)

        self.place_grid.setColumnStretch(1, 1)

        self.place_body.addLayout(self.place_grid)


        self.side_body.addWidget(self.place_card)

        self.problem = QLabel(PutSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.do = ActionButton(PutSide)
        self.do.setObjectName(u"do")
        self.do.setProperty(u"kind", u"primary")
        self.do.setProperty(u"key_text", u"F9")

        self.side_body.addWidget(self.do)

#if QT_CONFIG(shortcut)
        self.place_label.setBuddy(self.place)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PutSide)
    # setupUi

    def retranslateUi(self, PutSide):
        self.place_title.setText(QCoreApplication.translate("PutSide", u"C\u1ea5t v\u00e0o \u0111\u00e2u", None))
        self.place_label.setText(QCoreApplication.translate("PutSide", u"N\u01a1i c\u1ea5t", None))
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("PutSide", u"N\u01a1i c\u1ea5t", None))
#endif // QT_CONFIG(accessibility)
        self.place.setPlaceholderText(QCoreApplication.translate("PutSide", u"Qu\u00e9t ho\u1eb7c g\u00f5 m\u00e3", None))
        self.do.setText(QCoreApplication.translate("PutSide", u"C\u1ea5t", None))
        pass
    # retranslateUi

