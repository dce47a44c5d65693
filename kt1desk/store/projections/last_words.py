"""Who spoke last of something that several desks of a point may speak of: by hybrid time and identity, whatever came first.

A word may be heard before what it is about (a complaint answered at one desk, opened at another one that was heard of later). Then it
waits here, and whoever makes the row asks for it.
"""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, HybridTime, Stream
from kt1desk.store import received
from kt1desk.store.custody_tables import IDENTITY, last_word
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

_of_thing = (last_word.c.what == bindparam("of_what"), last_word.c["key"] == bindparam("of_key"))
_SAID = Prepared(
    select(last_word.c.hlc_ms, last_word.c.hlc_count, *(last_word.c[name] for name in IDENTITY)).where(
        *_of_thing
    )
)
_SAY = Prepared(insert(last_word))
_SAY_AGAIN = Prepared(
    update(last_word)
    .where(*_of_thing)
    .values({name: bindparam(name) for name in ("hlc_ms", "hlc_count", *IDENTITY)})
)


def is_last(connection: Connection, event: Event, what: str, key: str) -> bool:
    """Whether nobody is known to have spoken of this later; the event is kept as the last word then."""
    asked: dict[str, object] = {"of_what": what, "of_key": key}
    row = _SAID.one(connection, asked)
    hlc = event.envelope.hlc
    if row is not None and (HybridTime(*row[:2]), _identity(row[2:])) > (hlc, event.id):
        return False
    said = identity(event.id) | {"hlc_ms": hlc.ms, "hlc_count": hlc.count}
    if row is None:
        _SAY.run(connection, said | {"what": what, "key": key})
    else:
        _SAY_AGAIN.run(connection, said | asked)
    return True


def of(connection: Connection, what: str, key: str) -> EventId | None:
    """The event that spoke last, None where nobody did."""
    row = _SAID.one(connection, {"of_what": what, "of_key": key})
    return None if row is None else _identity(row[2:])


def waiting(connection: Connection, what: str, key: str) -> Event | None:
    """The last word about something that becomes known only now.

    Raises:
        DeskError: ``store.refused`` where that event is not here.
    """
    said = of(connection, what, key)
    if said is None:
        return None
    found = received.read_any(connection, said)
    if found is None:
        raise DeskError("store.refused")
    return found


def _identity(row: tuple[int, ...]) -> EventId:
    device, stream, incarnation, seq = row
    return EventId(device, Stream(stream), incarnation, seq)
