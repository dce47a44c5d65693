"""Items read whole: those accepted at this point from their acceptance, those of another point from the dispatch that told of them.

Parties are read from the event or from beside it at the moment of asking; of an item that came before its data only the label is here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, and_, bindparam, literal_column, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream, proof_of
from kt1desk.domain.facts import Charge, Party, read_item_accepted
from kt1desk.domain.service import Service
from kt1desk.services.rows import ItemRow
from kt1desk.store import received
from kt1desk.store.failures import stored
from kt1desk.store.held_rows import among_ids
from kt1desk.store.projections.words import told_parties
from kt1desk.store.reader_desk import beside
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import NEAR, OWN, TOLD, event, item, particulars, place_in, shift

_from, _to = particulars.alias("sender_beside"), particulars.alias("receiver_beside")
_acceptance = and_(event.c.id == literal_column(place_in("item")), event.c.device == item.c.device)
_items: Select[Any] = select(
    item.c.item,
    item.c.device,
    item.c.stream,
    item.c.incarnation,
    item.c.seq,
    item.c.product,
    item.c.urgency,
    item.c.secrecy,
    item.c.scope,
    item.c.weight_g,
    item.c.accepted_ms,
    item.c.deadline_ms,
    item.c.agreed_ms,
    item.c.shift,
    item.c.user,
    item.c.payment,
    item.c.state,
    item.c.source,
    event.c.hash,
    event.c.body,
    _from.c.row,
    _to.c.row,
).select_from(
    item.outerjoin(event, _acceptance)
    .outerjoin(_from, beside(item, _from, "sender"))
    .outerjoin(_to, beside(item, _to, "receiver"))
)
_kt1 = item.c.service == literal_column(f"'{Service.KT1.value}'")
_ITEM = Prepared(_items.where(item.c.item == bindparam("number"), _kt1))
_AMONG = among_ids(_items)
_OF_SHIFT = Prepared(
    _items.join(shift, shift.c.shift == item.c.shift)
    .where(
        shift.c.shift == bindparam("of_shift"),
        _kt1,
        item.c.id >= shift.c.first_item,
        item.c.id <= shift.c.last_item,
    )
    .order_by(item.c.id.desc())
    .limit(bindparam("most"))
)


def one(connection: Connection, number: str) -> ItemRow | None:
    """See `Reader.item`."""
    row = _ITEM.one(connection, {"number": number})
    return None if row is None else _item(connection, row)


def among(connection: Connection, ids: str) -> list[ItemRow]:
    """The items with the row numbers of a list in JSON, newest first."""
    return [_item(connection, row) for row in _AMONG.all(connection, {"ids": ids})]


def of_shift(connection: Connection, name: str, limit: int) -> list[ItemRow]:
    """See `Reader.items_of_shift`."""
    rows = _OF_SHIFT.all(connection, {"of_shift": name, "most": limit})
    return [_item(connection, row) for row in rows]


def _item(connection: Connection, row: Row) -> ItemRow:
    if row[17] == NEAR:
        return _near(connection, row)
    if row[17] != OWN:
        return _told(connection, row)
    state, _, hashed, body_bytes, sender_beside, receiver_beside = row[16:]
    body = json.loads(stored(body_bytes))
    charge = body.get("charge")
    parts = (
        row[0],
        _event_id(row),
        proof_of(hashed),
        *row[5:16],
        _party(body.get("from"), sender_beside),
        _party(body.get("to"), receiver_beside),
        Charge.of(charge) if charge else None,
        state,
    )
    return ItemRow(*parts)


def _near(connection: Connection, row: Row) -> ItemRow:
    """An item that another desk of this point accepted: all of it is read from its acceptance, which came from there."""
    found = received.read(connection, _event_id(row))
    if found is None:
        raise DeskError("store.damaged")
    fact = read_item_accepted(found)
    parts = (row[0], found.id, found.proof, *row[5:16], fact.sender, fact.receiver, fact.charge, row[16])
    return ItemRow(*parts)


def _told(connection: Connection, row: Row) -> ItemRow:
    """An item of another point. The event is the dispatch that told of it, or the one that named its label first."""
    number, source, state = row[0], row[17], row[16]
    event_id = _event_id(row)
    found = received.read_any(connection, event_id)
    sender: Party | None = None
    receiver: Party | None = None
    if found is not None and source == TOLD:
        written = told_parties(found.body_bytes).get(number, (None, None))
        kept = {each.slot: each.row for each in found.particulars}
        sender = _party(written[0], kept.get(f"from.{number}"))
        receiver = _party(written[1], kept.get(f"to.{number}"))
    proof = found.proof if found is not None else ""
    parts = (number, event_id, proof, *row[5:16], sender, receiver, None, state)
    return ItemRow(*parts)


def _event_id(row: Row) -> EventId:
    device, stream, incarnation, seq = row[1:5]
    return EventId(device, Stream(stream), incarnation, seq)


def _party(in_body: Mapping[str, Json] | None, beside_it: bytes | None) -> Party | None:
    fields = in_body or (json.loads(beside_it) if beside_it else None)
    return Party.of(fields) if fields else None
