"""Seeds of the simulation: whatever goes wrong while people work, in the end everything is where it must be, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.oracle import violations
from tests.simulation.run import Plan, Run

SEEDS = 20
ON_DISK = 20
"""One seed in so many lies in real encrypted files."""
DESKS, HOURS = 8, 2.5


@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_a_day_of_faults_nothing_is_lost_doubled_or_in_two_hands(seed: int, tmp_path: Path) -> None:
    folder = tmp_path if seed % ON_DISK == ON_DISK - 1 else None
    run = Run(seed, Plan(DESKS, HOURS, folder))

    run.go()

    assert violations(run) == [], "\n".join(run.world.lines)


def test_the_same_seed_is_the_same_run() -> None:
    first, again, other = (Run(seed, Plan(3, 2)) for seed in (7, 7, 8))

    for run in (first, again, other):
        run.go()

    assert first.world.trace == again.world.trace
    assert first.world.trace != other.world.trace
