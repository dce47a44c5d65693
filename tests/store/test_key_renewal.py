"""A new database key: who stays opens the desk as before, who left has nothing that opens it, and what cannot be done changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import device_secret, key_renewal
from kt1desk.store.connection import is_keyed, open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import (
    RECOVERY,
    SALT_BYTES,
    Half,
    SlotFile,
    read_slots,
)
from kt1desk.store.key_renewal import expected_s, is_due, renew
from kt1desk.store.key_seal import place_of, public_of, seal, unseal
from kt1desk.store.key_wrap import Binding, password_key, unwrap
from kt1desk.store.keys import KeyRing
from kt1desk.store.marker import Heads
from kt1desk.store.verify import verify
from tests.support.clocks import HandClock
from tests.support.journals import DEK, past_all_guards
from tests.support.old_slots import old_slots
from tests.support.renewing import BINH, DI, LAN, STAYS, Leaving, leaving


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Leaving:
    return leaving(tmp_path_factory.mktemp("whole") / "data")


@pytest.fixture
def desk(whole: Leaving, tmp_path: Path) -> Leaving:
    return whole.copied(tmp_path / "data")


def _refusal(use: Callable[[], object]) -> str:
    with pytest.raises(DeskError) as refused:
        use()
    return refused.value.code


class State(NamedTuple):
    """What a refused renewal leaves as it was."""

    database: bytes
    keys: bytes
    names: frozenset[str]


def _state(desk: Leaving) -> State:
    store = desk.folder.keys.parent
    names = frozenset(each.name for each in store.iterdir() if not each.name.endswith(("-wal", "-shm")))
    return State(desk.folder.database.read_bytes(), desk.folder.keys.read_bytes(), names)


# --- who stays, who left -----------------------------------------------------------------------------------------------


def test_who_stays_opens_the_desk_by_what_he_has_and_everything_is_there(desk: Leaving) -> None:
    before = desk.opened(DEK)
    heads, versions = before.heads(), desk.ring.versions()
    before.close()
    was_due = is_due(read_slots(desk.folder))

    new = renew(desk.folder, DEK, STAYS)

    file = read_slots(desk.folder)
    assert new != DEK
    assert [
        desk.ring.unlock("lan", LAN),
        desk.ring.unlock("binh", BINH),
        desk.ring.unlock_recovery(desk.code),
    ] == [new] * 3
    assert desk.ring.versions() == versions
    assert (was_due, is_due(file), file.is_between) == (True, False, False)
    assert [slot.holder for slot in file.slots.values() if slot.out] == ["di"]
    store = desk.opened(new)
    assert store.heads() == heads
    assert verify(store).ok
    store.close()
    assert not desk.folder.database.with_name("desk.next").exists()
    assert expected_s(desk.folder) >= 2


def test_who_left_cannot_open_the_new_file_with_all_he_ever_had(desk: Leaving, tmp_path: Path) -> None:
    """His slot file of before, the machine's secret, his password, and the newer database."""
    thief = DataFolder(tmp_path / "thief")
    thief.prepare()
    new = renew(desk.folder, DEK, STAYS)
    shutil.copy(desk.folder.device_secret, thief.device_secret)
    shutil.copy(desk.folder.database, thief.database)
    thief.keys.write_bytes(desk.kept)

    had = KeyRing(thief, HandClock()).unlock("di", DI)

    assert had == DEK  # the wrapping opens for him as it always did, and gives the key of before
    assert not is_keyed(thief.database, had)
    assert _refusal(lambda: DeskStore.open(thief, had, HandClock(), bytes)) == "store.key_or_damaged"
    assert _refusal(lambda: desk.ring.unlock("di", DI)) == "login.wrong_password"
    assert is_keyed(desk.folder.database, new)


def test_no_seal_in_the_new_slot_file_opens_for_the_half_of_who_left(desk: Leaving) -> None:
    renew(desk.folder, DEK, STAYS)
    old = SlotFile.decode(desk.kept)
    slot = old.slots["di"]
    machine, binding = device_secret.read(desk.folder.device_secret), Binding.of(old.device, slot)
    half = unwrap(password_key(DI, slot.box[:SALT_BYTES], machine, binding), slot, binding)
    assert half is not None

    file = read_slots(desk.folder)
    sealings = [
        unseal(half, sealing, place_of(file.device, place))
        for each in file.slots.values()
        if each.half is not None
        for sealing in each.half.sealings
        for place in (each, slot)
    ]
    desk.folder.keys.write_bytes(file.with_slot(slot).encode())

    assert sealings == [None] * 6
    assert not is_keyed(desk.folder.database, desk.ring.unlock("di", DI))


def test_a_slot_of_somebody_who_is_no_user_gets_no_new_key(desk: Leaving) -> None:
    new = renew(desk.folder, DEK, {"lan": 1, RECOVERY: 1})

    assert desk.ring.users() == ["lan"]
    assert desk.ring.unlock("lan", LAN) == new
    assert _refusal(lambda: desk.ring.unlock("binh", BINH)) == "login.wrong_password"


