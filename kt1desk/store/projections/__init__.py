"""Projections: the tables that screens read, each a pure consequence of the journal.

`apply` runs in the transaction that appends the event, and again, from the first event to the last, when `kt1desk.store.verify` makes the
tables anew and compares them row for row. So nothing here may look at a clock, a setting or a local table, and nothing may depend on what
was not in an event. A change of a projection needs no migration of data: drop it and replay.

SQLAlchemy Core only (the same code is meant for the centre's database); the full-text index alone is SQLite's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    KNOWN,
    ActRefused,
    ApplicantTold,
    BackupFailed,
    BackupMade,
    BlockGranted,
    BookEntered,
    BundleWritten,
    CashPaid,
    CashReceived,
    CheckpointMade,
    ClockJumped,
    ComplaintAnswered,
    ComplaintOpened,
    DeskOpened,
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    DocumentTaken,
    DossierAccepted,
    DossierBundleWritten,
    DossierDecided,
    DossierHanded,
    DossierListed,
    DossierMailTaken,
    DossierRegistered,
    DossierReversed,
    DossierSupplemented,
    EnclosureMade,
    ExceptionReviewed,
    ExportMade,
    FeeCorrected,
    FeesRemitted,
    HandoverMade,
    IdentityViewed,
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
    ItemRefused,
    ItemRejected,
    ItemReturned,
    ItemReversed,
    ItemStored,
    ItemUnclaimed,
    JournalReissued,
    JournalSetAside,
    KeySlotWritten,
    LineAllowed,
    LineClosed,
    MailTaken,
    NumbersSkipped,
    NumberVoided,
    OfficialReceiptEntered,
    PaperReprinted,
    PartiesViewed,
    PersonsErased,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
    RecordsChecked,
    ReferenceImported,
    RegisterEntered,
    RegisterOpened,
    RemoteGranted,
    ResultTaken,
    RoundStarted,
    SessionClosed,
    SessionOpened,
    SettingChanged,
    ShiftClosed,
    ShiftOpened,
    ShiftSettled,
    TakeoverClosed,
    TakeoverOpened,
    UserEnrolled,
    UserRevoked,
    VisitDone,
    VisitPlanned,
)
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF, DossierDelivered, DossierForwarded
from kt1desk.domain.mail import MAIL_TYPES
from kt1desk.store.projections import (
    books,
    cases,
    counter_books,
    custody,
    dispatches,
    dossiers,
    drawer,
    foreign,
    incidents,
    items,
    line,
    lines,
    mail,
    numbers,
    people,
    reporting,
    reversals,
    rounds,
    shifts,
)
from kt1desk.store.statements import Connection

Body = Mapping[str, Json]
Projection = Callable[[Connection, Event, Body], None]

_TOLD = (
    SessionOpened.TYPE,
    SessionClosed.TYPE,
    ActRefused.TYPE,
    ExportMade.TYPE,
    SettingChanged.TYPE,
    ClockJumped.TYPE,
    BackupMade.TYPE,
    BackupFailed.TYPE,
    RecordsChecked.TYPE,
    PartiesViewed.TYPE,
)
"""What is read from the journal itself: no table is kept of it."""
_KT1: Mapping[str, tuple[Projection, ...]] = {
    DeskOpened.TYPE: (people.desk_opened,),
    RegisterOpened.TYPE: (line.register_opened,),  # the desk's row comes from the other stream
    UserEnrolled.TYPE: (people.user_enrolled,),
    KeySlotWritten.TYPE: (people.key_slot_written,),
    BlockGranted.TYPE: (numbers.block_granted,),
    ShiftOpened.TYPE: (shifts.shift_opened,),
    ShiftClosed.TYPE: (shifts.shift_closed,),
    CashReceived.TYPE: (shifts.cash_received, drawer.cash_received),
    CashPaid.TYPE: (shifts.cash_paid, drawer.cash_paid),
    ItemAccepted.TYPE: (
        numbers.item_accepted,
        items.item_accepted,
        items.pair_met,
        reporting.item_sent,
        lines.accepted,
        shifts.item_accepted,
    ),
    ItemReversed.TYPE: (reversals.item_reversed, custody.touched),
    ItemRefused.TYPE: (),  # no item of the post, so no row; the event is the record of the reason
    NumberVoided.TYPE: (numbers.number_voided,),
    NumbersSkipped.TYPE: (numbers.numbers_skipped,),
    JournalReissued.TYPE: (),  # which event is now which, for whoever holds a paper of the older one
    JournalSetAside.TYPE: (),  # read before a replay begins (`kt1desk.store.rebuild`)
    DocumentTaken.TYPE: (),  # the document lies beside the journal; the event says since when it is here
    ReferenceImported.TYPE: (),  # the rows lie beside the journal; the event is the proof of who brought them
    PaperReprinted.TYPE: (),  # the print queue shows it; the event is the proof of who and why
    ItemApproved.TYPE: (custody.touched, books.done_alone),
    ItemRejected.TYPE: (custody.touched,),
    ItemStored.TYPE: (custody.touched,),
    ItemHanded.TYPE: (custody.touched,),
    RoundStarted.TYPE: (custody.touched, rounds.round_started),
    ItemDelivered.TYPE: (custody.touched, rounds.item_off_round),
    ItemAttempted.TYPE: (custody.touched,),
    ItemBroughtBack.TYPE: (custody.touched, rounds.item_off_round),
    ItemForwarded.TYPE: (custody.touched, books.done_alone),
    ItemReturned.TYPE: (custody.touched, dispatches.item_returned, books.done_alone),
    ItemUnclaimed.TYPE: (custody.touched, books.done_alone),
    RemoteGranted.TYPE: (),  # the proof at the approver's desk; what he granted is written at the other one
    ExceptionReviewed.TYPE: (books.exception_reviewed,),
    ReceptacleClosed.TYPE: (dispatches.receptacle_closed, custody.touched),
    ReceptacleUndone.TYPE: (custody.touched,),
    ReceptacleReceived.TYPE: (dispatches.receptacle_received, custody.touched),
    ReceptacleOpened.TYPE: (custody.touched,),
    DispatchSent.TYPE: (dispatches.dispatch_sent, custody.touched, books.done_alone),
    DispatchRecalled.TYPE: (custody.touched,),
    ItemArrived.TYPE: (custody.touched,),
    DispatchArrived.TYPE: (custody.touched, dispatches.dispatch_arrived),
    IncidentOpened.TYPE: (incidents.incident_opened,),
    IncidentTold.TYPE: (incidents.incident_told_,),
    IncidentRemedied.TYPE: (incidents.incident_remedied,),
    IncidentClosed.TYPE: (incidents.incident_closed,),
    RegisterEntered.TYPE: (books.register_entered,),
    BookEntered.TYPE: (books.register_entered,),
    MailTaken.TYPE: (foreign.mail_taken,),
    BundleWritten.TYPE: (mail.bundle_written,),
    LineAllowed.TYPE: (line.line_allowed,),
    LineClosed.TYPE: (line.line_closed,),
    UserRevoked.TYPE: (people.user_revoked,),
    **dict.fromkeys(_TOLD, ()),
    CheckpointMade.TYPE: (),  # for whoever keeps one; nothing is asked of it here
}
_CASES: Mapping[str, tuple[Projection, ...]] = {
    DossierAccepted.TYPE: (
        numbers.dossier_accepted,
        dossiers.dossier_accepted,
        lines.accepted,
        shifts.dossier_accepted,
        cases.accepted,
        custody.touched,
    ),
    DossierListed.TYPE: (cases.named,),
    DossierReversed.TYPE: (reversals.dossier_reversed, cases.reversed_),
    DossierHanded.TYPE: (custody.touched, cases.handed),
    HandoverMade.TYPE: (counter_books.handover_made,),
    DossierRegistered.TYPE: (cases.registered,),
    DossierDecided.TYPE: (cases.decided,),
    ApplicantTold.TYPE: (cases.told,),
    DossierSupplemented.TYPE: (numbers.item_accepted, cases.supplemented, custody.touched),
    EnclosureMade.TYPE: (numbers.item_accepted, cases.enclosed, custody.touched),
    ResultTaken.TYPE: (cases.result_taken, custody.touched, counter_books.result_taken),
    TakeoverOpened.TYPE: (counter_books.takeover_opened,),
    TakeoverClosed.TYPE: (counter_books.takeover_closed,),
    FeesRemitted.TYPE: (cases.fees_remitted, counter_books.fees_remitted),
    FeeCorrected.TYPE: (cases.fee_corrected,),
    OfficialReceiptEntered.TYPE: (cases.receipt_entered,),
    ComplaintOpened.TYPE: (cases.named, counter_books.complaint_opened),
    ComplaintAnswered.TYPE: (counter_books.complaint_answered,),
    VisitPlanned.TYPE: (counter_books.visit_planned,),
    VisitDone.TYPE: (cases.named, counter_books.visit_done),
    IdentityViewed.TYPE: (cases.named,),
    PersonsErased.TYPE: (),  # the file itself erases with it (`kt1desk.store.schema_sql`), the words of the search before it
    DossierMailTaken.TYPE: (foreign.mail_taken,),
    DossierBundleWritten.TYPE: (mail.bundle_written,),
}
_MORE_OF_COVERS: Mapping[str, tuple[Projection, ...]] = {
    DossierDelivered.TYPE: (cases.cover_delivered, counter_books.given_back),
    DossierForwarded.TYPE: (cases.cover_forwarded,),
}
_BY_TYPE: Mapping[str, tuple[Projection, ...]] = {
    **_KT1,
    **{kind: (*_KT1[twin], *_MORE_OF_COVERS.get(kind, ())) for kind, twin in KT1_TYPE_OF.items()},
    **_CASES,
    **drawer.BY_TYPE,
    ShiftSettled.TYPE: (*drawer.BY_TYPE[ShiftSettled.TYPE], books.closed_alone),
    **reporting.BY_TYPE,
}
"""What follows each type. Facts of the custody of covers are followed as the KT1 facts whose bodies they have."""


LOOK_BACK = frozenset({ItemReversed.TYPE, DossierReversed.TYPE})
"""Types whose projections read the event's parents."""

FIRST_OF_ITEM = frozenset({ItemAccepted.TYPE})
"""Types that are the first of an item: what they do to it follows from its row until another event comes."""

KEEP_BESIDE = frozenset({DossierAccepted.TYPE})
"""Types whose projections read what stands beside the event: the words a case is found by."""


def followed() -> set[str]:
    """The types of events that have their place here."""
    return set(_BY_TYPE)


def apply(connection: Connection, event: Event, body: Body) -> None:
    """Let every projection follow one event. ``body`` is the event's body, as written or as read back: both are equal.

    Raises:
        DeskError: ``event.unknown_type`` for a type or version this program does not know; ``number.used``; ``store.refused``.
    """
    kind = event.envelope.type
    known = KNOWN.get(kind)
    if known is None or event.envelope.version != known.VERSION:
        raise DeskError("event.unknown_type", type=kind, version=event.envelope.version)
    for projection in _BY_TYPE[kind]:
        projection(connection, event, body)
    if kind in MAIL_TYPES:
        mail.addressed(connection, event, body)
