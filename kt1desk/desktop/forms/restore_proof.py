# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_proof.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, KeptNote, SegmentedChoice)

class Ui_RestoreProofForm(object):
    def setupUi(self, RestoreProofForm):
        if not RestoreProofForm.objectName():
            RestoreProofForm.setObjectName(u"RestoreProofForm")
        RestoreProofForm.resize(672, 400)
        self.body = QVBoxLayout(RestoreProofForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.how_label = QLabel(RestoreProofForm)
        self.how_label.setObjectName(u"how_label")

        self.fields.addWidget(self.how_label, 0, 0, 1, 1)

        self.how = SegmentedChoice(RestoreProofForm)
        self.how.setObjectName(u"how")

        self.fields.addWidget(self.how, 0, 1, 1, 1)

        self.how_note = KeptNote(RestoreProofForm)
        self.how_note.setObjectName(u"how_note")

        self.fields.addWidget(self.how_note, 1, 1, 1, 1)

        self.user_label = QLabel(RestoreProofForm)
        self.user_label.setObjectName(u"user_label")

        self.fields.addWidget(self.user_label, 2, 0, 1, 1)

        self.user = FieldEdit(RestoreProofForm)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 32)

        self.fields.addWidget(self.user, 2, 1, 1, 1)

        self.user_note = KeptNote(RestoreProofForm)
        self.user_note.setObjectName(u"user_note")

        self.fields.addWidget(self.user_note, 3, 1, 1, 1)

        self.code_label = QLabel(RestoreProofForm)
        self.code_label.setObjectName(u"code_label")

        self.fields.addWidget(self.code_label, 4, 0, 1, 1)

        self.code = FieldEdit(RestoreProofForm)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"vietnamese_input", False)
        self.code.setProperty(u"max_chars", 40)

        self.fields.addWidget(self.code, 4, 1, 1, 1)

        self.code_note = KeptNote(RestoreProofForm)
        self.code_note.setObjectName(u"code_note")

        self.fields.addWidget(self.code_note, 5, 1, 1, 1)

        self.secret_label = QLabel(RestoreProofForm)
        self.secret_label.setObjectName(u"secret_label")

        self.fields.addWidget(self.secret_label, 6, 0, 1, 1)

        self.secret = FieldEdit(RestoreProofForm)
        self.secret.setObjectName(u"secret")
        self.secret.setProperty(u"vietnamese_input", False)
        self.secret.setProperty(u"max_chars", 128)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.secret, 6, 1, 1, 1)

        self.secret_note = KeptNote(RestoreProofForm)
        self.secret_note.setObjectName(u"secret_note")

        self.fields.addWidget(self.secret_note, 7, 1, 1, 1)

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
        self.how_label.setBuddy(self.how)
        self.user_label.setBuddy(self.user)
        self.code_label.setBuddy(self.code)
        self.secret_label.setBuddy(self.secret)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RestoreProofForm)
    # setupUi

    def retranslateUi(self, RestoreProofForm):
        self.how_label.setText(QCoreApplication.translate("RestoreProofForm", u"M\u1edf b\u1eb1ng", None))
#if QT_CONFIG(accessibility)
        self.how.setAccessibleName(QCoreApplication.translate("RestoreProofForm", u"M\u1edf b\u1ea3n sao l\u01b0u b\u1eb1ng", None))
#endif // QT_CONFIG(accessibility)
        self.user_label.setText(QCoreApplication.translate("RestoreProofForm", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("RestoreProofForm", u"T\u00ean \u0111\u0103ng nh\u1eadp c\u1ee7a tr\u01b0\u1edfng \u0111i\u1ec3m ho\u1eb7c qu\u1ea3n tr\u1ecb", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("RestoreProofForm", u"M\u00e3 kh\u00f4i ph\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("RestoreProofForm", u"M\u00e3 kh\u00f4i ph\u1ee5c tr\u00ean phi\u1ebfu", None))
#endif // QT_CONFIG(accessibility)
        self.code.setPlaceholderText(QCoreApplication.translate("RestoreProofForm", u"ABCDE-FGHJK-MNPQR-STVWX-YZ012-3", None))
        self.secret_label.setText(QCoreApplication.translate("RestoreProofForm", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.secret.setAccessibleName(QCoreApplication.translate("RestoreProofForm", u"M\u1eadt kh\u1ea9u \u0111ang d\u00f9ng", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

