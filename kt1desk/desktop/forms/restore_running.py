# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_running.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import IconLabel

class Ui_RestoreRunningForm(object):
    def setupUi(self, RestoreRunningForm):
        if not RestoreRunningForm.objectName():
            RestoreRunningForm.setObjectName(u"RestoreRunningForm")
        RestoreRunningForm.resize(672, 280)
        self.body = QVBoxLayout(RestoreRunningForm)
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.line_opening = QHBoxLayout()
        self.line_opening.setSpacing(8)
        self.line_opening.setObjectName(u"line_opening")
        self.line_opening.setContentsMargins(0, 0, 0, 0)
        self.icon_opening = IconLabel(RestoreRunningForm)
        self.icon_opening.setObjectName(u"icon_opening")
        self.icon_opening.setProperty(u"icon_name", u"circle")
        self.icon_opening.setProperty(u"ink", u"muted")

        self.line_opening.addWidget(self.icon_opening)

        self.stage_opening = QLabel(RestoreRunningForm)
        self.stage_opening.setObjectName(u"stage_opening")

        self.line_opening.addWidget(self.stage_opening)

        self.spacer_opening = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_opening.addItem(self.spacer_opening)


        self.body.addLayout(self.line_opening)

        self.line_proving = QHBoxLayout()
        self.line_proving.setSpacing(8)
        self.line_proving.setObjectName(u"line_proving")
        self.line_proving.setContentsMargins(0, 0, 0, 0)
        self.icon_proving = IconLabel(RestoreRunningForm)
        self.icon_proving.setObjectName(u"icon_proving")
        self.icon_proving.setProperty(u"icon_name", u"circle")
        self.icon_proving.setProperty(u"ink", u"muted")

        self.line_proving.addWidget(self.icon_proving)

        self.stage_proving = QLabel(RestoreRunningForm)
        self.stage_proving.setObjectName(u"stage_proving")

        self.line_proving.addWidget(self.stage_proving)

        self.spacer_proving = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_proving.addItem(self.spacer_proving)


        self.body.addLayout(self.line_proving)

        self.line_copying = QHBoxLayout()
        self.line_copying.setSpacing(8)
        self.line_copying.setObjectName(u"line_copying")
        self.line_copying.setContentsMargins(0, 0, 0, 0)
        self.icon_copying = IconLabel(RestoreRunningForm)
        self.icon_copying.setObjectName(u"icon_copying")
        self.icon_copying.setProperty(u"icon_name", u"circle")
        self.icon_copying.setProperty(u"ink", u"muted")

        self.line_copying.addWidget(self.icon_copying)

        self.stage_copying = QLabel(RestoreRunningForm)
        self.stage_copying.setObjectName(u"stage_copying")

        self.line_copying.addWidget(self.stage_copying)

        self.spacer_copying = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_copying.addItem(self.spacer_copying)


        self.body.addLayout(self.line_copying)

        self.line_joining = QHBoxLayout()
        self.line_joining.setSpacing(8)
        self.line_joining.setObjectName(u"line_joining")
        self.line_joining.setContentsMargins(0, 0, 0, 0)
        self.icon_joining = IconLabel(RestoreRunningForm)
        self.icon_joining.setObjectName(u"icon_joining")
        self.icon_joining.setProperty(u"icon_name", u"circle")
        self.icon_joining.setProperty(u"ink", u"muted")

        self.line_joining.addWidget(self.icon_joining)

        self.stage_joining = QLabel(RestoreRunningForm)
        self.stage_joining.setObjectName(u"stage_joining")

        self.line_joining.addWidget(self.stage_joining)

        self.spacer_joining = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_joining.addItem(self.spacer_joining)


        self.body.addLayout(self.line_joining)

        self.line_keys = QHBoxLayout()
        self.line_keys.setSpacing(8)
        self.line_keys.setObjectName(u"line_keys")
        self.line_keys.setContentsMargins(0, 0, 0, 0)
        self.icon_keys = IconLabel(RestoreRunningForm)
        self.icon_keys.setObjectName(u"icon_keys")
        self.icon_keys.setProperty(u"icon_name", u"circle")
        self.icon_keys.setProperty(u"ink", u"muted")

        self.line_keys.addWidget(self.icon_keys)

        self.stage_keys = QLabel(RestoreRunningForm)
        self.stage_keys.setObjectName(u"stage_keys")

        self.line_keys.addWidget(self.stage_keys)

        self.spacer_keys = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line_keys.addItem(self.spacer_keys)


        self.body.addLayout(self.line_keys)

        self.advice = QLabel(RestoreRunningForm)
        self.advice.setObjectName(u"advice")
        self.advice.setWordWrap(True)
        self.advice.setProperty(u"role", u"warn-box")

        self.body.addWidget(self.advice)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)


        self.retranslateUi(RestoreRunningForm)
    # setupUi

    def retranslateUi(self, RestoreRunningForm):
        self.stage_opening.setText(QCoreApplication.translate("RestoreRunningForm", u"M\u1edf kh\u00f3a b\u1ea3n sao l\u01b0u", None))
        self.stage_proving.setText(QCoreApplication.translate("RestoreRunningForm", u"\u0110\u1ecdc l\u1ea1i tr\u1ecdn b\u1ea3n sao l\u01b0u, ki\u1ec3m tra t\u1eebng vi\u1ec7c trong s\u1ed5", None))
        self.stage_copying.setText(QCoreApplication.translate("RestoreRunningForm", u"Ch\u00e9p sang m\u00e1y n\u00e0y", None))
        self.stage_joining.setText(QCoreApplication.translate("RestoreRunningForm", u"L\u1ea5y th\u00eam t\u1eeb h\u1ed9p \u0111en, m\u1edf \u0111\u1eddi s\u1ed5 m\u1edbi", None))
        self.stage_keys.setText(QCoreApplication.translate("RestoreRunningForm", u"Ghi kh\u00f3a c\u1ee7a ng\u01b0\u1eddi l\u00e0m vi\u1ec7c", None))
        self.advice.setText(QCoreApplication.translate("RestoreRunningForm", u"Kh\u00f4ng r\u00fat USB, kh\u00f4ng t\u1eaft m\u00e1y cho \u0111\u1ebfn khi xong. N\u1ebfu b\u1ecb ng\u1eaft gi\u1eefa ch\u1eebng: m\u1edf l\u1ea1i ch\u01b0\u01a1ng tr\u00ecnh v\u00e0 l\u00e0m l\u1ea1i t\u1eeb \u0111\u1ea7u, b\u1ea3n sao l\u01b0u v\u1eabn c\u00f2n nguy\u00ean.", None))
        pass
    # retranslateUi

