"""Passwords and the printed code behind the pages that ask for them: one right old password, one right code, two keepers of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.desktop.needs.passwords import PasswordRules, Recoverable
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import PASSWORD, SESSION
from tests.support.setup_fakes import RECOVERY_CODE

PRINTED = "Đã gửi: Xprinter XP-420B. So tờ giấy với mã trên màn hình; tờ hỏng thì xé bỏ, không giữ lại."
NEW_CODE = "0AB1C-2DE3F-4GH5J-6KM7N-8PQ9R-S"
KEEPERS = (Recoverable("lan", "Hoàng Thị Lan"), Recoverable("minh", "Nông Văn Minh"))


@dataclass
class FakePasswords:
    """Changes one's own password; ``refusal`` is what a test wants to be told."""

    changed: list[tuple[str, str]] = field(default_factory=list)
    refusal: DeskError | None = None

    def password_rules(self) -> PasswordRules:
        return PasswordRules("lan", PasswordPolicy())

    def change_password(self, old: str, new: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        if old != PASSWORD:
            raise DeskError("key.old_password_wrong", "old")
        self.changed.append((old, new))


@dataclass
class FakeOwnPassword:
    """Takes any new password."""

    chosen: list[tuple[str, str, str]] = field(default_factory=list)

    def policy(self) -> PasswordPolicy:
        return PasswordPolicy()

    def log_in_changing(self, user: str, old: str, new: str) -> Session:
        if new == old:
            raise DeskError("key.password_same", "password")
        self.chosen.append((user, old, new))
        return SESSION


@dataclass
class FakeRecovery:
    """One code opens; ``done`` says what was asked for, in its order."""

    people: Sequence[Recoverable] = KEEPERS
    done: list[str] = field(default_factory=list)
    end: DeskError | None = None
    no_printer: bool = False
    printed: list[str] = field(default_factory=list)

    def policy(self) -> PasswordPolicy:
        return PasswordPolicy()

    def prove_code(self, typed: str) -> Sequence[Recoverable]:
        if typed.upper().replace("-", "") != RECOVERY_CODE.replace("-", ""):
            raise DeskError("key.recovery_code_typo", "recovery_code")
        self.done.append("proved")
        return self.people

    def set_password(self, user: str, password: str) -> str:
        self.done.append(f"{user}: {password}")
        return NEW_CODE

    def print_code(self, code: str) -> str:
        self.printed.append(code)
        if self.no_printer:
            raise DeskError("key.code_no_printer")
        return PRINTED

    def finish(self) -> Session:
        if self.end is not None:
            raise self.end
        self.done.append("finished")
        return SESSION
