"""What outlives the program of a desk: its database, with the frames it sealed, and its marker; and what a copy of both brings back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from kt1desk.exchange.gate_talk import Gate
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.recovery.bringing_back import Brought, Resting, bring_together, bring_together_in_memory
from kt1desk.recovery.restoring import Approval
from kt1desk.services.ports import Clock
from kt1desk.store import journal, opening, schema, start_checks
from kt1desk.store.connection import open_in_memory
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import HeadInMemory
from kt1desk.store.schema_sql import HASH_GUARDS
from tests.simulation.chance import Fuse
from tests.support.journals import DEK

COMMIT = "COMMIT"
Entropy = Callable[[int], bytes]


class Watched:
    """A driver's connection on which every statement is a step of the program."""

    def __init__(self, connection: Any, fuse: Fuse) -> None:
        self._connection = connection
        self._fuse = fuse

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        """Run one statement, unless the program ends before it."""
        fuse = self._fuse
        fuse.step()
        if sql != COMMIT:
            return self._connection.execute(sql, parameters)
        if fuse.before_commit:
            fuse.burn()
        made = self._connection.execute(sql, parameters)
        if fuse.after_commit:
            fuse.burn()
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def watched(store: DeskStore, fuse: Fuse) -> DeskStore:
    """The same store on a watched connection."""
    opened = store._opened
    store._opened = replace(opened, connection=Watched(opened.connection, fuse))
    return store


Outside = tuple[Clock, Entropy]
Way = tuple[Gate, Callable[[DeskStore], LineDesk], Approval]
"""The line, what the desk is on it, and who let the desk go on."""


class Medium(Protocol):
    """Where the store of a desk lies."""

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """A new one."""

    def again(self, dead: DeskStore, outside: Outside, *, checked: bool = True) -> DeskStore:
        """The one that a dead program left behind: what was committed is there, and nothing else."""

    def copy(self, store: DeskStore) -> Any:
        """A copy of it as it is now, with its marker."""

    def put_back(self, dead: DeskStore, copy: Any, outside: Outside, *, image: bool) -> DeskStore:
        """The copy in place of the file, opened unchecked; with the copied marker where it is an image of the disk."""

    def bring(self, store: DeskStore, outside: Outside, way: Way) -> Brought:
        """Brought together with the centre, see `kt1desk.recovery.bringing_back`."""


class InMemory:
    """A database in memory; the connection is what lasts."""

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """See `Medium.create`."""
        return journal.in_memory(clock, entropy, device)

    def again(self, dead: DeskStore, outside: Outside, *, checked: bool = True) -> DeskStore:
        """See `Medium.again`. Opened as any store is: the marker compared, the tails hashed."""
        opened = dead._opened
        connection = opened.connection
        while isinstance(connection, Watched):
            connection = connection._connection
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        parts = (connection, opened.marker, opened.dek, opened.let_go)
        return DeskStore(*opening._start(parts, outside, _look(checked=checked)))

    def copy(self, store: DeskStore) -> Any:
        """See `Medium.copy`."""
        copied: Any = dbapi2.connect(":memory:", isolation_level=None)
        with store.held() as held:
            source: Any = held.connection
            source.backup(copied)
        return copied, store.heads()

    def put_back(self, dead: DeskStore, copy: Any, outside: Outside, *, image: bool) -> DeskStore:
        """See `Medium.put_back`."""
        copied, heads = copy
        connection = open_in_memory(schema.whole(), HASH_GUARDS)
        copied.backup(connection)
        marker = HeadInMemory() if image else dead.marker()
        if image:
            marker.write(heads)
        parts = (connection, marker, b"", connection.close)
        made = DeskStore(*opening._start(parts, outside, _look(checked=False)))
        dead.close()
        return made

    def bring(self, store: DeskStore, outside: Outside, way: Way) -> Brought:
        """See `Medium.bring`."""
        gate, line_of, approval = way
        return bring_together_in_memory(store, outside, gate, line_of, approval)


class OnDisk:
    """A real encrypted file in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self._folder = DataFolder(root)

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """See `Medium.create`."""
        return DeskStore.create(self._folder, DEK, clock, entropy, device)

    def again(self, dead: DeskStore, outside: Outside, *, checked: bool = True) -> DeskStore:
        """See `Medium.again`."""
        dead.close()
        return DeskStore(*opening.opened(self._folder, DEK, outside, _look(checked=checked)))

    def copy(self, store: DeskStore) -> Any:
        """See `Medium.copy`."""
        target = self._folder.database.with_name("copy.db")
        store.backup(target)
        return target, self._folder.marker.read_bytes()

    def put_back(self, dead: DeskStore, copy: Any, outside: Outside, *, image: bool) -> DeskStore:
        """See `Medium.put_back`."""
        copied, marker = copy
        dead.close()
        for rest in ("-wal", "-shm"):
            self._folder.database.with_name(self._folder.database.name + rest).unlink(missing_ok=True)
        shutil.copyfile(copied, self._folder.database)
        if image:
            self._folder.marker.write_bytes(marker)
        return DeskStore(*opening.opened(self._folder, DEK, outside, _look(checked=False)))

    def bring(self, store: DeskStore, outside: Outside, way: Way) -> Brought:
        """See `Medium.bring`."""
        return bring_together(store, Resting(self._folder, DEK, *outside), *way)


def _look(*, checked: bool) -> opening.Look:
    return start_checks.check if checked else start_checks.check_tails
