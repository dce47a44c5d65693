"""The provisional day of a result: transit to the authority, then the authority's own duration in its unit.

For a dossier that goes by post the official day comes from the authority (QĐ 45/2016/QĐ-TTg); until then the counter tells a day counted by
Bộ luật Dân sự 2015, Điều 147 and 148: the day of receipt is not counted, and a count of days that ends on a day off ends on the next
working day. This module must not know a procedure, a wording or the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kt1desk.domain.bcci import Zone
from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.dated import Dated
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import ChannelRule, DurationUnit

_HOURS_PER_DAY = 8
"""One working day is eight working hours: by this, systems of one-stop desks turn days into hours and back."""
_LONGEST = 3_650
"""Days or hours above this are a slip of the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitDays(Dated):
    """J+n of one direction on one zone (TT 17/2017/TT-BTTTT, Điều 6): ``days`` after the day of acceptance J."""

    direction: Direction
    zone: Zone
    days: int


@dataclass(frozen=True, slots=True)
class Hours:
    """For what is settled on the day of receipt.

    Attributes:
        received: hour (0-23) at which the authority receives it, or None while nobody knows.
        cut_off: first hour that counts for the next working day.
    """

    received: int | None
    cut_off: int

    @property
    def too_late(self) -> bool:
        """Whether the next working day counts; an unknown hour promises no more than is sure."""
        return self.received is None or self.received >= self.cut_off


@dataclass(frozen=True, slots=True)
class ProvisionalDay:
    """A provisional day and how it was counted, for the words beside it.

    Attributes:
        day: when the result is expected at the authority.
        received: working day on which the authority receives the dossier; not counted.
        transit_days: J+n that was added to the day of acceptance.
        duration, unit: what was counted from there.
        after_cut_off: settled on the day of receipt, but too late for it or at an unknown hour.
        expected: a day off or make-up day on the way is expected only, not announced.
    """

    day: date
    received: date
    transit_days: int
    duration: int
    unit: DurationUnit
    after_cut_off: bool
    expected: bool


def promise(
    calendar: WorkingCalendar, accepted: date, transit_days: int, rule: ChannelRule | None, hours: Hours
) -> ProvisionalDay | None:
    """The provisional day of a dossier's result.

    Args:
        calendar: days off and make-up days.
        accepted: business date of acceptance (J).
        transit_days: n of J+n of the leg to the authority, 0 where it is handed over on the day.
        rule: the published row of the channel.
        hours: for durations of the unit ``SAME_DAY``.

    Returns:
        The day, or None where the source does not say how long it takes.

    Raises:
        DeskError: ``reference.calendar_missing`` when the way leaves the known years; ``appointment.duration`` for a duration or a transit
            that cannot be counted.
    """
    if (
        rule is None
        or rule.unit is None
        or (rule.duration is None and rule.unit is not DurationUnit.SAME_DAY)
    ):
        return None
    duration = rule.duration or 0
    if not (0 <= duration <= _LONGEST and 0 <= transit_days <= _LONGEST):
        raise DeskError("appointment.duration", "procedure", duration=duration, transit_days=transit_days)
    received = arrival(calendar, accepted, transit_days)
    after_cut_off = rule.unit is DurationUnit.SAME_DAY and hours.too_late
    day = _count(calendar, received, duration, rule.unit, after_cut_off=after_cut_off)
    return ProvisionalDay(
        day,
        received,
        transit_days,
        duration,
        rule.unit,
        after_cut_off,
        calendar.rests_on_expectation(accepted, day),
    )


def arrival(calendar: WorkingCalendar, accepted: date, transit_days: int) -> date:
    """The day on which the authority receives it: J+n, moved on to a day on which its office is open.

    Raises:
        DeskError: ``reference.calendar_missing``.
    """
    return _open_day(calendar, accepted + timedelta(days=transit_days))


def _count(
    calendar: WorkingCalendar, received: date, duration: int, unit: DurationUnit, *, after_cut_off: bool
) -> date:
    if unit is DurationUnit.CALENDAR_DAY:
        return _open_day(calendar, received + timedelta(days=duration))
    if unit is DurationUnit.SAME_DAY:
        return calendar.next_working(received) if after_cut_off else received
    working_days = -(-duration // _HOURS_PER_DAY) if unit is DurationUnit.HOUR else duration
    return calendar.add_working_days(received, working_days)


def _open_day(calendar: WorkingCalendar, day: date) -> date:
    return day if calendar.is_working(day) else calendar.next_working(day)
