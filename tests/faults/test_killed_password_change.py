"""A password change killed at any of its steps leaves a desk that opens: with the old password or with the new one, never with none."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.killing import CALLS, STRACE, Death, kill_everywhere

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)
DEK = bytes(range(32))
OLD, NEW = "mật khẩu cũ rồi", "mật khẩu mới rồi"
STEPS = ("write", "fsync", "rename")
"""The calls that change something on the disk; a round of the long tests takes them all."""

CHANGE = f"""
import sys
from pathlib import Path
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import Cost
from kt1desk.store.keys import KeyRing, new_recovery_code
from tests.support.clocks import HandClock
ring = KeyRing(DataFolder(Path(sys.argv[1])), HandClock(), Cost(memory_kib={LEAST_MEMORY_KIB}))
dek = bytes.fromhex("{DEK.hex()}")
if sys.argv[2] == "change":
    ring.write_slot("an", "{NEW}", dek)
elif sys.argv[2] == "recovery":
    ring.write_recovery(dek, new_recovery_code())
else:
    ring.create(7, dek, {{"an": "{OLD}"}})
"""


def _fresh(folder: DataFolder) -> KeyRing:
    shutil.rmtree(folder.root, ignore_errors=True)
    folder.prepare()
    return KeyRing(folder, HandClock(), CHEAP)


def _opens(ring: KeyRing, password: str) -> bool:
    try:
        return ring.unlock("an", password) == DEK
    except DeskError as error:
        if error.code != "login.wrong_password":
            raise
        return False


def _watched(folder: DataFolder) -> list[Path]:
    store = folder.keys.parent
    return [store, folder.keys, store / "keys.json.new"]


@pytest.mark.parametrize(
    "calls", [STEPS, pytest.param(CALLS, marks=pytest.mark.soak)], ids=["that change the disk", "of any kind"]
)
def test_a_password_change_killed_at_every_call_leaves_the_old_or_the_new_password(
    calls: Sequence[str], tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "data")
    ring = _fresh(folder)
    ring.create(7, DEK, {"an": OLD})
    before = folder.keys.read_bytes()
    changed: dict[Death, bool] = {}

    for death in kill_everywhere(CHANGE, [str(folder.root), "change"], _watched(folder), calls):
        changed[death] = ring.versions()["an"] == 2
        assert _opens(ring, NEW if changed[death] else OLD), death
        folder.keys.write_bytes(before)

    killed_after_the_rename = {death for death, new in changed.items() if new and death.number}
    assert not changed[Death("rename", 1)]
    assert (
        Death("fsync", 2) in killed_after_the_rename
    )  # the folder's: the name is there already, if not yet for good
    assert not changed[Death("fsync", 1)]
    assert all(new for death, new in changed.items() if not death.number)


def test_a_new_recovery_code_killed_at_every_call_leaves_the_old_one_or_has_taken_its_place(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "data")
    ring = _fresh(folder)
    code = ring.create(7, DEK, {"an": OLD})
    before = folder.keys.read_bytes()
    versions: dict[Death, int] = {}

    for death in kill_everywhere(CHANGE, [str(folder.root), "recovery"], _watched(folder), STEPS):
        versions[death] = ring.versions()["recovery"]
        assert versions[death] == 2 or ring.unlock_recovery(code) == DEK, death
        assert ring.versions()["an"] == 1
        folder.keys.write_bytes(before)

    assert set(versions.values()) == {1, 2}
    assert _opens(ring, OLD)


def test_a_set_up_killed_at_every_call_leaves_no_slot_file_or_a_whole_one(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    ring = _fresh(folder)
    whole: dict[Death, bool] = {}

    for death in kill_everywhere(CHANGE, [str(folder.root), "create"], _watched(folder), STEPS):
        whole[death] = folder.keys.exists()
        assert not whole[death] or (ring.users() == ["an"] and _opens(ring, OLD)), death
        _fresh(folder)

    assert set(whole.values()) == {False, True}
    assert all(whole[death] for death in whole if not death.number)
