# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'backups_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_BackupsSide(object):
    def setupUi(self, BackupsSide):
        if not BackupsSide.objectName():
            BackupsSide.setObjectName(u"BackupsSide")
        BackupsSide.resize(328, 700)
        self.side_body = QVBoxLayout(BackupsSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.place_card = Card(BackupsSide)
        self.place_card.setObjectName(u"place_card")
        self.place_body = QVBoxLayout(self.place_card)
        self.place_body.setSpacing(6)
        self.place_body.setObjectName(u"place_body")
        self.place_body.setContentsMargins(16, 12, 16, 12)
        self.name = QLabel(self.place_card)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"role", u"h2")

        self.place_body.addWidget(self.name)

        self.about = QLabel(self.place_card)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"role", u"muted")

        self.place_body.addWidget(self.about)

        self.folder_label = QLabel(self.place_card)
        self.folder_label.setObjectName(u"folder_label")

        self.place_body.addWidget(self.folder_label)

        self.folder = FieldEdit(self.place_card)
        self.folder.setObjectName(u"folder")
        self.folder.setProperty(u"max_chars", 240)

        self.place_body.addWidget(self.folder)

        self.folder_note = WrappedNote(self.place_card)
        self.folder_note.setObjectName(u"folder_note")

        self.place_body.addWidget(self.folder_note)


        self.side_body.addWidget(self.place_card)

        self.trouble = QLabel(BackupsSide)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.trouble)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.problem = QLabel(BackupsSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.problem)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.back_up = ActionButton(BackupsSide)
        self.back_up.setObjectName(u"back_up")
        self.back_up.setProperty(u"key_text", u"F9")
        self.back_up.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.back_up)

        self.check = ActionButton(BackupsSide)
        self.check.setObjectName(u"check")
        self.check.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.check)

        self.set_folder = ActionButton(BackupsSide)
        self.set_folder.setObjectName(u"set_folder")
        self.set_folder.setProperty(u"key_text", u"Ctrl+E")

        self.keys_body.addWidget(self.set_folder)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.folder_label.setBuddy(self.folder)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(BackupsSide)
    # setupUi

    def retranslateUi(self, BackupsSide):
        self.folder_label.setText(QCoreApplication.translate("BackupsSide", u"Th\u01b0 m\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("BackupsSide", u"Th\u01b0 m\u1ee5c c\u1ee7a n\u01a1i \u0111ang ch\u1ecdn", None))
#endif // QT_CONFIG(accessibility)
        self.back_up.setText(QCoreApplication.translate("BackupsSide", u"Sao l\u01b0u ngay", None))
        self.check.setText(QCoreApplication.translate("BackupsSide", u"Ki\u1ec3m tra b\u1ea3n \u0111ang ch\u1ecdn", None))
        self.set_folder.setText(QCoreApplication.translate("BackupsSide", u"\u0110\u1eb7t n\u01a1i \u0111ang ch\u1ecdn", None))
        pass
    # retranslateUi

