"""Half months: from the 1st to the 14th and from the 15th to the end, the finest that figures travel in.

Quarters of the calendar and those that run from the 15th to the 14th are made of them, and nobody who finds a file reads out of it on which
day an agency sent how much. This module must not know how figures travel.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kt1desk.domain.reporting.figures import Figure, merged
from kt1desk.domain.reporting.periods import month_of

SECOND_HALF = 15


def half_begin(day: date) -> date:
    """The first day of the half month of a day."""
    return day.replace(day=SECOND_HALF if day.day >= SECOND_HALF else 1)


def half_end(day: date) -> date:
    """The last day of the half month of a day."""
    return day.replace(day=SECOND_HALF - 1) if day.day < SECOND_HALF else month_of(day).last


def by_halves(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The same figures, each under the first day of its half month, merged."""
    return merged(
        replace(figure, day=half_begin(date.fromisoformat(figure.day)).isoformat()) for figure in figures
    )
