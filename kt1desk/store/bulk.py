"""Many units of work in one transaction, for making a sample: the same `Work`, the same events, the disk not waited for.

Each unit is a savepoint. Its commit releases it and moves the tail; a unit that fails is rolled back alone. Every so many units the
transaction is committed, and only at the end is the disk waited for and the head marker written. Until then a power cut may cost the file,
so a desk that takes in real items is refused: what it receipts must be on the disk.

This module must not know what is generated.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.store.authorizer import Purpose, authorizer_for
from kt1desk.store.journal import DeskStore, Held
from kt1desk.store.printed import count_as_printed
from kt1desk.store.reader import StoreReader
from kt1desk.store.work import StoreWork
from kt1desk.store.writing import Tail

UNITS = 1_000
"""Units in one commit. More make no difference to the speed, only to the length of the log."""
_CACHE_KIB = 65_536
"""What one commit changes stays in memory: a page that does not fit is encrypted and written each time it changes."""
_USUAL_CACHE_KIB = 2_000
_DONE = """INSERT INTO setting (name, value) VALUES ('bulk', '{"units":' || ? || '}')
ON CONFLICT (name) DO UPDATE SET value = excluded.value"""


class BulkJournal:
    """Implements `kt1desk.services.ports.Journal` while `bulk` lasts, in the thread that opened it."""

    def __init__(self, held: Held, units: int) -> None:
        self._held = held
        self._tail = held.tail
        self._units = units
        self._waiting = 0
        self._working = False
        self.done = 0

    @contextmanager
    def work(self) -> Iterator[StoreWork]:
        """One unit. See `Journal.work`.

        Raises:
            DeskError: ``store.busy`` where this thread is already in one; ``disk.*``.
        """
        if self._working:
            raise DeskError("store.busy")
        connection = self._held.connection
        connection.execute("SAVEPOINT unit")
        self._working, before = True, self.done
        work = StoreWork(connection, self._held.sources, self._tail, self._release)
        try:
            yield work
        finally:
            work.over()
            self._working = False
            if self.done == before:
                self._undo()
        if self._waiting >= self._units:
            self.settle()
            self.begin()

    @contextmanager
    def read(self) -> Iterator[StoreReader]:
        """See `Journal.read`."""
        yield StoreReader(self._held.connection, self._held.sources.clock)

    def papers_out(self) -> None:
        """Every paper that waits counts as printed; see `kt1desk.store.printed`."""
        count_as_printed(self._held.connection)

    def begin(self) -> None:
        """Begin the transaction that the next units stand in."""
        self._held.connection.execute("BEGIN IMMEDIATE")

    def settle(self) -> None:
        """Commit all units that are done."""
        self._held.connection.execute("COMMIT")
        self._held.tail = self._tail
        self._waiting = 0

    def _release(self, tail: Tail) -> None:
        self._held.connection.execute("RELEASE unit")
        self._tail = tail
        self.done += 1
        self._waiting += 1

    def _undo(self) -> None:
        """A full disk has rolled everything back already, the units before this one too."""
        if _open(self._held):
            self._held.connection.execute("ROLLBACK TO unit")
            self._held.connection.execute("RELEASE unit")


@contextmanager
def bulk(store: DeskStore, units: int = UNITS) -> Iterator[BulkJournal]:
    """Many units in few commits; when the context has ended everything is on the disk and `kt1desk.store.verify` is ok.

    What was done before an error stays. Nobody else comes to the store meanwhile.

    Raises:
        DeskError: ``sample.not_trial`` for a desk without its first events, or one that takes in real items; ``store.busy``; ``disk.*``.
    """
    with store.read() as reader:
        desk = reader.desk()
    if desk is None or not desk.trial:
        raise DeskError("sample.not_trial")
    with store.held() as held:
        _tune(held, synchronous="OFF", cache_kib=_CACHE_KIB)
        journal = BulkJournal(held, units)
        try:
            journal.begin()
            try:
                yield journal
            finally:
                if _open(held):
                    journal.settle()
        finally:
            _tune(held, synchronous="FULL", cache_kib=_USUAL_CACHE_KIB)
        _wait_for_the_disk(held, journal.done)


def _open(held: Held) -> bool:
    connection: Any = held.connection
    return bool(connection.in_transaction)


def _tune(held: Held, synchronous: str, cache_kib: int) -> None:
    connection: Any = held.connection
    connection.set_authorizer(authorizer_for(Purpose.BULK))
    try:
        connection.execute(f"PRAGMA synchronous={synchronous}").close()
        connection.execute(f"PRAGMA cache_size=-{cache_kib}").close()
    finally:
        connection.set_authorizer(authorizer_for(Purpose.WORK))


def _wait_for_the_disk(held: Held, units: int) -> None:
    """One more commit and a whole checkpoint: SQLite syncs the file only where the log still holds a page of it.

    Opening the file a second time to sync it would do too, but closing that handle drops SQLite's locks on the file
    (sqlite.org/howtocorrupt.html, 2.2).
    """
    held.connection.execute("BEGIN IMMEDIATE")
    held.connection.execute(_DONE, (units,))
    held.connection.execute("COMMIT")
    held.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
