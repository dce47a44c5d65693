"""A new database key for a closed desk: whoever stays opens it by the password he has, whoever left has nothing to open it with.

    (1) keys.json with the new key sealed beside the old one for each who stays
    (2) desk.db under the old key → desk.next under the new one, opened and proved → desk.db, one rename
    (3) keys.json with the new key alone

Between any two steps exactly one of both keys opens the file, and each slot gives both (`kt1desk.store.keys`): the next opening finishes
what the file says (`settle`). This module must not know who is a user of the desk, nor who asks.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.store import chains, device_key, start_checks
from kt1desk.store.backup import back_up_open
from kt1desk.store.connection import is_keyed, open_raw
from kt1desk.store.durable import replace_file, sync_folder
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import KEY_BYTES, RECOVERY, Slot, SlotFile, read_slots
from kt1desk.store.key_seal import marked_at, place_of, seal, unmarked
from kt1desk.store.marker import Heads

_SPARE_BYTES = 16 * 1024 * 1024
"""Room left beside the new file for what the file system and the journal of the copy need."""
_BYTES_A_SECOND = 10 * 1024 * 1024
"""Written, read and hashed again on a slow disk."""
_SIDES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says of itself: where its chains end, how many events it has, what is wrong with it."""

    heads: Heads
    events: int
    faults: tuple[str, ...]


def is_due(file: SlotFile) -> bool:
    """Whether somebody was put out since the present key was made."""
    return bool(put_out(file))


def put_out(file: SlotFile) -> frozenset[str]:
    """Who was put out since the present key was made."""
    return frozenset(holder for holder, slot in file.slots.items() if slot.is_dead and not slot.out)


def expected_s(folder: DataFolder) -> int:
    """About how many seconds it takes.

    Raises:
        DeskError: ``disk.*``.
    """
    with translated():
        return 2 + folder.database.stat().st_size // _BYTES_A_SECOND


def renew(folder: DataFolder, old: bytes, stays: Mapping[str, int]) -> bytes:
    """Give a desk that nobody has open a new database key; returns it. The caller holds the folder's lock.

    Args:
        folder: its data folder.
        old: the key it has.
        stays: who is to open it, the recovery code too, with the newest version that the journal knows of each slot.

    Raises:
        DeskError: ``key.renew_waits`` with ``holders`` whose slots have no pair yet, ``key.renew_forged`` with ``holders`` whose public
            half the old key does not speak for, ``key.slots_older``: nothing was begun. ``store.busy`` where somebody has the file open;
            ``disk.*``, ``store.*``: the old key stays. ``key.file_*``, ``key.missing``.
    """
    settle(folder, old)
    file = read_slots(folder)
    _require_whole(file, old, stays)
    _require_room(folder)
    new = secrets.token_bytes(KEY_BYTES)
    _keep_for_older_copies(folder, file)
    begun = {
        holder: _sealed(file.device, slot, new) if holder in stays else slot
        for holder, slot in file.slots.items()
    }
    try:
        _store(folder, replace(file, slots=begun))
        _rewrite(folder, old, new)
    finally:
        # Not the new one is not yet the old one: a page that cannot be read now must not cost the only key that opens the file.
        for key in (new, old):
            if is_keyed(folder.database, key):
                settle(folder, key)
                break
    return new


def settle(folder: DataFolder, key: bytes) -> None:
    """Finish what was begun, by the key that the file has: what is sealed of the other one goes, and so does half a file.

    Where it is the new one, whoever was not given it has a dead slot from now on. Nothing happens where nothing was begun.

    Raises:
        DeskError: ``key.file_*``, ``key.missing``, ``disk.*``.
    """
    file = read_slots(folder)
    if not file.is_between:
        return
    _clear_half(folder)
    found = {
        holder: marked_at(file.device, slot, slot.half, key)
        for holder, slot in file.slots.items()
        if slot.half is not None
    }
    is_new = any(
        slot.half is not None and len(slot.half.sealings) > 1 and found[holder] == 0
        for holder, slot in file.slots.items()
    )
    _store(
        folder,
        replace(
            file,
            slots={
                holder: _alone(slot, found.get(holder), is_new=is_new) for holder, slot in file.slots.items()
            },
        ),
    )


