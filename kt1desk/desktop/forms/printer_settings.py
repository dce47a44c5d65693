# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_settings.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from kt1desk.desktop.widgets import (ActionButton, FieldEdit, IconLabel, NoteLabel,
    SegmentedChoice, WholeRowsTable)

class Ui_PrinterSettingsForm(object):
    def setupUi(self, PrinterSettingsForm):
        if not PrinterSettingsForm.objectName():
            PrinterSettingsForm.setObjectName(u"PrinterSettingsForm")
        PrinterSettingsForm.resize(828, 520)
        self.settings_body = QVBoxLayout(PrinterSettingsForm)
        self.settings_body.setSpacing(8)
        self.settings_body.setObjectName(u"settings_body")
        self.settings_body.setContentsMargins(0, 0, 0, 0)
        self.said = QLabel(PrinterSettingsForm)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)
        self.said.setProperty(u"role", u"ok-box")

        self.settings_body.addWidget(self.said)

        self.unsaid = QLabel(PrinterSettingsForm)
        self.unsaid.setObjectName(u"unsaid")
        self.unsaid.setWordWrap(True)
        self.unsaid.setProperty(u"role", u"muted")

        self.settings_body.addWidget(self.unsaid)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.language_label = QLabel(PrinterSettingsForm)
        self.language_label.setObjectName(u"language_label")

        self.fields.addWidget(self.language_label, 0, 0, 1, 1)

        self.language = SegmentedChoice(PrinterSettingsForm)
        self.language.setObjectName(u"language")

        self.fields.addWidget(self.language, 0, 1, 1, 1)

        self.language_note = NoteLabel(PrinterSettingsForm)
        self.language_note.setObjectName(u"language_note")

        self.fields.addWidget(self.language_note, 1, 1, 1, 1)

        self.stock_label = QLabel(PrinterSettingsForm)
        self.stock_label.setObjectName(u"stock_label")

        self.fields.addWidget(self.stock_label, 2, 0, 1, 1)

        self.stock = SegmentedChoice(PrinterSettingsForm)
        self.stock.setObjectName(u"stock")

        self.fields.addWidget(self.stock, 2, 1, 1, 1)

        self.stock_note = NoteLabel(PrinterSettingsForm)
        self.stock_note.setObjectName(u"stock_note")

        self.fields.addWidget(self.stock_note, 3, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.settings_body.addLayout(self.fields)

        self.more = QWidget(PrinterSettingsForm)
        self.more.setObjectName(u"more")
        self.more_body = QVBoxLayout(self.more)
        self.more_body.setSpacing(2)
        self.more_body.setObjectName(u"more_body")
        self.more_body.setContentsMargins(0, 0, 0, 0)
        self.more_fields = QGridLayout()
        self.more_fields.setObjectName(u"more_fields")
        self.more_fields.setHorizontalSpacing(12)
        self.more_fields.setVerticalSpacing(2)
        self.more_fields.setContentsMargins(0, 0, 0, 0)
        self.coding_label = QLabel(self.more)
        self.coding_label.setObjectName(u"coding_label")

        self.more_fields.addWidget(self.coding_label, 0, 0, 1, 1)

        self.coding = SegmentedChoice(self.more)
        self.coding.setObjectName(u"coding")

        self.more_fields.addWidget(self.coding, 0, 1, 1, 1)

        self.coding_note = NoteLabel(self.more)
        self.coding_note.setObjectName(u"coding_note")

        self.more_fields.addWidget(self.coding_note, 1, 1, 1, 1)

        self.dpi_label = QLabel(self.more)
        self.dpi_label.setObjectName(u"dpi_label")

        self.more_fields.addWidget(self.dpi_label, 2, 0, 1, 1)

        self.heat = QHBoxLayout()
        self.heat.setSpacing(8)
        self.heat.setObjectName(u"heat")
        self.heat.setContentsMargins(0, 0, 0, 0)
        self.dpi = SegmentedChoice(self.more)
        self.dpi.setObjectName(u"dpi")

        self.heat.addWidget(self.dpi)

        self.density_label = QLabel(self.more)
        self.density_label.setObjectName(u"density_label")

        self.heat.addWidget(self.density_label)

        self.density = FieldEdit(self.more)
        self.density.setObjectName(u"density")
        self.density.setMaximumSize(QSize(72, 16777215))
        self.density.setProperty(u"vietnamese_input", False)
        self.density.setProperty(u"max_chars", 3)

        self.heat.addWidget(self.density)

        self.speed_label = QLabel(self.more)
        self.speed_label.setObjectName(u"speed_label")

        self.heat.addWidget(self.speed_label)

        self.speed = FieldEdit(self.more)
        self.speed.setObjectName(u"speed")
        self.speed.setMaximumSize(QSize(72, 16777215))
        self.speed.setProperty(u"vietnamese_input", False)
        self.speed.setProperty(u"max_chars", 3)

        self.heat.addWidget(self.speed)


        self.more_fields.addLayout(self.heat, 2, 1, 1, 1)

        self.heat_note = NoteLabel(self.more)
        self.heat_note.setObjectName(u"heat_note")

        self.more_fields.addWidget(self.heat_note, 3, 1, 1, 1)

        self.baud_label = QLabel(self.more)
        self.baud_label.setObjectName(u"baud_label")

        self.more_fields.addWidget(self.baud_label, 4, 0, 1, 1)

        self.baud = SegmentedChoice(self.more)
        self.baud.setObjectName(u"baud")

        self.more_fields.addWidget(self.baud, 4, 1, 1, 1)

        self.flow_label = QLabel(self.more)
        self.flow_label.setObjectName(u"flow_label")

        self.more_fields.addWidget(self.flow_label, 5, 0, 1, 1)

        self.flow = SegmentedChoice(self.more)
        self.flow.setObjectName(u"flow")

        self.more_fields.addWidget(self.flow, 5, 1, 1, 1)

        self.more_fields.setColumnStretch(1, 1)
        self.more_fields.setColumnMinimumWidth(0, 108)

        self.more_body.addLayout(self.more_fields)


        self.settings_body.addWidget(self.more)

        self.facts = WholeRowsTable(PrinterSettingsForm)
        self.facts.setObjectName(u"facts")
        self.facts.setMinimumSize(QSize(0, 84))
        self.facts.setMaximumSize(QSize(16777215, 196))

        self.settings_body.addWidget(self.facts)

        self.pace_line = QHBoxLayout()
        self.pace_line.setSpacing(8)
        self.pace_line.setObjectName(u"pace_line")
        self.pace_line.setContentsMargins(0, 0, 0, 0)
        self.pace_icon = IconLabel(PrinterSettingsForm)
        self.pace_icon.setObjectName(u"pace_icon")

        self.pace_line.addWidget(self.pace_icon)

        self.pace = QLabel(PrinterSettingsForm)
        self.pace.setObjectName(u"pace")
        self.pace.setWordWrap(True)
        self.pace.setProperty(u"role", u"muted")

        self.pace_line.addWidget(self.pace)


        self.settings_body.addLayout(self.pace_line)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.save = ActionButton(PrinterSettingsForm)
        self.save.setObjectName(u"save")
        self.save.setMinimumSize(QSize(140, 0))
        self.save.setProperty(u"key_text", u"F9")
        self.save.setProperty(u"kind", u"primary")

        self.actions.addWidget(self.save)

        self.test = ActionButton(PrinterSettingsForm)
        self.test.setObjectName(u"test")
        self.test.setMinimumSize(QSize(140, 0))
        self.test.setProperty(u"key_text", u"Ctrl+P")

        self.actions.addWidget(self.test)

        self.open_more = ActionButton(PrinterSettingsForm)
        self.open_more.setObjectName(u"open_more")
        self.open_more.setMinimumSize(QSize(140, 0))
        self.open_more.setProperty(u"key_text", u"Ctrl+M")

        self.actions.addWidget(self.open_more)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)


        self.settings_body.addLayout(self.actions)

        self.outcome = QLabel(PrinterSettingsForm)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setWordWrap(True)
        self.outcome.setProperty(u"role", u"ok-box")

        self.settings_body.addWidget(self.outcome)

        self.problem = QLabel(PrinterSettingsForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.settings_body.addWidget(self.problem)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.settings_body.addItem(self.spacer_2)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
        self.stock_label.setBuddy(self.stock)
        self.coding_label.setBuddy(self.coding)
        self.dpi_label.setBuddy(self.dpi)
        self.density_label.setBuddy(self.density)
        self.speed_label.setBuddy(self.speed)
        self.baud_label.setBuddy(self.baud)
        self.flow_label.setBuddy(self.flow)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrinterSettingsForm)
    # setupUi

    def retranslateUi(self, PrinterSettingsForm):
        self.said.setText("")
        self.unsaid.setText("")
        self.language_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"Ng\u00f4n ng\u1eef", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"Ng\u00f4n ng\u1eef m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.stock_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"Kh\u1ed5 gi\u1ea5y", None))
