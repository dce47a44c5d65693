"""The commands with which the centre tells desks something: `kt1desk centre post | keys | staff | grant | backed-up`.

    kt1desk centre post bcci_tariff.json --name bcci_tariff --from 2026-12-01 --folder F [--to 243120]
    kt1desk centre keys keys-5.kt1keys --folder F [--fingerprint ABCDE-FGHJK-…]
    kt1desk centre staff nv-2.kt1staff --folder F      to the point that the list names
    kt1desk centre grant --device 7 --block MX:1:1000 --folder F
    kt1desk centre backed-up --begin --folder F        before a backup; then, once it is whole and proved:
    kt1desk centre backed-up --folder F

This module must not know how anything reaches a desk.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.pg_posting import PgBoard
from kt1desk.centre.place import place_at
from kt1desk.centre.posting import (
    begin_backup,
    post_backed_up,
    post_document,
    post_grant,
    post_keys,
    post_staff,
)
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.key_list import KIND, prove_by_fingerprint
from kt1desk.exchange.mail_records import MAX_PART_BYTES, MAX_PARTS, Grant
from kt1desk.exchange.staff_lists import KIND as STAFF_LIST
from kt1desk.services.typed_day import DAY_FORM, typed_day

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_MAX_BYTES = MAX_PARTS * MAX_PART_BYTES


def add_posting_parsers(words: Subparsers) -> None:
    """Add the words to those of ``centre``; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    post = _word(words, "post", _post, "gửi tài liệu tham chiếu cho các bàn")
    post.add_argument("file", type=Path, help="tệp tài liệu (cùng khuôn tệp tham chiếu của chương trình)")
    post.add_argument("--name", required=True, help="tên tài liệu, ví dụ bcci_tariff")
    post.add_argument(
        "--from", dest="from_", type=typed_day, required=True, help=f"ngày bắt đầu dùng, {DAY_FORM}"
    )
    post.add_argument("--to", default="", help="mã điểm nhận; bỏ trống: mọi điểm")
    keys = _word(words, "keys", _keys, "nạp danh sách khóa và gửi cho mọi bàn")
    keys.add_argument("file", type=Path, help="danh sách khóa của bưu điện tỉnh")
    keys.add_argument("--fingerprint", default="", help="dấu vân khóa của tỉnh, cho lần nạp đầu tiên")
    staff = _word(words, "staff", _staff, "gửi danh sách người dùng cho điểm ghi trong danh sách")
    staff.add_argument("file", type=Path, help="danh sách người dùng do bưu điện tỉnh ký")
    grant = _word(words, "grant", _grant, "cấp dải số cho một bàn")
    grant.add_argument("--device", type=int, required=True, help="số thiết bị của bàn")
    grant.add_argument(
        "--block", type=_block, required=True, metavar="MX:1:1000", help="tiền tố, số đầu, số cuối"
    )
    safe = _word(words, "backed-up", _backed_up, "báo các bàn: dữ liệu đã nằm trong bản sao lưu")
    safe.add_argument("--begin", action="store_true", help="chạy trước khi bắt đầu sao lưu")


def _word(
    words: Subparsers, name: str, act: Callable[[argparse.Namespace], int], help_text: str
) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=help_text)
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.set_defaults(act=act)
    return parser


def _post(asked: argparse.Namespace) -> int:
    data = read_brought(asked.file, _MAX_BYTES, "reference")
    with _board(asked) as board:
        row = post_document(board, asked.name, data, asked.from_, asked.to)
    print(f"Đã gửi tài liệu {row.name} bản {row.version}, dùng từ {row.valid_from:%d/%m/%Y}.")
    return 0


def _keys(asked: argparse.Namespace) -> int:
    data = KIND.read(asked.file)
    province = None
    if asked.fingerprint:
        prove_by_fingerprint(data, asked.fingerprint)
        province = KIND.take_apart(data).key
    with _board(asked) as board:
        content = post_keys(board, data, province).content
    print(
        f"Đang dùng danh sách khóa số {content.issue} ngày {content.day:%d/%m/%Y}, {len(content.desks)} dòng."
    )
    return 0


def _staff(asked: argparse.Namespace) -> int:
    data = STAFF_LIST.read(asked.file)
    with _board(asked) as board:
        listed, is_new = post_staff(board, data)
    said = "Đã gửi" if is_new else "Đã gửi từ trước"
    counts = f"{len(listed.people)} người, {len(listed.out)} người thôi"
    print(f"{said} danh sách người dùng số {listed.issue} cho điểm {listed.point}: {counts}.")
    return 0


def _grant(asked: argparse.Namespace) -> int:
    block: NumberBlock = asked.block
    with _board(asked) as board:
        new = post_grant(board, Grant(asked.device, block), _today())
    said = "Đã cấp" if new else "Đã cấp từ trước"
    print(f"{said} dải {block.prefix} {block.first}–{block.last} cho bàn {asked.device}.")
    return 0


def _backed_up(asked: argparse.Namespace) -> int:
    with _board(asked) as board:
        if asked.begin:
            print(
                f"Đã ghi mốc của {begin_backup(board)} chuỗi. Sao lưu xong thì chạy lại lệnh này không có --begin."
            )
            return 0
        print(f"Đã báo {post_backed_up(board, _today())} điểm.")
    return 0


def _block(text: str) -> NumberBlock:
    try:
        prefix, first, last = text.split(":")
        return NumberBlock(prefix, int(first), int(last))
    except (DeskError, ValueError) as error:
        raise argparse.ArgumentTypeError(text) from error


@contextmanager
def _board(asked: argparse.Namespace) -> Iterator[PgBoard]:
    with place_at(asked.folder).connect(CORE) as core:
        yield PgBoard(core, lambda: int(_now().timestamp() * 1000))


def _now() -> datetime:
    return datetime.now().astimezone()


def _today() -> date:
    return _now().date()
