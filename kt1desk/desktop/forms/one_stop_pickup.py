# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_pickup.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel)

class Ui_PickupWork(object):
    def setupUi(self, PickupWork):
        if not PickupWork.objectName():
            PickupWork.setObjectName(u"PickupWork")
        PickupWork.resize(838, 600)
        self.pickup_body = QVBoxLayout(PickupWork)
        self.pickup_body.setSpacing(12)
        self.pickup_body.setObjectName(u"pickup_body")
        self.pickup_body.setContentsMargins(0, 0, 0, 0)
        self.search_body = QVBoxLayout()
        self.search_body.setSpacing(2)
        self.search_body.setObjectName(u"search_body")
        self.search_body.setContentsMargins(0, 0, 0, 0)
        self.text = FieldEdit(PickupWork)
        self.text.setObjectName(u"text")
        self.text.setProperty(u"big", True)
        self.text.setProperty(u"max_chars", 80)

        self.search_body.addWidget(self.text)

        self.text_note = NoteLabel(PickupWork)
        self.text_note.setObjectName(u"text_note")

        self.search_body.addWidget(self.text_note)


        self.pickup_body.addLayout(self.search_body)

        self.list_place = QWidget(PickupWork)
        self.list_place.setObjectName(u"list_place")

        self.pickup_body.addWidget(self.list_place)

        self.pickup_body.setStretch(1, 1)

        self.retranslateUi(PickupWork)
    # setupUi

    def retranslateUi(self, PickupWork):
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("PickupWork", u"T\u00ecm k\u1ebft qu\u1ea3: t\u00ean, \u0111i\u1ec7n tho\u1ea1i, m\u00e3 h\u1ed3 s\u01a1, s\u1ed1 hi\u1ec7u", None))
#endif // QT_CONFIG(accessibility)
        self.text.setPlaceholderText(QCoreApplication.translate("PickupWork", u"Qu\u00e9t nh\u00e3n, gi\u1ea5y h\u1eb9n; ho\u1eb7c g\u00f5 t\u00ean, \u0111i\u1ec7n tho\u1ea1i, m\u00e3 h\u1ed3 s\u01a1, s\u1ed1 hi\u1ec7u", None))
        pass
    # retranslateUi

