# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'backups.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (Card, KeyCap, WholeRowsTable)

class Ui_BackupsPage(object):
    def setupUi(self, BackupsPage):
        if not BackupsPage.objectName():
            BackupsPage.setObjectName(u"BackupsPage")
        BackupsPage.resize(838, 612)
        self.work_body = QVBoxLayout(BackupsPage)
        self.work_body.setSpacing(12)
        self.work_body.setObjectName(u"work_body")
        self.work_body.setContentsMargins(0, 0, 0, 0)
        self.problem = QLabel(BackupsPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"warn-box")

        self.work_body.addWidget(self.problem)

        self.places_card = Card(BackupsPage)
        self.places_card.setObjectName(u"places_card")
        self.places_body = QVBoxLayout(self.places_card)
        self.places_body.setSpacing(4)
        self.places_body.setObjectName(u"places_body")
        self.places_body.setContentsMargins(16, 8, 16, 4)
        self.places_heading = QHBoxLayout()
        self.places_heading.setSpacing(8)
        self.places_heading.setObjectName(u"places_heading")
        self.places_heading.setContentsMargins(0, 0, 0, 0)
        self.places_title = QLabel(self.places_card)
        self.places_title.setObjectName(u"places_title")
        self.places_title.setProperty(u"role", u"h2")

        self.places_heading.addWidget(self.places_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.places_heading.addItem(self.spacer_1)

        self.key_1 = KeyCap(self.places_card)
        self.key_1.setObjectName(u"key_1")

        self.places_heading.addWidget(self.key_1)

        self.says_1 = QLabel(self.places_card)
        self.says_1.setObjectName(u"says_1")
        self.says_1.setProperty(u"role", u"muted")

        self.places_heading.addWidget(self.says_1)

        self.key_2 = KeyCap(self.places_card)
        self.key_2.setObjectName(u"key_2")

        self.places_heading.addWidget(self.key_2)

        self.says_2 = QLabel(self.places_card)
        self.says_2.setObjectName(u"says_2")
        self.says_2.setProperty(u"role", u"muted")

        self.places_heading.addWidget(self.says_2)


        self.places_body.addLayout(self.places_heading)

        self.places = WholeRowsTable(self.places_card)
        self.places.setObjectName(u"places")

        self.places_body.addWidget(self.places)


        self.work_body.addWidget(self.places_card)

        self.copies_card = Card(BackupsPage)
        self.copies_card.setObjectName(u"copies_card")
        self.copies_body = QVBoxLayout(self.copies_card)
        self.copies_body.setSpacing(4)
        self.copies_body.setObjectName(u"copies_body")
        self.copies_body.setContentsMargins(16, 8, 16, 4)
        self.copies_heading = QHBoxLayout()
        self.copies_heading.setSpacing(8)
        self.copies_heading.setObjectName(u"copies_heading")
        self.copies_heading.setContentsMargins(0, 0, 0, 0)
        self.copies_title = QLabel(self.copies_card)
        self.copies_title.setObjectName(u"copies_title")
        self.copies_title.setProperty(u"role", u"h2")

        self.copies_heading.addWidget(self.copies_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.copies_heading.addItem(self.spacer_2)

        self.copies_count = QLabel(self.copies_card)
        self.copies_count.setObjectName(u"copies_count")
        self.copies_count.setProperty(u"role", u"muted")

        self.copies_heading.addWidget(self.copies_count)


        self.copies_body.addLayout(self.copies_heading)

        self.copies = WholeRowsTable(self.copies_card)
        self.copies.setObjectName(u"copies")

        self.copies_body.addWidget(self.copies)

        self.copies_body.setStretch(1, 1)

        self.work_body.addWidget(self.copies_card)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.work_body.addItem(self.spacer_3)

        self.work_body.setStretch(2, 1)

        self.retranslateUi(BackupsPage)
    # setupUi

    def retranslateUi(self, BackupsPage):
        self.places_title.setText(QCoreApplication.translate("BackupsPage", u"N\u01a1i sao l\u01b0u", None))
        self.key_1.setText(QCoreApplication.translate("BackupsPage", u"Ctrl+L", None))
        self.says_1.setText(QCoreApplication.translate("BackupsPage", u"t\u1edbi c\u00e1c b\u1ea3n sao l\u01b0u", None))
        self.key_2.setText(QCoreApplication.translate("BackupsPage", u"Ctrl+R", None))
        self.says_2.setText(QCoreApplication.translate("BackupsPage", u"\u0111\u1ecdc l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.places.setAccessibleName(QCoreApplication.translate("BackupsPage", u"N\u01a1i sao l\u01b0u", None))
#endif // QT_CONFIG(accessibility)
        self.copies_title.setText(QCoreApplication.translate("BackupsPage", u"B\u1ea3n sao l\u01b0u", None))
#if QT_CONFIG(accessibility)
        self.copies.setAccessibleName(QCoreApplication.translate("BackupsPage", u"B\u1ea3n sao l\u01b0u \u1edf n\u01a1i \u0111ang ch\u1ecdn", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

