"""Sections of a template that are tables, with their numbers. This module must not know sentences."""

from __future__ import annotations

from collections.abc import Iterable

from kt1desk.domain.register_columns import Kind as ColumnKind
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.counting import entries_of, time_name, times
from kt1desk.domain.reporting.dimensions import TIMES, TITLES, UNSAID, Dimension
from kt1desk.domain.reporting.reckoning import Reckoning
from kt1desk.domain.reporting.report import Cell, Column, Kind, Table
from kt1desk.domain.reporting.sources import Entry, Scope, Sources
from kt1desk.domain.reporting.template_kinds import Quantities, kind_of
from kt1desk.domain.reporting.template_parts import (
    Compare,
    Compared,
    IndicatorSection,
    Line,
    ListSection,
    Quantity,
    Rows,
    TableSection,
)
from kt1desk.domain.text import sort_key

ROW = "row"
"""Code of the first column."""
_TOTAL = "Cộng"
_NOTHING = ""
"""Stands where nothing belongs, which is not the same as that nothing is known."""
_OF_ENTRIES = {ColumnKind.DATE: Kind.DATE, ColumnKind.NUMBER: Kind.COUNT}


class Tables:
    """Makes the tables of one report.

    Args:
        known: the template's quantities.
        reckoning: their values.
        scope: of whom the report is.
        sources: names and entries.
    """

    def __init__(self, known: Quantities, reckoning: Reckoning, scope: Scope, sources: Sources) -> None:
        self._known = known
        self._reckoning = reckoning
        self._scope = scope
        self._sources = sources

    def table(self, section: TableSection | IndicatorSection | ListSection) -> Table:
        """The table of a section."""
        match section:
            case TableSection():
                return self._parted(section)
            case IndicatorSection():
                return self._indicators(section)
            case ListSection():
                return self._list(section)

    def _parted(self, section: TableSection) -> Table:
        told = [self._known[code] for code in section.columns]
        head = section.head or self._head(section.rows)
        rows = tuple(
            (self._name(section.rows, key), *self._values(told, section.rows, key))
            for key in self._keys(section)
        )
        has_total = section.total and section.rows.by is not Dimension.WHOLE
        return Table(
            section.title,
            (Column(ROW, head, Kind.TEXT), *(self._column(quantity) for quantity in told)),
            rows,
            (_TOTAL, *map(self._reckoning.of, told)) if has_total else (),
            section.notes,
        )

    def _values(self, told: Iterable[Quantity], rows: Rows, key: str) -> tuple[int | None, ...]:
        return tuple(self._reckoning.of(quantity, rows, key) for quantity in told)

    def _column(self, quantity: Quantity) -> Column:
        return Column(quantity.code, quantity.title, kind_of(quantity, self._known))

    @staticmethod
    def _head(rows: Rows) -> str:
        if rows.by is Dimension.REGISTER:
            return REGISTERS[rows.register].column(rows.column).title
        return TITLES[rows.by]

    def _keys(self, section: TableSection) -> tuple[str, ...]:
        rows = section.rows
        if rows.by is Dimension.WHOLE:
            return ("",)
        if rows.by in TIMES:
            return times(rows.by, self._reckoning.period)
        named = self._named(rows)
        found = self._reckoning.keys(section.columns, rows)
        first = [key for key in named if key in found or (rows.every and self._in_scope(rows, key))]
        return (*first, *sorted(found - named.keys(), key=_alphabetical))

    def _named(self, rows: Rows) -> dict[str, str]:
        names = self._sources.names
        if rows.by is Dimension.REGISTER:
            return dict(names.entered.get((rows.register, rows.column), {}))
        if rows.by is Dimension.CLUSTER and not names.of.get(rows.by):
            clusters = sorted({point.cluster for point in names.points.values()} - {""}, key=_alphabetical)
            return {cluster: cluster for cluster in clusters}
        return dict(names.known(rows.by))

    def _in_scope(self, rows: Rows, key: str) -> bool:
        """What has no row of its own there: points of others, and what a province asks of all its parts where only some are told of."""
        if rows.by is Dimension.REGISTER:
            return not self._scope.points
        return rows.by is not Dimension.POINT or self._scope.takes(key)

    def _name(self, rows: Rows, key: str) -> str:
        if rows.by is Dimension.WHOLE:
            return self._scope.words
        if rows.by in TIMES:
            return time_name(key)
        return self._named(rows).get(key) or key or UNSAID

    def _indicators(self, section: IndicatorSection) -> Table:
        quantities = [self._known[line.of] for line in section.lines]
        kind = kind_of(quantities[0], self._known)
        changed = Kind.CHANGE_DONG if kind is Kind.DONG else Kind.CHANGE
        columns = [
            Column(ROW, "Chỉ tiêu", Kind.TEXT),
            Column("now", "Kỳ này", kind),
            Column(Compare.LAST_YEAR, "Cùng kỳ năm trước", kind),
            Column(Compare.CHANGE, "Tăng, giảm", changed),
            Column(Compare.CHANGE_SHARE, "Tăng, giảm (%)", Kind.CHANGE_SHARE),
        ]
        shares = any(line.share for line in section.lines)
        if shares:
            columns.append(Column("share", "Tỷ lệ (%)", Kind.SHARE))
        rows = tuple(self._indicator(line, shares=shares) for line in section.lines)
        return Table(section.title, tuple(columns), rows, (), section.notes)

    def _indicator(self, line: Line, *, shares: bool) -> tuple[Cell, ...]:
        quantity = self._known[line.of]
        compared = (self._reckoning.of(Compared(code="", title="", how=how, of=line.of)) for how in Compare)
        cells = (quantity.title, self._reckoning.of(quantity), *compared)
        if not shares:
            return cells
        return (*cells, self._reckoning.value(line.share) if line.share else _NOTHING)

    def _list(self, section: ListSection) -> Table:
        register = REGISTERS[section.choice.register]
        told = [register.column(code) for code in section.columns]
        columns = tuple(Column(each.code, each.title, _OF_ENTRIES.get(each.kind, Kind.TEXT)) for each in told)
        entries = self._sources.registers.get(register.code)
        if entries is None:
            self._reckoning.lacking.register(register.code)
        meant = entries_of(entries or (), section.choice, self._reckoning.period, self._scope)
        rows = sorted((self._cells(section, columns, entry) for entry in meant), key=_order)
        return Table(section.title, columns, tuple(rows), (), section.notes)

    def _cells(self, section: ListSection, columns: tuple[Column, ...], entry: Entry) -> tuple[Cell, ...]:
        entered = self._sources.names.entered
        made: list[Cell] = []
        for column in columns:
            text = entry.get(column.code, "")
            if column.kind is Kind.COUNT:
                made.append(int(text) if text else None)
            else:
                made.append(entered.get((section.choice.register, column.code), {}).get(text, text))
        return tuple(made)


def _order(row: tuple[Cell, ...]) -> tuple[tuple[int, str, str], ...]:
    return tuple((cell, "", "") if isinstance(cell, int) else (0, *_alphabetical(cell or "")) for cell in row)


def _alphabetical(text: str) -> tuple[str, str]:
    """As Vietnamese sorts; what it takes for the same stands in one order all the same."""
    return sort_key(text), text
