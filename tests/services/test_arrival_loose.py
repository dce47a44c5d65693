"""What comes loose, or comes back, before the data of its last leg: that data names the leg it came by, and does not take it away again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.services.arrival_matching import ScanOutcome
from tests.support.arriving import came, scan, sent
from tests.support.points import CENTRE, COMMUNE, DISTRICT, PointDesk, point_desk


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, DISTRICT, 2) as made:
        yield made


def test_an_item_that_came_back_loose_and_left_again_is_not_put_back_into_its_empty_receptacle(
    centre: PointDesk, district: PointDesk
) -> None:
    item = centre.new_item()
    out, one = sent(centre, item, to=DISTRICT)
    district.take(one.event)
    came(district, out, one)
    scan(district, item, out)
    back, two = sent(district, item, to=CENTRE, seal="NP0000002")
    came(centre, back, two, seal="NP0000002")
    scan(centre, item)
    again, _ = sent(centre, item, to=DISTRICT, seal="NP0000003")

    before = centre.state(item)
    centre.take(two.event)

    assert before == centre.state(item) == ("dispatched", f"receptacle:{again}")


def test_a_receptacle_that_was_passed_back_before_its_data_and_left_again_stays_on_its_way(
    centre: PointDesk, district: PointDesk
) -> None:
    bag, one = sent(centre, centre.new_item(), to=DISTRICT)
    district.take(one.event)
    district.receive(bag, dispatch=one.dispatch)
    two = district.send(bag, to=CENTRE)
    centre.receive(bag)
    three = centre.send(bag, to=DISTRICT)

    before = centre.state(bag)
    centre.take(two.event)

    assert before == centre.state(bag) == ("sent", f"trip:{three.dispatch}")


def test_what_is_found_here_after_it_left_is_not_taken_away_by_data_of_the_time_before_it_left(
    centre: PointDesk, district: PointDesk
) -> None:
    item = centre.new_item()
    out, one = sent(centre, item, to=DISTRICT)
    district.take(one.event)
    came(district, out, one)
    scan(district, item, out)
    back, two = sent(district, item, to=CENTRE, seal="NP0000002")
    came(centre, back, two, seal="NP0000002")
    scan(centre, item, back)
    _, three = sent(centre, item, to=COMMUNE, seal="NP0000003")

    found = scan(centre, item)
    before = centre.state(item)
    centre.take(two.event)

    assert (found.outcome, found.dispatch) == (ScanOutcome.BEFORE_DATA, three.dispatch)
    assert before == centre.state(item) == ("arrived", f"person:{CENTRE}/clerk")


def test_what_fell_out_on_its_way_back_is_here_also_where_it_is_said_to_have_lain_in_an_older_receptacle(
    centre: PointDesk, district: PointDesk
) -> None:
    item = district.new_item()
    old, one = sent(district, item, to=CENTRE)
    centre.take(one.event)
    came(centre, old, one)
    scan(centre, item, old)
    out, two = sent(centre, item, to=DISTRICT, seal="NP0000002")
    district.take(two.event)
    came(district, out, two, seal="NP0000002")
    there = scan(district, item, out).event
    _, three = sent(district, item, to=CENTRE, seal="NP0000003")
    assert there is not None

    scan(centre, item, old)
    before = centre.state(item)
    centre.take(there)
    centre.take(three.event)

    assert before == centre.state(item) == ("arrived", f"person:{CENTRE}/clerk")
