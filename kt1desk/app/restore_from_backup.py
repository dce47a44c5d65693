"""`kt1desk restore --backup`: a desk laid out from a backup in an empty data folder.

    kt1desk restore --backup /sao-luu --user quan.tri --code       anywhere: the printed recovery code, then a new password
    kt1desk restore --backup /sao-luu --user quan.tri              on the machine of old: his password
    … --flight /hop-den --last ME473124829VN                       the flight recorder's folder; the last label that was used

A place stands for the newest backup in it. One that is damaged is refused with the reason, and the one before it is named; nobody goes back
further than he says. This module must not know how any of it is done.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kt1desk.app.entropy import system_entropy
from kt1desk.app.passwords import asked_password, new_password
from kt1desk.app.place import DeskPlace
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.domain.money import grouped_digits
from kt1desk.domain.restore_stage import RestoreStage
from kt1desk.recovery.bringing_back import Resting
from kt1desk.recovery.from_backup import Entrant, Restored, SlotsAside, restore_backup
from kt1desk.services.ports import Clock
from kt1desk.services.wording import sentence
from kt1desk.store.backup_file import KEYS, MANIFEST, Backup, backups_in, before, read_backup
from kt1desk.store.flight import flight_files
from kt1desk.store.folder import DataFolder
from kt1desk.store.keys import KeyRing

_ZONE = timedelta(hours=7)


def add_backup_options(parser: argparse.ArgumentParser) -> None:
    """What `kt1desk restore` can be told of a backup."""
    parser.add_argument(
        "--backup",
        type=Path,
        metavar="THƯ_MỤC",
        help="bản sao lưu, hoặc nơi chứa nó; thư mục dữ liệu phải còn trống",
    )
    parser.add_argument(
        "--code", action="store_true", help="mở bản sao lưu bằng mã khôi phục rồi đặt mật khẩu mới"
    )
    parser.add_argument("--flight", type=Path, metavar="THƯ_MỤC", help="thư mục của hộp đen")


@dataclass(frozen=True, slots=True)
class Proof:
    """How somebody opens a backup: his password, or the recovery code and the password he wants from then on. Never shown by ``repr``."""

    user: str
    password: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    new_password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside a backup: the flight recorder's folder, and the last numbers on paper."""

    flight: Path | None = None
    last_numbers: tuple[str, ...] = ()


def backup_at(path: Path) -> Backup:
    """The backup that a path means: that folder, a file in it, or the newest one in that place.

    Raises:
        DeskError: ``backup.none``, ``backup.no_place``, ``backup.unreadable``, ``backup.newer``, ``disk.*``.
    """
    path = place_of(path)
    if (path / MANIFEST).is_file():
        return read_backup(path)
    found = backups_in(path)
    if not found:
        raise DeskError("backup.none")
    return read_backup(found[0].folder)


def place_of(path: Path) -> Path:
    """The folder that is meant by whoever points at a file in it."""
    return path.parent if path.is_file() else path


def opened(
    folder: DataFolder, clock: Clock, backup: Backup, proof: Proof, tell: Callable[[RestoreStage], None]
) -> Resting:
    """Where the desk is to rest, with the key that the backup's slots gave.

    Raises:
        DeskError: ``login.*``, ``key.*``, ``disk.*``.
    """
    tell(RestoreStage.OPENING)
    folder.prepare()  # tries of a password are counted there
    ring = KeyRing(SlotsAside(folder.root, backup.folder / KEYS), clock)
    dek = ring.unlock_recovery(proof.code) if proof.code else ring.unlock(proof.user, proof.password)
    return Resting(folder, dek, clock, system_entropy)


def laid_out(
    rests: Resting, backup: Backup, proof: Proof, beside: Beside, tell: Callable[[RestoreStage], None]
) -> Restored:
    """Lay the desk out of a backup that was opened. Once it is there no recorder can be joined to it any more.

    Raises:
        DeskError: ``backup.no_flight`` with ``folder`` where somebody named a recorder and none of this desk is there; as `restore_backup`.
    """
    if beside.flight is not None:
        _require_recorder(beside.flight, backup.manifest.device)
    entrant = Entrant(proof.user.strip().lower(), proof.new_password if proof.code else "")
    return restore_backup(rests, backup, entrant, beside.last_numbers, beside.flight, tell)


