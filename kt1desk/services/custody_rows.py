"""Rows of custody: what the queries of the store hand to services and pages, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.events import EventId, HybridTime
from kt1desk.domain.facts import Party
from kt1desk.domain.service import Service


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Where a thing stands by all events known here (`kt1desk.domain.merging.Standing`).

    Attributes:
        losers: how many events lost against others: a conflict that two points must clear.
        unheard: it arrived and its dispatch is not known here yet.
        since_ms: when the event happened that says so.
    """

    kind: ThingKind
    number: str
    state: State
    holder: str
    point: str
    head: EventId
    n: int
    since_ms: int
    unheard: bool = False
    losers: int = 0
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class HeldItem:
    """An item in somebody's hands, with what decides when it must leave. Parties are not here: see `Reader.item`.

    ``inside`` is the receptacle it lies in, "" for none; ``origin`` the point that accepted it; ``known`` is False while only its label
    is known (it came before its data). A cover of a case has its way as ``product``.
    """

    item: str
    state: State
    holder: str
    inside: str
    product: str
    urgency: str
    secrecy: str
    weight_g: int
    accepted_ms: int
    deadline_ms: int
    agreed_ms: int
    origin: str
    named_person: bool = False
    returning: bool = False
    known: bool = True
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class ReceptacleRow:
    """A closed receptacle. ``dispatch`` is the last one it was sent with, "" for none."""

    receptacle: str
    seal: str
    weight_g: int
    to: str
    state: State
    holder: str
    dispatch: str
    items: int
    closed_ms: int
    head: EventId
    n: int
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An item as it was found in a receptacle (``item.arrived``), with its condition."""

    item: str
    receptacle: str
    condition: str
    event: EventId
    found_ms: int


@dataclass(frozen=True, slots=True)
class DispatchRow:
    """A dispatch. ``incoming`` is whether it was sent to this point; ``arrived_ms`` is 0 until its arrival is closed.

    ``seen`` counts the items of it that were confirmed here or that the taker told us of, ``items`` those it was sent with.
    """

    dispatch: str
    event: EventId
    proof: str
    point: str
    to: str
    route: str
    vehicle: str
    dedicated: bool
    state: State
    sent_ms: int
    arrived_ms: int
    receptacles: int
    items: int
    seen: int
    incoming: bool
    head: EventId
    n: int
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class StationRow:
    """One event of a thing's custody, in its order: what a certificate and the line of stations show.

    ``actor`` and ``second`` are users' ids at ``point`` (names only where the user is one of ours); ``lost`` marks an event that another
    one beat; ``received_ms`` is when it came here, 0 for our own; ``beside`` what stands beside it (name of a taker, a driver).
    """

    event: EventId
    hash: str
    type: str
    number: str
    happened_ms: int
    point: str
    actor: str
    second: str
    step: str
    holder: str
    seal: str = ""
    dispatch: str = ""
    received_ms: int = 0
    lost: bool = False
    beside: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A delivery list: ``open`` is how many of its items are still out."""

    round: str
    postman: str
    point: str
    started_ms: int
    items: tuple[str, ...]
    open: int
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident record. ``told`` are (who, way, when) in their order; ``closed_ms`` is 0 while it is open."""

    incident: str
    event: EventId
    proof: str
    code: str
    severity: str
    thing: str
    number: str
    secrecy: str
    point: str
    other_point: str
    dispatch: str
    user: str
    found_ms: int
    opened_ms: int
    told: tuple[tuple[str, str, int], ...] = ()
    remedy: str = ""
    outcome: str = ""
    closed_ms: int = 0
    service: Service = Service.KT1


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """The newest wording of an entry; columns of natural persons come from beside the event."""

    register: str
    entry: str
    event: EventId
    entered_ms: int
    user: str
    values: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Something done without a second person, still to be reviewed. ``what`` is the type of the event, ``number`` its thing."""

    event: EventId
    what: str
    number: str
    reason: str
    user: str
    done_ms: int


@dataclass(frozen=True, slots=True)
class MailRow:
    """An event addressed to a point: ``number`` counts per point from 1 without a gap."""

    point: str
    number: int
    event: EventId


@dataclass(frozen=True, slots=True)
class LineRow:
    """Whether the KT1 register may go over the network: on which approval (number, ISO date) since when, or for which reason not."""

    allowed: bool
    approval: str
    day: str
    reason: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """The first attempt at the address of an item, or its delivery: what stops the clock. All times UTC milliseconds."""

    item: str
    at_ms: int
    delivered: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ForwardedTo:
    """Who an item goes to now, where it was forwarded."""

    item: str
    receiver: Party | None
    at: HybridTime
