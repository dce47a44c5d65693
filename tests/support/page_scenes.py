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
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.shift import ShiftPage
from tests.support.desk_fakes import (
    FINGERPRINT,
    ITEMS_COUNT,
    RECOVERY_CODE,
    SESSION,
    FakeFirstRun,
    FakeLogin,
    FakePrinters,
    FakeShift,
    FakeWindow,
    item_row,
    open_shift,
)
from tests.support.keys import part, press, type_text

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
    window = gate(jobs, FirstRunPage(FakeFirstRun(), FakePrinters(), jobs))
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


SCENES: Mapping[str, Scene] = {
    "first-run": _first_run,
    "first-run-file": _first_run_file,
    "first-run-forged": _first_run_forged,
    "first-run-administrator": _first_run_administrator,
    "first-run-recovery": _first_run_recovery,
    "first-run-group": _first_run_group,
    "first-run-printers": _first_run_printers,
    "first-run-ready": _first_run_ready,
    "login": _login,
    "login-wrong": _login_wrong,
    "curtain": _curtain,
    "keys": _keys,
    "search": _search,
    "shift-new": _shift_new,
    "shift-open": _shift_open,
    "shift-close": _shift_close,
}


def main(folder: Path, screen: str, only: str) -> None:
    """Take the pictures."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    app = QApplication([])
    app.setCursorFlashTime(0)
    for theme in (ThemeName.LIGHT, ThemeName.DARK):
        wear(app, THEMES[theme])
        for name, scene in SCENES.items():
            if not name.startswith(only):
                continue
            jobs = Jobs()
            window = scene(jobs)
            window.grab().save(str(folder / f"{name}-{theme.value}-{screen}.png"))
            window.close()
            jobs.close()
            window.deleteLater()
            settle_after()


def settle_after() -> None:
    """Let the window go before the next one comes."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")
