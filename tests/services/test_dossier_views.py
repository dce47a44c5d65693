"""What screens show of dossiers, how they are found, and what a scan of a leg's label proves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Actor, Role
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.sessions import Session
from tests.support.desks import Counter
from tests.support.dossiers import ANYWHERE, POSTABLE, ordinary_dossier


def technician(desk: Counter) -> Session:
    return replace(desk.session(), actor=Actor("tech", frozenset({Role.TECHNICIAN})))


def printed(desk: Counter, job: int) -> None:
    with desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.ALL_SENT):
            work.change_paper(job, trigger)
        work.commit()


def test_cases_are_shown_with_who_applies_and_never_with_his_number(desk: Counter) -> None:
    taken = desk.accept_dossier()

    rows = desk.board.dossiers(desk.session(), 10)

    assert [(row.dossier, row.applicant) for row in rows.dossiers] == [(taken.dossier, "Lương Thị Mẫu")]
    assert set(rows.labels) == {leg.item for leg in taken.legs}
    assert "020190000123" not in repr(rows) + str([row.applicant for row in rows.dossiers])
    assert rows.numbers.left == 99_997
    assert not any(paper.values for paper in rows.labels.values())


def test_a_case_taken_back_is_shown_as_such_and_is_not_here(desk: Counter) -> None:
    first, second = desk.accept_dossier(), desk.accept_dossier()
    desk.reversals.withdraw_dossier(desk.session(), first.dossier, ReversalReason.WITHDRAWN)

    of_shift = desk.board.dossiers(desk.session(), 10).dossiers
    here = desk.board.dossiers_here(desk.session(), 10)

    assert {row.dossier: row.state for row in of_shift} == {first.dossier: "reversed", second.dossier: "here"}
    assert [row.dossier for row in here] == [second.dossier]


def test_a_technician_sees_no_case(desk: Counter) -> None:
    taken = desk.accept_dossier()
    nobody = technician(desk)

    for look in (
        lambda: desk.board.dossiers(nobody, 10),
        lambda: desk.board.dossiers_here(nobody, 10),
        lambda: desk.finder.dossier(nobody, taken.dossier),
    ):
        with pytest.raises(DeskError, match=r"user\.not_allowed"):
            look()
    assert [hit.kind for hit in desk.finder.anything(nobody, "Lương Thị Mẫu")] == []


@pytest.mark.parametrize("typed", ["9.100001", "ban sao giay thu nghiem", "nghiệm thử giấy sao bản"])
def test_a_procedure_is_found_by_its_code_and_by_words_without_marks_in_any_order(
    desk: Counter, typed: str
) -> None:
    found = desk.finder.procedures(typed, desk.shifts.proposed_date())

    assert found[0] == POSTABLE


def test_nothing_typed_finds_no_procedure(desk: Counter) -> None:
    assert desk.finder.procedures("  ", desk.shifts.proposed_date()) == ()


def test_authorities_of_the_procedure_come_first_and_the_one_of_the_ward_before_those_of_others(
    desk: Counter,
) -> None:
    today = desk.shifts.proposed_date()

    own = desk.finder.authorities("", today, ANYWHERE, "06187", limit=100)
    typed = desk.finder.authorities("tu phap", today, ANYWHERE)

    assert own[0].authority_id == "LS-06187-TTHCC"
    assert own[-1].authority_id == "LS-STP"
    assert len(own) == 66
    assert typed[0].authority_id == "LS-STP"
    assert desk.finder.authorities("", today) == ()


def test_a_case_is_found_by_each_of_its_numbers_and_by_who_applies(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), official="H37.10-261120-0005"))
    session = desk.session()

    for typed in (taken.dossier, taken.legs[0].item, taken.legs[1].item, "H37.10-261120-0005"):
        row = desk.finder.dossier(session, typed)
        assert row is not None
        assert row.dossier == taken.dossier
    hits = desk.finder.anything(session, "luong thi mau")
    assert ("dossier", taken.dossier) in [(hit.kind, hit.ref) for hit in hits]


def test_one_search_finds_procedures_as_well(desk: Counter) -> None:
    hits = desk.finder.anything(desk.session(), "lay dau van tay thu nghiem")

    assert ("procedure", "9.100002") in [(hit.kind, hit.ref) for hit in hits]


def test_the_scan_of_a_legs_fresh_label_proves_that_label_and_no_other(desk: Counter) -> None:
    taken = desk.accept_dossier()
    for job in taken.jobs[1:]:
        printed(desk, job)

    proved = desk.papers.scanned(desk.session(), taken.legs[1].item)

    states = {paper.job: (paper.state, paper.evidence) for paper in desk.papers_of()}
    assert proved is not None
    assert proved.job == taken.jobs[2]
    assert states[taken.jobs[2]] == ("done", "scanned")
    assert states[taken.jobs[1]][0] == "sent"


def test_a_slip_printed_again_counts_its_own_copies_and_not_those_of_the_label(desk: Counter) -> None:
    taken = desk.accept_dossier()
    for job in taken.jobs:
        printed(desk, job)
        desk.papers.scanned(desk.session(), taken.legs[0].item)
    with desk.store.work() as work:
        for job in (taken.jobs[0], taken.jobs[1]):
            if work.paper(job).state == "sent":
                work.change_paper(job, JobTrigger.FINISH)
        work.commit()

    again = desk.papers.reprint(desk.session(), taken.jobs[0], ReprintReason.CUSTOMER)
    label = desk.papers.reprint(desk.session(), taken.jobs[1], ReprintReason.DAMAGED)

    copies = {paper.job: (paper.template, paper.copy) for paper in desk.papers_of()}
    assert copies[again] == ("dossier_slip", 2)
    assert copies[label] == ("dossier_label", 2)
