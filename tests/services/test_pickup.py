"""Giving results out: found in one field, given against a paper to the right person, with a receipt, old papers on their way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import number_at
from kt1desk.services.confirming import Confirmed
from kt1desk.services.dossier_custody import DossierRedirecting
from kt1desk.services.giving import GiveDraft
from kt1desk.services.wording import sentence
from tests.support.desks import Counter
from tests.support.dossiers import ORGANISATION, person
from tests.support.results import OFFICIAL, ResultDesk

PROXY = {
    "taker_name": "Hoàng Văn Thử",
    "identity": "020085000456",
    "proxy": "authorised",
    "authorisation": "Giấy ủy quyền số 12 ngày 20/11/2026",
}

THREE_YEARS_MS = 3 * 366 * 24 * 3_600_000
"""Longer than anybody's data is kept."""


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


@pytest.mark.parametrize(
    "text", ["luong thi mau", "mẫu lương", "0912345678", "0912 345 678", OFFICIAL, "label"]
)
def test_a_waiting_result_is_found_by_whatever_the_applicant_can_say(results: ResultDesk, text: str) -> None:
    wanted = results.taken(results.fetched())
    results.taken(results.fetched("Nông Văn Khác", "H37.10-261120-0009", "0987111222"))

    found = results.pickup.find(results.at.session(), wanted if text == "label" else text)

    assert found[0].item == wanted


def test_the_sheet_shows_no_more_of_a_number_than_its_end(results: ResultDesk) -> None:
    item = results.taken(results.fetched())

    sheet = results.pickup.sheet(results.at.session(), item)

    assert sheet.applicant.identity == "••••••••0123"
    assert sheet.applicant.name == person().name
    assert sheet.kinds == (("result", 1),)
    assert person().identity not in repr(sheet)


def test_the_applicant_takes_his_result_against_his_own_number(results: ResultDesk) -> None:
    case = results.fetched()
    item = results.taken(case)

    event = results.give(item, slip_back=True)

    assert event.envelope.type == "tthc.item.delivered"
    assert (event.body()["identity_paper"], event.body()["slip_back"], event.body()["reference"]) == (
        "cccd",
        1,
        item,
    )
    assert event.particular("taker") == {"name": person().name, "identity": person().identity}
    assert results.cover(item).state is State.DELIVERED
    assert results.case(case.dossier).state is CaseState.DELIVERED
    assert results.pickup.find(results.at.session(), "") == ()


def test_the_whole_number_stands_beside_the_event_and_on_no_paper(results: ResultDesk) -> None:
    event = results.give(results.taken(results.fetched()))

    said = "\n".join(text for paper in results.at.papers_of() for text in paper.values.values())
    assert person().identity not in said
    assert person().identity.encode() not in event.body_bytes
    assert "0123" in said


def test_the_receipt_proves_the_delivery(results: ResultDesk) -> None:
    item = results.taken(results.fetched())

    event = results.give(item)

    receipt = next(paper for paper in results.at.papers_of(item) if paper.template == "result_receipt")
    assert receipt.values["event_ref"] == event.id.text
    assert receipt.values["taker_name"] == person().name
    assert receipt.values["identity_end"] == "0123"


def test_somebody_else_takes_it_with_a_paper_that_allows_it(results: ResultDesk) -> None:
    item = results.taken(results.fetched())

    event = results.give(item, **PROXY)

    assert event.body()["proxy"] == "authorised"
    assert event.particular("taker")["authorisation"] == PROXY["authorisation"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"identity": "020190000124"}, "pickup.other_identity", "identity"),
        ({"taker_name": "Lương Thị Nhẫn"}, "pickup.other_name", "taker_name"),
        ({"identity": "02019"}, "identity.shape", "identity"),
        ({"identity": ""}, "identity.missing", "identity"),
        ({"identity_paper": ""}, "code.unknown", "identity_paper"),
        ({"identity_paper": "library_card"}, "code.unknown", "identity_paper"),
        ({**PROXY, "authorisation": " "}, "text.empty", "authorisation"),
        ({**PROXY, "taker_name": ""}, "text.empty", "taker_name"),
        ({**PROXY, "proxy": "neighbour"}, "code.unknown", "proxy"),
        ({"withdrawn": 100}, "pickup.withdrawn_range", "withdrawn"),
        ({"withdrawn": -1}, "pickup.withdrawn_range", "withdrawn"),
    ],
)
def test_nobody_else_gets_it_and_nothing_is_written(
    results: ResultDesk, changes: dict[str, object], code: str, field: str
) -> None:
    item = results.taken(results.fetched())
    with results.at.store.read() as reader:
        before = reader.event_count()

    found = refused(lambda: results.give(item, **changes))

    with results.at.store.read() as reader:
        assert reader.event_count() == before
    assert (found.code, found.field) == (code, field)
    assert results.cover(item).state is State.STORED


