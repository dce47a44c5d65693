"""``kt1desk centre reader``: who may read which reports in ``core``.

    kt1desk centre reader --folder F --person lan.be --province
    kt1desk centre reader --folder F --person son.ly --point 243120 [--without-kt1 | --with-kt1]
    kt1desk centre reader --folder F --person son.ly --point 243120 --take

The password of a login is set by whoever runs the server. This module must not know what there is to read.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg import errors

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.place import place_at
from kt1desk.centre.readers import Scope, let_read, read_no_more
from kt1desk.domain.errors import DeskError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_reader_parser(words: Subparsers) -> None:
    """Add ``reader`` to the words of ``centre``; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = words.add_parser("reader", help="cho một người đọc báo cáo của điểm, cụm hoặc cả tỉnh")
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.add_argument("--person", required=True, help="tên đăng nhập của người đọc ở PostgreSQL")
    scope = parser.add_mutually_exclusive_group(required=True)
    scope.add_argument("--point", default="", help="mã điểm giao dịch")
    scope.add_argument("--cluster", default="", help="tên cụm")
    scope.add_argument("--province", action="store_true", help="cả tỉnh")
    kt1 = parser.add_mutually_exclusive_group()
    kt1.add_argument("--without-kt1", dest="kt1", action="store_false", help="không cho đọc về bưu gửi KT1")
    kt1.add_argument("--with-kt1", dest="kt1", action="store_true", help="lại cho đọc về bưu gửi KT1")
    parser.set_defaults(kt1=None)
    parser.add_argument("--take", action="store_true", help="thôi cho đọc")
    parser.set_defaults(act=_reader)


def _reader(asked: argparse.Namespace) -> int:
    """1 where he had no such right that could be taken."""
    name = asked.point or asked.cluster
    scope = Scope.PROVINCE if asked.province else Scope.POINT if asked.point else Scope.CLUSTER
    with place_at(asked.folder).connect(CORE) as core:
        try:
            if asked.take:
                had = read_no_more(core, asked.person, scope, name)
                print(
                    f"{asked.person}: {'thôi được đọc' if had else 'trước đó không được đọc'} {name or 'cả tỉnh'}."
                )
                return 0 if had else 1
            kt1 = let_read(core, asked.person, scope, name, kt1=asked.kt1)
        except errors.InsufficientPrivilege as error:
            raise DeskError("centre.not_operator") from error
    without = "" if kt1 else ", trừ KT1"
    print(
        f"{asked.person} được đọc báo cáo của {name or 'cả tỉnh'}{without}. Đặt mật khẩu: psql -U postgres -c '\\password {asked.person}'"
    )
    return 0
