"""Where things really are, whatever any desk believes: people can only act on what lies before them.

It follows what was committed, never what was tried. Of each thing it also keeps the last claim: the newest event in true time of somebody
who had the thing itself in his hands. In the end the desk that made this claim must say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.domain.custody import Holder, HolderKind, Step, ThingKind
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import DispatchRecalled, DispatchSent, ReceptacleClosed, read_dispatch_sent
from kt1desk.domain.merging import Touch
from kt1desk.domain.touching import touches
from tests.simulation.desk import Shown, SimDesk

GONE = ""
"""With a party, or on the way."""


@dataclass(frozen=True)
class Claim:
    """Who said last that he has a thing, having it in his hands."""

    kind: ThingKind
    holder: str
    device: int
    event: EventId


@dataclass
class Trip:
    """Receptacles on their way, and the manifest that came out for them, if it did in time."""

    dispatch: str
    origin: str
    to: str
    bags: tuple[str, ...]
    event: Event
    manifest: Shown | None = None
    arrived: bool = False
    over: bool = False


@dataclass
class Ground:
    """Everything that lies somewhere."""

    at: dict[str, str] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    came_in: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    last: dict[str, EventId] = field(default_factory=dict)
    """The newest event of each thing, whether or not it changed hands."""
    trips: dict[str, Trip] = field(default_factory=dict)
    bound_for: dict[str, str] = field(default_factory=dict)
    sealed: dict[str, tuple[str, int]] = field(default_factory=dict)
    closers: dict[str, int] = field(default_factory=dict)
    accepted: dict[str, int] = field(default_factory=dict)
    acceptor: dict[str, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    too_late: set[str] = field(default_factory=set)

    def follow(self, desk: SimDesk) -> list[Event]:
        """What a desk has committed since; returns it."""
        life = desk.own.incarnation
        new = desk.events_after(Stream.KT1, desk.followed.get(life, 0))
        for event in new:
            desk.followed[life] = event.id.seq
            self._apply(desk, event)
        return new

    def loose_at(self, point: str) -> list[str]:
        """Items that lie open at a point, whoever knows of them."""
        return [
            thing
            for thing, where in self.at.items()
            if where == point and thing in self.accepted and not self.inside.get(thing)
        ]

    def bags_at(self, point: str) -> list[str]:
        """Receptacles that lie at a point."""
        return [thing for thing, where in self.at.items() if where == point and thing in self.bound_for]

    def closed_by(self, device: int) -> list[str]:
        """Receptacles that a desk closed."""
        return [bag for bag in self.sealed if self.closers[bag] == device]

    def holder(self, thing: str) -> Holder:
        """Who claims it."""
        return Holder.parse(self.claims[thing].holder)

    def _apply(self, desk: SimDesk, event: Event) -> None:
        kind, body = event.envelope.type, event.body()
        if kind == DispatchRecalled.TYPE and str(body["dispatch"]) in self.too_late:
            return
        for touch in touches(body, event.envelope):
            self._touch(desk, event, touch)
        if kind == ReceptacleClosed.TYPE:
            fact = ReceptacleClosed.of(body)
            self.bound_for[fact.receptacle] = fact.to
            self.closers[fact.receptacle] = desk.device
            self.sealed[fact.receptacle] = (fact.seal, fact.weight_g)
            for item, _ in fact.items:
                if item not in self.left_out:
                    self.inside[item] = fact.receptacle
        elif kind == DispatchSent.TYPE:
            sent = read_dispatch_sent(event)
            bags = tuple(bag.receptacle for bag in sent.receptacles)
            self.trips[sent.dispatch] = Trip(sent.dispatch, sent.point, sent.to, bags, event)
        elif kind == DispatchRecalled.TYPE:
            self.trips[str(body["dispatch"])].over = True

    def _touch(self, desk: SimDesk, event: Event, touch: Touch) -> None:
        if touch.kind is ThingKind.DISPATCH:
            return
        self.last[touch.number] = event.id
        if touch.step is Step.ACCEPT:
            self.accepted[touch.number] = desk.device
            self.acceptor[touch.number] = event.envelope.actor
        if touch.kind is ThingKind.ITEM and touch.step is Step.RECALL:
            return
        if touch.holder:
            self.claims[touch.number] = Claim(touch.kind, touch.holder, desk.device, event.id)
            self._lies(touch)

    def _lies(self, touch: Touch) -> None:
        holder = Holder.parse(touch.holder)
        if touch.kind is ThingKind.ITEM and holder.kind is HolderKind.RECEPTACLE:
            return  # where its receptacle is, unless it was left out of it
        if touch.step is Step.OPEN or touch.step is Step.UNDO:
            self.at[touch.number] = GONE
            for item, bag in self.inside.items():
                if bag == touch.number:
                    self.inside[item] = GONE
                    self.at[item] = touch.point
                    self.came_in[item] = bag
            return
        self.at[touch.number] = holder.point
        if touch.kind is ThingKind.ITEM:
            self.left_out.discard(touch.number)
            self.inside[touch.number] = GONE
