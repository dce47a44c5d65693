# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incidents_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QLabel, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card)

class Ui_IncidentsSide(object):
    def setupUi(self, IncidentsSide):
        if not IncidentsSide.objectName():
            IncidentsSide.setObjectName(u"IncidentsSide")
        IncidentsSide.resize(328, 700)
        self.side_body = QVBoxLayout(IncidentsSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.thing_card = Card(IncidentsSide)
        self.thing_card.setObjectName(u"thing_card")
        self.thing_body = QVBoxLayout(self.thing_card)
        self.thing_body.setSpacing(6)
        self.thing_body.setObjectName(u"thing_body")
        self.thing_body.setContentsMargins(16, 12, 16, 12)
        self.thing_number = QLabel(self.thing_card)
        self.thing_number.setObjectName(u"thing_number")
        self.thing_number.setProperty(u"role", u"number")

        self.thing_body.addWidget(self.thing_number)

        self.thing_code = QLabel(self.thing_card)
        self.thing_code.setObjectName(u"thing_code")
        self.thing_code.setWordWrap(True)

        self.thing_body.addWidget(self.thing_code)

        self.thing_state = QLabel(self.thing_card)
        self.thing_state.setObjectName(u"thing_state")
        self.thing_state.setWordWrap(True)
        self.thing_state.setProperty(u"role", u"ok-box")

        self.thing_body.addWidget(self.thing_state)

        self.thing_facts_place = QWidget(self.thing_card)
        self.thing_facts_place.setObjectName(u"thing_facts_place")
        self.thing_facts = QVBoxLayout(self.thing_facts_place)
        self.thing_facts.setSpacing(0)
        self.thing_facts.setObjectName(u"thing_facts")
        self.thing_facts.setContentsMargins(0, 0, 0, 0)

        self.thing_body.addWidget(self.thing_facts_place)


        self.side_body.addWidget(self.thing_card)

        self.told_card = Card(IncidentsSide)
        self.told_card.setObjectName(u"told_card")
        self.told_body = QVBoxLayout(self.told_card)
        self.told_body.setSpacing(4)
        self.told_body.setObjectName(u"told_body")
        self.told_body.setContentsMargins(16, 12, 16, 12)
        self.told_title = QLabel(self.told_card)
        self.told_title.setObjectName(u"told_title")
        self.told_title.setProperty(u"role", u"h2")

        self.told_body.addWidget(self.told_title)

        self.told_place = QWidget(self.told_card)
        self.told_place.setObjectName(u"told_place")
        self.told_lines = QVBoxLayout(self.told_place)
        self.told_lines.setSpacing(2)
        self.told_lines.setObjectName(u"told_lines")
        self.told_lines.setContentsMargins(0, 0, 0, 0)

        self.told_body.addWidget(self.told_place)


        self.side_body.addWidget(self.told_card)

        self.problem = QLabel(IncidentsSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.tell = ActionButton(IncidentsSide)
        self.tell.setObjectName(u"tell")
        self.tell.setProperty(u"key_text", u"Ctrl+B")

        self.keys_body.addWidget(self.tell)

        self.remedy = ActionButton(IncidentsSide)
        self.remedy.setObjectName(u"remedy")
        self.remedy.setProperty(u"key_text", u"Ctrl+E")

        self.keys_body.addWidget(self.remedy)

        self.close_incident = ActionButton(IncidentsSide)
        self.close_incident.setObjectName(u"close_incident")
        self.close_incident.setProperty(u"key_text", u"F8")

        self.keys_body.addWidget(self.close_incident)

        self.print_record = ActionButton(IncidentsSide)
        self.print_record.setObjectName(u"print_record")
        self.print_record.setProperty(u"key_text", u"Ctrl+P")

        self.keys_body.addWidget(self.print_record)

        self.begin = ActionButton(IncidentsSide)
        self.begin.setObjectName(u"begin")
        self.begin.setProperty(u"key_text", u"Ctrl+N")

        self.keys_body.addWidget(self.begin)


        self.side_body.addLayout(self.keys_body)

        self.side_body.setStretch(3, 1)

        self.retranslateUi(IncidentsSide)
    # setupUi

    def retranslateUi(self, IncidentsSide):
        self.told_title.setText(QCoreApplication.translate("IncidentsSide", u"Ph\u1ea3i b\u00e1o", None))
        self.tell.setText(QCoreApplication.translate("IncidentsSide", u"Ghi \u0111\u00e3 b\u00e1o", None))
        self.remedy.setText(QCoreApplication.translate("IncidentsSide", u"Kh\u1eafc ph\u1ee5c", None))
        self.close_incident.setText(QCoreApplication.translate("IncidentsSide", u"K\u1ebft th\u00fac", None))
        self.print_record.setText(QCoreApplication.translate("IncidentsSide", u"In bi\u00ean b\u1ea3n", None))
        self.begin.setText(QCoreApplication.translate("IncidentsSide", u"L\u1eadp bi\u00ean b\u1ea3n", None))
        pass
    # retranslateUi

