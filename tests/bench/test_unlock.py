"""A slot opened by its password, at the least cost and at that of a new desk, each beside the bare hash of the same run."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw

from kt1desk.app.clock import SystemClock
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.bench.figures import clocked, in_turns, line

ROUNDS, USERS = 20, 3
PASSWORD = "suối đông trăng 15"
COSTS = {
    "t=3, m=64 MiB (the least)": Cost(memory_kib=LEAST_MEMORY_KIB),
    "t=3, m=128 MiB (a new desk)": Cost(),
}


def _ring(folder: Path, cost: Cost) -> KeyRing:
    """Slots of a few users; only the one that is opened costs anything."""
    data = DataFolder(folder)
    data.prepare()
    ring = KeyRing(data, SystemClock(), cost)
    ring.create(7, bytes(32), {f"user{at}": PASSWORD for at in range(USERS)})
    return ring


def _hashed(cost: Cost) -> bytes:
    return hash_secret_raw(
        PASSWORD.encode(), secrets.token_bytes(16), cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID
    )


@pytest.mark.bench
def test_measure_opening_a_slot_against_its_bare_hash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []

    for at, (name, cost) in enumerate(COSTS.items()):
        ring = _ring(tmp_path / str(at), cost)
        ours, floor = in_turns(
            partial(clocked, partial(ring.unlock, f"user{USERS - 1}", PASSWORD)),
            partial(clocked, partial(_hashed, cost)),
            ROUNDS,
            warm_up=2,
        )
        told.append(line(f"  {name}", ours, floor, "p95 1000 ms"))

    with capsys.disabled():
        print(f"\na slot of {USERS} opened by its password; floor: Argon2id alone, as costly")
        print("\n".join(told))
    assert len(told) == len(COSTS)
