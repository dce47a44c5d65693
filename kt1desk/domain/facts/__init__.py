"""Facts: the body of each type of event, as frozen values.

A type's name and the meaning of its version are frozen for ever: a change is a new version, and old ones are lifted by a pure function
when they are projected. Each fact says in which stream it stands; particulars (natural persons; both parties of an A, B or C item) are
handed over beside it and never stand in a body.

This module must not know how facts are stored, shown or checked against rules.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from kt1desk.domain.facts.legs import Leg, Sums
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
from kt1desk.domain.facts.results import ResultTaken, TakeoverClosed, TakeoverOpened


def _by_type(*known: type[Fact]) -> Mapping[str, type[Fact]]:
    return {fact.TYPE: fact for fact in known}


KNOWN: Mapping[str, type[Fact]] = {
    **DOSSIER_CUSTODY,
    **_by_type(
        DeskOpened,
        RegisterOpened,
        UserEnrolled,
        KeySlotWritten,
        BlockGranted,
        ShiftOpened,
        ShiftClosed,
        CashReceived,
        ItemAccepted,
        ItemRefused,
        NumberVoided,
        PaperReprinted,
        CashPaid,
        ItemReversed,
        DossierAccepted,
        DossierListed,
        DossierReversed,
        ReferenceImported,
        ItemApproved,
        ItemRejected,
        ItemStored,
        ItemHanded,
        RoundStarted,
        ItemDelivered,
        ItemAttempted,
        ItemBroughtBack,
        ItemForwarded,
        ItemReturned,
        ItemUnclaimed,
        RemoteGranted,
        ExceptionReviewed,
        ReceptacleClosed,
        ReceptacleUndone,
        DispatchSent,
        DispatchRecalled,
        ReceptacleReceived,
        ReceptacleOpened,
        ItemArrived,
        DispatchArrived,
        IncidentOpened,
        IncidentTold,
        IncidentRemedied,
        IncidentClosed,
        RegisterEntered,
        MailTaken,
        BundleWritten,
        CheckpointMade,
        DossierMailTaken,
        DossierBundleWritten,
        DossierHanded,
        HandoverMade,
        DossierRegistered,
        DossierDecided,
        ApplicantTold,
        DossierSupplemented,
        EnclosureMade,
        ResultTaken,
        TakeoverOpened,
        TakeoverClosed,
        FeesRemitted,
        FeeCorrected,
        OfficialReceiptEntered,
        ComplaintOpened,
        ComplaintAnswered,
        VisitPlanned,
        VisitDone,
        IdentityViewed,
        PersonsErased,
    ),
}
"""Every type this program writes, by its frozen name. Two of them stand in the stream of what they are about (their ``Dossier…`` kinds)."""

SIGNED = frozenset(
    {
        ShiftClosed.TYPE,
        DispatchSent.TYPE,
        DispatchRecalled.TYPE,
        DispatchArrived.TYPE,
        BundleWritten.TYPE,
        CheckpointMade.TYPE,
        "tthc.dispatch.sent",
        "tthc.dispatch.recalled",
        "tthc.dispatch.arrived",
        DossierBundleWritten.TYPE,
        HandoverMade.TYPE,
        TakeoverClosed.TYPE,
        FeesRemitted.TYPE,
    }
)
"""Types that the device key signs (see `kt1desk.domain.signing`)."""

__all__ = [
    "DOSSIER_CUSTODY",
    "KNOWN",
    "SIGNED",
    "ApplicantTold",
    "BlockGranted",
    "BundleWritten",
    "CashPaid",
    "CashReceived",
    "Charge",
    "CheckpointMade",
    "ComplaintAnswered",
    "ComplaintOpened",
    "DeskOpened",
    "DispatchArrived",
    "DispatchRecalled",
    "DispatchSent",
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
    "KeySlotWritten",
    "Leg",
    "MailTaken",
    "NumberVoided",
    "OfficialReceiptEntered",
    "PaperReprinted",
    "Party",
    "PersonsErased",
    "ReceptacleClosed",
    "ReceptacleLine",
    "ReceptacleOpened",
    "ReceptacleReceived",
    "ReceptacleUndone",
    "ReferenceImported",
    "RegisterEntered",
    "RegisterOpened",
    "RemoteGranted",
    "ResultTaken",
    "RoundStarted",
    "ShiftClosed",
    "ShiftOpened",
    "Sums",
    "TakeoverClosed",
    "TakeoverOpened",
    "UserEnrolled",
    "VisitDone",
    "VisitPlanned",
    "read_dispatch_sent",
    "read_dossier_accepted",
    "read_item_accepted",
    "read_lines",
]