def _alone(slot: Slot, index: int | None, *, is_new: bool) -> Slot:
    """A slot with one of its keys; ``index`` None where it has none that fits."""
    if slot.half is not None and index is not None:
        return replace(slot, half=replace(slot.half, sealings=(slot.half.sealings[index],)))
    if not is_new or slot.holder == RECOVERY:
        return slot
    return replace(slot.dead(slot.version), out=True)


def _sealed(device: int, slot: Slot, new: bytes) -> Slot:
    if slot.half is None:
        return slot
    sealing = seal(new, slot.half.public, place_of(device, slot))
    return replace(slot, half=replace(slot.half, sealings=(sealing, *slot.half.sealings)))


def _require_whole(file: SlotFile, old: bytes, stays: Mapping[str, int]) -> None:
    """Nobody who stays is left out, and nobody else gets the key by a half that was put in another's place."""
    staying = {holder: slot for holder, slot in file.slots.items() if holder in stays and not slot.is_dead}
    if any(slot.version < stays[holder] for holder, slot in staying.items()):
        raise DeskError("key.slots_older")
    _refuse("key.renew_waits", (holder for holder, slot in staying.items() if slot.half is None))
    _refuse("key.renew_forged", (holder for holder in unmarked(file, old) if holder in staying))


def _refuse(code: str, holders: Iterable[str]) -> None:
    named = sorted(holders)
    if named:
        raise DeskError(code, holders=", ".join(named))


def _require_room(folder: DataFolder) -> None:
    with translated():
        needed = folder.database.stat().st_size + _SPARE_BYTES
        free = shutil.disk_usage(folder.database.parent).free
    if free < needed:
        raise DeskError("disk.full")


def _keep_for_older_copies(folder: DataFolder, file: SlotFile) -> None:
    """Copies that lie beside the file, of before an upgrade or a restore, stay under the old key: this opens them, for whoever stays."""
    with translated():
        beside = folder.database.parent
        if not [*beside.glob("before-*.db"), *beside.glob("forked-*.db")]:
            return
        number = 1 + len([*beside.glob("keys-before-*.json")])
        replace_file(beside / f"keys-before-{number}.json", file.encode())


def _rewrite(folder: DataFolder, old: bytes, new: bytes) -> None:
    """The whole file under the new key, in one rename."""
    _clear_half(folder)
    following = _following(folder)
    source = open_raw(folder.database, old)
    try:
        with translated():
            # It takes the log in and cannot be had while anybody else has the file open; a log would not fit the file that comes.
            if source.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
                raise DeskError("store.busy")
            source.execute("BEGIN")
        back_up_open(source, following, new)
        _prove(source, following, new)
    finally:
        source.close()
    with translated():
        following.replace(folder.database)
        sync_folder(folder.database.parent)


def _prove(source: Any, following: Path, new: bytes) -> None:
    """What was written is what was there, faults that it had before included. Every page was read and all rows counted by `back_up_open`.

    Raises:
        DeskError: ``store.copy_bad``.
    """
    copy = open_raw(following, new)
    try:
        with translated():
            told = _told(copy)
            heads = start_checks.heads_of(source, device_key.load(source))
            if told.heads != heads or (told.faults and told != _told(source)):
                raise DeskError("store.copy_bad")
    finally:
        copy.close()


def _told(connection: Any) -> _Told:
    key = device_key.load(connection)
    rows = connection.execute("PRAGMA integrity_check").fetchall()
    trees = tuple(str(text) for (text,) in rows if text != "ok")
    count, broken = chains.check(connection, key.device)
    return _Told(start_checks.heads_of(connection, key), count, (*trees, *broken))


def _following(folder: DataFolder) -> Path:
    return folder.database.with_suffix(".next")


def _clear_half(folder: DataFolder) -> None:
    following = _following(folder)
    with translated():
        for name in (following.name, f"{following.name}.new"):
            for end in ("", *_SIDES):
                with suppress(FileNotFoundError):
                    following.with_name(f"{name}{end}").unlink()


def _store(folder: DataFolder, file: SlotFile) -> None:
    with translated():
        replace_file(folder.keys, file.encode())
