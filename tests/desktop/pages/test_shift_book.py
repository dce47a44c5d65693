"""«Sổ quỹ trong ca» by keyboard alone: lines of other services, cash of the till, a line taken back, a closed shift put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.services.drawer_book import Adjusted, Moved, Served
from tests.support.desk_fakes import NOW_MS, open_shift
from tests.support.keys import focus_name
from tests.support.shift_fakes import FakeShift
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, AtWorks, Opener

_1, _2, _3, _4, _7 = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_7


@pytest.fixture
def needs() -> FakeShift:
    return FakeShift(
        open_shift(),
        last=replace(open_shift(), shift="2026-11-22/1", closed_ms=NOW_MS, counted_dong=1_300_000),
    )


@pytest.fixture
def clerk(needs: FakeShift, at_works: Opener) -> AtWorks:
    """A clerk at the drawer's book."""
    made = at_works(lambda jobs: ShiftPage(needs, jobs), Place.SHIFT)
    made.ctrl("2")
    return made


def test_a_pension_is_one_line_of_service_count_and_amount(clerk: AtWorks, needs: FakeShift) -> None:
    clerk.press(F9, _1)
    clerk.enter("12", "38.450.000")

    assert needs.did == [Served("pension", 12, 0, 38_450_000)]
    assert clerk.rows("book")[0][1:] == ("Chi trả lương hưu, trợ cấp BHXH", "12", "", "38.450.000", "")
    assert clerk.said[-1] == "Đã ghi Chi trả lương hưu, trợ cấp BHXH: chi 38.450.000 đ."
    assert focus_name() == "book"


def test_a_sale_comes_in(clerk: AtWorks, needs: FakeShift) -> None:
    clerk.press(F9, _2)
    clerk.enter("3", "412000")

    assert needs.did == [Served("postmart", 3, 412_000, 0)]


def test_a_service_that_goes_either_way_asks_and_takes_no_answer_that_nobody_gave(
    clerk: AtWorks, needs: FakeShift
) -> None:
    clerk.press(F9, _3)
    asked = clerk.text("reason_title")
    clerk.press(ENTER)
    after_enter = (clerk.text("reason_title"), clerk.text("reason_sure"))
    clerk.press(_7)
    after_wrong = (clerk.text("reason_title"), clerk.text("reason_sure"))
    clerk.press(DOWN, DOWN, ENTER)
    clerk.enter("2", "64000")

    assert asked == "Tiền thu vào hay chi ra?"
    assert after_enter == after_wrong
    assert after_wrong == (asked, "Chưa chọn dòng nào: gõ số từ 1 đến 2, hoặc phím mũi tên rồi Enter.")
    assert needs.did == [Served("parcel", 2, 0, 64_000)]


def test_the_line_just_written_is_the_one_that_the_next_key_means(clerk: AtWorks, needs: FakeShift) -> None:
    clerk.press(F9, _1)
    clerk.enter("1", "7.500.000")
    clerk.press(F8, _1)
    clerk.enter("20000000", "PC 0042")

    clerk.ctrl("U")
    asked = clerk.text("reason_text")
    clerk.press(_1, F9)

    assert asked == "Nhận từ quỹ: thu 20.000.000 đ"
    assert needs.did[-1] == (needs.lines[1].line, "amount")


def test_cash_of_the_till_goes_both_ways_with_the_number_of_its_paper(
    clerk: AtWorks, needs: FakeShift
) -> None:
    clerk.press(F8, _1)
    clerk.enter("50000000", "PC 0041")
    clerk.press(F8, _2)
    clerk.enter("1000000")
    lacks = clerk.field("reference").hasFocus()
    clerk.enter("PT 0107")

    assert needs.did == [
        Moved(MoveWay.ADVANCE, 50_000_000, "PC 0041"),
        Moved(MoveWay.DEPOSIT, 1_000_000, "PT 0107"),
    ]
    assert lacks


def test_a_line_is_taken_back_by_reason_and_one_more_key(clerk: AtWorks, needs: FakeShift) -> None:
    needs.serve(Served("postmart", 3, 412_000))
    clerk.ctrl("R")
    clerk.ctrl("U")
    clerk.press(_1)
    before = list(needs.did[1:])

    clerk.press(F9)

    assert before == []
    assert needs.did[1:] == [(needs.lines[0].line, "amount")]
    assert clerk.rows("book")[0][1] == "Hủy: Bán hàng Postmart"


def test_a_refusal_is_told_at_its_input_and_what_was_typed_stays(clerk: AtWorks, needs: FakeShift) -> None:
    needs.refuses = DeskError("drawer.customers_range", "customers", limit=9_999)
    clerk.press(F9, _2)
    clerk.enter("0", "5000")

    assert clerk.note("customers")
    assert clerk.field("amount").text() == "5000"
    clerk.press(ESC)
    clerk.press(F9, _2)
    assert clerk.field("amount").text() == "5000"


def test_a_closed_shift_is_put_right_in_the_open_one(clerk: AtWorks, needs: FakeShift) -> None:
    clerk.ctrl("E")
    shown = clerk.rows("book")

    clerk.press(F9, _4, _2, _1)
    clerk.enter("14600")

    assert shown == [("Ca 1", "22/11/2026", "14:52", "1.314.600", "1.300.000", "-14.600")]
    assert needs.did == [Adjusted("2026-11-22/1", CashKind.PASS_ON, "made_good", 14_600, 0)]
    clerk.press(ESC)
    assert clerk.rows("book")[0][1] == "Điều chỉnh Ca 1 ngày 22/11/2026"


def test_nothing_is_written_while_no_shift_is_open(clerk: AtWorks, needs: FakeShift) -> None:
    needs.open = None
    clerk.ctrl("R")
    clerk.press(F9, DOWN)

    assert clerk.text("save") == ""
    assert not clerk.sees("reason_title")
