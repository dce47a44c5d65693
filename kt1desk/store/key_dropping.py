"""How a user's key slot is dropped: a dead one takes its place, which no password opens and which is nobody's any more.

It keeps the place of the version: a slot that is written for him later is newer than every one he had, and an older file of slots is known
by the journal. This module must not know any cipher, nor who may drop what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kt1desk.domain.errors import DeskError
from kt1desk.store.durable import replace_file
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import RECOVERY, read_slots


def drop_slot(folder: DataFolder, user: str, version: int) -> None:
    """From now on no password opens the desk for this user. Nothing happens where he has no slot.

    Args:
        folder: the data folder.
        user: whose slot.
        version: of the dead slot; the journal says the same.

    Raises:
        DeskError: ``key.missing``, ``key.file_*``, ``disk.*``; ``user.unknown`` for the recovery code, which is no user's.
    """
    if user == RECOVERY:
        raise DeskError("user.unknown", "user", user=user)
    file = read_slots(folder)
    slot = file.slots.get(user)
    if slot is None:
        return
    dead = slot.dead(max(version, slot.version))
    with translated():
        replace_file(folder.keys, file.with_slot(dead).encode())


def catch_up(folder: DataFolder, versions: Mapping[str, int]) -> None:
    """Put dead slots in place of those that are older than the journal says: a file of slots was put back, its passwords must not count.

    The recovery code's slot stays: whoever holds the code is about to get another one.

    Args:
        folder: the data folder.
        versions: newest version of each slot by its holder, from the journal.

    Raises:
        DeskError: as `drop_slot`.
    """
    file = read_slots(folder)
    dead = {
        holder: slot.dead(versions[holder])
        for holder, slot in file.slots.items()
        if holder != RECOVERY and slot.version < versions.get(holder, 0)
    }
    if dead:
        with translated():
            replace_file(folder.keys, replace(file, slots={**file.slots, **dead}).encode())
