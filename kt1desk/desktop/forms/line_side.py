# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'line_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, NoteLabel)

class Ui_LineSide(object):
    def setupUi(self, LineSide):
        if not LineSide.objectName():
            LineSide.setObjectName(u"LineSide")
        LineSide.resize(328, 700)
        self.side_body = QVBoxLayout(LineSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.about_card = Card(LineSide)
        self.about_card.setObjectName(u"about_card")
        self.about_card_body = QVBoxLayout(self.about_card)
        self.about_card_body.setSpacing(4)
        self.about_card_body.setObjectName(u"about_card_body")
        self.about_card_body.setContentsMargins(16, 12, 16, 12)
        self.link = QLabel(self.about_card)
        self.link.setObjectName(u"link")
        self.link.setWordWrap(True)
        self.link.setProperty(u"role", u"h2")

        self.about_card_body.addWidget(self.link)

        self.about_grid = QGridLayout()
        self.about_grid.setObjectName(u"about_grid")
        self.about_grid.setHorizontalSpacing(12)
        self.about_grid.setVerticalSpacing(0)
        self.about_grid.setContentsMargins(0, 0, 0, 0)
        self.server_label = QLabel(self.about_card)
        self.server_label.setObjectName(u"server_label")
        self.server_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.server_label, 0, 0, 1, 1)

        self.server = NoteLabel(self.about_card)
        self.server.setObjectName(u"server")

        self.about_grid.addWidget(self.server, 0, 1, 1, 1)

        self.certificate_label = QLabel(self.about_card)
        self.certificate_label.setObjectName(u"certificate_label")
        self.certificate_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.certificate_label, 1, 0, 1, 1)

        self.certificate = NoteLabel(self.about_card)
        self.certificate.setObjectName(u"certificate")

        self.about_grid.addWidget(self.certificate, 1, 1, 1, 1)

        self.good_label = QLabel(self.about_card)
        self.good_label.setObjectName(u"good_label")
        self.good_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.good_label, 2, 0, 1, 1)

        self.good = NoteLabel(self.about_card)
        self.good.setObjectName(u"good")

        self.about_grid.addWidget(self.good, 2, 1, 1, 1)

        self.clock_label = QLabel(self.about_card)
        self.clock_label.setObjectName(u"clock_label")
        self.clock_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.clock_label, 3, 0, 1, 1)

        self.clock = NoteLabel(self.about_card)
        self.clock.setObjectName(u"clock")

        self.about_grid.addWidget(self.clock, 3, 1, 1, 1)

        self.program_label = QLabel(self.about_card)
        self.program_label.setObjectName(u"program_label")
        self.program_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.program_label, 4, 0, 1, 1)

        self.program = NoteLabel(self.about_card)
        self.program.setObjectName(u"program")

        self.about_grid.addWidget(self.program, 4, 1, 1, 1)

        self.safe_label = QLabel(self.about_card)
        self.safe_label.setObjectName(u"safe_label")
        self.safe_label.setProperty(u"role", u"muted")

        self.about_grid.addWidget(self.safe_label, 5, 0, 1, 1)

        self.safe = NoteLabel(self.about_card)
        self.safe.setObjectName(u"safe")

        self.about_grid.addWidget(self.safe, 5, 1, 1, 1)

        self.about_grid.setColumnStretch(1, 1)
        self.about_grid.setColumnMinimumWidth(0, 84)

        self.about_card_body.addLayout(self.about_grid)


        self.side_body.addWidget(self.about_card)

        self.approval_card = Card(LineSide)
        self.approval_card.setObjectName(u"approval_card")
        self.approval_card_body = QVBoxLayout(self.approval_card)
        self.approval_card_body.setSpacing(4)
        self.approval_card_body.setObjectName(u"approval_card_body")
        self.approval_card_body.setContentsMargins(16, 12, 16, 12)
        self.approval_title = QLabel(self.approval_card)
        self.approval_title.setObjectName(u"approval_title")
        self.approval_title.setProperty(u"role", u"h2")

        self.approval_card_body.addWidget(self.approval_title)

        self.approval = QLabel(self.approval_card)
        self.approval.setObjectName(u"approval")
        self.approval.setWordWrap(True)

        self.approval_card_body.addWidget(self.approval)


        self.side_body.addWidget(self.approval_card)

        self.folder_card = Card(LineSide)
        self.folder_card.setObjectName(u"folder_card")
        self.folder_card_body = QVBoxLayout(self.folder_card)
        self.folder_card_body.setSpacing(4)
        self.folder_card_body.setObjectName(u"folder_card_body")
        self.folder_card_body.setContentsMargins(16, 12, 16, 12)
        self.folder_title = QLabel(self.folder_card)
        self.folder_title.setObjectName(u"folder_title")
        self.folder_title.setProperty(u"role", u"h2")

        self.folder_card_body.addWidget(self.folder_title)

        self.folder = NoteLabel(self.folder_card)
        self.folder.setObjectName(u"folder")

        self.folder_card_body.addWidget(self.folder)

        self.siblings = QLabel(self.folder_card)
        self.siblings.setObjectName(u"siblings")
        self.siblings.setWordWrap(True)
        self.siblings.setProperty(u"role", u"muted")

        self.folder_card_body.addWidget(self.siblings)

        self.folder_trouble = QLabel(self.folder_card)
        self.folder_trouble.setObjectName(u"folder_trouble")
        self.folder_trouble.setWordWrap(True)
        self.folder_trouble.setProperty(u"role", u"warn")

        self.folder_card_body.addWidget(self.folder_trouble)


        self.side_body.addWidget(self.folder_card)

        self.problem = QLabel(LineSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.saved = QLabel(LineSide)
        self.saved.setObjectName(u"saved")
        self.saved.setWordWrap(True)
        self.saved.setProperty(u"role", u"ok-box")

        self.side_body.addWidget(self.saved)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.hurry = ActionButton(LineSide)
        self.hurry.setObjectName(u"hurry")
        self.hurry.setProperty(u"key_text", u"F8")
        self.hurry.setProperty(u"kind", u"primary")

        self.keys_body.addWidget(self.hurry)

        self.approve = ActionButton(LineSide)
        self.approve.setObjectName(u"approve")
        self.approve.setProperty(u"key_text", u"Ctrl+O")

        self.keys_body.addWidget(self.approve)

        self.join = ActionButton(LineSide)
        self.join.setObjectName(u"join")
        self.join.setProperty(u"key_text", u"Ctrl+N")

        self.keys_body.addWidget(self.join)

        self.share = ActionButton(LineSide)
        self.share.setObjectName(u"share")
        self.share.setProperty(u"key_text", u"Ctrl+G")

        self.keys_body.addWidget(self.share)

        self.leave = ActionButton(LineSide)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"key_text", u"Ctrl+Delete")

        self.keys_body.addWidget(self.leave)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(5, 1)

        self.retranslateUi(LineSide)
    # setupUi

    def retranslateUi(self, LineSide):
        self.server_label.setText(QCoreApplication.translate("LineSide", u"Trung t\u00e2m", None))
        self.certificate_label.setText(QCoreApplication.translate("LineSide", u"Ch\u1ee9ng th\u01b0", None))
        self.good_label.setText(QCoreApplication.translate("LineSide", u"L\u1ea7n cu\u1ed1i", None))
        self.clock_label.setText(QCoreApplication.translate("LineSide", u"\u0110\u1ed3ng h\u1ed3", None))
        self.program_label.setText(QCoreApplication.translate("LineSide", u"Ch\u01b0\u01a1ng tr\u00ecnh", None))
        self.safe_label.setText(QCoreApplication.translate("LineSide", u"\u0110\u00e3 sao l\u01b0u", None))
        self.approval_title.setText(QCoreApplication.translate("LineSide", u"KT1 qua m\u1ea1ng", None))
        self.folder_title.setText(QCoreApplication.translate("LineSide", u"Th\u01b0 m\u1ee5c chung c\u1ee7a \u0111i\u1ec3m", None))
        self.hurry.setText(QCoreApplication.translate("LineSide", u"G\u1eedi nh\u1eadn ngay", None))
        self.approve.setText(QCoreApplication.translate("LineSide", u"Cho KT1 qua m\u1ea1ng", None))
        self.join.setText(QCoreApplication.translate("LineSide", u"Nh\u1eadp t\u1ec7p \u0111\u01b0\u1eddng m\u1ea1ng", None))
        self.share.setText(QCoreApplication.translate("LineSide", u"Ch\u1ecdn th\u01b0 m\u1ee5c chung", None))
        self.leave.setText(QCoreApplication.translate("LineSide", u"B\u1ecf \u0111\u01b0\u1eddng m\u1ea1ng", None))
        pass
    # retranslateUi

