"""The whole proof, without a time limit: every event of every chain, every row beside one, the marker, and all projections made again.

It trusts nothing it reads. The chains are checked first, and the first bad event of each is named; only on good chains are the projections
replayed into an empty database in memory by the same code that made them, and compared row for row. A replayed or rotten page of a
projection is outside every chain; only this comparison sees it.

This module must not know what any type of event means.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.store import chains, device_key, foreign_checks, migrate, rebuild, start_checks
from kt1desk.store.connection import open_engine
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.foreign_checks import KeyOf, no_key
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import HeadMarker, Marker
from kt1desk.store.statements import Connection


@dataclass(frozen=True, slots=True)
class Report:
    """What the proof came to.

    Attributes:
        events: how many events were read.
        faults: the first bad event of each chain, ``0.1.1.5 event.changed``: its number and what is wrong with it; then the first bad one
            of those that came from other desks (`kt1desk.store.foreign_checks`).
        differences: ``item ME473124829VN``: table and key of the first row that differs from the replay, for each table; a marker that
            does not fit stands here as ``marker``, a page that rotted as ``page 15``.
    """

    events: int
    faults: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything is as it was written."""
        return not self.faults and not self.differences

    @property
    def first_fault(self) -> str | None:
        """The first bad event and what is wrong with it."""
        return self.faults[0] if self.faults else None


def verify(store: DeskStore, key_of: KeyOf = no_key) -> Report:
    """Prove an open store. Nobody writes meanwhile. ``key_of`` knows the keys of other desks, where their signatures are to be proved too.

    Raises:
        DeskError: ``disk.*``, ``store.damaged`` where the file cannot be read at all.
    """
    with store.transaction() as connection:
        return _prove(connection, store.marker(), key_of)


def verify_file(folder: DataFolder, dek: bytes, key_of: KeyOf = no_key) -> Report:
    """Prove the store of a folder that nobody has open, also one that does not pass the checks at the start.

    Raises:
        DeskError: ``store.newer_schema``: its tables are not those of this program; what opening raises.
    """
    try:
        migrate.require_not_newer(folder.database, dek)
    except DeskError as error:  # what is damaged the proof tells by itself
        if error.code == "store.newer_schema":
            raise
    engine = open_engine(folder.database, dek)
    try:
        connection = engine.raw_connection().driver_connection
        if connection is None:
            raise DeskError("store.damaged")
        with translated():
            connection.execute("BEGIN")
            return _prove(connection, HeadMarker(folder.marker), key_of)
    finally:
        engine.dispose()


def _prove(connection: Connection, marker: Marker, key_of: KeyOf) -> Report:
    key = device_key.load(connection)
    events, faults = chains.check(connection, key.device)
    faults = (*faults, *foreign_checks.first_fault(connection, key.device, key_of))
    differences = (*_damaged_pages(connection), *_marker_differs(connection, key, marker))
    if faults:
        return Report(events, faults, differences)
    return Report(events, (), (*differences, *rebuild.differences(connection)))


def _damaged_pages(connection: Connection) -> tuple[str, ...]:
    """Pages whose code does not fit. Those of an index, of the print queue or of a setting hold no event, and no replay reads them."""
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return tuple(f"page {str(row[0]).rsplit(maxsplit=1)[-1]}" for row in rows)


def _marker_differs(connection: Connection, key: DeviceKey, marker: Marker) -> tuple[str, ...]:
    try:
        marked = marker.read()
    except DeskError as error:
        return (f"marker {error.code}",)
    heads = start_checks.heads_of(connection, key)
    if marked is None:
        return ("marker missing",) if heads.kt1.seq or heads.counter.seq else ()
    if all(marked.of(stream) == heads.of(stream) for stream in Stream):
        return ()
    return ("marker",)
