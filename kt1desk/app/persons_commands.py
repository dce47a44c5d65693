"""The commands for persons: `kt1desk persons due | erase`, for whoever answers for what a desk keeps of them.

    kt1desk persons due --user quan.tri            how many, and before which day
    kt1desk persons erase --user quan.tri --yes    erases them; without --yes it only tells

Luật 91/2025/QH15. Nobody's name is printed. This module must not know how anything is erased.
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.services.privacy import Privacy, PurgeDue
from kt1desk.store.drafts import ParkedDrafts

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_persons_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    persons = commands.add_parser("persons", help="thông tin cá nhân hết hạn lưu")
    words = persons.add_subparsers(required=True, metavar="VIỆC")
    due = words.add_parser("due", parents=[where], help="đếm thông tin cá nhân đã hết hạn lưu")
    due.set_defaults(act=_due)
    erase = words.add_parser("erase", parents=[where], help="xóa thông tin cá nhân đã hết hạn lưu")
    erase.add_argument("--yes", action="store_true", help="đồng ý xóa; xóa rồi không lấy lại được")
    erase.set_defaults(act=_erase)
    for parser in (due, erase):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _due(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        _tell(_privacy(desk).due(desk.session))
    return 0


def _erase(asked: argparse.Namespace) -> int:
    """Erased; 1 where nobody said yes."""
    with at_desk(asked) as at:
        desk = at.desk
        privacy = _privacy(desk)
        _tell(privacy.due(desk.session))
        if not asked.yes:
            print("Chưa xóa gì. Xóa rồi không lấy lại được; đồng ý thì chạy lại với --yes.")
            return 1
        purged = privacy.erase(desk.session)
    print(
        f"Đã xóa thông tin cá nhân bên {purged.events} sự kiện; sổ gốc có thêm {len(purged.records)} bản ghi."
    )
    print(f"Đã bỏ {purged.drafts} bản làm dở để riêng.")
    return 0


def _tell(due: PurgeDue) -> None:
    before = date.fromisoformat(due.before_day)
    print(
        f"Hết hạn lưu {due.keep_months} tháng (xong trước ngày {before:%d/%m/%Y}):"
        f" {due.cases} hồ sơ, {due.visits} lịch hẹn, {due.records} biên bản."
    )
    print(f"Làm dở để riêng quá {due.draft_days} ngày: {due.drafts} bản.")


def _privacy(desk: OpenDesk) -> Privacy:
    return Privacy(desk.store, desk.reference, desk.clock, ParkedDrafts(desk.store, desk.clock))
