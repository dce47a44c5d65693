"""What stands on the record of an incident («biên bản sự vụ»): every text, ready to print, in Vietnamese.

Reasons, facts and remedies are words of coded values: nobody writes freely here. Of an A, B or C item no party is named, and whoever must
be told stands on the record. This module must not know where anything stands on the paper, nor the codes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.service import Service
from kt1desk.services.paper_head import PaperHead, numbered, present, service_value

INCIDENT_RECORD, INCIDENT_RECORD_VERSION = "incident_record", 1
INCIDENT_FORM = "incident_record"
STILL_OPEN = "Chưa kết thúc"


@dataclass(frozen=True, slots=True)
class IncidentTold:
    """Who was told: office or function in words, the person's name or "", in which way (in words), and when."""

    who: str
    name: str = field(repr=False)
    way: str
    told_ms: int


@dataclass(frozen=True, slots=True)
class IncidentContact:
    """One line of the escalation list: office or function, and its number, or "" while nobody has set one."""

    who: str
    phone: str


@dataclass(frozen=True, slots=True)
class IncidentPaper:
    """Everything the record says.

    Attributes:
        head: ``head.at`` is when the record is made, ``head.clerk`` makes it.
        number: ``BB…``.
        thing_kind: what it is about, in words: ``Bưu gửi``, ``Túi``, ``Chuyến thư``.
        thing: its number, not grouped.
        secrecy: letter of the item, or of the highest in the receptacle.
        found_ms: when it was found.
        happened_ms: when it happened, 0 where nobody knows.
        reasons: in words, at least one.
        severity: in words, or "".
        facts: what was found, as (name, value) in words and figures, ``("Số niêm phong ghi trên bản kê", "NP0000001")``.
        dispatch: number of the dispatch it belongs to, or "".
        holder: who held the thing, in words, or "".
        told: who was told.
        remedies: what was done, in words.
        closed_ms: when it was closed, 0 while it is open.
        escalation: who must be told of an A, B or C item; not printed for others.
        other_party: who signs beside the clerk: taker, giver or witness; "" leaves the name to be written.
        other_role: as what, in words: ``Bên giao``, ``Người chứng kiến``.
        service: whose it is.
    """

    head: PaperHead
    number: str
    thing_kind: str
    thing: str
    secrecy: Secrecy
    found_ms: int
    happened_ms: int
    reasons: tuple[str, ...]
    severity: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    dispatch: str = ""
    holder: str = field(default="", repr=False)
    told: tuple[IncidentTold, ...] = ()
    remedies: tuple[str, ...] = ()
    closed_ms: int = 0
    escalation: tuple[IncidentContact, ...] = ()
    other_party: str = field(default="", repr=False)
    other_role: str = "Bên liên quan"
    service: Service = Service.KT1

    def proved_by(self, event: Event) -> IncidentPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def incident_values(paper: IncidentPaper) -> dict[str, str]:
    """The texts of the A4 record.

    Its lists: ``reason_1_text``, ``fact_1_name``/``fact_1_value``, ``told_1_who``, ``remedy_1_text``, ``contact_1_who``, each counted on.
    """
    head = paper.head
    contacts = paper.escalation if paper.secrecy.is_marked else ()
    return present(
        {
            **head.values(),
            "service": service_value(paper.service),
            "number": paper.number,
            "thing_kind": paper.thing_kind,
            "thing": paper.thing,
            "letter": paper.secrecy.letter,
            "found_at": head.when(paper.found_ms),
            "happened_at": head.when(paper.happened_ms),
            "severity": paper.severity,
            "dispatch": paper.dispatch,
            "holder_name": paper.holder,
            "closed_at": head.when(paper.closed_ms) or STILL_OPEN,
            "other_name": paper.other_party,
            "other_role": paper.other_role,
            **numbered("reason", ({"text": text} for text in paper.reasons)),
            **numbered("fact", ({"name": name, "value": value} for name, value in paper.facts)),
            **numbered("told", (_told(head, told) for told in paper.told)),
            **numbered("remedy", ({"text": text} for text in paper.remedies)),
            **numbered("contact", ({"who": contact.who, "phone": contact.phone} for contact in contacts)),
        }
    )


def _told(head: PaperHead, told: IncidentTold) -> dict[str, str]:
    return {"who": told.who, "name": told.name, "way": told.way, "told_at": head.when(told.told_ms)}
