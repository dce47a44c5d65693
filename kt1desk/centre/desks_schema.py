"""The tables of all desks in one: schema ``desks`` of the database ``core``, made of the very tables that a desk has.

Each projection of a desk exists here once, with one column more: at which desk the row stands (``at_desk``). It leads every key and index,
so that what two desks say never meets, not even in an error about a key that is taken. Whoever projects sets `SETTING` and works as if
there were one desk: the column fills itself, and the policy shows that desk's rows alone. Desk `PROVINCE` is nobody's: what follows from
the events of all desks together.

Nothing here is a truth: it is made of the ledger, and may be dropped and made again (`kt1desk.centre.derived_schema`). This module must
not know who reads, nor how events are followed.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Dialect, Index, Integer, MetaData, PrimaryKeyConstraint, Table, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from kt1desk.centre.cluster_sql import INTEGRATOR
from kt1desk.store.tables import PROJECTIONS

SCHEMA: Final = "desks"
SETTING: Final = "kt1desk.device"
AT_DESK: Final = "at_desk"
PROVINCE: Final = 0
"""The number of no desk: `kt1desk.centre.cluster_sql.role_of` begins with 1."""

_THIS_DESK = f"current_setting('{SETTING}')::integer"
"""Not set is an error, never a row that belongs to nobody."""
_DIALECT: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]

_VIEWS: tuple[str, ...] = (
    f"""CREATE VIEW {SCHEMA}.event AS
      SELECT (stream::bigint << 48) | (incarnation::bigint << 32) | seq AS id,
        device, stream, incarnation, seq, type, envelope, body, prev, hash
      FROM ledger.event WHERE device = {_THIS_DESK}""",  # noqa: S608 - names of our own
    f"""CREATE VIEW {SCHEMA}.particulars AS
      SELECT device, stream, incarnation, seq, slot, salt, row FROM ledger.particulars WHERE device = {_THIS_DESK}""",  # noqa: S608 - names of our own
    f"""CREATE VIEW {SCHEMA}.received AS
      SELECT device, stream, incarnation, seq, type, envelope, body, prev, hash FROM ledger.event WHERE device <> {_THIS_DESK}""",  # noqa: S608 - names of our own
    f"""CREATE VIEW {SCHEMA}.received_beside AS
      SELECT device, stream, incarnation, seq, slot, salt, row FROM ledger.particulars WHERE device <> {_THIS_DESK}""",  # noqa: S608 - names of our own
)
"""The journal under the names that it has at a desk: what a projection looks back at. Particulars are read by nobody but their owner."""


def tables() -> tuple[Table, ...]:
    """The projections as they stand here, each with its indexes."""
    made = MetaData(schema=SCHEMA)
    return tuple(_of_all_desks(each, made) for each in PROJECTIONS)


def statements() -> tuple[str, ...]:
    """All that makes the schema, as its owner runs it."""
    made: list[str] = [f"CREATE SCHEMA {SCHEMA}", f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC"]
    for table in tables():
        made.append(str(CreateTable(table).compile(dialect=_DIALECT)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=_DIALECT)) for index in indexes]
        named, own = f'{SCHEMA}."{table.name}"', f"{AT_DESK} = {_THIS_DESK}"
        made += [
            f"ALTER TABLE {named} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {named} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY projecting ON {named} TO {INTEGRATOR} USING ({own}) WITH CHECK ({own})",
        ]
    made += [
        *_VIEWS,
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {INTEGRATOR}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SCHEMA} TO {INTEGRATOR}",
    ]
    return tuple(made)


def _of_all_desks(table: Table, made: MetaData) -> Table:
    at_desk = Column(AT_DESK, Integer, nullable=False, server_default=text(_THIS_DESK))
    copies = [Column(column.name, column.type, nullable=False) for column in table.columns]
    key = [column.name for column in table.primary_key.columns]
    copy = Table(table.name, made, at_desk, *copies, PrimaryKeyConstraint(AT_DESK, *key))
    for index in table.indexes:
        parts = [
            copy.c[part.name] if isinstance(part, Column) else text(str(part)) for part in index.expressions
        ]
        where = index.dialect_options["sqlite"].get("where")
        Index(
            index.name,
            copy.c[AT_DESK],
            *parts,
            unique=index.unique,
            # the sign before a column keeps SQLite's planner from an index and means nothing elsewhere
            postgresql_where=text(str(where).replace("+", "")) if where is not None else None,
        )
    return copy
