"""The board of the day reads again by itself, and nothing moves under the clerk's hands."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs import TodayView
from kt1desk.desktop.pages.today import AGAIN_MS
from kt1desk.desktop.widgets import WholeRowsTable
from tests.support.day_fakes import FakeToday
from tests.support.keys import part, press
from tests.support.today_page import CTRL, Opener, tile_at


def test_it_reads_again_when_something_happens_and_each_minute_but_only_where_somebody_looks(
    at_today: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeToday()
    page = at_today(needs)
    (timer,) = (each for each in page.findChildren(QTimer) if each.interval() == AGAIN_MS)
    before = needs.read

    page.read_again()
    qtbot.waitUntil(lambda: jobs.running == 0)
    timer.timeout.emit()
    qtbot.waitUntil(lambda: jobs.running == 0)
    seen = needs.read
    page.hide()
    page.read_again()
    timer.timeout.emit()

    assert timer.isActive()
    assert AGAIN_MS == 60_000
    assert (seen, needs.read) == (before + 2, before + 2)


def test_what_happens_while_it_reads_is_read_right_after_and_once(
    at_today: Opener, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs = FakeToday()
    page = at_today(needs)
    asked, go, usual = Event(), Event(), needs.today

    def slow() -> TodayView:
        asked.set()
        assert go.wait(5)
        return usual()

    before = needs.read
    monkeypatch.setattr(needs, "today", slow)
    page.read_again()
    assert asked.wait(5)
    for _ in range(3):
        page.read_again()
    monkeypatch.setattr(needs, "today", usual)
    go.set()
    qtbot.waitUntil(lambda: needs.read == before + 2 and jobs.running == 0)
    QApplication.processEvents()

    assert needs.read == before + 2


def test_a_new_figure_comes_without_the_keys_or_the_chosen_line_moving(
    at_today: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeToday()
    page = at_today(needs)
    table = part(page, WholeRowsTable, "items")
    table.selectRow(4)
    press(Qt.Key.Key_B, CTRL)
    tile = QApplication.focusWidget()
    chosen = needs.board.todo[4]
    assert needs.board.items is not None

    needs.change(todo=needs.board.todo[1:], items=replace(needs.board.items, waiting=13))
    page.read_again()
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert QApplication.focusWidget() is tile
    assert tile_at(page, "waiting")[0] == "20"
    assert table.currentIndex().row() == 3
    assert needs.board.todo[3].ref == chosen.ref
