"""Questions to the store: the same inside a transaction and outside. Rows become values here.

Names of persons, and both parties of A, B and C items, are read from beside the event at the moment of asking: no projection keeps a copy
of them. Print jobs do, in the texts of their paper.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, literal_column, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Custody
from kt1desk.domain.events import Event, EventId, Stream, proof_of
from kt1desk.domain.facts import Charge, Party
from kt1desk.services.rows import ItemRow, PaperRow, SearchHit, WaitingItem
from kt1desk.store import entries, papers, search
from kt1desk.store.reader_cases import CaseReader
from kt1desk.store.reader_desk import beside
from kt1desk.store.statements import Prepared, Row
from kt1desk.store.tables import desk, event, item, pair, particulars, place_in, shift

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
    item.c.state,
    event.c.hash,
    event.c.body,
    _from.c.row,
    _to.c.row,
).select_from(
    item.join(event, event.c.id == literal_column(place_in("item")))
    .outerjoin(_from, beside(item, _from, "sender"))
    .outerjoin(_to, beside(item, _to, "receiver"))
)
_ITEM = Prepared(_items.where(item.c.item == bindparam("number")))
_ITEMS_HERE = Prepared(
    _items.where(item.c.state == bindparam("state")).order_by(item.c.id.desc()).limit(bindparam("most"))
)
_WAITING = Prepared(
    select(
        item.c.item, item.c.secrecy, item.c.accepted_ms, item.c.deadline_ms, item.c.agreed_ms, item.c.shift
    )
    .where(item.c.state == bindparam("state"))
    .order_by(item.c.id.desc())
    .limit(bindparam("most"))
)
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


class StoreReader(CaseReader):
    """All of `kt1desk.services.ports.Reader`."""

    def item(self, item: str) -> ItemRow | None:
        """See `Reader.item`."""
        row = _ITEM.one(self._connection, {"number": item})
        return None if row is None else _item(row)

    def items_here(self, limit: int) -> Sequence[ItemRow]:
        """The items of `waiting`, read whole."""
        return [
            _item(row) for row in _ITEMS_HERE.all(self._connection, {"state": Custody.HERE, "most": limit})
        ]

    def waiting(self, limit: int) -> Sequence[WaitingItem]:
        """See `Reader.waiting`."""
        return [
            WaitingItem(*row)
            for row in _WAITING.all(self._connection, {"state": Custody.HERE, "most": limit})
        ]

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


def _item(row: Row) -> ItemRow:
    number, device, stream, incarnation, seq = row[:5]
    state, hashed, body_bytes, sender_beside, receiver_beside = row[16:]
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
        state,
    )
    return ItemRow(*parts)


def _party(in_body: Mapping[str, Json] | None, beside: bytes | None) -> Party | None:
    fields = in_body or (json.loads(beside) if beside else None)
    return Party.of(fields) if fields else None
