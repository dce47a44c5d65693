# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'new_password.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QLineEdit,
    QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel)

class Ui_NewPasswordForm(object):
    def setupUi(self, NewPasswordForm):
        if not NewPasswordForm.objectName():
            NewPasswordForm.setObjectName(u"NewPasswordForm")
        NewPasswordForm.resize(592, 160)
        self.body = QVBoxLayout(NewPasswordForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.rules = QLabel(NewPasswordForm)
        self.rules.setObjectName(u"rules")
        self.rules.setWordWrap(True)
        self.rules.setProperty(u"role", u"muted")

        self.body.addWidget(self.rules)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.password_label = QLabel(NewPasswordForm)
        self.password_label.setObjectName(u"password_label")

        self.fields.addWidget(self.password_label, 0, 0, 1, 1)

        self.password = FieldEdit(NewPasswordForm)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.password, 0, 1, 1, 1)

        self.password_note = NoteLabel(NewPasswordForm)
        self.password_note.setObjectName(u"password_note")

        self.fields.addWidget(self.password_note, 1, 1, 1, 1)

        self.again_label = QLabel(NewPasswordForm)
        self.again_label.setObjectName(u"again_label")

        self.fields.addWidget(self.again_label, 2, 0, 1, 1)

        self.again = FieldEdit(NewPasswordForm)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"vietnamese_input", False)
        self.again.setProperty(u"max_chars", 128)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.again, 2, 1, 1, 1)

        self.again_note = NoteLabel(NewPasswordForm)
        self.again_note.setObjectName(u"again_note")

        self.fields.addWidget(self.again_note, 3, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewPasswordForm)
    # setupUi

    def retranslateUi(self, NewPasswordForm):
        self.rules.setText("")
        self.password_label.setText(QCoreApplication.translate("NewPasswordForm", u"M\u1eadt kh\u1ea9u m\u1edbi", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("NewPasswordForm", u"M\u1eadt kh\u1ea9u m\u1edbi", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("NewPasswordForm", u"G\u00f5 l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("NewPasswordForm", u"G\u00f5 l\u1ea1i m\u1eadt kh\u1ea9u m\u1edbi", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

