"""The schema as this program believes it, as SQL: for databases that live in memory and never had an older one.

The file of a desk is brought to the same schema by its history (`kt1desk.store.migrate`); a test holds one against the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kt1desk.store import centre_tables, local_tables, tables
from kt1desk.store.schema_sql import FTS, TRIGGERS

_DIALECT = sqlite.dialect()


def of_tables(wanted: Iterable[Table]) -> list[str]:
    """Tables with their indexes."""
    return [statement for table in wanted for statement in _of_table(table)]


@cache  # a replay in memory asks for all of them each time, and they never change while the program runs
def _of_table(table: Table) -> tuple[str, ...]:
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    made = [CreateTable(table).compile(dialect=_DIALECT)]
    made += [CreateIndex(index).compile(dialect=_DIALECT) for index in indexes]
    return tuple(map(str, made))


def whole() -> list[str]:
    """Everything: tables, the full-text index, the triggers that keep the journal as it is."""
    return [
        *of_tables((*tables.JOURNAL, *tables.PROJECTIONS, *local_tables.LOCAL, *centre_tables.CENTRE)),
        FTS,
        *TRIGGERS,
    ]
