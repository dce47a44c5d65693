# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier_parked.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (KeyCap, NoteLabel, WholeRowsTable)

class Ui_DossierParked(object):
    def setupUi(self, DossierParked):
        if not DossierParked.objectName():
            DossierParked.setObjectName(u"DossierParked")
        DossierParked.resize(806, 608)
        self.parked_body = QVBoxLayout(DossierParked)
        self.parked_body.setSpacing(8)
        self.parked_body.setObjectName(u"parked_body")
        self.parked_body.setContentsMargins(16, 12, 16, 8)
        self.parked_head = QHBoxLayout()
        self.parked_head.setSpacing(8)
        self.parked_head.setObjectName(u"parked_head")
        self.parked_head.setContentsMargins(0, 0, 0, 0)
        self.parked_title = QLabel(DossierParked)
        self.parked_title.setObjectName(u"parked_title")
        self.parked_title.setProperty(u"role", u"h2")

        self.parked_head.addWidget(self.parked_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parked_head.addItem(self.spacer_1)

        self.parked_note = NoteLabel(DossierParked)
        self.parked_note.setObjectName(u"parked_note")

        self.parked_head.addWidget(self.parked_note)


        self.parked_body.addLayout(self.parked_head)

        self.parked = WholeRowsTable(DossierParked)
        self.parked.setObjectName(u"parked")

        self.parked_body.addWidget(self.parked)

        self.parked_keys = QHBoxLayout()
        self.parked_keys.setSpacing(6)
        self.parked_keys.setObjectName(u"parked_keys")
        self.parked_keys.setContentsMargins(0, 0, 0, 0)
        self.cap_resume = KeyCap(DossierParked)
        self.cap_resume.setObjectName(u"cap_resume")

        self.parked_keys.addWidget(self.cap_resume)

        self.says_resume = NoteLabel(DossierParked)
        self.says_resume.setObjectName(u"says_resume")

        self.parked_keys.addWidget(self.says_resume)

        self.cap_drop = KeyCap(DossierParked)
        self.cap_drop.setObjectName(u"cap_drop")

        self.parked_keys.addWidget(self.cap_drop)

        self.says_drop = NoteLabel(DossierParked)
        self.says_drop.setObjectName(u"says_drop")

        self.parked_keys.addWidget(self.says_drop)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parked_keys.addItem(self.spacer_2)


        self.parked_body.addLayout(self.parked_keys)

        self.parked_body.setStretch(1, 1)

        self.retranslateUi(DossierParked)
    # setupUi

    def retranslateUi(self, DossierParked):
        self.parked_title.setText(QCoreApplication.translate("DossierParked", u"H\u1ed3 s\u01a1 t\u1ea1m g\u00e1c", None))
#if QT_CONFIG(accessibility)
        self.parked.setAccessibleName(QCoreApplication.translate("DossierParked", u"H\u1ed3 s\u01a1 t\u1ea1m g\u00e1c", None))
#endif // QT_CONFIG(accessibility)
        self.cap_resume.setText(QCoreApplication.translate("DossierParked", u"Enter", None))
        self.cap_drop.setText(QCoreApplication.translate("DossierParked", u"Delete", None))
        pass
    # retranslateUi

