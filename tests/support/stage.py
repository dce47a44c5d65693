"""A stage for pages: windows with the examples of `desk_fakes` behind them, active, and everything that was asked for answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
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
_MANAGER_PATIENCE_MS = 3000
Scene = Callable[[Jobs], MainWindow]


def settle(jobs: Jobs) -> None:
    """Let everything that was asked for come back and be painted; a page asks for a price a little after the last key."""
    _drain(jobs)
    while _something_is_due():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _AFTER_LAST_KEY_MS)
        _drain(jobs)


def _something_is_due() -> bool:
    """Whether a page of a window that is shown will do something of itself in a moment."""
    timers = (timer for window in QApplication.topLevelWidgets() for timer in window.findChildren(QTimer))
    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= _AFTER_LAST_KEY_MS
        for timer in timers
    )


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
    _until_managed(window)
    settle(jobs)
    return window


def _until_managed(window: MainWindow) -> None:
    """Let the window manager answer: until it has, the window may be smaller than the screen and without the keyboard."""
    screen = window.screen().size()
    deadline = QDeadlineTimer(_MANAGER_PATIENCE_MS)
    while not (window.isActiveWindow() and window.size() == screen) and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
