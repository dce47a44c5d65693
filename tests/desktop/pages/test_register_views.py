"""«Sổ theo ngày» by keys alone: a register, the days and words are asked for, its lines go to paper and into files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.registers import RegistersPage
from kt1desk.desktop.reports.table_view import ReportTable
from kt1desk.domain.reporting.periods import Period
from kt1desk.services.register_views import Asked
from tests.support.register_fakes import FakeRegisters
from tests.support.work_page import ENTER, F8, AtWorks, Opener

At = Callable[[FakeRegisters], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeRegisters) -> AtWorks:
        clerk = at_works(lambda jobs: RegistersPage(needs, jobs), Place.REGISTERS)
        clerk.window.go(Place.REGISTERS, "view:")
        clerk.settle()
        return clerk

    return make


def _said(clerk: AtWorks) -> str:
    table = clerk.page.findChild(ReportTable)
    assert table is not None
    return table.accessibleDescription()


def test_a_register_is_chosen_by_a_few_letters_and_today_is_read(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.type("giao nhan")
    clerk.press(ENTER)

    assert needs.asked_views == [Asked("handing", Period(date(2026, 11, 22), date(2026, 11, 22)))]
    assert "Loại: Danh sách phát KT1" in _said(clerk)
    assert "Nhập bù lúc: 14:20 22/11/2026" in _said(clerk)


def test_days_and_words_are_asked_for(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.type("su vu")
    clerk.press(ENTER)
    clerk.field("first").setText("01/11/2026")
    clerk.field("words").setText("dong dang")
    clerk.ctrl("R")

    assert needs.asked_views[-1] == Asked(
        "incidents", Period(date(2026, 11, 1), date(2026, 11, 22)), "dong dang"
    )


def test_what_is_read_goes_to_paper_and_into_a_file(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.type("giao nhan")
    clerk.press(ENTER)
    clerk.ctrl("P")
    clerk.press(F8)

    assert needs.let_out == ["SỔ GIAO NHẬN", "lan/register.handing.pdf"]


def test_too_many_lines_are_said_at_the_days(at: At) -> None:
    needs = FakeRegisters()
    needs.too_many = True
    clerk = at(needs)
    clerk.type("giao nhan")
    clerk.press(ENTER)

    assert "3.000 dòng" in clerk.note("first")
    assert clerk.field("first").hasFocus()


def test_the_form_of_the_chosen_register_is_named_before_it_is_printed(at: At) -> None:
    clerk = at(FakeRegisters())
    before = clerk.note("sheets")
    clerk.type("giao nhan")
    clerk.press(ENTER)
    handing = clerk.note("sheets")
    clerk.field("view").setFocus()
    clerk.field("view").selectAll()
    clerk.type("nhap bu")
    between = clerk.note("sheets")
    clerk.press(ENTER)

    assert (before, handing, between) == ("", "Tờ ghi tay: handing", "")
    assert clerk.note("sheets") == "Tờ ghi tay: later"


def test_blank_sheets_of_the_register_are_printed_as_many_as_wanted(at: At) -> None:
    needs = FakeRegisters()
    clerk = at(needs)
    clerk.type("giao nhan")
    clerk.press(ENTER)
    clerk.ctrl("B")
    clerk.field("sheets").setText("99")
    clerk.ctrl("B")

    assert needs.let_out == ["handing 2"]
    assert "từ 1 đến 20 tờ" in clerk.note("sheets")
