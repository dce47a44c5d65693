"""Backups of a desk, each a folder that is whole or not there: the encrypted database, the key slots, and the manifest that binds them.

    PLACE/kt1desk-7-20261123-170512/    desk.db        the database under its own key, copied as it stood at one moment
                                        keys.json      who opens it: the recovery code anywhere, a password on the machine of old
                                        manifest.json  whose, of when, how far, sums, signature (`kt1desk.store.backup_manifest`)

It is written under a name that no restore looks at, read back from the medium, opened and proved, and only then gets its name: one rename.
A backup that is to go loses its name first. So whatever has the name was good once, and whoever dies half way leaves the others.
The copy is read over a connection of its own: nobody at the counter waits for it. This module must not know when backups are made.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.services.course import closing, step
from kt1desk.store import chains, device_key, start_checks
from kt1desk.store.backup import back_up_open
from kt1desk.store.backup_manifest import MAX_BYTES, Manifest
from kt1desk.store.backup_place import NAME, NEW, OLD, clear_leftovers, free_name, require_place, require_room
from kt1desk.store.connection import open_raw
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.durable import read_small, replace_file, sync_folder
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import MAX_FILE_BYTES, SlotFile
from kt1desk.store.marker import Heads
from kt1desk.store.stopping import stoppable

DATABASE, KEYS, MANIFEST = "desk.db", "keys.json", "manifest.json"
_CHUNK = 1 << 20
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Original:
    """The desk that is backed up: its open store, its folder, its point and the program's version."""

    store: DeskStore
    folder: DataFolder
    point: str
    program: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its manifest says; nothing is proved of it."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Found:
    """A folder with the name of a backup: ``backup``, or why its manifest cannot be read (coded)."""

    folder: Path
    backup: Backup | None
    why: str = ""


