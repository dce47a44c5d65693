# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'devices.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (ActionButton, Card, IconLabel, KeyCap,
    NoteLabel, SegmentedChoice, WholeRowsTable, WrappedNote)

class Ui_DevicesPage(object):
    def setupUi(self, DevicesPage):
        if not DevicesPage.objectName():
            DevicesPage.setObjectName(u"DevicesPage")
        DevicesPage.resize(1150, 640)
        self.body = QVBoxLayout(DevicesPage)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.views = QStackedWidget(DevicesPage)
        self.views.setObjectName(u"views")
        self.settings = QWidget()
        self.settings.setObjectName(u"settings")
        self.settings_body = QVBoxLayout(self.settings)
        self.settings_body.setSpacing(12)
        self.settings_body.setObjectName(u"settings_body")
        self.settings_body.setContentsMargins(0, 0, 0, 0)
        self.scanner_card = Card(self.settings)
        self.scanner_card.setObjectName(u"scanner_card")
        self.scanner_body = QVBoxLayout(self.scanner_card)
        self.scanner_body.setSpacing(8)
        self.scanner_body.setObjectName(u"scanner_body")
        self.scanner_body.setContentsMargins(16, 12, 16, 12)
        self.scanner_heading = QHBoxLayout()
        self.scanner_heading.setSpacing(8)
        self.scanner_heading.setObjectName(u"scanner_heading")
        self.scanner_heading.setContentsMargins(0, 0, 0, 0)
        self.scanner_icon = IconLabel(self.scanner_card)
        self.scanner_icon.setObjectName(u"scanner_icon")
        self.scanner_icon.setProperty(u"icon_name", u"scan")
        self.scanner_icon.setProperty(u"ink", u"accent")

        self.scanner_heading.addWidget(self.scanner_icon)

        self.scanner_title = QLabel(self.scanner_card)
        self.scanner_title.setObjectName(u"scanner_title")
        self.scanner_title.setProperty(u"role", u"h2")

        self.scanner_heading.addWidget(self.scanner_title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.scanner_heading.addItem(self.spacer_1)


        self.scanner_body.addLayout(self.scanner_heading)

        self.scanner_fields = QGridLayout()
        self.scanner_fields.setObjectName(u"scanner_fields")
        self.scanner_fields.setHorizontalSpacing(12)
        self.scanner_fields.setVerticalSpacing(2)
        self.scanner_fields.setContentsMargins(0, 0, 0, 0)
        self.wedge_label = QLabel(self.scanner_card)
        self.wedge_label.setObjectName(u"wedge_label")

        self.scanner_fields.addWidget(self.wedge_label, 0, 0, 1, 1)

        self.wedge = SegmentedChoice(self.scanner_card)
        self.wedge.setObjectName(u"wedge")

        self.scanner_fields.addWidget(self.wedge, 0, 1, 1, 1)

        self.wedge_note = NoteLabel(self.scanner_card)
        self.wedge_note.setObjectName(u"wedge_note")

        self.scanner_fields.addWidget(self.wedge_note, 1, 1, 1, 1)

        self.scanner_port_label = QLabel(self.scanner_card)
        self.scanner_port_label.setObjectName(u"scanner_port_label")

        self.scanner_fields.addWidget(self.scanner_port_label, 2, 0, 1, 1)

        self.scanner_port = SegmentedChoice(self.scanner_card)
        self.scanner_port.setObjectName(u"scanner_port")

        self.scanner_fields.addWidget(self.scanner_port, 2, 1, 1, 1)

        self.scanner_port_note = NoteLabel(self.scanner_card)
        self.scanner_port_note.setObjectName(u"scanner_port_note")

        self.scanner_fields.addWidget(self.scanner_port_note, 3, 1, 1, 1)

        self.scanner_fields.setColumnStretch(1, 1)
        self.scanner_fields.setColumnMinimumWidth(0, 108)

        self.scanner_body.addLayout(self.scanner_fields)

        self.measure_line = QHBoxLayout()
        self.measure_line.setSpacing(12)
        self.measure_line.setObjectName(u"measure_line")
        self.measure_line.setContentsMargins(0, 0, 0, 0)
        self.measure = ActionButton(self.scanner_card)
        self.measure.setObjectName(u"measure")
        self.measure.setProperty(u"key_text", u"F8")

        self.measure_line.addWidget(self.measure)

        self.see_arrivals = ActionButton(self.scanner_card)
        self.see_arrivals.setObjectName(u"see_arrivals")
        self.see_arrivals.setProperty(u"key_text", u"Ctrl+L")

        self.measure_line.addWidget(self.see_arrivals)

        self.measured = QLabel(self.scanner_card)
        self.measured.setObjectName(u"measured")
        self.measured.setWordWrap(True)
        self.measured.setProperty(u"role", u"muted")

        self.measure_line.addWidget(self.measured)

        self.measure_line.setStretch(2, 1)

        self.scanner_body.addLayout(self.measure_line)


        self.settings_body.addWidget(self.scanner_card)

        self.scale_card = Card(self.settings)
        self.scale_card.setObjectName(u"scale_card")
        self.scale_body = QVBoxLayout(self.scale_card)
        self.scale_body.setSpacing(8)
        self.scale_body.setObjectName(u"scale_body")
        self.scale_body.setContentsMargins(16, 12, 16, 12)
        self.scale_heading = QHBoxLayout()
        self.scale_heading.setSpacing(8)
        self.scale_heading.setObjectName(u"scale_heading")
        self.scale_heading.setContentsMargins(0, 0, 0, 0)
        self.scale_icon = IconLabel(self.scale_card)
        self.scale_icon.setObjectName(u"scale_icon")
        self.scale_icon.setProperty(u"icon_name", u"scale")
        self.scale_icon.setProperty(u"ink", u"accent")

        self.scale_heading.addWidget(self.scale_icon)

        self.scale_title = QLabel(self.scale_card)
        self.scale_title.setObjectName(u"scale_title")
        self.scale_title.setProperty(u"role", u"h2")

        self.scale_heading.addWidget(self.scale_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.scale_heading.addItem(self.spacer_2)

        self.weight = QLabel(self.scale_card)
        self.weight.setObjectName(u"weight")
        self.weight.setProperty(u"role", u"figure")

        self.scale_heading.addWidget(self.weight)


        self.scale_body.addLayout(self.scale_heading)

        self.scale_fields = QGridLayout()
        self.scale_fields.setObjectName(u"scale_fields")
        self.scale_fields.setHorizontalSpacing(12)
        self.scale_fields.setVerticalSpacing(2)
        self.scale_fields.setContentsMargins(0, 0, 0, 0)
        self.scale_port_label = QLabel(self.scale_card)
        self.scale_port_label.setObjectName(u"scale_port_label")

        self.scale_fields.addWidget(self.scale_port_label, 0, 0, 1, 1)

        self.scale_port = SegmentedChoice(self.scale_card)
        self.scale_port.setObjectName(u"scale_port")

        self.scale_fields.addWidget(self.scale_port, 0, 1, 1, 1)

        self.scale_port_note = NoteLabel(self.scale_card)
        self.scale_port_note.setObjectName(u"scale_port_note")

        self.scale_fields.addWidget(self.scale_port_note, 1, 1, 1, 1)

        self.scale_protocol_label = QLabel(self.scale_card)
        self.scale_protocol_label.setObjectName(u"scale_protocol_label")

        self.scale_fields.addWidget(self.scale_protocol_label, 2, 0, 1, 1)

        self.scale_protocol = SegmentedChoice(self.scale_card)
        self.scale_protocol.setObjectName(u"scale_protocol")

        self.scale_fields.addWidget(self.scale_protocol, 2, 1, 1, 1)

        self.scale_protocol_note = NoteLabel(self.scale_card)
        self.scale_protocol_note.setObjectName(u"scale_protocol_note")

        self.scale_fields.addWidget(self.scale_protocol_note, 3, 1, 1, 1)

        self.scale_fields.setColumnStretch(1, 1)
        self.scale_fields.setColumnMinimumWidth(0, 108)

        self.scale_body.addLayout(self.scale_fields)

        self.weight_words = QLabel(self.scale_card)
        self.weight_words.setObjectName(u"weight_words")
        self.weight_words.setProperty(u"role", u"muted")

        self.scale_body.addWidget(self.weight_words)


        self.settings_body.addWidget(self.scale_card)

        self.sound_card = Card(self.settings)
        self.sound_card.setObjectName(u"sound_card")
        self.sound_body = QHBoxLayout(self.sound_card)
        self.sound_body.setSpacing(12)
        self.sound_body.setObjectName(u"sound_body")
        self.sound_body.setContentsMargins(16, 12, 16, 12)
        self.sounds_label = QLabel(self.sound_card)
        self.sounds_label.setObjectName(u"sounds_label")
        self.sounds_label.setMinimumSize(QSize(108, 0))

        self.sound_body.addWidget(self.sounds_label)

        self.sounds = SegmentedChoice(self.sound_card)
        self.sounds.setObjectName(u"sounds")
        self.sounds.setMinimumSize(QSize(240, 0))

        self.sound_body.addWidget(self.sounds)

        self.try_sounds = ActionButton(self.sound_card)
        self.try_sounds.setObjectName(u"try_sounds")
        self.try_sounds.setProperty(u"key_text", u"Ctrl+B")

        self.sound_body.addWidget(self.try_sounds)

        self.sounds_note = NoteLabel(self.sound_card)
        self.sounds_note.setObjectName(u"sounds_note")

        self.sound_body.addWidget(self.sounds_note)

        self.sound_body.setStretch(3, 1)

        self.settings_body.addWidget(self.sound_card)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.settings_body.addItem(self.spacer_3)

        self.views.addWidget(self.settings)
        self.arriving = QWidget()
        self.arriving.setObjectName(u"arriving")
        self.arriving_body = QVBoxLayout(self.arriving)
        self.arriving_body.setSpacing(12)
        self.arriving_body.setObjectName(u"arriving_body")
        self.arriving_body.setContentsMargins(0, 0, 0, 0)
        self.arrivals_card = Card(self.arriving)
        self.arrivals_card.setObjectName(u"arrivals_card")
        self.arrivals_body = QVBoxLayout(self.arrivals_card)
        self.arrivals_body.setSpacing(8)
        self.arrivals_body.setObjectName(u"arrivals_body")
        self.arrivals_body.setContentsMargins(16, 12, 16, 12)
        self.arrivals_title = QLabel(self.arrivals_card)
        self.arrivals_title.setObjectName(u"arrivals_title")
        self.arrivals_title.setProperty(u"role", u"h2")

        self.arrivals_body.addWidget(self.arrivals_title)

        self.arrivals_how = WrappedNote(self.arrivals_card)
        self.arrivals_how.setObjectName(u"arrivals_how")

        self.arrivals_body.addWidget(self.arrivals_how)

        self.arrivals = WholeRowsTable(self.arrivals_card)
        self.arrivals.setObjectName(u"arrivals")

        self.arrivals_body.addWidget(self.arrivals)

        self.advice = WrappedNote(self.arrivals_card)
        self.advice.setObjectName(u"advice")

        self.arrivals_body.addWidget(self.advice)


        self.arriving_body.addWidget(self.arrivals_card)

        self.views.addWidget(self.arriving)

        self.body.addWidget(self.views)

        self.problem = QLabel(DevicesPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.body.addWidget(self.problem)

        self.saved = QLabel(DevicesPage)
        self.saved.setObjectName(u"saved")
        self.saved.setWordWrap(True)
        self.saved.setProperty(u"role", u"ok-box")

        self.body.addWidget(self.saved)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.save = ActionButton(DevicesPage)
        self.save.setObjectName(u"save")
        self.save.setMinimumSize(QSize(240, 0))
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.save)

        self.refresh = ActionButton(DevicesPage)
        self.refresh.setObjectName(u"refresh")
        self.refresh.setMinimumSize(QSize(160, 0))
        self.refresh.setProperty(u"key_text", u"Ctrl+R")

        self.actions.addWidget(self.refresh)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_4)

        self.printers_hint = QHBoxLayout()
        self.printers_hint.setSpacing(6)
        self.printers_hint.setObjectName(u"printers_hint")
        self.printers_hint.setContentsMargins(0, 0, 0, 0)
        self.printers_hint_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.printers_hint.addItem(self.printers_hint_spacer)

        self.printers_hint_key_1 = KeyCap(DevicesPage)
        self.printers_hint_key_1.setObjectName(u"printers_hint_key_1")

        self.printers_hint.addWidget(self.printers_hint_key_1)

        self.printers_hint_says_1 = QLabel(DevicesPage)
        self.printers_hint_says_1.setObjectName(u"printers_hint_says_1")
        self.printers_hint_says_1.setProperty(u"role", u"muted")

        self.printers_hint.addWidget(self.printers_hint_says_1)


        self.actions.addLayout(self.printers_hint)


        self.body.addLayout(self.actions)

#if QT_CONFIG(shortcut)
        self.wedge_label.setBuddy(self.wedge)
        self.scanner_port_label.setBuddy(self.scanner_port)
        self.scale_port_label.setBuddy(self.scale_port)
        self.scale_protocol_label.setBuddy(self.scale_protocol)
        self.sounds_label.setBuddy(self.sounds)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DevicesPage)

        self.views.setCurrentIndex(0)

    # setupUi

    def retranslateUi(self, DevicesPage):
        self.scanner_title.setText(QCoreApplication.translate("DevicesPage", u"M\u00e1y qu\u00e9t", None))
        self.wedge_label.setText(QCoreApplication.translate("DevicesPage", u"Ki\u1ec3u b\u00e0n ph\u00edm", None))
