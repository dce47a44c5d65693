# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispatch_send_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, FieldEdit, NoteLabel)

class Ui_SendSide(object):
    def setupUi(self, SendSide):
        if not SendSide.objectName():
            SendSide.setObjectName(u"SendSide")
        SendSide.resize(328, 700)
        self.side_body = QVBoxLayout(SendSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.sent_card = Card(SendSide)
        self.sent_card.setObjectName(u"sent_card")
        self.sent_body = QVBoxLayout(self.sent_card)
        self.sent_body.setSpacing(4)
        self.sent_body.setObjectName(u"sent_body")
        self.sent_body.setContentsMargins(16, 12, 16, 12)
        self.sent_title = QLabel(self.sent_card)
        self.sent_title.setObjectName(u"sent_title")
        self.sent_title.setProperty(u"role", u"h2")

        self.sent_body.addWidget(self.sent_title)

        self.sent_number = QLabel(self.sent_card)
        self.sent_number.setObjectName(u"sent_number")
        self.sent_number.setProperty(u"role", u"number")

        self.sent_body.addWidget(self.sent_number)

        self.sent_note = QLabel(self.sent_card)
        self.sent_note.setObjectName(u"sent_note")
        self.sent_note.setProperty(u"role", u"muted")
        self.sent_note.setWordWrap(True)

        self.sent_body.addWidget(self.sent_note)


        self.side_body.addWidget(self.sent_card)

        self.trip_card = Card(SendSide)
        self.trip_card.setObjectName(u"trip_card")
        self.trip_body = QVBoxLayout(self.trip_card)
        self.trip_body.setSpacing(2)
        self.trip_body.setObjectName(u"trip_body")
        self.trip_body.setContentsMargins(16, 10, 16, 4)
        self.trip_title = QLabel(self.trip_card)
        self.trip_title.setObjectName(u"trip_title")
        self.trip_title.setProperty(u"role", u"h2")

        self.trip_body.addWidget(self.trip_title)

        self.trip_note = QLabel(self.trip_card)
        self.trip_note.setObjectName(u"trip_note")
        self.trip_note.setProperty(u"role", u"muted")
        self.trip_note.setWordWrap(True)

        self.trip_body.addWidget(self.trip_note)

        self.trip_grid = QGridLayout()
        self.trip_grid.setObjectName(u"trip_grid")
        self.trip_grid.setHorizontalSpacing(8)
        self.trip_grid.setVerticalSpacing(2)
        self.trip_grid.setContentsMargins(0, 0, 0, 0)
        self.to_label = QLabel(self.trip_card)
        self.to_label.setObjectName(u"to_label")
        self.to_label.setMinimumSize(QSize(84, 0))

        self.trip_grid.addWidget(self.to_label, 0, 0, 1, 1)

        self.to = FieldEdit(self.trip_card)
        self.to.setObjectName(u"to")
        self.to.setProperty(u"max_chars", 60)

        self.trip_grid.addWidget(self.to, 0, 1, 1, 1)

        self.to_note = NoteLabel(self.trip_card)
        self.to_note.setObjectName(u"to_note")

        self.trip_grid.addWidget(self.to_note, 1, 0, 1, 2)

        self.route_label = QLabel(self.trip_card)
        self.route_label.setObjectName(u"route_label")
        self.route_label.setMinimumSize(QSize(84, 0))

        self.trip_grid.addWidget(self.route_label, 2, 0, 1, 1)

        self.route = FieldEdit(self.trip_card)
        self.route.setObjectName(u"route")
        self.route.setProperty(u"vietnamese_input", False)
        self.route.setProperty(u"max_chars", 16)

        self.trip_grid.addWidget(self.route, 2, 1, 1, 1)

        self.route_note = NoteLabel(self.trip_card)
        self.route_note.setObjectName(u"route_note")

        self.trip_grid.addWidget(self.route_note, 3, 0, 1, 2)

        self.vehicle_label = QLabel(self.trip_card)
        self.vehicle_label.setObjectName(u"vehicle_label")
        self.vehicle_label.setMinimumSize(QSize(84, 0))

        self.trip_grid.addWidget(self.vehicle_label, 4, 0, 1, 1)

        self.vehicle = FieldEdit(self.trip_card)
        self.vehicle.setObjectName(u"vehicle")
        self.vehicle.setProperty(u"vietnamese_input", False)
        self.vehicle.setProperty(u"max_chars", 40)

        self.trip_grid.addWidget(self.vehicle, 4, 1, 1, 1)

        self.vehicle_note = NoteLabel(self.trip_card)
        self.vehicle_note.setObjectName(u"vehicle_note")

        self.trip_grid.addWidget(self.vehicle_note, 5, 0, 1, 2)

        self.escort_label = QLabel(self.trip_card)
        self.escort_label.setObjectName(u"escort_label")
        self.escort_label.setMinimumSize(QSize(84, 0))

        self.trip_grid.addWidget(self.escort_label, 6, 0, 1, 1)

        self.escort = FieldEdit(self.trip_card)
        self.escort.setObjectName(u"escort")
        self.escort.setProperty(u"max_chars", 80)

        self.trip_grid.addWidget(self.escort, 6, 1, 1, 1)

        self.escort_note = NoteLabel(self.trip_card)
        self.escort_note.setObjectName(u"escort_note")

        self.trip_grid.addWidget(self.escort_note, 7, 0, 1, 2)

        self.driver_label = QLabel(self.trip_card)
        self.driver_label.setObjectName(u"driver_label")
        self.driver_label.setMinimumSize(QSize(84, 0))

        self.trip_grid.addWidget(self.driver_label, 8, 0, 1, 1)

        self.driver = FieldEdit(self.trip_card)
        self.driver.setObjectName(u"driver")
        self.driver.setProperty(u"max_chars", 80)

        self.trip_grid.addWidget(self.driver, 8, 1, 1, 1)

        self.driver_note = NoteLabel(self.trip_card)
        self.driver_note.setObjectName(u"driver_note")

        self.trip_grid.addWidget(self.driver_note, 9, 0, 1, 2)

        self.trip_grid.setColumnStretch(1, 1)

        self.trip_body.addLayout(self.trip_grid)


        self.side_body.addWidget(self.trip_card)

        self.second_card = Card(SendSide)
        self.second_card.setObjectName(u"second_card")
        self.second_body = QVBoxLayout(self.second_card)
        self.second_body.setSpacing(8)
        self.second_body.setObjectName(u"second_body")
        self.second_body.setContentsMargins(16, 10, 16, 4)

        self.side_body.addWidget(self.second_card)

        self.problem = QLabel(SendSide)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error-box")
        self.problem.setWordWrap(True)

        self.side_body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.keys_body = QVBoxLayout()
        self.keys_body.setSpacing(8)
        self.keys_body.setObjectName(u"keys_body")
        self.keys_body.setContentsMargins(0, 0, 0, 0)
        self.send = ActionButton(SendSide)
        self.send.setObjectName(u"send")
        self.send.setProperty(u"kind", u"primary")
        self.send.setProperty(u"key_text", u"F9")

        self.keys_body.addWidget(self.send)

        self.recall = ActionButton(SendSide)
        self.recall.setObjectName(u"recall")
        self.recall.setProperty(u"kind", u"danger")
        self.recall.setProperty(u"key_text", u"Ctrl+U")

        self.keys_body.addWidget(self.recall)


        self.side_body.addLayout(self.keys_body)

#if QT_CONFIG(shortcut)
        self.to_label.setBuddy(self.to)
        self.route_label.setBuddy(self.route)
        self.vehicle_label.setBuddy(self.vehicle)
        self.escort_label.setBuddy(self.escort)
        self.driver_label.setBuddy(self.driver)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SendSide)
    # setupUi

    def retranslateUi(self, SendSide):
        self.sent_title.setText(QCoreApplication.translate("SendSide", u"\u0110ang ch\u1ecdn", None))
        self.trip_title.setText(QCoreApplication.translate("SendSide", u"Chuy\u1ebfn m\u1edbi", None))
        self.to_label.setText(QCoreApplication.translate("SendSide", u"\u0110i\u1ec3m \u0111\u1ebfn", None))
