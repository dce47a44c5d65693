"""Shifts: opened with a drawer before the first acceptance, closed with what was counted.

The business date comes from the open shift, never from the clock: a shift over midnight keeps its date, and a clock that jumps changes
no book. This module must not know how money is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import ShiftClosed, ShiftOpened
from kt1desk.domain.identifiers import count_in_life
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.shift import Drawer, check_business_date
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.record_check import require_sound
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session

MAX_FLOAT_DONG = 500_000_000
"""More than any counter's drawer starts with: a slip of the finger, not a sum."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a shift found: counted against the journal, in đồng; ``items`` as its event tells them."""

    shift: str
    counted_dong: int
    expected_dong: int
    items: int = field(default=0, repr=False, compare=False)

    @property
    def difference_dong(self) -> int:
        """More than zero: too much in the drawer."""
        return self.counted_dong - self.expected_dong


class Shifts:
    """Open and close shifts."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def current(self) -> ShiftRow | None:
        """The open shift, if there is one."""
        with self._journal.read() as reader:
            return reader.open_shift()

    def proposed_date(self) -> date:
        """The business date a new shift gets unless the clerk says otherwise: today by the wall clock."""
        return local_date(self._clock.now())

    def open(self, session: Session, business_date: date, float_dong: int) -> ShiftRow:
        """Open a shift with its drawer.

        Raises:
            DeskError: ``shift.already_open``, ``shift.date_far``, ``shift.float_range``, rights.
        """
        with self._journal.work() as work:
            opened = opened_shift(work, session, business_date, float_dong, self.proposed_date())
            work.commit()
        return opened

    def close(self, session: Session, counted_dong: int) -> Closing:
        """Close the open shift with the cash that was counted; the closing is signed by the device key.

        Raises:
            DeskError: ``shift.not_open``, ``shift.count_range``, ``record.doubted``, rights.
        """
        with self._journal.work() as work:
            require(session.actor, Act.CLOSE_SHIFT, self.proposed_date())
            check_counted(counted_dong)
            require_sound(work)
            closing = closing_of(needed_shift(work), counted_dong)
            closed_shift(work, closing, Appending(session.actor.user_id))
            work.commit()
        return closing


def opened_shift(work: Work, session: Session, business_date: date, float_dong: int, today: date) -> ShiftRow:
    """Open a shift in a transaction of the caller's.

    Raises:
        DeskError: as `Shifts.open`.
    """
    require(session.actor, Act.OPEN_SHIFT, business_date)
    if not 0 <= float_dong <= MAX_FLOAT_DONG:
        raise DeskError("shift.float_range", "float", limit=MAX_FLOAT_DONG)
    check_business_date(business_date, today)
    if work.open_shift() is not None:
        raise DeskError("shift.already_open")
    shift = _next_name(work, business_date)
    fact = ShiftOpened(shift, business_date.isoformat(), f"D{session.desk.device}", float_dong)
    work.append(fact, Appending(session.actor.user_id))
    opened = work.open_shift()
    if opened is None:
        raise DeskError("store.damaged")
    return opened


def check_counted(counted_dong: int) -> None:
    """Refuse what no drawer holds.

    Raises:
        DeskError: ``shift.count_range`` with ``limit``.
    """
    if not 0 <= counted_dong <= 10 * MAX_FLOAT_DONG:
        raise DeskError("shift.count_range", "counted", limit=10 * MAX_FLOAT_DONG)


def closing_of(shift: ShiftRow, counted_dong: int) -> Closing:
    """What was counted beside what the books say."""
    drawer = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong)
    return Closing(shift.shift, counted_dong, drawer.expected_dong, shift.items)


def closed_shift(work: Work, closing: Closing, how: Appending) -> Event:
    """Write a closing down in a transaction of the caller's; it is signed by the device key."""
    fact = ShiftClosed(closing.shift, closing.counted_dong, closing.expected_dong, closing.items)
    return work.append(fact, how)


def needed_shift(reader: Reader) -> ShiftRow:
    """The open shift.

    Raises:
        DeskError: ``shift.not_open``.
    """
    shift = reader.open_shift()
    if shift is None:
        raise DeskError("shift.not_open")
    return shift


def without_items(shift: ShiftRow) -> ShiftRow:
    """For whoever may not know how many KT1 items there are."""
    return replace(shift, items=0)


def check_unchanged(reader: Reader, shift: ShiftRow) -> None:
    """Ask again, inside the transaction, whether the shift is still the one that the draft was looked at in.

    Raises:
        DeskError: ``shift.not_open``, ``shift.changed``.
    """
    if needed_shift(reader).shift != shift.shift:
        raise DeskError("shift.changed")


def local_date(moment: Moment) -> date:
    """The date that the wall clock showed."""
    return local_time(moment).date()


def local_time(moment: Moment) -> datetime:
    """The wall clock's reading as an aware time."""
    zone = timezone(timedelta(minutes=moment.offset_min))
    return datetime.fromtimestamp(moment.utc_ms / 1000, tz=UTC).astimezone(zone)


def _next_name(reader: Reader, business_date: date) -> str:
    """``2026-11-22/1`` and so on: the how-many-eth shift of its business date at this desk."""
    day = business_date.isoformat()
    desk = reader.desk()
    count = count_in_life(desk.incarnation if desk else 1, reader.shifts_on(day) + 1)
    return f"{day}/{count}"
