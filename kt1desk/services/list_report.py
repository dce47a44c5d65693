"""What became of a list, in words: a line for each line of the list, and the sums below.

A report goes back to whoever brought the list, on paper or as a file. It names lines by their numbers and never repeats what stands in
them. This module must not know files or screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.money import format_dong
from kt1desk.services.batches import Batch, BatchLine, LineState
from kt1desk.services.imports import ImportReport, ImportState
from kt1desk.services.sheets import Sheet
from kt1desk.services.wording import sentence

_Draft = TypeVar("_Draft")

TITLES = ("Dòng", "Kết quả", "Số hiệu", "Cước (đồng)", "Cột", "Lý do")
"""Of the columns of `report_rows`."""

STATE_NAMES = MappingProxyType(
    {
        LineState.READY: "Nhận được",
        LineState.ACCEPTED: "Đã nhận",
        LineState.REFUSED: "Không nhận",
        LineState.REPEAT: "Đã nhận từ trước",
        LineState.LEFT: "Chưa nhận",
    }
)


_AT_A_CELL = MappingProxyType(
    {
        "dossier.authority_missing": "batch.authority_needed",
        "dossier.authority_not_receiving": "batch.authority_unknown",
        "dossier.papers_unanswered": "batch.papers_unanswered",
        "dossier.no_documents": "batch.papers_none",
        "dossier.paper_missing": "batch.papers_missing",
        "dossier.paper_unknown": "batch.papers_unknown",
    }
)
"""Refusals whose sentence speaks of the keys of a form, and the one that says what to write into the cell."""


def report_rows(batch: Batch[_Draft]) -> tuple[tuple[str, ...], ...]:
    """One row for each line of the list, under `TITLES`."""
    return tuple(_row(line) for line in batch.lines)


def summary(batch: Batch[_Draft]) -> tuple[str, ...]:
    """How many lines are in each state, and what the good ones come to."""
    counted = [(state, batch.count(state)) for state in LineState]
    lines = (f"{STATE_NAMES[state]}: {count} dòng" for state, count in counted if count)
    sums = (
        f"Cước các dòng «{STATE_NAMES[state]}»: {format_dong(batch.total_dong(state))}"
        for state, count in counted
        if count and state in {LineState.READY, LineState.ACCEPTED}
    )
    return (*lines, *sums)


IMPORT_TITLES = ("Dòng", "Kết quả", "Mã", "Cột", "Lý do")
"""Of the columns of `import_rows`."""

IMPORT_NAMES = MappingProxyType(
    {
        ImportState.TAKEN: "Đã thêm",
        ImportState.THERE: "Đã có",
        ImportState.REFUSED: "Không nhận",
    }
)


def import_rows(report: ImportReport) -> tuple[tuple[str, ...], ...]:
    """One row for each line of a catalogue, under `IMPORT_TITLES`."""
    return tuple(
        (str(line.line), IMPORT_NAMES[line.state], line.key, line.place, _why(line.reason, line.place))
        for line in report.lines
    )


def import_summary(report: ImportReport) -> tuple[str, ...]:
    """How many lines are in each state."""
    counted = [(state, report.count(state)) for state in ImportState]
    return tuple(f"{IMPORT_NAMES[state]}: {count} dòng" for state, count in counted if count)


def warnings_of(sheet: Sheet) -> tuple[str, ...]:
    """What should be known of how the list was read."""
    return tuple(sentence(warning) for warning in sheet.warnings)


def told(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Rows of either kind as sentences for a terminal: ``Dòng 7: Không nhận, cột «Khối lượng (g)». …``."""
    return tuple(
        f"Dòng {line}: {state}{f' {key}' if key else ''}{f', cột «{place}»' if place else ''}."
        + (f" {reason}" if reason else "")
        for line, state, key, *_, place, reason in rows
    )


def _row(line: BatchLine[_Draft]) -> tuple[str, ...]:
    price = str(line.total_dong) if line.total_dong else ""
    return (
        str(line.line),
        STATE_NAMES[line.state],
        line.number,
        price,
        line.place,
        _why(line.reason, line.place),
    )


def _why(reason: DeskError | None, place: str) -> str:
    """The sentence; where it names its field, that is the column, by the title that whoever made the list knows."""
    if reason is None:
        return ""
    code = _AT_A_CELL.get(reason.code, reason.code)
    return sentence(DeskError(code, place, **reason.details) if place else reason)
