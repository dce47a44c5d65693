"""The list of «Sổ quỹ trong ca»: the lines of the drawer, or the closed shifts one of which is put right. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.models.texts import dong, shift_name
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.shift.book_rows import LINE_COLUMNS, SHIFT_COLUMNS, line_row, shift_row
from kt1desk.domain.shift import Drawer
from kt1desk.services.drawer_book import DrawerView
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import ShiftRow

_TITLE = "Sổ quỹ trong ca"


class BookList(QObject):
    """`changed`: another list or row is in sight."""

    changed = Signal()

    def __init__(self, shown: DutyList) -> None:
        super().__init__(shown)
        self._shown = shown
        self._offset_min = 0
        self.view: DrawerView | None = None
        self._of_shifts = False
        self._awaited = ""
        shown.moved.connect(lambda _: self.changed.emit())

    def show(self, view: DrawerView, offset_min: int) -> None:
        """As it was read; the list in sight stays so."""
        self.view, self._offset_min = view, offset_min
        self._of_shifts = self._of_shifts and bool(view.closed)
        self._draw()

    def show_shifts(self) -> None:
        """The closed shifts."""
        self._of_shifts = self.view is not None and bool(self.view.closed)
        self._draw()

    def step_back(self) -> bool:
        """Back to the lines; False where they are in sight."""
        was, self._of_shifts = self._of_shifts, False
        if was:
            self._draw()
        return was

    def await_line(self, line: str) -> None:
        """This line was written: it is gone to as soon as it is read; until then the keys are at none."""
        self._awaited = line

    def line(self) -> DrawerLine | None:
        """The line that the keys are at."""
        if self._awaited:
            return None
        lines = self.view.lines if self.view is not None and not self._of_shifts else ()
        return next((each for each in lines if each.line == self._shown.current()), None)

    def closed(self) -> ShiftRow | None:
        """The closed shift that the keys are at."""
        shifts = self.view.closed if self.view is not None and self._of_shifts else ()
        return next((each for each in shifts if each.shift == self._shown.current()), None)

    def is_open(self) -> bool:
        """Whether a shift is open, so that lines may be written."""
        shift = self.view.shift if self.view is not None else None
        return shift is not None and not shift.closed_ms

    def is_of_shifts(self) -> bool:
        """Whether closed shifts are in sight."""
        return self._of_shifts

    def _draw(self) -> None:
        view = self.view
        if view is None:
            return
        if self._of_shifts:
            rows = [shift_row(each, _expected(each), self._offset_min) for each in view.closed]
            self._shown.show(rows, SHIFT_COLUMNS)
            self._shown.card.say("Enter: điều chỉnh ca này", "Ca đã kết")
        else:
            rows = [line_row(each, view, self._offset_min) for each in reversed(view.lines)]
            at, self._awaited = self._awaited, ""
            self._shown.show(rows, LINE_COLUMNS, at)
            holds = f"Ngăn phải có {dong(view.holds_dong)} đ" if self.is_open() else "Chưa mở ca"
            of = f"{_TITLE}: {shift_name(view.shift.shift)}" if view.shift is not None else _TITLE
            self._shown.card.say(holds, of)
        self.changed.emit()


def _expected(shift: ShiftRow) -> int:
    return Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong
