"""Where figures are counted, and on which day: the same questions over the tables of one desk and over those of all desks together.

At a desk the tables hold what that desk knows, and whose event a row stands for is asked by its number. At the centre each table has a
column more that says at which desk a row stands: rows are joined within a desk, and a desk's own events are those with its own number.

Days are counted in whole numbers, from milliseconds and the offset of Việt Nam, which has no summer time: both databases divide whole
numbers alike, and neither is asked for its time zone. This module must not know what is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Integer, String, and_, bindparam, func, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

OWN_DEVICE: Final = "own_device"
FIRST: Final = "first_day"
LAST: Final = "last_day"
FROM_MS: Final = "from_ms"
UNTIL_MS: Final = "until_ms"
"""Parameters: this desk (at a desk only); the first and last day as ISO dates; the same as milliseconds, the end not among them."""

_OFFSET_MS, _DAY_MS = 7 * 3_600_000, 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()
_MARCH_1968 = date(1968, 3, 1)
_MARCHES = _EPOCH - _MARCH_1968.toordinal()
_FOUR_YEARS = 1_461
"""Days; true until February 2100."""
_MONTH_TEXT = len("2026-01")


class Grain(StrEnum):
    """How finely days are told apart. A figure of a month stands under the month's first day that was asked for."""

    DAY = "day"
    MONTH = "month"


class LocalDay(GenericFunction[str]):
    """The local date (ISO) of milliseconds, as text."""

    type = String()
    inherit_cache = True


@compiles(LocalDay)
def _date(element: LocalDay, compiler: SQLCompiler, **more: Any) -> str:
    ms = compiler.process(element.clause_expr, **more)
    return f"date(({ms} + {_OFFSET_MS}) / 1000, 'unixepoch')"


@compiles(LocalDay, "postgresql")
def _to_char(element: LocalDay, compiler: SQLCompiler, **more: Any) -> str:
    ms = compiler.process(element.clause_expr, **more)
    return f"to_char(date '1970-01-01' + (({ms} + {_OFFSET_MS}) / {_DAY_MS})::integer, 'YYYY-MM-DD')"


@dataclass(frozen=True, slots=True)
class Place:
    """The tables that are asked.

    Attributes:
        tables: by name.
        at_desk: the column that says at which desk a row stands, "" at a desk.
        grain: how finely days are told apart.
    """

    tables: Mapping[str, Any]
    at_desk: str = ""
    grain: Grain = Grain.DAY

    def __getitem__(self, name: str) -> Any:
        return self.tables[name]

    def at(self, rows: FromClause) -> ColumnElement[int]:
        """At which desk a row stands; 0 at a desk."""
        column: ColumnElement[int] = rows.c[self.at_desk] if self.at_desk else whole(0)
        return column

    def own(self, rows: FromClause) -> ColumnElement[bool]:
        """Whether the event of a row was written at the desk where the row stands; what is known of all desks together is nobody's."""
        if not self.at_desk:
            return bool_(rows.c.device == bindparam(OWN_DEVICE))
        return and_(rows.c.device == rows.c[self.at_desk], self.of_a_desk(rows))

    def of_a_desk(self, rows: FromClause) -> ColumnElement[bool]:
        """Whether the row stands at a desk."""
        return bool_(rows.c[self.at_desk] > whole(0)) if self.at_desk else bool_(literal_column("1 = 1"))

    def same(self, one: FromClause, other: FromClause, *names: str) -> ColumnElement[bool]:
        """Whether rows stand at one desk and agree in columns."""
        columns = (self.at_desk, *names) if self.at_desk else names
        return and_(*(one.c[name] == other.c[name] for name in columns))

    def here(self, one: FromClause, other: FromClause) -> tuple[ColumnElement[bool], ...]:
        """Whether rows stand at one desk: nothing to ask at a desk."""
        return (one.c[self.at_desk] == other.c[self.at_desk],) if self.at_desk else ()

    def in_shift(self, shift: FromClause, rows: FromClause, first: str, last: str) -> ColumnElement[bool]:
        """Whether a row is of a shift, which knows between which rows its own lie.

        The names are compared as what they are with nothing after them: SQLite takes no index for that, and goes by the rows.
        """
        named = rows.c.shift.op("||")(word("")) == shift.c.shift.op("||")(word(""))
        return and_(*self.here(shift, rows), named, rows.c.id >= shift.c[first], rows.c.id <= shift.c[last])

    def of_ms(self, ms: Any) -> ColumnElement[int]:
        """The day or month of milliseconds, as a number that `day_of` reads."""
        days = over(ms.op("+")(whole(_OFFSET_MS)), _DAY_MS)
        return days if self.grain is Grain.DAY else _months(days)

    def of_text(self, text: Any) -> ColumnElement[str]:
        """The day or month of a text that begins with an ISO date."""
        day: ColumnElement[str] = func.substr(text, whole(1), whole(10 if self.grain is Grain.DAY else 7))
        return day

    def day_of(self, value: int | str, first: str) -> str:
        """The ISO date of what was counted by; of a month its first day that was asked for, where ``first`` is the first of all."""
        if isinstance(value, str):
            return value if len(value) > _MONTH_TEXT else max(first, f"{value}-01")
        return _of_day(value) if self.grain is Grain.DAY else max(first, _of_month(value))


