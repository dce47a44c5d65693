# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier_money.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel, SegmentedChoice)

class Ui_DossierMoney(object):
    def setupUi(self, DossierMoney):
        if not DossierMoney.objectName():
            DossierMoney.setObjectName(u"DossierMoney")
        DossierMoney.resize(806, 608)
        self.money_body = QVBoxLayout(DossierMoney)
        self.money_body.setSpacing(4)
        self.money_body.setObjectName(u"money_body")
        self.money_body.setContentsMargins(16, 12, 16, 8)
        self.money_grid = QGridLayout()
        self.money_grid.setObjectName(u"money_grid")
        self.money_grid.setHorizontalSpacing(8)
        self.money_grid.setVerticalSpacing(2)
        self.money_grid.setContentsMargins(0, 0, 0, 0)
        self.weight_label = QLabel(DossierMoney)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setMinimumSize(QSize(102, 0))

        self.money_grid.addWidget(self.weight_label, 0, 0, 1, 1)

        self.weight_line = QHBoxLayout()
        self.weight_line.setSpacing(4)
        self.weight_line.setObjectName(u"weight_line")
        self.weight_line.setContentsMargins(0, 0, 0, 0)
        self.weight = FieldEdit(DossierMoney)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"vietnamese_input", False)
        self.weight.setProperty(u"max_chars", 6)
        self.weight.setMinimumSize(QSize(92, 0))
        self.weight.setMaximumSize(QSize(92, 16777215))
        self.weight.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.weight_line.addWidget(self.weight)

        self.unit = QLabel(DossierMoney)
        self.unit.setObjectName(u"unit")

        self.weight_line.addWidget(self.unit)

        self.scale_note = NoteLabel(DossierMoney)
        self.scale_note.setObjectName(u"scale_note")

        self.weight_line.addWidget(self.scale_note)

        self.weight_line.setStretch(2, 1)

        self.money_grid.addLayout(self.weight_line, 0, 1, 1, 1)

        self.seal_label = QLabel(DossierMoney)
        self.seal_label.setObjectName(u"seal_label")
        self.seal_label.setMinimumSize(QSize(88, 0))

        self.money_grid.addWidget(self.seal_label, 0, 2, 1, 1)

        self.seal = FieldEdit(DossierMoney)
        self.seal.setObjectName(u"seal")
        self.seal.setProperty(u"vietnamese_input", False)
        self.seal.setProperty(u"max_chars", 20)

        self.money_grid.addWidget(self.seal, 0, 3, 1, 1)

        self.weight_notes = QHBoxLayout()
        self.weight_notes.setSpacing(12)
        self.weight_notes.setObjectName(u"weight_notes")
        self.weight_notes.setContentsMargins(0, 0, 0, 0)
        self.weight_note = NoteLabel(DossierMoney)
        self.weight_note.setObjectName(u"weight_note")

        self.weight_notes.addWidget(self.weight_note)

        self.seal_note = NoteLabel(DossierMoney)
        self.seal_note.setObjectName(u"seal_note")
        self.seal_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.weight_notes.addWidget(self.seal_note)

        self.weight_notes.setStretch(1, 1)

        self.money_grid.addLayout(self.weight_notes, 1, 1, 1, 3)

        self.send_number_label = QLabel(DossierMoney)
        self.send_number_label.setObjectName(u"send_number_label")
        self.send_number_label.setMinimumSize(QSize(102, 0))

        self.money_grid.addWidget(self.send_number_label, 2, 0, 1, 1)

        self.send_number = FieldEdit(DossierMoney)
        self.send_number.setObjectName(u"send_number")
        self.send_number.setProperty(u"vietnamese_input", False)
        self.send_number.setProperty(u"max_chars", 20)

        self.money_grid.addWidget(self.send_number, 2, 1, 1, 1)

        self.return_number_label = QLabel(DossierMoney)
        self.return_number_label.setObjectName(u"return_number_label")
        self.return_number_label.setMinimumSize(QSize(88, 0))

        self.money_grid.addWidget(self.return_number_label, 2, 2, 1, 1)

        self.return_number = FieldEdit(DossierMoney)
        self.return_number.setObjectName(u"return_number")
        self.return_number.setProperty(u"vietnamese_input", False)
        self.return_number.setProperty(u"max_chars", 20)

        self.money_grid.addWidget(self.return_number, 2, 3, 1, 1)

        self.send_number_notes = QHBoxLayout()
        self.send_number_notes.setSpacing(12)
        self.send_number_notes.setObjectName(u"send_number_notes")
        self.send_number_notes.setContentsMargins(0, 0, 0, 0)
        self.send_number_note = NoteLabel(DossierMoney)
        self.send_number_note.setObjectName(u"send_number_note")

        self.send_number_notes.addWidget(self.send_number_note)

        self.return_number_note = NoteLabel(DossierMoney)
        self.return_number_note.setObjectName(u"return_number_note")
        self.return_number_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.send_number_notes.addWidget(self.return_number_note)

        self.send_number_notes.setStretch(1, 1)

        self.money_grid.addLayout(self.send_number_notes, 3, 1, 1, 3)

        self.exemption_label = QLabel(DossierMoney)
        self.exemption_label.setObjectName(u"exemption_label")
        self.exemption_label.setMinimumSize(QSize(102, 0))

        self.money_grid.addWidget(self.exemption_label, 4, 0, 1, 1)

        self.exemption = FieldEdit(DossierMoney)
        self.exemption.setObjectName(u"exemption")
        self.exemption.setProperty(u"max_chars", 300)

        self.money_grid.addWidget(self.exemption, 4, 1, 1, 1)

        self.proof_label = QLabel(DossierMoney)
        self.proof_label.setObjectName(u"proof_label")
        self.proof_label.setMinimumSize(QSize(88, 0))

        self.money_grid.addWidget(self.proof_label, 4, 2, 1, 1)

        self.proof = FieldEdit(DossierMoney)
        self.proof.setObjectName(u"proof")
        self.proof.setProperty(u"max_chars", 60)

        self.money_grid.addWidget(self.proof, 4, 3, 1, 1)

        self.exemption_notes = QHBoxLayout()
        self.exemption_notes.setSpacing(12)
        self.exemption_notes.setObjectName(u"exemption_notes")
        self.exemption_notes.setContentsMargins(0, 0, 0, 0)
        self.exemption_note = NoteLabel(DossierMoney)
        self.exemption_note.setObjectName(u"exemption_note")

        self.exemption_notes.addWidget(self.exemption_note)

        self.proof_note = NoteLabel(DossierMoney)
        self.proof_note.setObjectName(u"proof_note")
        self.proof_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.exemption_notes.addWidget(self.proof_note)

        self.exemption_notes.setStretch(1, 1)

        self.money_grid.addLayout(self.exemption_notes, 5, 1, 1, 3)

        self.collected_label = QLabel(DossierMoney)
        self.collected_label.setObjectName(u"collected_label")
        self.collected_label.setMinimumSize(QSize(102, 0))

        self.money_grid.addWidget(self.collected_label, 6, 0, 1, 1)

        self.collected_line = QHBoxLayout()
        self.collected_line.setSpacing(8)
        self.collected_line.setObjectName(u"collected_line")
        self.collected_line.setContentsMargins(0, 0, 0, 0)
        self.collected = FieldEdit(DossierMoney)
        self.collected.setObjectName(u"collected")
        self.collected.setProperty(u"vietnamese_input", False)
        self.collected.setProperty(u"max_chars", 12)
        self.collected.setMinimumSize(QSize(152, 0))
        self.collected.setMaximumSize(QSize(152, 16777215))
        self.collected.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.collected_line.addWidget(self.collected)

        self.collected_unit = QLabel(DossierMoney)
        self.collected_unit.setObjectName(u"collected_unit")

        self.collected_line.addWidget(self.collected_unit)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.collected_line.addItem(self.spacer_1)


        self.money_grid.addLayout(self.collected_line, 6, 1, 1, 1)

        self.receipt_label = QLabel(DossierMoney)
        self.receipt_label.setObjectName(u"receipt_label")
        self.receipt_label.setMinimumSize(QSize(88, 0))

        self.money_grid.addWidget(self.receipt_label, 6, 2, 1, 1)

        self.receipt = FieldEdit(DossierMoney)
        self.receipt.setObjectName(u"receipt")
        self.receipt.setProperty(u"vietnamese_input", False)
        self.receipt.setProperty(u"max_chars", 30)

        self.money_grid.addWidget(self.receipt, 6, 3, 1, 1)

        self.collected_notes = QHBoxLayout()
        self.collected_notes.setSpacing(12)
        self.collected_notes.setObjectName(u"collected_notes")
        self.collected_notes.setContentsMargins(0, 0, 0, 0)
        self.collected_note = NoteLabel(DossierMoney)
        self.collected_note.setObjectName(u"collected_note")

        self.collected_notes.addWidget(self.collected_note)

        self.receipt_note = NoteLabel(DossierMoney)
        self.receipt_note.setObjectName(u"receipt_note")
        self.receipt_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.collected_notes.addWidget(self.receipt_note)

        self.collected_notes.setStretch(1, 1)

        self.money_grid.addLayout(self.collected_notes, 7, 1, 1, 3)

        self.passes_label = QLabel(DossierMoney)
        self.passes_label.setObjectName(u"passes_label")
        self.passes_label.setMinimumSize(QSize(102, 0))

        self.money_grid.addWidget(self.passes_label, 8, 0, 1, 1)

        self.passes = SegmentedChoice(DossierMoney)
        self.passes.setObjectName(u"passes")

        self.money_grid.addWidget(self.passes, 8, 1, 1, 1)

        self.payment_label = QLabel(DossierMoney)
        self.payment_label.setObjectName(u"payment_label")
        self.payment_label.setMinimumSize(QSize(88, 0))

        self.money_grid.addWidget(self.payment_label, 8, 2, 1, 1)

        self.payment = SegmentedChoice(DossierMoney)
        self.payment.setObjectName(u"payment")

        self.money_grid.addWidget(self.payment, 8, 3, 1, 1)

        self.payment_note = NoteLabel(DossierMoney)
        self.payment_note.setObjectName(u"payment_note")

        self.money_grid.addWidget(self.payment_note, 9, 0, 1, 4)

        self.money_grid.setColumnStretch(1, 1)
        self.money_grid.setColumnStretch(3, 1)

        self.money_body.addLayout(self.money_grid)

        self.review = QWidget(DossierMoney)
        self.review.setObjectName(u"review")
        self.review_body = QVBoxLayout(self.review)
        self.review_body.setSpacing(6)
        self.review_body.setObjectName(u"review_body")
        self.review_body.setContentsMargins(0, 0, 0, 0)
        self.review_line = QFrame(self.review)
        self.review_line.setObjectName(u"review_line")
        self.review_line.setProperty(u"kind", u"divider")

        self.review_body.addWidget(self.review_line)

        self.review_title = QLabel(self.review)
        self.review_title.setObjectName(u"review_title")
        self.review_title.setProperty(u"role", u"h2")

        self.review_body.addWidget(self.review_title)

        self.review_grid = QGridLayout()
        self.review_grid.setObjectName(u"review_grid")
        self.review_grid.setHorizontalSpacing(8)
        self.review_grid.setVerticalSpacing(4)
        self.review_grid.setContentsMargins(0, 0, 0, 0)
        self.review_who_label = QLabel(self.review)
        self.review_who_label.setObjectName(u"review_who_label")
        self.review_who_label.setMinimumSize(QSize(102, 0))
        self.review_who_label.setProperty(u"role", u"muted")
        self.review_who_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.review_who_label.setMargin(1)

        self.review_grid.addWidget(self.review_who_label, 0, 0, 1, 1)

        self.review_who = QLabel(self.review)
        self.review_who.setObjectName(u"review_who")
        self.review_who.setWordWrap(True)

        self.review_grid.addWidget(self.review_who, 0, 1, 1, 1)

        self.review_what_label = QLabel(self.review)
        self.review_what_label.setObjectName(u"review_what_label")
        self.review_what_label.setMinimumSize(QSize(102, 0))
        self.review_what_label.setProperty(u"role", u"muted")
        self.review_what_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.review_what_label.setMargin(1)

        self.review_grid.addWidget(self.review_what_label, 1, 0, 1, 1)

        self.review_what = QLabel(self.review)
        self.review_what.setObjectName(u"review_what")
        self.review_what.setWordWrap(True)

        self.review_grid.addWidget(self.review_what, 1, 1, 1, 1)

        self.review_papers_label = QLabel(self.review)
        self.review_papers_label.setObjectName(u"review_papers_label")
        self.review_papers_label.setMinimumSize(QSize(102, 0))
        self.review_papers_label.setProperty(u"role", u"muted")
        self.review_papers_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.review_papers_label.setMargin(1)

        self.review_grid.addWidget(self.review_papers_label, 2, 0, 1, 1)

        self.review_papers = QLabel(self.review)
        self.review_papers.setObjectName(u"review_papers")
        self.review_papers.setWordWrap(True)

        self.review_grid.addWidget(self.review_papers, 2, 1, 1, 1)

        self.review_way_label = QLabel(self.review)
        self.review_way_label.setObjectName(u"review_way_label")
        self.review_way_label.setMinimumSize(QSize(102, 0))
        self.review_way_label.setProperty(u"role", u"muted")
        self.review_way_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.review_way_label.setMargin(1)

        self.review_grid.addWidget(self.review_way_label, 3, 0, 1, 1)

        self.review_way = QLabel(self.review)
        self.review_way.setObjectName(u"review_way")
        self.review_way.setWordWrap(True)

        self.review_grid.addWidget(self.review_way, 3, 1, 1, 1)

        self.review_flags_label = QLabel(self.review)
        self.review_flags_label.setObjectName(u"review_flags_label")
        self.review_flags_label.setMinimumSize(QSize(102, 0))
        self.review_flags_label.setProperty(u"role", u"muted")
        self.review_flags_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.review_flags_label.setMargin(1)

        self.review_grid.addWidget(self.review_flags_label, 4, 0, 1, 1)

        self.review_flags = QLabel(self.review)
        self.review_flags.setObjectName(u"review_flags")
        self.review_flags.setWordWrap(True)

        self.review_grid.addWidget(self.review_flags, 4, 1, 1, 1)

        self.review_grid.setColumnStretch(1, 1)

        self.review_body.addLayout(self.review_grid)


        self.money_body.addWidget(self.review)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.money_body.addItem(self.spacer_2)

