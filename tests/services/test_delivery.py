"""Delivering and offering in vain: into whose hands an item comes, with which proof, and what each attempt counts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.checklist import all_confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from tests.support.deliveries import POSITION, TAKER, DeliveryDesk, delivery_desk
from tests.support.desks import ordinary
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


def test_nothing_is_delivered_twice(desk: DeliveryDesk) -> None:
    item = desk.item()
    desk.start(item)
    desk.deliver(item)

    assert refusal(lambda: desk.deliver(item)).code == "custody.step"


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