def asked(first: date, last: date) -> dict[str, object]:
    """The parameters of a period."""
    from_ms = (first.toordinal() - _EPOCH) * _DAY_MS - _OFFSET_MS
    until_ms = (last.toordinal() + 1 - _EPOCH) * _DAY_MS - _OFFSET_MS
    return {FIRST: first.isoformat(), LAST: last.isoformat(), FROM_MS: from_ms, UNTIL_MS: until_ms}


def local_day(ms: int) -> str:
    """The local date (ISO) of UTC milliseconds."""
    return _of_day((ms + _OFFSET_MS) // _DAY_MS)


def in_period_ms(ms: Any) -> ColumnElement[bool]:
    """Whether it happened on one of the days."""
    return and_(ms >= bindparam(FROM_MS), ms < bindparam(UNTIL_MS))


def in_period(day: Any) -> ColumnElement[bool]:
    """Whether an ISO date is one of the days."""
    return and_(day >= bindparam(FIRST), day <= bindparam(LAST))


def whole(number: int) -> ColumnElement[int]:
    """A number that stands in the statement for good."""
    return literal_column(str(number), Integer())


def word(text: str) -> ColumnElement[str]:
    """A word of the program's own that stands in the statement for good."""
    return literal_column(f"'{text}'", String())


def exactly(one: Any, value: ColumnElement[Any]) -> ColumnElement[bool]:
    """Equal, said so that SQLite does not make an index of its own for it: rows that are gone through in order are few."""
    made: ColumnElement[bool] = one.between(value, value)
    return made


def over(one: Any, by: int) -> ColumnElement[int]:
    """Divided, the rest thrown away; of what is not less than zero. SQLAlchemy's own division is NUMERIC in PostgreSQL."""
    made: ColumnElement[int] = one.op("/")(whole(by))
    return made


def bool_(condition: Any) -> ColumnElement[bool]:
    """A condition."""
    made: ColumnElement[bool] = condition
    return made


def _months(days: ColumnElement[int]) -> ColumnElement[int]:
    """Months since March 1968: years that begin in March have their leap day at the end."""
    since = days.op("+")(whole(_MARCHES))
    year = over(since.op("*")(whole(4)).op("+")(whole(3)), _FOUR_YEARS)
    day = since.op("-")(over(year.op("*")(whole(_FOUR_YEARS)), 4))
    month = over(day.op("*")(whole(5)).op("+")(whole(2)), 153)
    made: ColumnElement[int] = year.op("*")(whole(12)).op("+")(month)
    return made


@lru_cache(maxsize=4_096)
def _of_day(number: int) -> str:
    return date.fromordinal(_EPOCH + number).isoformat()


@lru_cache(maxsize=1_024)
def _of_month(number: int) -> str:
    year, month = divmod(number + _MARCH_1968.month - 1, 12)
    return date(_MARCH_1968.year + year, month + 1, 1).isoformat()
