# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_beside.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, KeptNote, KeyCap)

class Ui_RestoreBesideForm(object):
    def setupUi(self, RestoreBesideForm):
        if not RestoreBesideForm.objectName():
            RestoreBesideForm.setObjectName(u"RestoreBesideForm")
        RestoreBesideForm.resize(672, 280)
        self.body = QVBoxLayout(RestoreBesideForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.intro = QLabel(RestoreBesideForm)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.body.addWidget(self.intro)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.flight_label = QLabel(RestoreBesideForm)
        self.flight_label.setObjectName(u"flight_label")

        self.fields.addWidget(self.flight_label, 0, 0, 1, 1)

        self.flight = FieldEdit(RestoreBesideForm)
        self.flight.setObjectName(u"flight")
        self.flight.setProperty(u"vietnamese_input", False)
        self.flight.setProperty(u"max_chars", 400)

        self.fields.addWidget(self.flight, 0, 1, 1, 1)

        self.flight_note = KeptNote(RestoreBesideForm)
        self.flight_note.setObjectName(u"flight_note")

        self.fields.addWidget(self.flight_note, 1, 1, 1, 1)

        self.last_label = QLabel(RestoreBesideForm)
        self.last_label.setObjectName(u"last_label")

        self.fields.addWidget(self.last_label, 2, 0, 1, 1)

        self.last = FieldEdit(RestoreBesideForm)
        self.last.setObjectName(u"last")
        self.last.setProperty(u"vietnamese_input", False)
        self.last.setProperty(u"max_chars", 200)

        self.fields.addWidget(self.last, 2, 1, 1, 1)

        self.last_note = KeptNote(RestoreBesideForm)
        self.last_note.setObjectName(u"last_note")

        self.fields.addWidget(self.last_note, 3, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

        self.step_keys = QHBoxLayout()
        self.step_keys.setSpacing(6)
        self.step_keys.setObjectName(u"step_keys")
        self.step_keys.setContentsMargins(0, 0, 0, 0)
        self.key_choose = KeyCap(RestoreBesideForm)
        self.key_choose.setObjectName(u"key_choose")

        self.step_keys.addWidget(self.key_choose)

        self.choose_says = QLabel(RestoreBesideForm)
        self.choose_says.setObjectName(u"choose_says")
        self.choose_says.setProperty(u"role", u"muted")

        self.step_keys.addWidget(self.choose_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.step_keys.addItem(self.spacer_2)


        self.body.addLayout(self.step_keys)

#if QT_CONFIG(shortcut)
        self.flight_label.setBuddy(self.flight)
        self.last_label.setBuddy(self.last)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RestoreBesideForm)
    # setupUi

    def retranslateUi(self, RestoreBesideForm):
        self.intro.setText("")
        self.flight_label.setText(QCoreApplication.translate("RestoreBesideForm", u"H\u1ed9p \u0111en", None))
#if QT_CONFIG(accessibility)
        self.flight.setAccessibleName(QCoreApplication.translate("RestoreBesideForm", u"Th\u01b0 m\u1ee5c c\u1ee7a h\u1ed9p \u0111en", None))
#endif // QT_CONFIG(accessibility)
        self.flight.setPlaceholderText(QCoreApplication.translate("RestoreBesideForm", u"kh\u00f4ng c\u00f3 th\u00ec \u0111\u1ec3 tr\u1ed1ng", None))
        self.last_label.setText(QCoreApplication.translate("RestoreBesideForm", u"S\u1ed1 cu\u1ed1i", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("RestoreBesideForm", u"S\u1ed1 hi\u1ec7u cu\u1ed1i c\u00f9ng \u0111\u00e3 d\u00f9ng c\u1ee7a m\u1ed7i lo\u1ea1i nh\u00e3n", None))
#endif // QT_CONFIG(accessibility)
        self.last.setPlaceholderText(QCoreApplication.translate("RestoreBesideForm", u"v\u00ed d\u1ee5 ME473124829VN", None))
        self.key_choose.setText(QCoreApplication.translate("RestoreBesideForm", u"F4", None))
        self.choose_says.setText(QCoreApplication.translate("RestoreBesideForm", u"ch\u1ecdn th\u01b0 m\u1ee5c c\u1ee7a h\u1ed9p \u0111en", None))
        pass
    # retranslateUi

