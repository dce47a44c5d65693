"""A workbook that goes out is made in memory: what it says never lies in a temporary folder."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from tests.support.tree import ROOT

ROWS = [["1", "Đàm Thị Xuân Quỳ", "=HYPERLINK(1)"], ["2", "", "+84 946 318 275"]]

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append((event, given)) if event in {"open", "tempfile.mkstemp"} else None)
from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
xlsx_bytes(["STT"], [5], [["Đàm Thị Xuân Quỳ"]] * 5000)
# (path, mode, flags) of what was opened for writing, by Python's open and by os.open
print([event for event, given in opened if event == "tempfile.mkstemp" or given[2] & 3])
"""


def test_texts_come_back_as_texts_line_by_line() -> None:
    data = xlsx_bytes(["STT", "Tên", "Ghi chú"], [5, 30, 20], ROWS)

    sheet = load_workbook(BytesIO(data)).worksheets[0]

    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)] == ROWS
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert (sheet.freeze_panes, sheet.column_dimensions["B"].width, sheet["A1"].font.bold) == ("A2", 30, True)


def test_no_file_is_opened_while_a_workbook_is_written(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=ROOT,
        env={"PYTHONUTF8": "1", "TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
