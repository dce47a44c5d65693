# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch_pack.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, FieldEdit, KeyCap, NoteLabel,
    WholeRowsTable)

class Ui_PackWork(object):
    def setupUi(self, PackWork):
        if not PackWork.objectName():
            PackWork.setObjectName(u"PackWork")
        PackWork.resize(838, 612)
        self.work_body = QVBoxLayout(PackWork)
        self.work_body.setSpacing(12)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.to_card = Card(PackWork)
        self.to_card.setObjectName(u"to_card")
        self.to_grid = QGridLayout(self.to_card)
        self.to_grid.setObjectName(u"to_grid")
        self.to_grid.setHorizontalSpacing(8)
        self.to_grid.setVerticalSpacing(2)
        self.to_grid.setContentsMargins(16, 8, 16, 0)
        self.to_label = QLabel(self.to_card)
        self.to_label.setObjectName(u"to_label")
        self.to_label.setMinimumSize(QSize(102, 0))

        self.to_grid.addWidget(self.to_label, 0, 0, 1, 1)

        self.to = FieldEdit(self.to_card)
        self.to.setObjectName(u"to")
        self.to.setProperty(u"max_chars", 60)

        self.to_grid.addWidget(self.to, 0, 1, 1, 1)

        self.to_note = NoteLabel(self.to_card)
        self.to_note.setObjectName(u"to_note")

        self.to_grid.addWidget(self.to_note, 1, 1, 1, 1)

        self.to_grid.setColumnStretch(1, 1)

        self.work_body.addWidget(self.to_card)

        self.list_card = Card(PackWork)
        self.list_card.setObjectName(u"list_card")
        self.list_body = QVBoxLayout(self.list_card)
        self.list_body.setSpacing(4)
        self.list_body.setObjectName(u"list_body")
        self.list_body.setContentsMargins(16, 8, 16, 8)
        self.list_heading = QHBoxLayout()
        self.list_heading.setSpacing(8)
        self.list_heading.setObjectName(u"list_heading")
        self.list_heading.setContentsMargins(0, 0, 0, 0)
        self.list_title = QLabel(self.list_card)
        self.list_title.setObjectName(u"list_title")
        self.list_title.setProperty(u"role", u"h2")

        self.list_heading.addWidget(self.list_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_heading.addItem(self.spacer_1)

        self.list_count = QLabel(self.list_card)
        self.list_count.setObjectName(u"list_count")
        self.list_count.setProperty(u"role", u"muted")

        self.list_heading.addWidget(self.list_count)


        self.list_body.addLayout(self.list_heading)

        self.items = WholeRowsTable(self.list_card)
        self.items.setObjectName(u"items")

        self.list_body.addWidget(self.items)

        self.list_foot = QHBoxLayout()
        self.list_foot.setSpacing(8)
        self.list_foot.setObjectName(u"list_foot")
        self.list_foot.setContentsMargins(0, 0, 0, 0)
        self.list_key_1 = KeyCap(self.list_card)
        self.list_key_1.setObjectName(u"list_key_1")

        self.list_foot.addWidget(self.list_key_1)

        self.list_says_1 = QLabel(self.list_card)
        self.list_says_1.setObjectName(u"list_says_1")
        self.list_says_1.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_1)

        self.list_key_2 = KeyCap(self.list_card)
        self.list_key_2.setObjectName(u"list_key_2")

        self.list_foot.addWidget(self.list_key_2)

        self.list_says_2 = QLabel(self.list_card)
        self.list_says_2.setObjectName(u"list_says_2")
        self.list_says_2.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_2)

        self.list_key_3 = KeyCap(self.list_card)
        self.list_key_3.setObjectName(u"list_key_3")

        self.list_foot.addWidget(self.list_key_3)

        self.list_says_3 = QLabel(self.list_card)
        self.list_says_3.setObjectName(u"list_says_3")
        self.list_says_3.setProperty(u"role", u"muted")

        self.list_foot.addWidget(self.list_says_3)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.spacer_2)


        self.list_body.addLayout(self.list_foot)

        self.list_body.setStretch(1, 1)

        self.work_body.addWidget(self.list_card)

        self.work_body.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.to_label.setBuddy(self.to)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PackWork)
    # setupUi

    def retranslateUi(self, PackWork):
        self.to_label.setText(QCoreApplication.translate("PackWork", u"\u0110i\u1ec3m \u0111\u1ebfn", None))
#if QT_CONFIG(accessibility)
        self.to.setAccessibleName(QCoreApplication.translate("PackWork", u"\u0110i\u1ec3m \u0111\u1ebfn c\u1ee7a t\u00fai", None))
#endif // QT_CONFIG(accessibility)
        self.to.setPlaceholderText(QCoreApplication.translate("PackWork", u"G\u00f5 m\u00e3 ho\u1eb7c t\u00ean \u0111i\u1ec3m r\u1ed3i Enter", None))
        self.list_title.setText(QCoreApplication.translate("PackWork", u"C\u00f3 th\u1ec3 \u0111\u00f3ng t\u00fai", None))
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("PackWork", u"B\u01b0u g\u1eedi c\u00f3 th\u1ec3 \u0111\u00f3ng t\u00fai", None))
#endif // QT_CONFIG(accessibility)
        self.list_key_1.setText(QCoreApplication.translate("PackWork", u"D\u1ea5u c\u00e1ch", None))
        self.list_says_1.setText(QCoreApplication.translate("PackWork", u"cho v\u00e0o t\u00fai, l\u1ea5y ra", None))
        self.list_key_2.setText(QCoreApplication.translate("PackWork", u"Ctrl+A", None))
        self.list_says_2.setText(QCoreApplication.translate("PackWork", u"cho h\u1ebft v\u00e0o t\u00fai", None))
        self.list_key_3.setText(QCoreApplication.translate("PackWork", u"Enter", None))
        self.list_says_3.setText(QCoreApplication.translate("PackWork", u"t\u1edbi s\u1ed1 t\u00fai", None))
        pass
    # retranslateUi

