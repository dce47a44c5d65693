"""The clock is watched while a desk is open: a jump is told of once, a sleep, a slow beat and a slewing clock are none."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.clock import SystemClock
from kt1desk.app.clock_watch import BEAT_MS, ClockWatch, SleeplessClock
from kt1desk.app.desk import DeskOpener
from kt1desk.app.first_run import DeskMaker, Person
from kt1desk.desktop.jobs import Jobs
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.permissions import Role
from kt1desk.services.clock_jumps import JUMP_MS, ClockJumps
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.desks import counter
from tests.support.exchange_keys import seeded

HOUR_MS = 3_600_000
PASSWORD = "chim-se-nau-15"


@dataclass
class Watched:
    """A watch that only the test beats, and what it wrote."""

    watch: ClockWatch
    clock: HandClock
    jobs: Jobs
    told: list[int] = field(default_factory=list)

    def beats(self, count: int = 1) -> None:
        for _ in range(count):
            self.clock.pass_ms(BEAT_MS)
            self.watch.look()

    def ended(self) -> list[int]:
        """What was told once all jobs are done."""
        self.jobs.close()
        return self.told


@contextmanager
def watched(app: QApplication, clock: HandClock) -> Iterator[Watched]:
    jobs, told = Jobs(), list[int]()
    watch = ClockWatch(app, clock, jobs, told.append)
    watch.end()
    try:
        yield Watched(watch, clock, jobs, told)
    finally:
        if jobs.is_open:
            jobs.close()
        watch.deleteLater()


@pytest.fixture
def at(qapp: QApplication) -> Iterator[Watched]:
    with watched(qapp, HandClock()) as made:
        yield made


@pytest.mark.parametrize("by_ms", [JUMP_MS + 1, HOUR_MS, -JUMP_MS - 1, -HOUR_MS])
def test_a_jump_is_told_of_once_with_its_direction(at: Watched, by_ms: int) -> None:
    at.beats(3)

    at.clock.wall_ms += by_ms
    at.beats(3)

    assert at.ended() == [by_ms]


def test_turning_it_back_again_is_a_jump_of_its_own(at: Watched) -> None:
    at.clock.wall_ms += HOUR_MS
    at.beats()
    at.clock.wall_ms -= HOUR_MS
    at.beats()

    assert at.ended() == [HOUR_MS, -HOUR_MS]


def test_small_turns_add_up(at: Watched) -> None:
    for _ in range(3):
        at.clock.wall_ms -= JUMP_MS // 2
        at.beats()

    assert at.ended() == [-3 * (JUMP_MS // 2)]


def test_a_machine_that_sleeps_a_night_has_not_jumped(at: Watched) -> None:
    at.beats()
    at.clock.sleep_ms(12 * HOUR_MS)
    at.beats(2)

    assert at.ended() == []


def test_a_beat_that_comes_an_hour_late_is_no_jump(at: Watched) -> None:
    at.clock.pass_ms(HOUR_MS)
    at.beats()

    assert at.ended() == []


@pytest.mark.parametrize("per_beat_ms", [1, -1])
def test_a_clock_that_is_slewed_for_a_hundred_seconds_has_not_jumped(at: Watched, per_beat_ms: int) -> None:
    for _ in range(100):
        at.clock.wall_ms += 1_000 * per_beat_ms
        at.beats()

    assert at.ended() == []


class Stalls(HandClock):
    """The machine falls asleep between two readings, once."""

    sleeps_ms = 0

    def now(self) -> Moment:
        read = super().now()
        if self.sleeps_ms:
            self.sleep_ms(self.sleeps_ms)
            self.sleeps_ms = 0
        return read


def test_readings_with_a_sleep_between_them_say_nothing(qapp: QApplication) -> None:
    clock = Stalls()
    with watched(qapp, clock) as at:
        clock.sleeps_ms = HOUR_MS
        at.beats(2)

        assert at.ended() == []


def test_a_watch_that_began_in_a_stall_measures_from_its_first_beat(qapp: QApplication) -> None:
    clock = Stalls()
    clock.sleeps_ms = HOUR_MS
    with watched(qapp, clock) as at:
        at.beats()
        clock.wall_ms += HOUR_MS
        at.beats()

        assert at.ended() == [HOUR_MS]


def test_nothing_is_asked_of_a_program_that_is_closing(at: Watched) -> None:
    at.jobs.close()
    at.clock.wall_ms += HOUR_MS

    at.beats()

    assert at.told == []


def test_a_disk_that_refuses_leaves_a_line_in_the_log(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(_by_ms: int) -> None:
        raise DeskError("disk.full")

    clock, jobs = HandClock(), Jobs()
    watch = ClockWatch(qapp, clock, jobs, refuses)
    watch.end()
    clock.wall_ms += HOUR_MS
    with caplog.at_level(logging.WARNING):
        watch.look()
        jobs.close()

    assert caplog.messages == ["a jump of the clock could not be written: disk.full"]


def test_a_jump_at_an_open_desk_is_in_its_journal(qapp: QApplication, tmp_path: Path) -> None:
    with counter(tmp_path) as desk:
        jobs = Jobs()
        watch = ClockWatch(qapp, desk.clock, jobs, ClockJumps(desk.store, desk.clock).note)
        watch.end()

        desk.clock.wall_ms -= HOUR_MS
        watch.look()
        jobs.close()

        with desk.store.read() as reader:
            (event,) = reader.newest(Stream.COUNTER, frozenset({"clock.jumped"}))
    assert event.body() == {"back_ms": HOUR_MS}


def test_a_desk_that_is_opened_with_its_clock_turned_back_says_so_and_one_with_a_sane_clock_does_not(
    tmp_path: Path,
) -> None:
    clock, folder = HandClock(), DataFolder(tmp_path)
    keys = KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    chief = Person(NewUser("lan", "Hoàng Thị Lan", frozenset({Role.ADMINISTRATOR})), PASSWORD)
    DeskMaker(folder, keys, clock, seeded(1)).make(DeskPlan(0, "240000", "0.0.0", ()), (chief,))
    told: list[list[dict[str, Json]]] = []

    for turned_ms in (0, -HOUR_MS, 0):
        clock.pass_ms(60_000)
        clock.wall_ms += turned_ms
        opened = DeskOpener(folder, keys, clock, seeded(2)).open("lan", PASSWORD)
        with opened.store.read() as reader:
            events = reader.newest(Stream.COUNTER, frozenset({"clock.jumped"}))
            told.append([dict(event.body()) for event in events])
        opened.close()

    back = {"back_ms": HOUR_MS - 60_000}
    assert told == [[], [back], [back]]


def test_the_clock_of_the_machine_is_one_that_a_watch_takes() -> None:
    clock: SleeplessClock = SystemClock()

    first_ms, monotonic_ms, then_ms = clock.elapsed_ms(), clock.monotonic_ms(), clock.elapsed_ms()

    assert first_ms <= then_ms
    assert monotonic_ms <= then_ms