def test_whose_data_is_not_here_any_more_cannot_be_compared_and_takes_nothing_without_a_paper_that_allows_it(
    results: ResultDesk,
) -> None:
    case = results.fetched()
    results.give(results.taken(case))
    results.at.clock.pass_ms(THREE_YEARS_MS)
    results.privacy.erase(results.at.session("chief"))
    with results.at.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")
    label = number_at(block.prefix, block.last).text
    item = results.scan(results.open(), case.dossier, label=label).item

    found = refused(lambda: results.give(item, taker_name="Ai Cũng Được", identity="020190000999"))
    event = results.give(item, **PROXY)

    assert (found.code, found.field, found.details["number"]) == ("pickup.not_comparable", "proxy", item)
    assert "ủy quyền" in sentence(found)
    assert event.particular("taker")["authorisation"] == PROXY["authorisation"]


def test_a_result_of_which_nothing_is_known_goes_back_to_its_authority_with_a_second_person(
    results: ResultDesk,
) -> None:
    at = results.at
    case = results.fetched()
    results.give(results.taken(case))
    at.clock.pass_ms(THREE_YEARS_MS)
    results.privacy.erase(at.session("chief"))
    with at.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")
    item = results.scan(results.open(), case.dossier, label=number_at(block.prefix, block.last).text).item

    found = refused(lambda: results.give(item))
    back = DossierRedirecting(at.store, at.reference, at.clock).give_back(
        at.session(), item, "undeliverable", Confirmed(Manner.SPOT, "chief")
    )

    assert "hoàn về cơ quan: F5" in sentence(found)
    assert "hoàn về cơ quan: F5" in sentence(DeskError("pickup.case_unknown", "item", number=item))
    assert back.envelope.type == "tthc.item.returned"
    assert results.cover(item).state is State.RETURNING


def test_an_organisation_sends_a_representative(results: ResultDesk) -> None:
    item = results.taken(results.fetched(applicant=ORGANISATION))

    alone = refused(lambda: results.give(item))
    event = results.give(item, **{**PROXY, "proxy": "organisation"})

    assert alone.code == "pickup.organisation"
    assert event.body()["proxy"] == "organisation"


def test_old_papers_begin_their_own_way_to_the_authority_in_the_same_breath(results: ResultDesk) -> None:
    case = results.fetched()
    item = results.taken(case)

    given = results.pickup.give(results.at.session(), _draft(item, withdrawn=2))

    cover = results.cover(given.withdrawn_item)
    assert (cover.way, cover.state, cover.dossier) == ("withdrawn", State.STORED, case.dossier)
    label = next(paper for paper in results.at.papers_of(given.withdrawn_item))
    assert label.template == "dossier_label"
    assert results.case(case.dossier).state is CaseState.DELIVERED


def test_nothing_is_given_twice(results: ResultDesk) -> None:
    item = results.taken(results.fetched())
    results.give(item)

    assert refused(lambda: results.give(item)).code == "custody.step"


def test_what_goes_to_the_authority_is_not_given_to_an_applicant(results: ResultDesk) -> None:
    sent = results.at.accept_dossier().legs[0].item

    assert refused(lambda: results.give(sent)).code == "pickup.not_for_applicant"
    assert refused(lambda: results.give("RX999999999VN")).code == "pickup.unknown"


def test_what_another_person_holds_is_handed_over_by_him_first(results: ResultDesk) -> None:
    item = results.taken(results.fetched())

    found = refused(lambda: results.pickup.give(results.at.session("chief"), _draft(item)))

    assert found.code == "custody.held_by_other"


def _draft(item: str, **changes: object) -> GiveDraft:
    draft = GiveDraft(item, identity_paper="cccd", identity=person().identity)
    made: GiveDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return made
