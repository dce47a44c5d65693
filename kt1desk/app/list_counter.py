"""What the page of lists needs, on the services: lists of acceptances, catalogues, and their reports.

Everything here runs outside the lane of the store and holds its lock for one line at a time. This module must not know any screen; it
implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from kt1desk.app.desk import OpenDesk
from kt1desk.app.list_kinds import DOSSIERS, ITEMS, ListKind, dossier_kind, item_kind
from kt1desk.app.list_watch import WatchedTaker
from kt1desk.app.lists import Importing, importers, kind_of, line_secret
from kt1desk.desktop.needs import (
    BroughtList,
    LineShape,
    ListLine,
    ListTask,
    ListView,
    ListWatch,
    WantedColumns,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.sheets.workbook_writing import xlsx_bytes
from kt1desk.exchange.sheets.writing import csv_bytes
from kt1desk.services.audit_log import note_export
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.batches import Batch, Batches, BatchLine, LineState
from kt1desk.services.dossier_columns import DOSSIER_COLUMNS
from kt1desk.services.imports import ImportState
from kt1desk.services.list_report import IMPORT_TITLES, TITLES, import_rows, report_rows, warnings_of
from kt1desk.services.sheets import Layout, Sheet, SheetLine

Draft = TypeVar("Draft")
_SHAPES = MappingProxyType({state: LineShape(state.value) for state in LineState})
_IMPORTED = MappingProxyType({state: LineShape(state.value) for state in ImportState})
_CATALOGUES = MappingProxyType(
    {
        ListTask.PROCEDURES: ("danh mục thủ tục", ("Mã thủ tục", "Tên thủ tục"), ("code", "name")),
        ListTask.AGENCIES: ("danh mục cơ quan", ("Mã gọi", "Tên cơ quan"), ("call_code", "name")),
        ListTask.STAFF: ("danh sách người dùng", ("Tên đăng nhập", "Họ tên"), ("user", "name")),
    }
)
_NEEDED = MappingProxyType(
    {
        ListTask.ACCEPT: (),
        ListTask.PROCEDURES: (Act.IMPORT_REFERENCE,),
        ListTask.AGENCIES: (Act.IMPORT_REFERENCE, Act.KEEP_REGISTERS),
        ListTask.STAFF: (Act.IMPORT_REFERENCE, Act.MANAGE_USERS),
    }
)
_WIDTHS = (8, 18, 22, 14, 24, 90)
_IMPORT_WIDTHS = (8, 18, 28, 24, 90)


class ListCounter:
    """Implements `kt1desk.desktop.needs.ListNeeds`. ``wake_printers`` is called after each line that was accepted."""

    def __init__(self, desk: OpenDesk, wake_printers: Callable[[], None]) -> None:
        self._desk = desk
        self._wake = wake_printers

    def wanted(self, task: ListTask) -> Sequence[WantedColumns]:
        """See the port. Whoever may accept nothing of a list is told so when it is looked at: by then its kind is known."""
        self._check_rights(task)
        if task is not ListTask.ACCEPT:
            layout = importers(self._desk)[task.value].layout
            return (WantedColumns(_CATALOGUES[task][0], layout.missing(())),)
        kinds = ((ITEMS, KT1_COLUMNS), (DOSSIERS, DOSSIER_COLUMNS))
        return tuple(_wanted(words, layout) for words, layout in kinds)

    def look(self, task: ListTask, path: str, list_id: str, watch: ListWatch) -> BroughtList:
        """See the port."""
        self._check_rights(task)
        file = Path(path.strip().strip('"')).expanduser()
        if task is not ListTask.ACCEPT:
            importing = importers(self._desk)[task.value]
            return BroughtCatalogue.read(self._desk, task, importing, _at_file(file, importing.layout))
        items, dossiers = item_kind(self._desk), dossier_kind(self._desk)
        kind, sheet = kind_of((items.taker.layout, dossiers.taker.layout), partial(_at_file, file))
        if kind == 0:
            return self._looked_at(items, sheet, list_id, watch)
        return self._looked_at(dossiers, sheet, list_id, watch)

    def _check_rights(self, task: ListTask) -> None:
        for act in _NEEDED[task]:
            self._desk.require(act)

    def _looked_at(
        self, kind: ListKind[Draft], sheet: Sheet, list_id: str, watch: ListWatch
    ) -> BroughtBatch[Draft]:
        desk, of = self._desk, len(sheet.lines)
        taker = WatchedTaker(kind.taker, watch, of, lambda _key, _number, _reason: None)
        batch = Batches(desk.store, taker, line_secret(desk.store)).plan(desk.session, sheet, list_id)
        if watch.stopped:
            raise DeskError("batch.stopped")
        lines = [_first_shown(kind, row, line) for row, line in zip(sheet.lines, batch.lines, strict=True)]
        view = ListView(
            ListTask.ACCEPT,
            kind.words,
            sheet.name,
            kind.titles,
            tuple(_standing(*pair) for pair in zip(lines, batch.lines, strict=True)),
            warnings_of(sheet),
            kind.asks,
        )
        return BroughtBatch(desk, kind, self._wake, batch, view)


@dataclass(frozen=True, slots=True)
class BroughtBatch(Generic[Draft]):
    """Implements `kt1desk.desktop.needs.BroughtList` for a list of acceptances."""

    desk: OpenDesk
    kind: ListKind[Draft]
    wake: Callable[[], None]
    batch: Batch[Draft]
    view: ListView

    def take(self, watch: ListWatch, *, checked: bool) -> BroughtList:
        """See the port."""
        desk, of = self.desk, len(self.batch.lines)
        shown = {line.key: row for line, row in zip(self.batch.lines, self.view.lines, strict=True)}

        def tell(key: str, number: str, reason: DeskError | None) -> None:
            row = shown[key]
            state = LineState.ACCEPTED if reason is None else LineState.REFUSED
            place = self.kind.taker.layout.title_of(reason.field) if reason is not None else ""
            watch.tell(_standing(row, BatchLine(row.line, key, state, None, reason, place, number)))
            if reason is None:
                self.wake()

        def go_on(done: int, _of: int) -> bool:
            watch.step(done, of)
            return not watch.stopped

        taker = WatchedTaker(self.kind.taker, watch, of, tell)
        batches = Batches(desk.store, taker, line_secret(desk.store))
        done = batches.accept(desk.session, self.batch, checked=checked, go_on=go_on)
        watch.step(of, of)
        lines = tuple(_standing(row, line) for row, line in zip(self.view.lines, done.lines, strict=True))
        return replace(self, batch=done, view=replace(self.view, lines=lines))

    def save_report(self, path: str) -> None:
        """See the port."""
        _write_report(self.desk, path, TITLES, _WIDTHS, report_rows(self.batch))


@dataclass(frozen=True, slots=True)
class BroughtCatalogue:
    """Implements `kt1desk.desktop.needs.BroughtList` for a catalogue; ``rows`` are the lines of its report."""

    desk: OpenDesk
    importing: Importing
    sheet: Sheet
    rows: tuple[tuple[str, ...], ...]
    view: ListView

    @classmethod
    def read(cls, desk: OpenDesk, task: ListTask, importing: Importing, sheet: Sheet) -> BroughtCatalogue:
        """A catalogue that was read and not taken yet."""
        kind, titles, (first, second) = _CATALOGUES[task]
        lines = tuple(
            ListLine(line.number, LineShape.WAITING, line.text(first), line.text(second))
            for line in sheet.lines
        )
        rows = tuple((str(line.number), "", "", "", "") for line in sheet.lines)
        view = ListView(task, kind, sheet.name, titles, lines, warnings_of(sheet))
        return cls(desk, importing, sheet, rows, view)

    def take(self, watch: ListWatch, *, checked: bool) -> BroughtList:  # noqa: ARG002  a catalogue asks nothing
        """See the port: one transaction, so there is nothing to stop between two lines."""
        report = self.importing.take(self.sheet)
        rows = import_rows(report)
        lines = tuple(
            replace(shown, shape=_IMPORTED[line.state], place=place, reason=why)
            for shown, line, (*_, place, why) in zip(self.view.lines, report.lines, rows, strict=True)
        )
        return replace(self, rows=rows, view=replace(self.view, lines=lines))

    def save_report(self, path: str) -> None:
        """See the port."""
        _write_report(self.desk, path, IMPORT_TITLES, _IMPORT_WIDTHS, self.rows)


def _first_shown(kind: ListKind[Draft], row: SheetLine, line: BatchLine[Draft]) -> ListLine:
    seen = kind.shown(row, line.draft)
    cash_dong = line.total_dong if seen.in_cash else 0
    return ListLine(
        row.number, LineShape.READY, seen.first, seen.second, seen.weight_g, line.total_dong, cash_dong
    )


def _standing(shown: ListLine, line: BatchLine[Draft]) -> ListLine:
    """The line as it stands now, with the sentence of the report."""
    *_, place, why = _report_row(line)
    return replace(shown, shape=_SHAPES[line.state], number=line.number, place=place, reason=why)


def _report_row(line: BatchLine[Draft]) -> tuple[str, ...]:
    return report_rows(Batch(_NO_SHEET, (line,)))[0]


_NO_SHEET = Sheet("", "", "", Layout(()), ())


def _wanted(words: str, layout: Layout) -> WantedColumns:
    """Of columns that may be left out the names alone, but for letter and urgency: the page has room for no more."""
    told = layout.telltale.columns if layout.telltale is not None else ()
    others = (row for row in layout.columns if not (row.required or row.each_line))
    return WantedColumns(
        words,
        layout.needed(),
        tuple(row.described() if row.key in told else f"«{row.title}»" for row in others),
    )


def _at_file(file: Path, layout: Layout) -> Sheet:
    """The list; what is wrong with it is wrong with the file."""
    try:
        return read_sheet(file, layout)
    except DeskError as error:
        raise DeskError(error.code, "file", **error.details) from error


def _write_report(
    desk: OpenDesk, path: str, titles: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]
) -> None:
    """Write down that the rows leave the desk, then the file. A name that is taken is refused before anything is written down."""
    file = Path(path.strip().strip('"')).expanduser()
    ending = file.suffix.lower()
    if ending == ".xlsx":
        data = xlsx_bytes(titles, widths, rows)
    elif ending == ".csv":
        data = csv_bytes(titles, rows)
    else:
        raise DeskError("batch.report_ending", "report")
    if file.exists():
        raise DeskError("batch.report_exists")
    note_export(desk.store, desk.session.actor.user_id, "list_report", (len(rows), data))
    write_new(file, data, taken="batch.report_exists")
