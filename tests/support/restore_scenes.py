"""Scenes of laying a desk out from a backup: each step in the states that somebody at a new machine meets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.needs.restoring import ThisMachine
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.restore import RestorePage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.restore_stage import RestoreStage
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import FakeLogin
from tests.support.keys import part, press, type_text
from tests.support.password_fakes import NEW_CODE
from tests.support.restore_fakes import DAMAGED, PLACE, FakeRestore
from tests.support.setup_fakes import RECOVERY_CODE
from tests.support.stage import Scene, gate, settle

GOOD = "chim-se-nau-15"
_OLD_MACHINE = ThisMachine(secret=True, marker=True)


def _page(jobs: Jobs, needs: FakeRestore | None = None) -> MainWindow:
    window = gate(jobs, RestorePage(needs or FakeRestore(), jobs))
    settle(jobs)
    return window


def _typed(window: MainWindow, jobs: Jobs, *texts: str) -> MainWindow:
    for text in texts:
        type_text(text)
        press(Qt.Key.Key_Return)
        settle(jobs)
    return window


def _found(jobs: Jobs) -> MainWindow:
    return _typed(_page(jobs), jobs, PLACE)


def _damaged(jobs: Jobs) -> MainWindow:
    return _typed(_page(jobs), jobs, DAMAGED)


def _beside(jobs: Jobs) -> MainWindow:
    return _typed(_found(jobs), jobs, "", "", "ME1")


def _proof(jobs: Jobs) -> MainWindow:
    window = _typed(_found(jobs), jobs, "", "/media/den", "ME473124829VN", "lan")
    return _typed(window, jobs, RECOVERY_CODE)


def _wrong_code(jobs: Jobs) -> MainWindow:
    window = _typed(_found(jobs), jobs, "", "", "", "lan")
    return _typed(window, jobs, RECOVERY_CODE[:-3] + "AA3", GOOD, GOOD)


def _wrong_password(jobs: Jobs) -> MainWindow:
    window = _typed(_page(jobs, FakeRestore(_OLD_MACHINE)), jobs, PLACE, "", "", "")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    return _typed(window, jobs, "lan", "sai mat khau")


class _Endless:
    """Jobs that never come to an end."""

    def run(self, *_: object) -> None:
        """Nothing comes of it."""


def _running(jobs: Jobs) -> MainWindow:
    window = _typed(_page(jobs), jobs, PLACE, "", "/media/den", "", "lan", RECOVERY_CODE, GOOD)
    page = window.findChild(RestorePage)
    assert page is not None
    page._jobs = cast(Jobs, _Endless())
    type_text(GOOD)
    press(Qt.Key.Key_Return)
    page._running.show_stage(RestoreStage.COPYING)
    settle(jobs)
    return window


def _new_code(jobs: Jobs) -> MainWindow:
    return _typed(_page(jobs), jobs, PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD, GOOD)


def _done(jobs: Jobs) -> MainWindow:
    window = _new_code(jobs)
    press(Qt.Key.Key_Return)
    asked = part(window, QLabel, "group_label").text()
    return _typed(window, jobs, NEW_CODE.split("-")[int(asked[-1]) - 1])


def _login_damaged(jobs: Jobs) -> MainWindow:
    class Damaged(FakeLogin):
        def log_in(self, user: str, password: str) -> Session:
            raise DeskError("store.damaged")

    return _typed(gate(jobs, LoginPage(Damaged(), jobs)), jobs, "lan", "mat khau")


RESTORE_SCENES: Mapping[str, Scene] = {
    "restore-choose": _page,
    "restore-found": _found,
    "restore-damaged": _damaged,
    "restore-beside": _beside,
    "restore-proof": _proof,
    "restore-wrong-code": _wrong_code,
    "restore-wrong-password": _wrong_password,
    "restore-running": _running,
    "restore-new-code": _new_code,
    "restore-done": _done,
    "login-damaged": _login_damaged,
}
