"""Which periods are offered for a report, and which quarter is over without its report.

This module must not know where anything is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from kt1desk.domain.reporting.periods import Period, Preset, due_day, how_many, preset, preset_words
from kt1desk.domain.reporting.template import ReportTemplate

QUARTERS = (Preset.QUARTER, Preset.QUARTER_SHIFTED)
"""Either way of counting a quarter will do; the calendar's is asked for first."""
_MOST: Mapping[Preset, int] = MappingProxyType(
    {
        Preset.MONTH: 13,
        Preset.QUARTER: 5,
        Preset.HALF: 3,
        Preset.NINE_MONTHS: 2,
        Preset.YEAR: 3,
        Preset.QUARTER_SHIFTED: 5,
    }
)
"""Of each kind so many are offered, the newest first; any others may be typed as days."""


@dataclass(frozen=True, slots=True)
class OfferedPeriod:
    """A period by its name; ``ended`` where all its days are over."""

    kind: Preset
    period: Period
    words: str
    ended: bool


@dataclass(frozen=True, slots=True)
class QuarterOver:
    """A quarter that is over and whose report was not issued here.

    Attributes:
        template: code of the report.
        title: what it is called.
        offered: the quarter.
        by: the day by which it is due.
    """

    template: str
    title: str
    offered: OfferedPeriod
    by: date


def offered_periods(presets: Sequence[Preset], on: date) -> tuple[OfferedPeriod, ...]:
    """The periods of a template on a day: by kinds, the newest that has begun first: a name without a year means that one."""
    return tuple(each for kind in presets for each in _newest(kind, on))


def proposed_period(presets: Sequence[Preset], on: date) -> OfferedPeriod:
    """The newest period of the first kind that is over."""
    return next(each for each in _newest(presets[0], on) if each.ended)


def quarters_over(
    templates: Sequence[ReportTemplate], issued: Collection[tuple[str, str, str]], on: date
) -> tuple[QuarterOver, ...]:
    """Reports that are made by quarters and of whose last quarter none was issued.

    Args:
        templates: in force on the day.
        issued: code of the template, first and last day (ISO) of each report that was issued.
        on: today.
    """
    found = []
    for template in templates:
        last = [proposed_period((kind,), on) for kind in QUARTERS if kind in template.presets]
        days = {(each.period.first.isoformat(), each.period.last.isoformat()) for each in last}
        if last and not any((template.code, *each) in issued for each in days):
            found.append(QuarterOver(template.code, template.title, last[0], due_day(last[0].period)))
    return tuple(found)


def _newest(kind: Preset, on: date) -> Iterator[OfferedPeriod]:
    """Those that have begun; of each kind one at least is over, for a year has an end."""
    begun = (each for each in _back(kind, on.year + 1) if each.first <= on)
    for _, (days, name) in zip(
        range(_MOST[kind]), ((days, _words(kind, days)) for days in begun), strict=False
    ):
        yield OfferedPeriod(kind, days, name, days.last < on)


def _back(kind: Preset, year: int) -> Iterator[Period]:
    """Periods of a kind, the newest first, from the end of a year back."""
    most = 1 if kind is Preset.NINE_MONTHS else how_many(kind)
    while True:
        for number in range(most, 0, -1):
            yield preset(kind, year, number)
        year -= 1


def _words(kind: Preset, days: Period) -> str:
    """By its last day, which alone lies in the year that it is called by."""
    middle = days.last - timedelta(days=1)
    months = 12 // how_many(kind)
    number = 1 if kind is Preset.NINE_MONTHS else (middle.month - 1) // months + 1
    return preset_words(kind, middle.year, number)
