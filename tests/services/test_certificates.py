"""The certificate of one item: each station in order, giver and taker without a gap, signed by the port."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from tests.support.deliveries import CountingSigner, DeliveryDesk, delivery_desk
from tests.support.desks import counter
from tests.support.points import CENTRE, DISTRICT, PointDesk
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def delivered(desk: DeliveryDesk) -> str:
    item = desk.item(secrecy=Secrecy.C)
    desk.at.place("KET1")
    desk.at.holding.store(desk.at.session(), item, "KET1")
    desk.start(item)
    desk.deliver(item)
    return item


def test_every_station_is_certified_in_order_and_each_giver_is_the_taker_before(desk: DeliveryDesk) -> None:
    item, signer = delivered(desk), CountingSigner()

    made = desk.certificates(signer).of(desk.at.session("chief"), item)

    chain = signer.chains[0]
    assert chain.item == item
    assert [station.taker for station in chain.stations] == [
        f"person:{DISTRICT}/clerk",
        f"person:{DISTRICT}/clerk",
        f"place:{DISTRICT}/KET1",
        f"person:{DISTRICT}/postman",
        "party:receiver",
    ]
    assert chain.stations[0].giver == ""
    assert all(before.taker == after.giver for before, after in pairwise(chain.stations))
    assert {len(station.hash) for station in chain.stations} == {16}
    assert made.codes == ("SIGNED5-0",)
    assert [station.act for station in made.stations] == [
        "Chấp nhận",
        "Duyệt",
        "Cất giữ",
        "Giao bưu tá",
        "Phát",
    ]


def test_each_station_names_the_event_that_says_so(desk: DeliveryDesk) -> None:
    item, signer = delivered(desk), CountingSigner()

    desk.certificates(signer).of(desk.at.session("chief"), item)

    with desk.at.store.read() as reader:
        for station in signer.chains[0].stations:
            event = reader.event(station.event)
            assert event is not None
            assert event.hash.startswith(station.hash)


def test_a_dispatched_item_is_certified_with_its_seal_and_the_dispatch_it_left_with(
    desk: DeliveryDesk,
) -> None:
    item, signer = desk.item("UBVL"), CountingSigner()
    bag = desk.at.pack(item, to=CENTRE, seal="NP0000007").receptacle
    sent = desk.at.send(bag, to=CENTRE)

    desk.certificates(signer).of(desk.at.session("chief"), item)

    chain = signer.chains[0]
    assert chain.dispatch == sent.dispatch
    assert "NP0000007" in {station.seal for station in chain.stations}


def test_what_another_event_beat_is_no_station_of_the_chain(tmp_path: Path) -> None:
    with delivery_desk(tmp_path / "a") as desk, delivery_desk(tmp_path / "b", CENTRE, 8) as centre:
        item = desk.item("UBVL")
        bag = desk.at.pack(item, to=CENTRE).receptacle
        sent = desk.at.send(bag, to=CENTRE)
        centre.at.take(sent.event)
        centre.at.receive(bag, dispatch=sent.dispatch)
        session = centre.at.session()
        centre.at.arrivals.open(session, bag)
        scan = centre.at.arrivals.scan(session, item, bag)
        approved = desk.at.confirmed(Act.APPROVE_DISPATCH)
        recalled = desk.at.dispatching.recall(desk.at.session(), sent.dispatch, "wrong_route", approved)

        assert scan.event is not None
        desk.at.take(scan.event)
        signer = CountingSigner()
        desk.certificates(signer).of(desk.at.session("chief"), item)

    events = [station.event for station in signer.chains[0].stations]
    assert scan.event.id in events
    assert recalled.id not in events


def test_the_printed_certificate_is_proved_by_the_last_event_and_names_no_party(desk: DeliveryDesk) -> None:
    item, signer = delivered(desk), CountingSigner(codes=2)

    jobs = desk.certificates(signer).print_of(desk.at.session("chief"), item)
    again = desk.certificates(signer).print_of(desk.at.session("chief"), item)

    papers = {
        paper.job: paper for paper in desk.at.papers_of(item) if paper.template == "custody_certificate"
    }
    assert [papers[job].copy for job in (*jobs, *again)] == [1, 2, 3, 4]
    values = papers[jobs[1]].values
    assert values["code"] == "SIGNED5-1"
    assert values["event_ref"] == signer.chains[0].stations[-1].event.text
    assert (values["station_4_giver"], values["station_4_taker"]) == (
        f"Nơi cất KET1, điểm {DISTRICT}",
        "Hứa Văn Tuấn",
    )
    assert not any("Sở " in text for text in values.values())


def test_a_desk_that_only_tries_things_out_signs_nothing(tmp_path: Path) -> None:
    with counter(tmp_path) as made:
        made.open_shift()
        trial = DeliveryDesk(PointDesk(made.folder, made.store, made.clock, made.reference))
        item, signer = made.accept().item, CountingSigner()

        certificate = trial.certificates(signer).of(made.session("chief"), item)

    assert (certificate.codes, signer.chains) == ((), [])
    assert len(certificate.stations) == 1


def test_an_item_nobody_knows_is_not_certified_and_a_clerk_certifies_nothing(desk: DeliveryDesk) -> None:
    certificates = desk.certificates(CountingSigner())

    unknown = refusal(lambda: certificates.of(desk.at.session("chief"), "MX999999994VN"))
    clerk = refusal(lambda: certificates.of(desk.at.session(), desk.item()))

    assert (unknown.code, clerk.code) == ("custody.unknown", "user.not_allowed")
