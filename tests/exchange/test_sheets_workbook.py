"""XLSX lists: values as cells show them, and every cell that cannot be trusted refused at its place."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.limits import MAX_LINES, MAX_PARTS, MAX_UNPACKED
from kt1desk.exchange.sheets.package import OLE_MARK
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.sheets import Sheet
from tests.support.sheets import LETTERS, by_libreoffice, repacked, written

TITLES = ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)")
SHEET = "xl/worksheets/sheet1.xml"


def texts(sheet: Sheet, key: str) -> list[str]:
    return [line.text(key) for line in sheet.lines]


def refusal(path: Path) -> str:
    with pytest.raises(DeskError) as caught:
        read_sheet(path, LETTERS)
    return caught.value.code


def outcome(path: Path) -> str:
    """The code of the refusal, ``sheet.read`` where there is none."""
    try:
        read_sheet(path, LETTERS)
    except DeskError as error:
        return error.code
    return "sheet.read"


def flaws(sheet: Sheet) -> list[tuple[int, str, str, dict[str, str | int]]]:
    return [
        (line.number, line.problem.code, line.problem.field, dict(line.problem.details))
        for line in sheet.lines
        if line.problem is not None
    ]


def warned(sheet: Sheet) -> dict[str, dict[str, str | int]]:
    return {warning.code: dict(warning.details) for warning in sheet.warnings}


def test_cells_are_read_as_somebody_would_type_them(tmp_path: Path) -> None:
    values: list[object] = [340, 340.0, 340.5, "\xa0340 ", True, date(2026, 11, 24), time(8, 30)]
    moment = datetime(2026, 11, 24, 8, 30)  # noqa: DTZ001  cells know no zones
    path = written(tmp_path / "a.xlsx", [TITLES, *(("A", "B", value) for value in (*values, moment, None))])

    sheet = read_sheet(path, LETTERS)

    shown = ["340", "340", "340.5", "340", "có", "24/11/2026", "08:30", "08:30 24/11/2026", ""]
    assert texts(sheet, "weight") == shown
    assert [line.number for line in sheet.lines] == list(range(2, 11))


def test_a_list_that_libreoffice_saved_is_the_list_with_its_formulas_computed(tmp_path: Path) -> None:
    source = written(
        tmp_path / "nguon.xlsx", [TITLES, ("Sở Nội vụ", "UBVL", "=300+40"), ("Sở Y tế", "SNV", 20)]
    )

    sheet = read_sheet(by_libreoffice(source, tmp_path), LETTERS)

    assert [dict(line.cells) for line in sheet.lines] == [
        {"sender": "Sở Nội vụ", "receiver": "UBVL", "weight": "340"},
        {"sender": "Sở Y tế", "receiver": "SNV", "weight": "20"},
    ]
    assert flaws(sheet) == []
    assert warned(sheet) == {"sheet.formulas_used": {"count": 1}}


def test_a_formula_without_a_result_refuses_its_line_and_names_its_cell(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [TITLES, ("A", "B", "=1+2"), ("C", "D", 5)])

    sheet = read_sheet(path, LETTERS)

    assert flaws(sheet) == [(2, "sheet.formula_without_value", "weight", {"cell": "C2"})]


def test_a_formula_whose_result_is_empty_is_an_empty_cell(tmp_path: Path) -> None:
    source = written(tmp_path / "nguon.xlsx", [TITLES, ("A", "B", 5), ('=IF(1=2,"x","")', "", "")])

    sheet = read_sheet(by_libreoffice(source, tmp_path), LETTERS)

    assert [line.number for line in sheet.lines] == [2]
    assert warned(sheet) == {}


def test_a_cell_that_shows_a_fault_refuses_its_line(tmp_path: Path) -> None:
    source = written(tmp_path / "nguon.xlsx", [TITLES, ("A", "B", "=1/0")])

    sheet = read_sheet(by_libreoffice(source, tmp_path), LETTERS)

    assert flaws(sheet) == [(2, "sheet.cell_fault", "weight", {"cell": "C2"})]


def test_merged_cells_belong_to_their_first_line_and_the_others_are_refused(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("DANH SÁCH", None, None), TITLES, *[("A", "B", 1)] * 4):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A5")
    book.save(tmp_path / "a.xlsx")

    read = read_sheet(tmp_path / "a.xlsx", LETTERS)

    merged = {"range": "A3:A5"}
    assert flaws(read) == [
        (4, "sheet.merged_cell", "sender", merged),
        (5, "sheet.merged_cell", "sender", merged),
    ]
    assert [line.number for line in read.lines] == [3, 4, 5, 6]
    assert warned(read) == {"sheet.merged": merged}


def test_the_first_visible_sheet_with_titles_is_read_and_named(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(("Bìa",))
    for name, state, who in (("Ẩn", "hidden", "cũ"), ("Danh sách", "visible", "A"), ("Sau", "visible", "B")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(TITLES)
        sheet.append((who, "B", 1))
    book.save(tmp_path / "a.xlsx")

    read = read_sheet(tmp_path / "a.xlsx", LETTERS)

    assert (read.part, texts(read, "sender")) == ("Danh sách", ["A"])
    assert warned(read) == {"sheet.part_used": {"part": "Danh sách"}}


def test_hidden_lines_are_read_and_told(tmp_path: Path) -> None:
    book = Workbook()
    for row in (TITLES, ("A", "B", 1), ("C", "D", 2), ("E", "F", 3)):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")

    read = read_sheet(tmp_path / "a.xlsx", LETTERS)

    assert (len(read.lines), warned(read)) == (3, {"sheet.hidden_lines": {"count": 1, "first": 3}})


def test_formats_down_to_the_last_line_of_the_sheet_are_no_lines(tmp_path: Path) -> None:
    source = written(tmp_path / "a.xlsx", [TITLES, ("A", "B", 1)])
    with zipfile.ZipFile(source) as package:
        content = package.read(SHEET).decode()
    styled = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    wrong = content.replace("</sheetData>", styled).replace(
        '<dimension ref="A1:C2"', '<dimension ref="A1:XFD1048576"'
    )

    read = read_sheet(repacked(source, tmp_path / "b.xlsx", SHEET, wrong.encode()), LETTERS)

    assert [dict(line.cells) for line in read.lines] == [{"sender": "A", "receiver": "B", "weight": "1"}]


def test_dimensions_that_are_too_small_hide_no_line(tmp_path: Path) -> None:
    source = written(tmp_path / "a.xlsx", [TITLES, ("A", "B", 1)])
    with zipfile.ZipFile(source) as package:
        content = package.read(SHEET).decode()
    wrong = content.replace('<dimension ref="A1:C2"', '<dimension ref="A1"')

    read = read_sheet(repacked(source, tmp_path / "b.xlsx", SHEET, wrong.encode()), LETTERS)

    assert [dict(line.cells) for line in read.lines] == [{"sender": "A", "receiver": "B", "weight": "1"}]


def test_more_lines_than_a_list_may_have_are_refused_before_they_are_read(tmp_path: Path) -> None:
    source = written(tmp_path / "a.xlsx", [TITLES, ("A", "B", 1)])
    with zipfile.ZipFile(source) as package:
        content = package.read(SHEET).decode()
    far = f'<row r="{MAX_LINES + 100}"><c r="A{MAX_LINES + 100}"><v>1</v></c></row></sheetData>'

    path = repacked(source, tmp_path / "b.xlsx", SHEET, content.replace("</sheetData>", far).encode())

    assert refusal(path) == "sheet.too_many_lines"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE_MARK + bytes(600), "sheet.old_excel"),
        (OLE_MARK + bytes(60) + "EncryptedPackage".encode("utf-16-le"), "sheet.encrypted"),
        (b"PK\x03\x04 torn off", "sheet.damaged"),
        (b"%PDF-1.7\n\0\0", "sheet.zero_bytes"),
    ],
)
def test_other_kinds_of_files_are_told_by_their_bytes(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(data)

    assert refusal(path) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (
            {"content.xml": b"<x/>", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
            "sheet.other_program",
        ),
        ({"xl/workbook.bin": b"x"}, "sheet.old_excel"),
        ({"word/document.xml": b"<x/>"}, "sheet.damaged"),
        ({"xl/workbook.xml": b"<workbook"}, "sheet.damaged"),
        ({f"xl/{number}": b"" for number in range(MAX_PARTS + 1)}, "sheet.bomb"),
        ({"xl/workbook.xml": bytes(MAX_UNPACKED + 1)}, "sheet.bomb"),
        (
            {
                "xl/workbook.xml": b'<?xml version="1.0"?>'
                + b" " * 70_000
                + b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'
            },
            "sheet.damaged",
        ),
    ],
)
def test_packages_that_are_no_honest_workbook_are_refused(
    tmp_path: Path, parts: dict[str, bytes], code: str
) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(made.getvalue())

    assert refusal(path) == code


def test_a_workbook_without_the_titles_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path / "a.xlsx", [("a", "b"), (1, 2)])) == "sheet.no_titles"


@pytest.mark.parametrize("cut", [200, 1_500, 4_000])
def test_a_workbook_that_was_cut_off_or_altered_is_refused_and_nothing_else_happens(
    tmp_path: Path, cut: int
) -> None:
    whole = written(tmp_path / "a.xlsx", [TITLES, ("A", "B", 1)]).read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[:cut])
    (tmp_path / "altered.xlsx").write_bytes(whole[:cut] + bytes(20) + whole[cut + 20 :])

    assert outcome(tmp_path / "cut.xlsx") == "sheet.damaged"
    assert outcome(tmp_path / "altered.xlsx").startswith("sheet.")


@pytest.mark.parametrize("seed", range(20))
def test_whatever_bytes_are_altered_it_is_a_list_or_a_refusal(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(written(tmp_path / "a.xlsx", [TITLES, ("A", "B", 1)]).read_bytes())
    for _ in range(8):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / "b.xlsx").write_bytes(data)

    assert outcome(tmp_path / "b.xlsx").startswith("sheet.")
