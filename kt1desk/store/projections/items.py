"""Items: the row that lists are made of, which agency writes to which, and the words an item is found by.

For A, B and C items the body has no parties, so neither has anything here: only the number can be found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import State, ThingKind, person
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.service import Service
from kt1desk.store.projections import label_rows, seats, words
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import NEAR, OWN, item, pair

_next = select(func.coalesce(func.max(item.c.id), literal_column("0")) + literal_column("1"))
_ITEM = Prepared(
    insert(item).values(
        {column.name: bindparam(column.name) for column in item.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)
_SAID = (
    *(
        "device",
        "stream",
        "incarnation",
        "seq",
        "product",
        "urgency",
        "secrecy",
        "scope",
        "weight_g",
        "accepted_ms",
    ),
    *(
        "deadline_ms",
        "agreed_ms",
        "shift",
        "user",
        "payment",
        "total_dong",
        "origin",
        "source",
        "named_person",
    ),
)
_KNOWN = Prepared(
    select(item.c.id, item.c.source, item.c.device, item.c.stream, item.c.incarnation, item.c.seq).where(
        item.c.item == bindparam("of_item")
    )
)
_KNOWN_NOW = Prepared(
    update(item).where(item.c.item == bindparam("of_item")).values({name: bindparam(name) for name in _SAID})
)
_PAIR = Prepared(insert(pair))
_PAIR_LESS = Prepared(
    update(pair)
    .where(pair.c.sender == bindparam("of_sender"), pair.c.receiver == bindparam("of_receiver"))
    .values(count=pair.c["count"] - bindparam("one"))
)
_PAIR_NEVER = Prepared(
    delete(pair).where(pair.c.sender == bindparam("of_sender"), pair.c["count"] == bindparam("none"))
)
_PAIR_AGAIN = Prepared(
    update(pair)
    .where(pair.c.sender == bindparam("of_sender"), pair.c.receiver == bindparam("of_receiver"))
    .values(count=pair.c["count"] + bindparam("one"), last_ms=bindparam("last_ms"))
)


def item_accepted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of an item as accepted, and its words; whoever accepted it has it in hand."""
    keeper = person(str(body["point"]), event.envelope.actor)
    here = {"shift": body["shift"], "state": State.ACCEPTED, "keeper": keeper, "inside": "", "ours": 1}
    row = _ITEM.run(connection, _accepted(event, body) | here | {"source": OWN, "goes_back": 0}).lastrowid
    seats.accepted(connection, keeper)
    words.item_added(connection, row)


def accepted_near(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of an item that another desk of this point accepted, of no shift of ours; custody, which follows, says who has it.

    It may be known already, by its label or by the dispatch it went with. A number that this desk gave out stays ours, and of two other
    desks the lower identity counts: the two acceptances stand beside each other in its custody.
    """
    row = _KNOWN.one(connection, {"of_item": body["item"]})
    values = _accepted(event, body) | {"shift": "", "source": NEAR}
    if row is None:
        number = str(body["item"])
        words.item_added(connection, label_rows.add(connection, ThingKind.ITEM, number, values))
        return
    source, at = row[1], EventId(row[2], Stream(row[3]), *row[4:])
    if source == OWN or (source == NEAR and at <= event.id):
        return
    _KNOWN_NOW.run(connection, values | {"of_item": body["item"]})
    seats.belongs_to(connection, str(body["item"]), Service.KT1)
    if source == 0:
        words.item_named(connection, int(row[0]))


def _accepted(event: Event, body: Mapping[str, Json]) -> dict[str, object]:
    """What the acceptance of an item says of it."""
    charge = cast(Mapping[str, Json], body.get("charge", {}))
    return identity(event.id) | {
        "item": body["item"],
        "product": body["product"],
        "urgency": body["urgency"],
        "secrecy": body["secrecy"],
        "scope": body["scope"],
        "weight_g": body["weight"],
        "accepted_ms": event.envelope.happened.utc_ms,
        "deadline_ms": body.get("deadline", 0),
        "agreed_ms": body.get("agreed", 0),
        "user": event.envelope.actor,
        "payment": body["pay"],
        "total_dong": charge.get("total", 0),
        "origin": body["point"],
        "named_person": body["named"],
        "service": Service.KT1,
    }


def pair_met(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """One more item from this agency to that one, where both are in the list."""
    sender, receiver = (_agency(body, side) for side in ("from", "to"))
    if not sender or not receiver:
        return
    met = event.envelope.happened.utc_ms
    row = {"of_sender": sender, "of_receiver": receiver, "one": 1, "last_ms": met}
    if _PAIR_AGAIN.run(connection, row).rowcount == 0:
        _PAIR.run(connection, {"sender": sender, "receiver": receiver, "count": 1, "last_ms": met})


def pair_unmet(connection: Connection, acceptance: Mapping[str, Json]) -> None:
    """The item with this body was taken back: one less. When they met last is not known any more and stays."""
    sender, receiver = (_agency(acceptance, side) for side in ("from", "to"))
    if sender and receiver:
        _PAIR_LESS.run(connection, {"of_sender": sender, "of_receiver": receiver, "one": 1})
        _PAIR_NEVER.run(connection, {"of_sender": sender, "none": 0})


def _agency(body: Mapping[str, Json], side: str) -> Json:
    return cast(Mapping[str, Json], body.get(side, {})).get("agency", "")
