"""Number blocks: which serial is free next, how many are left, and every number that was given out or voided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import and_, bindparam, insert, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import S10, number_at
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import block, used_number

_GRANT = Prepared(insert(block))
_USE = Prepared(insert(used_number))
_USED = Prepared(select(used_number.c.item).where(used_number.c.item == bindparam("item")))
_HOLDS = and_(
    block.c.prefix == bindparam("of_prefix"),
    block.c.first <= bindparam("serial"),
    block.c.last >= bindparam("serial"),
)
_FIND = Prepared(
    select(block.c.incarnation, block.c.seq, block.c.next, block.c.last, block.c.left)
    .where(_HOLDS)
    .order_by(block.c.incarnation, block.c.seq)
)
_MOVE = Prepared(
    update(block)
    .where(block.c.incarnation == bindparam("of_incarnation"), block.c.seq == bindparam("of_seq"))
    .values(next=bindparam("free"), left=bindparam("rest"))
)
_OVERLAP = Prepared(
    select(block.c.seq).where(
        block.c.prefix == bindparam("of_prefix"),
        block.c.first <= bindparam("to_serial"),
        block.c.last >= bindparam("from_serial"),
    )
)
_COUNTRY = "VN"


def is_used(connection: Connection, item: str) -> bool:
    """Whether the number was ever given out or voided."""
    return _USED.one(connection, {"item": item}) is not None


def block_granted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A new block, after the ones before it.

    Raises:
        DeskError: ``number.block_overlap`` where a serial of it belongs to an earlier block.
    """
    first, last = cast(int, body["first"]), cast(int, body["last"])
    span = {"of_prefix": body["prefix"], "from_serial": first, "to_serial": last}
    if _OVERLAP.one(connection, span) is not None:
        raise DeskError("number.block_overlap", prefix=str(body["prefix"]), first=first, last=last)
    _GRANT.run(
        connection,
        {
            "incarnation": event.id.incarnation,
            "seq": event.id.seq,
            "prefix": body["prefix"],
            "first": first,
            "last": last,
            "next": first,
            "left": last - first + 1,
        },
    )


def item_accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The item's number is given out."""
    _use(connection, str(body["item"]), "accepted")


def number_voided(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The number will never be given out."""
    _use(connection, str(body["item"]), "voided")


def _use(connection: Connection, item: str, how: str) -> None:
    if is_used(connection, item):
        raise DeskError("number.used", "number", number=item)
    _USE.run(connection, {"item": item, "how": how})
    number = S10.parse(item)
    serial = int(number.serial)
    found = _FIND.one(connection, {"of_prefix": number.prefix, "serial": serial})
    if found is None or number.country != _COUNTRY:
        return  # a number of somebody else's block: received, or from an older roll of labels
    incarnation, seq, free, last, left = found
    left -= 1
    if serial == free:
        free = _free_after(connection, number.prefix, serial, last, left)
    _MOVE.run(connection, {"of_incarnation": incarnation, "of_seq": seq, "free": free, "rest": left})


def _free_after(connection: Connection, prefix: str, serial: int, last: int, left: int) -> int:
    """The next free serial; ``last + 1`` where there is none."""
    free = serial + 1
    while left != last - free + 1 and is_used(connection, number_at(prefix, free, _COUNTRY).text):
        free += 1
    return free
