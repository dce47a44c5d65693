"""What the integrator reads and writes, as values: places in chains, rows of the ledger, and the batch that is written at once.

Rows have the order of the columns in `kt1desk.centre.ledger_tables`. This module must not know where rows are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kt1desk.domain.events import GENESIS, Particulars
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.frames import FIRST_PREV

DEAD_LETTERS = "?"
"""The mailbox of what is addressed to a point nobody knows. No desk can ask for it; a person looks at it (`Alarm.owner`)."""
OWNER = "operator"
"""Who looks at alarms where nobody else is named."""
UNKNOWN_HEAD = b""
"""In place of an event's hash: the events before were parked unread."""


class ChainKey(NamedTuple):
    """One chain of events and of frames."""

    device: int
    stream: int
    incarnation: int

    @property
    def text(self) -> str:
        """As it stands in alarms: ``device.stream.incarnation``."""
        return f"{self.device}.{self.stream}.{self.incarnation}"


class EventKey(NamedTuple):
    """Identity of an event in the ledger. Device 0 stands for the centre itself: ``seq`` is then the id of something posted."""

    device: int
    stream: int
    incarnation: int
    seq: int

    @property
    def chain(self) -> ChainKey:
        """The chain it is in."""
        return ChainKey(self.device, self.stream, self.incarnation)

    @property
    def text(self) -> str:
        """As printed on paper."""
        return f"{self.device}.{self.stream}.{self.incarnation}.{self.seq}"


class ChainState(StrEnum):
    """What is to be known of a chain before anybody relies on it."""

    WHOLE = "whole"
    GAP = "gap"
    """A frame in it was parked; what comes after it was taken in all the same."""
    FORKED = "forked"
    """Something that does not follow came under the next number: nothing more is taken in until a person has looked."""


class ParkedState(StrEnum):
    """How it stands with what was parked."""

    TRYING = "trying"
    PARKED = "parked"
    NEEDS_UPGRADE = "needs_upgrade"
    """A later version of the program will understand it."""


class ParkedWhat(StrEnum):
    """What was parked."""

    FRAME = "frame"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class ChainMark:
    """How far a chain is taken in: the last frame, the last event and its hash (`UNKNOWN_HEAD` after a parked frame)."""

    number: int = 0
    hash: bytes = FIRST_PREV
    seq: int = 0
    head: bytes = GENESIS
    state: ChainState = ChainState.WHOLE


class GateFrame(NamedTuple):
    """A frame as the gate keeps it; nothing of it is proved."""

    chain: ChainKey
    number: int
    hash: bytes
    data: bytes
    received_ms: int


class FrameRow(NamedTuple):
    """A frame that was taken in or parked. ``holds`` (events) is 0 where its head could not be read."""

    device: int
    stream: int
    incarnation: int
    number: int
    hash: bytes
    first_seq: int
    holds: int


class EventRow(NamedTuple):
    """An event, byte for byte. ``type`` is empty where its envelope cannot be read."""

    device: int
    stream: int
    incarnation: int
    seq: int
    type: str
    version: int
    hlc_ms: int
    hlc_count: int
    point: str
    frame: int
    prev: bytes
    hash: bytes
    envelope: bytes
    body: bytes

    @property
    def key(self) -> EventKey:
        """Its identity."""
        return EventKey(self.device, self.stream, self.incarnation, self.seq)


class BesideRow(NamedTuple):
    """A row beside an event."""

    device: int
    stream: int
    incarnation: int
    seq: int
    slot: str
    salt: bytes
    row: bytes


class StoredEvent(NamedTuple):
    """An event read back, with the rows beside it that are still kept."""

    row: EventRow
    beside: tuple[Particulars, ...]


