"""The authorities' money by keyboard alone: passed on, put right, its official receipt entered later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.services.fees import CorrectionDraft
from kt1desk.services.remitting import RemitDraft
from tests.support.care_fakes import code, dossier
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

_1, _2 = Qt.Key.Key_1, Qt.Key.Key_2
CASES = tuple(dossier(at) for at in range(1, 7))


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener) -> AtWorks:
    """A clerk at «Phí thu hộ»."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.ctrl("5")
    return made


def test_each_authority_has_its_cases_and_its_total(clerk: AtWorks) -> None:
    assert [row[1:] for row in clerk.rows()] == [("4", "4", "800.000"), ("6", "6", "1.200.000")]


def test_all_that_is_due_goes_in_cash_with_number_and_officer(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, F9, _1)

    clerk.enter("PT 0123", "Vi Van Tiep", "Chuyen vien")

    assert needs.did == [
        ("remit", RemitDraft("LS-STP", CASES, DossierPayment.CASH, "PT 0123", "Vi Van Tiep", "Chuyen vien"))
    ]
    assert "bảng kê NP240000-261122-7-1 đang in" in clerk.said[-1]
    assert len(clerk.rows()) == 1


def test_a_case_whose_tick_is_taken_away_stays(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, DOWN, SPACE)
    total = clerk.text("subject_number")

    clerk.press(F9, _2)
    clerk.enter("LC 77")

    assert total == "1.000.000 đ"
    assert needs.did == [
        (
            "remit",
            RemitDraft("LS-STP", (CASES[0], *CASES[2:]), DossierPayment.TRANSFER, "LC 77"),
        )
    ]


def test_nothing_is_passed_on_without_a_number(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F9, _2)

    clerk.press(F9)

    assert needs.did == []
    assert clerk.note("fee_reference") == "Gõ số phiếu thu hoặc số lệnh."
    assert focus_name() == "fee_reference"


def test_a_sum_is_put_right_by_kind_reason_side_and_amount(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, F8)
    number = clerk.field("dossier").text()

    clerk.press(F9, _1, _2, _1)
    clerk.enter("50.000", "")

    assert number == code(1)
    assert needs.did == [
        ("correct_fee", CorrectionDraft(dossier(1), "collected", "fee_not_due", back_dong=50_000))
    ]
    assert "còn 150.000 đ" in clerk.said[-1]


def test_what_cannot_go_back_is_said_at_the_amount(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, F8, F9, _1, _1, _1)
    clerk.type("900000")
    needs.duty_refusal = DeskError("fees.more_than_paid", "back", left_dong=200_000, number=dossier(1))

    clerk.press(F9)

    assert focus_name() == "amount"
    assert "Nhập số tiền hoàn không quá số đó" in clerk.text("problem")


def test_a_receipt_that_came_later_is_entered_for_the_case_at_hand(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.press(DOWN, ENTER)
    clerk.ctrl("B")

    clerk.enter("0001234")

    assert needs.did == [("enter_receipt", code(1), "0001234")]


def test_esc_goes_back_one_step_each_time(clerk: AtWorks) -> None:
    clerk.press(DOWN, ENTER, F9)

    seen = []
    for _ in range(2):
        clerk.press(ESC)
        seen.append((clerk.sees("reasons"), len(clerk.rows())))

    assert seen == [(False, 6), (False, 2)]


def test_the_place_is_entered_for_one_authority(clerk: AtWorks) -> None:
    clerk.window.go(Place.ONE_STOP, "fees:LS-STP")
    clerk.settle()

    assert len(clerk.rows()) == 6
