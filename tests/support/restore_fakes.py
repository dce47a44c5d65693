"""A backup in memory, and what a page asks of it: a good one, a damaged one with an older one before it, one right code."""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.desktop.needs.restoring import (
    FoundBackup,
    RestoreBeside,
    RestoreProof,
    RestoreReport,
    ThisMachine,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.domain.restore_stage import RestoreStage
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import PASSWORD, SESSION
from tests.support.password_fakes import NEW_CODE, PRINTED
from tests.support.setup_fakes import RECOVERY_CODE

PLACE = "/media/usb/SaoLuu"
DAMAGED = f"{PLACE}/kt1desk-17-20261123-170512"
OLDER = f"{PLACE}/kt1desk-17-20261122-171130"
NEW_MACHINE = ThisMachine(secret=False, marker=False)
LINES = (
    "Lấy lại từ hộp đen 12 việc sau bản sao lưu.",
    "Bàn chạy tiếp ở đời sổ thứ 2.",
    "Bỏ qua số MA từ 00001043 đến 00001999: có thể đã dùng sau bản sao lưu.",
    "Bỏ qua số ME từ 47312483 đến 47312599: có thể đã dùng sau bản sao lưu.",
)


@dataclass
class FakeRestore:
    """``refusal`` is what a restore ends with."""

    on: ThisMachine = NEW_MACHINE
    refusal: DeskError | None = None
    asked: list[tuple[RestoreProof, RestoreBeside]] = field(default_factory=list)

    def policy(self) -> PasswordPolicy:
        return PasswordPolicy()

    def machine(self) -> ThisMachine:
        return self.on

    def look(self, path: str) -> FoundBackup:
        if path == DAMAGED:
            raise DeskError("backup.damaged")
        if not path.startswith(PLACE):
            raise DeskError("backup.no_place")
        folder = path if path == OLDER else f"{PLACE}/kt1desk-17-20261124-171020"
        return FoundBackup(folder, "240000", "Bưu cục Kỳ Lừa", 17, "17:10 24/11/2026", 18_204, 41_943_040)

    def older(self, path: str) -> str:
        return OLDER if path.startswith(PLACE) else ""

    def read_numbers(self, typed: str) -> tuple[str, ...]:
        if typed == "ME1":
            raise DeskError("number.shape", "number")
        return tuple(typed.split())

    def restore(self, proof: RestoreProof, beside: RestoreBeside) -> RestoreReport:
        if self.refusal is not None:
            raise self.refusal
        if proof.code:
            if proof.code.upper() != RECOVERY_CODE:
                raise DeskError("key.recovery_code_wrong", "recovery_code")
        elif proof.password != PASSWORD:
            raise DeskError("login.wrong_password", "password")
        self.asked.append((proof, beside))
        return RestoreReport(LINES, NEW_CODE if proof.code else "")

    def print_code(self, code: str) -> str:
        return PRINTED

    def stage(self) -> RestoreStage:
        return RestoreStage.COPYING

    def enter(self) -> Session:
        return SESSION
