"""Number blocks: which serial is free next, how many are left, and which numbers are used, given out or voided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from sqlalchemy import BindParameter, and_, bindparam, insert, literal_column, select, text, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import S10, number_at
from kt1desk.store.case_tables import cover
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import ACCEPTED_HERE, OWN, block, voided_number
from kt1desk.store.tables import item as items

_GRANT = Prepared(insert(block))
_VOID = Prepared(insert(voided_number))
_USED = Prepared(
    select(items.c.item)
    .where(items.c.item == bindparam("item"), text(ACCEPTED_HERE))
    .union_all(
        select(voided_number.c.item).where(voided_number.c.item == bindparam("item")),
        select(cover.c.item).where(cover.c.item == bindparam("item"), cover.c.given == literal_column("1")),
    )
)
_IN_RANGE: tuple[BindParameter[str], BindParameter[str]] = (bindparam("low"), bindparam("high"))
_BETWEEN = Prepared(
    select(items.c.item)
    .where(items.c.item.between(*_IN_RANGE))
    .union_all(
        select(voided_number.c.item).where(voided_number.c.item.between(*_IN_RANGE)),
        select(cover.c.item).where(cover.c.item.between(*_IN_RANGE), cover.c.given == literal_column("1")),
    )
)
"""Numbers in a range that were given out, voided, or that items of others have."""
_KNOWN = Prepared(select(items.c.source).where(items.c.item == bindparam("of_item")))
_HOLDS = and_(
    block.c.prefix == bindparam("of_prefix"),
    block.c.first <= bindparam("serial"),
    block.c.last >= bindparam("serial"),
)
_FIND = Prepared(
    select(block.c.incarnation, block.c.seq, block.c.next, block.c.last, block.c.left).where(_HOLDS)
)
_FREE = Prepared(
    select(block.c.prefix, block.c.next, block.c.last)
    .where(block.c.left > 0)
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
    """Whether the number was ever given out here or voided; a number known only from another point was not."""
    return _USED.one(connection, {"item": item}) is not None


def is_elsewhere(connection: Connection, item: str) -> bool:
    """Whether an item that was not accepted here has this number: no other may get it, though it was not given out here."""
    row = _KNOWN.one(connection, {"of_item": item})
    return row is not None and row[0] != OWN


def next_free(connection: Connection, prefixes: Collection[str] = (), after: str = "") -> str | None:
    """The next free number of the blocks with one of the prefixes (all, where none is said), in the order they were granted.

    ``after`` is passed over: the first leg of a case has it already. None where all are empty.
    """
    for prefix, free, last in _FREE.all(connection):
        if prefixes and prefix not in prefixes:
            continue
        for serial in range(free, last + 1):
            number = number_at(prefix, serial, _COUNTRY).text
            used = is_elsewhere(connection, number) or (serial > free and is_used(connection, number))
            if number != after and not used:
                return number
    return None


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
    """The number of an item, or of a cover that is made after its case, is given out; runs before it has its row."""
    _use(connection, str(body["item"]))


def dossier_accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The numbers of the legs are given out; runs before the legs have their rows.

    So the lower one goes first: after the higher one, which has no row yet, the block would name that one as its next free number.

    Raises:
        DeskError: ``number.used`` also where two legs have the same number.
    """
    legs = sorted(str(leg["item"]) for leg in cast(Sequence[Mapping[str, Json]], body["legs"]))
    for at, number in enumerate(legs):
        if number in legs[:at]:
            raise DeskError("number.used", "number", number=number)
        _use(connection, number)


def number_voided(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The number will never be given out."""
    _use(connection, str(body["item"]))
    _VOID.run(connection, {"item": body["item"], "reason": body["reason"]})


def numbers_skipped(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """What may have been given out in records that are lost will not be given out again; what is known to be used is passed over.

    So a record that comes back later, with a number out of the range, is replayed before this and keeps its number. A restore passes over
    the rest of a block of a hundred thousand: what is known is asked once for all of them.
    """
    prefix, reason = str(body["prefix"]), body["reason"]
    first, last = cast(int, body["first"]), cast(int, body["last"])
    ends = {"low": f"{prefix}{first:08d}", "high": f"{prefix}{last:08d}~"}
    known = {str(row[0]) for row in _BETWEEN.all(connection, ends)}
    passed = list[int]()
    for serial in range(first, last + 1):
        number = number_at(prefix, serial, _COUNTRY).text
        if number not in known:
            _VOID.run(connection, {"item": number, "reason": reason})
            passed.append(serial)
    _take_all(connection, prefix, passed)


def _take_all(connection: Connection, prefix: str, serials: Sequence[int]) -> None:
    """So many numbers less in their blocks, in one step for each block; a loop of `_take` would count each block anew for each number."""
    at = 0
    while at < len(serials):
        found = _FIND.one(connection, {"of_prefix": prefix, "serial": serials[at]})
        upto = at + 1 if found is None else bisect_right(serials, cast(int, found[3]), at)
        if found is not None:
            incarnation, seq, free, last, left = found
            left -= upto - at
            if free in serials[at:upto]:
                free = _free_after(connection, prefix, free, last, left) if left else last + 1
            _MOVE.run(connection, {"of_incarnation": incarnation, "of_seq": seq, "free": free, "rest": left})
        at = upto


def _use(connection: Connection, item: str) -> None:
    if is_used(connection, item) or is_elsewhere(connection, item):
        raise DeskError("number.used", "number", number=item)
    number = S10.parse(item)
    if number.country == _COUNTRY:
        _take(connection, number)


def _take(connection: Connection, number: S10) -> None:
    """One number less in its block."""
    asked = {"of_prefix": number.prefix, "serial": int(number.serial)}
    found = _FIND.one(connection, asked)
    if found is None:
        return  # a number of somebody else's block: received, or from an older roll of labels
    incarnation, seq, free, last, left = found
    left -= 1
    if free == asked["serial"]:
        free = _free_after(connection, number.prefix, free, last, left)
    _MOVE.run(connection, {"of_incarnation": incarnation, "of_seq": seq, "free": free, "rest": left})


def _free_after(connection: Connection, prefix: str, serial: int, last: int, left: int) -> int:
    """The next free serial; ``last + 1`` where there is none."""
    free = serial + 1
    while left != last - free + 1 and is_used(connection, number_at(prefix, free, _COUNTRY).text):
        free += 1
    return free
