"""Receptacles: KT1 items and nothing else, each approved that must be, a seal that is used once, a weight that can be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.packing import PackDraft
from tests.support.desks import counter, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.points import CENTRE, COMMUNE, DISTRICT, FAR, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


def draft(*items: str) -> PackDraft:
    """One ordinary item of 340 g in a light bag."""
    return PackDraft("TUI00000001", "NP0000001", 500, DISTRICT, items)


def test_items_in_a_closed_receptacle_are_with_it_and_its_tag_says_how_many(desk: PointDesk) -> None:
    express, plain = desk.new_item(urgency=Urgency.EXPRESS), desk.new_item()
    desk.approve(express)

    packed = desk.packing.close(desk.session(), replace(draft(express, plain), weight_g=900))

    assert desk.state(express) == ("packed", "receptacle:TUI00000001")
    assert desk.state(packed.receptacle) == ("closed", "person:240000/clerk")
    with desk.store.read() as reader:
        tag = reader.paper(packed.jobs[0])
        inside = [row.item for row in reader.items_in(packed.receptacle)]
    assert (tag.role, tag.template, tag.values["item_count"]) == ("label", "bag_tag", "2")
    assert (tag.values["seal"], tag.values["urgency"]) == ("NP0000001", "HỎA TỐC")
    assert tag.values["event_ref"] == packed.event.id.text
    assert inside == [express, plain]


def test_the_closing_names_the_last_event_of_each_item_in_their_order(desk: PointDesk) -> None:
    marked, plain = desk.new_item(Secrecy.A), desk.new_item()
    (approved,) = desk.approve(marked)

    packed = desk.packing.close(desk.session(), replace(draft(marked, plain), weight_g=900))

    with desk.store.read() as reader:
        row = reader.item(plain)
    assert row is not None
    assert packed.event.envelope.parents == (approved.id, row.event)
    assert packed.event.body()["items"] == [[marked, 3], [plain, 2]]


@pytest.mark.parametrize("letter", [Secrecy.A, Secrecy.B, Secrecy.C])
def test_a_marked_item_without_approval_is_refused_with_its_number(desk: PointDesk, letter: Secrecy) -> None:
    plain, marked = desk.new_item(), desk.new_item(letter)

    found = refusal(lambda: desk.pack(plain, marked, to=DISTRICT))

    assert (found.code, found.details["number"]) == ("approval.item_needed", marked)
    assert desk.state(plain)[0] == "accepted"


def test_only_kt1_items_have_a_way_in(desk: PointDesk, tmp_path: Path) -> None:
    item = desk.new_item()
    bag = desk.pack(item, to=DISTRICT).receptacle

    for number in ("MA123456789VN", bag, "EE000000014VN"):
        found = refusal(partial(desk.packing.close, desk.session(), draft(number)))
        assert found.code == "custody.unknown"


def test_a_leg_of_a_dossier_is_no_kt1_item(tmp_path: Path) -> None:
    with counter(tmp_path) as trial:
        trial.open_shift()
        leg = trial.accept_dossier(ordinary_dossier()).legs[0].item
        desk = PointDesk(trial.folder, trial.store, trial.clock, trial.reference, 0)

        found = refusal(lambda: desk.packing.close(desk.session(), draft(leg)))

    assert found.code == "custody.unknown"


def test_an_item_is_in_one_receptacle_only(desk: PointDesk) -> None:
    item = desk.new_item()
    desk.pack(item, to=DISTRICT)

    again = refusal(lambda: desk.pack(item, to=DISTRICT, seal="NP0000002"))
    twice = refusal(lambda: desk.packing.close(desk.session(), draft(item, item)))
    empty = refusal(lambda: desk.packing.close(desk.session(), draft()))

    assert (again.code, again.details["state"]) == ("custody.step", "packed")
    assert (twice.code, empty.code) == ("custody.twice", "custody.nothing")


def test_a_seal_and_a_tag_are_used_once_whatever_became_of_the_receptacle(desk: PointDesk) -> None:
    first, second = desk.new_item(), desk.new_item()
    desk.packing.close(desk.session(), draft(first))
    desk.packing.undo(desk.session(), "TUI00000001", "seal_faulty")

    seal = refusal(
        lambda: desk.packing.close(desk.session(), replace(draft(second), receptacle="TUI00000002"))
    )
    tag = refusal(lambda: desk.packing.close(desk.session(), replace(draft(second), seal="NP0000002")))

    assert (seal.code, seal.details["receptacle"]) == ("receptacle.seal_used", "TUI00000001")
    assert tag.code == "receptacle.number_used"


def test_an_opened_receptacle_gives_its_items_back_to_whoever_opened_it(desk: PointDesk) -> None:
    first, second = desk.new_item(), desk.new_item()
    bag = desk.pack(first, second, to=DISTRICT).receptacle

    event = desk.packing.undo(desk.session("other"), bag, "item_wrong")

    assert desk.state(first) == desk.state(second) == ("stored", "person:240000/other")
    assert desk.state(bag)[0] == "undone"
    assert (event.body()["reason"], event.body()["items"]) == ("item_wrong", [[first, 3], [second, 3]])
    assert refusal(lambda: desk.packing.undo(desk.session(), bag, "item_wrong")).code == "custody.step"
    free = refusal(lambda: desk.packing.undo(desk.session(), bag, "đóng nhầm"))
    assert free.code == "code.unknown"


@pytest.mark.parametrize(
    ("weight_g", "fits"), [(289, False), (290, True), (3390, True), (3391, False), (0, False)]
)
def test_a_receptacle_weighs_its_items_and_a_bag(desk: PointDesk, weight_g: int, fits: bool) -> None:
    item = desk.new_item()
    wanted = replace(draft(item), weight_g=weight_g)

    if fits:
        assert desk.packing.close(desk.session(), wanted).receptacle == "TUI00000001"
    else:
        found = refusal(lambda: desk.packing.close(desk.session(), wanted))
        assert (found.code, found.field) == ("receptacle.weight_implausible", "weight")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"to": ""}, "receptacle.no_destination"),
        ({"to": CENTRE}, "receptacle.to_self"),
        ({"to": "999999"}, "reference.point_unknown"),
        ({"seal": "NP123"}, "receptacle.seal_shape"),
        ({"receptacle": "TUI123"}, "receptacle.number_shape"),
    ],
)
def test_what_stands_on_the_tag_must_be_right(desk: PointDesk, changes: dict[str, Any], code: str) -> None:
    item = desk.new_item()

    found = refusal(lambda: desk.packing.close(desk.session(), replace(draft(item), **changes)))

    assert found.code == code
    assert desk.state(item)[0] == "accepted"


def test_more_than_the_day_s_rule_allows_do_not_go_into_one_receptacle(desk: PointDesk) -> None:
    numbers = tuple(f"MX{at:09d}VN" for at in range(251))

    found = refusal(lambda: desk.packing.close(desk.session(), draft(*numbers)))

    assert (found.code, found.details["limit"]) == ("receptacle.too_many", 250)


def test_a_receptacle_without_a_printed_tag_gets_the_next_number_of_its_desk(desk: PointDesk) -> None:
    bags = [desk.pack(desk.new_item(), to=DISTRICT, seal=f"NP000000{at}").receptacle for at in range(1, 6)]

    assert bags == [f"TUI9001000{at}" for at in range(1, 6)]
    assert desk.packing.next_number(desk.session()) == "TUI90010006"


def test_candidates_say_what_is_in_the_way(desk: PointDesk) -> None:
    free, waits, of_other = desk.new_item(), desk.new_item(Secrecy.A), desk.new_item(user="other")
    gone = desk.new_item()
    desk.pack(gone, to=DISTRICT)

    found = {each.item.item: each.hindered for each in desk.packing.candidates(desk.session())}

    assert found == {free: "", waits: "approval.item_needed", of_other: "custody.held_by_other"}


def test_candidates_for_the_destination_come_first_and_within_them_what_must_leave_next(
    desk: PointDesk,
) -> None:
    for_other = desk.new_item()
    for_district = desk.accept(replace(ordinary(), receiver="UBKT")).item
    express = desk.accept(replace(ordinary(), receiver="UBKT", urgency=Urgency.EXPRESS)).item

    there = [each.item.item for each in desk.packing.candidates(desk.session(), DISTRICT)]
    anywhere = [each.item.item for each in desk.packing.candidates(desk.session())]

    assert there == [express, for_district, for_other]
    assert anywhere == [express, for_other, for_district]


def test_a_candidate_tells_whether_it_goes_to_the_destination_or_ends_elsewhere(desk: PointDesk) -> None:
    for_other = desk.new_item()
    for_district = desk.accept(replace(ordinary(), receiver="UBKT")).item

    def belonging(to: str) -> dict[str, bool | None]:
        return {each.item.item: each.belongs for each in desk.packing.candidates(desk.session(), to)}

    assert belonging(COMMUNE) == {for_district: False, for_other: False}
    assert belonging(DISTRICT) == {for_district: True, for_other: None}  # it passes things on
    assert belonging("") == {for_district: None, for_other: None}


@pytest.mark.parametrize("user", ["inspector", "postman", "uncleared"])
def test_who_may_not_pack_packs_nothing(desk: PointDesk, user: str) -> None:
    item = desk.new_item()

    found = refusal(lambda: desk.packing.close(desk.session(user), draft(item)))

    assert found.code in {"user.not_allowed", "user.clearance_missing"}


def test_what_another_person_holds_is_not_packed(desk: PointDesk) -> None:
    item = desk.new_item(user="other")

    found = refusal(lambda: desk.packing.close(desk.session(), draft(item)))
    desk.holding.hand(desk.session("other"), [item], desk.confirmed(Act.HAND_OVER_ITEM, "clerk", "other"))
    packed = desk.packing.close(desk.session(), draft(item))

    assert (found.code, found.details["user"]) == ("custody.held_by_other", "other")
    assert desk.state(item)[1] == f"receptacle:{packed.receptacle}"


def test_no_destination_without_kt1(desk: PointDesk) -> None:
    points = tuple(
        replace(point, kt1_accept=False, kt1_relay=False, kt1_deliver=False) if point.code == FAR else point
        for point in desk.reference.points
    )
    changed = replace(desk, reference=replace(desk.reference, points=points))
    item = desk.new_item()

    found = refusal(lambda: changed.packing.close(changed.session(), replace(draft(item), to=FAR)))

    assert (found.code, found.field) == ("point.no_kt1", "to")
