"""Fault 27: two points act on one thing and neither knows of the other. In whichever order they come, the books show one answer.

Each race is written as its events; a real store takes them in in all ways (`every_step`), and what it shows in the end is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

import pytest

from kt1desk.domain import custody
from kt1desk.domain.custody import State
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DispatchRecalled, DispatchSent, ItemArrived, ItemDelivered, ReceptacleClosed
from kt1desk.domain.merging import fold
from tests.support import custody_machine_orders as orders
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody_events import (
    BAG,
    DISPATCH,
    HERE,
    ITEM,
    SEAL,
    THERE,
    Pen,
    accepted,
    bag_line,
    known,
    line,
)
from tests.support.custody_machine import MachineDesk, machine_desk

ELSEWHERE = "243000"


def _sent(pen: Pen) -> list[Event]:
    """Accepted, packed and sent from here to there."""
    took = pen.write(accepted())
    closed = pen.write(ReceptacleClosed(BAG, SEAL, 500, THERE, ((ITEM, 2),), HERE, "s1"), [took])
    bags = (bag_line(closed, [line(n=3)]),)
    sent = pen.write(
        DispatchSent(DISPATCH, HERE, THERE, "LS-01", "12C-001.23", True, "spot", bags, "s1"), [closed]
    )
    return [took, closed, sent]


def _arrived(pen: Pen, point: str, *after: Event) -> Event:
    return pen.write(ItemArrived(ITEM, "intact", point, "s7", 4, BAG, DISPATCH, HERE, scan=True), after)


def both_receive() -> list[Event]:
    """Scanned where it was sent to, and an hour later at a point that it was never sent to."""
    way = _sent(Pen(1))
    return [*way, _arrived(Pen(7, 3_600_000), THERE, way[2]), _arrived(Pen(8, 7_200_000), ELSEWHERE)]


def received_before_sent() -> list[Event]:
    """By the clock of the receiving desk it was there before it left."""
    way = _sent(Pen(1, 7_200_000))
    return [*way, _arrived(Pen(7), THERE, way[2])]


def delivered_while_under_way() -> list[Event]:
    """Handed out there, while here the dispatch is called back as not arrived."""
    pen, other = Pen(1), Pen(7, 3_600_000)
    way = _sent(pen)
    there = _arrived(other, THERE, way[2])
    fact = ItemDelivered(ITEM, 5, THERE, "s7", custody.RECEIVER, f"PH{THERE}-261123-7-1/1", origin=HERE)
    gone = other.write(fact, [there])
    recall = DispatchRecalled(DISPATCH, 2, ((BAG, 3),), ((ITEM, 4),), THERE, "not_departed", HERE, "s1")
    back = pen.write(recall, [way[2]])
    return [*way, there, gone, back]


@pytest.fixture
def desk() -> Iterator[MachineDesk]:
    """Another desk of the point it was sent from, which had nothing to do with it."""
    made = machine_desk(HERE, 9, HandClock(NOON_MS))
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("race", "state"),
    [
        (both_receive, State.ARRIVED),
        (received_before_sent, State.ARRIVED),
        (delivered_while_under_way, State.DELIVERED),
    ],
    ids=["both receive", "received before it was sent", "delivered while under way"],
)
def test_a_race_ends_alike_whatever_comes_last(
    desk: MachineDesk, race: Callable[[], list[Event]], state: State
) -> None:
    events = race()

    assert orders.every_step(desk.store, events) == []

    for home in ("", HERE, THERE, ELSEWHERE):
        stands = {fold(known(ITEM, order), home) for order in permutations(events)}
        assert len(stands) == 1
    assert fold(known(ITEM, events)).state is state
