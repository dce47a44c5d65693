"""The stations of a thing: every custody event known of it, and of the receptacles and dispatches it was in, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import bindparam, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Holder, HolderKind, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, HybridTime
from kt1desk.domain.facts import ItemAccepted
from kt1desk.domain.merging import fold
from kt1desk.domain.touching import touches
from kt1desk.services.custody_rows import StationRow
from kt1desk.store import received
from kt1desk.store.custody_tables import standing
from kt1desk.store.mail_tables import mail_in
from kt1desk.store.projections import known_touches
from kt1desk.store.projections.seats import own_point
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import OWN, item

_PEOPLE = ("handed_by", "giver", "driver", "escort", "taker")
"""What stands beside an event of those who had a thing in their hands; parties of an item are no station."""

_KIND = Prepared(select(standing.c.kind).where(standing.c.number == bindparam("of_number")))
_ACCEPTED = Prepared(
    select(item.c.device, item.c.stream, item.c.incarnation, item.c.seq).where(
        item.c.item == bindparam("of_number"), item.c.source == bindparam("own")
    )
)
_RECEIVED = Prepared(
    select(mail_in.c.received_ms).where(
        *(mail_in.c[name] == bindparam(f"of_{name}") for name in ("device", "stream", "incarnation", "seq"))
    )
)


@dataclass(frozen=True, slots=True)
class _Stop:
    """One event at one thing."""

    hlc: HybridTime
    event: EventId
    number: str
    step: Step
    holder: str
    link: str
    lost: bool


def of(connection: Connection, number: str) -> list[StationRow]:
    """All stations of a thing."""
    row = _KIND.one(connection, {"of_number": number})
    if row is None:
        return _only_accepted(connection, number)
    kind = ThingKind(row[0])
    own = list(_stops(connection, kind, number))
    seen = {stop.event for stop in own}
    bags = [number] if kind is ThingKind.RECEPTACLE else list(dict.fromkeys(_bags(own)))
    around = [stop for bag in bags for stop in _stops(connection, ThingKind.RECEPTACLE, bag)]
    trips = dict.fromkeys(stop.link for stop in around if stop.step is Step.SEND and stop.link)
    around += [stop for trip in trips for stop in _stops(connection, ThingKind.DISPATCH, trip)]
    for stop in around:
        if stop.event not in seen:
            seen.add(stop.event)
            own.append(stop)
    return [_station(connection, stop) for stop in sorted(own, key=lambda stop: (stop.hlc, stop.event))]


def _stops(connection: Connection, kind: ThingKind, number: str) -> Iterator[_Stop]:
    noted = known_touches.noted(connection, kind, number)
    if not noted:
        return
    lost = frozenset(fold((each.known for each in noted), own_point(connection)).losers)
    for each in noted:
        known = each.known
        done = known.touch
        yield _Stop(known.hlc, known.id, number, done.step, done.holder, done.link, known.id in lost)


def _bags(stops: list[_Stop]) -> Iterator[str]:
    """The receptacles an item was in; a dispatch has none of its own here."""
    for stop in stops:
        if stop.holder.startswith(f"{HolderKind.RECEPTACLE}:"):
            yield Holder.parse(stop.holder).ref


def _only_accepted(connection: Connection, number: str) -> list[StationRow]:
    row = _ACCEPTED.one(connection, {"of_number": number, "own": OWN})
    if row is None:
        return []
    event_id = EventId.parse(".".join(map(str, row)))
    event = _event(connection, event_id)
    (done,) = touches(event.body(), event.envelope)
    stop = _Stop(event.envelope.hlc, event_id, number, done.step, done.holder, "", lost=False)
    return [_station(connection, stop)]


def _station(connection: Connection, stop: _Stop) -> StationRow:
    event = _event(connection, stop.event)
    body = event.body()
    envelope = event.envelope
    taken = _RECEIVED.one(connection, received.asked(stop.event))
    return StationRow(
        event=stop.event,
        hash=event.hash.hex(),
        type=envelope.type,
        number=stop.number,
        happened_ms=envelope.happened.utc_ms,
        point=str(body["point"]),
        actor=envelope.actor,
        second=envelope.second,
        step=stop.step,
        holder=stop.holder,
        seal=_seal(body, stop),
        dispatch=str(body.get("dispatch", "")),
        received_ms=int(taken[0]) if taken is not None else 0,
        lost=stop.lost,
        beside=tuple(_people(event)),
    )


def _seal(body: Mapping[str, Json], stop: _Stop) -> str:
    """The seal that the event names: its own, or that of the receptacle concerned among those of a dispatch."""
    if "bags" not in body:
        return str(body.get("seal", ""))
    bags = {str(bag[0]): str(bag[1]) for bag in cast(list[list[Json]], body["bags"])}
    return bags.get(stop.number) or bags.get(stop.link, "")


def _people(event: Event) -> Iterator[tuple[str, str]]:
    """Slot and name; anything else told of them as ``slot.part``."""
    for slot in _PEOPLE:
        for part, value in event.particular(slot).items():
            if part == "name" or event.envelope.type != ItemAccepted.TYPE:
                yield (slot if part == "name" else f"{slot}.{part}"), value


def _event(connection: Connection, event_id: EventId) -> Event:
    found = received.read_any(connection, event_id)
    if found is None:
        raise DeskError("store.damaged")
    return found
