"""What was found in a receptacle, and which receptacle a seal was on."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, literal_column, select, text

from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import ItemArrived
from kt1desk.services.custody_rows import FoundRow
from kt1desk.store import received
from kt1desk.store.custody_tables import ARRIVED_IN, IDENTITY, custody_event, receptacle, touch
from kt1desk.store.statements import Connection, Prepared, Row

_FOUND = Prepared(
    select(touch.c.number, touch.c.link, *(touch.c[name] for name in IDENTITY), custody_event.c.happened_ms)
    .select_from(
        touch.join(custody_event, and_(*(custody_event.c[name] == touch.c[name] for name in IDENTITY)))
    )
    .where(touch.c.link == bindparam("of_bag"), text(f"touch.{ARRIVED_IN}"))
    .order_by(custody_event.c.hlc_ms, custody_event.c.hlc_count, *(touch.c[name] for name in IDENTITY))
)
_SEALED = Prepared(
    select(receptacle.c.receptacle)
    .where(receptacle.c.seal == bindparam("of_seal"))
    .order_by(receptacle.c.id)
    .limit(literal_column("1"))
)


def found_in(connection: Connection, bag: str) -> list[FoundRow]:
    """See `CustodyReader.found_in`; of an item that was scanned again the last word counts."""
    rows = (_found(connection, row) for row in _FOUND.all(connection, {"of_bag": bag}))
    return list({row.item: row for row in rows}.values())


def sealed_with(connection: Connection, seal: str) -> str:
    """See `CustodyReader.sealed_with`."""
    row = _SEALED.one(connection, {"of_seal": seal}) if seal else None
    return str(row[0]) if row is not None else ""


def _found(connection: Connection, row: Row) -> FoundRow:
    device, stream, incarnation, seq = row[2:6]
    event_id = EventId(device, Stream(stream), incarnation, seq)
    event = received.read_any(connection, event_id)
    condition = ItemArrived.of(event.body()).condition if event is not None else ""
    return FoundRow(row[0], row[1], condition, event_id, row[6])
