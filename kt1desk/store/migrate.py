"""Bringing a desk's file to the schema of this program: copy it first, then upgrade it in one transaction.

A file that a newer program has upgraded is refused and left alone. There is no way down: the copy is the way back. Where tables of
projections change, a revision makes them empty and says so (``replays = True``): they are made anew from the journal, in the same
transaction, by the code that fills them every day. This module must not know any table.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kt1desk.domain.errors import DeskError
from kt1desk.store import places, rebuild
from kt1desk.store.authorizer import Purpose
from kt1desk.store.backup import back_up
from kt1desk.store.connection import open_engine, open_raw
from kt1desk.store.failures import translated


def head(history: Path | None = None) -> str:
    """The newest revision this program knows."""
    return str(_script(history).get_current_head())


def upgrade(path: Path, dek: bytes, history: Path | None = None) -> None:
    """Bring the file to the newest revision; a file that is there already is only looked at.

    A file with data is first copied to ``before-<revision>.db`` beside it, under the same key, and the copy is checked.

    Args:
        path: the database; made where it is not there.
        dek: its key.
        history: folder of the revisions, the program's own where not given.

    Raises:
        DeskError: ``store.newer_schema`` with ``found``; nothing is touched then. ``store.copy_bad``, ``disk.*`` and what opening raises.
    """
    script = _script(history)
    target = str(script.get_current_head())
    current = _current(path, dek)
    if current == target:
        return
    if current:
        if current not in {revision.revision for revision in script.walk_revisions()}:
            raise DeskError("store.newer_schema", found=current)
        back_up(path, dek, path.with_name(f"before-{target}.db"))
    with _connected(path, dek) as connection:
        config = _config(history)
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        if current and _replays(script, current):
            rebuild.again(_driver(connection))


def _replays(script: ScriptDirectory, current: str) -> bool:
    """Whether any revision after ``current`` leaves it to a replay of the journal to fill its tables."""
    passed = script.iterate_revisions("head", current)
    return any(
        getattr(revision.module, "replays", False) for revision in passed if revision.revision != current
    )


def _driver(connection: Connection) -> Any:
    """The connection as the driver knows it."""
    return connection.connection.driver_connection


def _current(path: Path, dek: bytes) -> str:
    """The revision of the file, empty for a file without tables; read without changing anything."""
    if not path.exists() or path.stat().st_size == 0:
        return ""
    raw = open_raw(path, dek)
    try:
        with translated():
            known = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    finally:
        raw.close()
    return str(row[0]) if row else ""


@contextlib.contextmanager
def _connected(path: Path, dek: bytes) -> Iterator[Connection]:
    engine = open_engine(path, dek, Purpose.MIGRATION)
    try:
        with translated(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _config(history: Path | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(history or places.migrations()).replace("%", "%%"))
    return config


def _script(history: Path | None) -> ScriptDirectory:
    return _own_script() if history is None else ScriptDirectory.from_config(_config(history))


@cache
def _own_script() -> ScriptDirectory:
    """The program's revisions, read once: they do not change while it runs."""
    return ScriptDirectory.from_config(_config(None))
