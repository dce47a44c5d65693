"""Facts of the drawer and of a shift's two ends: what was looked at, what moved besides acceptances, what was counted and who took over.

Amounts, codes and counts only: no beneficiary of a pension, no customer of a shop is ever named. An entry that was wrong is not changed:
one that ``undoes`` it moves the same cash the other way. This module must not know how a drawer is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ShiftChecked(PlainFact):
    """What was looked at when a shift began: code of the check and how it ended (printer, scanner, what is unsent, what waits)."""

    TYPE: ClassVar[str] = "shift.checked"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    checks: tuple[tuple[str, str], ...]
    point: str


@dataclass(frozen=True, slots=True)
class CounterServed(PlainFact):
    """A simple line of another counter service: how many customers, what came in and went out in cash, in đồng.

    Attributes:
        line: its own number at this desk.
        service: code of the dated list (pension, allowance, Postmart …).
        undoes: the line that this one takes back; ``received_dong`` and ``paid_dong`` are then what moves the other way.
        reason: coded, where it undoes one.
    """

    TYPE: ClassVar[str] = "counter.served"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    line: str
    service: str
    customers: int
    shift: str
    point: str
    received_dong: int = 0
    paid_dong: int = 0
    undoes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CashMoved(PlainFact):
    """Cash between the drawer and the post's own till: ``way`` is a `kt1desk.domain.drawer.MoveWay`.

    ``reference`` is the number of the till's paper. Where it ``undoes`` a line, the cash moves the other way.
    """

    TYPE: ClassVar[str] = "cash.moved"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    line: str
    way: str
    amount_dong: int
    shift: str
    point: str
    reference: str = ""
    undoes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CashAdjusted(PlainFact):
    """Cash that puts right what a closed shift had wrong: found or missing later, explained by a code.

    Attributes:
        about: the closed shift.
        kind: of which sum (`kt1desk.domain.drawer.CashKind`).
        more_dong: comes into the drawer now; ``back_dong`` goes out of it.
    """

    TYPE: ClassVar[str] = "cash.adjusted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    line: str
    about: str
    kind: str
    reason: str
    shift: str
    point: str
    more_dong: int = 0
    back_dong: int = 0


@dataclass(frozen=True, slots=True)
class ShiftSettled(PlainFact):
    """How a shift was settled: stands right before its closing, in one commit with it. Whoever took over is the envelope's second person.

    Attributes:
        notes: pieces by value in đồng, as counted.
        kinds: what each kind of cash should have left in the drawer, in đồng.
        reason: coded, where counted and expected differ.
        handed_to: who took the drawer over, "" where it was locked away.
        manner: how he confirmed: by password on the spot, or alone, to be reviewed.
        asked: each question of the closing (missing thing, difference, unsent journal, paper in doubt …) and how it was answered.
        numbers: what became of numbers and seals in the shift: used, voided, left.
    """

    TYPE: ClassVar[str] = "shift.settled"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    counted_dong: int
    expected_dong: int
    point: str
    notes: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    handed_to: str = ""
    manner: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HeldCounted(PlainFact):
    """KT1 items in hand at the end of a shift, ticked by scan: ``seen`` and ``missing`` are their numbers, ``part`` counts from 1."""

    TYPE: ClassVar[str] = "shift.items_counted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    shift: str
    point: str
    part: int
    seen: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoversCounted(PlainFact):
    """Covers of cases in hand at the end of a shift, as `HeldCounted`."""

    TYPE: ClassVar[str] = "shift.covers_counted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    point: str
    part: int
    seen: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
