"""A report as files: the same numbers, as numbers, to the program that opens them."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Cell, Chart, Column, Kind, Report, Table
from kt1desk.exchange.sheets.report_files import report_csv, report_xlsx
from tests.printing.report_samples import (
    BY_FORM,
    BY_QUARTER,
    EMPTY,
    ISSUED,
    MISSING,
    NEGATIVE,
    PROSE,
    TINY,
    WIDE,
    report,
)
from tests.support.sheets import by_libreoffice

EVIL = Table(
    "=Bảng [1]: nợ/có *?",
    (Column("name", "=Tên", Kind.TEXT), Column("count", "@Số")),
    (("=1+1", 5), ("+84 912", -7), ("@SUM(A1)", None)),
    ("-", 3),
)
WHOLE = report(TINY, WIDE, EMPTY, NEGATIVE, BY_QUARTER, BY_FORM, PROSE, EVIL, missing=MISSING)


def _rows(of: Report) -> list[list[tuple[Cell, Kind]]]:
    """All lines of all tables and charts with their kinds, in order."""
    found: list[list[tuple[Cell, Kind]]] = []
    for section in of.sections:
        if isinstance(section, Table):
            kinds = [column.kind for column in section.columns]
            rows = [*section.rows, section.total] if section.total else list(section.rows)
            found += [list(zip(row, kinds, strict=True)) for row in rows]
        elif isinstance(section, Chart):
            found += [
                [(label, Kind.TEXT), *((each.values[at], section.unit) for each in section.series)]
                for at, label in enumerate(section.labels)
            ]
    return found


def _expected(cell: Cell, kind: Kind) -> object:
    """A cell as a spreadsheet knows it."""
    if kind is Kind.DATE and cell:
        return date.fromisoformat(str(cell))
    if kind in {Kind.SHARE, Kind.CHANGE_SHARE} and isinstance(cell, int):
        return cell / 10_000
    return None if cell == "" else cell


def _read(book: Workbook) -> Iterator[list[object]]:
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows(min_row=2, max_col=_filled(sheet[1])):
            yield [cell.value.date() if isinstance(cell.value, datetime) else cell.value for cell in row]


def _filled(titles: object) -> int:
    return sum(cell.value is not None for cell in titles)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def data() -> bytes:
    return report_xlsx(WHOLE, ISSUED)


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def test_every_number_of_the_report_is_a_number_of_the_workbook(book: Workbook) -> None:
    expected = [[_expected(*cell) for cell in row] for row in _rows(WHOLE)]

    assert list(_read(book)) == expected


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_reads_the_same_numbers_and_computes_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "bao-cao.xlsx").write_bytes(data)

    again = load_workbook(by_libreoffice(tmp_path / "bao-cao.xlsx", tmp_path))

    assert list(_read(again)) == [[_expected(*cell) for cell in row] for row in _rows(WHOLE)]
    cells = [cell for sheet in again.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type in {"f", "e"}] == []
    tiny = again.worksheets[1]
    assert (tiny["B2"].number_format, tiny["E2"].number_format.lower()) == ("#,##0", "dd/mm/yyyy")
    # what is held in sight is of a window, and LibreOffice has none here
    assert tiny.auto_filter.ref == "A1:E3"


def test_shares_are_shown_as_percent_and_dates_as_days(book: Workbook) -> None:
    sheet = book.worksheets[1]

    shown = [cell.number_format for cell in sheet[2]]

    assert shown == ["General", "#,##0", "0.00%", "+#,##0;-#,##0;0", "dd/mm/yyyy"]
    assert sheet["C2"].value == 0.02


def test_titles_stay_in_sight_and_a_filter_never_hides_the_total(book: Workbook) -> None:
    wide = book.worksheets[2]

    assert wide.freeze_panes == "A2"
    assert wide.auto_filter.ref == f"A1:L{len(WIDE.rows) + 1}"
    assert wide.max_row == len(WIDE.rows) + 2
    assert all(wide.column_dimensions[letter].width >= 9 for letter in "ABCDEFGHIJKL")
    assert wide["A1"].font.bold
    assert wide.cell(wide.max_row, 2).font.bold


def test_texts_are_texts_whatever_they_begin_with(book: Workbook) -> None:
    sheet = book.worksheets[-1]

    assert sheet.title == "7 =Bảng 1 nợ có"
    assert [each.title for each in book.worksheets[5:7]] == [
        "5 Biểu đồ Doanh thu KT1 theo",
        "6 Biểu đồ Hình thức nhận và trả",
    ]
    assert [sheet.cell(row, 1).data_type for row in (1, 2, 3, 4, 5)] == ["s"] * 5
    assert sheet["A2"].value == "=1+1"
    assert sheet["B3"].value == -7
    assert sheet["B4"].value is None


def test_the_first_sheet_says_what_the_report_is(book: Workbook) -> None:
    said = {(str(row[0].value), str(row[1].value)) for row in book.worksheets[0].iter_rows(min_row=2)}

    assert book.worksheets[0].title == "Thông tin"
    assert ("Số", ISSUED.number) in said
    assert ("Phiên bản", "2") in said
    assert ("Ngày phát hành", "23/11/2026") in said
    assert ("Kỳ báo cáo", WHOLE.period) in said
    assert ("Ghi chú", WHOLE.notes[0]) in said
    assert any(name == "Thiếu số liệu" and "thiếu số liệu từ 20/09/2026" in text for name, text in said)
    assert ("Tình hình chung", PROSE.sentences[0]) in said


@pytest.mark.parametrize(("issued", "status"), [(None, "Tình trạng"), (ISSUED, "Phiên bản")])
def test_a_draft_says_that_it_is_one(issued: Issued | None, status: str) -> None:
    sheet = load_workbook(BytesIO(report_xlsx(report(), issued))).worksheets[0]

    names = [row[0].value for row in sheet.iter_rows()]

    assert [name for name in names if name in {"Tình trạng", "Phiên bản"}] == [status]


def _csv(of: Report) -> list[list[str]]:
    data = report_csv(of)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def _written(cell: Cell, kind: Kind) -> str:
    if isinstance(cell, int) and kind in {Kind.SHARE, Kind.CHANGE_SHARE}:
        sign, whole = "-" if cell < 0 else "", abs(cell)
        hundredths = f"{whole // 100},{whole % 100:02d}".rstrip("0").rstrip(",")
        return f"{sign}{hundredths}"
    if kind is Kind.DATE and cell:
        return f"{date.fromisoformat(str(cell)):%d/%m/%Y}"
    if isinstance(cell, str):
        return f"'{cell}" if cell[:1] in {"=", "+", "-", "@"} else cell
    return "" if cell is None else str(cell)


def test_every_number_stands_in_the_csv_file_as_excel_of_this_country_reads_it() -> None:
    rows = _csv(WHOLE)

    expected = [[_written(*cell) for cell in row] for row in _rows(WHOLE)]
    assert [row for row in rows if row in expected] == expected
    assert ["Tiếp nhận", "1798", "2", "720", "01/07/2026"] in rows
    assert ["Hình thức", "Số hồ sơ", "Tỷ lệ (%)", "Tăng, giảm", "Từ ngày"] in rows


def test_no_text_of_the_csv_file_begins_as_a_formula_and_numbers_below_zero_stay_numbers() -> None:
    rows = _csv(report(EVIL, NEGATIVE))

    assert ["'=Tên", "'@Số"] in rows
    assert ["'=1+1", "5"] in rows
    assert ["'+84 912", "-7"] in rows
    assert ["01/11/2026", "-1234567"] in rows
    texts = [cell for row in rows for cell in row if not cell.lstrip("-").isdigit()]
    assert [text for text in texts if text.startswith(("=", "+", "-", "@"))] == []


def test_a_row_is_as_high_as_its_longest_text_and_paper_has_all_columns(book: Workbook) -> None:
    about, wide = book.worksheets[0], book.worksheets[2]

    longest = max(range(1, about.max_row + 1), key=lambda row: len(str(about.cell(row, 2).value)))
    assert about.row_dimensions[longest].height == 30
    assert wide.row_dimensions[1].height == 30
    assert wide.row_dimensions[2].height is None
    assert wide.page_setup.orientation == "landscape"
    assert wide.sheet_properties.pageSetUpPr is not None
    assert wide.sheet_properties.pageSetUpPr.fitToPage
    assert wide.print_title_rows == "$1:$1"
