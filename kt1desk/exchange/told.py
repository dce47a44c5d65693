"""Whether another point may say what it says, by what is known here: of numbers that are its own to speak of, and of cases it was told.

A case is told to the point of its authority; what happened at the authority is believed of that point alone, and of the other desks of
our own. No number of this desk, and none that the other service has here, becomes a cover by what another point writes. This module must
not know keys, nor how an event came.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.dossier import LocalNumber
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DossierAccepted, ResultTaken, read_dossier_accepted
from kt1desk.domain.facts.authority import (
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierSupplemented,
    EnclosureMade,
)
from kt1desk.domain.identifiers import S10
from kt1desk.domain.mail import audience
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.touching import touches
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.services.ports import Reader

_FROM_THE_AUTHORITY = frozenset(
    {DossierHanded.TYPE, DossierRegistered.TYPE, DossierDecided.TYPE, ResultTaken.TYPE}
)
"""What only the point tells that the case was told to."""
_NEW_COVERS = frozenset({DossierSupplemented.TYPE, EnclosureMade.TYPE})
_REFUSED = "inbox.not_theirs"


def check_told(reader: Reader, room: Mailroom, event: Event) -> None:
    """Refuse what is not the other point's to say.

    Raises:
        DeskError: ``inbox.not_theirs`` with ``type``.
    """
    kind = event.envelope.type
    service = service_of(kind)
    if _is_of_other_service(reader, event, service):
        raise DeskError(_REFUSED, type=kind)
    near = event.body().get("point") == room.own.point
    if near and kind == DossierAccepted.TYPE and _is_another(reader, event):
        raise DeskError(_REFUSED, type=kind)
    if service is Service.KT1:
        return
    if any(_is_ours(reader, item) for item in _new_covers(event)):
        raise DeskError(_REFUSED, type=kind)
    if not near and kind in _FROM_THE_AUTHORITY and not _was_told(reader, room, event):
        raise DeskError(_REFUSED, type=kind)


def _is_of_other_service(reader: Reader, event: Event, service: Service) -> bool:
    others = [each for each in Service if each is not service]
    numbers = {touch.number for touch in touches(event.body(), event.envelope)} | set(_new_covers(event))
    return any(reader.standing(number, service=each) is not None for number in numbers for each in others)


def _is_another(reader: Reader, event: Event) -> bool:
    """Whether the number of a case stands for another acceptance here."""
    case = reader.case(str(event.body()["dossier"]))
    return case is not None and case.event != event.id


def _new_covers(event: Event) -> tuple[str, ...]:
    """Numbers that an event says its point has given to covers."""
    if event.envelope.type == DossierAccepted.TYPE:
        return tuple(leg.item for leg in read_dossier_accepted(event).legs)
    return (str(event.body()["item"]),) if event.envelope.type in _NEW_COVERS else ()


def _is_ours(reader: Reader, item: str) -> bool:
    """Whether a number is one of this desk's: given out already, or still in one of its blocks."""
    if reader.number_is_used(item):
        return True
    try:
        number = S10.parse(item)
    except DeskError:
        return False
    return any(
        block.prefix == number.prefix and block.first <= int(number.serial) <= block.last
        for block in reader.blocks()
    )


def _was_told(reader: Reader, room: Mailroom, event: Event) -> bool:
    """Whether this point told the other one of the case or sent it the cover, or has no such case: then nothing here can be changed."""
    body = event.body()
    dossier, item = str(body.get("dossier", "")), str(body.get("item", ""))
    if dossier and LocalNumber.parse(dossier).point != room.own.point:
        return False
    by_item = reader.case(item) if item else None
    case = reader.case(dossier) if dossier else by_item
    if by_item is not None and (case is None or case.dossier != by_item.dossier):
        return False
    if case is None:
        return True
    known = (*reader.case_events(case.dossier), *_carried(reader, item))
    ours = (each for each in known if each.body().get("point") == room.own.point)
    told = {point for each in ours for point in audience(each.envelope.type, each.body())}
    return str(body["point"]) in told


def _carried(reader: Reader, item: str) -> Iterator[Event]:
    """What is known of the way of a cover: who was sent it may hand it over, though the case was told to the authority's point."""
    for station in reader.stations(item, service=Service.TTHC) if item else ():
        event = reader.any_event(station.event)
        if event is not None:
            yield event
