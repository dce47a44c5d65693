"""A new password, typed twice: the rules in one sentence before, what is missing while it is typed. Every page that asks for one uses it.

It must not know what becomes of the password.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.new_password import Ui_NewPasswordForm
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.password_words import lacking_words, rules_sentence
from kt1desk.desktop.navigation import Step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy

_ENOUGH = "Đủ điều kiện"
_SAME = "Hai lần gõ giống nhau"


class NewPassword(QWidget):
    """The two fields. `edited`: something was typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = ""
        self._policy = PasswordPolicy()
        self._ui = Ui_NewPasswordForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.password.attach_note(ui.password_note)
        ui.again.attach_note(ui.again_note)
        ui.password.textEdited.connect(self._edited)
        ui.again.textEdited.connect(self._edited)
        self.serve(self._policy)

    def serve(self, policy: PasswordPolicy, user: str = "") -> None:
        """What the password must be like, and whose it will be."""
        self._policy, self._user = policy, user
        self._ui.rules.setText(rules_sentence(policy))
        self._show()

    def put_between(self, before: QWidget, after: QWidget) -> None:
        """Where Tab comes to the two fields: by themselves, since whoever holds them takes no keys."""
        ui = self._ui
        for first, second in pairwise((before, ui.password, ui.again, after)):
            QWidget.setTabOrder(first, second)

    def steps(self) -> Sequence[Step]:
        """For the way of Enter: a password that still lacks something stays in front."""
        ui = self._ui
        return (
            Step(ui.password, lambda: not ui.password.text(), self._is_enough),
            Step(ui.again, lambda: not ui.again.text()),
        )

    def value(self) -> str | None:
        """The password, or None after saying beside the field what is wrong."""
        ui = self._ui
        if not self._is_enough():
            ui.password.setFocus()
            return None
        if ui.again.text() != ui.password.text():
            ui.again.show_error(say(DeskError("login.password_mismatch", "password")))
            ui.again.setFocus()
            ui.again.selectAll()
            return None
        return ui.password.text()

    def refuse(self, error: DeskError) -> None:
        """Say beside the password why it was refused."""
        self._ui.password.show_error(say(error))
        self._ui.password.setFocus()
        self._ui.password.selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        self._ui.password.clear()
        self._ui.again.clear()
        self._show()

    def set_read_only(self, busy: bool) -> None:
        """While it is being changed nothing is typed."""
        for field in (self._ui.password, self._ui.again):
            field.setReadOnly(busy)

    def _is_enough(self) -> bool:
        try:
            self._policy.check(self._user, self._ui.password.text())
        except DeskError as error:
            self._ui.password.show_error(say(error))
            return False
        return True

    def _edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        ui, typed, again = self._ui, self._ui.password.text(), self._ui.again.text()
        lacking = self._policy.lacking(self._user, typed)
        if typed and lacking.nothing:
            ui.password.show_done(_ENOUGH)
        else:
            ui.password.show_idle(lacking_words(lacking) if typed else "")
        if again and again == typed:
            ui.again.show_done(_SAME)
        else:
            ui.again.show_idle("")
