# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'delivery_dossier_taker.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel)

from kt1desk.desktop.widgets import (ChecklistRow, FieldEdit, NoteLabel)

class Ui_DossierTaker(object):
    def setupUi(self, DossierTaker):
        if not DossierTaker.objectName():
            DossierTaker.setObjectName(u"DossierTaker")
        DossierTaker.resize(328, 360)
        self.taker_grid = QGridLayout(DossierTaker)
        self.taker_grid.setObjectName(u"taker_grid")
        self.taker_grid.setHorizontalSpacing(8)
        self.taker_grid.setVerticalSpacing(0)
        self.taker_grid.setContentsMargins(16, 8, 16, 4)
        self.identity_paper = FieldEdit(DossierTaker)
        self.identity_paper.setObjectName(u"identity_paper")
        self.identity_paper.setProperty(u"max_chars", 80)

        self.taker_grid.addWidget(self.identity_paper, 0, 0, 1, 2)

        self.identity_paper_note = NoteLabel(DossierTaker)
        self.identity_paper_note.setObjectName(u"identity_paper_note")

        self.taker_grid.addWidget(self.identity_paper_note, 1, 0, 1, 2)

        self.identity_label = QLabel(DossierTaker)
        self.identity_label.setObjectName(u"identity_label")

        self.taker_grid.addWidget(self.identity_label, 2, 0, 1, 1)

        self.identity = FieldEdit(DossierTaker)
        self.identity.setObjectName(u"identity")
        self.identity.setProperty(u"vietnamese_input", False)
        self.identity.setProperty(u"max_chars", 20)

        self.taker_grid.addWidget(self.identity, 2, 1, 1, 1)

        self.identity_note = NoteLabel(DossierTaker)
        self.identity_note.setObjectName(u"identity_note")

        self.taker_grid.addWidget(self.identity_note, 3, 1, 1, 1)

        self.proxy = FieldEdit(DossierTaker)
        self.proxy.setObjectName(u"proxy")
        self.proxy.setProperty(u"max_chars", 80)

        self.taker_grid.addWidget(self.proxy, 4, 0, 1, 2)

        self.proxy_note = NoteLabel(DossierTaker)
        self.proxy_note.setObjectName(u"proxy_note")

        self.taker_grid.addWidget(self.proxy_note, 5, 0, 1, 2)

        self.taker_name_label = QLabel(DossierTaker)
        self.taker_name_label.setObjectName(u"taker_name_label")

        self.taker_grid.addWidget(self.taker_name_label, 6, 0, 1, 1)

        self.taker_name = FieldEdit(DossierTaker)
        self.taker_name.setObjectName(u"taker_name")
        self.taker_name.setProperty(u"max_chars", 120)

        self.taker_grid.addWidget(self.taker_name, 6, 1, 1, 1)

        self.taker_name_note = NoteLabel(DossierTaker)
        self.taker_name_note.setObjectName(u"taker_name_note")

        self.taker_grid.addWidget(self.taker_name_note, 7, 1, 1, 1)

        self.authorisation_label = QLabel(DossierTaker)
        self.authorisation_label.setObjectName(u"authorisation_label")

        self.taker_grid.addWidget(self.authorisation_label, 8, 0, 1, 1)

        self.authorisation = FieldEdit(DossierTaker)
        self.authorisation.setObjectName(u"authorisation")
        self.authorisation.setProperty(u"max_chars", 80)

        self.taker_grid.addWidget(self.authorisation, 8, 1, 1, 1)

        self.authorisation_note = NoteLabel(DossierTaker)
        self.authorisation_note.setObjectName(u"authorisation_note")

        self.taker_grid.addWidget(self.authorisation_note, 9, 1, 1, 1)

        self.withdrawn_label = QLabel(DossierTaker)
        self.withdrawn_label.setObjectName(u"withdrawn_label")

        self.taker_grid.addWidget(self.withdrawn_label, 10, 0, 1, 1)

        self.withdrawn = FieldEdit(DossierTaker)
        self.withdrawn.setObjectName(u"withdrawn")
        self.withdrawn.setProperty(u"vietnamese_input", False)
        self.withdrawn.setProperty(u"max_chars", 2)

        self.taker_grid.addWidget(self.withdrawn, 10, 1, 1, 1)

        self.withdrawn_note = NoteLabel(DossierTaker)
        self.withdrawn_note.setObjectName(u"withdrawn_note")

        self.taker_grid.addWidget(self.withdrawn_note, 11, 1, 1, 1)

        self.slip_back = ChecklistRow(DossierTaker)
        self.slip_back.setObjectName(u"slip_back")

        self.taker_grid.addWidget(self.slip_back, 12, 0, 1, 2)

        self.taker_grid.setColumnStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.identity_label.setBuddy(self.identity)
        self.taker_name_label.setBuddy(self.taker_name)
        self.authorisation_label.setBuddy(self.authorisation)
        self.withdrawn_label.setBuddy(self.withdrawn)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DossierTaker)
    # setupUi

    def retranslateUi(self, DossierTaker):