#if QT_CONFIG(accessibility)
        self.to.setAccessibleName(QCoreApplication.translate("SendSide", u"\u0110i\u1ec3m \u0111\u1ebfn c\u1ee7a chuy\u1ebfn", None))
#endif // QT_CONFIG(accessibility)
        self.route_label.setText(QCoreApplication.translate("SendSide", u"\u0110\u01b0\u1eddng th\u01b0", None))
#if QT_CONFIG(accessibility)
        self.route.setAccessibleName(QCoreApplication.translate("SendSide", u"\u0110\u01b0\u1eddng th\u01b0", None))
#endif // QT_CONFIG(accessibility)
        self.vehicle_label.setText(QCoreApplication.translate("SendSide", u"Xe", None))
#if QT_CONFIG(accessibility)
        self.vehicle.setAccessibleName(QCoreApplication.translate("SendSide", u"Xe", None))
#endif // QT_CONFIG(accessibility)
        self.escort_label.setText(QCoreApplication.translate("SendSide", u"\u00c1p t\u1ea3i", None))
#if QT_CONFIG(accessibility)
        self.escort.setAccessibleName(QCoreApplication.translate("SendSide", u"H\u1ecd t\u00ean ng\u01b0\u1eddi \u00e1p t\u1ea3i", None))
#endif // QT_CONFIG(accessibility)
        self.driver_label.setText(QCoreApplication.translate("SendSide", u"L\u00e1i xe", None))
#if QT_CONFIG(accessibility)
        self.driver.setAccessibleName(QCoreApplication.translate("SendSide", u"H\u1ecd t\u00ean l\u00e1i xe", None))
#endif // QT_CONFIG(accessibility)
        self.send.setText(QCoreApplication.translate("SendSide", u"G\u1eedi chuy\u1ebfn, in b\u1ea3n k\u00ea", None))
        self.recall.setText(QCoreApplication.translate("SendSide", u"R\u00fat chuy\u1ebfn \u0111\u00e3 g\u1eedi", None))
        pass
    # retranslateUi

