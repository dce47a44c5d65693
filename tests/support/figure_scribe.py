"""A desk in memory and who writes into its journal, fact by fact: the ground for journals of which figures are counted.

This module must not know which facts there are beside shifts and cash.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kt1desk.domain.events import Event, EventId, Moment
from kt1desk.domain.facts import (
    BlockGranted,
    CashReceived,
    DeskOpened,
    Fact,
    RegisterOpened,
    ShiftClosed,
    ShiftOpened,
)
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore, in_memory
from kt1desk.store.work import StoreWork
from tests.support.clocks import HandClock

POINT, CLERK = "240000", "lan"
_MINUTE_MS = 60_000


@dataclass
class Thing:
    """An item or a cover: the event that stands last, its custody number, and what it was accepted by."""

    head: EventId
    accepted: EventId
    n: int = 1
    is_cover: bool = False
    out: str = ""
    """The delivery list it is on."""


@dataclass
class Case:
    """A case with its legs by direction; ``covers`` are numbers."""

    dossier: str
    accepted: EventId
    covers: dict[str, str]
    authority: str
    collected_dong: int


@dataclass
class Scribe:
    """One desk and who writes for it."""

    device: int
    store: DeskStore
    clock: HandClock
    point: str = POINT
    shift: str = ""
    day: date = date(2026, 11, 23)
    things: dict[str, Thing] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    made: int = 0
    cash_dong: int = 0
    float_dong: int = 0
    happened_ms: int = 0
    """When what is written next happened, where that is not now."""

    @classmethod
    def at(cls, device: int, clock: HandClock, point: str = POINT) -> Scribe:
        """A new desk in memory with its first events."""
        store = in_memory(clock, random.Random(device).randbytes, device)
        made = cls(device, store, clock, point)
        with store.work() as work:
            opened = (point, "trial", work.public_key(), "0.1.0")
            first = work.append(DeskOpened(*opened), Appending("system"))
            work.append(RegisterOpened(*opened), Appending("system", parents=(first.id,)))
            low = device * 1_000_000
            for prefix in ("ME", "RX"):
                work.append(BlockGranted(prefix, low, low + 99_999), Appending("system"))
            work.commit()
        return made

    def write(self, fact: Fact, parents: Sequence[EventId] = (), **beside: dict[str, str]) -> Event:
        """One fact in one commit."""
        with self.store.work() as work:
            event = self.append(work, fact, parents, **beside)
            work.commit()
        return event

    def append(
        self, work: StoreWork, fact: Fact, parents: Sequence[EventId] = (), **beside: dict[str, str]
    ) -> Event:
        """One of several facts of a commit."""
        happened = Moment(self.happened_ms) if self.happened_ms else None
        return work.append(fact, Appending(CLERK, "", tuple(parents), happened, beside))

    def next_name(self, letters: str) -> str:
        """A number that nothing else has, at no desk."""
        self.made += 1
        return f"{letters}-{self.device}-{self.made}"

    def pass_minutes(self, minutes: int) -> None:
        """Time goes by."""
        self.clock.pass_ms(minutes * _MINUTE_MS)

    def open_shift(self, days: int = 0, float_dong: int = 500_000) -> None:
        """A shift begins, some days after the one before."""
        self.day += timedelta(days=days)
        self.shift = f"{self.day.isoformat()}/{self.next_name('CA')}"
        self.cash_dong = self.float_dong = float_dong
        self.write(ShiftOpened(self.shift, self.day.isoformat(), f"D{self.device}", float_dong))

    def close_shift(self, over_dong: int = 0) -> None:
        """It ends; the drawer holds so much more than it should."""
        self.write(ShiftClosed(self.shift, max(0, self.cash_dong + over_dong), self.cash_dong, 0))
        self.shift = ""

    def received(self, work: StoreWork, dong: int, kind: str) -> tuple[EventId, ...]:
        """Cash comes in."""
        self.cash_dong += dong
        return (self.append(work, CashReceived(self.shift, dong, kind), ()).id,) if dong else ()
