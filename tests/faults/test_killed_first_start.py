"""The first start after an upgrade, killed at any step of copying and migrating: the next one finds the data whole and goes on."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from kt1desk.store import migrate
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.verify import verify
from tests.support.journals import DEK, first_release, reopen
from tests.support.killing import STRACE, Death, kill_everywhere

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

START = f"""
import sys
from pathlib import Path
from kt1desk.store import migrate
migrate.upgrade(Path(sys.argv[1]), bytes.fromhex("{DEK.hex()}"))
"""
EVENTS = 80
STEPS = ("fsync",)
"""What puts a step behind another; a round of the long tests takes all that changes the disk, too."""
ALL_STEPS = ("openat", "pwrite64", "ftruncate", "close", "rename", "unlink", *STEPS)


def _revision(database: Path) -> str:
    raw = open_raw(database, DEK)
    try:
        (found,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        (events,) = raw.execute("SELECT count(*) FROM event").fetchone()
    finally:
        raw.close()
    assert events == EVENTS
    return str(found)


@pytest.mark.parametrize(
    "calls",
    [STEPS, pytest.param(ALL_STEPS, marks=pytest.mark.soak)],
    ids=["steps", "all that changes the disk"],
)
def test_killed_at_any_step_the_data_are_of_before_or_of_now_and_the_next_start_goes_on(
    calls: Sequence[str], tmp_path: Path
) -> None:
    kept = first_release(tmp_path / "kept")
    folder = tmp_path / "desk"
    shutil.copytree(kept, folder)
    database = DataFolder(folder).database
    names = (database.name, f"{database.name}-wal", f"{database.name}-journal")
    copy = database.with_name(f"before-{migrate.head()}.db")
    watched = [database.parent, *(database.with_name(name) for name in names), copy, Path(f"{copy}.new")]
    before = _revision(database)
    left: dict[Death, str] = {}

    for death in kill_everywhere(START, [str(database)], watched, calls):
        left[death] = _revision(database)
        assert left[death] in {before, migrate.head()}, death
        store = reopen(folder)
        report = verify(store)
        store.close()
        assert (report.ok, report.events) == (True, EVENTS), death
        assert _revision(copy) == before, death
        assert [each.name for each in database.parent.glob("*.new")] == [], death
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    assert set(left.values()) == {before, migrate.head()}
    assert all(found == migrate.head() for death, found in left.items() if not death.number)
