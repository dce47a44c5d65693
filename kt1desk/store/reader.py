"""Questions to the store: the same inside a transaction and outside. Rows become values here.

Names of persons, and both parties of A, B and C items, are read from beside the event at the moment of asking: no projection keeps a copy
of them. Print jobs do, in the texts of their paper.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, FromClause, Table, and_, bindparam, func, literal_column, select, text

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event, EventId, Stream, proof_of
from kt1desk.domain.facts import Charge, Party
from kt1desk.domain.text import sort_key
from kt1desk.services.ports import Clock
from kt1desk.services.rows import BlockRow, DeskRow, ItemRow, PaperRow, SearchHit, ShiftRow, UserRow
from kt1desk.store import entries, papers, search
from kt1desk.store.projections import numbers
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import (
    OPEN,
    PLACE_OF_ITEM,
    block,
    desk,
    event,
    item,
    key_slot,
    pair,
    particulars,
    shift,
    user,
)


def _beside(owner: Table, row: FromClause, slot: str) -> ColumnElement[bool]:
    """What stands beside the event that made the row of ``owner``, in one slot."""
    same = (owner.c[name] == row.c[name] for name in ("device", "stream", "incarnation", "seq"))
    return and_(*same, row.c.slot == literal_column(f"'{slot}'"))


_DESK = Prepared(
    select(desk.c.device, desk.c.incarnation, desk.c.point, desk.c.mode, desk.c.public_key, desk.c.services)
    .order_by(desk.c.incarnation.desc())
    .limit(1)
)
_SLOTS = Prepared(select(key_slot.c.holder, key_slot.c.version))
_person = particulars.alias("person")
_users = select(user.c.user, _person.c.row, user.c.roles, user.c.clearance_until, user.c.active).select_from(
    user.outerjoin(_person, _beside(user, _person, "person"))
)
_USERS = Prepared(_users)
_USER = Prepared(_users.where(user.c.user == bindparam("who")))
_shifts = select(
    shift.c.shift,
    shift.c.business_date,
    shift.c.drawer,
    shift.c.user,
    shift.c.float_dong,
    shift.c.cash_dong,
    shift.c["items"],
    shift.c.opened_ms,
    shift.c.closed_ms,
    shift.c.counted_dong,
)
_OPEN_SHIFT = Prepared(_shifts.where(text(OPEN)))
_LAST_SHIFT = Prepared(_shifts.order_by(shift.c.incarnation.desc(), shift.c.seq.desc()).limit(1))
_SHIFTS_ON = Prepared(
    select(func.count()).where(shift.c.shift > bindparam("low"), shift.c.shift < bindparam("high"))
)
_BLOCKS = Prepared(
    select(block.c.prefix, block.c.first, block.c.last, block.c.next, block.c.left).order_by(
        block.c.left == 0, block.c.incarnation, block.c.seq
    )
)
_from, _to = particulars.alias("sender_beside"), particulars.alias("receiver_beside")
_items = select(
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
    event.c.hash,
    event.c.body,
    _from.c.row,
    _to.c.row,
).select_from(
    item.join(event, event.c.id == literal_column(PLACE_OF_ITEM))
    .outerjoin(_from, _beside(item, _from, "sender"))
    .outerjoin(_to, _beside(item, _to, "receiver"))
)
_ITEM = Prepared(_items.where(item.c.item == bindparam("number")))
_NEWEST_ITEMS = Prepared(_items.order_by(item.c.id.desc()).limit(bindparam("most")))
_ITEMS_OF_SHIFT = Prepared(
    _items.join(shift, shift.c.shift == item.c.shift)
    .where(
        shift.c.shift == bindparam("of_shift"),
        item.c.id >= shift.c.first_item,
        item.c.id <= shift.c.last_item,
    )
    .order_by(item.c.id.desc())
    .limit(bindparam("most"))
)
_RECEIVERS = Prepared(
    select(pair.c.receiver)
    .where(pair.c.sender == bindparam("of_sender"))
    .order_by(pair.c["count"].desc(), pair.c.last_ms.desc(), pair.c.receiver)
    .limit(bindparam("most"))
)
_CHAINS = Prepared(select(desk.c.device, desk.c.incarnation))


class DeskReader:
    """The desk, its people, its shift and its numbers."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def desk(self) -> DeskRow | None:
        """See `Reader.desk`."""
        row = _DESK.one(self._connection)
        if row is None:
            return None
        device, incarnation, point, mode, public_key, services = row
        return DeskRow(device, incarnation, point, mode, public_key, frozenset(services.split()))

    def slot_versions(self) -> Mapping[str, int]:
        """See `Reader.slot_versions`."""
        return dict(_SLOTS.all(self._connection))

    def users(self) -> Sequence[UserRow]:
        """See `Reader.users`; the order is that of the Vietnamese alphabet."""
        rows = [_user(row) for row in _USERS.all(self._connection)]
        return sorted(rows, key=lambda row: (sort_key(row.name), row.user))

    def user(self, user: str) -> UserRow | None:
        """See `Reader.user`."""
        row = _USER.one(self._connection, {"who": user})
        return None if row is None else _user(row)

    def open_shift(self) -> ShiftRow | None:
        """See `Reader.open_shift`."""
        row = _OPEN_SHIFT.one(self._connection)
        return None if row is None else ShiftRow(*row)

    def last_shift(self) -> ShiftRow | None:
        """See `Reader.last_shift`; by the order of the journal, whatever the clock did."""
        row = _LAST_SHIFT.one(self._connection)
        return None if row is None else ShiftRow(*row)

    def shifts_on(self, business_date: str) -> int:
        """See `Reader.shifts_on`; their names begin with the date and a stroke, and "0" is the character after the stroke."""
        row = _SHIFTS_ON.one(self._connection, {"low": f"{business_date}/", "high": f"{business_date}0"})
        return int(row[0]) if row is not None else 0

    def blocks(self) -> Sequence[BlockRow]:
        """See `Reader.blocks`; empty blocks come last."""
        return [BlockRow(*row) for row in _BLOCKS.all(self._connection)]

    def number_is_used(self, item: str) -> bool:
        """See `Reader.number_is_used`."""
        return numbers.is_used(self._connection, item)


