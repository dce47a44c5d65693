"""All frames of one stream of a desk, incarnation after incarnation, from where the gate is.

The gate takes frames of the highest incarnation that it knows until a later one begins. So what it lacks of an earlier one goes first, as
it stands, and nothing of it has to be written again. Where it has other frames there than we, that incarnation is over for us: it is left
to the comparison that only a restored desk makes (`docs/decisions/restore.md`).

This module must not know what is asked, nor what is answered.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.frames import START, Frame, read_head
from kt1desk.exchange.gate_talk import Place
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.outbox import Outbox, Shelf
from kt1desk.services.ports import Reader

_OVER = frozenset({"outbox.fork", "outbox.ahead"})


def step_of(place: Place) -> tuple[int, int]:
    """The order of places: incarnation, then number."""
    return place.incarnation, place.mark.number


def frames_after(outbox: Outbox, stream: Stream, place: Place, now: int) -> Iterator[Frame]:
    """The frames after a place up to the incarnation ``now``, which is the outbox's own, sealing what is not sealed yet.

    Raises:
        DeskError: as `Outbox.to_send`, of the desk's own incarnation.
    """
    for incarnation in range(place.incarnation, now):
        taken = place.mark if incarnation == place.incarnation else START
        try:
            yield from outbox.of(incarnation).to_send(stream, taken)
        except DeskError as error:
            if error.code not in _OVER:
                raise
    yield from outbox.to_send(stream, place.mark if place.incarnation == now else START)


def left_behind(
    reader: Reader, shelf: Shelf, stream: Stream, place: Place, now: int
) -> tuple[int, Event | None]:
    """How many events lie behind a place up to the incarnation ``now``, and the first of them."""
    count, oldest, taken = 0, None, taken_seq(shelf, stream, place)
    for incarnation in range(place.incarnation, now + 1):
        after = taken if incarnation == place.incarnation else 0
        here = max(0, reader.last_seq(stream, incarnation=incarnation) - after)
        if here and oldest is None:
            oldest = reader.events_after(stream, after, 1, incarnation=incarnation)[0]
        count += here
    return count, oldest


def taken_seq(shelf: Shelf, stream: Stream, place: Place) -> int:
    """The last event in the frame at a place; 0 where that frame is not ours."""
    if place.mark == START:
        return 0
    data = shelf.of(place.incarnation).frame(stream, place.mark.number)
    frame = read_head(data) if data is not None else None
    return frame.head.last_seq if frame is not None and frame.hash == place.mark.hash else 0


class Road:
    """The frames of one stream.

    Args:
        desk: whose.
        stream: which journal.
    """

    def __init__(self, desk: LineDesk, stream: Stream) -> None:
        self._desk = desk
        self._stream = stream
        self._outbox = Outbox(desk.journal, desk.own, desk.shelf, desk.clock)

    def has(self, place: Place) -> bool:
        """Whether the frame at this place is one of ours."""
        return taken_seq(self._desk.shelf, self._stream, place) > 0

    def after(self, place: Place) -> Iterator[Frame]:
        """The frames after a place (`frames_after`)."""
        return frames_after(self._outbox, self._stream, place, self._desk.incarnation)

    def left(self, place: Place) -> tuple[int, Event | None]:
        """How many events lie behind a place, and the first of them."""
        with self._desk.journal.read() as reader:
            return left_behind(reader, self._desk.shelf, self._stream, place, self._desk.incarnation)
