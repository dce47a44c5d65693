"""All records of an open desk read again, step by step: pages, log, trees, marker, key slots, chains, projections.

What takes long is read over a connection of its own, so that nobody waits for it; the store is held for a moment only, where two things
are compared that move together. A page that a checkpoint was just writing reads as damaged: what is found there is read once more while
nobody writes. This module must not know when it is asked, nor what follows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from typing import Any

from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.services.record_check import CheckState, Counted, Finding, Step, Stopped
from kt1desk.store import chains, device_key, doubts, foreign_checks, log_frames, rebuild, start_checks
from kt1desk.store.beside import Breath, Paced, snapshot
from kt1desk.store.folder import DataFolder
from kt1desk.store.foreign_checks import no_key
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import Slot, read_slots
from kt1desk.store.key_seal import unmarked
from kt1desk.store.marker import HeadMarker
from kt1desk.store.statements import Connection

_INSTRUCTIONS = 1_000
"""Of SQLite's machine between two breaths: well under a millisecond."""
_MOST_TREES = 100
"""So many faults of a tree are read; the first is told."""


@dataclass(frozen=True, slots=True)
class Mending:
    """How tables are made anew while the store is held.

    Attributes:
        check: called before each event; raises `Stopped` where the program ends: the transaction is taken back then.
        begins: called before the store is held: everybody waits from now on.
    """

    check: Callable[[], None] = lambda: None
    begins: Callable[[], None] = lambda: None


