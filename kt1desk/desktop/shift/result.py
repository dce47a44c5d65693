"""What was written when a shift was closed: it stays in sight until somebody leaves it."""

from __future__ import annotations

from kt1desk.desktop.models.texts import count, shift_name
from kt1desk.desktop.needs.shift import ClosedShift
from kt1desk.desktop.shift.close_side import CloseSide, StepWords
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.rows import WRITTEN_COLUMNS, written_rows
from kt1desk.desktop.shift_side import difference_figure

_NOTE = "Sổ của ca đã khóa. Tiền đếm được là quỹ để lại cho ca sau."
_PROMISED = "Đầu ca sau lập {} biên bản sự vụ."


class ShiftResult:
    """``closed`` is what is shown, None for nothing."""

    def __init__(self, parts: TillParts, side: CloseSide) -> None:
        self._parts, self._side = parts, side
        self.closed: ClosedShift | None = None

    def begin(self, closed: ClosedShift) -> None:
        """Show this."""
        self.closed = closed
        self._parts.show_steps(
            f"{shift_name(closed.shift)} đã kết", "", WRITTEN_COLUMNS, written_rows(closed)
        )
        self.show()

    def show(self) -> None:
        """What the keys do now."""
        closed = self.closed
        if closed is None:
            return
        note = f"{_NOTE} {_PROMISED.format(count(closed.records))}" if closed.records else _NOTE
        figure = difference_figure(closed.counted_dong - closed.expected_dong)
        title = f"Đã kết {shift_name(closed.shift)}"
        self._side.show_step(StepWords(title, figure, note, "Xong"))
        self._side.focus_go()

    def end(self) -> bool:
        """It was read; False where nothing was shown."""
        was, self.closed = self.closed is not None, None
        return was
