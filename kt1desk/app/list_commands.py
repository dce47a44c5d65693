"""The list commands: `kt1desk accept FILE` and `kt1desk import WHAT FILE`, with a report line by line.

    kt1desk accept danh-sach.xlsx --user ha.hoang --list 27/DS --checked --report ket-qua.csv

Without ``--checked`` the list is only looked at: nothing is accepted before a clerk has seen each cover and says so. This module must not
know how a list is read or accepted.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.list_kinds import DOSSIERS, ITEMS
from kt1desk.app.lists import CATALOGUES, dossier_batches, importers, item_batches, kind_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import ALLOWED, Act, Role, may
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.sheets.writing import csv_bytes
from kt1desk.services.audit_log import note_export
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.batches import Batch, Batches, LineState
from kt1desk.services.dossier_columns import DOSSIER_COLUMNS
from kt1desk.services.imports import ImportState
from kt1desk.services.list_report import (
    IMPORT_TITLES,
    TITLES,
    import_rows,
    import_summary,
    report_rows,
    summary,
    told,
    warnings_of,
)
from kt1desk.services.sheets import Layout, Sheet
from kt1desk.services.wording import role_name

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_Draft = TypeVar("_Draft")
_ITEM, _DOSSIER = "kt1", "dossier"
_LAYOUTS: Mapping[str, Layout] = MappingProxyType({_ITEM: KT1_COLUMNS, _DOSSIER: DOSSIER_COLUMNS})
_KIND_WORDS = MappingProxyType({_ITEM: ITEMS, _DOSSIER: DOSSIERS})
_TOLD_EVERY = 100
"""Lines between two words about how far it is; each line is a write to the disk that waits for it."""


def add_list_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    accept = commands.add_parser(
        "accept",
        parents=[where],
        help="nhận cả danh sách từ tệp CSV hoặc XLSX",
        description="Nhận cả danh sách từ tệp. Trước đó mở ca ở bàn này, rồi đóng cửa sổ chương trình.",
        epilog=_columns_told(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_file(accept)
    accept.add_argument(
        "--kind",
        choices=(_ITEM, _DOSSIER),
        help="kt1: bưu gửi KT1; dossier: hồ sơ TTHC; không ghi thì nhận ra theo tên cột",
    )
    accept.add_argument("--list", default="", help="số danh sách, khi trong tệp không có cột «Số danh sách»")
    accept.add_argument(
        "--checked",
        action="store_true",
        help="đã xem ngoài từng bì, kiểm đếm từng hồ sơ; không có thì chỉ xem trước, không nhận",
    )
    accept.set_defaults(act=_accept)
    importing = commands.add_parser("import", parents=[where], help="nhập danh mục từ tệp CSV hoặc XLSX")
    importing.add_argument(
        "what", choices=CATALOGUES, help="procedures: thủ tục; agencies: cơ quan; staff: người dùng"
    )
    _add_file(importing)
    importing.set_defaults(act=_import)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="tệp .csv hoặc .xlsx")
    parser.add_argument(
        "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
    )
    parser.add_argument("--report", type=Path, help="tệp .csv sẽ ghi kết quả từng dòng")


def _columns_told() -> str:
    """Which columns each kind of list has; the layouts themselves say it."""
    told_lines: list[str] = []
    for kind, layout in _LAYOUTS.items():
        told_lines += [f"Danh sách {_KIND_WORDS[kind]}, dòng nào cũng cần:"]
        told_lines += [f"  {column}" for column in layout.needed()]
        told_lines += ["Có thể thêm:", *(f"  {column}" for column in layout.optional()), ""]
    return "\n".join(told_lines)


def _accept(asked: argparse.Namespace) -> int:
    with _desk(asked) as desk:
        kinds = (asked.kind,) if asked.kind else tuple(_LAYOUTS)
        at, sheet = kind_of([_LAYOUTS[kind] for kind in kinds], partial(read_sheet, asked.file))
        if kinds[at] == _DOSSIER:
            return _accept_list(desk, dossier_batches(desk), sheet, asked)
        return _accept_list(desk, item_batches(desk), sheet, asked)


def _accept_list(desk: OpenDesk, batches: Batches[_Draft], sheet: Sheet, asked: argparse.Namespace) -> int:
    """Look at the list, accept it where the covers were checked; 0 where no line is refused or left."""
    batch = batches.plan(desk.session, sheet, asked.list)
    _tell(warnings_of(sheet))
    if asked.checked:
        with _interruptible() as go_on:
            batch = batches.accept(desk.session, batch, checked=True, go_on=go_on)
    rows = report_rows(batch)
    _show(batch, rows)
    _report(desk, asked.report, TITLES, rows)
    if not asked.checked and batch.count(LineState.READY):
        _tell(["Chưa nhận dòng nào: xem ngoài từng bì, kiểm đếm từng hồ sơ, rồi chạy lại với --checked."])
    return 1 if batch.count(LineState.REFUSED) or batch.count(LineState.LEFT) else 0


def _import(asked: argparse.Namespace) -> int:
    """Bring a catalogue in; 0 where no line is refused."""
    with _desk(asked) as desk:
        if not may(desk.session.actor.roles, Act.IMPORT_REFERENCE):
            allowed = [role_name(role) for role in Role if role in ALLOWED[Act.IMPORT_REFERENCE]]
            _tell([f"Người được nhập danh mục: {', '.join(allowed)}."])
        importing = importers(desk)[asked.what]
        sheet = read_sheet(asked.file, importing.layout)
        report = importing.take(sheet)
        _tell(warnings_of(sheet))
        rows = import_rows(report)
        remarked = [row for line, row in zip(report.lines, rows, strict=True) if line.reason is not None]
        for said in (*told(remarked), *import_summary(report)):
            print(said)
        _report(desk, asked.report, IMPORT_TITLES, rows)
    return 1 if report.count(ImportState.REFUSED) else 0


@contextmanager
def _desk(asked: argparse.Namespace) -> Iterator[OpenDesk]:
    """The desk of the folder, opened for the user; a report that is in the way is refused before anything is done."""
    if asked.report is not None and asked.report.exists():
        raise DeskError("batch.report_exists")
    with at_desk(asked) as at:
        yield at.desk


@contextmanager
def _interruptible() -> Iterator[Callable[[int, int], bool]]:
    """Ctrl-C ends the run between two lines and not within one; what was accepted is reported."""
    wanted = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal wanted
        wanted = False

    def go_on(done: int, of: int) -> bool:
        if done and done % _TOLD_EVERY == 0:
            _tell([f"{done}/{of} dòng"])
        return wanted

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield go_on
    finally:
        signal.signal(signal.SIGINT, before)


def _show(batch: Batch[_Draft], rows: Sequence[Sequence[str]]) -> None:
    """What needs somebody's eyes line by line, the rest as sums."""
    quiet = {LineState.READY, LineState.ACCEPTED}
    looked_at = [row for line, row in zip(batch.lines, rows, strict=True) if line.state not in quiet]
    for said in (*told(looked_at), *summary(batch)):
        print(said)


def _report(desk: OpenDesk, path: Path | None, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The file, once the journal says that it leaves; told on the screen before, which is what remains where the disk refuses."""
    if path is None:
        return
    data = csv_bytes(titles, rows)
    note_export(desk.store, desk.session.actor.user_id, "list_report", (len(rows), data))
    write_new(path, data, taken="batch.report_exists")
    _tell([f"Đã ghi kết quả từng dòng vào {path}."])


def _tell(sentences: Sequence[str]) -> None:
    """Beside the result."""
    for said in sentences:
        print(said, file=sys.stderr)
