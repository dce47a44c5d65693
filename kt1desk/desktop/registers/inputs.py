"""One input for one declared column: a line of text, a day, or a choice of a list. It knows the kind of column and no register."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import day
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.registers.texts import read_day, shown_value
from kt1desk.desktop.widgets import FieldEdit, WrappedNote
from kt1desk.domain.register_columns import Column, Kind

_LISTED = {Kind.CODE, Kind.USER, Kind.AGENCY, Kind.COMMUNE}
_WRITTEN = {Kind.PERSON, Kind.ADDRESS}
_NO_DAY = "Gõ ngày như 04/12/2026."
_NOTHING = "Không có trong danh mục. Sửa lại chữ đã gõ."
_TYPED_DAY = 10
_LOOKED_UP = 80
"""Characters of a name that is searched in a list; the code of what was found is kept."""
Find = Callable[[Column, str], Sequence[Choice]]


class ColumnInput(QObject):
    """The input of a column. `settled`: something was chosen, go on."""

    settled = Signal()

    def __init__(self, column: Column, window: QWidget, jobs: Jobs, find: Find) -> None:
        super().__init__(window)
        self.column = column
        self.field, self.note = FieldEdit(window), WrappedNote(window)
        field = self.field
        field.setObjectName(column.code)
        field.setAccessibleName(column.title)
        field.setToolTip(column.purpose)
        field.attach_note(self.note)
        self.note.setObjectName(f"{column.code}_note")
        self.note.show_note("")
        field.setProperty("vietnamese_input", column.kind in _WRITTEN or column.kind in _LISTED)
        self._seen = False
        self._choice: ChoiceField | None = None
        field.setProperty("max_chars", _most(column))
        if column.kind in _LISTED:
            self._choice = ChoiceField(field, window, jobs, self._ask(find), _NOTHING)
            self._choice.chosen.connect(lambda _: self.settled.emit())
        else:
            field.textEdited.connect(lambda _: field.show_idle())

    @property
    def is_wide(self) -> bool:
        """Whether names and addresses stand here, which need the whole width."""
        return self.column.kind in {Kind.AGENCY, Kind.CODE, Kind.COMMUNE, *_WRITTEN}

    def put(self, text: str, words: str = "") -> None:
        """A stored value, "" for none; ``words`` is how people call it."""
        self._seen = False
        if self._choice is not None:
            self._choice.put(Answer(text, words or text) if text else None)
        else:
            self.field.setText(shown_value(self.column, text))
            self.field.show_idle()
        self.field.setCursorPosition(0)  # the beginning of a long text says more than its end

    def step(self) -> Step:
        """This input on the way of Enter; one that may stay empty is stopped at once."""
        return Step(self.field, self._needs, self._commit)

    def value(self) -> str:
        """The value as it is stored, or what was typed where that cannot be read: the service says why not."""
        if self._choice is not None:
            answer = self._choice.answer()
            return answer.ref if answer is not None else ""
        text = self.field.text().strip()
        if self.column.kind is Kind.DATE:
            found = read_day(text)
            return found.isoformat() if found is not None else text
        return text.upper() if self.column.kind is Kind.REFERENCE else text

    def unread(self) -> str:
        """Why what was typed cannot be taken; "" where it can."""
        if self._choice is not None:
            return self._choice.unread()
        text = self.field.text().strip()
        return _NO_DAY if self.column.kind is Kind.DATE and text and read_day(text) is None else ""

    def lack(self, sentence: str) -> None:
        """Say what is wrong, here; the input takes the keys."""
        self.field.show_error(sentence)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def lock(self, *, locked: bool) -> None:
        """What stands here cannot be changed."""
        self.field.setEnabled(not locked)

    def close_list(self) -> bool:
        """Shut the list; False where none was open."""
        return self._choice.close_list() if self._choice is not None else False

    def _needs(self) -> bool:
        return not self.value() and (self.column.required or not self._seen)

    def _commit(self) -> bool:
        self._seen = True
        if self._choice is not None:
            left_empty = not self.column.required and not self.field.text().strip()
            return left_empty or self._choice.enter()
        if problem := self.unread():
            self.lack(problem)
            return False
        if self.column.kind is Kind.DATE and self.value():
            found = read_day(self.field.text())
            self.field.setText(day(found) if found is not None else self.field.text())
        elif self.column.kind is Kind.REFERENCE:
            self.field.setText(self.value())
        return True

    def _ask(self, find: Find) -> Callable[[str], Sequence[Answer]]:
        column = self.column

        def ask(text: str) -> Sequence[Answer]:
            return [Answer(each.key, each.text) for each in find(column, text)]

        return ask


def _most(column: Column) -> int:
    if column.kind in _LISTED:
        return _LOOKED_UP
    return _TYPED_DAY if column.kind is Kind.DATE else column.max_length
