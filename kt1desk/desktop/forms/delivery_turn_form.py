# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'delivery_turn_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (Card, FieldEdit, NoteLabel, SegmentedChoice,
    WholeRowsTable)

class Ui_TurnForm(object):
    def setupUi(self, TurnForm):
        if not TurnForm.objectName():
            TurnForm.setObjectName(u"TurnForm")
        TurnForm.resize(838, 612)
        self.form_outer = QVBoxLayout(TurnForm)
        self.form_outer.setSpacing(0)
        self.form_outer.setObjectName(u"form_outer")
        self.form_outer.setContentsMargins(0, 0, 0, 0)
        self.form_card = Card(TurnForm)
        self.form_card.setObjectName(u"form_card")
        self.form_body = QVBoxLayout(self.form_card)
        self.form_body.setSpacing(2)
        self.form_body.setObjectName(u"form_body")
        self.form_body.setContentsMargins(16, 12, 16, 12)
        self.turn_grid = QGridLayout()
        self.turn_grid.setObjectName(u"turn_grid")
        self.turn_grid.setHorizontalSpacing(12)
        self.turn_grid.setVerticalSpacing(2)
        self.turn_grid.setContentsMargins(0, 0, 0, 0)
        self.turning_label = QLabel(self.form_card)
        self.turning_label.setObjectName(u"turning_label")
        self.turning_label.setMinimumSize(QSize(108, 0))

        self.turn_grid.addWidget(self.turning_label, 0, 0, 1, 1)

        self.turning = SegmentedChoice(self.form_card)
        self.turning.setObjectName(u"turning")

        self.turn_grid.addWidget(self.turning, 0, 1, 1, 1)

        self.turning_note = NoteLabel(self.form_card)
        self.turning_note.setObjectName(u"turning_note")

        self.turn_grid.addWidget(self.turning_note, 1, 1, 1, 1)

        self.reason_label = QLabel(self.form_card)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.turn_grid.addWidget(self.reason_label, 2, 0, 1, 1)

        self.reasons = WholeRowsTable(self.form_card)
        self.reasons.setObjectName(u"reasons")

        self.turn_grid.addWidget(self.reasons, 2, 1, 1, 1)

        self.reason_note = NoteLabel(self.form_card)
        self.reason_note.setObjectName(u"reason_note")

        self.turn_grid.addWidget(self.reason_note, 3, 1, 1, 1)

        self.turn_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.turn_grid)

        self.receiver_part = QWidget(self.form_card)
        self.receiver_part.setObjectName(u"receiver_part")
        self.receiver_grid = QGridLayout(self.receiver_part)
        self.receiver_grid.setObjectName(u"receiver_grid")
        self.receiver_grid.setHorizontalSpacing(12)
        self.receiver_grid.setVerticalSpacing(2)
        self.receiver_grid.setContentsMargins(0, 0, 0, 0)
        self.receiver_label = QLabel(self.receiver_part)
        self.receiver_label.setObjectName(u"receiver_label")
        self.receiver_label.setMinimumSize(QSize(108, 0))

        self.receiver_grid.addWidget(self.receiver_label, 0, 0, 1, 1)

        self.receiver = FieldEdit(self.receiver_part)
        self.receiver.setObjectName(u"receiver")
        self.receiver.setProperty(u"max_chars", 80)

        self.receiver_grid.addWidget(self.receiver, 0, 1, 1, 1)

        self.receiver_note = NoteLabel(self.receiver_part)
        self.receiver_note.setObjectName(u"receiver_note")

        self.receiver_grid.addWidget(self.receiver_note, 1, 1, 1, 1)

        self.receiver_grid.setColumnStretch(1, 1)

        self.form_body.addWidget(self.receiver_part)

        self.other_part = QWidget(self.form_card)
        self.other_part.setObjectName(u"other_part")
        self.other_grid = QGridLayout(self.other_part)
        self.other_grid.setObjectName(u"other_grid")
        self.other_grid.setHorizontalSpacing(12)
        self.other_grid.setVerticalSpacing(2)
        self.other_grid.setContentsMargins(0, 0, 0, 0)
        self.other_name_label = QLabel(self.other_part)
        self.other_name_label.setObjectName(u"other_name_label")
        self.other_name_label.setMinimumSize(QSize(108, 0))

        self.other_grid.addWidget(self.other_name_label, 0, 0, 1, 1)

        self.other_name = FieldEdit(self.other_part)
        self.other_name.setObjectName(u"other_name")
        self.other_name.setProperty(u"max_chars", 160)

        self.other_grid.addWidget(self.other_name, 0, 1, 1, 1)

        self.other_name_note = NoteLabel(self.other_part)
        self.other_name_note.setObjectName(u"other_name_note")

        self.other_grid.addWidget(self.other_name_note, 1, 1, 1, 1)

        self.other_province_label = QLabel(self.other_part)
        self.other_province_label.setObjectName(u"other_province_label")
        self.other_province_label.setMinimumSize(QSize(108, 0))

        self.other_grid.addWidget(self.other_province_label, 2, 0, 1, 1)

        self.other_province = FieldEdit(self.other_part)
        self.other_province.setObjectName(u"other_province")
        self.other_province.setProperty(u"max_chars", 60)

        self.other_grid.addWidget(self.other_province, 2, 1, 1, 1)

        self.other_province_note = NoteLabel(self.other_part)
        self.other_province_note.setObjectName(u"other_province_note")

        self.other_grid.addWidget(self.other_province_note, 3, 1, 1, 1)

        self.other_address_label = QLabel(self.other_part)
        self.other_address_label.setObjectName(u"other_address_label")
        self.other_address_label.setMinimumSize(QSize(108, 0))

        self.other_grid.addWidget(self.other_address_label, 4, 0, 1, 1)

        self.other_address = FieldEdit(self.other_part)
        self.other_address.setObjectName(u"other_address")
        self.other_address.setProperty(u"max_chars", 200)

        self.other_grid.addWidget(self.other_address, 4, 1, 1, 1)

        self.other_address_note = NoteLabel(self.other_part)
        self.other_address_note.setObjectName(u"other_address_note")

        self.other_grid.addWidget(self.other_address_note, 5, 1, 1, 1)

        self.other_grid.setColumnStretch(1, 1)

        self.form_body.addWidget(self.other_part)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_body.addItem(self.spacer_1)


        self.form_outer.addWidget(self.form_card)