#if QT_CONFIG(accessibility)
        self.wedge.setAccessibleName(QCoreApplication.translate("DevicesPage", u"M\u00e1y qu\u00e9t ki\u1ec3u b\u00e0n ph\u00edm", None))
#endif // QT_CONFIG(accessibility)
        self.scanner_port_label.setText(QCoreApplication.translate("DevicesPage", u"C\u1ed5ng n\u1ed1i ti\u1ebfp", None))
#if QT_CONFIG(accessibility)
        self.scanner_port.setAccessibleName(QCoreApplication.translate("DevicesPage", u"C\u1ed5ng c\u1ee7a m\u00e1y qu\u00e9t", None))
#endif // QT_CONFIG(accessibility)
        self.measure.setText(QCoreApplication.translate("DevicesPage", u"\u0110o m\u00e1y qu\u00e9t", None))
        self.see_arrivals.setText(QCoreApplication.translate("DevicesPage", u"Xem m\u00e3 v\u1eeba \u0111\u1ebfn", None))
        self.measured.setText("")
        self.scale_title.setText(QCoreApplication.translate("DevicesPage", u"C\u00e2n", None))
        self.weight.setText("")
        self.scale_port_label.setText(QCoreApplication.translate("DevicesPage", u"C\u1ed5ng n\u1ed1i ti\u1ebfp", None))
