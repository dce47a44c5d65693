"""Facts: the body of each type of event, as frozen values.

A type's name and the meaning of its version are frozen for ever: a change is a new version, and old ones are lifted by a pure function
when they are projected. Each fact says in which stream it stands; particulars (natural persons; both parties of an A, B or C item) are
handed over beside it and never stand in a body.

This module must not know how facts are stored, shown or checked against rules.
"""

from __future__ import annotations

from kt1desk.domain.facts.authority import (
    ApplicantTold,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierSupplemented,
    EnclosureMade,
    HandoverMade,
)
from kt1desk.domain.facts.counter import CashPaid, CashReceived, ShiftClosed, ShiftOpened
from kt1desk.domain.facts.custody import (
    ExceptionReviewed,
    ItemApproved,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemRejected,
    ItemReturned,
    ItemStored,
    ItemUnclaimed,
    RemoteGranted,
    RoundStarted,
)
from kt1desk.domain.facts.desk import (
    BlockGranted,
    DeskOpened,
    DocumentTaken,
    KeySlotWritten,
    ReferenceImported,
    RegisterOpened,
    UserEnrolled,
)
from kt1desk.domain.facts.dispatches import (
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    ItemLine,
    ReceptacleLine,
    read_dispatch_sent,
)
from kt1desk.domain.facts.dossier_care import (
    ComplaintAnswered,
    ComplaintOpened,
    IdentityViewed,
    PersonsErased,
    VisitDone,
    VisitPlanned,
)
from kt1desk.domain.facts.dossier_custody import DOSSIER_CUSTODY
from kt1desk.domain.facts.dossier_money import FeeCorrected, FeesRemitted, OfficialReceiptEntered
from kt1desk.domain.facts.dossiers import (
    DossierAccepted,
    DossierListed,
    DossierReversed,
    read_dossier_accepted,
    read_lines,
)
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened, IncidentRemedied, IncidentTold
from kt1desk.domain.facts.items import (
    Charge,
    DossierNumberVoided,
    DossierPaperReprinted,
    ItemAccepted,
    ItemRefused,
    ItemReversed,
    NumberVoided,
    PaperReprinted,
    Party,
    read_item_accepted,
)
from kt1desk.domain.facts.known import KNOWN, SIGNED
from kt1desk.domain.facts.legs import Leg, Sums
from kt1desk.domain.facts.line import LineAllowed, LineClosed
from kt1desk.domain.facts.mail import (
    BundleWritten,
    CheckpointMade,
    DossierBundleWritten,
    DossierMailTaken,
    MailTaken,
)
from kt1desk.domain.facts.receptacles import (
    ItemArrived,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
)
from kt1desk.domain.facts.registers import RegisterEntered
from kt1desk.domain.facts.restored import JournalReissued, JournalSetAside, NumbersSkipped, RegisterReissued
from kt1desk.domain.facts.results import ResultTaken, TakeoverClosed, TakeoverOpened
from kt1desk.domain.facts.security import (
    ActRefused,
    BackupFailed,
    BackupMade,
    ClockJumped,
    ExportMade,
    PartiesViewed,
    RecordsChecked,
    SessionClosed,
    SessionOpened,
    SettingChanged,
    UserRevoked,
)

__all__ = [
    "DOSSIER_CUSTODY",
    "KNOWN",
    "SIGNED",
    "ActRefused",
    "ApplicantTold",
    "BackupFailed",
    "BackupMade",
    "BlockGranted",
    "BundleWritten",
    "CashPaid",
    "CashReceived",
    "Charge",
    "CheckpointMade",
    "ClockJumped",
    "ComplaintAnswered",
    "ComplaintOpened",
    "DeskOpened",
    "DispatchArrived",
    "DispatchRecalled",
    "DispatchSent",
    "DocumentTaken",
    "DossierAccepted",
    "DossierBundleWritten",
    "DossierDecided",
    "DossierHanded",
    "DossierListed",
    "DossierMailTaken",
    "DossierNumberVoided",
    "DossierPaperReprinted",
    "DossierRegistered",
    "DossierReversed",
    "DossierSupplemented",
    "EnclosureMade",
    "ExceptionReviewed",
    "ExportMade",
    "Fact",
    "FeeCorrected",
    "FeesRemitted",
    "HandoverMade",
    "IdentityViewed",
    "IncidentClosed",
    "IncidentOpened",
    "IncidentRemedied",
    "IncidentTold",
    "ItemAccepted",
    "ItemApproved",
    "ItemArrived",
    "ItemAttempted",
    "ItemBroughtBack",
    "ItemDelivered",
    "ItemForwarded",
    "ItemHanded",
    "ItemLine",
    "ItemRefused",
    "ItemRejected",
    "ItemReturned",
    "ItemReversed",
    "ItemStored",
    "ItemUnclaimed",
    "JournalReissued",
    "JournalSetAside",
    "KeySlotWritten",
    "Leg",
    "LineAllowed",
    "LineClosed",
    "MailTaken",
    "NumberVoided",
    "NumbersSkipped",
    "OfficialReceiptEntered",
    "PaperReprinted",
    "PartiesViewed",
    "Party",
    "PersonsErased",
    "ReceptacleClosed",
    "ReceptacleLine",
    "ReceptacleOpened",
    "ReceptacleReceived",
    "ReceptacleUndone",
    "RecordsChecked",
    "ReferenceImported",
    "RegisterEntered",
    "RegisterOpened",
    "RegisterReissued",
    "RemoteGranted",
    "ResultTaken",
    "RoundStarted",
    "SessionClosed",
    "SessionOpened",
    "SettingChanged",
    "ShiftClosed",
    "ShiftOpened",
    "Sums",
    "TakeoverClosed",
    "TakeoverOpened",
    "UserEnrolled",
    "UserRevoked",
    "VisitDone",
    "VisitPlanned",
    "read_dispatch_sent",
    "read_dossier_accepted",
    "read_item_accepted",
    "read_lines",
]
