"""What tests of pages share: the look of the program, jobs that end with the test, and a window that is really active."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.plain_desk import Desk, PlainPage


@pytest.fixture
def worn(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    wear(qapp, LIGHT)
    return qapp


@pytest.fixture
def jobs(worn: QApplication) -> Iterator[Jobs]:
    """Jobs whose threads have ended when the test has."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def activate(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a window and wait until it has the keyboard."""

    def show(window: QWidget) -> None:
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


@pytest.fixture
def desk(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Desk:
    """A furnished window with three plain pages."""
    window, needs = MainWindow(jobs), FakeWindow()
    pages = {place: PlainPage(place.name) for place in (Place.TODAY, Place.ACCEPT, Place.PRINTERS)}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", needs, pages)
    activate(window)
    made = Desk(window, needs, pages, jobs, qtbot)
    made.wait()
    return made
