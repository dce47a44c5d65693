"""The format of the key slots, fixed before the first desk: how the database key is wrapped, and the file that holds the slots.

    KEK  = HKDF-SHA256(Argon2id(NFC(password), salt 16, t, m, p, 32 bytes) ‖ device secret, info = "kt1desk/slot/1|" device|user|version)
    slot = salt 16 | nonce 12 | AES-256-GCM(KEK, key 32, aad = device|user|version|parameters) 48                       = 76 bytes

The recovery slot has the same shape; there Argon2id and device secret are replaced by the code's 125 random bits and the slot's salt, so
that it opens on any machine. Parameters stand in the slot's record, so raising them needs only the next log-in.

This module must not know where the file lies nor who may log in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError

SALT_BYTES = 16
NONCE_BYTES = 12
KEY_BYTES = 32
SLOT_BYTES = SALT_BYTES + NONCE_BYTES + KEY_BYTES + 16
RECOVERY: Final = "recovery"
"""Holder of the slot that the recovery code opens; no user may be called so."""

MAX_FILE_BYTES = 65_536
MAX_SLOTS = 128
MIB_IN_KIB = 1_024
LEAST_MEMORY_KIB = 64 * MIB_IN_KIB
"""RFC 9106, second recommended choice; never below."""

_FORMAT = 1
_MOST_MEMORY_KIB = 1_024 * MIB_IN_KIB
_LEAST_PASSES = 3
_MOST_PASSES = _MOST_LANES = 16
_SEPARATOR = "|"
_LONGEST_PASSWORD = 1_024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a password costs (Argon2id): passes, memory in KiB, lanes. Cheaper than RFC 9106 allows cannot be made."""

    passes: int = 3
    memory_kib: int = 128 * MIB_IN_KIB
    lanes: int = 2

    def __post_init__(self) -> None:
        """Refuse what is too cheap, and what a forged file could ask for to exhaust the machine."""
        if not (
            _LEAST_PASSES <= self.passes <= _MOST_PASSES
            and LEAST_MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.lanes <= _MOST_LANES
        ):
            raise DeskError("key.file_damaged")

    @property
    def text(self) -> str:
        """As it stands under the authentication of the slot."""
        return f"argon2id,t={self.passes},m={self.memory_kib},p={self.lanes}"


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the database key. ``cost`` is None for the recovery slot; ``box`` has 76 bytes."""

    holder: str
    version: int
    cost: Cost | None
    box: bytes

    def __post_init__(self) -> None:
        """Only whole slots; a holder's name may not contain the separator."""
        shaped = len(self.box) == SLOT_BYTES and self.version >= 1
        if not shaped or _SEPARATOR in self.holder or (self.cost is None) != (self.holder == RECOVERY):
            raise DeskError("key.file_damaged")


