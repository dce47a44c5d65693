# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_recovery.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, KeyCap, NoteLabel)

class Ui_RecoveryStepForm(object):
    def setupUi(self, RecoveryStepForm):
        if not RecoveryStepForm.objectName():
            RecoveryStepForm.setObjectName(u"RecoveryStepForm")
        RecoveryStepForm.resize(828, 460)
        self.body = QVBoxLayout(RecoveryStepForm)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.intro = QLabel(RecoveryStepForm)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.body.addWidget(self.intro)

        self.code_frame = QFrame(RecoveryStepForm)
        self.code_frame.setObjectName(u"code_frame")
        self.code_frame.setProperty(u"kind", u"card")
        self.code_body = QVBoxLayout(self.code_frame)
        self.code_body.setSpacing(0)
        self.code_body.setObjectName(u"code_body")
        self.code_body.setContentsMargins(16, 16, 16, 16)
        self.code = QLabel(self.code_frame)
        self.code.setObjectName(u"code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setProperty(u"role", u"figure")

        self.code_body.addWidget(self.code)


        self.body.addWidget(self.code_frame)

        self.print_keys = QHBoxLayout()
        self.print_keys.setSpacing(6)
        self.print_keys.setObjectName(u"print_keys")
        self.print_keys.setContentsMargins(0, 0, 0, 0)
        self.key_print = KeyCap(RecoveryStepForm)
        self.key_print.setObjectName(u"key_print")

        self.print_keys.addWidget(self.key_print)

        self.print_says = QLabel(RecoveryStepForm)
        self.print_says.setObjectName(u"print_says")
        self.print_says.setProperty(u"role", u"muted")

        self.print_keys.addWidget(self.print_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.print_keys.addItem(self.spacer_2)


        self.body.addLayout(self.print_keys)

        self.printed = QLabel(RecoveryStepForm)
        self.printed.setObjectName(u"printed")
        self.printed.setWordWrap(True)
        self.printed.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.printed)

        self.advice = QLabel(RecoveryStepForm)
        self.advice.setObjectName(u"advice")
        self.advice.setWordWrap(True)
        self.advice.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.advice)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.group_label = QLabel(RecoveryStepForm)
        self.group_label.setObjectName(u"group_label")

        self.fields.addWidget(self.group_label, 0, 0, 1, 1)

        self.group = FieldEdit(RecoveryStepForm)
        self.group.setObjectName(u"group")
        self.group.setProperty(u"vietnamese_input", False)
        self.group.setProperty(u"max_chars", 5)

        self.fields.addWidget(self.group, 0, 1, 1, 1)

        self.group_note = NoteLabel(RecoveryStepForm)
        self.group_note.setObjectName(u"group_note")

        self.fields.addWidget(self.group_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.group_label.setBuddy(self.group)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecoveryStepForm)
    # setupUi

    def retranslateUi(self, RecoveryStepForm):
        self.intro.setText("")
        self.code.setText("")
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("RecoveryStepForm", u"M\u00e3 kh\u00f4i ph\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        self.key_print.setText(QCoreApplication.translate("RecoveryStepForm", u"Ctrl+P", None))
        self.print_says.setText(QCoreApplication.translate("RecoveryStepForm", u"in phi\u1ebfu m\u00e3 ra m\u00e1y in nh\u00e3n hay m\u00e1y in cu\u1ed9n c\u1eafm th\u1eb3ng v\u00e0o m\u00e1y n\u00e0y", None))
        self.printed.setText("")
        self.advice.setText(QCoreApplication.translate("RecoveryStepForm", u"Ch\u00e9p \u0111\u00fang t\u1eebng ch\u1eef, s\u1ed1 ra phi\u1ebfu, cho v\u00e0o phong b\u00ec ni\u00eam phong v\u00e0 n\u1ed9p B\u01b0u \u0111i\u1ec7n t\u1ec9nh gi\u1eef. M\u1ea5t m\u1eadt kh\u1ea9u m\u00e0 kh\u00f4ng c\u00f3 m\u00e3 n\u00e0y th\u00ec kh\u00f4ng ai m\u1edf l\u1ea1i \u0111\u01b0\u1ee3c d\u1eef li\u1ec7u. M\u00e3 ch\u1ec9 hi\u1ec7n m\u1ed9t l\u1ea7n.", None))
        self.group_label.setText(QCoreApplication.translate("RecoveryStepForm", u"G\u00f5 l\u1ea1i nh\u00f3m", None))
#if QT_CONFIG(accessibility)
        self.group.setAccessibleName(QCoreApplication.translate("RecoveryStepForm", u"G\u00f5 l\u1ea1i m\u1ed9t nh\u00f3m c\u1ee7a m\u00e3 kh\u00f4i ph\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

