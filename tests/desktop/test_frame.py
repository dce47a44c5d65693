"""The frame on the smallest screen of a counter: nothing of the window lies outside of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kt1desk.desktop.frame import Frame
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import StatusLine
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part
from tests.support.plain_desk import PlainPage


@pytest.fixture
def frame(jobs: Jobs, qtbot: QtBot) -> Iterator[Frame]:
    """A furnished window in its frame, as the program shows it."""
    window = MainWindow(jobs)
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.TODAY: PlainPage("TODAY")})
    made = Frame()
    made.hold(window)
    qtbot.addWidget(made)
    yield made
    made.close()


def test_on_a_screen_of_1366_by_768_the_status_line_is_wholly_on_it(frame: Frame, qtbot: QtBot) -> None:
    screen = frame.screen().geometry()

    with qtbot.waitExposed(frame):
        frame.fill_screen()
    qtbot.waitUntil(lambda: frame.geometry() == screen)

    status = part(frame, StatusLine, "status")
    top_left = status.mapToGlobal(QPoint(0, 0))
    bottom_right = status.mapToGlobal(status.rect().bottomRight())
    assert (screen.width(), screen.height()) == (1366, 768)
    assert status.isVisible()
    assert screen.contains(top_left)
    assert screen.contains(bottom_right)
    assert screen.contains(frame.frameGeometry())
