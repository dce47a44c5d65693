# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'upgrade_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QSize)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from kt1desk.desktop.widgets import (Card)
class Ui_UpgradePage(object):
    def setupUi(self, UpgradePage):
        if not UpgradePage.objectName():
            UpgradePage.setObjectName(u"UpgradePage")
        UpgradePage.resize(800, 640)
        self.body = QVBoxLayout(UpgradePage)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.program_card = Card(UpgradePage)
        self.program_card.setObjectName(u"program_card")
        self.program_card.setMinimumSize(QSize(640, 0))
        self.program_card.setMaximumSize(QSize(16777215, 16777215))
        self.program_card_body = QVBoxLayout(self.program_card)
        self.program_card_body.setSpacing(6)
        self.program_card_body.setObjectName(u"program_card_body")
        self.program_card_body.setContentsMargins(16, 12, 16, 12)
        self.version = QLabel(self.program_card)
        self.version.setObjectName(u"version")
        self.version.setWordWrap(True)
        self.version.setProperty(u"role", u"h2")

        self.program_card_body.addWidget(self.version)

        self.since = QLabel(self.program_card)
        self.since.setObjectName(u"since")
        self.since.setWordWrap(True)
        self.since.setProperty(u"role", u"muted")

        self.program_card_body.addWidget(self.since)

        self.last = QLabel(self.program_card)
        self.last.setObjectName(u"last")
        self.last.setWordWrap(True)

        self.program_card_body.addWidget(self.last)

        self.last_bad = QLabel(self.program_card)
        self.last_bad.setObjectName(u"last_bad")
        self.last_bad.setWordWrap(True)
        self.last_bad.setProperty(u"role", u"warn-box")

        self.program_card_body.addWidget(self.last_bad)

        self.checkout = QLabel(self.program_card)
        self.checkout.setObjectName(u"checkout")
        self.checkout.setWordWrap(True)

        self.program_card_body.addWidget(self.checkout)


        self.body.addWidget(self.program_card)

        self.offer_card = Card(UpgradePage)
        self.offer_card.setObjectName(u"offer_card")
        self.offer_card.setMinimumSize(QSize(640, 0))
        self.offer_card.setMaximumSize(QSize(16777215, 16777215))
        self.offer_card_body = QVBoxLayout(self.offer_card)
        self.offer_card_body.setSpacing(6)
        self.offer_card_body.setObjectName(u"offer_card_body")
        self.offer_card_body.setContentsMargins(16, 12, 16, 12)
        self.offer_title = QLabel(self.offer_card)
        self.offer_title.setObjectName(u"offer_title")
        self.offer_title.setWordWrap(True)
        self.offer_title.setProperty(u"role", u"h2")

        self.offer_card_body.addWidget(self.offer_title)

        self.notes = QLabel(self.offer_card)
        self.notes.setObjectName(u"notes")
        self.notes.setWordWrap(True)

        self.offer_card_body.addWidget(self.notes)

        self.facts = QLabel(self.offer_card)
        self.facts.setObjectName(u"facts")
        self.facts.setWordWrap(True)

        self.offer_card_body.addWidget(self.facts)

        self.sources = QLabel(self.offer_card)
        self.sources.setObjectName(u"sources")
        self.sources.setWordWrap(True)
        self.sources.setProperty(u"role", u"muted")

        self.offer_card_body.addWidget(self.sources)


        self.body.addWidget(self.offer_card)

        self.problem = QLabel(UpgradePage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.body.addWidget(self.problem)

        self.asking = QLabel(UpgradePage)
        self.asking.setObjectName(u"asking")
        self.asking.setWordWrap(True)
        self.asking.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.asking)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)


        self.retranslateUi(UpgradePage)
    # setupUi

    def retranslateUi(self, UpgradePage):
        self.version.setText("")
        self.since.setText("")
        self.last.setText("")
        self.last_bad.setText("")
        self.checkout.setText("")
        self.offer_title.setText("")
        self.notes.setText("")
        self.facts.setText("")
        self.sources.setText("")
        self.problem.setText("")
        self.asking.setText("")
        pass
    # retranslateUi

