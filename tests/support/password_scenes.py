"""Scenes where a password is chosen: one's own, one instead of a given one, and by the printed code."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.password_page import PasswordPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.desktop.pages.own_password import OwnPasswordPage
from kt1desk.desktop.pages.recovery import RecoveryPage
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import press, type_text
from tests.support.password_fakes import FakeOwnPassword, FakePasswords, FakeRecovery
from tests.support.setup_fakes import RECOVERY_CODE
from tests.support.stage import Scene, desk, gate, settle

GOOD = "chim-se-nau-15"


def _typed(window: MainWindow, jobs: Jobs, *texts: str) -> MainWindow:
    for text in texts:
        type_text(text)
        press(Qt.Key.Key_Return)
        settle(jobs)
    return window


def _own(jobs: Jobs) -> MainWindow:
    page = AdminPage({"Mật khẩu của tôi": PasswordPage(FakePasswords(), jobs)})
    return desk(jobs, {Place.ADMIN: page}, Place.ADMIN)


def _own_typing(jobs: Jobs) -> MainWindow:
    window = _typed(_own(jobs), jobs, PASSWORD)
    type_text("ngan")
    settle(jobs)
    return window


def _own_wrong(jobs: Jobs) -> MainWindow:
    return _typed(_own(jobs), jobs, "sai", GOOD, GOOD)


def _own_done(jobs: Jobs) -> MainWindow:
    return _typed(_own(jobs), jobs, PASSWORD, GOOD, GOOD)


def _given(jobs: Jobs) -> MainWindow:
    window = gate(jobs, OwnPasswordPage(FakeOwnPassword(), jobs, ("minh", "mat-khau-cho")))
    type_text("ngan ngan ngan")
    settle(jobs)
    return window


def _code(jobs: Jobs) -> MainWindow:
    return gate(jobs, RecoveryPage(FakeRecovery(), jobs))


def _code_slip(jobs: Jobs) -> MainWindow:
    return _typed(_code(jobs), jobs, RECOVERY_CODE[:-3] + "AA3")


def _person(jobs: Jobs) -> MainWindow:
    window = _typed(_code(jobs), jobs, RECOVERY_CODE, "lan")
    type_text("chim se")
    settle(jobs)
    return window


def _new_code(jobs: Jobs) -> MainWindow:
    return _typed(_code(jobs), jobs, RECOVERY_CODE, "lan", GOOD, GOOD)


def _printed(jobs: Jobs, needs: FakeRecovery) -> MainWindow:
    window = _typed(gate(jobs, RecoveryPage(needs, jobs)), jobs, RECOVERY_CODE, "lan", GOOD, GOOD)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(jobs)
    return window


def _new_code_asked(jobs: Jobs) -> MainWindow:
    window = _new_code(jobs)
    press(Qt.Key.Key_Return)
    return _typed(window, jobs, "abcde")


PASSWORD_SCENES: Mapping[str, Scene] = {
    "password-own": _own,
    "password-own-typing": _own_typing,
    "password-own-wrong": _own_wrong,
    "password-own-done": _own_done,
    "password-given": _given,
    "recovery-code": _code,
    "recovery-code-slip": _code_slip,
    "recovery-person": _person,
    "recovery-new-code": _new_code,
    "recovery-new-code-printed": lambda jobs: _printed(jobs, FakeRecovery()),
    "recovery-new-code-no-printer": lambda jobs: _printed(jobs, FakeRecovery(no_printer=True)),
    "recovery-new-code-asked": _new_code_asked,
}
