"""An item on its way from the point that accepted it to the point that delivers: what each of them knows in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.mail import audience
from kt1desk.domain.permissions import Act
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.desks import ordinary
from tests.support.points import CENTRE, DISTRICT
from tests.support.reversals import refusal

HOUR = 3_600_000


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path / "centre", CENTRE, 8) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path / "district") as made:
        yield made


def sent(centre: DeliveryDesk, district: DeliveryDesk, item: str) -> None:
    """The item travels in a receptacle and is confirmed at its arrival."""
    bag = centre.at.pack(item, to=DISTRICT).receptacle
    trip = centre.at.send(bag, to=DISTRICT)
    district.at.take(trip.event)
    district.at.receive(bag, dispatch=trip.dispatch)
    session = district.at.session()
    district.at.arrivals.open(session, bag)
    district.at.arrivals.scan(session, item, bag)


def test_a_named_person_item_of_another_point_is_still_for_that_person_only(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    draft = replace(ordinary(), receiver="STC", secrecy=Secrecy.A)
    answers = all_confirmed(centre.at.acceptance.quote(centre.at.session(), draft).checklist)
    draft = replace(draft, answers={**answers, "named_person": True})
    item = centre.at.acceptance.accept(centre.at.session(), draft).item
    centre.at.approve(item)
    sent(centre, district, item)

    started = district.start(item)
    found = refusal(lambda: district.deliver(item))
    district.deliver(item, named=True)

    assert started.elsewhere == ()
    paper = district.at.papers_of(started.round)[0]
    assert paper.values["item_1_named_person"] == "Chỉ người có tên"
    assert found.code == "delivery.named_person"


def test_the_accepting_point_is_told_and_its_statement_confirms_the_quality(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    item = centre.item()
    sent(centre, district, item)
    district.start(item)
    event = district.deliver(item)
    before = centre.statements.month(centre.at.session("chief"), "SNV", "2026-11").rows[0]

    centre.at.take(event)

    after = centre.statements.month(centre.at.session("chief"), "SNV", "2026-11").rows[0]
    assert audience(event.envelope.type, event.body()) == (CENTRE,)
    assert (before.in_time, before.safe) == (None, None)
    assert (after.in_time, after.safe) == (True, True)
    assert centre.at.state(item) == ("delivered", "party:receiver")


def test_what_came_back_to_its_sender_ends_where_it_began(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    item = centre.item()
    sent(centre, district, item)
    district.start(item)
    district.attempt(item, "refused")
    district.bring_back(item)
    approved = district.at.confirmed(Act.RETURN_ITEM)
    turned = district.redirecting.give_back(district.at.session(), item, "refused", approved)
    bag = district.at.pack(item, to=CENTRE, seal="NP0000002").receptacle
    trip = district.at.send(bag, to=CENTRE)

    for event in (turned, trip.event):
        centre.at.take(event)
    centre.at.receive(bag, "NP0000002", trip.dispatch)
    session = centre.at.session()
    centre.at.arrivals.open(session, bag)
    centre.at.arrivals.scan(session, item, bag)
    centre.start(item)
    centre.deliver(item)

    assert centre.at.state(item) == ("returned", "party:sender")
    assert not centre.rounds.candidates(session)


def test_a_forwarded_item_is_delivered_to_whom_the_dispatch_names(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    item = centre.item("UBVL")
    centre.start(item)
    centre.attempt(item, "moved")
    centre.bring_back(item)
    approved = centre.at.confirmed(Act.FORWARD_ITEM)
    centre.redirecting.forward(centre.at.session(), item, "STC", "merged", approved)
    sent(centre, district, item)

    candidate = district.rounds.candidates(district.at.session())[0]

    assert candidate.receiver is not None
    assert candidate.receiver.agency == "LS-STC"
    assert (candidate.warning, candidate.hindered) == ("", "")


def test_an_item_that_came_before_its_data_does_not_go_out_before_it(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    item = centre.item()
    bag = centre.at.pack(item, to=DISTRICT).receptacle
    trip = centre.at.send(bag, to=DISTRICT)
    district.at.receive(bag)
    session = district.at.session()
    district.at.arrivals.open(session, bag)
    district.at.arrivals.scan(session, item, bag)

    waiting = district.rounds.candidates(session)[0]
    found = refusal(lambda: district.start(item))
    district.at.take(trip.event)
    district.start(item)

    assert (waiting.hindered, waiting.item.known) == ("round.no_receiver", False)
    assert found.code == "round.no_receiver"


def test_an_item_that_was_forwarded_before_its_data_came_does_not_go_out_before_it_either(
    centre: DeliveryDesk, district: DeliveryDesk
) -> None:
    item = centre.item()
    bag = centre.at.pack(item, to=DISTRICT).receptacle
    trip = centre.at.send(bag, to=DISTRICT)
    district.at.receive(bag)
    session = district.at.session()
    district.at.arrivals.open(session, bag)
    district.at.arrivals.scan(session, item, bag)
    approved = district.at.confirmed(Act.FORWARD_ITEM)
    district.redirecting.forward(session, item, "STC", "moved", approved)

    waiting = district.rounds.candidates(session)[0]
    found = refusal(lambda: district.start(item))
    district.at.take(trip.event)
    district.start(item)

    assert (waiting.hindered, found.code) == ("round.no_receiver", "round.no_receiver")
    assert district.at.state(item)[0] == "out"
