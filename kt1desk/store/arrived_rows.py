"""What was found in a receptacle, and which receptacle a seal was on."""

from __future__ import annotations

import json

from sqlalchemy import and_, bindparam, func, literal_column, select, text

from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.service import Service, service_of
from kt1desk.services.custody_rows import FoundRow
from kt1desk.store.custody_tables import ARRIVED_IN, IDENTITY, custody_event, receptacle, touch
from kt1desk.store.failures import stored
from kt1desk.store.mail_tables import received
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import event, place_in

_ours = and_(event.c.id == literal_column(place_in("touch")), event.c.device == touch.c.device)
_FOUND = Prepared(
    select(
        touch.c.number,
        touch.c.link,
        *(touch.c[name] for name in IDENTITY),
        custody_event.c.happened_ms,
        func.coalesce(event.c.body, received.c.body),
        func.coalesce(event.c.type, received.c.type),
    )
    .select_from(
        touch.join(custody_event, and_(*(custody_event.c[name] == touch.c[name] for name in IDENTITY)))
        .outerjoin(event, _ours)
        .outerjoin(received, and_(*(received.c[name] == touch.c[name] for name in IDENTITY)))
    )
    .where(touch.c.link == bindparam("of_bag"), text(f"touch.{ARRIVED_IN}"))
    .order_by(custody_event.c.hlc_ms, custody_event.c.hlc_count, *(touch.c[name] for name in IDENTITY))
)
_SEALED = Prepared(
    select(receptacle.c.receptacle)
    .where(receptacle.c.seal == bindparam("of_seal"), receptacle.c.service == bindparam("of_service"))
    .order_by(receptacle.c.id)
    .limit(literal_column("1"))
)


def found_in(connection: Connection, bag: str, service: Service) -> list[FoundRow]:
    """See `CustodyReader.found_in`; of an item that was scanned again the last word counts."""
    found = _FOUND.all(connection, {"of_bag": bag})
    rows = (_found(row) for row in found if service_of(row[-1]) is service)
    return list({row.item: row for row in rows}.values())


def sealed_with(connection: Connection, seal: str, service: Service) -> str:
    """See `CustodyReader.sealed_with`."""
    row = _SEALED.one(connection, {"of_seal": seal, "of_service": service}) if seal else None
    return str(row[0]) if row is not None else ""


def _found(row: Row) -> FoundRow:
    number, link, device, stream, incarnation, seq, happened_ms, body, _ = row
    event_id = EventId(device, Stream(stream), incarnation, seq)
    return FoundRow(number, link, json.loads(stored(body))["condition"], event_id, happened_ms)
