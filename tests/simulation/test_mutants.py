"""The simulation can fail: each planted bug is seen by the oracle, and what it sees is the bug and nothing else."""

from __future__ import annotations

import pytest

from tests.simulation.hunting import SMALL, WITHIN, hunt
from tests.simulation.oracle import violations
from tests.simulation.planted import MUTANTS, Mutant
from tests.simulation.run import Run

IN_TURNS = [
    pytest.param(mutant, marks=pytest.mark.soak if at % 2 else (), id=mutant.plant.__name__)
    for at, mutant in enumerate(MUTANTS)
]
"""Every second bug is hunted in each check, the others in the soak: a hunt is a second of work, and there are forty."""


@pytest.mark.parametrize("mutant", IN_TURNS)
def test_a_planted_bug_is_found(mutant: Mutant) -> None:
    seeds = (mutant.seed, *range(WITHIN))

    found = hunt(mutant, seeds)

    assert found is not None, mutant.name


SEEDS_OF_EACH_CHECK = {mutant.seed for mutant in MUTANTS[::2]}


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(seed, marks=() if seed in SEEDS_OF_EACH_CHECK else pytest.mark.soak)
        for seed in sorted({mutant.seed for mutant in MUTANTS})
    ],
)
def test_the_same_seed_without_a_bug_is_clean(seed: int) -> None:
    run = Run(seed, SMALL)

    run.go()

    assert violations(run) == []
