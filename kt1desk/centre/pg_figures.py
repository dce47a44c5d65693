"""Figures of all points, from the centre's tables, for whoever is logged in there as a reader of reports.

What he may not read of is not there for him, and no error says so: a reader of one point has the figures of that point, one without KT1 has
none of KT1. This module must not know who asks, nor what is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from operator import attrgetter
from typing import Any

import psycopg
from psycopg import errors, sql

from kt1desk.centre.figures_schema import SCHEMA, place_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.reporting.sources import OF_POINT
from kt1desk.services.report_ports import Entry
from kt1desk.store.figure_place import FIRST, FROM_MS, LAST, UNTIL_MS, Grain, asked
from kt1desk.store.figure_question import Part, summed
from kt1desk.store.figure_sql import questions

Connection = psycopg.Connection[tuple[Any, ...]]
Row = Sequence[Any]

_HERE = timezone(timedelta(hours=7))
_POINTS = "SELECT device, point FROM access.mine WHERE device > 0"
_ENTRIES = f"SELECT at_desk, register, entry, name, value FROM {SCHEMA}.entries(%s)"  # noqa: S608 - names of our own
_REACH = f"SELECT at_desk, at_point, of_stream, whole_ms, revoked_ms FROM {SCHEMA}.reach()"  # noqa: S608
_BEGUN = f"SELECT at_desk, opened_ms FROM {SCHEMA}.begun()"  # noqa: S608
_MAY_READ = f"SELECT {SCHEMA}.may_read(%s, %s)"
_SAID = attrgetter("point", "day", "measure", "what", "about", "whose")
_COUNTED = sql.SQL("SELECT at_desk, day, says, sums FROM {}(%s, %s, %s, %s, %s)")


class PgFigures:
    """Figures, entries of registers, and what is missing of both.

    Args:
        core: a connection of the reader to ``core``.
    """

    def __init__(self, core: Connection) -> None:
        self._core = core

    def figures(self, first: date, last: date, grain: Grain = Grain.MONTH) -> tuple[Figure, ...]:
        """All measures of the days from ``first`` to ``last``, in order.

        Args:
            first: of the days.
            last: of the days.
            grain: how finely days are told apart. A figure of a month stands under its first day that was asked for, so that sums over
                the days are right whatever they are.

        Raises:
            DeskError: ``centre.no_figures`` where a program before this one made the database.
        """
        return tuple(sorted(self._summed(first, last, grain, frozenset(Measure)), key=_SAID))

    def counted(
        self, first: date, last: date, measures: frozenset[Measure], *, by_day: bool
    ) -> Sequence[Figure]:
        """See `kt1desk.services.report_bureau.ManyPoints`."""
        return self._summed(first, last, Grain.DAY if by_day else Grain.MONTH, measures)

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of registers of all desks, each with its point; each register is there, empty where nobody wrote in it.

        Raises:
            DeskError: as `figures`.
        """
        points = self._points()
        found: dict[str, dict[tuple[int, str], dict[str, str]]] = {code: {} for code in registers}
        for at, register, entry, name, value in self._rows(_ENTRIES, (list(registers),)):
            said = found[register].setdefault((at, entry), {OF_POINT: points.get(at, "")})
            said[name] = value
        return {code: tuple(entries.values()) for code, entries in found.items()}

    def missing(
        self, first: date, last: date, names: Mapping[str, str], *, kt1: bool = True
    ) -> tuple[Missing, ...]:
        """The points of which not all of these days is here, by code, each with the last day that is.

        A stream is here up to the day before its last event, for more of that day may come, and nobody can tell a day without work from
        events that are still on their way.

        Args:
            first: of the days.
            last: of the days.
            names: points that ought to be here, by code, with what they are called; those that the centre knows are added.
            kt1: whether the stream of KT1 is wanted, too.

        Raises:
            DeskError: as `figures`.
        """
        reached: dict[str, list[date | None]] = {code: [] for code in names}
        for row in self._rows(_REACH, ()):
            if kt1 or row[2] != Stream.KT1:
                point, until, wanted = _reached(row, last)
                days = reached.setdefault(point, [])
                if wanted >= first:
                    days.append(last if until is not None and until >= wanted else until)
                else:
                    days.append(last)
        return tuple(
            Missing(point, names.get(point, point), _since(days, first))
            for point, days in sorted(reached.items())
            if not days or any(day is None or day < last for day in days)
        )

    def begun(self) -> Mapping[str, str]:
        """From which day (ISO) on each point counted, by its latest desk: that of the desk's first shift."""
        points, begun = self._points(), dict[str, str]()
        for at, opened_ms in self._rows(_BEGUN, ()):
            point = points.get(at, "")
            begun[point] = max(begun.get(point, ""), _local(opened_ms).isoformat())
        return begun

    def tells(self, first: date, last: date) -> bool:
        """See `kt1desk.services.report_bureau.ManyPoints`: any days."""
        return first <= last

    def may_read(self, points: frozenset[str], *, kt1: bool) -> bool:
        """Whether he may read of all these points, those without a desk among them; none stands for the whole province."""
        ((found,),) = self._rows(_MAY_READ, (sorted(points), kt1))
        return bool(found)

    def _summed(
        self, first: date, last: date, grain: Grain, measures: frozenset[Measure]
    ) -> Sequence[Figure]:
        return summed(self._parts(first, last, grain, measures)) if first <= last else ()

    def _parts(self, first: date, last: date, grain: Grain, measures: frozenset[Measure]) -> Iterator[Part]:
        place, points, period = place_of(grain), self._points(), asked(first, last)
        values = (grain.value, *(period[name] for name in (FIRST, LAST, FROM_MS, UNTIL_MS)))
        for question in questions(place):
            if question.measures & measures:
                rows = self._rows(_COUNTED.format(sql.Identifier(SCHEMA, question.name)), values)
                told = ((at, _day(day), *says, *sums) for at, day, says, sums in rows)
                yield from question.parts(place, told, points, first.isoformat())

    def _points(self) -> Mapping[int, str]:
        return {int(device): str(point) for device, point in self._rows(_POINTS, ())}

    def _rows(self, statement: str | sql.Composed, values: Sequence[object]) -> list[Row]:
        try:
            return list(self._core.execute(statement, values).fetchall())
        except (errors.InvalidSchemaName, errors.UndefinedFunction, errors.UndefinedTable) as error:
            raise DeskError("centre.no_figures") from error
        except errors.InsufficientPrivilege as error:
            raise DeskError("centre.not_a_reader_here") from error


def _day(text: str) -> int | str:
    """What a statement counted by, as `Place.day_of` reads it: a number of days or months, or the text of a date."""
    return int(text) if text.isdecimal() else text


def _reached(row: Row, last: date) -> tuple[str, date | None, date]:
    """The point of a stream, the day up to which it is here, and the day up to which it is wanted.

    Of a desk that was put out nothing more comes: its last day is as whole as it will ever be.
    """
    _, point, _, whole_ms, revoked_ms = row
    if not whole_ms:
        return point, None, min(last, _local(revoked_ms)) if revoked_ms else last
    day = _local(whole_ms)
    if not revoked_ms:
        return point, day - timedelta(days=1), last
    return point, day, min(last, _local(revoked_ms))


def _local(ms: int) -> date:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(_HERE).date()


def _since(days: Sequence[date | None], first: date) -> str:
    """The last day that is here of all desks of a point; "" where nothing is of any."""
    if all(day is None for day in days):
        return ""
    return min(day or first - timedelta(days=1) for day in days).isoformat()
