"""Facts beside the way of a dossier: complaints, visits at an applicant's address, who looked at an identity, what was erased.

This module must not know terms or tariffs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ComplaintOpened(PlainFact):
    """A complaint about the service (TT 17/2017, Điều 6). Who complains stands beside, slot ``complainant`` (name, phone).

    Attributes:
        complaint: its own number.
        code: what about, coded.
        received_day, due_day: ISO days; it must be answered by the second.
        who: ``applicant`` or ``authority``.
    """

    TYPE: ClassVar[str] = "dossier.complaint_opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    complaint: str
    dossier: str
    code: str
    who: str
    received_day: str
    due_day: str
    point: str
    shift: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintAnswered(PlainFact):
    """The answer to a complaint: coded outcome, and the compensation that was proposed from the stored price, in đồng."""

    TYPE: ClassVar[str] = "dossier.complaint_answered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    complaint: str
    outcome: str
    way: str
    answered_ms: int
    point: str
    shift: str
    compensation_dong: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class VisitPlanned(PlainFact):
    """Somebody asked that his dossier be fetched at his address (QĐ 45/2016, Điều 6 khoản 1). He stands beside, slot ``applicant``.

    Attributes:
        visit: its own number.
        commune: of the address.
        from_ms, until_ms: when somebody should come.
        procedure: code, "" where he did not know it.
    """

    TYPE: ClassVar[str] = "dossier.visit_planned"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    visit: str
    commune: str
    from_ms: int
    until_ms: int
    point: str
    shift: str
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class VisitDone(PlainFact):
    """How a visit ended: ``accepted`` with the case it became, ``in_vain`` or ``cancelled`` with a coded reason."""

    TYPE: ClassVar[str] = "dossier.visit_done"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    visit: str
    outcome: str
    point: str
    shift: str
    reason: str = ""
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class IdentityViewed(PlainFact):
    """Somebody had the whole number of a person's identity shown (Luật 91/2025/QH15); ``reason`` is coded."""

    TYPE: ClassVar[str] = "dossier.identity_viewed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    reason: str
    point: str


@dataclass(frozen=True, slots=True)
class PersonsErased(PlainFact):
    """What stood beside events about natural persons was erased by a rule whose time had come; the events and their hashes stay.

    Attributes:
        rule: id of the rule of the day.
        events: references of the events that lost what stood beside them.
        before_day: what was over before this day (ISO).
    """

    TYPE: ClassVar[str] = "dossier.persons_erased"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    rule: str
    events: tuple[str, ...]
    before_day: str
    point: str
