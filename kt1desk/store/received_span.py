"""What other desks wrote between two moments, of some types, as far as it came here: `kt1desk.store.journal_span` for received events.

Only some events of a chain come, so places are halved by the next one that is there. This module must not know what any type means.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import bindparam, func, or_, select, tuple_

from kt1desk.domain.events import Envelope, Event, Stream
from kt1desk.store import received as received_events
from kt1desk.store.entries import Chain
from kt1desk.store.journal_span import Span, entered_ms
from kt1desk.store.mail_tables import received
from kt1desk.store.statements import Connection, Prepared

_chain = (received.c.device, received.c.stream, received.c.incarnation)
_of_chain = tuple(column == bindparam(f"of_{column.name}") for column in _chain)
_NEXT_CHAIN = Prepared(
    select(*_chain)
    .where(tuple_(*_chain) > tuple_(*(bindparam(f"of_{column.name}") for column in _chain)))
    .order_by(*_chain)
    .limit(bindparam("most"))
)
_LAST = Prepared(select(func.max(received.c.seq)).where(*_of_chain))
_NEXT = Prepared(
    select(received.c.seq, received.c.envelope)
    .where(*_of_chain, received.c.seq >= bindparam("from_seq"))
    .order_by(received.c.seq)
    .limit(bindparam("most"))
)


def written(connection: Connection, types: frozenset[str], span: Span) -> Iterator[Event]:
    """Events of other desks with what came beside them: chain after chain, each in its order.

    Raises:
        DeskError: ``canonical.*``, ``event.*`` where one cannot be read.
    """
    for chain in _chains(connection):
        last = _LAST.one(connection, _asked(chain))
        end = int(last[0]) + 1 if last is not None and last[0] is not None else 1
        first = _first_at(connection, chain, end, span.first_ms)
        for seq, envelope in _of_types(types).all(
            connection, _asked(chain) | {"from_seq": first, "to_seq": end}
        ):
            early = entered_ms(envelope) < span.end_ms
            found = received_events.read(connection, chain.id(seq)) if early else None
            if found is not None:
                yield found


def _chains(connection: Connection) -> Iterator[Chain]:
    """Those of which anything came, one question for each: the index leads from one to the next."""
    before: dict[str, object] = {"of_device": -1, "of_stream": 0, "of_incarnation": 0}
    while (row := _NEXT_CHAIN.one(connection, before | {"most": 1})) is not None:
        device, stream, incarnation = row
        yield Chain(device, Stream(stream), incarnation)
        before = {"of_device": device, "of_stream": stream, "of_incarnation": incarnation}


def _first_at(connection: Connection, chain: Chain, end: int, at_ms: int) -> int:
    """Sequence number from which on nothing of a chain is before a moment; ``end`` where all of it is."""
    low, high = 1, end
    while low < high:
        middle = (low + high) // 2
        row = _NEXT.one(connection, _asked(chain) | {"from_seq": middle, "most": 1})
        if row is not None and Envelope.decode(row[1]).hlc.ms < at_ms:
            low = int(row[0]) + 1
        else:
            high = middle
    return low


def _asked(chain: Chain) -> dict[str, object]:
    return {
        "of_device": chain.device,
        "of_stream": chain.stream.value,
        "of_incarnation": chain.incarnation,
    }


@lru_cache(maxsize=32)
def _of_types(types: frozenset[str]) -> Prepared:
    return Prepared(
        select(received.c.seq, received.c.envelope)
        .where(
            *_of_chain,
            received.c.seq >= bindparam("from_seq"),
            received.c.seq < bindparam("to_seq"),
            or_(*(received.c.type == each for each in sorted(types))),
        )
        .order_by(received.c.seq)
    )
