"""A second connection to an open store, for what reads long: neither who writes nor who asks waits for it.

In WAL mode a reader sees the file as it stood when it began, whatever is written meanwhile. This module must not know what is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kt1desk.domain.events import event_hash
from kt1desk.store.authorizer import Purpose, authorizer_for
from kt1desk.store.connection import open_raw
from kt1desk.store.failures import translated
from kt1desk.store.statements import Connection, Cursor, Row

Breath = Callable[[], None]
"""Called between two rows: it may wait, and ends what is under way with an exception of its own."""
_SETTINGS = ("recursive_triggers=ON", "trusted_schema=OFF", "cell_size_check=ON")


@contextmanager
def opened_beside(database: Path, dek: bytes) -> Iterator[Any]:
    """Another connection of the driver; it sees what is committed, and whoever holds the store commits all the same.

    It proves no plain file: `kt1desk.store.connection.open_engine` did, and closing the file once more here would drop SQLite's locks.

    Raises:
        DeskError: as `open_raw`.
    """
    connection = open_raw(database, dek)
    try:
        with translated():
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}").close()
            connection.create_function("event_hash", 3, event_hash, deterministic=True)
            connection.set_authorizer(authorizer_for(Purpose.WORK))
            yield connection
    finally:
        connection.close()


@contextmanager
def snapshot(connection: Any) -> Iterator[None]:
    """While the block lasts, the connection sees one moment."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


class Paced:
    """A connection that takes a breath between two rows."""

    def __init__(self, connection: Connection, breath: Breath) -> None:
        self._connection = connection
        self._breath = breath

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """See `Connection.execute`."""
        self._breath()
        return _PacedCursor(self._connection.execute(sql, parameters), self._breath)


class _PacedCursor:
    def __init__(self, cursor: Cursor, breath: Breath) -> None:
        self._cursor = cursor
        self._breath = breath

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int:
        return self._cursor.lastrowid

    def fetchone(self) -> Row | None:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Row]:
        return self._cursor.fetchall()

    def __iter__(self) -> Iterator[Row]:
        for row in self._cursor:
            yield row
            self._breath()
