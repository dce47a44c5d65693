"""A key slot that was dropped opens nothing, is nobody's, and is never taken for one that comes after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.key_format import DEAD_BOX, LEAST_MEMORY_KIB, MAX_SLOTS, Cost, Slot, read_slots
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock

DEK = bytes(range(32))
AN, BINH = "Mật khẩu của tôi", "chuyến thư đêm 7"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.prepare()
    return made


@pytest.fixture
def ring(folder: DataFolder) -> KeyRing:
    made = KeyRing(folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))
    made.create(7, DEK, {"an": AN, "binh": BINH})
    return made


def _refusal(ring: KeyRing, user: str, password: str) -> str:
    with pytest.raises(DeskError) as refused:
        ring.unlock(user, password)
    return refused.value.code


def test_no_password_opens_for_whoever_was_dropped_and_the_others_open_as_before(
    folder: DataFolder, ring: KeyRing
) -> None:
    boxes = folder.keys.read_text()

    drop_slot(folder, "an", 2)

    kept = folder.keys.read_text()
    assert _refusal(ring, "an", AN) == "login.wrong_password"
    assert ring.unlock("binh", BINH) == DEK
    assert ring.users() == ["binh"]
    assert ring.versions() == {"an": 2, "binh": 1, "recovery": 1}
    assert boxes.count('"box":"00000000') == 0
    assert kept.count('"box":"00000000') == 1


def test_the_slot_that_comes_after_is_newer_than_all_before_it(folder: DataFolder, ring: KeyRing) -> None:
    drop_slot(folder, "an", 5)

    version = ring.write_slot("an", "mật khẩu mới tinh", DEK)

    assert version == 6
    assert ring.unlock("an", "mật khẩu mới tinh") == DEK
    assert ring.users() == ["an", "binh"]


def test_nothing_is_dropped_of_whoever_has_no_slot_and_the_recovery_code_stays(
    folder: DataFolder, ring: KeyRing
) -> None:
    before = folder.keys.read_bytes()

    drop_slot(folder, "ai.do", 1)
    with pytest.raises(DeskError) as refused:
        drop_slot(folder, "recovery", 2)

    assert refused.value.code == "user.unknown"
    assert folder.keys.read_bytes() == before


def _full(folder: DataFolder, *, out: bool) -> None:
    """As many slots as the file may have: dead ones beside those of the ring."""
    file = read_slots(folder)
    dead = (
        Slot(f"u{number}", 2, Cost(), DEAD_BOX, out=out and number > 0)
        for number in range(MAX_SLOTS - len(file.slots))
    )
    slots = {**file.slots, **{slot.holder: slot for slot in dead}}
    folder.keys.write_bytes(replace(file, slots=slots).encode())


def test_whoever_is_one_too_many_takes_the_place_of_those_who_had_the_key_of_before(
    folder: DataFolder, ring: KeyRing
) -> None:
    _full(folder, out=True)

    version = ring.write_slot("moi", "mật khẩu mới tinh", DEK, after=4)

    assert (version, ring.users()) == (5, ["an", "binh", "moi"])
    assert sorted(read_slots(folder).slots) == ["an", "binh", "moi", "recovery", "u0"]
    assert ring.unlock("binh", BINH) == ring.unlock("moi", "mật khẩu mới tinh") == DEK


def test_a_slot_that_has_no_room_is_refused_and_everybody_opens_as_before(
    folder: DataFolder, ring: KeyRing
) -> None:
    _full(folder, out=False)
    before = folder.keys.read_bytes()

    with pytest.raises(DeskError) as refused:
        ring.write_slot("moi", "mật khẩu mới tinh", DEK)
    after = folder.keys.read_bytes()
    ring.write_slot("an", "mật khẩu mới tinh", DEK)

    assert (refused.value.code, refused.value.details["most"]) == ("key.slots_full", MAX_SLOTS)
    assert after == before
    assert ring.unlock("binh", BINH) == ring.unlock("an", "mật khẩu mới tinh") == DEK
