"""How a secret of 32 bytes is wrapped in a slot, fixed before the first desk.

    KEK  = HKDF-SHA256(Argon2id(NFC(password), salt 16, t, m, p, 32 bytes) ‖ device secret, info = "kt1desk/slot/1|" device|user|version)
    slot = salt 16 | nonce 12 | AES-256-GCM(KEK, secret 32, aad = device|user|version|parameters) 48                    = 76 bytes

The secret is the private half of the slot's pair, to whose public half the database key is sealed (`kt1desk.store.key_seal`); after the
parameters stands ``|x25519|`` and the public half in hex then. In a slot of the first format it is the database key itself.

A password that somebody else gave has ``|given`` after the parameters, so that nobody takes the mark off without knowing it.

The recovery slot has the same shape; there Argon2id and device secret are replaced by the code's 125 random bits and the slot's salt, so
that it opens on any machine. Parameters stand in the slot's record, so raising them needs only the next log-in.

This module must not know where the file of the slots lies nor who may log in.
"""

from __future__ import annotations

from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import composed_password
from kt1desk.store.key_format import KEY_BYTES, MIB_IN_KIB, NONCE_BYTES, SALT_BYTES, Cost, Slot

_LONGEST_PASSWORD = 1_024


@dataclass(frozen=True, slots=True)
class Binding:
    """Everything a slot is tied to besides its secret; a slot moved to another place opens nowhere."""

    device: int
    holder: str
    version: int
    cost: Cost | None
    given: bool = False
    public: bytes = b""

    @classmethod
    def of(cls, device: int, slot: Slot) -> Binding:
        """What a slot of a desk is tied to."""
        public = slot.half.public if slot.half is not None else b""
        return cls(device, slot.holder, slot.version, slot.cost, slot.given, public)

    @property
    def info(self) -> bytes:
        """For the key derivation."""
        return f"kt1desk/slot/1|{self.device}|{self.holder}|{self.version}".encode()

    @property
    def aad(self) -> bytes:
        """For the authentication."""
        how = self.cost.text if self.cost else "hkdf"
        mark = "|given" if self.given else ""
        pair = f"|x25519|{self.public.hex()}" if self.public else ""
        return f"{self.device}|{self.holder}|{self.version}|{how}{mark}{pair}".encode()


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


def wrap(kek: bytes, secret: bytes, salt: bytes, nonce: bytes, binding: Binding) -> bytes:
    """The box of a slot. Salt and nonce are fresh random bytes, every time."""
    if (len(salt), len(nonce), len(secret)) != (SALT_BYTES, NONCE_BYTES, KEY_BYTES):
        raise ValueError((len(salt), len(nonce), len(secret)))
    return salt + nonce + AESGCM(kek).encrypt(nonce, secret, binding.aad)


def unwrap(kek: bytes, slot: Slot, binding: Binding) -> bytes | None:
    """What was wrapped, or None where password or code was wrong or the slot is not what was written."""
    nonce, sealed = slot.box[SALT_BYTES : SALT_BYTES + NONCE_BYTES], slot.box[SALT_BYTES + NONCE_BYTES :]
    try:
        return AESGCM(kek).decrypt(nonce, sealed, binding.aad)
    except InvalidTag:
        return None


def password_bytes(password: str) -> bytes:
    """What is stretched. NFC first: one keyboard sends ``ế`` as one character, another as three, and it is the same password."""
    return composed_password(password[:_LONGEST_PASSWORD]).encode(errors="surrogatepass")


def _derive(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, info).derive(secret)
