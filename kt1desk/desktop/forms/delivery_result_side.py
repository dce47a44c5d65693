# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'delivery_result_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, ChecklistRow, FieldEdit,
    NoteLabel)

class Ui_ResultSide(object):
    def setupUi(self, ResultSide):
        if not ResultSide.objectName():
            ResultSide.setObjectName(u"ResultSide")
        ResultSide.resize(328, 700)
        self.side_body = QVBoxLayout(ResultSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.item_card = Card(ResultSide)
        self.item_card.setObjectName(u"item_card")
        self.item_body = QVBoxLayout(self.item_card)
        self.item_body.setSpacing(4)
        self.item_body.setObjectName(u"item_body")
        self.item_body.setContentsMargins(16, 12, 16, 12)
        self.item_number = QLabel(self.item_card)
        self.item_number.setObjectName(u"item_number")
        self.item_number.setProperty(u"role", u"number")

        self.item_body.addWidget(self.item_number)

        self.item_kind = QLabel(self.item_card)
        self.item_kind.setObjectName(u"item_kind")

        self.item_body.addWidget(self.item_kind)

        self.item_receiver = QLabel(self.item_card)
        self.item_receiver.setObjectName(u"item_receiver")
        self.item_receiver.setWordWrap(True)

        self.item_body.addWidget(self.item_receiver)

        self.item_where = QLabel(self.item_card)
        self.item_where.setObjectName(u"item_where")
        self.item_where.setProperty(u"role", u"muted")
        self.item_where.setWordWrap(True)

        self.item_body.addWidget(self.item_where)


        self.side_body.addWidget(self.item_card)

        self.taker_card = Card(ResultSide)
        self.taker_card.setObjectName(u"taker_card")
        self.taker_body = QVBoxLayout(self.taker_card)
        self.taker_body.setSpacing(4)
        self.taker_body.setObjectName(u"taker_body")
        self.taker_body.setContentsMargins(16, 12, 16, 12)
        self.taker_title = QLabel(self.taker_card)
        self.taker_title.setObjectName(u"taker_title")
        self.taker_title.setProperty(u"role", u"h2")

        self.taker_body.addWidget(self.taker_title)

        self.taker_grid = QGridLayout()
        self.taker_grid.setObjectName(u"taker_grid")
        self.taker_grid.setHorizontalSpacing(8)
        self.taker_grid.setVerticalSpacing(2)
        self.taker_grid.setContentsMargins(0, 0, 0, 0)
        self.taker_name_label = QLabel(self.taker_card)
        self.taker_name_label.setObjectName(u"taker_name_label")
        self.taker_name_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.taker_name_label, 0, 0, 1, 1)

        self.taker_name = FieldEdit(self.taker_card)
        self.taker_name.setObjectName(u"taker_name")
        self.taker_name.setProperty(u"max_chars", 80)

        self.taker_grid.addWidget(self.taker_name, 0, 1, 1, 1)

        self.taker_name_note = NoteLabel(self.taker_card)
        self.taker_name_note.setObjectName(u"taker_name_note")

        self.taker_grid.addWidget(self.taker_name_note, 1, 0, 1, 2)

        self.taker_position_label = QLabel(self.taker_card)
        self.taker_position_label.setObjectName(u"taker_position_label")
        self.taker_position_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.taker_position_label, 2, 0, 1, 1)

        self.taker_position = FieldEdit(self.taker_card)
        self.taker_position.setObjectName(u"taker_position")
        self.taker_position.setProperty(u"max_chars", 40)

        self.taker_grid.addWidget(self.taker_position, 2, 1, 1, 1)

        self.taker_position_note = NoteLabel(self.taker_card)
        self.taker_position_note.setObjectName(u"taker_position_note")

        self.taker_grid.addWidget(self.taker_position_note, 3, 0, 1, 2)

        self.reference_label = QLabel(self.taker_card)
        self.reference_label.setObjectName(u"reference_label")
        self.reference_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.reference_label, 4, 0, 1, 2)

        self.reference = FieldEdit(self.taker_card)
        self.reference.setObjectName(u"reference")
        self.reference.setProperty(u"vietnamese_input", False)
        self.reference.setProperty(u"max_chars", 40)

        self.taker_grid.addWidget(self.reference, 5, 0, 1, 2)

        self.reference_note = NoteLabel(self.taker_card)
        self.reference_note.setObjectName(u"reference_note")

        self.taker_grid.addWidget(self.reference_note, 6, 0, 1, 2)

        self.taker_grid.setColumnStretch(1, 1)

        self.taker_body.addLayout(self.taker_grid)

        self.named = ChecklistRow(self.taker_card)
        self.named.setObjectName(u"named")

        self.taker_body.addWidget(self.named)

        self.named_note = NoteLabel(self.taker_card)
        self.named_note.setObjectName(u"named_note")

        self.taker_body.addWidget(self.named_note)


        self.side_body.addWidget(self.taker_card)

        self.problem = QLabel(ResultSide)
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
        self.deliver = ActionButton(ResultSide)
        self.deliver.setObjectName(u"deliver")
        self.deliver.setProperty(u"kind", u"primary")
        self.deliver.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.deliver)

        self.attempt = ActionButton(ResultSide)
        self.attempt.setObjectName(u"attempt")
        self.attempt.setProperty(u"kind", u"danger")
        self.attempt.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.attempt)

        self.same = ActionButton(ResultSide)
        self.same.setObjectName(u"same")
        self.same.setProperty(u"key_text", u"Ctrl+B")

        self.keys_body.addWidget(self.same)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.taker_name_label.setBuddy(self.taker_name)
        self.taker_position_label.setBuddy(self.taker_position)
        self.reference_label.setBuddy(self.reference)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ResultSide)
    # setupUi

    def retranslateUi(self, ResultSide):
        self.taker_title.setText(QCoreApplication.translate("ResultSide", u"Giao cho ai", None))
        self.taker_name_label.setText(QCoreApplication.translate("ResultSide", u"Ng\u01b0\u1eddi nh\u1eadn", None))
#if QT_CONFIG(accessibility)
        self.taker_name.setAccessibleName(QCoreApplication.translate("ResultSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.taker_position_label.setText(QCoreApplication.translate("ResultSide", u"Ch\u1ee9c v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.taker_position.setAccessibleName(QCoreApplication.translate("ResultSide", u"Ch\u1ee9c v\u1ee5 c\u1ee7a ng\u01b0\u1eddi nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.reference_label.setText(QCoreApplication.translate("ResultSide", u"Ch\u1eef k\u00fd \u1edf", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("ResultSide", u"S\u1ed1 danh s\u00e1ch v\u00e0 d\u00f2ng c\u00f3 ch\u1eef k\u00fd", None))
#endif // QT_CONFIG(accessibility)
        self.named.setText(QCoreApplication.translate("ResultSide", u"\u0110\u00fang ng\u01b0\u1eddi c\u00f3 t\u00ean", None))
        self.deliver.setText(QCoreApplication.translate("ResultSide", u"\u0110\u00e3 ph\u00e1t", None))
        self.attempt.setText(QCoreApplication.translate("ResultSide", u"Ph\u00e1t ch\u01b0a \u0111\u01b0\u1ee3c", None))
        self.same.setText(QCoreApplication.translate("ResultSide", u"Nh\u01b0 ng\u01b0\u1eddi nh\u1eadn tr\u01b0\u1edbc", None))
        pass
    # retranslateUi

