"""What goes out as a spreadsheet is text, whatever it begins with: no program that opens it computes a cell (CWE-1236)."""

from __future__ import annotations

import ast
import csv
import shutil
import subprocess
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from kt1desk.exchange.sheets.writing import csv_bytes
from tests.support.tree import ROOT, source_files

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
PAYLOADS = (
    *(f"{sign}1+1" for sign in BEGINNINGS),
    "=HYPERLINK(A1)",
    "=cmd|' /C calc'!A0",
    "+84 912 345 678",
    "-",
)
WRITERS = {
    "kt1desk/exchange/sheets/writing.py": {"csv"},
    "kt1desk/exchange/sheets/workbook_writing.py": {"openpyxl"},
}
"""The only modules that write a spreadsheet, and what with; whoever exports goes through them."""
READERS = {
    "kt1desk/exchange/sheets/csv_text.py": {"csv"},
    "kt1desk/exchange/sheets/workbook.py": {"openpyxl"},
}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_a_csv_file_begins_as_a_formula(payload: str) -> None:
    data = csv_bytes([payload], [[payload, "Sở Nội vụ"]])

    cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]

    assert cells == [f"'{payload}", f"'{payload}", "Sở Nội vụ"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_cell_of_a_workbook_is_a_text(payload: str) -> None:
    data = xlsx_bytes([payload], [20], [[payload]])

    sheet = load_workbook(BytesIO(data)).worksheets[0]

    assert [cell.data_type for row in sheet.iter_rows() for cell in row] == ["s", "s"]
    assert str(sheet["A2"].value).strip() == payload.strip()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_shows_every_cell_as_it_was_written(tmp_path: Path) -> None:
    payloads = [payload for payload in PAYLOADS if payload.isprintable()]
    (tmp_path / "bao-cao.xlsx").write_bytes(xlsx_bytes(["Nội dung"], [30], [[each] for each in payloads]))

    shown = _shown_by_libreoffice(tmp_path / "bao-cao.xlsx")

    assert shown == ["Nội dung", *payloads]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_computes_nothing_of_a_csv_file(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.csv").write_bytes(
        csv_bytes(["Nội dung"], [[each] for each in PAYLOADS if each.isprintable()])
    )

    shown = _shown_by_libreoffice(tmp_path / "bao-cao.csv")

    # LibreOffice may take the apostrophe away as Excel does; what stands behind it is a text all the same
    assert [text.removeprefix("'") for text in shown[1:]] == [each for each in PAYLOADS if each.isprintable()]


def test_no_other_module_writes_a_spreadsheet() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): imported & {"csv", "openpyxl", "xlsxwriter", "odf"}
        for path in source_files("kt1desk")
        for imported in [_imported(path)]
        if imported & {"csv", "openpyxl", "xlsxwriter", "odf"}
    }

    assert found == WRITERS | READERS


def _imported(path: Path) -> set[str]:
    """The first names of the modules a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    whole = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in whole | parts}


def _shown_by_libreoffice(source: Path) -> list[str]:
    """The first column as the spreadsheet shows it, written out again by LibreOffice."""
    words = [
        "soffice",
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    given = ["--infilter=CSV:44,34,76,1,,0,false,true,true,false"] if source.suffix == ".csv" else []
    done = subprocess.run(
        [*words, *given, "--outdir", str(source.parent / "out"), str(source)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    made = source.parent / "out" / f"{source.stem}.csv"
    assert made.exists(), done.stderr.decode()
    return [row[0] for row in csv.reader(StringIO(made.read_text(encoding="utf-8"), newline="")) if row]
