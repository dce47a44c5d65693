# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_item.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card, ChecklistRow, FieldEdit,
    KeyCap, NoteLabel,
    SegmentedChoice, WholeRowsTable)

class Ui_AcceptItemPage(object):
    def setupUi(self, AcceptItemPage):
        if not AcceptItemPage.objectName():
            AcceptItemPage.setObjectName(u"AcceptItemPage")
        AcceptItemPage.resize(838, 660)
        self.page_body = QVBoxLayout(AcceptItemPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.form_card = Card(AcceptItemPage)
        self.form_card.setObjectName(u"form_card")
        self.form_grid = QGridLayout(self.form_card)
        self.form_grid.setObjectName(u"form_grid")
        self.form_grid.setHorizontalSpacing(8)
        self.form_grid.setVerticalSpacing(2)
        self.form_grid.setContentsMargins(16, 12, 16, 4)
        self.number_label = QLabel(self.form_card)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.number_label, 0, 0, 1, 1)

        self.number = FieldEdit(self.form_card)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"vietnamese_input", False)
        self.number.setProperty(u"max_chars", 20)
        self.number.setProperty(u"big", True)

        self.form_grid.addWidget(self.number, 0, 1, 1, 1)

        self.number_note = NoteLabel(self.form_card)
        self.number_note.setObjectName(u"number_note")

        self.form_grid.addWidget(self.number_note, 1, 1, 1, 1)

        self.sender_label = QLabel(self.form_card)
        self.sender_label.setObjectName(u"sender_label")
        self.sender_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.sender_label, 2, 0, 1, 1)

        self.sender = FieldEdit(self.form_card)
        self.sender.setObjectName(u"sender")
        self.sender.setProperty(u"vietnamese_input", False)
        self.sender.setProperty(u"max_chars", 80)

        self.form_grid.addWidget(self.sender, 2, 1, 1, 1)

        self.sender_note = NoteLabel(self.form_card)
        self.sender_note.setObjectName(u"sender_note")

        self.form_grid.addWidget(self.sender_note, 3, 1, 1, 1)

        self.receiver_label = QLabel(self.form_card)
        self.receiver_label.setObjectName(u"receiver_label")
        self.receiver_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.receiver_label, 4, 0, 1, 1)

        self.receiver = FieldEdit(self.form_card)
        self.receiver.setObjectName(u"receiver")
        self.receiver.setProperty(u"vietnamese_input", False)
        self.receiver.setProperty(u"max_chars", 80)

        self.form_grid.addWidget(self.receiver, 4, 1, 1, 1)

        self.receiver_note = NoteLabel(self.form_card)
        self.receiver_note.setObjectName(u"receiver_note")

        self.form_grid.addWidget(self.receiver_note, 5, 1, 1, 1)

        self.secrecy_label = QLabel(self.form_card)
        self.secrecy_label.setObjectName(u"secrecy_label")
        self.secrecy_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.secrecy_label, 6, 0, 1, 1)

        self.secrecy = SegmentedChoice(self.form_card)
        self.secrecy.setObjectName(u"secrecy")

        self.form_grid.addWidget(self.secrecy, 6, 1, 1, 1)

        self.marks_gap = QSpacerItem(0, 2, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.form_grid.addItem(self.marks_gap, 7, 1, 1, 1)

        self.urgency_label = QLabel(self.form_card)
        self.urgency_label.setObjectName(u"urgency_label")
        self.urgency_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.urgency_label, 8, 0, 1, 1)

        self.urgency = SegmentedChoice(self.form_card)
        self.urgency.setObjectName(u"urgency")

        self.form_grid.addWidget(self.urgency, 8, 1, 1, 1)

        self.marks_notes = QHBoxLayout()
        self.marks_notes.setSpacing(12)
        self.marks_notes.setObjectName(u"marks_notes")
        self.marks_notes.setContentsMargins(0, 0, 0, 0)
        self.secrecy_note = NoteLabel(self.form_card)
        self.secrecy_note.setObjectName(u"secrecy_note")

        self.marks_notes.addWidget(self.secrecy_note)

        self.urgency_note = NoteLabel(self.form_card)
        self.urgency_note.setObjectName(u"urgency_note")

        self.marks_notes.addWidget(self.urgency_note)

        self.marks_notes.setStretch(1, 1)

        self.form_grid.addLayout(self.marks_notes, 9, 1, 1, 1)

        self.weight_label = QLabel(self.form_card)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.weight_label, 10, 0, 1, 1)

        self.weight_line = QHBoxLayout()
        self.weight_line.setSpacing(8)
        self.weight_line.setObjectName(u"weight_line")
        self.weight_line.setContentsMargins(0, 0, 0, 0)
        self.weight = FieldEdit(self.form_card)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"vietnamese_input", False)
        self.weight.setProperty(u"max_chars", 6)
        self.weight.setMinimumSize(QSize(120, 0))
        self.weight.setMaximumSize(QSize(120, 16777215))
        self.weight.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.weight_line.addWidget(self.weight)

        self.unit = QLabel(self.form_card)
        self.unit.setObjectName(u"unit")

        self.weight_line.addWidget(self.unit)

        self.scale_note = NoteLabel(self.form_card)
        self.scale_note.setObjectName(u"scale_note")

        self.weight_line.addWidget(self.scale_note)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.weight_line.addItem(self.spacer_6)

        self.agreed_label = QLabel(self.form_card)
        self.agreed_label.setObjectName(u"agreed_label")

        self.weight_line.addWidget(self.agreed_label)

        self.agreed = FieldEdit(self.form_card)
        self.agreed.setObjectName(u"agreed")
        self.agreed.setProperty(u"vietnamese_input", False)
        self.agreed.setProperty(u"max_chars", 16)
        self.agreed.setMinimumSize(QSize(200, 0))
        self.agreed.setMaximumSize(QSize(200, 16777215))

        self.weight_line.addWidget(self.agreed)


        self.form_grid.addLayout(self.weight_line, 10, 1, 1, 1)

        self.weight_notes = QHBoxLayout()
        self.weight_notes.setSpacing(12)
        self.weight_notes.setObjectName(u"weight_notes")
        self.weight_notes.setContentsMargins(0, 0, 0, 0)
        self.weight_note = NoteLabel(self.form_card)
        self.weight_note.setObjectName(u"weight_note")

        self.weight_notes.addWidget(self.weight_note)

        self.agreed_note = NoteLabel(self.form_card)
        self.agreed_note.setObjectName(u"agreed_note")
        self.agreed_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.weight_notes.addWidget(self.agreed_note)


        self.form_grid.addLayout(self.weight_notes, 11, 1, 1, 1)

        self.handed_by_label = QLabel(self.form_card)
        self.handed_by_label.setObjectName(u"handed_by_label")
        self.handed_by_label.setMinimumSize(QSize(102, 0))

        self.form_grid.addWidget(self.handed_by_label, 12, 0, 1, 1)

        self.person_line = QHBoxLayout()
        self.person_line.setSpacing(12)
        self.person_line.setObjectName(u"person_line")
        self.person_line.setContentsMargins(0, 0, 0, 0)
        self.handed_by = FieldEdit(self.form_card)
        self.handed_by.setObjectName(u"handed_by")
        self.handed_by.setProperty(u"vietnamese_input", True)
        self.handed_by.setProperty(u"max_chars", 240)

        self.person_line.addWidget(self.handed_by)

        self.place = SegmentedChoice(self.form_card)
        self.place.setObjectName(u"place")

        self.person_line.addWidget(self.place)

        self.payment = SegmentedChoice(self.form_card)
        self.payment.setObjectName(u"payment")

        self.person_line.addWidget(self.payment)


        self.form_grid.addLayout(self.person_line, 12, 1, 1, 1)

        self.handed_by_note = NoteLabel(self.form_card)
        self.handed_by_note.setObjectName(u"handed_by_note")

        self.form_grid.addWidget(self.handed_by_note, 13, 1, 1, 1)

        self.form_grid.setColumnStretch(1, 1)

        self.page_body.addWidget(self.form_card)

        self.below = QStackedWidget(AcceptItemPage)
        self.below.setObjectName(u"below")
        self.recent_card = Card()
        self.recent_card.setObjectName(u"recent_card")
        self.recent_body = QVBoxLayout(self.recent_card)
        self.recent_body.setSpacing(4)
        self.recent_body.setObjectName(u"recent_body")
        self.recent_body.setContentsMargins(16, 8, 16, 8)
        self.recent_head = QHBoxLayout()
        self.recent_head.setSpacing(8)
        self.recent_head.setObjectName(u"recent_head")
        self.recent_head.setContentsMargins(0, 0, 0, 0)
        self.recent_title = QLabel(self.recent_card)
        self.recent_title.setObjectName(u"recent_title")
        self.recent_title.setProperty(u"role", u"h2")

        self.recent_head.addWidget(self.recent_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.recent_head.addItem(self.spacer_1)

        self.recent_note = NoteLabel(self.recent_card)
        self.recent_note.setObjectName(u"recent_note")

        self.recent_head.addWidget(self.recent_note)


        self.recent_body.addLayout(self.recent_head)

        self.recent = WholeRowsTable(self.recent_card)
        self.recent.setObjectName(u"recent")

        self.recent_body.addWidget(self.recent)

        self.recent_body.setStretch(1, 1)
        self.below.addWidget(self.recent_card)
        self.check_card = Card()
        self.check_card.setObjectName(u"check_card")
        self.check_body = QVBoxLayout(self.check_card)
        self.check_body.setSpacing(6)
        self.check_body.setObjectName(u"check_body")
        self.check_body.setContentsMargins(16, 8, 16, 6)
        self.check_title = QLabel(self.check_card)
        self.check_title.setObjectName(u"check_title")
        self.check_title.setProperty(u"role", u"h2")

        self.check_body.addWidget(self.check_title)

        self.check_lines = QHBoxLayout()
        self.check_lines.setSpacing(16)
        self.check_lines.setObjectName(u"check_lines")
        self.check_lines.setContentsMargins(0, 0, 0, 0)
        self.check_left = QVBoxLayout()
        self.check_left.setSpacing(2)
        self.check_left.setObjectName(u"check_left")
        self.check_left.setContentsMargins(0, 0, 0, 0)

        self.check_lines.addLayout(self.check_left)

        self.check_right = QVBoxLayout()
        self.check_right.setSpacing(2)
        self.check_right.setObjectName(u"check_right")
        self.check_right.setContentsMargins(0, 0, 0, 0)

        self.check_lines.addLayout(self.check_right)

        self.check_lines.setStretch(0, 1)
        self.check_lines.setStretch(1, 1)

        self.check_body.addLayout(self.check_lines)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.check_body.addItem(self.spacer_3)

        self.decision = QStackedWidget(self.check_card)
        self.decision.setObjectName(u"decision")
        self.decision.setMinimumSize(QSize(0, 36))
        self.decision.setMaximumSize(QSize(16777215, 36))
        self.all_right = QWidget()
        self.all_right.setObjectName(u"all_right")
        self.all_right_line = QHBoxLayout(self.all_right)
        self.all_right_line.setSpacing(16)
        self.all_right_line.setObjectName(u"all_right_line")
        self.all_right_line.setContentsMargins(0, 0, 0, 0)
        self.confirm = ChecklistRow(self.all_right)
        self.confirm.setObjectName(u"confirm")

        self.all_right_line.addWidget(self.confirm)

        self.check_hint = QHBoxLayout()
        self.check_hint.setSpacing(6)
        self.check_hint.setObjectName(u"check_hint")
        self.check_hint.setContentsMargins(0, 0, 0, 0)
        self.check_hint_key_1 = KeyCap(self.all_right)
        self.check_hint_key_1.setObjectName(u"check_hint_key_1")

        self.check_hint.addWidget(self.check_hint_key_1)

        self.check_hint_says_1 = QLabel(self.all_right)
        self.check_hint_says_1.setObjectName(u"check_hint_says_1")
        self.check_hint_says_1.setProperty(u"role", u"muted")

        self.check_hint.addWidget(self.check_hint_says_1)

        self.check_hint_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.check_hint.addItem(self.check_hint_spacer)


        self.all_right_line.addLayout(self.check_hint)

        self.all_right_line.setStretch(0, 1)
        self.decision.addWidget(self.all_right)
        self.not_right = QWidget()
        self.not_right.setObjectName(u"not_right")
        self.not_right_line = QHBoxLayout(self.not_right)
        self.not_right_line.setSpacing(12)
        self.not_right_line.setObjectName(u"not_right_line")
        self.not_right_line.setContentsMargins(0, 0, 0, 0)
        self.refusal = QLabel(self.not_right)
        self.refusal.setObjectName(u"refusal")
        self.refusal.setWordWrap(True)
        self.refusal.setProperty(u"role", u"error")

        self.not_right_line.addWidget(self.refusal)

        self.hand_back = ActionButton(self.not_right)
        self.hand_back.setObjectName(u"hand_back")
        self.hand_back.setProperty(u"key_text", u"Enter")
        self.hand_back.setProperty(u"kind", u"danger")

        self.not_right_line.addWidget(self.hand_back)

        self.not_right_line.setStretch(0, 1)
        self.decision.addWidget(self.not_right)

        self.check_body.addWidget(self.decision)

        self.check_body.setStretch(2, 1)
        self.below.addWidget(self.check_card)
        self.other_card = Card()
        self.other_card.setObjectName(u"other_card")
        self.other_body = QVBoxLayout(self.other_card)
        self.other_body.setSpacing(4)
        self.other_body.setObjectName(u"other_body")
        self.other_body.setContentsMargins(16, 8, 16, 8)
        self.other_head = QHBoxLayout()
        self.other_head.setSpacing(8)
        self.other_head.setObjectName(u"other_head")
        self.other_head.setContentsMargins(0, 0, 0, 0)
        self.other_title = QLabel(self.other_card)
        self.other_title.setObjectName(u"other_title")
        self.other_title.setProperty(u"role", u"h2")

        self.other_head.addWidget(self.other_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.other_head.addItem(self.spacer_4)


        self.other_body.addLayout(self.other_head)

        self.other_grid = QGridLayout()
        self.other_grid.setObjectName(u"other_grid")
        self.other_grid.setHorizontalSpacing(12)
        self.other_grid.setVerticalSpacing(2)
        self.other_grid.setContentsMargins(0, 0, 0, 0)
        self.other_name_label = QLabel(self.other_card)
        self.other_name_label.setObjectName(u"other_name_label")

        self.other_grid.addWidget(self.other_name_label, 0, 0, 1, 1)

        self.other_name = FieldEdit(self.other_card)
        self.other_name.setObjectName(u"other_name")
        self.other_name.setProperty(u"vietnamese_input", True)
        self.other_name.setProperty(u"max_chars", 480)

        self.other_grid.addWidget(self.other_name, 0, 1, 1, 3)

        self.other_province_label = QLabel(self.other_card)
        self.other_province_label.setObjectName(u"other_province_label")

        self.other_grid.addWidget(self.other_province_label, 2, 0, 1, 1)

        self.other_province = FieldEdit(self.other_card)
        self.other_province.setObjectName(u"other_province")
        self.other_province.setProperty(u"vietnamese_input", False)
        self.other_province.setProperty(u"max_chars", 60)

        self.other_grid.addWidget(self.other_province, 2, 1, 1, 1)

        self.other_name_note = NoteLabel(self.other_card)
        self.other_name_note.setObjectName(u"other_name_note")

        self.other_grid.addWidget(self.other_name_note, 1, 1, 1, 3)

        self.other_province_note = NoteLabel(self.other_card)
        self.other_province_note.setObjectName(u"other_province_note")

        self.other_grid.addWidget(self.other_province_note, 3, 1, 1, 1)

        self.other_address_label = QLabel(self.other_card)
        self.other_address_label.setObjectName(u"other_address_label")

        self.other_grid.addWidget(self.other_address_label, 2, 2, 1, 1)

        self.other_address = FieldEdit(self.other_card)
        self.other_address.setObjectName(u"other_address")
        self.other_address.setProperty(u"vietnamese_input", True)
        self.other_address.setProperty(u"max_chars", 600)

        self.other_grid.addWidget(self.other_address, 2, 3, 1, 1)

        self.other_address_note = NoteLabel(self.other_card)
        self.other_address_note.setObjectName(u"other_address_note")

        self.other_grid.addWidget(self.other_address_note, 3, 3, 1, 1)

        self.other_grid.setColumnStretch(1, 2)
        self.other_grid.setColumnStretch(3, 5)

        self.other_body.addLayout(self.other_grid)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.other_body.addItem(self.spacer_5)

        self.below.addWidget(self.other_card)

        self.page_body.addWidget(self.below)

        self.page_body.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.number_label.setBuddy(self.number)
        self.sender_label.setBuddy(self.sender)
        self.receiver_label.setBuddy(self.receiver)
        self.secrecy_label.setBuddy(self.secrecy)
        self.urgency_label.setBuddy(self.urgency)
        self.weight_label.setBuddy(self.weight)
        self.agreed_label.setBuddy(self.agreed)
        self.handed_by_label.setBuddy(self.handed_by)
        self.other_name_label.setBuddy(self.other_name)
        self.other_province_label.setBuddy(self.other_province)
        self.other_address_label.setBuddy(self.other_address)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AcceptItemPage)
    # setupUi

    def retranslateUi(self, AcceptItemPage):
        self.number_label.setText(QCoreApplication.translate("AcceptItemPage", u"S\u1ed1 hi\u1ec7u", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"S\u1ed1 hi\u1ec7u b\u01b0u g\u1eedi", None))
#endif // QT_CONFIG(accessibility)
        self.number.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"T\u1ef1 c\u1ea5p s\u1ed1 k\u1ebf ti\u1ebfp c\u1ee7a d\u1ea3i; ho\u1eb7c qu\u00e9t nh\u00e3n in s\u1eb5n", None))
        self.sender_label.setText(QCoreApplication.translate("AcceptItemPage", u"Ng\u01b0\u1eddi g\u1eedi", None))
