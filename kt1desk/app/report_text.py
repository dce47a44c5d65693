"""A report as lines of text, for whoever has no screen but a shell. Numbers stand there as on paper. This module must not know files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kt1desk.domain.reporting.differing import Difference
from kt1desk.domain.reporting.extracts import is_extract
from kt1desk.domain.reporting.report import Cell, Chart, Column, Prose, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.services.report_values import Shown

_NOTHING = "Số liệu không đổi từ khi phát hành."


def report_lines(of: Shown) -> Iterator[str]:
    """What it is, its sentences and tables; charts show what stands in their tables."""
    report = of.report
    yield report.title.upper()
    yield f"{report.period} · {report.scope}"
    if of.issued is None and not is_extract(report):
        yield "BẢN NHÁP, chưa phát hành."
    elif of.issued is not None:
        day = date.fromisoformat(of.issued.issued_on)
        yield f"Số {of.issued.number}, phiên bản {of.issued.version}, {of.issued.by} phát hành ngày {day:%d/%m/%Y}."
    for missing in report.missing:
        since = f"từ sau ngày {date.fromisoformat(missing.since):%d/%m/%Y}" if missing.since else "tất cả"
        yield f"Thiếu số liệu: {missing.name} ({missing.point}), {since}."
    for section in report.sections:
        if not isinstance(section, Chart):
            yield ""
            yield section.title
        if isinstance(section, Prose):
            yield from section.sentences
        elif isinstance(section, Table):
            yield from _table(section)
    yield ""
    yield from (f"* {note}" for note in report.notes)


def difference_lines(found: Sequence[Difference]) -> Iterator[str]:
    """What stood there and what stands there now, one thing a line."""
    if not found:
        yield _NOTHING
    for each in found:
        place = " · ".join(filter(None, (each.section, each.row, each.column)))
        yield f"{place}: {cell_text(each.old, each.kind)} → {cell_text(each.new, each.kind)}"


def _table(table: Table) -> Iterator[str]:
    yield " | ".join(column.title for column in table.columns)
    for row in (*table.rows, *((table.total,) if table.total else ())):
        yield _row(table.columns, row)
    yield from table.notes


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    return " | ".join(cell_text(cell, column.kind) for column, cell in zip(columns, row, strict=True))
