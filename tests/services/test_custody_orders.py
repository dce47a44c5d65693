"""Whatever order the events of a thing come in, all orders up to six of them, it stands where it stands, and the books show the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event
from kt1desk.domain.merging import fold
from tests.support import custody_machine_acts as acts
from tests.support import custody_machine_days as days
from tests.support import custody_machine_orders as orders
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody_machine import Ground, MachineDesk, machine_desk
from tests.support.custody_machine_doing import Doing
from tests.support.points import CENTRE, DISTRICT

MOST = 6
TURN = st.integers(0, 63)


@pytest.fixture
def ground() -> Iterator[Ground]:
    made = Ground()
    yield made
    made.close()


@pytest.fixture
def second_desk() -> Iterator[MachineDesk]:
    """Another desk at the centre, where nothing of all this is known."""
    desk = machine_desk(CENTRE, 9, HandClock(NOON_MS))
    yield desk
    desk.store.close()


def travelled(ground: Ground, turns: list[int]) -> str:
    """An item that went its way for so many steps."""
    item = acts.accept(Doing(ground, ground.at(CENTRE)), 0, "STC")
    assert item is not None
    for turn in turns:
        days.goes_on(ground, item, turn)
    return item


def mail_about(ground: Ground, point: str, item: str) -> list[Event]:
    """The first events of an item, of what it lay in and of how that travelled, that are addressed to a point."""
    known = [event for event in ground.post[point] if item in event.body_bytes.decode()]
    return known[:MOST]


def come_back(ground: Ground) -> str:
    """To the district, offered in vain, given back, on its way home and received there before its data."""
    item = travelled(ground, [1, 1, 1, 1, 1])
    district = Doing(ground, ground.at(DISTRICT), right=True)
    acts.start_round(district, [item], "postman")
    acts.attempt(district, item)
    acts.bring_back(district, [item], "postman")
    acts.turn_back(district, item, "controller", aside=False)
    bag = acts.pack(district, [item], CENTRE)
    assert bag is not None
    sent = acts.send(district, [bag], CENTRE, "controller")
    assert sent is not None
    days.arrivals_close(ground, district.desk)
    return item


def test_six_events_of_an_item_that_comes_back_are_taken_in_in_every_order(
    ground: Ground, second_desk: MachineDesk
) -> None:
    item = come_back(ground)
    mail = ground.post[CENTRE]
    known = [each for each in mail if each.envelope.type != "incident.opened"][:MOST]

    first, *others = orders.every_order(second_desk.store, known)

    assert len(known) == MOST
    assert {each.envelope.type for each in known} >= {"item.attempted", "item.returned", "dispatch.sent"}
    assert any(row[0] == item and "returning" not in row for row in first["standing"])
    assert [orders.first_difference(first, other) for other in others] == [""] * 719


@settings(max_examples=6)
@given(turns=st.lists(TURN, min_size=4, max_size=24))
def test_the_events_of_any_item_stand_alike_in_every_order(turns: list[int]) -> None:
    ground = Ground()
    try:
        item = travelled(ground, turns)
        events = {
            each.id: each
            for desk in ground.desks
            for each in desk.mind.things.get((ThingKind.ITEM, item), ())
        }
        last = sorted(events.values(), key=lambda each: (each.hlc, each.id))[-MOST:]

        for home in ("", CENTRE, DISTRICT):
            assert len({fold(order, home) for order in permutations(last)}) == 1
    finally:
        ground.close()


@settings(max_examples=6)
@given(turns=st.lists(TURN, min_size=8, max_size=24), point=st.sampled_from([CENTRE, DISTRICT]))
def test_the_mail_about_any_item_shows_the_same_in_every_order(turns: list[int], point: str) -> None:
    ground = Ground()
    desk = machine_desk(point, 9, HandClock(NOON_MS))
    try:
        mail = mail_about(ground, point, travelled(ground, turns))[:4]

        shown = orders.every_order(desk.store, mail)

        assert [orders.first_difference(shown[0], other) for other in shown] == [""] * len(shown)
    finally:
        ground.close()
        desk.store.close()
