"""To which points an event is addressed: data follows custody, and nobody gets what is not for him.

A dispatch goes to its taker; what the taker finds goes back to the giver; how a delivery ended goes to the point that accepted the item.
Desks of one point see what the others there did with the things they share, and nothing of what is one desk's own: its drawer, its shifts,
its users, its numbers, its papers, its reviews (`docs/decisions/siblings.md` has the reason for each type).
The centre gets every event of the streams that may travel, in frames, and is no point.

This module must not know how mail travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.canonical import Json
from kt1desk.domain.facts import (
    authority,
    custody,
    dispatches,
    dossier_care,
    dossiers,
    incidents,
    items,
    receptacles,
    registers,
    results,
)
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF, DossierDelivered
from kt1desk.domain.facts.dossier_money import FeeCorrected, FeesRemitted, OfficialReceiptEntered

_ADDRESSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        dispatches.DispatchSent.TYPE: ("to",),
        dispatches.DispatchRecalled.TYPE: ("to",),
        receptacles.ReceptacleReceived.TYPE: ("from_point",),
        receptacles.ItemArrived.TYPE: ("from_point",),
        dispatches.DispatchArrived.TYPE: ("from_point",),
        incidents.IncidentOpened.TYPE: ("other_point",),
        incidents.IncidentClosed.TYPE: ("other_point",),
        custody.ItemDelivered.TYPE: ("origin",),
        custody.ItemAttempted.TYPE: ("origin",),
        custody.ItemForwarded.TYPE: ("origin",),
        custody.ItemReturned.TYPE: ("origin",),
        custody.ItemUnclaimed.TYPE: ("origin",),
        # a case is told to the point of its authority, and what happens there to the point that accepted it
        dossiers.DossierAccepted.TYPE: ("to",),
        dossiers.DossierListed.TYPE: ("to",),
        dossiers.DossierReversed.TYPE: ("to",),
        authority.DossierSupplemented.TYPE: ("to",),
        authority.ApplicantTold.TYPE: ("to",),
        authority.EnclosureMade.TYPE: ("to", "origin"),
        FeeCorrected.TYPE: ("to",),
        authority.DossierHanded.TYPE: ("origin",),
        authority.DossierRegistered.TYPE: ("origin",),
        authority.DossierDecided.TYPE: ("origin",),
        results.ResultTaken.TYPE: ("origin",),
        DossierDelivered.TYPE: ("origin", "to"),
    }
)
"""By type, the parts of the body that name a point to be told."""

MAIL_TYPES = frozenset(_ADDRESSED) | {kind for kind, twin in KT1_TYPE_OF.items() if twin in _ADDRESSED}
"""Types that a point may send to another; whatever else comes in is refused."""

_WITH_SIBLINGS = frozenset(
    {
        # what is here, and what became of it
        items.ItemAccepted.TYPE,
        items.ItemReversed.TYPE,
        custody.ItemApproved.TYPE,
        custody.ItemRejected.TYPE,
        custody.ItemStored.TYPE,
        custody.ItemHanded.TYPE,
        custody.RoundStarted.TYPE,
        custody.ItemDelivered.TYPE,
        custody.ItemAttempted.TYPE,
        custody.ItemBroughtBack.TYPE,
        custody.ItemForwarded.TYPE,
        custody.ItemReturned.TYPE,
        custody.ItemUnclaimed.TYPE,
        # what it lies in, and how that travels
        receptacles.ReceptacleClosed.TYPE,
        receptacles.ReceptacleUndone.TYPE,
        receptacles.ReceptacleReceived.TYPE,
        receptacles.ReceptacleOpened.TYPE,
        receptacles.ItemArrived.TYPE,
        dispatches.DispatchSent.TYPE,
        dispatches.DispatchRecalled.TYPE,
        dispatches.DispatchArrived.TYPE,
        # what went wrong, and the registers of the point
        incidents.IncidentOpened.TYPE,
        incidents.IncidentTold.TYPE,
        incidents.IncidentRemedied.TYPE,
        incidents.IncidentClosed.TYPE,
        registers.RegisterEntered.TYPE,
        registers.BookEntered.TYPE,
        # cases, from their acceptance to their end
        dossiers.DossierAccepted.TYPE,
        dossiers.DossierListed.TYPE,
        dossiers.DossierReversed.TYPE,
        authority.DossierHanded.TYPE,
        authority.HandoverMade.TYPE,
        authority.DossierRegistered.TYPE,
        authority.DossierDecided.TYPE,
        authority.ApplicantTold.TYPE,
        authority.DossierSupplemented.TYPE,
        authority.EnclosureMade.TYPE,
        results.ResultTaken.TYPE,
        results.TakeoverOpened.TYPE,
        results.TakeoverClosed.TYPE,
        FeeCorrected.TYPE,
        FeesRemitted.TYPE,
        OfficialReceiptEntered.TYPE,
        dossier_care.ComplaintOpened.TYPE,
        dossier_care.ComplaintAnswered.TYPE,
        dossier_care.VisitPlanned.TYPE,
        dossier_care.VisitDone.TYPE,
    }
)
SIBLING_TYPES = _WITH_SIBLINGS | {kind for kind, twin in KT1_TYPE_OF.items() if twin in _WITH_SIBLINGS}
"""Types that desks of one point show each other; whatever else comes from one of them is refused."""


def siblings(kind: str) -> bool:
    """Whether an event of this type goes to the other desks of the writer's own point: of any such event, whatever its body says."""
    return kind in SIBLING_TYPES


def audience(kind: str, body: Mapping[str, Json]) -> tuple[str, ...]:
    """The points an event is addressed to, the writing point itself left out."""
    parts = _ADDRESSED.get(kind) or _ADDRESSED.get(KT1_TYPE_OF.get(kind, kind), ())
    named = {str(body[part]) for part in parts if body.get(part)}
    return tuple(sorted(named - {str(body.get("point", ""))}))
