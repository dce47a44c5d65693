# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_case_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, ChecklistRow, FieldEdit,
    NoteLabel, WholeRowsTable)

class Ui_CaseSide(object):
    def setupUi(self, CaseSide):
        if not CaseSide.objectName():
            CaseSide.setObjectName(u"CaseSide")
        CaseSide.resize(328, 700)
        self.side_body = QVBoxLayout(CaseSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(CaseSide)
        self.hint_card.setObjectName(u"hint_card")
        self.hint_body = QVBoxLayout(self.hint_card)
        self.hint_body.setSpacing(4)
        self.hint_body.setObjectName(u"hint_body")
        self.hint_body.setContentsMargins(16, 12, 16, 12)
        self.hint_title = QLabel(self.hint_card)
        self.hint_title.setObjectName(u"hint_title")
        self.hint_title.setProperty(u"role", u"h2")

        self.hint_body.addWidget(self.hint_title)

        self.hint_text = QLabel(self.hint_card)
        self.hint_text.setObjectName(u"hint_text")
        self.hint_text.setProperty(u"role", u"muted")
        self.hint_text.setWordWrap(True)

        self.hint_body.addWidget(self.hint_text)


        self.side_body.addWidget(self.hint_card)

        self.case_card = Card(CaseSide)
        self.case_card.setObjectName(u"case_card")
        self.case_body = QVBoxLayout(self.case_card)
        self.case_body.setSpacing(4)
        self.case_body.setObjectName(u"case_body")
        self.case_body.setContentsMargins(16, 12, 16, 12)
        self.case_number = QLabel(self.case_card)
        self.case_number.setObjectName(u"case_number")
        self.case_number.setProperty(u"role", u"number")

        self.case_body.addWidget(self.case_number)

        self.case_what = QLabel(self.case_card)
        self.case_what.setObjectName(u"case_what")
        self.case_what.setWordWrap(True)

        self.case_body.addWidget(self.case_what)

        self.case_state = QLabel(self.case_card)
        self.case_state.setObjectName(u"case_state")
        self.case_state.setProperty(u"role", u"muted")
        self.case_state.setWordWrap(True)

        self.case_body.addWidget(self.case_state)


        self.side_body.addWidget(self.case_card)

        self.register_card = Card(CaseSide)
        self.register_card.setObjectName(u"register_card")
        self.register_body = QVBoxLayout(self.register_card)
        self.register_body.setSpacing(4)
        self.register_body.setObjectName(u"register_body")
        self.register_body.setContentsMargins(16, 12, 16, 12)
        self.register_title = QLabel(self.register_card)
        self.register_title.setObjectName(u"register_title")
        self.register_title.setProperty(u"role", u"h2")

        self.register_body.addWidget(self.register_title)

        self.register_grid = QGridLayout()
        self.register_grid.setObjectName(u"register_grid")
        self.register_grid.setHorizontalSpacing(8)
        self.register_grid.setVerticalSpacing(2)
        self.register_grid.setContentsMargins(0, 0, 0, 0)
        self.official_label = QLabel(self.register_card)
        self.official_label.setObjectName(u"official_label")
        self.official_label.setMinimumSize(QSize(88, 0))

        self.register_grid.addWidget(self.official_label, 0, 0, 1, 1)

        self.official = FieldEdit(self.register_card)
        self.official.setObjectName(u"official")
        self.official.setProperty(u"vietnamese_input", False)
        self.official.setProperty(u"max_chars", 40)

        self.register_grid.addWidget(self.official, 0, 1, 1, 1)

        self.official_note = NoteLabel(self.register_card)
        self.official_note.setObjectName(u"official_note")

        self.register_grid.addWidget(self.official_note, 1, 0, 1, 2)

        self.received_day_label = QLabel(self.register_card)
        self.received_day_label.setObjectName(u"received_day_label")
        self.received_day_label.setMinimumSize(QSize(88, 0))

        self.register_grid.addWidget(self.received_day_label, 2, 0, 1, 1)

        self.received_day = FieldEdit(self.register_card)
        self.received_day.setObjectName(u"received_day")
        self.received_day.setProperty(u"vietnamese_input", False)
        self.received_day.setProperty(u"max_chars", 10)

        self.register_grid.addWidget(self.received_day, 2, 1, 1, 1)

        self.received_day_note = NoteLabel(self.register_card)
        self.received_day_note.setObjectName(u"received_day_note")

        self.register_grid.addWidget(self.received_day_note, 3, 0, 1, 2)

        self.official_day_label = QLabel(self.register_card)
        self.official_day_label.setObjectName(u"official_day_label")
        self.official_day_label.setMinimumSize(QSize(88, 0))

        self.register_grid.addWidget(self.official_day_label, 4, 0, 1, 1)

        self.official_day = FieldEdit(self.register_card)
        self.official_day.setObjectName(u"official_day")
        self.official_day.setProperty(u"vietnamese_input", False)
        self.official_day.setProperty(u"max_chars", 10)

        self.register_grid.addWidget(self.official_day, 4, 1, 1, 1)

        self.official_day_note = NoteLabel(self.register_card)
        self.official_day_note.setObjectName(u"official_day_note")

        self.register_grid.addWidget(self.official_day_note, 5, 0, 1, 2)

        self.register_grid.setColumnStretch(1, 1)

        self.register_body.addLayout(self.register_grid)

        self.slip = ChecklistRow(self.register_card)
        self.slip.setObjectName(u"slip")

        self.register_body.addWidget(self.slip)


        self.side_body.addWidget(self.register_card)

        self.decision_card = Card(CaseSide)
        self.decision_card.setObjectName(u"decision_card")
        self.decision_body = QVBoxLayout(self.decision_card)
        self.decision_body.setSpacing(4)
        self.decision_body.setObjectName(u"decision_body")
        self.decision_body.setContentsMargins(16, 12, 16, 12)
        self.decision_title = QLabel(self.decision_card)
        self.decision_title.setObjectName(u"decision_title")
        self.decision_title.setProperty(u"role", u"h2")

        self.decision_body.addWidget(self.decision_title)

        self.decision_reason = QLabel(self.decision_card)
        self.decision_reason.setObjectName(u"decision_reason")
        self.decision_reason.setWordWrap(True)

        self.decision_body.addWidget(self.decision_reason)

        self.decision_grid = QGridLayout()
        self.decision_grid.setObjectName(u"decision_grid")
        self.decision_grid.setHorizontalSpacing(8)
        self.decision_grid.setVerticalSpacing(2)
        self.decision_grid.setContentsMargins(0, 0, 0, 0)
        self.paper_label = QLabel(self.decision_card)
        self.paper_label.setObjectName(u"paper_label")
        self.paper_label.setMinimumSize(QSize(88, 0))

        self.decision_grid.addWidget(self.paper_label, 0, 0, 1, 1)

        self.paper = FieldEdit(self.decision_card)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"vietnamese_input", False)
        self.paper.setProperty(u"max_chars", 40)

        self.decision_grid.addWidget(self.paper, 0, 1, 1, 1)

        self.paper_note = NoteLabel(self.decision_card)
        self.paper_note.setObjectName(u"paper_note")

        self.decision_grid.addWidget(self.paper_note, 1, 0, 1, 2)

        self.paper_day_label = QLabel(self.decision_card)
        self.paper_day_label.setObjectName(u"paper_day_label")
        self.paper_day_label.setMinimumSize(QSize(88, 0))

        self.decision_grid.addWidget(self.paper_day_label, 2, 0, 1, 1)

        self.paper_day = FieldEdit(self.decision_card)
        self.paper_day.setObjectName(u"paper_day")
        self.paper_day.setProperty(u"vietnamese_input", False)
        self.paper_day.setProperty(u"max_chars", 10)

        self.decision_grid.addWidget(self.paper_day, 2, 1, 1, 1)

        self.paper_day_note = NoteLabel(self.decision_card)
        self.paper_day_note.setObjectName(u"paper_day_note")

        self.decision_grid.addWidget(self.paper_day_note, 3, 0, 1, 2)

        self.day_label = QLabel(self.decision_card)
        self.day_label.setObjectName(u"day_label")
        self.day_label.setMinimumSize(QSize(88, 0))

        self.decision_grid.addWidget(self.day_label, 4, 0, 1, 1)

        self.day = FieldEdit(self.decision_card)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"vietnamese_input", False)
        self.day.setProperty(u"max_chars", 10)

        self.decision_grid.addWidget(self.day, 4, 1, 1, 1)

        self.day_note = NoteLabel(self.decision_card)
        self.day_note.setObjectName(u"day_note")

        self.decision_grid.addWidget(self.day_note, 5, 0, 1, 2)

        self.decision_grid.setColumnStretch(1, 1)

        self.decision_body.addLayout(self.decision_grid)

        self.asked_title = QLabel(self.decision_card)
        self.asked_title.setObjectName(u"asked_title")
        self.asked_title.setProperty(u"role", u"muted")

        self.decision_body.addWidget(self.asked_title)

        self.asked = WholeRowsTable(self.decision_card)
        self.asked.setObjectName(u"asked")

        self.decision_body.addWidget(self.asked)


        self.side_body.addWidget(self.decision_card)

        self.problem = QLabel(CaseSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.save = ActionButton(CaseSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.official_label.setBuddy(self.official)
        self.received_day_label.setBuddy(self.received_day)
        self.official_day_label.setBuddy(self.official_day)
        self.paper_label.setBuddy(self.paper)
        self.paper_day_label.setBuddy(self.paper_day)
        self.day_label.setBuddy(self.day)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CaseSide)
    # setupUi

    def retranslateUi(self, CaseSide):
        self.hint_title.setText(QCoreApplication.translate("CaseSide", u"C\u01a1 quan tr\u1ea3 l\u1eddi", None))
        self.hint_text.setText(QCoreApplication.translate("CaseSide", u"Enter \u1edf m\u1ed9t h\u1ed3 s\u01a1, ho\u1eb7c qu\u00e9t nh\u00e3n hay gi\u1ea5y h\u1eb9n, \u0111\u1ec3 ghi m\u00e3 h\u1ed3 s\u01a1, ng\u00e0y h\u1eb9n ho\u1eb7c v\u0103n b\u1ea3n c\u1ee7a c\u01a1 quan.", None))
        self.register_title.setText(QCoreApplication.translate("CaseSide", u"Phi\u1ebfu ti\u1ebfp nh\u1eadn c\u1ee7a c\u01a1 quan", None))
        self.official_label.setText(QCoreApplication.translate("CaseSide", u"M\u00e3 h\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.official.setAccessibleName(QCoreApplication.translate("CaseSide", u"M\u00e3 h\u1ed3 s\u01a1 tr\u00ean gi\u1ea5y h\u1eb9n", None))
#endif // QT_CONFIG(accessibility)
        self.received_day_label.setText(QCoreApplication.translate("CaseSide", u"Ng\u00e0y nh\u1eadn", None))
#if QT_CONFIG(accessibility)
        self.received_day.setAccessibleName(QCoreApplication.translate("CaseSide", u"Ng\u00e0y c\u01a1 quan ti\u1ebfp nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.official_day_label.setText(QCoreApplication.translate("CaseSide", u"H\u1eb9n tr\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.official_day.setAccessibleName(QCoreApplication.translate("CaseSide", u"Ng\u00e0y h\u1eb9n tr\u1ea3 k\u1ebft qu\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.slip.setText(QCoreApplication.translate("CaseSide", u"\u0110ang gi\u1eef gi\u1ea5y h\u1eb9n", None))
        self.paper_label.setText(QCoreApplication.translate("CaseSide", u"S\u1ed1 v\u0103n b\u1ea3n", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("CaseSide", u"S\u1ed1 v\u0103n b\u1ea3n c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.paper_day_label.setText(QCoreApplication.translate("CaseSide", u"Ng\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.paper_day.setAccessibleName(QCoreApplication.translate("CaseSide", u"Ng\u00e0y c\u1ee7a v\u0103n b\u1ea3n", None))
#endif // QT_CONFIG(accessibility)
        self.day_label.setText(QCoreApplication.translate("CaseSide", u"H\u1ea1n", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("CaseSide", u"H\u1ea1n b\u1ed5 sung ho\u1eb7c ng\u00e0y h\u1eb9n m\u1edbi", None))
#endif // QT_CONFIG(accessibility)
        self.asked_title.setText(QCoreApplication.translate("CaseSide", u"Gi\u1ea5y t\u1edd ph\u1ea3i b\u1ed5 sung", None))
#if QT_CONFIG(accessibility)
        self.asked.setAccessibleName(QCoreApplication.translate("CaseSide", u"Gi\u1ea5y t\u1edd ph\u1ea3i b\u1ed5 sung", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("CaseSide", u"L\u01b0u", None))
        pass
    # retranslateUi

