"""Facts of the custody of dossiers and results: the same acts as with KT1 items, in the stream of the counter.

Bodies are those of the KT1 facts they are named after, so the same rules read them; type and stream are their own, because the KT1 stream
of a desk may have to stay off the network while its dossiers travel. What a delivery of a result must say beside stands here too.

This module must not know any rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.custody import (
    ExceptionReviewed,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemReturned,
    ItemStored,
    ItemUnclaimed,
    RoundStarted,
)
from kt1desk.domain.facts.dispatches import DispatchArrived, DispatchRecalled, DispatchSent
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened, IncidentRemedied, IncidentTold
from kt1desk.domain.facts.receptacles import (
    ItemArrived,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
)
from kt1desk.domain.service import Service


@dataclass(frozen=True, slots=True)
class DossierStored(ItemStored):
    """As `ItemStored`."""

    TYPE: ClassVar[str] = "tthc.item.stored"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierHandedOn(ItemHanded):
    """As `ItemHanded`: between users of one point."""

    TYPE: ClassVar[str] = "tthc.item.handed"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierRoundStarted(RoundStarted):
    """As `RoundStarted`."""

    TYPE: ClassVar[str] = "tthc.round.started"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierDelivered(ItemDelivered):
    """As `ItemDelivered`, with what a result needs: whose identity was seen, and the old papers the applicant gave back.

    Who took it stands beside, slot ``taker`` (name, identity, and for a proxy ``authorisation``: number and day of the paper).

    Attributes:
        identity_paper: which paper was seen, coded.
        proxy: as what somebody else took it, coded; "" for the applicant himself.
        withdrawn: how many old papers (giấy tờ thu hồi) were taken back from him for the authority.
        slip_back: whether the giấy hẹn was taken back.
        to: the point that serves the authority, so that the case is over there too; "" where it was given there.
    """

    TYPE: ClassVar[str] = "tthc.item.delivered"
    STREAM: ClassVar[Stream] = Stream.COUNTER
    identity_paper: str = ""
    proxy: str = ""
    withdrawn: int = 0
    slip_back: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class DossierAttempted(ItemAttempted):
    """As `ItemAttempted`."""

    TYPE: ClassVar[str] = "tthc.item.attempted"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBroughtBack(ItemBroughtBack):
    """As `ItemBroughtBack`."""

    TYPE: ClassVar[str] = "tthc.item.brought_back"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierForwarded(ItemForwarded):
    """As `ItemForwarded`; ``excuse`` is the coded reason why nobody else confirmed, where ``manner`` is ``exception``."""

    TYPE: ClassVar[str] = "tthc.item.forwarded"
    STREAM: ClassVar[Stream] = Stream.COUNTER
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class DossierReturned(ItemReturned):
    """As `ItemReturned`: a result goes back to its authority, a dossier to its applicant; ``excuse`` as in `DossierForwarded`."""

    TYPE: ClassVar[str] = "tthc.item.returned"
    STREAM: ClassVar[Stream] = Stream.COUNTER
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class DossierUnclaimed(ItemUnclaimed):
    """As `ItemUnclaimed`; ``excuse`` is the coded reason why nobody else confirmed, where ``manner`` is ``exception``."""

    TYPE: ClassVar[str] = "tthc.item.unclaimed"
    STREAM: ClassVar[Stream] = Stream.COUNTER
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class DossierArrived(ItemArrived):
    """As `ItemArrived`."""

    TYPE: ClassVar[str] = "tthc.item.arrived"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBagClosed(ReceptacleClosed):
    """As `ReceptacleClosed`."""

    TYPE: ClassVar[str] = "tthc.receptacle.closed"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBagUndone(ReceptacleUndone):
    """As `ReceptacleUndone`."""

    TYPE: ClassVar[str] = "tthc.receptacle.undone"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBagReceived(ReceptacleReceived):
    """As `ReceptacleReceived`."""

    TYPE: ClassVar[str] = "tthc.receptacle.received"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBagOpened(ReceptacleOpened):
    """As `ReceptacleOpened`."""

    TYPE: ClassVar[str] = "tthc.receptacle.opened"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierDispatchSent(DispatchSent):
    """As `DispatchSent`; both parties of every line stand beside it, for they are natural persons. A line's product is the leg's way."""

    TYPE: ClassVar[str] = "tthc.dispatch.sent"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierDispatchRecalled(DispatchRecalled):
    """As `DispatchRecalled`."""

    TYPE: ClassVar[str] = "tthc.dispatch.recalled"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierDispatchArrived(DispatchArrived):
    """As `DispatchArrived`."""

    TYPE: ClassVar[str] = "tthc.dispatch.arrived"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierIncidentOpened(IncidentOpened):
    """As `IncidentOpened`."""

    TYPE: ClassVar[str] = "tthc.incident.opened"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierIncidentTold(IncidentTold):
    """As `IncidentTold`."""

    TYPE: ClassVar[str] = "tthc.incident.told"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierIncidentRemedied(IncidentRemedied):
    """As `IncidentRemedied`."""

    TYPE: ClassVar[str] = "tthc.incident.remedied"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierIncidentClosed(IncidentClosed):
    """As `IncidentClosed`."""

    TYPE: ClassVar[str] = "tthc.incident.closed"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierExceptionReviewed(ExceptionReviewed):
    """As `ExceptionReviewed`: whoever looks at it needs no clearance, and its record may travel with the dossiers."""

    TYPE: ClassVar[str] = "tthc.exception.reviewed"
    STREAM: ClassVar[Stream] = Stream.COUNTER


_ALL: tuple[type[Fact], ...] = (
    DossierStored,
    DossierHandedOn,
    DossierRoundStarted,
    DossierDelivered,
    DossierAttempted,
    DossierBroughtBack,
    DossierForwarded,
    DossierReturned,
    DossierUnclaimed,
    DossierArrived,
    DossierBagClosed,
    DossierBagUndone,
    DossierBagReceived,
    DossierBagOpened,
    DossierDispatchSent,
    DossierDispatchRecalled,
    DossierDispatchArrived,
    DossierIncidentOpened,
    DossierIncidentTold,
    DossierIncidentRemedied,
    DossierIncidentClosed,
    DossierExceptionReviewed,
)
DOSSIER_CUSTODY: Mapping[str, type[Fact]] = MappingProxyType({fact.TYPE: fact for fact in _ALL})
"""Facts of the custody of dossiers, by type."""

KT1_TYPE_OF: Mapping[str, str] = MappingProxyType(
    {kind: kind.removeprefix("tthc.") for kind in DOSSIER_CUSTODY}
)
"""By type, the KT1 type whose body it has and whose rules read it."""


def fact_type(kt1_type: str, service: Service) -> str:
    """The type of a fact of custody for a service: the KT1 one, or the one of dossiers that has the same body."""
    return kt1_type if service is Service.KT1 else f"tthc.{kt1_type}"


def for_service(fact: Fact, service: Service) -> Fact:
    """A fact of custody as its service writes it: unchanged for KT1, with the type and stream of dossiers otherwise.

    Raises:
        KeyError: for a fact that dossiers do not have: a second person's approval, for example.
    """
    if service is Service.KT1 or fact.TYPE in DOSSIER_CUSTODY:
        return fact
    made: Any = DOSSIER_CUSTODY[fact_type(fact.TYPE, service)]
    named: Any = fact
    twin: Fact = made(**{each.name: getattr(named, each.name) for each in fields(named)})
    return twin
