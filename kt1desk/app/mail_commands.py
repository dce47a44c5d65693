"""The mail commands: `kt1desk mail request | keys | write | take`, to exchange data with other points by files.

    kt1desk mail request khoa-240000.json --user ha.hoang      the province makes a row of the key list of it
    kt1desk mail keys danh-sach-khoa.json --user ha.hoang
    kt1desk mail write --to 246940 goi.kt1 --user ha.hoang
    kt1desk mail take goi.kt1 --user ha.hoang
    kt1desk mail near /mnt/buu-cuc/chung --user ha.hoang       desks of one point see each other there; --off ends it
    kt1desk mail write --service tthc --to 246940 goi.hs --user ha.hoang

Without ``--service`` it is KT1; dossiers are exchanged apart, by whoever may do that, and need no clearance.
This module must not know how a bundle is made or proved.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kt1desk import __version__
from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.mail_room import bring_keys_in, keys_of, mailroom_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.service import Service
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.bundle import MAX_BYTES
from kt1desk.exchange.enrolment import make_request, read_request
from kt1desk.exchange.inbox import Inbox, Outcome, Taken
from kt1desk.exchange.key_list import KIND
from kt1desk.exchange.near_setting import NearSetting
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.outgoing import write_bundle
from kt1desk.services.wording import sentence
from kt1desk.store.settings import Settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_OUTCOMES = MappingProxyType(
    {
        Outcome.NEW: "mới nhận",
        Outcome.ALREADY: "đã có",
        Outcome.LATER: "chưa nhận được",
        Outcome.REFUSED: "không nhận",
    }
)


def add_mail_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    mail = commands.add_parser("mail", help="trao đổi dữ liệu với điểm khác bằng tệp")
    words = mail.add_subparsers(required=True, metavar="VIỆC")
    for name, act, help_text, file_text in (
        ("request", _request, "ghi đơn xin bưu điện tỉnh đưa khóa của bàn vào danh sách", "tệp đơn sẽ ghi"),
        ("keys", _keys, "nạp danh sách khóa của bưu điện tỉnh", "tệp danh sách khóa"),
        ("write", _write, "ghi gói gửi cho một điểm", "tệp gói sẽ ghi"),
        ("take", _take, "nhập gói của điểm khác", "tệp gói"),
    ):
        parser = words.add_parser(name, parents=[where], help=help_text)
        parser.add_argument("file", type=Path, help=file_text)
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )
        parser.add_argument(
            "--service",
            type=Service,
            choices=tuple(Service),
            default=Service.KT1,
            help="dịch vụ: kt1 (mặc định) hoặc tthc",
        )
        if act is _write:
            parser.add_argument("--to", required=True, help="mã điểm nhận")
        parser.set_defaults(act=act)
    near = words.add_parser(
        "near", parents=[where], help="chọn thư mục chung của các bàn cùng điểm, hoặc thôi dùng"
    )
    which = near.add_mutually_exclusive_group(required=True)
    which.add_argument("folder", type=Path, nargs="?", help="thư mục chung trên mạng nội bộ hoặc trên USB")
    which.add_argument("--off", action="store_true", help="thôi dùng thư mục chung")
    near.add_argument(
        "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
    )
    near.set_defaults(act=_near)


def _request(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        _require(asked, desk)
        data = make_request(keys_of(desk), __version__)
    write_new(asked.file, data, taken="bundle.exists")
    print(
        f"Đã ghi đơn vào {asked.file}. Đọc mã này cho bưu điện tỉnh đối chiếu: {read_request(data).check_code}"
    )
    return 0


def _keys(asked: argparse.Namespace) -> int:
    data = KIND.read(asked.file)
    with at_desk(asked) as at:
        desk = at.desk
        _require(asked, desk)
        content = bring_keys_in(desk, data).content
    print(
        f"Đang dùng danh sách khóa số {content.issue} ngày {content.day:%d/%m/%Y}, {len(content.desks)} dòng."
    )
    return 0


def _write(asked: argparse.Namespace) -> int:
    if asked.file.exists():
        raise DeskError("bundle.exists", "file")
    with at_desk(asked) as at:
        desk = at.desk
        written = write_bundle(mailroom_of(desk, asked.service), desk.session, asked.to)
    write_new(asked.file, written.data, taken="bundle.exists")
    count = written.last - written.first + 1
    print(f"Đã ghi gói số {written.number} cho điểm {written.to}: {count} sự kiện, {len(written.data)} byte.")
    return 0


def _take(asked: argparse.Namespace) -> int:
    """Take a bundle in; 0 where nothing in it is refused."""
    data = read_brought(asked.file, MAX_BYTES, "file")
    with at_desk(asked) as at:
        desk = at.desk
        rows = Inbox(mailroom_of(desk, asked.service)).take_bundle(desk.session, data)
    for said in _told(rows):
        print(said)
    return 1 if any(row.reason is not None for row in rows) else 0


def _near(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        setting = NearSetting(desk.store, Settings(desk.store, desk.session.actor.user_id), desk.clock)
        if asked.off:
            setting.leave(desk.session)
            print("Bàn thôi dùng thư mục chung.")
        else:
            print(f"Các bàn cùng điểm trao đổi qua {setting.use(desk.session, asked.folder)}.")
    return 0


def _require(asked: argparse.Namespace, desk: OpenDesk) -> None:
    desk.require(act_for(asked.service, Act.EXCHANGE_MAIL))


def _told(rows: Sequence[Taken]) -> Iterator[str]:
    """What was not taken in, one by one, and the rest as sums."""
    for row in rows:
        if row.reason is not None:
            yield f"{row.event.text if row.event else '?'}: {sentence(row.reason)}"
    counts = {outcome: sum(row.outcome is outcome for row in rows) for outcome in Outcome}
    yield ", ".join(f"{_OUTCOMES[outcome]}: {count}" for outcome, count in counts.items())
