"""The commands of files for the post's other systems: `kt1desk systems waiting | export | import`.

    kt1desk systems waiting --user ha.hoang
    kt1desk systems export --system bccp_kt1 /media/usb/bccp.xlsx --user ha.hoang
    kt1desk systems import --system one_stop tra-loi.xlsx --user ha.hoang

Nothing here talks to any system: files are all there is. This module must not know what stands in a file.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.system_files import export_to, systems_of, take_answer
from kt1desk.services.system_answers import Heard
from kt1desk.services.system_words import accepted_at, answer_summary, answer_words, behind, stands

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_AT_ONCE = 200


def add_system_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    systems = commands.add_parser("systems", help="tệp cho các hệ thống khác của bưu điện và một cửa")
    of = systems.add_subparsers(required=True, metavar="VIỆC")
    waiting = of.add_parser("waiting", parents=[where], help="hệ thống nào còn thiếu gì")
    waiting.add_argument("--system", default="", metavar="MÃ", help="kê từng số của một hệ thống")
    waiting.set_defaults(act=_waiting)
    export = of.add_parser("export", parents=[where], help="ghi tệp những gì chưa ghi cho một hệ thống")
    export.add_argument("--batch", default="", metavar="SỐ_TỆP", help="làm lại tệp đã ghi, khi tệp bị mất")
    export.set_defaults(act=_export)
    taking = of.add_parser("import", parents=[where], help="nhập tệp một hệ thống trả về")
    taking.set_defaults(act=_import)
    for parser in (export, taking):
        parser.add_argument(
            "--system", required=True, metavar="MÃ", help="mã hệ thống, xem bằng systems waiting"
        )
        parser.add_argument("file", help="tệp .csv hoặc .xlsx")
    for parser in (waiting, export, taking):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _waiting(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        if asked.system:
            _tell_each(at.desk, asked.system)
        else:
            for feed in systems_of(at.desk).feeds(at.desk.session):
                print(f"{feed.kind.system}  {feed.kind.title}: {behind(feed)}.")
    return 0


def _tell_each(desk: OpenDesk, system: str) -> None:
    """Every number that the system has not taken over, oldest first."""
    systems, offset, after = systems_of(desk), desk.clock.now().offset_min, 0
    while rows := systems.waiting(desk.session, system, after, _AT_ONCE):
        for row in rows:
            print(f"{row.number}  {accepted_at(row, offset)}  {stands(row)}")
        after = rows[-1].place


def _export(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        made, file = export_to(at.desk, asked.system, asked.file, asked.batch)
    print(f"Tệp {made.batch}: {len(made.numbers)} dòng, ghi vào {file}.")
    return 0


def _import(asked: argparse.Namespace) -> int:
    """Taken in; 1 where a line was refused or its code could not be copied."""
    with at_desk(asked) as at:
        lines = take_answer(at.desk, asked.system, asked.file)
    amiss = [line for line in lines if line.heard is Heard.REFUSED or line.unregistered is not None]
    for line in amiss:
        print(answer_words(line))
    for said in answer_summary(lines):
        print(said)
    return 1 if amiss else 0
