"""Scenes: each page in the states that people meet, with the examples of `desk_fakes`. Pictures and the audit are taken of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import THEMES, ThemeName
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.pages.devices import DevicesPage
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.pages.today import TodayPage
from tests.support.desk_fakes import (
    FINGERPRINT,
    ITEMS_COUNT,
    RECOVERY_CODE,
    SESSION,
    FakeDevices,
    FakeFirstRun,
    FakeLogin,
    FakePapers,
    FakePrinters,
    FakeShift,
    FakeToday,
    FakeWindow,
    item_row,
    open_shift,
    paper_row,
)
from tests.support.keys import part, press, type_text
from tests.support.screen_audit import audit

POINT = "Bưu cục Kỳ Lừa · 240000"
Scene = Callable[[Jobs], MainWindow]


def settle(jobs: Jobs) -> None:
    """Let everything that was asked for come back and be painted."""
    for _ in range(4):
        loop = QEventLoop()
        QTimer.singleShot(40, loop.quit)
        loop.exec()
        while jobs.running:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def gate(jobs: Jobs, page: Page) -> MainWindow:
    """A window with a page before the desk, active."""
    window = MainWindow(jobs)
    window.show_gate(page)
    return shown(window, jobs)


def desk(jobs: Jobs, pages: Mapping[Place, Page], place: Place) -> MainWindow:
    """A furnished window at a place, active."""
    window = MainWindow(jobs)
    window.furnish(SESSION, POINT, FakeWindow(), pages)
    shown(window, jobs)
    window.go(place)
    settle(jobs)
    return window


def shown(window: MainWindow, jobs: Jobs) -> MainWindow:
    """Full screen as at the counter, with the keyboard."""
    window.showFullScreen()
    window.activateWindow()
    settle(jobs)
    return window


def _login(jobs: Jobs) -> MainWindow:
    page = LoginPage(FakeLogin(), jobs)
    page.show_desk(POINT, trial=True)
    return gate(jobs, page)


def _login_wrong(jobs: Jobs) -> MainWindow:
    window = _login(jobs)
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("sai")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _curtain(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    settle(jobs)
    return window


def _keys(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    settle(jobs)
    return window


def _search(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("ca")
    settle(jobs)
    return window


def _shift_new(jobs: Jobs) -> MainWindow:
    window = desk(jobs, {Place.SHIFT: ShiftPage(FakeShift(), jobs)}, Place.SHIFT)
    for pieces in ("1", "3", "2"):
        type_text(pieces)
        press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _shift_open(jobs: Jobs) -> MainWindow:
    items = tuple(item_row(at) for at in range(ITEMS_COUNT))
    page = ShiftPage(FakeShift(open_shift(), items=items), jobs)
    return desk(jobs, {Place.SHIFT: page}, Place.SHIFT)


def _shift_close(jobs: Jobs) -> MainWindow:
    window = _shift_open(jobs)
    for pieces in ("2", "1", "2"):
        type_text(pieces)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    settle(jobs)
    return window


def _first_run(jobs: Jobs) -> MainWindow:
    window = gate(jobs, FirstRunPage(FakeFirstRun(), jobs, FakePrinters()))
    settle(jobs)
    return window


def _first_run_file(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    type_text("/media/usb/240000.kt1desk")
    press(Qt.Key.Key_Return)
    type_text(FINGERPRINT)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_forged(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    type_text("/forged/240000.kt1desk")
    press(Qt.Key.Key_Return)
    type_text(FINGERPRINT)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_administrator(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    for text in ("lan", "Hoang Thi Lan", "ngan", "ngan"):
        type_text(text)
        press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_recovery(jobs: Jobs) -> MainWindow:
    window = _first_run_administrator(jobs)
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    type_text("chim se nau 15")
    press(Qt.Key.Key_Tab)
    type_text("chim se nau 15")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_group(jobs: Jobs) -> MainWindow:
    window = _first_run_recovery(jobs)
    press(Qt.Key.Key_Return)
    type_text("abcde")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_printers(jobs: Jobs) -> MainWindow:
    window = _first_run_recovery(jobs)
    press(Qt.Key.Key_Return)
    asked = part(window, QLabel, "group_label").text()
    type_text(RECOVERY_CODE.split("-")[int(asked[-1]) - 1])
    press(Qt.Key.Key_Return)
    settle(jobs)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_F7)
    settle(jobs)
    return window


def _first_run_ready(jobs: Jobs) -> MainWindow:
    window = _first_run_printers(jobs)
    press(Qt.Key.Key_F8)
    settle(jobs)
    press(Qt.Key.Key_F8)
    settle(jobs)
    return window


def every_page(jobs: Jobs) -> dict[Place, Page]:
    """All pages with the examples behind them."""
    items = tuple(item_row(at) for at in range(ITEMS_COUNT))
    settings = DeviceSettings(True, 38, "/dev/ttyACM0", "/dev/ttyUSB0", "a_and_d")
    return {
        Place.TODAY: TodayPage(FakeToday(), jobs),
        Place.SHIFT: ShiftPage(FakeShift(open_shift(), items=items), jobs),
        Place.PRINTERS: PrintersPage(FakePapers.busy(), FakePrinters(), jobs),
        Place.DEVICES: DevicesPage(FakeDevices(settings), jobs, lambda: 12.0),
    }


def _at(place: Place) -> Scene:
    return lambda jobs: desk(jobs, every_page(jobs), place)


def _printer_setup(jobs: Jobs) -> MainWindow:
    window = _at(Place.PRINTERS)(jobs)
    press(Qt.Key.Key_F3)
    settle(jobs)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("192.168.1.40")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _reprint(jobs: Jobs) -> MainWindow:
    pages = every_page(jobs)
    pages[Place.PRINTERS] = PrintersPage(
        FakePapers({at: paper_row(at) for at in range(1, 20)}), FakePrinters(), jobs
    )
    window = desk(jobs, pages, Place.PRINTERS)
    press(Qt.Key.Key_F8)
    settle(jobs)
    return window


SCENES: Mapping[str, Scene] = {
    "first-run": _first_run,
    "first-run-file": _first_run_file,
    "first-run-forged": _first_run_forged,
    "first-run-administrator": _first_run_administrator,
    "first-run-recovery": _first_run_recovery,
    "first-run-group": _first_run_group,
    "first-run-printers": _first_run_printers,
    "first-run-ready": _first_run_ready,
    "today": _at(Place.TODAY),
    "printers": _at(Place.PRINTERS),
    "printers-reprint": _reprint,
    "printers-setup": _printer_setup,
    "devices": _at(Place.DEVICES),
    "login": _login,
    "login-wrong": _login_wrong,
    "curtain": _curtain,
    "keys": _keys,
    "search": _search,
    "shift-new": _shift_new,
    "shift-open": _shift_open,
    "shift-close": _shift_close,
}


THEMES_OF_A_SCREEN = {"1366": ThemeName.LIGHT, "1920-150": ThemeName.DARK}
"""Each screen is audited in one theme, to save time; pictures for people are taken in both."""


def take(name: str, screen: str, folder: Path | None) -> list[str]:
    """What the audit finds in one scene; pictures in both themes where a folder is given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = []
    audited = THEMES_OF_A_SCREEN[screen]
    for theme in (audited,) if folder is None else (ThemeName.LIGHT, ThemeName.DARK):
        wear(app, THEMES[theme])
        jobs = Jobs()
        window = SCENES[name](jobs)
        if folder is not None:
            window.grab().save(str(folder / f"{name}-{theme.value}-{screen}.png"))
        if theme is audited:
            found += [f"{name}, {theme.value}, {screen}: {each}" for each in audit(window)]
        window.close()
        jobs.close()
        window.deleteLater()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    return found


def main(folder: Path | None, screen: str, only: str) -> int:
    """Take the pictures of all scenes, or of those whose names begin so; say what the audit finds."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    app = QApplication([])
    app.setCursorFlashTime(0)
    found = [each for name in SCENES if name.startswith(only) for each in take(name, screen, folder)]
    sys.stdout.write("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(
        main(
            Path(sys.argv[1]) if sys.argv[1] else None, sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""
        )
    )
