"""A stream of this desk backwards, newest first, perhaps of some types alone. This module must not know what any type means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import bindparam, or_, select

from kt1desk.domain.events import Event, Stream
from kt1desk.store import entries
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import event

_AT_ONCE = 256
"""So many rows are asked for at a time: whoever looks at the newest few does not wait for the whole stream."""


def events(connection: Connection, stream: Stream, types: frozenset[str]) -> Iterator[Event]:
    """See `kt1desk.services.ports.Reader.newest`.

    Raises:
        DeskError: ``canonical.*``, ``event.*`` where one cannot be read.
    """
    first, below = stream.value << 48, (stream.value + 1) << 48
    asked = _of_types(types)
    while rows := asked.all(connection, {"first": first, "below": below, "most": _AT_ONCE}):
        for place, *row in rows:
            yield entries.whole(entries.Entry(*row))
            below = place


@lru_cache(maxsize=32)
def _of_types(types: frozenset[str]) -> Prepared:
    wanted = select(
        event.c.id, event.c.seq, event.c.type, event.c.envelope, event.c.body, event.c.prev, event.c.hash
    )
    found = wanted.where(event.c.id >= bindparam("first"), event.c.id < bindparam("below"))
    if types:
        found = found.where(or_(*(event.c.type == each for each in sorted(types))))
    return Prepared(found.order_by(event.c.id.desc()).limit(bindparam("most")))
