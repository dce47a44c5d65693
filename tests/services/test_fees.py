"""The money of cases after their acceptance: passed on to its authority, put right, with the drawer that still tallies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import OfficialReceiptEntered
from kt1desk.services.dossiers import DossierTaken
from kt1desk.services.fees import CorrectionDraft
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.wording import sentence
from tests.support.case_desks import commune_and_bureau, tell
from tests.support.desks import Counter
from tests.support.dossiers import ordinary_dossier
from tests.support.results import AUTHORITY, OFFICER, ResultDesk


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def collected(results: ResultDesk, dong: int = 8_000, **changes: object) -> DossierTaken:
    draft = replace(ordinary_dossier(), collected_dong=dong, **changes)  # type: ignore[arg-type]
    return results.at.accept_dossier(draft)


def remit(results: ResultDesk, *dossiers: str, **changes: object) -> str:
    draft = RemitDraft(AUTHORITY, dossiers, officer_name=OFFICER[0], officer_position=OFFICER[1])
    made: RemitDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return results.fees.remit(results.at.session(), made).remittance


def drawer(results: ResultDesk) -> int:
    shift = results.at.shifts.current()
    assert shift is not None
    return shift.float_dong + shift.cash_dong - shift.paid_dong


def test_what_is_due_is_told_for_each_authority_with_its_sum(results: ResultDesk) -> None:
    first, second = collected(results), collected(results, 20_000)
    collected(results, 0)

    (due,) = results.fees.due(results.at.session())

    assert (due.authority_id, due.total_dong) == (AUTHORITY, 28_000)
    assert [line.dossier for line in due.lines] == [first.dossier, second.dossier]
    assert due.name.startswith("Trung tâm Phục vụ hành chính công")


def test_cash_passed_on_leaves_the_drawer_as_a_kind_of_its_own_and_the_shift_tallies(
    results: ResultDesk,
) -> None:
    case = collected(results)
    before = drawer(results)

    remit(results, case.dossier)

    shift = results.at.shifts.current()
    assert shift is not None
    with results.at.store.read() as reader:
        kinds = {row.kind: (row.received_dong, row.paid_dong) for row in reader.cash_of_shift(shift.shift)}
    assert kinds["remitted"] == (0, 8_000)
    assert kinds["collected"] == (8_000, 0)
    assert drawer(results) == before - 8_000
    assert results.at.shifts.close(results.at.session(), before - 8_000).difference_dong == 0


def test_a_remittance_is_printed_with_its_cases_and_its_sum_in_words(results: ResultDesk) -> None:
    case = collected(results)

    number = remit(results, case.dossier, reference="pt 12/2026")

    (paper,) = results.at.papers_of(number)
    assert paper.template == "remittance_list"
    assert (paper.values["fee_1_dossier"], paper.values["total_amount"]) == (case.dossier, "8.000 đ")
    assert paper.values["total_words"] == "Tám nghìn đồng"
    assert paper.values["reference"] == "PT 12/2026"


def test_a_transfer_touches_no_drawer_and_names_its_order(results: ResultDesk) -> None:
    case = collected(results)
    before = drawer(results)

    nameless = refused(lambda: remit(results, case.dossier, manner=DossierPayment.TRANSFER, officer_name=""))
    remit(results, case.dossier, manner=DossierPayment.TRANSFER, reference="UNC 77", officer_name="")

    assert (nameless.code, nameless.field) == ("text.empty", "fee_reference")
    assert drawer(results) == before
    assert results.fees.due(results.at.session()) == ()


def test_nothing_is_passed_on_twice_nor_for_another_authority(results: ResultDesk) -> None:
    case, other = collected(results), collected(results)
    remit(results, case.dossier)

    again = refused(lambda: remit(results, case.dossier))
    doubled = refused(lambda: remit(results, other.dossier, other.dossier))
    elsewhere = refused(lambda: remit(results, other.dossier, authority="LS-STP"))
    nothing = refused(lambda: remit(results))

    assert [each.code for each in (again, doubled, elsewhere, nothing)] == [
        "fees.not_due",
        "fees.twice",
        "fees.not_due",
        "fees.nothing",
    ]


def test_cash_that_does_not_lie_in_the_drawer_is_not_passed_on(results: ResultDesk) -> None:
    case = collected(results)
    results.at.shifts.close(results.at.session(), drawer(results))
    results.at.open_shift(float_dong=7_999)

    found = refused(lambda: remit(results, case.dossier))

    assert (found.code, found.details["missing_dong"]) == ("fees.drawer_short", 1)
    assert "chuyển khoản" in sentence(found)
    assert results.case(case.dossier).remitted_dong == 0


def correct(results: ResultDesk, dossier: str, kind: str = "collected", **changes: object) -> int:
    draft = CorrectionDraft(dossier, kind, "fee_wrong")
    made: CorrectionDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return results.fees.correct(results.at.session(), made).sum_dong


def test_a_correction_moves_cash_of_its_own_kind_and_what_is_due(results: ResultDesk) -> None:
    case = collected(results)
    before = drawer(results)

    less = correct(results, case.dossier, back_dong=3_000)
    more = correct(results, case.dossier, more_dong=10_000)

    assert (less, more) == (5_000, 15_000)
    assert drawer(results) == before + 7_000
    assert results.fees.due(results.at.session())[0].total_dong == 15_000
    assert results.case(case.dossier).collected_dong == 15_000


def test_a_fee_that_was_passed_on_is_not_refunded_from_the_drawer(results: ResultDesk) -> None:
    case = collected(results)
    remit(results, case.dossier)
    before = drawer(results)

    found = refused(lambda: correct(results, case.dossier, back_dong=1))

    assert found.code == "fees.passed_on"
    assert "đề nghị cơ quan hoàn trả" in sentence(found)
    assert drawer(results) == before


def test_what_is_collected_after_a_remittance_is_due_and_can_go_back(results: ResultDesk) -> None:
    case = collected(results)
    remit(results, case.dossier)

    correct(results, case.dossier, more_dong=2_000)

    assert results.fees.due(results.at.session())[0].total_dong == 2_000
    assert correct(results, case.dossier, back_dong=2_000) == 8_000
    assert refused(lambda: correct(results, case.dossier, back_dong=1)).code == "fees.passed_on"


def test_no_more_goes_back_than_was_paid_of_a_sum(results: ResultDesk) -> None:
    case = collected(results)
    correct(results, case.dossier, "postage", back_dong=52_500)

    found = refused(lambda: correct(results, case.dossier, "postage", back_dong=1))

    assert (found.code, found.details["left_dong"]) == ("fees.more_than_paid", 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "fees.one_sum"),
        ({"back_dong": 1, "more_dong": 1}, "fees.one_sum"),
        ({"back_dong": -5}, "fees.one_sum"),
        ({"more_dong": 500_000_001}, "fees.too_much"),
        ({"kind": "kt1", "back_dong": 1}, "fees.kind"),
        ({"reason": "just so", "back_dong": 1}, "code.unknown"),
    ],
)
def test_a_correction_says_one_sum_one_kind_and_why(
    results: ResultDesk, changes: dict[str, object], code: str
) -> None:
    case = collected(results)

    assert refused(lambda: correct(results, case.dossier, **changes)).code == code  # type: ignore[arg-type]


def test_what_was_paid_by_transfer_goes_back_by_transfer(results: ResultDesk) -> None:
    case = collected(results, payment=DossierPayment.TRANSFER)
    before = drawer(results)

    correct(results, case.dossier, back_dong=8_000)

    assert drawer(results) == before


def test_the_number_of_the_official_receipt_comes_later(results: ResultDesk) -> None:
    case, free = collected(results), collected(results, 0)

    results.fees.enter_receipt(results.at.session(), case.dossier, "AB/25E 0001234")

    (line,) = results.fees.due(results.at.session())[0].lines
    assert line.receipt == "AB/25E 0001234"
    nothing = refused(lambda: results.fees.enter_receipt(results.at.session(), free.dossier, "1"))
    assert nothing.code == "fees.nothing_collected"


def test_the_number_of_the_official_receipt_is_entered_where_the_case_was_accepted(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        case = collected(ResultDesk(commune.desk))
        tell(commune, bureau)
        elsewhere = ResultDesk(bureau.desk)

        found = refused(lambda: elsewhere.fees.enter_receipt(bureau.desk.session(), case.dossier, "0001234"))

        assert (found.code, found.details["number"]) == ("fees.receipt_elsewhere", case.dossier)
        assert "điểm đã nhận" in sentence(found)
        assert bureau.events(OfficialReceiptEntered.TYPE) == []


def test_what_went_back_by_transfer_does_not_go_back_from_the_drawer_once_more(results: ResultDesk) -> None:
    before = drawer(results)
    case = collected(results)
    back = CorrectionDraft(case.dossier, "collected", "fee_wrong", 8_000, payment=DossierPayment.TRANSFER)
    results.fees.correct(results.at.session(), back)

    results.at.reversals.withdraw_dossier(results.at.session(), case.dossier, ReversalReason.WITHDRAWN)

    assert drawer(results) == before + 8_000
