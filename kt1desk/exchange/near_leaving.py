"""What a desk leaves for another one of its point: everything that one did not say it has, in stretches of our chains.

This module must not know folders, nor when anything is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.mail import siblings
from kt1desk.exchange.near_file import MAX_CHAINS, MAX_EVENTS, MAX_INFLATED_BYTES, ChainMark, Span
from kt1desk.exchange.near_marks import NearPeer
from kt1desk.exchange.wire import encode
from kt1desk.services.ports import Reader

_STEP = 250
_COUNT = 4
"""Bytes in front of each event."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Stretches of our chains and the events in them; ``point`` is ours."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...]


def to_leave(reader: Reader, known: NearPeer, streams: Collection[Stream], point: str) -> Leaving:
    """What the other desk is still to hear of, as much as one file takes."""
    desk = reader.desk()
    if desk is None:
        return Leaving((), ())
    spans: list[Span] = []
    events: list[Event] = []
    room = MAX_INFLATED_BYTES
    chains = [(stream, each) for each in range(1, desk.incarnation + 1) for stream in sorted(streams)]
    for stream, incarnation in chains[-MAX_CHAINS:]:
        start = _sure(reader, desk.device, known.acked_of((stream, incarnation)))
        upto, heard = start, False
        for event in _after(reader, start):
            if siblings(event.envelope.type) and event.body().get("point") == point:
                size = len(encode(event)) + _COUNT
                if len(events) == MAX_EVENTS or size > room:
                    break
                room -= size
                events.append(event)
                heard = True
            upto = ChainMark(stream, incarnation, event.id.seq, event.hash.hex())
        if heard:  # what only concerns this desk is not worth a file
            spans.append(Span(start, upto))
    return Leaving(tuple(spans), tuple(events))


def _sure(reader: Reader, device: int, said: ChainMark) -> ChainMark:
    """How far the other desk has a chain: what it said counts only where that number is the same event here."""
    nothing = ChainMark(*said.chain)
    if said.seq == 0:
        return nothing
    event = reader.event(EventId(device, said.stream, said.incarnation, said.seq))
    return said if event is not None and event.hash.hex() == said.hash else nothing


def _after(reader: Reader, start: ChainMark) -> Iterator[Event]:
    seq = start.seq
    while True:
        events = reader.events_after(start.stream, seq, _STEP, incarnation=start.incarnation)
        yield from events
        if len(events) < _STEP:
            return
        seq = events[-1].id.seq
