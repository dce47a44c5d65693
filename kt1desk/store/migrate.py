"""Bringing a desk's file to the schema of this program: copy it first, then upgrade it in one transaction.

A file that a newer program has upgraded is refused and left alone; which one it was stands in it. There is no way down: the copy is the
way back, and the last two are kept (docs/decisions/first-start.md). Where tables of projections change, a revision makes them empty and
says so (``replays = True``): they are made anew from the journal, in the same transaction, by the code that fills them every day. This
module must not know any table.
"""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kt1desk import __version__
from kt1desk.domain.errors import DeskError
from kt1desk.services.course import stage, step
from kt1desk.store import noted, places, rebuild
from kt1desk.store.authorizer import Purpose
from kt1desk.store.backup import back_up
from kt1desk.store.connection import open_engine, open_raw
from kt1desk.store.failures import translated

KEPT = 2
"""Copies from before an upgrade: of the last one, and of the one before, should the last turn out to have kept a fault."""
_COPY = "before-"
_BY = "schema_by"
"""The setting that says which version brought the file where it is."""
_VERSION = re.compile(r"[0-9A-Za-z.+-]{1,32}")
_EVENTS = "SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM received)"
_MB = 1_000_000


def head(history: Path | None = None) -> str:
    """The newest revision this program knows."""
    return str(_script(history).get_current_head())


def upgrade(path: Path, dek: bytes, history: Path | None = None) -> None:
    """Bring the file to the newest revision; a file that is there already is only looked at.

    A file with data is first copied to ``before-<revision>.db`` beside it, under the same key, and the copy is checked.

    What is under way is told to whoever watches (`kt1desk.services.course`): ``copy``, ``migrate``, ``replay``.

    Args:
        path: the database; made where it is not there.
        dek: its key.
        history: folder of the revisions, the program's own where not given.

    Raises:
        DeskError: ``store.newer_schema`` with ``needs`` (the version that upgraded it, "" where that is not known), ``runs``, ``found`` and
            ``known``; ``store.no_room_to_upgrade`` with ``needed_mb`` and ``free_mb``: nothing is touched then. ``store.copy_bad``,
            ``disk.*`` and what opening raises: the file is as it was.
    """
    script = _script(history)
    target = str(script.get_current_head())
    current = _current(path, dek)
    if current:
        _require_known(path, dek, script, current)
        _take_log_over(path, dek)
    if current == target:
        return
    if current:
        _require_room(path)
        stage("copy")
        back_up(path, dek, path.with_name(f"{_COPY}{target}.db"))
    stage("migrate")
    with _connected(path, dek) as connection:
        config = _config(history)
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        driver = _driver(connection)
        if current and _replays(script, current):
            stage("replay")
            rebuild.again(driver, _counted(driver))
        noted.write(driver, _BY, {"version": __version__})
    stage("")
    _forget_older_copies(path.parent)


def require_not_newer(path: Path, dek: bytes) -> None:
    """Refuse a file that a newer program has upgraded; for whoever reads it as it is, and reads its pages in the file itself.

    Raises:
        DeskError: ``store.newer_schema`` as `upgrade`; what opening raises.
    """
    current = _current(path, dek)
    if current:
        _require_known(path, dek, _own_script(), current)
        _take_log_over(path, dek)


def _require_known(path: Path, dek: bytes, script: ScriptDirectory, current: str) -> None:
    known = [revision.revision for revision in script.walk_revisions()]
    if current not in known:
        by = _upgraded_by(path, dek)
        raise DeskError("store.newer_schema", needs=by, runs=__version__, found=current, known=known[0])


def _take_log_over(path: Path, dek: bytes) -> None:
    """What SQLite's log holds goes into the file: a page that a power cut has torn in it is whole again then, not only where one reads."""
    open_raw(path, dek).close()


def _require_room(path: Path) -> None:
    """The copy, and as much again for what the upgrade writes before it counts: better refused now than half-way through the morning.

    Raises:
        DeskError: ``store.no_room_to_upgrade``; ``disk.*``.
    """
    with translated():
        log = path.with_name(f"{path.name}-wal")
        needed = 2 * sum(each.stat().st_size for each in (path, log) if each.exists())
        free = shutil.disk_usage(path.parent).free
    if free < needed:
        raise DeskError("store.no_room_to_upgrade", needed_mb=needed // _MB + 1, free_mb=free // _MB)


def _counted(connection: Any) -> Callable[[], None]:
    """Called before each event of the replay; says how many are through."""
    (of,) = connection.execute(_EVENTS).fetchone()
    done = 0

    def check() -> None:
        nonlocal done
        step(done, of)
        done += 1

    return check


def _forget_older_copies(folder: Path) -> None:
    """Revisions count up, so names say which are the newest. One that cannot be deleted is tried again at the next upgrade."""
    for old in sorted(folder.glob(f"{_COPY}*.db"))[:-KEPT]:
        try:
            old.unlink()
        except OSError as error:
            logging.getLogger(__name__).warning("copy not deleted: %s", error.errno)


def _upgraded_by(path: Path, dek: bytes) -> str:
    """The version that brought the file to its revision; "" where it does not say so in a way that is known here."""
    raw = open_raw(path, dek, reads_only=True)
    try:
        with translated():
            found = noted.read(raw, _BY) or {}
    except DeskError:
        return ""
    finally:
        raw.close()
    said = found.get("version")
    return said if isinstance(said, str) and _VERSION.fullmatch(said) else ""


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
    raw = _raw_to_read(path, dek)
    try:
        with translated():
            known = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    finally:
        raw.close()
    return str(row[0]) if row else ""


def _raw_to_read(path: Path, dek: bytes) -> Any:
    """A file of a newer program is not even written to by closing it; what is to be rolled back first can only be read by writing."""
    try:
        return open_raw(path, dek, reads_only=True)
    except DeskError:
        return open_raw(path, dek)


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