@dataclass(frozen=True, slots=True)
class Binding:
    """Everything a slot is tied to besides its secret; a slot moved to another place opens nowhere."""

    device: int
    holder: str
    version: int
    cost: Cost | None

    @property
    def info(self) -> bytes:
        """For the key derivation."""
        return f"kt1desk/slot/1|{self.device}|{self.holder}|{self.version}".encode()

    @property
    def aad(self) -> bytes:
        """For the authentication."""
        how = self.cost.text if self.cost else "hkdf"
        return f"{self.device}|{self.holder}|{self.version}|{how}".encode()


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of a desk, by holder."""

    device: int
    slots: Mapping[str, Slot]

    def encode(self) -> bytes:
        """Canonical JSON, the boxes in hex."""
        rows: list[Json] = [_row(self.slots[holder]) for holder in sorted(self.slots)]
        return canonical.encode({"device": self.device, "format": _FORMAT, "slots": rows}, MAX_FILE_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> SlotFile:
        """Read the file back.

        Raises:
            DeskError: ``key.file_damaged`` whatever is wrong with it, ``key.file_newer`` where a later program wrote it.
        """
        try:
            made = canonical.decode(data, MAX_FILE_BYTES)
            if _whole(made["format"]) != _FORMAT:
                raise DeskError("key.file_newer")
            rows = made["slots"]
            if not isinstance(rows, list) or len(rows) > MAX_SLOTS:
                raise DeskError("key.file_damaged")
            slots = [_slot(row) for row in rows]
            device = _whole(made["device"])
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("key.file_damaged") from error
        except DeskError as error:
            raise (error if error.code == "key.file_newer" else DeskError("key.file_damaged")) from error
        if len({slot.holder for slot in slots}) != len(slots):
            raise DeskError("key.file_damaged")
        return cls(device, {slot.holder: slot for slot in slots})


def password_key(password: str, salt: bytes, device_secret: bytes, binding: Binding) -> bytes:
    """The key that wraps a user's slot. Takes as long as the binding's cost says.

    Raises:
        DeskError: ``key.no_memory`` with ``mib`` where the machine cannot spare that much.
    """
    cost = binding.cost or Cost()
    try:
        stretched = hash_secret_raw(
            password_bytes(password), salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
        )
    except HashingError as error:
        raise DeskError("key.no_memory", mib=cost.memory_kib // MIB_IN_KIB) from error
    return _derive(stretched + device_secret, None, binding.info)


def recovery_key(secret: bytes, salt: bytes, binding: Binding) -> bytes:
    """The key that wraps the recovery slot: the code is random enough to need no stretching."""
    return _derive(secret, salt, binding.info)


def wrap(kek: bytes, dek: bytes, salt: bytes, nonce: bytes, binding: Binding) -> Slot:
    """Make a slot. Salt and nonce are fresh random bytes, every time."""
    if (len(salt), len(nonce), len(dek)) != (SALT_BYTES, NONCE_BYTES, KEY_BYTES):
        raise ValueError((len(salt), len(nonce), len(dek)))
    box = salt + nonce + AESGCM(kek).encrypt(nonce, dek, binding.aad)
    return Slot(binding.holder, binding.version, binding.cost, box)


def unwrap(kek: bytes, slot: Slot, binding: Binding) -> bytes | None:
    """The database key, or None where the secret was wrong or the slot is not what was written."""
    nonce, sealed = slot.box[SALT_BYTES : SALT_BYTES + NONCE_BYTES], slot.box[SALT_BYTES + NONCE_BYTES :]
    try:
        return AESGCM(kek).decrypt(nonce, sealed, binding.aad)
    except InvalidTag:
        return None


def password_bytes(password: str) -> bytes:
    """What is stretched. NFC first: one keyboard sends ``ế`` as one character, another as three, and it is the same password."""
    composed = unicodedata.normalize("NFC", password[:_LONGEST_PASSWORD])
    return composed.encode(errors="surrogatepass")


def _derive(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, info).derive(secret)


def _row(slot: Slot) -> dict[str, Json]:
    made: dict[str, Json] = {"box": slot.box.hex(), "holder": slot.holder, "version": slot.version}
    if slot.cost is not None:
        made["cost"] = [slot.cost.passes, slot.cost.memory_kib, slot.cost.lanes]
    return made


def _slot(row: Json) -> Slot:
    if not isinstance(row, dict) or not row.keys() <= {"box", "holder", "version", "cost"}:
        raise TypeError
    holder, written, cost = row["holder"], row["box"], row.get("cost")
    if not isinstance(holder, str) or not isinstance(written, str):
        raise TypeError
    box = bytes.fromhex(written)
    if box.hex() != written:  # capitals and blanks pass `fromhex`, and one spelling is enough
        raise ValueError
    if cost is None:
        return Slot(holder, _whole(row["version"]), None, box)
    if not isinstance(cost, list):
        raise TypeError
    passes, memory, lanes = map(_whole, cost)
    return Slot(holder, _whole(row["version"]), Cost(passes, memory, lanes), box)


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value
