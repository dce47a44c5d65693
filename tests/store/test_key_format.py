"""The slot format is fixed: a slot of today opens in ten years, and nothing else opens it."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.store.key_format import (
    LEAST_MEMORY_KIB,
    MAX_FILE_BYTES,
    RECOVERY,
    SLOT_BYTES,
    Cost,
    Slot,
    SlotFile,
)
from kt1desk.store.key_wrap import Binding, password_bytes, password_key, recovery_key, unwrap, wrap

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)
SALT, NONCE, DEK, MACHINE = bytes(range(16)), bytes(range(12)), bytes(range(32)), bytes(range(100, 132))
BINDING = Binding(7, "an.nguyen", 3, CHEAP)
PASSWORD = "Mật khẩu số 1"

GOLDEN_KEK = "9de4dc9c8b1055bcd84d40409a5ba833651f0154b2bbaf8739f3f60dd374865f"
GOLDEN_BOX = (
    "000102030405060708090a0b0c0d0e0f000102030405060708090a0bebd528bf030320cec653"
    "666f1da351cd7cc8eb998c76c71f26a77f7e33e1ac7462bcd3250a1e652e0d86e1f503f52f11"
)


def _hkdf_by_hand(secret: bytes, info: bytes) -> bytes:
    """RFC 5869 with SHA-256, empty salt, one block."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def _slot(holder: str = "an", version: int = 1, cost: Cost | None = CHEAP, fill: int = 1) -> Slot:
    return Slot(holder, version, cost, bytes([fill]) * SLOT_BYTES)


def _wrapped(kek: bytes) -> Slot:
    return Slot(BINDING.holder, BINDING.version, BINDING.cost, wrap(kek, DEK, SALT, NONCE, BINDING))


def test_a_slot_is_byte_for_byte_what_the_format_says() -> None:
    stretched = hash_secret_raw(PASSWORD.encode(), SALT, 3, 65_536, 2, 32, Type.ID)
    by_hand = _hkdf_by_hand(stretched + MACHINE, b"kt1desk/slot/1|7|an.nguyen|3")

    kek = password_key(PASSWORD, SALT, MACHINE, BINDING)
    box = wrap(kek, DEK, SALT, NONCE, BINDING)

    assert kek == by_hand
    sealed = AESGCM(by_hand).encrypt(NONCE, DEK, b"7|an.nguyen|3|argon2id,t=3,m=65536,p=2")
    assert box == SALT + NONCE + sealed
    assert (kek.hex(), box.hex()) == (GOLDEN_KEK, GOLDEN_BOX)
    assert len(box) == 76


def test_a_slot_opens_with_its_key_and_binding_only() -> None:
    kek = bytes(32)
    slot = _wrapped(kek)
    others = [
        Binding(8, "an.nguyen", 3, CHEAP),
        Binding(7, "binh", 3, CHEAP),
        Binding(7, "an.nguyen", 2, CHEAP),
        Binding(7, "an.nguyen", 3, Cost()),
        Binding(7, "an.nguyen", 3, None),
    ]

    opened = [unwrap(kek, slot, binding) for binding in others]

    assert unwrap(kek, slot, BINDING) == DEK
    assert unwrap(bytes([1]) + bytes(31), slot, BINDING) is None
    assert opened == [None] * 5


