"""`kt1desk restore`: lets a desk go on whose file was restored from a copy, or that was shut because it may be one.

    kt1desk restore --user quan.tri                          begins a later incarnation, where the head marker contradicts the file
    kt1desk restore --user quan.tri --last ME473124829VN     so far have the labels been used, where nobody knows how many records are lost
    kt1desk restore --user quan.tri --list                   what could not be written again or had to be set aside
    kt1desk restore --user quan.tri --backup /sao-luu     a whole desk from a backup (`kt1desk.app.restore_from_backup`)
    kt1desk restore --user quan.tri --receipt "1a2b 3c4d 5e6f"   what became of a printed receipt

Where the desk has a line, it is compared with the centre first, and what the centre has of the lost records comes back at once; otherwise
at the next log-in that finds the centre (`kt1desk.app.recovering`). This module must not know how any of it is done.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kt1desk.app.entropy import system_entropy
from kt1desk.app.options import options_of
from kt1desk.app.passwords import asked_password
from kt1desk.app.place import DeskPlace, take_place
from kt1desk.app.recovering import gate_of, line_of
from kt1desk.app.restore_from_backup import add_backup_options, run_restore
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.restored import Cause
from kt1desk.domain.permissions import Act
from kt1desk.exchange.gate_talk import Gate
from kt1desk.recovery.bringing_back import Brought, Resting, bring_together
from kt1desk.recovery.restoring import Approval
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import local_date
from kt1desk.services.wording import sentence
from kt1desk.store import incarnations, reissued
from kt1desk.store.incarnations import Begun, Renewal
from kt1desk.store.journal import DeskStore, open_unchecked
from kt1desk.store.rewriting import Rewritten

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_restore_parser(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the word; it sets ``act``: a function of the parsed arguments that returns the exit code."""
    parser = commands.add_parser(
        "restore",
        parents=[where],
        help="cho bàn chạy tiếp từ bản sao, hoặc tra biên nhận in trước khi phục hồi",
    )
    parser.add_argument("--user", required=True, help="trưởng điểm hoặc quản trị; mật khẩu được hỏi")
    parser.add_argument(
        "--last",
        action="append",
        default=[],
        metavar="SỐ",
        help="số hiệu cuối cùng đã dùng, theo giấy hay cuộn nhãn",
    )
    parser.add_argument("--receipt", metavar="MÃ", help="tra 12 ký tự in trên biên nhận")
    parser.add_argument(
        "--list", action="store_true", help="việc không ghi lại được hoặc phải để riêng sau phục hồi"
    )
    add_backup_options(parser)
    parser.set_defaults(act=_restore)


def _restore(asked: argparse.Namespace) -> int:
    place = take_place(options_of(asked))
    try:
        if asked.backup is not None:
            return run_restore(place, asked)
        if not place.has_desk:
            raise DeskError("store.no_desk")
        return _Restoring(place, asked).go()
    finally:
        place.leave()


