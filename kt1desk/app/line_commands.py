"""The line commands: what the administrator of a desk does about its way to the centre.

    kt1desk line join ban-7.kt1line --desk-file ban-7.kt1desk --user quan.tri     asks for the one-time code behind the password
    kt1desk line request don-7.kt1ask --user quan.tri                            where the desk makes its key itself
    kt1desk line status --user quan.tri
    kt1desk line leave --user quan.tri
    kt1desk line export ban-7.kt1rest --user quan.tri                            what was not sent, for a desk that cannot any more
    kt1desk line kt1-on --approval 12/BĐT --day 2026-11-20 --user quan.tri
    kt1desk line kt1-off --reason ended --user quan.tri

This module must not know how anything travels.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import AtDesk, at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_joining import Line
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.line_file import read_line_file
from kt1desk.exchange.line_request import read_line_request
from kt1desk.exchange.new_file import write_new
from kt1desk.services.custody_rows import LineRow
from kt1desk.services.line_approval import Closing, LineApproval
from kt1desk.services.typed_day import DAY_FORM, typed_day

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

REASONS: Mapping[Closing, str] = MappingProxyType(
    {
        Closing.ENDED: "văn bản cho phép hết hạn",
        Closing.WITHDRAWN: "văn bản cho phép bị thu hồi",
        Closing.UNSAFE: "đường mạng hoặc máy không an toàn",
        Closing.MOVED: "bàn chuyển đi hoặc thôi làm KT1",
    }
)

_STREAMS: Mapping[Stream, str] = MappingProxyType(
    {Stream.KT1: "Sổ KT1", Stream.COUNTER: "Sổ quầy (hồ sơ, ca, tiền)"}
)


def add_line_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    line = commands.add_parser("line", help="đường mạng của bàn đến trung tâm")
    words = line.add_subparsers(required=True, metavar="VIỆC")
    on = words.add_parser("kt1-on", parents=[where], help="cho KT1 đi qua mạng theo văn bản cho phép")
    on.add_argument("--approval", required=True, help="số ký hiệu văn bản, ví dụ 12/BĐT")
    on.add_argument("--day", required=True, type=typed_day, help=f"ngày văn bản, {DAY_FORM}")
    on.set_defaults(act=_on)
    off = words.add_parser("kt1-off", parents=[where], help="thôi cho KT1 đi qua mạng")
    off.add_argument(
        "--reason",
        type=Closing,
        choices=tuple(Closing),
        required=True,
        help="; ".join(f"{code.value}: {text}" for code, text in REASONS.items()),
    )
    off.set_defaults(act=_off)
    join = words.add_parser("join", parents=[where], help="nhập tệp đường mạng của trung tâm")
    join.add_argument("file", type=Path, help="tệp đường mạng")
    join.add_argument("--desk-file", type=Path, help="tệp bàn mới nhất, có khóa thư của trung tâm")
    join.set_defaults(act=_join)
    request = words.add_parser("request", parents=[where], help="ghi đơn xin đường mạng, khóa do bàn tự tạo")
    request.add_argument("file", type=Path, help="tệp đơn sẽ ghi")
    request.set_defaults(act=_request)
    rest = words.add_parser("export", parents=[where], help="ghi các bản ghi chưa gửi ra tệp có mã một lần")
    rest.add_argument("file", type=Path, help="tệp sẽ ghi")
    rest.set_defaults(act=_export)
    leave = words.add_parser("leave", parents=[where], help="bỏ đường mạng; dữ liệu chưa gửi còn nguyên")
    leave.set_defaults(act=_leave)
    status = words.add_parser("status", parents=[where], help="tình trạng đường mạng của bàn")
    status.set_defaults(act=_status)
    for parser in (on, off, join, request, rest, leave, status):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _on(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        row = _approval(at.desk).open(at.desk.session, asked.approval, asked.day)
        print(_told(row, at.desk))
    return 0


def _off(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        row = _approval(at.desk).close(at.desk.session, asked.reason)
        print(_told(row, at.desk))
    return 0


def _join(asked: argparse.Namespace) -> int:
    data = read_line_file(asked.file)
    with at_desk(asked) as at:
        line = _line(at)
        line.check(data)
        access = line.join(data, asked_code(), asked.desk_file)
        takes_mail = bool(line.mail_key())
    print(
        f"Đã nhập đường mạng đến {access.host}, cổng {access.port}. Chứng thư dùng đến {access.until:%d/%m/%Y}."
    )
    if not takes_mail:
        print(
            "Bàn gửi được, chưa nhận thư của trung tâm: nhập lại với --desk-file là tệp bàn có khóa «gate»."
        )
    return 0


def _request(asked: argparse.Namespace) -> int:
    if asked.file.exists():
        raise DeskError("bundle.exists", "file")
    with at_desk(asked) as at:
        data = _line(at).request()
    write_new(asked.file, data, taken="bundle.exists")
    print(
        f"Đã ghi đơn vào {asked.file}. Đọc mã này cho trung tâm đối chiếu: {read_line_request(data).check_code}"
    )
    return 0


def _export(asked: argparse.Namespace) -> int:
    if asked.file.exists():
        raise DeskError("bundle.exists", "file")
    with at_desk(asked) as at:
        rest = _line(at).rest()
    write_new(asked.file, rest.data, taken="bundle.exists", mode=0o600)
    print(f"Đã ghi {rest.frames} khung chưa gửi vào {asked.file}; dữ liệu ở bàn còn nguyên.")
    for stream in rest.left_out:
        print(
            f"{_STREAMS[stream]} không có trong tệp: tệp bàn không cho đi bằng tệp. Giữ nguyên máy; gọi bưu điện tỉnh."
        )
    print(f"Mã một lần, chỉ hiện lần này; đưa cho trung tâm bằng đường khác với tệp: {rest.code}")
    return 0


def _leave(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        _line(at).leave()
    print("Đã bỏ đường mạng và khóa của nó. Dữ liệu chưa gửi còn nguyên ở bàn.")
    return 0


def _status(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        line, desk = _line(at), at.desk
        access, state, unsent = line.access(), line.state(), line.unsent()
        print(_told(_approval(desk).state(desk.session), desk))
        if access is None:
            print("Bàn chưa có đường mạng (kt1desk line join).")
        else:
            print(f"Đường mạng đến {access.host}, cổng {access.port}, tên {access.role}.")
            print(f"Chứng thư dùng đến {access.until:%d/%m/%Y}.")
        good = _clock(state.good_ms, desk) if state.good_ms else "chưa lần nào"
        print(f"Trao đổi trọn vẹn lần cuối: {good}.")
        for stream, count in unsent.items():
            print(f"{_STREAMS[stream]}: {count} sự kiện chưa gửi.")
    return 0


def asked_code() -> str:
    """The one-time code: asked for at a terminal, else the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("Mã một lần: ")
    return sys.stdin.readline().rstrip("\n")


def _line(at: AtDesk) -> Line:
    return Line(at.desk, at.works.place.folder)


def _approval(desk: OpenDesk) -> LineApproval:
    return LineApproval(desk.store, desk.clock)


def _told(row: LineRow | None, desk: OpenDesk) -> str:
    if row is None:
        return "KT1 không đi qua mạng: chưa nhập văn bản cho phép. Hồ sơ, ca và tiền vẫn đi qua mạng."
    since = _clock(row.since_ms, desk)
    if row.allowed:
        day = date.fromisoformat(row.day)
        return f"KT1 đi qua mạng từ {since}, theo văn bản {row.approval} ngày {day:%d/%m/%Y}."
    return f"KT1 không đi qua mạng từ {since}: {REASONS[Closing(row.reason)]}."


def _clock(ms: int, desk: OpenDesk) -> str:
    zone = timezone(timedelta(minutes=desk.clock.now().offset_min))
    return f"{datetime.fromtimestamp(ms / 1000, zone):%H:%M %d/%m/%Y}"
