"""Entries of the journal as they lie in the file: writing one, reading one back, walking along a chain.

This module must not know what any type of event means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import bindparam, func, insert, select

from kt1desk.domain.events import GENESIS, Envelope, Event, EventId, Particulars, Stream, event_hash
from kt1desk.store.marker import Head
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import event as events
from kt1desk.store.tables import particulars

_INSERT = Prepared(insert(events))
_INSERT_BESIDE = Prepared(insert(particulars))
_COLUMNS = (events.c.seq, events.c.type, events.c.envelope, events.c.body, events.c.prev, events.c.hash)
_ONE = Prepared(select(*_COLUMNS).where(events.c.id == bindparam("place")))
_ONE_OF_ALL = Prepared(
    select(*_COLUMNS).where(
        events.c.id == bindparam("place"),
        *(events.c[name] == bindparam(f"of_{name}") for name in ("device", "stream", "incarnation", "seq")),
    )
)
"""The same where events of many desks lie in one table, whose key is the identity."""
_FROM = Prepared(
    select(*_COLUMNS)
    .where(events.c.id >= bindparam("place"), events.c.id <= bindparam("upto"))
    .order_by(events.c.id)
)
_LAST = Prepared(
    select(func.max(events.c.id)).where(events.c.id >= bindparam("place"), events.c.id <= bindparam("upto"))
)
_BESIDE = Prepared(
    select(particulars.c.slot, particulars.c.salt, particulars.c.row)
    .where(
        particulars.c.device == bindparam("of_device"),
        particulars.c.stream == bindparam("of_stream"),
        particulars.c.incarnation == bindparam("of_incarnation"),
        particulars.c.seq == bindparam("of_seq"),
    )
    .order_by(particulars.c.slot)
)

_MAX_SEQ = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Chain:
    """One chain: a stream of a device in one incarnation. Each begins with the genesis hash."""

    device: int
    stream: Stream
    incarnation: int

    def id(self, seq: int) -> EventId:
        """The identity of one event in it."""
        return EventId(self.device, self.stream, self.incarnation, seq)

    def place(self, seq: int) -> int:
        """The row's number in the table ``event``."""
        return self.stream.value << 48 | self.incarnation << 32 | seq

    def span(self, start: int = 0) -> dict[str, object]:
        """The rows from ``start`` to the end of the chain, as parameters."""
        return {"place": self.place(start), "upto": self.place(_MAX_SEQ)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table ``event``, nothing read into it yet."""

    seq: int
    type: str
    envelope: bytes
    body: bytes
    prev: bytes
    hash: bytes

    def follows(self, seq: int, head: bytes) -> bool:
        """Whether this is the next one after ``seq`` with the hash ``head``, and carries the hash of its own bytes."""
        return (
            self.seq == seq + 1
            and self.prev == head
            and self.hash == event_hash(self.prev, self.envelope, self.body)
        )


def write(connection: Connection, event: Event) -> None:
    """Add an event and what stands beside it; the triggers of the file refuse whatever does not follow."""
    identity = {
        "device": event.id.device,
        "stream": event.id.stream.value,
        "incarnation": event.id.incarnation,
        "seq": event.id.seq,
    }
    _INSERT.run(
        connection,
        identity
        | {
            "id": place(event.id),
            "type": event.envelope.type,
            "envelope": event.envelope_bytes,
            "body": event.body_bytes,
            "prev": event.prev,
            "hash": event.hash,
        },
    )
    for beside in event.particulars:
        _INSERT_BESIDE.run(
            connection, identity | {"slot": beside.slot, "salt": beside.salt, "row": beside.row}
        )


def place(event_id: EventId) -> int:
    """Where an event stands in the table ``event``."""
    return Chain(event_id.device, event_id.stream, event_id.incarnation).place(event_id.seq)


def read(connection: Connection, event_id: EventId) -> Event | None:
    """One event with what is still kept beside it."""
    row = _ONE_OF_ALL.one(connection, _asked(event_id) | {"place": place(event_id)})
    if row is None:
        return None
    event = whole(Entry(*row), beside(connection, event_id))
    return event if event.id == event_id else None


def whole(entry: Entry, kept: tuple[Particulars, ...] = ()) -> Event:
    """The event in an entry.

    Raises:
        DeskError: ``canonical.*`` or ``event.*`` where its envelope cannot be read.
    """
    return Event(Envelope.decode(entry.envelope), entry.prev, entry.hash, entry.envelope, entry.body, kept)


def beside(connection: Connection, event_id: EventId) -> tuple[Particulars, ...]:
    """What is still kept beside an event, by slot."""
    return tuple(Particulars(*row) for row in _BESIDE.all(connection, _asked(event_id)))


def _asked(event_id: EventId) -> dict[str, object]:
    return {
        "of_device": event_id.device,
        "of_stream": event_id.stream.value,
        "of_incarnation": event_id.incarnation,
        "of_seq": event_id.seq,
    }


def walk(connection: Connection, chain: Chain, start: int = 1) -> Iterator[Entry]:
    """The entries of a chain in their order, from ``start`` on."""
    for row in _FROM.run(connection, chain.span(start)):
        yield Entry(*row)


def at(connection: Connection, chain: Chain, seq: int) -> Entry | None:
    """One entry of a chain."""
    row = _ONE.one(connection, {"place": chain.place(seq)})
    return None if row is None else Entry(*row)


def head(connection: Connection, chain: Chain) -> Head:
    """The last event of a chain; its seq is 0 while there is none."""
    last = _LAST.one(connection, chain.span())
    seq = last[0] & _MAX_SEQ if last is not None and last[0] is not None else 0
    entry = at(connection, chain, seq) if seq else None
    return Head(chain.stream, chain.incarnation, seq, entry.hash if entry else GENESIS)
