# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incidents_tell.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, WholeRowsTable,
    WrappedNote)

class Ui_TellForm(object):
    def setupUi(self, TellForm):
        if not TellForm.objectName():
            TellForm.setObjectName(u"TellForm")
        TellForm.resize(328, 700)
        self.form_body = QVBoxLayout(TellForm)
        self.form_body.setSpacing(12)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(0, 0, 0, 0)
        self.tell_card = Card(TellForm)
        self.tell_card.setObjectName(u"tell_card")
        self.tell_body = QVBoxLayout(self.tell_card)
        self.tell_body.setSpacing(8)
        self.tell_body.setObjectName(u"tell_body")
        self.tell_body.setContentsMargins(16, 12, 16, 12)
        self.tell_title = QLabel(self.tell_card)
        self.tell_title.setObjectName(u"tell_title")
        self.tell_title.setProperty(u"role", u"h2")

        self.tell_body.addWidget(self.tell_title)

        self.who = WholeRowsTable(self.tell_card)
        self.who.setObjectName(u"who")

        self.tell_body.addWidget(self.who)

        self.way_title = QLabel(self.tell_card)
        self.way_title.setObjectName(u"way_title")
        self.way_title.setProperty(u"role", u"h2")

        self.tell_body.addWidget(self.way_title)

        self.way = WholeRowsTable(self.tell_card)
        self.way.setObjectName(u"way")

        self.tell_body.addWidget(self.way)

        self.tell_grid = QGridLayout()
        self.tell_grid.setObjectName(u"tell_grid")
        self.tell_grid.setHorizontalSpacing(8)
        self.tell_grid.setVerticalSpacing(4)
        self.tell_grid.setContentsMargins(0, 0, 0, 0)
        self.told_label = QLabel(self.tell_card)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setMinimumSize(QSize(80, 0))

        self.tell_grid.addWidget(self.told_label, 0, 0, 1, 1)

        self.told = FieldEdit(self.tell_card)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"max_chars", 16)
        self.told.setProperty(u"vietnamese_input", False)

        self.tell_grid.addWidget(self.told, 0, 1, 1, 1)

        self.told_note = WrappedNote(self.tell_card)
        self.told_note.setObjectName(u"told_note")

        self.tell_grid.addWidget(self.told_note, 1, 0, 1, 2)

        self.tell_grid.setColumnStretch(1, 1)

        self.tell_body.addLayout(self.tell_grid)


        self.form_body.addWidget(self.tell_card)

        self.problem = QLabel(TellForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.form_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_body.addItem(self.spacer_1)

        self.keep = ActionButton(TellForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"kind", u"primary")
        self.keep.setProperty(u"key_text", u"F9")

        self.form_body.addWidget(self.keep)

        self.form_body.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.told_label.setBuddy(self.told)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TellForm)
    # setupUi

    def retranslateUi(self, TellForm):
        self.tell_title.setText(QCoreApplication.translate("TellForm", u"\u0110\u00e3 b\u00e1o cho ai", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("TellForm", u"\u0110\u00e3 b\u00e1o cho ai", None))
#endif // QT_CONFIG(accessibility)
        self.way_title.setText(QCoreApplication.translate("TellForm", u"B\u1eb1ng c\u00e1ch n\u00e0o", None))
#if QT_CONFIG(accessibility)
        self.way.setAccessibleName(QCoreApplication.translate("TellForm", u"B\u1eb1ng c\u00e1ch n\u00e0o", None))
#endif // QT_CONFIG(accessibility)
        self.told_label.setText(QCoreApplication.translate("TellForm", u"B\u00e1o l\u00fac", None))
#if QT_CONFIG(accessibility)
        self.told.setAccessibleName(QCoreApplication.translate("TellForm", u"B\u00e1o l\u00fac", None))
#endif // QT_CONFIG(accessibility)
        self.keep.setText(QCoreApplication.translate("TellForm", u"Ghi \u0111\u00e3 b\u00e1o", None))
        pass
    # retranslateUi

