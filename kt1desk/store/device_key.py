"""The device's own key and number: who this file writes as. They exist before the first event, which names the public half.

The private half never leaves the encrypted file. The key that others seal to is made from the same seed, so that one secret is kept,
backed up and lost:

    X25519 private key = HKDF-SHA256(seed, no salt, info = "kt1desk/seal/1"), 32 bytes

This module must not know what is signed, nor what is sealed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import bindparam, insert, select, update

from kt1desk.domain.errors import DeskError
from kt1desk.store.local_tables import device_key
from kt1desk.store.statements import Connection, Prepared

Entropy = Callable[[int], bytes]
"""Random bytes, as many as asked for (``os.urandom``; the simulation hands in its own)."""

_SEED_BYTES = 32
_FIRST_INCARNATION = 1
_SEAL_INFO = b"kt1desk/seal/1"
_INSERT = Prepared(insert(device_key))
_RISE = Prepared(
    update(device_key).where(device_key.c.id == 1).values(incarnation=bindparam("incarnation_now"))
)
_SELECT = Prepared(
    select(device_key.c.device, device_key.c.incarnation, device_key.c.private_key).where(
        device_key.c.id == 1
    )
)


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """Device number, incarnation and Ed25519 key (RFC 8032) of this file."""

    device: int
    incarnation: int
    _private: Ed25519PrivateKey = field(repr=False)

    @property
    def public_key_hex(self) -> str:
        """The public half, 64 hex digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, data: bytes) -> bytes:
        """Signature over the bytes, 64 bytes; the same for the same bytes (RFC 8032 is deterministic)."""
        return self._private.sign(data)

    @property
    def seal_key_hex(self) -> str:
        """The X25519 key that others seal to, 64 hex digits."""
        return self._agreement.public_key().public_bytes_raw().hex()

    def agree(self, peer_public_hex: str) -> bytes:
        """The 32 bytes that this desk and the owner of an X25519 key share (RFC 7748). Never a key by itself: put it through HKDF.

        Raises:
            DeskError: ``trust.bad_key`` where the key is none, or one of the few that give everybody the same bytes (RFC 7748 §6.1).
        """
        try:
            return self._agreement.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(peer_public_hex)))
        except ValueError as error:
            raise DeskError("trust.bad_key") from error

    def at(self, point: str) -> PointKey:
        """The same key with the point its desk stands at."""
        return PointKey(self.device, self.incarnation, self._private, point)

    @property
    def _agreement(self) -> X25519PrivateKey:
        derived = HKDF(SHA256(), _SEED_BYTES, salt=None, info=_SEAL_INFO)
        return X25519PrivateKey.from_private_bytes(derived.derive(self._private.private_bytes_raw()))


@dataclass(frozen=True, slots=True)
class PointKey(DeviceKey):
    """A device's key and the point it stands at: what is needed to exchange mail with other points."""

    point: str


def make(connection: Connection, device: int, entropy: Entropy) -> None:
    """Give a new file its key."""
    row = {
        "id": 1,
        "device": device,
        "incarnation": _FIRST_INCARNATION,
        "private_key": entropy(_SEED_BYTES),
    }
    _INSERT.run(connection, row)


def load(connection: Connection) -> DeviceKey:
    """The key of this file.

    Raises:
        DeskError: ``store.no_desk`` where the file was never finished.
    """
    row = _SELECT.one(connection)
    if row is None:
        raise DeskError("store.no_desk")
    device, incarnation, private = row
    return DeviceKey(device, incarnation, Ed25519PrivateKey.from_private_bytes(private))


def rise(connection: Connection, key: DeviceKey, incarnation: int) -> DeviceKey:
    """Write as a later incarnation from now on, inside the caller's transaction; the key stays."""
    _RISE.run(connection, {"incarnation_now": incarnation})
    return replace(key, incarnation=incarnation)
