"""A month's statement by keys alone: agency and month, sums by component, quality, what has no price yet, and the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.registers import RegistersPage
from tests.support.register_fakes import FakeRegisters
from tests.support.work_page import ENTER, AtWorks, Opener

At = Callable[[FakeRegisters], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeRegisters) -> AtWorks:
        clerk = at_works(lambda jobs: RegistersPage(needs, jobs), Place.REGISTERS)
        clerk.ctrl("2")
        return clerk

    return make


def choose(clerk: AtWorks) -> None:
    clerk.type("SNV")
    clerk.press(ENTER)


def test_the_month_that_ended_last_is_proposed_and_an_agency_shows_its_items_sums_and_quality(at: At) -> None:
    clerk = at(FakeRegisters())
    assert clerk.field("month").text() == "10/2026"

    choose(clerk)

    assert clerk.text("list_title") == "Sở Nội vụ tỉnh Lạng Sơn · tháng 10/2026"
    assert clerk.rows()[0] == ("13/10", "ME 473 124 800 VN", "Thường", "15.000", "đạt", "đạt")
    assert clerk.rows()[-1][3:] == ("Chưa có giá", "chưa rõ", "chưa rõ")
    assert [row[4] for row in clerk.rows()].count("chưa đạt") == 1
    assert clerk.text("in_time") == "Đúng thời gian: đạt 13, chưa đạt 1, chưa rõ 2"
    assert clerk.text("safe") == "An toàn: đạt 13, chưa đạt 1, chưa rõ 2"
    assert clerk.text("unpriced") == "1 bưu gửi chưa có giá, chưa cộng vào."


def test_it_is_printed_by_its_key(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    choose(clerk)
    clerk.field("month").setFocus()
    clerk.field("month").selectAll()
    clerk.enter("9/2026")
    clerk.ctrl("P")

    assert needs.printed == [("LS-SNV", "2026-09")]
    assert clerk.said == ["Đang in bảng kê."]


def test_what_lacks_is_said_under_its_input(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.ctrl("P")
    assert clerk.note("agency") == "Chọn cơ quan trả tiền."
    choose(clerk)
    clerk.field("month").setFocus()
    clerk.field("month").selectAll()
    clerk.type("13/2026")
    clerk.ctrl("P")

    assert clerk.note("month") == "Gõ tháng như 10/2026."
    assert needs.printed == []


def test_a_month_without_items_prints_nothing_and_says_so(at: At) -> None:
    clerk = at(FakeRegisters(empty=True))
    choose(clerk)
    clerk.ctrl("P")

    assert "không có bưu gửi ghi nợ trong tháng" in clerk.note("month")
