"""What the pages for the shift and the day need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.cases_today import CasesToday
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
    """What the day's page shows, read at once. Items wait to leave and stand in the order in which they must leave.

    ``accepted`` and ``dossiers`` count items and cases of the shift that were not taken back.
    ``waiting`` counts all that wait, ``late`` those of them that should have left; ``items`` are the first of them.

    ``hours`` counts accepted items by hour of the shift (label, count), at most seven. Where not ``sees_items``, the reader is not cleared
    for KT1: all figures are of dossiers alone, and there are no items. ``cases`` counts dossiers by where they are, None at a desk without
    that service.
    """

    shift_open: bool
    accepted: int
    waiting: int
    late: int
    appointed: int
    questions: int
    numbers_left: int
    numbers_low: bool
    hours: tuple[tuple[str, int], ...]
    items: tuple[ItemRow, ...]
    now_ms: int
    offset_min: int
    dossiers: int = 0
    sees_items: bool = True
    cases: CasesToday | None = None


class TodayNeeds(Protocol):
    """What the day's page needs."""

    def today(self) -> TodayView:
        """Everything the page shows."""
