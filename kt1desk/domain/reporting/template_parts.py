"""What a template is made of: quantities, and sections that show them.

A quantity is one number, reckoned for the whole report or for a row of a table; sections name quantities by their codes. A quantity names
only those before it, so that none rests on itself. This module must not know any report, nor how a quantity is reckoned.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.report import ChartKind


class Take(StrEnum):
    """What of the figures or entries is taken."""

    COUNT = "count"
    DONG = "dong"
    DISTINCT = "distinct"
    """How many different ones: of ``of``, a part of the figure or a column."""
    SUM = "sum"
    """Of a column of numbers."""


class Compare(StrEnum):
    """How a quantity is held against the same days of last year."""

    LAST_YEAR = "last_year"
    CHANGE = "change"
    CHANGE_SHARE = "change_share"
    """In hundredths of a percent of last year's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A quantity's code and title."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Named):
    """Figures of a measure; of each part only the values named, () for all."""

    measure: Measure
    take: Take = Take.COUNT
    what: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries of a register.

    Attributes:
        where: columns and the values of which each has one; "" stands for an empty column.
        during: column whose day lies in the period; "" for none.
        since, until: columns between whose days the last day of the period lies; an empty day is no bound. "" for none.
    """

    register: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    during: str = ""
    since: str = ""
    until: str = ""

    @property
    def dated(self) -> bool:
        """Whether another period would choose others; without it they are told as they stand today."""
        return bool(self.during or self.since or self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered(Named):
    """Entries of a register."""

    choice: Choice
    take: Take = Take.COUNT
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside(Named):
    """A number that the post cannot know: somebody enters it with its source."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed(Named):
    """Other quantities added and taken off."""

    plus: tuple[str, ...]
    less: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Named):
    """Another quantity against the same days of last year."""

    how: Compare
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Named):
    """One quantity as a share of another one, in hundredths of a percent; ``places`` decimals of a percent are kept, 0 to 2."""

    part: str
    base: str
    places: int = 2


Quantity = Counted | Entered | Outside | Summed | Compared | Shared


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a table are.

    Attributes:
        by: of what.
        register, column: for `Dimension.REGISTER`: whose column.
        every: whether what is known but has no figures has a row too; days, months and years always have.
    """

    by: Dimension
    register: str = ""
    column: str = ""
    every: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSection:
    """Rows by a dimension, one column for each quantity.

    Attributes:
        code: by which a chart names it.
        head: title of the first column, "" for the usual one.
        columns: codes of quantities.
        total: whether a last line says the whole.
    """

    code: str
    title: str
    rows: Rows
    columns: tuple[str, ...]
    head: str = ""
    total: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A quantity in a table of indicators, and the quantity that is its share, "" for none."""

    of: str
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSection:
    """One line for each quantity: this period, last year's, the change, in percent, and its share. All are counts, or all are đồng."""

    code: str
    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSection:
    """Entries of a register one by one; ``columns`` are columns of it."""

    code: str
    title: str
    choice: Choice
    columns: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with ``{code}`` for quantities and ``{period}``, ``{last_period}``, ``{scope}``, and ``{row}`` where it is said for rows.

    ``{code:words}`` says a change as «tăng 720», «giảm 720» or «không thay đổi», ``{code:words hồ sơ}`` as «tăng 720 hồ sơ»;
    ``{code:some khiếu nại}`` says «có 3 khiếu nại» or «không có khiếu nại».

    Attributes:
        text: said where all its numbers are known.
        otherwise: said instead where one is not, and its own are; "" for silence.
    """

    text: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseSection:
    """Sentences in their order; ``each``: said for each day, month or year of the period, in its numbers."""

    code: str
    title: str
    sentences: tuple[Sentence, ...]
    each: Dimension = Dimension.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSection:
    """Columns of a table that stands in the same template.

    Attributes:
        table: code of its section.
        columns: codes of quantities that are columns there, all of one kind, at most four.
        most: how many labels at most: those with the largest first column.
    """

    code: str
    title: str
    table: str
    columns: tuple[str, ...]
    kind: ChartKind = ChartKind.BARS
    most: int = 12


SectionOf = TableSection | IndicatorSection | ListSection | ProseSection | ChartSection
