"""Scenes at the desk: the day, the shift, printers, devices, and what lies over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.devices import DevicesPage
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.pages.today import TodayPage
from kt1desk.services.day_cases import CasesToday
from kt1desk.services.day_items import ItemsToday
from kt1desk.services.day_rows import Coming
from tests.support.day_fakes import FakeToday, todo
from tests.support.desk_fakes import (
    ITEMS_COUNT,
    UNKNOWN,
    item_row,
    open_shift,
)
from tests.support.device_scenes import DEVICE_SCENES, SETTINGS
from tests.support.keys import press, type_text
from tests.support.list_scenes import LIST_SCENES
from tests.support.printer_fakes import FakePrinters
from tests.support.printer_scenes import PRINTER_SCENES
from tests.support.scanner_fakes import FakeScanners
from tests.support.setup_fakes import FakeDevices, FakePapers, paper_row
from tests.support.shift_fakes import FakeShift
from tests.support.stage import Scene, desk, settle

NO_ITEMS = ItemsToday(0, 0, Coming(), 0, 0, 0, 0)


def _curtain(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    settle(jobs)
    return window


def _curtain_switch(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F2)
    type_text("minh")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _keys(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_F1)
    settle(jobs)
    return window


def _search(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("ca")
    settle(jobs)
    return window


def _search_actions(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("dong ca")
    settle(jobs)
    return window


def _search_nothing(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(UNKNOWN)
    settle(jobs)
    return window


def _shift_open(jobs: Jobs) -> MainWindow:
    return desk(jobs, beside_others(Place.SHIFT, _shift_page(jobs)), Place.SHIFT)


def _shift_page(jobs: Jobs) -> Page:
    items = tuple(item_row(at) for at in range(ITEMS_COUNT))
    return ShiftPage(FakeShift(open_shift(), items=items), jobs)


_PAGES: Mapping[Place, Callable[[Jobs], Page]] = {
    Place.TODAY: lambda jobs: TodayPage(FakeToday(), jobs),
    Place.SHIFT: _shift_page,
    Place.PRINTERS: lambda jobs: PrintersPage(FakePapers.busy(), FakePrinters(), jobs),
    Place.DEVICES: lambda jobs: DevicesPage(FakeDevices(SETTINGS), jobs, FakeScanners().at_hand),
}


def every_page(jobs: Jobs) -> dict[Place, Page]:
    """All pages of this module with the examples behind them; the other places stand empty."""
    return {place: _PAGES[place](jobs) if place in _PAGES else Page() for place in Place}


def beside_others(place: Place, page: Page) -> dict[Place, Page]:
    """A page at its place; all others are empty, so that a picture of one page does not cost the making of seventeen."""
    return {each: page if each is place else Page() for each in Place}


def _at(place: Place) -> Scene:
    return lambda jobs: desk(jobs, beside_others(place, _PAGES[place](jobs)), place)


def _day(**changes: object) -> Scene:
    """The board of the day with something else on it."""

    def scene(jobs: Jobs) -> MainWindow:
        needs = FakeToday()
        needs.change(**changes)
        return desk(jobs, beside_others(Place.TODAY, TodayPage(needs, jobs)), Place.TODAY)

    return scene


def _day_figures(jobs: Jobs) -> MainWindow:
    window = _at(Place.TODAY)(jobs)
    for _ in range(2):
        press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Down)
    settle(jobs)
    return window


def _reprint(jobs: Jobs) -> MainWindow:
    papers = FakePapers({at: paper_row(at) for at in range(1, 20)})
    page = PrintersPage(papers, FakePrinters(), jobs)
    window = desk(jobs, beside_others(Place.PRINTERS, page), Place.PRINTERS)
    press(Qt.Key.Key_F8)
    settle(jobs)
    return window


DESK_SCENES: Mapping[str, Scene] = {
    "today": _at(Place.TODAY),
    "today-figures": _day_figures,
    "today-kt1-alone": _day(cases=None),
    "today-dossiers-alone": _day(
        items=None, shift=None, questions=2, todo=tuple(e for e in todo() if e.task)
    ),
    "today-nothing": _day(items=NO_ITEMS, cases=CasesToday(), todo=(), hours=()),
    "printers": _at(Place.PRINTERS),
    "printers-reprint": _reprint,
    **PRINTER_SCENES,
    **DEVICE_SCENES,
    "curtain": _curtain,
    "curtain-switch": _curtain_switch,
    "keys": _keys,
    "search": _search,
    "search-actions": _search_actions,
    "search-nothing": _search_nothing,
    **LIST_SCENES,
}
