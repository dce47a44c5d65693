# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QStackedWidget, QVBoxLayout,
    QWidget)

from kt1desk.desktop.widgets import (FieldEdit, KeptNote, KeyCap, Rail,
    StatusLine)

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.resize(1366, 768)
        self.central = QWidget(MainWindow)
        self.central.setObjectName(u"central")
        self.central.setProperty(u"kind", u"page")
        self.central_body = QVBoxLayout(self.central)
        self.central_body.setSpacing(0)
        self.central_body.setObjectName(u"central_body")
        self.central_body.setContentsMargins(0, 0, 0, 0)
        self.whole = QStackedWidget(self.central)
        self.whole.setObjectName(u"whole")
        self.gate = QWidget()
        self.gate.setObjectName(u"gate")
        self.gate_body = QVBoxLayout(self.gate)
        self.gate_body.setSpacing(0)
        self.gate_body.setObjectName(u"gate_body")
        self.gate_body.setContentsMargins(0, 0, 0, 0)
        self.whole.addWidget(self.gate)
        self.desk = QWidget()
        self.desk.setObjectName(u"desk")
        self.desk_body = QHBoxLayout(self.desk)
        self.desk_body.setSpacing(0)
        self.desk_body.setObjectName(u"desk_body")
        self.desk_body.setContentsMargins(0, 0, 0, 0)
        self.rail = Rail(self.desk)
        self.rail.setObjectName(u"rail")

        self.desk_body.addWidget(self.rail)

        self.column = QWidget(self.desk)
        self.column.setObjectName(u"column")
        self.column_body = QVBoxLayout(self.column)
        self.column_body.setSpacing(0)
        self.column_body.setObjectName(u"column_body")
        self.column_body.setContentsMargins(16, 12, 16, 12)
        self.banner_room = QWidget(self.column)
        self.banner_room.setObjectName(u"banner_room")
        self.banner_body = QVBoxLayout(self.banner_room)
        self.banner_body.setSpacing(0)
        self.banner_body.setObjectName(u"banner_body")
        self.banner_body.setContentsMargins(0, 0, 0, 12)
        self.banner = QLabel(self.banner_room)
        self.banner.setObjectName(u"banner")
        self.banner.setWordWrap(True)
        self.banner.setProperty(u"role", u"error-box")

        self.banner_body.addWidget(self.banner)


        self.column_body.addWidget(self.banner_room)

        self.header = QWidget(self.column)
        self.header.setObjectName(u"header")
        self.header_grid = QGridLayout(self.header)
        self.header_grid.setObjectName(u"header_grid")
        self.header_grid.setHorizontalSpacing(12)
        self.header_grid.setVerticalSpacing(0)
        self.header_grid.setContentsMargins(0, 0, 0, 0)
        self.page_title = QLabel(self.header)
        self.page_title.setObjectName(u"page_title")
        self.page_title.setProperty(u"role", u"h1")

        self.header_grid.addWidget(self.page_title, 0, 0, 1, 1)

        self.heads = QStackedWidget(self.header)
        self.heads.setObjectName(u"heads")

        self.header_grid.addWidget(self.heads, 0, 1, 1, 1)

        self.trial = QLabel(self.header)
        self.trial.setObjectName(u"trial")
        self.trial.setMinimumSize(QSize(0, 24))
        self.trial.setMaximumSize(QSize(16777215, 24))
        self.trial.setProperty(u"role", u"trial")

        self.header_grid.addWidget(self.trial, 0, 2, 1, 1)

        self.search = FieldEdit(self.header)
        self.search.setObjectName(u"search")
        self.search.setProperty(u"vietnamese_input", False)
        self.search.setProperty(u"max_chars", 120)
        self.search.setMinimumSize(QSize(206, 0))
        self.search.setMaximumSize(QSize(470, 16777215))

        self.header_grid.addWidget(self.search, 0, 3, 1, 1)

        self.search_key = KeyCap(self.header)
        self.search_key.setObjectName(u"search_key")

        self.header_grid.addWidget(self.search_key, 0, 4, 1, 1)

        self.search_note = KeptNote(self.header)
        self.search_note.setObjectName(u"search_note")
        self.search_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop)

        self.header_grid.addWidget(self.search_note, 1, 0, 1, 5)

        self.header_grid.setColumnStretch(1, 1)
        self.header_grid.setColumnStretch(3, 1000)

        self.column_body.addWidget(self.header)

        self.work = QStackedWidget(self.column)
        self.work.setObjectName(u"work")

        self.column_body.addWidget(self.work)

        self.column_body.setStretch(2, 1)

        self.desk_body.addWidget(self.column)

        self.side_column = QWidget(self.desk)
        self.side_column.setObjectName(u"side_column")
        self.side_body = QVBoxLayout(self.side_column)
        self.side_body.setSpacing(0)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 12, 16, 12)
        self.sides = QStackedWidget(self.side_column)
        self.sides.setObjectName(u"sides")
        self.sides.setMinimumSize(QSize(328, 0))
        self.sides.setMaximumSize(QSize(328, 16777215))

        self.side_body.addWidget(self.sides)


        self.desk_body.addWidget(self.side_column)

        self.desk_body.setStretch(1, 1)
        self.whole.addWidget(self.desk)

        self.central_body.addWidget(self.whole)

        self.status = StatusLine(self.central)
        self.status.setObjectName(u"status")

        self.central_body.addWidget(self.status)

        self.central_body.setStretch(0, 1)
        MainWindow.setCentralWidget(self.central)

        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"B\u00e0n KT1", None))
        self.page_title.setText("")
        self.trial.setText(QCoreApplication.translate("MainWindow", u"D\u00d9NG TH\u1eec", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u00d4 qu\u00e9t v\u00e0 t\u00ecm", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("MainWindow", u"Qu\u00e9t, ho\u1eb7c g\u00f5 \u0111\u1ec3 t\u00ecm", None))
        self.search_key.setText(QCoreApplication.translate("MainWindow", u"Ctrl+K", None))
    # retranslateUi

