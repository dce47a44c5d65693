"""Taking results over from an authority: what a scan means, what the book says, how it tallies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State, person
from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import number_at
from kt1desk.services.result_books import Difference
from kt1desk.services.result_scans import ScanOutcome
from tests.support.desks import Counter
from tests.support.dossiers import ordinary_dossier
from tests.support.results import OFFICER, OFFICIAL, ResultDesk


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


@pytest.mark.parametrize("by", ["label", "own number", "official"])
def test_a_result_is_taken_by_its_label_its_number_or_its_official_code(results: ResultDesk, by: str) -> None:
    case = results.fetched()
    leg = case.legs[0].item
    book = results.open()

    scan = results.scan(book, {"label": leg.lower(), "own number": case.dossier, "official": OFFICIAL}[by])

    assert (scan.outcome, scan.item, scan.dossier) == (ScanOutcome.TAKEN, leg, case.dossier)
    assert results.case(case.dossier).state is CaseState.RESULT
    cover = results.cover(leg)
    assert (cover.state, cover.holder) == (State.STORED, person(results.at.session().desk.point, "clerk"))


def test_a_result_that_was_taken_is_told_and_not_written_again(results: ResultDesk) -> None:
    case, book = results.fetched(), results.open()
    results.scan(book, case.dossier)
    with results.at.store.read() as reader:
        before = reader.event_count()

    again = results.scan(book, case.legs[0].item)

    with results.at.store.read() as reader:
        after = reader.event_count()
    assert (again.outcome, again.event) == (ScanOutcome.ALREADY, None)
    assert before == after


def test_what_was_given_out_is_not_taken_again(results: ResultDesk) -> None:
    case = results.fetched()
    results.give(results.taken(case))

    again = results.scan(results.open(), case.legs[0].item)

    assert again.outcome is ScanOutcome.ALREADY


@pytest.mark.parametrize("text", ["RX999999999VN", "chữ gì đó", "240000-261122-0-999", "ME473124829VN"])
def test_what_nobody_knows_is_told(results: ResultDesk, text: str) -> None:
    scan = results.scan(results.open(), text)

    assert (scan.outcome, scan.event) == (ScanOutcome.UNKNOWN, None)


def test_a_free_label_of_the_desks_own_roll_is_no_result(results: ResultDesk) -> None:
    with results.at.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")

    scan = results.scan(results.open(), number_at(block.prefix, block.last).text)

    assert scan.outcome is ScanOutcome.UNKNOWN


def test_a_label_of_another_desk_is_taken_before_its_case_is_told(results: ResultDesk) -> None:
    with results.at.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")
    foreign = number_at(block.prefix, block.last + 4_321).text
    book = results.open()

    scan = results.scan(book, foreign)

    assert (scan.outcome, scan.item, scan.dossier) == (ScanOutcome.TAKEN, foreign, "")
    assert results.cover(foreign).state is State.STORED
    assert results.scan(book, foreign).outcome is ScanOutcome.ALREADY


def test_a_case_whose_applicant_fetches_it_himself_is_not_ours(results: ResultDesk) -> None:
    case = results.at.accept_dossier(replace(ordinary_dossier(), form=Form.SEND))

    scan = results.scan(results.open(), case.dossier)

    assert (scan.outcome, scan.dossier) == (ScanOutcome.NOT_OURS, case.dossier)


def test_a_result_of_another_authority_goes_back_over_its_desk(results: ResultDesk) -> None:
    case = results.fetched()

    scan = results.scan(results.open(authority="LS-STP"), case.dossier)

    assert scan.outcome is ScanOutcome.WRONG_AUTHORITY


def test_a_case_whose_dossier_still_lies_here_has_no_result(results: ResultDesk) -> None:
    case = results.at.accept_dossier()

    scan = results.scan(results.open(), case.dossier)

    assert scan.outcome is ScanOutcome.ELSEWHERE
    assert results.case(case.dossier).state is CaseState.ACCEPTED


def test_several_papers_in_one_cover_are_counted_by_kind(results: ResultDesk) -> None:
    case, book = results.fetched(), results.open()

    scan = results.scan(book, case.dossier, kinds=(("result", 2), ("returned_papers", 3)))

    assert scan.event is not None
    assert scan.event.body()["kinds"] == [["result", 2], ["returned_papers", 3]]


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ((), "takeover.kinds"),
        ((("result", 1), ("result", 2)), "takeover.kinds"),
        ((("result", 0),), "takeover.pieces_range"),
        ((("result", 100),), "takeover.pieces_range"),
        ((("letter", 1),), "code.unknown"),
    ],
)
def test_what_lies_in_a_cover_is_said_by_codes_and_counts(
    results: ResultDesk, kinds: tuple[tuple[str, int], ...], code: str
) -> None:
    case, book = results.fetched(), results.open()

    found = refused(lambda: results.scan(book, case.dossier, kinds=kinds))

    assert (found.code, found.field) == (code, "kinds")
    assert results.case(case.dossier).state is CaseState.AWAITED


def test_a_further_result_of_a_case_travels_under_a_label_of_its_own(results: ResultDesk) -> None:
    case = results.fetched()
    results.give(results.taken(case))
    with results.at.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")
    label = number_at(block.prefix, block.last).text
    book = results.open()

    scan = results.scan(book, case.dossier, label=label)

    assert (scan.outcome, scan.item, scan.dossier) == (ScanOutcome.TAKEN, label, case.dossier)
    assert results.case(case.dossier).results == 2
    assert refused(lambda: results.scan(book, case.dossier, label=label)).code == "number.used"


def test_one_taken_by_mistake_goes_back_and_is_not_in_the_book_both_sign(results: ResultDesk) -> None:
    first, second = results.fetched(), results.fetched("Hoàng Văn Nhầm", "H37.10-261120-0006")
    book = results.open(expected=1)
    results.scan(book, first.dossier)
    wrong = results.scan(book, second.dossier).item

    results.takeovers.give_back(results.at.session(), book, wrong)
    closed = results.takeovers.close(results.at.session(), book, *OFFICER)

    assert results.cover(wrong).state is State.RETURNED
    case = results.case(second.dossier)
    assert (case.state, case.results) == (CaseState.AWAITED, 0)
    assert case in results.takeovers.expected(results.at.session(), case.authority)
    assert closed.event.body()["taken"] == 1


def test_the_book_is_printed_with_what_was_taken_and_who_gave_it(results: ResultDesk) -> None:
    case = results.fetched()
    book = results.open(expected=1)
    results.scan(book, OFFICIAL)

    closed = results.takeovers.close(results.at.session(), book, *OFFICER)

    (paper,) = results.at.papers_of(book)
    assert closed.jobs == (paper.job,)
    assert paper.values["result_1_item"] == case.legs[0].item
    assert paper.values["result_1_official"] == OFFICIAL
    assert paper.values["officer_name"] == OFFICER[0]
    assert paper.values["event_ref"] == closed.event.id.text
    assert closed.event.particular("officer") == {"name": OFFICER[0], "position": OFFICER[1]}
    assert b"Vi Th" not in closed.event.body_bytes


def test_what_is_missing_and_what_is_surplus_must_come_out_even_with_the_list(results: ResultDesk) -> None:
    here, missing = results.fetched(), results.fetched("Nông Thị Thiếu", "H37.10-261120-0006")
    book = results.open(expected=2)
    item = results.scan(book, here.dossier).item
    session, takeovers = results.at.session(), results.takeovers

    uneven = refused(
        lambda: takeovers.close(
            session, book, *OFFICER, Difference(missing=(missing.dossier,), surplus=(item,))
        )
    )
    taken = refused(lambda: takeovers.close(session, book, *OFFICER, Difference(missing=(here.dossier,))))
    closed = takeovers.close(session, book, *OFFICER, Difference(missing=(missing.dossier,)))

    assert (uneven.code, taken.code) == ("takeover.count_differs", "takeover.missing_taken")
    assert closed.event.body()["missing"] == ["H37.10-261120-0006"]


def test_nothing_goes_into_a_closed_book_and_two_books_of_one_authority_are_never_open(
    results: ResultDesk,
) -> None:
    case, book = results.fetched(), results.open()
    twice = refused(results.open)
    results.takeovers.close(results.at.session(), book, *OFFICER)

    assert twice.code == "takeover.open_already"
    assert refused(lambda: results.scan(book, case.dossier)).code == "takeover.closed"
    assert refused(lambda: results.scan("KQ240000-261123-0-9", case.dossier)).code == "takeover.unknown"
    assert results.at.papers_of(book) == []


def test_the_view_asks_for_those_whose_day_has_come(results: ResultDesk) -> None:
    due = results.fetched(official_day="2026-11-20")
    later = results.fetched("Lý Văn Sau", "H37.10-261120-0007", official_day="2027-01-20")
    book = results.open()

    missing = [case.dossier for case in results.takeovers.view(results.at.session(), book).missing]
    expected = [case.dossier for case in results.takeovers.expected(results.at.session(), "LS-05983-TTHCC")]

    assert missing == [due.dossier]
    assert expected == [due.dossier, later.dossier]


def test_whoever_may_not_take_results_is_refused_before_he_learns_anything(results: ResultDesk) -> None:
    book = results.open()

    found = refused(lambda: results.takeovers.scan(results.at.session("inspector"), book, OFFICIAL))

    assert found.code == "user.not_allowed"
