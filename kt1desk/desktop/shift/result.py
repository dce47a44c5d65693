"""What was written when a shift was closed: it stays in sight until somebody leaves it; records that were promised are opened from here."""

from __future__ import annotations

from kt1desk.desktop.models.texts import count, shift_name
from kt1desk.desktop.needs.shift import ClosedShift
from kt1desk.desktop.shift.close_side import CloseSide, StepWords
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.rows import WRITTEN_COLUMNS, written_rows
from kt1desk.desktop.shift_side import difference_figure

_NOTE = "Sổ của ca đã khóa. Tiền đếm được là quỹ để lại cho ca sau."


class ShiftResult:
    """``closed`` is what is shown, None for nothing."""

    def __init__(self, parts: TillParts, side: CloseSide) -> None:
        self._parts, self._side = parts, side
        self.closed: ClosedShift | None = None
        self._promised: list[str] = []

    def begin(self, closed: ClosedShift) -> None:
        """Show this."""
        self.closed, self._promised = closed, list(closed.incidents)
        self._parts.show_steps(
            f"{shift_name(closed.shift)} đã kết", "", WRITTEN_COLUMNS, written_rows(closed)
        )
        self.show()

    def show(self) -> None:
        """What the keys do now."""
        closed, left = self.closed, len(self._promised)
        if closed is None:
            return
        other = f"Lập biên bản sự vụ: {count(left)}" if left else ""
        figure = difference_figure(closed.counted_dong - closed.expected_dong)
        title = f"Đã kết {shift_name(closed.shift)}"
        self._side.show_step(StepWords(title, figure, _NOTE, "Xong", other))
        self._side.focus_go()

    def next_incident(self) -> str:
        """The next number a record was promised about, "" for none; each is given once."""
        return self._promised.pop(0) if self.closed is not None and self._promised else ""

    def end(self) -> bool:
        """It was read; False where nothing was shown."""
        was, self.closed = self.closed is not None, None
        return was