#if QT_CONFIG(accessibility)
        self.sender.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"C\u01a1 quan g\u1eedi", None))
#endif // QT_CONFIG(accessibility)
        self.sender.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"M\u00e3 g\u1ecdi, ch\u1eef \u0111\u1ea7u ho\u1eb7c t\u00ean, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
        self.receiver_label.setText(QCoreApplication.translate("AcceptItemPage", u"Ng\u01b0\u1eddi nh\u1eadn", None))
#if QT_CONFIG(accessibility)
        self.receiver.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"C\u01a1 quan nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.receiver.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"M\u00e3 g\u1ecdi, ch\u1eef \u0111\u1ea7u ho\u1eb7c t\u00ean, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
        self.secrecy_label.setText(QCoreApplication.translate("AcceptItemPage", u"K\u00fd hi\u1ec7u b\u00ec", None))
#if QT_CONFIG(accessibility)
        self.secrecy.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"K\u00fd hi\u1ec7u b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.urgency_label.setText(QCoreApplication.translate("AcceptItemPage", u"\u0110\u1ed9 kh\u1ea9n", None))
#if QT_CONFIG(accessibility)
        self.urgency.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"\u0110\u1ed9 kh\u1ea9n", None))
#endif // QT_CONFIG(accessibility)
        self.weight_label.setText(QCoreApplication.translate("AcceptItemPage", u"Kh\u1ed1i l\u01b0\u1ee3ng", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"Kh\u1ed1i l\u01b0\u1ee3ng, gam", None))
