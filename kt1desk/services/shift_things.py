"""What a desk has in hand at the end of a shift: items and covers that must be seen, ticked one by one or with the bag they lie in.

Whoever is not cleared is told of no KT1 item, not even how many there are. This module must not know how a thing is scanned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kt1desk.domain.custody import Holder, HolderKind, State, person
from kt1desk.domain.facts import CoversCounted, HeldCounted
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rights import permits_now
from kt1desk.services.sessions import Session

_MOST = 20_000
_PART = 200
"""Numbers in one event: its body has room for some six hundred."""
_SEEN_BY = {Service.KT1: Act.SEE_CUSTODY, Service.TTHC: Act.SEE_DOSSIER_CUSTODY}


@dataclass(frozen=True, slots=True)
class Thing:
    """An item or a cover that must be here.

    Attributes:
        holder: who or where, as `kt1desk.domain.custody.Holder` writes it.
        inside: the closed bag it lies in, "" for none: the bag's number ticks it.
        mine: whether the user of the session has it in his own hands.
    """

    number: str
    service: Service
    holder: str
    inside: str
    mine: bool


def things_here(reader: Reader, session: Session, clock: Clock) -> tuple[Thing, ...]:
    """Everything that must be seen, of the services whose custody the user may see, in the order of their numbers; his own first."""
    found: list[Thing] = []
    for service, act in _SEEN_BY.items():
        if permits_now(session, act, reader.open_shift(), clock):
            held = reader.held(limit=_MOST, service=service)
            away, tried = _bags_away(reader, held, service), _with_postmen(reader, service)
            found += (
                _thing(each, session)
                for each in held
                if _is_here(each) and each.inside not in away and (each.item, each.holder) not in tried
            )
    return tuple(sorted(found, key=lambda thing: (thing.service.value, not thing.mine, thing.number)))


def may_count(session: Session, reader: Reader, clock: Clock, service: Service) -> bool:
    """Whether things of a service are counted at all by this user."""
    return permits_now(session, _SEEN_BY[service], reader.open_shift(), clock)


def missing_of(things: Sequence[Thing], seen: Collection[str]) -> tuple[Thing, ...]:
    """Those that were not seen, neither themselves nor their bag."""
    return tuple(each for each in things if each.number not in seen and each.inside not in seen)


def counted_parts(
    things: Sequence[Thing], seen: Collection[str], shift: str, point: str
) -> Iterator[HeldCounted | CoversCounted]:
    """What is written down of the count, in parts that fit into events; missing ones keep their order over the parts."""
    for service, kind in ((Service.KT1, HeldCounted), (Service.TTHC, CoversCounted)):
        ours = [each for each in things if each.service is service]
        gone = [each.number for each in missing_of(ours, seen)]
        lacking = frozenset(gone)
        there = [each.number for each in ours if each.number not in lacking]
        parts = max(-(-len(there) // _PART), -(-len(gone) // _PART))
        for at in range(parts):
            cut = slice(at * _PART, (at + 1) * _PART)
            yield kind(shift, point, at + 1, tuple(there[cut]), tuple(gone[cut]))


def _bags_away(reader: Reader, held: Sequence[HeldItem], service: Service) -> frozenset[str]:
    """Bags with things of this point that were sent and not taken over."""
    bags = {each.inside for each in held if each.inside}
    rows = {bag: reader.receptacle(bag, service=service) for bag in bags}
    return frozenset(bag for bag, row in rows.items() if row is not None and row.state is State.SENT)


def _with_postmen(reader: Reader, service: Service) -> frozenset[tuple[str, str]]:
    """Items of open lists, each with its postman: what he tried in vain is still with him until he brings it back."""
    rounds = reader.rounds(only_open=True, limit=_MOST, service=service)
    keepers = {row.round: person(row.point, row.postman) for row in rounds}
    return frozenset((item, keepers[row.round]) for row in rounds for item in row.items)


def _is_here(held: HeldItem) -> bool:
    """Neither out with a postman nor on a trip: those are asked about as rounds, or are the next point's to find."""
    return held.state is not State.OUT and Holder.parse(held.holder).kind not in {
        HolderKind.TRIP,
        HolderKind.PARTY,
    }


def _thing(held: HeldItem, session: Session) -> Thing:
    holder = Holder.parse(held.holder)
    mine = holder.kind is HolderKind.PERSON and holder.name == session.actor.user_id
    return Thing(held.item, held.service, held.holder, held.inside, mine)
