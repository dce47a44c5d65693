"""How a record ends, and who ends it: never who opened it. Where he stands at the desk himself, another person types his password here.

A password stands here no longer than it is needed. It must not know what is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.reasons import ReasonList
from kt1desk.desktop.forms.incidents_close import Ui_CloseForm
from kt1desk.desktop.messages import say
from kt1desk.desktop.name_and_password import name_and_password
from kt1desk.desktop.navigation import EnterWay
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.incidents import IncidentLine
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError

_NO_OUTCOME = "Chọn kết quả bằng phím số."
_NO_USER = "Gõ tài khoản của người kết thúc."
_NO_PASSWORD = "Người kết thúc gõ mật khẩu của mình."  # noqa: S105 - a sentence
_FIELDS = {"user": "user", "second": "user", "password": "password"}


@dataclass(frozen=True, slots=True)
class Closing:
    """How it ends; ``closer`` is None where whoever is at the desk ends it."""

    outcome: str
    closer: AtDesk | None


class CloseForm(QWidget):
    """`wanted`: Enter was pressed at the last input, or the button."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_CloseForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._outcome = ReasonList(ui.outcome)
        for field, note in ((ui.user, ui.user_note), (ui.password, ui.password_note)):
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._way = EnterWay(self, name_and_password(ui.user, ui.password))
        self._alone = True
        self._way.finished.connect(self.wanted)
        self._outcome.chosen.connect(lambda _: self._go_on())
        ui.keep.clicked.connect(self.wanted)

    def begin(self, line: IncidentLine, outcomes: Sequence[Choice]) -> None:
        """Ask how this record ends."""
        ui, self._alone = self._ui, line.alone
        self.forget()
        self._outcome.show(outcomes)
        ui.second_card.setVisible(not line.alone)
        ui.second_note.setText(
            f"Người lập ({line.row.user}) không tự kết thúc. Mời kiểm soát viên hoặc trưởng."
        )
        self._outcome.set_focus()

    def closing(self) -> Closing | None:
        """What was chosen; None where something lacks: it is said, and it takes the keys."""
        ui, outcome = self._ui, self._outcome.value()
        if not outcome:
            self.problem(_NO_OUTCOME)
            self._outcome.set_focus()
            return None
        if self._alone:
            return Closing(outcome, None)
        for field, sentence in ((ui.user, _NO_USER), (ui.password, _NO_PASSWORD)):
            if not field.text().strip():
                _lack(field, sentence)
                return None
        return Closing(outcome, AtDesk(ui.user.text().strip().lower(), ui.password.text()))

    def refuse(self, error: DeskError) -> None:
        """Say why it was not closed: at its input, or below."""
        name = _FIELDS.get(error.field, "")
        self._ui.password.clear()
        if name and not self._alone:
            _lack(self._ui.password if name == "password" else self._ui.user, say(error))
        else:
            self.problem(say(error))

    def forget(self) -> None:
        """Nothing is chosen and no password stands here."""
        for field in (self._ui.user, self._ui.password):
            field.clear()
            field.show_idle()
        self.problem("")

    def problem(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def _go_on(self) -> None:
        self.problem("")
        if self._alone:
            self._ui.keep.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._way.start()


def _lack(field: FieldEdit, sentence: str) -> None:
    field.show_error(sentence)
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
