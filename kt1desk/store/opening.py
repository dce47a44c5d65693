"""The parts of a store while it is opened or made: file, schema, device key, marker, and what is checked before the first use.

This module must not know what is done with an open store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Engine

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.services.record_check import Finding
from kt1desk.store import device_key, doubts, log_frames, migrate, schema, standing, start_checks
from kt1desk.store.connection import assert_encrypted, open_engine, open_in_memory
from kt1desk.store.device_key import DeviceKey, Entropy
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.marker import HeadInMemory, HeadMarker, Heads, Marker
from kt1desk.store.schema_sql import HASH_GUARDS
from kt1desk.store.statements import Connection
from kt1desk.store.writing import Sources, Tail

Look: TypeAlias = Callable[[Connection, DeviceKey, Marker], Heads]
"""What is checked before the first use, and where the desk stands by it."""
Outside: TypeAlias = tuple[Clock, Entropy]
_LONG = "record.log_long"


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open store."""

    connection: Any
    marker: Marker
    sources: Sources
    dek: bytes
    let_go: Callable[[], None]


def made(folder: DataFolder, dek: bytes, outside: Outside, device: int) -> tuple[Opened, Tail]:
    """The parts of a new desk's store, see `kt1desk.store.journal.DeskStore.create`.

    Raises:
        DeskError: ``store.desk_exists``; ``disk.*``.
    """
    folder.prepare()
    if folder.database.exists() and folder.database.stat().st_size > 0:
        raise DeskError("store.desk_exists")
    migrate.upgrade(folder.database, dek)
    engine = open_engine(folder.database, dek, guards=HASH_GUARDS)
    try:
        with translated():
            device_key.make(_driver(engine), device, outside[1])  # one statement is a transaction of its own
        return _start(_in_folder(folder, engine, dek), outside, start_checks.check)
    except BaseException:
        engine.dispose()
        raise


def opened(folder: DataFolder, dek: bytes, outside: Outside, look: Look) -> tuple[Opened, Tail]:
    """The parts of a desk's store, see `kt1desk.store.journal.DeskStore.open`.

    Raises:
        DeskError: ``store.no_desk``, ``store.newer_schema``; everything of ``look`` and `open_engine`.
    """
    if not folder.database.exists():
        raise DeskError("store.no_desk")
    with translated():
        assert_encrypted(folder.database)
    if folder.keys.exists():  # a restore that was cut off after its last rename: its note must never meet this desk without its slots
        with translated():
            folder.restoring.unlink(missing_ok=True)
    found = _found_in_log(folder)  # before SQLite takes over what it holds for whole, and the rest is gone
    migrate.upgrade(folder.database, dek)
    engine = open_engine(folder.database, dek, guards=HASH_GUARDS)
    try:
        started = _start(_in_folder(folder, engine, dek), outside, look)
        if found:
            _doubt(started[0], found)
        return started
    except BaseException:
        engine.dispose()
        raise


def in_memory(outside: Outside, device: int, like: Any) -> tuple[Opened, Tail]:
    """The parts of a store that is never on a disk, see `kt1desk.store.journal.in_memory`.

    Raises:
        DeskError: as `made`.
    """
    connection, marker = open_in_memory(schema.whole(), HASH_GUARDS), HeadInMemory()
    with translated():
        if like is None:
            device_key.make(connection, device, outside[1])
        else:
            like.backup(connection)
            marker.write(start_checks.heads_of(connection, device_key.load(connection)))
    return _start((connection, marker, b"", connection.close), outside, start_checks.check)


_Parts: TypeAlias = tuple[Any, Marker, bytes, Callable[[], None]]


def _in_folder(folder: DataFolder, engine: Engine, dek: bytes) -> _Parts:
    """Connection, marker, key, and how the file is let go of."""
    return _driver(engine), HeadMarker(folder.marker), dek, engine.dispose


def _start(parts: _Parts, outside: Outside, look: Look) -> tuple[Opened, Tail]:
    """What is checked before the first use: the marker, the tails of both chains, whether the desk may write."""
    connection, marker, dek, let_go = parts
    with translated():
        key = device_key.load(connection)
        heads = look(connection, key, marker)
        tail = Tail(heads, start_checks.time_of(connection, key, heads))
        barred = standing.barred(connection)
    return Opened(connection, marker, Sources(key, *outside, barred), dek, let_go), tail


def _found_in_log(folder: DataFolder) -> str:
    """What is to be noted of the log, coded; "" for nothing. A long one is not read here: whoever logs in would wait the longer for it."""
    log = log_frames.log_of(folder.database)
    with translated():
        data = log.read_bytes() if log.exists() else b""
    if log_frames.is_long(data):
        return _LONG
    return "record.log_damaged" if log_frames.is_cut_by_rot(data) else ""


def _doubt(opened: Opened, code: str) -> None:
    """The marker misses no event, but the pages may be of two moments: no sum before all records were checked.

    After a long log nothing is known to be wrong: the check of all records begins at once, and nobody is told.
    """
    nothing = code == _LONG
    now_ms = opened.sources.clock.now().utc_ms
    finding = Finding(code, "log", now_ms, mended=nothing, told=nothing)
    with translated():
        opened.connection.execute("BEGIN IMMEDIATE")
        doubts.add(opened.connection, finding)
        opened.connection.execute("COMMIT")


def _driver(engine: Engine) -> Any:
    """The engine's one connection as the driver knows it."""
    return engine.raw_connection().driver_connection
