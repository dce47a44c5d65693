# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shift_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, KeyCap)

class Ui_ShiftSide(object):
    def setupUi(self, ShiftSide):
        if not ShiftSide.objectName():
            ShiftSide.setObjectName(u"ShiftSide")
        ShiftSide.resize(328, 700)
        self.side_body = QVBoxLayout(ShiftSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.facts_card = Card(ShiftSide)
        self.facts_card.setObjectName(u"facts_card")
        self.facts_body = QVBoxLayout(self.facts_card)
        self.facts_body.setSpacing(4)
        self.facts_body.setObjectName(u"facts_body")
        self.facts_body.setContentsMargins(16, 12, 16, 12)
        self.shift_title = QLabel(self.facts_card)
        self.shift_title.setObjectName(u"shift_title")
        self.shift_title.setProperty(u"role", u"h2")

        self.facts_body.addWidget(self.shift_title)

        self.shift_figure = QLabel(self.facts_card)
        self.shift_figure.setObjectName(u"shift_figure")
        self.shift_figure.setProperty(u"role", u"figure")

        self.facts_body.addWidget(self.shift_figure)

        self.shift_detail = QLabel(self.facts_card)
        self.shift_detail.setObjectName(u"shift_detail")
        self.shift_detail.setWordWrap(True)
        self.shift_detail.setProperty(u"role", u"muted")

        self.facts_body.addWidget(self.shift_detail)


        self.side_body.addWidget(self.facts_card)

        self.date_card = Card(ShiftSide)
        self.date_card.setObjectName(u"date_card")
        self.date_body = QVBoxLayout(self.date_card)
        self.date_body.setSpacing(4)
        self.date_body.setObjectName(u"date_body")
        self.date_body.setContentsMargins(16, 12, 16, 12)
        self.business_date_label = QLabel(self.date_card)
        self.business_date_label.setObjectName(u"business_date_label")
        self.business_date_label.setProperty(u"role", u"h2")

        self.date_body.addWidget(self.business_date_label)

        self.business_date = FieldEdit(self.date_card)
        self.business_date.setObjectName(u"business_date")
        self.business_date.setProperty(u"vietnamese_input", False)
        self.business_date.setProperty(u"max_chars", 10)

        self.date_body.addWidget(self.business_date)

        self.business_date_problem = QLabel(self.date_card)
        self.business_date_problem.setObjectName(u"business_date_problem")
        self.business_date_problem.setWordWrap(True)
        self.business_date_problem.setProperty(u"role", u"error")

        self.date_body.addWidget(self.business_date_problem)


        self.side_body.addWidget(self.date_card)

        self.cash_card = Card(ShiftSide)
        self.cash_card.setObjectName(u"cash_card")
        self.cash_grid = QGridLayout(self.cash_card)
        self.cash_grid.setObjectName(u"cash_grid")
        self.cash_grid.setHorizontalSpacing(8)
        self.cash_grid.setVerticalSpacing(4)
        self.cash_grid.setContentsMargins(16, 12, 16, 12)
        self.cash_title = QLabel(self.cash_card)
        self.cash_title.setObjectName(u"cash_title")
        self.cash_title.setProperty(u"role", u"h2")

        self.cash_grid.addWidget(self.cash_title, 0, 0, 1, 2)

        self.float_says = QLabel(self.cash_card)
        self.float_says.setObjectName(u"float_says")
        self.float_says.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.float_says, 1, 0, 1, 1)

        self.float_value = QLabel(self.cash_card)
        self.float_value.setObjectName(u"float_value")
        self.float_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.cash_grid.addWidget(self.float_value, 1, 1, 1, 1)

        self.taken_says = QLabel(self.cash_card)
        self.taken_says.setObjectName(u"taken_says")
        self.taken_says.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.taken_says, 2, 0, 1, 1)

        self.taken_value = QLabel(self.cash_card)
        self.taken_value.setObjectName(u"taken_value")
        self.taken_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.cash_grid.addWidget(self.taken_value, 2, 1, 1, 1)

        self.kinds_says = QLabel(self.cash_card)
        self.kinds_says.setObjectName(u"kinds_says")
        self.kinds_says.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.kinds_says, 3, 0, 1, 1)

        self.kinds_value = QLabel(self.cash_card)
        self.kinds_value.setObjectName(u"kinds_value")
        self.kinds_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.kinds_value.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.kinds_value, 3, 1, 1, 1)

        self.paid_says = QLabel(self.cash_card)
        self.paid_says.setObjectName(u"paid_says")
        self.paid_says.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.paid_says, 4, 0, 1, 1)

        self.paid_value = QLabel(self.cash_card)
        self.paid_value.setObjectName(u"paid_value")
        self.paid_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.cash_grid.addWidget(self.paid_value, 4, 1, 1, 1)

        self.expected_says = QLabel(self.cash_card)
        self.expected_says.setObjectName(u"expected_says")
        self.expected_says.setProperty(u"role", u"muted")

        self.cash_grid.addWidget(self.expected_says, 5, 0, 1, 1)

        self.expected_value = QLabel(self.cash_card)
        self.expected_value.setObjectName(u"expected_value")
        self.expected_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.cash_grid.addWidget(self.expected_value, 5, 1, 1, 1)

        self.cash_line = QFrame(self.cash_card)
        self.cash_line.setObjectName(u"cash_line")
        self.cash_line.setProperty(u"kind", u"divider")
        self.cash_line.setMaximumSize(QSize(16777215, 1))
        self.cash_line.setMinimumSize(QSize(0, 1))

        self.cash_grid.addWidget(self.cash_line, 6, 0, 1, 2)

        self.total_row = QHBoxLayout()
        self.total_row.setSpacing(8)
        self.total_row.setObjectName(u"total_row")
        self.total_row.setContentsMargins(0, 0, 0, 0)
        self.total_says = QLabel(self.cash_card)
        self.total_says.setObjectName(u"total_says")

        self.total_row.addWidget(self.total_says)

        self.total_value = QLabel(self.cash_card)
        self.total_value.setObjectName(u"total_value")
        self.total_value.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.total_value.setProperty(u"role", u"figure")

        self.total_row.addWidget(self.total_value)

        self.total_row.setStretch(0, 1)

        self.cash_grid.addLayout(self.total_row, 7, 0, 1, 2)

        self.cash_grid.setColumnStretch(0, 1)

        self.side_body.addWidget(self.cash_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.answer = QLabel(ShiftSide)
        self.answer.setObjectName(u"answer")
        self.answer.setWordWrap(True)
        self.answer.setProperty(u"role", u"warn-box")

        self.side_body.addWidget(self.answer)

        self.problem = QLabel(ShiftSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.go = ActionButton(ShiftSide)
        self.go.setObjectName(u"go")
        self.go.setMinimumSize(QSize(0, 44))
        self.go.setProperty(u"key_text", u"F9")
        self.go.setProperty(u"kind", u"primary")

        self.side_body.addWidget(self.go)

        self.side_keys = QHBoxLayout()
        self.side_keys.setSpacing(6)
        self.side_keys.setObjectName(u"side_keys")
        self.side_keys.setContentsMargins(0, 0, 0, 0)
        self.key_back = KeyCap(ShiftSide)
        self.key_back.setObjectName(u"key_back")

        self.side_keys.addWidget(self.key_back)

        self.back_says = QLabel(ShiftSide)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.side_keys.addWidget(self.back_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.side_keys.addItem(self.spacer_2)


        self.side_body.addLayout(self.side_keys)

#if QT_CONFIG(shortcut)
        self.business_date_label.setBuddy(self.business_date)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ShiftSide)
    # setupUi

    def retranslateUi(self, ShiftSide):
        self.shift_title.setText(QCoreApplication.translate("ShiftSide", u"Ca", None))
        self.shift_figure.setText("")
        self.shift_detail.setText("")
        self.business_date_label.setText(QCoreApplication.translate("ShiftSide", u"Ng\u00e0y l\u00e0m vi\u1ec7c", None))
#if QT_CONFIG(accessibility)
        self.business_date.setAccessibleName(QCoreApplication.translate("ShiftSide", u"Ng\u00e0y l\u00e0m vi\u1ec7c: ng\u00e0y, th\u00e1ng, n\u0103m", None))
#endif // QT_CONFIG(accessibility)
        self.business_date_problem.setText("")
        self.cash_title.setText(QCoreApplication.translate("ShiftSide", u"Qu\u1ef9", None))
        self.float_says.setText(QCoreApplication.translate("ShiftSide", u"Qu\u1ef9 \u0111\u1ea7u ca", None))
        self.float_value.setText("")
        self.taken_says.setText(QCoreApplication.translate("ShiftSide", u"Thu ti\u1ec1n m\u1eb7t trong ca", None))
        self.taken_value.setText("")
        self.kinds_says.setText("")
        self.kinds_value.setText("")
        self.paid_says.setText(QCoreApplication.translate("ShiftSide", u"Chi ti\u1ec1n m\u1eb7t trong ca", None))
        self.paid_value.setText("")
        self.expected_says.setText(QCoreApplication.translate("ShiftSide", u"S\u1ed5 ghi ph\u1ea3i c\u00f3", None))
        self.expected_value.setText("")
        self.total_says.setText(QCoreApplication.translate("ShiftSide", u"\u0110\u1ebfm \u0111\u01b0\u1ee3c", None))
        self.total_value.setText("")
        self.answer.setText("")
        self.problem.setText("")
        self.go.setText(QCoreApplication.translate("ShiftSide", u"M\u1edf ca", None))
        self.key_back.setText(QCoreApplication.translate("ShiftSide", u"Esc", None))
        self.back_says.setText(QCoreApplication.translate("ShiftSide", u"\u0111\u1ebfm l\u1ea1i", None))
        pass
    # retranslateUi

