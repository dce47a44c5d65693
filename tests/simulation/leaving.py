"""The people of a point when something leaves: receptacles closed, opened again, sent, called back."""

from __future__ import annotations

from kt1desk.domain.custody import HolderKind, State
from kt1desk.domain.permissions import Act
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.packing import PackDraft
from tests.simulation.people import Folk
from tests.simulation.program import Program


def pack(folk: Folk) -> bool:
    """Close a receptacle; now and then an item stays on the table, or goes into a second receptacle by the books."""
    items = folk.held(
        State.ACCEPTED,
        State.APPROVED,
        State.STORED,
        State.ARRIVED,
        State.FORWARDED,
        State.RETURNING,
        State.PACKED,
    )
    if not items:
        return False
    inside, by = tuple(folk.some(items, 4)), folk.clerk()
    to = folk.pick([point for point in folk.desks if point != folk.point])
    left = folk.pick(list(inside)) if folk.strikes("people.left_out") else ""
    with folk.desk.store.read() as reader:
        weight_g = sum(held.weight_g for item in inside if (held := reader.held_item(item)) is not None)
    if folk.strikes("people.typed_wrong") and (other := _in_another_bag(folk)):
        inside, left = (*inside, other), other
        weight_g += 500
    seal = folk.old_seal() if folk.strikes("people.seal_again") else folk.new_seal()
    draft = PackDraft("", seal, weight_g + 200, to, inside)
    if left:
        folk.ground.left_out.add(left)
    done = folk.desk.act(
        f"pack {' '.join(inside)} to {to} left {left}",
        lambda program: program.packing.close(program.session(by), draft),
    )
    if done is None and left and folk.desk.program is not None:
        folk.ground.left_out.discard(left)
    return done is not None


def undo(folk: Folk) -> bool:
    """Open a receptacle again that has not left."""
    bags = [bag for bag in folk.bags() if _state(folk, bag) is State.CLOSED]
    if not bags:
        return False
    bag = folk.pick(bags)
    return (
        folk.desk.act(
            f"undo {bag}", lambda program: program.packing.undo(program.session(), bag, "item_wrong")
        )
        is not None
    )


def send(folk: Folk) -> bool:
    """Receptacles leave for the next point."""
    bags = [bag for bag in folk.bags() if _may_leave(folk, bag)]
    if not bags:
        return False
    first = folk.pick(bags)
    to = _next_point(folk, first)
    load = (first, *(bag for bag in bags if bag != first and _next_point(folk, bag) == to))
    draft = DispatchDraft(to, "DT1-05", "12A-123.45", False, load, "Trần Văn Tải", "Lê Văn Lái")

    def do(program: Program) -> object:
        confirmed = folk.confirm(program, Act.APPROVE_DISPATCH, load, "clerk")
        return program.dispatching.send(program.session(), draft, confirmed)

    return folk.desk.act(f"send {' '.join(load)} to {to}", do) is not None


def recall(folk: Folk) -> bool:
    """A dispatch is called back; where the driver cannot be reached any more it is only said so."""
    away = [
        trip.dispatch
        for trip in folk.ground.trips.values()
        if trip.event.id.device == folk.desk.device and not trip.over
    ]
    if not away:
        return False
    name = folk.pick(away)
    trip = folk.ground.trips[name]
    if trip.arrived or folk.strikes("people.recall_too_late"):
        folk.ground.too_late.add(name)

    def do(program: Program) -> object:
        bags = trip.bags
        confirmed = folk.confirm(program, Act.APPROVE_DISPATCH, bags, "clerk")
        return program.dispatching.recall(program.session(), name, "ordered", confirmed)

    return folk.desk.act(f"recall {name} too late {name in folk.ground.too_late}", do) is not None


def _state(folk: Folk, thing: str) -> State | None:
    standing = folk.standing(thing)
    return standing.state if standing is not None else None


def _may_leave(folk: Folk, bag: str) -> bool:
    holder = folk.ground.holder(bag)
    ours = holder.kind is HolderKind.PERSON and holder.point == folk.point
    return (
        ours
        and folk.ground.bound_for[bag] != folk.point
        and _state(folk, bag) in {State.CLOSED, State.RECEIVED}
    )


def _in_another_bag(folk: Folk) -> str:
    """The number of an item that lies in another receptacle of the point, as it might be typed from a list."""
    bags = folk.bags()
    items = [
        item for item, bag in folk.ground.inside.items() if bag in bags and _state(folk, item) is State.PACKED
    ]
    return folk.pick(items) if items else ""


def _next_point(folk: Folk, bag: str) -> str:
    """Where it goes, or a relay point on the way there; the same for the same receptacle."""
    to = folk.ground.bound_for[bag]
    relays = [
        point for point, desk in folk.desks.items() if desk.place.kt1_relay and point not in {to, folk.point}
    ]
    by_way = int(bag[-1]) % 3 == 0 and relays and not folk.desk.place.kt1_relay
    return relays[int(bag[-2]) % len(relays)] if by_way else to
