"""The shift and its drawer: which day it belongs to, what the drawer must hold, and how it is counted.

A shift exists from the first acceptance on and carries the business date; one that runs over midnight keeps the date
it was opened with. This module must not know the clock, nor who works in the shift.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError

_MAX_DAYS_FROM_CLOCK = 1
"""A shift after midnight may still belong to the day before; anything further is a wrong clock or a slip."""


class ShiftState(StrEnum):
    """Where a shift stands."""

    NONE = "none"
    OPEN = "open"
    CLOSED = "closed"


class ShiftStep(StrEnum):
    """What can happen to a shift."""

    OPEN = "open"
    WORK = "work"
    CLOSE = "close"


STEPS: Mapping[tuple[ShiftState, ShiftStep], ShiftState] = MappingProxyType(
    {
        (ShiftState.NONE, ShiftStep.OPEN): ShiftState.OPEN,
        (ShiftState.OPEN, ShiftStep.WORK): ShiftState.OPEN,
        (ShiftState.OPEN, ShiftStep.CLOSE): ShiftState.CLOSED,
    }
)
"""The whole life of a shift; what is not here is refused. The next shift is a new one."""

_REFUSALS: Mapping[tuple[ShiftState, ShiftStep], str] = MappingProxyType(
    {
        (ShiftState.NONE, ShiftStep.WORK): "shift.not_open",
        (ShiftState.NONE, ShiftStep.CLOSE): "shift.not_open",
        (ShiftState.OPEN, ShiftStep.OPEN): "shift.already_open",
        (ShiftState.CLOSED, ShiftStep.OPEN): "shift.closed",
        (ShiftState.CLOSED, ShiftStep.WORK): "shift.closed",
        (ShiftState.CLOSED, ShiftStep.CLOSE): "shift.closed",
    }
)


def next_state(state: ShiftState, step: ShiftStep) -> ShiftState:
    """The state after a step.

    Raises:
        DeskError: ``shift.not_open``, ``shift.already_open``, ``shift.closed``.
    """
    following = STEPS.get((state, step))
    if following is None:
        raise DeskError(_REFUSALS[state, step], "shift")
    return following


def check_business_date(business_date: date, today: date) -> None:
    """Refuse a date that no shift opened now can have.

    Raises:
        DeskError: ``shift.date_far`` with ``date`` and ``today`` as day/month/year.
    """
    if abs((business_date - today).days) > _MAX_DAYS_FROM_CLOCK:
        raise DeskError(
            "shift.date_far", "business_date", date=f"{business_date:%d/%m/%Y}", today=f"{today:%d/%m/%Y}"
        )


class MoneyKind(StrEnum):
    """Note or coin."""

    NOTE = "note"
    COIN = "coin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denomination(Dated):
    """A note or coin that is legal tender."""

    value_dong: int
    kind: MoneyKind


@dataclass(frozen=True, slots=True)
class Drawer:
    """What the books say about a drawer, in đồng."""

    float_dong: int
    received_dong: int
    paid_dong: int = 0

    @property
    def expected_dong(self) -> int:
        """What must lie in it."""
        return self.float_dong + self.received_dong - self.paid_dong

    def difference_dong(self, counted_dong: int) -> int:
        """Counted minus expected: positive is too much, negative is missing."""
        return counted_dong - self.expected_dong


def check_amount(amount_dong: int, field: str) -> None:
    """Refuse a negative amount of cash.

    Raises:
        DeskError: ``shift.amount_negative``.
    """
    if amount_dong < 0:
        raise DeskError("shift.amount_negative", field)


def count_drawer(counts: Mapping[int, int], denominations: Iterable[Denomination], on: date) -> int:
    """Money in the drawer from how many of each note and coin were counted.

    Args:
        counts: number of pieces by value in đồng.
        denominations: all rows.
        on: business date.

    Raises:
        DeskError: ``shift.denomination_unknown`` with ``value_dong`` for what is no legal tender on that day;
            ``shift.count_negative`` with ``value_dong``.
    """
    legal = {row.value_dong for row in denominations if row.holds(on)}
    for value_dong, pieces in counts.items():
        if value_dong not in legal:
            raise DeskError("shift.denomination_unknown", "counts", value_dong=value_dong)
        if pieces < 0:
            raise DeskError("shift.count_negative", "counts", value_dong=value_dong)
    return sum(value_dong * pieces for value_dong, pieces in counts.items())
