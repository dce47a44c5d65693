"""Desks to measure on: one generated with as many items as are wanted, and one that is the same but empty.

A large desk takes long to make, so it is kept from one run to the next in the folder that ``KT1DESK_BENCH_DIR`` names (``make bench``
does), outside the repository. What is measured works on a copy: the kept desk stays as it was made.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kt1desk.app.clock import SystemClock
from kt1desk.app.entropy import system_entropy
from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.app.sample_command import make_sample
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.people import HEAD
from kt1desk.sampling.plan import REVISION
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing
from kt1desk.store.migrate import head

ITEMS = int(os.environ.get("KT1DESK_BENCH_ITEMS", "2000"))
READY = os.environ.get("KT1DESK_BENCH_DESK", "")
"""A desk that is there already is measured instead of a generated one."""
_LAST_DAY = date(2026, 11, 20)
_MOST_A_DAY = 3_400
_POINT = "240000"


@dataclass(frozen=True)
class Pair:
    """The same desk, full and empty."""

    full: Path
    empty: Path


def pair_of_desks(scratch: Path) -> Pair:
    """Both desks, to be written to at will."""
    kept = kept_folder(scratch)
    full, empty = scratch / "full", scratch / "empty"
    shutil.copytree(Path(READY) if READY else sample_desk(kept, ITEMS), full)
    shutil.copytree(sample_desk(kept, 0), empty)
    for desk in (full, empty):
        open_store(desk).close()  # a desk of an earlier schema is brought up before anything is measured
    return Pair(full, empty)


def open_store(desk: Path) -> DeskStore:
    """The store of a generated desk."""
    return DeskStore.open(DataFolder(desk), key_of(desk), SystemClock(), system_entropy)


def key_of(desk: Path) -> bytes:
    """The database key of a generated desk."""
    return KeyRing(DataFolder(desk), SystemClock()).unlock(HEAD, TRIAL_PASSWORD)


def kept_folder(scratch: Path) -> Path:
    """Where desks are kept from one run to the next; in ``scratch`` where nobody says where."""
    return Path(os.environ.get("KT1DESK_BENCH_DIR", scratch / "kept"))


def sample_desk(folder: Path, items: int) -> Path:
    """The kept desk of the bureau with so many items, made where it is not there; nobody writes to it."""
    days = max(1, -(-items // _MOST_A_DAY))
    made = folder / f"{items}-{REVISION}-{head()}"
    make_sample(made, SampleOrder(1, 1, _LAST_DAY, days, items), 1)
    return made / _POINT
