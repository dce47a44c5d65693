"""Statements written in SQLAlchemy Core, rendered once, run on the driver itself.

An acceptance is a dozen statements in one commit that may cost no more than twice a bare insert. SQLAlchemy's own execution costs more
than SQLite's; its Core is kept for what it is good at, one source of statements for two databases, and what it renders is kept.

The text that is run is SQLite's. It carries the statement it was made of, so that a connection to another database (`Elsewhere`) renders it
in its own words: a desk pays nothing for that. This module must not know any table.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sqlalchemy import ClauseElement, Dialect, Integer
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

_SQLITE = sqlite.dialect(paramstyle="named")

Row = tuple[Any, ...]
"""One row as the driver hands it over: what each column holds is known where it is turned into a value, nowhere else."""


class Cursor(Protocol):
    """What is used of the driver's cursor."""

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""

    @property
    def lastrowid(self) -> int:
        """The number of the row that was put in last."""

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


class Elsewhere(ABC):
    """A connection to a database that is no desk's file: it renders statements for itself, and has no index of words."""

    @abstractmethod
    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run one statement; ``sql`` is a `Text`, nothing else can be said in other words."""


class Text(str):
    """A statement in SQLite's words, and the statement itself."""

    __slots__ = ("statement",)
    statement: ClauseElement

    @classmethod
    def of(cls, statement: ClauseElement, words: str) -> Text:
        """The words with what they were made of."""
        text = cls(words)
        text.statement = statement
        return text


def rendered(statement: ClauseElement, dialect: Dialect) -> tuple[str, dict[str, object]]:
    """A statement in the words of a dialect, and the values that stand in it for good."""
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    fixed = {name: value for name, value in (compiled.params or {}).items() if value is not None}
    return str(compiled), fixed


class Smaller(GenericFunction[int]):
    """The smaller of two numbers: ``min`` of two in SQLite, which PostgreSQL calls ``least``."""

    type = Integer()
    inherit_cache = True


@compiles(Smaller)
def _min(element: Smaller, compiler: SQLCompiler, **more: Any) -> str:
    return f"min{compiler.process(element.clause_expr, **more)}"


@compiles(Smaller, "postgresql")
def _least(element: Smaller, compiler: SQLCompiler, **more: Any) -> str:
    return f"least{compiler.process(element.clause_expr, **more)}"


class Prepared:
    """One statement as text, and the values that stand in it for good.

    On the way of an acceptance, take the first row and leave LIMIT out: SQLite prepares a statement anew for every value of a LIMIT
    parameter.
    """

    __slots__ = ("_fixed", "sql")

    def __init__(self, statement: ClauseElement) -> None:
        words, self._fixed = rendered(statement, _SQLITE)
        self.sql = Text.of(statement, words)

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
