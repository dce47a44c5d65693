"""Rows of the drawer as the store hands them over: lines, settled shifts, numbers of a shift. They name no customer."""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.events import EventId


@dataclass(frozen=True, slots=True)
class DrawerLine:
    """A line of another service, of cash moved, or of cash put right.

    Attributes:
        line: its own number.
        kind: a `kt1desk.domain.drawer.CashKind`.
        what: the service, or the shift that was put right.
        reference: number of the till's paper, or the kind of cash that was put right.
        undoes, undone_by: numbers of lines; a line that undoes another one has ``customers`` less than zero.
        user: who wrote it.
    """

    line: str
    shift: str
    kind: str
    what: str
    customers: int
    received_dong: int
    paid_dong: int
    reference: str
    undoes: str
    undone_by: str
    reason: str
    user: str
    at_ms: int
    event: EventId


@dataclass(frozen=True, slots=True)
class SettledRow:
    """How a shift was settled; what was counted and asked is read from the event."""

    shift: str
    reason: str
    handed_to: str
    manner: str
    event: EventId
