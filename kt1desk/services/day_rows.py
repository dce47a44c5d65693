"""Rows of the day's board: what the store counts and lists for it, as frozen values. They name no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kt1desk.domain.custody import State

_WEEK = 7


@dataclass(frozen=True, slots=True)
class HourCount:
    """How much was accepted in an hour of the wall clock; ``hour`` counts whole hours of it since 1970."""

    hour: int
    items: int
    dossiers: int


@dataclass(frozen=True, slots=True)
class SeatCount:
    """How many items of a service a keeper of this point has in a state (`kt1desk.domain.custody.Holder` as text)."""

    keeper: str
    state: State
    items: int


@dataclass(frozen=True, slots=True)
class Lying:
    """How many things that lie here go the same way.

    Attributes:
        from_here: whether this point accepted them.
        to_applicant: of covers, whether they are for an applicant and not on their way back.
        authority: of other covers, the authority of their case, "" where only the label is known.
    """

    from_here: bool
    to_applicant: bool
    authority: str
    items: int


@dataclass(frozen=True, slots=True)
class DayItem:
    """A KT1 item that asks for something here, with what says when. Times are UTC milliseconds, 0 for none.

    ``from_here``: this point accepted it. ``tried``: its first attempt was made, so its clock stands.
    """

    item: str
    state: State
    urgency: str
    secrecy: str
    deadline_ms: int
    agreed_ms: int
    from_here: bool
    tried: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """Dispatches under way to this point, and how many of their items were not confirmed yet."""

    dispatches: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class DayEdges:
    """First days (ISO) of what comes after today: each part of `DueCounts` ends where the next one begins.

    ``tomorrow`` is the day after ``today``, ``after`` the day after that, ``next_week`` the Monday of next week or ``after``, whichever
    is later.
    """

    today: str
    tomorrow: str
    after: str
    next_week: str


def edges_of(today: date) -> DayEdges:
    """Where the parts of `DueCounts` begin; a week ends on Sunday."""
    tomorrow, after = today + timedelta(days=1), today + timedelta(days=2)
    monday = today + timedelta(days=_WEEK - today.weekday())
    days = (today, tomorrow, after, max(after, monday))
    return DayEdges(*(day.isoformat() for day in days))


@dataclass(frozen=True, slots=True)
class DueCounts:
    """Items by their deadline, or cases with an authority by the day their result is due; each stands in one part.

    ``to_fetch`` are cases of the first two whose way back was bought.
    """

    overdue: int = 0
    today: int = 0
    tomorrow: int = 0
    week: int = 0
    later: int = 0
    undated: int = 0
    to_fetch: int = 0
