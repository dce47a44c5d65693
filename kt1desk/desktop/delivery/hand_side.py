"""The right column where things go from hand to hand: how many, who takes or gives them with a password, and the one key that does it.

A password stands here no longer than it is needed. It must not know what changes hands.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.forms.delivery_hand_side import Ui_HandSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.name_and_password import name_and_password
from kt1desk.desktop.navigation import EnterWay
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError

_FIELDS = {"user": "user", "second": "user", "postman": "user", "password": "password"}


@dataclass(frozen=True, slots=True)
class HandWords:
    """What the column says: above the figure, above the inputs, on the button, and of each input that is empty."""

    figure: str
    hand: str
    do: str
    no_user: str
    no_password: str


class HandSide(QWidget):
    """`given`: Enter was pressed at the last input, or the button."""

    given = Signal()

    def __init__(self, words: HandWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_HandSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._words = words
        self._proposed = ""
        ui = self._ui
        ui.figure_title.setText(words.figure)
        ui.hand_title.setText(words.hand)
        ui.do.setText(words.do)
        for field, note in ((ui.user, ui.user_note), (ui.password, ui.password_note)):
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._way = EnterWay(self, name_and_password(ui.user, ui.password))
        self._way.finished.connect(self.given)
        ui.do.clicked.connect(self.given)
        self.tell("")
        self.hide()

    def show_figure(self, figure: str, note: str, *, usable: bool) -> None:
        """How many, and what is to be known of them; whether the key would do something."""
        self._ui.figure.setText(figure)
        self._ui.figure_note.setText(note)
        self._ui.do.setEnabled(usable)

    def ask(self, *, wanted: bool) -> None:
        """Whether anybody has to confirm here."""
        self._ui.hand_card.setVisible(wanted)

    def propose(self, user: str) -> None:
        """Who it will be, unless somebody typed another name."""
        if self._ui.user.text().strip() in {"", self._proposed}:
            self._ui.user.setText(user)
            self._proposed = user

    def start(self) -> None:
        """The first input that still needs something takes the keys; with nothing to ask it is as Enter at the last."""
        if self._ui.hand_card.isVisibleTo(self) and self._way.missing():
            self._way.start()
        else:
            self.given.emit()

    def confirmed(self) -> AtDesk | None:
        """Who confirmed; None where something lacks: it is said there, and it takes the keys."""
        ui = self._ui
        for field, words in ((ui.user, self._words.no_user), (ui.password, self._words.no_password)):
            if not field.text().strip():
                _lack(field, words)
                return None
        return AtDesk(ui.user.text().strip().lower(), ui.password.text())

    def refuse(self, error: DeskError) -> None:
        """Say why it was not done: at its input, or below where it belongs to none."""
        name = _FIELDS.get(error.field, "")
        self._ui.password.clear()
        is_said = False
        if name and self._ui.hand_card.isVisibleTo(self):
            inputs = {"user": (self._ui.user, self._ui.user_note)}
            field, note = inputs.get(name, (self._ui.password, self._ui.password_note))
            is_said = show_refusal(field, note, say(error))
            _go_to(field)
        self.tell("" if is_said else say(error))

    def tell(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def forget(self) -> None:
        """Nothing is confirmed any more."""
        for field in (self._ui.user, self._ui.password):
            field.clear()
            field.show_idle()
        self._proposed = ""
        self.tell("")


def _lack(field: FieldEdit, sentence: str) -> None:
    field.show_error(sentence)
    _go_to(field)


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
