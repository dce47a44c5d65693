"""Figures and entries of one stretch of days, summed for rows. This module must not know templates as wholes, nor last year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import partial

from kt1desk.domain.reporting.dimensions import Dimension, part_of
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.periods import Period, month_of
from kt1desk.domain.reporting.sources import OF_POINT, Entry, Names, Scope
from kt1desk.domain.reporting.template_parts import Choice, Counted, Entered, Rows, Take

_YEAR, _MONTH = 4, 7
"""Length of a year and of a month in an ISO day."""


def period_of(by: Dimension, key: str) -> Period:
    """The days of a row of days, months or years."""
    if by is Dimension.DAY:
        day = date.fromisoformat(key)
        return Period(day, day)
    if by is Dimension.MONTH:
        return month_of(date.fromisoformat(f"{key}-01"))
    return Period(date(int(key), 1, 1), date(int(key), 12, 31))


def times(by: Dimension, period: Period) -> tuple[str, ...]:
    """The rows of days, months or years that a period has, each once and in order."""
    length = {Dimension.DAY: None, Dimension.MONTH: _MONTH, Dimension.YEAR: _YEAR}[by]
    days = (period.last - period.first).days + 1
    texts = ((period.first + timedelta(days=at)).isoformat()[:length] for at in range(days))
    return tuple(dict.fromkeys(texts))


def time_name(key: str) -> str:
    """How a row of days, months or years is called: «05/09/2026», «09/2026», «2026»."""
    return "/".join(reversed(key.split("-")))


class Counting:
    """Figures of a stretch of days, of the points of a scope.

    Args:
        figures: any; those of other days and points are passed over.
        period: the days.
        scope: the points.
        names: which cluster a point is in, which field and level a procedure has.
    """

    def __init__(self, figures: Iterable[Figure], period: Period, scope: Scope, names: Names) -> None:
        first, last = period.first.isoformat(), period.last.isoformat()
        self._names = names
        self._by_measure: dict[Measure, list[Figure]] = {}
        for figure in figures:
            if first <= figure.day <= last and scope.takes(figure.point):
                self._by_measure.setdefault(figure.measure, []).append(figure)
        self._made: dict[tuple[Counted, Dimension], Mapping[str, int]] = {}

    def sums(self, quantity: Counted, by: Dimension) -> Mapping[str, int]:
        """The quantity by row; a row without figures is not there."""
        asked = (quantity, by)
        if asked not in self._made:
            self._made[asked] = self._summed(quantity, by)
        return self._made[asked]

    def _summed(self, quantity: Counted, by: Dimension) -> Mapping[str, int]:
        key = row_key(quantity.measure, by, self._names)
        chosen = _chosen(self._by_measure.get(quantity.measure, ()), quantity)
        if quantity.take is Take.DISTINCT:
            return _different(chosen, key, quantity.of)
        made: dict[str, int] = {}
        dong = quantity.take is Take.DONG
        for figure in chosen:
            number = figure.dong if dong else figure.count
            if number:
                row = key(figure)
                made[row] = made.get(row, 0) + number
        return made


def _chosen(figures: Iterable[Figure], quantity: Counted) -> Iterable[Figure]:
    for part in ("what", "about", "whose"):
        values = frozenset(getattr(quantity, part))
        if values:
            figures = filter(partial(_says, part, values), figures)
    return figures


def _says(part: str, values: frozenset[str], figure: Figure) -> bool:
    return getattr(figure, part) in values


def _different(figures: Iterable[Figure], key: Callable[[Figure], str], part: str) -> Mapping[str, int]:
    seen: dict[str, set[str]] = {}
    for figure in figures:
        said = getattr(figure, part)
        if said and figure.count:
            seen.setdefault(key(figure), set()).add(said)
    return {row: len(different) for row, different in seen.items()}


def row_key(measure: Measure, by: Dimension, names: Names) -> Callable[[Figure], str]:
    """Which row a figure of a measure belongs to; what nobody knows is the row ""."""
    simple: dict[Dimension, Callable[[Figure], str]] = {
        Dimension.WHOLE: lambda _: "",
        Dimension.POINT: lambda figure: figure.point,
        Dimension.CLUSTER: lambda figure: cluster_of(names, figure.point),
        Dimension.DAY: lambda figure: figure.day,
        Dimension.MONTH: lambda figure: figure.day[:_MONTH],
        Dimension.YEAR: lambda figure: figure.day[:_YEAR],
    }
    if by in simple:
        return simple[by]
    part = part_of(measure, by) or "what"
    if by not in {Dimension.FIELD, Dimension.LEVEL}:
        return lambda figure: str(getattr(figure, part))
    of_code = {
        code: procedure.field if by is Dimension.FIELD else procedure.level
        for code, procedure in names.procedures.items()
    }
    return lambda figure: of_code.get(getattr(figure, part), "")


def cluster_of(names: Names, point: str) -> str:
    """The cluster of a point, "" where it has none."""
    known = names.points.get(point)
    return known.cluster if known else ""


def entries_of(entries: Iterable[Entry], choice: Choice, period: Period, scope: Scope) -> list[Entry]:
    """The entries that a choice means in a period and scope, in their order."""
    return [
        entry
        for entry in entries
        if (OF_POINT not in entry or scope.takes(entry[OF_POINT])) and _means(choice, entry, period)
    ]


def _means(choice: Choice, entry: Entry, period: Period) -> bool:
    first, last = period.first.isoformat(), period.last.isoformat()
    if any(entry.get(column, "") not in values for column, values in choice.where):
        return False
    if choice.during and not first <= entry.get(choice.during, "") <= last:
        return False
    since = entry.get(choice.since, "") if choice.since else ""
    until = entry.get(choice.until, "") if choice.until else ""
    return since <= last and (not until or until >= last)


def taken(entries: Iterable[Entry], quantity: Entered) -> int:
    """What a quantity takes of entries."""
    if quantity.take is Take.DISTINCT:
        return len({entry[quantity.of] for entry in entries if entry.get(quantity.of)})
    if quantity.take is Take.SUM:
        return sum(int(entry[quantity.of]) for entry in entries if entry.get(quantity.of))
    return sum(1 for _ in entries)


def in_row(entry: Entry, rows: Rows, key: str, names: Names) -> bool:
    """Whether an entry belongs to a row; days, months and years are told by the period, not here."""
    if rows.by is Dimension.POINT:
        return entry.get(OF_POINT, "") == key
    if rows.by is Dimension.CLUSTER:
        return cluster_of(names, entry.get(OF_POINT, "")) == key
    if rows.by is Dimension.AGENCY:
        return entry.get(Dimension.AGENCY, "") == key
    return rows.by is not Dimension.REGISTER or entry.get(rows.column, "") == key
