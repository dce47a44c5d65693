"""What each type of event does to which things: the bridge from bodies to `kt1desk.domain.merging`.

This module must not know where events are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias, cast

from kt1desk.domain import custody
from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Step, ThingKind
from kt1desk.domain.events import Envelope
from kt1desk.domain.facts import custody as facts
from kt1desk.domain.facts.authority import DossierHanded, DossierSupplemented, EnclosureMade
from kt1desk.domain.facts.dispatches import (
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
)
from kt1desk.domain.facts.dossier_custody import KT1_TYPE_OF
from kt1desk.domain.facts.dossiers import DossierAccepted, DossierReversed
from kt1desk.domain.facts.items import ItemAccepted, ItemReversed
from kt1desk.domain.facts.receptacles import (
    ItemArrived,
    ReceptacleClosed,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
)
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.domain.merging import Touch

Body: TypeAlias = Mapping[str, Json]
_Touching: TypeAlias = Callable[[Body, Envelope], tuple[Touch, ...]]

SEND_WAY = "send"
"""The way of a leg to its authority (`kt1desk.domain.dossier.Direction`)."""

_ITEM, _BAG, _DISPATCH = ThingKind.ITEM, ThingKind.RECEPTACLE, ThingKind.DISPATCH


def touches(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    """What an event does to which things; nothing for a type that has no part in custody.

    Raises:
        DeskError: ``event.body``.
    """
    touching = _BY_TYPE.get(KT1_TYPE_OF.get(envelope.type, envelope.type))
    return touching(body, envelope) if touching is not None else ()


def _accepted(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    point = str(body["point"])
    holder = custody.person(point, envelope.actor)
    return (Touch(_ITEM, str(body["item"]), Step.ACCEPT, holder, point, n=1),)


def _reversed(body: Body, _envelope: Envelope) -> tuple[Touch, ...]:
    holder = custody.party(custody.SENDER)
    return (Touch(_ITEM, str(body["item"]), Step.REVERSE, holder, str(body["point"])),)


def _case_accepted(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    """The cover that was handed over; the way back begins when there is a result."""
    point = str(body["point"])
    holder = custody.person(point, envelope.actor)
    legs = cast(Sequence[Mapping[str, Json]], body["legs"])
    sent = [str(leg["item"]) for leg in legs if leg["way"] == SEND_WAY]
    return tuple(Touch(_ITEM, item, Step.TAKE_ON, holder, point, n=1) for item in sent)


def _case_reversed(body: Body, _envelope: Envelope) -> tuple[Touch, ...]:
    item, holder = str(body.get("item", "")), custody.party(custody.SENDER)
    return (Touch(_ITEM, item, Step.REVERSE, holder, str(body["point"])),) if item else ()


def _given(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    """Something of a case that begins its way here: a result, a supplement, an enclosure."""
    point = str(body["point"])
    return (Touch(_ITEM, str(body["item"]), Step.TAKE_ON, custody.person(point, envelope.actor), point, n=1),)


def _case_handed(body: Body, _envelope: Envelope) -> tuple[Touch, ...]:
    fact = DossierHanded.of(body)
    step, which = (Step.HAND_BACK, custody.SENDER) if fact.returned else (Step.DELIVER, custody.RECEIVER)
    return (Touch(_ITEM, fact.item, step, custody.party(which), fact.point, fact.n, fact.scan),)


def _closed(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = ReceptacleClosed.of(body)
    bag = Touch(
        _BAG, fact.receptacle, Step.CLOSE, custody.person(fact.point, envelope.actor), fact.point, n=1
    )
    inside = custody.receptacle(fact.receptacle)
    return (bag, *(Touch(_ITEM, item, Step.PACK, inside, fact.point, n=n) for item, n in fact.items))


def _undone(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = ReceptacleUndone.of(body)
    holder = custody.person(fact.point, envelope.actor)
    bag = Touch(_BAG, fact.receptacle, Step.UNDO, holder, fact.point, n=fact.n)
    return (bag, *(Touch(_ITEM, item, Step.UNPACK, holder, fact.point, n=n) for item, n in fact.items))


def _sent(body: Body, _envelope: Envelope) -> tuple[Touch, ...]:
    fact = DispatchSent.of(body)
    on_way = custody.trip(fact.dispatch)
    made = [Touch(_DISPATCH, fact.dispatch, Step.SEND, on_way, fact.point, n=1, to=fact.to)]
    for bag in fact.receptacles:
        made.append(
            Touch(
                _BAG, bag.receptacle, Step.SEND, on_way, fact.point, n=bag.n, link=fact.dispatch, to=fact.to
            )
        )
        inside = custody.receptacle(bag.receptacle)
        made += [
            Touch(_ITEM, line.item, Step.SEND, inside, fact.point, n=line.n, link=bag.receptacle, to=fact.to)
            for line in bag.items
        ]
    return tuple(made)


def _recalled(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = DispatchRecalled.of(body)
    holder = custody.person(fact.point, envelope.actor)
    made = [Touch(_DISPATCH, fact.dispatch, Step.RECALL, holder, fact.point, n=fact.n, scan=False)]
    made += [
        Touch(_BAG, bag, Step.RECALL, holder, fact.point, n=n, scan=False) for bag, n in fact.receptacles
    ]
    made += [Touch(_ITEM, item, Step.RECALL, "", fact.point, n=n, scan=False) for item, n in fact.items]
    return tuple(made)


def _bag_received(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = ReceptacleReceived.of(body)
    holder = custody.person(fact.point, envelope.actor)
    link = fact.dispatch
    return (Touch(_BAG, fact.receptacle, Step.RECEIVE, holder, fact.point, fact.n, fact.scan, link),)


def _bag_opened(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = ReceptacleOpened.of(body)
    holder = custody.person(fact.point, envelope.actor)
    return (Touch(_BAG, fact.receptacle, Step.OPEN, holder, fact.point, n=fact.n),)


def _item_arrived(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = ItemArrived.of(body)
    holder = custody.person(fact.point, envelope.actor)
    return (Touch(_ITEM, fact.item, Step.ARRIVE, holder, fact.point, fact.n, fact.scan, fact.receptacle),)


def _dispatch_arrived(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
    fact = DispatchArrived.of(body)
    holder = custody.person(fact.point, envelope.actor)
    return (Touch(_DISPATCH, fact.dispatch, Step.ARRIVE, holder, fact.point, n=fact.n),)


def _round(body: Body, _envelope: Envelope) -> tuple[Touch, ...]:
    fact = facts.RoundStarted.of(body)
    holder = custody.person(fact.point, fact.postman)
    return tuple(Touch(_ITEM, item, Step.GIVE, holder, fact.point, n=n) for item, n in fact.items)


def _item(step: Step, holder: Callable[[Body, Envelope], str]) -> _Touching:
    def touching(body: Body, envelope: Envelope) -> tuple[Touch, ...]:
        n, scan = int(str(body["n"])), body.get("scan") == 1
        point = str(body["point"])
        return (Touch(_ITEM, str(body["item"]), step, holder(body, envelope), point, n, scan),)

    return touching


def _same(_body: Body, _envelope: Envelope) -> str:
    return ""


def _actor(body: Body, envelope: Envelope) -> str:
    return custody.person(str(body["point"]), envelope.actor)


_BY_TYPE: Mapping[str, _Touching] = MappingProxyType(
    {
        ItemAccepted.TYPE: _accepted,
        ItemReversed.TYPE: _reversed,
        facts.ItemApproved.TYPE: _item(Step.APPROVE, _same),
        facts.ItemRejected.TYPE: _item(Step.REJECT, _same),
        facts.ItemStored.TYPE: _item(
            Step.STORE, lambda body, _: custody.place(str(body["point"]), str(body["place"]))
        ),
        facts.ItemHanded.TYPE: _item(
            Step.HAND, lambda body, _: custody.person(str(body["point"]), str(body["to"]))
        ),
        ReceptacleClosed.TYPE: _closed,
        ReceptacleUndone.TYPE: _undone,
        DispatchSent.TYPE: _sent,
        DispatchRecalled.TYPE: _recalled,
        ReceptacleReceived.TYPE: _bag_received,
        ReceptacleOpened.TYPE: _bag_opened,
        ItemArrived.TYPE: _item_arrived,
        DispatchArrived.TYPE: _dispatch_arrived,
        facts.RoundStarted.TYPE: _round,
        facts.ItemDelivered.TYPE: _item(Step.DELIVER, lambda body, _: custody.party(str(body["party"]))),
        facts.ItemAttempted.TYPE: _item(Step.ATTEMPT, _same),
        facts.ItemBroughtBack.TYPE: _item(Step.BRING_BACK, _actor),
        facts.ItemForwarded.TYPE: _item(Step.FORWARD, _same),
        facts.ItemReturned.TYPE: _item(Step.RETURN, _same),
        facts.ItemUnclaimed.TYPE: _item(Step.SET_ASIDE, _same),
        DossierAccepted.TYPE: _case_accepted,
        DossierReversed.TYPE: _case_reversed,
        DossierHanded.TYPE: _case_handed,
        DossierSupplemented.TYPE: _given,
        EnclosureMade.TYPE: _given,
        ResultTaken.TYPE: _given,
    }
)

CUSTODY_TYPES = frozenset(_BY_TYPE) | {kind for kind, twin in KT1_TYPE_OF.items() if twin in _BY_TYPE}
"""Types that have a part in custody."""