def test_every_flipped_bit_of_what_is_authenticated_keeps_a_slot_shut() -> None:
    slot = _wrapped(bytes(32))

    for bit in range(
        16 * 8, SLOT_BYTES * 8
    ):  # the salt is in the key derivation, not under the authentication
        box = bytearray(slot.box)
        box[bit // 8] ^= 1 << bit % 8
        assert unwrap(bytes(32), Slot(slot.holder, slot.version, slot.cost, bytes(box)), BINDING) is None


def test_the_key_depends_on_password_salt_machine_and_binding() -> None:
    base = password_key("mot hai ba", SALT, MACHINE, BINDING)

    others = [
        password_key("mot hai bA", SALT, MACHINE, BINDING),
        password_key("mot hai ba", bytes(16), MACHINE, BINDING),
        password_key("mot hai ba", SALT, bytes(32), BINDING),
        password_key("mot hai ba", SALT, MACHINE, Binding(7, "an.nguyen", 4, CHEAP)),
    ]

    assert len({base, *others}) == 5


@given(st.text(max_size=40))
def test_a_password_is_the_same_however_its_marks_were_typed(password: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", password), unicodedata.normalize("NFD", password)

    assert password_bytes(composed) == password_bytes(decomposed)


def test_a_password_with_half_a_character_or_of_a_million_characters_is_only_a_wrong_one() -> None:
    assert password_bytes("a\ud800") != password_bytes("a")
    assert len(password_bytes("x" * 1_000_000)) == 1_024


def test_the_recovery_key_needs_neither_machine_nor_argon() -> None:
    binding = Binding(7, RECOVERY, 1, None)

    key = recovery_key(b"k" * 16, SALT, binding)

    extracted = hmac.digest(SALT, b"k" * 16, "sha256")
    assert key == hmac.digest(extracted, b"kt1desk/slot/1|7|recovery|1\x01", hashlib.sha256)


@pytest.mark.parametrize(
    ("passes", "memory", "lanes"),
    [(2, 65_536, 2), (3, 65_535, 2), (3, 2_000_000, 2), (17, 65_536, 2), (3, 65_536, 0), (3, 65_536, 17)],
)
def test_a_cost_below_the_standard_or_beyond_the_machine_is_refused(
    passes: int, memory: int, lanes: int
) -> None:
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        Cost(passes, memory, lanes)


@given(
    st.integers(0, 65_535),
    st.dictionaries(
        st.text("abcdefghijklmnopqrstuvwxyz0123456789.", min_size=1, max_size=16).filter(
            lambda h: h != RECOVERY
        ),
        st.tuples(st.integers(1, 2**31), st.integers(65_536, 1_048_576), st.binary(min_size=76, max_size=76)),
        max_size=20,
    ),
    st.booleans(),
)
def test_a_slot_file_reads_back_as_it_was_written(
    device: int, users: dict[str, tuple[int, int, bytes]], recovery: bool
) -> None:
    slots = {
        user: Slot(user, version, Cost(3, memory, 2), box) for user, (version, memory, box) in users.items()
    }
    if recovery:
        slots[RECOVERY] = _slot(RECOVERY, 1, None)
    file = SlotFile(device, slots)

    assert SlotFile.decode(file.encode()) == file


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_else_in_place_of_the_slot_file_is_damage(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        SlotFile.decode(data)


def _changed(old: bytes, new: bytes) -> bytes:
    data = SlotFile(7, {"an": _slot("an", fill=0xAB)}).encode()
    assert old in data
    return data.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"holder":"an"', b'"holder":"a|n"'),
        (b'"holder":"an"', b'"holder":"recovery"'),
        (b'"holder":"an"', b'"holder":["an"]'),
        (b'"holder":"an"', b'"holder":7'),
        (b'"box":"ab', b'"box":"xy'),
        (b'"box":"ab', b'"box":"'),
        (b'"box":"ab', b'"box":"AB'),
        (b'"box":"ab', b'"box":"ab '),
        (b'"cost":[3,65536,2]', b'"cost":[3,65536]'),
        (b'"cost":[3,65536,2]', b'"cost":[1,65536,2]'),
        (b'"cost":[3,65536,2]', b'"cost":"x"'),
        (b'"cost":[3,65536,2]', b'"cost":["3",65536,2]'),
        (b'"version":1', b'"version":0'),
        (b'"version":1', b'"version":"1"'),
        (b'"version":1', b'"version":1,"zzz":1'),
        (b'"device":7', b'"device":"7"'),
        (b'"device":7,', b""),
        (b'"format":1', b'"format":"1"'),
        (b'"slots":[{', b'"slots":[7,{'),
    ],
)
def test_a_slot_file_with_a_wrong_part_is_damage(old: bytes, new: bytes) -> None:
    with pytest.raises(DeskError, match=r"key\.file_damaged"):
        SlotFile.decode(_changed(old, new))


def test_a_slot_file_of_a_later_program_says_so() -> None:
    with pytest.raises(DeskError, match=r"key\.file_newer"):
        SlotFile.decode(_changed(b'"format":1', b'"format":3'))


def test_a_holder_may_have_one_slot_only_and_a_file_a_limit() -> None:
    one = SlotFile(7, {"an": _slot("an")}).encode()
    row = one[one.index(b"[{") + 1 : one.rindex(b"]")]

    for count in (2, MAX_FILE_BYTES // len(row) + 1):
        with pytest.raises(DeskError, match=r"key\.file_damaged"):
            SlotFile.decode(one.replace(row, b",".join([row] * count)))
