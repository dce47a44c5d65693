"""A report as files to go on working with: a workbook with a sheet for each table, and one CSV file of all of them.

Numbers are numbers there, with as many digits as the report knows: a share of hundredths of a percent is the exact fraction. What is not
known is an empty cell, never 0. This module must not know what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from kt1desk.domain.reporting.extracts import is_extract
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Cell, Chart, Column, Kind, Prose, Report, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.exchange.sheets.workbook_writing import MAX_NAME, TypedColumn, TypedSheet, Value, typed_xlsx
from kt1desk.exchange.sheets.writing import SEPARATOR, csv_numbers

ABOUT = "Thông tin"
DRAFT = "BẢN NHÁP, chưa phát hành"
_SHOWN = MappingProxyType(
    {
        Kind.TEXT: "",
        Kind.COUNT: "#,##0",
        Kind.DONG: "#,##0",
        Kind.SHARE: "0.00%",
        Kind.CHANGE: "+#,##0;-#,##0;0",
        Kind.CHANGE_DONG: "+#,##0;-#,##0;0",
        Kind.CHANGE_SHARE: "+0.00%;-0.00%;0.00%",
        Kind.DATE: "dd/mm/yyyy",
    }
)
_SHARES = frozenset({Kind.SHARE, Kind.CHANGE_SHARE})
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 9, 60
_LINES_OF_TITLE = 2


def report_xlsx(report: Report, issued: Issued | None) -> bytes:
    """The report as a workbook: what it is on the first sheet, then a sheet for each table and each chart's values."""
    sheets = [_about(report, issued)]
    for number, table in enumerate(_tables(report), start=1):
        sheets.append(_sheet(f"{number} {table.title}", table))
    return typed_xlsx(sheets)


def report_csv(report: Report, issued: Issued | None = None) -> bytes:
    """The report as one CSV file: what it is, then its tables one after the other, each under its title.

    Whether it was issued is only said where ``issued`` is given.
    """
    return csv_numbers(_csv_rows(report, issued), SEPARATOR)


def _tables(report: Report) -> Iterator[Table]:
    """The tables of a report, its charts as tables among them."""
    for section in report.sections:
        if isinstance(section, Table):
            yield section
        elif isinstance(section, Chart):
            yield _charted(section)


def _charted(chart: Chart) -> Table:
    columns = (
        Column("label", "Mục", Kind.TEXT),
        *(Column(f"series_{at}", series.name, chart.unit) for at, series in enumerate(chart.series, start=1)),
    )
    rows = tuple(
        (label, *(series.values[at] for series in chart.series)) for at, label in enumerate(chart.labels)
    )
    return Table(f"Biểu đồ: {chart.title}", columns, rows)


def _said(report: Report, status: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What the report is and all its words, caption and text."""
    yield from (("Đơn vị", unit) for unit in report.unit)
    yield "Tên báo cáo", report.title
    yield "Kỳ báo cáo", report.period
    yield "Phạm vi", report.scope
    yield from status
    for each in report.missing:
        since = f"thiếu số liệu từ {cell_text(each.since, Kind.DATE)}" if each.since else "chưa có số liệu"
        yield "Thiếu số liệu", f"{each.name} ({each.point}): {since}"
    for section in report.sections:
        if isinstance(section, Prose):
            yield from ((section.title, sentence) for sentence in section.sentences)
    for section in report.sections:
        if isinstance(section, Table):
            yield from ((f"Ghi chú: {section.title}", note) for note in section.notes)
    yield from (("Ghi chú", note) for note in report.notes)


def _status(issued: Issued) -> Iterator[tuple[str, str]]:
    yield "Số", issued.number
    yield "Phiên bản", str(issued.version)
    yield "Ngày phát hành", cell_text(issued.issued_on, Kind.DATE)
    yield "Người phát hành", issued.by


def _about(report: Report, issued: Issued | None) -> TypedSheet:
    draft = [] if is_extract(report) else [("Tình trạng", DRAFT)]
    status = draft if issued is None else _status(issued)
    columns = (TypedColumn("Mục", 28), TypedColumn("Nội dung", 100))
    return TypedSheet(ABOUT, columns, tuple(_said(report, status)), filtered=False)


def _sheet(name: str, table: Table) -> TypedSheet:
    """A table; its name is what of number and title may stand on a tab."""
    columns = tuple(
        TypedColumn(column.title, _width(column, at, table), _SHOWN[column.kind])
        for at, column in enumerate(table.columns)
    )
    tab = " ".join(_NOT_IN_NAMES.sub(" ", name).split())
    if len(tab) > MAX_NAME:
        tab = tab[: MAX_NAME + 1].rpartition(" ")[0][:MAX_NAME] or tab[:MAX_NAME]
    rows = tuple(_values(row, table.columns) for row in table.rows)
    return TypedSheet(tab, columns, rows, _values(table.total, table.columns) if table.total else ())


def _width(column: Column, at: int, table: Table) -> int:
    """So many characters that numbers stand in one line; a title has two."""
    rows = (*table.rows, table.total) if table.total else table.rows
    longest = max((len(cell_text(row[at], column.kind)) for row in rows), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2, -(-len(column.title) // _LINES_OF_TITLE) + 5))


def _values(row: Sequence[Cell], columns: Sequence[Column]) -> tuple[Value, ...]:
    return tuple(_value(cell, column.kind) for cell, column in zip(row, columns, strict=True))


def _value(cell: Cell, kind: Kind) -> Value:
    if isinstance(cell, str):
        return date.fromisoformat(cell) if kind is Kind.DATE and cell else cell or None
    if cell is None or kind not in _SHARES:
        return cell
    return Decimal(cell) / 10_000


def _csv_rows(report: Report, issued: Issued | None) -> Iterator[tuple[str | int | Decimal, ...]]:
    yield from _said(report, () if issued is None else _status(issued))
    for table in _tables(report):
        yield ()
        yield (table.title,)
        yield tuple(map(_csv_title, table.columns))
        for row in (*table.rows, table.total) if table.total else table.rows:
            yield tuple(_csv_cell(cell, each.kind) for cell, each in zip(row, table.columns, strict=True))


def _csv_title(column: Column) -> str:
    """With the unit that paper has in each cell."""
    return f"{column.title} (%)" if column.kind in _SHARES and "%" not in column.title else column.title


def _csv_cell(cell: Cell, kind: Kind) -> str | int | Decimal:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell_text(cell, kind)
    return Decimal(cell) / 100 if kind in _SHARES else cell
