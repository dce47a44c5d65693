"""How the database key is sealed to the public half of a slot's pair (X25519, RFC 7748), so that it can be given to others without them.

    sealed = ephemeral public 32 | AES-256-GCM(K, nonce 0, key 32, aad = place) 48                                          = 80 bytes
    K      = HKDF-SHA256(X25519(ephemeral, public), salt = ephemeral public ‖ public, info = "kt1desk/sealed/1|" place), used once
    mark   = HMAC-SHA256(HKDF-SHA256(key, info = "kt1desk/public/1"), place ‖ public)                                       = 32 bytes
    place  = device|user|version

The mark is what a new key is given by: whoever can write the slot file and does not have the database key cannot put a public half of his
own in another's place. This module must not know where the slots lie nor what opens the private half.
"""

from __future__ import annotations

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain.errors import DeskError
from kt1desk.store.key_format import KEY_BYTES, NONCE_BYTES, PUBLIC_BYTES, Half, Sealing, Slot, SlotFile

_NONCE = bytes(NONCE_BYTES)


def new_private() -> bytes:
    """A fresh private half, from the operating system."""
    return secrets.token_bytes(KEY_BYTES)


def public_of(private: bytes) -> bytes:
    """The public half of a pair."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(key: bytes, public: bytes, place: str) -> Sealing:
    """A database key for the owner of a public half.

    Args:
        key: 32 bytes.
        public: 32 bytes, the half it is sealed to.
        place: what it is tied to (`place_of`).

    Raises:
        DeskError: ``key.file_damaged`` where the public half is none.
    """
    once = new_private()
    ephemeral = public_of(once)
    box = AESGCM(_shared(once, public, ephemeral + public, place)).encrypt(_NONCE, key, place.encode())
    return Sealing(ephemeral + box, mark(key, public, place))


def unseal(private: bytes, sealing: Sealing, place: str) -> bytes | None:
    """The database key; None where the private half is another one's or the sealing is not what was written."""
    public, ephemeral, box = public_of(private), sealing.box[:PUBLIC_BYTES], sealing.box[PUBLIC_BYTES:]
    try:
        key = AESGCM(_shared(private, ephemeral, ephemeral + public, place)).decrypt(
            _NONCE, box, place.encode()
        )
    except (InvalidTag, DeskError):
        return None
    return key if hmac.compare_digest(sealing.mark, mark(key, public, place)) else None


def mark(key: bytes, public: bytes, place: str) -> bytes:
    """Says under a database key that a public half belongs to a place."""
    marking = HKDF(SHA256(), KEY_BYTES, None, b"kt1desk/public/1").derive(key)
    return hmac.digest(marking, place.encode() + b"|" + public, "sha256")


def place_of(device: int, slot: Slot) -> str:
    """What the sealings of a slot are tied to."""
    return f"{device}|{slot.holder}|{slot.version}"


def marked_at(device: int, slot: Slot, half: Half, key: bytes) -> int | None:
    """Which of a slot's sealings is of this key, by its mark; None where none is."""
    wanted = mark(key, half.public, place_of(device, slot))
    for index, sealing in enumerate(half.sealings):
        if hmac.compare_digest(sealing.mark, wanted):
            return index
    return None


def unmarked(file: SlotFile, key: bytes) -> list[str]:
    """Holders of slots with a public half that no mark of the database key speaks for."""
    return [
        holder
        for holder, slot in sorted(file.slots.items())
        if slot.half is not None and marked_at(file.device, slot, slot.half, key) is None
    ]


def _shared(private: bytes, public: bytes, salt: bytes, place: str) -> bytes:
    try:
        agreed = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(public)
        )
    except ValueError as error:  # one of the few halves that give everybody the same bytes
        raise DeskError("key.file_damaged") from error
    return HKDF(SHA256(), KEY_BYTES, salt, f"kt1desk/sealed/1|{place}".encode()).derive(agreed)
