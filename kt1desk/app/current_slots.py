"""Passwords that count now: a slot that is older than the journal says opens nothing while a desk is open, as it opens none at the log-in.

This module must not know who is asked, nor for what.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store.connection import open_raw
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing
from kt1desk.store.reader import StoreReader


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
        with self._store.read() as reader:
            _require_newest(self._keys, user, reader.slot_versions())
        return dek


def unlock_closed(keys: KeyRing, folder: DataFolder, clock: Clock, user: str, password: str) -> bytes:
    """As `CurrentSlots.unlock`, for a desk that is opened only to be proved. Where its file cannot even be asked, the proof will say so.

    Raises:
        DeskError: as `CurrentSlots.unlock`.
    """
    dek = keys.unlock(user, password)
    try:
        raw = open_raw(folder.database, dek, reads_only=True)
        try:
            with translated():
                newest = StoreReader(raw, clock).slot_versions()
        finally:
            raw.close()
    except DeskError:
        return dek
    _require_newest(keys, user, newest)
    return dek


def _require_newest(keys: KeyRing, user: str, newest: Mapping[str, int]) -> None:
    name = user.strip().lower()
    if keys.versions().get(name, 0) < newest.get(name, 0):
        raise DeskError("key.slots_older")