#endif // QT_CONFIG(accessibility)
        self.unit.setText(QCoreApplication.translate("AcceptItemPage", u"gam", None))
        self.agreed_label.setText(QCoreApplication.translate("AcceptItemPage", u"Gi\u1edd h\u1eb9n ph\u00e1t", None))
#if QT_CONFIG(accessibility)
        self.agreed.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"Gi\u1edd h\u1eb9n ph\u00e1t", None))
#endif // QT_CONFIG(accessibility)
        self.agreed.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"14:30 23/11", None))
        self.handed_by_label.setText(QCoreApplication.translate("AcceptItemPage", u"Ng\u01b0\u1eddi \u0111\u1ebfn g\u1eedi", None))
#if QT_CONFIG(accessibility)
        self.handed_by.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"Ng\u01b0\u1eddi \u0111\u1ebfn g\u1eedi", None))
#endif // QT_CONFIG(accessibility)
        self.handed_by.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"H\u1ecd t\u00ean (n\u1ebfu c\u00f3)", None))
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"N\u01a1i nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.payment.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"Thanh to\u00e1n", None))
#endif // QT_CONFIG(accessibility)
        self.recent_title.setText(QCoreApplication.translate("AcceptItemPage", u"V\u1eeba ch\u1ea5p nh\u1eadn trong ca", None))
