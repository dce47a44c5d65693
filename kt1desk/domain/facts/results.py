"""Facts of results: taken over from the authority against its book, one by one, and the book closed by both signatures.

This module must not know the states of a case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ResultTaken(PlainFact):
    """A result in the post's hands: from here on custody of the returning leg begins.

    Attributes:
        dossier: the case, "" where only the label is known here yet.
        item: number of the returning leg.
        takeover: the book line it stands under (`TakeoverClosed`).
        authority: who gave it.
        official: mã hồ sơ as the authority's list has it, "" where it was not said.
        kinds: coded kinds of what lies in the cover (result paper, returned papers, written refusal …) and how many of each.
        weight_g: of the cover, 0 where it was not weighed: the way back is priced by rule.
        origin: the point that accepted the case, so that it is told.
    """

    TYPE: ClassVar[str] = "result.taken"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    item: str
    takeover: str
    authority: str
    kinds: tuple[tuple[str, int], ...]
    point: str
    shift: str
    n: int = 1
    official: str = ""
    weight_g: int = 0
    origin: str = ""
    scan: bool = False


@dataclass(frozen=True, slots=True)
class TakeoverOpened(PlainFact):
    """The clerk stands at an authority's desk; ``expected`` is how many results its list says, 0 where it has none."""

    TYPE: ClassVar[str] = "result.takeover_opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    takeover: str
    authority: str
    expected: int
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class TakeoverClosed(PlainFact):
    """Both signed the book (sổ giao nhận): how many were taken, and what the authority's list had beside. The officer stands beside.

    ``missing`` and ``surplus`` are numbers on the list that were not given, and covers that were given and are on no list.
    """

    TYPE: ClassVar[str] = "result.takeover_closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    takeover: str
    authority: str
    expected: int
    taken: int
    point: str
    shift: str
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
