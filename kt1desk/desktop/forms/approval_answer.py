# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'approval_answer.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QLabel, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, NoteLabel, SegmentedChoice)

class Ui_AnswerPanel(object):
    def setupUi(self, AnswerPanel):
        if not AnswerPanel.objectName():
            AnswerPanel.setObjectName(u"AnswerPanel")
        AnswerPanel.resize(328, 420)
        self.answer_body = QVBoxLayout(AnswerPanel)
        self.answer_body.setSpacing(12)
        self.answer_body.setObjectName(u"answer_body")
        self.answer_body.setContentsMargins(0, 0, 0, 0)
        self.answer_card = Card(AnswerPanel)
        self.answer_card.setObjectName(u"answer_card")
        self.answer_card_body = QVBoxLayout(self.answer_card)
        self.answer_card_body.setSpacing(6)
        self.answer_card_body.setObjectName(u"answer_card_body")
        self.answer_card_body.setContentsMargins(16, 12, 16, 12)
        self.answer_title = QLabel(self.answer_card)
        self.answer_title.setObjectName(u"answer_title")
        self.answer_title.setProperty(u"role", u"h2")

        self.answer_card_body.addWidget(self.answer_title)

        self.answer_says = QLabel(self.answer_card)
        self.answer_says.setObjectName(u"answer_says")
        self.answer_says.setProperty(u"role", u"muted")
        self.answer_says.setWordWrap(True)

        self.answer_card_body.addWidget(self.answer_says)

        self.answer_grid = QGridLayout()
        self.answer_grid.setObjectName(u"answer_grid")
        self.answer_grid.setHorizontalSpacing(8)
        self.answer_grid.setVerticalSpacing(2)
        self.answer_grid.setContentsMargins(0, 0, 0, 0)
        self.asker_label = QLabel(self.answer_card)
        self.asker_label.setObjectName(u"asker_label")
        self.asker_label.setMinimumSize(QSize(84, 0))

        self.answer_grid.addWidget(self.asker_label, 0, 0, 1, 1)

        self.asker = FieldEdit(self.answer_card)
        self.asker.setObjectName(u"asker")
        self.asker.setProperty(u"vietnamese_input", False)
        self.asker.setProperty(u"max_chars", 5)

        self.answer_grid.addWidget(self.asker, 0, 1, 1, 1)

        self.asker_note = NoteLabel(self.answer_card)
        self.asker_note.setObjectName(u"asker_note")

        self.answer_grid.addWidget(self.asker_note, 1, 0, 1, 2)

        self.asked_digits_label = QLabel(self.answer_card)
        self.asked_digits_label.setObjectName(u"asked_digits_label")
        self.asked_digits_label.setMinimumSize(QSize(84, 0))

        self.answer_grid.addWidget(self.asked_digits_label, 2, 0, 1, 1)

        self.asked_digits = FieldEdit(self.answer_card)
        self.asked_digits.setObjectName(u"asked_digits")
        self.asked_digits.setProperty(u"vietnamese_input", False)
        self.asked_digits.setProperty(u"max_chars", 9)
        self.asked_digits.setProperty(u"big", True)

        self.answer_grid.addWidget(self.asked_digits, 2, 1, 1, 1)

        self.asked_digits_note = NoteLabel(self.answer_card)
        self.asked_digits_note.setObjectName(u"asked_digits_note")

        self.answer_grid.addWidget(self.asked_digits_note, 3, 0, 1, 2)

        self.asked_label = QLabel(self.answer_card)
        self.asked_label.setObjectName(u"asked_label")
        self.asked_label.setMinimumSize(QSize(84, 0))

        self.answer_grid.addWidget(self.asked_label, 4, 0, 1, 2)

        self.asked = SegmentedChoice(self.answer_card)
        self.asked.setObjectName(u"asked")

        self.answer_grid.addWidget(self.asked, 5, 0, 1, 2)

        self.asked_note = NoteLabel(self.answer_card)
        self.asked_note.setObjectName(u"asked_note")

        self.answer_grid.addWidget(self.asked_note, 6, 0, 1, 2)

        self.things_label = QLabel(self.answer_card)
        self.things_label.setObjectName(u"things_label")
        self.things_label.setMinimumSize(QSize(84, 0))

        self.answer_grid.addWidget(self.things_label, 7, 0, 1, 1)

        self.things = FieldEdit(self.answer_card)
        self.things.setObjectName(u"things")
        self.things.setProperty(u"vietnamese_input", False)
        self.things.setProperty(u"max_chars", 4)

        self.answer_grid.addWidget(self.things, 7, 1, 1, 1)

        self.things_note = NoteLabel(self.answer_card)
        self.things_note.setObjectName(u"things_note")

        self.answer_grid.addWidget(self.things_note, 8, 0, 1, 2)

        self.answer_grid.setColumnStretch(1, 1)

        self.answer_card_body.addLayout(self.answer_grid)

        self.answer_title_2 = QLabel(self.answer_card)
        self.answer_title_2.setObjectName(u"answer_title_2")
        self.answer_title_2.setProperty(u"role", u"h2")

        self.answer_card_body.addWidget(self.answer_title_2)

        self.answer_digits = QLabel(self.answer_card)
        self.answer_digits.setObjectName(u"answer_digits")
        self.answer_digits.setProperty(u"role", u"digits")
        self.answer_digits.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.answer_card_body.addWidget(self.answer_digits)


        self.answer_body.addWidget(self.answer_card)

        self.answer_problem = QLabel(AnswerPanel)
        self.answer_problem.setObjectName(u"answer_problem")
        self.answer_problem.setProperty(u"role", u"error-box")
        self.answer_problem.setWordWrap(True)

        self.answer_body.addWidget(self.answer_problem)

