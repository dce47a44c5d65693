"""The frame on the smallest screen of a counter: nothing of the window lies outside of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.frame import Frame
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import StatusLine
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part
from tests.support.plain_desk import PlainPage


class Moves(QObject):
    """How often a window was shown, moved or stretched."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, _of: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}:
            self.seen.append(event.type())
        return False


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


def test_a_window_whose_monitor_is_gone_comes_back_whole_onto_one_that_is_there(
    frame: Frame, qtbot: QtBot
) -> None:
    """Only one screen can be had here: the window is put where the other one was, and Qt's own signal says that it is gone."""
    screen = frame.screen()
    with qtbot.waitExposed(frame):
        frame.setWindowFlag(
            Qt.WindowType.BypassWindowManagerHint
        )  # it would bring the window back before the frame could
        frame.setGeometry(3000, 200, 1200, 700)
        frame.show()
    assert not screen.geometry().intersects(frame.geometry())

    QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]  # there is an application

    qtbot.waitUntil(lambda: screen.availableGeometry().contains(frame.geometry()))
    assert frame.size().toTuple() == (1200, 700)


def test_a_window_larger_than_its_screen_has_become_is_made_to_fit(frame: Frame, qtbot: QtBot) -> None:
    screen = frame.screen()
    with qtbot.waitExposed(frame):
        frame.setWindowFlag(Qt.WindowType.BypassWindowManagerHint)
        frame.setGeometry(20, 30, 1920, 1080)
        frame.show()

    screen.geometryChanged.emit(screen.geometry())

    qtbot.waitUntil(lambda: screen.availableGeometry().contains(frame.geometry()))


def test_a_window_that_lies_whole_on_its_screen_is_left_alone(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitExposed(frame):
        frame.fill_screen()
    qtbot.waitUntil(lambda: frame.geometry() == frame.screen().geometry())
    watch = Moves()
    frame.installEventFilter(watch)

    frame.come_back()

    assert watch.seen == []
    assert frame.isFullScreen()
