"""When to try again: soon after writing, now and then in quiet, always after a failure and never all desks at once."""

from __future__ import annotations

import random

import pytest

from kt1desk.exchange.pacing import Pace, Pacing

PACE = Pace()


def _waits(failures: int, chance: float) -> list[int]:
    pacing, waits = Pacing(0), []
    for _ in range(failures):
        pacing = pacing.failed(0, lambda: chance)
        waits.append(pacing.wait_ms(0))
    return waits


@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999_999])
def test_failures_wait_from_two_seconds_to_five_minutes_and_never_stop(chance: float) -> None:
    waits = _waits(40, chance)

    assert waits == sorted(waits)
    assert min(waits) >= 2_000
    assert max(waits) <= 300_000
    assert waits[-1] >= 150_000


def test_two_desks_whose_line_broke_together_do_not_come_back_together() -> None:
    first, second = random.Random(1).random, random.Random(2).random

    waits = [Pacing(0, 5).failed(0, chance).wait_ms(0) for chance in (first, second)]

    assert waits[0] != waits[1]


def test_what_is_written_goes_soon_and_the_next_event_does_not_put_it_off() -> None:
    quiet = Pacing(60_000)

    once = quiet.written(1_000)
    again = once.written(1_400)

    assert once.wait_ms(1_000) == PACE.collecting
    assert again.due_ms == once.due_ms


def test_writing_does_not_hurry_a_line_that_fails() -> None:
    failing = Pacing(0).failed(0, lambda: 0.5)

    assert failing.written(10) == failing


def test_after_success_a_quiet_wait_and_the_failures_are_forgotten() -> None:
    pacing = Pacing(0, 9).went_well(0, lambda: 0.5)

    assert pacing.failures == 0
    assert 48_000 <= pacing.wait_ms(0) <= 72_000


def test_somebody_who_asks_gets_a_round_now_also_while_the_line_fails() -> None:
    failing = Pacing(0, 9).failed(0, lambda: 0.5)

    assert failing.hurried(5).wait_ms(5) == 0