#if QT_CONFIG(shortcut)
        self.asker_label.setBuddy(self.asker)
        self.asked_digits_label.setBuddy(self.asked_digits)
        self.things_label.setBuddy(self.things)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AnswerPanel)
    # setupUi

    def retranslateUi(self, AnswerPanel):
        self.answer_title.setText(QCoreApplication.translate("AnswerPanel", u"Tr\u1ea3 l\u1eddi \u0111i\u1ec7n tho\u1ea1i", None))
        self.answer_says.setText(QCoreApplication.translate("AnswerPanel", u"Ng\u01b0\u1eddi g\u1ecdi \u0111\u1ecdc s\u1ed1 m\u00e1y, 8 s\u1ed1, vi\u1ec7c v\u00e0 s\u1ed1 l\u01b0\u1ee3ng. H\u1ecfi l\u1ea1i cho ch\u1eafc r\u1ed3i m\u1edbi tr\u1ea3 l\u1eddi.", None))
        self.asker_label.setText(QCoreApplication.translate("AnswerPanel", u"M\u00e1y g\u1ecdi", None))
#if QT_CONFIG(accessibility)
        self.asker.setAccessibleName(QCoreApplication.translate("AnswerPanel", u"S\u1ed1 m\u00e1y \u0111ang g\u1ecdi", None))
#endif // QT_CONFIG(accessibility)
        self.asked_digits_label.setText(QCoreApplication.translate("AnswerPanel", u"8 s\u1ed1 h\u1ecfi", None))
#if QT_CONFIG(accessibility)
        self.asked_digits.setAccessibleName(QCoreApplication.translate("AnswerPanel", u"8 s\u1ed1 h\u1ecfi", None))
#endif // QT_CONFIG(accessibility)
        self.asked_label.setText(QCoreApplication.translate("AnswerPanel", u"Vi\u1ec7c", None))
#if QT_CONFIG(accessibility)
        self.asked.setAccessibleName(QCoreApplication.translate("AnswerPanel", u"Duy\u1ec7t vi\u1ec7c g\u00ec", None))
#endif // QT_CONFIG(accessibility)
        self.things_label.setText(QCoreApplication.translate("AnswerPanel", u"S\u1ed1 l\u01b0\u1ee3ng", None))
#if QT_CONFIG(accessibility)
        self.things.setAccessibleName(QCoreApplication.translate("AnswerPanel", u"S\u1ed1 l\u01b0\u1ee3ng", None))
#endif // QT_CONFIG(accessibility)
        self.answer_title_2.setText(QCoreApplication.translate("AnswerPanel", u"8 s\u1ed1 tr\u1ea3 l\u1eddi", None))
        pass
    # retranslateUi

