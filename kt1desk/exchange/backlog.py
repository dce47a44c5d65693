"""What a desk still has to send, stream by stream, read from its own store: true while the centre is out of reach as well.

What the centre has is what it said last. This module must not know how anything travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import START
from kt1desk.exchange.gate_talk import Place
from kt1desk.exchange.lane_road import left_behind, taken_seq
from kt1desk.exchange.line_state import LineState, believed
from kt1desk.exchange.outbox import Shelf
from kt1desk.exchange.policy import require_way
from kt1desk.services.ports import Reader


@dataclass(frozen=True, slots=True)
class StreamBacklog:
    """One journal of this desk.

    Attributes:
        shut: the ways it may not go, each with the reason.
        unsent: events that the centre has not said it has.
        oldest_ms: when the oldest of them happened, UTC milliseconds; 0 where there is none.
    """

    stream: Stream
    shut: Mapping[Transport, DeskError] = field(default_factory=dict)
    unsent: int = 0
    oldest_ms: int = 0

    @property
    def by_network(self) -> bool:
        """Whether it may go over the network."""
        return Transport.NETWORK not in self.shut


def backlogs(reader: Reader, shelf: Shelf, state: LineState, incarnation: int) -> tuple[StreamBacklog, ...]:
    """All streams.

    Args:
        reader: the open journal.
        shelf: its sealed frames.
        state: what is remembered of the line.
        incarnation: the one that the desk writes in; what was not sent of those before waits as well.

    Raises:
        DeskError: ``store.no_desk``, ``disk.*``.
    """
    return tuple(
        _of(reader, shelf, taken_by_centre(shelf, state, stream, incarnation), stream, incarnation)
        for stream in Stream
    )


def taken_by_centre(shelf: Shelf, state: LineState, stream: Stream, incarnation: int) -> Place:
    """How far the centre said it has a stream; the very beginning where that is not of our frames."""
    place = believed(state, stream, incarnation)
    return place if place.mark == START or taken_seq(shelf, stream, place) else Place(1)


def shut_ways(reader: Reader, stream: Stream) -> dict[Transport, DeskError]:
    """The ways a stream may not go now, each with the policy's word.

    Raises:
        DeskError: ``store.no_desk``.
    """
    shut: dict[Transport, DeskError] = {}
    for way in Transport:
        try:
            require_way(reader, way, stream)
        except DeskError as error:
            if error.code == "store.no_desk":
                raise
            shut[way] = error
    return shut


def _of(reader: Reader, shelf: Shelf, taken: Place, stream: Stream, incarnation: int) -> StreamBacklog:
    unsent, oldest = left_behind(reader, shelf, stream, taken, incarnation)
    oldest_ms = oldest.envelope.happened.utc_ms if oldest is not None else 0
    return StreamBacklog(stream, shut_ways(reader, stream), unsent, oldest_ms)
