"""One journal on its way to the gate: which frame is next, and what the gate's answers mean for it.

Frames go out one after the other without waiting. Where the gate says that it is elsewhere, the lane begins a new run from there; answers
to questions of an earlier run are then only counted.

A desk in a later incarnation first sends what the gate lacks of the earlier ones (`kt1desk.exchange.lane_road`). The later one begins when
all of that is answered: from then on the gate takes nothing earlier. This module must not know how a question travels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import START, Frame
from kt1desk.exchange.gate_talk import Answer, Place, Reason, Reply
from kt1desk.exchange.lane_road import Road, step_of
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.round_report import StreamReport

_MAX_RUNS = 16
"""A gate that sends us to and fro more often is none that can be talked with now."""
_FORKS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.FRAME: "outbox.fork",
        Reason.FOREIGN: "line.foreign",
        Reason.INCARNATION: "line.superseded",
    }
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A frame that was put on the line, and in which run."""

    frame: Frame
    run: int

    @property
    def place(self) -> Place:
        """Where the gate is when it has it."""
        return Place(self.frame.head.first.incarnation, self.frame.mark)


class Lane:
    """The frames of one stream in one round.

    Args:
        desk: whose.
        stream: which journal.
        at: how far the gate is believed to have it.
    """

    def __init__(self, desk: LineDesk, stream: Stream, at: Place) -> None:
        self.stream = stream
        self.problem: DeskError | None = None
        self._desk = desk
        self._road = Road(desk, stream)
        self._run = 0
        self._at = self._last_sent = at
        self._unheard = 0
        self._next: Frame | None = None
        self._frames = self._road.after(self._at)
        self._kept = self._again = self._bytes = 0

    @property
    def taken(self) -> Place:
        """How far the gate has it."""
        return self._at

    @property
    def believable(self) -> bool:
        """Whether the frame we believe the gate took last is one of ours; where it is not, only the gate can say where to go on.

        So with a later incarnation of which it has nothing: there may be something earlier to send.
        """
        if self.problem is not None:
            return True
        if self._at.incarnation < self._desk.incarnation:
            return False
        return self._road.has(self._at) if self._at.mark != START else self._desk.incarnation == 1

    @property
    def is_at_present(self) -> bool:
        """Whether the frame that waits is of the desk's incarnation."""
        return self._next is not None and self._next.head.first.incarnation == self._desk.incarnation

    def stop(self, why: DeskError) -> None:
        """Nothing more is sent of it in this round."""
        self.problem = self.problem or why

    def waits(self) -> bool:
        """Whether there is a frame to send now; it is sealed and kept by now."""
        if self.problem is None and self._next is None:
            self._next = _drawn(self._frames, self.stop)
        if self.problem is not None or self._next is None:
            return False
        begins = self._next.head.first.incarnation > self._last_sent.incarnation
        return not (begins and self._unheard)

    def send(self) -> Sent | None:
        """The next frame."""
        if not self.waits() or self._next is None:
            return None
        sent, self._next = Sent(self._next, self._run), None
        self._last_sent = sent.place
        self._unheard += 1
        self._bytes += len(sent.frame.data)
        return sent

    def told(self, place: Place) -> None:
        """The gate says where it is, and no frame is on its way."""
        self._unheard = 0
        word = self._word(place)
        if word is not None and word != self._at:
            self._go_on_after(word)

    def leave_earlier(self) -> None:
        """Begin with the desk's incarnation: the gate takes nothing else of a desk whose token it does not know."""
        self._go_on_after(Place(self._desk.incarnation, START))

    def heard(self, sent: Sent, reply: Reply) -> None:
        """The answer to a frame."""
        self._unheard = max(0, self._unheard - 1)
        word = self._word(reply.places.get(self.stream, Place()))
        if reply.answer in {Answer.OK, Answer.DUP}:
            self._kept += reply.answer is Answer.OK
            self._again += reply.answer is Answer.DUP
            self._at = max(self._at, sent.place, key=step_of)
            if word is not None and sent.run == self._run and step_of(word) > step_of(self._last_sent):
                self._go_on_after(word)
        elif sent.run == self._run:
            self._refused(sent, reply, word)

    def report(self, now_ms: int) -> StreamReport:
        """How it stands."""
        unsent, oldest = self._road.left(self._at)
        age = max(0, now_ms - oldest.envelope.happened.utc_ms) if oldest is not None else 0
        return StreamReport(self.stream, self._kept, self._again, self._bytes, unsent, age, self.problem)

    def _refused(self, sent: Sent, reply: Reply, word: Place | None) -> None:
        number = sent.frame.head.number
        if reply.answer is Answer.TOO_LARGE:
            self.stop(DeskError("line.too_large", number=number))
        elif reply.answer is Answer.FORK and sent.place.incarnation < self._desk.incarnation:
            # that chain is over, and somebody else ended it: what the gate has of it is compared by whoever brings the two together
            self._go_on_after(Place(sent.place.incarnation + 1, START))
        elif reply.answer is Answer.FORK:
            self.stop(DeskError(_FORKS.get(reply.reason, "line.answer"), number=number))
        elif reply.answer is Answer.GAP and word is not None:
            # a gate that misses the very frame after the one it named contradicts itself: asking on would never end
            if step_of(sent.place) == (word.incarnation, word.mark.number + 1):
                self.stop(DeskError("line.answer"))
            else:
                self._go_on_after(word)

    def _go_on_after(self, word: Place) -> None:
        self._run += 1
        if self._run > _MAX_RUNS:
            self.stop(DeskError("line.answer"))
        self._at = self._last_sent = word
        self._next = None
        self._frames = self._road.after(word)

    def _word(self, place: Place) -> Place | None:
        """Where the gate says that it is; None where that is a life of this desk that is not ours."""
        if place.incarnation > self._desk.incarnation:
            self.stop(DeskError("line.superseded"))
            return None
        return place if place.incarnation else Place(1, START)


def _drawn(frames: Iterator[Frame], stop: Callable[[DeskError], None]) -> Frame | None:
    try:
        return next(frames, None)
    except DeskError as error:
        stop(error)
        return None
