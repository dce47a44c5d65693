"""A desk laid out from a backup in a folder that has none: file, what the flight recorder has after it, a later incarnation, slots last.

    backup proved → slots and database copied → recorder's events and the incarnation's first ones, in one transaction → head marker
    → slots of whoever goes on with it → keys.json gets its name

Only a folder with a slot file holds a desk, and that comes last, in one rename: whoever dies before begins again, and the backup is never
written. What the marker of this machine knows, if it is still there, decides how many numbers are passed over, as at any restore
(`docs/decisions/restore.md`). This module must not know screens, nor who is asked.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.domain.facts.restored import Cause
from kt1desk.domain.permissions import Act
from kt1desk.domain.restore_stage import RestoreStage
from kt1desk.recovery.bringing_back import Resting
from kt1desk.recovery.planning import rewriting
from kt1desk.recovery.restoring import Approval, Findings
from kt1desk.services.ports import Appending
from kt1desk.services.sessions import RECOVERY, begin_session
from kt1desk.services.shifts import local_date
from kt1desk.store import device_key, entries, migrate, start_checks
from kt1desk.store.backup_file import DATABASE, KEYS, Backup, prove
from kt1desk.store.connection import open_raw
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.durable import read_small, replace_file, sync_folder
from kt1desk.store.failures import translated
from kt1desk.store.flight import ChainAt
from kt1desk.store.flight_shelf import events_after
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore, Held
from kt1desk.store.key_dropping import catch_up
from kt1desk.store.key_format import MAX_FILE_BYTES
from kt1desk.store.keys import KeyRing, new_recovery_code
from kt1desk.store.marker import HeadMarker
from kt1desk.store.reader import StoreReader
from kt1desk.store.rewriting import Known, Rewritten
from kt1desk.store.start_checks import Loss
from kt1desk.store.writing import Sources, Tail

_LAST_FRAME = "SELECT coalesce(max(number), 0) FROM frame WHERE stream = ? AND incarnation = ?"


@dataclass(frozen=True, slots=True)
class SlotsAside(DataFolder):
    """A data folder whose slot file lies elsewhere: in a backup, or under a name that no log-in looks at. Attempts are counted here."""

    slots: Path

    @property
    def keys(self) -> Path:
        """That file."""
        return self.slots


@dataclass(frozen=True, slots=True)
class Entrant:
    """Whoever restores: his id and, where the recovery code opened the backup, the password he chose. Never shown by ``repr``."""

    user: str
    new_password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it.

    Attributes:
        recovery_code: the new one, shown once; empty where a password opened the backup and the old one stays.
        came_back: how many events the flight recorder gave.
        done: what was written in the journal; None where nothing had to be.
        gaps: what the recorder did not give, ``backup.*``; empty where it gave all or there is none.
    """

    recovery_code: str = field(repr=False)
    came_back: int
    done: Rewritten | None
    gaps: tuple[DeskError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The recorder's folder, and when the backup was made that it goes on from."""

    folder: Path
    since: Moment


def restore_backup(
    rests: Resting,
    backup: Backup,
    entrant: Entrant,
    last_numbers: tuple[str, ...] = (),
    flight: Path | None = None,
    tell: Callable[[RestoreStage], None] = lambda _: None,
) -> Restored:
    """Lay a desk out; when this returns it can be logged in to.

    Args:
        rests: where it is to rest, with the key that opened the backup's slots.
        backup: what it is laid out from.
        entrant: who does it.
        last_numbers: the last numbers found on paper, one for a prefix.
        flight: folder of the flight recorder, None where there is none.
        tell: called when something else begins to be done.

    Raises:
        DeskError: ``backup.has_desk``; as `prove`; ``backup.not_user``; ``key.password_*``; ``number.*``; ``disk.*``. There is no desk
            then.
    """
    folder = rests.folder
    tell(RestoreStage.PROVING)
    prove(backup, rests.dek)
    tell(RestoreStage.COPYING)
    _begin(folder)
    staged = folder.keys.with_name(f"{folder.keys.name}.restored")
    with translated():
        replace_file(staged, read_small(backup.folder / KEYS, MAX_FILE_BYTES))
        _copy(backup.folder / DATABASE, folder.database)
    migrate.upgrade(folder.database, rests.dek)
    tell(RestoreStage.JOINING)
    shelf = None if flight is None else _Shelf(flight, _made(rests, backup))
    done, came_back, gaps = _go_on(rests, Approval(entrant.user, last_numbers), shelf)
    tell(RestoreStage.KEYS)
    known = _slots_of_the_journal(rests)
    catch_up(SlotsAside(rests.folder.root, staged), known)
    code = _new_slots(rests, staged, entrant, known) if entrant.new_password else ""
    with translated():
        staged.replace(folder.keys)
        sync_folder(folder.keys.parent)
        folder.restoring.unlink(missing_ok=True)
    return Restored(code, came_back, done, gaps)


def _made(rests: Resting, backup: Backup) -> Moment:
    """When, by the wall clock of this machine: the recorder's files are named by it."""
    return Moment(backup.manifest.made_ms, rests.clock.now().offset_min)


def _begin(folder: DataFolder) -> None:
    """Clear away a restore that was cut off, and put the marker back as it found it; refuse where a desk lies."""
    folder.prepare()
    # The note holds the head marker as it was before; it is empty where there was none.
    note, marker = folder.restoring, folder.marker
    with translated():
        if folder.keys.exists() or (folder.database.exists() and not note.exists()):
            raise DeskError("backup.has_desk")
        if not note.exists():
            replace_file(note, marker.read_bytes() if marker.exists() else b"")
        elif before := note.read_bytes():
            replace_file(marker, before)
        else:
            marker.unlink(missing_ok=True)
        for end in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                folder.database.with_name(folder.database.name + end).unlink()


def _copy(source: Path, target: Path) -> None:
    """The file under its name only when it is whole on the disk."""
    beside = target.with_name(f"{target.name}.new")
    shutil.copyfile(source, beside)
    beside.chmod(0o600)
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(target)
    sync_folder(target.parent)


def _go_on(
    rests: Resting, approval: Approval, flight: _Shelf | None
) -> tuple[Rewritten | None, int, tuple[DeskError, ...]]:
    """Bring in what the recorder has and begin a later incarnation, as the marker or its absence asks for."""
    raw = open_raw(rests.folder.database, rests.dek)
    try:
        with translated():
            key = device_key.load(raw)
            _require_leave(rests, raw, approval.approver)
            known, gaps = _recorded(raw, key, rests.dek, flight)
            marker = HeadMarker(rests.folder.marker)
            loss = start_checks.loss_of(raw, key, marker)
            done = _rewritten(rests, raw, known, approval, loss)
            raw.execute("PRAGMA journal_mode=WAL").fetchone()
            heads = start_checks.heads_of(raw, device_key.load(raw))
    finally:
        raw.close()
    if loss is not None and loss.cause is Cause.MARKER_LOST:
        marker.make_room()
        marker.write(heads)
    marker.close()
    return done, sum(len(each.events) for each in known), gaps


def _require_leave(rests: Resting, raw: Any, user: str) -> None:
    try:
        session = begin_session(StoreReader(raw, rests.clock), user, {})
    except DeskError as error:
        raise (DeskError("backup.not_user", "user") if error.code == "login.user_gone" else error) from error
    if not session.may(Act.RESTORE_DESK, local_date(rests.clock.now())):
        raise DeskError("backup.not_user", "user")


def _recorded(
    raw: Any, key: DeviceKey, dek: bytes, flight: _Shelf | None
) -> tuple[tuple[Known, ...], tuple[DeskError, ...]]:
    """What the recorder has after the backup, chain by chain, as far as it can be joined, and what is missing."""
    if flight is None:
        return (), ()
    heads = {
        (stream, incarnation): entries.head(raw, entries.Chain(key.device, stream, incarnation)).seq
        for stream in Stream
        for incarnation in range(1, key.incarnation + 1)
    }
    try:
        found = events_after(flight.folder, key.device, dek, heads, flight.since)
    except DeskError as error:
        if not error.code.startswith("backup."):
            raise
        return (), (error,)
    chains = found.chains
    return tuple(_known(raw, chain, heads, chains) for chain in chains if chains[chain]), found.gaps


def _known(raw: Any, chain: ChainAt, heads: Mapping[ChainAt, int], found: Mapping[ChainAt, Any]) -> Known:
    """The frames that were sealed stay; those after them are fetched from the centre or sealed again."""
    stream, incarnation = chain
    (last,) = raw.execute(_LAST_FRAME, (stream.value, incarnation)).fetchone()
    return Known(stream, incarnation, heads.get(chain, 0), found[chain], first_frame=last + 1)


def _rewritten(
    rests: Resting, raw: Any, known: tuple[Known, ...], approval: Approval, loss: Loss | None
) -> Rewritten | None:
    if loss is None and not known:
        return None  # the marker of this machine says that the backup holds everything
    key = device_key.load(raw)
    heads = start_checks.heads_of(raw, key)
    held = Held(
        raw, Sources(key, rests.clock, rests.entropy), Tail(heads, start_checks.time_of(raw, key, heads))
    )
    above = max([key.incarnation, *(each.incarnation for each in known)])
    findings = Findings(known, Cause.OLDER_COPY if loss is None else None, above)
    return rewriting(held, findings, approval, loss)(raw)


def _slots_of_the_journal(rests: Resting) -> Mapping[str, int]:
    """What the recorder brought back may know newer slots than the backup has: a password changed, or a user revoked, after it."""
    store = DeskStore.open(rests.folder, rests.dek, rests.clock, rests.entropy)
    try:
        with store.read() as reader:
            return reader.slot_versions()
    finally:
        store.close()


def _new_slots(rests: Resting, staged: Path, entrant: Entrant, known: Mapping[str, int]) -> str:
    """A slot for whoever proved himself by the recovery code, and a new code: the one that was typed opens nothing here any more."""
    ring = KeyRing(SlotsAside(rests.folder.root, staged), rests.clock)
    user, password = entrant.user, entrant.new_password
    version = ring.write_slot(user, password, rests.dek, after=known.get(user, 0))
    code = new_recovery_code()
    recovery = ring.write_recovery(rests.dek, code, known.get(RECOVERY, 0))
    store = DeskStore.open(rests.folder, rests.dek, rests.clock, rests.entropy)
    try:
        with store.work() as work:
            for holder, written in ((user, version), (RECOVERY, recovery)):
                work.append(KeySlotWritten(holder, written), Appending(user))
            work.commit()
    finally:
        store.close()
    return code
