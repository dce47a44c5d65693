# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'approval_second.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QLineEdit, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel, SegmentedChoice, WholeRowsTable)

class Ui_SecondPanel(object):
    def setupUi(self, SecondPanel):
        if not SecondPanel.objectName():
            SecondPanel.setObjectName(u"SecondPanel")
        SecondPanel.resize(296, 200)
        self.panel_body = QVBoxLayout(SecondPanel)
        self.panel_body.setSpacing(4)
        self.panel_body.setObjectName(u"panel_body")
        self.panel_body.setContentsMargins(0, 0, 0, 0)
        self.second_title = QLabel(SecondPanel)
        self.second_title.setObjectName(u"second_title")
        self.second_title.setProperty(u"role", u"h2")

        self.panel_body.addWidget(self.second_title)

        self.manner = SegmentedChoice(SecondPanel)
        self.manner.setObjectName(u"manner")

        self.panel_body.addWidget(self.manner)

        self.at_desk = QWidget(SecondPanel)
        self.at_desk.setObjectName(u"at_desk")
        self.at_desk_grid = QGridLayout(self.at_desk)
        self.at_desk_grid.setObjectName(u"at_desk_grid")
        self.at_desk_grid.setHorizontalSpacing(8)
        self.at_desk_grid.setVerticalSpacing(2)
        self.at_desk_grid.setContentsMargins(0, 4, 0, 0)
        self.user_label = QLabel(self.at_desk)
        self.user_label.setObjectName(u"user_label")
        self.user_label.setMinimumSize(QSize(84, 0))

        self.at_desk_grid.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = FieldEdit(self.at_desk)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 16)

        self.at_desk_grid.addWidget(self.user, 0, 1, 1, 1)

        self.user_note = NoteLabel(self.at_desk)
        self.user_note.setObjectName(u"user_note")

        self.at_desk_grid.addWidget(self.user_note, 1, 0, 1, 2)

        self.password_label = QLabel(self.at_desk)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setMinimumSize(QSize(84, 0))

        self.at_desk_grid.addWidget(self.password_label, 2, 0, 1, 1)

        self.password = FieldEdit(self.at_desk)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.at_desk_grid.addWidget(self.password, 2, 1, 1, 1)

        self.password_note = NoteLabel(self.at_desk)
        self.password_note.setObjectName(u"password_note")

        self.at_desk_grid.addWidget(self.password_note, 3, 0, 1, 2)

        self.at_desk_grid.setColumnStretch(1, 1)

        self.panel_body.addWidget(self.at_desk)

        self.by_phone = QWidget(SecondPanel)
        self.by_phone.setObjectName(u"by_phone")
        self.by_phone_grid = QGridLayout(self.by_phone)
        self.by_phone_grid.setObjectName(u"by_phone_grid")
        self.by_phone_grid.setHorizontalSpacing(8)
        self.by_phone_grid.setVerticalSpacing(2)
        self.by_phone_grid.setContentsMargins(0, 4, 0, 0)
        self.device_label = QLabel(self.by_phone)
        self.device_label.setObjectName(u"device_label")
        self.device_label.setMinimumSize(QSize(84, 0))

        self.by_phone_grid.addWidget(self.device_label, 0, 0, 1, 1)

        self.device = FieldEdit(self.by_phone)
        self.device.setObjectName(u"device")
        self.device.setProperty(u"vietnamese_input", False)
        self.device.setProperty(u"max_chars", 5)

        self.by_phone_grid.addWidget(self.device, 0, 1, 1, 1)

        self.device_note = NoteLabel(self.by_phone)
        self.device_note.setObjectName(u"device_note")

        self.by_phone_grid.addWidget(self.device_note, 1, 0, 1, 2)

        self.digits = QLabel(self.by_phone)
        self.digits.setObjectName(u"digits")
        self.digits.setProperty(u"role", u"digits")
        self.digits.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.by_phone_grid.addWidget(self.digits, 2, 0, 1, 2)

        self.approver_label = QLabel(self.by_phone)
        self.approver_label.setObjectName(u"approver_label")
        self.approver_label.setMinimumSize(QSize(84, 0))

        self.by_phone_grid.addWidget(self.approver_label, 3, 0, 1, 1)

        self.approver = FieldEdit(self.by_phone)
        self.approver.setObjectName(u"approver")
        self.approver.setProperty(u"vietnamese_input", False)
        self.approver.setProperty(u"max_chars", 16)

        self.by_phone_grid.addWidget(self.approver, 3, 1, 1, 1)

        self.approver_note = NoteLabel(self.by_phone)
        self.approver_note.setObjectName(u"approver_note")

        self.by_phone_grid.addWidget(self.approver_note, 4, 0, 1, 2)

        self.told_label = QLabel(self.by_phone)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setMinimumSize(QSize(84, 0))

        self.by_phone_grid.addWidget(self.told_label, 5, 0, 1, 1)

        self.told = FieldEdit(self.by_phone)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"vietnamese_input", False)
        self.told.setProperty(u"max_chars", 9)
        self.told.setProperty(u"big", True)

        self.by_phone_grid.addWidget(self.told, 5, 1, 1, 1)

        self.told_note = NoteLabel(self.by_phone)
        self.told_note.setObjectName(u"told_note")

        self.by_phone_grid.addWidget(self.told_note, 6, 0, 1, 2)

        self.by_phone_grid.setColumnStretch(1, 1)

        self.panel_body.addWidget(self.by_phone)

        self.alone = QWidget(SecondPanel)
        self.alone.setObjectName(u"alone")
        self.alone_body = QVBoxLayout(self.alone)
        self.alone_body.setSpacing(4)
        self.alone_body.setObjectName(u"alone_body")
        self.alone_body.setContentsMargins(0, 4, 0, 0)
        self.alone_says = QLabel(self.alone)
        self.alone_says.setObjectName(u"alone_says")
        self.alone_says.setProperty(u"role", u"muted")
        self.alone_says.setWordWrap(True)

        self.alone_body.addWidget(self.alone_says)

        self.alone_reason = WholeRowsTable(self.alone)
        self.alone_reason.setObjectName(u"alone_reason")

        self.alone_body.addWidget(self.alone_reason)

        self.alone_note = NoteLabel(self.alone)
        self.alone_note.setObjectName(u"alone_note")

        self.alone_body.addWidget(self.alone_note)


        self.panel_body.addWidget(self.alone)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
        self.device_label.setBuddy(self.device)
        self.approver_label.setBuddy(self.approver)
        self.told_label.setBuddy(self.told)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SecondPanel)
    # setupUi

    def retranslateUi(self, SecondPanel):
        self.second_title.setText(QCoreApplication.translate("SecondPanel", u"Ng\u01b0\u1eddi th\u1ee9 hai", None))
