# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, TileCard, WholeRowsTable)

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        TodayPage.resize(1150, 640)
        self.body = QVBoxLayout(TodayPage)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.notice = QLabel(TodayPage)
        self.notice.setObjectName(u"notice")
        self.notice.setWordWrap(True)
        self.notice.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.notice)

        self.tiles = QHBoxLayout()
        self.tiles.setSpacing(12)
        self.tiles.setObjectName(u"tiles")
        self.tiles.setContentsMargins(0, 0, 0, 0)
        self.tile_accepted = TileCard(TodayPage)
        self.tile_accepted.setObjectName(u"tile_accepted")

        self.tiles.addWidget(self.tile_accepted)

        self.tile_waiting = TileCard(TodayPage)
        self.tile_waiting.setObjectName(u"tile_waiting")

        self.tiles.addWidget(self.tile_waiting)

        self.tile_appointed = TileCard(TodayPage)
        self.tile_appointed.setObjectName(u"tile_appointed")

        self.tiles.addWidget(self.tile_appointed)

        self.tile_questions = TileCard(TodayPage)
        self.tile_questions.setObjectName(u"tile_questions")

        self.tiles.addWidget(self.tile_questions)


        self.body.addLayout(self.tiles)

        self.items_card = Card(TodayPage)
        self.items_card.setObjectName(u"items_card")
        self.items_body = QVBoxLayout(self.items_card)
        self.items_body.setSpacing(4)
        self.items_body.setObjectName(u"items_body")
        self.items_body.setContentsMargins(16, 8, 8, 8)
        self.items_heading = QHBoxLayout()
        self.items_heading.setSpacing(8)
        self.items_heading.setObjectName(u"items_heading")
        self.items_heading.setContentsMargins(0, 0, 0, 0)
        self.items_title = QLabel(self.items_card)
        self.items_title.setObjectName(u"items_title")
        self.items_title.setProperty(u"role", u"h2")

        self.items_heading.addWidget(self.items_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.items_heading.addItem(self.spacer_1)

        self.items_count = QLabel(self.items_card)
        self.items_count.setObjectName(u"items_count")
        self.items_count.setProperty(u"role", u"muted")

        self.items_heading.addWidget(self.items_count)


        self.items_body.addLayout(self.items_heading)

        self.items = WholeRowsTable(self.items_card)
        self.items.setObjectName(u"items")

        self.items_body.addWidget(self.items)

        self.items_keys = QHBoxLayout()
        self.items_keys.setSpacing(6)
        self.items_keys.setObjectName(u"items_keys")
        self.items_keys.setContentsMargins(0, 0, 0, 0)
        self.key_open = KeyCap(self.items_card)
        self.key_open.setObjectName(u"key_open")

        self.items_keys.addWidget(self.key_open)

        self.open_says = QLabel(self.items_card)
        self.open_says.setObjectName(u"open_says")
        self.open_says.setProperty(u"role", u"muted")

        self.items_keys.addWidget(self.open_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.items_keys.addItem(self.spacer_2)


        self.items_body.addLayout(self.items_keys)


        self.body.addWidget(self.items_card)

        self.body.setStretch(2, 1)

        self.retranslateUi(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        self.notice.setText("")
        self.items_title.setText(QCoreApplication.translate("TodayPage", u"Ch\u1edd \u0111i, vi\u1ec7c g\u1ea5p tr\u01b0\u1edbc", None))
        self.items_count.setText("")
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("TodayPage", u"B\u01b0u g\u1eedi ch\u1edd \u0111i", None))
#endif // QT_CONFIG(accessibility)
        self.key_open.setText(QCoreApplication.translate("TodayPage", u"Enter", None))
        self.open_says.setText(QCoreApplication.translate("TodayPage", u"gi\u1ea5y t\u1edd c\u1ee7a b\u01b0u g\u1eedi", None))
        pass
    # retranslateUi