def test_a_second_renewal_leaves_the_first_key_nothing(desk: Leaving) -> None:
    first = renew(desk.folder, DEK, STAYS)
    second = renew(desk.folder, first, STAYS)

    assert len({DEK, first, second}) == 3
    assert [is_keyed(desk.folder.database, key) for key in (DEK, first, second)] == [False, False, True]
    assert desk.ring.unlock("binh", BINH) == second


def test_copies_of_before_keep_slots_that_open_them(desk: Leaving) -> None:
    copy = desk.folder.database.with_name("before-0004.db")
    shutil.copy(desk.folder.database, copy)

    renew(desk.folder, DEK, STAYS)

    kept = desk.folder.database.with_name("keys-before-1.json")
    desk.folder.keys.write_bytes(kept.read_bytes())
    assert is_keyed(copy, desk.ring.unlock("lan", LAN))
    assert _refusal(lambda: desk.ring.unlock("di", DI)) == "login.wrong_password"


# --- refused -----------------------------------------------------------------------------------------------------------


def test_who_has_a_slot_of_the_first_format_is_waited_for_by_name(desk: Leaving) -> None:
    old_slots(desk.folder, 0, DEK, {"lan": LAN, "binh": BINH}, desk.code)
    desk.ring.refresh("lan", LAN, DEK, None)
    before = _state(desk)

    with pytest.raises(DeskError, match=r"key\.renew_waits") as refused:
        renew(desk.folder, DEK, STAYS)

    assert refused.value.details["holders"] == "binh, recovery"
    assert _state(desk) == before


def test_a_half_put_in_anothers_place_gets_no_key(desk: Leaving) -> None:
    file = read_slots(desk.folder)
    public = public_of(bytes([7]) * 32)
    forged = Half(public, (seal(bytes(32), public, "0|binh|1"),))
    desk.folder.keys.write_bytes(file.with_slot(replace(file.slots["binh"], half=forged)).encode())
    before = _state(desk)

    with pytest.raises(DeskError, match=r"key\.renew_forged") as refused:
        renew(desk.folder, DEK, STAYS)

    assert refused.value.details["holders"] == "binh"
    assert _state(desk) == before


def test_an_older_slot_file_gets_no_key(desk: Leaving) -> None:
    before = _state(desk)

    assert _refusal(lambda: renew(desk.folder, DEK, {**STAYS, "lan": 2})) == "key.slots_older"
    assert _state(desk) == before


def test_a_disk_without_room_is_told_before_anything_is_begun(
    desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _state(desk)
    full = shutil.disk_usage(desk.folder.root)._replace(free=desk.folder.database.stat().st_size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)

    assert _refusal(lambda: renew(desk.folder, DEK, STAYS)) == "disk.full"
    assert _state(desk) == before


def test_a_file_that_somebody_has_open_keeps_its_key(desk: Leaving) -> None:
    other = open_raw(desk.folder.database, DEK)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM event").fetchone()

    try:
        assert _refusal(lambda: renew(desk.folder, DEK, STAYS)) == "store.busy"
    finally:
        other.close()
    assert desk.by_code() == (DEK,)
    assert desk.fitting() == [DEK]


@pytest.mark.parametrize("wrong", ["heads", "faults"])
def test_a_copy_that_is_not_what_was_there_never_gets_the_name(
    wrong: str, desk: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = key_renewal._told, []

    def told(connection: Any) -> Any:
        asked.append(connection)
        said = real(connection)
        if len(asked) > 1:
            return said
        return (
            replace(said, heads=Heads())
            if wrong == "heads"
            else replace(said, faults=("0.1.1.2 event.changed",))
        )

    monkeypatch.setattr(key_renewal, "_told", told)
    keys, names = desk.folder.keys.read_bytes(), _state(desk).names

    assert _refusal(lambda: renew(desk.folder, DEK, STAYS)) == "store.copy_bad"
    assert desk.folder.keys.read_bytes() == keys
    assert _state(desk).names == names
    assert desk.fitting() == [DEK]


def test_a_desk_whose_chain_was_broken_before_gets_its_key_and_is_as_broken_as_it_was(desk: Leaving) -> None:
    with past_all_guards(desk.folder.root) as raw:
        raw.execute("UPDATE event SET type = 'item.other' WHERE stream = 1 AND seq = 2")

    new = renew(desk.folder, DEK, STAYS)

    raw = open_raw(desk.folder.database, new)
    assert raw.execute("SELECT type FROM event WHERE stream = 1 AND seq = 2").fetchone() == ("item.other",)
    raw.close()


def test_a_damaged_file_keeps_its_key_and_says_so(desk: Leaving) -> None:
    data = bytearray(desk.folder.database.read_bytes())
    data[9 * 4096 + 100] ^= 1
    desk.folder.database.write_bytes(data)

    assert _refusal(lambda: renew(desk.folder, DEK, STAYS)) == "store.damaged"
    assert desk.by_code() == (DEK,)
    assert desk.folder.database.read_bytes()[9 * 4096 + 100] == data[9 * 4096 + 100]
