"""Receptacles, dispatches and the items they tell of: the rows of what is known beside custody itself.

The data of an item comes with the dispatch that brings it, from another point; an item of ours keeps what its acceptance said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import and_, bindparam, case, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event, EventId, HybridTime, Stream
from kt1desk.domain.facts.dispatches import DispatchArrived, DispatchSent, ItemLine
from kt1desk.domain.facts.receptacles import ReceptacleClosed, ReceptacleReceived
from kt1desk.domain.service import service_of
from kt1desk.store.custody_tables import IDENTITY, custody_event, dispatch, packed, receptacle, trip_bag
from kt1desk.store.mail_tables import received
from kt1desk.store.projections import label_rows, last_words, seats, things, words
from kt1desk.store.projections.label_rows import FROM_HERE, PASSING, TO_HERE
from kt1desk.store.projections.seats import own_point
from kt1desk.store.received import asked, identity
from kt1desk.store.statements import Connection, Prepared, Row, Smaller
from kt1desk.store.tables import NEAR, OWN, TOLD, item

FOUND, BY_DISPATCH, CLOSED_HERE = 0, 1, 2
"""Where weight and seal of a receptacle come from."""
FOUND_BAG = "bag_found"

_BAG_SOURCE = Prepared(
    select(receptacle.c.source, receptacle.c["items"], receptacle.c.seen).where(
        receptacle.c.receptacle == bindparam("of_bag")
    )
)
_BAG = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"))
    .values(
        {
            name: bindparam(name)
            for name in ("seal", "weight_g", "to_point", "items", "seen", "closed_ms", "source", "service")
        }
    )
)
_BAG_TOLD_AGAIN = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"), receptacle.c.source == BY_DISPATCH)
    .values(closed_ms=Smaller(receptacle.c.closed_ms, bindparam("sent_ms")))
)
_BAG_FOUND = Prepared(
    update(receptacle)
    .where(receptacle.c.receptacle == bindparam("of_bag"), receptacle.c.source == bindparam("found"))
    .values({name: bindparam(name) for name in ("seal", "weight_g", "closed_ms", "dispatch")})
)
_PACKED = Prepared(insert(packed))
_TRIP_BAG = Prepared(insert(trip_bag))
_TRIP_KNOWN = Prepared(select(dispatch.c.source).where(dispatch.c.dispatch == bindparam("of_dispatch")))
_TRIP = Prepared(
    update(dispatch)
    .where(dispatch.c.dispatch == bindparam("of_dispatch"))
    .values(
        {
            column.name: bindparam(column.name)
            for column in dispatch.c
            if column.name not in {"id", "dispatch", "state", "arrived_ms"}
        }
    )
)
_TRIP_ARRIVED = Prepared(
    update(dispatch)
    .where(dispatch.c.dispatch == bindparam("of_dispatch"))
    .values(
        arrived_ms=case(
            (dispatch.c.arrived_ms == literal_column("0"), bindparam("arrived_ms")),
            else_=Smaller(dispatch.c.arrived_ms, bindparam("arrived_ms")),
        )
    )
)
_ITEM_SOURCE = Prepared(
    select(item.c.source, *(item.c[name] for name in IDENTITY)).where(item.c.item == bindparam("of_item"))
)
_WRITTEN = Prepared(
    select(custody_event.c.hlc_ms, custody_event.c.hlc_count)
    .select_from(
        custody_event.join(received, and_(*(received.c[name] == custody_event.c[name] for name in IDENTITY)))
    )
    .where(*(custody_event.c[name] == bindparam(f"of_{name}") for name in IDENTITY))
)
_TOLD_COLUMNS = (
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
    "deadline_ms",
    "agreed_ms",
    "origin",
    "source",
    "named_person",
)
_ITEM_TOLD = Prepared(
    update(item)
    .where(item.c.item == bindparam("of_item"))
    .values({name: bindparam(name) for name in _TOLD_COLUMNS})
)
_RETURNING = Prepared(
    update(item).where(item.c.item == bindparam("of_item")).values(goes_back=bindparam("goes_back"))
)


def receptacle_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A receptacle over its items; custody follows after it."""
    fact = ReceptacleClosed.of(body)
    if not label_rows.row_of(connection, ThingKind.RECEPTACLE, fact.receptacle):
        label_rows.add(connection, ThingKind.RECEPTACLE, fact.receptacle, {})
    told = _Bag(fact.receptacle, fact.seal, fact.weight_g, fact.to, fact.items)
    _fill(connection, event, told, CLOSED_HERE)


