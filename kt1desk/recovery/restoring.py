"""A desk and the centre compared, after one of them was restored or another machine spoke as this desk.

    ask where the gate is → for each chain: step back to a frame that both have → take the gate's frames after it, proved by our own key
    → the last event that both have, and what the centre has after it

What the desk has beyond that is its own branch. Where the gate took other frames in the chain that the desk writes in, or did not know its
token, somebody else spoke as this desk: it must go on in a later incarnation, and only a supervisor lets it. Chains of earlier incarnations
are over at the gate once it knows a later one, so what it does not have of them is written again too
(`kt1desk.store.rewriting`); until then the courier sends it as it stands.

Nothing is written here. This module must not know files, nor how a question travels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, Mark, OpenedFrame, open_frame, read_head
from kt1desk.exchange.gate_talk import Answer, Ask, Gate, OwnFrames, Place, Reason, Reply
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.line_state import keep_state, read_state
from kt1desk.exchange.own_frames import last_hash, own_list
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.policy import ways_of
from kt1desk.exchange.round_report import RoundReport
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.rewriting import Known

NOTE = "restored"
"""Local note: up to which incarnation the chains are settled with the centre."""

_BARS: Mapping[str, str] = MappingProxyType(
    {
        "line.token": "token",
        "line.hardware": "hardware",
        "line.superseded": "incarnation",
        "outbox.fork": "fork",
        "outbox.ahead": "fork",
    }
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What desk and centre have of each other.

    Attributes:
        known: the chains that have to change here.
        cause: why a later incarnation is needed; None where it is not.
        above: the highest incarnation that the centre knows.
        open_from: the first incarnation of which something still goes to the centre as it stands; 0 for none.
    """

    known: tuple[Known, ...] = ()
    cause: Cause | None = None
    above: int = 0
    open_from: int = 0

    @property
    def is_needed(self) -> bool:
        """Whether anything has to be done."""
        return bool(self.known) or self.cause is not None


@dataclass(frozen=True, slots=True)
class Approval:
    """Who let the desk go on, known by his password, and the last numbers he found on paper, one for a prefix."""

    approver: str
    last_numbers: tuple[str, ...] = ()


def settle(notes: Notes, incarnation: int) -> None:
    """Chains below ``incarnation`` are the same here and at the centre; they are not asked for again.

    Raises:
        DeskError: ``disk.*``.
    """
    notes.put(NOTE, {"settled": incarnation - 1})


def is_settled(notes: Notes, incarnation: int) -> bool:
    """Whether all that was before an incarnation has been compared with the centre and brought together."""
    return _settled_in(notes) >= incarnation - 1


def reason_to_bar(report: RoundReport) -> str:
    """Why a desk must write nothing after a round, coded; empty where it may go on."""
    problems = (report.problem, *(stream.problem for stream in report.streams))
    return next((_BARS[each.code] for each in problems if each is not None and each.code in _BARS), "")