class StoreReader(DeskReader):
    """All of `kt1desk.services.ports.Reader`."""

    def item(self, item: str) -> ItemRow | None:
        """See `Reader.item`."""
        row = _ITEM.one(self._connection, {"number": item})
        return None if row is None else _item(row)

    def items_here(self, limit: int) -> Sequence[ItemRow]:
        """See `Reader.items_here`."""
        return [_item(row) for row in _NEWEST_ITEMS.all(self._connection, {"most": limit})]

    def items_of_shift(self, shift: str, limit: int) -> Sequence[ItemRow]:
        """See `Reader.items_of_shift`."""
        rows = _ITEMS_OF_SHIFT.all(self._connection, {"of_shift": shift, "most": limit})
        return [_item(row) for row in rows]

    def last_receivers(self, sender_agency: str, limit: int) -> Sequence[str]:
        """See `Reader.last_receivers`."""
        rows = _RECEIVERS.all(self._connection, {"of_sender": sender_agency, "most": limit})
        return [receiver for (receiver,) in rows]

    def papers(self, item: str = "", limit: int = 50) -> Sequence[PaperRow]:
        """See `Reader.papers`."""
        return papers.newest(self._connection, item, limit)

    def paper(self, job: int) -> PaperRow:
        """See `Reader.paper`."""
        return papers.show(self._connection, job)

    def open_questions(self) -> Sequence[PaperRow]:
        """See `Reader.open_questions`."""
        return papers.questions(self._connection, self._clock.now().utc_ms)

    def search(self, text: str, kinds: Sequence[str], limit: int) -> Sequence[SearchHit]:
        """See `Reader.search`."""
        return search.find(self._connection, text, kinds, limit)

    def event(self, event_id: EventId) -> Event | None:
        """See `Reader.event`."""
        return entries.read(self._connection, event_id)

    def event_count(self) -> int:
        """See `Reader.event_count`."""
        chains = (
            entries.Chain(device, stream, incarnation)
            for device, incarnation in _CHAINS.all(self._connection)
            for stream in Stream
        )
        return sum(entries.head(self._connection, chain).seq for chain in chains)


def _user(row: Row) -> UserRow:
    user_id, person, roles, clearance_until, active = row
    name = json.loads(person).get("name", "") if person else ""
    return UserRow(user_id, name, tuple(roles.split()), clearance_until, bool(active))


def _item(row: Row) -> ItemRow:
    number, device, stream, incarnation, seq = row[:5]
    hashed, body_bytes, sender_beside, receiver_beside = row[16:]
    body = json.loads(body_bytes)
    charge = body.get("charge")
    parts = (
        number,
        EventId(device, Stream(stream), incarnation, seq),
        proof_of(hashed),
        *row[5:16],
        _party(body.get("from"), sender_beside),
        _party(body.get("to"), receiver_beside),
        Charge.of(charge) if charge else None,
    )
    return ItemRow(*parts)


def _party(in_body: Mapping[str, Json] | None, beside: bytes | None) -> Party | None:
    fields = in_body or (json.loads(beside) if beside else None)
    return Party.of(fields) if fields else None
