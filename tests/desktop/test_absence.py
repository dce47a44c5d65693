"""An empty chair is noticed by a clock that is handed in; so is a machine that slept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.absence import BEAT_MS, SLEPT_MS, AbsenceWatch
from tests.support.clocks import HandClock
from tests.support.keys import press
from tests.support.plain_desk import Desk

FIVE_MINUTES_MS = 5 * 60_000


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def watch(desk: Desk, worn: QApplication, clock: HandClock) -> Iterator[AbsenceWatch]:
    """It covers the desk; only the test beats."""
    made = AbsenceWatch(worn, clock, FIVE_MINUTES_MS)
    made._beat.stop()
    made.away.connect(desk.window.curtain.cover)
    yield made
    made.end()
    made.deleteLater()


def _pass(watch: AbsenceWatch, clock: HandClock, ms: int) -> None:
    """Time goes by, beat by beat."""
    for _ in range(ms // BEAT_MS):
        clock.pass_ms(BEAT_MS)
        watch.look()


def test_nobody_at_the_desk_covers_it_within_the_time_and_a_beat(
    desk: Desk, watch: AbsenceWatch, clock: HandClock
) -> None:
    _pass(watch, clock, FIVE_MINUTES_MS - BEAT_MS)
    before = desk.window.curtain.is_covering()
    _pass(watch, clock, BEAT_MS)

    assert not before
    assert desk.window.curtain.is_covering()


def test_a_key_or_a_scanner_on_its_own_cable_says_that_somebody_is_there(
    desk: Desk, watch: AbsenceWatch, clock: HandClock
) -> None:
    _pass(watch, clock, FIVE_MINUTES_MS - BEAT_MS)
    press(Qt.Key.Key_A)
    _pass(watch, clock, FIVE_MINUTES_MS - BEAT_MS)
    watch.touched()
    _pass(watch, clock, FIVE_MINUTES_MS - BEAT_MS)

    assert not desk.window.curtain.is_covering()


def test_a_machine_that_slept_is_covered_with_the_first_beat_after_it(
    desk: Desk, watch: AbsenceWatch, clock: HandClock
) -> None:
    clock.wall_ms += SLEPT_MS  # the monotonic clock stands still in a sleep
    watch.look()
    before = desk.window.curtain.is_covering()
    clock.wall_ms += SLEPT_MS + BEAT_MS
    watch.look()

    assert not before
    assert desk.window.curtain.is_covering()


def test_a_wall_clock_that_is_set_back_keeps_no_desk_open(
    desk: Desk, watch: AbsenceWatch, clock: HandClock
) -> None:
    clock.wall_ms -= 3_600_000
    watch.look()
    before = desk.window.curtain.is_covering()
    _pass(watch, clock, FIVE_MINUTES_MS)

    assert not before
    assert desk.window.curtain.is_covering()


def test_once_it_has_ended_no_key_reaches_it_any_more(
    desk: Desk, watch: AbsenceWatch, clock: HandClock
) -> None:
    _pass(watch, clock, FIVE_MINUTES_MS - BEAT_MS)
    watch.end()
    press(Qt.Key.Key_A)
    _pass(watch, clock, BEAT_MS)

    assert desk.window.curtain.is_covering()


def test_it_beats_by_itself(worn: QApplication, clock: HandClock, qtbot: QtBot) -> None:
    watch = AbsenceWatch(worn, clock, FIVE_MINUTES_MS)
    clock.pass_ms(FIVE_MINUTES_MS)

    with qtbot.waitSignal(watch.away):
        pass
    watch.end()
    watch.deleteLater()


def test_a_machine_that_slept_says_that_it_is_awake_and_one_that_nobody_touches_does_not(
    watch: AbsenceWatch, clock: HandClock
) -> None:
    woken: list[None] = []
    watch.woke.connect(lambda: woken.append(None))

    _pass(watch, clock, FIVE_MINUTES_MS + BEAT_MS)
    untouched = len(woken)
    clock.pass_ms(SLEPT_MS + BEAT_MS)
    watch.look()

    assert (untouched, len(woken)) == (0, 1)