class Comparing:
    """Compares one desk with the gate.

    Args:
        gate: the way to the gate.
        desk: the desk on the line.
        store: its open store.
    """

    def __init__(self, gate: Gate, desk: LineDesk, store: DeskStore) -> None:
        self._gate = gate
        self._desk = desk
        self._store = store
        self._newest = b""

    def look(self) -> Findings:
        """Ask the gate and compare; the token is kept where the conversation ended well.

        Raises:
            DeskError: ``line.revoked``, ``line.hardware`` where the gate tells this machine nothing; other ``line.*`` for "later";
                ``restore.unproved`` where what it sent is not this desk's.
        """
        first = self._ask(None)
        named = max(first.places.get(stream, Place()).incarnation for stream in Stream)
        found = [
            each
            for stream in self._streams(first)
            for incarnation in range(self._settled() + 1, max(named, self._desk.incarnation) + 1)
            for each in self._chain(stream, incarnation)
        ]
        cause = self._cause(first, found, named)
        now = self._desk.incarnation
        still = [each for each in found if each.incarnation < now and _still_goes(each, first)]
        left = [
            each for each in found if each not in still and (each.incarnation != now or cause is not None)
        ]
        self._keep_token()
        open_from = min((each.incarnation for each in still), default=0)
        return Findings(tuple(each for each in left if each.is_other), cause, named, open_from)

    def _settled(self) -> int:
        return _settled_in(self._desk.notes)

    def _streams(self, first: Reply) -> tuple[Stream, ...]:
        """Those that may go over the network, and those of which the centre has something: leave for that may be what was lost."""
        with self._store.read() as reader:
            allowed = {stream for stream in Stream if Transport.NETWORK in ways_of(reader, stream)}
        there = {stream for stream, place in first.places.items() if place.incarnation}
        return tuple(sorted(allowed | there))

    def _cause(self, first: Reply, found: list[_Compared], named: int) -> Cause | None:
        now = self._desk.incarnation
        present = [each for each in found if each.incarnation == now]
        if any(each.is_contradicted for each in present):
            return Cause.FORK
        if named > now or any(each.frames for each in present):
            return Cause.CENTRE_AHEAD
        # a life that the centre does not know yet cannot know its newest token either
        return Cause.COPIED if first.reason is Reason.TOKEN and named >= now else None

    def _chain(self, stream: Stream, incarnation: int) -> Iterator[_Compared]:
        shelf = FrameShelf(self._store, incarnation)
        last = shelf.last_frame(stream)
        common, step = (read_head(last).mark if last is not None else START), 1
        while common != START and not self._has(stream, incarnation, common):
            ours = shelf.frame(stream, max(0, common.number - step))
            common, step = (read_head(ours).mark if ours is not None else START), step * 2
        ours = shelf.frame(stream, common.number)
        if ours is not None and not self._says_the_same(ours):
            common, ours = START, None
        seq = read_head(ours).head.last_seq if ours is not None else 0
        opened = list(self._frames_after(stream, incarnation, common))
        events = [event for frame in opened for event in frame.events]
        with self._store.read() as reader:
            while events and (held := reader.event(events[0].id)) is not None and held.hash == events[0].hash:
                seq = events.pop(0).id.seq
            first = EventId(self._desk.own.device, stream, incarnation, seq + 1)
            goes_on = reader.event(first) is not None
        frames = tuple(frame.frame.data for frame in opened)
        yield _Compared(stream, incarnation, seq, tuple(events), common.number + 1, frames, goes_on)

    def _says_the_same(self, frame: bytes) -> bool:
        """Whether the journal still has the last event of our own frame as it was sealed."""
        with self._store.read() as reader:
            held = reader.event(replace(read_head(frame).head.first, seq=read_head(frame).head.last_seq))
        return held is not None and held.hash == last_hash(frame, self._desk.own)

    def _has(self, stream: Stream, incarnation: int, mark: Mark) -> bool:
        got = self._ask(OwnFrames(stream, incarnation, mark.number)).own
        return bool(got) and read_head(got[0]).mark == mark

    def _frames_after(self, stream: Stream, incarnation: int, mark: Mark) -> Iterator[OpenedFrame]:
        keys = own_list(self._desk.own)
        while True:
            got = self._ask(OwnFrames(stream, incarnation, mark.number + 1)).own
            if not got:
                return
            for data in got:
                try:
                    opened = open_frame(data, keys, shipped())
                except DeskError as error:
                    raise DeskError("restore.unproved") from error
                head = opened.frame.head
                if (head.number, head.prev) != (mark.number + 1, mark.hash):
                    raise DeskError("restore.unproved")
                if (head.first.stream, head.first.incarnation) != (stream, incarnation):
                    raise DeskError("restore.unproved")
                mark = opened.frame.mark
                yield opened

    def _ask(self, own: OwnFrames | None) -> Reply:
        desk = self._desk
        ask = Ask(read_state(desk.notes).token, desk.hardware, desk.program, desk.clock.now().utc_ms, own=own)
        replies = list(
            self._gate.talk([ask])
        )  # to its end: a conversation that is left half way costs the connection
        if not replies:
            raise DeskError("restore.no_answer")
        reply = replies[0]
        if reply.answer is Answer.REVOKED:
            raise DeskError("line.revoked")
        if reply.reason is Reason.HARDWARE:
            raise DeskError("line.hardware")
        self._newest = reply.token or self._newest
        return reply

    def _keep_token(self) -> None:
        if self._newest:
            keep_state(self._desk.notes, replace(read_state(self._desk.notes), token=self._newest))


@dataclass(frozen=True, slots=True)
class _Compared(Known):
    """One chain on both sides. ``goes_on``: the desk has events after the common ones."""

    goes_on: bool = False

    @property
    def is_contradicted(self) -> bool:
        """Whether both have events after the common ones."""
        return self.goes_on and bool(self.events)

    @property
    def is_other(self) -> bool:
        """Whether one side has what the other has not."""
        return bool(self.events or self.frames or self.goes_on)


def _still_goes(chain: _Compared, first: Reply) -> bool:
    """Whether the centre still takes what we have after the common frames of an earlier chain, as it stands.

    It does until a later incarnation of the stream began there. With a token that it does not know, only that beginning is taken.
    """
    place = first.places.get(chain.stream, Place())
    is_open = place.incarnation <= chain.incarnation and first.reason is not Reason.TOKEN
    return is_open and chain.goes_on and not chain.events and not chain.frames


def _settled_in(notes: Notes) -> int:
    found = (notes.get(NOTE) or {}).get("settled", 0)
    return found if isinstance(found, int) else 0
