"""What differs at an arrival has its record before it is closed, and what comes by an unknown way is here all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.custody import ThingKind
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.arrival_view import Wrong
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.dispatching import Sent
from tests.support.arriving import came, record, scan, sent
from tests.support.points import CENTRE, COMMUNE, DISTRICT, FAR, PointDesk, point_desk
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


@pytest.mark.parametrize(
    ("changes", "condition"),
    [
        ({"seal": "NP7654321"}, "seal_differs"),
        ({"seal": ""}, "seal_broken"),
        ({"condition": "seal_broken"}, "seal_broken"),
    ],
)
def test_a_seal_that_is_not_the_one_it_left_with_forces_a_record(
    centre: PointDesk, far: PointDesk, changes: dict[str, str], condition: str
) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    draft = ReceiveDraft(bag, "NP0000001", 540, "intact", "Lê Văn Lái", one.dispatch, True)

    received = far.arrivals.receive(far.session(), replace(draft, **changes))  # type: ignore[arg-type]
    far.arrivals.open(far.session(), bag)
    scan(far, item, bag)
    found = refusal(partial(far.arrivals.close, far.session(), one.dispatch))
    incident = record(far, "seal_wrong", ThingKind.RECEPTACLE, bag, one.dispatch)
    event = far.arrivals.close(far.session(), one.dispatch)

    assert received.condition == condition
    assert (found.code, found.details["numbers"]) == ("arrival.incident_needed", bag)
    assert event.body()["incidents"] == [incident]


def test_a_seal_is_held_against_data_that_comes_after_it(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    came(far, bag, one, seal="NP7654321")
    scan(far, item, bag)

    far.take(one.event)

    (difference,) = far.arrivals.view(far.session(), one.dispatch).differences
    assert (difference.wrong, difference.number, difference.incident) == (Wrong.SEAL, bag, "")


def test_missing_surplus_and_damaged_each_need_their_record_before_the_arrival_is_closed(
    centre: PointDesk, far: PointDesk
) -> None:
    missing, damaged, stowaway = (centre.new_item() for _ in range(3))
    bag, one = sent(centre, missing, damaged)
    far.take(one.event)
    came(far, bag, one)
    scan(far, damaged, bag, "damaged")
    too_many = scan(far, stowaway, bag)

    view = far.arrivals.view(far.session(), one.dispatch)
    found = refusal(partial(far.arrivals.close, far.session(), one.dispatch))
    records = [
        record(far, code, ThingKind.ITEM, number, one.dispatch)
        for code, number in (("missing", missing), ("damaged", damaged), ("surplus", stowaway))
    ]
    event = far.arrivals.close(far.session(), one.dispatch)

    assert too_many.outcome is ScanOutcome.SURPLUS
    assert {(each.wrong, each.number) for each in view.differences} == {
        (Wrong.MISSING, missing),
        (Wrong.DAMAGED, damaged),
        (Wrong.SURPLUS, stowaway),
    }
    assert (found.code, found.details["count"]) == ("arrival.incident_needed", 3)
    assert (event.body()["missing"], event.body()["surplus"]) == ([missing], [stowaway])
    assert event.body()["incidents"] == [records[0], records[1], records[2]]


def test_one_record_for_a_receptacle_that_did_not_come_covers_what_is_in_it(
    centre: PointDesk, far: PointDesk
) -> None:
    here, away = centre.new_item(), centre.new_item()
    bag = centre.pack(here, to=FAR).receptacle
    lost = centre.pack(away, to=FAR, seal="NP0000002").receptacle
    one = centre.send(bag, lost, to=FAR)
    far.take(one.event)
    came(far, bag, one)
    scan(far, here, bag)

    view = far.arrivals.view(far.session(), one.dispatch)
    record(far, "missing", ThingKind.RECEPTACLE, lost, one.dispatch)
    event = far.arrivals.close(far.session(), one.dispatch)

    assert [(each.wrong, each.number) for each in view.differences] == [(Wrong.BAG_MISSING, lost)]
    assert (event.body()["expected"], event.body()["arrived"]) == (2, 1)
    assert event.body()["missing"] == [lost]


def test_a_record_of_another_dispatch_is_none_of_this_one(centre: PointDesk, far: PointDesk) -> None:
    missing, other = centre.new_item(), centre.new_item()
    bag, one = sent(centre, missing, other)
    far.take(one.event)
    came(far, bag, one)
    scan(far, other, bag)

    record(far, "missing", ThingKind.ITEM, missing, "CT240000-261120-1-1")
    found = refusal(partial(far.arrivals.close, far.session(), one.dispatch))

    assert (found.code, found.details["numbers"]) == ("arrival.incident_needed", missing)


def test_an_item_of_another_dispatch_is_confirmed_where_it_is_and_missed_nowhere(
    centre: PointDesk, far: PointDesk
) -> None:
    first, second = centre.new_item(), centre.new_item()
    bag, one = sent(centre, first)
    other_bag, other = sent(centre, second, seal="NP0000002")
    far.take(one.event)
    far.take(other.event)
    came(far, bag, one)
    came(far, other_bag, other, seal="NP0000002")
    scan(far, first, bag)

    found = scan(far, second, bag)

    assert (found.outcome, found.dispatch) == (ScanOutcome.ELSEWHERE, other.dispatch)
    assert far.state(second) == ("arrived", "person:240100/clerk")
    assert [each.wrong for each in far.arrivals.view(far.session(), one.dispatch).differences] == [
        Wrong.SURPLUS
    ]
    assert far.arrivals.view(far.session(), other.dispatch).differences == ()
    assert far.arrivals.close(far.session(), other.dispatch).body()["arrived"] == 1


def test_a_point_that_relays_nothing_opens_all_that_came(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    far.receive(bag, dispatch=one.dispatch)

    found = refusal(partial(far.arrivals.close, far.session(), one.dispatch))

    assert (found.code, found.details["number"]) == ("arrival.not_opened", bag)


def test_a_relay_point_closes_an_arrival_over_what_it_passes_on(centre: PointDesk, tmp_path: Path) -> None:
    bag = centre.pack(centre.new_item(), to=COMMUNE).receptacle
    one = centre.send(bag, to=DISTRICT)
    with point_desk(tmp_path, DISTRICT, 2) as district:
        district.take(one.event)
        district.receive(bag, dispatch=one.dispatch)

        event = district.arrivals.close(district.session(), one.dispatch)
        district.send(bag, to=COMMUNE)

        assert (event.body()["expected"], event.body()["arrived"]) == (0, 0)
        assert district.arrivals.view(district.session(), one.dispatch).differences == ()


def test_a_relay_point_opens_what_is_for_itself(centre: PointDesk, tmp_path: Path) -> None:
    bag, one = sent(centre, centre.new_item(), to=DISTRICT)
    with point_desk(tmp_path, DISTRICT, 2) as district:
        district.take(one.event)
        district.receive(bag, dispatch=one.dispatch)

        found = refusal(partial(district.arrivals.close, district.session(), one.dispatch))

        assert (found.code, found.details) == ("arrival.not_opened", {"number": bag})


def test_an_arrival_is_closed_once(centre: PointDesk, far: PointDesk) -> None:
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    came(far, bag, one)
    scan(far, item, bag)
    far.arrivals.close(far.session(), one.dispatch)

    found = refusal(partial(far.arrivals.close, far.session(), one.dispatch))

    assert (found.code, found.details["state"]) == ("custody.step", "arrived")


def sent_back(centre: PointDesk, far: PointDesk) -> tuple[str, str, Sent]:
    """An item that went from the centre and comes back, in its new receptacle, before the data of its way back."""
    item = centre.new_item()
    bag, one = sent(centre, item)
    far.take(one.event)
    came(far, bag, one)
    scan(far, item, bag)
    far.arrivals.close(far.session(), one.dispatch)
    back = far.pack(item, to=CENTRE, seal="NP0000003").receptacle
    two = far.send(back, to=CENTRE)
    centre.receive(back, seal="NP0000003", dispatch=two.dispatch)
    centre.arrivals.open(centre.session(), back)
    return item, back, two


def test_an_item_that_comes_back_before_its_data_is_here_at_once_and_stays_here(
    centre: PointDesk, far: PointDesk
) -> None:
    item, back, two = sent_back(centre, far)

    early = scan(centre, item, back)
    here = centre.state(item)
    again = scan(centre, item, back)
    centre.take(two.event)

    assert (early.outcome, again.outcome) == (ScanOutcome.BEFORE_DATA, ScanOutcome.ALREADY)
    assert here == centre.state(item) == ("arrived", "person:240000/clerk")
    view = centre.arrivals.view(centre.session(), two.dispatch)
    assert (view.arrived, view.differences) == (1, ())


def test_what_the_other_point_tells_late_does_not_take_an_item_away_again(
    centre: PointDesk, far: PointDesk
) -> None:
    item, back, two = sent_back(centre, far)
    with far.store.read() as reader:
        stations = [row for row in reader.stations(item) if row.type == "item.arrived"]
        there = reader.event(stations[0].event)
    assert there is not None
    centre.take(there)

    early = scan(centre, item, back)
    here = centre.state(item)
    centre.take(two.event)

    assert early.outcome is ScanOutcome.BEFORE_DATA
    assert here == centre.state(item) == ("arrived", "person:240000/clerk")
