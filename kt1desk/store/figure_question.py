"""A statement that counts, and the figures that a row of it is. This module must not know what is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, case, func, literal_column, select

from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.store.figure_place import Place, whole
from kt1desk.store.statements import Row

AT, DAY = "figure_at", "figure_day"
"""Names that no table has: PostgreSQL groups by a column of a table rather than by what the statement calls so."""


Part = tuple[tuple[str, str, Measure, str, str, str], int, int]
"""Point, day, measure and what it says; count and dong: what a `Figure` is made of, for a year of a province has a million such parts."""


@dataclass(frozen=True, slots=True)
class Told:
    """A counted row: where and on which day, what it says, and its sums as whole numbers."""

    point: str
    day: str
    says: tuple[str, ...]
    sums: tuple[int, ...]

    def figure(self, measure: Measure, says: tuple[str, str, str], tally: tuple[int, int]) -> Part:
        """A figure of this place and day, or a part of one."""
        return ((self.point, self.day, measure, *says), *tally)


@dataclass(frozen=True, slots=True)
class Question:
    """One statement of `kt1desk.store.figure_sql`.

    Attributes:
        name: its own, for plans and measurements.
        measures: what its rows tell of.
        statement: its columns are the desk (0 at a desk), the day as `Place.day_of` reads it, ``width`` words, then sums. Its rows come in
            no order, and two of them may tell the same figure in parts.
        width: how many words.
        tell: the figures of a row.
    """

    name: str
    measures: frozenset[Measure]
    statement: Select[Any]
    width: int
    tell: Callable[[Told], Iterable[Part]]

    def figures(
        self, place: Place, rows: Iterable[Row], points: Mapping[int, str], first: str
    ) -> Iterable[Figure]:
        """The figures of what the statement gave; nothing that is nothing.

        Args:
            place: where it was asked.
            rows: as the driver hands them over.
            points: code of the point of each desk; rows of others are passed over.
            first: the first day that was asked for (ISO).
        """
        for said, count, dong in self.parts(place, rows, points, first):
            yield Figure(*said, count, dong)

    def parts(
        self, place: Place, rows: Iterable[Row], points: Mapping[int, str], first: str
    ) -> Iterable[Part]:
        """The same before figures are made of it."""
        for at, day, *rest in rows:
            point = points.get(int(at), "")
            if not point:
                continue
            said = tuple(map(str, rest[: self.width]))
            sums = tuple(map(int, rest[self.width :]))
            for part in self.tell(Told(point, place.day_of(day, first), said, sums)):
                if part[1] or part[2]:
                    yield part


@dataclass(frozen=True, slots=True)
class Counting:
    """What a statement counts: the day, what is said, the sums, of which rows."""

    rows: FromClause
    day: ColumnElement[Any]
    says: Sequence[ColumnElement[Any]]
    sums: Sequence[ColumnElement[int]]
    where: Sequence[ColumnElement[bool]]


def counted(at: ColumnElement[int], counting: Counting) -> Select[Any]:
    """The statement."""
    said = [column.label(f"figure_{number}") for number, column in enumerate(counting.says)]
    names = [AT, DAY, *(f"figure_{number}" for number in range(len(said)))]
    return (
        select(at.label(AT), counting.day.label(DAY), *said, *counting.sums)
        .select_from(counting.rows)
        .where(*counting.where)
        .group_by(*(literal_column(name) for name in names))
    )


def how_many() -> ColumnElement[int]:
    """Rows."""
    made: ColumnElement[int] = func.count()
    return made


def sum_of(number: Any) -> ColumnElement[int]:
    """The sum of a column."""
    return func.coalesce(func.sum(number), whole(0))


def times(condition: Any) -> ColumnElement[int]:
    """In how many rows something holds."""
    return func.coalesce(func.sum(case((condition, whole(1)), else_=whole(0))), whole(0))


def summed(parts: Iterable[Part]) -> list[Figure]:
    """One figure for each thing said, in the order in which they were first said; nothing that is nothing."""
    sums: dict[tuple[str, str, Measure, str, str, str], tuple[int, int]] = {}
    for said, count, dong in parts:
        before = sums.get(said)
        sums[said] = (count, dong) if before is None else (before[0] + count, before[1] + dong)
    return [Figure(*said, *tally) for said, tally in sums.items() if tally != (0, 0)]
