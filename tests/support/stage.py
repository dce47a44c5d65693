"""A stage for pages: windows with the examples of `desk_fakes` behind them, active, and everything that was asked for answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from tests.support.desk_fakes import (
    SESSION,
    FakeWindow,
)

POINT = "Bưu cục Kỳ Lừa · 240000"
_AFTER_LAST_KEY_MS = 35
"""A little longer than pages wait before they ask for a price."""
Scene = Callable[[Jobs], MainWindow]


def settle(jobs: Jobs) -> None:
    """Let everything that was asked for come back and be painted; a page asks for a price a little after the last key."""
    _drain(jobs)
    loop = QEventLoop()
    QTimer.singleShot(_AFTER_LAST_KEY_MS, loop.quit)
    loop.exec()
    _drain(jobs)


def _drain(jobs: Jobs) -> None:
    QApplication.processEvents()
    while jobs.running:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QApplication.processEvents()


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
