"""The backup commands: `kt1desk backup places | now | show | check`.

    kt1desk backup places --stick /media/usb --flight /media/den --user quan.tri     where copies go; "" ends a place
    kt1desk backup now --user lan                                                    one to every place, proved
    kt1desk backup show --user lan                                                   the last good one of each place, and what lies there
    kt1desk backup check /media/usb/kt1desk-7-20261123-170512 --user lan             read one whole

This module must not know how a backup is made.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import AtDesk, at_desk
from kt1desk.app.backing_up import BackingUp
from kt1desk.app.restore_from_backup import described
from kt1desk.domain.errors import DeskError
from kt1desk.services.backup_places import BackupPlace, BackupPlaces
from kt1desk.services.sentences_backup import FIELDS_BACKUP
from kt1desk.services.wording import sentence
from kt1desk.store.backup_file import backups_in, read_backup
from kt1desk.store.settings import Settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_HELP = {
    BackupPlace.DISK: "thư mục trên ổ thứ hai",
    BackupPlace.STICK: "thư mục trên USB",
    BackupPlace.SHARE: "thư mục mạng",
    BackupPlace.FLIGHT: "thư mục của hộp đen, trên ổ hay USB khác với dữ liệu",
}


def add_backup_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    backup = commands.add_parser("backup", help="sao lưu: đặt nơi lưu, sao lưu ngay, xem, kiểm tra một bản")
    words = backup.add_subparsers(required=True, metavar="VIỆC")
    places = words.add_parser("places", parents=[where], help="đặt nơi lưu bản sao; để trống là thôi nơi đó")
    for place in BackupPlace:
        places.add_argument(f"--{place}", metavar="THƯ_MỤC", help=_HELP[place])
    places.set_defaults(act=_places)
    now = words.add_parser("now", parents=[where], help="sao lưu ngay vào mọi nơi đã đặt")
    now.set_defaults(act=_now)
    show = words.add_parser("show", parents=[where], help="bản tốt gần nhất của từng nơi và các bản đang có")
    show.set_defaults(act=_show)
    check = words.add_parser("check", parents=[where], help="đọc lại trọn một bản sao lưu")
    check.add_argument("folder", type=Path, help="thư mục của bản sao lưu")
    check.set_defaults(act=_check)
    for parser in (places, now, show, check):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _places(asked: argparse.Namespace) -> int:
    chosen = {place: getattr(asked, place.value) for place in BackupPlace}
    with at_desk(asked) as at:
        notes = Settings(at.desk.store, at.desk.session.actor.user_id)
        places = BackupPlaces(at.desk.store, notes, at.works.place.folder.root, at.desk.clock)
        places.use(at.desk.session, {place: path for place, path in chosen.items() if path is not None})
    print("Đã đặt nơi lưu.")
    return 0


def _now(asked: argparse.Namespace) -> int:
    """1 where one of the places got none."""
    failed = 0
    with at_desk(asked) as at:
        work = _work(at)
        for each in work.conditions():
            try:
                backup = work.back_up(each.place)
            except DeskError as error:
                failed = 1
                print(f"{_name(each.place)}: {sentence(error)}", file=sys.stderr)
            else:
                print(f"{_name(each.place)}: đã sao lưu và kiểm tra {described(backup)}.")
    return failed


def _show(asked: argparse.Namespace) -> int:
    """1 where a place has no good backup that is new enough."""
    old = 0
    with at_desk(asked) as at:
        for each in _work(at).conditions():
            old |= each.old
            print(f"{_name(each.place)}: {each.path}")
            if each.state.failed:
                print(f"  {sentence(DeskError(each.state.failed, mib='?', event='?'))}")
            if each.old:
                print("  Chưa có bản tốt nào trong thời hạn. Sao lưu ngay: kt1desk backup now.")
            try:
                found = backups_in(each.path)
            except DeskError:
                continue  # said above, or at the next backup
            for row in found:
                said = described(row.backup) if row.backup else sentence(DeskError(row.why))
                print(f"  {row.folder.name}: {said}")
    return int(old)


def _check(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        backup = read_backup(asked.folder.expanduser().absolute())
        _work(at).check(backup)
    print(f"Bản sao lưu tốt: {described(backup)}.")
    return 0


def _work(at: AtDesk) -> BackingUp:
    """The backups of the desk; without any place there is nothing to do.

    Raises:
        DeskError: ``backup.no_places``.
    """
    work = BackingUp(at.desk, at.works.place.folder)
    if not work.conditions():
        raise DeskError("backup.no_places")
    return work


def _name(place: BackupPlace) -> str:
    return FIELDS_BACKUP[place.value]
