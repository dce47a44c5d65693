"""What the page of backups needs, from memory: four places, what lies in the first, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs.backups import BackupCopy, BackupDone, BackupPlaceLine, BackupsView
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.clocks import NOON_MS

HOUR_MS = 3_600_000
AWAY = sentence(DeskError("backup.no_place"))
PLACES = (
    BackupPlaceLine("disk", "Ổ thứ hai", "D:\\SaoLuu", good_ms=NOON_MS - 3 * HOUR_MS),
    BackupPlaceLine(
        "stick",
        "USB",
        "E:\\SaoLuu-KT1",
        good_ms=NOON_MS - 74 * HOUR_MS,
        old=True,
        failed=AWAY,
        failed_ms=NOON_MS - HOUR_MS // 6,
    ),
    BackupPlaceLine("share", "Thư mục mạng"),
    BackupPlaceLine("flight", "Hộp đen", "F:\\HopDen", flight=True, behind=12),
)


def _copies() -> tuple[BackupCopy, ...]:
    names = [f"kt1desk-7-202611{23 - at:02d}-090000" for at in range(4)]
    good = [
        BackupCopy(
            f"D:\\SaoLuu\\{name}", name, NOON_MS - (3 + 24 * at) * HOUR_MS, 7, "240000", 1_842 - 95 * at
        )
        for at, name in enumerate(names)
    ]
    return (*good, BackupCopy("D:\\SaoLuu\\x", "kt1desk-7-20261112-171530", wrong="Hỏng ở tờ khai."))


@dataclass
class FakeBackups:
    """`refusal` is raised by each act; the stick is away; what was done is kept."""

    places: tuple[BackupPlaceLine, ...] = PLACES
    refusal: DeskError | None = None
    done: list[tuple[str, ...]] = field(default_factory=list)

    def backup_view(self) -> BackupsView:
        return BackupsView(self.places, NOON_MS, 420)

    def backups_at(self, place: str) -> Sequence[BackupCopy]:
        if place == "stick":
            raise DeskError("backup.no_place")
        return _copies() if place == "disk" else ()

    def use_folder(self, place: str, folder: str) -> None:
        self._do("use", place, folder)
        self.places = tuple(
            replace(each, folder=folder) if each.place == place else each for each in self.places
        )

    def back_up(self) -> Sequence[BackupDone]:
        self._do("back_up")
        return [BackupDone("Ổ thứ hai"), BackupDone("USB", AWAY)]

    def check_backup(self, ref: str) -> None:
        self._do("check", ref)

    def _do(self, *what: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(what)


class NotKeeping(FakeBackups):
    """For whoever may not keep backups."""

    def backup_view(self) -> BackupsView:
        raise DeskError("user.not_allowed", "user", act="keep_backups")