#if QT_CONFIG(shortcut)
        self.turning_label.setBuddy(self.turning)
        self.reason_label.setBuddy(self.reasons)
        self.receiver_label.setBuddy(self.receiver)
        self.other_name_label.setBuddy(self.other_name)
        self.other_province_label.setBuddy(self.other_province)
        self.other_address_label.setBuddy(self.other_address)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TurnForm)
    # setupUi

    def retranslateUi(self, TurnForm):
        self.turning_label.setText(QCoreApplication.translate("TurnForm", u"Vi\u1ec7c", None))
#if QT_CONFIG(accessibility)
        self.turning.setAccessibleName(QCoreApplication.translate("TurnForm", u"Chuy\u1ec3n ti\u1ebfp, chuy\u1ec3n ho\u00e0n, kh\u00f4ng ai nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("TurnForm", u"L\u00fd do", None))
#if QT_CONFIG(accessibility)
        self.reasons.setAccessibleName(QCoreApplication.translate("TurnForm", u"L\u00fd do", None))
#endif // QT_CONFIG(accessibility)
        self.receiver_label.setText(QCoreApplication.translate("TurnForm", u"N\u01a1i nh\u1eadn m\u1edbi", None))
#if QT_CONFIG(accessibility)
        self.receiver.setAccessibleName(QCoreApplication.translate("TurnForm", u"N\u01a1i nh\u1eadn m\u1edbi", None))
#endif // QT_CONFIG(accessibility)
        self.receiver.setPlaceholderText(QCoreApplication.translate("TurnForm", u"G\u00f5 m\u00e3 g\u1ecdi, ch\u1eef \u0111\u1ea7u ho\u1eb7c t\u00ean r\u1ed3i Enter", None))
        self.other_name_label.setText(QCoreApplication.translate("TurnForm", u"T\u00ean ngo\u00e0i b\u00ec", None))
#if QT_CONFIG(accessibility)
        self.other_name.setAccessibleName(QCoreApplication.translate("TurnForm", u"T\u00ean n\u01a1i nh\u1eadn nh\u01b0 ngo\u00e0i b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.other_province_label.setText(QCoreApplication.translate("TurnForm", u"T\u1ec9nh, th\u00e0nh", None))
#if QT_CONFIG(accessibility)
        self.other_province.setAccessibleName(QCoreApplication.translate("TurnForm", u"T\u1ec9nh, th\u00e0nh ph\u1ed1 c\u1ee7a n\u01a1i nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.other_address_label.setText(QCoreApplication.translate("TurnForm", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.other_address.setAccessibleName(QCoreApplication.translate("TurnForm", u"\u0110\u1ecba ch\u1ec9 n\u01a1i nh\u1eadn nh\u01b0 ngo\u00e0i b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

