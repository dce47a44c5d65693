# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'login.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, IconLabel,
    KeptNote, KeyCap, NoteLabel)

class Ui_LoginPage(object):
    def setupUi(self, LoginPage):
        if not LoginPage.objectName():
            LoginPage.setObjectName(u"LoginPage")
        LoginPage.resize(1366, 736)
        LoginPage.setProperty(u"kind", u"page")
        self.body = QVBoxLayout(LoginPage)
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

        self.card = Card(LoginPage)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(640, 0))
        self.card.setMaximumSize(QSize(640, 16777215))
        self.card_body = QVBoxLayout(self.card)
        self.card_body.setSpacing(4)
        self.card_body.setObjectName(u"card_body")
        self.card_body.setContentsMargins(24, 20, 24, 24)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.heading_icon = IconLabel(self.card)
        self.heading_icon.setObjectName(u"heading_icon")
        self.heading_icon.setProperty(u"icon_name", u"door-enter")
        self.heading_icon.setProperty(u"ink", u"accent")

        self.heading.addWidget(self.heading_icon)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h1")

        self.heading.addWidget(self.title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_3)

        self.trial = QLabel(self.card)
        self.trial.setObjectName(u"trial")
        self.trial.setMinimumSize(QSize(0, 24))
        self.trial.setMaximumSize(QSize(16777215, 24))
        self.trial.setProperty(u"role", u"trial")

        self.heading.addWidget(self.trial)


        self.card_body.addLayout(self.heading)

        self.spacer_4 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.card_body.addItem(self.spacer_4)

        self.user_label = QLabel(self.card)
        self.user_label.setObjectName(u"user_label")

        self.card_body.addWidget(self.user_label)

        self.user = FieldEdit(self.card)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 32)

        self.card_body.addWidget(self.user)

        self.user_note = KeptNote(self.card)
        self.user_note.setObjectName(u"user_note")

        self.card_body.addWidget(self.user_note)

        self.password_label = QLabel(self.card)
        self.password_label.setObjectName(u"password_label")

        self.card_body.addWidget(self.password_label)

        self.password = FieldEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.card_body.addWidget(self.password)

        self.password_note = NoteLabel(self.card)
        self.password_note.setObjectName(u"password_note")

        self.card_body.addWidget(self.password_note)

        self.hint = QLabel(self.card)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"role", u"warn-box")

        self.card_body.addWidget(self.hint)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.card_body.addWidget(self.problem)

        self.spacer_5 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.card_body.addItem(self.spacer_5)

        self.enter = ActionButton(self.card)
        self.enter.setObjectName(u"enter")
        self.enter.setMinimumSize(QSize(0, 44))
        self.enter.setProperty(u"key_text", u"Enter")
        self.enter.setProperty(u"kind", u"primary")

        self.card_body.addWidget(self.enter)


        self.middle.addWidget(self.card)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_6)


        self.body.addLayout(self.middle)

        self.spacer_7 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.body.addItem(self.spacer_7)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_8)

        self.key_forgotten = KeyCap(LoginPage)
        self.key_forgotten.setObjectName(u"key_forgotten")

        self.foot.addWidget(self.key_forgotten)

        self.forgotten_says = QLabel(LoginPage)
        self.forgotten_says.setObjectName(u"forgotten_says")
        self.forgotten_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.forgotten_says)

        self.spacer_12 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_12)

        self.training = QWidget(LoginPage)
        self.training.setObjectName(u"training")
        self.training_row = QHBoxLayout(self.training)
        self.training_row.setObjectName(u"training_row")
        self.training_row.setContentsMargins(0, 0, 16, 0)
        self.key_training = KeyCap(self.training)
        self.key_training.setObjectName(u"key_training")

        self.training_row.addWidget(self.key_training)

        self.training_says = QLabel(self.training)
        self.training_says.setObjectName(u"training_says")
        self.training_says.setProperty(u"role", u"muted")

        self.training_row.addWidget(self.training_says)


        self.foot.addWidget(self.training)

        self.key_help = KeyCap(LoginPage)
        self.key_help.setObjectName(u"key_help")

        self.foot.addWidget(self.key_help)

        self.help_says = QLabel(LoginPage)
        self.help_says.setObjectName(u"help_says")
        self.help_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.help_says)

        self.spacer_9 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_9)

        self.key_blank = KeyCap(LoginPage)
        self.key_blank.setObjectName(u"key_blank")

        self.foot.addWidget(self.key_blank)

        self.blank_says = QLabel(LoginPage)
        self.blank_says.setObjectName(u"blank_says")
        self.blank_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.blank_says)

        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_10)


        self.body.addLayout(self.foot)

        self.spacer_11 = QSpacerItem(0, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_11)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LoginPage)
    # setupUi

    def retranslateUi(self, LoginPage):
        self.title.setText(QCoreApplication.translate("LoginPage", u"\u0110\u0103ng nh\u1eadp", None))
        self.trial.setText(QCoreApplication.translate("LoginPage", u"D\u00d9NG TH\u1eec", None))
        self.user_label.setText(QCoreApplication.translate("LoginPage", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("LoginPage", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("LoginPage", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("LoginPage", u"M\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText("")
        self.problem.setText("")
        self.enter.setText(QCoreApplication.translate("LoginPage", u"V\u00e0o b\u00e0n", None))
        self.key_forgotten.setText(QCoreApplication.translate("LoginPage", u"F4", None))
        self.forgotten_says.setText(QCoreApplication.translate("LoginPage", u"qu\u00ean m\u1eadt kh\u1ea9u", None))
        self.key_training.setText(QCoreApplication.translate("LoginPage", u"F2", None))
        self.training_says.setText(QCoreApplication.translate("LoginPage", u"t\u1eadp d\u00f9ng", None))
        self.key_help.setText(QCoreApplication.translate("LoginPage", u"F1", None))
        self.help_says.setText(QCoreApplication.translate("LoginPage", u"tr\u1ee3 gi\u00fap", None))
        self.key_blank.setText(QCoreApplication.translate("LoginPage", u"F12", None))
        self.blank_says.setText(QCoreApplication.translate("LoginPage", u"che m\u00e0n h\u00ecnh", None))
        pass
    # retranslateUi

