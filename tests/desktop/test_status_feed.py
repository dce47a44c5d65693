"""The status line hears of every change at once, also of one that comes while it is reading."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs import DeskStatus, PrinterState, Tone
from kt1desk.desktop.status_feed import StatusFeed
from kt1desk.desktop.widgets import StatusLine
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import FakeWindow

_OUT = (PrinterState("Máy in nhãn: hết giấy", Tone.BAD),)


class _SlowDesk:
    """Says what was true when it was asked, once it is let go; `fails` makes the first answer a refusal."""

    def __init__(self, *, fails: bool = False) -> None:
        self.shown = replace(FakeWindow().shown, printers=(PrinterState("Máy in nhãn: sẵn sàng"),))
        self.asked, self.let_go = Event(), Event()
        self.readings = 0
        self._fails = fails

    def status(self) -> DeskStatus:
        seen = self.shown
        self.readings += 1
        self.asked.set()
        self.let_go.wait(5)
        if self._fails and self.readings == 1:
            raise DeskError("disk.full")
        return seen


def _change_while_it_reads(desk: _SlowDesk, jobs: Jobs, qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    feed = StatusFeed(line, jobs, lambda _: None)
    feed.start(desk, "Hoàng Thị Lan")
    assert desk.asked.wait(5)
    desk.shown = replace(desk.shown, printers=_OUT)
    feed.refresh()
    desk.let_go.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
    feed.stop()
    return line


def test_a_change_during_a_reading_is_read_right_after_it(jobs: Jobs, qtbot: QtBot) -> None:
    desk = _SlowDesk()

    line = _change_while_it_reads(desk, jobs, qtbot)

    assert line.texts()["printer-0"] == "Máy in nhãn: hết giấy"
    assert desk.readings == 2


def test_a_reading_that_fails_hides_no_change(jobs: Jobs, qtbot: QtBot) -> None:
    desk = _SlowDesk(fails=True)

    line = _change_while_it_reads(desk, jobs, qtbot)

    assert line.texts()["printer-0"] == "Máy in nhãn: hết giấy"


def test_without_a_change_one_reading_is_enough(jobs: Jobs, qtbot: QtBot) -> None:
    desk = _SlowDesk()
    desk.let_go.set()
    line = StatusLine()
    qtbot.addWidget(line)
    feed = StatusFeed(line, jobs, lambda _: None)

    feed.start(desk, "Hoàng Thị Lan")
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert desk.readings == 1
