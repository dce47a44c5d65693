"""Passing on: a relay point knows for which point a receptacle was closed, whoever sent it here, and sends it nowhere that ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from kt1desk.store import rebuild
from tests.support.points import CENTRE, COMMUNE, DISTRICT, FAR, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, DISTRICT, 2) as made:
        yield made


def for_commune(centre: PointDesk, relay: PointDesk, *, told_first: bool = True) -> str:
    """A receptacle that was closed for the commune and lies at the relay point, whose data came before it or after."""
    bag = centre.pack(centre.new_item(), to=COMMUNE).receptacle
    sent = centre.send(bag, to=DISTRICT)
    taken: list[Callable[[], object]] = [
        partial(relay.take, sent.event),
        partial(relay.receive, bag, dispatch=sent.dispatch),
    ]
    for act in taken if told_first else reversed(taken):
        act()
    return bag


def destination(desk: PointDesk, bag: str) -> str:
    with desk.store.read() as reader:
        row = reader.receptacle(bag)
    assert row is not None
    return row.to


def differences(desk: PointDesk) -> tuple[str, ...]:
    with desk.store.held() as held:
        return rebuild.differences(held.connection)


@pytest.mark.parametrize("told_first", [True, False])
def test_a_relay_point_learns_for_which_point_a_receptacle_was_closed(
    centre: PointDesk, relay: PointDesk, told_first: bool
) -> None:
    bag = for_commune(centre, relay, told_first=told_first)

    assert destination(relay, bag) == COMMUNE
    assert relay.state(bag)[0] == "received"
    assert differences(relay) == ()


def test_whoever_sent_a_receptacle_to_a_relay_point_still_knows_whom_it_is_for(
    centre: PointDesk, relay: PointDesk
) -> None:
    bag = for_commune(centre, relay)

    assert destination(centre, bag) == COMMUNE
    assert differences(centre) == ()


def test_a_relay_point_sends_a_receptacle_to_nobody_who_neither_opens_it_nor_passes_it_on(
    centre: PointDesk, relay: PointDesk
) -> None:
    bag = for_commune(centre, relay)

    found = refusal(lambda: relay.send(bag, to=FAR))

    assert (found.code, found.field, found.details["number"]) == ("dispatch.no_relay", "to", bag)
    assert relay.state(bag)[0] == "received"


@pytest.mark.parametrize("to", [COMMUNE, CENTRE])
def test_a_relay_point_sends_a_receptacle_to_its_opener_or_to_a_point_that_passes_on(
    centre: PointDesk, relay: PointDesk, to: str
) -> None:
    bag = for_commune(centre, relay)

    sent = relay.send(bag, to=to)

    assert relay.state(bag) == ("sent", f"trip:{sent.dispatch}")
    assert destination(relay, bag) == COMMUNE
    assert differences(relay) == ()


def test_a_receptacle_that_was_passed_on_comes_to_its_opener_as_his_own(
    centre: PointDesk, relay: PointDesk, tmp_path: Path
) -> None:
    bag = for_commune(centre, relay)
    onward = relay.send(bag, to=COMMUNE)

    with point_desk(tmp_path, COMMUNE, 3) as commune:
        commune.take(onward.event)
        commune.receive(bag, dispatch=onward.dispatch)
        commune.arrivals.open(commune.session(), bag)

        assert destination(commune, bag) == COMMUNE
        assert differences(commune) == ()