#if QT_CONFIG(shortcut)
        self.weight_label.setBuddy(self.weight)
        self.seal_label.setBuddy(self.seal)
        self.send_number_label.setBuddy(self.send_number)
        self.return_number_label.setBuddy(self.return_number)
        self.exemption_label.setBuddy(self.exemption)
        self.proof_label.setBuddy(self.proof)
        self.collected_label.setBuddy(self.collected)
        self.receipt_label.setBuddy(self.receipt)
        self.passes_label.setBuddy(self.passes)
        self.payment_label.setBuddy(self.payment)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DossierMoney)
    # setupUi

    def retranslateUi(self, DossierMoney):
        self.weight_label.setText(QCoreApplication.translate("DossierMoney", u"Kh\u1ed1i l\u01b0\u1ee3ng", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("DossierMoney", u"Kh\u1ed1i l\u01b0\u1ee3ng, gam", None))
#endif // QT_CONFIG(accessibility)
        self.unit.setText(QCoreApplication.translate("DossierMoney", u"gam", None))
        self.seal_label.setText(QCoreApplication.translate("DossierMoney", u"Ni\u00eam phong", None))
#if QT_CONFIG(accessibility)
        self.seal.setAccessibleName(QCoreApplication.translate("DossierMoney", u"S\u1ed1 ni\u00eam phong", None))
#endif // QT_CONFIG(accessibility)
        self.seal.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"NP\u2026; \u0111\u1ec3 tr\u1ed1ng n\u1ebfu ch\u1ec9 d\u00e1n k\u00fd", None))
        self.send_number_label.setText(QCoreApplication.translate("DossierMoney", u"S\u1ed1 hi\u1ec7u g\u1eedi", None))
