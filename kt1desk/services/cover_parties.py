"""Between whom a cover of a case travels: its applicant and its authority, from the case, or from beside the dispatch that brought it.

A point on the way knows no case and only passes a cover on; one where the case is not told yet works from what came with the dispatch.
This module must not know what is done with the answer.
"""

from __future__ import annotations

from kt1desk.domain.events import Event
from kt1desk.domain.facts import Party, read_dispatch_sent
from kt1desk.domain.facts.dossier_custody import DossierDispatchSent
from kt1desk.domain.facts.dossiers import APPLICANT, DELIVERY
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.ports import Reader


def way_of(item: HeldItem) -> Way | None:
    """What a cover carries and which way; None while only its label is known."""
    return next((way for way in Way if way.value == item.product), None)


def goes_to_authority(item: HeldItem) -> bool:
    """Whether a cover goes to an authority now: what is meant for it, and a result that comes back to it."""
    way = way_of(item)
    return way is not None and way.to_authority != item.returning


def cover_parties(reader: Reader, item: HeldItem) -> tuple[Party | None, Party | None]:
    """Sender and receiver as they stand on a cover; None each where nobody has told it here, or it was erased."""
    way, cover = way_of(item), reader.cover(item.item)
    if way is None:
        return None, None
    case = reader.case(cover.dossier) if cover is not None and cover.dossier else None
    if case is None:
        return _told(reader, item)
    authority = Party(case.authority, case.authority_name, "", "")
    applicant = _applicant(case, reader.any_event(case.event), way)
    return (applicant, authority) if way.to_authority else (authority, applicant)


def phone_of(reader: Reader, item: HeldItem) -> str:
    """How the applicant is called before somebody comes to him; "" where it is not known here."""
    cover = reader.cover(item.item)
    case = reader.case(cover.dossier) if cover is not None and cover.dossier else None
    return case.phone if case is not None else ""


def _applicant(case: CaseRow, accepted: Event | None, way: Way) -> Party | None:
    """With the address he named for the result, where this is what comes to him."""
    if not case.applicant or accepted is None:
        return None
    told = accepted.particular(APPLICANT)
    elsewhere = {} if way.to_authority else accepted.particular(DELIVERY)
    where = elsewhere if elsewhere.get("address") else told
    return Party("", case.applicant, *(where.get(name, "") for name in ("address", "province", "commune")))


def _told(reader: Reader, item: HeldItem) -> tuple[Party | None, Party | None]:
    """What stands beside the newest dispatch that it came with."""
    for station in reversed(reader.stations(item.item, service=Service.TTHC)):
        if station.type != DossierDispatchSent.TYPE or station.lost:
            continue
        event = reader.any_event(station.event)
        lines = read_dispatch_sent(event).items if event is not None else ()
        for line in lines:
            if line.item == item.item:
                return line.sender, line.receiver
    return None, None
