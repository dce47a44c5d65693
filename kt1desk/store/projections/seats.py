"""The seat of an item: its state, who keeps it, in which receptacle it lies, and whether this point answers for it.

`place_of` is the rule: an item in a receptacle is where the receptacle is, and whoever answers for the receptacle answers for it. How many
items each keeper of this point has is counted along, so that nobody counts a million rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from kt1desk.domain.custody import OVER, Holder, HolderKind, State
from kt1desk.domain.service import Service
from kt1desk.store.custody_tables import holding, packed, standing
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import desk, item

_NOWHERE: Final = ""
_OWN_POINT = Prepared(select(desk.c.point).order_by(desk.c.incarnation.desc()).limit(1))
_BAG = Prepared(
    select(standing.c.holder, standing.c.point).where(
        standing.c.number == bindparam("of_number"), standing.c.kind == bindparam("of_kind")
    )
)
_SEAT = Prepared(
    select(item.c.state, item.c.keeper, item.c.inside, item.c.ours, item.c.service).where(
        item.c.item == bindparam("of_item")
    )
)
_SIT = Prepared(
    update(item)
    .where(item.c.item == bindparam("of_item"))
    .values({name: bindparam(name) for name in ("state", "keeper", "inside", "ours")})
)
_SERVICE = Prepared(
    update(item).where(item.c.item == bindparam("of_item")).values(service=bindparam("service"))
)
_INSIDE = Prepared(
    select(item.c.item, item.c.state)
    .select_from(packed.join(item, item.c.item == packed.c.item))
    .where(packed.c.receptacle == bindparam("of_bag"), item.c.inside == bindparam("of_bag"))
)
_of_pair = (
    holding.c.service == bindparam("of_service"),
    holding.c.keeper == bindparam("of_keeper"),
    holding.c.state == bindparam("of_state"),
)
_MORE = Prepared(update(holding).where(*_of_pair).values({"items": holding.c["items"] + bindparam("one")}))
_FIRST = Prepared(insert(holding))
_NONE = Prepared(delete(holding).where(*_of_pair, holding.c["items"] == bindparam("none")))


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an item is, as its row says it."""

    state: str
    keeper: str
    inside: str = ""
    ours: bool = True


UNSEATED = Seat(State.UNKNOWN, _NOWHERE, ours=False)
"""Before anything is known."""


def own_point(connection: Connection) -> str:
    """The point of this desk, "" before its first event."""
    row = _OWN_POINT.one(connection)
    return str(row[0]) if row is not None else _NOWHERE


def place_of(connection: Connection, state: str, holder: str, point: str) -> Seat:
    """The seat that follows from an item's standing and from that of its receptacle."""
    held, own = Holder.parse(holder), own_point(connection)
    inside, keeper, at = "", holder, held.point or point
    if held.kind is HolderKind.RECEPTACLE:
        inside = held.ref
        bag = _BAG.one(connection, {"of_number": inside, "of_kind": "receptacle"})
        if bag is not None:
            bag_holder, at = bag
            keeper = bag_holder if bag_holder.startswith(f"{HolderKind.TRIP}:") else holder
    return Seat(state, keeper, inside, ours=at == own and State(state) not in OVER)


def sit(connection: Connection, number: str, seat: Seat) -> None:
    """Give an item that has a row its seat."""
    row = _SEAT.one(connection, {"of_item": number})
    before = Seat(row[0], row[1], row[2], bool(row[3])) if row is not None else UNSEATED
    if before == seat:
        return
    _SIT.run(
        connection,
        {
            "of_item": number,
            "state": seat.state,
            "keeper": seat.keeper,
            "inside": seat.inside,
            "ours": int(seat.ours),
        },
    )
    service = str(row[4]) if row is not None else Service.KT1
    if before.ours:
        _counted(connection, service, before, -1)
    if seat.ours:
        _counted(connection, service, seat, 1)


def belongs_to(connection: Connection, number: str, service: Service) -> None:
    """The data of an item says which service it belongs to; until then it was that of whoever scanned its label."""
    row = _SEAT.one(connection, {"of_item": number})
    if row is None or row[4] == service:
        return
    _SERVICE.run(connection, {"of_item": number, "service": service})
    if row[3]:
        seat = Seat(row[0], row[1], row[2])
        _counted(connection, str(row[4]), seat, -1)
        _counted(connection, service, seat, 1)


def accepted(connection: Connection, keeper: str) -> None:
    """One more item in somebody's hands, accepted just now; its row says so already."""
    _counted(connection, Service.KT1, Seat(State.ACCEPTED, keeper), 1)


def moved_along(connection: Connection, bag: str) -> None:
    """A receptacle has moved: what lies in it has moved along."""
    for number, state in _INSIDE.all(connection, {"of_bag": bag}):
        sit(connection, number, place_of(connection, state, f"{HolderKind.RECEPTACLE}:{bag}", ""))


def _counted(connection: Connection, service: str, seat: Seat, one: int) -> None:
    pair = {"of_service": service, "of_keeper": seat.keeper, "of_state": seat.state}
    if _MORE.run(connection, pair | {"one": one}).rowcount == 0:
        _FIRST.run(connection, {"service": service, "keeper": seat.keeper, "state": seat.state, "items": one})
    elif one < 0:
        _NONE.run(connection, pair | {"none": 0})
