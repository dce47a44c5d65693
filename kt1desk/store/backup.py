"""A whole, encrypted copy of an open database by SQLite's backup API, checked before it counts as one.

Copying the files of an open WAL database is forbidden: it gives a file that looks whole. This module must not know any table.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.services.course import current, step
from kt1desk.store.connection import open_raw
from kt1desk.store.durable import sync_folder
from kt1desk.store.failures import translated

_PAGES = 2_000
"""Copied between two questions whether to go on; 8 MB. Whoever hands over a connection in a transaction copies one moment all the same."""


def back_up(source: Path, dek: bytes, target: Path, target_key: bytes | None = None) -> None:
    """Copy ``source`` to ``target`` under the same key or another one; a copy that is bad is deleted.

    Raises:
        DeskError: ``store.copy_bad`` where the copy does not read back as the original; ``disk.*``.
    """
    raw = open_raw(source, dek)
    try:
        back_up_open(raw, target, target_key or dek)
    finally:
        raw.close()


def back_up_open(source: Any, target: Path, target_key: bytes) -> None:
    """Copy from a driver connection that is open already, as `back_up`."""
    beside = target.with_name(f"{target.name}.new")
    with translated():
        beside.unlink(missing_ok=True)
    try:
        copy = open_raw(beside, target_key)
        try:
            with translated():
                source.backup(copy, pages=_PAGES, progress=_copied) if current() else source.backup(copy)
                # The journal's mode is copied too; a backup is one file.
                copy.execute("PRAGMA journal_mode=DELETE").fetchone()
                step()
                good = not copy.execute("PRAGMA cipher_integrity_check").fetchall()
                good = good and _counts(copy) == _counts(source)
        finally:
            copy.close()
        step()
        if not good:
            raise DeskError("store.copy_bad")
        with translated():
            with suppress(PermissionError):  # FAT on a stick keeps no owners, and refuses to be told of one
                beside.chmod(0o600)
            beside.replace(target)
            sync_folder(target.parent)
    finally:
        beside.unlink(missing_ok=True)


def _copied(_status: int, left: int, pages: int) -> None:
    step(pages - left, pages)


def _counts(connection: Any) -> list[tuple[str, int]]:
    """How many rows each table has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    return [
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - a name from the schema
        for (name,) in names
    ]
