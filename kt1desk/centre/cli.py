"""The commands of the centre: `kt1desk centre …`. They need no desk and no screen.

    kt1desk centre init   --folder F --host gate.example.vn --port 5432 --network 10.20.0.0/16 [--admin-dsn "user=postgres"]
    kt1desk centre enrol  --folder F --device 7 --point 243120 [--request desk-7.kt1line-ask] --out desk-7.kt1line
    kt1desk centre renew  --folder F --device 7 [--request …] --out desk-7.kt1line
    kt1desk centre revoke --folder F --device 7 [--reason lost]
    kt1desk centre let-go --folder F --device 7
    kt1desk centre status --folder F [--json]
    kt1desk centre import --folder F --keys danh-sach-khoa.json --fingerprint … ban-7.kt1rest

The passphrase of the authority and one-time codes are asked for, or read from standard input line by line; never arguments, which other
users of the machine can read. What the integrator and the post room are told is added by their own modules.

This module must not know how anything is made.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.centre import pki, place, setting_up
from kt1desk.centre.by_hand import take_by_hand
from kt1desk.centre.enrolling import Centre, Enrolled, Revoking, Wanted, enrol, let_go, renew, revoke
from kt1desk.centre.place import CentrePlace, place_at
from kt1desk.centre.status import as_json, as_table, read_status
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.exchange.line_request import LineRequest, read_line_request_file
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.sealing import Entropy

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

REASONS = {
    Revoking.LOST: "mất máy",
    Revoking.BROKEN: "máy hỏng",
    Revoking.REPLACED: "thay máy khác",
    Revoking.CLOSED: "bàn hoặc điểm thôi hoạt động",
    Revoking.SUSPECTED: "nghi lộ khóa",
}


class CentreCommands:
    """The words; each sets ``act``: a function of the parsed arguments that returns the exit code."""

    def __init__(self, entropy: Entropy) -> None:
        self._entropy = entropy

    def add(self, commands: Subparsers) -> Subparsers:
        """Add ``centre``; returns its own subparsers, for what others add to it."""
        centre = commands.add_parser("centre", help="trung tâm: cổng nhận, ghi danh bàn, thu hồi, tình trạng")
        words = centre.add_subparsers(required=True, metavar="VIỆC")
        self._add_init(words)
        for name, act, help_text in (
            ("enrol", self._enrol, "cho một bàn vào: chứng thư, tệp đường mạng, mã một lần"),
            ("renew", self._renew, "chứng thư mới cho bàn đang dùng"),
        ):
            parser = _word(words, name, help_text)
            parser.add_argument("--device", type=int, required=True, help="số thiết bị của bàn")
            if name == "enrol":
                parser.add_argument("--point", required=True, help="mã điểm giao dịch của bàn")
            parser.add_argument("--request", type=Path, help="đơn xin đường mạng, khi bàn tự tạo khóa")
            parser.add_argument("--out", type=Path, required=True, help="tệp đường mạng sẽ ghi")
            parser.set_defaults(act=act)
        out = _word(words, "revoke", "thu hồi một bàn ngay; dữ liệu của bàn còn nguyên")
        out.add_argument("--device", type=int, required=True, help="số thiết bị của bàn")
        reasons = "; ".join(f"{code.value}: {text}" for code, text in REASONS.items())
        out.add_argument(
            "--reason", type=Revoking, choices=tuple(Revoking), default=Revoking.LOST, help=reasons
        )
        out.set_defaults(act=_revoke)
        free = _word(words, "let-go", "thả máy của một bàn, khi máy đã sửa đổi phần cứng")
        free.add_argument("--device", type=int, required=True, help="số thiết bị của bàn")
        free.set_defaults(act=_let_go)
        status = _word(words, "status", "tình trạng mọi bàn")
        status.add_argument("--json", action="store_true", help="cho máy đọc")
        status.set_defaults(act=_status)
        taken = _word(words, "import", "nhập bản ghi chưa gửi của bàn hỏng hoặc bị thu hồi")
        taken.add_argument("file", type=Path, help="tệp do kt1desk line export ghi ở bàn")
        taken.add_argument("--keys", type=Path, required=True, help="danh sách khóa của bưu điện tỉnh")
        taken.add_argument("--fingerprint", required=True, help="dấu vân khóa của tỉnh")
        taken.set_defaults(act=_import)
        return words

    def _add_init(self, words: Subparsers) -> None:
        init = _word(words, "init", "tạo khóa, chứng thư máy chủ, vai trò và hai cơ sở dữ liệu")
        init.add_argument(
            "--host",
            action="append",
            required=True,
            help="tên hoặc địa chỉ máy chủ; bàn gọi tên đầu tiên",
        )
        init.add_argument("--port", type=int, default=place.DEFAULT_PORT, help="cổng, mặc định 5432")
        init.add_argument(
            "--network", default="0.0.0.0/0", help="dải địa chỉ được gọi vào, ví dụ 10.20.0.0/16"
        )
        init.add_argument("--people", default="", help="dải địa chỉ của người đọc báo cáo")
        init.add_argument(
            "--dsn",
            default=place.DEFAULT_DATABASE,
            help="cách nối của người vận hành, theo libpq (mặc định: user=operator)",
        )
        init.add_argument(
            "--admin-dsn", default="", help="nối bằng quyền cao nhất để tạo vai trò, cơ sở dữ liệu"
        )
        init.set_defaults(act=_init)

    def _enrol(self, asked: argparse.Namespace) -> int:
        wanted = Wanted(asked.device, asked.point, _request(asked.request))
        at, centre = _opened(asked)
        _free(asked.out)
        with at.connect() as gate:
            made = enrol(gate, centre, wanted, datetime.now(UTC), self._entropy)
        return _hand_out(asked, made)

    def _renew(self, asked: argparse.Namespace) -> int:
        request = _request(asked.request)
        at, centre = _opened(asked)
        _free(asked.out)
        with at.connect() as gate:
            made = renew(gate, centre, asked.device, request, datetime.now(UTC), self._entropy)
        return _hand_out(asked, made)


def _word(words: Subparsers, name: str, help_text: str) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=help_text)
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    return parser


def _init(asked: argparse.Namespace) -> int:
    at = CentrePlace(asked.folder, tuple(asked.host), asked.port, asked.dsn)
    plan = setting_up.Plan(at, asked.network, asked.people)
    steps = setting_up.make_keys(plan, _asked_line("Mật khẩu của khóa trung tâm: "), datetime.now(UTC)).steps
    if asked.admin_dsn:
        steps += setting_up.make_databases(setting_up.superuser(asked.admin_dsn)).steps
    print(f"Đã làm: {', '.join(steps) if steps else 'không có gì mới'}.")
    public = pki.load_gate_key(at.folder).public_key().public_bytes_raw()
    print(f"Khóa thư của trung tâm, ghi vào mọi tệp bàn: --key gate:{public.hex()}")
    print(f"Đọc đối chiếu: {fingerprint(public)}")
    print(
        f"Chép {at.folder / setting_up.POSTGRESQL} sang /etc/kt1desk/postgresql của máy chủ, cho postgres đọc;"
    )
    print(
        "thêm vào postgresql.conf: include '/etc/kt1desk/postgresql/kt1desk.conf' rồi khởi động lại PostgreSQL."
    )
    if not asked.admin_dsn:
        print("Rồi chạy lại lệnh này với --admin-dsn để tạo vai trò và cơ sở dữ liệu.")
    return 0


def _revoke(asked: argparse.Namespace) -> int:
    with place_at(asked.folder).connect() as gate:
        done = revoke(gate, asked.device, asked.reason, datetime.now(UTC))
    print(f"Bàn {asked.device} đã bị thu hồi." if done else f"Bàn {asked.device} đã bị thu hồi từ trước.")
    print("Bản ghi chưa gửi còn ở bàn: ghi bằng kt1desk line export, nhập bằng kt1desk centre import.")
    return 0


def _let_go(asked: argparse.Namespace) -> int:
    with place_at(asked.folder).connect() as gate:
        let_go(gate, asked.device)
    print(f"Bàn {asked.device}: máy nào gọi trước bằng chứng thư của bàn sẽ được nhận là máy của bàn.")
    return 0


def _status(asked: argparse.Namespace) -> int:
    """1 where something wants a person."""
    found = read_status(place_at(asked.folder), datetime.now(UTC))
    print(as_json(found) if asked.json else as_table(found))
    return 1 if found.alarms else 0


def _import(asked: argparse.Namespace) -> int:
    """1 where a frame was not taken."""
    keys = prove_by_fingerprint(KIND.read(asked.keys), asked.fingerprint).content
    code = _asked_line("Mã một lần của tệp: ")
    with place_at(asked.folder).connect() as gate:
        report = take_by_hand(gate, asked.file, code, keys)
    print(
        f"Bàn {report.device}: {report.new} khung mới, {report.known} đã có, {len(report.refused)} không nhận."
    )
    for line in report.refused:
        print(line)
    return 1 if report.refused else 0


def _opened(asked: argparse.Namespace) -> tuple[CentrePlace, Centre]:
    at = place_at(asked.folder)
    public = pki.load_gate_key(at.folder).public_key().public_bytes_raw()
    authority = pki.open_authority(at.folder, _asked_line("Mật khẩu của khóa trung tâm: "))
    return at, Centre(authority, at.hosts[0], at.port, public.hex())


def _free(out: Path) -> None:
    """Before anything is written: a desk that is in and has no file would have to be put out again."""
    if out.exists():
        raise DeskError("province.out_exists", "out")


def _request(path: Path | None) -> LineRequest | None:
    if path is None:
        return None
    request = read_line_request_file(path)
    print(
        f"Đơn của thiết bị {request.device}, điểm {request.point}. Gọi bàn đối chiếu mã: {request.check_code}"
    )
    return request


def _hand_out(asked: argparse.Namespace, made: Enrolled) -> int:
    write_new(asked.out, made.data, taken="province.out_exists", mode=0o600)
    print(f"Đã ghi {asked.out}. Chứng thư dùng đến {made.until:%d/%m/%Y}.")
    print(f"Mã một lần, chỉ hiện lần này; đưa cho bàn bằng đường khác với tệp: {made.code}")
    return 0


def _asked_line(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\r\n")
