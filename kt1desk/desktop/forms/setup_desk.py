# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_desk.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, KeyCap, NoteLabel, SegmentedChoice)

class Ui_DeskStepForm(object):
    def setupUi(self, DeskStepForm):
        if not DeskStepForm.objectName():
            DeskStepForm.setObjectName(u"DeskStepForm")
        DeskStepForm.resize(828, 460)
        self.body = QVBoxLayout(DeskStepForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.intro = QLabel(DeskStepForm)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.body.addWidget(self.intro)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.kind_label = QLabel(DeskStepForm)
        self.kind_label.setObjectName(u"kind_label")

        self.fields.addWidget(self.kind_label, 0, 0, 1, 1)

        self.mode = SegmentedChoice(DeskStepForm)
        self.mode.setObjectName(u"mode")

        self.fields.addWidget(self.mode, 0, 1, 1, 1)

        self.kind_note = NoteLabel(DeskStepForm)
        self.kind_note.setObjectName(u"kind_note")

        self.fields.addWidget(self.kind_note, 1, 1, 1, 1)

        self.path_label = QLabel(DeskStepForm)
        self.path_label.setObjectName(u"path_label")

        self.fields.addWidget(self.path_label, 2, 0, 1, 1)

        self.path = FieldEdit(DeskStepForm)
        self.path.setObjectName(u"path")
        self.path.setProperty(u"vietnamese_input", False)
        self.path.setProperty(u"max_chars", 400)

        self.fields.addWidget(self.path, 2, 1, 1, 1)

        self.path_note = NoteLabel(DeskStepForm)
        self.path_note.setObjectName(u"path_note")

        self.fields.addWidget(self.path_note, 3, 1, 1, 1)

        self.fingerprint_label = QLabel(DeskStepForm)
        self.fingerprint_label.setObjectName(u"fingerprint_label")

        self.fields.addWidget(self.fingerprint_label, 4, 0, 1, 1)

        self.fingerprint = FieldEdit(DeskStepForm)
        self.fingerprint.setObjectName(u"fingerprint")
        self.fingerprint.setProperty(u"vietnamese_input", False)
        self.fingerprint.setProperty(u"max_chars", 40)

        self.fields.addWidget(self.fingerprint, 4, 1, 1, 1)

        self.fingerprint_note = NoteLabel(DeskStepForm)
        self.fingerprint_note.setObjectName(u"fingerprint_note")

        self.fields.addWidget(self.fingerprint_note, 5, 1, 1, 1)

        self.kit_code_label = QLabel(DeskStepForm)
        self.kit_code_label.setObjectName(u"kit_code_label")

        self.fields.addWidget(self.kit_code_label, 6, 0, 1, 1)

        self.kit_code = FieldEdit(DeskStepForm)
        self.kit_code.setObjectName(u"kit_code")
        self.kit_code.setProperty(u"vietnamese_input", False)
        self.kit_code.setProperty(u"max_chars", 50)

        self.fields.addWidget(self.kit_code, 6, 1, 1, 1)

        self.kit_code_note = NoteLabel(DeskStepForm)
        self.kit_code_note.setObjectName(u"kit_code_note")

        self.fields.addWidget(self.kit_code_note, 7, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.summary = QLabel(DeskStepForm)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.summary)

        self.problem = QLabel(DeskStepForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

        self.step_keys = QHBoxLayout()
        self.step_keys.setSpacing(6)
        self.step_keys.setObjectName(u"step_keys")
        self.step_keys.setContentsMargins(0, 0, 0, 0)
        self.key_choose = KeyCap(DeskStepForm)
        self.key_choose.setObjectName(u"key_choose")

        self.step_keys.addWidget(self.key_choose)

        self.choose_says = QLabel(DeskStepForm)
        self.choose_says.setObjectName(u"choose_says")
        self.choose_says.setProperty(u"role", u"muted")

        self.step_keys.addWidget(self.choose_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.step_keys.addItem(self.spacer_2)


        self.body.addLayout(self.step_keys)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.mode)
        self.path_label.setBuddy(self.path)
        self.fingerprint_label.setBuddy(self.fingerprint)
        self.kit_code_label.setBuddy(self.kit_code)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DeskStepForm)
    # setupUi

    def retranslateUi(self, DeskStepForm):
        self.intro.setText(QCoreApplication.translate("DeskStepForm", u"B\u00e0n th\u1eadt ch\u1ec9 l\u1eadp \u0111\u01b0\u1ee3c b\u1eb1ng b\u1ed9 c\u00e0i ho\u1eb7c t\u1ec7p b\u00e0n do B\u01b0u \u0111i\u1ec7n t\u1ec9nh c\u1ea5p (th\u01b0\u1eddng tr\u00ean USB, k\u00e8m phi\u1ebfu ghi d\u1ea5u v\u00e2n kh\u00f3a). Ch\u01b0a c\u00f3 t\u1ec7p th\u00ec ch\u1ecdn d\u00f9ng th\u1eed: m\u1ecdi gi\u1ea5y in ra \u0111\u1ec1u ghi D\u00d9NG TH\u1eec v\u00e0 kh\u00f4ng b\u00e0n th\u1eadt n\u00e0o nh\u1eadn.", None))
        self.kind_label.setText(QCoreApplication.translate("DeskStepForm", u"L\u1eadp b\u00e0n", None))
#if QT_CONFIG(accessibility)
        self.mode.setAccessibleName(QCoreApplication.translate("DeskStepForm", u"C\u00e1ch l\u1eadp b\u00e0n", None))
#endif // QT_CONFIG(accessibility)
        self.path_label.setText(QCoreApplication.translate("DeskStepForm", u"T\u1ec7p b\u00e0n", None))
#if QT_CONFIG(accessibility)
        self.path.setAccessibleName(QCoreApplication.translate("DeskStepForm", u"\u0110\u01b0\u1eddng d\u1eabn t\u1ec7p b\u00e0n", None))
#endif // QT_CONFIG(accessibility)
        self.path.setPlaceholderText(QCoreApplication.translate("DeskStepForm", u"v\u00ed d\u1ee5 /media/usb/ban-00007-bo-1.kt1kit", None))
        self.fingerprint_label.setText(QCoreApplication.translate("DeskStepForm", u"D\u1ea5u v\u00e2n kh\u00f3a", None))
#if QT_CONFIG(accessibility)
        self.fingerprint.setAccessibleName(QCoreApplication.translate("DeskStepForm", u"D\u1ea5u v\u00e2n kh\u00f3a c\u1ee7a t\u1ec9nh", None))
#endif // QT_CONFIG(accessibility)
        self.fingerprint.setPlaceholderText(QCoreApplication.translate("DeskStepForm", u"ABCDE-FGHJK-MNPQR-STVWX-C, theo phi\u1ebfu c\u1ee7a t\u1ec9nh", None))
        self.kit_code_label.setText(QCoreApplication.translate("DeskStepForm", u"M\u00e3 m\u1ed9t l\u1ea7n", None))
#if QT_CONFIG(accessibility)
        self.kit_code.setAccessibleName(QCoreApplication.translate("DeskStepForm", u"M\u00e3 m\u1ed9t l\u1ea7n c\u1ee7a b\u1ed9 c\u00e0i", None))
#endif // QT_CONFIG(accessibility)
        self.kit_code.setPlaceholderText(QCoreApplication.translate("DeskStepForm", u"s\u00e1u nh\u00f3m ch\u1eef s\u1ed1 tr\u00ean phi\u1ebfu m\u00e3 c\u1ee7a b\u00e0n n\u00e0y", None))
        self.summary.setText("")
        self.problem.setText("")
        self.key_choose.setText(QCoreApplication.translate("DeskStepForm", u"F4", None))
        self.choose_says.setText(QCoreApplication.translate("DeskStepForm", u"ch\u1ecdn t\u1ec7p", None))
        pass
    # retranslateUi

