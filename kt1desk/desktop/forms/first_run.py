# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card, IconLabel, KeyCap)

class Ui_FirstRunPage(object):
    def setupUi(self, FirstRunPage):
        if not FirstRunPage.objectName():
            FirstRunPage.setObjectName(u"FirstRunPage")
        FirstRunPage.setProperty(u"kind", u"page")
        FirstRunPage.resize(1366, 736)
        self.body = QVBoxLayout(FirstRunPage)
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(16, 12, 16, 12)
        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

        self.centre = QHBoxLayout()
        self.centre.setSpacing(0)
        self.centre.setObjectName(u"centre")
        self.centre.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.centre.addItem(self.spacer_2)

        self.frame = QWidget(FirstRunPage)
        self.frame.setObjectName(u"frame")
        self.frame.setMinimumSize(QSize(1124, 0))
        self.frame.setMaximumSize(QSize(1124, 620))
        self.frame_body = QVBoxLayout(self.frame)
        self.frame_body.setSpacing(12)
        self.frame_body.setObjectName(u"frame_body")
        self.frame_body.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.top_icon = IconLabel(self.frame)
        self.top_icon.setObjectName(u"top_icon")
        self.top_icon.setProperty(u"icon_name", u"settings")
        self.top_icon.setProperty(u"ink", u"accent")

        self.top.addWidget(self.top_icon)

        self.top_title = QLabel(self.frame)
        self.top_title.setObjectName(u"top_title")
        self.top_title.setProperty(u"role", u"h1")

        self.top.addWidget(self.top_title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spacer_3)


        self.frame_body.addLayout(self.top)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.steps_card = Card(self.frame)
        self.steps_card.setObjectName(u"steps_card")
        self.steps_card.setMinimumSize(QSize(252, 0))
        self.steps_card.setMaximumSize(QSize(252, 16777215))
        self.steps_body = QVBoxLayout(self.steps_card)
        self.steps_body.setSpacing(16)
        self.steps_body.setObjectName(u"steps_body")
        self.steps_body.setContentsMargins(16, 16, 16, 16)
        self.line_desk = QHBoxLayout()
        self.line_desk.setSpacing(8)
        self.line_desk.setObjectName(u"line_desk")
        self.line_desk.setContentsMargins(0, 0, 0, 0)
        self.icon_desk = IconLabel(self.steps_card)
        self.icon_desk.setObjectName(u"icon_desk")
        self.icon_desk.setProperty(u"icon_name", u"circle")
        self.icon_desk.setProperty(u"ink", u"muted")

        self.line_desk.addWidget(self.icon_desk)

        self.step_desk = QLabel(self.steps_card)
        self.step_desk.setObjectName(u"step_desk")

        self.line_desk.addWidget(self.step_desk)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_desk.addItem(self.spacer_4)


        self.steps_body.addLayout(self.line_desk)

        self.line_administrator = QHBoxLayout()
        self.line_administrator.setSpacing(8)
        self.line_administrator.setObjectName(u"line_administrator")
        self.line_administrator.setContentsMargins(0, 0, 0, 0)
        self.icon_administrator = IconLabel(self.steps_card)
        self.icon_administrator.setObjectName(u"icon_administrator")
        self.icon_administrator.setProperty(u"icon_name", u"circle")
        self.icon_administrator.setProperty(u"ink", u"muted")

        self.line_administrator.addWidget(self.icon_administrator)

        self.step_administrator = QLabel(self.steps_card)
        self.step_administrator.setObjectName(u"step_administrator")

        self.line_administrator.addWidget(self.step_administrator)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_administrator.addItem(self.spacer_5)


        self.steps_body.addLayout(self.line_administrator)

        self.line_recovery = QHBoxLayout()
        self.line_recovery.setSpacing(8)
        self.line_recovery.setObjectName(u"line_recovery")
        self.line_recovery.setContentsMargins(0, 0, 0, 0)
        self.icon_recovery = IconLabel(self.steps_card)
        self.icon_recovery.setObjectName(u"icon_recovery")
        self.icon_recovery.setProperty(u"icon_name", u"circle")
        self.icon_recovery.setProperty(u"ink", u"muted")

        self.line_recovery.addWidget(self.icon_recovery)

        self.step_recovery = QLabel(self.steps_card)
        self.step_recovery.setObjectName(u"step_recovery")

        self.line_recovery.addWidget(self.step_recovery)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_recovery.addItem(self.spacer_6)


        self.steps_body.addLayout(self.line_recovery)

        self.line_printers = QHBoxLayout()
        self.line_printers.setSpacing(8)
        self.line_printers.setObjectName(u"line_printers")
        self.line_printers.setContentsMargins(0, 0, 0, 0)
        self.icon_printers = IconLabel(self.steps_card)
        self.icon_printers.setObjectName(u"icon_printers")
        self.icon_printers.setProperty(u"icon_name", u"circle")
        self.icon_printers.setProperty(u"ink", u"muted")

        self.line_printers.addWidget(self.icon_printers)

        self.step_printers = QLabel(self.steps_card)
        self.step_printers.setObjectName(u"step_printers")

        self.line_printers.addWidget(self.step_printers)

        self.spacer_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_printers.addItem(self.spacer_7)


        self.steps_body.addLayout(self.line_printers)

        self.line_ready = QHBoxLayout()
        self.line_ready.setSpacing(8)
        self.line_ready.setObjectName(u"line_ready")
        self.line_ready.setContentsMargins(0, 0, 0, 0)
        self.icon_ready = IconLabel(self.steps_card)
        self.icon_ready.setObjectName(u"icon_ready")
        self.icon_ready.setProperty(u"icon_name", u"circle")
        self.icon_ready.setProperty(u"ink", u"muted")

        self.line_ready.addWidget(self.icon_ready)

        self.step_ready = QLabel(self.steps_card)
        self.step_ready.setObjectName(u"step_ready")

        self.line_ready.addWidget(self.step_ready)

        self.spacer_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_ready.addItem(self.spacer_8)


        self.steps_body.addLayout(self.line_ready)

        self.spacer_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.steps_body.addItem(self.spacer_9)


        self.middle.addWidget(self.steps_card)

        self.card = Card(self.frame)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(860, 0))
        self.card.setMaximumSize(QSize(860, 16777215))
        self.card_body = QVBoxLayout(self.card)
        self.card_body.setSpacing(12)
        self.card_body.setObjectName(u"card_body")
        self.card_body.setContentsMargins(16, 12, 16, 12)
        self.step_title = QLabel(self.card)
        self.step_title.setObjectName(u"step_title")
        self.step_title.setProperty(u"role", u"h1")

        self.card_body.addWidget(self.step_title)

        self.stack = QStackedWidget(self.card)
        self.stack.setObjectName(u"stack")
        self.ready = QWidget()
        self.ready.setObjectName(u"ready")
        self.ready_body = QVBoxLayout(self.ready)
        self.ready_body.setSpacing(12)
        self.ready_body.setObjectName(u"ready_body")
        self.ready_body.setContentsMargins(0, 0, 0, 0)
        self.ready_text = QLabel(self.ready)
        self.ready_text.setObjectName(u"ready_text")
        self.ready_text.setWordWrap(True)

        self.ready_body.addWidget(self.ready_text)

        self.ready_actions = QHBoxLayout()
        self.ready_actions.setSpacing(8)
        self.ready_actions.setObjectName(u"ready_actions")
        self.ready_actions.setContentsMargins(0, 0, 0, 0)
        self.enter = ActionButton(self.ready)
        self.enter.setObjectName(u"enter")
        self.enter.setMinimumSize(QSize(240, 0))
        self.enter.setProperty(u"key_text", u"F9")
        self.enter.setProperty(u"kind", u"primary")

        self.ready_actions.addWidget(self.enter)

        self.spacer_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.ready_actions.addItem(self.spacer_10)


        self.ready_body.addLayout(self.ready_actions)

        self.spacer_11 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ready_body.addItem(self.spacer_11)

        self.stack.addWidget(self.ready)

        self.card_body.addWidget(self.stack)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.card_body.addWidget(self.problem)

        self.progress = QLabel(self.card)
        self.progress.setObjectName(u"progress")
        self.progress.setProperty(u"role", u"muted")

        self.card_body.addWidget(self.progress)


        self.middle.addWidget(self.card)

        self.middle.setStretch(1, 1)

        self.frame_body.addLayout(self.middle)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.key_next = KeyCap(self.frame)
        self.key_next.setObjectName(u"key_next")

        self.foot.addWidget(self.key_next)

        self.next_says = QLabel(self.frame)
        self.next_says.setObjectName(u"next_says")
        self.next_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.next_says)

        self.spacer_12 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_12)

        self.key_back = KeyCap(self.frame)
        self.key_back.setObjectName(u"key_back")

        self.foot.addWidget(self.key_back)

        self.back_says = QLabel(self.frame)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.back_says)

        self.spacer_13 = QSpacerItem(16, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_13)

        self.key_later = KeyCap(self.frame)
        self.key_later.setObjectName(u"key_later")

        self.foot.addWidget(self.key_later)

        self.later_says = QLabel(self.frame)
        self.later_says.setObjectName(u"later_says")
        self.later_says.setProperty(u"role", u"muted")

        self.foot.addWidget(self.later_says)

        self.spacer_14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.spacer_14)


        self.frame_body.addLayout(self.foot)

        self.frame_body.setStretch(1, 1)

        self.centre.addWidget(self.frame)

        self.spacer_15 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.centre.addItem(self.spacer_15)


        self.body.addLayout(self.centre)

        self.spacer_16 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_16)

        self.body.setStretch(0, 1)
        self.body.setStretch(1, 30)
        self.body.setStretch(2, 1)

        self.retranslateUi(FirstRunPage)
    # setupUi

    def retranslateUi(self, FirstRunPage):
        self.top_title.setText(QCoreApplication.translate("FirstRunPage", u"Thi\u1ebft l\u1eadp b\u00e0n KT1", None))
        self.step_desk.setText(QCoreApplication.translate("FirstRunPage", u"B\u00e0n", None))
        self.step_administrator.setText(QCoreApplication.translate("FirstRunPage", u"Ng\u01b0\u1eddi l\u1eadp b\u00e0n", None))
        self.step_recovery.setText(QCoreApplication.translate("FirstRunPage", u"M\u00e3 kh\u00f4i ph\u1ee5c", None))
        self.step_printers.setText(QCoreApplication.translate("FirstRunPage", u"M\u00e1y in", None))
        self.step_ready.setText(QCoreApplication.translate("FirstRunPage", u"S\u1eb5n s\u00e0ng", None))
        self.step_title.setText("")
        self.ready_text.setText("")
        self.enter.setText(QCoreApplication.translate("FirstRunPage", u"\u0110\u0103ng nh\u1eadp", None))
        self.problem.setText("")
        self.progress.setText("")
        self.key_next.setText(QCoreApplication.translate("FirstRunPage", u"Enter", None))
        self.next_says.setText(QCoreApplication.translate("FirstRunPage", u"sang ph\u1ea7n c\u00f2n thi\u1ebfu, r\u1ed3i sang b\u01b0\u1edbc sau", None))
        self.key_back.setText(QCoreApplication.translate("FirstRunPage", u"Esc", None))
        self.back_says.setText(QCoreApplication.translate("FirstRunPage", u"l\u00f9i m\u1ed9t b\u01b0\u1edbc, kh\u00f4ng m\u1ea5t g\u00ec \u0111\u00e3 g\u00f5", None))
        self.key_later.setText(QCoreApplication.translate("FirstRunPage", u"F8", None))
        self.later_says.setText(QCoreApplication.translate("FirstRunPage", u"\u0111\u1ec3 sau", None))
        pass
    # retranslateUi

