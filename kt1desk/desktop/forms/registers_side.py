# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'registers_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_RegisterSide(object):
    def setupUi(self, RegisterSide):
        if not RegisterSide.objectName():
            RegisterSide.setObjectName(u"RegisterSide")
        RegisterSide.resize(328, 700)
        self.side_body = QVBoxLayout(RegisterSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.form_card = Card(RegisterSide)
        self.form_card.setObjectName(u"form_card")
        self.form_body = QVBoxLayout(self.form_card)
        self.form_body.setSpacing(6)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(16, 12, 16, 12)
        self.form_title = QLabel(self.form_card)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setWordWrap(True)
        self.form_title.setProperty(u"role", u"h2")

        self.form_body.addWidget(self.form_title)

        self.form_note = QLabel(self.form_card)
        self.form_note.setObjectName(u"form_note")
        self.form_note.setWordWrap(True)
        self.form_note.setProperty(u"role", u"muted")

        self.form_body.addWidget(self.form_note)

        self.form_place = QWidget(self.form_card)
        self.form_place.setObjectName(u"form_place")
        self.form_fields = QVBoxLayout(self.form_place)
        self.form_fields.setSpacing(0)
        self.form_fields.setObjectName(u"form_fields")
        self.form_fields.setContentsMargins(0, 0, 0, 0)

        self.form_body.addWidget(self.form_place)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(RegisterSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.keep = ActionButton(RegisterSide)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"kind", u"primary")
        self.keep.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.keep)

        self.begin = ActionButton(RegisterSide)
        self.begin.setObjectName(u"begin")
        self.begin.setProperty(u"key_text", u"Ctrl+N")

        self.keys_body.addWidget(self.begin)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(2, 1)

        self.retranslateUi(RegisterSide)
    # setupUi

    def retranslateUi(self, RegisterSide):
        self.keep.setText(QCoreApplication.translate("RegisterSide", u"Ghi v\u00e0o s\u1ed5", None))
        self.begin.setText(QCoreApplication.translate("RegisterSide", u"D\u00f2ng m\u1edbi", None))
        pass
    # retranslateUi

