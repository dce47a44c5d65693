# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_fee_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_FeeSide(object):
    def setupUi(self, FeeSide):
        if not FeeSide.objectName():
            FeeSide.setObjectName(u"FeeSide")
        FeeSide.resize(328, 700)
        self.side_body = QVBoxLayout(FeeSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(FeeSide)
        self.hint_card.setObjectName(u"hint_card")
        self.hint_body = QVBoxLayout(self.hint_card)
        self.hint_body.setSpacing(4)
        self.hint_body.setObjectName(u"hint_body")
        self.hint_body.setContentsMargins(16, 12, 16, 12)
        self.hint_title = QLabel(self.hint_card)
        self.hint_title.setObjectName(u"hint_title")
        self.hint_title.setProperty(u"role", u"h2")

        self.hint_body.addWidget(self.hint_title)

        self.hint_figure = QLabel(self.hint_card)
        self.hint_figure.setObjectName(u"hint_figure")
        self.hint_figure.setProperty(u"role", u"figure")

        self.hint_body.addWidget(self.hint_figure)

        self.hint_text = QLabel(self.hint_card)
        self.hint_text.setObjectName(u"hint_text")
        self.hint_text.setProperty(u"role", u"muted")
        self.hint_text.setWordWrap(True)

        self.hint_body.addWidget(self.hint_text)


        self.side_body.addWidget(self.hint_card)

        self.subject_card = Card(FeeSide)
        self.subject_card.setObjectName(u"subject_card")
        self.subject_body = QVBoxLayout(self.subject_card)
        self.subject_body.setSpacing(4)
        self.subject_body.setObjectName(u"subject_body")
        self.subject_body.setContentsMargins(16, 12, 16, 12)
        self.subject_number = QLabel(self.subject_card)
        self.subject_number.setObjectName(u"subject_number")
        self.subject_number.setProperty(u"role", u"number")

        self.subject_body.addWidget(self.subject_number)

        self.subject_what = QLabel(self.subject_card)
        self.subject_what.setObjectName(u"subject_what")
        self.subject_what.setWordWrap(True)

        self.subject_body.addWidget(self.subject_what)

        self.subject_note = QLabel(self.subject_card)
        self.subject_note.setObjectName(u"subject_note")
        self.subject_note.setProperty(u"role", u"muted")
        self.subject_note.setWordWrap(True)

        self.subject_body.addWidget(self.subject_note)


        self.side_body.addWidget(self.subject_card)

        self.form_card = Card(FeeSide)
        self.form_card.setObjectName(u"form_card")
        self.form_body = QVBoxLayout(self.form_card)
        self.form_body.setSpacing(4)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(16, 12, 16, 12)
        self.form_title = QLabel(self.form_card)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setProperty(u"role", u"h2")
        self.form_title.setWordWrap(True)

        self.form_body.addWidget(self.form_title)

        self.form_text = QLabel(self.form_card)
        self.form_text.setObjectName(u"form_text")
        self.form_text.setProperty(u"role", u"muted")
        self.form_text.setWordWrap(True)

        self.form_body.addWidget(self.form_text)

        self.form_grid = QGridLayout()
        self.form_grid.setObjectName(u"form_grid")
        self.form_grid.setHorizontalSpacing(8)
        self.form_grid.setVerticalSpacing(2)
        self.form_grid.setContentsMargins(0, 0, 0, 0)
        self.dossier_label = QLabel(self.form_card)
        self.dossier_label.setObjectName(u"dossier_label")
        self.dossier_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.dossier_label, 0, 0, 1, 1)

        self.dossier = FieldEdit(self.form_card)
        self.dossier.setObjectName(u"dossier")
        self.dossier.setProperty(u"vietnamese_input", False)
        self.dossier.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.dossier, 0, 1, 1, 1)

        self.dossier_note = NoteLabel(self.form_card)
        self.dossier_note.setObjectName(u"dossier_note")

        self.form_grid.addWidget(self.dossier_note, 1, 0, 1, 2)

        self.amount_label = QLabel(self.form_card)
        self.amount_label.setObjectName(u"amount_label")
        self.amount_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.amount_label, 2, 0, 1, 1)

        self.amount = FieldEdit(self.form_card)
        self.amount.setObjectName(u"amount")
        self.amount.setProperty(u"vietnamese_input", False)
        self.amount.setProperty(u"max_chars", 12)

        self.form_grid.addWidget(self.amount, 2, 1, 1, 1)

        self.amount_note = NoteLabel(self.form_card)
        self.amount_note.setObjectName(u"amount_note")

        self.form_grid.addWidget(self.amount_note, 3, 0, 1, 2)

        self.fee_reference_label = QLabel(self.form_card)
        self.fee_reference_label.setObjectName(u"fee_reference_label")
        self.fee_reference_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.fee_reference_label, 4, 0, 1, 1)

        self.fee_reference = FieldEdit(self.form_card)
        self.fee_reference.setObjectName(u"fee_reference")
        self.fee_reference.setProperty(u"vietnamese_input", False)
        self.fee_reference.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.fee_reference, 4, 1, 1, 1)

        self.fee_reference_note = NoteLabel(self.form_card)
        self.fee_reference_note.setObjectName(u"fee_reference_note")

        self.form_grid.addWidget(self.fee_reference_note, 5, 0, 1, 2)

        self.officer_name_label = QLabel(self.form_card)
        self.officer_name_label.setObjectName(u"officer_name_label")
        self.officer_name_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.officer_name_label, 6, 0, 1, 1)

        self.officer_name = FieldEdit(self.form_card)
        self.officer_name.setObjectName(u"officer_name")
        self.officer_name.setProperty(u"max_chars", 80)

        self.form_grid.addWidget(self.officer_name, 6, 1, 1, 1)

        self.officer_name_note = NoteLabel(self.form_card)
        self.officer_name_note.setObjectName(u"officer_name_note")

        self.form_grid.addWidget(self.officer_name_note, 7, 0, 1, 2)

        self.officer_position_label = QLabel(self.form_card)
        self.officer_position_label.setObjectName(u"officer_position_label")
        self.officer_position_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.officer_position_label, 8, 0, 1, 1)

        self.officer_position = FieldEdit(self.form_card)
        self.officer_position.setObjectName(u"officer_position")
        self.officer_position.setProperty(u"max_chars", 40)

        self.form_grid.addWidget(self.officer_position, 8, 1, 1, 1)

        self.officer_position_note = NoteLabel(self.form_card)
        self.officer_position_note.setObjectName(u"officer_position_note")

        self.form_grid.addWidget(self.officer_position_note, 9, 0, 1, 2)

        self.receipt_label = QLabel(self.form_card)
        self.receipt_label.setObjectName(u"receipt_label")
        self.receipt_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.receipt_label, 10, 0, 1, 1)

        self.receipt = FieldEdit(self.form_card)
        self.receipt.setObjectName(u"receipt")
        self.receipt.setProperty(u"vietnamese_input", False)
        self.receipt.setProperty(u"max_chars", 30)

        self.form_grid.addWidget(self.receipt, 10, 1, 1, 1)

        self.receipt_note = NoteLabel(self.form_card)
        self.receipt_note.setObjectName(u"receipt_note")

        self.form_grid.addWidget(self.receipt_note, 11, 0, 1, 2)

        self.form_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.form_grid)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(FeeSide)
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
        self.save = ActionButton(FeeSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)

        self.other = ActionButton(FeeSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.other)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.dossier_label.setBuddy(self.dossier)
        self.amount_label.setBuddy(self.amount)
        self.fee_reference_label.setBuddy(self.fee_reference)
        self.officer_name_label.setBuddy(self.officer_name)
        self.officer_position_label.setBuddy(self.officer_position)
        self.receipt_label.setBuddy(self.receipt)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FeeSide)
    # setupUi

    def retranslateUi(self, FeeSide):
        self.hint_title.setText(QCoreApplication.translate("FeeSide", u"\u0110ang gi\u1eef c\u1ee7a c\u01a1 quan", None))
        self.hint_text.setText(QCoreApplication.translate("FeeSide", u"Enter \u1edf m\u1ed9t c\u01a1 quan \u0111\u1ec3 ch\u1ecdn h\u1ed3 s\u01a1; F9 n\u1ed9p. \u1ede d\u01b0\u1edbi: s\u1eeda m\u1ed9t kho\u1ea3n \u0111\u00e3 thu, ghi s\u1ed1 bi\u00ean lai c\u1ee7a c\u01a1 quan.", None))
        self.dossier_label.setText(QCoreApplication.translate("FeeSide", u"H\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.dossier.setAccessibleName(QCoreApplication.translate("FeeSide", u"S\u1ed1 h\u1ed3 s\u01a1, m\u00e3 h\u1ed3 s\u01a1 ho\u1eb7c nh\u00e3n", None))
#endif // QT_CONFIG(accessibility)
        self.amount_label.setText(QCoreApplication.translate("FeeSide", u"S\u1ed1 ti\u1ec1n", None))
#if QT_CONFIG(accessibility)
        self.amount.setAccessibleName(QCoreApplication.translate("FeeSide", u"S\u1ed1 ti\u1ec1n tr\u1ea3 l\u1ea1i ho\u1eb7c thu th\u00eam, \u0111\u1ed3ng", None))
#endif // QT_CONFIG(accessibility)
        self.fee_reference_label.setText(QCoreApplication.translate("FeeSide", u"Ch\u1ee9ng t\u1eeb", None))
#if QT_CONFIG(accessibility)
        self.fee_reference.setAccessibleName(QCoreApplication.translate("FeeSide", u"S\u1ed1 phi\u1ebfu thu c\u1ee7a c\u01a1 quan, ho\u1eb7c s\u1ed1 l\u1ec7nh chuy\u1ec3n ti\u1ec1n", None))
#endif // QT_CONFIG(accessibility)
        self.officer_name_label.setText(QCoreApplication.translate("FeeSide", u"Ng\u01b0\u1eddi nh\u1eadn", None))
#if QT_CONFIG(accessibility)
        self.officer_name.setAccessibleName(QCoreApplication.translate("FeeSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi c\u1ee7a c\u01a1 quan nh\u1eadn ti\u1ec1n", None))
#endif // QT_CONFIG(accessibility)
        self.officer_position_label.setText(QCoreApplication.translate("FeeSide", u"Ch\u1ee9c v\u1ee5", None))
#if QT_CONFIG(accessibility)
        self.officer_position.setAccessibleName(QCoreApplication.translate("FeeSide", u"Ch\u1ee9c v\u1ee5 ng\u01b0\u1eddi c\u1ee7a c\u01a1 quan nh\u1eadn ti\u1ec1n", None))
#endif // QT_CONFIG(accessibility)
        self.receipt_label.setText(QCoreApplication.translate("FeeSide", u"Bi\u00ean lai", None))
#if QT_CONFIG(accessibility)
        self.receipt.setAccessibleName(QCoreApplication.translate("FeeSide", u"S\u1ed1 bi\u00ean lai c\u1ee7a c\u01a1 quan cho ph\u00ed thu h\u1ed9", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("FeeSide", u"N\u1ed9p c\u01a1 quan", None))
        self.other.setText(QCoreApplication.translate("FeeSide", u"S\u1eeda kho\u1ea3n \u0111\u00e3 thu", None))
        pass
    # retranslateUi

