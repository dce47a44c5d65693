"""A work that takes long, at the real window: seen after a moment, where it is worked; ended by Esc; gone with its end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import BusyLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.course import STOPPED, Course, closing, step
from tests.support.keys import part, press
from tests.support.plain_desk import Desk

PARTS = 1_000_000


class Work:
    """Goes through its parts until it is stopped, or told that it has come to its end."""

    def __init__(self) -> None:
        self.begun, self.end = threading.Event(), threading.Event()
        self.outcome: list[str] = []

    def __call__(self) -> str:
        self.begun.set()
        done = 0
        while not self.end.wait(0.005):
            done += 1
            step(done, PARTS)
        return "done"

    def run(self, jobs: Jobs) -> None:
        jobs.run_long(
            "Đang làm việc lớn", self, (self.outcome.append, lambda error: self.outcome.append(error.code))
        )


@pytest.fixture
def line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> BusyLine:
    monkeypatch.setattr("kt1desk.desktop.widgets.busy_line.PATIENCE_MS", 50)
    return part(desk.window, BusyLine, "busy_line")


def test_esc_ends_what_is_seen_to_take_long_and_the_page_stays_where_it_was(
    desk: Desk, line: BusyLine, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2)
    page, work = desk.pages[Place.ACCEPT], Work()

    work.run(desk.jobs)
    qtbot.waitUntil(line.isVisible)
    title, bar = part(line, QLabel, "busy_title").text(), line.findChild(QProgressBar)
    assert bar is not None
    far = (bar.value(), bar.maximum())
    press(Qt.Key.Key_Escape)
    if part(line, QLabel, "busy_title").text() != "Đang dừng…":
        work.end.set()  # it goes on: the test fails below, and does not wait for ever
    qtbot.waitUntil(lambda: bool(work.outcome))

    assert work.outcome == [STOPPED]
    assert title.startswith("Đang làm việc lớn… ")
    assert (far[0] > 0, far[1]) == (True, PARTS)
    assert not line.isVisible()
    assert desk.window.page() is page
    assert page.notes.steps == 0


def test_what_ends_at_once_is_not_shown_and_esc_is_the_pages(
    desk: Desk, line: BusyLine, qtbot: QtBot
) -> None:
    work = Work()
    work.end.set()
    press(Qt.Key.Key_F2)
    page = desk.pages[Place.ACCEPT]

    work.run(desk.jobs)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: work.outcome == ["done"])

    assert page.notes.steps == -1
    assert not line.isVisible()


def test_what_is_written_as_one_says_that_it_cannot_be_ended(qtbot: QtBot, worn: object) -> None:
    now = [0.0]
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(800, 400)
    below.show()
    line, course = BusyLine(below, lambda: now[0]), Course("Đang ghi")
    line.show_works([course])

    line.tell()
    early = line.isVisible()
    now[0] = 3.2
    course.close()
    line.tell()

    assert (early, line.isVisible()) == (False, True)
    assert part(line, QLabel, "busy_title").text() == "Đang ghi… 3 giây"
    assert not line.stop()
    assert any("không dừng được nữa" in label.text() for label in line.findChildren(QLabel))


def test_an_older_question_that_may_take_long_is_dropped_with_its_line(desk: Desk, qtbot: QtBot) -> None:
    heard: list[str] = []
    first, newest = Work(), Newest(desk.jobs, long="Đang đọc")

    def ends() -> str:
        closing()
        return "second"

    newest.run(first, heard.append, _unexpected)
    newest.run(ends, heard.append, _unexpected)
    for course in desk.jobs.long[:1]:
        course.stop()
    qtbot.waitUntil(lambda: heard == ["second"])

    assert desk.jobs.long == ()


def test_what_nobody_waits_for_any_more_is_ended_and_keeps_no_lane(desk: Desk, qtbot: QtBot) -> None:
    heard: list[str] = []
    first, newest = Work(), Newest(desk.jobs, long="Đang đọc")
    newest.run(first, heard.append, _unexpected)
    qtbot.waitUntil(first.begun.is_set)

    newest.forget()
    if not all(course.is_stopping for course in desk.jobs.long):
        first.end.set()  # it goes on: the test fails below, and does not wait for ever
    qtbot.waitUntil(lambda: desk.jobs.long == ())

    assert heard == []
    assert not first.end.is_set()


def _unexpected(error: DeskError) -> None:
    raise AssertionError(error.code)
