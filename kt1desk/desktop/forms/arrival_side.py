# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'arrival_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel,
    SegmentedChoice)

class Ui_ArrivalSide(object):
    def setupUi(self, ArrivalSide):
        if not ArrivalSide.objectName():
            ArrivalSide.setObjectName(u"ArrivalSide")
        ArrivalSide.resize(328, 700)
        self.side_body = QVBoxLayout(ArrivalSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.paper_card = Card(ArrivalSide)
        self.paper_card.setObjectName(u"paper_card")
        self.paper_body = QVBoxLayout(self.paper_card)
        self.paper_body.setSpacing(4)
        self.paper_body.setObjectName(u"paper_body")
        self.paper_body.setContentsMargins(16, 12, 16, 12)
        self.paper_title = QLabel(self.paper_card)
        self.paper_title.setObjectName(u"paper_title")
        self.paper_title.setProperty(u"role", u"h2")

        self.paper_body.addWidget(self.paper_title)

        self.paper_says = QLabel(self.paper_card)
        self.paper_says.setObjectName(u"paper_says")
        self.paper_says.setProperty(u"role", u"muted")
        self.paper_says.setWordWrap(True)

        self.paper_body.addWidget(self.paper_says)

        self.paper_state = QLabel(self.paper_card)
        self.paper_state.setObjectName(u"paper_state")
        self.paper_state.setProperty(u"role", u"warn-box")
        self.paper_state.setWordWrap(True)

        self.paper_body.addWidget(self.paper_state)


        self.side_body.addWidget(self.paper_card)

        self.file_card = Card(ArrivalSide)
        self.file_card.setObjectName(u"file_card")
        self.file_body = QVBoxLayout(self.file_card)
        self.file_body.setSpacing(8)
        self.file_body.setObjectName(u"file_body")
        self.file_body.setContentsMargins(16, 12, 16, 4)
        self.file_grid = QGridLayout()
        self.file_grid.setObjectName(u"file_grid")
        self.file_grid.setHorizontalSpacing(8)
        self.file_grid.setVerticalSpacing(2)
        self.file_grid.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel(self.file_card)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setMinimumSize(QSize(40, 0))

        self.file_grid.addWidget(self.file_label, 0, 0, 1, 1)

        self.file = FieldEdit(self.file_card)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"max_chars", 240)

        self.file_grid.addWidget(self.file, 0, 1, 1, 1)

        self.file_note = NoteLabel(self.file_card)
        self.file_note.setObjectName(u"file_note")

        self.file_grid.addWidget(self.file_note, 1, 0, 1, 2)

        self.file_grid.setColumnStretch(1, 1)

        self.file_body.addLayout(self.file_grid)


        self.side_body.addWidget(self.file_card)

        self.count_card = Card(ArrivalSide)
        self.count_card.setObjectName(u"count_card")
        self.count_body = QVBoxLayout(self.count_card)
        self.count_body.setSpacing(8)
        self.count_body.setObjectName(u"count_body")
        self.count_body.setContentsMargins(16, 12, 16, 12)
        self.count_title = QLabel(self.count_card)
        self.count_title.setObjectName(u"count_title")
        self.count_title.setProperty(u"role", u"h2")

        self.count_body.addWidget(self.count_title)

        self.count = QLabel(self.count_card)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"digits")

        self.count_body.addWidget(self.count)

        self.last_scan = QLabel(self.count_card)
        self.last_scan.setObjectName(u"last_scan")
        self.last_scan.setProperty(u"role", u"ok-box")
        self.last_scan.setWordWrap(True)

        self.count_body.addWidget(self.last_scan)

        self.condition = SegmentedChoice(self.count_card)
        self.condition.setObjectName(u"condition")

        self.count_body.addWidget(self.condition)


        self.side_body.addWidget(self.count_card)

        self.bag_card = Card(ArrivalSide)
        self.bag_card.setObjectName(u"bag_card")
        self.bag_body = QVBoxLayout(self.bag_card)
        self.bag_body.setSpacing(2)
        self.bag_body.setObjectName(u"bag_body")
        self.bag_body.setContentsMargins(16, 12, 16, 12)
        self.bag_title = QLabel(self.bag_card)
        self.bag_title.setObjectName(u"bag_title")
        self.bag_title.setProperty(u"role", u"h2")

        self.bag_body.addWidget(self.bag_title)

        self.bag_grid = QGridLayout()
        self.bag_grid.setObjectName(u"bag_grid")
        self.bag_grid.setHorizontalSpacing(8)
        self.bag_grid.setVerticalSpacing(2)
        self.bag_grid.setContentsMargins(0, 0, 0, 0)
        self.receptacle_label = QLabel(self.bag_card)
        self.receptacle_label.setObjectName(u"receptacle_label")
        self.receptacle_label.setMinimumSize(QSize(84, 0))

        self.bag_grid.addWidget(self.receptacle_label, 0, 0, 1, 1)

        self.receptacle = FieldEdit(self.bag_card)
        self.receptacle.setObjectName(u"receptacle")
        self.receptacle.setProperty(u"vietnamese_input", False)
        self.receptacle.setProperty(u"max_chars", 11)

        self.bag_grid.addWidget(self.receptacle, 0, 1, 1, 1)

        self.receptacle_note = NoteLabel(self.bag_card)
        self.receptacle_note.setObjectName(u"receptacle_note")

        self.bag_grid.addWidget(self.receptacle_note, 1, 0, 1, 2)

        self.seal_label = QLabel(self.bag_card)
        self.seal_label.setObjectName(u"seal_label")
        self.seal_label.setMinimumSize(QSize(84, 0))

        self.bag_grid.addWidget(self.seal_label, 2, 0, 1, 1)

        self.seal = FieldEdit(self.bag_card)
        self.seal.setObjectName(u"seal")
        self.seal.setProperty(u"vietnamese_input", False)
        self.seal.setProperty(u"max_chars", 9)

        self.bag_grid.addWidget(self.seal, 2, 1, 1, 1)

        self.seal_note = NoteLabel(self.bag_card)
        self.seal_note.setObjectName(u"seal_note")

        self.bag_grid.addWidget(self.seal_note, 3, 0, 1, 2)

        self.weight_label = QLabel(self.bag_card)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setMinimumSize(QSize(84, 0))

        self.bag_grid.addWidget(self.weight_label, 4, 0, 1, 1)

        self.weight = FieldEdit(self.bag_card)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"vietnamese_input", False)
        self.weight.setProperty(u"max_chars", 6)

        self.bag_grid.addWidget(self.weight, 4, 1, 1, 1)

        self.weight_note = NoteLabel(self.bag_card)
        self.weight_note.setObjectName(u"weight_note")

        self.bag_grid.addWidget(self.weight_note, 5, 0, 1, 2)

        self.giver_label = QLabel(self.bag_card)
        self.giver_label.setObjectName(u"giver_label")
        self.giver_label.setMinimumSize(QSize(84, 0))

        self.bag_grid.addWidget(self.giver_label, 6, 0, 1, 1)

        self.giver = FieldEdit(self.bag_card)
        self.giver.setObjectName(u"giver")
        self.giver.setProperty(u"max_chars", 60)

        self.bag_grid.addWidget(self.giver, 6, 1, 1, 1)

        self.giver_note = NoteLabel(self.bag_card)
        self.giver_note.setObjectName(u"giver_note")

        self.bag_grid.addWidget(self.giver_note, 7, 0, 1, 2)

        self.bag_grid.setColumnStretch(1, 1)

        self.bag_body.addLayout(self.bag_grid)

        self.scale_note = NoteLabel(self.bag_card)
        self.scale_note.setObjectName(u"scale_note")

        self.bag_body.addWidget(self.scale_note)

        self.bag_condition = SegmentedChoice(self.bag_card)
        self.bag_condition.setObjectName(u"bag_condition")

        self.bag_body.addWidget(self.bag_condition)


        self.side_body.addWidget(self.bag_card)

        self.problem = QLabel(ArrivalSide)
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
        self.go = ActionButton(ArrivalSide)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"kind", u"primary")
        self.go.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.go)

        self.incident = ActionButton(ArrivalSide)
        self.incident.setObjectName(u"incident")
        self.incident.setProperty(u"kind", u"danger")
        self.incident.setProperty(u"key_text", u"Ctrl+B")

        self.keys_body.addWidget(self.incident)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.file_label.setBuddy(self.file)
        self.receptacle_label.setBuddy(self.receptacle)
        self.seal_label.setBuddy(self.seal)
        self.weight_label.setBuddy(self.weight)
        self.giver_label.setBuddy(self.giver)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ArrivalSide)
    # setupUi

    def retranslateUi(self, ArrivalSide):
        self.paper_title.setText(QCoreApplication.translate("ArrivalSide", u"M\u00e3 tr\u00ean b\u1ea3n k\u00ea", None))
        self.paper_says.setText(QCoreApplication.translate("ArrivalSide", u"Qu\u00e9t l\u1ea7n l\u01b0\u1ee3t c\u00e1c m\u00e3 vu\u00f4ng tr\u00ean b\u1ea3n k\u00ea, th\u1ee9 t\u1ef1 n\u00e0o c\u0169ng \u0111\u01b0\u1ee3c.", None))
        self.file_label.setText(QCoreApplication.translate("ArrivalSide", u"T\u1ec7p", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"T\u1ec7p d\u1eef li\u1ec7u chuy\u1ebfn th\u01b0", None))
