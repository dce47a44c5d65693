"""Scenes of «Cập nhật chương trình»: offers, refusals, ways back, and a program that was not installed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.upgrade_page import UpgradePage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.upgrades import ProgramView
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from tests.support.keys import press
from tests.support.stage import Scene, desk, settle
from tests.support.upgrade_fakes import FOREIGN, NO_WAY_BACK, NOTHING, REFUSED, FakeUpgrades

TITLE = "Cập nhật chương trình"
F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9


def _scene(needs: FakeUpgrades, *keys: Qt.Key) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        window = desk(jobs, {Place.ADMIN: AdminPage({TITLE: UpgradePage(needs, jobs)})}, Place.ADMIN)
        for key in keys:
            press(key)
            settle(jobs)
        return window

    return show


UPGRADE_SCENES: Mapping[str, Scene] = {
    "upgrade": _scene(FakeUpgrades()),
    "upgrade-asked": _scene(FakeUpgrades(), F9),
    "upgrade-shift": _scene(FakeUpgrades(refusal=DeskError("upgrade.shift_open")), F9),
    "upgrade-back": _scene(FakeUpgrades(found=NOTHING), F8),
    "upgrade-no-way-back": _scene(FakeUpgrades(NO_WAY_BACK, NOTHING)),
    "upgrade-refused": _scene(FakeUpgrades(REFUSED, FOREIGN)),
    "upgrade-checkout": _scene(FakeUpgrades(ProgramView("0.1.0"))),
}
