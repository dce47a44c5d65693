"""Events of other desks: what follows from each when our own event takes it in. Types that no point may send have no place here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import KNOWN
from kt1desk.domain.facts.authority import (
    ApplicantTold,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierSupplemented,
    EnclosureMade,
)
from kt1desk.domain.facts.custody import (
    ItemAttempted,
    ItemDelivered,
    ItemForwarded,
    ItemReturned,
    ItemUnclaimed,
)
from kt1desk.domain.facts.dispatches import DispatchArrived, DispatchRecalled, DispatchSent
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF, DossierDelivered, DossierForwarded
from kt1desk.domain.facts.dossier_money import FeeCorrected
from kt1desk.domain.facts.dossiers import DossierAccepted, DossierListed, DossierReversed
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened
from kt1desk.domain.facts.mail import MailTaken
from kt1desk.domain.facts.receptacles import ItemArrived, ReceptacleReceived
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.store import received
from kt1desk.store.projections import cases, custody, dispatches, dossiers, incidents, mail, siblings
from kt1desk.store.statements import Connection

Body = Mapping[str, Json]
Projection = Callable[[Connection, Event, Body], None]

_KT1: Mapping[str, tuple[Projection, ...]] = {
    DispatchSent.TYPE: (dispatches.dispatch_sent, custody.touched),
    DispatchRecalled.TYPE: (custody.touched,),
    ReceptacleReceived.TYPE: (dispatches.receptacle_received, custody.touched),
    ItemArrived.TYPE: (custody.touched,),
    DispatchArrived.TYPE: (custody.touched, dispatches.dispatch_arrived),
    IncidentOpened.TYPE: (incidents.incident_opened,),
    IncidentClosed.TYPE: (incidents.incident_closed,),
    ItemDelivered.TYPE: (custody.touched,),
    ItemAttempted.TYPE: (custody.touched,),
    ItemForwarded.TYPE: (custody.touched,),
    ItemReturned.TYPE: (custody.touched, dispatches.item_returned),
    ItemUnclaimed.TYPE: (custody.touched,),
}
_CASES: Mapping[str, tuple[Projection, ...]] = {
    DossierAccepted.TYPE: (dossiers.dossier_told, cases.accepted, custody.touched),
    DossierListed.TYPE: (cases.named,),
    DossierReversed.TYPE: (custody.touched, cases.reversed_),
    DossierSupplemented.TYPE: (cases.supplemented, custody.touched),
    EnclosureMade.TYPE: (cases.enclosed, custody.touched),
    FeeCorrected.TYPE: (cases.fee_corrected,),
    DossierHanded.TYPE: (custody.touched, cases.handed),
    DossierRegistered.TYPE: (cases.registered,),
    DossierDecided.TYPE: (cases.decided,),
    ApplicantTold.TYPE: (cases.told,),
    ResultTaken.TYPE: (cases.result_taken, custody.touched),
}
_MORE_OF_COVERS: Mapping[str, tuple[Projection, ...]] = {
    DossierDelivered.TYPE: (cases.cover_delivered,),
    DossierForwarded.TYPE: (cases.cover_forwarded,),
}
_BY_TYPE: Mapping[str, tuple[Projection, ...]] = {
    **_KT1,
    **{
        kind: (*_KT1[twin], *_MORE_OF_COVERS.get(kind, ()))
        for kind, twin in KT1_TYPE_OF.items()
        if twin in _KT1
    },
    **_CASES,
}


def followed() -> set[str]:
    """The types that a desk of another point may send."""
    return set(_BY_TYPE)


def require_known(event: Event, *, near: bool = False) -> None:
    """Refuse what this program cannot follow, before anything is written; ``near``: it comes from another desk of this point.

    Raises:
        DeskError: ``event.unknown_type``.
    """
    kind = event.envelope.type
    if kind not in (siblings.BY_TYPE if near else _BY_TYPE) or event.envelope.version != KNOWN[kind].VERSION:
        raise DeskError("event.unknown_type", type=kind, version=event.envelope.version)


def mail_taken(connection: Connection, event: Event, body: Body) -> None:
    """Our event takes in another desk's: from here on it is known.

    Raises:
        DeskError: ``store.refused`` where that event is not here, or is another one than was taken in; ``event.unknown_type``.
    """
    fact = MailTaken.of(body)
    found = received.read(connection, fact.event_id)
    if found is None or found.hash.hex() != fact.hash:
        raise DeskError("store.refused")
    mail.taken(connection, event, fact)
    follow(connection, found)


def follow(connection: Connection, found: Event) -> None:
    """What follows from an event of another desk, once it is known.

    Raises:
        DeskError: ``event.unknown_type``.
    """
    near = siblings.is_sibling(connection, found)
    require_known(found, near=near)
    for projection in (siblings.BY_TYPE if near else _BY_TYPE)[found.envelope.type]:
        projection(connection, found, found.body())
