"""What the page «Liên lạc» needs: how this desk exchanges with others, and what its administrator does about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.window import Tone


@dataclass(frozen=True, slots=True)
class Road:
    """Whether a journal may go a way, and in a few words why not."""

    open: bool
    words: str


@dataclass(frozen=True, slots=True)
class StreamLine:
    """One journal of this desk.

    Attributes:
        network, file, paper: the ways.
        unsent: events that wait for the network; None where it may not go there.
        oldest: when the oldest of them happened, in words; empty for none.
    """

    title: str
    network: Road
    file: Road
    paper: Road
    unsent: int | None = None
    oldest: str = ""


@dataclass(frozen=True, slots=True)
class CameLine:
    """Something that came in: when and which way, what in words, what became of it; ``why`` is the sentence of a refusal."""

    when: str
    way: str
    what: str
    outcome: str
    tone: Tone = Tone.CALM
    why: str = ""


@dataclass(frozen=True, slots=True)
class LineAbout:
    """The line to the centre in words; empty for what is not known.

    Attributes:
        link, tone: as the status line says it.
        server: where it goes.
        certificate: until when this desk's certificate holds.
        good: when an exchange last ended well, and the number of the last mail that was taken in.
        clock: this desk's clock beside the centre's.
        program: the version here, and the one that the centre wishes for.
        safe: up to where the centre has a backup.
        approval: whether KT1 goes over the network, and by what.
        problems: why something stands still, one sentence each.
    """

    link: str
    tone: Tone = Tone.CALM
    server: str = ""
    certificate: str = ""
    good: str = ""
    clock: str = ""
    program: str = ""
    safe: str = ""
    approval: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearAbout:
    """The shared folder of the point: its path, the other desks and when each was last heard, what is wrong with it."""

    folder: str = ""
    siblings: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class LineActs:
    """What may be done here now.

    Attributes:
        hurry: exchange at once.
        allow, shut: let KT1 go over the network, keep it off again.
        join, leave: bring the line in, take it away.
        share: choose the shared folder.
    """

    hurry: bool = False
    allow: bool = False
    shut: bool = False
    join: bool = False
    leave: bool = False
    share: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """Everything the page shows."""

    about: LineAbout
    acts: LineActs = LineActs()
    streams: tuple[StreamLine, ...] = ()
    came: tuple[CameLine, ...] = field(default=(), repr=False)
    near: NearAbout = NearAbout()


class LineNeeds(Protocol):
    """What the page asks and does. Everything raises a `DeskError` where it is refused."""

    def line_view(self) -> LineView:
        """How it stands now."""

    def hurry(self) -> None:
        """Exchange at once; waits for nothing."""

    def allow_kt1(self, number: str, day: date) -> None:
        """Let KT1 go over the network, on the written approval of this number and day."""

    def shut_kt1(self, reason: str) -> None:
        """Keep KT1 off the network again."""

    def shut_reasons(self) -> Sequence[Choice]:
        """Why it may be shut."""

    def join(self, line_file: str, code: str, desk_file: str) -> None:
        """Bring the line in that the centre made: paths, ``desk_file`` empty for none."""

    def leave(self) -> None:
        """Forget the line; what was not sent stays."""

    def share(self, folder: str) -> None:
        """Share this folder with the other desks of the point; empty for none."""
