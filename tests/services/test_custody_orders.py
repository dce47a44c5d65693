"""Whatever order the events of a thing come in, all orders up to six of them, it stands where it stands, and the books show the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event
from kt1desk.domain.mail import siblings
from kt1desk.domain.merging import fold
from tests.support import custody_machine_acts as acts
from tests.support import custody_machine_days as days
from tests.support import custody_machine_orders as orders
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody_machine import Ground, MachineDesk, machine_desk
from tests.support.custody_machine_doing import Doing
from tests.support.near_desks import NearDesk, near_desks, settle
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


def six_of_an_item_that_comes_back(ground: Ground) -> list[Event]:
    """What the centre hears of it."""
    come_back(ground)
    known = [each for each in ground.post[CENTRE] if each.envelope.type != "incident.opened"][:MOST]
    assert len(known) == MOST
    assert {each.envelope.type for each in known} >= {"item.attempted", "item.returned", "dispatch.sent"}
    return known


def test_whichever_of_six_events_of_an_item_that_comes_back_comes_last_the_books_show_the_same(
    ground: Ground, second_desk: MachineDesk
) -> None:
    known = six_of_an_item_that_comes_back(ground)

    assert orders.every_step(second_desk.store, known) == []
    assert orders.every_step(second_desk.store, known[::-1]) == []


@pytest.mark.soak
def test_six_events_of_an_item_that_comes_back_are_taken_in_in_every_order(
    ground: Ground, second_desk: MachineDesk
) -> None:
    known = six_of_an_item_that_comes_back(ground)

    first, *others = orders.every_order(second_desk.store, known)

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


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[tuple[NearDesk, ...]]:
    """Devices 7 and 8 at the centre, and 6 there too, which has seen nothing yet."""
    with near_desks(tmp_path, (CENTRE, 7), (CENTRE, 8), (CENTRE, 6)) as made:
        yield made


def six_of_two_desks_at_once(beside: tuple[NearDesk, ...], tmp_path: Path) -> list[Event]:
    """The same item goes out with the first and with the second one, neither knowing of the other."""
    first, second, _ = beside
    first.place("KET-1")
    item = first.new_item()
    first.holding.store(first.session(), item, "KET-1")
    settle(tmp_path, first, second, times=2)
    one = first.pack(item, to=DISTRICT, seal="NP0000011")
    other = second.pack(item, to=DISTRICT, seal="NP0000012")
    first.send(one.receptacle, to=DISTRICT)
    second.send(other.receptacle, to=DISTRICT)
    known = [
        event
        for desk in (first, second)
        for event in desk.written()
        if siblings(event.envelope.type) and item in event.body_bytes.decode()
    ]

    assert len(known) == MOST
    assert [event.envelope.type for event in known].count("dispatch.sent") == 2
    return known


def test_whichever_of_what_two_desks_of_the_point_did_at_once_comes_last_the_third_shows_the_same(
    beside: tuple[NearDesk, ...], tmp_path: Path
) -> None:
    known = six_of_two_desks_at_once(beside, tmp_path)

    assert orders.every_step(beside[2].store, known) == []
    assert orders.every_step(beside[2].store, known[::-1]) == []


@pytest.mark.soak
def test_what_two_desks_of_the_point_did_at_once_stands_alike_in_every_order_at_the_third(
    beside: tuple[NearDesk, ...], tmp_path: Path
) -> None:
    known = six_of_two_desks_at_once(beside, tmp_path)

    shown = orders.every_order(beside[2].store, known)

    assert [orders.first_difference(shown[0], order) for order in shown] == [""] * 720
