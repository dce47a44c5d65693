"""Who holds what, and where; from hand to hand both confirm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from tests.support.points import CENTRE, DISTRICT, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


def held(desk: PointDesk) -> dict[str, tuple[str, ...]]:
    view = desk.holding.view(desk.session())
    assert view.total == sum(each.count for each in view.holders)
    return {each.holder.text: tuple(row.item for row in each.items) for each in view.holders}


def test_every_item_is_with_exactly_one_holder_wherever_it_goes(desk: PointDesk) -> None:
    desk.place("K1")
    kept, stored, packed, sent = (desk.new_item() for _ in range(4))

    desk.holding.store(desk.session(), stored, "K1", scan=True)
    bag = desk.pack(packed, to=DISTRICT).receptacle
    away = desk.pack(sent, to=DISTRICT, seal="NP0000002").receptacle
    dispatch = desk.send(away, to=DISTRICT).dispatch

    assert held(desk) == {
        "person:240000/clerk": (kept,),
        "place:240000/K1": (stored,),
        f"receptacle:{bag}": (packed,),
        f"trip:{dispatch}": (sent,),
    }


def test_what_must_leave_next_stands_first_with_its_holder(desk: PointDesk) -> None:
    ordinary, marked = desk.new_item(), desk.new_item(Secrecy.B)
    express = desk.new_item(urgency=Urgency.EXPRESS)

    (items,) = held(desk).values()

    assert items == (express, marked, ordinary)


def test_an_item_is_put_only_where_the_register_has_a_place(desk: PointDesk) -> None:
    item = desk.new_item()

    found = refusal(lambda: desk.holding.store(desk.session(), item, "K9"))

    assert found.code == "custody.place_unknown"
    assert desk.state(item)[1] == "person:240000/clerk"


def test_storing_says_whether_the_label_was_scanned_and_what_was_before(desk: PointDesk) -> None:
    desk.place("K1")
    item = desk.new_item(Secrecy.C)
    (approved,) = desk.approve(item)

    event = desk.holding.store(desk.session(), item, "K1", scan=True)

    assert event.envelope.parents == (approved.id,)
    assert (event.body()["n"], event.body()["scan"]) == (3, 1)
    assert desk.state(item) == ("stored", "place:240000/K1")


def test_an_unapproved_item_in_a_safe_still_waits_for_its_second_person(desk: PointDesk) -> None:
    desk.place("K1")
    item = desk.new_item(Secrecy.A)

    desk.holding.store(desk.session(), item, "K1")

    assert desk.state(item)[0] == "accepted"
    assert refusal(lambda: desk.pack(item, to=DISTRICT)).code == "approval.item_needed"
    assert [row.item for row in desk.approvals().waiting(desk.session())] == [item]


def test_nobody_moves_what_another_one_holds(desk: PointDesk) -> None:
    desk.place("K1")
    item = desk.new_item()

    stored = refusal(lambda: desk.holding.store(desk.session("other"), item, "K1"))
    given = refusal(
        lambda: desk.holding.hand(
            desk.session("other"), [item], desk.confirmed(Act.HAND_OVER_ITEM, "postman", "other")
        )
    )

    assert (stored.code, stored.details["user"]) == ("custody.held_by_other", "clerk")
    assert given.code == "custody.held_by_other"


def test_giver_and_taker_both_stand_in_the_event_and_on_the_slip(desk: PointDesk) -> None:
    first, second = desk.new_item(), desk.new_item()

    handed = desk.holding.hand(
        desk.session(), [first, second], desk.confirmed(Act.HAND_OVER_ITEM, "other"), scan=True
    )

    assert [(each.envelope.actor, each.envelope.second) for each in handed.events] == [("clerk", "other")] * 2
    assert held(desk) == {"person:240000/other": (first, second)}
    with desk.store.read() as reader:
        slip = reader.paper(handed.jobs[0])
    assert (slip.template, slip.values["giver_name"]) == ("handover_slip", "Hoàng Thị Hà")
    assert (slip.values["taker_name"], slip.values["thing_count"]) == ("Nông Thị Hoa", "2")
    assert slip.values["event_ref"] == handed.events[-1].id.text


def test_the_same_items_handed_on_twice_have_a_slip_each_time(desk: PointDesk) -> None:
    item = desk.new_item()

    there = desk.holding.hand(desk.session(), [item], desk.confirmed(Act.HAND_OVER_ITEM, "other"))
    back = desk.holding.hand(
        desk.session("other"), [item], desk.confirmed(Act.HAND_OVER_ITEM, "clerk", "other")
    )

    assert there.jobs != back.jobs
    assert held(desk) == {"person:240000/clerk": (item,)}


def test_who_is_gone_is_stood_in_for_by_the_head_and_the_taker_confirms(desk: PointDesk) -> None:
    item = desk.new_item()

    handed = desk.holding.hand(
        desk.session("chief"), [item], desk.confirmed(Act.HAND_OVER_ITEM, "other", "chief")
    )

    assert (handed.events[0].envelope.actor, handed.events[0].envelope.second) == ("chief", "other")
    assert held(desk) == {"person:240000/other": (item,)}


def test_one_item_that_cannot_be_handed_leaves_all_where_they_are(desk: PointDesk) -> None:
    item, packed = desk.new_item(), desk.new_item()
    desk.pack(packed, to=DISTRICT)

    found = refusal(
        lambda: desk.holding.hand(desk.session(), [item, packed], desk.confirmed(Act.HAND_OVER_ITEM, "other"))
    )

    assert (found.code, found.details["state"]) == ("custody.step", "packed")
    assert desk.state(item)[1] == "person:240000/clerk"


def test_without_a_clearance_nobody_learns_what_is_held(desk: PointDesk) -> None:
    desk.new_item()

    for ask in (desk.holding.view, desk.holding.places):
        assert refusal(partial(ask, desk.session("uncleared"))).code == "user.clearance_missing"
