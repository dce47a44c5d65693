# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_choose.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, KeyCap, NoteLabel)

class Ui_RestoreChooseForm(object):
    def setupUi(self, RestoreChooseForm):
        if not RestoreChooseForm.objectName():
            RestoreChooseForm.setObjectName(u"RestoreChooseForm")
        RestoreChooseForm.resize(672, 280)
        self.body = QVBoxLayout(RestoreChooseForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.path_label = QLabel(RestoreChooseForm)
        self.path_label.setObjectName(u"path_label")

        self.fields.addWidget(self.path_label, 0, 0, 1, 1)

        self.path = FieldEdit(RestoreChooseForm)
        self.path.setObjectName(u"path")
        self.path.setProperty(u"vietnamese_input", False)
        self.path.setProperty(u"max_chars", 400)

        self.fields.addWidget(self.path, 0, 1, 1, 1)

        self.path_note = NoteLabel(RestoreChooseForm)
        self.path_note.setObjectName(u"path_note")

        self.fields.addWidget(self.path_note, 1, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.found = QLabel(RestoreChooseForm)
        self.found.setObjectName(u"found")
        self.found.setWordWrap(True)
        self.found.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.found)

        self.problem = QLabel(RestoreChooseForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.body.addWidget(self.problem)

        self.older = QLabel(RestoreChooseForm)
        self.older.setObjectName(u"older")
        self.older.setWordWrap(True)
        self.older.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.older)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

        self.step_keys = QHBoxLayout()
        self.step_keys.setSpacing(6)
        self.step_keys.setObjectName(u"step_keys")
        self.step_keys.setContentsMargins(0, 0, 0, 0)
        self.key_choose = KeyCap(RestoreChooseForm)
        self.key_choose.setObjectName(u"key_choose")

        self.step_keys.addWidget(self.key_choose)

        self.choose_says = QLabel(RestoreChooseForm)
        self.choose_says.setObjectName(u"choose_says")
        self.choose_says.setProperty(u"role", u"muted")

        self.step_keys.addWidget(self.choose_says)

        self.key_older = KeyCap(RestoreChooseForm)
        self.key_older.setObjectName(u"key_older")

        self.step_keys.addWidget(self.key_older)

        self.older_says = QLabel(RestoreChooseForm)
        self.older_says.setObjectName(u"older_says")
        self.older_says.setProperty(u"role", u"muted")

        self.step_keys.addWidget(self.older_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.step_keys.addItem(self.spacer_2)


        self.body.addLayout(self.step_keys)

#if QT_CONFIG(shortcut)
        self.path_label.setBuddy(self.path)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RestoreChooseForm)
    # setupUi

    def retranslateUi(self, RestoreChooseForm):
        self.path_label.setText(QCoreApplication.translate("RestoreChooseForm", u"B\u1ea3n sao l\u01b0u", None))
#if QT_CONFIG(accessibility)
        self.path.setAccessibleName(QCoreApplication.translate("RestoreChooseForm", u"Th\u01b0 m\u1ee5c c\u00f3 b\u1ea3n sao l\u01b0u", None))
#endif // QT_CONFIG(accessibility)
        self.path.setPlaceholderText(QCoreApplication.translate("RestoreChooseForm", u"v\u00ed d\u1ee5 E:\\SaoLuu", None))
        self.found.setText("")
        self.problem.setText("")
        self.older.setText("")
        self.key_choose.setText(QCoreApplication.translate("RestoreChooseForm", u"F4", None))
        self.choose_says.setText(QCoreApplication.translate("RestoreChooseForm", u"ch\u1ecdn th\u01b0 m\u1ee5c", None))
        self.key_older.setText(QCoreApplication.translate("RestoreChooseForm", u"F8", None))
        self.older_says.setText(QCoreApplication.translate("RestoreChooseForm", u"l\u1ea5y b\u1ea3n li\u1ec1n tr\u01b0\u1edbc", None))
        pass
    # retranslateUi