def _require_recorder(folder: Path, device: int) -> None:
    try:
        if flight_files(folder, device):
            return
    except DeskError as error:
        if error.code != "backup.no_place":
            raise
    raise DeskError("backup.no_flight", "flight", folder=str(folder))


def restore_from(
    folder: DataFolder,
    clock: Clock,
    backup: Backup,
    proof: Proof,
    beside: Beside,
    tell: Callable[[RestoreStage], None] = lambda _: None,
) -> Restored:
    """Open the backup's slots and lay the desk out; ``tell`` hears what is being done.

    Raises:
        DeskError: ``login.*``, ``key.*``, as `restore_backup`.
    """
    if folder.keys.exists():
        raise DeskError("backup.has_desk")
    return laid_out(opened(folder, clock, backup, proof, tell), backup, proof, beside, tell)


def run_restore(place: DeskPlace, asked: argparse.Namespace) -> int:
    """The command; 1 where the backup is refused and there is one before it."""
    path: Path = asked.backup.expanduser().absolute()
    beside = Beside(asked.flight.expanduser().absolute() if asked.flight else None, tuple(asked.last))
    chosen = path
    try:
        backup = backup_at(path)
        chosen = backup.folder
        print(f"Bản sao lưu {described(backup)}.", flush=True)
        clock = works_in(place).clock
        done = restore_from(place.folder, clock, backup, _proof(asked), beside)
    except DeskError as error:
        offered = older_than(path, chosen) if error.code.startswith("backup.") else ""
        if not offered:
            raise
        print(sentence(error), file=sys.stderr)
        print(f"Bản liền trước: {offered}", file=sys.stderr)
        return 1
    for line in told(done):
        print(line)
    if done.recovery_code:
        print(f"Mã khôi phục mới, ghi ra giấy và cất niêm phong: {done.recovery_code}")
    print("Đã khôi phục. Đăng nhập như thường; phần sổ trung tâm đã nhận được lấy về khi có đường truyền.")
    return 0


def described(backup: Backup) -> str:
    """One backup in words: whose, of when, how far."""
    said = backup.manifest
    return f"bàn {said.device}, điểm {said.point}, lúc {made_at(backup)}, đến việc thứ {grouped_digits(said.events)}"


def made_at(backup: Backup) -> str:
    """The time of a backup as the wall clock of the country showed it."""
    when = datetime.fromtimestamp(backup.manifest.made_ms / 1000, tz=UTC) + _ZONE
    return f"{when:%H:%M %d/%m/%Y}"


def older_than(path: Path, chosen: Path) -> str:
    """The path of the backup before the one that was refused; empty where there is none, or its place cannot be read.

    Args:
        path: what was asked for: a backup or a place.
        chosen: the backup that was taken for it; ``path`` again where it did not come to that.
    """
    path, chosen = place_of(path), place_of(chosen)
    try:
        if chosen == path and not (path / MANIFEST).is_file():
            found = backups_in(path)
            chosen = found[0].folder if found else path
        older = before(chosen)
    except DeskError:
        return ""
    return "" if older is None else str(older.folder)


def _proof(asked: argparse.Namespace) -> Proof:
    if not asked.code:
        return Proof(asked.user, asked_password())
    code = getpass.getpass("Mã khôi phục: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    return Proof(asked.user, code=code, new_password=new_password(asked.user))


def told(done: Restored) -> list[str]:
    """What came of it, in sentences; the new recovery code is not among them."""
    said = []
    if done.came_back:
        said.append(f"Lấy lại từ hộp đen {done.came_back} việc sau bản sao lưu.")
    said += [sentence(gap) for gap in done.gaps]
    begun = done.done.begun if done.done is not None else None
    if begun is not None:
        said.append(f"Bàn chạy tiếp ở đời sổ thứ {begun.incarnation}.")
        said += [
            f"Bỏ qua số {skip.prefix} từ {skip.first:08d} đến {skip.last:08d}: có thể đã dùng sau bản sao lưu."
            for skip in begun.skipped
        ]
    return said
