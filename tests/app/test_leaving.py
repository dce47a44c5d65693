"""The end of a session: one limit for all that is waited for, told on the screen, and the recorder has the last word of the journal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.leaving import LeavingTime
from kt1desk.app.nightly import QUIET_MS, Nightly, Pace
from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.widgets import StatusLine
from kt1desk.services.backup_places import NAME
from kt1desk.services.record_check import CheckState
from kt1desk.store.flight_shelf import events_after
from kt1desk.store.settings import Settings
from tests.support.clocks import HandClock
from tests.support.story import options_at, running


class Seconds:
    """A clock that goes on by what somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s

    def never(self, patience_s: float) -> bool:
        self.now_s += patience_s
        return False


def test_everything_together_is_waited_for_no_longer_than_the_limit_and_each_is_told() -> None:
    seconds, told = Seconds(), list[str]()
    leaving = LeavingTime(told.append, 8.0, seconds)

    ended = [leaving.wait_for(what, seconds.never) for what in ("một việc", "việc khác", "việc thứ ba")]

    assert ended == [False] * 3
    assert seconds.now_s == 8.0
    assert told[0] == "Đang kết thúc phiên: chờ một việc."


def test_what_ends_at_once_is_not_told() -> None:
    told = list[str]()

    assert LeavingTime(told.append).wait_for("một việc", lambda _: True)
    assert told == []


def test_a_new_key_is_told_in_the_status_line_before_it_is_made(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[str]()
    with running(qapp, options_at(tmp_path, trial=True), sample=True) as desk:
        desk.log_in("ha.hoang", TRIAL_PASSWORD)
        opened = desk.program._login.opened
        assert opened is not None
        assert opened.ending is not None
        opened.ending.wanted = True
        monkeypatch.setattr(desk.program._main_window(), "tell_waiting", told.append)

    assert opened.ending.made
    assert told[-1] == "Đang kết thúc phiên: đổi khóa cơ sở dữ liệu, khoảng 2 giây."


class Endless:
    """A step that does not end until the test lets it."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()

    def state(self) -> CheckState:
        return CheckState()

    def step(self) -> bool:
        self.begun.set()
        self.let_go.wait(60)
        return False


def test_a_step_of_the_check_that_does_not_end_holds_up_nobody_who_leaves() -> None:
    clock, steps = HandClock(), Endless()
    quiet = lambda: QUIET_MS  # noqa: E731
    nightly = Nightly(steps, Pace(clock, quiet), clock, quiet, (lambda: None, lambda _: None))
    nightly.start()
    assert steps.begun.wait(20)

    cut_off = nightly.close(0)
    steps.let_go.set()

    assert not cut_off
    assert nightly.close(20)


def test_a_job_that_does_not_come_back_is_left_alone(qapp: QApplication) -> None:
    jobs, let_go, done = Jobs(), threading.Event(), list[str]()
    jobs.run(lambda: "written", done.append, lambda _: None)
    jobs.run(lambda: str(let_go.wait(60)), done.append, lambda _: None)

    in_time = jobs.finish(0.5)
    jobs.abandon()
    let_go.set()

    assert (in_time, jobs.is_open) == (False, False)
    assert done[:1] == ["written"]


def test_the_end_of_the_session_stands_in_the_flight_recorder_and_what_is_waited_for_in_the_status_line(
    qapp: QApplication, tmp_path: Path
) -> None:
    options, stick = options_at(tmp_path, trial=True), tmp_path / "stick"
    stick.mkdir()
    with running(qapp, options, sample=True) as desk:
        desk.log_in("ha.hoang", TRIAL_PASSWORD)
        opened = desk.program._login.opened
        assert opened is not None
        Settings(opened.store).put(NAME, {"flight": str(stick)})
        desk.program._main_window().tell_waiting("Đang lập lại bảng số liệu.")
        told = desk.part(StatusLine, "status").texts()["waiting"]
        desk.program._main_window().refresh_status()
        desk.idle()
        after = desk.part(StatusLine, "status").texts()
        dek, device = opened.store.lend_key(), opened.session.desk.device

    found = [event for chain in events_after(stick, device, dek, {}).chains.values() for event in chain]
    assert "session.closed" in {event.envelope.type for event in found}
    assert told == "Đang lập lại bảng số liệu."
    assert "waiting" not in after
