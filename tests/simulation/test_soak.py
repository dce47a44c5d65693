"""The long run of the simulation: the whole province, as many seeds as fit into an hour, each seed once in the life of its ledger."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.simulation.hunting import WITHIN, hunt
from tests.simulation.ledger import Entry, Ledger
from tests.simulation.oracle import violations
from tests.simulation.planted import MUTANTS, Mutant
from tests.simulation.run import Plan, Run

LANES = 2
DESKS, HOURS = 53, 8.0
ON_DISK = 20
"""One seed in so many lies in real encrypted files."""


def _seconds() -> float:
    return float(os.environ.get("KT1DESK_SOAK_MINUTES", "60")) * 60


def _folder(tmp_path: Path) -> Path:
    kept = os.environ.get("KT1DESK_SOAK_DIR", "")
    return Path(kept) if kept else tmp_path / "ledger"


def _lived(seed: int, tmp_path: Path) -> Entry:
    begun = time.process_time()
    on_disk = seed // LANES % ON_DISK == ON_DISK - 1
    run = Run(seed, Plan(DESKS, HOURS, tmp_path / f"seed-{seed}" if on_disk else None))
    run.go()
    found = tuple(violations(run))
    run.close()
    events = len(run.centre.core.rows.events)
    spent = round(time.process_time() - begun, 1)
    return Entry(seed, DESKS, HOURS, on_disk, run.world.trace, events, spent, found)


@pytest.mark.soak
@pytest.mark.parametrize("lane", range(LANES))
def test_the_whole_province_for_an_hour_loses_and_doubles_nothing(lane: int, tmp_path: Path) -> None:
    ledger = Ledger(_folder(tmp_path), lane, LANES)
    until, bad = time.monotonic() + _seconds(), list[Entry]()

    while time.monotonic() < until:
        entry = _lived(ledger.next_seed(), tmp_path)
        ledger.add(entry)
        if entry.violations:
            bad.append(entry)

    assert [f"seed {entry.seed}: {entry.violations[0]}" for entry in bad] == []


@pytest.mark.soak
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.plant.__name__)
def test_each_planted_bug_is_found_within_sixty_seeds(mutant: Mutant) -> None:
    assert hunt(mutant, range(WITHIN)) is not None, mutant.name
