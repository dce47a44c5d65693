"""Rows of things whose number is known and nothing else yet: an item that came before its data, a receptacle or dispatch likewise.

What they are is completed when the data comes (`kt1desk.store.projections.dispatches`).
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, insert, literal_column, select

from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.events import Event
from kt1desk.domain.merging import Touch
from kt1desk.domain.service import service_of
from kt1desk.store.custody_tables import dispatch, receptacle
from kt1desk.store.projections import words
from kt1desk.store.projections.seats import own_point
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import item

FROM_HERE, TO_HERE, PASSING = 0, 1, 2
"""Directions of a dispatch."""
_TABLES = {ThingKind.ITEM: item, ThingKind.RECEPTACLE: receptacle, ThingKind.DISPATCH: dispatch}


def _one_of(kind: ThingKind) -> Prepared:
    table = _TABLES[kind]
    return Prepared(select(table.c.id).where(table.c[kind.value] == bindparam("of_number")))


def _add(kind: ThingKind) -> Prepared:
    table = _TABLES[kind]
    following = select(func.coalesce(func.max(table.c.id), literal_column("0")) + literal_column("1"))
    values: dict[str, object] = {
        column.name: bindparam(column.name) for column in table.c if column.name != "id"
    }
    return Prepared(insert(table).values(values | {"id": following.scalar_subquery()}))


_ONE = {kind: _one_of(kind) for kind in ThingKind}
_ADD = {kind: _add(kind) for kind in ThingKind}
_EMPTY = {
    kind: {
        column.name: 0 if column.type.python_type is int else "" for column in table.c if column.name != "id"
    }
    for kind, table in _TABLES.items()
}


def row_of(connection: Connection, kind: ThingKind, number: str) -> int:
    """The row of a thing, 0 where it has none."""
    row = _ONE[kind].one(connection, {"of_number": number})
    return int(row[0]) if row is not None else 0


def add(connection: Connection, kind: ThingKind, number: str, values: dict[str, object]) -> int:
    """A new row; what is not said is 0 or empty."""
    named: dict[str, object] = {kind.value: number, "state": State.UNKNOWN}
    return _ADD[kind].run(connection, _EMPTY[kind] | named | values).lastrowid


def known(connection: Connection, event: Event, each: Touch) -> None:
    """See to it that a thing has a row before it is folded."""
    if row_of(connection, each.kind, each.number):
        return
    named: dict[str, object] = {"service": service_of(event.envelope.type)}
    if each.kind is ThingKind.ITEM:
        row = add(connection, each.kind, each.number, named | identity(event.id))
        words.item_added(connection, row)
    elif each.kind is ThingKind.RECEPTACLE:
        add(connection, each.kind, each.number, named | {"closed_ms": event.envelope.happened.utc_ms})
    else:
        at_own = each.point == own_point(connection)
        direction = {"direction": TO_HERE if at_own else PASSING}
        add(connection, each.kind, each.number, named | identity(event.id) | direction)
