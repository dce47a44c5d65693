"""What was called back too late comes back by its taker: it is here again, whatever the books of its giver say of the dispatch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.permissions import Act
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.dispatching import Sent
from tests.support.arriving import came, scan, sent
from tests.support.points import CENTRE, DISTRICT, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, DISTRICT, 2) as made:
        yield made


def recall(desk: PointDesk, one: Sent) -> None:
    desk.dispatching.recall(desk.session(), one.dispatch, "wrong_route", desk.confirmed(Act.APPROVE_DISPATCH))


@pytest.mark.parametrize("loose", [True, False])
def test_an_item_that_was_recalled_too_late_and_comes_back_before_its_data_is_here(
    centre: PointDesk, district: PointDesk, *, loose: bool
) -> None:
    item = centre.new_item()
    out, one = sent(centre, item, to=DISTRICT)
    came(district, out, one)
    scan(district, item, out)
    district.take(one.event)
    back, two = sent(district, item, to=CENTRE, seal="NP0000002")
    recall(centre, one)
    came(centre, back, two, seal="NP0000002")

    found = scan(centre, item, "" if loose else back)
    again = scan(centre, item, "" if loose else back)
    before = centre.state(item)
    centre.take(two.event)

    assert (found.outcome, again.outcome) == (ScanOutcome.BEFORE_DATA, ScanOutcome.ALREADY)
    assert before == centre.state(item) == ("arrived", f"person:{CENTRE}/clerk")


def test_an_item_that_came_back_loose_names_no_dispatch_that_was_recalled(
    centre: PointDesk, district: PointDesk
) -> None:
    item = centre.new_item()
    out, one = sent(centre, item, to=DISTRICT)
    came(district, out, one)
    scan(district, item, out)
    recall(centre, one)

    event = scan(centre, item).event

    assert event is not None
    assert event.envelope.parents == ()
    assert (event.body().get("receptacle", ""), event.body().get("dispatch", "")) == ("", "")


def test_a_receptacle_that_was_recalled_too_late_and_is_passed_back_is_here_and_opened_for_its_items(
    centre: PointDesk, district: PointDesk
) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item, to=DISTRICT)
    district.take(one.event)
    district.receive(bag, dispatch=one.dispatch)
    two = district.send(bag, to=CENTRE)
    recall(centre, one)

    centre.receive(bag, dispatch=two.dispatch)
    centre.arrivals.open(centre.session(), bag)
    scan(centre, item, bag)
    before = centre.state(bag), centre.state(item)
    centre.take(two.event)

    assert before == (centre.state(bag), centre.state(item))
    assert before == (("opened", f"person:{CENTRE}/clerk"), ("arrived", f"person:{CENTRE}/clerk"))


def test_what_was_packed_here_and_never_sent_cannot_have_arrived(centre: PointDesk) -> None:
    item = centre.new_item()
    bag = centre.pack(item, to=DISTRICT).receptacle

    by_item = refusal(lambda: scan(centre, item))
    by_bag = refusal(lambda: centre.receive(bag))

    assert {by_item.code, by_bag.code} == {"custody.step"}
