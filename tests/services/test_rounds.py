"""Delivery: what is given to a postman, into whose hands it comes, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.services.delivery_rules import DeliveryDraft
from tests.support.deliveries import POSITION, TAKER, DeliveryDesk, delivery_desk
from tests.support.desks import ordinary
from tests.support.points import COMMUNE, DISTRICT
from tests.support.reversals import refusal

HOUR = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def test_an_item_goes_to_the_postman_and_from_him_into_the_hands_of_its_receiver(desk: DeliveryDesk) -> None:
    item = desk.item()

    started = desk.start(item)
    with_postman = desk.at.state(item)
    event = desk.deliver(item)

    assert started.round == f"PH{DISTRICT}-261123-7-1"
    assert with_postman == ("out", f"person:{DISTRICT}/postman")
    assert desk.at.state(item) == ("delivered", "party:receiver")
    assert started.event.envelope.second == "postman"
    assert event.body()["reference"] == f"{started.round}/1"
    assert event.particular("taker") == {"name": TAKER, "position": POSITION}
    assert TAKER not in str(event.body())


def test_the_list_names_where_to_go_and_is_proved_by_its_event(desk: DeliveryDesk) -> None:
    item = desk.item(secrecy=Secrecy.B)

    started = desk.start(item)

    paper = desk.at.papers_of(started.round)[0]
    assert (paper.template, paper.role) == ("round_list", "receipt")
    assert paper.values["item_1_number"] == item
    assert paper.values["item_1_receiver"] == "Sở Tài chính tỉnh Lạng Sơn"
    assert paper.values["item_1_letter"] == "B"
    assert paper.values["postman_name"] == "Hứa Văn Tuấn"
    assert paper.values["event_ref"] == started.event.id.text


def test_lists_are_numbered_by_day(desk: DeliveryDesk) -> None:
    first, second = desk.start(desk.item()), desk.start(desk.item())

    assert (first.round[-2:], second.round[-2:]) == ("-1", "-2")


def test_what_must_leave_next_stands_first_and_what_another_point_delivers_stands_last(
    desk: DeliveryDesk,
) -> None:
    elsewhere = desk.item("UBVL", urgency=Urgency.EXPRESS)
    plain = desk.item()
    letter = desk.at.accept(replace(ordinary(), receiver="STC", secrecy=Secrecy.C)).item
    express = desk.item(urgency=Urgency.EXPRESS)

    found = desk.rounds.candidates(desk.at.session())

    assert [row.item.item for row in found] == [express, letter, plain, elsewhere]
    assert [row.warning for row in found] == ["", "", "", "round.other_point"]
    assert [row.hindered for row in found] == ["approval.item_needed"] * 2 + ["", "approval.item_needed"]
    assert found[2].receiver is not None
    assert found[2].due.hours_left == 24


def test_an_item_for_another_point_may_go_out_and_is_told(desk: DeliveryDesk) -> None:
    item, far = desk.item(), desk.item("UBVL")

    started = desk.start(item, far)

    assert started.elsewhere == (far,)


def test_what_a_second_person_has_not_seen_does_not_go_out(desk: DeliveryDesk) -> None:
    item = desk.at.accept(replace(ordinary(), receiver="STC", secrecy=Secrecy.A)).item

    found = refusal(lambda: desk.start(item))

    assert found.code == "approval.item_needed"
    assert desk.at.state(item)[0] == "accepted"


def test_where_more_than_one_person_works_the_postman_confirms(desk: DeliveryDesk) -> None:
    item = desk.item()

    alone = refusal(lambda: desk.rounds.start(desk.at.session(), None, [item]))
    himself = refusal(lambda: desk.postman("clerk"))
    inspector = refusal(lambda: desk.postman("inspector"))

    assert alone.code == "round.postman_needed"
    assert himself.code == "approval.same_person"
    assert inspector.code == "user.not_allowed"


def test_at_a_point_with_one_person_he_delivers_himself(tmp_path: Path) -> None:
    with delivery_desk(tmp_path, COMMUNE) as desk:
        item = desk.item()

        started = desk.rounds.start(desk.at.session(), None, [item])
        desk.attempt(item)
        desk.rounds.bring_back(desk.at.session(), [item], None)

        assert started.event.envelope.second == ""
        assert started.elsewhere == (item,)
        assert desk.at.state(item) == ("attempted", f"person:{COMMUNE}/clerk")


def test_an_item_is_not_given_out_twice(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)

    assert refusal(lambda: desk.start(item)).code == "custody.step"
    assert refusal(lambda: desk.start(item, item)).code == "custody.twice"


def test_an_item_that_somebody_else_holds_is_not_given_out_over_his_head(desk: DeliveryDesk) -> None:
    item = desk.at.accept(replace(ordinary(), receiver="STC"), "other").item

    found = refusal(lambda: desk.start(item))

    assert (found.code, found.details["user"]) == ("custody.held_by_other", "other")


def test_the_postman_gives_back_what_he_could_not_deliver(desk: DeliveryDesk) -> None:
    offered, not_offered = desk.item(), desk.item()
    started = desk.start(offered, not_offered)
    desk.attempt(offered)

    events = desk.bring_back(offered, not_offered)

    assert [event.envelope.second for event in events] == ["postman", "postman"]
    assert desk.at.state(offered) == ("attempted", f"person:{DISTRICT}/clerk")
    assert desk.at.state(not_offered) == ("stored", f"person:{DISTRICT}/clerk")
    assert desk.rounds.rounds(desk.at.session()) == ()
    assert desk.rounds.rounds(desk.at.session(), only_open=False)[0].round == started.round


def test_nobody_gives_back_what_another_postman_took(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    other = desk.postman("other")

    found = refusal(lambda: desk.rounds.bring_back(desk.at.session(), [item], other))

    assert found.code == "round.not_with_postman"


def test_a_list_is_not_longer_than_the_setting_says(desk: DeliveryDesk) -> None:
    numbers = [f"MX{at:09d}VN" for at in range(121)]

    found = refusal(lambda: desk.start(*numbers))

    assert (found.code, found.details["limit"]) == ("round.too_many", 120)


def test_without_a_clearance_nothing_goes_out(desk: DeliveryDesk) -> None:
    item, session = desk.item(), desk.at.session("uncleared")

    assert refusal(lambda: desk.rounds.candidates(session)).code == "user.clearance_missing"
    draft = DeliveryDraft(item, TAKER, POSITION)
    assert refusal(lambda: desk.rounds.deliver(session, draft)).code in {
        "user.clearance_missing",
        "user.not_allowed",
    }
