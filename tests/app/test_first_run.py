"""Making a desk: a set-up that was cut off is begun again, and a desk that lost a file is never taken for one and thrown away."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kt1desk.app.desk import reference_for
from kt1desk.app.entropy import system_entropy
from kt1desk.app.first_run import DeskMaker, Person, first_user, trial_plan
from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.killing import kill_everywhere

PASSWORD = "chim-se-nau-15"
MAKE = """
import sys
from pathlib import Path
from tests.app.test_first_run import lan, maker_of
from kt1desk.app.desk import reference_for
from kt1desk.app.first_run import trial_plan
maker_of(Path(sys.argv[1])).make(trial_plan(reference_for(trial=True)), (lan(),))
"""


def lan(password: str = PASSWORD) -> Person:
    return Person(first_user("lan", "Hoàng Thị Lan", None), password)


def keys_of(root: Path) -> KeyRing:
    return KeyRing(DataFolder(root), HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))


def maker_of(root: Path) -> DeskMaker:
    return DeskMaker(DataFolder(root), keys_of(root), HandClock(), system_entropy)


def make(root: Path) -> str:
    return maker_of(root).make(trial_plan(reference_for(trial=True)), (lan(),))


def _refusal(root: Path) -> str:
    with pytest.raises(DeskError) as refusal:
        make(root)
    return refusal.value.code


def test_the_recovery_code_and_the_password_open_the_same_desk(tmp_path: Path) -> None:
    code = make(tmp_path)

    assert keys_of(tmp_path).unlock_recovery(code) == keys_of(tmp_path).unlock("lan", PASSWORD)


def test_a_folder_with_a_desk_gets_no_second_one(tmp_path: Path) -> None:
    make(tmp_path)
    before = DataFolder(tmp_path).database.read_bytes()

    code = _refusal(tmp_path)

    assert code == "store.desk_exists"
    assert DataFolder(tmp_path).database.read_bytes() == before


def test_a_desk_that_lost_its_slot_file_is_never_thrown_away(tmp_path: Path) -> None:
    make(tmp_path)
    folder = DataFolder(tmp_path)
    folder.keys.unlink()
    before = (folder.database.read_bytes(), folder.marker.read_bytes())

    code = _refusal(tmp_path)

    assert code == "key.missing"
    assert (folder.database.read_bytes(), folder.marker.read_bytes()) == before


def test_what_would_be_refused_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    plan = trial_plan(reference_for(trial=True))

    with pytest.raises(DeskError) as refusal:
        maker_of(tmp_path).make(plan, (lan("ngan"),))

    assert refusal.value.code == "key.password_too_short"
    assert not DataFolder(tmp_path).database.exists()


def test_a_person_is_never_shown_by_a_mistake() -> None:
    assert "lan" not in repr(lan())
    assert PASSWORD not in repr(lan())


def test_slots_name_no_person_by_the_password(tmp_path: Path) -> None:
    make(tmp_path)

    stored = DataFolder(tmp_path).keys.read_text(encoding="utf-8")

    assert PASSWORD not in stored
    assert json.loads(stored)


@pytest.mark.skipif(os.name == "nt", reason="strace")
def test_a_set_up_killed_at_any_write_is_begun_again_or_was_whole(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir()
    outcomes = []

    for death in kill_everywhere(
        MAKE,
        [str(root)],
        [root / "store" / "unfinished", root / "store" / "keys.json"],
        ("openat", "unlink", "rename"),
    ):
        whole = DataFolder(root).keys.exists()
        if not whole:
            make(root)
        keys_of(root).unlock("lan", PASSWORD)
        outcomes.append((death.call, whole))
        for path in sorted(root.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()

    assert ("openat", False) in outcomes
    assert ("unlink", True) in outcomes
