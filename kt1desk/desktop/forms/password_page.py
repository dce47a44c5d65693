# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'password_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, IconLabel,
    NoteLabel)

class Ui_PasswordPage(object):
    def setupUi(self, PasswordPage):
        if not PasswordPage.objectName():
            PasswordPage.setObjectName(u"PasswordPage")
        PasswordPage.resize(1150, 640)
        self.body = QVBoxLayout(PasswordPage)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.card = Card(PasswordPage)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(640, 0))
        self.card.setMaximumSize(QSize(640, 16777215))
        self.card_body = QVBoxLayout(self.card)
        self.card_body.setSpacing(8)
        self.card_body.setObjectName(u"card_body")
        self.card_body.setContentsMargins(16, 12, 16, 16)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(8)
        self.heading.setObjectName(u"heading")
        self.heading.setContentsMargins(0, 0, 0, 0)
        self.heading_icon = IconLabel(self.card)
        self.heading_icon.setObjectName(u"heading_icon")
        self.heading_icon.setProperty(u"icon_name", u"lock")
        self.heading_icon.setProperty(u"ink", u"accent")

        self.heading.addWidget(self.heading_icon)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"h2")

        self.heading.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.heading.addItem(self.spacer_1)


        self.card_body.addLayout(self.heading)

        self.intro = QLabel(self.card)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.card_body.addWidget(self.intro)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.old_label = QLabel(self.card)
        self.old_label.setObjectName(u"old_label")

        self.fields.addWidget(self.old_label, 0, 0, 1, 1)

        self.old = FieldEdit(self.card)
        self.old.setObjectName(u"old")
        self.old.setProperty(u"vietnamese_input", False)
        self.old.setProperty(u"max_chars", 128)
        self.old.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.old, 0, 1, 1, 1)

        self.old_note = NoteLabel(self.card)
        self.old_note.setObjectName(u"old_note")

        self.fields.addWidget(self.old_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.card_body.addLayout(self.fields)

        self.new_room = QVBoxLayout()
        self.new_room.setSpacing(0)
        self.new_room.setObjectName(u"new_room")
        self.new_room.setContentsMargins(0, 0, 0, 0)

        self.card_body.addLayout(self.new_room)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.card_body.addWidget(self.problem)

        self.saved = QLabel(self.card)
        self.saved.setObjectName(u"saved")
        self.saved.setWordWrap(True)
        self.saved.setProperty(u"role", u"ok-box")

        self.card_body.addWidget(self.saved)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.save = ActionButton(self.card)
        self.save.setObjectName(u"save")
        self.save.setMinimumSize(QSize(0, 36))
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.save)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_2)


        self.card_body.addLayout(self.actions)


        self.middle.addWidget(self.card)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_3)


        self.body.addLayout(self.middle)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_4)

#if QT_CONFIG(shortcut)
        self.old_label.setBuddy(self.old)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PasswordPage)
    # setupUi

    def retranslateUi(self, PasswordPage):
        self.title.setText(QCoreApplication.translate("PasswordPage", u"M\u1eadt kh\u1ea9u c\u1ee7a t\u00f4i", None))
        self.intro.setText(QCoreApplication.translate("PasswordPage", u"G\u00f5 m\u1eadt kh\u1ea9u c\u0169, r\u1ed3i m\u1eadt kh\u1ea9u m\u1edbi hai l\u1ea7n. T\u1eeb l\u1ea7n \u0111\u0103ng nh\u1eadp sau ch\u1ec9 m\u1eadt kh\u1ea9u m\u1edbi m\u1edf \u0111\u01b0\u1ee3c b\u00e0n.", None))
        self.old_label.setText(QCoreApplication.translate("PasswordPage", u"M\u1eadt kh\u1ea9u c\u0169", None))
#if QT_CONFIG(accessibility)
        self.old.setAccessibleName(QCoreApplication.translate("PasswordPage", u"M\u1eadt kh\u1ea9u \u0111ang d\u00f9ng", None))
#endif // QT_CONFIG(accessibility)
        self.problem.setText("")
        self.saved.setText("")
        self.save.setText(QCoreApplication.translate("PasswordPage", u"\u0110\u1ed5i m\u1eadt kh\u1ea9u", None))
        pass
    # retranslateUi

