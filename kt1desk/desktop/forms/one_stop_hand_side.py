# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_hand_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, ChecklistRow, FieldEdit,
    KeyCap, NoteLabel, WholeRowsTable)

class Ui_HandSheetSide(object):
    def setupUi(self, HandSheetSide):
        if not HandSheetSide.objectName():
            HandSheetSide.setObjectName(u"HandSheetSide")
        HandSheetSide.resize(328, 700)
        self.side_body = QVBoxLayout(HandSheetSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.sheet_card = Card(HandSheetSide)
        self.sheet_card.setObjectName(u"sheet_card")
        self.sheet_body = QVBoxLayout(self.sheet_card)
        self.sheet_body.setSpacing(4)
        self.sheet_body.setObjectName(u"sheet_body")
        self.sheet_body.setContentsMargins(16, 12, 16, 12)
        self.sheet_number = QLabel(self.sheet_card)
        self.sheet_number.setObjectName(u"sheet_number")
        self.sheet_number.setProperty(u"role", u"number")

        self.sheet_body.addWidget(self.sheet_number)

        self.sheet_what = QLabel(self.sheet_card)
        self.sheet_what.setObjectName(u"sheet_what")
        self.sheet_what.setProperty(u"role", u"muted")
        self.sheet_what.setWordWrap(True)

        self.sheet_body.addWidget(self.sheet_what)

        self.papers = WholeRowsTable(self.sheet_card)
        self.papers.setObjectName(u"papers")

        self.sheet_body.addWidget(self.papers)

        self.papers_keys = QHBoxLayout()
        self.papers_keys.setSpacing(6)
        self.papers_keys.setObjectName(u"papers_keys")
        self.papers_keys.setContentsMargins(0, 0, 0, 0)
        self.papers_keys_key_1 = KeyCap(self.sheet_card)
        self.papers_keys_key_1.setObjectName(u"papers_keys_key_1")

        self.papers_keys.addWidget(self.papers_keys_key_1)

        self.papers_keys_says_1 = QLabel(self.sheet_card)
        self.papers_keys_says_1.setObjectName(u"papers_keys_says_1")
        self.papers_keys_says_1.setProperty(u"role", u"muted")

        self.papers_keys.addWidget(self.papers_keys_says_1)

        self.papers_keys_key_2 = KeyCap(self.sheet_card)
        self.papers_keys_key_2.setObjectName(u"papers_keys_key_2")

        self.papers_keys.addWidget(self.papers_keys_key_2)

        self.papers_keys_says_2 = QLabel(self.sheet_card)
        self.papers_keys_says_2.setObjectName(u"papers_keys_says_2")
        self.papers_keys_says_2.setProperty(u"role", u"muted")

        self.papers_keys.addWidget(self.papers_keys_says_2)

        self.papers_keys_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers_keys.addItem(self.papers_keys_spacer)


        self.sheet_body.addLayout(self.papers_keys)

        self.sheet_grid = QGridLayout()
        self.sheet_grid.setObjectName(u"sheet_grid")
        self.sheet_grid.setHorizontalSpacing(8)
        self.sheet_grid.setVerticalSpacing(2)
        self.sheet_grid.setContentsMargins(0, 0, 0, 0)
        self.documents_label = QLabel(self.sheet_card)
        self.documents_label.setObjectName(u"documents_label")
        self.documents_label.setMinimumSize(QSize(88, 0))

        self.sheet_grid.addWidget(self.documents_label, 0, 0, 1, 1)

        self.documents = FieldEdit(self.sheet_card)
        self.documents.setObjectName(u"documents")
        self.documents.setProperty(u"vietnamese_input", False)
        self.documents.setProperty(u"max_chars", 4)

        self.sheet_grid.addWidget(self.documents, 0, 1, 1, 1)

        self.documents_note = NoteLabel(self.sheet_card)
        self.documents_note.setObjectName(u"documents_note")

        self.sheet_grid.addWidget(self.documents_note, 1, 0, 1, 2)

        self.sheet_grid.setColumnStretch(1, 1)

        self.sheet_body.addLayout(self.sheet_grid)

        self.seal = ChecklistRow(self.sheet_card)
        self.seal.setObjectName(u"seal")
        self.seal.setProperty(u"key_text", u"F8")

        self.sheet_body.addWidget(self.seal)

        self.fees = ChecklistRow(self.sheet_card)
        self.fees.setObjectName(u"fees")
        self.fees.setProperty(u"key_text", u"Ctrl+E")

        self.sheet_body.addWidget(self.fees)


        self.side_body.addWidget(self.sheet_card)

        self.hand_card = Card(HandSheetSide)
        self.hand_card.setObjectName(u"hand_card")
        self.hand_body = QVBoxLayout(self.hand_card)
        self.hand_body.setSpacing(4)
        self.hand_body.setObjectName(u"hand_body")
        self.hand_body.setContentsMargins(16, 12, 16, 12)
        self.figure_title = QLabel(self.hand_card)
        self.figure_title.setObjectName(u"figure_title")
        self.figure_title.setProperty(u"role", u"h2")

        self.hand_body.addWidget(self.figure_title)

        self.figure = QLabel(self.hand_card)
        self.figure.setObjectName(u"figure")
        self.figure.setProperty(u"role", u"figure")

        self.hand_body.addWidget(self.figure)

        self.figure_note = QLabel(self.hand_card)
        self.figure_note.setObjectName(u"figure_note")
        self.figure_note.setProperty(u"role", u"muted")
        self.figure_note.setWordWrap(True)

        self.hand_body.addWidget(self.figure_note)


        self.side_body.addWidget(self.hand_card)

        self.officer_card = Card(HandSheetSide)
        self.officer_card.setObjectName(u"officer_card")
        self.officer_body = QVBoxLayout(self.officer_card)
        self.officer_body.setSpacing(4)
        self.officer_body.setObjectName(u"officer_body")
        self.officer_body.setContentsMargins(16, 12, 16, 12)
        self.officer_title = QLabel(self.officer_card)
        self.officer_title.setObjectName(u"officer_title")
        self.officer_title.setProperty(u"role", u"h2")

        self.officer_body.addWidget(self.officer_title)

        self.officer_grid = QGridLayout()
        self.officer_grid.setObjectName(u"officer_grid")
        self.officer_grid.setHorizontalSpacing(8)
        self.officer_grid.setVerticalSpacing(2)
        self.officer_grid.setContentsMargins(0, 0, 0, 0)
        self.officer_name_label = QLabel(self.officer_card)
        self.officer_name_label.setObjectName(u"officer_name_label")
        self.officer_name_label.setMinimumSize(QSize(88, 0))

        self.officer_grid.addWidget(self.officer_name_label, 0, 0, 1, 1)

        self.officer_name = FieldEdit(self.officer_card)
        self.officer_name.setObjectName(u"officer_name")
        self.officer_name.setProperty(u"max_chars", 80)

        self.officer_grid.addWidget(self.officer_name, 0, 1, 1, 1)

        self.officer_name_note = NoteLabel(self.officer_card)
        self.officer_name_note.setObjectName(u"officer_name_note")

        self.officer_grid.addWidget(self.officer_name_note, 1, 0, 1, 2)

        self.officer_position_label = QLabel(self.officer_card)
        self.officer_position_label.setObjectName(u"officer_position_label")
        self.officer_position_label.setMinimumSize(QSize(88, 0))

        self.officer_grid.addWidget(self.officer_position_label, 2, 0, 1, 1)

        self.officer_position = FieldEdit(self.officer_card)
        self.officer_position.setObjectName(u"officer_position")
        self.officer_position.setProperty(u"max_chars", 40)

        self.officer_grid.addWidget(self.officer_position, 2, 1, 1, 1)

        self.officer_position_note = NoteLabel(self.officer_card)
        self.officer_position_note.setObjectName(u"officer_position_note")

        self.officer_grid.addWidget(self.officer_position_note, 3, 0, 1, 2)

        self.fee_reference_label = QLabel(self.officer_card)
        self.fee_reference_label.setObjectName(u"fee_reference_label")
        self.fee_reference_label.setMinimumSize(QSize(88, 0))

        self.officer_grid.addWidget(self.fee_reference_label, 4, 0, 1, 1)

        self.fee_reference = FieldEdit(self.officer_card)
        self.fee_reference.setObjectName(u"fee_reference")
        self.fee_reference.setProperty(u"vietnamese_input", False)
        self.fee_reference.setProperty(u"max_chars", 40)

        self.officer_grid.addWidget(self.fee_reference, 4, 1, 1, 1)

        self.fee_reference_note = NoteLabel(self.officer_card)
        self.fee_reference_note.setObjectName(u"fee_reference_note")

        self.officer_grid.addWidget(self.fee_reference_note, 5, 0, 1, 2)

        self.officer_grid.setColumnStretch(1, 1)

        self.officer_body.addLayout(self.officer_grid)


        self.side_body.addWidget(self.officer_card)

        self.problem = QLabel(HandSheetSide)
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
        self.confirm = ActionButton(HandSheetSide)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setProperty(u"kind", u"primary")
        self.confirm.setProperty(u"key_text", u"Enter")

        self.keys_body.addWidget(self.confirm)

        self.make = ActionButton(HandSheetSide)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"kind", u"primary")
        self.make.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.make)

        self.take_back = ActionButton(HandSheetSide)
        self.take_back.setObjectName(u"take_back")
        self.take_back.setProperty(u"key_text", u"Ctrl+Delete")

        self.keys_body.addWidget(self.take_back)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.documents_label.setBuddy(self.documents)
        self.officer_name_label.setBuddy(self.officer_name)
        self.officer_position_label.setBuddy(self.officer_position)
        self.fee_reference_label.setBuddy(self.fee_reference)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(HandSheetSide)
    # setupUi

    def retranslateUi(self, HandSheetSide):
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("HandSheetSide", u"Danh m\u1ee5c gi\u1ea5y t\u1edd trong b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.papers_keys_key_1.setText(QCoreApplication.translate("HandSheetSide", u"T", None))
        self.papers_keys_says_1.setText(QCoreApplication.translate("HandSheetSide", u"thi\u1ebfu", None))
        self.papers_keys_key_2.setText(QCoreApplication.translate("HandSheetSide", u"D\u1ea5u c\u00e1ch", None))
        self.papers_keys_says_2.setText(QCoreApplication.translate("HandSheetSide", u"kh\u00e1c danh m\u1ee5c", None))
        self.documents_label.setText(QCoreApplication.translate("HandSheetSide", u"\u0110\u1ebfm \u0111\u01b0\u1ee3c", None))
#if QT_CONFIG(accessibility)
        self.documents.setAccessibleName(QCoreApplication.translate("HandSheetSide", u"S\u1ed1 gi\u1ea5y t\u1edd \u0111\u1ebfm \u0111\u01b0\u1ee3c", None))
#endif // QT_CONFIG(accessibility)
        self.seal.setText(QCoreApplication.translate("HandSheetSide", u"Ni\u00eam phong nguy\u00ean v\u1eb9n", None))
        self.fees.setText(QCoreApplication.translate("HandSheetSide", u"N\u1ed9p ph\u00ed thu h\u1ed9", None))
        self.figure_title.setText(QCoreApplication.translate("HandSheetSide", u"\u0110\u00e3 ki\u1ec3m", None))
        self.officer_title.setText(QCoreApplication.translate("HandSheetSide", u"Ng\u01b0\u1eddi nh\u1eadn c\u1ee7a c\u01a1 quan", None))
        self.officer_name_label.setText(QCoreApplication.translate("HandSheetSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.officer_name.setAccessibleName(QCoreApplication.translate("HandSheetSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi nh\u1eadn c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.officer_position_label.setText(QCoreApplication.translate("HandSheetSide", u"Ch\u1ee9c v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.officer_position.setAccessibleName(QCoreApplication.translate("HandSheetSide", u"Ch\u1ee9c v\u1ee5 ng\u01b0\u1eddi nh\u1eadn c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.fee_reference_label.setText(QCoreApplication.translate("HandSheetSide", u"Bi\u00ean lai", None))
#if QT_CONFIG(accessibility)
        self.fee_reference.setAccessibleName(QCoreApplication.translate("HandSheetSide", u"S\u1ed1 bi\u00ean lai c\u01a1 quan c\u1ea5p cho ph\u00ed thu h\u1ed9", None))
#endif // QT_CONFIG(accessibility)
        self.confirm.setText(QCoreApplication.translate("HandSheetSide", u"\u0110\u00fang nh\u01b0 tr\u00ean", None))
        self.make.setText(QCoreApplication.translate("HandSheetSide", u"L\u1eadp bi\u00ean b\u1ea3n giao nh\u1eadn", None))
        self.take_back.setText(QCoreApplication.translate("HandSheetSide", u"B\u1ecf l\u1ea7n ki\u1ec3m n\u00e0y", None))
        pass
    # retranslateUi

