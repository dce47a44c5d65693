"""Facts that hold from one day to another, with where they come from.

Laws, prices, codes and names change; a row of reference data therefore says since when and until when it holds,
which text says so, and whether a responsible person has confirmed it. This module knows no kind of row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar


class Status(StrEnum):
    """How far a row may be trusted."""

    CONFIRMED = "confirmed"
    """Seen in the source named, or approved by the responsible person."""
    SAMPLE = "sample"
    """Derived, assumed or invented; a paper or screen that uses it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What every row of reference data carries.

    Attributes:
        valid_from: first day the row holds.
        valid_to: last day the row holds, or None while no end is known.
        source: the law and article, standard, list or note the row was taken from.
        status: confirmed or sample.
    """

    valid_from: date
    valid_to: date | None
    source: str
    status: Status

    def holds(self, on: date) -> bool:
        """Whether the row is in force on this day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def is_sample(self) -> bool:
        """Whether it must be shown as not confirmed."""
        return self.status is Status.SAMPLE


Row = TypeVar("Row", bound=Dated)


def in_force(rows: Iterable[Row], on: date) -> tuple[Row, ...]:
    """The rows that hold on this day, in their order."""
    return tuple(row for row in rows if row.holds(on))
