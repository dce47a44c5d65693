"""Events of custody for tests of the pure rules: no store, no clock, written as a desk would write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kt1desk.domain.events import GENESIS, Envelope, Event, EventId, HybridTime, Moment, seal
from kt1desk.domain.facts import Fact, ItemAccepted, ItemLine, ReceptacleLine
from kt1desk.domain.merging import Known, Standing, fold
from kt1desk.domain.touching import touches

ITEM, OTHER_ITEM = "MX000000014VN", "MX000000028VN"
BAG, SEAL, DISPATCH = "TUI00000001", "NP0000001", "CT240000-261122-1-1"
HERE, THERE = "240000", "241000"


@dataclass
class Pen:
    """Writes the events of one device, one after the other; ``ms`` is its clock."""

    device: int
    ms: int = 1_000
    seq: int = field(default=0, init=False)

    def write(
        self, fact: Fact, parents: Iterable[Event] = (), actor: str = "an", second: str = "", at: int = 0
    ) -> Event:
        """The next event."""
        self.seq += 1
        self.ms = max(self.ms + 1, at)
        envelope = Envelope(
            EventId(self.device, fact.STREAM, 1, self.seq),
            fact.TYPE,
            fact.VERSION,
            Moment(self.ms),
            HybridTime(self.ms),
            "boot",
            actor,
            second=second,
            parents=tuple(each.id for each in parents),
        )
        return seal(GENESIS, envelope, fact.body())


def accepted(item: str = ITEM, point: str = HERE) -> ItemAccepted:
    """A plain item taken over at a counter."""
    return ItemAccepted(
        item, "KT1001", "none", "none", "intra", False, 100, 1, "counter", (), "account", "s1", point
    )


def line(item: str = ITEM, n: int = 3) -> ItemLine:
    """The same item as its dispatch tells it."""
    return ItemLine(item, "KT1001", "none", "none", "intra", 100, 1_000, 9_000, 0, HERE, n)


def bag_line(closed: Event, items: Sequence[ItemLine], bag: str = BAG) -> ReceptacleLine:
    """A receptacle as its dispatch tells it."""
    return ReceptacleLine(bag, SEAL, 500, 2, closed.id, closed.hash.hex(), tuple(items), THERE)


def known(number: str, events: Iterable[Event]) -> list[Known]:
    """What the events do to one thing."""
    return [
        Known(each.id, each.envelope.hlc, each.envelope.parents, touch)
        for each in events
        for touch in touches(each.body(), each.envelope)
        if touch.number == number
    ]


def standing(number: str, events: Iterable[Event]) -> Standing:
    """Where a thing stands by these events."""
    return fold(known(number, events))
