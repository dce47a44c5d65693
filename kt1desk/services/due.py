"""The clock of waiting items: how much time each has left, and the one order in which every list shows them.

This module must not know who asks, nor what is done with an item.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.custody import State
from kt1desk.domain.due import Clocked, Due, Warnings, due, leaving_order
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.ports import Reader

_HOUR_MS = 3_600_000
_AFTER_AN_ATTEMPT = frozenset(
    {State.ATTEMPTED, State.OUT, State.FORWARDED, State.RETURNING, State.UNCLAIMED, State.STORED}
)
"""States in which a first attempt may have been made: only for these it is looked for."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """A held item with its time."""

    item: HeldItem
    due: Due


@dataclass(frozen=True, slots=True)
class DueClock:
    """The clock by the settings of a day. ``now_ms`` is UTC milliseconds."""

    warnings: Warnings
    now_ms: int

    @classmethod
    def at(cls, reference: ReferenceData, on: date, now_ms: int) -> DueClock:
        """With the warnings of the day.

        Raises:
            DeskError: ``reference.setting_missing``.
        """
        ordinary = reference.setting_int("due.warn_hours", on)
        urgent = reference.setting_int("due.warn_urgent_hours", on)
        return cls(Warnings(ordinary * _HOUR_MS, urgent * _HOUR_MS), now_ms)

    def of(self, item: HeldItem, stopped_ms: int = 0) -> Due:
        """How it stands with one item; ``stopped_ms`` is its first attempt or delivery, 0 before."""
        return due(replace(clocked(item), stopped_ms=stopped_ms), self.now_ms, self.warnings)

    def listed(self, reader: Reader, items: Iterable[HeldItem]) -> tuple[DueItem, ...]:
        """All of them with their time, what must leave next first."""
        return tuple(DueItem(item, self.of(item, first_stop(reader, item))) for item in in_order(items))


def clocked(item: HeldItem) -> Clocked:
    """What the clock of an item depends on."""
    return Clocked(
        urgency=Urgency(item.urgency or Urgency.NONE),
        secrecy=Secrecy(item.secrecy or Secrecy.NONE),
        accepted_ms=item.accepted_ms,
        deadline_ms=item.deadline_ms,
        agreed_ms=item.agreed_ms,
        returning=item.returning,
        known=item.known,
    )


def in_order(items: Iterable[HeldItem]) -> list[HeldItem]:
    """What must leave next first: Hỏa tốc and Hẹn giờ by deadline, then A, B and C, then the rest by deadline."""
    return sorted(items, key=lambda item: leaving_order(clocked(item), item.item))


def first_stop(reader: Reader, item: HeldItem) -> int:
    """When the clock of an item stopped, 0 while it runs."""
    if item.state not in _AFTER_AN_ATTEMPT:
        return 0
    found = reader.first_attempt(item.item, service=item.service)
    return found.at_ms if found is not None else 0
