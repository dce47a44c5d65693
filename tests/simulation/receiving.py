"""The people of a point when something comes: codes read from paper, receptacles taken over and opened, items scanned, arrivals closed."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace

from kt1desk.domain.custody import HolderKind, State
from kt1desk.domain.events import Event, event_hash
from kt1desk.exchange.codes import PaperCodes
from kt1desk.services.arrival_view import Wrong
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.incidents import IncidentDraft
from tests.simulation.desk import Shown
from tests.simulation.ground import Trip
from tests.simulation.people import Folk
from tests.simulation.program import Program

_CODES = {
    Wrong.MISSING: "missing",
    Wrong.SURPLUS: "surplus",
    Wrong.DAMAGED: "damaged",
    Wrong.BAG_MISSING: "missing",
    Wrong.BAG_DAMAGED: "damaged",
    Wrong.SEAL: "seal_wrong",
}


def parts_on(paper: Shown) -> list[bytes]:
    """The codes of a manifest."""
    found: list[bytes] = []
    while f"part_{len(found) + 1}_code" in paper.values:
        found.append(b64decode(paper.values[f"part_{len(found) + 1}_code"]))
    return found


def read_paper(folk: Folk) -> bool:
    """The codes of a manifest that came with its receptacles, as the scanner gives them."""
    trips = [
        trip
        for trip in folk.ground.trips.values()
        if trip.arrived and trip.to == folk.point and trip.manifest
    ]
    if not trips:
        return False
    world = folk.desk.setting.world
    trip = world.chance.choice(trips[-6:])
    parts = _as_scanned(folk, trip, trips)

    def take(program: Program) -> str:
        rows = program.inbox.take_paper(program.session(), parts)
        return rows[0].outcome.value

    told = folk.desk.act(f"paper of {trip.dispatch}", take)
    if told is not None:
        world.note(folk.desk.name, told)
    return told == "new"


def _as_scanned(folk: Folk, trip: Trip, trips: list[Trip]) -> list[bytes]:
    assert trip.manifest is not None
    chance = folk.desk.setting.world.mischief
    parts = parts_on(trip.manifest)
    if folk.strikes("paper.forged"):
        return _forged(folk, trip.event)
    if folk.strikes("paper.part_unread") and parts:
        parts.pop(chance.randrange(len(parts)))
    if folk.strikes("paper.mixed"):
        other = chance.choice(trips)
        assert other.manifest is not None
        parts += parts_on(other.manifest)[:1]
    if folk.strikes("paper.doubled"):
        parts = parts * 2
    if folk.strikes("paper.shuffled"):
        chance.shuffle(parts)
    return parts


def _forged(folk: Folk, event: Event) -> list[bytes]:
    """Somebody who knows the format says that it goes by another route: whole and well formed, but for the signature."""
    body = event.body_bytes.replace(b"DT1-05", b"DT1-66", 1)
    made = event_hash(event.prev, event.envelope_bytes, body)
    forged = replace(event, body_bytes=body, hash=made)
    codes = PaperCodes(folk.desk.own, folk.desk.machine.keys, folk.desk.machine.entropy)
    return list(codes.parts(forged, folk.point))


def receive(folk: Folk) -> bool:
    """A receptacle is taken over from the driver, known or not."""
    ground = folk.ground
    bags = [bag for bag in folk.bags() if ground.holder(bag).point != folk.point]
    if not bags:
        return False
    bag = folk.pick(bags)
    trip = next((each for each in reversed(ground.trips.values()) if bag in each.bags), None)
    seal, weight_g = ground.sealed[bag]
    if folk.strikes("people.wrong_seal"):
        seal = folk.new_seal()
    named = trip.dispatch if trip is not None and trip.manifest is not None and trip.to == folk.point else ""
    draft = ReceiveDraft(bag, seal, weight_g, "intact", "Lê Văn Lái", named, scan=True)
    by = folk.clerk()
    return (
        folk.desk.act(
            f"receive {bag} by {named}", lambda program: program.arrivals.receive(program.session(by), draft)
        )
        is not None
    )


def open_bag(folk: Folk) -> bool:
    """A seal is broken; a relay point leaves most receptacles closed."""
    ground = folk.ground
    bags = []
    for bag in folk.bags():
        standing = folk.standing(bag)
        mine = standing is not None and standing.state is State.RECEIVED and standing.point == folk.point
        if mine and (ground.bound_for[bag] == folk.point or not folk.desk.place.kt1_relay):
            bags.append(bag)
    if not bags:
        return False
    bag = folk.pick(bags)
    return (
        folk.desk.act(f"open {bag}", lambda program: program.arrivals.open(program.session(), bag))
        is not None
    )


def scan(folk: Folk) -> bool:
    """Items that lie on the table are confirmed one by one, in no order, some twice, some named with the wrong receptacle."""
    ground = folk.ground
    here = folk.loose()
    items = [item for item in here if ground.holder(item).point != folk.point]
    if folk.strikes("people.twice"):
        items += [item for item in here if folk.desk.device != ground.accepted[item]]
    items = [item for item in items if ground.holder(item).kind is not HolderKind.PARTY]
    if not items:
        return False
    item, by = folk.pick(items), folk.clerk()
    bag = ground.came_in.get(item, "")
    if folk.strikes("people.wrong_bag"):
        bag = folk.pick([*ground.bound_for, ""])
    condition = "damaged" if folk.desk.setting.world.chance.random() < 0.05 else "intact"
    seen = folk.desk.act(
        f"scan {item} in {bag}",
        lambda program: program.arrivals.scan(program.session(by), item, bag, condition),
    )
    if seen is not None:
        folk.desk.setting.world.note(folk.desk.name, seen.outcome.value)
    return seen is not None


def close_arrival(folk: Folk) -> bool:
    """An arrival is closed, with a record of everything that differs; not before the table is empty."""
    if any(folk.ground.holder(item).point != folk.point for item in folk.loose()):
        return False
    expected = folk.desk.act(
        "looks what is expected", lambda program: program.arrivals.expected(program.session())
    )
    trips = folk.ground.trips
    come = [row.dispatch for row in expected or () if row.dispatch in trips and trips[row.dispatch].arrived]
    if not come:
        return False
    dispatch = folk.pick(come)
    if any(folk.ground.holder(bag).point != folk.point for bag in folk.bags()):
        return False

    def do(program: Program) -> object:
        session = program.session()
        view = program.arrivals.view(session, dispatch)
        for each in view.lacking:
            code = _CODES[each.wrong]
            draft = IncidentDraft(code, each.kind, each.number, view.dispatch.point, dispatch)
            program.incidents.open(session, draft)
        return program.arrivals.close(session, dispatch)

    return folk.desk.act(f"close {dispatch}", do) is not None


def tend_incidents(folk: Folk) -> bool:
    """Somebody is told, something is done, and another person closes it."""
    by = "bureau" if folk.desk.place.one_person else "chief"

    def do(program: Program) -> object:
        session = program.session()
        ours = [view for view in program.incidents.listed(session) if view.ours]
        if not ours:
            return None
        view = folk.desk.setting.world.chance.choice(ours)
        number = view.row.incident
        for who in sorted(view.untold):
            program.incidents.tell(session, number, who, "telephone", 0)
        program.incidents.remedy(session, number, "searched")
        return program.incidents.close(program.session(by), number, "solved")

    return folk.desk.act("incident", do) is not None


def review(folk: Folk) -> bool:
    """What was done without a second person is looked at by another one."""
    if not folk.desk.place.one_person:
        return False

    def do(program: Program) -> object:
        rows = program.reviews.exceptions(program.session())
        return program.reviews.review(program.session("bureau"), rows[0].event, "in_order") if rows else None

    return folk.desk.act("review", do) is not None
