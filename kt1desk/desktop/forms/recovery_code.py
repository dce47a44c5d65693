# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recovery_code.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel)

class Ui_RecoveryCodeForm(object):
    def setupUi(self, RecoveryCodeForm):
        if not RecoveryCodeForm.objectName():
            RecoveryCodeForm.setObjectName(u"RecoveryCodeForm")
        RecoveryCodeForm.resize(672, 80)
        self.body = QVBoxLayout(RecoveryCodeForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.code_label = QLabel(RecoveryCodeForm)
        self.code_label.setObjectName(u"code_label")

        self.fields.addWidget(self.code_label, 0, 0, 1, 1)

        self.code = FieldEdit(RecoveryCodeForm)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"vietnamese_input", False)
        self.code.setProperty(u"max_chars", 40)

        self.fields.addWidget(self.code, 0, 1, 1, 1)

        self.code_note = NoteLabel(RecoveryCodeForm)
        self.code_note.setObjectName(u"code_note")

        self.fields.addWidget(self.code_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecoveryCodeForm)
    # setupUi

    def retranslateUi(self, RecoveryCodeForm):
        self.code_label.setText(QCoreApplication.translate("RecoveryCodeForm", u"M\u00e3 kh\u00f4i ph\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("RecoveryCodeForm", u"M\u00e3 kh\u00f4i ph\u1ee5c tr\u00ean phi\u1ebfu", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

