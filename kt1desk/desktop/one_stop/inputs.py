"""A form of inputs by the names of refusals: which are in sight, what each must hold, and the way of Enter through them.

What is typed is read here as days, times, sums and counts; what it is for is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.incidents.texts import read_when
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import day, parse_dong
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError


class Kind(Enum):
    """What an input holds; its value is what is said where it does not."""

    TEXT = ""
    DAY = "Gõ ngày như 04/12/2026."
    WHEN = "Gõ giờ như 14:52 hoặc 14:52 22/11."
    DONG = "Gõ số tiền bằng chữ số."
    COUNT = "Gõ một số, như 12."


_READS: Mapping[Kind, Callable[[str], object]] = {
    Kind.TEXT: bool,
    Kind.DAY: read_day,
    Kind.WHEN: lambda text: read_when(text, 0, 0) is not None,
    Kind.DONG: lambda text: parse_dong(text) is not None,
    Kind.COUNT: lambda text: text.isascii() and text.isdecimal(),
}


@dataclass(frozen=True, slots=True)
class Input:
    """One input: ``lacks`` is said where nothing stands in it, "" where it may be empty; ``step`` is its own on the way of Enter."""

    label: QLabel
    field: FieldEdit
    note: NoteLabel
    lacks: str = ""
    kind: Kind = Kind.TEXT
    step: Step | None = None


class InputForm(QObject):
    """`finished`: Enter was pressed at the last input in sight; `typed(name)`: something was typed."""

    finished = Signal()
    typed = Signal(str)

    def __init__(self, inputs: Mapping[str, Input], owner: QWidget, before: Sequence[Step] = ()) -> None:
        super().__init__(owner)
        self._inputs = dict(inputs)
        self._visited = Visited()
        for name, each in self._inputs.items():
            self._join(name, each)
        self._way = EnterWay(owner, (*before, *(self._step(each) for each in self._inputs.values())))
        self._way.finished.connect(self.finished)

    def show(self, texts: Mapping[str, str]) -> None:
        """Only these are in sight, with these texts."""
        self._visited.forget()
        for name, each in self._inputs.items():
            for part in (each.label, each.field, each.note):
                part.setVisible(name in texts)
            each.field.setText(texts.get(name, ""))
            each.field.setCursorPosition(0)
            each.field.show_idle()

    def texts(self) -> Mapping[str, str]:
        """What stands in those in sight."""
        return {name: each.field.text() for name, each in self._inputs.items() if not each.field.isHidden()}

    def text(self, name: str) -> str:
        """What stands in one, "" where it is out of sight."""
        return self.texts().get(name, "").strip()

    def iso(self, name: str) -> str:
        """A day as it is stored; "" for none."""
        found = read_day(self.text(name))
        return found.isoformat() if found is not None else ""

    def number(self, name: str) -> int:
        """A count or a sum; 0 for none."""
        return parse_dong(self.text(name)) or 0

    def put(self, name: str, text: str) -> bool:
        """It was scanned; False where that input is out of sight."""
        field = self._inputs[name].field
        if field.isHidden():
            return False
        field.setText(text)
        field.show_done()
        self.typed.emit(name)
        return True

    def start(self) -> None:
        """The first input that lacks something takes the keys."""
        self._way.start()

    def is_whole(self) -> bool:
        """Whether nothing lacks; else it is said at the first that does, and it takes the keys."""
        for each in self._inputs.values():
            text = each.field.text().strip()
            wrong = each.lacks if not text else "" if _READS[each.kind](text) else each.kind.value
            if not each.field.isHidden() and wrong:
                each.field.show_error(wrong)
                _go_to(each.field)
                return False
        return True

    def say_at(self, name: str, sentence: str) -> None:
        """Why one of them is not good yet; it takes the keys."""
        self._inputs[name].field.show_error(sentence)
        _go_to(self._inputs[name].field)

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none in sight or is longer than the line there."""
        each = self._inputs.get(error.field)
        if each is None or each.field.isHidden():
            return False
        fits = show_refusal(each.field, each.note, say(error))
        _go_to(each.field)
        return fits

    def _join(self, name: str, each: Input) -> None:
        each.field.attach_note(each.note)
        each.field.textEdited.connect(lambda _: each.field.show_idle())
        each.field.textEdited.connect(lambda _: self.typed.emit(name))
        if each.kind is Kind.DAY:
            each.field.editingFinished.connect(lambda: _spell(each.field))

    def _step(self, each: Input) -> Step:
        if each.step is not None:
            return each.step
        return (
            Step(each.field, lambda: not each.field.text().strip())
            if each.lacks
            else self._visited.step(each.field)
        )


def _spell(field: FieldEdit) -> None:
    """A day in full, whichever way it was typed."""
    found = read_day(field.text())
    if found is not None:
        field.setText(day(found))


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
