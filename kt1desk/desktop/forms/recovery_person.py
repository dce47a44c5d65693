# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recovery_person.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel)

class Ui_RecoveryPersonForm(object):
    def setupUi(self, RecoveryPersonForm):
        if not RecoveryPersonForm.objectName():
            RecoveryPersonForm.setObjectName(u"RecoveryPersonForm")
        RecoveryPersonForm.resize(672, 240)
        self.body = QVBoxLayout(RecoveryPersonForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(RecoveryPersonForm)
        self.user_label.setObjectName(u"user_label")

        self.fields.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = FieldEdit(RecoveryPersonForm)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 32)

        self.fields.addWidget(self.user, 0, 1, 1, 1)

        self.user_note = NoteLabel(RecoveryPersonForm)
        self.user_note.setObjectName(u"user_note")

        self.fields.addWidget(self.user_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.new_room = QVBoxLayout()
        self.new_room.setSpacing(0)
        self.new_room.setObjectName(u"new_room")
        self.new_room.setContentsMargins(0, 0, 0, 0)

        self.body.addLayout(self.new_room)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecoveryPersonForm)
    # setupUi

    def retranslateUi(self, RecoveryPersonForm):
        self.user_label.setText(QCoreApplication.translate("RecoveryPersonForm", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("RecoveryPersonForm", u"T\u00ean \u0111\u0103ng nh\u1eadp c\u1ee7a ng\u01b0\u1eddi \u0111\u1eb7t l\u1ea1i m\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

