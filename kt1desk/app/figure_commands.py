"""The commands for figures that go to the bureau as files: `kt1desk figures export | read | report`.

    kt1desk figures export so-lieu-240000.kt1so --from 2026-10-01 --to 2026-12-31 --user son.ly
    kt1desk figures read *.kt1so --keys danh-sach-khoa.json --fingerprint 1a2b-3c4d-… --from 2026-10-01 --to 2026-12-31

A desk without a line writes the file, the bureau reads it on any machine. Figures travel by half months and name nobody; those of KT1 go
along only where their user may see them. This module must not know how anything is counted.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.bureau_options import add_report_options
from kt1desk.app.bureau_reports import report_from_files
from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import OpenDesk
from kt1desk.app.mail_room import keys_of, province_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.permissions import Act
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.periods import asked_period, whole_until
from kt1desk.domain.reporting.written import grouped_number
from kt1desk.exchange.figure_entries import impersonal
from kt1desk.exchange.figure_file import (
    FigureFile,
    coarse,
    desks_of,
    read_file,
    write_figures,
)
from kt1desk.exchange.figure_files import FigureFiles
from kt1desk.exchange.figure_lines import by_month, csv_text
from kt1desk.exchange.figure_marks import marked
from kt1desk.exchange.kept_keys import kept_keys
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.trust import DeskKeys, KeyList
from kt1desk.services.audit_log import note_export
from kt1desk.services.record_check import require_sound
from kt1desk.services.shifts import local_date
from kt1desk.services.typed_day import add_period
from kt1desk.store.settings import Settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_TAKEN = "figure_file.exists"
_EXPORT = "figures"


def add_figure_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    figures = commands.add_parser("figures", help="số liệu báo cáo của bàn, mang về bưu điện tỉnh bằng tệp")
    words = figures.add_subparsers(required=True, metavar="VIỆC")
    export = words.add_parser("export", parents=[where], help="ghi số liệu của bàn này vào tệp có chữ ký")
    export.add_argument("file", type=Path, help="tệp số liệu sẽ ghi")
    export.add_argument(
        "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
    )
    export.add_argument("--without-kt1", action="store_true", help="không ghi số liệu KT1")
    export.set_defaults(act=_export)
    read = words.add_parser("read", help="đọc tệp số liệu của các bàn, nói còn thiếu điểm nào")
    read.add_argument("--without-kt1", action="store_true", help="không cần số liệu KT1")
    read.set_defaults(act=_read)
    report = words.add_parser("report", help="báo cáo của nhiều điểm từ các tệp số liệu")
    add_report_options(report)
    report.set_defaults(act=report_from_files)
    for parser in (read, report):
        parser.add_argument("files", type=Path, nargs="+", help="tệp số liệu")
        parser.add_argument("--keys", type=Path, required=True, help="danh sách khóa của bưu điện tỉnh")
        parser.add_argument("--fingerprint", required=True, help="dấu vân khóa của tỉnh")
    for parser in (export, read, report):
        add_period(
            parser, "ngày 1 hoặc 15", "ngày 14 hoặc cuối tháng; khi ghi tệp, sau hôm nay thì là hôm nay"
        )


def _export(asked: argparse.Namespace) -> int:
    asked_period(asked.first, asked.last)
    if asked.file.exists():
        raise DeskError(_TAKEN, "file")
    with at_desk(asked) as at:
        desk = at.desk
        desk.require(Act.SEE_REPORTS)
        if not asked.without_kt1:
            desk.require(Act.SEE_KT1_REPORTS)
        said = _counted(desk, asked.first, asked.last, kt1=not asked.without_kt1)
        data = write_figures(said, keys_of(desk))
        note_export(desk.store, desk.session.actor.user_id, _EXPORT, (len(said.figures), data))
        write_new(asked.file, data, taken=_TAKEN, mode=0o600)
    print(
        f"Đã ghi {asked.file}: {len(said.figures)} số liệu {_days(said.first, said.last)}, {len(data)} byte."
    )
    return 0


def _counted(desk: OpenDesk, first: date, last: date, *, kt1: bool) -> FigureFile:
    now = desk.clock.now()
    last = min(last, local_date(now))
    others = _others(desk, local_date(now))
    with desk.store.read() as reader:
        require_sound(reader)
        return FigureFile(
            desk.session.desk.device,
            desk.session.desk.point,
            now,
            first,
            last,
            reader.first_day(),
            kt1,
            reader.journal_heads(),
            coarse(reader.figures(first, last), kt1=kt1),
            impersonal(marked(reader.kept_entries(tuple(REGISTERS)), keys_of(desk), others), kt1=kt1),
        )


def _others(desk: OpenDesk, today: date) -> tuple[DeskKeys, ...]:
    """The desks that this one knows of; none before a key list came."""
    try:
        keys = kept_keys(Settings(desk.store), province_of(desk)).content
    except DeskError as error:
        if error.code != "key_list.none":
            raise
        return ()
    return desks_of(keys, today, today)


def _read(asked: argparse.Namespace) -> int:
    """1 where a point is missing."""
    asked_period(asked.first, asked.last)
    keys = prove_by_fingerprint(KIND.read(asked.keys), asked.fingerprint).content
    today = local_date(SystemClock().now())
    files = [read_file(path, keys, today) for path in asked.files]
    for path, said in zip(asked.files, files, strict=True):
        print(f"{path.name}: {_told(said)}")
    together = FigureFiles(files)
    print(csv_text(by_month(together.figures(asked.first, asked.last))), end="")
    missing = list(_missing(together, keys, asked, today))
    print("\n".join(missing) or f"Đủ mọi điểm của danh sách khóa {_days(asked.first, asked.last)}.")
    return 1 if missing else 0


def _missing(files: FigureFiles, keys: KeyList, asked: argparse.Namespace, today: date) -> Iterable[str]:
    last = whole_until(asked.first, asked.last, today)
    for each in files.missing(
        desks_of(keys, asked.first, last), asked.first, last, kt1=not asked.without_kt1
    ):
        since = f"sau ngày {date.fromisoformat(each.since):%d/%m/%Y}" if each.since else "chưa có gì"
        yield f"Thiếu điểm {each.name}: {since}."


def _told(said: FigureFile) -> str:
    return "; ".join(_parts(said))


def _parts(said: FigureFile) -> Iterator[str]:
    yield f"bàn {said.device}, điểm {said.point}"
    yield f"lập {_clock(said.made)}"
    yield f"số liệu {_days(said.first, said.last)}"
    if not said.kt1:
        yield "không có KT1"
    if said.known_from:
        yield f"bàn có sổ từ {date.fromisoformat(said.known_from):%d/%m/%Y}"
    reach = ", ".join(f"{head.stream}.{head.incarnation}.{grouped_number(head.seq)}" for head in said.heads)
    yield f"tính đến sổ {reach or 'chưa có'}"


def _days(first: date, last: date) -> str:
    return f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"


def _clock(moment: Moment) -> str:
    local = datetime.fromtimestamp(moment.utc_ms // 1_000, tz=UTC) + timedelta(minutes=moment.offset_min)
    return f"{local:%H:%M %d/%m/%Y}"
