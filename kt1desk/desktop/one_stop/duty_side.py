"""The right column of a work: what it is about, then one question or one form at a time, and why something was refused.

What was typed into a form stays with it: whoever steps back finds it there again. The column must not know what is asked or entered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.one_stop.inputs import InputForm
from kt1desk.desktop.one_stop.problem import Problem
from kt1desk.desktop.widgets import ActionButton, Card
from kt1desk.domain.errors import DeskError

_PANEL_AT = 2
"""A question stands where a form would, below what it is about."""


class DutyUi(Protocol):
    """What every right column of these works has."""

    side_body: QVBoxLayout
    hint_card: Card
    hint_figure: QLabel
    subject_card: Card
    subject_number: QLabel
    subject_what: QLabel
    subject_note: QLabel
    form_card: Card
    form_title: QLabel
    form_text: QLabel
    problem: QLabel
    save: ActionButton
    other: ActionButton


@dataclass(frozen=True, slots=True)
class DutyForm:
    """A form: which inputs it shows, with which texts; ``does`` is what F9 does then.

    ``key`` is what it is about: what was typed into it comes back with the same key.
    """

    key: str
    title: str
    inputs: Mapping[str, str]
    does: str
    act: Callable[[], None]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What F9 and F8 do while nothing is asked or entered, "" for nothing."""

    save: str = ""
    other: str = ""


class DutySide(QObject):
    """`changed`: a question or form was opened or closed. `left`: the keys belong to the list again."""

    changed = Signal()
    left = Signal()

    def __init__(self, ui: DutyUi, right: QWidget, form: InputForm) -> None:
        super().__init__(right)
        self._ui, self.form = ui, form
        self._problem = Problem(ui.problem)
        self._panel = ReasonPanel(right)
        ui.side_body.insertWidget(_PANEL_AT, self._panel)
        self._open: DutyForm | None = None
        self._offer = Offer()
        self._kept: dict[str, Mapping[str, str]] = {}
        form.finished.connect(self.save)
        right.hide()
        self.about("", "", "")

    def about(self, number: str, what: str, note: str) -> None:
        """What is at hand; nothing where its number is ""."""
        ui = self._ui
        ui.hint_card.setVisible(not number)
        ui.subject_card.setVisible(bool(number))
        for label, text in ((ui.subject_number, number), (ui.subject_what, what), (ui.subject_note, note)):
            label.setText(text)
            label.setVisible(bool(text))
        self._settle()

    def offer(self, offer: Offer) -> None:
        """What the two keys do in the list."""
        self._offer = offer
        self._settle()

    def ask(self, title: str, text: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
        """One of these, by its digit."""
        self._problem.tell("")
        self._panel.begin(ReasonQuestion(title, text, tuple(choices), then))
        self._settle()
        self._panel.set_focus()

    def fill(self, form: DutyForm) -> None:
        """Show a form; what was typed into it before is there again."""
        ui, self._open = self._ui, form
        self._problem.tell("")
        ui.form_title.setText(form.title)
        ui.form_text.setText(form.text)
        ui.form_text.setVisible(bool(form.text))
        kept = self._kept.get(form.key, {})
        self.form.show({name: kept.get(name, text) for name, text in form.inputs.items()})
        self._settle()
        self._start()

    def open_key(self) -> str:
        """Key of the form that is open, "" for none."""
        return self._open.key if self._open is not None else ""

    def is_busy(self) -> bool:
        """Whether something is asked or entered."""
        return self._open is not None or self._panel.is_open()

    def save(self) -> None:
        """F9, or Enter at the last input: do it, where nothing lacks."""
        if self._open is not None and not self._panel.is_open() and self.form.is_whole():
            self._open.act()

    def step_back(self) -> bool:
        """The question, the form; False where neither is open."""
        if not self._panel.close_question():
            if self._open is None:
                return False
            self._kept[self._open.key] = dict(self.form.texts())
            self._open = None
        self.tell("")
        self._settle()
        if self._open is not None:
            self._start()
        else:
            self.left.emit()
        return True

    def close(self) -> None:
        """It was done: nothing of it is kept."""
        self._panel.close_question()
        if self._open is not None:
            self._kept.pop(self._open.key, None)
            self.form.show({})
            self._open = None
        self.tell("")
        self._settle()
        self.left.emit()

    def forget(self) -> None:
        """Somebody else may stand here next: what was typed goes."""
        self._kept.clear()
        self.close()

    def tell(self, sentence: str) -> None:
        """The sentence below the cards; "" for none."""
        self._problem.tell(sentence)

    def refuse(self, error: DeskError) -> None:
        """Say why something was not done: at its input, or below the cards."""
        self.tell("" if self._open is not None and self.form.refuse(error) else say(error))

    def _start(self) -> None:
        """Where the keys act: the first input that lacks something; where there is none, the button that does it."""
        if self._open is not None and self._open.inputs:
            self.form.start()
        else:
            self._ui.save.setFocus()

    def _settle(self) -> None:
        ui, asked, form = self._ui, self._panel.is_open(), self._open
        ui.form_card.setVisible(form is not None and not asked)
        save, other = (form.does, "") if form is not None else (self._offer.save, self._offer.other)
        for button, words in ((ui.save, save), (ui.other, other)):
            button.setVisible(bool(words) and not asked)
            if words:
                button.setText(words)
        self.changed.emit()
