# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch_pack_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_PackSide(object):
    def setupUi(self, PackSide):
        if not PackSide.objectName():
            PackSide.setObjectName(u"PackSide")
        PackSide.resize(328, 700)
        self.side_body = QVBoxLayout(PackSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.bag_card = Card(PackSide)
        self.bag_card.setObjectName(u"bag_card")
        self.bag_body = QVBoxLayout(self.bag_card)
        self.bag_body.setSpacing(4)
        self.bag_body.setObjectName(u"bag_body")
        self.bag_body.setContentsMargins(16, 12, 16, 12)
        self.bag_title = QLabel(self.bag_card)
        self.bag_title.setObjectName(u"bag_title")
        self.bag_title.setProperty(u"role", u"h2")

        self.bag_body.addWidget(self.bag_title)

        self.bag_figure = QLabel(self.bag_card)
        self.bag_figure.setObjectName(u"bag_figure")
        self.bag_figure.setProperty(u"role", u"figure")

        self.bag_body.addWidget(self.bag_figure)

        self.bag_note = QLabel(self.bag_card)
        self.bag_note.setObjectName(u"bag_note")
        self.bag_note.setProperty(u"role", u"muted")
        self.bag_note.setWordWrap(True)

        self.bag_body.addWidget(self.bag_note)


        self.side_body.addWidget(self.bag_card)

        self.seal_card = Card(PackSide)
        self.seal_card.setObjectName(u"seal_card")
        self.seal_body = QVBoxLayout(self.seal_card)
        self.seal_body.setSpacing(2)
        self.seal_body.setObjectName(u"seal_body")
        self.seal_body.setContentsMargins(16, 12, 16, 12)
        self.seal_title = QLabel(self.seal_card)
        self.seal_title.setObjectName(u"seal_title")
        self.seal_title.setProperty(u"role", u"h2")

        self.seal_body.addWidget(self.seal_title)

        self.seal_grid = QGridLayout()
        self.seal_grid.setObjectName(u"seal_grid")
        self.seal_grid.setHorizontalSpacing(8)
        self.seal_grid.setVerticalSpacing(2)
        self.seal_grid.setContentsMargins(0, 0, 0, 0)
        self.receptacle_label = QLabel(self.seal_card)
        self.receptacle_label.setObjectName(u"receptacle_label")
        self.receptacle_label.setMinimumSize(QSize(84, 0))

        self.seal_grid.addWidget(self.receptacle_label, 0, 0, 1, 1)

        self.receptacle = FieldEdit(self.seal_card)
        self.receptacle.setObjectName(u"receptacle")
        self.receptacle.setProperty(u"vietnamese_input", False)
        self.receptacle.setProperty(u"max_chars", 11)

        self.seal_grid.addWidget(self.receptacle, 0, 1, 1, 1)

        self.receptacle_note = NoteLabel(self.seal_card)
        self.receptacle_note.setObjectName(u"receptacle_note")

        self.seal_grid.addWidget(self.receptacle_note, 1, 0, 1, 2)

        self.seal_label = QLabel(self.seal_card)
        self.seal_label.setObjectName(u"seal_label")
        self.seal_label.setMinimumSize(QSize(84, 0))

        self.seal_grid.addWidget(self.seal_label, 2, 0, 1, 1)

        self.seal = FieldEdit(self.seal_card)
        self.seal.setObjectName(u"seal")
        self.seal.setProperty(u"vietnamese_input", False)
        self.seal.setProperty(u"max_chars", 9)

        self.seal_grid.addWidget(self.seal, 2, 1, 1, 1)

        self.seal_note = NoteLabel(self.seal_card)
        self.seal_note.setObjectName(u"seal_note")

        self.seal_grid.addWidget(self.seal_note, 3, 0, 1, 2)

        self.weight_label = QLabel(self.seal_card)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setMinimumSize(QSize(84, 0))

        self.seal_grid.addWidget(self.weight_label, 4, 0, 1, 1)

        self.weight = FieldEdit(self.seal_card)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"vietnamese_input", False)
        self.weight.setProperty(u"max_chars", 6)

        self.seal_grid.addWidget(self.weight, 4, 1, 1, 1)

        self.weight_note = NoteLabel(self.seal_card)
        self.weight_note.setObjectName(u"weight_note")

        self.seal_grid.addWidget(self.weight_note, 5, 0, 1, 2)

        self.seal_grid.setColumnStretch(1, 1)

        self.seal_body.addLayout(self.seal_grid)

        self.scale_note = NoteLabel(self.seal_card)
        self.scale_note.setObjectName(u"scale_note")

        self.seal_body.addWidget(self.scale_note)


        self.side_body.addWidget(self.seal_card)

        self.problem = QLabel(PackSide)
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
        self.close_bag = ActionButton(PackSide)
        self.close_bag.setObjectName(u"close_bag")
        self.close_bag.setProperty(u"kind", u"primary")
        self.close_bag.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.close_bag)

        self.undo = ActionButton(PackSide)
        self.undo.setObjectName(u"undo")
        self.undo.setProperty(u"kind", u"danger")
        self.undo.setProperty(u"key_text", u"Ctrl+U")

        self.keys_body.addWidget(self.undo)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.receptacle_label.setBuddy(self.receptacle)
        self.seal_label.setBuddy(self.seal)
        self.weight_label.setBuddy(self.weight)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PackSide)
    # setupUi

    def retranslateUi(self, PackSide):
        self.bag_title.setText(QCoreApplication.translate("PackSide", u"T\u00fai \u0111ang \u0111\u00f3ng", None))
        self.seal_title.setText(QCoreApplication.translate("PackSide", u"T\u00fai v\u00e0 ni\u00eam phong", None))
        self.receptacle_label.setText(QCoreApplication.translate("PackSide", u"S\u1ed1 t\u00fai", None))
#if QT_CONFIG(accessibility)
        self.receptacle.setAccessibleName(QCoreApplication.translate("PackSide", u"S\u1ed1 t\u00fai", None))
#endif // QT_CONFIG(accessibility)
        self.receptacle.setPlaceholderText(QCoreApplication.translate("PackSide", u"Qu\u00e9t, tr\u1ed1ng: s\u1ed1 m\u1edbi", None))
        self.seal_label.setText(QCoreApplication.translate("PackSide", u"Ni\u00eam phong", None))
#if QT_CONFIG(accessibility)
        self.seal.setAccessibleName(QCoreApplication.translate("PackSide", u"Ni\u00eam phong", None))
#endif // QT_CONFIG(accessibility)
        self.seal.setPlaceholderText(QCoreApplication.translate("PackSide", u"Qu\u00e9t NP\u2026", None))
        self.weight_label.setText(QCoreApplication.translate("PackSide", u"C\u00e2n n\u1eb7ng", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("PackSide", u"C\u00e2n n\u1eb7ng c\u1ea3 t\u00fai, gam", None))
#endif // QT_CONFIG(accessibility)
        self.close_bag.setText(QCoreApplication.translate("PackSide", u"\u0110\u00f3ng t\u00fai, in nh\u00e3n c\u1ed5 t\u00fai", None))
        self.undo.setText(QCoreApplication.translate("PackSide", u"Th\u00e1o t\u00fai \u0111\u00e3 \u0111\u00f3ng", None))
        pass
    # retranslateUi

