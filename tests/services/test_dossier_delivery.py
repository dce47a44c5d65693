"""Results on their way to applicants: against an identity paper, by a postman or back to the authority with another user's yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState
from kt1desk.domain.facts import DossierAccepted
from kt1desk.domain.service import Service
from kt1desk.services.confirming import Confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from tests.support.dossier_points import ALONE, BY_PHONE, IDENTITY, DossierDesk, dossier_desk
from tests.support.dossiers import person
from tests.support.points import COMMUNE, DISTRICT
from tests.support.reversals import refusal


@pytest.fixture
def district(tmp_path: Path) -> Iterator[DossierDesk]:
    """Applicants come here, and here is the authority of the tests."""
    with dossier_desk(tmp_path, DISTRICT, 2) as made:
        yield made


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[DossierDesk]:
    """A point with one person."""
    with dossier_desk(tmp_path, COMMUNE, 3) as made:
        yield made


def out(desk: DossierDesk) -> str:
    """A result with the postman."""
    item = desk.result(desk.awaited())
    desk.start(item)
    return item


def attempted(desk: DossierDesk, times: int = 1) -> str:
    """A result that was offered in vain and brought back to the safe."""
    item = out(desk)
    session = desk.at.session("clerk")
    for _ in range(times):
        desk.rounds.attempt(session, item, "absent")
    desk.rounds.bring_back(session, [item], desk.postman())
    desk.put(item)
    return item


def test_a_result_is_given_to_its_applicant_against_the_paper_he_shows(district: DossierDesk) -> None:
    item = out(district)

    event = district.give(item, slip_back=True)

    body = event.body()
    assert (event.envelope.type, body["party"], body["identity_paper"]) == (
        "tthc.item.delivered",
        "receiver",
        "cccd",
    )
    assert (body["slip_back"], body["reference"]) == (1, "PH241000-261123-2-1/1")
    assert event.particular("taker") == {"name": person().name, "identity": IDENTITY}
    assert IDENTITY.encode() not in event.body_bytes
    with district.at.store.read() as reader:
        case = reader.case(item)
    assert case is not None
    assert case.state is CaseState.DELIVERED


def test_a_proxy_takes_a_result_with_the_paper_that_allows_it(district: DossierDesk) -> None:
    item = out(district)

    missing = refusal(lambda: district.give(item, taker_name="Hoàng Văn Thử", proxy="authorised"))
    event = district.give(
        item,
        taker_name="Hoàng Văn Thử",
        identity="020085000456",
        proxy="authorised",
        authorisation="Giấy ủy quyền số 12 ngày 20/11/2026",
    )

    assert (missing.code, missing.field) == ("text.empty", "authorisation")
    assert event.body()["proxy"] == "authorised"
    assert event.particular("taker")["authorisation"] == "Giấy ủy quyền số 12 ngày 20/11/2026"


def test_old_papers_taken_back_by_the_postman_begin_their_own_way(district: DossierDesk) -> None:
    item = out(district)

    event = district.give(item, withdrawn=2)

    with district.at.store.read() as reader:
        case = reader.case(item)
        assert case is not None
        covers = {cover.way: cover for cover in reader.covers_of(case.dossier)}
    assert event.body()["withdrawn"] == 2
    assert district.state(covers["withdrawn"].item)[0] == "stored"


def test_without_an_identity_paper_no_result_is_given(district: DossierDesk) -> None:
    item = out(district)
    draft = DeliveryDraft(item, person().name)

    refused = refusal(lambda: district.rounds.deliver(district.at.session("clerk"), draft))

    assert refused.code == "delivery.identity_needed"
    assert district.state(item)[0] == "out"


def test_what_goes_to_an_authority_is_on_no_delivery_list(district: DossierDesk) -> None:
    cover = district.cover()

    refused = refusal(lambda: district.start(cover))

    assert refused.code == "round.not_delivered"
    assert district.rounds.candidates(district.at.session("clerk")) == ()
    given = refusal(lambda: district.give(cover))
    assert given.code == "delivery.for_authority"


def test_a_result_waits_on_the_list_of_the_point_that_its_applicant_belongs_to(district: DossierDesk) -> None:
    item = district.result(district.awaited())

    (candidate,) = district.rounds.candidates(district.at.session("clerk"))

    assert (candidate.item.item, candidate.hindered, candidate.warning) == (item, "", "")
    assert candidate.receiver is not None
    assert candidate.receiver.name == person().name


def test_the_list_of_a_postman_names_the_applicant_his_phone_and_what_it_is(district: DossierDesk) -> None:
    item = district.result(district.awaited())

    started = district.start(item)

    with district.at.store.read() as reader:
        values = reader.paper(started.jobs[0]).values
    assert (values["item_1_number"], values["item_1_receiver"]) == (item, person().name)
    assert (values["item_1_phone"], values["item_1_way"]) == (person().phone, "Kết quả")


def test_a_reason_of_the_list_of_dossiers_is_written_for_an_attempt_and_no_other(
    district: DossierDesk,
) -> None:
    item = out(district)
    session = district.at.session("clerk")

    refused = refusal(lambda: district.rounds.attempt(session, item, "closed"))
    event = district.rounds.attempt(session, item, "no_identity_paper")

    assert refused.code == "code.unknown"
    assert (event.envelope.type, event.body()["attempt"]) == ("tthc.item.attempted", 1)


@pytest.mark.parametrize(("times", "enough"), [(1, False), (2, True)])
def test_after_the_last_attempt_of_the_setting_the_page_is_told_that_it_may_go_back(
    district: DossierDesk, times: int, enough: bool
) -> None:
    item = attempted(district)
    for _ in range(times - 1):
        district.start(item)
        district.rounds.attempt(district.at.session("clerk"), item, "absent")
        district.rounds.bring_back(district.at.session("clerk"), [item], district.postman())
        district.put(item)

    (line,) = [
        each for each in district.sheets.turnable(district.at.session("clerk")) if each.line.item.item == item
    ]

    assert (line.tried, line.tried_enough) == (times, enough)


def test_a_result_goes_back_to_its_authority_when_another_user_approves(district: DossierDesk) -> None:
    item = attempted(district)
    session = district.at.session("clerk")

    event = district.redirecting.give_back(session, item, "undeliverable", district.approval())

    assert (event.envelope.type, event.envelope.second) == ("tthc.item.returned", "controller")
    assert district.state(item)[0] == "returning"


@pytest.mark.parametrize("second", ["clerk", "other", "postman"])
def test_a_result_does_not_go_back_when_who_confirms_may_not_approve_it(
    district: DossierDesk, second: str
) -> None:
    item = attempted(district)
    confirmed = Confirmed(ALONE.manner.SPOT, second)

    refused = refusal(
        lambda: district.redirecting.give_back(district.at.session("clerk"), item, "undeliverable", confirmed)
    )

    assert refused.code in {"approval.same_person", "approval.not_allowed"}
    assert district.state(item)[0] == "attempted"


def test_over_the_telephone_only_kt1_is_let_go(district: DossierDesk) -> None:
    item = attempted(district)

    refused = refusal(
        lambda: district.redirecting.give_back(district.at.session("clerk"), item, "undeliverable", BY_PHONE)
    )

    assert refused.code == "approval.not_in_person"


def test_a_returning_result_goes_to_the_point_of_its_authority_and_ends_with_its_officer(
    commune: DossierDesk, district: DossierDesk
) -> None:
    taken = commune.awaited()
    commune.tell(district)
    item = district.result(taken, origin=COMMUNE)
    bag = district.pack(item, to=COMMUNE).receptacle
    sent = district.send(bag, to=COMMUNE)
    district.tell(commune)
    commune.arrive(bag, sent.dispatch, item)
    commune.put(item, "uncleared")
    commune.redirecting.give_back(commune.at.session("clerk"), item, "not_collected", ALONE)

    ends = [
        row.belongs
        for row in commune.packing.candidates(commune.at.session("clerk"), DISTRICT)
        if row.item.item == item
    ]
    back = commune.pack(item, to=DISTRICT, seal="NP0000002").receptacle
    trip = commune.send(back, to=DISTRICT)
    commune.tell(district)
    district.receive(back, trip.dispatch, "NP0000002")
    district.arrivals.open(district.at.session("clerk"), back)
    district.arrivals.scan(district.at.session("clerk"), item, back)
    officer = DeliveryDraft(item, "Nguyễn Thị Một Cửa", "Chuyên viên", "BB-12", party="sender")
    event = district.rounds.deliver(district.at.session("clerk"), officer)

    assert ends == [True]
    assert event.particular("taker")["position"] == "Chuyên viên"
    assert district.state(item)[0] == "returned"
    with district.at.store.read() as reader:
        case = reader.case(taken.dossier)
    assert case is not None
    assert case.state is CaseState.GIVEN_BACK


def test_how_a_delivery_ended_is_told_to_the_point_that_accepted_the_case(
    commune: DossierDesk, district: DossierDesk
) -> None:
    taken = commune.awaited()
    told = commune.tell(district)
    item = district.result(taken, origin=COMMUNE)
    district.start(item)

    district.give(item)
    district.tell(commune)

    assert DossierAccepted.TYPE in {event.envelope.type for event in told}
    with commune.at.store.read() as reader:
        case, standing = reader.case(taken.dossier), reader.standing(item, service=Service.TTHC)
    assert case is not None
    assert standing is not None
    assert (case.state, standing.state.value) == (CaseState.DELIVERED, "delivered")