#if QT_CONFIG(accessibility)
        self.manner.setAccessibleName(QCoreApplication.translate("SecondPanel", u"C\u00e1ch duy\u1ec7t", None))
#endif // QT_CONFIG(accessibility)
        self.user_label.setText(QCoreApplication.translate("SecondPanel", u"Ng\u01b0\u1eddi duy\u1ec7t", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("SecondPanel", u"T\u00ean \u0111\u0103ng nh\u1eadp c\u1ee7a ng\u01b0\u1eddi duy\u1ec7t", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("SecondPanel", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("SecondPanel", u"M\u1eadt kh\u1ea9u c\u1ee7a ng\u01b0\u1eddi duy\u1ec7t", None))
#endif // QT_CONFIG(accessibility)
        self.device_label.setText(QCoreApplication.translate("SecondPanel", u"G\u1ecdi m\u00e1y s\u1ed1", None))
#if QT_CONFIG(accessibility)
        self.device.setAccessibleName(QCoreApplication.translate("SecondPanel", u"S\u1ed1 m\u00e1y c\u1ee7a ng\u01b0\u1eddi duy\u1ec7t", None))
#endif // QT_CONFIG(accessibility)
        self.approver_label.setText(QCoreApplication.translate("SecondPanel", u"Ng\u01b0\u1eddi duy\u1ec7t", None))
#if QT_CONFIG(accessibility)
        self.approver.setAccessibleName(QCoreApplication.translate("SecondPanel", u"T\u00ean \u0111\u0103ng nh\u1eadp c\u1ee7a ng\u01b0\u1eddi duy\u1ec7t \u1edf \u0111\u1ea7u kia", None))
#endif // QT_CONFIG(accessibility)
        self.told_label.setText(QCoreApplication.translate("SecondPanel", u"8 s\u1ed1 tr\u1ea3 l\u1eddi", None))
#if QT_CONFIG(accessibility)
        self.told.setAccessibleName(QCoreApplication.translate("SecondPanel", u"8 s\u1ed1 tr\u1ea3 l\u1eddi", None))
#endif // QT_CONFIG(accessibility)
        self.alone_says.setText(QCoreApplication.translate("SecondPanel", u"Kh\u00f4ng g\u1ecdi \u0111\u01b0\u1ee3c ai: ghi ngo\u1ea1i l\u1ec7, ng\u01b0\u1eddi kh\u00e1c xem l\u1ea1i trong 72 gi\u1edd.", None))
#if QT_CONFIG(accessibility)
        self.alone_reason.setAccessibleName(QCoreApplication.translate("SecondPanel", u"L\u00fd do kh\u00f4ng c\u00f3 ng\u01b0\u1eddi th\u1ee9 hai", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