class _Restoring:
    """One call of the command, with the store in its hands."""

    def __init__(self, place: DeskPlace, asked: argparse.Namespace) -> None:
        self._asked = asked
        self._folder = place.folder
        works = works_in(place)
        self._clock = works.clock
        self._user = asked.user.strip().lower()
        dek = works.keys.unlock(asked.user, asked_password())
        self._rests = Resting(place.folder, dek, works.clock, system_entropy)
        self._store = open_unchecked(place.folder, dek, works.clock, system_entropy)
        self._versions = works.keys.versions()

    def go(self) -> int:
        """Whatever was asked; the store is closed after it."""
        try:
            self._require_leave()
            if self._asked.receipt:
                return _tell_receipt(self._store, self._asked.receipt)
            if self._asked.list:
                return _tell_left(self._store)
            with gate_of(self._store, self._folder) as gate:
                return self._go_on_alone() if gate is None else self._go_on_with(gate)
        finally:
            self._store.close()

    def _require_leave(self) -> None:
        with self._store.read() as reader:
            session = begin_session(reader, self._user, self._versions)
        if not session.may(Act.RESTORE_DESK, local_date(self._clock.now())):
            raise DeskError("restore.not_approved")

    def _go_on_with(self, gate: Gate) -> int:
        print("Đang so sổ với trung tâm…", flush=True)
        approval = Approval(self._user, tuple(self._asked.last))
        try:
            brought = bring_together(self._store, self._rests, gate, line_of(self._clock), approval)
        except DeskError as error:
            if not error.code.startswith(("line.", "machine.")):
                raise
            return self._go_on_without(error)
        self._store = brought.store
        if brought.rewritten is None:
            return self._go_on_alone()
        _tell_brought(brought, brought.rewritten)
        return 0

    def _go_on_without(self, why: DeskError) -> int:
        """The centre is away. Where the desk could not have worked, it works from here on; else there is nothing to do but to wait."""
        try:
            code = self._go_on_alone()
        except DeskError as error:
            raise (why if error.code == "restore.not_needed" else error) from None
        print(f"Chưa so được với trung tâm: {sentence(why)}")
        return code

    def _go_on_alone(self) -> int:
        leave = Renewal(Cause.COPIED, self._user, last_numbers=tuple(self._asked.last))
        _tell_begun(incarnations.begin_where_needed(self._store, leave))
        print("Phần sổ trung tâm đã nhận sẽ được lấy về ở lần đăng nhập có đường truyền.")
        return 0


def _tell_begun(begun: Begun) -> None:
    print(
        f"Bàn chạy tiếp từ bản sao, đời sổ thứ {begun.incarnation}. Ca đang mở vẫn mở; nhận bưu gửi được ngay."
    )
    for skip in begun.skipped:
        count = skip.last - skip.first + 1
        print(
            f"Bỏ qua {count} số {skip.prefix} từ {skip.first:08d} đến {skip.last:08d}: có thể đã dùng trong phần sổ bị mất."
        )
    print("Sổ KT1 chưa đi qua mạng: người quản trị nhập lại văn bản cho phép rồi mới mở.")


def _tell_brought(brought: Brought, done: Rewritten) -> None:
    for each in brought.findings.known:
        if each.events:
            print(f"Sổ khác trung tâm từ việc {each.events[0].id.text}.")
    print(f"Lấy về từ trung tâm {done.came_back} việc, ghi lại dưới tên mới {len(done.renamed)} việc.")
    if brought.archive is not None:
        print(f"Sổ trước khi phục hồi giữ ở {brought.archive.name}.")
    if done.begun is not None:
        _tell_begun(done.begun)
    to_see = len(done.not_reissued) + len(done.aside)
    if to_see:
        print(f"{to_see} việc cần trưởng điểm xem: gõ lại lệnh này với --list.")


def _tell_left(store: DeskStore) -> int:
    """What a supervisor has to look at; 0 also where there is nothing."""
    with store.held() as held:
        found = list(reissued.left(held.connection))
    for each in found:
        where = "có trong sổ, không tính" if each.is_here else "nằm trong tệp lưu cũ"
        print(f"{each.event}: {where}. {sentence(DeskError(each.why))}")
    if not found:
        print("Không có việc nào phải xem lại sau phục hồi.")
    return 0


def _tell_receipt(store: DeskStore, digits: str) -> int:
    """What became of it; 1 where nobody knows the receipt."""
    with store.held() as held:
        found = list(reissued.by_proof(held.connection, digits))
    for each in found:
        if each.now == each.was:
            print(f"{each.was}: còn nguyên trong sổ.")
        elif each.now:
            print(f"{each.was}: đã ghi lại thành {each.now}.")
        else:
            print(f"{each.was}: không ghi lại được, nằm trong tệp lưu cũ. {sentence(DeskError(each.why))}")
    if not found:
        print("Không có biên nhận nào mang mã này.")
    return 0 if found else 1
