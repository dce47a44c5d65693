# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'take_back.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, KeyCap, NoteLabel,
    SegmentedChoice)

class Ui_TakeBack(object):
    def setupUi(self, TakeBack):
        if not TakeBack.objectName():
            TakeBack.setObjectName(u"TakeBack")
        TakeBack.resize(328, 480)
        self.take_back_outer = QVBoxLayout(TakeBack)
        self.take_back_outer.setSpacing(12)
        self.take_back_outer.setObjectName(u"take_back_outer")
        self.take_back_outer.setContentsMargins(0, 0, 0, 0)
        self.take_back_card = Card(TakeBack)
        self.take_back_card.setObjectName(u"take_back_card")
        self.take_back_body = QVBoxLayout(self.take_back_card)
        self.take_back_body.setSpacing(8)
        self.take_back_body.setObjectName(u"take_back_body")
        self.take_back_body.setContentsMargins(16, 12, 16, 12)
        self.back_title = QLabel(self.take_back_card)
        self.back_title.setObjectName(u"back_title")
        self.back_title.setProperty(u"role", u"h2")
        self.back_title.setWordWrap(True)

        self.take_back_body.addWidget(self.back_title)

        self.back_number = QLabel(self.take_back_card)
        self.back_number.setObjectName(u"back_number")
        self.back_number.setProperty(u"role", u"h1")
        self.back_number.setWordWrap(True)

        self.take_back_body.addWidget(self.back_number)

        self.back_who = QLabel(self.take_back_card)
        self.back_who.setObjectName(u"back_who")
        self.back_who.setWordWrap(True)

        self.take_back_body.addWidget(self.back_who)

        self.back_money = QLabel(self.take_back_card)
        self.back_money.setObjectName(u"back_money")
        self.back_money.setWordWrap(True)

        self.take_back_body.addWidget(self.back_money)

        self.back_label = QLabel(self.take_back_card)
        self.back_label.setObjectName(u"back_label")
        self.back_label.setProperty(u"role", u"muted")
        self.back_label.setWordWrap(True)

        self.take_back_body.addWidget(self.back_label)

        self.back_reason = SegmentedChoice(self.take_back_card)
        self.back_reason.setObjectName(u"back_reason")

        self.take_back_body.addWidget(self.back_reason)

        self.back_said = QLabel(self.take_back_card)
        self.back_said.setObjectName(u"back_said")
        self.back_said.setProperty(u"role", u"warn-box")
        self.back_said.setWordWrap(True)

        self.take_back_body.addWidget(self.back_said)

        self.back_sure = ActionButton(self.take_back_card)
        self.back_sure.setObjectName(u"back_sure")
        self.back_sure.setProperty(u"key_text", u"F9")
        self.back_sure.setProperty(u"kind", u"danger")

        self.take_back_body.addWidget(self.back_sure)

        self.back_correct = ActionButton(self.take_back_card)
        self.back_correct.setObjectName(u"back_correct")
        self.back_correct.setProperty(u"key_text", u"Ctrl+E")

        self.take_back_body.addWidget(self.back_correct)

        self.back_look = ActionButton(self.take_back_card)
        self.back_look.setObjectName(u"back_look")
        self.back_look.setProperty(u"key_text", u"F8")

        self.take_back_body.addWidget(self.back_look)

        self.back_keys = QHBoxLayout()
        self.back_keys.setSpacing(6)
        self.back_keys.setObjectName(u"back_keys")
        self.back_keys.setContentsMargins(0, 0, 0, 0)
        self.back_esc = KeyCap(self.take_back_card)
        self.back_esc.setObjectName(u"back_esc")

        self.back_keys.addWidget(self.back_esc)

        self.back_leaves = NoteLabel(self.take_back_card)
        self.back_leaves.setObjectName(u"back_leaves")

        self.back_keys.addWidget(self.back_leaves)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.back_keys.addItem(self.spacer_1)


        self.take_back_body.addLayout(self.back_keys)


        self.take_back_outer.addWidget(self.take_back_card)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.take_back_outer.addItem(self.spacer_2)


        self.retranslateUi(TakeBack)
    # setupUi

    def retranslateUi(self, TakeBack):
#if QT_CONFIG(accessibility)
        self.back_reason.setAccessibleName(QCoreApplication.translate("TakeBack", u"L\u00fd do r\u00fat", None))
#endif // QT_CONFIG(accessibility)
        self.back_sure.setText(QCoreApplication.translate("TakeBack", u"R\u00fat l\u1ea1i", None))
        self.back_correct.setText(QCoreApplication.translate("TakeBack", u"S\u1eeda, nh\u1eadn l\u1ea1i", None))
        self.back_look.setText(QCoreApplication.translate("TakeBack", u"Xem \u1edf Tra c\u1ee9u", None))
        self.back_esc.setText(QCoreApplication.translate("TakeBack", u"Esc", None))
        self.back_leaves.setText(QCoreApplication.translate("TakeBack", u"th\u00f4i, \u0111\u1ec3 nguy\u00ean", None))
        pass
    # retranslateUi

