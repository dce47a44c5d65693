"""What tests of pages share: the look of the program, jobs that end with the test, and a window that is really active."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear


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
