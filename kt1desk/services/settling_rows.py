"""Values of settling a shift: what was counted, what is asked from, how it was answered, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kt1desk.domain.coded import CodedWord
from kt1desk.domain.events import Event
from kt1desk.domain.service import Service
from kt1desk.domain.settling import Asked, RoundingBound, SerialsUsed
from kt1desk.services.confirming import Confirmed
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import CashSum, ShiftRow
from kt1desk.services.shift_events import Flow
from kt1desk.services.shift_things import Thing
from kt1desk.services.shifts import Closing


@dataclass(frozen=True, slots=True)
class Counted:
    """What somebody counted: pieces by value in đồng, and the numbers that he saw, of things or of the bags they lie in."""

    notes: tuple[tuple[int, int], ...] = ()
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SettleDraft:
    """A shift about to be closed.

    Attributes:
        answers: code of the answer by `Asked.key`; the difference is answered by ``reason`` alone.
        reason: code of the list ``cash_difference``, "" where counted and expected are the same.
        taker: who signs beside the user and takes the drawer over, as `SecondPerson.confirm` let him, asked for `Act.TAKE_OVER_SHIFT`.
        alone: that nobody else is there; at points with one person only.
    """

    counted: Counted
    answers: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    taker: Confirmed | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SettlingView:
    """What must be seen and counted; not what the books expect, which nobody is told before he has counted.

    Attributes:
        shift: the open one; who is not cleared is told of no item in it.
        things: what must be seen, of the services that the user may see.
        denominations: values of the notes in circulation in đồng, largest first.
        reasons: why counted and expected may differ.
        serials, seals: what the shift used.
        kinds: of which kinds there was cash, as `kt1desk.domain.drawer.CashKind`.
        one_person: whether the shift may be closed alone here.
    """

    shift: ShiftRow
    things: tuple[Thing, ...]
    denominations: tuple[int, ...]
    reasons: tuple[CodedWord, ...]
    serials: tuple[SerialsUsed, ...]
    seals: tuple[str, ...]
    kinds: tuple[str, ...]
    one_person: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What was about at the desk before the transaction began: events that wait for the line, half-done acceptances.

    ``unsent`` is None where nothing was ever to go to the centre.
    """

    unsent: int | None
    aside: int


@dataclass(frozen=True, slots=True)
class Findings:
    """One reading of everything that the questions are asked from.

    Attributes:
        shift: the open one, whole.
        services: those whose things and numbers the user may know of.
        missing: what was not seen, in the order in which the record names it.
        lines: of the drawer that nobody took back.
        undone: what the lines moved, by kind, that were taken back in the shift, and those that took them back: as much in as out.
        papers: print jobs of which nobody knows whether they came out.
        arrivals, rounds: numbers of those that are open.
    """

    shift: ShiftRow
    closing: Closing
    bound: RoundingBound
    services: tuple[Service, ...]
    things: tuple[Thing, ...]
    missing: tuple[Thing, ...]
    cash: tuple[CashSum, ...]
    lines: tuple[DrawerLine, ...]
    flows: tuple[tuple[Service, Flow], ...]
    serials: tuple[SerialsUsed, ...]
    seals: tuple[str, ...]
    papers: tuple[int, ...]
    arrivals: tuple[str, ...]
    rounds: tuple[str, ...]
    around: Around
    undone: tuple[CashSum, ...] = ()

    @property
    def counts_items(self) -> bool:
        """Whether KT1 items were counted: whoever may not know of them counts none."""
        return Service.KT1 in self.services


@dataclass(frozen=True, slots=True)
class Settled:
    """A shift that is over: its events are on the disk, its papers are queued.

    Attributes:
        closing: counted and expected.
        asked: every question with its answer.
        reason: why they differ, coded; "" where they do not.
        taker: id of who signed as second, "" where nobody was there.
        jobs: of the report and of the record of cash.
    """

    closing: Closing
    asked: tuple[tuple[Asked, str], ...]
    reason: str
    taker: str
    manner: str
    event: Event = field(repr=False)
    jobs: tuple[int, ...] = ()