def receptacle_received(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A receptacle that came before its data: weight and seal as they were found, by the last word where two desks looked."""
    fact = ReceptacleReceived.of(body)
    if not last_words.is_last(connection, event, FOUND_BAG, fact.receptacle):
        return
    found: dict[str, object] = {"seal": fact.seal, "weight_g": fact.weight_g, "dispatch": fact.dispatch}
    found["closed_ms"] = event.envelope.happened.utc_ms
    if label_rows.row_of(connection, ThingKind.RECEPTACLE, fact.receptacle):
        _BAG_FOUND.run(connection, found | {"of_bag": fact.receptacle, "found": FOUND})
        return
    service = {"service": service_of(event.envelope.type)}
    label_rows.add(connection, ThingKind.RECEPTACLE, fact.receptacle, found | service)


def dispatch_sent(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A dispatch with its receptacles and, where it comes from another point, what it tells of each item."""
    fact = DispatchSent.of(body)
    if not _trip(connection, event, fact):
        return
    for place, bag in enumerate(fact.receptacles, start=1):
        _TRIP_BAG.run(connection, {"dispatch": fact.dispatch, "place": place, "receptacle": bag.receptacle})
        if not label_rows.row_of(connection, ThingKind.RECEPTACLE, bag.receptacle):
            label_rows.add(connection, ThingKind.RECEPTACLE, bag.receptacle, {})
        numbers = tuple((line.item, line.n) for line in bag.items)
        told = _Bag(bag.receptacle, bag.seal, bag.weight_g, bag.to, numbers)
        for line in bag.items:
            _tell(connection, event, line, ours=fact.point == own_point(connection))
        _fill(connection, event, told, BY_DISPATCH)


def dispatch_arrived(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """When the taker closed the arrival, by the first of its desks that did; custody has made the row before."""
    fact = DispatchArrived.of(body)
    closed = {"of_dispatch": fact.dispatch, "arrived_ms": event.envelope.happened.utc_ms}
    _TRIP_ARRIVED.run(connection, closed)


def item_returned(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """From now on it goes back to its sender."""
    _RETURNING.run(connection, {"of_item": body["item"], "goes_back": 1})


class _Bag(NamedTuple):
    """A receptacle as closed or as told, its items with their custody numbers in it."""

    number: str
    seal: str
    weight_g: int
    to: str
    items: Sequence[tuple[str, int]]


def _fill(connection: Connection, event: Event, bag: _Bag, source: int) -> None:
    """What is known of a receptacle, unless it was known better; its items stand as they were told first."""
    row = _BAG_SOURCE.one(connection, {"of_bag": bag.number})
    happened_ms = event.envelope.happened.utc_ms
    if row is None or row[0] >= source:
        # called back and sent again: it was closed before the first time, whichever is heard of first
        _BAG_TOLD_AGAIN.run(connection, {"of_bag": bag.number, "sent_ms": happened_ms})
        return
    seen = (
        row[2] if row[1] else 0
    )  # a dispatch told of it first, and some of its items may have been confirmed since
    if not row[1]:
        for place, (number, n) in enumerate(bag.items, start=1):
            confirmed = int(things.was_seen(connection, number, (bag.number, bag.to, n)))
            line = {"receptacle": bag.number, "place": place, "item": number, "seen": confirmed}
            _PACKED.run(connection, line)
            seen += confirmed
    _BAG.run(
        connection,
        {
            "of_bag": bag.number,
            "seal": bag.seal,
            "weight_g": bag.weight_g,
            "to_point": bag.to,
            "items": len(bag.items),
            "seen": seen,
            "closed_ms": happened_ms,
            "source": source,
            "service": service_of(event.envelope.type),
        },
    )


def _trip(connection: Connection, event: Event, fact: DispatchSent) -> bool:
    """The row of a dispatch; False where another event told of this number before, whose word stays."""
    known = _TRIP_KNOWN.one(connection, {"of_dispatch": fact.dispatch})
    if known is not None and known[0] == TOLD:
        return False
    own = own_point(connection)
    direction = FROM_HERE if fact.point == own else TO_HERE if fact.to == own else PASSING
    values = identity(event.id) | {
        "point": fact.point,
        "to_point": fact.to,
        "route": fact.route,
        "vehicle": fact.vehicle,
        "dedicated": int(fact.dedicated),
        "sent_ms": event.envelope.happened.utc_ms,
        "receptacles": len(fact.receptacles),
        "items": len(fact.items),
        "source": TOLD,
        "direction": direction,
        "service": service_of(event.envelope.type),
    }
    if known is None:
        label_rows.add(connection, ThingKind.DISPATCH, fact.dispatch, {})
    _TRIP.run(connection, values | {"of_dispatch": fact.dispatch})
    return True


def _tell(connection: Connection, event: Event, line: ItemLine, *, ours: bool) -> None:
    """The row of an item as its dispatch tells it; what we know better than the dispatch stays.

    Of two dispatches of other points the one that was written later counts, whichever came first.
    What goes back never turns again: a dispatch that is heard of after the return, and was sent before it, does not take it back.
    """
    row = _ITEM_SOURCE.one(connection, {"of_item": line.item})
    if line.returning:
        _RETURNING.run(connection, {"of_item": line.item, "goes_back": 1})
    if row is not None and (
        row[0] in {OWN, NEAR} or (row[0] == TOLD and (ours or _is_older(connection, event, row[1:])))
    ):
        return
    values: dict[str, object] = identity(event.id) | {
        "product": line.product,
        "urgency": line.urgency,
        "secrecy": line.secrecy,
        "scope": line.scope,
        "weight_g": line.weight_g,
        "accepted_ms": line.accepted_ms,
        "deadline_ms": line.deadline_ms,
        "agreed_ms": line.agreed_ms,
        "origin": line.origin,
        "source": TOLD,
        "named_person": int(line.named_person),
    }
    service = service_of(event.envelope.type)
    if row is None:
        more = {"goes_back": int(line.returning), "service": service}
        words.item_added(connection, label_rows.add(connection, ThingKind.ITEM, line.item, values | more))
    else:
        _ITEM_TOLD.run(connection, values | {"of_item": line.item})
        seats.belongs_to(connection, line.item, service)


def _is_older(connection: Connection, event: Event, told: Row) -> bool:
    """Whether an event was written before the one of another point that told of an item last; what we passed on we had from somebody."""
    before = EventId(told[0], Stream(told[1]), *told[2:])
    row = _WRITTEN.one(connection, asked(before))
    return row is not None and (event.envelope.hlc, event.id) < (HybridTime(*row), before)