#endif // QT_CONFIG(accessibility)
        self.file.setPlaceholderText(QCoreApplication.translate("ArrivalSide", u"\u0110\u01b0\u1eddng d\u1eabn r\u1ed3i Enter", None))
        self.count_title.setText(QCoreApplication.translate("ArrivalSide", u"\u0110\u00e3 qu\u00e9t", None))
#if QT_CONFIG(accessibility)
        self.condition.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"T\u00ecnh tr\u1ea1ng b\u01b0u g\u1eedi qu\u00e9t ti\u1ebfp theo", None))
#endif // QT_CONFIG(accessibility)
        self.bag_title.setText(QCoreApplication.translate("ArrivalSide", u"Nh\u1eadn t\u00fai", None))
        self.receptacle_label.setText(QCoreApplication.translate("ArrivalSide", u"S\u1ed1 t\u00fai", None))
#if QT_CONFIG(accessibility)
        self.receptacle.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"S\u1ed1 t\u00fai", None))
#endif // QT_CONFIG(accessibility)
        self.receptacle.setPlaceholderText(QCoreApplication.translate("ArrivalSide", u"Qu\u00e9t TUI\u2026", None))
        self.seal_label.setText(QCoreApplication.translate("ArrivalSide", u"Ni\u00eam phong", None))