#if QT_CONFIG(accessibility)
        self.send_number.setAccessibleName(QCoreApplication.translate("DossierMoney", u"S\u1ed1 hi\u1ec7u b\u01b0u g\u1eedi chi\u1ec1u g\u1eedi", None))
#endif // QT_CONFIG(accessibility)
        self.send_number.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"T\u1ef1 c\u1ea5p; ho\u1eb7c qu\u00e9t nh\u00e3n", None))
        self.return_number_label.setText(QCoreApplication.translate("DossierMoney", u"S\u1ed1 hi\u1ec7u tr\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.return_number.setAccessibleName(QCoreApplication.translate("DossierMoney", u"S\u1ed1 hi\u1ec7u b\u01b0u g\u1eedi chi\u1ec1u tr\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.return_number.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"T\u1ef1 c\u1ea5p; ho\u1eb7c qu\u00e9t nh\u00e3n", None))
        self.exemption_label.setText(QCoreApplication.translate("DossierMoney", u"Gi\u1ea3m c\u01b0\u1edbc", None))
#if QT_CONFIG(accessibility)
        self.exemption.setAccessibleName(QCoreApplication.translate("DossierMoney", u"\u0110\u1ed1i t\u01b0\u1ee3ng mi\u1ec5n, gi\u1ea3m c\u01b0\u1edbc", None))
