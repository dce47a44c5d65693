"""Events of the other desks of this point: what follows from each here.

Things, cases, records and registers are followed as at the desk that wrote it. Blocks, drawers, shifts, the list of what was done alone and
the mail to other points are its own: none of them moves here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    BookEntered,
    ComplaintAnswered,
    ComplaintOpened,
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    DossierAccepted,
    DossierDecided,
    DossierHanded,
    DossierListed,
    DossierRegistered,
    DossierReversed,
    DossierSupplemented,
    EnclosureMade,
    FeeCorrected,
    FeesRemitted,
    HandoverMade,
    IncidentClosed,
    IncidentOpened,
    IncidentRemedied,
    IncidentTold,
    ItemAccepted,
    ItemApproved,
    ItemArrived,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemRejected,
    ItemReturned,
    ItemReversed,
    ItemStored,
    ItemUnclaimed,
    OfficialReceiptEntered,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
    RegisterEntered,
    ResultTaken,
    RoundStarted,
    TakeoverClosed,
    TakeoverOpened,
    VisitDone,
    VisitPlanned,
)
from kt1desk.domain.facts.authority import ApplicantTold
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF, DossierDelivered, DossierForwarded
from kt1desk.domain.mail import siblings
from kt1desk.store.projections import (
    books,
    cases,
    counter_books,
    custody,
    dispatches,
    dossiers,
    incidents,
    items,
    lines,
    rounds,
)
from kt1desk.store.projections.seats import own_point
from kt1desk.store.statements import Connection

Body = Mapping[str, Json]
Projection = Callable[[Connection, Event, Body], None]

_KT1: Mapping[str, tuple[Projection, ...]] = {
    ItemAccepted.TYPE: (items.accepted_near, custody.touched, lines.accepted_near),
    ItemReversed.TYPE: (custody.touched, lines.freed_near),
    ItemApproved.TYPE: (custody.touched,),
    ItemRejected.TYPE: (custody.touched,),
    ItemStored.TYPE: (custody.touched,),
    ItemHanded.TYPE: (custody.touched,),
    RoundStarted.TYPE: (custody.touched, rounds.round_started),
    ItemDelivered.TYPE: (custody.touched, rounds.item_off_round),
    ItemAttempted.TYPE: (custody.touched,),
    ItemBroughtBack.TYPE: (custody.touched, rounds.item_off_round),
    ItemForwarded.TYPE: (custody.touched,),
    ItemReturned.TYPE: (custody.touched, dispatches.item_returned),
    ItemUnclaimed.TYPE: (custody.touched,),
    ReceptacleClosed.TYPE: (dispatches.receptacle_closed, custody.touched),
    ReceptacleUndone.TYPE: (custody.touched,),
    ReceptacleReceived.TYPE: (dispatches.receptacle_received, custody.touched),
    ReceptacleOpened.TYPE: (custody.touched,),
    ItemArrived.TYPE: (custody.touched,),
    DispatchSent.TYPE: (dispatches.dispatch_sent, custody.touched),
    DispatchRecalled.TYPE: (custody.touched,),
    DispatchArrived.TYPE: (custody.touched, dispatches.dispatch_arrived),
    IncidentOpened.TYPE: (incidents.incident_opened,),
    IncidentTold.TYPE: (incidents.incident_told_,),
    IncidentRemedied.TYPE: (incidents.incident_remedied,),
    IncidentClosed.TYPE: (incidents.incident_closed,),
    RegisterEntered.TYPE: (books.register_entered,),
    BookEntered.TYPE: (books.register_entered,),
}
_CASES: Mapping[str, tuple[Projection, ...]] = {
    DossierAccepted.TYPE: (dossiers.dossier_near, cases.accepted, custody.touched, lines.accepted_near),
    DossierListed.TYPE: (cases.named,),
    DossierReversed.TYPE: (custody.touched, cases.reversed_, lines.freed_near),
    DossierHanded.TYPE: (custody.touched, cases.handed),
    HandoverMade.TYPE: (counter_books.handover_made,),
    DossierRegistered.TYPE: (cases.registered,),
    DossierDecided.TYPE: (cases.decided,),
    ApplicantTold.TYPE: (cases.told,),
    DossierSupplemented.TYPE: (cases.supplemented, custody.touched),
    EnclosureMade.TYPE: (cases.enclosed, custody.touched),
    ResultTaken.TYPE: (cases.result_taken, custody.touched, counter_books.result_taken),
    TakeoverOpened.TYPE: (counter_books.takeover_opened,),
    TakeoverClosed.TYPE: (counter_books.takeover_closed,),
    FeesRemitted.TYPE: (cases.fees_remitted,),
    FeeCorrected.TYPE: (cases.fee_corrected,),
    OfficialReceiptEntered.TYPE: (cases.receipt_entered,),
    ComplaintOpened.TYPE: (cases.named, counter_books.complaint_opened),
    ComplaintAnswered.TYPE: (counter_books.complaint_answered,),
    VisitPlanned.TYPE: (counter_books.visit_planned,),
    VisitDone.TYPE: (cases.named, counter_books.visit_done),
}
_MORE_OF_COVERS: Mapping[str, tuple[Projection, ...]] = {
    DossierDelivered.TYPE: (cases.cover_delivered, counter_books.given_back_near),
    DossierForwarded.TYPE: (cases.cover_forwarded,),
}
BY_TYPE: Mapping[str, tuple[Projection, ...]] = {
    **_KT1,
    **{
        kind: (*_KT1[twin], *_MORE_OF_COVERS.get(kind, ()))
        for kind, twin in KT1_TYPE_OF.items()
        if twin in _KT1
    },
    **_CASES,
}


def is_sibling(connection: Connection, event: Event) -> bool:
    """Whether an event of another desk is of this very point, and of a type that its desks show each other."""
    own = own_point(connection)
    return own != "" and siblings(event.envelope.type) and event.body().get("point") == own
