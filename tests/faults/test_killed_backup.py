"""A backup killed at any of its steps leaves the one before it, whole; the next one clears away what was left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kt1desk.store.backup_file import DATABASE, KEYS, MANIFEST, backups_in, prove
from kt1desk.store.folder import DataFolder
from tests.support.backups import backed_up, desk_with_slots
from tests.support.journals import DEK, reopen
from tests.support.killing import STRACE, kill_everywhere

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

STEPS = ("rename", "mkdir")
"""Between two of them everything is written under a name that no restore looks at; a round of the long tests takes the writes too."""
ALL_STEPS = ("rename", "mkdir", "fsync", "fdatasync", "pwrite64", "write", "unlink")

BACK_UP = """
import sys
from pathlib import Path
from tests.support.backups import backed_up
from tests.support.journals import reopen
root, place = Path(sys.argv[1]), Path(sys.argv[2])
backed_up(reopen(root), root, place)
"""


def _watched(place: Path) -> list[Path]:
    """Everything that the second backup touches in the place."""
    final = place / "kt1desk-0-20261123-150001"
    half = final.with_name(f"{final.name}.new")
    files = (DATABASE, f"{DATABASE}.new", f"{DATABASE}.new-journal", f"{KEYS}.new", f"{MANIFEST}.new")
    return [place, final, half, *(half / name for name in files)]


@pytest.mark.parametrize(
    "calls", [STEPS, pytest.param(ALL_STEPS, marks=pytest.mark.soak)], ids=["that give names", "that write"]
)
def test_a_backup_killed_at_every_call_leaves_the_last_good_one(
    calls: tuple[str, ...], tmp_path: Path
) -> None:
    root, place = tmp_path / "data", tmp_path / "disk"
    store, _ = desk_with_slots(root)
    first = backed_up(store, root, place)
    store.close()
    left = set[int]()

    for death in kill_everywhere(BACK_UP, [str(root), str(place)], _watched(place), calls):
        found = backups_in(place)
        left.add(len(found))
        assert found[-1].folder == first.folder, death
        for each in found:
            assert each.backup is not None, death
            prove(each.backup, DEK)
        if len(found) > 1:
            shutil.rmtree(found[0].folder)

    assert left == {1, 2}
    again = reopen(root)
    backed_up(again, root, place)
    again.close()
    assert not [each.name for each in place.iterdir() if each.suffix]
    assert DataFolder(root).keys.exists()
