"""What must leave next: how much time an item has left, and the one order in which waiting items are shown everywhere.

The clock runs from acceptance to the first delivery attempt, on all days and nights (TT 15/2022/TT-BTTTT, Điều 4); Hẹn giờ is held
against its agreed time. This module must not know where items are kept, nor any wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.kt1 import Secrecy, Urgency

_LAST = 2**63
"""Later than any time: an item without a deadline stands behind those that have one."""


class Level(StrEnum):
    """How near the end of the time is."""

    LATE = "late"
    SOON = "soon"
    OK = "ok"


class DueBasis(StrEnum):
    """What the time rests on."""

    AGREED = "agreed"
    """The time agreed with the sender."""
    TABLE = "table"
    """The hours of the table, as they were when it was accepted."""
    RETURNING = "returning"
    """It goes back to its sender; no hours are laid down for that."""
    UNKNOWN = "unknown"
    """It came before its data: nobody here knows how urgent it is."""


@dataclass(frozen=True, slots=True)
class Clocked:
    """What the clock of an item depends on. Times are UTC milliseconds, 0 for none.

    ``stopped_ms`` is the first attempt or the delivery. Without ``known`` only its label is known here.
    """

    urgency: Urgency
    secrecy: Secrecy
    accepted_ms: int
    deadline_ms: int
    agreed_ms: int
    stopped_ms: int = 0
    returning: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """How it stands with the time of an item.

    Attributes:
        due_ms: latest first attempt, UTC milliseconds; 0 where there is none.
        left_ms: time left, less than zero once it is over; of a stopped clock the time that was left then.
        stopped: whether the first attempt was made.
    """

    due_ms: int
    left_ms: int
    level: Level
    basis: DueBasis
    stopped: bool = False

    @property
    def hours_left(self) -> int:
        """Whole hours left, rounded towards the worse; less than zero once it is over."""
        return self.left_ms // 3_600_000


@dataclass(frozen=True, slots=True)
class Warnings:
    """How long before the end a warning begins, in milliseconds: for ordinary items, and for Hỏa tốc and Hẹn giờ."""

    ordinary_ms: int
    urgent_ms: int

    def before(self, urgency: Urgency) -> int:
        """For this service."""
        return self.urgent_ms if _is_urgent(urgency) else self.ordinary_ms


def due(item: Clocked, now_ms: int, warnings: Warnings) -> Due:
    """How it stands with the time of an item.

    Args:
        item: what its clock depends on.
        now_ms: UTC milliseconds.
        warnings: how long before the end a warning begins.
    """
    if not item.known:
        return Due(0, 0, Level.SOON, DueBasis.UNKNOWN)
    due_ms = _due_ms(item)
    if item.returning or not due_ms:
        return Due(0, 0, Level.OK, DueBasis.RETURNING if item.returning else DueBasis.UNKNOWN)
    basis = DueBasis.AGREED if item.agreed_ms else DueBasis.TABLE
    if item.stopped_ms:
        left_ms = due_ms - item.stopped_ms
        return Due(due_ms, left_ms, Level.LATE if left_ms < 0 else Level.OK, basis, stopped=True)
    left_ms = due_ms - now_ms
    soon = left_ms <= warnings.before(item.urgency)
    return Due(due_ms, left_ms, Level.LATE if left_ms < 0 else Level.SOON if soon else Level.OK, basis)


def leaving_order(item: Clocked, number: str) -> tuple[int, int, int, str]:
    """The key by which every list is sorted: what must leave next stands first.

    Hỏa tốc and Hẹn giờ by their deadline, then A, B and C, then the rest by deadline; what came before its data stands with A, B and C,
    because it may be one. What goes back to its sender has no deadline. Equal ones by acceptance, then by number.
    """
    urgent, marked = _is_urgent(item.urgency), item.secrecy.is_marked or not item.known
    rank = 0 if urgent and not item.returning else 1 if marked else 2
    due_ms = 0 if item.returning else _due_ms(item)
    return rank, due_ms or _LAST, item.accepted_ms, number


def _is_urgent(urgency: Urgency) -> bool:
    return urgency is not Urgency.NONE


def _due_ms(item: Clocked) -> int:
    return item.agreed_ms or item.deadline_ms
