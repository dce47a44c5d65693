# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lists_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QLabel,
    QProgressBar, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, ChecklistRow)

class Ui_ListsSide(object):
    def setupUi(self, ListsSide):
        if not ListsSide.objectName():
            ListsSide.setObjectName(u"ListsSide")
        ListsSide.resize(328, 700)
        self.side_body = QVBoxLayout(ListsSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.sum_card = Card(ListsSide)
        self.sum_card.setObjectName(u"sum_card")
        self.sum_grid = QGridLayout(self.sum_card)
        self.sum_grid.setObjectName(u"sum_grid")
        self.sum_grid.setHorizontalSpacing(8)
        self.sum_grid.setVerticalSpacing(4)
        self.sum_grid.setContentsMargins(16, 12, 16, 12)
        self.sum_title = QLabel(self.sum_card)
        self.sum_title.setObjectName(u"sum_title")
        self.sum_title.setProperty(u"role", u"h2")

        self.sum_grid.addWidget(self.sum_title, 0, 0, 1, 2)

        self.good_says = QLabel(self.sum_card)
        self.good_says.setObjectName(u"good_says")
        self.good_says.setProperty(u"role", u"muted")

        self.sum_grid.addWidget(self.good_says, 1, 0, 1, 1)

        self.good_value = QLabel(self.sum_card)
        self.good_value.setObjectName(u"good_value")
        self.good_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.sum_grid.addWidget(self.good_value, 1, 1, 1, 1)

        self.bad_says = QLabel(self.sum_card)
        self.bad_says.setObjectName(u"bad_says")
        self.bad_says.setProperty(u"role", u"muted")

        self.sum_grid.addWidget(self.bad_says, 2, 0, 1, 1)

        self.bad_value = QLabel(self.sum_card)
        self.bad_value.setObjectName(u"bad_value")
        self.bad_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.sum_grid.addWidget(self.bad_value, 2, 1, 1, 1)

        self.same_says = QLabel(self.sum_card)
        self.same_says.setObjectName(u"same_says")
        self.same_says.setProperty(u"role", u"muted")

        self.sum_grid.addWidget(self.same_says, 3, 0, 1, 1)

        self.same_value = QLabel(self.sum_card)
        self.same_value.setObjectName(u"same_value")
        self.same_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.sum_grid.addWidget(self.same_value, 3, 1, 1, 1)

        self.sum_line = QFrame(self.sum_card)
        self.sum_line.setObjectName(u"sum_line")
        self.sum_line.setProperty(u"kind", u"divider")
        self.sum_line.setMaximumSize(QSize(16777215, 1))
        self.sum_line.setMinimumSize(QSize(0, 1))

        self.sum_grid.addWidget(self.sum_line, 4, 0, 1, 2)

        self.total_says = QLabel(self.sum_card)
        self.total_says.setObjectName(u"total_says")

        self.sum_grid.addWidget(self.total_says, 5, 0, 1, 1)

        self.total_value = QLabel(self.sum_card)
        self.total_value.setObjectName(u"total_value")
        self.total_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.total_value.setProperty(u"role", u"number")

        self.sum_grid.addWidget(self.total_value, 5, 1, 1, 1)

        self.cash_says = QLabel(self.sum_card)
        self.cash_says.setObjectName(u"cash_says")
        self.cash_says.setProperty(u"role", u"muted")

        self.sum_grid.addWidget(self.cash_says, 6, 0, 1, 1)

        self.cash_value = QLabel(self.sum_card)
        self.cash_value.setObjectName(u"cash_value")
        self.cash_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.sum_grid.addWidget(self.cash_value, 6, 1, 1, 1)

        self.sum_grid.setColumnStretch(0, 1)

        self.side_body.addWidget(self.sum_card)

        self.wanted_card = Card(ListsSide)
        self.wanted_card.setObjectName(u"wanted_card")
        self.wanted_body = QVBoxLayout(self.wanted_card)
        self.wanted_body.setSpacing(4)
        self.wanted_body.setObjectName(u"wanted_body")
        self.wanted_body.setContentsMargins(16, 12, 16, 12)
        self.wanted_title = QLabel(self.wanted_card)
        self.wanted_title.setObjectName(u"wanted_title")
        self.wanted_title.setProperty(u"role", u"h2")

        self.wanted_body.addWidget(self.wanted_title)

        self.wanted = QLabel(self.wanted_card)
        self.wanted.setObjectName(u"wanted")
        self.wanted.setWordWrap(True)
        self.wanted.setProperty(u"role", u"muted")

        self.wanted_body.addWidget(self.wanted)


        self.side_body.addWidget(self.wanted_card)

        self.line_card = Card(ListsSide)
        self.line_card.setObjectName(u"line_card")
        self.line_body = QVBoxLayout(self.line_card)
        self.line_body.setSpacing(4)
        self.line_body.setObjectName(u"line_body")
        self.line_body.setContentsMargins(16, 12, 16, 12)
        self.line_title = QLabel(self.line_card)
        self.line_title.setObjectName(u"line_title")
        self.line_title.setProperty(u"role", u"h2")

        self.line_body.addWidget(self.line_title)

        self.line_parties = QLabel(self.line_card)
        self.line_parties.setObjectName(u"line_parties")
        self.line_parties.setWordWrap(True)
        self.line_parties.setProperty(u"role", u"muted")

        self.line_body.addWidget(self.line_parties)

        self.line_reason = QLabel(self.line_card)
        self.line_reason.setObjectName(u"line_reason")
        self.line_reason.setWordWrap(True)

        self.line_body.addWidget(self.line_reason)


        self.side_body.addWidget(self.line_card)

        self.warnings = QLabel(ListsSide)
        self.warnings.setObjectName(u"warnings")
        self.warnings.setWordWrap(True)
        self.warnings.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.warnings)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.outcome = QLabel(ListsSide)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setWordWrap(True)
        self.outcome.setProperty(u"role", u"ok-box")

        self.side_body.addWidget(self.outcome)

        self.problem = QLabel(ListsSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.progress = QProgressBar(ListsSide)
        self.progress.setObjectName(u"progress")
        self.progress.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.side_body.addWidget(self.progress)

        self.stop_says = QLabel(ListsSide)
        self.stop_says.setObjectName(u"stop_says")
        self.stop_says.setWordWrap(True)
        self.stop_says.setProperty(u"role", u"muted")

        self.side_body.addWidget(self.stop_says)

        self.checked = ChecklistRow(ListsSide)
        self.checked.setObjectName(u"checked")
        self.checked.setProperty(u"key_text", u"Ctrl+B")

        self.side_body.addWidget(self.checked)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.go = ActionButton(ListsSide)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"key_text", u"F9")
        self.go.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.go)

        self.save = ActionButton(ListsSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.save)


        self.side_body.addLayout(self.keys_body)


        self.retranslateUi(ListsSide)
    # setupUi

    def retranslateUi(self, ListsSide):
        self.sum_title.setText(QCoreApplication.translate("ListsSide", u"Danh s\u00e1ch", None))
        self.good_says.setText(QCoreApplication.translate("ListsSide", u"S\u1eb5n s\u00e0ng", None))
        self.good_value.setText("")
        self.bad_says.setText(QCoreApplication.translate("ListsSide", u"T\u1eeb ch\u1ed1i", None))
        self.bad_value.setText("")
        self.same_says.setText(QCoreApplication.translate("ListsSide", u"\u0110\u00e3 nh\u1eadn tr\u01b0\u1edbc", None))
        self.same_value.setText("")
        self.total_says.setText(QCoreApplication.translate("ListsSide", u"T\u1ed5ng c\u01b0\u1edbc", None))
        self.total_value.setText("")
        self.cash_says.setText(QCoreApplication.translate("ListsSide", u"Trong \u0111\u00f3 thu ti\u1ec1n m\u1eb7t", None))
        self.cash_value.setText("")
        self.wanted_title.setText(QCoreApplication.translate("ListsSide", u"T\u1ec7p c\u1ea7n c\u00f3 c\u00e1c c\u1ed9t", None))
        self.wanted.setText("")
        self.line_title.setText("")
        self.line_parties.setText("")
        self.line_reason.setText("")
        self.warnings.setText("")
        self.outcome.setText("")
        self.problem.setText("")
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("ListsSide", u"Ti\u1ebfn \u0111\u1ed9", None))
#endif // QT_CONFIG(accessibility)
        self.stop_says.setText("")
        self.checked.setText(QCoreApplication.translate("ListsSide", u"\u0110\u00e3 xem ngo\u00e0i t\u1eebng b\u00ec", None))
        self.go.setText(QCoreApplication.translate("ListsSide", u"Nh\u1eadn", None))
        self.save.setText(QCoreApplication.translate("ListsSide", u"L\u01b0u b\u00e1o c\u00e1o", None))
        pass
    # retranslateUi

