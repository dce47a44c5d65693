"""Arrivals: piece by piece, before or after the data; a scan that says nothing new writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.arrivals import ReceiveDraft
from tests.support.arriving import came, count, scan, sent
from tests.support.points import CENTRE, DISTRICT, FAR, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def far(tmp_path: Path) -> Iterator[PointDesk]:
    """A point that relays nothing: it opens all that comes."""
    with point_desk(tmp_path, FAR, 4) as made:
        yield made


def test_what_is_on_its_way_is_expected_until_its_arrival_is_closed(
    centre: PointDesk, far: PointDesk
) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    before = far.arrivals.expected(far.session())

    far.take(one.event)
    coming = [row.dispatch for row in far.arrivals.expected(far.session())]
    came(far, bag, one)
    scan(far, item, bag)
    event = far.arrivals.close(far.session(), one.dispatch)

    assert (before, coming) == ((), [one.dispatch])
    assert far.arrivals.expected(far.session()) == ()
    assert (event.body()["expected"], event.body()["arrived"]) == (1, 1)
    assert far.state(one.dispatch)[0] == "arrived"
    assert far.state(item) == ("arrived", "person:240100/clerk")


def test_the_giver_stands_beside_the_taking_over(centre: PointDesk, far: PointDesk) -> None:
    bag, one = sent(centre, centre.new_item())
    far.take(one.event)

    received = far.arrivals.receive(
        far.session(), ReceiveDraft(bag, "NP0000001", 540, "intact", "Lê Văn Lái", one.dispatch, True)
    )

    assert received.event is not None
    assert received.event.particular("giver") == {"name": "Lê Văn Lái"}
    assert "Lê Văn Lái".encode() not in received.event.body_bytes
    assert received.event.envelope.parents == (one.event.id,)
    assert (received.event.body()["n"], received.event.body()["from_point"]) == (3, CENTRE)


def test_the_same_scan_twice_writes_nothing(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    far.receive(bag, dispatch=one.dispatch)
    after_bag = count(far)
    far.receive(bag, dispatch=one.dispatch)
    assert count(far) == after_bag
    far.arrivals.open(far.session(), bag)

    first = scan(far, item, bag)
    written = count(far)
    again = [scan(far, item.lower(), bag), scan(far, item)]

    assert (first.outcome, first.dispatch) == (ScanOutcome.EXPECTED, one.dispatch)
    assert [each.outcome for each in again] == [ScanOutcome.ALREADY] * 2
    assert [each.event for each in again] == [None, None]
    assert count(far) == written


def test_an_item_without_its_receptacle_being_said_is_found_in_the_one_it_was_sent_with(
    centre: PointDesk, far: PointDesk
) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    came(far, bag, one)

    found = scan(far, item)

    assert found.outcome is ScanOutcome.EXPECTED
    assert found.event is not None
    assert found.event.body()["receptacle"] == bag


def test_items_are_confirmed_out_of_an_opened_receptacle_only(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)

    unseen = refusal(partial(scan, far, item, bag))
    far.receive(bag, dispatch=one.dispatch)
    closed = refusal(partial(scan, far, item, bag))

    assert (unseen.code, closed.code) == ("arrival.not_opened", "arrival.not_opened")
    assert far.state(item)[0] == "dispatched"


def test_what_is_in_a_bag_that_came_is_known_before_it_is_opened_and_nothing_of_it_is_missing_yet(
    centre: PointDesk, far: PointDesk
) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)

    far.receive(bag, dispatch=one.dispatch)

    view = far.arrivals.view(far.session(), one.dispatch)
    assert [(each.item.item, each.seen) for each in view.items] == [(item, False)]
    assert (view.expected, view.arrived, view.differences) == (1, 0, ())


def test_an_item_that_comes_before_its_data_is_taken_by_its_label_and_completed_later(
    centre: PointDesk, far: PointDesk
) -> None:
    marked = centre.new_item(Secrecy.B)
    centre.approve(marked)
    bag, one = sent(centre, marked)
    came(far, bag, one)

    early = scan(far, marked, bag)
    unknown = refusal(lambda: far.pack(marked, to=CENTRE))
    no_data = refusal(partial(far.arrivals.close, far.session(), one.dispatch))
    again = scan(far, marked, bag)
    far.take(one.event)

    assert early.outcome is ScanOutcome.BEFORE_DATA
    assert again.outcome is ScanOutcome.ALREADY
    assert (unknown.code, no_data.code) == ("receptacle.item_unknown", "dispatch.unknown")
    with far.store.read() as reader:
        held = reader.held_item(marked)
    assert held is not None
    assert (held.known, held.secrecy) == (True, "B")
    assert far.state(marked) == ("arrived", "person:240100/clerk")
    view = far.arrivals.view(far.session(), one.dispatch)
    assert (view.expected, view.arrived, view.differences) == (1, 1, ())
    assert far.arrivals.close(far.session(), one.dispatch).body()["expected"] == 1


def test_data_that_comes_a_second_time_changes_nothing(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    came(far, bag, one)
    scan(far, item, bag)
    before = (far.state(item), far.state(bag), far.state(one.dispatch), count(far))

    was_new = far.take(one.event)

    assert not was_new
    assert (far.state(item), far.state(bag), far.state(one.dispatch), count(far)) == before


def test_a_dispatch_for_another_point_is_not_received_here(centre: PointDesk, far: PointDesk) -> None:
    bag, one = sent(centre, centre.new_item(), to=DISTRICT)
    far.take(one.event)

    view = refusal(partial(far.arrivals.view, far.session(), one.dispatch))
    received = refusal(partial(far.receive, bag, dispatch=one.dispatch))

    assert (view.code, received.code) == ("dispatch.not_for_here", "dispatch.not_for_here")
    assert far.arrivals.expected(far.session()) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"receptacle": "NP0000001"}, "receptacle.number_shape"),
        ({"seal": "0000001"}, "receptacle.seal_shape"),
        ({"giver": ""}, "text.empty"),
        ({"giver": "0912345678"}, "text.name_number"),
        ({"condition": "hơi rách"}, "arrival.condition"),
        ({"weight_g": 0}, "arrival.weight_range"),
        ({"dispatch": "BB240000-261123-1-1"}, "number.local_shape"),
    ],
)
def test_what_is_said_of_a_receptacle_has_its_form(
    far: PointDesk, changes: dict[str, Any], code: str
) -> None:
    draft = ReceiveDraft("TUI00000001", "NP0000001", 540, "intact", "Lê Văn Lái")

    found = refusal(lambda: far.arrivals.receive(far.session(), replace(draft, **changes)))

    assert found.code == code


def test_a_label_that_is_none_and_a_state_of_no_list_are_refused(far: PointDesk) -> None:
    condition = refusal(partial(scan, far, "MX000100014VN", "", "móp"))
    number = refusal(partial(scan, far, "x"))

    assert (condition.code, number.code) == ("arrival.condition", "number.shape")


def test_an_item_that_is_here_by_the_books_cannot_arrive(far: PointDesk) -> None:
    item = far.new_item()

    found = refusal(partial(scan, far, item))

    assert (found.code, found.details["state"]) == ("custody.step", "accepted")


@pytest.mark.parametrize("user", ["inspector", "postman", "uncleared"])
def test_who_may_not_receive_receives_nothing(centre: PointDesk, far: PointDesk, user: str) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    came(far, bag, one)

    found = refusal(lambda: far.arrivals.scan(far.session(user), item, bag))
    closed = refusal(lambda: far.arrivals.close(far.session(user), one.dispatch))

    assert {found.code, closed.code} <= {"user.not_allowed", "user.clearance_missing"}


def test_a_full_receptacle_is_received_with_none_missed_and_none_doubled(
    centre: PointDesk, far: PointDesk
) -> None:
    items = [centre.new_item() for _ in range(60)]
    bag, one = sent(centre, *items)
    far.take(one.event)
    came(far, bag, one)
    before = count(far)

    outcomes = [scan(far, item, bag).outcome for each in items for item in (each, each)]
    event = far.arrivals.close(far.session(), one.dispatch)

    assert outcomes == [ScanOutcome.EXPECTED, ScanOutcome.ALREADY] * 60
    assert count(far) == before + 61
    assert (event.body()["expected"], event.body()["arrived"]) == (60, 60)
