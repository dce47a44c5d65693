"""Scenes of the page of incidents: the list, a grave one at hand, each form, and what a form refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.incidents import IncidentsPage
from tests.support.desk_scenes import beside_others
from tests.support.incident_fakes import BAG, NEW_ITEM, FakeIncidents
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle

Hand = Callable[..., None]
Act = Callable[[MainWindow, Hand], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, DOWN, F8, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F8, Qt.Key.Key_F9


def _scene(act: Act = lambda *_: None, needs: Callable[[], FakeIncidents] = FakeIncidents) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.INCIDENTS, IncidentsPage(needs(), jobs))
        window = desk(jobs, pages, Place.INCIDENTS)

        def hand(*does: Qt.Key | str) -> None:
            """Keys, and texts as they are typed; every answer is waited for."""
            for each in does:
                if isinstance(each, str):
                    type_text(each)
                else:
                    press(each)
                settle(jobs)

        act(window, hand)
        settle(jobs)
        return window

    return show


def _closed(_: MainWindow, hand: Hand) -> None:
    press(Qt.Key.Key_2, CTRL)
    hand(DOWN, DOWN, DOWN)


def _new(window: MainWindow, hand: Hand) -> None:
    window.take_scan(NEW_ITEM)
    hand("a")


def _new_lacks(window: MainWindow, hand: Hand) -> None:
    press(Qt.Key.Key_N, CTRL)
    window.take_scan(BAG)
    hand(F9)


INCIDENT_SCENES: Mapping[str, Scene] = {
    "incidents": _scene(),
    "incidents-empty": _scene(needs=lambda: FakeIncidents([])),
    "incidents-closed": _scene(_closed),
    "incidents-bag": _scene(lambda _, hand: hand(DOWN)),
    "incidents-other": _scene(lambda _, hand: hand(DOWN, DOWN, F8)),
    "incidents-tell": _scene(lambda _, hand: hand(ENTER, "1", "1")),
    "incidents-remedy": _scene(lambda _, hand: hand(DOWN, ENTER)),
    "incidents-close": _scene(lambda _, hand: hand(F8, "3", "minh")),
    "incidents-close-wrong": _scene(lambda _, hand: hand(F8, "3", "minh", ENTER, "sai", ENTER)),
    "incidents-new": _scene(_new),
    "incidents-new-lacks": _scene(_new_lacks),
}
