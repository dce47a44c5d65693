"""Scenes of the work «Hệ thống khác»: what waits, a file written, an answer with its lines, a file that cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.files import SYSTEMS, FilesPage
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.systems.work import SystemsWork
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from tests.support.desk_scenes import beside_others
from tests.support.keys import press
from tests.support.list_fakes import FakeLists
from tests.support.stage import Scene, desk, settle
from tests.support.system_fakes import FakeSystems

_ANSWER = "/media/usb/tra-loi-bccp-261122.xlsx"


def _scene(*keys: Qt.Key, needs: FakeSystems | None = None, answer: str = "") -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        work = SystemsWork(needs or FakeSystems(), jobs)
        page = FilesPage(ListsPage(FakeLists(), jobs), work)
        window = desk(jobs, beside_others(Place.LISTS, page), Place.LISTS)
        window.go(Place.LISTS, SYSTEMS)
        settle(jobs)
        field = work.findChild(FieldEdit, "answer")
        if isinstance(field, FieldEdit) and answer:
            field.setText(answer)
        for key in keys:
            press(key)
            settle(jobs)
        return window

    return show


SYSTEM_SCENES: Mapping[str, Scene] = {
    "systems-waiting": _scene(),
    "systems-other": _scene(Qt.Key.Key_Down),
    "systems-written": _scene(Qt.Key.Key_F9),
    "systems-answer": _scene(Qt.Key.Key_F8, answer=_ANSWER),
    "systems-no-file": _scene(Qt.Key.Key_F8),
    "systems-doubted": _scene(needs=FakeSystems(refuse=DeskError("record.doubted", at="item"))),
}