#if QT_CONFIG(accessibility)
        self.recent.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"V\u1eeba ch\u1ea5p nh\u1eadn trong ca", None))
#endif // QT_CONFIG(accessibility)
        self.check_title.setText(QCoreApplication.translate("AcceptItemPage", u"Xem ngo\u00e0i b\u00ec tr\u01b0\u1edbc khi nh\u1eadn", None))
        self.check_hint_key_1.setText(QCoreApplication.translate("AcceptItemPage", u"Alt+1-9", None))
        self.check_hint_says_1.setText(QCoreApplication.translate("AcceptItemPage", u"\u0111i\u1ec1u kh\u00f4ng \u0111\u00fang", None))
        self.hand_back.setText(QCoreApplication.translate("AcceptItemPage", u"Tr\u1ea3 l\u1ea1i ng\u01b0\u1eddi g\u1eedi, ghi l\u00fd do", None))
        self.other_title.setText(QCoreApplication.translate("AcceptItemPage", u"C\u01a1 quan nh\u1eadn ngo\u00e0i danh m\u1ee5c: ghi nh\u01b0 ngo\u00e0i b\u00ec", None))
        self.other_name_label.setText(QCoreApplication.translate("AcceptItemPage", u"T\u00ean", None))
#if QT_CONFIG(accessibility)
        self.other_name.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"T\u00ean c\u01a1 quan nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.other_province_label.setText(QCoreApplication.translate("AcceptItemPage", u"T\u1ec9nh", None))
#if QT_CONFIG(accessibility)
        self.other_province.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"T\u1ec9nh, th\u00e0nh ph\u1ed1", None))
#endif // QT_CONFIG(accessibility)
        self.other_province.setPlaceholderText(QCoreApplication.translate("AcceptItemPage", u"G\u00f5 v\u00e0i ch\u1eef, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
        self.other_address_label.setText(QCoreApplication.translate("AcceptItemPage", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.other_address.setAccessibleName(QCoreApplication.translate("AcceptItemPage", u"\u0110\u1ecba ch\u1ec9 c\u01a1 quan nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

