"""An incident as its paper tells it: codes in words, the letter of what it is about, and the figures known of the thing.

This module must not know how incidents are opened or closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import Holder, HolderKind, ThingKind
from kt1desk.domain.incidents import EscalationContact, Severity
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.custody_papers import paper_head
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.incident_paper import INCIDENT_FORM, IncidentContact, IncidentPaper, IncidentTold
from kt1desk.services.ports import Reader
from kt1desk.services.wording import weight_text

_THINGS: Mapping[ThingKind, str] = MappingProxyType(
    {ThingKind.ITEM: "Bưu gửi", ThingKind.RECEPTACLE: "Túi", ThingKind.DISPATCH: "Chuyến thư"}
)
_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.MINOR: "Nhẹ", Severity.MAJOR: "Nặng", Severity.GRAVE: "Nghiêm trọng"}
)
_HOLDERS: Mapping[HolderKind, str] = MappingProxyType(
    {
        HolderKind.PLACE: "Nơi cất {name}, điểm {point}",
        HolderKind.RECEPTACLE: "Trong túi {name}",
        HolderKind.TRIP: "Trên chuyến thư {name}",
        HolderKind.PARTY: "Đã giao",
    }
)
_HIGHEST = ("A", "B", "C")


def thing_name(kind: ThingKind) -> str:
    """``Bưu gửi``, ``Túi``, ``Chuyến thư``."""
    return _THINGS[kind]


def severity_name(severity: Severity) -> str:
    """``Nghiêm trọng``."""
    return _SEVERITIES[severity]


def incident_name(reference: ReferenceData, code: str) -> str:
    """How an incident is called, also by a code that is in force no more."""
    found = [row for row in reference.incident_codes if row.code == code]
    return max(found, key=lambda row: row.valid_from).name if found else code


def contact_name(reference: ReferenceData, code: str) -> str:
    """Office or function of the escalation list."""
    found = [row for row in reference.escalation if row.code == code]
    return max(found, key=lambda row: row.valid_from).name if found else code


def letter_of(reader: Reader, kind: ThingKind, number: str, service: Service = Service.KT1) -> str:
    """The letter of an item, or the highest in a receptacle or dispatch; "" without one, for dossiers, or where nothing is known."""
    if service is not Service.KT1:
        return ""
    if kind is ThingKind.ITEM:
        item = reader.held_item(number)
        letters = {item.secrecy} if item is not None else set()
    elif kind is ThingKind.RECEPTACLE:
        letters = {item.secrecy for item in reader.items_in(number)}
    else:
        bags = reader.dispatch_receptacles(number)
        letters = {item.secrecy for bag in bags for item in reader.items_in(bag.receptacle)}
    return next((letter for letter in _HIGHEST if letter in letters), "")


def holder_words(reader: Reader, text: str) -> str:
    """Who or what holds a thing, for paper: a user of this desk by name, another's by id and point."""
    if not text:
        return ""
    holder = Holder.parse(text)
    if holder.kind is HolderKind.PERSON:
        row = reader.user(holder.name)
        return row.name if row is not None else f"{holder.name}, điểm {holder.point}"
    return _HOLDERS[holder.kind].format(name=holder.name, point=holder.point)


def incident_paper(
    reader: Reader,
    reference: ReferenceData,
    at: Occasion,
    row: IncidentRow,
    contacts: Iterable[EscalationContact],
) -> IncidentPaper:
    """The record as it stands now."""
    standing = reader.standing(row.number, service=row.service)
    kind = ThingKind(row.thing)
    return IncidentPaper(
        head=paper_head(reference, at, INCIDENT_FORM),
        number=row.incident,
        thing_kind=thing_name(kind),
        thing=row.number,
        secrecy=Secrecy(row.secrecy or Secrecy.NONE),
        found_ms=row.found_ms,
        happened_ms=0,
        reasons=(incident_name(reference, row.code),),
        severity=severity_name(Severity(row.severity)),
        facts=_facts(reader, kind, row),
        dispatch=row.dispatch,
        holder=holder_words(reader, standing.holder) if standing is not None else "",
        told=tuple(
            IncidentTold(contact_name(reference, who), "", word_for(reference.coded, CodeList.WAY, way), when)
            for who, way, when in row.told
        ),
        remedies=(word_for(reference.coded, CodeList.REMEDY, row.remedy),) if row.remedy else (),
        closed_ms=row.closed_ms,
        escalation=tuple(IncidentContact(contact.name, contact.phone) for contact in contacts),
        service=row.service,
    )


def _facts(reader: Reader, kind: ThingKind, row: IncidentRow) -> tuple[tuple[str, str], ...]:
    """What the journal knows of the thing, in figures."""
    number, service = row.number, row.service
    if kind is ThingKind.ITEM:
        item = reader.held_item(number, service=service)
        return (("Khối lượng đã ghi", weight_text(item.weight_g)),) if item is not None and item.known else ()
    if kind is ThingKind.RECEPTACLE:
        bag = reader.receptacle(number, service=service)
        if bag is None:
            return ()
        return (
            ("Số niêm phong", bag.seal),
            ("Khối lượng đã ghi", weight_text(bag.weight_g)),
            ("Số bưu gửi", str(bag.items)),
        )
    trip = reader.dispatch(number, service=service)
    if trip is None:
        return ()
    return (("Số túi", str(trip.receptacles)), ("Số bưu gửi", str(trip.items)), ("Phương tiện", trip.vehicle))
