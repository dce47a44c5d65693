"""The open store of one desk: one connection behind a lock, transactions on it, and the head marker after each commit.

This module must not know any type of event, nor who is logged in.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Engine

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store import device_key, migrate, schema, start_checks
from kt1desk.store.backup import back_up_open
from kt1desk.store.connection import open_engine, open_in_memory
from kt1desk.store.device_key import Entropy
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.marker import HeadInMemory, HeadMarker, Heads, Marker
from kt1desk.store.reader import StoreReader
from kt1desk.store.schema_sql import HASH_GUARDS
from kt1desk.store.statements import Connection
from kt1desk.store.work import StoreWork
from kt1desk.store.writing import Sources, Tail


@dataclass(slots=True)
class Held:
    """A store in the hands of one caller alone. ``tail`` is where the desk stands; whoever commits moves it."""

    connection: Connection
    sources: Sources
    tail: Tail


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open store."""

    connection: Any
    marker: Marker
    sources: Sources
    dek: bytes
    let_go: Callable[[], None]


class DeskStore:
    """Implements `kt1desk.services.ports.Journal`; any thread may use it, one at a time."""

    def __init__(self, opened: Opened, tail: Tail) -> None:
        self._opened = opened
        self._tail = tail
        self._lock = threading.RLock()
        self._in_transaction = False
        self._marker_behind = False

    @classmethod
    def create(
        cls, folder: DataFolder, dek: bytes, clock: Clock, entropy: Entropy, device: int = 0
    ) -> DeskStore:
        """Make the store of a new desk: file, schema, device key, marker. Its number is ``device``; 0 is a trial desk.

        Raises:
            DeskError: ``store.desk_exists`` where there is a database already; ``disk.*``.
        """
        folder.prepare()
        if folder.database.exists() and folder.database.stat().st_size > 0:
            raise DeskError("store.desk_exists")
        migrate.upgrade(folder.database, dek)
        engine = open_engine(folder.database, dek, guards=HASH_GUARDS)
        try:
            with translated():
                device_key.make(_driver(engine), device, entropy)  # one statement is a transaction of its own
            return cls(*_start(*_in_folder(folder, engine, dek), (clock, entropy)))
        except BaseException:
            engine.dispose()
            raise

    @classmethod
    def open(cls, folder: DataFolder, dek: bytes, clock: Clock, entropy: Entropy) -> DeskStore:
        """Open the store of a desk: schema brought up, marker compared, tails of both chains hashed.

        Raises:
            DeskError: ``store.no_desk`` where there is none; ``store.newer_schema``; everything of `start_checks.check` and `open_engine`.
        """
        if not folder.database.exists():
            raise DeskError("store.no_desk")
        migrate.upgrade(folder.database, dek)
        engine = open_engine(folder.database, dek, guards=HASH_GUARDS)
        try:
            return cls(*_start(*_in_folder(folder, engine, dek), (clock, entropy)))
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def work(self) -> Iterator[StoreWork]:
        """See `Journal.work`.

        Raises:
            DeskError: ``store.busy`` where this thread is already in one; ``disk.*``.
        """
        with self.transaction() as connection:
            work = StoreWork(connection, self._opened.sources, self._tail, self._commit)
            try:
                yield work
            finally:
                work.over()

    @contextmanager
    def read(self) -> Iterator[StoreReader]:
        """See `Journal.read`. Nobody writes meanwhile, so all answers fit together."""
        with self._lock, translated():
            yield StoreReader(self._opened.connection, self._opened.sources.clock)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A bare transaction for local tables. Whoever does not commit on the connection has written nothing.

        None begins while the marker is behind the journal: no paper may be claimed and nothing be written before it has caught up.

        Raises:
            DeskError: ``store.busy`` where this thread is already in one; ``disk.*``, also where the marker still cannot be written.
        """
        with self._lock:
            if self._in_transaction:
                raise DeskError("store.busy")
            self._bring_marker_up()
            self._in_transaction = True
            connection = self._opened.connection
            try:
                with translated():
                    connection.execute("BEGIN IMMEDIATE")
                    try:
                        yield connection
                    finally:
                        if connection.in_transaction:
                            connection.execute("ROLLBACK")
            finally:
                self._in_transaction = False

    @contextmanager
    def local(self) -> Iterator[Connection]:
        """A transaction for local tables that is on the disk when the block has ended without an error.

        Raises:
            DeskError: as `transaction`.
        """
        with self.transaction() as connection:
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def held(self) -> Iterator[Held]:
        """The connection without a transaction, for `kt1desk.store.bulk`; the marker follows when it is handed back.

        Raises:
            DeskError: as `transaction`.
        """
        with self._lock:
            if self._in_transaction:
                raise DeskError("store.busy")
            self._bring_marker_up()
            self._in_transaction = True
            held = Held(self._opened.connection, self._opened.sources, self._tail)
            try:
                with translated():
                    yield held
            finally:
                self._in_transaction = False
                self._marker_behind = held.tail.heads != self._tail.heads
                self._tail = held.tail
                self._bring_marker_up()

    @property
    def public_key_hex(self) -> str:
        """The device's Ed25519 public key."""
        return self._opened.sources.key.public_key_hex

    def heads(self) -> Heads:
        """The last events of both streams."""
        with self._lock:
            return self._tail.heads

    def marker(self) -> Marker:
        """The marker outside the file, for whoever compares."""
        return self._opened.marker

    def backup(self, target: Path, key: bytes | None = None) -> None:
        """A checked, encrypted copy under the same key or under ``key``.

        Raises:
            DeskError: ``store.copy_bad``, ``disk.*``.
        """
        with self._lock:
            back_up_open(self._opened.connection, target, key or self._opened.dek)

    def close(self) -> None:
        """Let go of the file. Twice is the same as once."""
        with self._lock:
            self._opened.let_go()
            self._opened.marker.close()

    def _commit(self, tail: Tail) -> None:
        """COMMIT, then the marker; the tail moves between the two, for from then on the events stand.

        Raises:
            DeskError: ``store.marker_behind`` where the events stand and only the marker could not be written.
        """
        self._opened.connection.execute("COMMIT")
        self._marker_behind = tail.heads != self._tail.heads
        self._tail = tail
        try:
            self._bring_marker_up()
        except DeskError as error:
            raise DeskError("store.marker_behind") from error

    def _bring_marker_up(self) -> None:
        if self._marker_behind:
            self._opened.marker.write(self._tail.heads)
            self._marker_behind = False


