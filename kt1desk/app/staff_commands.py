"""The staff commands: `kt1desk staff list | take | clear | password | revoke`, for whoever keeps the users of a desk.

    kt1desk import staff nhan-vien.xlsx --user quan.tri
    kt1desk staff list --user quan.tri                       who may log in, and when he was here last
    kt1desk staff take nv-2.kt1staff --user quan.tri         the staff list of the point, where no line brings it
    kt1desk staff clear ban-7.kt1desk --user quan.tri        clearances as the province's newest desk file says
    kt1desk staff password ha.hoang --user quan.tri          typed twice; she changes it at her next log-in
    kt1desk staff revoke ha.hoang --why left --user quan.tri

A clearance comes from the province alone, a password that opens anything from its owner alone.
This module must not know how either is kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.centre_staff import DeskStaff
from kt1desk.app.key_commands import told_of_key
from kt1desk.app.mail_room import province_of
from kt1desk.app.passwords import new_password
from kt1desk.app.users_counter import UsersCounter, revoke
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import read_own_desk_file
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.staff_lists import KIND as STAFF_LIST
from kt1desk.exchange.staff_taking import take_list
from kt1desk.services.staff import Staff
from kt1desk.services.users import HERE, Why
from kt1desk.services.wording import sentence
from kt1desk.services.wording_users import WHYS
from kt1desk.store.settings import Settings

_CHANGES_IT = " Lần đăng nhập tới, người đó đặt mật khẩu của riêng mình."

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_staff_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    staff = commands.add_parser("staff", help="quyền KT1 và mật khẩu của người dùng ở bàn")
    words = staff.add_subparsers(required=True, metavar="VIỆC")
    clear = words.add_parser("clear", parents=[where], help="nạp quyền KT1 theo tệp bàn của bưu điện tỉnh")
    clear.add_argument("file", type=Path, help="tệp bàn")
    clear.set_defaults(act=_clear)
    password = words.add_parser("password", parents=[where], help="đặt mật khẩu cho một người dùng")
    password.add_argument("whose", help="tên đăng nhập của người được đặt mật khẩu")
    password.set_defaults(act=_password)
    take = words.add_parser("take", parents=[where], help="nhận danh sách người dùng do bưu điện tỉnh ký")
    take.add_argument("file", type=Path, help="danh sách người dùng của điểm")
    take.set_defaults(act=_take)
    people = words.add_parser("list", parents=[where], help="ai đăng nhập được ở bàn này")
    people.set_defaults(act=_list)
    out = words.add_parser("revoke", parents=[where], help="cho một người dùng thôi đăng nhập")
    out.add_argument("whose", help="tên đăng nhập của người thôi")
    out.add_argument("--why", required=True, choices=[why.value for why in HERE], help=_reasons())
    out.set_defaults(act=_revoke)
    for parser in (people, take, clear, password, out):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _reasons() -> str:
    return "vì sao: " + ", ".join(f"{why.value} = {WHYS[why.value]}" for why in HERE)


def _list(asked: argparse.Namespace) -> int:
    """Everybody on a line of his own, with tabs between."""
    with at_desk(asked) as at:
        lines = UsersCounter(at.desk, at.works.place.folder, at.works.keys).users().lines
    for line in lines:
        print(
            "\t".join(
                (line.user, line.name, line.roles_text, line.cleared or "—", line.last or "—", line.state)
            )
        )
    return 0


def _revoke(asked: argparse.Namespace) -> int:
    user = asked.whose.strip().lower()
    with at_desk(asked) as at:
        revoke(at.desk, at.works.place.folder, user, Why(asked.why))
    print(f"{user} không đăng nhập được ở bàn này nữa.")
    return told_of_key(at.desk)


def _take(asked: argparse.Namespace) -> int:
    """The list counts at once; 1 where it cannot be taken up yet."""
    data = STAFF_LIST.read(asked.file)
    with at_desk(asked) as at:
        desk = at.desk
        listed = take_list(desk.store, desk.session, desk.clock, data)
        staff = DeskStaff(desk.store, at.works.place.folder, at.works.keys)
        staff.catch_up()
        refusal = staff.refusal(staff.lists())
    if refusal is not None:
        print(sentence(refusal))
        return 1
    counts = f"{len(listed.people)} người, {len(listed.out)} người thôi"
    print(f"Bàn theo danh sách người dùng số {listed.issue} ký ngày {listed.day:%d/%m/%Y}: {counts}.")
    return 0


def _clear(asked: argparse.Namespace) -> int:
    """Clearances as the file says; 1 where it names somebody who is no user here."""
    with at_desk(asked) as at:
        desk = at.desk
        proved = read_own_desk_file(asked.file, province_of(desk), desk.today)
        content = proved.content
        own = desk.session.desk
        if (content.point, content.device) != (own.point, own.device):
            raise DeskError("desk_file.other_desk", "desk_file", point=content.point, device=content.device)
        named = {row.user: row.until for row in content.clearances}
        found = Staff(desk.store, desk.clock).clear(desk.session, named)
        keep_desk_file(Settings(desk.store), proved.province_key, proved.data, (own.device, own.point))
    for user, until in found.changed:
        print(f"{user}: được làm KT1 đến {until:%d/%m/%Y}." if until else f"{user}: thôi quyền KT1.")
    for user in found.unknown:
        print(f"{user}: có trong tệp bàn nhưng chưa là người dùng ở bàn này.")
    print(f"Đã đổi quyền KT1 của {len(found.changed)} người.")
    return 1 if found.unknown else 0


def _password(asked: argparse.Namespace) -> int:
    user = asked.whose.strip().lower()
    with at_desk(asked) as at:
        staff = Staff(at.desk.store, at.desk.clock)
        staff.check_password_for(at.desk.session, user)
        chosen = new_password(user)
        # The slot first: a slot that is newer than the journal says opens the desk, an older one never does.
        given = user != at.desk.session.actor.user_id
        with at.desk.store.read() as reader:
            known = reader.slot_versions().get(user, 0)
        dek = at.desk.store.lend_key()
        version = at.works.keys.write_slot(user, chosen, dek, given=given, after=known)
        staff.password_written(at.desk.session, user, version)
    print(f"Đã đặt mật khẩu cho {user}." + (_CHANGES_IT if given else ""))
    return 0
