"""Periods of reports: any days from–to, and those that are asked for again and again.

Postal returns use quarters of the calendar (TT 35/2016, TT 04/2022/TT-BTTTT) and are due by the 10th of the next month. NĐ 09/2019 counts
a quarter from the 15th before it to the 14th of its last month: quarter I of 2026 is 15/12/2025–14/03/2026. Both stand here side by side.

This module must not know what day it is.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.complaint import months_after, months_before
from kt1desk.domain.errors import DeskError

_MONTHS = 12
_DUE_DAY = 10
_SHIFTED_FIRST = 15
_OLDEST_YEAR = 2000
_NEWEST_YEAR = 2999
_MOST_YEARS = 20
_ROMAN = ("I", "II", "III", "IV")


class Preset(StrEnum):
    """Periods that are asked for again and again."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    QUARTER_SHIFTED = "quarter_shifted"
    """From the 15th before a quarter to the 14th of its last month."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``first`` to ``last``, both counted.

    Raises:
        DeskError: ``reporting.period`` where it ends before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DeskError("reporting.period", "last")

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def within(self, other: Period) -> Period | None:
        """The days that it has in common with another one; None without any."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None


def asked_period(first: date, last: date) -> Period:
    """The days that somebody typed.

    Raises:
        DeskError: ``reporting.period`` where they end before they begin, lie before the year 2000 or are more than 20 years: a slip of the
            keys, which no book answers.
    """
    if not _OLDEST_YEAR <= first.year <= _NEWEST_YEAR:
        raise DeskError("reporting.period", "first")
    if last >= months_after(first, _MOST_YEARS * _MONTHS):
        raise DeskError("reporting.period", "last")
    return Period(first, last)


_MONTHS_OF: Mapping[Preset, int] = MappingProxyType(
    {
        Preset.MONTH: 1,
        Preset.QUARTER: 3,
        Preset.HALF: 6,
        Preset.NINE_MONTHS: 9,
        Preset.YEAR: 12,
        Preset.QUARTER_SHIFTED: 3,
    }
)


def how_many(kind: Preset) -> int:
    """How many periods of a kind a year has; of nine months only the first ones are asked for."""
    return _MONTHS // _MONTHS_OF[kind]


def preset(kind: Preset, year: int, number: int = 1) -> Period:
    """The period of a kind.

    Args:
        kind: which kind.
        year: as people say it.
        number: which one of the year, from 1.

    Raises:
        DeskError: ``reporting.period`` where a year has no such one.
    """
    if not (1 <= number <= how_many(kind) and date.min.year < year < date.max.year):
        raise DeskError("reporting.period", "number")
    months = _MONTHS_OF[kind]
    first = date(year, (number - 1) * months + 1, 1)
    after = months_after(first, months)
    if kind is not Preset.QUARTER_SHIFTED:
        return Period(first, after - timedelta(days=1))
    return Period(
        months_before(first, 1).replace(day=_SHIFTED_FIRST),
        months_before(after, 1).replace(day=_SHIFTED_FIRST - 1),
    )


def month_of(day: date) -> Period:
    """The whole calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def same_period_last_year(period: Period) -> Period:
    """The same days of the year before, 29/2 being 28/2 there; whole months stay whole months."""
    first, last = (months_before(day, _MONTHS) for day in (period.first, period.last))
    if period.first.day == 1 and period.last == month_of(period.last).last:
        last = month_of(last).last
    return Period(first, last)


def part_last_year(part: Period, whole: Period) -> Period | None:
    """The days of the year before that belong to a part of a period, so that all parts together have each day of its last year once.

    A last day of a month is told by the last one there: February of 2025 has 29/2/2024. What 29/2 would have is told by 28/2 already.
    """
    last_year = same_period_last_year(whole)
    day_before = part.first - timedelta(days=1)
    first = last_year.first if part.first <= whole.first else _end_last_year(day_before) + timedelta(days=1)
    last = last_year.last if part.last >= whole.last else _end_last_year(part.last)
    return Period(first, last) if first <= last else None


def _end_last_year(day: date) -> date:
    before = months_before(day, _MONTHS)
    return month_of(before).last if day == month_of(day).last else before


def preset_of(period: Period) -> tuple[Preset, int, int] | None:
    """Which kind, year and number a period is, or None."""
    year = period.last.year
    for kind in Preset:
        for number in range(1, how_many(kind) + 1):
            if year < date.max.year and preset(kind, year, number) == period:
                return kind, year, number
    return None


def preset_words(kind: Preset, year: int, number: int = 1) -> str:
    """What a period of a kind is called: «Quý IV/2026».

    Raises:
        DeskError: as `preset`.
    """
    days = preset(kind, year, number)
    quarter = f"Quý {_ROMAN[(number - 1) % 4]}/{year}"
    return {
        Preset.MONTH: f"Tháng {number:02d}/{year}",
        Preset.QUARTER: quarter,
        Preset.HALF: f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}",
        Preset.NINE_MONTHS: f"9 tháng năm {year}",
        Preset.YEAR: f"Năm {year}",
        Preset.QUARTER_SHIFTED: f"{quarter} ({_from_to(days)})",
    }[kind]


def words(period: Period) -> str:
    """What a period is called by its days alone: «Quý IV/2026», «từ 15/12/2025 đến 14/03/2026», «ngày 02/09/2026»."""
    found = preset_of(period)
    if found is not None and found[0] is not Preset.QUARTER_SHIFTED:
        return preset_words(*found)
    if period.first == period.last:
        return f"ngày {period.first:%d/%m/%Y}"
    return _from_to(period)


def _from_to(period: Period) -> str:
    return f"từ {period.first:%d/%m/%Y} đến {period.last:%d/%m/%Y}"


def whole_until(first: date, last: date, on: date) -> date:
    """Up to which day a period may be whole on a day: more may come of that day itself, and of later ones nothing is there yet."""
    return max(first, min(last, on - timedelta(days=1)))


def due_day(period: Period) -> date:
    """By when the report of a period is due: the 10th of the month after its last."""
    return months_after(period.last.replace(day=1), 1).replace(day=_DUE_DAY)
