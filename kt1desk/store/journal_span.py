"""What this desk wrote between two moments, of some types, found without walking the whole journal.

Hybrid time never goes back along a chain and is never before the clock on the wall, so what comes too early is found by halving; from
there the rows lie side by side. It runs ahead of the wall where a clock was wrong, so only the time of entry says where to end.
This module must not know what any type of event means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import bindparam, or_, select

from kt1desk.domain.events import Envelope, Event, Stream
from kt1desk.store import entries
from kt1desk.store.entries import Chain, Entry
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import desk, event

_CHAINS = Prepared(select(desk.c.device, desk.c.incarnation).order_by(desk.c.incarnation))
_ENVELOPE = Prepared(select(event.c.envelope).where(event.c.id == bindparam("place")))


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment on and before another one, UTC milliseconds: by hybrid time from the first, before the end by the time of entry."""

    first_ms: int
    end_ms: int


def written(connection: Connection, types: frozenset[str], span: Span) -> Iterator[Event]:
    """Events of this desk's own chains with what stands beside them: chain after chain, each in its order.

    Raises:
        DeskError: ``canonical.*``, ``event.*`` where one cannot be read.
    """
    asked = _of_types(types)
    for device, incarnation in _CHAINS.all(connection):
        for stream in Stream:
            chain = Chain(device, stream, incarnation)
            last = entries.head(connection, chain).seq
            first = _first_at(connection, chain, last, span.first_ms)
            bounds = {"place": chain.place(first), "upto": chain.place(last + 1)}
            for row in asked.all(connection, bounds):
                found = Entry(*row)
                if entered_ms(found.envelope) < span.end_ms:
                    yield entries.whole(found, entries.beside(connection, chain.id(found.seq)))


def entered_ms(encoded: bytes) -> int:
    """When an event was entered by the clock on the wall, UTC milliseconds, from its envelope."""
    envelope = Envelope.decode(encoded)
    return (envelope.entered or envelope.happened).utc_ms


def _first_at(connection: Connection, chain: Chain, last: int, at_ms: int) -> int:
    """Sequence number of the first event of a chain that is not before a moment; one after the last where all are."""
    low, high = 1, last + 1
    while low < high:
        middle = (low + high) // 2
        row = _ENVELOPE.one(connection, {"place": chain.place(middle)})
        if row is not None and Envelope.decode(row[0]).hlc.ms < at_ms:
            low = middle + 1
        else:
            high = middle
    return low


@lru_cache(maxsize=32)
def _of_types(types: frozenset[str]) -> Prepared:
    wanted = select(event.c.seq, event.c.type, event.c.envelope, event.c.body, event.c.prev, event.c.hash)
    return Prepared(
        wanted.where(
            event.c.id >= bindparam("place"),
            event.c.id < bindparam("upto"),
            or_(*(event.c.type == each for each in sorted(types))),
        ).order_by(event.c.id)
    )
