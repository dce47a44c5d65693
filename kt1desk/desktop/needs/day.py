"""What the pages for the shift and the day need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.day_board import DayView
    from kt1desk.services.rows import CashSum, ItemRow, ShiftRow
    from kt1desk.services.shifts import Closing


@dataclass(frozen=True, slots=True)
class ShiftView:
    """What the shift's page shows, read at once.

    ``open`` is the open shift or None; ``proposed_date`` and ``proposed_float_dong`` are offered for the next one;
    ``denominations`` the notes in circulation in đồng, largest first; ``items`` those of the open (else the last) shift, newest first,
    ``cash`` what came into its drawer and left it, by kind. Where not ``sees_items``, the reader is not cleared for KT1: no item is listed
    or counted.
    """

    open: ShiftRow | None
    last: ShiftRow | None
    proposed_date: date
    proposed_float_dong: int
    denominations: tuple[int, ...]
    items: tuple[ItemRow, ...]
    offset_min: int
    cash: tuple[CashSum, ...] = ()
    sees_items: bool = True


class ShiftNeeds(Protocol):
    """What the shift's page needs. Its fields: ``business_date``, ``float``, ``counted``."""

    def shift_view(self) -> ShiftView:
        """Everything the page shows."""

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """Open a shift of a business date with what lies in the drawer.

        Raises:
            DeskError: ``shift.*``.
        """

    def close_shift(self, counted_dong: int) -> Closing:
        """Close the open shift with what was counted; the answer holds the difference, which stands in the journal for ever.

        Raises:
            DeskError: ``shift.*``.
        """


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
