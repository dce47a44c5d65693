# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'users_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, NoteLabel, WrappedNote)

class Ui_UsersSide(object):
    def setupUi(self, UsersSide):
        if not UsersSide.objectName():
            UsersSide.setObjectName(u"UsersSide")
        UsersSide.resize(328, 700)
        self.side_body = QVBoxLayout(UsersSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.about_card = Card(UsersSide)
        self.about_card.setObjectName(u"about_card")
        self.about_card_body = QVBoxLayout(self.about_card)
        self.about_card_body.setSpacing(4)
        self.about_card_body.setObjectName(u"about_card_body")
        self.about_card_body.setContentsMargins(16, 12, 16, 12)
        self.name = QLabel(self.about_card)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"role", u"h2")

        self.about_card_body.addWidget(self.name)

        self.roles = QLabel(self.about_card)
        self.roles.setObjectName(u"roles")
        self.roles.setWordWrap(True)
        self.roles.setProperty(u"role", u"muted")

        self.about_card_body.addWidget(self.roles)

        self.about_grid = QGridLayout()
        self.about_grid.setObjectName(u"about_grid")
        self.about_grid.setHorizontalSpacing(12)
        self.about_grid.setVerticalSpacing(0)
        self.about_grid.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(self.about_card)
        self.user_label.setObjectName(u"user_label")
        self.user_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = NoteLabel(self.about_card)
        self.user.setObjectName(u"user")

        self.about_grid.addWidget(self.user, 0, 1, 1, 1)

        self.cleared_label = QLabel(self.about_card)
        self.cleared_label.setObjectName(u"cleared_label")
        self.cleared_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.cleared_label, 1, 0, 1, 1)

        self.cleared = NoteLabel(self.about_card)
        self.cleared.setObjectName(u"cleared")

        self.about_grid.addWidget(self.cleared, 1, 1, 1, 1)

        self.password_label = QLabel(self.about_card)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.password_label, 2, 0, 1, 1)

        self.password = NoteLabel(self.about_card)
        self.password.setObjectName(u"password")

        self.about_grid.addWidget(self.password, 2, 1, 1, 1)

        self.last_label = QLabel(self.about_card)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.last_label, 3, 0, 1, 1)

        self.last = NoteLabel(self.about_card)
        self.last.setObjectName(u"last")

        self.about_grid.addWidget(self.last, 3, 1, 1, 1)

        self.state_label = QLabel(self.about_card)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.state_label, 4, 0, 1, 1)

        self.state = NoteLabel(self.about_card)
        self.state.setObjectName(u"state")

        self.about_grid.addWidget(self.state, 4, 1, 1, 1)

        self.about_grid.setColumnStretch(1, 1)
        self.about_grid.setColumnMinimumWidth(0, 84)

        self.about_card_body.addLayout(self.about_grid)


        self.side_body.addWidget(self.about_card)

        self.advice = QLabel(UsersSide)
        self.advice.setObjectName(u"advice")
        self.advice.setWordWrap(True)
        self.advice.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.advice)

        self.centre_card = Card(UsersSide)
        self.centre_card.setObjectName(u"centre_card")
        self.centre_card_body = QVBoxLayout(self.centre_card)
        self.centre_card_body.setSpacing(4)
        self.centre_card_body.setObjectName(u"centre_card_body")
        self.centre_card_body.setContentsMargins(16, 12, 16, 12)
        self.centre_title = QLabel(self.centre_card)
        self.centre_title.setObjectName(u"centre_title")
        self.centre_title.setProperty(u"role", u"h2")

        self.centre_card_body.addWidget(self.centre_title)

        self.centre = WrappedNote(self.centre_card)
        self.centre.setObjectName(u"centre")

        self.centre_card_body.addWidget(self.centre)


        self.side_body.addWidget(self.centre_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.make = ActionButton(UsersSide)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"key_text", u"Ctrl+N")
        self.make.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.make)

        self.change = ActionButton(UsersSide)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"key_text", u"Ctrl+E")

        self.keys_body.addWidget(self.change)

        self.password_new = ActionButton(UsersSide)
        self.password_new.setObjectName(u"password_new")
        self.password_new.setProperty(u"key_text", u"Ctrl+M")

        self.keys_body.addWidget(self.password_new)

        self.revoke = ActionButton(UsersSide)
        self.revoke.setObjectName(u"revoke")
        self.revoke.setProperty(u"key_text", u"Ctrl+Delete")

        self.keys_body.addWidget(self.revoke)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(3, 1)

        self.retranslateUi(UsersSide)
    # setupUi

    def retranslateUi(self, UsersSide):
        self.user_label.setText(QCoreApplication.translate("UsersSide", u"\u0110\u0103ng nh\u1eadp", None))
        self.cleared_label.setText(QCoreApplication.translate("UsersSide", u"KT1 \u0111\u1ebfn", None))
        self.password_label.setText(QCoreApplication.translate("UsersSide", u"M\u1eadt kh\u1ea9u", None))
        self.last_label.setText(QCoreApplication.translate("UsersSide", u"L\u1ea7n cu\u1ed1i", None))
        self.state_label.setText(QCoreApplication.translate("UsersSide", u"T\u00ecnh tr\u1ea1ng", None))
        self.centre_title.setText(QCoreApplication.translate("UsersSide", u"Danh s\u00e1ch c\u1ee7a trung t\u00e2m", None))
        self.make.setText(QCoreApplication.translate("UsersSide", u"Ng\u01b0\u1eddi m\u1edbi", None))
        self.change.setText(QCoreApplication.translate("UsersSide", u"\u0110\u1ed5i vai tr\u00f2", None))
        self.password_new.setText(QCoreApplication.translate("UsersSide", u"\u0110\u1eb7t m\u1eadt kh\u1ea9u", None))
        self.revoke.setText(QCoreApplication.translate("UsersSide", u"Cho th\u00f4i", None))
        pass
    # retranslateUi

