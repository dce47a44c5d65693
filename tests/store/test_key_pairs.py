"""The pair of each slot: what is sealed to it opens with its private half alone, and nobody puts another half in its place."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.store import key_seal
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.key_format import (
    DEAD_BOX,
    LEAST_MEMORY_KIB,
    MAX_SLOTS,
    RECOVERY,
    Cost,
    Half,
    Sealing,
    Slot,
    SlotFile,
    read_slots,
)
from kt1desk.store.key_seal import mark, public_of, seal, unmarked, unseal
from kt1desk.store.keys import KeyRing, new_recovery_code
from tests.support.clocks import HandClock
from tests.support.old_slots import CHEAP, old_slots

DEK, OTHER = bytes(range(32)), bytes(range(32, 64))
PRIVATE, ONCE = bytes([7]) * 32, bytes([9]) * 32
PLACE = "7|an.nguyen|3"
AN, BINH = "Mật khẩu của tôi", "chuyến thư đêm 7"
GOLDEN_BOX = (
    "57db4b359f23ae5e146e4e2512056704722506348c150c14753d0c933d04d421ca55c44aadc62c58"
    "7af374e3362492428eb839a52d33a228d24d6bc92ba1611bbb7ed7dc1f0a56b8196af2b9251b8184"
)
GOLDEN_MARK = "317b158204c5ac12b02cfc052fed95941e31163053ddf6f9a81db01975be411c"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.prepare()
    return made


@pytest.fixture
def ring(folder: DataFolder) -> KeyRing:
    return KeyRing(folder, HandClock(), CHEAP)


def _refusal(ring: KeyRing, user: str, password: str) -> str:
    with pytest.raises(DeskError) as refused:
        ring.unlock(user, password)
    return refused.value.code


def _hkdf_by_hand(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """RFC 5869 with SHA-256, one block."""
    return hmac.digest(hmac.digest(salt, secret, "sha256"), info + b"\x01", "sha256")


# --- sealed to a half --------------------------------------------------------------------------------------------------


def test_a_sealed_key_is_byte_for_byte_what_the_format_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_seal, "new_private", lambda: ONCE)
    public, ephemeral = public_of(PRIVATE), public_of(ONCE)
    agreed = X25519PrivateKey.from_private_bytes(PRIVATE).exchange(
        X25519PublicKey.from_public_bytes(ephemeral)
    )
    key = _hkdf_by_hand(agreed, ephemeral + public, b"kt1desk/sealed/1|" + PLACE.encode())
    marking = _hkdf_by_hand(DEK, bytes(32), b"kt1desk/public/1")

    made = seal(DEK, public, PLACE)

    assert made.box == ephemeral + AESGCM(key).encrypt(bytes(12), DEK, PLACE.encode())
    assert made.mark == hmac.digest(marking, PLACE.encode() + b"|" + public, hashlib.sha256)
    assert (len(made.box), len(made.mark)) == (80, 32)
    assert (made.box.hex(), made.mark.hex()) == (GOLDEN_BOX, GOLDEN_MARK)


def test_a_sealed_key_opens_for_its_half_at_its_place_only() -> None:
    made = seal(DEK, public_of(PRIVATE), PLACE)

    assert unseal(PRIVATE, made, PLACE) == DEK
    assert unseal(ONCE, made, PLACE) is None
    assert unseal(PRIVATE, made, "7|an.nguyen|4") is None
    assert unseal(PRIVATE, replace(made, mark=mark(OTHER, public_of(PRIVATE), PLACE)), PLACE) is None


def test_every_flipped_bit_of_a_sealed_key_keeps_it_shut() -> None:
    made = seal(DEK, public_of(PRIVATE), PLACE)

    for bit in range(80 * 8):
        box = bytearray(made.box)
        box[bit // 8] ^= 1 << bit % 8
        # The highest bit of a public half does not count (RFC 7748), but all of it stands in the derivation.
        assert unseal(PRIVATE, replace(made, box=bytes(box)), PLACE) is None, bit


def test_a_half_that_gives_everybody_the_same_bytes_is_damage() -> None:
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        seal(DEK, bytes(32), PLACE)
    assert unseal(PRIVATE, Sealing(bytes(80), bytes(32)), PLACE) is None


# --- slots with a pair -------------------------------------------------------------------------------------------------


def test_no_box_has_the_database_key_and_every_slot_has_a_half_that_the_key_speaks_for(
    ring: KeyRing, folder: DataFolder
) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})
    ring.write_slot("an", "mật khẩu mới", DEK)
    ring.write_recovery(DEK, new_recovery_code())

    file = read_slots(folder)

    assert all(slot.half is not None and len(slot.half.sealings) == 1 for slot in file.slots.values())
    assert len({slot.half.public for slot in file.slots.values() if slot.half}) == 3
    assert (unmarked(file, DEK), unmarked(file, OTHER)) == ([], ["an", "binh", "recovery"])
    assert not file.is_between


def test_a_half_put_in_anothers_place_opens_nothing_and_no_key_speaks_for_it(
    ring: KeyRing, folder: DataFolder
) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})
    file = read_slots(folder)
    an, binh = file.slots["an"], file.slots["binh"]
    assert binh.half is not None
    forged = Half(public_of(PRIVATE), (seal(OTHER, public_of(PRIVATE), "7|an|1"),))

    for half in (binh.half, forged, None):
        folder.keys.write_bytes(file.with_slot(replace(an, half=half)).encode())
        assert _refusal(ring, "an", AN) == "login.wrong_password"
        assert unmarked(read_slots(folder), DEK) == ([] if half is None else ["an"])
    assert an.half is not None
    folder.keys.write_bytes(
        file.with_slot(replace(an, half=replace(an.half, sealings=binh.half.sealings))).encode()
    )
    assert _refusal(ring, "an", AN) == "key.file_damaged"
    assert ring.unlock("binh", BINH) == DEK


def test_a_dropped_slot_has_neither_half_nor_key(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})

    drop_slot(folder, "an", 2)

    gone = read_slots(folder).slots["an"]
    assert (gone.half, gone.box, gone.out) == (None, DEAD_BOX, False)
    assert _refusal(ring, "an", AN) == "login.wrong_password"


# --- files of before ---------------------------------------------------------------------------------------------------


def test_a_file_of_the_first_format_opens_for_everybody_and_stays_as_it_is(
    ring: KeyRing, folder: DataFolder
) -> None:
    code = new_recovery_code()
    before = old_slots(folder, 7, DEK, {"an": AN, "binh": BINH}, code)

    opened = [ring.unlock("an", AN), ring.unlock("binh", BINH), ring.unlock_recovery(code)]

    assert opened == [DEK] * 3
    assert b'"format":1' in before
    assert read_slots(folder).encode() == folder.keys.read_bytes() == before


def test_a_slot_of_the_first_format_gets_its_pair_when_its_owner_logs_in_and_the_others_wait(
    ring: KeyRing, folder: DataFolder
) -> None:
    code = new_recovery_code()
    old_slots(folder, 7, DEK, {"an": AN, "binh": BINH}, code)

    lifted = ring.refresh(" AN ", AN, ring.unlock("an", AN), None)
    again = ring.refresh("an", AN, DEK, None)

    slots = read_slots(folder).slots
    assert (lifted, again) == (2, None)
    assert [holder for holder, slot in slots.items() if slot.half] == ["an"]
    assert ring.versions() == {"an": 2, "binh": 1, "recovery": 1}
    assert [ring.unlock("an", AN), ring.unlock("binh", BINH), ring.unlock_recovery(code)] == [DEK] * 3
    assert b'"format":2' in folder.keys.read_bytes()


def test_a_lifted_slot_keeps_its_cost_and_a_cheap_one_gets_the_dearer(
    ring: KeyRing, folder: DataFolder
) -> None:
    dearer = Cost(memory_kib=LEAST_MEMORY_KIB + 1024)
    old_slots(folder, 7, DEK, {"an": AN, "binh": BINH}, new_recovery_code())
    other = KeyRing(folder, HandClock(), dearer)

    other.refresh("an", AN, DEK, None)
    ring.refresh("binh", BINH, DEK, dearer)

    slots = read_slots(folder).slots
    assert (slots["an"].cost, slots["binh"].cost) == (CHEAP, dearer)


# --- the file ----------------------------------------------------------------------------------------------------------

_SEALINGS = st.builds(Sealing, st.binary(min_size=80, max_size=80), st.binary(min_size=32, max_size=32))
_HALVES = st.builds(
    Half, st.binary(min_size=32, max_size=32), st.lists(_SEALINGS, min_size=1, max_size=2).map(tuple)
)
_SLOTS = st.builds(
    Slot,
    st.just("an"),
    st.integers(1, 2**31),
    st.just(CHEAP),
    st.binary(min_size=76, max_size=76).filter(lambda box: box != DEAD_BOX),
    st.booleans(),
    st.none() | _HALVES,
)


@given(_SLOTS)
def test_a_slot_with_a_pair_reads_back_as_it_was_written(slot: Slot) -> None:
    file = SlotFile(7, {"an": slot, "em": Slot("em", 4, CHEAP, DEAD_BOX, out=True)})

    assert SlotFile.decode(file.encode()) == file


def test_the_fullest_file_has_room() -> None:
    half = Half(bytes(32), (Sealing(bytes(80), bytes(32)),) * 2)
    holders = [f"{number:032d}" for number in range(MAX_SLOTS)]
    slots = {
        holder: Slot(holder, 2**31, Cost(3, 1_048_576, 16), b"\x01" * 76, True, half) for holder in holders
    }

    assert SlotFile.decode(SlotFile(65_535, slots).encode()).slots == slots


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"format":2', b'"format":1'),
        (b'"public":"' + b"ab" * 32 + b'",', b""),
        (b'"public":"ab', b'"public":"'),
        (b'"public":"ab', b'"public":"AB'),
        (b'"public":"ab', b'"public":7,"box":"ab'),
        (b'"sealed":["cd', b'"sealed":["'),
        (b'"sealed":["cd', b'"sealed":["CD'),
        (b'"sealed":["', b'"sealed":[7,"'),
        (b'"sealed":["' + b"cd" * 112 + b'"]', b'"sealed":[]'),
        (b'"sealed":["' + b"cd" * 112 + b'"]', b'"sealed":7'),
        (b'"sealed":["', b'"sealed":["' + (b"cd" * 112 + b'","') * 2),
        (b'"box":"' + b"01" * 76, b'"box":"' + b"00" * 76),
        (b'"out":1', b'"out":2'),
        (b'"box":"' + b"00" * 76, b'"box":"' + b"02" * 76),
    ],
)
def test_a_slot_file_with_a_wrong_part_of_a_pair_is_damage(old: bytes, new: bytes) -> None:
    half = Half(b"\xab" * 32, (Sealing(b"\xcd" * 80, b"\xcd" * 32),))
    slots = {
        "an": Slot("an", 1, CHEAP, b"\x01" * 76, half=half),
        "em": Slot("em", 1, CHEAP, DEAD_BOX, out=True),
    }
    data = SlotFile(7, slots).encode()
    assert old in data

    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        SlotFile.decode(data.replace(old, new))


def test_the_code_has_no_slot_that_is_given_and_a_living_slot_is_not_out() -> None:
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        Slot(RECOVERY, 1, None, b"\x01" * 76, given=True)
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        Slot("an", 1, CHEAP, b"\x01" * 76, out=True)
