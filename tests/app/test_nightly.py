"""When the check of all records runs, how much of the machine it takes, and that it ends with the program."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from kt1desk.app.nightly import DUE_MS, LATE_MS, QUIET_MS, SLICE_MS, Nightly, Pace, is_due
from kt1desk.services.record_check import CheckState, Finding, Step, Stopped
from tests.support.clocks import NOON_MS, HandClock

ENDED = CheckState(ended_ms=NOON_MS)
DUE = NOON_MS + DUE_MS


@pytest.mark.parametrize(
    ("state", "now_ms", "quiet_ms", "due"),
    [
        (ENDED, DUE, QUIET_MS, True),
        (ENDED, DUE, QUIET_MS - 1, False),
        (ENDED, DUE + LATE_MS, 0, True),
        (ENDED, DUE - 1, 10 * QUIET_MS, False),
        (ENDED, NOON_MS - 1, QUIET_MS, True),
        (CheckState(), NOON_MS, QUIET_MS, True),
        (CheckState(), NOON_MS, 0, False),
        (replace(ENDED, begun_ms=NOON_MS, done=(Step.LOG,)), NOON_MS + 1, QUIET_MS, True),
        (replace(ENDED, known=(Finding("record.log_damaged", "log", NOON_MS + 1),)), NOON_MS + 1, 0, True),
        (replace(ENDED, known=(Finding("record.page_damaged", "page 2", NOON_MS),)), NOON_MS + 1, QUIET_MS, False),
    ],
    ids=[
        "a day later, and quiet",
        "somebody works",
        "two hours late, though somebody works",
        "the same day",
        "the clock went back",
        "never yet, and quiet",
        "never yet, and somebody works",
        "one is under way",
        "the start noticed something",
        "found by the last one, and nothing new",
    ],
)  # fmt: skip
def test_a_check_runs_once_a_day_when_nobody_works_and_at_once_where_the_start_noticed_something(
    state: CheckState, now_ms: int, quiet_ms: int, *, due: bool
) -> None:
    opened_ms = min(now_ms, NOON_MS)

    assert is_due(state, now_ms, opened_ms, quiet_ms) is due


def test_a_desk_that_is_opened_late_waits_for_a_quiet_moment_all_the_same() -> None:
    a_week_later = DUE + 7 * 24 * 3_600_000

    assert not is_due(ENDED, a_week_later, a_week_later - LATE_MS + 1, 0)
    assert is_due(ENDED, a_week_later, a_week_later - LATE_MS, 0)


class Rests(Pace):
    """A pace whose rests are counted instead of waited for."""

    def __init__(self, clock: HandClock, quiet_ms: int) -> None:
        super().__init__(clock, lambda: quiet_ms)
        self.rests: list[float] = []

    def rest(self, seconds: float) -> bool:
        self.rests.append(seconds)
        return super().rest(0)


@pytest.mark.parametrize(("quiet_ms", "share"), [(QUIET_MS, 0.8), (0, 0.2)])
def test_while_somebody_works_it_takes_one_part_in_five_and_otherwise_four(
    quiet_ms: int, share: float
) -> None:
    clock = HandClock()
    pace = Rests(clock, quiet_ms)

    for _ in range(10 * SLICE_MS):
        clock.pass_ms(1)
        pace()

    worked_s = 10 * SLICE_MS / 1_000
    assert len(pace.rests) == 10
    assert worked_s / (worked_s + sum(pace.rests)) == pytest.approx(share)


def test_what_is_under_way_ends_at_the_next_breath_when_the_program_ends() -> None:
    pace = Pace(HandClock(), lambda: 0)

    pace.end()

    with pytest.raises(Stopped):
        pace()


class Steps:
    """A check of three steps that says what it found at the second."""

    def __init__(self) -> None:
        self.at = 0
        self.threads: set[str] = set()

    def state(self) -> CheckState:
        found = (Finding("record.projection_differs", "shift"),) if self.at > 1 else ()
        return CheckState(found=found, ended_ms=NOON_MS if self.at > 2 else 0)

    def step(self) -> bool:
        self.at += 1
        self.threads.add(threading.current_thread().name)
        return self.at < 3


def test_it_works_in_its_own_thread_until_it_is_closed_and_tells_of_what_was_found() -> None:
    clock, steps, told = HandClock(), Steps(), threading.Event()
    quiet = lambda: QUIET_MS  # noqa: E731
    nightly = Nightly(
        steps, Pace(clock, quiet), clock, quiet, (told.set, lambda fault: pytest.fail(str(fault)))
    )

    nightly.start()
    assert told.wait(10)
    assert nightly.close(10)

    assert steps.threads == {"nightly"}
    assert steps.at >= 2
