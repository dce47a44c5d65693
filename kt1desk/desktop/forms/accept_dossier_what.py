# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'accept_dossier_what.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from kt1desk.desktop.widgets import (FieldEdit, KeyCap, KeyLine, NoteLabel,
    SegmentedChoice, WholeRowsTable, WrappedNote)

class Ui_DossierWhat(object):
    def setupUi(self, DossierWhat):
        if not DossierWhat.objectName():
            DossierWhat.setObjectName(u"DossierWhat")
        DossierWhat.resize(806, 608)
        self.what_body = QVBoxLayout(DossierWhat)
        self.what_body.setSpacing(4)
        self.what_body.setObjectName(u"what_body")
        self.what_body.setContentsMargins(16, 12, 16, 8)
        self.what_grid = QGridLayout()
        self.what_grid.setObjectName(u"what_grid")
        self.what_grid.setHorizontalSpacing(8)
        self.what_grid.setVerticalSpacing(2)
        self.what_grid.setContentsMargins(0, 0, 0, 0)
        self.form_label = QLabel(DossierWhat)
        self.form_label.setObjectName(u"form_label")
        self.form_label.setMinimumSize(QSize(102, 0))

        self.what_grid.addWidget(self.form_label, 0, 0, 1, 1)

        self.form_line = QHBoxLayout()
        self.form_line.setSpacing(8)
        self.form_line.setObjectName(u"form_line")
        self.form_line.setContentsMargins(0, 0, 0, 0)
        self.form = SegmentedChoice(DossierWhat)
        self.form.setObjectName(u"form")

        self.form_line.addWidget(self.form)

        self.sets_label = QLabel(DossierWhat)
        self.sets_label.setObjectName(u"sets_label")

        self.form_line.addWidget(self.sets_label)

        self.sets = FieldEdit(DossierWhat)
        self.sets.setObjectName(u"sets")
        self.sets.setProperty(u"vietnamese_input", False)
        self.sets.setProperty(u"max_chars", 2)
        self.sets.setMinimumSize(QSize(52, 0))
        self.sets.setMaximumSize(QSize(52, 16777215))
        self.sets.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.form_line.addWidget(self.sets)

        self.form_line.setStretch(0, 1)

        self.what_grid.addLayout(self.form_line, 0, 1, 1, 1)

        self.spacer_1 = QSpacerItem(0, 2, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.what_grid.addItem(self.spacer_1, 1, 1, 1, 1)

        self.procedure_label = QLabel(DossierWhat)
        self.procedure_label.setObjectName(u"procedure_label")
        self.procedure_label.setMinimumSize(QSize(102, 0))

        self.what_grid.addWidget(self.procedure_label, 2, 0, 1, 1)

        self.procedure = FieldEdit(DossierWhat)
        self.procedure.setObjectName(u"procedure")
        self.procedure.setProperty(u"max_chars", 400)

        self.what_grid.addWidget(self.procedure, 2, 1, 1, 1)

        self.procedure_note = NoteLabel(DossierWhat)
        self.procedure_note.setObjectName(u"procedure_note")

        self.what_grid.addWidget(self.procedure_note, 3, 1, 1, 1)

        self.what_grid.setColumnStretch(1, 1)

        self.what_body.addLayout(self.what_grid)

        self.official_block = QWidget(DossierWhat)
        self.official_block.setObjectName(u"official_block")
        self.official_grid = QGridLayout(self.official_block)
        self.official_grid.setObjectName(u"official_grid")
        self.official_grid.setHorizontalSpacing(8)
        self.official_grid.setVerticalSpacing(2)
        self.official_grid.setContentsMargins(0, 0, 0, 0)
        self.official_label = QLabel(self.official_block)
        self.official_label.setObjectName(u"official_label")
        self.official_label.setMinimumSize(QSize(102, 0))

        self.official_grid.addWidget(self.official_label, 0, 0, 1, 1)

        self.official = FieldEdit(self.official_block)
        self.official.setObjectName(u"official")
        self.official.setProperty(u"vietnamese_input", False)
        self.official.setProperty(u"max_chars", 40)

        self.official_grid.addWidget(self.official, 0, 1, 1, 1)

        self.official_day_label = QLabel(self.official_block)
        self.official_day_label.setObjectName(u"official_day_label")

        self.official_grid.addWidget(self.official_day_label, 0, 2, 1, 1)

        self.official_day = FieldEdit(self.official_block)
        self.official_day.setObjectName(u"official_day")
        self.official_day.setMinimumSize(QSize(150, 0))
        self.official_day.setMaximumSize(QSize(150, 16777215))
        self.official_day.setProperty(u"vietnamese_input", False)
        self.official_day.setProperty(u"max_chars", 10)

        self.official_grid.addWidget(self.official_day, 0, 3, 1, 1)

        self.official_note = WrappedNote(self.official_block)
        self.official_note.setObjectName(u"official_note")

        self.official_grid.addWidget(self.official_note, 1, 1, 1, 3)

        self.official_day_note = WrappedNote(self.official_block)
        self.official_day_note.setObjectName(u"official_day_note")

        self.official_grid.addWidget(self.official_day_note, 2, 1, 1, 3)

        self.official_grid.setColumnStretch(1, 1)

        self.what_body.addWidget(self.official_block)

        self.below = QStackedWidget(DossierWhat)
        self.below.setObjectName(u"below")
        self.recent_page = QWidget()
        self.recent_page.setObjectName(u"recent_page")
        self.recent_body = QVBoxLayout(self.recent_page)
        self.recent_body.setSpacing(4)
        self.recent_body.setObjectName(u"recent_body")
        self.recent_body.setContentsMargins(0, 0, 0, 0)
        self.recent_head = QHBoxLayout()
        self.recent_head.setSpacing(8)
        self.recent_head.setObjectName(u"recent_head")
        self.recent_head.setContentsMargins(0, 0, 0, 0)
        self.recent_title = QLabel(self.recent_page)
        self.recent_title.setObjectName(u"recent_title")
        self.recent_title.setProperty(u"role", u"h2")

        self.recent_head.addWidget(self.recent_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.recent_head.addItem(self.spacer_2)

        self.recent_note = NoteLabel(self.recent_page)
        self.recent_note.setObjectName(u"recent_note")

        self.recent_head.addWidget(self.recent_note)


        self.recent_body.addLayout(self.recent_head)

        self.recent = WholeRowsTable(self.recent_page)
        self.recent.setObjectName(u"recent")

        self.recent_body.addWidget(self.recent)

        self.recent_body.setStretch(1, 1)
        self.below.addWidget(self.recent_page)
        self.papers_page = QWidget()
        self.papers_page.setObjectName(u"papers_page")
        self.papers_body = QVBoxLayout(self.papers_page)
        self.papers_body.setSpacing(4)
        self.papers_body.setObjectName(u"papers_body")
        self.papers_body.setContentsMargins(0, 0, 0, 0)
        self.papers_head = QHBoxLayout()
        self.papers_head.setSpacing(6)
        self.papers_head.setObjectName(u"papers_head")
        self.papers_head.setContentsMargins(0, 0, 0, 0)
        self.papers_title = QLabel(self.papers_page)
        self.papers_title.setObjectName(u"papers_title")
        self.papers_title.setProperty(u"role", u"h2")

        self.papers_head.addWidget(self.papers_title)

        self.papers_note = NoteLabel(self.papers_page)
        self.papers_note.setObjectName(u"papers_note")

        self.papers_head.addWidget(self.papers_note)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers_head.addItem(self.spacer_3)

        self.cap_all = KeyCap(self.papers_page)
        self.cap_all.setObjectName(u"cap_all")

        self.papers_head.addWidget(self.cap_all)

        self.says_all = NoteLabel(self.papers_page)
        self.says_all.setObjectName(u"says_all")

        self.papers_head.addWidget(self.says_all)

        self.cap_add = KeyCap(self.papers_page)
        self.cap_add.setObjectName(u"cap_add")

        self.papers_head.addWidget(self.cap_add)

        self.says_add = NoteLabel(self.papers_page)
        self.says_add.setObjectName(u"says_add")

        self.papers_head.addWidget(self.says_add)


        self.papers_body.addLayout(self.papers_head)

        self.table_place = QWidget(self.papers_page)
        self.table_place.setObjectName(u"table_place")
        self.table_body = QVBoxLayout(self.table_place)
        self.table_body.setSpacing(0)
        self.table_body.setObjectName(u"table_body")
        self.table_body.setContentsMargins(0, 0, 0, 0)

        self.papers_body.addWidget(self.table_place)

        self.foot = QStackedWidget(self.papers_page)
        self.foot.setObjectName(u"foot")
        self.foot_line = QWidget()
        self.foot_line.setObjectName(u"foot_line")
        self.foot_line_body = QVBoxLayout(self.foot_line)
        self.foot_line_body.setSpacing(0)
        self.foot_line_body.setObjectName(u"foot_line_body")
        self.foot_line_body.setContentsMargins(0, 0, 0, 0)
        self.paper_text = QLabel(self.foot_line)
        self.paper_text.setObjectName(u"paper_text")
        self.paper_text.setWordWrap(True)
        self.paper_text.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.foot_line_body.addWidget(self.paper_text)

        self.paper_keys = KeyLine(self.foot_line)
        self.paper_keys.setObjectName(u"paper_keys")

        self.foot_line_body.addWidget(self.paper_keys)

        self.foot_line_body.setStretch(0, 1)
        self.foot.addWidget(self.foot_line)
        self.foot_add = QWidget()
        self.foot_add.setObjectName(u"foot_add")
        self.foot_add_body = QGridLayout(self.foot_add)
        self.foot_add_body.setObjectName(u"foot_add_body")
        self.foot_add_body.setHorizontalSpacing(8)
        self.foot_add_body.setVerticalSpacing(2)
        self.foot_add_body.setContentsMargins(0, 0, 0, 0)
        self.added_label = QLabel(self.foot_add)
        self.added_label.setObjectName(u"added_label")
        self.added_label.setMinimumSize(QSize(102, 0))

        self.foot_add_body.addWidget(self.added_label, 0, 0, 1, 1)

        self.added = FieldEdit(self.foot_add)
        self.added.setObjectName(u"added")
        self.added.setProperty(u"max_chars", 160)

        self.foot_add_body.addWidget(self.added, 0, 1, 1, 1)

        self.added_note = NoteLabel(self.foot_add)
        self.added_note.setObjectName(u"added_note")

        self.foot_add_body.addWidget(self.added_note, 1, 1, 1, 1)

        self.foot_add_body.setColumnStretch(1, 1)
        self.foot.addWidget(self.foot_add)

        self.papers_body.addWidget(self.foot)

        self.insist_block = QWidget(self.papers_page)
        self.insist_block.setObjectName(u"insist_block")
        self.insist_grid = QGridLayout(self.insist_block)
        self.insist_grid.setObjectName(u"insist_grid")
        self.insist_grid.setHorizontalSpacing(8)
        self.insist_grid.setVerticalSpacing(2)
        self.insist_grid.setContentsMargins(0, 0, 0, 0)
        self.insist_label = QLabel(self.insist_block)
        self.insist_label.setObjectName(u"insist_label")
        self.insist_label.setMinimumSize(QSize(102, 0))

        self.insist_grid.addWidget(self.insist_label, 0, 0, 1, 1)

        self.insist = SegmentedChoice(self.insist_block)
        self.insist.setObjectName(u"insist")

        self.insist_grid.addWidget(self.insist, 0, 1, 1, 1)

        self.insist_note = NoteLabel(self.insist_block)
        self.insist_note.setObjectName(u"insist_note")

        self.insist_grid.addWidget(self.insist_note, 1, 1, 1, 1)

        self.insist_grid.setColumnStretch(1, 1)

        self.papers_body.addWidget(self.insist_block)

        self.papers_body.setStretch(1, 1)
        self.below.addWidget(self.papers_page)
        self.official_page = QWidget()
        self.official_page.setObjectName(u"official_page")
        self.below.addWidget(self.official_page)

        self.what_body.addWidget(self.below)

        self.what_body.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.form_label.setBuddy(self.form)
        self.sets_label.setBuddy(self.sets)
        self.procedure_label.setBuddy(self.procedure)
        self.official_label.setBuddy(self.official)
        self.official_day_label.setBuddy(self.official_day)
        self.added_label.setBuddy(self.added)
        self.insist_label.setBuddy(self.insist)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DossierWhat)
    # setupUi

    def retranslateUi(self, DossierWhat):
        self.form_label.setText(QCoreApplication.translate("DossierWhat", u"H\u00ecnh th\u1ee9c", None))
#if QT_CONFIG(accessibility)
        self.form.setAccessibleName(QCoreApplication.translate("DossierWhat", u"H\u00ecnh th\u1ee9c", None))
#endif // QT_CONFIG(accessibility)
        self.sets_label.setText(QCoreApplication.translate("DossierWhat", u"S\u1ed1 b\u1ed9", None))
#if QT_CONFIG(accessibility)
        self.sets.setAccessibleName(QCoreApplication.translate("DossierWhat", u"S\u1ed1 b\u1ed9 h\u1ed3 s\u01a1", None))
#endif // QT_CONFIG(accessibility)
        self.procedure_label.setText(QCoreApplication.translate("DossierWhat", u"Th\u1ee7 t\u1ee5c", None))
#if QT_CONFIG(accessibility)
        self.procedure.setAccessibleName(QCoreApplication.translate("DossierWhat", u"Th\u1ee7 t\u1ee5c h\u00e0nh ch\u00ednh", None))
#endif // QT_CONFIG(accessibility)
        self.procedure.setPlaceholderText(QCoreApplication.translate("DossierWhat", u"M\u00e3, t\u00ean ho\u1eb7c l\u0129nh v\u1ef1c, kh\u00f4ng c\u1ea7n d\u1ea5u", None))
        self.official_label.setText(QCoreApplication.translate("DossierWhat", u"M\u00e3 h\u1ed3 s\u01a1", None))
#if QT_CONFIG(accessibility)
        self.official.setAccessibleName(QCoreApplication.translate("DossierWhat", u"M\u00e3 h\u1ed3 s\u01a1 tr\u00ean gi\u1ea5y c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.official.setPlaceholderText(QCoreApplication.translate("DossierWhat", u"Nh\u01b0 H37.10-261120-0005; ho\u1eb7c qu\u00e9t", None))
        self.official_day_label.setText(QCoreApplication.translate("DossierWhat", u"Ng\u00e0y h\u1eb9n tr\u1ea3", None))
#if QT_CONFIG(accessibility)
        self.official_day.setAccessibleName(QCoreApplication.translate("DossierWhat", u"Ng\u00e0y h\u1eb9n tr\u1ea3 tr\u00ean gi\u1ea5y c\u1ee7a c\u01a1 quan", None))
#endif // QT_CONFIG(accessibility)
        self.official_day.setPlaceholderText(QCoreApplication.translate("DossierWhat", u"ng\u00e0y/th\u00e1ng/n\u0103m", None))
        self.recent_title.setText(QCoreApplication.translate("DossierWhat", u"V\u1eeba nh\u1eadn trong ca", None))
#if QT_CONFIG(accessibility)
        self.recent.setAccessibleName(QCoreApplication.translate("DossierWhat", u"H\u1ed3 s\u01a1 v\u1eeba nh\u1eadn trong ca", None))
#endif // QT_CONFIG(accessibility)
        self.papers_title.setText(QCoreApplication.translate("DossierWhat", u"Gi\u1ea5y t\u1edd", None))
        self.cap_all.setText(QCoreApplication.translate("DossierWhat", u"D", None))
        self.cap_add.setText(QCoreApplication.translate("DossierWhat", u"Ctrl+N", None))
        self.added_label.setText(QCoreApplication.translate("DossierWhat", u"Gi\u1ea5y t\u1edd th\u00eam", None))
#if QT_CONFIG(accessibility)
        self.added.setAccessibleName(QCoreApplication.translate("DossierWhat", u"T\u00ean gi\u1ea5y t\u1edd th\u00eam v\u00e0o danh m\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        self.added.setPlaceholderText(QCoreApplication.translate("DossierWhat", u"T\u00ean gi\u1ea5y t\u1edd, r\u1ed3i Enter", None))
        self.insist_label.setText(QCoreApplication.translate("DossierWhat", u"V\u1eabn g\u1eedi v\u00ec", None))
#if QT_CONFIG(accessibility)
        self.insist.setAccessibleName(QCoreApplication.translate("DossierWhat", u"L\u00fd do ng\u01b0\u1eddi n\u1ed9p v\u1eabn g\u1eedi khi thi\u1ebfu gi\u1ea5y t\u1edd", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

