"""The copy on which a journal is brought together with the centre's, in place of the file: whole and proved, or not at all.

    store/desk.db → store/forked-<UTC time>.db (kept, encrypted as it was) and store/desk.next → desk.db

Until the last step, one rename, the file of before is the desk; a program that dies before it begins again. The marker follows: at the next
start it is one of an earlier incarnation, and is brought up.

This module must not know what is written on the copy.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kt1desk.services.ports import Clock
from kt1desk.store.connection import open_raw
from kt1desk.store.device_key import Entropy
from kt1desk.store.durable import sync_folder
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore, in_memory
from kt1desk.store.rewriting import Rewritten
from kt1desk.store.statements import Connection

Rewriting = Callable[[Connection], Rewritten]


def rewrite_file(
    store: DeskStore, folder: DataFolder, dek: bytes, outside: tuple[Clock, Entropy], rewriting: Rewriting
) -> tuple[DeskStore, Rewritten, Path]:
    """Put the rewritten copy in place of the file; the store handed in is closed when this returns. The archived file is told.

    Raises:
        DeskError: what ``rewriting`` refuses, ``store.copy_bad``, ``disk.*``: the desk and its open store are as before.
    """
    now = datetime.fromtimestamp(outside[0].now().utc_ms / 1000, tz=UTC)
    archive = folder.database.with_name(f"forked-{now:%Y%m%dT%H%M%S}.db")
    following = folder.database.with_name("desk.next")
    store.backup(archive)
    store.backup(following)
    raw = open_raw(following, dek)
    try:
        with translated():
            done = rewriting(raw)
            raw.execute("PRAGMA journal_mode=WAL").fetchone()
    except BaseException:
        raw.close()
        _gone(following)
        raise
    raw.close()
    store.close()
    with translated():
        _gone(folder.database, only_beside=True)
        following.replace(folder.database)
        sync_folder(folder.database.parent)
    return DeskStore.open(folder, dek, *outside), done, archive


def rewrite_in_memory(
    store: DeskStore, outside: tuple[Clock, Entropy], rewriting: Rewriting
) -> tuple[DeskStore, Rewritten]:
    """The same for a database that is never on a disk. The store handed in stays as it is; who has it closes it.

    Raises:
        DeskError: as `rewrite_file`.
    """
    copy: Any = dbapi2.connect(":memory:", isolation_level=None)
    try:
        with store.held() as held, translated():
            source: Any = held.connection
            source.backup(copy)
        with translated():
            done = rewriting(copy)
        return in_memory(*outside, like=copy), done
    finally:
        copy.close()


def _gone(database: Path, *, only_beside: bool = False) -> None:
    names = [f"{database.name}-wal", f"{database.name}-shm", *([] if only_beside else [database.name])]
    for name in names:
        with suppress(FileNotFoundError):
            database.with_name(name).unlink()
