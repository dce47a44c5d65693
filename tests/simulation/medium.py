"""What outlives the program of a desk: its database, its marker, the frames it sealed, how far it read its mailbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.services.ports import Clock
from kt1desk.store import journal
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
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


class Medium(Protocol):
    """Where the store of a desk lies."""

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """A new one."""

    def again(self, dead: DeskStore, clock: Clock, entropy: Entropy) -> DeskStore:
        """The one that a dead program left behind: what was committed is there, and nothing else."""


class InMemory:
    """A database in memory; the connection is what lasts."""

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """See `Medium.create`."""
        return journal.in_memory(clock, entropy, device)

    def again(self, dead: DeskStore, clock: Clock, entropy: Entropy) -> DeskStore:
        """See `Medium.again`. Opened as any store is: the marker compared, the tails hashed."""
        opened = dead._opened
        connection = opened.connection._connection
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        parts = (connection, opened.marker, opened.dek, opened.let_go)
        return DeskStore(*journal._start(*parts, (clock, entropy)))


class OnDisk:
    """A real encrypted file in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self._folder = DataFolder(root)

    def create(self, clock: Clock, entropy: Entropy, device: int) -> DeskStore:
        """See `Medium.create`."""
        return DeskStore.create(self._folder, DEK, clock, entropy, device)

    def again(self, dead: DeskStore, clock: Clock, entropy: Entropy) -> DeskStore:
        """See `Medium.again`."""
        dead.close()
        return DeskStore.open(self._folder, DEK, clock, entropy)


class FrameShelf:
    """Implements `kt1desk.exchange.outbox.Shelf`: what is kept outlives the program."""

    def __init__(self, fuse: Fuse) -> None:
        self._fuse = fuse
        self.frames: dict[Stream, list[bytes]] = {stream: [] for stream in Stream}

    def last_frame(self, stream: Stream) -> bytes | None:
        """See `Shelf.last_frame`."""
        kept = self.frames[stream]
        return kept[-1] if kept else None

    def frame(self, stream: Stream, number: int) -> bytes | None:
        """See `Shelf.frame`."""
        kept = self.frames[stream]
        return kept[number - 1] if 1 <= number <= len(kept) else None

    def keep_frame(self, stream: Stream, number: int, data: bytes) -> None:
        """See `Shelf.keep_frame`."""
        self._fuse.step()
        if number != len(self.frames[stream]) + 1:
            raise DeskError("outbox.taken", number=number)
        self.frames[stream].append(data)
        self._fuse.step()
