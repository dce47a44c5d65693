"""The open store of one desk: one connection behind a lock, transactions on it, and the head marker after each commit.

This module must not know any type of event, nor who is logged in.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.services.course import closing
from kt1desk.services.ports import Clock
from kt1desk.store import opening, start_checks
from kt1desk.store.backup import back_up_open
from kt1desk.store.beside import opened_beside
from kt1desk.store.device_key import Entropy
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.marker import Heads, Marker
from kt1desk.store.opening import Opened
from kt1desk.store.reader import StoreReader
from kt1desk.store.statements import Connection
from kt1desk.store.stopping import stoppable
from kt1desk.store.work import StoreWork
from kt1desk.store.writing import Sources, Tail


@dataclass(slots=True)
class Held:
    """A store in the hands of one caller alone. ``tail`` is where the desk stands; whoever commits moves it.

    So with ``sources``, which change where a later incarnation begins or nothing may be written any more.
    """

    connection: Connection
    sources: Sources
    tail: Tail


class _Readable:
    """What is asked of an open store; it waits for whoever writes, and for no marker."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._lock = threading.RLock()
        self._depth = 0
        self._told: Callable[[DeskError], None] = lambda _: None

    def tell_refusals(self, told: Callable[[DeskError], None]) -> None:
        """From now on ``told`` hears of each refusal that ends a `read` or `work`; what is caught within one is none. It may write."""
        self._told = told

    @contextmanager
    def read(self) -> Iterator[StoreReader]:
        """See `Journal.read`. Nobody writes meanwhile, so all answers fit together."""
        with self._asked(), translated():
            yield StoreReader(self._opened.connection, self._opened.sources.clock)

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """The connection for reading local tables; unlike a transaction it is there while the marker is behind, too.

        Raises:
            DeskError: ``disk.*``.
        """
        with self._lock, translated():
            yield self._opened.connection

    @contextmanager
    def beside(self, database: Path) -> Iterator[Any]:
        """A second connection to the file of this store, for what reads long: nobody waits for it (`kt1desk.store.beside`).

        Raises:
            DeskError: ``disk.*``, ``store.key_or_damaged``.
        """
        with opened_beside(database, self._opened.dek) as connection:
            yield connection

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """Whose block it is has the store for himself; the outermost one tells of the refusal that ended it."""
        with self._lock:
            self._depth += 1
            try:
                with stoppable(self._opened.connection) if self._depth == 1 else nullcontext():
                    yield
            except DeskError as error:
                if self._depth == 1:
                    self._told(error)
                raise
            finally:
                self._depth -= 1


class DeskStore(_Readable):
    """Implements `kt1desk.services.ports.Journal`; any thread may use it, one at a time."""

    def __init__(self, opened: Opened, tail: Tail) -> None:
        super().__init__(opened)
        self._tail = tail
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
        return cls(*opening.made(folder, dek, (clock, entropy), device))

    @classmethod
    def open(cls, folder: DataFolder, dek: bytes, clock: Clock, entropy: Entropy) -> DeskStore:
        """Open the store of a desk: schema brought up, marker compared, tails of both chains hashed.

        Raises:
            DeskError: ``store.no_desk`` where there is none; ``store.newer_schema``; everything of `start_checks.check` and `open_engine`.
        """
        return cls(*opening.opened(folder, dek, (clock, entropy), start_checks.check))

    @contextmanager
    def work(self) -> Iterator[StoreWork]:
        """See `Journal.work`.

        Raises:
            DeskError: ``store.busy`` where this thread is already in one; ``disk.*``.
        """
        with self._asked(), self.transaction() as connection:
            work = StoreWork(connection, self._opened.sources, self._tail, self._commit)
            try:
                yield work
            finally:
                work.over()

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
            closing()
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
                self._marker_behind |= held.tail.heads != self._tail.heads
                self._tail = held.tail
                self._opened = replace(self._opened, sources=held.sources)
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

    def lend_key(self) -> bytes:
        """The key of the file (32 bytes), for a copy of it, its proof, and what is sealed under a key derived from it; kept by nobody."""
        with self._lock:
            return self._opened.dek

    def close(self) -> None:
        """Let go of the file. Twice is the same as once."""
        with self._lock:
            self._opened.let_go()
            self._opened.marker.close()

    def _commit(self, tail: Tail) -> None:
        """COMMIT, then the marker; the tail moves between the two, for from then on the events stand.

        Raises:
            DeskError: ``store.marker_behind`` where the events stand and only the marker could not be written; ``work.stopped`` where its
                end was asked for: nothing was written.
        """
        closing()
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


def open_unchecked(folder: DataFolder, dek: bytes, clock: Clock, entropy: Entropy) -> DeskStore:
    """Open the store of a desk whose file and marker contradict each other: for `kt1desk.store.incarnations` alone.

    Neither is believed, so nothing may be written before a later incarnation has begun.

    Raises:
        DeskError: as `DeskStore.open`, but for what the marker says.
    """
    return DeskStore(*opening.opened(folder, dek, (clock, entropy), start_checks.check_tails))


def in_memory(clock: Clock, entropy: Entropy, device: int = 0, like: Any = None) -> DeskStore:
    """A desk whose database is never on a disk: for the simulation, where thousands of commits are made and none must last.

    The same schema, guards, events and projections; nothing is encrypted, copied or waited for. It begins empty, or with all that stands
    in the open database ``like``.

    Raises:
        DeskError: as `DeskStore.create`.
    """
    return DeskStore(*opening.in_memory((clock, entropy), device, like))
