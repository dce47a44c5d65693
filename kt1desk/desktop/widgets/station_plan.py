"""Where the stations of a line stand: how many fit, which are in sight, where each is drawn. Arithmetic alone, nothing is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

SLOT_WIDTH = 168
"""The least room of a station: the number of a dispatch on one line."""
ROW_HEIGHT = 112
MOST_ROWS = 2
"""At once; with less room it is one, and the others come by the arrows."""
MARK_WIDTH = 96
"""Room at the left for how many stations came before those in sight; taken only where not all of them fit."""
DOT_Y = 14


@dataclass(frozen=True)
class StationPlan:
    """Where ``count`` stations stand in ``width`` × ``height`` px while ``first`` is the first in sight."""

    width: int
    height: int
    count: int
    first: int = 0

    @property
    def columns(self) -> int:
        """Stations in a row."""
        return max(1, (self.width - self.margin) // SLOT_WIDTH)

    @property
    def margin(self) -> int:
        """Px at the left that are kept for the mark."""
        return MARK_WIDTH if self.count > self._widest() * self._rows() else 0

    @property
    def shown(self) -> range:
        """The stations in sight."""
        return range(self.first, min(self.count, self.first + self._room()))

    def wanted_height(self) -> int:
        """Px for all rows, as far as they may be shown at once."""
        return ROW_HEIGHT * max(1, min(MOST_ROWS, -(-self.count // self._widest())))

    def first_for(self, current: int) -> int:
        """Which is to be the first in sight: ``current`` is among them, and no place stays empty that could be filled."""
        first = max(current - self._room() + 1, min(self.first, max(0, current)))
        return max(0, min(first, self.count - self._room()))

    def slot(self, at: int) -> QRect:
        """The room of a station."""
        width = (self.width - self.margin) // self.columns
        row, column = divmod(at - self.first, self.columns)
        return QRect(self.margin + column * width, row * ROW_HEIGHT, width, ROW_HEIGHT)

    def dot(self, at: int) -> QPoint:
        """The middle of its shape."""
        slot = self.slot(at)
        return QPoint(slot.center().x(), slot.top() + DOT_Y)

    def ends_row(self, at: int) -> bool:
        """Whether the next one stands in another row."""
        return (at - self.first + 1) % self.columns == 0

    def _widest(self) -> int:
        return max(1, self.width // SLOT_WIDTH)

    def _rows(self) -> int:
        """Whole rows only."""
        return max(1, min(MOST_ROWS, self.height // ROW_HEIGHT))

    def _room(self) -> int:
        return self.columns * self._rows()
