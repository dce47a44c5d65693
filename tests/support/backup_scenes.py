"""Scenes of «Sao lưu»: each place at hand, what was done and what failed, and who is not shown anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.backups_page import BackupsPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from tests.support.backup_fakes import FakeBackups, NotKeeping
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, F8, F9, E = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_E


def _scene(needs: Callable[[], FakeBackups], *does: Qt.Key | str | tuple[Qt.Key]) -> Scene:
    """The page, and then these keys; a tuple of one is a key with Ctrl."""

    def show(jobs: Jobs) -> MainWindow:
        window = desk(jobs, {Place.ADMIN: AdminPage({"Sao lưu": BackupsPage(needs(), jobs)})}, Place.ADMIN)
        for each in does:
            if isinstance(each, tuple):
                press(each[0], CTRL)
            elif isinstance(each, str):
                type_text(each)
            else:
                press(each)
            settle(jobs)
        return window

    return show


def _refusing(code: str, field: str = "") -> Callable[[], FakeBackups]:
    return lambda: FakeBackups(refusal=DeskError(code, field))


BACKUP_SCENES: Mapping[str, Scene] = {
    "backups": _scene(FakeBackups),
    "backups-away": _scene(FakeBackups, DOWN),
    "backups-none": _scene(FakeBackups, DOWN, DOWN),
    "backups-flight": _scene(FakeBackups, DOWN, DOWN, DOWN),
    "backups-made": _scene(FakeBackups, F9),
    "backups-checked": _scene(FakeBackups, F8),
    "backups-damaged": _scene(_refusing("backup.damaged"), F8),
    "backups-folder": _scene(_refusing("backup.path_own", "share"), DOWN, DOWN, (E,), "C:\\KT1\\sao", ENTER),
    "backups-not-keeping": _scene(NotKeeping),
}
