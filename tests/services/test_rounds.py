"""Delivery: what is given to a postman, into whose hands it comes, what comes back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.checklist import all_confirmed
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


def named_item(desk: DeliveryDesk) -> str:
    """An item whose cover says that only the person named may open it."""
    draft = replace(ordinary(), receiver="STC")
    checklist = desk.at.acceptance.quote(desk.at.session(), draft).checklist
    answers = {**all_confirmed(checklist), "named_person": True}
    return desk.at.acceptance.accept(desk.at.session(), replace(draft, answers=answers)).item


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


def test_a_named_person_item_goes_to_that_person_only(desk: DeliveryDesk) -> None:
    item = named_item(desk)
    desk.start(item)

    found = refusal(lambda: desk.deliver(item))
    event = desk.deliver(item, named=True)

    assert found.code == "delivery.named_person"
    assert event.body()["named"] == 1


def test_an_ordinary_item_does_not_say_that_a_named_person_took_it(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)

    assert "named" not in desk.deliver(item, named=True).body()


def test_where_an_agency_has_registered_who_receives_for_it_nobody_else_takes(desk: DeliveryDesk) -> None:
    desk.enter("agency_receivers", {"agency": "LS-STC", "name": "Lương Thị Hoà", "since": "2026-01-01"})
    ended = {"agency": "LS-STC", "name": TAKER, "since": "2026-01-01", "until": "2026-10-31"}
    desk.enter("agency_receivers", ended)
    item = desk.item()
    desk.start(item)

    found = refusal(lambda: desk.deliver(item))
    desk.deliver(item, taker_name="lương thị hòa")

    assert found.code == "delivery.not_registered"
    assert desk.at.state(item)[0] == "delivered"


def test_of_an_agency_the_position_of_the_taker_is_needed(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)

    found = refusal(lambda: desk.deliver(item, taker_position=""))

    assert (found.code, found.field) == ("text.empty", "taker_position")


def test_an_item_is_not_delivered_to_the_party_it_does_not_go_to(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)

    assert refusal(lambda: desk.deliver(item, party="sender")).code == "delivery.party"


def test_what_is_fetched_at_the_counter_needs_a_paper_with_the_signature(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    desk.bring_back(item)

    missing = refusal(lambda: desk.deliver(item))
    sentence = refusal(lambda: desk.deliver(item, reference="ký ở sổ giao"))
    event = desk.deliver(item, reference="sgn/2026-11")

    assert (missing.code, sentence.code) == ("delivery.reference", "delivery.reference")
    assert event.body()["reference"] == "SGN/2026-11"
    assert "round" not in event.body()


def test_attempts_are_counted_and_the_first_one_stops_the_clock(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    first = desk.attempt(item)
    desk.bring_back(item)
    desk.at.clock.pass_ms(30 * HOUR)
    desk.start(item)

    second = desk.attempt(item, "moved")

    desk.bring_back(item)
    due = desk.rounds.candidates(desk.at.session())[0].due
    assert [event.body()["attempt"] for event in (first, second)] == [1, 2]
    assert (due.stopped, due.hours_left) == (True, 24)


def test_a_postman_may_try_once_more_before_he_comes_back(desk: DeliveryDesk) -> None:
    item = desk.item()
    started = desk.start(item)
    desk.attempt(item)

    event = desk.deliver(item)

    assert event.body()["round"] == started.round


def test_an_attempt_needs_a_reason_of_the_law(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)

    found = refusal(lambda: desk.attempt(item, "dog"))

    assert (found.code, found.field) == ("code.unknown", "attempt")


def test_what_nobody_took_out_is_neither_delivered_nor_offered(desk: DeliveryDesk) -> None:
    item = desk.item()

    assert refusal(lambda: desk.attempt(item)).code == "custody.step"
    assert refusal(lambda: desk.deliver(item)).code == "custody.step"


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


def test_nothing_is_delivered_twice(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    desk.deliver(item)

    assert refusal(lambda: desk.deliver(item)).code == "custody.step"


def test_without_a_clearance_nothing_goes_out(desk: DeliveryDesk) -> None:
    item, session = desk.item(), desk.at.session("uncleared")

    assert refusal(lambda: desk.rounds.candidates(session)).code == "user.clearance_missing"
    draft = DeliveryDraft(item, TAKER, POSITION)
    assert refusal(lambda: desk.rounds.deliver(session, draft)).code in {
        "user.clearance_missing",
        "user.not_allowed",
    }


def test_who_took_it_is_not_shown_by_a_trace() -> None:
    assert TAKER not in repr(DeliveryDraft("MX000000014VN", TAKER, POSITION))


def test_every_step_counts_one_more_and_names_the_event_before_it(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    desk.attempt(item)
    desk.bring_back(item)
    desk.start(item)
    desk.deliver(item)

    with desk.at.store.read() as reader:
        events = [reader.event(station.event) for station in reader.stations(item)]
    chain = [event for event in events if event is not None]
    assert [_number_of(event.body()) for event in chain[1:]] == [2, 3, 4, 5, 6]
    assert all(after.envelope.parents[0] == before.id for before, after in itertools.pairwise(chain))


def _number_of(body: Mapping[str, Json]) -> object:
    """The custody number: its own, or that of its line in a list."""
    items = body.get("items")
    return items[0][1] if isinstance(items, list) and isinstance(items[0], list) else body["n"]