#if QT_CONFIG(accessibility)
        self.scale_port.setAccessibleName(QCoreApplication.translate("DevicesPage", u"C\u1ed5ng c\u1ee7a c\u00e2n", None))
#endif // QT_CONFIG(accessibility)
        self.scale_protocol_label.setText(QCoreApplication.translate("DevicesPage", u"Lo\u1ea1i c\u00e2n", None))
#if QT_CONFIG(accessibility)
        self.scale_protocol.setAccessibleName(QCoreApplication.translate("DevicesPage", u"Lo\u1ea1i c\u00e2n", None))
#endif // QT_CONFIG(accessibility)
        self.weight_words.setText("")
        self.sounds_label.setText(QCoreApplication.translate("DevicesPage", u"\u00c2m b\u00e1o qu\u00e9t", None))
#if QT_CONFIG(accessibility)
        self.sounds.setAccessibleName(QCoreApplication.translate("DevicesPage", u"\u00c2m b\u00e1o khi qu\u00e9t", None))
#endif // QT_CONFIG(accessibility)
        self.try_sounds.setText(QCoreApplication.translate("DevicesPage", u"Nghe th\u1eed", None))
        self.arrivals_title.setText(QCoreApplication.translate("DevicesPage", u"M\u00e3 v\u1eeba \u0111\u1ebfn", None))
#if QT_CONFIG(accessibility)
        self.arrivals.setAccessibleName(QCoreApplication.translate("DevicesPage", u"M\u00e3 v\u1eeba \u0111\u1ebfn, m\u1edbi nh\u1ea5t tr\u00ean c\u00f9ng", None))
#endif // QT_CONFIG(accessibility)
        self.problem.setText("")
        self.saved.setText("")
        self.save.setText(QCoreApplication.translate("DevicesPage", u"L\u01b0u v\u00e0 d\u00f9ng", None))
        self.refresh.setText(QCoreApplication.translate("DevicesPage", u"T\u00ecm l\u1ea1i c\u1ed5ng", None))
        self.printers_hint_key_1.setText(QCoreApplication.translate("DevicesPage", u"F10", None))
        self.printers_hint_says_1.setText(QCoreApplication.translate("DevicesPage", u"m\u00e1y in nh\u00e3n v\u00e0 m\u00e1y in phi\u1ebfu g\u1eedi", None))
        pass
    # retranslateUi

