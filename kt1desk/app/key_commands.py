"""The key command: `kt1desk keys renew`.

    kt1desk keys renew --user quan.tri       a new database key now; passwords and the printed code stay

When somebody is put out of a desk the same happens by itself at the end of the session. This module must not know how it is done.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import AtDesk, at_desk
from kt1desk.app.backing_up import BackingUp
from kt1desk.app.desk import OpenDesk
from kt1desk.domain.errors import DeskError
from kt1desk.services.key_renewal import KeyRenewal
from kt1desk.services.wording import sentence
from kt1desk.store.key_renewal import expected_s

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_key_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the word; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    keys = commands.add_parser("keys", help="khóa cơ sở dữ liệu")
    words = keys.add_subparsers(required=True, metavar="VIỆC")
    new = words.add_parser(
        "renew", parents=[where], help="đổi khóa cơ sở dữ liệu; mật khẩu và mã khôi phục giữ nguyên"
    )
    new.add_argument(
        "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
    )
    new.set_defaults(act=_renew)


def told_of_key(desk: OpenDesk) -> int:
    """Print what became of the key at the end of a session; 1 where it could not be made anew."""
    ending = desk.ending
    if ending is not None and ending.failed is not None:
        print(sentence(ending.failed), file=sys.stderr)
        if not ending.made:  # else only the journal could not be told
            print("Khóa cũ còn dùng. Làm lại: kt1desk keys renew.", file=sys.stderr)
        return 1
    if ending is not None and ending.made:
        print("Đã đổi khóa cơ sở dữ liệu. Mật khẩu và mã khôi phục giữ nguyên.")
    return 0


def _renew(asked: argparse.Namespace) -> int:
    """1 where the key is the old one still, or where a place got no backup under the new one."""
    with at_desk(asked) as at:
        KeyRenewal(at.desk.store, at.desk.clock).check(at.desk.session)
        if at.desk.ending is not None:
            at.desk.ending.wanted = True
        seconds = expected_s(at.works.place.folder)
        print(f"Đang đổi khóa cơ sở dữ liệu, khoảng {seconds} giây. Đừng tắt máy.", flush=True)
        at.leave()
        return told_of_key(at.desk) or _backed_up(asked.user, at)


def _backed_up(user: str, at: AtDesk) -> int:
    """Backups of before open with their own slots only, and the flight recorder begins anew: one to every place, at once."""
    failed = 0
    desk = at.works.opener.open(user, at.password)
    try:
        work = BackingUp(desk, at.works.place.folder)
        places = work.conditions() if work.may else ()
        for each in places:
            try:
                work.back_up(each.place)
            except DeskError as error:
                failed = 1
                print(sentence(error), file=sys.stderr)
    finally:
        desk.close()
    if failed or not places:
        print("Sao lưu ngay sau khi đổi khóa: kt1desk backup now.")
    else:
        print("Đã sao lưu vào mọi nơi đã đặt.")
    return failed
