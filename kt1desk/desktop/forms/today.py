# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (BarList, Card, KeyCap, NoteLabel,
    TileBar, WholeRowsTable)

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

        self.tiles = TileBar(TodayPage)
        self.tiles.setObjectName(u"tiles")

        self.body.addWidget(self.tiles)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.items_card = Card(TodayPage)
        self.items_card.setObjectName(u"items_card")
        self.items_body = QVBoxLayout(self.items_card)
        self.items_body.setSpacing(2)
        self.items_body.setObjectName(u"items_body")
        self.items_body.setContentsMargins(16, 4, 16, 4)
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

        self.whole = NoteLabel(self.items_card)
        self.whole.setObjectName(u"whole")

        self.items_body.addWidget(self.whole)

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

        self.key_figures = KeyCap(self.items_card)
        self.key_figures.setObjectName(u"key_figures")

        self.items_keys.addWidget(self.key_figures)

        self.figures_say = QLabel(self.items_card)
        self.figures_say.setObjectName(u"figures_say")
        self.figures_say.setProperty(u"role", u"muted")

        self.items_keys.addWidget(self.figures_say)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.items_keys.addItem(self.spacer_2)


        self.items_body.addLayout(self.items_keys)


        self.middle.addWidget(self.items_card)

        self.charts = QWidget(TodayPage)
        self.charts.setObjectName(u"charts")
        self.charts.setMinimumSize(QSize(296, 0))
        self.charts.setMaximumSize(QSize(296, 16777215))
        self.charts_body = QVBoxLayout(self.charts)
        self.charts_body.setSpacing(12)
        self.charts_body.setObjectName(u"charts_body")
        self.charts_body.setContentsMargins(0, 0, 0, 0)
        self.places_card = Card(self.charts)
        self.places_card.setObjectName(u"places_card")
        self.places_body = QVBoxLayout(self.places_card)
        self.places_body.setSpacing(4)
        self.places_body.setObjectName(u"places_body")
        self.places_body.setContentsMargins(8, 8, 8, 8)
        self.places_title = QLabel(self.places_card)
        self.places_title.setObjectName(u"places_title")
        self.places_title.setIndent(8)
        self.places_title.setProperty(u"role", u"h2")

        self.places_body.addWidget(self.places_title)

        self.places = BarList(self.places_card)
        self.places.setObjectName(u"places")

        self.places_body.addWidget(self.places)


        self.charts_body.addWidget(self.places_card)

        self.due_card = Card(self.charts)
        self.due_card.setObjectName(u"due_card")
        self.due_body = QVBoxLayout(self.due_card)
        self.due_body.setSpacing(4)
        self.due_body.setObjectName(u"due_body")
        self.due_body.setContentsMargins(8, 8, 8, 8)
        self.due_title = QLabel(self.due_card)
        self.due_title.setObjectName(u"due_title")
        self.due_title.setIndent(8)
        self.due_title.setProperty(u"role", u"h2")

        self.due_body.addWidget(self.due_title)

        self.due = BarList(self.due_card)
        self.due.setObjectName(u"due")

        self.due_body.addWidget(self.due)


        self.charts_body.addWidget(self.due_card)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.charts_body.addItem(self.spacer_3)


        self.middle.addWidget(self.charts)

        self.middle.setStretch(0, 1)

        self.body.addLayout(self.middle)

        self.body.setStretch(2, 1)

        self.retranslateUi(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        self.notice.setText("")
        self.items_title.setText(QCoreApplication.translate("TodayPage", u"Vi\u1ec7c ph\u1ea3i l\u00e0m, g\u1ea5p tr\u01b0\u1edbc", None))
        self.items_count.setText("")
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("TodayPage", u"Vi\u1ec7c ph\u1ea3i l\u00e0m", None))
#endif // QT_CONFIG(accessibility)
        self.key_open.setText(QCoreApplication.translate("TodayPage", u"Enter", None))
        self.open_says.setText(QCoreApplication.translate("TodayPage", u"m\u1edf d\u00f2ng \u0111ang ch\u1ecdn", None))
        self.key_figures.setText(QCoreApplication.translate("TodayPage", u"Ctrl+B", None))
        self.figures_say.setText(QCoreApplication.translate("TodayPage", u"\u0111\u1ebfn c\u00e1c \u00f4 s\u1ed1 v\u00e0 bi\u1ec3u \u0111\u1ed3, m\u0169i t\u00ean \u0111\u1ec3 ch\u1ecdn, Enter \u0111\u1ec3 m\u1edf", None))
        self.places_title.setText(QCoreApplication.translate("TodayPage", u"H\u1ed3 s\u01a1 TTHC: vi\u1ec7c \u1edf \u0111\u00e2u", None))
        self.due_title.setText(QCoreApplication.translate("TodayPage", u"Theo h\u1ea1n", None))
        pass
    # retranslateUi

