# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incidents_close.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WholeRowsTable,
    WrappedNote)

class Ui_CloseForm(object):
    def setupUi(self, CloseForm):
        if not CloseForm.objectName():
            CloseForm.setObjectName(u"CloseForm")
        CloseForm.resize(328, 700)
        self.form_body = QVBoxLayout(CloseForm)
        self.form_body.setSpacing(12)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(0, 0, 0, 0)
        self.close_card = Card(CloseForm)
        self.close_card.setObjectName(u"close_card")
        self.close_body = QVBoxLayout(self.close_card)
        self.close_body.setSpacing(8)
        self.close_body.setObjectName(u"close_body")
        self.close_body.setContentsMargins(16, 12, 16, 12)
        self.close_title = QLabel(self.close_card)
        self.close_title.setObjectName(u"close_title")
        self.close_title.setProperty(u"role", u"h2")

        self.close_body.addWidget(self.close_title)

        self.outcome = WholeRowsTable(self.close_card)
        self.outcome.setObjectName(u"outcome")

        self.close_body.addWidget(self.outcome)


        self.form_body.addWidget(self.close_card)

        self.second_card = Card(CloseForm)
        self.second_card.setObjectName(u"second_card")
        self.second_body = QVBoxLayout(self.second_card)
        self.second_body.setSpacing(8)
        self.second_body.setObjectName(u"second_body")
        self.second_body.setContentsMargins(16, 12, 16, 12)
        self.second_title = QLabel(self.second_card)
        self.second_title.setObjectName(u"second_title")
        self.second_title.setProperty(u"role", u"h2")

        self.second_body.addWidget(self.second_title)

        self.second_note = QLabel(self.second_card)
        self.second_note.setObjectName(u"second_note")
        self.second_note.setWordWrap(True)
        self.second_note.setProperty(u"role", u"muted")

        self.second_body.addWidget(self.second_note)

        self.second_grid = QGridLayout()
        self.second_grid.setObjectName(u"second_grid")
        self.second_grid.setHorizontalSpacing(8)
        self.second_grid.setVerticalSpacing(4)
        self.second_grid.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(self.second_card)
        self.user_label.setObjectName(u"user_label")
        self.user_label.setMinimumSize(QSize(80, 0))

        self.second_grid.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = FieldEdit(self.second_card)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"max_chars", 16)
        self.user.setProperty(u"vietnamese_input", False)

        self.second_grid.addWidget(self.user, 0, 1, 1, 1)

        self.user_note = WrappedNote(self.second_card)
        self.user_note.setObjectName(u"user_note")

        self.second_grid.addWidget(self.user_note, 1, 0, 1, 2)

        self.password_label = QLabel(self.second_card)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setMinimumSize(QSize(80, 0))

        self.second_grid.addWidget(self.password_label, 2, 0, 1, 1)

        self.password = FieldEdit(self.second_card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"max_chars", 128)
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.second_grid.addWidget(self.password, 2, 1, 1, 1)

        self.password_note = WrappedNote(self.second_card)
        self.password_note.setObjectName(u"password_note")

        self.second_grid.addWidget(self.password_note, 3, 0, 1, 2)

        self.second_grid.setColumnStretch(1, 1)

        self.second_body.addLayout(self.second_grid)


        self.form_body.addWidget(self.second_card)

        self.problem = QLabel(CloseForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.form_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_body.addItem(self.spacer_1)

        self.keep = ActionButton(CloseForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"kind", u"primary")
        self.keep.setProperty(u"key_text", u"F9")

        self.form_body.addWidget(self.keep)

        self.form_body.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CloseForm)
    # setupUi

    def retranslateUi(self, CloseForm):
        self.close_title.setText(QCoreApplication.translate("CloseForm", u"K\u1ebft qu\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.outcome.setAccessibleName(QCoreApplication.translate("CloseForm", u"K\u1ebft qu\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.second_title.setText(QCoreApplication.translate("CloseForm", u"Ng\u01b0\u1eddi k\u1ebft th\u00fac", None))
        self.user_label.setText(QCoreApplication.translate("CloseForm", u"T\u00e0i kho\u1ea3n", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("CloseForm", u"T\u00e0i kho\u1ea3n", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("CloseForm", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("CloseForm", u"M\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        self.keep.setText(QCoreApplication.translate("CloseForm", u"K\u1ebft th\u00fac s\u1ef1 v\u1ee5", None))
        pass
    # retranslateUi

