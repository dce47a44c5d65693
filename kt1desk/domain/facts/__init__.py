"""Facts: the body of each type of event, as frozen values.

A type's name and the meaning of its version are frozen for ever: a change is a new version, and old ones are lifted by a pure function
when they are projected. Each fact says in which stream it stands; particulars (natural persons; both parties of an A, B or C item) are
handed over beside it and never stand in a body.

This module must not know how facts are stored, shown or checked against rules.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from kt1desk.domain.facts.dossiers import (
    DossierAccepted,
    DossierListed,
    DossierReversed,
    Leg,
    Sums,
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
from kt1desk.domain.facts.mail import BundleWritten, CheckpointMade, MailTaken
from kt1desk.domain.facts.receptacles import (
    ItemArrived,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
)
from kt1desk.domain.facts.registers import RegisterEntered

KNOWN: Mapping[str, type[Fact]] = {
    fact.TYPE: fact
    for fact in (
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
    )
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
    }
)
"""Types that the device key signs (see `kt1desk.domain.signing`)."""

__all__ = [
    "KNOWN",
    "SIGNED",
    "BlockGranted",
    "BundleWritten",
    "CashPaid",
    "CashReceived",
    "Charge",
    "CheckpointMade",
    "DeskOpened",
    "DispatchArrived",
    "DispatchRecalled",
    "DispatchSent",
    "DossierAccepted",
    "DossierListed",
    "DossierNumberVoided",
    "DossierPaperReprinted",
    "DossierReversed",
    "ExceptionReviewed",
    "Fact",
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
    "PaperReprinted",
    "Party",
    "ReceptacleClosed",
    "ReceptacleLine",
    "ReceptacleOpened",
    "ReceptacleReceived",
    "ReceptacleUndone",
    "ReferenceImported",
    "RegisterEntered",
    "RegisterOpened",
    "RemoteGranted",
    "RoundStarted",
    "ShiftClosed",
    "ShiftOpened",
    "Sums",
    "UserEnrolled",
    "read_dispatch_sent",
    "read_dossier_accepted",
    "read_item_accepted",
    "read_lines",
]
