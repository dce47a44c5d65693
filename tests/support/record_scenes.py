"""Scenes of the page of one item or case: nothing yet, an item, one that was corrected, one with a letter, a case, and each question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.record import RecordPage
from tests.support.desk_scenes import every_page
from tests.support.keys import press, type_text
from tests.support.record_fakes import DOSSIER, FREE, ITEM, OLD, SECRET, FakeRecords
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def _scene(number: str, act: Callable[[], None] = lambda: None) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = {**every_page(jobs), Place.RECORD: RecordPage(FakeRecords.full(), jobs)}
        window = desk(jobs, pages, Place.RECORD)
        type_text(number)
        press(Qt.Key.Key_Return)
        settle(jobs)
        act()
        settle(jobs)
        return window

    return show


def _withdraw() -> None:
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_1)


def _withdrawn() -> None:
    _withdraw()
    press(Qt.Key.Key_F8)


def _void() -> None:
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_2)


def _reprint() -> None:
    press(Qt.Key.Key_P, CTRL)


def _refused() -> None:
    press(Qt.Key.Key_H, CTRL)


RECORD_SCENES: Mapping[str, Scene] = {
    "record-empty": _scene(""),
    "record-item": _scene(ITEM),
    "record-corrected": _scene(OLD),
    "record-secret": _scene(SECRET),
    "record-dossier": _scene(DOSSIER),
    "record-free": _scene(FREE),
    "record-unknown": _scene("0912345678"),
    "record-withdraw": _scene(ITEM, _withdraw),
    "record-withdrawn": _scene(ITEM, _withdrawn),
    "record-dossier-withdraw": _scene(DOSSIER, _withdraw),
    "record-void": _scene(FREE, _void),
    "record-reprint": _scene(ITEM, _reprint),
    "record-refused": _scene(ITEM, _refused),
}