#endif // QT_CONFIG(accessibility)
        self.exemption.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"Kh\u00f4ng; g\u00f5 \u0111\u1ed1i t\u01b0\u1ee3ng \u0111\u1ec3 t\u00ecm", None))
        self.proof_label.setText(QCoreApplication.translate("DossierMoney", u"S\u1ed1 gi\u1ea5y", None))
#if QT_CONFIG(accessibility)
        self.proof.setAccessibleName(QCoreApplication.translate("DossierMoney", u"S\u1ed1 gi\u1ea5y ch\u1ee9ng minh \u0111\u1ed1i t\u01b0\u1ee3ng", None))
#endif // QT_CONFIG(accessibility)
        self.proof.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"S\u1ed1 gi\u1ea5y ch\u1ee9ng minh", None))
        self.collected_label.setText(QCoreApplication.translate("DossierMoney", u"Thu h\u1ed9 ph\u00ed", None))
#if QT_CONFIG(accessibility)
        self.collected.setAccessibleName(QCoreApplication.translate("DossierMoney", u"Ph\u00ed, l\u1ec7 ph\u00ed thu h\u1ed9, \u0111\u1ed3ng", None))
#endif // QT_CONFIG(accessibility)
        self.collected_unit.setText(QCoreApplication.translate("DossierMoney", u"\u0111\u1ed3ng", None))
        self.receipt_label.setText(QCoreApplication.translate("DossierMoney", u"Bi\u00ean lai", None))
