"""A connection to ``core`` on which the statements of a desk run: those of one desk at a time, or of the province.

Implements what `kt1desk.store.statements.Prepared` asks of a connection. Each statement is rendered once and prepared by the server, for
under row-level security planning costs more than running. This module must not know any statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import psycopg
from psycopg.types.numeric import Int8Dumper
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import psycopg as dialects

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desks_schema import SCHEMA, SETTING
from kt1desk.store.statements import Cursor, Elsewhere, Row, Text, rendered

_DIALECT: Final[Dialect] = dialects.dialect()  # type: ignore[no-untyped-call]
_AT: Final = f"SELECT set_config('{SETTING}', %s, true), set_config('search_path', '{SCHEMA}', true)"
_STATEMENTS: Final = 1_000
"""More than there are, so that the server forgets none of them."""


class _Answer:
    """What one statement gave."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: psycopg.Cursor[Row]) -> None:
        self._cursor = cursor

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int:
        """The number of the row that was put in: what the statement returns here, SQLite's driver knows by itself."""
        row = self._cursor.fetchone()
        return int(row[0]) if row is not None else 0

    def fetchone(self) -> Row | None:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Row]:
        return self._cursor.fetchall()

    def __iter__(self) -> Iterator[Row]:
        return iter(self._cursor)


class DeskConnection(Elsewhere):
    """Runs statements of a desk; inside a transaction of the caller, and only after `at`.

    Args:
        connection: of the integrator, to ``core``, used by nobody else while it is used here.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._made: dict[str, tuple[bytes, dict[str, object]]] = {}
        connection.prepare_threshold = 0
        connection.prepared_max = _STATEMENTS
        # else each number is sent in the smallest type it fits, and every mixture of them is prepared anew
        connection.adapters.register_dumper(int, Int8Dumper)

    def at(self, desk: int) -> None:
        """From here to the end of the transaction there is this desk alone."""
        self._connection.execute(_AT, (str(desk),))

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """See `Elsewhere`."""
        made = self._made.get(sql)
        if made is None:
            if not isinstance(sql, Text):
                raise TypeError("only a statement can be rendered in other words")
            words, fixed = rendered(sql.statement, _DIALECT)
            made = self._made[sql] = words.encode(), fixed
        words_, fixed = made
        return _Answer(self._connection.execute(words_, {**fixed, **parameters} if fixed else parameters))
