"""One run of frames becomes rows of the ledger, and what of it is for which point. Pure: nothing is read or written here.

A frame follows the one before by number and hash, its first event the last one by place and hash. What does not follow is a fork: its
chain stands still until a person has looked. What cannot be opened is parked and the chain goes on, marked with a gap. An event whose
envelope cannot be read, or that nobody can address, is kept in its place and parked; its followers pass.

This module must not know when frames come, nor how mail is sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kt1desk.centre.frame_reading import ReadEvent, ReadFrame, read_frame
from kt1desk.centre.ledger_values import (
    UNKNOWN_HEAD,
    Alarm,
    BesideRow,
    ChainKey,
    ChainMark,
    ChainState,
    EventKey,
    EventRow,
    FrameRow,
    GateFrame,
    ParkedRow,
    ParkedState,
    ParkedWhat,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.trust import KeyList

FORK, GAP, PARKED = "fork", "gap", "parked"
_NEWER = frozenset({"frame.newer", "frame.dictionary"})

Route = Callable[[EventRow], tuple[str, ...]]
"""The points an event is for."""


class Wanted(NamedTuple):
    """A record that a point is to get, and which event it is."""

    point: str
    key: EventKey
    record: MailRecord


@dataclass(frozen=True, slots=True)
class Means:
    """What frames are read with.

    Attributes:
        route: says for whom an event is; whatever it raises counts as a crash on that event.
        now_ms: the centre's clock.
    """

    keys: KeyList
    presets: Dictionaries = field(repr=False)
    route: Route
    now_ms: int


@dataclass
class Taken:
    """What came of some frames: grows with each one that is taken in."""

    chains: dict[ChainKey, ChainMark] = field(default_factory=dict)
    frames: list[FrameRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    beside: list[BesideRow] = field(default_factory=list)
    parked: list[ParkedRow] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)


def take_in(
    taken: Taken, kept: GateFrame, marks: Mapping[ChainKey, ChainMark], means: Means, *, careful: bool = False
) -> None:
    """Take one frame of the gate in, after those that ``taken`` has already.

    Args:
        taken: grows.
        kept: the frame.
        marks: where the chains were before this run.
        means: what to read with.
        careful: whether an event that crashes its routing is parked; otherwise the crash goes on to the caller.
    """
    mark = taken.chains.get(kept.chain) or marks.get(kept.chain, ChainMark())
    if mark.state is ChainState.FORKED or kept.number <= mark.number:
        return
    if kept.number != mark.number + 1:
        taken.alarms.append(Alarm(GAP, kept.chain.text, f"{mark.number + 1}"))
        return
    try:
        frame = read_frame(kept, means.keys, means.presets)
    except DeskError as error:
        _park_frame(taken, kept, mark, error.code, means.now_ms)
        return
    if frame.head.prev != mark.hash or not _follows(frame, mark):
        taken.chains[kept.chain] = replace(mark, state=ChainState.FORKED)
        taken.alarms.append(Alarm(FORK, kept.chain.text, f"{kept.number}"))
        return
    _add_frame(taken, kept, frame)
    for event in frame.events:
        add_event(taken, event, means, careful=careful)
    last = frame.events[-1].row
    taken.chains[kept.chain] = ChainMark(kept.number, kept.hash, last.seq, last.hash, mark.state)


def park_unread(taken: Taken, kept: GateFrame, mark: ChainMark, reason: str, now_ms: int) -> None:
    """Park a frame that must not be opened again: whoever opened it did not live to tell."""
    _park_frame(taken, kept, mark, reason, now_ms)


def add_event(taken: Taken, event: ReadEvent, means: Means, *, careful: bool) -> None:
    """Keep an event and find out for whom it is."""
    row = event.row
    taken.events.append(row)
    taken.beside.extend(event.beside)
    if event.flaw:
        _park_event(taken, row, ParkedState.PARKED, event.flaw, means.now_ms)
        return
    known = KNOWN.get(row.type)
    if known is None or row.version > known.VERSION:
        _park_event(taken, row, ParkedState.NEEDS_UPGRADE, "inbox.newer", means.now_ms)
        return
    if points := points_for(taken, row, means, careful=careful):
        send(taken, row.key, points, event.record)


def send(taken: Taken, key: EventKey, points: Iterable[str], record: bytes) -> None:
    """Note that these points are to get an event."""
    told = MailRecord(RecordKind.EVENT, record)
    taken.wanted.extend([Wanted(point, key, told) for point in points])


def points_for(taken: Taken, row: EventRow, means: Means, *, careful: bool) -> tuple[str, ...]:
    """For whom an event is; one whose body cannot be read is for nobody, and parked."""
    try:
        return means.route(row)
    except DeskError as error:
        _park_event(taken, row, ParkedState.PARKED, error.code, means.now_ms)
    except Exception as error:
        if not careful:
            raise
        _park_event(taken, row, ParkedState.PARKED, f"crash.{type(error).__name__}", means.now_ms)
    return ()


def _follows(frame: ReadFrame, mark: ChainMark) -> bool:
    first = frame.head.first.seq
    if mark.head == UNKNOWN_HEAD:
        return first > mark.seq
    return first == mark.seq + 1 and frame.prev == mark.head


def _add_frame(taken: Taken, kept: GateFrame, frame: ReadFrame) -> None:
    head = frame.head
    taken.frames.append(FrameRow(*kept.chain, kept.number, kept.hash, head.first.seq, head.count))


def _park_frame(taken: Taken, kept: GateFrame, mark: ChainMark, reason: str, now_ms: int) -> None:
    first, count = _said_by_head(kept.data)
    state = ParkedState.NEEDS_UPGRADE if reason in _NEWER else ParkedState.PARKED
    row = ParkedRow(ParkedWhat.FRAME, *kept.chain, kept.number, state, reason, 1, now_ms, kept.data)
    taken.parked.append(row)
    taken.frames.append(FrameRow(*kept.chain, kept.number, kept.hash, first, count))
    seq = max(mark.seq, first + count - 1)
    taken.chains[kept.chain] = ChainMark(kept.number, kept.hash, seq, UNKNOWN_HEAD, ChainState.GAP)
    taken.alarms.append(Alarm(PARKED, f"{kept.chain.text} #{kept.number}", reason))


def _said_by_head(data: bytes) -> tuple[int, int]:
    """First seq and count as the head says, (0, 0) where it cannot be read."""
    try:
        head = read_head(data).head
    except DeskError:
        return 0, 0
    return head.first.seq, head.count


def _park_event(taken: Taken, row: EventRow, state: ParkedState, reason: str, now_ms: int) -> None:
    taken.parked.append(ParkedRow(ParkedWhat.EVENT, *row.key, state, reason, 1, now_ms))
    if state is ParkedState.PARKED:
        taken.alarms.append(Alarm(PARKED, row.key.text, reason))
