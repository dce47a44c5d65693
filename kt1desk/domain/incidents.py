"""Incidents (sự vụ): how grave, who must be told, when one is too old, and what must be so before it may be closed.

Coded reasons, numbers and times only; nothing of an incident is ever deleted. Codes, gravity and contacts are dated rows. This module must
not know the words on a paper, nor where incidents are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service

_HOUR_MS = 3_600_000


class Severity(StrEnum):
    """How grave it is."""

    MINOR = "minor"
    MAJOR = "major"
    GRAVE = "grave"


class Age(StrEnum):
    """How long an incident is open."""

    FRESH = "fresh"
    DAY = "day"
    """Longer than the first mark (24 hours)."""
    OVERDUE = "overdue"
    """Longer than the second mark (72 hours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCode(Dated):
    """What may have gone wrong.

    Attributes:
        things: what it may happen to.
        services: whose things: what protects a KT1 item is nothing that a cover of a dossier has.
        severity: of a thing without a letter.
        marked_severity: of an A, B or C item, and of what holds one.
        escalates: loss or opening: of an A, B or C item the escalation list must be told before it may be closed.
        harms: the item did not arrive whole and unopened in the right hands: counted as not safe when quality is confirmed.
    """

    code: str
    name: str
    things: frozenset[ThingKind]
    severity: Severity
    marked_severity: Severity
    escalates: bool
    harms: bool
    services: frozenset[Service] = frozenset(Service)


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationContact(Dated):
    """Who must be told: an office or function, its number, "" while nobody has set one.

    ``must`` says that an incident which escalates is not closed before he was told.
    """

    code: str
    name: str
    phone: str
    must: bool


@dataclass(frozen=True, slots=True)
class AgeMarks:
    """After how many hours an open incident gets its first and its second mark."""

    first_hours: int
    second_hours: int

    def of(self, opened_ms: int, now_ms: int) -> Age:
        """How old an incident is that was opened then."""
        age_ms = now_ms - opened_ms
        if age_ms > self.second_hours * _HOUR_MS:
            return Age.OVERDUE
        return Age.DAY if age_ms > self.first_hours * _HOUR_MS else Age.FRESH


def incident_code(rows: Iterable[IncidentCode], code: str, on: date) -> IncidentCode:
    """A code in force on a day.

    Raises:
        DeskError: ``incident.code_unknown``.
    """
    for row in rows:
        if row.code == code and row.holds(on):
            return row
    raise DeskError("incident.code_unknown", "code")


def severity_of(row: IncidentCode, letter: str) -> Severity:
    """How grave it is for a thing that bears this letter ("" without one)."""
    return row.marked_severity if letter else row.severity


def escalation(
    contacts: Iterable[EscalationContact], row: IncidentCode, letter: str, on: date
) -> tuple[EscalationContact, ...]:
    """Who must be told of it, in their order; nobody where the thing bears no letter or it is neither loss nor opening."""
    if not letter or not row.escalates:
        return ()
    return tuple(contact for contact in contacts if contact.holds(on))


def check_closing(
    opened_by: str, closing: str, remedy: str, needed: Iterable[EscalationContact], told: Collection[str]
) -> None:
    """Refuse to close what may not be closed yet.

    Args:
        opened_by: user who opened it.
        closing: user who wants to close it.
        remedy: coded, "" while nothing was done.
        needed: the escalation list of the incident.
        told: codes of those who were told.

    Raises:
        DeskError: ``incident.same_person``, ``incident.no_remedy``, ``incident.not_told`` with ``who``.
    """
    if opened_by == closing:
        raise DeskError("incident.same_person", "user")
    if not remedy:
        raise DeskError("incident.no_remedy", "remedy")
    missing = [contact.name for contact in needed if contact.must and contact.code not in told]
    if missing:
        raise DeskError("incident.not_told", "told", who=", ".join(missing))
