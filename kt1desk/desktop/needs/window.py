"""What the main window needs: its status line, its search, its lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.bars import FREE, Bars
from kt1desk.desktop.needs.gates import LockNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.domain.service import Service
    from kt1desk.services.rows import SearchHit


class Tone(Enum):
    """How a state is told: by colour, icon and word together."""

    CALM = "calm"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """A printer in words, for example ``Máy in nhãn: hết giấy``."""

    text: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """What the status line says.

    Attributes:
        shift: number of the open shift as people say it (``2``), empty while none is open.
        link: the link to the centre in words; ``Chưa nối trung tâm`` while there is none.
        waiting: events that may go over the network and were not sent yet.
        oldest: when the oldest of them happened, in words; empty where there is none.
        printers: each printer's state in words.
        clock_doubt: why the clock is doubtful, empty while it is not.
        backup: that the last good backup is too old, empty while it is not or where no place for one is set.
        banner: what stands over every page: why this desk writes nothing and what to do; empty where it writes.
        barred: names of places (`kt1desk.desktop.navigation.Place`) that this user may not go to now, each with the reason in words.
        barred_sides: the same of the sides of places that have two services.
        bars: what this user may not do within places, too, and which places are not for him at all.
        now_ms: the desk's time, UTC milliseconds.
        offset_min: minutes that wall time is ahead of UTC.
    """

    shift: str
    link: str
    link_tone: Tone
    waiting: int
    printers: tuple[PrinterState, ...]
    now_ms: int
    offset_min: int
    oldest: str = ""
    clock_doubt: str = ""
    backup: str = ""
    banner: str = ""
    barred: Mapping[str, str] = field(default_factory=dict)
    barred_sides: Mapping[str, Mapping[Service, str]] = field(default_factory=dict)
    bars: Bars = FREE


class StatusNeeds(Protocol):
    """What the status line reads."""

    def status(self) -> DeskStatus:
        """The state at this moment."""


class SearchNeeds(Protocol):
    """What the one field for scans and searches asks."""

    def search(self, text: str, limit: int) -> Sequence[SearchHit]:
        """Fragments in any order, without diacritics; best first."""


class WindowNeeds(StatusNeeds, SearchNeeds, LockNeeds, Protocol):
    """What the main window itself needs after the log-in."""
