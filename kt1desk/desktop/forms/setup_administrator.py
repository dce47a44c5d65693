# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_administrator.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout)

from kt1desk.desktop.widgets import (FieldEdit, NoteLabel)

class Ui_AdministratorStepForm(object):
    def setupUi(self, AdministratorStepForm):
        if not AdministratorStepForm.objectName():
            AdministratorStepForm.setObjectName(u"AdministratorStepForm")
        AdministratorStepForm.resize(828, 460)
        self.body = QVBoxLayout(AdministratorStepForm)
        self.body.setSpacing(8)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.intro = QLabel(AdministratorStepForm)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.body.addWidget(self.intro)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(AdministratorStepForm)
        self.user_label.setObjectName(u"user_label")

        self.fields.addWidget(self.user_label, 0, 0, 1, 1)

        self.user = FieldEdit(AdministratorStepForm)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"vietnamese_input", False)
        self.user.setProperty(u"max_chars", 32)

        self.fields.addWidget(self.user, 0, 1, 1, 1)

        self.user_note = NoteLabel(AdministratorStepForm)
        self.user_note.setObjectName(u"user_note")

        self.fields.addWidget(self.user_note, 1, 1, 1, 1)

        self.name_label = QLabel(AdministratorStepForm)
        self.name_label.setObjectName(u"name_label")

        self.fields.addWidget(self.name_label, 2, 0, 1, 1)

        self.name = FieldEdit(AdministratorStepForm)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"max_chars", 120)

        self.fields.addWidget(self.name, 2, 1, 1, 1)

        self.name_note = NoteLabel(AdministratorStepForm)
        self.name_note.setObjectName(u"name_note")

        self.fields.addWidget(self.name_note, 3, 1, 1, 1)

        self.password_label = QLabel(AdministratorStepForm)
        self.password_label.setObjectName(u"password_label")

        self.fields.addWidget(self.password_label, 4, 0, 1, 1)

        self.password = FieldEdit(AdministratorStepForm)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"vietnamese_input", False)
        self.password.setProperty(u"max_chars", 128)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.password, 4, 1, 1, 1)

        self.password_note = NoteLabel(AdministratorStepForm)
        self.password_note.setObjectName(u"password_note")

        self.fields.addWidget(self.password_note, 5, 1, 1, 1)

        self.again_label = QLabel(AdministratorStepForm)
        self.again_label.setObjectName(u"again_label")

        self.fields.addWidget(self.again_label, 6, 0, 1, 1)

        self.again = FieldEdit(AdministratorStepForm)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"vietnamese_input", False)
        self.again.setProperty(u"max_chars", 128)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.addWidget(self.again, 6, 1, 1, 1)

        self.again_note = NoteLabel(AdministratorStepForm)
        self.again_note.setObjectName(u"again_note")

        self.fields.addWidget(self.again_note, 7, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnMinimumWidth(0, 108)

        self.body.addLayout(self.fields)

        self.problem = QLabel(AdministratorStepForm)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error-box")

        self.body.addWidget(self.problem)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.user_label.setBuddy(self.user)
        self.name_label.setBuddy(self.name)
        self.password_label.setBuddy(self.password)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AdministratorStepForm)
    # setupUi

    def retranslateUi(self, AdministratorStepForm):
        self.intro.setText(QCoreApplication.translate("AdministratorStepForm", u"Ng\u01b0\u1eddi l\u1eadp b\u00e0n qu\u1ea3n l\u00fd ng\u01b0\u1eddi d\u00f9ng v\u00e0 m\u1eadt kh\u1ea9u. \u1ede \u0111i\u1ec3m m\u1ed9t ng\u01b0\u1eddi, ch\u00ednh ng\u01b0\u1eddi n\u00e0y c\u0169ng l\u00e0m giao d\u1ecbch.", None))
        self.user_label.setText(QCoreApplication.translate("AdministratorStepForm", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("AdministratorStepForm", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("AdministratorStepForm", u"H\u1ecd t\u00ean", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("AdministratorStepForm", u"H\u1ecd v\u00e0 t\u00ean", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("AdministratorStepForm", u"M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("AdministratorStepForm", u"M\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("AdministratorStepForm", u"G\u00f5 l\u1ea1i", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("AdministratorStepForm", u"G\u00f5 l\u1ea1i m\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        self.problem.setText("")
        pass
    # retranslateUi

