"""Complaints: taken within six months, answered by the calendar, with four times the postage that was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft, Opened
from kt1desk.services.fees import CorrectionDraft
from tests.support.desks import Counter
from tests.support.dossiers import ordinary_dossier
from tests.support.results import ResultDesk

DAY_MS = 24 * 3_600_000
WHO = "Lương Thị Mẫu"


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def complain(results: ResultDesk, dossier: str, **changes: object) -> Opened:
    draft = ComplaintDraft(dossier, "late", name=WHO, phone="0912 345 678")
    made: ComplaintDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return results.complaints.open(results.at.session(), made)


def test_inside_the_province_an_answer_is_due_after_five_working_days(results: ResultDesk) -> None:
    case = results.at.accept_dossier()

    opened = complain(results, case.dossier)

    body = opened.event.body()
    assert (body["received_day"], body["due_day"]) == ("2026-11-23", "2026-12-01")
    assert opened.complaint.startswith("KN")
    assert opened.event.particular("complainant") == {"name": WHO, "phone": "0912345678"}


def test_between_provinces_it_is_due_after_seven(results: ResultDesk) -> None:
    residence = replace(ordinary_dossier().applicant.residence, commune="", province="04")
    applicant = replace(ordinary_dossier().applicant, residence=residence)
    case = results.at.accept_dossier(replace(ordinary_dossier(), applicant=applicant))

    opened = complain(results, case.dossier)

    assert opened.due_day == "2026-12-03"


def test_the_window_ends_six_months_after_the_result_was_given(results: ResultDesk) -> None:
    case = results.fetched()
    results.give(results.taken(case))
    results.at.clock.pass_ms(181 * DAY_MS)
    on_last_day = complain(results, case.dossier)
    results.at.clock.pass_ms(DAY_MS)

    found = refused(lambda: complain(results, case.dossier))

    assert on_last_day.event.body()["received_day"] == "2027-05-23"
    assert (found.code, found.details["until"]) == ("complaint.too_late", "2027-05-23")


def test_while_a_case_is_on_its_way_one_may_complain(results: ResultDesk) -> None:
    case = results.at.accept_dossier()

    assert complain(results, case.dossier, code="not_told").event.body()["code"] == "not_told"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"dossier": "x"}, "complaint.case_unknown"),
        ({"code": "rude"}, "code.unknown"),
        ({"who": "neighbour"}, "complaint.who"),
        ({"received_day": "2026-11-24"}, "complaint.day"),
        ({"received_day": "2026-11-22"}, "complaint.day"),
        ({"received_day": "22/11/2026"}, "complaint.day"),
        ({"item": "RX999999999VN"}, "complaint.other_item"),
        ({"name": ""}, "text.empty"),
        ({"phone": "12"}, "identity.phone"),
    ],
)
def test_a_complaint_says_what_about_by_whom_and_when(
    results: ResultDesk, changes: dict[str, object], code: str
) -> None:
    case = results.at.accept_dossier()

    assert refused(lambda: complain(results, **{"dossier": case.dossier} | changes)).code == code  # type: ignore[arg-type]


def test_the_proposal_is_four_times_the_postage_of_the_way_complained_about(results: ResultDesk) -> None:
    case = results.at.accept_dossier(replace(ordinary_dossier(), collected_dong=100_000))
    whole = complain(results, case.dossier).complaint
    leg = complain(results, case.dossier, item=case.legs[1].item).complaint

    session = results.at.session()
    both, one = (results.complaints.proposal(session, number) for number in (whole, leg))

    assert (both.postage_dong, both.amount_dong) == (52_500, 210_000)
    assert (one.postage_dong, one.amount_dong) == (26_000, 104_000)
    assert both.rule == "compensation.multiple/2018-01-01"


def test_postage_that_was_given_back_is_not_compensated_again(results: ResultDesk) -> None:
    case = results.at.accept_dossier()
    number = complain(results, case.dossier).complaint
    refund = CorrectionDraft(case.dossier, "postage", "fee_wrong", back_dong=40_000)
    results.fees.correct(results.at.session(), refund)

    proposal = results.complaints.proposal(results.at.session(), number)

    assert (proposal.postage_dong, proposal.amount_dong) == (12_500, 50_000)


def test_the_answer_is_printed_with_the_compensation_and_its_rule(results: ResultDesk) -> None:
    case = results.at.accept_dossier()
    number = complain(results, case.dossier).complaint

    draft = AnswerDraft(number, "justified_compensated", "letter", compensates=True)
    answered = results.complaints.answer(results.at.session(), draft)

    (paper,) = results.at.papers_of(number)
    assert answered.compensation_dong == 210_000
    assert paper.values["compensation_amount"] == "210.000 đ"
    assert paper.values["complainant_name"] == WHO
    assert "Điều 25" in paper.values["rule"]
    assert paper.values["event_ref"] == answered.event.id.text
    assert results.complaints.listed(results.at.session()) == ()
    (row,) = results.complaints.listed(results.at.session(), only_open=False)
    assert (row.outcome, row.compensation_dong) == ("justified_compensated", 210_000)


def test_nothing_is_answered_twice_and_unknown_codes_are_refused(results: ResultDesk) -> None:
    case = results.at.accept_dossier()
    number = complain(results, case.dossier).complaint
    answer = results.complaints.answer
    session = results.at.session()

    outcome = refused(lambda: answer(session, AnswerDraft(number, "maybe", "letter")))
    way = refused(lambda: answer(session, AnswerDraft(number, "withdrawn", "smoke")))
    answer(session, AnswerDraft(number, "withdrawn", "telephone"))
    again = refused(lambda: answer(session, AnswerDraft(number, "withdrawn", "telephone")))
    unknown = refused(lambda: answer(session, AnswerDraft("KN240000-261123-0-9", "withdrawn", "telephone")))

    assert [each.code for each in (outcome, way, again, unknown)] == [
        "code.unknown",
        "code.unknown",
        "complaint.answered",
        "complaint.unknown",
    ]


def test_open_complaints_stand_by_the_day_of_their_answer(results: ResultDesk) -> None:
    case = results.at.accept_dossier()
    later = complain(results, case.dossier).complaint
    results.at.clock.pass_ms(2 * DAY_MS)
    last = complain(results, case.dossier).complaint

    listed = results.complaints.listed(results.at.session())

    assert [row.complaint for row in listed] == [later, last]
    assert listed[0].due_day < listed[1].due_day