#if QT_CONFIG(accessibility)
        self.receipt.setAccessibleName(QCoreApplication.translate("DossierMoney", u"S\u1ed1 bi\u00ean lai ph\u00ed, l\u1ec7 ph\u00ed", None))
#endif // QT_CONFIG(accessibility)
        self.receipt.setPlaceholderText(QCoreApplication.translate("DossierMoney", u"S\u1ed1 bi\u00ean lai, n\u1ebfu c\u00f3", None))
        self.passes_label.setText(QCoreApplication.translate("DossierMoney", u"Chuy\u1ec3n ph\u00ed", None))
#if QT_CONFIG(accessibility)
        self.passes.setAccessibleName(QCoreApplication.translate("DossierMoney", u"C\u01b0\u1edbc chuy\u1ec3n ph\u00ed cho c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.payment_label.setText(QCoreApplication.translate("DossierMoney", u"Thanh to\u00e1n", None))
#if QT_CONFIG(accessibility)
        self.payment.setAccessibleName(QCoreApplication.translate("DossierMoney", u"Thanh to\u00e1n", None))
#endif // QT_CONFIG(accessibility)
        self.review_title.setText(QCoreApplication.translate("DossierMoney", u"Xem l\u1ea1i tr\u01b0\u1edbc khi nh\u1eadn", None))
        self.review_who_label.setText(QCoreApplication.translate("DossierMoney", u"Ng\u01b0\u1eddi n\u1ed9p", None))
        self.review_what_label.setText(QCoreApplication.translate("DossierMoney", u"Th\u1ee7 t\u1ee5c", None))
        self.review_papers_label.setText(QCoreApplication.translate("DossierMoney", u"Gi\u1ea5y t\u1edd", None))
        self.review_way_label.setText(QCoreApplication.translate("DossierMoney", u"\u0110\u01b0\u1eddng \u0111i", None))
        self.review_flags_label.setText(QCoreApplication.translate("DossierMoney", u"L\u01b0u \u00fd", None))
        pass
    # retranslateUi

