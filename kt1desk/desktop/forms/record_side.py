# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record_side.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (ActionButton, Card, KeyCap, MoneyTable,
    SegmentedChoice)

class Ui_RecordSide(object):
    def setupUi(self, RecordSide):
        if not RecordSide.objectName():
            RecordSide.setObjectName(u"RecordSide")
        RecordSide.resize(328, 700)
        self.side_body = QVBoxLayout(RecordSide)
        self.side_body.setSpacing(12)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(0, 0, 0, 0)
        self.sums_card = Card(RecordSide)
        self.sums_card.setObjectName(u"sums_card")
        self.sums_body = QVBoxLayout(self.sums_card)
        self.sums_body.setSpacing(8)
        self.sums_body.setObjectName(u"sums_body")
        self.sums_body.setContentsMargins(16, 12, 16, 12)
        self.sums_title = QLabel(self.sums_card)
        self.sums_title.setObjectName(u"sums_title")
        self.sums_title.setProperty(u"role", u"h2")

        self.sums_body.addWidget(self.sums_title)

        self.sums = MoneyTable(self.sums_card)
        self.sums.setObjectName(u"sums")

        self.sums_body.addWidget(self.sums)


        self.side_body.addWidget(self.sums_card)

        self.taken_card = Card(RecordSide)
        self.taken_card.setObjectName(u"taken_card")
        self.taken_body = QVBoxLayout(self.taken_card)
        self.taken_body.setSpacing(8)
        self.taken_body.setObjectName(u"taken_body")
        self.taken_body.setContentsMargins(16, 12, 16, 12)
        self.taken_title = QLabel(self.taken_card)
        self.taken_title.setObjectName(u"taken_title")
        self.taken_title.setProperty(u"role", u"h2")

        self.taken_body.addWidget(self.taken_title)


        self.side_body.addWidget(self.taken_card)

        self.back_card = Card(RecordSide)
        self.back_card.setObjectName(u"back_card")
        self.back_body = QVBoxLayout(self.back_card)
        self.back_body.setSpacing(8)
        self.back_body.setObjectName(u"back_body")
        self.back_body.setContentsMargins(16, 12, 16, 12)
        self.back_title = QLabel(self.back_card)
        self.back_title.setObjectName(u"back_title")
        self.back_title.setProperty(u"role", u"h2")

        self.back_body.addWidget(self.back_title)


        self.side_body.addWidget(self.back_card)

        self.links_card = Card(RecordSide)
        self.links_card.setObjectName(u"links_card")
        self.links_body = QVBoxLayout(self.links_card)
        self.links_body.setSpacing(8)
        self.links_body.setObjectName(u"links_body")
        self.links_body.setContentsMargins(16, 12, 16, 12)
        self.links_title = QLabel(self.links_card)
        self.links_title.setObjectName(u"links_title")
        self.links_title.setProperty(u"role", u"h2")

        self.links_body.addWidget(self.links_title)

        self.open_new = ActionButton(self.links_card)
        self.open_new.setObjectName(u"open_new")
        self.open_new.setProperty(u"key_text", u"Ctrl+M")

        self.links_body.addWidget(self.open_new)

        self.open_old = ActionButton(self.links_card)
        self.open_old.setObjectName(u"open_old")
        self.open_old.setProperty(u"key_text", u"Ctrl+B")

        self.links_body.addWidget(self.open_old)


        self.side_body.addWidget(self.links_card)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_body.addItem(self.spacer_1)

        self.question_card = Card(RecordSide)
        self.question_card.setObjectName(u"question_card")
        self.question_body = QVBoxLayout(self.question_card)
        self.question_body.setSpacing(8)
        self.question_body.setObjectName(u"question_body")
        self.question_body.setContentsMargins(16, 12, 16, 12)
        self.question_title = QLabel(self.question_card)
        self.question_title.setObjectName(u"question_title")
        self.question_title.setWordWrap(True)
        self.question_title.setProperty(u"role", u"h2")

        self.question_body.addWidget(self.question_title)

        self.question_text = QLabel(self.question_card)
        self.question_text.setObjectName(u"question_text")
        self.question_text.setWordWrap(True)

        self.question_body.addWidget(self.question_text)

        self.reason = SegmentedChoice(self.question_card)
        self.reason.setObjectName(u"reason")

        self.question_body.addWidget(self.reason)

        self.question_sure = QLabel(self.question_card)
        self.question_sure.setObjectName(u"question_sure")
        self.question_sure.setWordWrap(True)
        self.question_sure.setProperty(u"role", u"warn-box")

        self.question_body.addWidget(self.question_sure)

        self.sure = ActionButton(self.question_card)
        self.sure.setObjectName(u"sure")
        self.sure.setProperty(u"key_text", u"F8")
        self.sure.setProperty(u"kind", u"danger")

        self.question_body.addWidget(self.sure)

        self.question_keys = QHBoxLayout()
        self.question_keys.setSpacing(6)
        self.question_keys.setObjectName(u"question_keys")
        self.question_keys.setContentsMargins(0, 0, 0, 0)
        self.key_back = KeyCap(self.question_card)
        self.key_back.setObjectName(u"key_back")

        self.question_keys.addWidget(self.key_back)

        self.back_says = QLabel(self.question_card)
        self.back_says.setObjectName(u"back_says")
        self.back_says.setProperty(u"role", u"muted")

        self.question_keys.addWidget(self.back_says)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.question_keys.addItem(self.spacer_2)


        self.question_body.addLayout(self.question_keys)


        self.side_body.addWidget(self.question_card)

        self.problem = QLabel(RecordSide)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.side_body.addWidget(self.problem)

        self.acts = QVBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.case_first = QHBoxLayout()
        self.case_first.setSpacing(8)
        self.case_first.setObjectName(u"case_first")
        self.case_first.setContentsMargins(0, 0, 0, 0)
        self.do_next = ActionButton(RecordSide)
        self.do_next.setObjectName(u"do_next")
        self.do_next.setProperty(u"key_text", u"Ctrl+U")

        self.case_first.addWidget(self.do_next)

        self.show_identity = ActionButton(RecordSide)
        self.show_identity.setObjectName(u"show_identity")
        self.show_identity.setProperty(u"key_text", u"Ctrl+O")

        self.case_first.addWidget(self.show_identity)

        self.case_first.setStretch(0, 1)
        self.case_first.setStretch(1, 1)

        self.acts.addLayout(self.case_first)

        self.case_second = QHBoxLayout()
        self.case_second.setSpacing(8)
        self.case_second.setObjectName(u"case_second")
        self.case_second.setContentsMargins(0, 0, 0, 0)
        self.tell_applicant = ActionButton(RecordSide)
        self.tell_applicant.setObjectName(u"tell_applicant")
        self.tell_applicant.setProperty(u"key_text", u"Ctrl+Y")

        self.case_second.addWidget(self.tell_applicant)

        self.print_notice = ActionButton(RecordSide)
        self.print_notice.setObjectName(u"print_notice")
        self.print_notice.setProperty(u"key_text", u"Ctrl+L")

        self.case_second.addWidget(self.print_notice)

        self.case_second.setStretch(0, 1)
        self.case_second.setStretch(1, 1)

        self.acts.addLayout(self.case_second)

        self.back_acts = QHBoxLayout()
        self.back_acts.setSpacing(8)
        self.back_acts.setObjectName(u"back_acts")
        self.back_acts.setContentsMargins(0, 0, 0, 0)
        self.withdraw = ActionButton(RecordSide)
        self.withdraw.setObjectName(u"withdraw")
        self.withdraw.setProperty(u"key_text", u"F8")

        self.back_acts.addWidget(self.withdraw)

        self.correct = ActionButton(RecordSide)
        self.correct.setObjectName(u"correct")
        self.correct.setProperty(u"key_text", u"Ctrl+E")

        self.back_acts.addWidget(self.correct)

        self.back_acts.setStretch(0, 1)
        self.back_acts.setStretch(1, 1)

        self.acts.addLayout(self.back_acts)

        self.reprint = ActionButton(RecordSide)
        self.reprint.setObjectName(u"reprint")
        self.reprint.setProperty(u"key_text", u"Ctrl+P")

        self.acts.addWidget(self.reprint)

        self.certify = ActionButton(RecordSide)
        self.certify.setObjectName(u"certify")
        self.certify.setProperty(u"key_text", u"Ctrl+G")

        self.acts.addWidget(self.certify)

        self.open_incident = ActionButton(RecordSide)
        self.open_incident.setObjectName(u"open_incident")
        self.open_incident.setProperty(u"key_text", u"Ctrl+N")

        self.acts.addWidget(self.open_incident)

        self.void_number = ActionButton(RecordSide)
        self.void_number.setObjectName(u"void_number")
        self.void_number.setProperty(u"key_text", u"Ctrl+H")

        self.acts.addWidget(self.void_number)


        self.side_body.addLayout(self.acts)


        self.retranslateUi(RecordSide)
    # setupUi

    def retranslateUi(self, RecordSide):
        self.sums_title.setText(QCoreApplication.translate("RecordSide", u"C\u01b0\u1edbc", None))
        self.taken_title.setText(QCoreApplication.translate("RecordSide", u"Nh\u1eadn", None))
        self.back_title.setText(QCoreApplication.translate("RecordSide", u"R\u00fat l\u1ea1i", None))
        self.links_title.setText(QCoreApplication.translate("RecordSide", u"Li\u00ean quan", None))
        self.open_new.setText("")
        self.open_old.setText("")
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RecordSide", u"L\u00fd do", None))
#endif // QT_CONFIG(accessibility)
        self.sure.setText("")
        self.key_back.setText(QCoreApplication.translate("RecordSide", u"Esc", None))
        self.back_says.setText(QCoreApplication.translate("RecordSide", u"th\u00f4i, \u0111\u1ec3 nguy\u00ean", None))
        self.do_next.setText(QCoreApplication.translate("RecordSide", u"Vi\u1ec7c ti\u1ebfp", None))
        self.show_identity.setText(QCoreApplication.translate("RecordSide", u"\u0110\u1ee7 s\u1ed1", None))
        self.tell_applicant.setText(QCoreApplication.translate("RecordSide", u"\u0110\u00e3 b\u00e1o", None))
        self.print_notice.setText(QCoreApplication.translate("RecordSide", u"Th\u00f4ng b\u00e1o", None))
        self.withdraw.setText(QCoreApplication.translate("RecordSide", u"R\u00fat l\u1ea1i", None))
        self.correct.setText(QCoreApplication.translate("RecordSide", u"S\u1eeda", None))
        self.reprint.setText(QCoreApplication.translate("RecordSide", u"In l\u1ea1i gi\u1ea5y \u0111ang ch\u1ecdn", None))
        self.certify.setText(QCoreApplication.translate("RecordSide", u"In gi\u1ea5y ch\u1ee9ng nh\u1eadn", None))
        self.open_incident.setText(QCoreApplication.translate("RecordSide", u"L\u1eadp bi\u00ean b\u1ea3n s\u1ef1 v\u1ee5", None))
        self.void_number.setText(QCoreApplication.translate("RecordSide", u"H\u1ee7y s\u1ed1", None))
        pass
    # retranslateUi

