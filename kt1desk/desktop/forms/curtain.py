# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'curtain.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (Card, FieldEdit, IconLabel, KeyCap,
    NoteLabel)

class Ui_Curtain(object):
    def setupUi(self, Curtain):
        if not Curtain.objectName():
            Curtain.setObjectName(u"Curtain")
        Curtain.resize(1366, 736)
        Curtain.setProperty(u"kind", u"page")
        self.body = QVBoxLayout(Curtain)
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(16, 16, 16, 16)
        self.spacer_1 = QSpacerItem(0, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_2)

        self.card = Card(Curtain)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(640, 0))
        self.card.setMaximumSize(QSize(640, 16777215))
        self.card_body = QVBoxLayout(self.card)
        self.card_body.setSpacing(8)
        self.card_body.setObjectName(u"card_body")
        self.card_body.setContentsMargins(24, 20, 24, 20)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.lock_icon = IconLabel(self.card)
        self.lock_icon.setObjectName(u"lock_icon")
        self.lock_icon.setProperty(u"icon_name", u"lock")
        self.lock_icon.setProperty(u"ink", u"accent")

        self.heading.addWidget(self.lock_icon)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h1")

        self.heading.addWidget(self.title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_3)


        self.card_body.addLayout(self.heading)

        self.who = QLabel(self.card)
        self.who.setObjectName(u"who")
        self.who.setProperty(u"role", u"muted")

        self.card_body.addWidget(self.who)

        self.spacer_4 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.card_body.addItem(self.spacer_4)

        self.any_key = QLabel(self.card)
        self.any_key.setObjectName(u"any_key")

        self.card_body.addWidget(self.any_key)

        self.ask = QWidget(self.card)
        self.ask.setObjectName(u"ask")
        self.ask_body = QVBoxLayout(self.ask)
        self.ask_body.setSpacing(4)
        self.ask_body.setObjectName(u"ask_body")
        self.ask_body.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(self.ask)
        self.user_label.setObjectName(u"user_label")

        self.ask_body.addWidget(self.user_label)

        self.user = FieldEdit(self.ask)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 16)

        self.ask_body.addWidget(self.user)

        self.user_note = NoteLabel(self.ask)
        self.user_note.setObjectName(u"user_note")

        self.ask_body.addWidget(self.user_note)

        self.password_label = QLabel(self.ask)
        self.password_label.setObjectName(u"password_label")

        self.ask_body.addWidget(self.password_label)

        self.password = FieldEdit(self.ask)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.ask_body.addWidget(self.password)

        self.password_note = NoteLabel(self.ask)
        self.password_note.setObjectName(u"password_note")

        self.ask_body.addWidget(self.password_note)


        self.card_body.addWidget(self.ask)

        self.card_keys = QHBoxLayout()
        self.card_keys.setSpacing(6)
        self.card_keys.setObjectName(u"card_keys")
        self.card_keys.setContentsMargins(0, 0, 0, 0)
        self.key_open = KeyCap(self.card)
        self.key_open.setObjectName(u"key_open")

        self.card_keys.addWidget(self.key_open)

        self.open_says = QLabel(self.card)
        self.open_says.setObjectName(u"open_says")
        self.open_says.setProperty(u"role", u"muted")

        self.card_keys.addWidget(self.open_says)

        self.spacer_5 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.card_keys.addItem(self.spacer_5)

        self.key_back = KeyCap(self.card)
        self.key_back.setObjectName(u"key_back")

        self.card_keys.addWidget(self.key_back)

        self.back_says = QLabel(self.card)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.card_keys.addWidget(self.back_says)

        self.spacer_9 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.card_keys.addItem(self.spacer_9)

        self.key_switch = KeyCap(self.card)
        self.key_switch.setObjectName(u"key_switch")

        self.card_keys.addWidget(self.key_switch)

        self.switch_says = QLabel(self.card)
        self.switch_says.setObjectName(u"switch_says")
        self.switch_says.setProperty(u"role", u"muted")

        self.card_keys.addWidget(self.switch_says)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.card_keys.addItem(self.spacer_6)


        self.card_body.addLayout(self.card_keys)


        self.middle.addWidget(self.card)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_7)


        self.body.addLayout(self.middle)

        self.spacer_8 = QSpacerItem(0, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_8)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Curtain)
    # setupUi

    def retranslateUi(self, Curtain):
        self.title.setText(QCoreApplication.translate("Curtain", u"M\u00e0n h\u00ecnh \u0111ang che", None))
        self.who.setText("")
        self.any_key.setText(QCoreApplication.translate("Curtain", u"Nh\u1ea5n m\u1ed9t ph\u00edm b\u1ea5t k\u1ef3 \u0111\u1ec3 m\u1edf l\u1ea1i.", None))
        self.user_label.setText(QCoreApplication.translate("Curtain", u"Ng\u01b0\u1eddi d\u00f9ng", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("Curtain", u"Ng\u01b0\u1eddi d\u00f9ng v\u00e0o l\u00e0m vi\u1ec7c", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("Curtain", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("Curtain", u"M\u1eadt kh\u1ea9u \u0111\u1ec3 m\u1edf l\u1ea1i m\u00e0n h\u00ecnh", None))
#endif // QT_CONFIG(accessibility)
        self.key_open.setText(QCoreApplication.translate("Curtain", u"Enter", None))
        self.open_says.setText(QCoreApplication.translate("Curtain", u"m\u1edf l\u1ea1i", None))
        self.key_back.setText(QCoreApplication.translate("Curtain", u"Esc", None))
        self.back_says.setText(QCoreApplication.translate("Curtain", u"ti\u1ebfp t\u1ee5c che", None))
        self.key_switch.setText(QCoreApplication.translate("Curtain", u"F2", None))
        self.switch_says.setText(QCoreApplication.translate("Curtain", u"\u0111\u1ed5i ng\u01b0\u1eddi", None))
        pass
    # retranslateUi