#if QT_CONFIG(accessibility)
        self.stock.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"Kh\u1ed5 gi\u1ea5y trong m\u00e1y in", None))
#endif // QT_CONFIG(accessibility)
        self.coding_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"C\u00e1ch g\u1eedi", None))
#if QT_CONFIG(accessibility)
        self.coding.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"C\u00e1ch g\u1eedi \u1ea3nh", None))
#endif // QT_CONFIG(accessibility)
        self.dpi_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"\u0110\u1ed9 ph\u00e2n gi\u1ea3i", None))
#if QT_CONFIG(accessibility)
        self.dpi.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"S\u1ed1 ch\u1ea5m tr\u00ean m\u1ed9t inch", None))
#endif // QT_CONFIG(accessibility)
        self.density_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"\u0110\u1ed9 \u0111\u1eadm", None))
#if QT_CONFIG(accessibility)
        self.density.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"\u0110\u1ed9 \u0111\u1eadm, 0 \u0111\u1ebfn 15", None))
#endif // QT_CONFIG(accessibility)
        self.speed_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"T\u1ed1c \u0111\u1ed9 in", None))
#if QT_CONFIG(accessibility)
        self.speed.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"T\u1ed1c \u0111\u1ed9 in, inch m\u1ed9t gi\u00e2y", None))
