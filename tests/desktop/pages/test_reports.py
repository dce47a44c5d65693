"""Reports by keys alone: chosen of a list, read, issued after a question, let out, held against late figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.reports import ReportsPage
from kt1desk.desktop.reports.chart_view import ReportChart
from kt1desk.desktop.reports.chosen import ChosenReport
from kt1desk.desktop.reports.table_view import ReportTable
from kt1desk.desktop.reports.texts import periods_named
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import Preset
from kt1desk.domain.reporting.report import Chart, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.services.report_periods import offered_periods
from tests.support.report_fakes import KY_LUA, PROVINCE, FakeReports, some_issued
from tests.support.work_page import DELETE, DOWN, ENTER, ESC, F8, F9, AtWorks, Opener

At = Callable[[FakeReports], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    def make(needs: FakeReports) -> AtWorks:
        return at_works(lambda jobs: ReportsPage(needs, jobs), Place.REPORTS)

    return make


def choose(head: AtWorks) -> None:
    head.press(ENTER)


def sheet(head: AtWorks) -> list[str]:
    """The sentences that are read, without what is painted; none where there is no sheet."""
    areas = [each for each in head.window.findChildren(QScrollArea, "sheet") if each.isVisible()]
    return (
        []
        if not areas
        else [each.text() for each in areas[0].findChildren(QLabel) if each.isVisibleTo(areas[0])]
    )


def test_a_report_of_the_list_is_made_for_the_period_that_is_over(at: At) -> None:
    head = at(FakeReports())
    assert head.rows("templates")[0] == ("Báo cáo kết quả dịch vụ KT1",)
    assert len(head.rows("templates")) == 9

    choose(head)

    said = sheet(head)
    assert said[:3] == [
        "Báo cáo kết quả dịch vụ KT1",
        "Bản nháp, chưa phát hành",
        "Tháng 10/2026 · Điểm Bưu cục Kỳ Lừa",
    ]
    assert any("chấp nhận 105 bưu gửi KT1" in each for each in said)
    assert "Số liệu do bàn 7 ghi; bàn khác và điểm khác không có trong báo cáo này." in said
    assert (head.field("first").text(), head.field("last").text()) == ("01/10/2026", "31/10/2026")


def test_beside_the_list_stands_for_when_a_report_is_made_what_is_due_of_it_and_what_it_has(at: At) -> None:
    head = at(FakeReports())
    chosen = head.window.findChildren(ChosenReport)[0]
    first = [each.text() for each in chosen.findChildren(QLabel)]
    assert first[0] == "Báo cáo kết quả dịch vụ KT1"
    assert {"Tháng 10/2026", "Quý III/2026, hạn 10/10/2026", "3"} <= set(first)
    assert any("Doanh thu" in each.splitlines() for each in first)

    head.press(DOWN)
    other = chosen.findChildren(QLabel)[0].text()
    choose(head)

    assert other == "Bảng kê sản lượng, doanh thu KT1 theo cơ quan"
    assert not chosen.isVisible()


def test_what_is_painted_says_the_numbers_of_the_report_and_says_them_aloud(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)

    tables = [each for each in head.window.findChildren(ReportTable) if each.isVisible()]
    charts = [each for each in head.window.findChildren(ReportChart) if each.isVisible()]
    asked = needs.made[-1].report
    for view, table in zip(tables, [s for s in asked.sections if isinstance(s, Table)], strict=True):
        painted = [each.text for each in view.texts()]
        cells = [
            cell_text(cell, column.kind)
            for row in (*table.rows, *((table.total,) if table.total else ()))
            for column, cell in zip(table.columns, row, strict=True)
        ]
        assert painted == [*(column.title for column in table.columns), *cells]
        assert all(cell in view.accessibleDescription() for cell in cells)
    for drawn, chart in zip(charts, [s for s in asked.sections if isinstance(s, Chart)], strict=True):
        painted = [each.text for each in drawn.texts()]
        assert {series.name for series in chart.series} <= set(painted)
        assert all(label in drawn.accessibleDescription() for label in chart.labels)


def test_another_period_is_chosen_by_its_name_or_typed_as_days(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    head.ctrl("E")
    head.enter("quy iii/2026 tu")
    assert head.field("first").text() == "15/06/2026"

    head.field("last").setFocus()
    head.field("last").selectAll()
    head.type("20/9/2026")
    assert sheet(head) == ["Đã đổi điều chọn. Ctrl+R để lập lại báo cáo."]
    head.press(ENTER)

    assert needs.made[-1].asked.period.last == date(2026, 9, 20)
    assert head.field("period").text() == ""
    assert "từ 15/06/2026 đến 20/09/2026 · Điểm Bưu cục Kỳ Lừa" in sheet(head)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("thang 1", "Tháng 01/2026"),
        ("thang 11", "Tháng 11/2026"),
        ("thang 11/2025", "Tháng 11/2025"),
        ("quy 4", "Quý IV/2026"),
        ("quy i", "Quý I/2026"),
    ],
)
def test_a_period_without_a_year_is_the_newest_one_that_has_begun(typed: str, first: str) -> None:
    offered = offered_periods((Preset.QUARTER, Preset.MONTH), date(2026, 11, 23))

    assert periods_named(typed, offered)[0].title == first


@pytest.mark.parametrize(
    ("first", "last", "field", "says"),
    [
        ("32/1/2026", "1/2/2026", "first", "Gõ ngày như 01/07/2026."),
        ("1/2/2026", "", "last", "Gõ ngày như 01/07/2026."),
        ("2/2/2026", "1/2/2026", "last", "Ngày cuối ở trước ngày đầu"),
        ("1/1/0206", "1/2/2026", "last", "Ngày cuối ở trước ngày đầu, trước năm 2000"),
    ],
)
def test_days_that_make_no_period_are_said_below_them(
    at: At, first: str, last: str, field: str, says: str
) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    for name, text in (("first", first), ("last", last)):
        head.field(name).setFocus()
        head.field(name).selectAll()
        head.type(text) if text else head.press(DELETE)
    head.ctrl("R")

    assert head.note(field).startswith(says)
    assert len(needs.made) == 1


def test_f9_asks_and_the_same_key_once_more_issues(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    head.press(F9)
    assert "với một số mới" in head.text("question")
    head.press(ESC)
    assert not head.sees("question")
    assert needs.kept == []

    head.press(F9, F9)

    assert [each.entry.issued.version for each in needs.kept] == [1]
    assert head.said == ["Đã phát hành báo cáo số BC-261123-7-01, phiên bản 1."]
    assert sheet(head)[1] == "Số BC-261123-7-01, phiên bản 1"
    assert head.field("file").text().endswith("BC-261123-7-01.pdf")
    head.press(F9, F9)
    assert len(needs.kept) == 1


def test_the_same_report_again_is_asked_about_as_its_next_version(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    head.press(F9, F9)
    head.ctrl("R")
    head.press(F9)

    assert "thành phiên bản 2 của số BC-261123-7-01" in head.text("question")


def test_a_quarter_that_is_over_is_named_until_its_report_is_issued(at: At) -> None:
    head = at(FakeReports())

    assert head.text("over").startswith("Quý III/2026 đã hết, chưa phát hành 9 báo cáo. Hạn 10/10/2026.")


def test_a_report_is_written_to_the_file_that_was_typed_and_printed_as_a_draft(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    head.press(F8)
    head.field("file").setFocus()
    head.field("file").selectAll()
    head.type("/tmp/so-lieu.doc")
    head.press(F8)
    assert "phải có đuôi" in head.note("file")
    head.field("file").selectAll()
    head.type("/tmp/so-lieu.xlsx")
    head.press(F8)
    head.ctrl("P")

    assert [path for _, path in needs.saved] == ["/mnt/usb/kt1_results.pdf", "/tmp/so-lieu.xlsx"]
    assert [(shown.issued, shown.kt1) for shown in needs.printed] == [(None, True)]
    assert head.said[-2:] == ["Đã ghi báo cáo vào /tmp/so-lieu.xlsx.", "Đang in báo cáo."]


def test_of_several_scopes_one_is_chosen_and_what_is_missing_is_said_on_the_report(at: At) -> None:
    needs = FakeReports(scopes=(KY_LUA, PROVINCE))
    head = at(needs)
    choose(head)
    head.field("scope").setFocus()
    head.field("scope").selectAll()
    head.enter("toan tinh")

    assert needs.made[-1].asked.scope == "province"
    assert "Thiếu số liệu từ sau ngày 20/09/2026: Bưu điện Chi Lăng (241000)." in sheet(head)


def test_what_cannot_be_made_is_said_in_words(at: At) -> None:
    head = at(FakeReports(refuse=DeskError("record.doubted", at="item")))
    choose(head)

    assert head.text("problem")
    assert sheet(head) == ["Chưa lập được báo cáo. Lý do ở bên phải."]
    assert not head.sees("issue_report")


def test_issued_reports_are_read_again_and_late_figures_stand_row_by_row(at: At) -> None:
    needs = some_issued()
    head = at(needs)
    head.ctrl("2")
    assert head.rows("issued")[1] == (
        *("BC-261123-7-02", "2", "Báo cáo kết quả dịch vụ KT1", "Quý III/2026", "23/11/2026"),
    )

    head.press(DOWN, ENTER)
    assert sheet(head)[:2] == ["Báo cáo kết quả dịch vụ KT1", "Số BC-261123-7-02, phiên bản 2"]
    head.press(F8)
    head.ctrl("M")

    assert needs.saved[-1][0].issued == needs.kept[1].entry.issued
    changes = head.rows("changes")
    assert ("Sản lượng và chất lượng", "Bưu gửi chấp nhận", "Kỳ này", "334", "391") in changes
    assert head.text("change_place") == "Đánh giá chung · Câu 1"
    assert "chấp nhận 391 bưu gửi KT1" in head.text("change_new")
    assert head.text("about_state") == f"Đã đổi {len(changes)} chỗ từ khi phát hành."
    needs.late = 0
    head.ctrl("M")
    assert sheet(head) == ["Số liệu không đổi từ khi phát hành."]


def test_a_clearance_that_ends_leaves_nothing_of_kt1_on_the_sheet(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    needs.may_see_kt1 = False
    head.page.forget()
    head.settle()

    assert sheet(head) == []
    assert ("Báo cáo kết quả dịch vụ KT1",) not in head.rows("templates")


# --- what is painted ---------------------------------------------------------------------------------------------------


def test_another_report_is_chosen_for_the_same_days(at: At) -> None:
    needs = FakeReports()
    head = at(needs)
    choose(head)
    head.field("first").setFocus()
    head.field("first").selectAll()
    head.enter("1/1/2026")
    head.press(ESC)
    assert not head.sees("sheet")
    head.press(DOWN, ENTER)

    first, second = needs.made[-2:]
    assert first.asked.template != second.asked.template
    assert first.asked.period == second.asked.period
    assert second.asked.period.first == date(2026, 1, 1)
