"""Figures as a CSV text: for whoever looks at what a bureau has before any report is made of it.

This module must not know where figures come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kt1desk.domain.reporting.figures import Figure, merged
from kt1desk.exchange.sheets.writing import SEPARATOR, csv_numbers

TITLES = ("point", "day", "measure", "what", "about", "whose", "count", "dong")
_MONTH = len("2026-01")


def by_month(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """One figure for each point, month, measure and what it counts; what figures say beside that is summed."""
    return merged(replace(each, day=each.day[:_MONTH], about="", whose="") for each in figures)


def csv_text(figures: Iterable[Figure]) -> str:
    """One line for each figure, under titles, as a report's CSV file is parted."""
    return csv_numbers(_rows(figures), SEPARATOR).decode("utf-8-sig").replace("\r\n", "\n")


def _rows(figures: Iterable[Figure]) -> Iterator[tuple[str | int, ...]]:
    yield TITLES
    for each in figures:
        said = (each.point, each.day, each.measure.value, each.what, each.about, each.whose)
        yield (*said, each.count, each.dong)
