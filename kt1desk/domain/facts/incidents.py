"""Facts of incidents (sự vụ): coded reasons, numbers and times only, never free text; nothing of them is ever deleted.

This module must not know the words behind a code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class IncidentOpened(PlainFact):
    """Something went wrong with a thing; its parent is the event it was found in, where there is one.

    Attributes:
        code: what (late, damaged, seal broken, lost, opened, …).
        severity: ``minor``, ``major`` or ``grave``.
        thing, number: of what: an item, a receptacle or a dispatch.
        secrecy: the letter of the item, "" without one: it decides who must be told.
        other_point: the point that handed it over and must be told, "" for none.
        found_ms: when it was found, UTC milliseconds.
    """

    TYPE: ClassVar[str] = "incident.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    incident: str
    code: str
    severity: str
    thing: str
    number: str
    point: str
    shift: str
    found_ms: int
    secrecy: str = ""
    other_point: str = ""
    dispatch: str = ""


@dataclass(frozen=True, slots=True)
class IncidentTold(PlainFact):
    """Somebody was told: ``who`` is a code of the escalation list, ``way`` how (telephone, in person, in writing)."""

    TYPE: ClassVar[str] = "incident.told"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    incident: str
    who: str
    way: str
    told_ms: int
    point: str


@dataclass(frozen=True, slots=True)
class IncidentRemedied(PlainFact):
    """What was done about it; ``remedy`` is coded."""

    TYPE: ClassVar[str] = "incident.remedied"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    incident: str
    remedy: str
    point: str


@dataclass(frozen=True, slots=True)
class IncidentClosed(PlainFact):
    """Closed by somebody else than who opened it; ``outcome`` is coded."""

    TYPE: ClassVar[str] = "incident.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    incident: str
    outcome: str
    point: str
    other_point: str = ""
