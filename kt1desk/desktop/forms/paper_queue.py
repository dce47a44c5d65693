# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_queue.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, IconLabel, KeyCap,
    SegmentedChoice, WholeRowsTable)

class Ui_PaperQueueForm(object):
    def setupUi(self, PaperQueueForm):
        if not PaperQueueForm.objectName():
            PaperQueueForm.setObjectName(u"PaperQueueForm")
        PaperQueueForm.resize(822, 640)
        self.queue_body = QVBoxLayout(PaperQueueForm)
        self.queue_body.setSpacing(8)
        self.queue_body.setObjectName(u"queue_body")
        self.queue_body.setContentsMargins(0, 0, 0, 0)
        self.question_card = Card(PaperQueueForm)
        self.question_card.setObjectName(u"question_card")
        self.question_body = QVBoxLayout(self.question_card)
        self.question_body.setSpacing(4)
        self.question_body.setObjectName(u"question_body")
        self.question_body.setContentsMargins(16, 8, 16, 8)
        self.question_line = QHBoxLayout()
        self.question_line.setSpacing(8)
        self.question_line.setObjectName(u"question_line")
        self.question_line.setContentsMargins(0, 0, 0, 0)
        self.question_icon = IconLabel(self.question_card)
        self.question_icon.setObjectName(u"question_icon")
        self.question_icon.setProperty(u"icon_name", u"alert-triangle")
        self.question_icon.setProperty(u"ink", u"warn")

        self.question_line.addWidget(self.question_icon)

        self.question_title = QLabel(self.question_card)
        self.question_title.setObjectName(u"question_title")
        self.question_title.setProperty(u"role", u"h2")

        self.question_line.addWidget(self.question_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.question_line.addItem(self.spacer_1)

        self.question_count = QLabel(self.question_card)
        self.question_count.setObjectName(u"question_count")
        self.question_count.setProperty(u"role", u"muted")

        self.question_line.addWidget(self.question_count)


        self.question_body.addLayout(self.question_line)

        self.question_text = QLabel(self.question_card)
        self.question_text.setObjectName(u"question_text")
        self.question_text.setWordWrap(True)

        self.question_body.addWidget(self.question_text)

        self.question_actions = QHBoxLayout()
        self.question_actions.setSpacing(8)
        self.question_actions.setObjectName(u"question_actions")
        self.question_actions.setContentsMargins(0, 0, 0, 0)
        self.printed = ActionButton(self.question_card)
        self.printed.setObjectName(u"printed")
        self.printed.setProperty(u"key_text", u"Ctrl+P")

        self.question_actions.addWidget(self.printed)

        self.again = ActionButton(self.question_card)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"key_text", u"F8")

        self.question_actions.addWidget(self.again)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.question_actions.addItem(self.spacer_2)


        self.question_body.addLayout(self.question_actions)


        self.queue_body.addWidget(self.question_card)

        self.reason_card = Card(PaperQueueForm)
        self.reason_card.setObjectName(u"reason_card")
        self.reason_body = QVBoxLayout(self.reason_card)
        self.reason_body.setSpacing(8)
        self.reason_body.setObjectName(u"reason_body")
        self.reason_body.setContentsMargins(16, 8, 16, 8)
        self.reason_title = QLabel(self.reason_card)
        self.reason_title.setObjectName(u"reason_title")
        self.reason_title.setProperty(u"role", u"h2")

        self.reason_body.addWidget(self.reason_title)

        self.reason = SegmentedChoice(self.reason_card)
        self.reason.setObjectName(u"reason")

        self.reason_body.addWidget(self.reason)

        self.reason_keys = QHBoxLayout()
        self.reason_keys.setSpacing(6)
        self.reason_keys.setObjectName(u"reason_keys")
        self.reason_keys.setContentsMargins(0, 0, 0, 0)
        self.key_reason = KeyCap(self.reason_card)
        self.key_reason.setObjectName(u"key_reason")

        self.reason_keys.addWidget(self.key_reason)

        self.reason_says = QLabel(self.reason_card)
        self.reason_says.setObjectName(u"reason_says")
        self.reason_says.setProperty(u"role", u"muted")

        self.reason_keys.addWidget(self.reason_says)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reason_keys.addItem(self.spacer_3)


        self.reason_body.addLayout(self.reason_keys)


        self.queue_body.addWidget(self.reason_card)

        self.papers_card = Card(PaperQueueForm)
        self.papers_card.setObjectName(u"papers_card")
        self.papers_body = QVBoxLayout(self.papers_card)
        self.papers_body.setSpacing(4)
        self.papers_body.setObjectName(u"papers_body")
        self.papers_body.setContentsMargins(16, 8, 16, 8)
        self.papers_heading = QHBoxLayout()
        self.papers_heading.setSpacing(8)
        self.papers_heading.setObjectName(u"papers_heading")
        self.papers_heading.setContentsMargins(0, 0, 0, 0)
        self.papers_title = QLabel(self.papers_card)
        self.papers_title.setObjectName(u"papers_title")
        self.papers_title.setProperty(u"role", u"h2")

        self.papers_heading.addWidget(self.papers_title)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers_heading.addItem(self.spacer_4)

        self.papers_count = QLabel(self.papers_card)
        self.papers_count.setObjectName(u"papers_count")
        self.papers_count.setProperty(u"role", u"muted")

        self.papers_heading.addWidget(self.papers_count)


        self.papers_body.addLayout(self.papers_heading)

        self.papers = WholeRowsTable(self.papers_card)
        self.papers.setObjectName(u"papers")

        self.papers_body.addWidget(self.papers)

        self.why = QLabel(self.papers_card)
        self.why.setObjectName(u"why")
        self.why.setWordWrap(True)
        self.why.setProperty(u"role", u"muted")

        self.papers_body.addWidget(self.why)

        self.paper_keys = QHBoxLayout()
        self.paper_keys.setSpacing(6)
        self.paper_keys.setObjectName(u"paper_keys")
        self.paper_keys.setContentsMargins(0, 0, 0, 0)
        self.key_printed = KeyCap(self.papers_card)
        self.key_printed.setObjectName(u"key_printed")

        self.paper_keys.addWidget(self.key_printed)

        self.printed_says = QLabel(self.papers_card)
        self.printed_says.setObjectName(u"printed_says")
        self.printed_says.setProperty(u"role", u"muted")

        self.paper_keys.addWidget(self.printed_says)

        self.key_again = KeyCap(self.papers_card)
        self.key_again.setObjectName(u"key_again")

        self.paper_keys.addWidget(self.key_again)

        self.again_says = QLabel(self.papers_card)
        self.again_says.setObjectName(u"again_says")
        self.again_says.setProperty(u"role", u"muted")

        self.paper_keys.addWidget(self.again_says)

        self.key_release = KeyCap(self.papers_card)
        self.key_release.setObjectName(u"key_release")

        self.paper_keys.addWidget(self.key_release)

        self.release_says = QLabel(self.papers_card)
        self.release_says.setObjectName(u"release_says")
        self.release_says.setProperty(u"role", u"muted")

        self.paper_keys.addWidget(self.release_says)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.paper_keys.addItem(self.spacer_5)


        self.papers_body.addLayout(self.paper_keys)


        self.queue_body.addWidget(self.papers_card)

        self.problem = QLabel(PaperQueueForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.queue_body.addWidget(self.problem)


        self.retranslateUi(PaperQueueForm)
    # setupUi

    def retranslateUi(self, PaperQueueForm):
        self.question_title.setText("")
        self.question_count.setText("")
        self.question_text.setText("")
        self.printed.setText(QCoreApplication.translate("PaperQueueForm", u"\u0110\u00e3 ra", None))
        self.again.setText(QCoreApplication.translate("PaperQueueForm", u"In l\u1ea1i", None))
        self.reason_title.setText(QCoreApplication.translate("PaperQueueForm", u"V\u00ec sao in l\u1ea1i?", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("PaperQueueForm", u"V\u00ec sao in l\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.key_reason.setText(QCoreApplication.translate("PaperQueueForm", u"Esc", None))
        self.reason_says.setText(QCoreApplication.translate("PaperQueueForm", u"kh\u00f4ng in l\u1ea1i", None))
        self.papers_title.setText(QCoreApplication.translate("PaperQueueForm", u"Gi\u1ea5y in", None))
        self.papers_count.setText("")
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("PaperQueueForm", u"Gi\u1ea5y in", None))
#endif // QT_CONFIG(accessibility)
        self.why.setText("")
        self.key_printed.setText(QCoreApplication.translate("PaperQueueForm", u"Ctrl+P", None))
        self.printed_says.setText(QCoreApplication.translate("PaperQueueForm", u"gi\u1ea5y \u0111\u00e3 ra", None))
        self.key_again.setText(QCoreApplication.translate("PaperQueueForm", u"F8", None))
        self.again_says.setText("")
        self.key_release.setText(QCoreApplication.translate("PaperQueueForm", u"F9", None))
        self.release_says.setText("")
        self.problem.setText("")
        pass
    # retranslateUi

