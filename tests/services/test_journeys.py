"""The journey of a thing as people read it: each giver is who had it before, what is lost counts for nothing, what is unheard says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.journeys import Journey, Journeys
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.points import CENTRE
from tests.support.reversals import refusal

BAG, SEAL = "TUI00000777", "NP0004412"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def of(desk: DeliveryDesk, number: str) -> Journey:
    made = Journeys(desk.at.store, desk.at.reference, desk.at.clock).of(desk.at.session(), number)
    assert made is not None
    return made


def test_each_giver_is_who_had_it_before_in_words(desk: DeliveryDesk) -> None:
    item = desk.item(secrecy=Secrecy.C)
    desk.at.place("KET1")
    desk.at.holding.store(desk.at.session(), item, "KET1")
    desk.start(item)
    desk.deliver(item)

    made = of(desk, item.lower())

    assert [each.act for each in made.stations] == ["Chấp nhận", "Duyệt", "Cất giữ", "Giao bưu tá", "Phát"]
    assert all(before.taker == after.giver for before, after in pairwise(made.stations))
    assert made.stations[2].taker.startswith("Nơi cất KET1")
    assert (made.kind, made.state, made.holder) == (ThingKind.ITEM, State.DELIVERED, "Đã giao")
    assert all(each.received_ms == 0 and each.within == "" for each in made.stations)
    assert (made.lost, made.is_unheard) == (0, False)


def test_the_receptacle_an_item_was_in_and_its_dispatch_are_stations_of_its_way_and_have_one_themselves(
    desk: DeliveryDesk,
) -> None:
    item = desk.item()
    desk.at.pack(item, to=CENTRE, receptacle=BAG, seal=SEAL)
    sent = desk.at.send(BAG, to=CENTRE)

    on_its_way, bag, trip = of(desk, item), of(desk, BAG), of(desk, sent.dispatch)

    assert {BAG, sent.dispatch} >= {each.within for each in on_its_way.stations} - {""}
    assert SEAL in {each.seal for each in on_its_way.stations}
    assert (bag.kind, bag.state) == (ThingKind.RECEPTACLE, State.SENT)
    assert (trip.kind, trip.state) == (ThingKind.DISPATCH, State.SENT)
    assert sent.dispatch in bag.holder


def test_what_came_before_its_data_is_told_as_unheard(desk: DeliveryDesk) -> None:
    session, item = desk.at.session(), "MX000770016VN"
    desk.at.arrivals.receive(session, ReceiveDraft(BAG, SEAL, 900, "intact", "Trần Văn Tải", "", scan=True))
    desk.at.arrivals.open(session, BAG)
    desk.at.arrivals.scan(session, item, BAG)

    made = of(desk, item)

    assert made.is_unheard
    assert [each.unheard for each in made.stations if each.act == "Xác nhận đến"] == [True]


def test_open_records_about_it_stand_beside_it_and_nothing_known_is_none(desk: DeliveryDesk) -> None:
    item = desk.item()
    row = desk.incidents.open(desk.at.session(), IncidentDraft("damaged", ThingKind.ITEM, item))

    assert of(desk, item).incidents == (row.incident,)
    journeys = Journeys(desk.at.store, desk.at.reference, desk.at.clock)
    assert journeys.of(desk.at.session(), "MX999999995VN") is None
    assert refusal(lambda: journeys.of(desk.at.session("uncleared"), item)).code == "user.clearance_missing"
