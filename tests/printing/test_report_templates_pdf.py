"""The shipped reports over invented figures, as paper and as workbook: everything readable, every number there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Cell, Chart, Kind, Report, Table
from kt1desk.exchange.sheets.report_files import report_xlsx
from kt1desk.printing.templates.report import report_pdf
from tests.printing.report_reading import flaws, numbers_of, read_back
from tests.printing.report_samples import ISSUED
from tests.support.rich_figures import DATA, POINTS, rich_report

CODES = [row.code for row in DATA.report_templates]
QUARTER = preset(Preset.QUARTER, 2026, 3)
WHOLE = ("bcci_results", "kt1_results")
"""Reports of all points; the others are of a few, which is enough to see every column."""


@cache
def rich(code: str) -> Report:
    """A report of the quarter."""
    return rich_report(code, QUARTER, POINTS if code in WHOLE else POINTS[:24])


@pytest.mark.parametrize("code", CODES)
def test_a_report_is_read_back_from_its_paper_with_every_number_and_no_word_over_another(
    code: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report_pdf(rich(code), ISSUED, "14:32 23/11/2026"))

    pages = read_back(path)

    said = Counter(word.text for page in pages for word in page.words)
    assert list(flaws(pages)) == []
    assert numbers_of(rich(code)) - said == Counter()


def _columns(report: Report) -> Iterator[tuple[str, str, list[Cell]]]:
    """Title of the table, title of the column and cells of every column of numbers."""
    for section in report.sections:
        if isinstance(section, Table):
            for at, column in enumerate(section.columns):
                if column.kind is not Kind.TEXT:
                    cells = [*(row[at] for row in section.rows), *section.total[at : at + 1]]
                    yield section.title, column.title, cells


@pytest.mark.parametrize("code", CODES)
def test_no_column_and_no_table_of_a_report_is_empty_where_everything_was_entered(code: str) -> None:
    empty = [(table, column) for table, column, cells in _columns(rich(code)) if set(cells) <= {None, "", 0}]
    without_rows = [
        section.title for section in rich(code).sections if isinstance(section, Table) and not section.rows
    ]
    charts = [section for section in rich(code).sections if isinstance(section, Chart)]

    assert empty == []
    assert without_rows == []
    assert charts
    assert all(series.values for chart in charts for series in chart.series)


@pytest.mark.parametrize("code", WHOLE)
def test_a_report_is_read_back_from_its_workbook(code: str) -> None:
    book = load_workbook(BytesIO(report_xlsx(rich(code), ISSUED)))

    tables = [section for section in rich(code).sections if isinstance(section, Table)]
    sheets = [
        sheet for sheet in book.worksheets if not sheet.title[1:].lstrip("0123456789").startswith(" Biểu đồ")
    ]
    for table, sheet in zip(tables, sheets[1:], strict=True):
        numbers = [
            at
            for at, column in enumerate(table.columns)
            if column.kind in {Kind.COUNT, Kind.DONG, Kind.CHANGE}
        ]
        lines = [*table.rows, table.total] if table.total else table.rows
        told = [[line[at] for at in numbers] for line in lines]
        read = [[row[at].value for at in numbers] for row in sheet.iter_rows(min_row=2)]
        assert read == told
