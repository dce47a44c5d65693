"""Backups of an open desk: which places are due one, one made in a place, what is old there taken away.

Everything here waits for disks and belongs in a thread of its own (`kt1desk.app.backup_room`). This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from kt1desk import __version__
from kt1desk.app.desk import OpenDesk
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.permissions import Act
from kt1desk.services.backup_places import COPIES, BackupPlace, places_of
from kt1desk.services.backup_rules import KeepingRule, kept
from kt1desk.services.backups import Backups, PlaceState, Proved, states_of
from kt1desk.services.course import STOPPED
from kt1desk.services.key_renewal import renewed_since
from kt1desk.store.backup_file import Backup, Original, backups_in, prove, remove_backup, write_backup
from kt1desk.store.folder import DataFolder
from kt1desk.store.settings import Settings

AGAIN_MS = 10 * 60_000
"""So long after a failure a place is left alone, unless somebody asks or the place was gone and is back."""
DAY_MS = 24 * 3_600_000
_ONE = Lock()
"""One backup at a time in a process, whoever asks: the next one clears away what a half one left."""


@dataclass(frozen=True, slots=True)
class PlaceCondition:
    """One place that is set: its folder, what is known of it, and whether its last good backup is too old."""

    place: BackupPlace
    path: Path
    state: PlaceState
    old: bool


class BackingUp:
    """Makes the backups of one open desk.

    Args:
        desk: the open desk.
        folder: its data folder.
    """

    def __init__(self, desk: OpenDesk, folder: DataFolder) -> None:
        self._desk = desk
        self._notes = Settings(desk.store, desk.session.actor.user_id)
        self._original = Original(desk.store, folder, desk.session.desk.point, __version__)
        self._book = Backups(desk.store, self._notes, desk.clock)

    @property
    def may(self) -> bool:
        """Whether whoever is logged in may make backups at all."""
        return self._desk.may(Act.KEEP_BACKUPS)

    def conditions(self) -> tuple[PlaceCondition, ...]:
        """Every place that is set.

        Raises:
            DeskError: ``disk.*``.
        """
        states, now_ms = states_of(self._notes), self._desk.clock.now().utc_ms
        rule = self._rule()
        return tuple(
            PlaceCondition(place, path, states[place], rule.is_old(states[place].good_ms, now_ms))
            for place, path in self._places().items()
        )

    def due(self) -> tuple[BackupPlace, ...]:
        """Where a backup is to be made now: a shift was closed since the last one, it is a day old, or it opens with an older key.

        Raises:
            DeskError: ``disk.*``.
        """
        now_ms, shift = self._desk.clock.now().utc_ms, self._closed_shift()
        return tuple(
            each.place
            for each in self.conditions()
            if (_is_due(each.state, shift, now_ms) or _is_before(each.state, self._renewed))
            and not _rests(each, now_ms)
        )

    def back_up(self, place: BackupPlace) -> Backup:
        """Make one there, and take away what no rule keeps any more.

        Raises:
            DeskError: rights; ``backup.no_places`` where the place is not set; as `write_backup`. The journal says so, once a shift.
        """
        session = self._desk.session
        self._book.check(session)
        path = self._places().get(place)
        if path is None:
            raise DeskError("backup.no_places")
        with _ONE:
            shift = self._closed_shift()
            try:
                backup = write_backup(self._original, path, self._desk.clock.now())
            except DeskError as error:
                if error.code != STOPPED:  # who ended it knows, and nothing was lost
                    self._book.failed(session, place, error.code)
                raise
            self._book.made(session, _proved(place, backup, shift))
            self._clear(path, backup)
        return backup

    def check(self, backup: Backup) -> None:
        """Prove one that lies somewhere.

        Raises:
            DeskError: rights; as `prove`.
        """
        self._book.check(self._desk.session)
        prove(backup, self._desk.store.lend_key())

    def _clear(self, path: Path, newest: Backup) -> None:
        """Only this desk's, only readable ones, and never the one that was proved just now."""
        own = [
            each.backup
            for each in backups_in(path)
            if each.backup is not None and each.backup.manifest.device == newest.manifest.device
        ]
        stays = kept([each.manifest.made_ms for each in own], self._rule())
        for each in own:
            if each.folder != newest.folder and each.manifest.made_ms not in stays:
                remove_backup(each.folder)

    def _rule(self) -> KeepingRule:
        return KeepingRule.on(self._desk.reference, self._desk.today)

    def _places(self) -> Mapping[BackupPlace, Path]:
        found = places_of(self._notes)
        return {place: found[place] for place in COPIES if place in found}

    @cached_property
    def _renewed(self) -> EventId | None:
        """The key of an open desk stays the same, so once is enough; nothing older than the oldest backup is read."""
        lasts = [EventId.parse(state.last) for state in states_of(self._notes).values() if state.last]
        if not lasts:
            return None
        with self._desk.store.read() as reader:
            return renewed_since(reader, min(lasts, key=lambda last: (last.incarnation, last.seq)))

    def _closed_shift(self) -> str:
        with self._desk.store.read() as reader:
            shift = reader.last_shift()
        return shift.shift if shift is not None and shift.closed_ms else ""


def _is_due(state: PlaceState, shift: str, now_ms: int) -> bool:
    """A clock that was set back by more than a day makes a backup due too. While a shift is open there is none to wait for."""
    return (shift not in {"", state.shift}) or abs(now_ms - state.good_ms) >= DAY_MS


def _is_before(state: PlaceState, renewed: EventId | None) -> bool:
    """Whether it was made before the key. By their places in the chain: a clock that stood wrong must not make one due for ever."""
    if renewed is None or not state.last:
        return False
    last = EventId.parse(state.last)
    return (last.incarnation, last.seq) < (renewed.incarnation, renewed.seq)


def _rests(each: PlaceCondition, now_ms: int) -> bool:
    state = each.state
    if not state.failed:
        return False
    if state.failed == "backup.no_place":
        return not _is_there(each.path)
    return abs(now_ms - state.failed_ms) < AGAIN_MS


def _is_there(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _proved(place: BackupPlace, backup: Backup, shift: str) -> Proved:
    said = backup.manifest
    counter, kt1 = said.last(Stream.COUNTER), said.last(Stream.KT1)
    return Proved(place, said.made_ms, said.database.hex(), counter, kt1, shift)