#if QT_CONFIG(accessibility)
        self.seal.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"Ni\u00eam phong nh\u01b0 th\u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.seal.setPlaceholderText(QCoreApplication.translate("ArrivalSide", u"Qu\u00e9t NP\u2026 ho\u1eb7c \u0111\u1ec3 tr\u1ed1ng", None))
        self.weight_label.setText(QCoreApplication.translate("ArrivalSide", u"C\u00e2n n\u1eb7ng", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"C\u00e2n n\u1eb7ng c\u1ea3 t\u00fai, gam", None))
#endif // QT_CONFIG(accessibility)
        self.giver_label.setText(QCoreApplication.translate("ArrivalSide", u"Ng\u01b0\u1eddi giao", None))
#if QT_CONFIG(accessibility)
        self.giver.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi giao", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.bag_condition.setAccessibleName(QCoreApplication.translate("ArrivalSide", u"T\u00ecnh tr\u1ea1ng t\u00fai", None))
#endif // QT_CONFIG(accessibility)
        self.go.setText(QCoreApplication.translate("ArrivalSide", u"Nh\u1eadn t\u00fai", None))
        self.incident.setText(QCoreApplication.translate("ArrivalSide", u"L\u1eadp bi\u00ean b\u1ea3n", None))
        pass
    # retranslateUi

