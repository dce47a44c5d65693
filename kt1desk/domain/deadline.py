"""When an accepted item must have been offered at its address.

Thời gian toàn trình runs from acceptance to the first delivery attempt, on all days and nights (TT 15/2022/TT-BTTTT,
Điều 4). The hours per class and area stand in reference rows; Hẹn giờ is measured against the agreed time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.dated import Dated, Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Scope, Urgency

_MS_PER_HOUR = 3_600_000


class DeadlineBasis(StrEnum):
    """What a deadline rests on."""

    AGREED = "agreed"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitHours(Dated):
    """Hours allowed for one class on one kind of way.

    ``area`` is the receiver's (`TransitArea.code`), "" for every commune that lies in none, or whose area has no row of its own.
    """

    scope: Scope
    urgency: Urgency
    hours: int
    area: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitArea(Dated):
    """Communes that are hard to reach and have hours of their own (TT 15/2022/TT-BTTTT, Phụ lục I)."""

    code: str
    name: str
    communes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Way:
    """How far an item goes, and the area of its receiver (`area_of`), "" for an ordinary one."""

    scope: Scope
    area: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment (UTC milliseconds), what it rests on and how far that may be trusted."""

    due_ms: int
    basis: DeadlineBasis
    status: Status


def area_of(areas: Iterable[TransitArea], commune: str, on: date) -> str:
    """Code of the area a commune lies in on a day, "" for none (and for a commune nobody knows)."""
    return next((row.code for row in areas if commune in row.communes and row.holds(on)), "")


def deadline(
    rows: Iterable[TransitHours],
    way: Way,
    urgency: Urgency,
    accepted_ms: int,
    agreed_ms: int | None,
    on: date,
) -> Deadline:
    """The deadline of an item accepted now.

    Args:
        rows: all rows of transit hours.
        way: how far it goes, and to what kind of place.
        urgency: service bought.
        accepted_ms: moment of acceptance, UTC milliseconds.
        agreed_ms: agreed time of a Hẹn giờ item, else None.
        on: business date that chooses the rows in force.

    Raises:
        DeskError: ``reference.transit_hours_missing`` when no row in force covers the class.
    """
    if agreed_ms is not None:
        return Deadline(agreed_ms, DeadlineBasis.AGREED, Status.CONFIRMED)
    fitting = [row for row in rows if row.scope is way.scope and row.urgency is urgency and row.holds(on)]
    for wanted in (way.area, ""):
        for row in fitting:
            if row.area == wanted:
                return Deadline(accepted_ms + row.hours * _MS_PER_HOUR, DeadlineBasis.TABLE, row.status)
    raise DeskError(
        "reference.transit_hours_missing", "urgency", scope=way.scope.value, urgency=urgency.value
    )
