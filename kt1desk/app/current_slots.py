"""Passwords that count now: a slot that is older than the journal says opens nothing while a desk is open, as it opens none at the log-in.

This module must not know who is asked, nor for what.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing


class CurrentSlots:
    """The key slots of an open desk, held against its journal."""

    def __init__(self, keys: KeyRing, store: DeskStore) -> None:
        self._keys = keys
        self._store = store

    def unlock(self, user: str, password: str) -> bytes:
        """See `KeyRing.unlock`.

        Raises:
            DeskError: as `KeyRing.unlock`; ``key.slots_older`` where this user's slot was put back from an older file.
        """
        dek = self._keys.unlock(user, password)
        name = user.strip().lower()
        with self._store.read() as reader:
            newest = reader.slot_versions().get(name, 0)
        if self._keys.versions().get(name, 0) < newest:
            raise DeskError("key.slots_older")
        return dek
