"""Until when an entry of a register holds, and whether that is soon. This module must not know any register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.register_columns import Register


class Validity(StrEnum):
    """How it stands with an entry."""

    ENDLESS = "endless"
    """Nothing runs out."""
    HOLDS = "holds"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of an entry, None where nothing runs out; ``left_days`` is negative once it is over."""

    validity: Validity
    last: date | None = None
    left_days: int = 0


def last_day(of: Register, values: Mapping[str, str]) -> date | None:
    """The earliest last day that stands in an entry; None where none does, or where it is done with."""
    if of.done and values.get(of.done):
        return None
    days = [values[column] for column in of.ends if values.get(column)]
    return min(map(date.fromisoformat, days), default=None)


def ending(last: date | None, on: date, warn_days: int) -> Ending:
    """How it stands on a day with what holds until ``last``; within ``warn_days`` it ends soon. The last day itself still counts."""
    if last is None:
        return Ending(Validity.ENDLESS)
    left = (last - on).days
    validity = Validity.OVER if left < 0 else Validity.SOON if left <= warn_days else Validity.HOLDS
    return Ending(validity, last, left)
