# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'statement_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, MoneyTable,
    WrappedNote)

class Ui_StatementSide(object):
    def setupUi(self, StatementSide):
        if not StatementSide.objectName():
            StatementSide.setObjectName(u"StatementSide")
        StatementSide.resize(328, 700)
        self.side_body = QVBoxLayout(StatementSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.ask_card = Card(StatementSide)
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
        self.agency_label = QLabel(self.ask_card)
        self.agency_label.setObjectName(u"agency_label")
        self.agency_label.setMinimumSize(QSize(60, 0))

        self.ask_grid.addWidget(self.agency_label, 0, 0, 1, 1)

        self.agency = FieldEdit(self.ask_card)
        self.agency.setObjectName(u"agency")
        self.agency.setProperty(u"max_chars", 80)

        self.ask_grid.addWidget(self.agency, 0, 1, 1, 1)

        self.agency_note = WrappedNote(self.ask_card)
        self.agency_note.setObjectName(u"agency_note")

        self.ask_grid.addWidget(self.agency_note, 1, 0, 1, 2)

        self.month_label = QLabel(self.ask_card)
        self.month_label.setObjectName(u"month_label")
        self.month_label.setMinimumSize(QSize(60, 0))

        self.ask_grid.addWidget(self.month_label, 2, 0, 1, 1)

        self.month = FieldEdit(self.ask_card)
        self.month.setObjectName(u"month")
        self.month.setProperty(u"vietnamese_input", False)
        self.month.setProperty(u"max_chars", 7)

        self.ask_grid.addWidget(self.month, 2, 1, 1, 1)

        self.month_note = WrappedNote(self.ask_card)
        self.month_note.setObjectName(u"month_note")

        self.ask_grid.addWidget(self.month_note, 3, 0, 1, 2)

        self.ask_grid.setColumnStretch(1, 1)

        self.ask_body.addLayout(self.ask_grid)


        self.side_body.addWidget(self.ask_card)

        self.sums_card = Card(StatementSide)
        self.sums_card.setObjectName(u"sums_card")
        self.sums_body = QVBoxLayout(self.sums_card)
        self.sums_body.setSpacing(8)
        self.sums_body.setObjectName(u"sums_body")
        self.sums_body.setContentsMargins(16, 12, 16, 12)
        self.sums_title = QLabel(self.sums_card)
        self.sums_title.setObjectName(u"sums_title")
        self.sums_title.setProperty(u"role", u"h2")

        self.sums_body.addWidget(self.sums_title)

        self.sums = MoneyTable(self.sums_card)
        self.sums.setObjectName(u"sums")

        self.sums_body.addWidget(self.sums)

        self.unpriced = QLabel(self.sums_card)
        self.unpriced.setObjectName(u"unpriced")
        self.unpriced.setWordWrap(True)
        self.unpriced.setProperty(u"role", u"warn")

        self.sums_body.addWidget(self.unpriced)

        self.sample = QLabel(self.sums_card)
        self.sample.setObjectName(u"sample")
        self.sample.setWordWrap(True)
        self.sample.setProperty(u"role", u"muted")

        self.sums_body.addWidget(self.sample)


        self.side_body.addWidget(self.sums_card)

        self.quality_card = Card(StatementSide)
        self.quality_card.setObjectName(u"quality_card")
        self.quality_body = QVBoxLayout(self.quality_card)
        self.quality_body.setSpacing(4)
        self.quality_body.setObjectName(u"quality_body")
        self.quality_body.setContentsMargins(16, 12, 16, 12)
        self.quality_title = QLabel(self.quality_card)
        self.quality_title.setObjectName(u"quality_title")
        self.quality_title.setProperty(u"role", u"h2")

        self.quality_body.addWidget(self.quality_title)

        self.in_time = QLabel(self.quality_card)
        self.in_time.setObjectName(u"in_time")
        self.in_time.setWordWrap(True)

        self.quality_body.addWidget(self.in_time)

        self.safe = QLabel(self.quality_card)
        self.safe.setObjectName(u"safe")
        self.safe.setWordWrap(True)

        self.quality_body.addWidget(self.safe)


        self.side_body.addWidget(self.quality_card)

        self.problem = QLabel(StatementSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.print_statement = ActionButton(StatementSide)
        self.print_statement.setObjectName(u"print_statement")
        self.print_statement.setProperty(u"kind", u"primary")
        self.print_statement.setProperty(u"key_text", u"Ctrl+P")

        self.side_body.addWidget(self.print_statement)

        self.side_body.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.agency_label.setBuddy(self.agency)
        self.month_label.setBuddy(self.month)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(StatementSide)
    # setupUi

    def retranslateUi(self, StatementSide):
        self.ask_title.setText(QCoreApplication.translate("StatementSide", u"B\u1ea3ng k\u00ea c\u1ee7a", None))
        self.agency_label.setText(QCoreApplication.translate("StatementSide", u"C\u01a1 quan", None))
#if QT_CONFIG(accessibility)
        self.agency.setAccessibleName(QCoreApplication.translate("StatementSide", u"C\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.month_label.setText(QCoreApplication.translate("StatementSide", u"Th\u00e1ng", None))
#if QT_CONFIG(accessibility)
        self.month.setAccessibleName(QCoreApplication.translate("StatementSide", u"Th\u00e1ng", None))
#endif // QT_CONFIG(accessibility)
        self.sums_title.setText(QCoreApplication.translate("StatementSide", u"C\u01b0\u1edbc", None))
        self.quality_title.setText(QCoreApplication.translate("StatementSide", u"Ch\u1ea5t l\u01b0\u1ee3ng", None))
        self.print_statement.setText(QCoreApplication.translate("StatementSide", u"In b\u1ea3ng k\u00ea", None))
        pass
    # retranslateUi

