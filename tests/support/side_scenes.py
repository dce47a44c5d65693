"""Scenes of the switch: dispatches of dossiers beside those of KT1, and a side that its user may not work at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.models.side_words import DOSSIERS
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.pages.dispatch import DispatchPage
from kt1desk.desktop.sides import SidesPage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service
from kt1desk.services.wording import sentence
from tests.support.desk_scenes import beside_others
from tests.support.dispatch_fakes import full
from tests.support.keys import press, type_text
from tests.support.side_fakes import FakeSides, cover, dossier_delivery, dossier_dispatches
from tests.support.stage import Scene, desk, settle

NO_CLEARANCE = sentence(DeskError("user.clearance_missing", "user"))
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Doing = Callable[[MainWindow, Jobs], None]


def sides_page(jobs: Jobs) -> SidesPage:
    """Dispatches of both services."""
    sides = {
        Service.KT1: DispatchPage(full(), jobs),
        Service.TTHC: DispatchPage(dossier_dispatches(20), jobs, DOSSIERS),
    }
    return SidesPage(sides, FakeSides(), jobs)


def _scene(*doings: Doing, barred: bool = False) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        window = desk(jobs, beside_others(Place.DISPATCH, sides_page(jobs)), Place.DISPATCH)
        if barred:
            window.bar({}, {Place.DISPATCH.name: {Service.KT1: NO_CLEARANCE}})
            settle(jobs)
        for do in doings:
            do(window, jobs)
            settle(jobs)
        return window

    return show


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Doing:
    return lambda window, jobs: press(key, modifier)


def _packing(window: MainWindow, jobs: Jobs) -> None:
    type_text("vu")
    press(Qt.Key.Key_Return)
    settle(jobs)
    for at in (0, 1, 3):
        window.take_scan(cover(at).item)


def _result(*texts: str, scan: int = 30) -> Scene:
    """A result that somebody takes."""

    def show(jobs: Jobs) -> MainWindow:
        page = SidesPage({Service.TTHC: DeliveryPage(dossier_delivery(), jobs, DOSSIERS)}, FakeSides(), jobs)
        window = desk(jobs, beside_others(Place.DELIVERY, page), Place.DELIVERY)
        press(Qt.Key.Key_2, _CTRL)
        settle(jobs)
        window.take_scan(cover(scan).item)
        settle(jobs)
        for text in texts:
            type_text(text)
            press(Qt.Key.Key_Return)
            settle(jobs)
        return window

    return show


_DOSSIERS = _key(Qt.Key.Key_2, _ALT)

SIDE_SCENES: Mapping[str, Scene] = {
    "sides-kt1": _scene(),
    "sides-dossiers": _scene(_DOSSIERS, _packing),
    "sides-dossiers-send": _scene(
        _DOSSIERS, _key(Qt.Key.Key_3, _CTRL), _key(Qt.Key.Key_Space), _key(Qt.Key.Key_Return)
    ),
    "sides-dossiers-exceptions": _scene(_DOSSIERS, _key(Qt.Key.Key_5, _CTRL)),
    "sides-result": _result("020190000123"),
    "sides-result-proxy": _result("020190000123", "uy quyen", "Hoang Van Pao"),
    "sides-barred": _scene(_key(Qt.Key.Key_1, _ALT), barred=True),
}
