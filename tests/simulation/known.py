"""What a desk knows, read past all projections: its own events and those it took in, in the order in which they came to be known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import JournalSetAside, MailTaken
from kt1desk.domain.merging import Known, Standing, fold
from kt1desk.domain.touching import touches
from tests.simulation.desk import SimDesk

Thing = tuple[ThingKind, str]


@dataclass(frozen=True)
class Step:
    """One event of custody when it became known, with what was known of its things before it."""

    event: Event
    ours: bool
    known: tuple[tuple[Thing, Known, tuple[Known, ...]], ...]


@dataclass
class Knowledge:
    """All of one desk."""

    desk: SimDesk
    aside: set[EventId] = field(default_factory=set)
    """Own events that came back after a restore and that nothing follows from."""
    own: dict[Stream, list[Event]] = field(default_factory=dict)
    taken: list[tuple[MailTaken, Event | None]] = field(default_factory=list)
    things: dict[Thing, list[Known]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    @classmethod
    def of(cls, desk: SimDesk) -> Knowledge:
        """Read everything."""
        made = cls(desk, own={stream: desk.journal(stream) for stream in Stream})
        made.aside = {
            EventId.parse(str(row[0]))
            for event in made.own[Stream.COUNTER]
            if event.envelope.type == JournalSetAside.TYPE
            for row in cast(Sequence[Sequence[str]], event.body()["rows"])
        }
        for event in made.own[Stream.KT1]:
            if event.id in made.aside:
                continue
            if event.envelope.type != MailTaken.TYPE:
                made._learn(event, ours=True)
                continue
            fact = MailTaken.of(event.body())
            with desk.store.read() as reader:
                foreign = reader.received(fact.event_id)
            made.taken.append((fact, foreign))
            if foreign is not None:
                made._learn(foreign, ours=False)
        return made

    @property
    def here(self) -> set[EventId]:
        """Events of others that are here."""
        return {fact.event_id for fact, foreign in self.taken if foreign is not None}

    def ids(self, thing: Thing) -> frozenset[EventId]:
        """The events known of a thing."""
        return frozenset(each.id for each in self.things[thing])

    def standing(self, thing: Thing) -> Standing:
        """Where a thing stands by all that the desk knows."""
        return fold(self.things[thing], self.desk.point)

    def all_own(self) -> Iterator[Event]:
        """Both chains."""
        for events in self.own.values():
            yield from events

    def _learn(self, event: Event, *, ours: bool) -> None:
        learnt = []
        envelope = event.envelope
        done = {(touch.kind, touch.number): touch for touch in touches(event.body(), envelope)}
        for thing, touch in done.items():
            known = Known(event.id, envelope.hlc, envelope.parents, touch)
            before = self.things.setdefault(thing, [])
            learnt.append((thing, known, tuple(before)))
            before.append(known)
        if learnt:
            self.steps.append(Step(event, ours, tuple(learnt)))
