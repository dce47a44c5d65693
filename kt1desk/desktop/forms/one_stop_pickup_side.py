# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_pickup_side.ui'
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

class Ui_PickupSide(object):
    def setupUi(self, PickupSide):
        if not PickupSide.objectName():
            PickupSide.setObjectName(u"PickupSide")
        PickupSide.resize(328, 700)
        self.side_body = QVBoxLayout(PickupSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(PickupSide)
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

        self.result_card = Card(PickupSide)
        self.result_card.setObjectName(u"result_card")
        self.result_body = QVBoxLayout(self.result_card)
        self.result_body.setSpacing(4)
        self.result_body.setObjectName(u"result_body")
        self.result_body.setContentsMargins(16, 12, 16, 12)
        self.result_number = QLabel(self.result_card)
        self.result_number.setObjectName(u"result_number")
        self.result_number.setProperty(u"role", u"number")

        self.result_body.addWidget(self.result_number)

        self.result_who = QLabel(self.result_card)
        self.result_who.setObjectName(u"result_who")
        self.result_who.setProperty(u"role", u"h2")
        self.result_who.setWordWrap(True)

        self.result_body.addWidget(self.result_who)

        self.result_what = QLabel(self.result_card)
        self.result_what.setObjectName(u"result_what")
        self.result_what.setWordWrap(True)

        self.result_body.addWidget(self.result_what)

        self.result_note = QLabel(self.result_card)
        self.result_note.setObjectName(u"result_note")
        self.result_note.setProperty(u"role", u"muted")
        self.result_note.setWordWrap(True)

        self.result_body.addWidget(self.result_note)


        self.side_body.addWidget(self.result_card)

        self.taker_card = Card(PickupSide)
        self.taker_card.setObjectName(u"taker_card")
        self.taker_body = QVBoxLayout(self.taker_card)
        self.taker_body.setSpacing(4)
        self.taker_body.setObjectName(u"taker_body")
        self.taker_body.setContentsMargins(16, 12, 16, 12)
        self.taker_title = QLabel(self.taker_card)
        self.taker_title.setObjectName(u"taker_title")
        self.taker_title.setProperty(u"role", u"h2")
        self.taker_title.setWordWrap(True)

        self.taker_body.addWidget(self.taker_title)

        self.taker_paper = QLabel(self.taker_card)
        self.taker_paper.setObjectName(u"taker_paper")
        self.taker_paper.setProperty(u"role", u"muted")
        self.taker_paper.setWordWrap(True)

        self.taker_body.addWidget(self.taker_paper)

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
        self.taker_name.setProperty(u"max_chars", 120)

        self.taker_grid.addWidget(self.taker_name, 0, 1, 1, 1)

        self.taker_name_note = NoteLabel(self.taker_card)
        self.taker_name_note.setObjectName(u"taker_name_note")

        self.taker_grid.addWidget(self.taker_name_note, 1, 0, 1, 2)

        self.identity_label = QLabel(self.taker_card)
        self.identity_label.setObjectName(u"identity_label")
        self.identity_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.identity_label, 2, 0, 1, 1)

        self.identity = FieldEdit(self.taker_card)
        self.identity.setObjectName(u"identity")
        self.identity.setProperty(u"vietnamese_input", False)
        self.identity.setProperty(u"max_chars", 20)

        self.taker_grid.addWidget(self.identity, 2, 1, 1, 1)

        self.identity_note = NoteLabel(self.taker_card)
        self.identity_note.setObjectName(u"identity_note")

        self.taker_grid.addWidget(self.identity_note, 3, 0, 1, 2)

        self.authorisation_label = QLabel(self.taker_card)
        self.authorisation_label.setObjectName(u"authorisation_label")
        self.authorisation_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.authorisation_label, 4, 0, 1, 1)

        self.authorisation = FieldEdit(self.taker_card)
        self.authorisation.setObjectName(u"authorisation")
        self.authorisation.setProperty(u"max_chars", 80)

        self.taker_grid.addWidget(self.authorisation, 4, 1, 1, 1)

        self.authorisation_note = NoteLabel(self.taker_card)
        self.authorisation_note.setObjectName(u"authorisation_note")

        self.taker_grid.addWidget(self.authorisation_note, 5, 0, 1, 2)

        self.withdrawn_label = QLabel(self.taker_card)
        self.withdrawn_label.setObjectName(u"withdrawn_label")
        self.withdrawn_label.setMinimumSize(QSize(88, 0))

        self.taker_grid.addWidget(self.withdrawn_label, 6, 0, 1, 1)

        self.withdrawn = FieldEdit(self.taker_card)
        self.withdrawn.setObjectName(u"withdrawn")
        self.withdrawn.setProperty(u"vietnamese_input", False)
        self.withdrawn.setProperty(u"max_chars", 2)

        self.taker_grid.addWidget(self.withdrawn, 6, 1, 1, 1)

        self.withdrawn_note = NoteLabel(self.taker_card)
        self.withdrawn_note.setObjectName(u"withdrawn_note")

        self.taker_grid.addWidget(self.withdrawn_note, 7, 0, 1, 2)

        self.taker_grid.setColumnStretch(1, 1)

        self.taker_body.addLayout(self.taker_grid)

        self.slip_back = ChecklistRow(self.taker_card)
        self.slip_back.setObjectName(u"slip_back")

        self.taker_body.addWidget(self.slip_back)


        self.side_body.addWidget(self.taker_card)

        self.problem = QLabel(PickupSide)
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
        self.give = ActionButton(PickupSide)
        self.give.setObjectName(u"give")
        self.give.setProperty(u"kind", u"primary")
        self.give.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.give)

        self.change = ActionButton(PickupSide)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.change)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.taker_name_label.setBuddy(self.taker_name)
        self.identity_label.setBuddy(self.identity)
        self.authorisation_label.setBuddy(self.authorisation)
        self.withdrawn_label.setBuddy(self.withdrawn)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PickupSide)
    # setupUi

    def retranslateUi(self, PickupSide):
        self.hint_title.setText(QCoreApplication.translate("PickupSide", u"\u0110ang ch\u1edd tr\u1ea3", None))
        self.hint_text.setText(QCoreApplication.translate("PickupSide", u"Qu\u00e9t nh\u00e3n, gi\u1ea5y h\u1eb9n ho\u1eb7c th\u1ebb c\u1ee7a ng\u01b0\u1eddi \u0111\u1ebfn nh\u1eadn; ho\u1eb7c g\u00f5 t\u00ean, \u0111i\u1ec7n tho\u1ea1i.", None))
        self.taker_name_label.setText(QCoreApplication.translate("PickupSide", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.taker_name.setAccessibleName(QCoreApplication.translate("PickupSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi nh\u1eadn k\u1ebft qu\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.identity_label.setText(QCoreApplication.translate("PickupSide", u"S\u1ed1 gi\u1ea5y t\u1edd", None))
#if QT_CONFIG(accessibility)
        self.identity.setAccessibleName(QCoreApplication.translate("PickupSide", u"S\u1ed1 gi\u1ea5y t\u1edd c\u1ee7a ng\u01b0\u1eddi nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.authorisation_label.setText(QCoreApplication.translate("PickupSide", u"\u1ee6y quy\u1ec1n", None))
#if QT_CONFIG(accessibility)
        self.authorisation.setAccessibleName(QCoreApplication.translate("PickupSide", u"S\u1ed1 v\u00e0 ng\u00e0y gi\u1ea5y \u1ee7y quy\u1ec1n", None))
#endif // QT_CONFIG(accessibility)
        self.withdrawn_label.setText(QCoreApplication.translate("PickupSide", u"Thu l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.withdrawn.setAccessibleName(QCoreApplication.translate("PickupSide", u"S\u1ed1 gi\u1ea5y t\u1edd c\u0169 \u0111\u00e3 thu l\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.slip_back.setText(QCoreApplication.translate("PickupSide", u"\u0110\u00e3 thu l\u1ea1i gi\u1ea5y h\u1eb9n", None))
        self.give.setText(QCoreApplication.translate("PickupSide", u"Tr\u1ea3, in phi\u1ebfu", None))
        self.change.setText(QCoreApplication.translate("PickupSide", u"Ng\u01b0\u1eddi nh\u1eadn, gi\u1ea5y t\u1edd kh\u00e1c", None))
        pass
    # retranslateUi

