"""Looking for a planted bug: seed after seed until the oracle sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.simulation.oracle import violations
from tests.simulation.planted import Mutant
from tests.simulation.run import Plan, Run

SMALL = Plan(desks=3, hours=3)
WITHIN = 60


@dataclass(frozen=True)
class Catch:
    """The seed that found a bug, and what was seen first."""

    seed: int
    seen: str


def hunt(mutant: Mutant, seeds: Iterable[int]) -> Catch | None:
    """The first of these seeds that finds a bug; None where none does.

    Raises:
        TypeError: where the bug no longer fits the code it is planted in, which is no catch.
    """
    for seed in seeds:
        run = Run(seed, SMALL)
        with mutant.plant(run):
            try:
                run.go()
            except TypeError:
                raise
            except Exception as error:  # noqa: BLE001 - code with a bug in it may end in any way
                return Catch(seed, f"{type(error).__name__}: {error}")
            found = violations(run)
        if found:
            return Catch(seed, found[0])
    return None
