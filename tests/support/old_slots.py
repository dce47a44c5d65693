"""A slot file as programs wrote it before slots had pairs: each box has the database key itself."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from kt1desk.store import device_secret, recovery_code
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, NONCE_BYTES, RECOVERY, SALT_BYTES, Cost, Slot, SlotFile
from kt1desk.store.key_wrap import Binding, password_key, recovery_key, wrap

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)


def old_slots(folder: DataFolder, device: int, dek: bytes, passwords: Mapping[str, str], code: str) -> bytes:
    """Put such a file there; returns it."""
    machine = device_secret.read_or_make(folder.device_secret)
    slots = {RECOVERY: _slot(recovery_key, recovery_code.read(code), Binding(device, RECOVERY, 1, None), dek)}
    for user, password in passwords.items():

        def key(secret: bytes, salt: bytes, binding: Binding) -> bytes:
            return password_key(secret.decode(), salt, machine, binding)

        slots[user] = _slot(key, password.encode(), Binding(device, user, 1, CHEAP), dek)
    folder.keys.write_bytes(SlotFile(device, slots).encode())
    return folder.keys.read_bytes()


def _slot(key: object, secret: bytes, binding: Binding, dek: bytes) -> Slot:
    assert callable(key)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    box = wrap(key(secret, salt, binding), dek, salt, nonce, binding)
    return Slot(binding.holder, binding.version, binding.cost, box)