#endif // QT_CONFIG(accessibility)
        self.baud_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"T\u1ed1c \u0111\u1ed9 c\u1ed5ng", None))
#if QT_CONFIG(accessibility)
        self.baud.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"T\u1ed1c \u0111\u1ed9 c\u1ed5ng, bit m\u1ed9t gi\u00e2y", None))
#endif // QT_CONFIG(accessibility)
        self.flow_label.setText(QCoreApplication.translate("PrinterSettingsForm", u"Ch\u1edd nhau", None))
#if QT_CONFIG(accessibility)
        self.flow.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"C\u00e1ch m\u00e1y in b\u1ea3o ch\u1edd", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.facts.setAccessibleName(QCoreApplication.translate("PrinterSettingsForm", u"Nh\u1eefng g\u00ec bi\u1ebft v\u1ec1 m\u00e1y in n\u00e0y", None))
#endif // QT_CONFIG(accessibility)
        self.pace.setText("")
        self.save.setText(QCoreApplication.translate("PrinterSettingsForm", u"L\u01b0u", None))
        self.test.setText(QCoreApplication.translate("PrinterSettingsForm", u"In trang th\u1eed", None))
        self.open_more.setText(QCoreApplication.translate("PrinterSettingsForm", u"Th\u00eam thi\u1ebft l\u1eadp", None))
        self.outcome.setText(QCoreApplication.translate("PrinterSettingsForm", u"\u0110\u00e3 l\u01b0u. Ctrl+P: in trang th\u1eed \u0111\u1ec3 ch\u1eafc m\u00e1y in \u0111\u00fang; Enter: \u0111i ti\u1ebfp.", None))
        self.problem.setText("")
        pass
    # retranslateUi

