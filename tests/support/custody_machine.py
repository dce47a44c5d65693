"""Three points with their people, and the mail between them: the ground on which custody is played in any order.

Real services on real stores in memory. Beside them stands what is true of the things themselves, whoever knows it: in whose hands, or in
what, each of them is. What could not have been done with one's hands (scanning what is not here) is remembered as said of that thing.

This module must not know which acts there are, nor what must hold of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kt1desk.app.first_run import trial_plan
from kt1desk.domain.custody import Holder, HolderKind, ThingKind
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import MailTaken
from kt1desk.domain.mail import audience
from kt1desk.domain.merging import Known
from kt1desk.domain.touching import touches
from kt1desk.exchange.judging import judge
from kt1desk.exchange.trust import KeyList
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.dispatching import Dispatching
from kt1desk.services.holding import Holding
from kt1desk.services.incidents import Incidents
from kt1desk.services.packing import Packing
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.reversal import Reversals
from kt1desk.services.rounds import Rounds
from kt1desk.services.set_up import Block, open_desk
from kt1desk.store.device_key import PointKey
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import in_memory
from tests.support.clocks import NOON_MS, HandClock
from tests.support.desks import sample_reference
from tests.support.exchange_keys import DAY, row_of
from tests.support.points import CENTRE, COMMUNE, DISTRICT, STAFF, PlainCodes, PointDesk

POINTS = (CENTRE, DISTRICT, COMMUNE)
"""A relay point, a relay point that delivers to most agencies, a point with one person that relays nothing."""
SAFE = "KET-1"
Thing = tuple[ThingKind, str]


class AnyPaper:
    """Implements `kt1desk.services.ports.Documents`: layout is tested elsewhere and takes longer than all else here."""

    def check_fit(self, template: str, version: int, values: object) -> None:
        """Everything fits."""


@dataclass(frozen=True)
class Learnt:
    """One event when it became known at a desk, with what was known of each of its things before it."""

    event: Event
    ours: bool
    things: tuple[tuple[Known, tuple[Known, ...]], ...]


@dataclass
class Mind:
    """What a desk knows, read from its journal past all projections; ``letters`` are letter, urgency and acceptor of its own items."""

    seq: int = 0
    things: dict[Thing, list[Known]] = field(default_factory=dict)
    taken: dict[EventId, Event] = field(default_factory=dict)
    accepted: dict[str, Event] = field(default_factory=dict)

    def learn(self, event: Event, *, ours: bool) -> Learnt:
        """Keep an event, and tell what was known before it."""
        made, envelope = [], event.envelope
        if envelope.type == "item.accepted":
            self.accepted[str(event.body()["item"])] = event
        for touch in {(each.kind, each.number): each for each in touches(event.body(), envelope)}.values():
            known = Known(event.id, envelope.hlc, envelope.parents, touch)
            before = self.things.setdefault((touch.kind, touch.number), [])
            made.append((known, tuple(before)))
            before.append(known)
        return Learnt(event, ours, tuple(made))

    def ids(self, thing: Thing) -> frozenset[EventId]:
        """The events known of a thing."""
        return frozenset(each.id for each in self.things.get(thing, ()))


@dataclass(frozen=True)
class MachineDesk(PointDesk):
    """A desk of a point on a store in memory."""

    point: str = ""
    own: PointKey | None = None
    mind: Mind = field(default_factory=Mind)

    @property
    def acceptance(self) -> Acceptance:
        return Acceptance(self.store, self.reference, self.clock, AnyPaper())

    @property
    def reversals(self) -> Reversals:
        return Reversals(self.store, self.reference, self.clock, AnyPaper())

    @property
    def holding(self) -> Holding:
        return Holding(self.store, self.reference, self.clock, AnyPaper())

    @property
    def packing(self) -> Packing:
        return Packing(self.store, self.reference, self.clock, AnyPaper())

    @property
    def dispatching(self) -> Dispatching:
        return Dispatching(self.store, self.reference, self.clock, AnyPaper(), PlainCodes())

    @property
    def rounds(self) -> Rounds:
        return Rounds(self.store, self.reference, self.clock, AnyPaper())

    @property
    def redirecting(self) -> Redirecting:
        return Redirecting(self.store, self.reference, self.clock)

    @property
    def incidents(self) -> Incidents:
        return Incidents(self.store, self.reference, self.clock, AnyPaper())

    def learnt(self) -> list[Learnt]:
        """What has come into the journal since this was asked last."""
        made = []
        with self.store.read() as reader:
            events = reader.events_after(Stream.KT1, self.mind.seq)
            for event in events:
                if event.envelope.type != MailTaken.TYPE:
                    made.append(self.mind.learn(event, ours=True))
                    continue
                foreign = reader.received(MailTaken.of(event.body()).event_id)
                assert foreign is not None
                assert foreign.id not in self.mind.taken, f"{foreign.id.text} was taken in twice"
                self.mind.taken[foreign.id] = foreign
                made.append(self.mind.learn(foreign, ours=False))
        self.mind.seq += len(events)
        return made


def machine_desk(point: str, device: int, clock: HandClock) -> MachineDesk:
    """A real desk (no trial) with the whole staff, a safe and an open shift; nothing of it is on a disk."""
    rows = sample_reference()
    store = in_memory(clock, random.Random(device).randbytes, device)
    first = device * 10_000
    plan = replace(
        trial_plan(rows),
        device=device,
        point=point,
        desk_file="0" * 64,
        blocks=(Block("MX", first, first + 2_000),),
    )
    open_desk(store, plan, STAFF)
    with store.held() as held:
        own = held.sources.key.at(point)
    desk = MachineDesk(DataFolder(Path("/nowhere")), store, clock, rows, device, point=point, own=own)
    desk.open_shift()
    desk.place(SAFE)
    desk.learnt()
    return desk


class Ground:
    """The points, the post between them, and where each thing really is (a holder's text).

    ``untrue`` are things of which something was said that could not be done: the points may differ about them until both are asked.
    ``came`` is by which event each thing was taken over last.
    """

    def __init__(self) -> None:
        self.clock = HandClock(NOON_MS)
        self.desks = tuple(machine_desk(point, at + 1, self.clock) for at, point in enumerate(POINTS))
        self.keys = KeyList(tuple(row_of(desk.own) for desk in self.desks if desk.own), 5, DAY)
        self.post: dict[str, list[Event]] = {point: [] for point in POINTS}
        self.truth: dict[str, str] = {}
        self.untrue: set[str] = set()
        self.doubted: set[str] = set()
        self.came: dict[str, EventId] = {}
        self.seals = 0
        self.story: list[str] = []
        self.written: dict[EventId, int] = {}

    def close(self) -> None:
        """Let go of all stores."""
        for desk in self.desks:
            desk.store.close()

    def at(self, point: str) -> MachineDesk:
        """The desk of a point."""
        return self.desks[POINTS.index(point)]

    def next_seal(self) -> str:
        """A seal that was never used."""
        self.seals += 1
        return f"NP{self.seals:07d}"

    def posted(self, event: Event) -> None:
        """An event is written: it is on its way to whom it is addressed to, and stays there to come again."""
        self.written[event.id] = len(self.written) + 1
        for point in audience(event.envelope.type, event.body()):
            if point in self.post:
                self.post[point].append(event)

    def take(self, desk: MachineDesk, event: Event) -> bool:
        """An event as mail: proved, and taken in if it is for this point and new."""
        assert desk.own is not None
        carrier = self.keys.of_device(event.id.device, DAY)
        judge(event, desk.own, self.keys, carrier)
        was_new = desk.take(event)
        for learnt in desk.learnt():
            self.tell(desk, learnt)
        return was_new

    def tell(self, desk: MachineDesk, learnt: Learnt) -> None:
        """Remember what became known at a desk, for whoever reads of a failure."""
        things = " ".join(f"{known.touch.step} {known.touch.number}" for known, _ in learnt.things)
        event = learnt.event
        how = f"writes, {event.envelope.actor}" if learnt.ours else "takes in"
        self.story.append(f"{desk.point} {how}: {event.id.text} {event.envelope.type} {things}")

    def place_of(self, number: str) -> str:
        """The point where a thing really is, "" on its way or with a party."""
        holder = Holder.parse(self.truth[number])
        return self.place_of(holder.ref) if holder.kind is HolderKind.RECEPTACLE else holder.point

    def is_within_reach(self, desk: MachineDesk, number: str) -> bool:
        """Whether somebody at this point can have a thing in his hands: it is here, or on its way and came here."""
        if number not in self.truth:
            return True
        holder = Holder.parse(self.truth[number])
        if holder.kind is HolderKind.RECEPTACLE:
            return self.is_within_reach(desk, holder.ref)
        return holder.kind is HolderKind.TRIP or holder.point == desk.point

    def untaken(self) -> Iterator[tuple[MachineDesk, Event]]:
        """Mail that has not come yet."""
        for desk in self.desks:
            for event in self.post[desk.point]:
                if event.id not in desk.mind.taken:
                    yield desk, event
