"""One round of exchange: what this desk wrote goes to the gate, what waits there for its point comes here.

    remembered marks → first unsent frames and the wish for mail, not waiting for answers → the gate's word → on from there → remember

After a conversation that ended well the desk goes on from its memory; after one that was cut it first asks where the gate is, for a frame
is dearer than a question; so does a desk in a later incarnation, for what the gate lacks of the earlier one goes first. Whatever is not an
answer ends the round, and nothing is lost by it: frames lie on the disk, mail is taken in frame by frame, and the gate says where to go on.
With nothing to do a round is one question and its answer.

This module must not know how a question travels, and has no threads and no patience: when to try again is `kt1desk.exchange.pacing`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.gate_talk import TOKEN_BYTES, Answer, Ask, Gate, Place, Reason, Reply
from kt1desk.exchange.lane import Lane, Sent
from kt1desk.exchange.line_ports import LineDesk, MailIntake
from kt1desk.exchange.line_state import LineState, believed, keep_state, read_state
from kt1desk.exchange.mail_lane import MailLane
from kt1desk.exchange.policy import require_way
from kt1desk.exchange.round_report import Ending, RoundReport

_STOPS: Mapping[tuple[Answer, Reason], str] = MappingProxyType(
    {
        (Answer.REVOKED, Reason.NONE): "line.revoked",
        (Answer.FORK, Reason.TOKEN): "line.token",
        (Answer.FORK, Reason.HARDWARE): "line.hardware",
    }
)


class Courier:
    """Exchanges for one desk.

    Args:
        gate: the way to the gate.
        desk: the desk.
        intake: where its mail goes.
    """

    def __init__(self, gate: Gate, desk: LineDesk, intake: MailIntake) -> None:
        self._gate = gate
        self._desk = desk
        self._intake = intake

    def round(self) -> RoundReport:
        """One round. What went wrong on the line or at the gate stands in the report.

        Raises:
            DeskError: ``disk.*``, ``store.*`` where this desk cannot read or remember.
        """
        return _Round(self._gate, self._desk, self._intake).go()


@dataclass(frozen=True, slots=True)
class _Question:
    """What is on the line: of which lane, which frame, which wish, since when."""

    lane: Lane | None
    sent: Sent | None
    wish: MailMark | None
    asked_ms: int


class _Round:
    """The state of one round; lives no longer than it."""

    def __init__(self, gate: Gate, desk: LineDesk, intake: MailIntake) -> None:
        self._gate = gate
        self._desk = desk
        self._before = self._state = read_state(desk.notes)
        self._lanes = _lanes_of(desk, self._state)
        self._mail = MailLane(intake, self._state.mail)
        self._asked: deque[_Question] = deque()
        self._questions = self._turns = 0
        self._stopped: DeskError | None = None
        self._anew = False
        self._newest_token = b""
        self._offset: tuple[int, int] | None = None

    def go(self) -> RoundReport:
        """The whole round."""
        ended, problem = Ending.DONE, None
        try:
            self._converse(frames=self._trusts_memory())
            while self._stopped is None and (self._mail.waits() or any(lane.waits() for lane in self._lanes)):
                self._converse(frames=True)
        except DeskError as error:
            if not error.code.startswith("line."):
                raise
            ended, problem = Ending.LATER, error
        if self._stopped is not None:
            ended, problem = Ending.STOPPED, self._stopped
        self._remember(well=ended is Ending.DONE)
        return self._report(ended, problem)

    def _trusts_memory(self) -> bool:
        """Whether frames may go before the gate has said where it is."""
        return self._state.ended_well and all(lane.believable for lane in self._lanes)

    def _converse(self, *, frames: bool) -> None:
        self._turns += 1
        self._mail.missed()
        for reply in self._gate.talk(self._asks(first=self._turns == 1, frames=frames)):
            self._heard(self._asked.popleft(), reply)

    def _asks(self, *, first: bool, frames: bool) -> Iterator[Ask]:
        while self._stopped is None:
            lane = next((each for each in self._lanes if frames and each.waits()), None)
            sent = lane.send() if lane is not None else None
            wish = self._mail.wish(beside_frame=sent is not None)
            if sent is None and wish is None and not first:
                return
            first = False
            self._questions += 1
            self._asked.append(_Question(lane, sent, wish, self._desk.clock.monotonic_ms()))
            yield Ask(
                token=self._state.token,
                hardware=self._desk.hardware,
                program=self._desk.program,
                now_ms=self._desk.clock.now().utc_ms,
                frame=sent.frame.data if sent is not None else None,
                mail=wish,
            )

    def _heard(self, question: _Question, reply: Reply) -> None:
        stop = _STOPS.get((reply.answer, reply.reason)) or _STOPS.get((reply.answer, Reason.NONE))
        if stop == "line.token" and question.sent is None and self._begins_anew(reply.places):
            return
        if stop is not None:
            self._stopped = self._stopped or DeskError(stop)
            return
        self._learn(question, reply)
        if question.lane is not None and question.sent is not None:
            question.lane.heard(question.sent, reply)
        elif not any(asked.sent is not None for asked in self._asked):
            for lane in self._lanes:
                lane.told(reply.places.get(lane.stream, Place()))
        self._mail.heard(question.wish, reply)
        if question.sent is not None and self._questions > 1:
            self._remember(well=False)

    def _begins_anew(self, places: Mapping[Stream, Place]) -> bool:
        """Whether a token that the gate does not know can be mended by the first frame of this life, of which the gate knows nothing yet.

        That frame must go before all others. A stream with nothing earlier to send gives it, where there is one.
        """
        known = max((place.incarnation for place in places.values()), default=0)
        if self._anew or not 0 < known < self._desk.incarnation:
            return False
        self._anew = True
        for lane in self._lanes:
            lane.told(places.get(lane.stream, Place()))
        waiting = [lane for lane in self._lanes if lane.waits()]
        if not waiting:
            return False
        first = next((lane for lane in waiting if lane.is_at_present), waiting[0])
        if not first.is_at_present:
            first.leave_earlier()
        self._lanes = (first, *(lane for lane in self._lanes if lane is not first))
        return True

    def _learn(self, question: _Question, reply: Reply) -> None:
        """What stands in every answer. The clock is read off the quickest one: half of its way lies behind it."""
        if len(reply.token) == TOKEN_BYTES:
            self._newest_token = reply.token
        took = self._desk.clock.monotonic_ms() - question.asked_ms
        offset = reply.now_ms + took // 2 - self._desk.clock.now().utc_ms
        if reply.now_ms and (self._offset is None or took < self._offset[0]):
            self._offset = (took, offset)
        self._state = replace(self._state, epoch=reply.epoch, wanted=reply.wanted)

    def _remember(self, *, well: bool) -> None:
        state = replace(
            self._state,
            taken={lane.stream: lane.taken for lane in self._lanes},
            mail=self._mail.marks,
            ended_well=well,
            offset_ms=self._offset[1] if self._offset is not None else self._state.offset_ms,
        )
        if well:
            token = self._newest_token or state.token
            state = replace(state, token=token, good_ms=self._desk.clock.now().utc_ms)
        keep_state(self._desk.notes, state)

    def _report(self, ended: Ending, problem: DeskError | None) -> RoundReport:
        now_ms = self._desk.clock.now().utc_ms
        return RoundReport(
            ended=ended,
            problem=problem,
            streams=tuple(lane.report(now_ms) for lane in sorted(self._lanes, key=lambda lane: lane.stream)),
            mail=self._mail.report(),
            turns=self._turns,
            offset_ms=self._offset[1] if self._offset is not None else None,
            restored=self._before.good_ms > 0 and self._state.epoch != self._before.epoch,
            wanted=self._state.wanted,
        )


def _lanes_of(desk: LineDesk, state: LineState) -> tuple[Lane, ...]:
    """A lane for each journal; one that may not go over the network stands still from the start, with the policy's word."""
    lanes = [Lane(desk, stream, believed(state, stream, desk.incarnation)) for stream in Stream]
    for lane in lanes:
        try:
            with desk.journal.read() as reader:
                require_way(reader, Transport.NETWORK, lane.stream)
        except DeskError as error:
            lane.stop(error)
    return tuple(lanes)
