"""Quantities of a template reckoned from sources: for the whole of a report, or for a row of a table.

What was not handed in is unknown, never zero; what is lacking is remembered for the notes. This module must not know sections.
"""

from __future__ import annotations

from enum import StrEnum

from kt1desk.domain.reporting.counting import Counting, cluster_of, entries_of, in_row, period_of, taken
from kt1desk.domain.reporting.dimensions import TIMES, Dimension
from kt1desk.domain.reporting.exact import added, change, share
from kt1desk.domain.reporting.figures import Figure
from kt1desk.domain.reporting.lacking import Lacking
from kt1desk.domain.reporting.periods import Period, part_last_year, same_period_last_year
from kt1desk.domain.reporting.sources import OF_POINT, Denominator, Scope, Sources, scope_sign
from kt1desk.domain.reporting.template_kinds import Quantities, compares, leaves
from kt1desk.domain.reporting.template_parts import (
    Compare,
    Compared,
    Counted,
    Entered,
    Outside,
    Quantity,
    Rows,
    Shared,
    Summed,
    Take,
)

WHOLE = Rows(Dimension.WHOLE)


class Year(StrEnum):
    """Of which days."""

    THIS = "this"
    LAST = "last"


class Reckoning:
    """The quantities of one report.

    Args:
        known: the template's quantities.
        period: of the report.
        scope: of the report.
        sources: all there is.
    """

    def __init__(self, known: Quantities, period: Period, scope: Scope, sources: Sources) -> None:
        self.lacking = Lacking(sources)
        self._known = known
        self._periods = {Year.THIS: period, Year.LAST: same_period_last_year(period)}
        self._scope = scope
        self._sources = sources
        self._counting = {Year.THIS: self._counted(sources.figures, Year.THIS)}
        if sources.last_year is not None:
            self._counting[Year.LAST] = self._counted(sources.last_year, Year.LAST)

    @property
    def period(self) -> Period:
        """Of the report."""
        return self._periods[Year.THIS]

    @property
    def last_period(self) -> Period:
        """The same days of last year."""
        return self._periods[Year.LAST]

    def _counted(self, figures: tuple[Figure, ...], year: Year) -> Counting:
        return Counting(figures, self._periods[year], self._scope, self._sources.names)

    def value(self, code: str, rows: Rows = WHOLE, key: str = "") -> int | None:
        """A quantity of the period, for a row; None where it is unknown."""
        return self.of(self._known[code], rows, key)

    def of(self, quantity: Quantity, rows: Rows = WHOLE, key: str = "", year: Year = Year.THIS) -> int | None:
        """The same of a quantity that the template need not name, or of last year."""
        match quantity:
            case Counted():
                return self._figures(quantity, year, rows, key)
            case Entered():
                return self._entries(quantity, year, rows, key)
            case Outside():
                return self._outside(quantity, year, rows, key)
            case Summed():
                plus, less = (
                    tuple(self.of(self._known[code], rows, key, year) for code in codes)
                    for codes in (quantity.plus, quantity.less)
                )
                return added(plus, less)
            case Compared():
                return self._against(quantity, rows, key)
            case Shared():
                part, base = (
                    self.of(self._known[code], rows, key, year) for code in (quantity.part, quantity.base)
                )
                # More things harmed than there were (their acceptance was in another period) is no share of anything.
                return None if part is not None and part < 0 else share(part, base, quantity.places)

    def _against(self, quantity: Compared, rows: Rows, key: str) -> int | None:
        of = self._known[quantity.of]
        before = self.of(of, rows, key, Year.LAST)
        if quantity.how is Compare.LAST_YEAR:
            return before
        more = change(self.of(of, rows, key), before)
        return more if quantity.how is Compare.CHANGE else share(more, before)

    def _figures(self, quantity: Counted, year: Year, rows: Rows, key: str) -> int | None:
        if year not in self._counting:
            self.lacking.last_year()
            return None
        if year is Year.LAST and rows.by in TIMES:
            days = self._days(year, rows, key)
            return self._shifted(quantity, days) if days else 0
        return self._counting[year].sums(quantity, rows.by).get(key, 0)

    def _shifted(self, quantity: Counted, days: Period) -> int:
        """Figures of last year within the days that a row of days, months or years has there."""
        if quantity.take is Take.DISTINCT:  # what is different on each of two days may be the same on both
            figures = self._sources.last_year or ()
            counting = Counting(figures, days, self._scope, self._sources.names)
            return counting.sums(quantity, Dimension.WHOLE).get("", 0)
        first, last = days.first.isoformat(), days.last.isoformat()
        by_day = self._counting[Year.LAST].sums(quantity, Dimension.DAY)
        return sum(number for day, number in by_day.items() if first <= day <= last)

    def _days(self, year: Year, rows: Rows, key: str) -> Period | None:
        """The days of a row: those of a day, month or year as far as the report has them; None for last year's 29/2."""
        whole = self._periods[Year.THIS]
        if rows.by not in TIMES:
            return self._periods[year]
        days = period_of(rows.by, key).within(whole) or whole
        return days if year is Year.THIS else part_last_year(days, whole)

    def _entries(self, quantity: Entered, year: Year, rows: Rows, key: str) -> int | None:
        entries = self._sources.registers.get(quantity.choice.register)
        if entries is None:
            self.lacking.register(quantity.choice.register)
            return None
        days = self._days(year, rows, key)
        meant = entries_of(entries, quantity.choice, days, self._scope) if days else ()
        return taken((entry for entry in meant if in_row(entry, rows, key, self._sources.names)), quantity)

    def _outside(self, quantity: Outside, year: Year, rows: Rows, key: str) -> int | None:
        days = self._days(year, rows, key)
        if days is None:
            return None
        whole = rows.by is Dimension.WHOLE or rows.by in TIMES
        scope = self._scope.key if whole else key
        found = self._denominator(quantity.what, days, scope)
        self.lacking.outside(quantity.title, days, found, "" if whole else scope, scope_sign(scope))
        return found.number if found else None

    def _denominator(self, what: str, days: Period, scope: str) -> Denominator | None:
        """The newest number that somebody entered for exactly these days."""
        fitting = [
            each
            for each in self._sources.denominators
            if (each.what, each.period) == (what, days) and each.scope in {scope, scope_sign(scope)}
        ]
        return max(fitting, key=lambda each: (each.day, each.number, each.source), default=None)

    def keys(self, codes: tuple[str, ...], rows: Rows) -> set[str]:
        """The rows of which any of the quantities has figures or entries, this year or, where they compare, last year."""
        found: set[str] = set()
        for code in codes:
            years = Year if compares(self._known[code], self._known) else (Year.THIS,)
            for leaf in leaves(self._known[code], self._known):
                if isinstance(leaf, Counted):
                    for year in self._counting.keys() & set(years):
                        found |= self._counting[year].sums(leaf, rows.by).keys()
                elif isinstance(leaf, Entered):
                    found |= self._entry_keys(leaf, rows)
        return found

    def _entry_keys(self, quantity: Entered, rows: Rows) -> set[str]:
        entries = self._sources.registers.get(quantity.choice.register, ())
        meant = entries_of(entries, quantity.choice, self.period, self._scope)
        if rows.by is Dimension.POINT:
            return {entry.get(OF_POINT, "") for entry in meant}
        if rows.by is Dimension.CLUSTER:
            return {cluster_of(self._sources.names, entry.get(OF_POINT, "")) for entry in meant}
        column = rows.column if rows.by is Dimension.REGISTER else rows.by.value
        return {entry.get(column, "") for entry in meant}
