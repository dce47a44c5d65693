# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, StationLine, WholeRowsTable,
    WrappedNote)

class Ui_RecordPage(object):
    def setupUi(self, RecordPage):
        if not RecordPage.objectName():
            RecordPage.setObjectName(u"RecordPage")
        RecordPage.resize(838, 660)
        self.page_body = QVBoxLayout(RecordPage)
        self.page_body.setSpacing(12)
        self.page_body.setObjectName(u"page_body")
        self.page_body.setContentsMargins(0, 0, 0, 0)
        self.find_card = Card(RecordPage)
        self.find_card.setObjectName(u"find_card")
        self.find_grid = QGridLayout(self.find_card)
        self.find_grid.setObjectName(u"find_grid")
        self.find_grid.setHorizontalSpacing(8)
        self.find_grid.setVerticalSpacing(2)
        self.find_grid.setContentsMargins(16, 8, 16, 8)
        self.number_label = QLabel(self.find_card)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setMinimumSize(QSize(102, 0))

        self.find_grid.addWidget(self.number_label, 0, 0, 1, 1)

        self.number = FieldEdit(self.find_card)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"vietnamese_input", False)
        self.number.setProperty(u"max_chars", 60)
        self.number.setProperty(u"big", True)

        self.find_grid.addWidget(self.number, 0, 1, 1, 1)

        self.number_note = WrappedNote(self.find_card)
        self.number_note.setObjectName(u"number_note")

        self.find_grid.addWidget(self.number_note, 1, 1, 1, 1)

        self.find_grid.setColumnStretch(1, 1)

        self.page_body.addWidget(self.find_card)

        self.nothing = Card(RecordPage)
        self.nothing.setObjectName(u"nothing")
        self.nothing_body = QVBoxLayout(self.nothing)
        self.nothing_body.setObjectName(u"nothing_body")
        self.nothing_body.setContentsMargins(16, 12, 16, 12)
        self.nothing_says = QLabel(self.nothing)
        self.nothing_says.setObjectName(u"nothing_says")
        self.nothing_says.setWordWrap(True)
        self.nothing_says.setProperty(u"role", u"empty")
        self.nothing_says.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.nothing_body.addWidget(self.nothing_says)


        self.page_body.addWidget(self.nothing)

        self.head_card = Card(RecordPage)
        self.head_card.setObjectName(u"head_card")
        self.head_body = QVBoxLayout(self.head_card)
        self.head_body.setSpacing(4)
        self.head_body.setObjectName(u"head_body")
        self.head_body.setContentsMargins(16, 8, 16, 8)
        self.head_line = QHBoxLayout()
        self.head_line.setSpacing(12)
        self.head_line.setObjectName(u"head_line")
        self.head_line.setContentsMargins(0, 0, 0, 0)
        self.record_number = QLabel(self.head_card)
        self.record_number.setObjectName(u"record_number")
        self.record_number.setProperty(u"role", u"figure")

        self.head_line.addWidget(self.record_number)

        self.record_kind = QLabel(self.head_card)
        self.record_kind.setObjectName(u"record_kind")
        self.record_kind.setProperty(u"role", u"muted")

        self.head_line.addWidget(self.record_kind)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head_line.addItem(self.spacer_1)

        self.record_state = QLabel(self.head_card)
        self.record_state.setObjectName(u"record_state")
        self.record_state.setProperty(u"role", u"ok-box")

        self.head_line.addWidget(self.record_state)


        self.head_body.addLayout(self.head_line)


        self.page_body.addWidget(self.head_card)

        self.journey_card = Card(RecordPage)
        self.journey_card.setObjectName(u"journey_card")
        self.journey_body = QVBoxLayout(self.journey_card)
        self.journey_body.setSpacing(2)
        self.journey_body.setObjectName(u"journey_body")
        self.journey_body.setContentsMargins(16, 8, 16, 4)
        self.journey_heading = QHBoxLayout()
        self.journey_heading.setSpacing(8)
        self.journey_heading.setObjectName(u"journey_heading")
        self.journey_heading.setContentsMargins(0, 0, 0, 0)
        self.journey_title = QLabel(self.journey_card)
        self.journey_title.setObjectName(u"journey_title")
        self.journey_title.setProperty(u"role", u"h2")

        self.journey_heading.addWidget(self.journey_title)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.journey_heading.addItem(self.spacer_5)

        self.journey_holder = QLabel(self.journey_card)
        self.journey_holder.setObjectName(u"journey_holder")
        self.journey_holder.setProperty(u"role", u"muted")

        self.journey_heading.addWidget(self.journey_holder)


        self.journey_body.addLayout(self.journey_heading)

        self.journey = StationLine(self.journey_card)
        self.journey.setObjectName(u"journey")

        self.journey_body.addWidget(self.journey)

        self.journey_station = QLabel(self.journey_card)
        self.journey_station.setObjectName(u"journey_station")
        self.journey_station.setWordWrap(True)
        self.journey_station.setProperty(u"role", u"muted")

        self.journey_body.addWidget(self.journey_station)

        self.journey_doubt = QLabel(self.journey_card)
        self.journey_doubt.setObjectName(u"journey_doubt")
        self.journey_doubt.setWordWrap(True)
        self.journey_doubt.setProperty(u"role", u"warn")

        self.journey_body.addWidget(self.journey_doubt)


        self.page_body.addWidget(self.journey_card)

        self.lines_card = Card(RecordPage)
        self.lines_card.setObjectName(u"lines_card")
        self.lines_body = QVBoxLayout(self.lines_card)
        self.lines_body.setSpacing(4)
        self.lines_body.setObjectName(u"lines_body")
        self.lines_body.setContentsMargins(16, 8, 16, 4)
        self.lines_heading = QHBoxLayout()
        self.lines_heading.setSpacing(8)
        self.lines_heading.setObjectName(u"lines_heading")
        self.lines_heading.setContentsMargins(0, 0, 0, 0)
        self.lines_title = QLabel(self.lines_card)
        self.lines_title.setObjectName(u"lines_title")
        self.lines_title.setProperty(u"role", u"h2")

        self.lines_heading.addWidget(self.lines_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lines_heading.addItem(self.spacer_2)

        self.lines_count = QLabel(self.lines_card)
        self.lines_count.setObjectName(u"lines_count")
        self.lines_count.setProperty(u"role", u"muted")

        self.lines_heading.addWidget(self.lines_count)


        self.lines_body.addLayout(self.lines_heading)

        self.lines = WholeRowsTable(self.lines_card)
        self.lines.setObjectName(u"lines")
        self.lines.setMinimumSize(QSize(0, 60))

        self.lines_body.addWidget(self.lines)


        self.page_body.addWidget(self.lines_card)

        self.papers_card = Card(RecordPage)
        self.papers_card.setObjectName(u"papers_card")
        self.papers_body = QVBoxLayout(self.papers_card)
        self.papers_body.setSpacing(4)
        self.papers_body.setObjectName(u"papers_body")
        self.papers_body.setContentsMargins(16, 8, 16, 4)
        self.papers_heading = QHBoxLayout()
        self.papers_heading.setSpacing(8)
        self.papers_heading.setObjectName(u"papers_heading")
        self.papers_heading.setContentsMargins(0, 0, 0, 0)
        self.papers_title = QLabel(self.papers_card)
        self.papers_title.setObjectName(u"papers_title")
        self.papers_title.setProperty(u"role", u"h2")

        self.papers_heading.addWidget(self.papers_title)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers_heading.addItem(self.spacer_3)

        self.papers_count = QLabel(self.papers_card)
        self.papers_count.setObjectName(u"papers_count")
        self.papers_count.setProperty(u"role", u"muted")

        self.papers_heading.addWidget(self.papers_count)


        self.papers_body.addLayout(self.papers_heading)

        self.papers = WholeRowsTable(self.papers_card)
        self.papers.setObjectName(u"papers")
        self.papers.setMinimumSize(QSize(0, 60))

        self.papers_body.addWidget(self.papers)

        self.why = QLabel(self.papers_card)
        self.why.setObjectName(u"why")
        self.why.setWordWrap(True)
        self.why.setProperty(u"role", u"muted")

        self.papers_body.addWidget(self.why)


        self.page_body.addWidget(self.papers_card)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_body.addItem(self.spacer_4)

        self.page_body.setStretch(1, 1)
        self.page_body.setStretch(4, 3)
        self.page_body.setStretch(5, 2)
#if QT_CONFIG(shortcut)
        self.number_label.setBuddy(self.number)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecordPage)
    # setupUi

    def retranslateUi(self, RecordPage):
        self.number_label.setText(QCoreApplication.translate("RecordPage", u"S\u1ed1", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("RecordPage", u"S\u1ed1 hi\u1ec7u, s\u1ed1 h\u1ed3 s\u01a1 ho\u1eb7c m\u00e3 h\u1ed3 s\u01a1", None))
#endif // QT_CONFIG(accessibility)
        self.number.setPlaceholderText(QCoreApplication.translate("RecordPage", u"Qu\u00e9t ho\u1eb7c g\u00f5 s\u1ed1 hi\u1ec7u, s\u1ed1 h\u1ed3 s\u01a1, m\u00e3 h\u1ed3 s\u01a1 r\u1ed3i Enter", None))
        self.nothing_says.setText(QCoreApplication.translate("RecordPage", u"Qu\u00e9t nh\u00e3n, g\u00f5 s\u1ed1, ho\u1eb7c t\u00ecm theo t\u00ean b\u1eb1ng Ctrl+K.\n"
"B\u01b0u g\u1eedi, t\u00fai, chuy\u1ebfn th\u01b0, h\u1ed3 s\u01a1 hi\u1ec7n \u1edf \u0111\u00e2y v\u1edbi h\u00e0nh tr\u00ecnh v\u00e0 gi\u1ea5y \u0111\u00e3 in.", None))
        self.journey_title.setText(QCoreApplication.translate("RecordPage", u"H\u00e0nh tr\u00ecnh", None))
        self.lines_title.setText(QCoreApplication.translate("RecordPage", u"Gi\u1ea5y t\u1edd trong h\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("RecordPage", u"Gi\u1ea5y t\u1edd trong h\u1ed3 s\u01a1", None))
#endif // QT_CONFIG(accessibility)
        self.papers_title.setText(QCoreApplication.translate("RecordPage", u"Gi\u1ea5y in", None))
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("RecordPage", u"Gi\u1ea5y in", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

