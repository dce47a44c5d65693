# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shift_close_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, KeyCap,
    NoteLabel)

class Ui_CloseSide(object):
    def setupUi(self, CloseSide):
        if not CloseSide.objectName():
            CloseSide.setObjectName(u"CloseSide")
        CloseSide.resize(328, 700)
        self.side_body = QVBoxLayout(CloseSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.figure_card = Card(CloseSide)
        self.figure_card.setObjectName(u"figure_card")
        self.figure_body = QVBoxLayout(self.figure_card)
        self.figure_body.setSpacing(4)
        self.figure_body.setObjectName(u"figure_body")
        self.figure_body.setContentsMargins(16, 12, 16, 12)
        self.figure_title = QLabel(self.figure_card)
        self.figure_title.setObjectName(u"figure_title")
        self.figure_title.setProperty(u"role", u"h2")

        self.figure_body.addWidget(self.figure_title)

        self.figure = QLabel(self.figure_card)
        self.figure.setObjectName(u"figure")
        self.figure.setProperty(u"role", u"figure")

        self.figure_body.addWidget(self.figure)

        self.figure_note = QLabel(self.figure_card)
        self.figure_note.setObjectName(u"figure_note")
        self.figure_note.setProperty(u"role", u"muted")
        self.figure_note.setWordWrap(True)

        self.figure_body.addWidget(self.figure_note)


        self.side_body.addWidget(self.figure_card)

        self.hand_card = Card(CloseSide)
        self.hand_card.setObjectName(u"hand_card")
        self.hand_body = QVBoxLayout(self.hand_card)
        self.hand_body.setSpacing(4)
        self.hand_body.setObjectName(u"hand_body")
        self.hand_body.setContentsMargins(16, 12, 16, 12)
        self.hand_title = QLabel(self.hand_card)
        self.hand_title.setObjectName(u"hand_title")
        self.hand_title.setProperty(u"role", u"h2")

        self.hand_body.addWidget(self.hand_title)

        self.hand_text = QLabel(self.hand_card)
        self.hand_text.setObjectName(u"hand_text")
        self.hand_text.setProperty(u"role", u"muted")
        self.hand_text.setWordWrap(True)

        self.hand_body.addWidget(self.hand_text)

        self.hand_grid = QGridLayout()
        self.hand_grid.setObjectName(u"hand_grid")
        self.hand_grid.setHorizontalSpacing(8)
        self.hand_grid.setVerticalSpacing(2)
        self.hand_grid.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(self.hand_card)
        self.user_label.setObjectName(u"user_label")
        self.user_label.setMinimumSize(QSize(104, 0))

        self.hand_grid.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = FieldEdit(self.hand_card)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 16)

        self.hand_grid.addWidget(self.user, 0, 1, 1, 1)

        self.user_note = NoteLabel(self.hand_card)
        self.user_note.setObjectName(u"user_note")

        self.hand_grid.addWidget(self.user_note, 1, 0, 1, 2)

        self.password_label = QLabel(self.hand_card)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setMinimumSize(QSize(104, 0))

        self.hand_grid.addWidget(self.password_label, 2, 0, 1, 1)

        self.password = FieldEdit(self.hand_card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.hand_grid.addWidget(self.password, 2, 1, 1, 1)

        self.password_note = NoteLabel(self.hand_card)
        self.password_note.setObjectName(u"password_note")

        self.hand_grid.addWidget(self.password_note, 3, 0, 1, 2)

        self.hand_grid.setColumnStretch(1, 1)

        self.hand_body.addLayout(self.hand_grid)


        self.side_body.addWidget(self.hand_card)

        self.verdict = QLabel(CloseSide)
        self.verdict.setObjectName(u"verdict")
        self.verdict.setWordWrap(True)
        self.verdict.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.verdict)

        self.problem = QLabel(CloseSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.action_body = QVBoxLayout()
        self.action_body.setSpacing(8)
        self.action_body.setObjectName(u"action_body")
        self.action_body.setContentsMargins(0, 0, 0, 0)
        self.go = ActionButton(CloseSide)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"kind", u"primary")
        self.go.setMinimumSize(QSize(0, 44))
        self.go.setProperty(u"key_text", u"F9")

        self.action_body.addWidget(self.go)

        self.other = ActionButton(CloseSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.action_body.addWidget(self.other)


        self.side_body.addLayout(self.action_body)

        self.side_keys = QHBoxLayout()
        self.side_keys.setSpacing(6)
        self.side_keys.setObjectName(u"side_keys")
        self.side_keys.setContentsMargins(0, 0, 0, 0)
        self.key_back = KeyCap(CloseSide)
        self.key_back.setObjectName(u"key_back")

        self.side_keys.addWidget(self.key_back)

        self.back_says = QLabel(CloseSide)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.side_keys.addWidget(self.back_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.side_keys.addItem(self.spacer_2)


        self.side_body.addLayout(self.side_keys)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CloseSide)
    # setupUi

    def retranslateUi(self, CloseSide):
        self.hand_title.setText(QCoreApplication.translate("CloseSide", u"T\u00ean v\u00e0 m\u1eadt kh\u1ea9u", None))
        self.hand_text.setText(QCoreApplication.translate("CloseSide", u"Ng\u01b0\u1eddi nh\u1eadn ca xem s\u1ed1 \u0111\u1ebfm, r\u1ed3i t\u1ef1 g\u00f5.", None))
        self.user_label.setText(QCoreApplication.translate("CloseSide", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("CloseSide", u"T\u00ean \u0111\u0103ng nh\u1eadp c\u1ee7a ng\u01b0\u1eddi nh\u1eadn ca", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("CloseSide", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("CloseSide", u"M\u1eadt kh\u1ea9u c\u1ee7a ng\u01b0\u1eddi nh\u1eadn ca", None))
#endif // QT_CONFIG(accessibility)
        self.verdict.setText("")
        self.go.setText("")
        self.other.setText("")
        self.key_back.setText(QCoreApplication.translate("CloseSide", u"Esc", None))
        self.back_says.setText("")
        pass
    # retranslateUi

