"""Facts of the counter: shifts and cash. Amounts only: what was paid for stands in the KT1 stream.

This module must not know how a drawer is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """A shift with its drawer. The business date of all that follows comes from here, not from the clock."""

    TYPE: ClassVar[str] = "shift.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    business_date: str
    drawer: str
    float_dong: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {
            "date": self.business_date,
            "drawer": self.drawer,
            "float": self.float_dong,
            "shift": self.shift,
        }


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """A shift closed with what was counted against what the journal says; a difference stands there for ever."""

    TYPE: ClassVar[str] = "shift.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    counted_dong: int
    expected_dong: int
    items: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {
            "counted": self.counted_dong,
            "expected": self.expected_dong,
            "items": self.items,
            "shift": self.shift,
        }


@dataclass(frozen=True, slots=True)
class CashReceived:
    """Cash into the drawer: an amount and its kind only. The acceptance it was paid for, in whichever stream, names this event.

    ``kind`` is ``kt1``, or for a dossier ``postage``, ``collected`` or ``pass_on``: three sums that are never mixed.
    """

    TYPE: ClassVar[str] = "cash.received"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    amount_dong: int
    kind: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"amount": self.amount_dong, "kind": self.kind, "shift": self.shift}


@dataclass(frozen=True, slots=True)
class CashPaid:
    """Cash out of the drawer, given back for an acceptance that was taken back: an amount and its kind only."""

    TYPE: ClassVar[str] = "cash.paid"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    amount_dong: int
    kind: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"amount": self.amount_dong, "kind": self.kind, "shift": self.shift}
