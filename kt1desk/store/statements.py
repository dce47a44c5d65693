"""Statements written in SQLAlchemy Core, rendered once, run on the driver itself.

An acceptance is a dozen statements in one commit that may cost no more than twice a bare insert. SQLAlchemy's own execution costs more
than SQLite's; its Core is kept for what it is good at, one source of statements for two databases, and what it renders is kept. This
module must not know any table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite

_SQLITE = sqlite.dialect(paramstyle="named")

Row = tuple[Any, ...]
"""One row as the driver hands it over: what each column holds is known where it is turned into a value, nowhere else."""


class Cursor(Protocol):
    """What is used of the driver's cursor."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Row | None:
        """The next row."""

    def fetchall(self) -> list[Row]:
        """The rest."""

    def __iter__(self) -> Iterator[Row]:
        """Row by row."""


class Connection(Protocol):
    """What is used of the driver's connection."""

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run one statement."""


class Prepared:
    """One statement as text, and the values that stand in it for good.

    On the way of an acceptance, take the first row and leave LIMIT out: SQLite prepares a statement anew for every value of a LIMIT
    parameter.
    """

    __slots__ = ("_fixed", "sql")

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=_SQLITE, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self._fixed = {name: value for name, value in (compiled.params or {}).items() if value is not None}

    def run(self, on: Connection, values: Mapping[str, object] | None = None) -> Cursor:
        """Execute with the values by name."""
        if self._fixed:
            return on.execute(self.sql, {**self._fixed, **(values or {})})
        return on.execute(self.sql, values or {})

    def all(self, on: Connection, values: Mapping[str, object] | None = None) -> list[Row]:
        """All rows."""
        return self.run(on, values).fetchall()

    def one(self, on: Connection, values: Mapping[str, object] | None = None) -> Row | None:
        """The first row."""
        return self.run(on, values).fetchone()
