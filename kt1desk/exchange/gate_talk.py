"""What a desk and the gate of the centre say to each other: one question, one answer, as values.

One question may bring a frame, ask for mail, ask for the desk's own frames back, or only say that the desk is there. Whatever is not one of
the six answers means "later": the desk keeps everything and asks again. This module must not know how a question travels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.frames import Mark
from kt1desk.services.set_up import LINE

TOKEN_BYTES = 16
HARDWARE_BYTES = 16
MAX_MAIL_BYTES = 65_536
"""Mail in one answer ends before it passes this, but for the first frame of it."""
LINE_ACTOR = LINE
"""Who takes in what the centre sends: nobody sits before it. An id no person is given."""


class Answer(StrEnum):
    """The gate's word on a question."""

    OK = "ok"
    """The frame is kept, or there was none."""
    DUP = "dup"
    """This very frame is there already."""
    GAP = "gap"
    """Frames before it are missing; the marks say where to go on."""
    FORK = "fork"
    """Another frame has this number, the frame does not follow, or the desk is not the one that spoke last (`Reply.reason`)."""
    REVOKED = "revoked"
    TOO_LARGE = "too_large"


class Reason(StrEnum):
    """What a fork is one of; empty with all other answers, but for `REWIND`."""

    NONE = ""
    FRAME = "frame"
    """Another frame under this number, or one that names another before it."""
    FOREIGN = "foreign"
    """The frame is not of the device that is logged in, or is no frame."""
    TOKEN = "token"  # noqa: S105 - the name of a reason
    """The word that the last answer gave was not shown: somebody else, or an older copy of this desk, speaks."""
    HARDWARE = "hardware"
    """Another machine."""
    INCARNATION = "incarnation"
    """A frame of an incarnation that is over."""
    REWIND = "rewind"
    """With any answer: the mail mark shown is not one of this centre; go back until it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far the gate has the frames of one stream: incarnation (0 where it has none), number and hash of the last frame."""

    incarnation: int = 0
    mark: Mark = field(default_factory=Mark)


@dataclass(frozen=True, slots=True)
class OwnFrames:
    """A wish to get one's own frames back, from this number on."""

    stream: Stream
    incarnation: int
    number: int


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.

    Attributes:
        token: the word of the last answer that was kept, 16 bytes; zeros before the first.
        hardware: the machine's id, 16 bytes.
        program: the version of the program as one number: major × 1,000,000 + minor × 1,000 + patch.
        now_ms: the desk's clock.
        frame: a sealed frame, None for none.
        mail: mail after this mark is wanted; None for none.
        own: own frames wanted back.
    """

    token: bytes
    hardware: bytes
    program: int
    now_ms: int
    frame: bytes | None = field(default=None, repr=False)
    mail: MailMark | None = None
    own: OwnFrames | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    Attributes:
        places: how far the gate has each stream, highest incarnation.
        token: to be shown next.
        now_ms: the centre's clock.
        epoch: counts the restores of the centre.
        wanted: the program version the centre wishes for; 0 for none.
        mail_last: number of the newest mail for the desk's point.
        mail: frames with mail, in order; frames of one's own with `Ask.own`.
    """

    answer: Answer
    reason: Reason = Reason.NONE
    places: Mapping[Stream, Place] = field(default_factory=dict)
    token: bytes = b""
    now_ms: int = 0
    epoch: int = 0
    wanted: int = 0
    mail_last: int = 0
    mail: tuple[bytes, ...] = field(default=(), repr=False)
    own: tuple[bytes, ...] = field(default=(), repr=False)


class Gate(Protocol):
    """A way to the gate. One conversation at a time."""

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        """Ask one after the other without waiting for answers in between; each question stands for itself at the gate.

        Raises:
            DeskError: ``line.*`` whenever anything but an answer came; all of it means "later".
        """

    def close(self) -> None:
        """Let the line go. The next question opens it again."""
