"""What came of one round of exchange, as values: for the screen, for the timer and for the administrator. It names nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.inbox import Taken

WRONG_CLOCK_MS = 300_000
"""Further apart than five minutes, one of the two clocks is wrong."""


def clock_is_wrong(offset_ms: int | None) -> bool:
    """Whether a desk's clock or the centre's wants setting: a flag for a person, and never a reason to refuse anything."""
    return offset_ms is not None and abs(offset_ms) > WRONG_CLOCK_MS


class Ending(StrEnum):
    """How a round ended."""

    DONE = "done"
    """The gate answered everything. One stream, or the mail, may still stand still for a reason of its own."""
    LATER = "later"
    """Something else than an answer came; nothing is lost, and the next round goes on."""
    STOPPED = "stopped"
    """The gate does not take this desk's word at all; a person must act."""


@dataclass(frozen=True, slots=True)
class StreamReport:
    """One journal after a round.

    Attributes:
        kept: frames that the gate took in this round.
        again: frames it had already.
        bytes_sent: of all frames that were put on the line.
        unsent: events that the gate has not, as far as it said.
        oldest_ms: age of the oldest of them; 0 where there is none.
        problem: why the stream stands still, None where it does not. ``exchange.*`` is the policy's word and no trouble.
    """

    stream: Stream
    kept: int = 0
    again: int = 0
    bytes_sent: int = 0
    unsent: int = 0
    oldest_ms: int = 0
    problem: DeskError | None = None


@dataclass(frozen=True, slots=True)
class MailReport:
    """The mail of a round.

    Attributes:
        frames: how many were taken in.
        bytes_taken: their size.
        taken: what came of each event in them.
        left: how many frames of the mailbox are still at the gate.
        rewound: whether the mailbox was set back, and we with it.
        problem: why mail stands still.
    """

    frames: int = 0
    bytes_taken: int = 0
    taken: tuple[Taken, ...] = field(default=(), repr=False)
    left: int = 0
    rewound: bool = False
    problem: DeskError | None = None


@dataclass(frozen=True, slots=True)
class RoundReport:
    """One round.

    Attributes:
        problem: why it ended; None where it is done.
        turns: how often the desk waited for an answer before it asked on.
        offset_ms: the centre's clock minus ours; None where no answer came.
        restored: whether the centre was restored since the last round.
        wanted: the program version the centre wishes for; 0 for none, or where no answer came.
    """

    ended: Ending
    problem: DeskError | None = None
    streams: tuple[StreamReport, ...] = ()
    mail: MailReport = field(default_factory=MailReport)
    turns: int = 0
    offset_ms: int | None = None
    restored: bool = False
    wanted: int = 0

    @property
    def unsent(self) -> int:
        """Events that may go over this line and have not arrived yet."""
        return sum(each.unsent for each in self.streams)

    @property
    def oldest_ms(self) -> int:
        """Age of the oldest of them."""
        return max((each.oldest_ms for each in self.streams), default=0)

    @property
    def moved(self) -> bool:
        """Whether anything was taken in on either side."""
        return self.mail.frames > 0 or any(each.kept for each in self.streams)
