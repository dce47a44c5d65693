"""The commands of registers of what was done: `kt1desk register list | show`.

    kt1desk register show --view handing --from 2026-11-01 --to 2026-11-30 --xlsx so-giao-nhan.xlsx --user ha.hoang

This module must not know which registers there are.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.report_output import save_report
from kt1desk.app.report_text import report_lines
from kt1desk.domain.reporting.periods import asked_period
from kt1desk.services.register_views import Asked, RegisterViews
from kt1desk.services.typed_day import add_period

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_FILES = ("pdf", "xlsx", "csv")


def add_register_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    register = commands.add_parser("register", help="sổ theo ngày: xem và ghi ra tệp")
    of = register.add_subparsers(required=True, metavar="VIỆC")
    known = of.add_parser("list", parents=[where], help="các sổ người này được xem")
    known.set_defaults(act=_list)
    show = of.add_parser("show", parents=[where], help="các dòng của một sổ")
    show.add_argument("--view", required=True, metavar="SỔ", help="mã sổ, xem bằng register list")
    add_period(show)
    show.add_argument("--words", default="", metavar="CHỮ", help="chỉ các dòng có những chữ này")
    for kind in _FILES:
        show.add_argument(f"--{kind}", default="", metavar="TỆP", help=f"ghi thêm tệp .{kind}")
    show.set_defaults(act=_show)
    for parser in (known, show):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _views(desk: OpenDesk) -> RegisterViews:
    return RegisterViews(desk.store, desk.reference, desk.clock)


def _list(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        for view in _views(at.desk).readable(at.desk.session):
            print(f"{view.code}  {view.title}")
    return 0


def _show(asked: argparse.Namespace) -> int:
    """The lines on the screen, then their files: where one cannot be written, the lines were seen."""
    with at_desk(asked) as at:
        wanted = Asked(asked.view, asked_period(asked.first, asked.last), asked.words)
        shown = _views(at.desk).shown(at.desk.session, wanted)
        for line in report_lines(shown):
            print(line)
        for kind in _FILES:
            name = str(getattr(asked, kind))
            if name:
                name = name if name.lower().endswith(f".{kind}") else f"{name}.{kind}"
                print(f"Đã ghi {save_report(at.desk, shown, name)}.")
    return 0
