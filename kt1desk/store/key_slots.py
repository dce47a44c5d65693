"""Slots made and opened: the pair of each, its private half wrapped under a password or the printed code, the database key sealed to it.

This module must not know where the file of the slots lies, nor whether a password may be tried.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from kt1desk.domain.errors import DeskError
from kt1desk.store import recovery_code
from kt1desk.store.key_format import NONCE_BYTES, RECOVERY, SALT_BYTES, Half, Slot
from kt1desk.store.key_seal import new_private, place_of, public_of, seal, unseal
from kt1desk.store.key_wrap import Binding, password_key, recovery_key, unwrap, wrap


def user_slot(binding: Binding, password: str, machine: bytes, dek: bytes) -> Slot:
    """A slot of a user with a new pair. ``machine`` is this machine's secret.

    Raises:
        DeskError: ``key.no_memory``.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    return _made(password_key(password, salt, machine, binding), salt, binding, dek)


def recovery_slot(device: int, dek: bytes, version: int, code: str) -> Slot:
    """The slot of the printed code, with a new pair."""
    binding = Binding(device, RECOVERY, version, None)
    salt = secrets.token_bytes(SALT_BYTES)
    return _made(recovery_key(recovery_code.read(code), salt, binding), salt, binding, dek)


def keys_in(kek: bytes, device: int, slot: Slot) -> tuple[bytes, ...]:
    """The database keys that a slot gives, the newest first; none where password or code was wrong.

    Raises:
        DeskError: ``key.file_damaged`` where the secret was right and no key is sealed to it.
    """
    secret = unwrap(kek, slot, Binding.of(device, slot))
    if secret is None:
        return ()
    if slot.half is None:
        return (secret,)
    opened = [unseal(secret, each, place_of(device, slot)) for each in slot.half.sealings]
    found = tuple(key for key in opened if key is not None)
    if not found:
        raise DeskError("key.file_damaged")
    return found


def _made(kek: bytes, salt: bytes, binding: Binding, dek: bytes) -> Slot:
    private = new_private()
    tied = replace(binding, public=public_of(private))
    box = wrap(kek, private, salt, secrets.token_bytes(NONCE_BYTES), tied)
    bare = Slot(tied.holder, tied.version, tied.cost, box, tied.given)
    sealing = seal(dek, tied.public, place_of(tied.device, bare))
    return replace(bare, half=Half(tied.public, (sealing,)))
