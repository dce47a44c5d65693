# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'users_act_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, SegmentedChoice,
    WrappedNote)
from kt1desk.desktop.widgets.role_checks import RoleChecks

class Ui_UsersActSide(object):
    def setupUi(self, UsersActSide):
        if not UsersActSide.objectName():
            UsersActSide.setObjectName(u"UsersActSide")
        UsersActSide.resize(328, 700)
        self.side_body = QVBoxLayout(UsersActSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(UsersActSide)
        self.ask_card.setObjectName(u"ask_card")
        self.ask_card_body = QVBoxLayout(self.ask_card)
        self.ask_card_body.setSpacing(6)
        self.ask_card_body.setObjectName(u"ask_card_body")
        self.ask_card_body.setContentsMargins(16, 10, 16, 10)
        self.title = QLabel(self.ask_card)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"h2")

        self.ask_card_body.addWidget(self.title)

        self.says = QLabel(self.ask_card)
        self.says.setObjectName(u"says")
        self.says.setWordWrap(True)
        self.says.setProperty(u"role", u"muted")

        self.ask_card_body.addWidget(self.says)

        self.ask_grid = QGridLayout()
        self.ask_grid.setObjectName(u"ask_grid")
        self.ask_grid.setHorizontalSpacing(8)
        self.ask_grid.setVerticalSpacing(2)
        self.ask_grid.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(self.ask_card)
        self.name_label.setObjectName(u"name_label")

        self.ask_grid.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = FieldEdit(self.ask_card)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"vietnamese_input", True)
        self.name.setProperty(u"max_chars", 80)

        self.ask_grid.addWidget(self.name, 0, 1, 1, 1)

        self.name_note = WrappedNote(self.ask_card)
        self.name_note.setObjectName(u"name_note")

        self.ask_grid.addWidget(self.name_note, 1, 0, 1, 2)

        self.user_label = QLabel(self.ask_card)
        self.user_label.setObjectName(u"user_label")

        self.ask_grid.addWidget(self.user_label, 2, 0, 1, 1)

        self.user = FieldEdit(self.ask_card)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 16)

        self.ask_grid.addWidget(self.user, 2, 1, 1, 1)

        self.user_note = WrappedNote(self.ask_card)
        self.user_note.setObjectName(u"user_note")

        self.ask_grid.addWidget(self.user_note, 3, 0, 1, 2)

        self.roles_label = QLabel(self.ask_card)
        self.roles_label.setObjectName(u"roles_label")

        self.ask_grid.addWidget(self.roles_label, 4, 0, 1, 2)

        self.roles = RoleChecks(self.ask_card)
        self.roles.setObjectName(u"roles")

        self.ask_grid.addWidget(self.roles, 5, 0, 1, 2)

        self.roles_note = WrappedNote(self.ask_card)
        self.roles_note.setObjectName(u"roles_note")

        self.ask_grid.addWidget(self.roles_note, 6, 0, 1, 2)

        self.why_label = QLabel(self.ask_card)
        self.why_label.setObjectName(u"why_label")

        self.ask_grid.addWidget(self.why_label, 7, 0, 1, 2)

        self.why = SegmentedChoice(self.ask_card)
        self.why.setObjectName(u"why")

        self.ask_grid.addWidget(self.why, 8, 0, 1, 2)

        self.more_whys = SegmentedChoice(self.ask_card)
        self.more_whys.setObjectName(u"more_whys")

        self.ask_grid.addWidget(self.more_whys, 9, 0, 1, 2)

        self.why_note = WrappedNote(self.ask_card)
        self.why_note.setObjectName(u"why_note")

        self.ask_grid.addWidget(self.why_note, 10, 0, 1, 2)

        self.password_label = QLabel(self.ask_card)
        self.password_label.setObjectName(u"password_label")

        self.ask_grid.addWidget(self.password_label, 11, 0, 1, 1)

        self.password = FieldEdit(self.ask_card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.ask_grid.addWidget(self.password, 11, 1, 1, 1)

        self.password_note = WrappedNote(self.ask_card)
        self.password_note.setObjectName(u"password_note")

        self.ask_grid.addWidget(self.password_note, 12, 0, 1, 2)

        self.again_label = QLabel(self.ask_card)
        self.again_label.setObjectName(u"again_label")

        self.ask_grid.addWidget(self.again_label, 13, 0, 1, 1)

        self.again = FieldEdit(self.ask_card)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"vietnamese_input", False)
        self.again.setProperty(u"max_chars", 128)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.ask_grid.addWidget(self.again, 13, 1, 1, 1)

        self.again_note = WrappedNote(self.ask_card)
        self.again_note.setObjectName(u"again_note")

        self.ask_grid.addWidget(self.again_note, 14, 0, 1, 2)

        self.own_label = QLabel(self.ask_card)
        self.own_label.setObjectName(u"own_label")

        self.ask_grid.addWidget(self.own_label, 15, 0, 1, 2)

        self.own = FieldEdit(self.ask_card)
        self.own.setObjectName(u"own")
        self.own.setProperty(u"vietnamese_input", False)
        self.own.setProperty(u"max_chars", 128)
        self.own.setEchoMode(QLineEdit.EchoMode.Password)

        self.ask_grid.addWidget(self.own, 16, 0, 1, 2)

        self.own_note = WrappedNote(self.ask_card)
        self.own_note.setObjectName(u"own_note")

        self.ask_grid.addWidget(self.own_note, 17, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)
        self.ask_grid.setColumnMinimumWidth(0, 76)

        self.ask_card_body.addLayout(self.ask_grid)


        self.side_body.addWidget(self.ask_card)

        self.sure = QLabel(UsersActSide)
        self.sure.setObjectName(u"sure")
        self.sure.setWordWrap(True)
        self.sure.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.sure)

        self.problem = QLabel(UsersActSide)
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
        self.do = ActionButton(UsersActSide)
        self.do.setObjectName(u"do")
        self.do.setProperty(u"key_text", u"F9")
        self.do.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.do)

        self.back = ActionButton(UsersActSide)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"key_text", u"Esc")

        self.keys_body.addWidget(self.back)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.user_label.setBuddy(self.user)
        self.roles_label.setBuddy(self.roles)
        self.why_label.setBuddy(self.why)
        self.password_label.setBuddy(self.password)
        self.again_label.setBuddy(self.again)
        self.own_label.setBuddy(self.own)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(UsersActSide)
    # setupUi

    def retranslateUi(self, UsersActSide):
        self.name_label.setText(QCoreApplication.translate("UsersActSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("UsersActSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi d\u00f9ng", None))
#endif // QT_CONFIG(accessibility)
        self.user_label.setText(QCoreApplication.translate("UsersActSide", u"\u0110\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("UsersActSide", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#endif // QT_CONFIG(accessibility)
        self.roles_label.setText(QCoreApplication.translate("UsersActSide", u"Vai tr\u00f2, ch\u1ecdn b\u1eb1ng ph\u00edm s\u1ed1", None))
#if QT_CONFIG(accessibility)
        self.roles.setAccessibleName(QCoreApplication.translate("UsersActSide", u"Vai tr\u00f2", None))
#endif // QT_CONFIG(accessibility)
        self.why_label.setText(QCoreApplication.translate("UsersActSide", u"V\u00ec sao th\u00f4i", None))
#if QT_CONFIG(accessibility)
        self.why.setAccessibleName(QCoreApplication.translate("UsersActSide", u"V\u00ec sao th\u00f4i", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.more_whys.setAccessibleName(QCoreApplication.translate("UsersActSide", u"V\u00ec sao th\u00f4i, c\u00e1c l\u00fd do kh\u00e1c", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("UsersActSide", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("UsersActSide", u"M\u1eadt kh\u1ea9u \u0111\u1ea7u ti\u00ean c\u1ee7a ng\u01b0\u1eddi \u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("UsersActSide", u"G\u00f5 l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("UsersActSide", u"G\u00f5 l\u1ea1i m\u1eadt kh\u1ea9u \u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.own_label.setText(QCoreApplication.translate("UsersActSide", u"M\u1eadt kh\u1ea9u c\u1ee7a ch\u00ednh m\u00ecnh", None))
#if QT_CONFIG(accessibility)
        self.own.setAccessibleName(QCoreApplication.translate("UsersActSide", u"M\u1eadt kh\u1ea9u c\u1ee7a ng\u01b0\u1eddi \u0111ang l\u00e0m vi\u1ec7c n\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.do.setText(QCoreApplication.translate("UsersActSide", u"Ghi", None))
        self.back.setText(QCoreApplication.translate("UsersActSide", u"Th\u00f4i", None))
        pass
    # retranslateUi

