"""What the one-stop place needs, on a real desk: a dossier to its authority, its answer, its result, and back to its applicant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.one_stop_counter import OneStopCounter
from kt1desk.desktop.needs.one_stop_results import BookEnd
from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.identifiers import number_at
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.giving import GiveDraft
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.services.result_scans import ScanOutcome
from tests.support.accepting import open_desk_of
from tests.support.case_desks import AUTHORITY, OFFICER, OFFICIAL, CaseDesk, one_stop
from tests.support.dossiers import POSTABLE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    with one_stop(tmp_path) as made:
        yield made


def counter(desk: CaseDesk, woken: list[None] | None = None) -> OneStopCounter:
    """As after a log-in."""
    rang = woken if woken is not None else []
    return OneStopCounter(open_desk_of(desk.desk, "clerk"), lambda: rang.append(None))


def test_half_a_hand_over_is_there_after_a_restart_and_gone_once_it_is_made(desk: CaseDesk) -> None:
    item = desk.desk.accept_dossier().legs[0].item
    first, woken = counter(desk), list[None]()
    first.keep([HandoverDraft(AUTHORITY, "Vi", covers=(CountedCover(item, documents=1),))])
    begun = HandoverDraft(AUTHORITY, "Vi", covers=(CountedCover(item, True, 2),))
    first.keep([begun])

    again = counter(desk, woken)
    found = again.kept()
    number = again.hand_over(replace(desk.draft(item), officer_position="Chuyên viên"))

    assert found == (begun,)
    assert number.startswith("GN")
    assert woken == [None]
    assert counter(desk).kept() == ()


def test_a_hand_over_that_the_clerk_gave_up_is_forgotten(desk: CaseDesk) -> None:
    made = counter(desk)
    made.keep([HandoverDraft(AUTHORITY, "Vi")])

    made.keep([])

    assert counter(desk).kept() == ()


def test_what_lies_ready_stands_under_its_authority_with_the_codes_of_what_may_differ(desk: CaseDesk) -> None:
    item = desk.desk.accept_dossier().legs[0].item

    view = counter(desk).ready()

    assert [(each.authority_id, [cover.item for cover in each.covers]) for each in view.authorities] == [
        (AUTHORITY, [item])
    ]
    assert "missing" in {each.key for each in view.differences}


def test_a_registered_case_stands_in_the_list_with_its_code_and_can_be_asked_for_more(desk: CaseDesk) -> None:
    taken, made = desk.handed(), counter(desk)
    made.register(RegisterDraft(taken.dossier, OFFICIAL, "2026-11-23", "2026-11-30", slip=True))
    line = made.cases().cases[0]
    reason = made.cases().reasons[Outcome.SUPPLEMENT][0].key
    papers = [paper.key for paper in made.papers(taken.dossier)]

    made.decide(
        DecisionDraft(taken.dossier, Outcome.SUPPLEMENT, "02/PBS", "2026-11-23", reason, (papers[-1],))
    )

    assert (line.official, line.official_day, line.items[0]) == (
        OFFICIAL,
        "2026-11-30",
        taken.legs[0].item,
    )
    assert set(papers) == {paper.key for paper in POSTABLE.papers}
    assert desk.state(taken.dossier) is CaseState.SUPPLEMENT


def test_a_result_is_taken_found_and_given_and_the_book_closed(desk: CaseDesk) -> None:
    taken, made = desk.handed(), counter(desk)
    desk.register(taken.dossier)
    label = taken.legs[1].item

    book = made.open_book(AUTHORITY, 1)
    givers = {each.authority: each for each in made.givers()}
    scans = [made.take_result(book, text, "") for text in (label, OFFICIAL, "RX000000000VN")]
    view = made.book(book)
    made.close_book(BookEnd(book, OFFICER, "Chuyên viên"))
    waiting = made.waiting(OFFICIAL).results
    sheet = made.result(label)
    made.give(GiveDraft(label, identity_paper="cccd", identity="020190000123"))

    assert next(iter(made.givers())).takeover == ""
    assert (givers[AUTHORITY].takeover, givers[AUTHORITY].waiting) == (book, 1)
    assert [each.scan.outcome for each in scans] == [
        ScanOutcome.TAKEN,
        ScanOutcome.ALREADY,
        ScanOutcome.UNKNOWN,
    ]
    assert view.lines == (scans[0].line,)
    assert [each.item for each in waiting] == [label]
    assert sheet.held == "Kết quả"
    assert desk.state(taken.dossier) is CaseState.DELIVERED


def test_a_further_result_of_a_case_is_taken_under_a_free_label_and_no_other_scan_is_bent_to_it(
    desk: CaseDesk,
) -> None:
    taken, made = desk.handed(), counter(desk)
    desk.register(taken.dossier)
    other = desk.desk.accept_dossier()
    desk.hand(other.legs[0].item)
    with desk.desk.store.read() as reader:
        block = next(row for row in reader.blocks() if row.prefix != "MX")
    free = number_at(block.prefix, block.last).text
    book = made.open_book(AUTHORITY, 0)
    made.take_result(book, taken.legs[1].item, "")

    known = made.take_result(book, other.legs[1].item, "", taken.dossier)
    further = made.take_result(book, free, "", taken.dossier)

    assert (known.scan.outcome, known.scan.dossier) == (ScanOutcome.TAKEN, other.dossier)
    assert (further.scan.outcome, further.scan.item, further.scan.dossier) == (
        ScanOutcome.TAKEN,
        free,
        taken.dossier,
    )
    assert made.book(book).lines[-1] == further.line


def test_what_is_chosen_from_at_the_pick_up_has_the_chip_card_first(desk: CaseDesk) -> None:
    choices = counter(desk).pickup_choices()

    assert choices.papers[0].key == choices.card
    assert "authorised" in {each.key for each in choices.proxies}
    assert counter(desk).result_kinds()[0].key == "result"
