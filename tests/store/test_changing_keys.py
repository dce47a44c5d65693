"""Slots that are written anew: by their owner, by somebody else for him, and at a dearer cost."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost, read_slots
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)
DEK = bytes(range(32))
AN, BINH = "Mật khẩu của tôi", "chuyến thư đêm 7"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.prepare()
    return made


@pytest.fixture
def ring(folder: DataFolder) -> KeyRing:
    return KeyRing(folder, HandClock(), CHEAP)


def _refusal(ring: KeyRing, user: str, password: str) -> DeskError:
    with pytest.raises(DeskError) as refused:
        ring.unlock(user, password)
    return refused.value


def test_a_given_password_opens_nothing_before_its_owner_has_changed_it(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN})
    ring.write_slot("binh", BINH, DEK, given=True)

    given = _refusal(ring, "binh", BINH)
    wrong = _refusal(ring, "binh", AN)
    dek, version = ring.change(" BINH ", BINH, "chuyến thư sáng 8")

    assert (given.code, wrong.code) == ("login.password_given", "login.wrong_password")
    assert (dek, version) == (DEK, 2)
    assert ring.unlock("binh", "chuyến thư sáng 8") == DEK
    assert _refusal(ring, "binh", BINH).code == "login.wrong_password"


def test_whoever_takes_the_mark_off_a_given_password_makes_it_open_nothing(
    ring: KeyRing, folder: DataFolder
) -> None:
    ring.create(7, DEK, {"an": AN})
    ring.write_slot("binh", BINH, DEK, given=True)

    folder.keys.write_bytes(folder.keys.read_bytes().replace(b'"given":1,', b""))

    assert ring.users() == ["an", "binh"]
    assert _refusal(ring, "binh", BINH).code == "login.wrong_password"


def test_the_old_password_again_is_no_new_one_however_its_marks_are_typed(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN})

    with pytest.raises(DeskError, match=r"key\.password_same") as refused:
        ring.change("an", AN, unicodedata.normalize("NFD", AN))

    assert refused.value.field == "password"
    assert ring.versions()["an"] == 1


def test_changing_a_password_by_a_wrong_old_one_is_counted_like_a_log_in(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN})

    for _ in range(5):
        with pytest.raises(DeskError, match=r"login\.wrong_password"):
            ring.change("an", "sai rồi sai nữa", "chuyến thư sáng 8")

    assert _refusal(ring, "an", AN).code == "login.wait"
    assert ring.versions()["an"] == 1


def test_a_cheap_slot_is_written_anew_at_the_dearer_cost_and_never_at_a_cheaper_one(
    ring: KeyRing, folder: DataFolder
) -> None:
    dearer = Cost(memory_kib=LEAST_MEMORY_KIB + 1024)
    ring.create(7, DEK, {"an": AN, "binh": BINH})

    raised = ring.refresh("an", AN, DEK, dearer)
    again = ring.refresh("an", AN, DEK, dearer)
    cheaper = ring.refresh("an", AN, DEK, CHEAP)

    slots = read_slots(folder).slots
    assert (raised, again, cheaper) == (2, None, None)
    assert (slots["an"].cost, slots["binh"].cost) == (dearer, CHEAP)
    assert (ring.unlock("an", AN), ring.unlock("binh", BINH)) == (DEK, DEK)


def test_no_slot_costs_less_than_rfc_9106_allows(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN})
    data = folder.keys.read_bytes()
    asked = b'"cost":[3,65536,2]'
    assert asked in data

    for cheap in (b'"cost":[2,65536,2]', b'"cost":[3,65535,2]', b'"cost":[3,8,1]'):
        folder.keys.write_bytes(data.replace(asked, cheap))
        assert _refusal(ring, "an", AN).code == "key.file_damaged"