def in_memory(clock: Clock, entropy: Entropy, device: int = 0) -> DeskStore:
    """A desk whose database is never on a disk: for the simulation, where thousands of commits are made and none must last.

    The same schema, guards, events and projections; nothing is encrypted, copied or waited for.

    Raises:
        DeskError: as `DeskStore.create`.
    """
    connection = open_in_memory(schema.whole(), HASH_GUARDS)
    with translated():
        device_key.make(connection, device, entropy)
    return DeskStore(*_start(connection, HeadInMemory(), b"", connection.close, (clock, entropy)))


_Parts: TypeAlias = tuple[Any, Marker, bytes, Callable[[], None]]


def _in_folder(folder: DataFolder, engine: Engine, dek: bytes) -> _Parts:
    """Connection, marker, key, and how the file is let go of."""
    return _driver(engine), HeadMarker(folder.marker), dek, engine.dispose


def _start(
    connection: Any, marker: Marker, dek: bytes, let_go: Callable[[], None], outside: tuple[Clock, Entropy]
) -> tuple[Opened, Tail]:
    """What is checked before the first use: the marker, the tails of both chains."""
    with translated():
        key = device_key.load(connection)
        heads = start_checks.check(connection, key, marker)
        tail = Tail(heads, start_checks.time_of(connection, key, heads))
    return Opened(connection, marker, Sources(key, *outside), dek, let_go), tail


def _driver(engine: Engine) -> Any:
    """The engine's one connection as the driver knows it."""
    return engine.raw_connection().driver_connection
