# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'one_stop_task_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel,
    WholeRowsTable)

class Ui_TaskSide(object):
    def setupUi(self, TaskSide):
        if not TaskSide.objectName():
            TaskSide.setObjectName(u"TaskSide")
        TaskSide.resize(328, 700)
        self.side_body = QVBoxLayout(TaskSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.hint_card = Card(TaskSide)
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

        self.subject_card = Card(TaskSide)
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

        self.form_card = Card(TaskSide)
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

        self.papers = WholeRowsTable(self.form_card)
        self.papers.setObjectName(u"papers")

        self.form_body.addWidget(self.papers)

        self.form_grid = QGridLayout()
        self.form_grid.setObjectName(u"form_grid")
        self.form_grid.setHorizontalSpacing(8)
        self.form_grid.setVerticalSpacing(2)
        self.form_grid.setContentsMargins(0, 0, 0, 0)
        self.told_label = QLabel(self.form_card)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.told_label, 0, 0, 1, 1)

        self.told = FieldEdit(self.form_card)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"vietnamese_input", False)
        self.told.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.told, 0, 1, 1, 1)

        self.told_note = NoteLabel(self.form_card)
        self.told_note.setObjectName(u"told_note")

        self.form_grid.addWidget(self.told_note, 1, 0, 1, 2)

        self.pieces_label = QLabel(self.form_card)
        self.pieces_label.setObjectName(u"pieces_label")
        self.pieces_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.pieces_label, 2, 0, 1, 1)

        self.pieces = FieldEdit(self.form_card)
        self.pieces.setObjectName(u"pieces")
        self.pieces.setProperty(u"vietnamese_input", False)
        self.pieces.setProperty(u"max_chars", 2)

        self.form_grid.addWidget(self.pieces, 2, 1, 1, 1)

        self.pieces_note = NoteLabel(self.form_card)
        self.pieces_note.setObjectName(u"pieces_note")

        self.form_grid.addWidget(self.pieces_note, 3, 0, 1, 2)

        self.weight_label = QLabel(self.form_card)
        self.weight_label.setObjectName(u"weight_label")
        self.weight_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.weight_label, 4, 0, 1, 1)

        self.weight = FieldEdit(self.form_card)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"vietnamese_input", False)
        self.weight.setProperty(u"max_chars", 6)

        self.form_grid.addWidget(self.weight, 4, 1, 1, 1)

        self.weight_note = NoteLabel(self.form_card)
        self.weight_note.setObjectName(u"weight_note")

        self.form_grid.addWidget(self.weight_note, 5, 0, 1, 2)

        self.seal_label = QLabel(self.form_card)
        self.seal_label.setObjectName(u"seal_label")
        self.seal_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.seal_label, 6, 0, 1, 1)

        self.seal = FieldEdit(self.form_card)
        self.seal.setObjectName(u"seal")
        self.seal.setProperty(u"vietnamese_input", False)
        self.seal.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.seal, 6, 1, 1, 1)

        self.seal_note = NoteLabel(self.form_card)
        self.seal_note.setObjectName(u"seal_note")

        self.form_grid.addWidget(self.seal_note, 7, 0, 1, 2)

        self.number_label = QLabel(self.form_card)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setMinimumSize(QSize(88, 0))

        self.form_grid.addWidget(self.number_label, 8, 0, 1, 1)

        self.number = FieldEdit(self.form_card)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"vietnamese_input", False)
        self.number.setProperty(u"max_chars", 20)

        self.form_grid.addWidget(self.number, 8, 1, 1, 1)

        self.number_note = NoteLabel(self.form_card)
        self.number_note.setObjectName(u"number_note")

        self.form_grid.addWidget(self.number_note, 9, 0, 1, 2)

        self.form_grid.setColumnStretch(1, 1)

        self.form_body.addLayout(self.form_grid)

        self.price = QLabel(self.form_card)
        self.price.setObjectName(u"price")
        self.price.setProperty(u"role", u"h2")
        self.price.setWordWrap(True)

        self.form_body.addWidget(self.price)


        self.side_body.addWidget(self.form_card)

        self.problem = QLabel(TaskSide)
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
        self.save = ActionButton(TaskSide)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.save)

        self.other = ActionButton(TaskSide)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.other)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.told_label.setBuddy(self.told)
        self.pieces_label.setBuddy(self.pieces)
        self.weight_label.setBuddy(self.weight)
        self.seal_label.setBuddy(self.seal)
        self.number_label.setBuddy(self.number)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TaskSide)
    # setupUi

    def retranslateUi(self, TaskSide):
        self.hint_title.setText(QCoreApplication.translate("TaskSide", u"Ph\u1ea3i l\u00e0m", None))
        self.hint_text.setText(QCoreApplication.translate("TaskSide", u"Enter \u1edf m\u1ed9t vi\u1ec7c \u0111\u1ec3 l\u00e0m; qu\u00e9t nh\u00e3n ho\u1eb7c gi\u1ea5y h\u1eb9n \u0111\u1ec3 \u0111\u1ebfn \u0111\u00fang vi\u1ec7c c\u1ee7a h\u1ed3 s\u01a1.", None))
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("TaskSide", u"Gi\u1ea5y t\u1edd ng\u01b0\u1eddi n\u1ed9p mang \u0111\u1ebfn", None))
#endif // QT_CONFIG(accessibility)
        self.told_label.setText(QCoreApplication.translate("TaskSide", u"L\u00fac b\u00e1o", None))
#if QT_CONFIG(accessibility)
        self.told.setAccessibleName(QCoreApplication.translate("TaskSide", u"Gi\u1edd \u0111\u00e3 b\u00e1o ng\u01b0\u1eddi n\u1ed9p", None))
#endif // QT_CONFIG(accessibility)
        self.pieces_label.setText(QCoreApplication.translate("TaskSide", u"S\u1ed1 t\u1edd", None))
#if QT_CONFIG(accessibility)
        self.pieces.setAccessibleName(QCoreApplication.translate("TaskSide", u"S\u1ed1 t\u1edd trong b\u00ec gi\u1ea5y h\u1eb9n", None))
#endif // QT_CONFIG(accessibility)
        self.weight_label.setText(QCoreApplication.translate("TaskSide", u"C\u00e2n (g)", None))
#if QT_CONFIG(accessibility)
        self.weight.setAccessibleName(QCoreApplication.translate("TaskSide", u"Kh\u1ed1i l\u01b0\u1ee3ng b\u00ec b\u1ed5 sung, gam", None))
#endif // QT_CONFIG(accessibility)
        self.seal_label.setText(QCoreApplication.translate("TaskSide", u"Ni\u00eam phong", None))
#if QT_CONFIG(accessibility)
        self.seal.setAccessibleName(QCoreApplication.translate("TaskSide", u"S\u1ed1 ni\u00eam phong b\u00ec b\u1ed5 sung", None))
#endif // QT_CONFIG(accessibility)
        self.number_label.setText(QCoreApplication.translate("TaskSide", u"Nh\u00e3n", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("TaskSide", u"S\u1ed1 hi\u1ec7u tr\u00ean nh\u00e3n c\u1ee7a b\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.save.setText(QCoreApplication.translate("TaskSide", u"L\u01b0u", None))
        self.other.setText(QCoreApplication.translate("TaskSide", u"Ti\u1ec1n m\u1eb7t, chuy\u1ec3n kho\u1ea3n", None))
        pass
    # retranslateUi