class RecordFiles:
    """Implements `kt1desk.services.record_check.Records` for the desk of a folder."""

    def __init__(
        self,
        store: DeskStore,
        folder: DataFolder,
        breath: Breath = lambda: None,
        mending: Mending | None = None,
    ) -> None:
        self._store = store
        self._folder = folder
        self._breath = breath
        self._mending = mending or Mending()
        self._holds = False
        self._steps: Mapping[Step, Callable[[], Iterator[Finding]]] = {
            Step.LOG: self._log,
            Step.PAGES: self._pages,
            Step.TREES: self._trees,
            Step.MARKER: self._marker,
            Step.CHAINS: self._chains,
            Step.PROJECTIONS: self._projections,
        }

    def look(self, step: Step, slots: Mapping[str, str]) -> tuple[Finding, ...]:
        """See the port.

        Raises:
            DeskError: ``disk.*``; ``store.*`` where something cannot be read at all.
        """
        return tuple(self._keys(slots) if step is Step.KEYS else self._steps[step]())

    def slots(self) -> Mapping[str, str]:
        """See the port."""
        try:
            return _digests(self._folder)
        except DeskError:
            return {}

    def mend(self, step: Step) -> bool:
        """See the port. Making projections anew holds the store until it is done.

        Raises:
            DeskError: ``disk.*``; what a replay raises: nothing was changed then.
            Stopped: the program ends; nothing was changed.
        """
        if step is Step.MARKER:
            with self._store.look():
                marker, heads = self._store.marker(), self._store.heads()
                marker.close()  # whatever lies there now may be another file than the one that was opened
                marker.make_room()
                marker.write(heads)
                marker.write(heads)  # both slots are good again
            return True
        if step is not Step.PROJECTIONS:
            return False
        self._mending.begins()
        with self._store.local() as connection:
            rebuild.again(connection, self._mending.check)
        return True

    def count(self) -> Counted:
        """See the port."""
        with self._beside() as connection:
            rows = dict(connection.execute("SELECT stream, count(*) FROM event GROUP BY stream").fetchall())
        return Counted(rows.get(Stream.KT1.value, 0), rows.get(Stream.COUNTER.value, 0))

    @contextmanager
    def _beside(self) -> Iterator[Any]:
        """A connection that breathes within a statement, too.

        Raises:
            Stopped: the program ends.
        """
        with self._store.beside(self._folder.database) as connection:
            ended: list[Stopped] = []
            connection.set_progress_handler(lambda: self._is_over(ended), _INSTRUCTIONS)
            try:
                yield connection
            except (DeskError, dbapi2.Error):
                if ended:
                    raise ended[0] from None
                raise

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Nobody writes; for a moment only."""
        with self._store.look():
            self._holds = True
            try:
                yield
            finally:
                self._holds = False

    def _is_over(self, ended: list[Stopped]) -> bool:
        """SQLite asks; an exception would not reach us through it. Whoever holds the store does not rest."""
        if self._holds:
            return False
        try:
            self._breath()
        except Stopped as stopped:
            ended.append(stopped)
        return bool(ended)

    def _log(self) -> Iterator[Finding]:
        """Frames first, then they go into the file, where the next step reads them with the rest."""
        with self._beside() as connection:
            with self._held():  # the log is as long as the count says
                frames = int(connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()[1])
                log = log_frames.log_of(self._folder.database).read_bytes() if frames > 0 else b""
            self._breath()
            if log_frames.first_bad(log, frames):
                yield Finding("record.log_damaged", "log")
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def _pages(self) -> Iterator[Finding]:
        with self._beside() as connection:
            bad = _bad_pages(connection)
            if bad:
                with self._held():
                    bad = _bad_pages(connection)
        if bad:
            yield Finding("record.page_damaged", bad[0])

    def _trees(self) -> Iterator[Finding]:
        with self._beside() as connection:
            rows = connection.execute(f"PRAGMA integrity_check({_MOST_TREES})").fetchall()
        if [tuple(row) for row in rows] != [("ok",)]:
            yield Finding("record.tree_damaged", "tree")

    def _marker(self) -> Iterator[Finding]:
        """The file as another connection reads it, the marker as it lies there, and what the open desk knows of itself."""
        with self._beside() as connection, self._held():
            known = self._store.heads()
            stored = start_checks.heads_of(connection, device_key.load(connection))
            try:
                marked = HeadMarker(self._folder.marker).read()
            except DeskError as error:
                if error.code != "store.marker_damaged":
                    raise
                yield Finding("record.marker_damaged", "marker")
                return
        if any(stored.of(stream) != known.of(stream) for stream in Stream):
            yield Finding("record.unreadable", "event")
        elif marked is not None and marked.damaged:
            yield Finding("record.marker_damaged", "marker")
        elif marked is None or any(marked.of(stream) != known.of(stream) for stream in Stream):
            yield Finding("record.marker_differs", "marker")

    def _keys(self, before: Mapping[str, str]) -> Iterator[Finding]:
        """Of two checks a day apart the same version of a slot has the same bytes; only its owner would notice otherwise."""
        try:
            now, file = _digests(self._folder), read_slots(self._folder)
            versions = {holder: slot.version for holder, slot in file.slots.items()}
        except DeskError as error:
            if error.code.startswith("disk."):
                raise
            yield Finding("record.keys_damaged", "keys")
            return
        with self._store.read() as reader:
            written = reader.slot_versions()
            # Their dead slots make room for others' (`SlotFile.with_slot`): that one is missing is no news.
            gone = {row.user for row in reader.users() if not row.active}
        for holder, version in written.items():
            if holder in versions and versions[holder] != version:
                code = "record.keys_older" if versions[holder] < version else "record.keys_changed"
                yield Finding(code, holder)
        bent = [
            holder
            for name, digest in before.items()
            for holder in (name.rpartition(" ")[0],)
            if (holder not in versions and holder not in gone) or now.get(name, digest) != digest
        ]
        for holder in dict.fromkeys((*unmarked(file, self._store.lend_key()), *bent)):
            yield Finding("record.keys_changed", holder)

    def _chains(self) -> Iterator[Finding]:
        with self._beside() as connection, snapshot(connection):
            read = Paced(connection, self._breath)
            device = device_key.load(read).device
            _, faults = chains.check(read, device)
            for fault in (*faults, *foreign_checks.first_fault(read, device, no_key)):
                yield Finding("record.chain_broken", fault.partition(" ")[0])

    def _projections(self) -> Iterator[Finding]:
        with self._beside() as connection, snapshot(connection):
            found = rebuild.differences(Paced(connection, self._breath), reads_only=True)
        for table in dict.fromkeys(each.partition(" ")[0] for each in found):
            yield Finding("record.projection_differs", table)


class CheckNote:
    """Implements `kt1desk.services.record_check.CheckNotes`."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store

    def read(self) -> CheckState:
        """See the port."""
        with self._store.look() as connection:
            return doubts.read(connection)

    def keep(self, state: CheckState) -> None:
        """See the port.

        Raises:
            DeskError: ``disk.*``, ``store.damaged``.
        """
        with self._store.local() as connection:
            doubts.keep(connection, state)


def _bad_pages(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return tuple(f"page {str(row[0]).rsplit(maxsplit=1)[-1]}" for row in rows)


def _digests(folder: DataFolder) -> Mapping[str, str]:
    """What each slot is, by its holder, its version and the database key that is sealed in it: a new key is no change of a slot."""
    file = read_slots(folder)
    return {
        f"{slot.holder} {slot.version}{_sealed(slot)}": hashlib.sha256(
            repr((file.device, astuple(replace(slot, out=False)))).encode()
        ).hexdigest()
        for slot in file.slots.values()
    }


def _sealed(slot: Slot) -> str:
    return "" if slot.half is None else "".join(f".{each.mark[:4].hex()}" for each in slot.half.sealings)