def write_backup(of: Original, place: Path, at: Moment) -> Backup:
    """Write a backup in a place and prove it; when this returns it is on the medium.

    Raises:
        DeskError: ``backup.no_place``, ``backup.no_room`` with ``mib``; ``disk.*``; as `prove` where what was read back is not what was
            written. Nothing new has a backup's name then.
    """
    dek = of.store.lend_key()
    require_place(place)
    with of.store.look() as connection:
        device = device_key.load(connection).device
    clear_leftovers(place, device)
    require_room(of.folder, place)
    final = free_name(place, device, at)
    beside = final.with_name(final.name + NEW)
    try:
        with translated():
            beside.mkdir(mode=0o700)
        manifest = _fill(of, beside, at, dek)
        prove(Backup(beside, manifest), dek)
        closing()
        with translated():
            sync_folder(beside)
            beside.rename(final)
            sync_folder(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Backup(final, manifest)


def backups_in(place: Path) -> tuple[Found, ...]:
    """What lies in a place under the name of a backup, by the time in its name, newest first.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    require_place(place)
    with translated():
        named = [(NAME.fullmatch(each.name), each) for each in place.iterdir() if each.is_dir()]
    dated = sorted(((name[2], each) for name, each in named if name is not None), reverse=True)
    return tuple(_found(folder) for _, folder in dated)


def before(folder: Path) -> Found | None:
    """The backup of the same desk that was made before this one in the same place; None where there is none.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    own = NAME.fullmatch(folder.name)
    if own is None:
        return None
    older = (
        each
        for each in backups_in(folder.parent)
        if (name := NAME.fullmatch(each.folder.name)) and name[1] == own[1] and name[2] < own[2]
    )
    return next(older, None)


def read_backup(folder: Path) -> Backup:
    """The backup of one folder, as its manifest says.

    Raises:
        DeskError: ``backup.none`` where there is no manifest; ``backup.unreadable``, ``backup.newer``; ``disk.*``.
    """
    with translated():
        path = folder / MANIFEST
        if not path.is_file():
            raise DeskError("backup.none")
        data = read_small(path, MAX_BYTES)
    return Backup(folder, Manifest.decode(data))


def check_sums(backup: Backup) -> None:
    """Read both files whole and hold them against the manifest. It needs no key, and proves nothing of who wrote them.

    Raises:
        DeskError: ``backup.damaged``, ``disk.*``.
    """
    said, folder = backup.manifest, backup.folder
    if _sum(folder / DATABASE) != (said.size, said.database) or _sum(folder / KEYS)[1] != said.keys:
        raise DeskError("backup.damaged")


def prove(backup: Backup, dek: bytes) -> None:
    """Read a backup whole: sums, every page, signature, every event of every chain, and the heads that the manifest names.

    Raises:
        DeskError: ``backup.damaged``; ``backup.wrong_key`` where the key does not open it; ``backup.other_desk`` where its parts are of two
            desks; ``backup.records`` with ``event``, the first bad one; ``disk.*``.
    """
    check_sums(backup)
    said, folder = backup.manifest, backup.folder
    if _slots(folder).device != said.device:
        raise DeskError("backup.other_desk")
    raw = _opened(folder / DATABASE, dek)
    try:
        with translated(), stoppable(raw):
            _prove_open(raw, said)
    except DeskError as error:
        raise (DeskError("backup.damaged") if error.code == "store.damaged" else error) from error
    finally:
        raw.close()


def remove_backup(folder: Path) -> None:
    """Take a backup away: its name first, so that no half of it is ever taken for one.

    Raises:
        DeskError: ``disk.*``.
    """
    with translated():
        going = folder.with_name(folder.name + OLD)
        folder.rename(going)
        sync_folder(folder.parent)
        shutil.rmtree(going)


def _fill(of: Original, beside: Path, at: Moment, dek: bytes) -> Manifest:
    for _ in range(_TRIES):
        keys = _keys_now(of.folder)
        heads, key = _copy(of.folder.database, dek, beside / DATABASE)
        if (
            _keys_now(of.folder) == keys
        ):  # else a slot was written meanwhile, and the two might not fit together
            break
    else:
        raise DeskError("store.busy")
    with translated():
        replace_file(beside / KEYS, keys)
    size, database = _sum(beside / DATABASE)
    manifest = Manifest(
        key.device, of.point, of.program, at.utc_ms, heads, size, database, hashlib.sha256(keys).digest()
    ).signed(key)
    with translated():
        replace_file(beside / MANIFEST, manifest.encode())
    return manifest


def _copy(database: Path, dek: bytes, target: Path) -> tuple[Heads, DeviceKey]:
    """The database as it stands now, and where it stands. Writers go on beside it (write-ahead log)."""
    raw = open_raw(database, dek)
    try:
        with translated():
            raw.execute("BEGIN")
            key = device_key.load(raw)
            heads = start_checks.heads_of(raw, key)
        back_up_open(raw, target, dek)
    finally:
        raw.close()
    return heads, key


def _prove_open(raw: Any, said: Manifest) -> None:
    if raw.execute("PRAGMA cipher_integrity_check").fetchall():
        raise DeskError("backup.damaged")
    key = device_key.load(raw)
    if not said.is_signed_by(key):
        raise DeskError("backup.other_desk")
    _, faults = chains.check(raw, key.device)
    if faults:
        raise DeskError("backup.records", event=faults[0].split()[0])
    if start_checks.heads_of(raw, key) != said.heads:
        raise DeskError("backup.damaged")


def _opened(database: Path, dek: bytes) -> Any:
    try:
        return open_raw(database, dek)
    except DeskError as error:
        raise (DeskError("backup.wrong_key") if error.code == "store.key_or_damaged" else error) from error


def _slots(folder: Path) -> SlotFile:
    with translated():
        data = read_small(folder / KEYS, MAX_FILE_BYTES)
    try:
        return SlotFile.decode(data)
    except DeskError as error:
        raise DeskError("backup.damaged") from error


def _sum(path: Path) -> tuple[int, bytes]:
    """Length and SHA-256 of a file as the medium has it, not as memory still has it.

    Raises:
        DeskError: ``backup.damaged`` where the file is not there, or is no file; ``disk.*``.
    """
    made, size = hashlib.sha256(), 0
    if not path.is_file():  # a pipe on the stick would hold whoever opens it
        raise DeskError("backup.damaged")
    try:
        with translated(), path.open("rb") as file:
            if sys.platform == "linux":
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while chunk := file.read(_CHUNK):
                step()
                made.update(chunk)
                size += len(chunk)
    except DeskError as error:
        raise (error if path.exists() else DeskError("backup.damaged")) from error
    return size, made.digest()


def _keys_now(folder: DataFolder) -> bytes:
    with translated():
        return read_small(folder.keys, MAX_FILE_BYTES)


def _found(folder: Path) -> Found:
    try:
        return Found(folder, read_backup(folder))
    except DeskError as error:
        return Found(folder, None, error.code)
