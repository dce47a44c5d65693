# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier_who.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (FieldEdit, KeyCap, NoteLabel, SegmentedChoice,
    WrappedNote)

class Ui_DossierWho(object):
    def setupUi(self, DossierWho):
        if not DossierWho.objectName():
            DossierWho.setObjectName(u"DossierWho")
        DossierWho.resize(806, 608)
        self.who_body = QVBoxLayout(DossierWho)
        self.who_body.setSpacing(4)
        self.who_body.setObjectName(u"who_body")
        self.who_body.setContentsMargins(16, 12, 16, 8)
        self.kind_grid = QGridLayout()
        self.kind_grid.setObjectName(u"kind_grid")
        self.kind_grid.setHorizontalSpacing(8)
        self.kind_grid.setVerticalSpacing(2)
        self.kind_grid.setContentsMargins(0, 0, 0, 0)
        self.kind_label = QLabel(DossierWho)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setMinimumSize(QSize(102, 0))

        self.kind_grid.addWidget(self.kind_label, 0, 0, 1, 1)

        self.kind_line = QHBoxLayout()
        self.kind_line.setSpacing(12)
        self.kind_line.setObjectName(u"kind_line")
        self.kind_line.setContentsMargins(0, 0, 0, 0)
        self.kind = SegmentedChoice(DossierWho)
        self.kind.setObjectName(u"kind")

        self.kind_line.addWidget(self.kind)

        self.place = SegmentedChoice(DossierWho)
        self.place.setObjectName(u"place")

        self.kind_line.addWidget(self.place)

        self.kind_line.setStretch(0, 1)
        self.kind_line.setStretch(1, 1)

        self.kind_grid.addLayout(self.kind_line, 0, 1, 1, 1)

        self.kind_grid.setColumnStretch(1, 1)

        self.who_body.addLayout(self.kind_grid)

        self.received_block = QWidget(DossierWho)
        self.received_block.setObjectName(u"received_block")
        self.received_grid = QGridLayout(self.received_block)
        self.received_grid.setObjectName(u"received_grid")
        self.received_grid.setHorizontalSpacing(8)
        self.received_grid.setVerticalSpacing(2)
        self.received_grid.setContentsMargins(0, 0, 0, 0)
        self.received_label = QLabel(self.received_block)
        self.received_label.setObjectName(u"received_label")
        self.received_label.setMinimumSize(QSize(102, 0))

        self.received_grid.addWidget(self.received_label, 0, 0, 1, 1)

        self.received = FieldEdit(self.received_block)
        self.received.setObjectName(u"received")
        self.received.setProperty(u"vietnamese_input", False)
        self.received.setProperty(u"max_chars", 16)

        self.received_grid.addWidget(self.received, 0, 1, 1, 1)

        self.received_note = WrappedNote(self.received_block)
        self.received_note.setObjectName(u"received_note")

        self.received_grid.addWidget(self.received_note, 1, 1, 1, 1)

        self.received_grid.setColumnStretch(1, 1)

        self.who_body.addWidget(self.received_block)

        self.name_grid = QGridLayout()
        self.name_grid.setObjectName(u"name_grid")
        self.name_grid.setHorizontalSpacing(8)
        self.name_grid.setVerticalSpacing(2)
        self.name_grid.setContentsMargins(0, 0, 0, 0)
        self.identity_label = QLabel(DossierWho)
        self.identity_label.setObjectName(u"identity_label")
        self.identity_label.setMinimumSize(QSize(102, 0))

        self.name_grid.addWidget(self.identity_label, 0, 0, 1, 1)

        self.identity_line = QHBoxLayout()
        self.identity_line.setSpacing(0)
        self.identity_line.setObjectName(u"identity_line")
        self.identity_line.setContentsMargins(0, 0, 0, 0)
        self.identity = FieldEdit(DossierWho)
        self.identity.setObjectName(u"identity")
        self.identity.setProperty(u"vietnamese_input", False)
        self.identity.setProperty(u"max_chars", 20)
        self.identity.setMinimumSize(QSize(168, 0))
        self.identity.setMaximumSize(QSize(168, 16777215))

        self.identity_line.addWidget(self.identity)

        self.tax_code = FieldEdit(DossierWho)
        self.tax_code.setObjectName(u"tax_code")
        self.tax_code.setProperty(u"vietnamese_input", False)
        self.tax_code.setProperty(u"max_chars", 14)
        self.tax_code.setMinimumSize(QSize(168, 0))
        self.tax_code.setMaximumSize(QSize(168, 16777215))

        self.identity_line.addWidget(self.tax_code)


        self.name_grid.addLayout(self.identity_line, 0, 1, 1, 1)

        self.name_label = QLabel(DossierWho)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setMinimumSize(QSize(72, 0))

        self.name_grid.addWidget(self.name_label, 0, 2, 1, 1)

        self.name = FieldEdit(DossierWho)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"max_chars", 120)

        self.name_grid.addWidget(self.name, 0, 3, 1, 1)

        self.identity_notes = QHBoxLayout()
        self.identity_notes.setSpacing(4)
        self.identity_notes.setObjectName(u"identity_notes")
        self.identity_notes.setContentsMargins(0, 0, 0, 0)
        self.identity_note = NoteLabel(DossierWho)
        self.identity_note.setObjectName(u"identity_note")
        self.identity_note.setMinimumSize(QSize(244, 0))

        self.identity_notes.addWidget(self.identity_note)

        self.name_note = NoteLabel(DossierWho)
        self.name_note.setObjectName(u"name_note")

        self.identity_notes.addWidget(self.name_note)

        self.identity_notes.setStretch(1, 1)

        self.name_grid.addLayout(self.identity_notes, 1, 1, 1, 3)

        self.name_grid.setColumnStretch(3, 1)

        self.who_body.addLayout(self.name_grid)

        self.address_grid = QGridLayout()
        self.address_grid.setObjectName(u"address_grid")
        self.address_grid.setHorizontalSpacing(8)
        self.address_grid.setVerticalSpacing(2)
        self.address_grid.setContentsMargins(0, 0, 0, 0)
        self.phone_label = QLabel(DossierWho)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setMinimumSize(QSize(102, 0))

        self.address_grid.addWidget(self.phone_label, 0, 0, 1, 1)

        self.phone = FieldEdit(DossierWho)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"vietnamese_input", False)
        self.phone.setProperty(u"max_chars", 16)
        self.phone.setMinimumSize(QSize(168, 0))
        self.phone.setMaximumSize(QSize(168, 16777215))

        self.address_grid.addWidget(self.phone, 0, 1, 1, 1)

        self.address_label = QLabel(DossierWho)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setMinimumSize(QSize(72, 0))

        self.address_grid.addWidget(self.address_label, 0, 2, 1, 1)

        self.address = FieldEdit(DossierWho)
        self.address.setObjectName(u"address")
        self.address.setProperty(u"max_chars", 160)

        self.address_grid.addWidget(self.address, 0, 3, 1, 1)

        self.phone_notes = QHBoxLayout()
        self.phone_notes.setSpacing(4)
        self.phone_notes.setObjectName(u"phone_notes")
        self.phone_notes.setContentsMargins(0, 0, 0, 0)
        self.phone_note = NoteLabel(DossierWho)
        self.phone_note.setObjectName(u"phone_note")
        self.phone_note.setMinimumSize(QSize(244, 0))

        self.phone_notes.addWidget(self.phone_note)

        self.address_note = NoteLabel(DossierWho)
        self.address_note.setObjectName(u"address_note")

        self.phone_notes.addWidget(self.address_note)

        self.phone_notes.setStretch(1, 1)

        self.address_grid.addLayout(self.phone_notes, 1, 1, 1, 3)

        self.address_grid.setColumnStretch(3, 1)

        self.who_body.addLayout(self.address_grid)

        self.commune_grid = QGridLayout()
        self.commune_grid.setObjectName(u"commune_grid")
        self.commune_grid.setHorizontalSpacing(8)
        self.commune_grid.setVerticalSpacing(2)
        self.commune_grid.setContentsMargins(0, 0, 0, 0)
        self.commune_label = QLabel(DossierWho)
        self.commune_label.setObjectName(u"commune_label")
        self.commune_label.setMinimumSize(QSize(102, 0))

        self.commune_grid.addWidget(self.commune_label, 0, 0, 1, 1)

        self.commune_line = QHBoxLayout()
        self.commune_line.setSpacing(8)
        self.commune_line.setObjectName(u"commune_line")
        self.commune_line.setContentsMargins(0, 0, 0, 0)
        self.commune = FieldEdit(DossierWho)
        self.commune.setObjectName(u"commune")
        self.commune.setProperty(u"max_chars", 80)

        self.commune_line.addWidget(self.commune)

        self.district = SegmentedChoice(DossierWho)
        self.district.setObjectName(u"district")

        self.commune_line.addWidget(self.district)

        self.commune_line.setStretch(0, 1)
        self.commune_line.setStretch(1, 1)

        self.commune_grid.addLayout(self.commune_line, 0, 1, 1, 1)

        self.commune_note = NoteLabel(DossierWho)
        self.commune_note.setObjectName(u"commune_note")

        self.commune_grid.addWidget(self.commune_note, 1, 1, 1, 1)

        self.commune_grid.setColumnStretch(1, 1)

        self.who_body.addLayout(self.commune_grid)

        self.authority_grid = QGridLayout()
        self.authority_grid.setObjectName(u"authority_grid")
        self.authority_grid.setHorizontalSpacing(8)
        self.authority_grid.setVerticalSpacing(2)
        self.authority_grid.setContentsMargins(0, 0, 0, 0)
        self.authority_label = QLabel(DossierWho)
        self.authority_label.setObjectName(u"authority_label")
        self.authority_label.setMinimumSize(QSize(102, 0))

        self.authority_grid.addWidget(self.authority_label, 0, 0, 1, 1)

        self.authority_line = QHBoxLayout()
        self.authority_line.setSpacing(8)
        self.authority_line.setObjectName(u"authority_line")
        self.authority_line.setContentsMargins(0, 0, 0, 0)
        self.authority = FieldEdit(DossierWho)
        self.authority.setObjectName(u"authority")
        self.authority.setProperty(u"max_chars", 300)

        self.authority_line.addWidget(self.authority)

        self.authority_district = SegmentedChoice(DossierWho)
        self.authority_district.setObjectName(u"authority_district")

        self.authority_line.addWidget(self.authority_district)

        self.authority_line.setStretch(0, 3)
        self.authority_line.setStretch(1, 2)

        self.authority_grid.addLayout(self.authority_line, 0, 1, 1, 1)

        self.authority_note = NoteLabel(DossierWho)
        self.authority_note.setObjectName(u"authority_note")

        self.authority_grid.addWidget(self.authority_note, 1, 1, 1, 1)

        self.authority_grid.setColumnStretch(1, 1)

        self.who_body.addLayout(self.authority_grid)

        self.deliver_block = QWidget(DossierWho)
        self.deliver_block.setObjectName(u"deliver_block")
        self.deliver_grid = QGridLayout(self.deliver_block)
        self.deliver_grid.setObjectName(u"deliver_grid")
        self.deliver_grid.setHorizontalSpacing(8)
        self.deliver_grid.setVerticalSpacing(2)
        self.deliver_grid.setContentsMargins(0, 0, 0, 0)
        self.deliver_label = QLabel(self.deliver_block)
        self.deliver_label.setObjectName(u"deliver_label")
        self.deliver_label.setMinimumSize(QSize(102, 0))

        self.deliver_grid.addWidget(self.deliver_label, 0, 0, 1, 1)

        self.deliver = SegmentedChoice(self.deliver_block)
        self.deliver.setObjectName(u"deliver")

        self.deliver_grid.addWidget(self.deliver, 0, 1, 1, 1)

        self.spacer_1 = QSpacerItem(0, 2, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.deliver_grid.addItem(self.spacer_1, 1, 1, 1, 1)

        self.deliver_grid.setColumnStretch(1, 1)

        self.who_body.addWidget(self.deliver_block)

        self.other_block = QWidget(DossierWho)
        self.other_block.setObjectName(u"other_block")
        self.other_grid = QGridLayout(self.other_block)
        self.other_grid.setObjectName(u"other_grid")
        self.other_grid.setHorizontalSpacing(8)
        self.other_grid.setVerticalSpacing(2)
        self.other_grid.setContentsMargins(0, 0, 0, 0)
        self.other_address_label = QLabel(self.other_block)
        self.other_address_label.setObjectName(u"other_address_label")
        self.other_address_label.setMinimumSize(QSize(102, 0))

        self.other_grid.addWidget(self.other_address_label, 0, 0, 1, 1)

        self.other_line = QHBoxLayout()
        self.other_line.setSpacing(8)
        self.other_line.setObjectName(u"other_line")
        self.other_line.setContentsMargins(0, 0, 0, 0)
        self.other_address = FieldEdit(self.other_block)
        self.other_address.setObjectName(u"other_address")
        self.other_address.setProperty(u"max_chars", 160)

        self.other_line.addWidget(self.other_address)

        self.other_commune = FieldEdit(self.other_block)
        self.other_commune.setObjectName(u"other_commune")
        self.other_commune.setProperty(u"max_chars", 80)

        self.other_line.addWidget(self.other_commune)

        self.other_district = SegmentedChoice(self.other_block)
        self.other_district.setObjectName(u"other_district")

        self.other_line.addWidget(self.other_district)

        self.other_line.setStretch(0, 3)
        self.other_line.setStretch(1, 2)

        self.other_grid.addLayout(self.other_line, 0, 1, 1, 1)

        self.other_note = NoteLabel(self.other_block)
        self.other_note.setObjectName(u"other_note")

        self.other_grid.addWidget(self.other_note, 1, 1, 1, 1)

        self.other_grid.setColumnStretch(1, 1)

        self.who_body.addWidget(self.other_block)

        self.proxy_block = QWidget(DossierWho)
        self.proxy_block.setObjectName(u"proxy_block")
        self.proxy_grid = QGridLayout(self.proxy_block)
        self.proxy_grid.setObjectName(u"proxy_grid")
        self.proxy_grid.setHorizontalSpacing(8)
        self.proxy_grid.setVerticalSpacing(2)
        self.proxy_grid.setContentsMargins(0, 0, 0, 0)
        self.proxy_identity_label = QLabel(self.proxy_block)
        self.proxy_identity_label.setObjectName(u"proxy_identity_label")
        self.proxy_identity_label.setMinimumSize(QSize(102, 0))

        self.proxy_grid.addWidget(self.proxy_identity_label, 0, 0, 1, 1)

        self.proxy_identity = FieldEdit(self.proxy_block)
        self.proxy_identity.setObjectName(u"proxy_identity")
        self.proxy_identity.setProperty(u"vietnamese_input", False)
        self.proxy_identity.setProperty(u"max_chars", 20)
        self.proxy_identity.setMinimumSize(QSize(168, 0))
        self.proxy_identity.setMaximumSize(QSize(168, 16777215))

        self.proxy_grid.addWidget(self.proxy_identity, 0, 1, 1, 1)

        self.proxy_name_label = QLabel(self.proxy_block)
        self.proxy_name_label.setObjectName(u"proxy_name_label")
        self.proxy_name_label.setMinimumSize(QSize(72, 0))

        self.proxy_grid.addWidget(self.proxy_name_label, 0, 2, 1, 1)

        self.proxy_name = FieldEdit(self.proxy_block)
        self.proxy_name.setObjectName(u"proxy_name")
        self.proxy_name.setProperty(u"max_chars", 120)

        self.proxy_grid.addWidget(self.proxy_name, 0, 3, 1, 1)

        self.proxy_identity_notes = QHBoxLayout()
        self.proxy_identity_notes.setSpacing(4)
        self.proxy_identity_notes.setObjectName(u"proxy_identity_notes")
        self.proxy_identity_notes.setContentsMargins(0, 0, 0, 0)
        self.proxy_identity_note = NoteLabel(self.proxy_block)
        self.proxy_identity_note.setObjectName(u"proxy_identity_note")
        self.proxy_identity_note.setMinimumSize(QSize(244, 0))

        self.proxy_identity_notes.addWidget(self.proxy_identity_note)

        self.proxy_name_note = NoteLabel(self.proxy_block)
        self.proxy_name_note.setObjectName(u"proxy_name_note")

        self.proxy_identity_notes.addWidget(self.proxy_name_note)

        self.proxy_identity_notes.setStretch(1, 1)

        self.proxy_grid.addLayout(self.proxy_identity_notes, 1, 1, 1, 3)

        self.proxy_phone_label = QLabel(self.proxy_block)
        self.proxy_phone_label.setObjectName(u"proxy_phone_label")
        self.proxy_phone_label.setMinimumSize(QSize(102, 0))

        self.proxy_grid.addWidget(self.proxy_phone_label, 2, 0, 1, 1)

        self.proxy_phone = FieldEdit(self.proxy_block)
        self.proxy_phone.setObjectName(u"proxy_phone")
        self.proxy_phone.setProperty(u"vietnamese_input", False)
        self.proxy_phone.setProperty(u"max_chars", 16)
        self.proxy_phone.setMinimumSize(QSize(168, 0))
        self.proxy_phone.setMaximumSize(QSize(168, 16777215))

        self.proxy_grid.addWidget(self.proxy_phone, 2, 1, 1, 1)

        self.authorisation_label = QLabel(self.proxy_block)
        self.authorisation_label.setObjectName(u"authorisation_label")
        self.authorisation_label.setMinimumSize(QSize(72, 0))

        self.proxy_grid.addWidget(self.authorisation_label, 2, 2, 1, 1)

        self.authorisation = FieldEdit(self.proxy_block)
        self.authorisation.setObjectName(u"authorisation")
        self.authorisation.setProperty(u"max_chars", 80)

        self.proxy_grid.addWidget(self.authorisation, 2, 3, 1, 1)

        self.proxy_phone_notes = QHBoxLayout()
        self.proxy_phone_notes.setSpacing(4)
        self.proxy_phone_notes.setObjectName(u"proxy_phone_notes")
        self.proxy_phone_notes.setContentsMargins(0, 0, 0, 0)
        self.proxy_phone_note = NoteLabel(self.proxy_block)
        self.proxy_phone_note.setObjectName(u"proxy_phone_note")
        self.proxy_phone_note.setMinimumSize(QSize(244, 0))

        self.proxy_phone_notes.addWidget(self.proxy_phone_note)

        self.authorisation_note = NoteLabel(self.proxy_block)
        self.authorisation_note.setObjectName(u"authorisation_note")

        self.proxy_phone_notes.addWidget(self.authorisation_note)

        self.proxy_phone_notes.setStretch(1, 1)

        self.proxy_grid.addLayout(self.proxy_phone_notes, 3, 1, 1, 3)

        self.proxy_grid.setColumnStretch(3, 1)

        self.who_body.addWidget(self.proxy_block)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.who_body.addItem(self.spacer_2)

        self.who_keys = QHBoxLayout()
        self.who_keys.setSpacing(6)
        self.who_keys.setObjectName(u"who_keys")
        self.who_keys.setContentsMargins(0, 0, 0, 0)
        self.cap_proxy = KeyCap(DossierWho)
        self.cap_proxy.setObjectName(u"cap_proxy")

        self.who_keys.addWidget(self.cap_proxy)

        self.says_proxy = NoteLabel(DossierWho)
        self.says_proxy.setObjectName(u"says_proxy")

        self.who_keys.addWidget(self.says_proxy)

        self.cap_kind = KeyCap(DossierWho)
        self.cap_kind.setObjectName(u"cap_kind")

        self.who_keys.addWidget(self.cap_kind)

        self.says_kind = NoteLabel(DossierWho)
        self.says_kind.setObjectName(u"says_kind")

        self.who_keys.addWidget(self.says_kind)

        self.cap_place = KeyCap(DossierWho)
        self.cap_place.setObjectName(u"cap_place")

        self.who_keys.addWidget(self.cap_place)

        self.says_place = NoteLabel(DossierWho)
        self.says_place.setObjectName(u"says_place")

        self.who_keys.addWidget(self.says_place)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.who_keys.addItem(self.spacer_3)


        self.who_body.addLayout(self.who_keys)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.received_label.setBuddy(self.received)
        self.identity_label.setBuddy(self.identity)
        self.name_label.setBuddy(self.name)
        self.phone_label.setBuddy(self.phone)
        self.address_label.setBuddy(self.address)
        self.commune_label.setBuddy(self.commune)
        self.authority_label.setBuddy(self.authority)
        self.deliver_label.setBuddy(self.deliver)
        self.other_address_label.setBuddy(self.other_address)
        self.proxy_identity_label.setBuddy(self.proxy_identity)
        self.proxy_name_label.setBuddy(self.proxy_name)
        self.proxy_phone_label.setBuddy(self.proxy_phone)
        self.authorisation_label.setBuddy(self.authorisation)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DossierWho)
    # setupUi

    def retranslateUi(self, DossierWho):
        self.kind_label.setText(QCoreApplication.translate("DossierWho", u"Ng\u01b0\u1eddi n\u1ed9p", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("DossierWho", u"Lo\u1ea1i ng\u01b0\u1eddi n\u1ed9p", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("DossierWho", u"N\u01a1i nh\u1eadn h\u1ed3 s\u01a1", None))
#endif // QT_CONFIG(accessibility)
        self.received_label.setText(QCoreApplication.translate("DossierWho", u"Nh\u1eadn l\u00fac", None))
#if QT_CONFIG(accessibility)
        self.received.setAccessibleName(QCoreApplication.translate("DossierWho", u"Gi\u1edd nh\u1eadn t\u1ea1i \u0111\u1ecba ch\u1ec9", None))
#endif // QT_CONFIG(accessibility)
        self.received.setPlaceholderText(QCoreApplication.translate("DossierWho", u"B\u00e2y gi\u1edd; nh\u1eadp sau th\u00ec g\u00f5 nh\u01b0 14:52 22/11", None))
        self.identity_label.setText(QCoreApplication.translate("DossierWho", u"S\u1ed1 CCCD", None))
#if QT_CONFIG(accessibility)
        self.identity.setAccessibleName(QCoreApplication.translate("DossierWho", u"S\u1ed1 \u0111\u1ecbnh danh c\u00e1 nh\u00e2n ho\u1eb7c s\u1ed1 h\u1ed9 chi\u1ebfu", None))
#endif // QT_CONFIG(accessibility)
        self.identity.setPlaceholderText(QCoreApplication.translate("DossierWho", u"12 s\u1ed1, ho\u1eb7c qu\u00e9t", None))
#if QT_CONFIG(accessibility)
        self.tax_code.setAccessibleName(QCoreApplication.translate("DossierWho", u"M\u00e3 s\u1ed1 thu\u1ebf c\u1ee7a t\u1ed5 ch\u1ee9c", None))
#endif // QT_CONFIG(accessibility)
        self.tax_code.setPlaceholderText(QCoreApplication.translate("DossierWho", u"10 ho\u1eb7c 13 s\u1ed1", None))
        self.name_label.setText(QCoreApplication.translate("DossierWho", u"H\u1ecd v\u00e0 t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("DossierWho", u"H\u1ecd v\u00e0 t\u00ean ho\u1eb7c t\u00ean t\u1ed5 ch\u1ee9c", None))
#endif // QT_CONFIG(accessibility)
        self.phone_label.setText(QCoreApplication.translate("DossierWho", u"\u0110i\u1ec7n tho\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("DossierWho", u"\u0110i\u1ec7n tho\u1ea1i", None))
#endif // QT_CONFIG(accessibility)
        self.address_label.setText(QCoreApplication.translate("DossierWho", u"\u0110\u1ecba ch\u1ec9", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("DossierWho", u"\u0110\u1ecba ch\u1ec9 ng\u01b0\u1eddi n\u1ed9p: s\u1ed1 nh\u00e0, \u0111\u01b0\u1eddng, th\u00f4n", None))
#endif // QT_CONFIG(accessibility)
        self.address.setPlaceholderText(QCoreApplication.translate("DossierWho", u"S\u1ed1 nh\u00e0, \u0111\u01b0\u1eddng, kh\u1ed1i, th\u00f4n", None))
        self.commune_label.setText(QCoreApplication.translate("DossierWho", u"X\u00e3, ph\u01b0\u1eddng", None))
#if QT_CONFIG(accessibility)
        self.commune.setAccessibleName(QCoreApplication.translate("DossierWho", u"X\u00e3, ph\u01b0\u1eddng c\u1ee7a ng\u01b0\u1eddi n\u1ed9p", None))
#endif // QT_CONFIG(accessibility)
        self.commune.setPlaceholderText(QCoreApplication.translate("DossierWho", u"T\u00ean x\u00e3, ph\u01b0\u1eddng m\u1edbi ho\u1eb7c c\u0169, ho\u1eb7c t\u1ec9nh kh\u00e1c; kh\u00f4ng c\u1ea7n d\u1ea5u", None))
#if QT_CONFIG(accessibility)
        self.district.setAccessibleName(QCoreApplication.translate("DossierWho", u"Huy\u1ec7n c\u0169", None))
#endif // QT_CONFIG(accessibility)
        self.authority_label.setText(QCoreApplication.translate("DossierWho", u"C\u01a1 quan", None))
#if QT_CONFIG(accessibility)
        self.authority.setAccessibleName(QCoreApplication.translate("DossierWho", u"C\u01a1 quan ti\u1ebfp nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.authority.setPlaceholderText(QCoreApplication.translate("DossierWho", u"T\u00ean c\u01a1 quan, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
#if QT_CONFIG(accessibility)
        self.authority_district.setAccessibleName(QCoreApplication.translate("DossierWho", u"Huy\u1ec7n c\u0169 c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.deliver_label.setText(QCoreApplication.translate("DossierWho", u"Tr\u1ea3 k\u1ebft qu\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.deliver.setAccessibleName(QCoreApplication.translate("DossierWho", u"K\u1ebft qu\u1ea3 tr\u1ea3 v\u1ec1 \u0111\u00e2u", None))
#endif // QT_CONFIG(accessibility)
        self.other_address_label.setText(QCoreApplication.translate("DossierWho", u"\u0110\u1ecba ch\u1ec9 tr\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.other_address.setAccessibleName(QCoreApplication.translate("DossierWho", u"\u0110\u1ecba ch\u1ec9 tr\u1ea3 k\u1ebft qu\u1ea3: s\u1ed1 nh\u00e0, \u0111\u01b0\u1eddng, th\u00f4n", None))
#endif // QT_CONFIG(accessibility)
        self.other_address.setPlaceholderText(QCoreApplication.translate("DossierWho", u"S\u1ed1 nh\u00e0, \u0111\u01b0\u1eddng, kh\u1ed1i, th\u00f4n", None))
#if QT_CONFIG(accessibility)
        self.other_commune.setAccessibleName(QCoreApplication.translate("DossierWho", u"X\u00e3, ph\u01b0\u1eddng tr\u1ea3 k\u1ebft qu\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.other_commune.setPlaceholderText(QCoreApplication.translate("DossierWho", u"X\u00e3, ph\u01b0\u1eddng", None))
#if QT_CONFIG(accessibility)
        self.other_district.setAccessibleName(QCoreApplication.translate("DossierWho", u"Huy\u1ec7n c\u0169 c\u1ee7a n\u01a1i tr\u1ea3 k\u1ebft qu\u1ea3", None))
#endif // QT_CONFIG(accessibility)
        self.proxy_identity_label.setText(QCoreApplication.translate("DossierWho", u"N\u1ed9p thay", None))
#if QT_CONFIG(accessibility)
        self.proxy_identity.setAccessibleName(QCoreApplication.translate("DossierWho", u"S\u1ed1 CCCD ng\u01b0\u1eddi n\u1ed9p thay", None))
#endif // QT_CONFIG(accessibility)
        self.proxy_identity.setPlaceholderText(QCoreApplication.translate("DossierWho", u"CCCD, ho\u1eb7c qu\u00e9t", None))
        self.proxy_name_label.setText(QCoreApplication.translate("DossierWho", u"H\u1ecd v\u00e0 t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.proxy_name.setAccessibleName(QCoreApplication.translate("DossierWho", u"H\u1ecd v\u00e0 t\u00ean ng\u01b0\u1eddi n\u1ed9p thay", None))
#endif // QT_CONFIG(accessibility)
        self.proxy_phone_label.setText(QCoreApplication.translate("DossierWho", u"\u0110i\u1ec7n tho\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.proxy_phone.setAccessibleName(QCoreApplication.translate("DossierWho", u"\u0110i\u1ec7n tho\u1ea1i ng\u01b0\u1eddi n\u1ed9p thay", None))
#endif // QT_CONFIG(accessibility)
        self.authorisation_label.setText(QCoreApplication.translate("DossierWho", u"\u1ee6y quy\u1ec1n", None))
#if QT_CONFIG(accessibility)
        self.authorisation.setAccessibleName(QCoreApplication.translate("DossierWho", u"S\u1ed1, ng\u00e0y gi\u1ea5y \u1ee7y quy\u1ec1n", None))
#endif // QT_CONFIG(accessibility)
        self.authorisation.setPlaceholderText(QCoreApplication.translate("DossierWho", u"S\u1ed1, ng\u00e0y gi\u1ea5y \u1ee7y quy\u1ec1n", None))
        self.cap_proxy.setText(QCoreApplication.translate("DossierWho", u"Alt+T", None))
        self.cap_kind.setText(QCoreApplication.translate("DossierWho", u"Alt+C", None))
        self.cap_place.setText(QCoreApplication.translate("DossierWho", u"Alt+D", None))
        pass
    # retranslateUi

