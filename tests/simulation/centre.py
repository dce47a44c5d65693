"""A stand-in for the centre: its gate keeps frames in their order without reading them, its integrator proves and reads what was kept.

The gate answers in one of four ways, and says how far it has the frames of that chain; a frame it knows is a repetition, no error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.mail import MAIL_TYPES, audience
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, Mark, open_frame, read_head
from kt1desk.exchange.trust import KeyList


class Reply(StrEnum):
    """What the gate says to a frame."""

    OK = "ok"
    DUP = "dup"
    GAP = "gap"
    FORK = "fork"


@dataclass(frozen=True)
class Answer:
    """A reply, and how far the centre has this chain."""

    reply: Reply
    mark: Mark


@dataclass
class Centre:
    """Everything the centre has."""

    keys: KeyList
    frames: dict[tuple[int, Stream], list[bytes]] = field(default_factory=dict)
    ledger: dict[EventId, list[Event]] = field(default_factory=dict)
    boxes: dict[str, list[bytes]] = field(default_factory=dict)
    forks: list[str] = field(default_factory=list)

    def where(self, device: int, stream: Stream) -> Mark:
        """The last frame of a chain that is here. Whose it is comes from the login, never from the frame."""
        kept = self.frames.get((device, stream))
        return read_head(kept[-1]).mark if kept else START

    def last_seq(self, device: int, stream: Stream) -> int:
        """The last event of a chain that is here."""
        kept = self.frames.get((device, stream))
        return read_head(kept[-1]).head.last_seq if kept else 0

    def put(self, device: int, stream: Stream, data: bytes) -> Answer:
        """A frame came in."""
        frame = read_head(data)
        kept = self.frames.setdefault((device, stream), [])
        mark = self.where(device, stream)
        number = frame.head.number
        if number <= len(kept):
            reply = Reply.DUP if kept[number - 1] == data else Reply.FORK
        elif number > len(kept) + 1:
            reply = Reply.GAP
        else:
            reply = Reply.OK if frame.head.prev == mark.hash else Reply.FORK
        if reply is Reply.FORK:
            self.forks.append(f"device {device} {stream.name} frame {number}")
        if reply is Reply.OK:
            kept.append(data)
            mark = frame.mark
            self._integrate(data)
        return Answer(reply, mark)

    def box(self, point: str, after: int) -> bytes | None:
        """The next frame with mail for a point."""
        box = self.boxes.get(point, [])
        return box[after] if after < len(box) else None

    def _integrate(self, data: bytes) -> None:
        wanted: set[str] = set()
        for event in open_frame(data, self.keys, shipped()).events:
            self.ledger.setdefault(event.id, []).append(event)
            if event.envelope.type in MAIL_TYPES:
                wanted.update(audience(event.envelope.type, event.body()))
        for point in sorted(wanted):
            self.boxes.setdefault(point, []).append(data)
