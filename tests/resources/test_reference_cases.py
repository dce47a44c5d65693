"""The shipped rows about what happens to a dossier after its acceptance: who serves an authority, codes, figures."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.domain.case import Outcome
from kt1desk.domain.coded import CodeList, check_code, list_for, word_for, words_of
from kt1desk.domain.dated import Status
from kt1desk.domain.reference_tthc import bureau_point, point_of_authority, receiving_authorities
from kt1desk.domain.service import Service
from tests.support.reference import trial_reference

DAY = date(2026, 11, 22)
DATA = trial_reference()
POINTS = {row.code: row for row in DATA.points}
LONGEST_WORD = 60
"""What a row of a table and of a printed list has room for."""
KT1_ONLY = ("KT1", "Cơ quan nhận", "áp tải")


def codes(code_list: CodeList) -> set[str]:
    return {row.code for row in words_of(DATA.coded, code_list, DAY)}


def test_every_authority_that_takes_dossiers_is_served_by_a_point_that_takes_them() -> None:
    serving = {point_of_authority(DATA, row.authority_id, DAY) for row in receiving_authorities(DATA, DAY)}

    assert all(POINTS[code].takes_dossiers for code in serving)


def test_provincial_bodies_are_served_by_the_bureau_in_the_public_administration_centre() -> None:
    bureau = bureau_point(DATA, DAY)

    served = {
        point_of_authority(DATA, row.authority_id, DAY)
        for row in receiving_authorities(DATA, DAY)
        if row.level == "tỉnh"
    }

    assert served == {bureau}
    assert POINTS[bureau].kind == "public_admin_centre"


def test_a_body_of_a_commune_with_a_point_is_served_there_and_never_by_the_bureau() -> None:
    communes = {row.commune for row in DATA.points}
    bureau = bureau_point(DATA, DAY)

    for row in receiving_authorities(DATA, DAY):
        if row.commune:
            point = POINTS[point_of_authority(DATA, row.authority_id, DAY)]
            assert point.code != bureau
            assert (point.commune == row.commune) is (row.commune in communes)


def test_a_body_of_a_commune_without_a_point_is_served_in_its_former_district() -> None:
    districts = {row.code: row.former_districts[0] for row in DATA.communes}
    communes = {row.commune for row in DATA.points}
    without = [row for row in receiving_authorities(DATA, DAY) if row.commune and row.commune not in communes]

    served = [(row, POINTS[point_of_authority(DATA, row.authority_id, DAY)]) for row in without]

    assert len(served) > 0
    assert all(districts[row.commune] == districts[point.commune] for row, point in served)


@pytest.mark.parametrize(
    ("code_list", "entries"),
    [
        (
            CodeList.PAPER_DIFFERENCE,
            {"missing", "extra", "copy_instead_of_original", "fewer", "more", "damaged", "unreadable", "other_paper"},
        ),
        (CodeList.IDENTITY_PAPER, {"cccd", "id_card", "vneid_2", "passport"}),
        (CodeList.RESULT_KIND, {"result", "returned_papers", "refusal", "supplement_request", "apology"}),
        (CodeList.PROXY, {"authorised", "legal_representative"}),
        (CodeList.DOSSIER_COMPLAINT, {"late", "lost", "damaged", "price"}),
    ],
)  # fmt: skip
def test_what_the_law_and_the_papers_name_can_be_chosen(code_list: CodeList, entries: set[str]) -> None:
    assert entries <= codes(code_list)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_at_an_authority_has_reasons_of_its_own(outcome: Outcome) -> None:
    reasons = codes(CodeList(f"decision_{outcome.value}"))

    assert len(reasons) > 2
    assert "other_stated" in reasons


@pytest.mark.parametrize(
    "code_list", [CodeList.ATTEMPT, CodeList.FORWARD, CodeList.RETURN, CodeList.UNCLAIMED]
)
def test_reasons_for_what_applicants_and_results_meet_speak_of_no_agency(code_list: CodeList) -> None:
    own = list_for(code_list, Service.TTHC)

    names = [row.name for row in words_of(DATA.coded, own, DAY)]

    assert own is not code_list
    assert list_for(code_list, Service.KT1) is code_list
    assert [name for name in names if any(word in name for word in KT1_ONLY)] == []


def test_lists_that_fit_both_services_are_shared() -> None:
    assert list_for(CodeList.UNDO, Service.TTHC) is CodeList.UNDO
    assert list_for(CodeList.REMEDY, Service.TTHC) is CodeList.REMEDY


def test_words_are_short_enough_for_a_row_and_no_two_of_a_list_are_the_same() -> None:
    for code_list in CodeList:
        names = [row.name for row in words_of(DATA.coded, code_list, DAY)]
        assert len(set(names)) == len(names)
        assert [name for name in names if len(name) > LONGEST_WORD] == []


def test_a_code_is_checked_and_said_by_the_shipped_rows() -> None:
    assert check_code(DATA.coded, CodeList.IDENTITY_PAPER, "vneid_2", DAY) == "vneid_2"
    assert word_for(DATA.coded, CodeList.PAPER_DIFFERENCE, "missing") == "Thiếu giấy tờ"


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        ("complaint.window_months", 6, Status.CONFIRMED),
        ("complaint.days_inside", 5, Status.CONFIRMED),
        ("complaint.days_between", 7, Status.CONFIRMED),
        ("compensation.multiple", 4, Status.SAMPLE),
        ("calendar.remind_days", 10, Status.SAMPLE),
    ],
)
def test_terms_of_the_circular_are_confirmed_and_what_was_only_derived_is_not(
    key: str, value: int, status: Status
) -> None:
    row = DATA.setting(key, DAY)

    assert (row.value, row.status) == (value, status)
