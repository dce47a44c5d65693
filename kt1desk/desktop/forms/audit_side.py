# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'audit_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WrappedNote)

class Ui_AuditSide(object):
    def setupUi(self, AuditSide):
        if not AuditSide.objectName():
            AuditSide.setObjectName(u"AuditSide")
        AuditSide.resize(328, 700)
        self.side_body = QVBoxLayout(AuditSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(AuditSide)
        self.ask_card.setObjectName(u"ask_card")
        self.ask_body = QVBoxLayout(self.ask_card)
        self.ask_body.setSpacing(8)
        self.ask_body.setObjectName(u"ask_body")
        self.ask_body.setContentsMargins(16, 12, 16, 12)
        self.ask_title = QLabel(self.ask_card)
        self.ask_title.setObjectName(u"ask_title")
        self.ask_title.setProperty(u"role", u"h2")

        self.ask_body.addWidget(self.ask_title)

        self.ask_grid = QGridLayout()
        self.ask_grid.setObjectName(u"ask_grid")
        self.ask_grid.setHorizontalSpacing(8)
        self.ask_grid.setVerticalSpacing(4)
        self.ask_grid.setContentsMargins(0, 0, 0, 0)
        self.since_label = QLabel(self.ask_card)
        self.since_label.setObjectName(u"since_label")
        self.since_label.setMinimumSize(QSize(64, 0))

        self.ask_grid.addWidget(self.since_label, 0, 0, 1, 1)

        self.since = FieldEdit(self.ask_card)
        self.since.setObjectName(u"since")
        self.since.setProperty(u"vietnamese_input", False)
        self.since.setProperty(u"max_chars", 10)

        self.ask_grid.addWidget(self.since, 0, 1, 1, 1)

        self.since_note = WrappedNote(self.ask_card)
        self.since_note.setObjectName(u"since_note")

        self.ask_grid.addWidget(self.since_note, 1, 0, 1, 2)

        self.until_label = QLabel(self.ask_card)
        self.until_label.setObjectName(u"until_label")
        self.until_label.setMinimumSize(QSize(64, 0))

        self.ask_grid.addWidget(self.until_label, 2, 0, 1, 1)

        self.until = FieldEdit(self.ask_card)
        self.until.setObjectName(u"until")
        self.until.setProperty(u"vietnamese_input", False)
        self.until.setProperty(u"max_chars", 10)

        self.ask_grid.addWidget(self.until, 2, 1, 1, 1)

        self.until_note = WrappedNote(self.ask_card)
        self.until_note.setObjectName(u"until_note")

        self.ask_grid.addWidget(self.until_note, 3, 0, 1, 2)

        self.person_label = QLabel(self.ask_card)
        self.person_label.setObjectName(u"person_label")
        self.person_label.setMinimumSize(QSize(64, 0))

        self.ask_grid.addWidget(self.person_label, 4, 0, 1, 1)

        self.person = FieldEdit(self.ask_card)
        self.person.setObjectName(u"person")
        self.person.setProperty(u"max_chars", 40)

        self.ask_grid.addWidget(self.person, 4, 1, 1, 1)

        self.person_note = WrappedNote(self.ask_card)
        self.person_note.setObjectName(u"person_note")

        self.ask_grid.addWidget(self.person_note, 5, 0, 1, 2)

        self.kind_label = QLabel(self.ask_card)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setMinimumSize(QSize(64, 0))

        self.ask_grid.addWidget(self.kind_label, 6, 0, 1, 1)

        self.kind = FieldEdit(self.ask_card)
        self.kind.setObjectName(u"kind")
        self.kind.setProperty(u"max_chars", 40)

        self.ask_grid.addWidget(self.kind, 6, 1, 1, 1)

        self.kind_note = WrappedNote(self.ask_card)
        self.kind_note.setObjectName(u"kind_note")

        self.ask_grid.addWidget(self.kind_note, 7, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)

        self.ask_body.addLayout(self.ask_grid)


        self.side_body.addWidget(self.ask_card)

        self.one_card = Card(AuditSide)
        self.one_card.setObjectName(u"one_card")
        self.one_body = QVBoxLayout(self.one_card)
        self.one_body.setSpacing(4)
        self.one_body.setObjectName(u"one_body")
        self.one_body.setContentsMargins(16, 12, 16, 12)
        self.one_what = QLabel(self.one_card)
        self.one_what.setObjectName(u"one_what")
        self.one_what.setWordWrap(True)
        self.one_what.setProperty(u"role", u"h2")

        self.one_body.addWidget(self.one_what)

        self.one_more = QLabel(self.one_card)
        self.one_more.setObjectName(u"one_more")
        self.one_more.setWordWrap(True)

        self.one_body.addWidget(self.one_more)

        self.one_who = QLabel(self.one_card)
        self.one_who.setObjectName(u"one_who")
        self.one_who.setWordWrap(True)
        self.one_who.setProperty(u"role", u"muted")

        self.one_body.addWidget(self.one_who)

        self.one_place = QLabel(self.one_card)
        self.one_place.setObjectName(u"one_place")
        self.one_place.setWordWrap(True)
        self.one_place.setProperty(u"role", u"muted")

        self.one_body.addWidget(self.one_place)


        self.side_body.addWidget(self.one_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.problem = QLabel(AuditSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.export_log = ActionButton(AuditSide)
        self.export_log.setObjectName(u"export_log")
        self.export_log.setProperty(u"kind", u"primary")
        self.export_log.setProperty(u"key_text", u"F9")

        self.side_body.addWidget(self.export_log)

        self.side_body.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.since_label.setBuddy(self.since)
        self.until_label.setBuddy(self.until)
        self.person_label.setBuddy(self.person)
        self.kind_label.setBuddy(self.kind)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AuditSide)
    # setupUi

    def retranslateUi(self, AuditSide):
        self.ask_title.setText(QCoreApplication.translate("AuditSide", u"L\u1ecdc", None))
        self.since_label.setText(QCoreApplication.translate("AuditSide", u"T\u1eeb ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.since.setAccessibleName(QCoreApplication.translate("AuditSide", u"T\u1eeb ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.until_label.setText(QCoreApplication.translate("AuditSide", u"\u0110\u1ebfn ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.until.setAccessibleName(QCoreApplication.translate("AuditSide", u"\u0110\u1ebfn ng\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.person_label.setText(QCoreApplication.translate("AuditSide", u"Ng\u01b0\u1eddi", None))
#if QT_CONFIG(accessibility)
        self.person.setAccessibleName(QCoreApplication.translate("AuditSide", u"Ng\u01b0\u1eddi", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("AuditSide", u"Vi\u1ec7c", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("AuditSide", u"Vi\u1ec7c", None))
#endif // QT_CONFIG(accessibility)
        self.export_log.setText(QCoreApplication.translate("AuditSide", u"Xu\u1ea5t nh\u1eefng d\u00f2ng \u0111\u00e3 l\u1ecdc", None))
        pass
    # retranslateUi