class ParkedRow(NamedTuple):
    """What could not be read or passed on.

    ``at`` is the number of a frame or the seq of an event; ``data`` is empty for an event, which lies in the ledger.
    """

    what: ParkedWhat
    device: int
    stream: int
    incarnation: int
    at: int
    state: ParkedState
    reason: str
    tries: int
    since_ms: int
    data: bytes = b""

    @property
    def chain(self) -> ChainKey:
        """The chain it is in."""
        return ChainKey(self.device, self.stream, self.incarnation)


class MailRow(NamedTuple):
    """A sealed mail frame of a mailbox."""

    point: str
    number: int
    hash: bytes
    data: bytes
    made_ms: int

    @property
    def mark(self) -> MailMark:
        """Where the mailbox is with it."""
        return MailMark(self.number, self.hash.hex())


class MailedRow(NamedTuple):
    """An event went to a point in the mail frame ``number``."""

    point: str
    device: int
    stream: int
    incarnation: int
    seq: int
    number: int


class PostedRow(NamedTuple):
    """What the centre itself wants told: ``target`` is a point, or empty for all. ``kind`` as in `kt1desk.exchange.mail_frames`."""

    id: int
    target: str
    kind: int
    content: bytes


class SiblingRow(NamedTuple):
    """A point with several desks: up to which event the earlier ones were told."""

    point: str
    device: int
    stream: int
    incarnation: int
    seq: int
    done: bool


class LineWord(NamedTuple):
    """The last word of a desk's KT1 register about its network line, and where in that register it stands."""

    device: int
    incarnation: int
    seq: int
    allowed: bool


class WaitingRow(NamedTuple):
    """An event of the KT1 register for a point of which no desk has an open line."""

    point: str
    device: int
    stream: int
    incarnation: int
    seq: int

    @property
    def key(self) -> EventKey:
        """The event."""
        return EventKey(self.device, self.stream, self.incarnation, self.seq)


class Alarm(NamedTuple):
    """What a person must look at: one matter is ``what`` and ``subject``. Never names what an item is or whose."""

    what: str
    subject: str
    detail: str = ""
    owner: str = OWNER


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that is written at once, or not at all.

    Attributes:
        chains: where chains are afterwards.
        frames: frames that were taken in or parked.
        events, beside: their events.
        parked: what to park; a row of the same place is replaced.
        unparked: what is no longer parked.
        mail: new mail frames, in their order; mailboxes end with the last one of each point.
        mailed: what went to whom, none of it known already.
        posted_done: posted things that every mailbox has.
        siblings: points with several desks; those of ``siblings_gone`` have only one left.
        waits: what waits from now on, behind what waits already; ``called`` waits no longer.
        taken_back: a point and a number: the frames of its mailbox after that one give way to ``mail``, with what went out in them.
        posted_again: posted things that some mailbox no longer has.
        settled: whether what a person asked to have settled is done, or cannot be.
        alarms: matters to raise; ``ended`` are over (``what``, ``subject``).
    """

    now_ms: int
    chains: dict[ChainKey, ChainMark] = field(default_factory=dict)
    frames: tuple[FrameRow, ...] = ()
    events: tuple[EventRow, ...] = field(default=(), repr=False)
    beside: tuple[BesideRow, ...] = field(default=(), repr=False)
    parked: tuple[ParkedRow, ...] = ()
    unparked: tuple[tuple[ParkedWhat, ChainKey, int], ...] = ()
    mail: tuple[MailRow, ...] = field(default=(), repr=False)
    mailed: tuple[MailedRow, ...] = ()
    posted_done: tuple[int, ...] = ()
    siblings: tuple[SiblingRow, ...] = ()
    siblings_gone: tuple[str, ...] = ()
    waits: tuple[WaitingRow, ...] = ()
    called: tuple[WaitingRow, ...] = ()
    taken_back: tuple[tuple[str, int], ...] = ()
    posted_again: tuple[int, ...] = ()
    settled: bool = False
    alarms: tuple[Alarm, ...] = ()
    ended: tuple[tuple[str, str], ...] = ()
