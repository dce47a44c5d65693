"""A report as values: tables of numbers, sentences, charts. Screens, paper and files show the same report and reckon nothing.

Numbers stay numbers: how they are written is said by the kind of their column (`kt1desk.domain.reporting.written`). The canonical bytes of
a report are what is frozen when it is issued. This module must not know what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | None
"""A text, a whole number in the unit of its column, or nothing known."""


class Kind(StrEnum):
    """What stands in a column, and in which unit."""

    TEXT = "text"
    COUNT = "count"
    DONG = "dong"
    SHARE = "share"
    """Hundredths of a percent: 764 is 7,64 %."""
    CHANGE = "change"
    """A difference of counts, with its sign."""
    CHANGE_DONG = "change_dong"
    CHANGE_SHARE = "change_share"
    """A difference in hundredths of a percent of what was before, with its sign."""
    DATE = "date"
    """ISO date."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its frozen code, its title, what stands in it."""

    code: str
    title: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``total`` is the last line, () where sums make no sense."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences, ready to be read, in the order in which they are told."""

    title: str
    sentences: tuple[str, ...]


class ChartKind(StrEnum):
    """How a chart shows its series."""

    BARS = "bars"
    """Bars beside each other for each label."""
    LINE = "line"
    """A line over days or months."""
    SHARES = "shares"
    """One bar for each label, parted."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, None where nothing is known; ``values`` has one for each label of its chart."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn beside a table: at most four series, told apart in black and white by pattern and label, never by colour alone."""

    title: str
    kind: ChartKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Kind = Kind.COUNT


Section = Table | Prose | Chart


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs below: «Người lập», «Thủ trưởng đơn vị»."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A point whose figures are not all here: nothing after ``since`` (ISO date), nothing at all where that is ""."""

    point: str
    name: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report, whole.

    Attributes:
        template: code of what it was made by.
        revision: from which day that template holds (ISO).
        title: what it is called.
        unit: who makes it, in the words of its head: the upper one first.
        period: the days it speaks of, in words.
        first, last: those days, ISO.
        scope: of whom, in words: a point, the province.
        sections: in order.
        missing: points that are not all in it.
        notes: what must be known of the figures: samples, sources, definitions.
        signers: below it.
    """

    template: str
    revision: str
    title: str
    unit: tuple[str, ...]
    period: str
    first: str
    last: str
    scope: str
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