#if QT_CONFIG(accessibility)
        self.identity_paper.setAccessibleName(QCoreApplication.translate("DossierTaker", u"Gi\u1ea5y t\u1edd ng\u01b0\u1eddi nh\u1eadn \u0111\u01b0a", None))
#endif // QT_CONFIG(accessibility)
        self.identity_paper.setPlaceholderText(QCoreApplication.translate("DossierTaker", u"Gi\u1ea5y t\u1edd ng\u01b0\u1eddi nh\u1eadn \u0111\u01b0a", None))
        self.identity_label.setText(QCoreApplication.translate("DossierTaker", u"S\u1ed1 gi\u1ea5y t\u1edd", None))
#if QT_CONFIG(accessibility)
        self.identity.setAccessibleName(QCoreApplication.translate("DossierTaker", u"S\u1ed1 gi\u1ea5y t\u1edd ng\u01b0\u1eddi nh\u1eadn \u0111\u01b0a", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.proxy.setAccessibleName(QCoreApplication.translate("DossierTaker", u"Nh\u1eadn thay v\u1edbi t\u01b0 c\u00e1ch g\u00ec, \u0111\u1ec3 tr\u1ed1ng khi ch\u00ednh ng\u01b0\u1eddi n\u1ed9p", None))
#endif // QT_CONFIG(accessibility)
        self.proxy.setPlaceholderText(QCoreApplication.translate("DossierTaker", u"Nh\u1eadn thay v\u1edbi t\u01b0 c\u00e1ch g\u00ec", None))
        self.taker_name_label.setText(QCoreApplication.translate("DossierTaker", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.taker_name.setAccessibleName(QCoreApplication.translate("DossierTaker", u"H\u1ecd t\u00ean ng\u01b0\u1eddi nh\u1eadn thay", None))
#endif // QT_CONFIG(accessibility)
        self.authorisation_label.setText(QCoreApplication.translate("DossierTaker", u"Gi\u1ea5y \u1ee7y quy\u1ec1n", None))
#if QT_CONFIG(accessibility)
        self.authorisation.setAccessibleName(QCoreApplication.translate("DossierTaker", u"S\u1ed1 v\u00e0 ng\u00e0y gi\u1ea5y cho ph\u00e9p nh\u1eadn thay", None))
#endif // QT_CONFIG(accessibility)
        self.withdrawn_label.setText(QCoreApplication.translate("DossierTaker", u"Thu h\u1ed3i", None))
#if QT_CONFIG(accessibility)
        self.withdrawn.setAccessibleName(QCoreApplication.translate("DossierTaker", u"S\u1ed1 t\u1edd gi\u1ea5y thu h\u1ed3i", None))
#endif // QT_CONFIG(accessibility)
        self.slip_back.setText(QCoreApplication.translate("DossierTaker", u"\u0110\u00e3 thu l\u1ea1i gi\u1ea5y h\u1eb9n", None))
        pass
    # retranslateUi

