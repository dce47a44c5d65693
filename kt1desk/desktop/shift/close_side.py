"""The right column of a closing: which step, the figure of it, one question, who signs, and the keys that go on and back.

A password stands here no longer than it is needed. It must not know what a step does.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.shift_close_side import Ui_CloseSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.name_and_password import name_and_password
from kt1desk.desktop.navigation import EnterWay
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.widgets import FieldEdit, Role, set_role
from kt1desk.domain.errors import DeskError

_PANEL_AT = 1
"""A question stands below the figure."""
_FIELDS = {"user": "user", "second": "user", "password": "password"}
_NO_USER = "Người nhận ca gõ tên đăng nhập."
_NO_PASSWORD = "Người nhận ca gõ mật khẩu."  # noqa: S105 - a sentence


@dataclass(frozen=True, slots=True)
class StepWords:
    """What the column says of a step: above the figure, the figure, below it; what F9 and F8 do, where Esc goes, "" for nowhere."""

    title: str
    figure: str
    note: str = ""
    go: str = ""
    other: str = ""
    back: str = ""
    warns: bool = False


class CloseSide(QWidget):
    """`go_wanted`: F9, or Enter at the last input. `other_wanted`: F8."""

    go_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_CloseSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._panel = ReasonPanel(self)
        ui.side_body.insertWidget(_PANEL_AT, self._panel)
        for field, note in ((ui.user, ui.user_note), (ui.password, ui.password_note)):
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._way = EnterWay(self, name_and_password(ui.user, ui.password))
        self._way.finished.connect(self.go_wanted)
        ui.go.clicked.connect(self.go_wanted)
        ui.other.clicked.connect(self.other_wanted)
        ui.hand_card.hide()
        self.tell("")
        self.answer("")

    def show_step(self, words: StepWords) -> None:
        """Say which step it is, and what the keys do."""
        ui = self._ui
        ui.figure_title.setText(words.title)
        ui.figure.setText(words.figure)
        set_role(ui.figure_note, Role.WARN if words.warns else Role.MUTED)
        ui.figure_note.setText(words.note)
        ui.figure_note.setVisible(bool(words.note))
        for button, text in ((ui.go, words.go), (ui.other, words.other)):
            button.setVisible(bool(text))
            button.setEnabled(bool(text))
            button.setText(text)
        for part in (ui.key_back, ui.back_says):
            part.setVisible(bool(words.back))
        ui.back_says.setText(words.back)
        ui.hand_card.hide()
        self._panel.close_question()
        self.answer("")

    def show_total(self, figure: str) -> None:
        """Another figure in the same step."""
        self._ui.figure.setText(figure)

    def wait(self) -> None:
        """Something is under way: the keys do nothing."""
        for button in (self._ui.go, self._ui.other):
            button.setEnabled(False)

    def focus_go(self) -> None:
        """The keys go to the button."""
        self._ui.go.setFocus()

    def ask(self, question: ReasonQuestion) -> None:
        """One question; the digits answer it."""
        self._panel.begin(question)

    def close_question(self) -> None:
        """Nothing is asked."""
        self._panel.close_question()

    def sign(self) -> None:
        """Somebody types name and password; the first that is empty takes the keys."""
        self._ui.hand_card.show()
        self._way.start()

    def signed(self) -> AtDesk | None:
        """Who signed; None where something lacks: it is said there, and it takes the keys."""
        ui = self._ui
        for field, words in ((ui.user, _NO_USER), (ui.password, _NO_PASSWORD)):
            if not field.text().strip():
                field.show_error(words)
                _go_to(field)
                return None
        return AtDesk(ui.user.text().strip().lower(), ui.password.text())

    def refuse(self, error: DeskError) -> None:
        """Say why it was not done: at its input, or below where it belongs to none."""
        ui, name = self._ui, _FIELDS.get(error.field, "")
        ui.password.clear()
        is_said = False
        if name and not ui.hand_card.isHidden():
            field, note = (ui.user, ui.user_note) if name == "user" else (ui.password, ui.password_note)
            is_said = show_refusal(field, note, say(error))
            _go_to(field)
        self.tell("" if is_said else say(error))

    def tell(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def answer(self, sentence: str, role: Role = Role.WARN_BOX) -> None:
        """What is to be known before F9; "" for nothing."""
        set_role(self._ui.verdict, role)
        self._ui.verdict.setText(sentence)
        self._ui.verdict.setVisible(bool(sentence))

    def forget(self) -> None:
        """Nobody has signed."""
        for field in (self._ui.user, self._ui.password):
            field.clear()
            field.show_idle()
        self.tell("")


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
