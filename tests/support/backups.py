"""Desks that are backed up: a store with slots beside it, on a real disk."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from kt1desk.domain.events import Moment
from kt1desk.store import device_key
from kt1desk.store.backup_file import DATABASE, MANIFEST, Backup, Original, read_backup, write_backup
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.journals import DEK, accept, begin, make

PASSWORD = "nang-som-tren-deo"
AT = Moment(1_795_420_800_000, 420)


def desk_with_slots(root: Path, *, seed: int = 1) -> tuple[DeskStore, str]:
    """A trial desk with three items, and its recovery code."""
    store = make(root, seed=seed)
    begin(store)
    for _ in range(3):
        accept(store)
    ring = KeyRing(DataFolder(root), HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))
    return store, ring.create(0, DEK, {"lan": PASSWORD})


def original(store: DeskStore, root: Path) -> Original:
    """It, as a backup wants it."""
    return Original(store, DataFolder(root), "LS01", "0.1.0")


def backed_up(store: DeskStore, root: Path, place: Path, at: Moment = AT) -> Backup:
    """A backup of it."""
    place.mkdir(exist_ok=True)
    return write_backup(original(store, root), place, at)


def signed_again(folder: Path) -> Backup:
    """A backup whose database was changed by somebody with the key, who also made the manifest fit."""
    raw = open_raw(folder / DATABASE, DEK)
    key = device_key.load(raw)
    raw.close()
    data = (folder / DATABASE).read_bytes()
    said = replace(
        read_backup(folder).manifest, size=len(data), database=hashlib.sha256(data).digest()
    ).signed(key)
    (folder / MANIFEST).write_bytes(said.encode())
    return Backup(folder, said)
