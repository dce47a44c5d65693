"""Which feasts the calendar does not cover yet: days off around a feast are settled and announced late, and dates rest on them.

What is known of a feast is a row; what is announced for it is a row of the calendar. This module must not know a feast by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kt1desk.domain.calendar import CalendarDay, DayKind, Feast
from kt1desk.domain.dated import in_force
from kt1desk.domain.reference import ReferenceData

_AROUND = timedelta(days=7)
"""An arrangement lies within a week of its feast: the days of Tết, a day swapped, a day before or after Quốc khánh."""
_MADE_UP = timedelta(days=4)
"""A feast on a weekly rest day is made up for on the next working day (BLLĐ 2019, Điều 111 khoản 3); two feasts may follow each other."""
_SATURDAY = 5
_YEARS_AHEAD = 2


def uncovered_feast(data: ReferenceData, on: date) -> date | None:
    """The next feast from this day on whose arrangement the calendar does not have yet; None where all that are known are covered.

    A feast is covered where the calendar has its day, announced; where it falls on a weekly rest day, also the day off that makes up for
    it; where its arrangement is settled each year, also nothing near it that is only expected.
    """
    rows = in_force(data.calendar, on)
    return next((day for day, feast in _coming(data, on) if not _is_covered(rows, feast, day)), None)


def _coming(data: ReferenceData, on: date) -> Iterator[tuple[date, Feast]]:
    years = range(on.year, on.year + _YEARS_AHEAD)
    known = [
        (day, feast) for feast in data.feasts for year in years if (day := feast.day_in(year)) is not None
    ]
    return iter(sorted((each for each in known if each[0] >= on), key=lambda each: each[0]))


def _is_covered(rows: tuple[CalendarDay, ...], feast: Feast, day: date) -> bool:
    if not any(row.day == day and row.announced for row in rows):
        return False
    if feast.arranged and any(abs(row.day - day) <= _AROUND and not row.announced for row in rows):
        return False
    return feast.arranged or day.weekday() < _SATURDAY or _is_made_up_for(rows, day)


def _is_made_up_for(rows: tuple[CalendarDay, ...], day: date) -> bool:
    return any(
        day < row.day <= day + _MADE_UP
        and row.kind is DayKind.OFF
        and row.announced
        and row.day.weekday() < _SATURDAY
        for row in rows
    )
