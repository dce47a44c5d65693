"""Events of other desks as they lie in the file: writing one, reading one back. What to do with them is decided elsewhere.

This module must not know what any type of event means, nor whom to believe.
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, insert, literal_column, select

from kt1desk.domain.events import Envelope, Event, EventId, Particulars
from kt1desk.store import entries
from kt1desk.store.mail_tables import received, received_beside
from kt1desk.store.statements import Connection, Prepared

_next = select(func.coalesce(func.max(received.c.id), literal_column("0")) + literal_column("1"))
_INSERT = Prepared(
    insert(received).values(
        {column.name: bindparam(column.name) for column in received.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)
_INSERT_BESIDE = Prepared(insert(received_beside))
_IDENTITY = ("device", "stream", "incarnation", "seq")
_ONE = Prepared(
    select(received.c.envelope, received.c.body, received.c.prev, received.c.hash).where(
        *(received.c[name] == bindparam(f"of_{name}") for name in _IDENTITY)
    )
)
_BESIDE = Prepared(
    select(received_beside.c.slot, received_beside.c.salt, received_beside.c.row)
    .where(*(received_beside.c[name] == bindparam(f"of_{name}") for name in _IDENTITY))
    .order_by(received_beside.c.slot)
)


def identity(event_id: EventId) -> dict[str, object]:
    """The four numbers of an identity, as columns."""
    return {
        "device": event_id.device,
        "stream": event_id.stream.value,
        "incarnation": event_id.incarnation,
        "seq": event_id.seq,
    }


def asked(event_id: EventId) -> dict[str, object]:
    """The same as parameters of a question."""
    return {f"of_{name}": value for name, value in identity(event_id).items()}


def write(connection: Connection, event: Event) -> None:
    """Add an event of another desk with what came beside it."""
    _INSERT.run(
        connection,
        identity(event.id)
        | {
            "type": event.envelope.type,
            "envelope": event.envelope_bytes,
            "body": event.body_bytes,
            "prev": event.prev,
            "hash": event.hash,
        },
    )
    for beside in event.particulars:
        row = {"slot": beside.slot, "salt": beside.salt, "row": beside.row}
        _INSERT_BESIDE.run(connection, identity(event.id) | row)


def read(connection: Connection, event_id: EventId) -> Event | None:
    """One of them with what is kept beside it."""
    row = _ONE.one(connection, asked(event_id))
    if row is None:
        return None
    envelope, body, prev, hashed = row
    kept = tuple(Particulars(*each) for each in _BESIDE.all(connection, asked(event_id)))
    return Event(Envelope.decode(envelope), prev, hashed, envelope, body, kept)


def read_any(connection: Connection, event_id: EventId) -> Event | None:
    """An event, ours or another desk's."""
    return entries.read(connection, event_id) or read(connection, event_id)
