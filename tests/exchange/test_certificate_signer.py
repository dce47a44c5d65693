"""From the stations of a journal to a code on paper that anybody with the list of keys can check."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.exchange.certificate import check_certificate_text
from kt1desk.exchange.certificate_signer import CertificateSigner
from kt1desk.exchange.trust import KeyList
from kt1desk.services.certificates import Certificates
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.exchange_keys import DAY, own_keys, row_of
from tests.support.points import DISTRICT

OWN = own_keys(7, DISTRICT)
LISTED = KeyList((row_of(OWN),), 1, DAY)


def certificates(desk: DeliveryDesk) -> Certificates:
    return Certificates(desk.at.store, desk.at.reference, desk.at.clock, PaperFit(), CertificateSigner(OWN))


def walked(desk: DeliveryDesk, times: int) -> str:
    """An item that was taken out and brought back so many times."""
    item = desk.item()
    for _ in range(times):
        desk.start(item)
        desk.attempt(item)
        desk.bring_back(item)
    return item


def test_what_the_journal_has_is_what_the_code_on_the_paper_proves(tmp_path: Path) -> None:
    with delivery_desk(tmp_path) as desk:
        item = walked(desk, 1)
        made = certificates(desk).of(desk.at.session("chief"), item)

    (text,) = made.codes
    proved = check_certificate_text(text, LISTED).statement
    assert proved.item == item
    assert [row.event for row in proved.stations] == [row.event for row in made.chain.stations]
    assert [row.taker for row in proved.stations] == [row.taker for row in made.chain.stations]
    assert [row.at_s * 1_000 for row in proved.stations] == [row.at_ms for row in made.chain.stations]


def test_a_long_way_is_certified_in_several_codes_and_each_fits_on_its_paper(tmp_path: Path) -> None:
    with delivery_desk(tmp_path) as desk:
        item = walked(desk, 9)
        made = certificates(desk).of(desk.at.session("chief"), item)
        jobs = certificates(desk).print_of(desk.at.session("chief"), item)

        printed = {paper.job: paper.values["code"] for paper in desk.at.papers_of(item) if paper.job in jobs}
    proved = [check_certificate_text(printed[job], LISTED).statement for job in jobs]
    assert len(jobs) == len(made.codes) > 1
    assert [row.event for part in proved for row in part.stations] == [
        row.event for row in made.chain.stations
    ]
    assert {part.of for part in proved} == {28}
