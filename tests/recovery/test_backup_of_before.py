"""A backup whose slots are of the first format opens with what it carries, and the desk laid out from it goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.first_run import trial_plan
from kt1desk.app.restore_from_backup import Beside, Proof, restore_from
from kt1desk.store.backup_file import Original, write_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.keys import KeyRing, new_recovery_code
from tests.support.backups import AT, PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import counter, sample_reference
from tests.support.furnished import DEK
from tests.support.old_slots import old_slots

NEW_PASSWORD = "suong-mu-dinh-mau-son"


@pytest.mark.parametrize("by_code", [True, False], ids=["by the code", "by a password"])
def test_a_backup_with_slots_of_before_is_restored_by_what_it_carries(by_code: bool, tmp_path: Path) -> None:
    machine, code = DataFolder(tmp_path / "machine"), new_recovery_code()
    machine.prepare()
    (tmp_path / "disk").mkdir()
    with counter(tmp_path, trial_plan(sample_reference())) as desk:
        old_slots(desk.folder, 0, DEK, {"chief": PASSWORD, "clerk": PASSWORD}, code)
        backup = write_backup(Original(desk.store, desk.folder, "240000", "0.1.0"), tmp_path / "disk", AT)
        machine.device_secret.write_bytes(desk.folder.device_secret.read_bytes())
    proof = Proof("chief", code=code, new_password=NEW_PASSWORD) if by_code else Proof("chief", PASSWORD)

    restore_from(machine, HandClock(), backup, proof, Beside())

    slots = read_slots(machine).slots
    with_pair = sorted(holder for holder, slot in slots.items() if slot.half)
    assert with_pair == (["chief", "recovery"] if by_code else [])
    ring = KeyRing(machine, HandClock())
    assert ring.unlock("chief", NEW_PASSWORD if by_code else PASSWORD) == DEK
    assert ring.unlock("clerk", PASSWORD) == DEK
