"""What the page of the day needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.day_board import DayView


@dataclass(frozen=True, slots=True)
class TodayView:
    """The board of the day, read at once, and when it was read: UTC milliseconds and the offset of the wall clock."""

    board: DayView
    now_ms: int
    offset_min: int


class TodayNeeds(Protocol):
    """What the day's page needs."""

    def today(self) -> TodayView:
        """Everything the page shows."""
