"""Where this machine's backups go: a second disk, a stick, a share, and the medium of the flight recorder. Until somebody says so, nowhere.

Copies leave the machine, so only whoever looks after its devices says where to, and it stands in the journal that he did (not where).
This module must not know what is written there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import SettingChanged
from kt1desk.domain.permissions import Act
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

NAME = "backup.places"
MAX_PATH = 240


class BackupPlace(StrEnum):
    """A place that may be chosen."""

    DISK = "disk"
    STICK = "stick"
    SHARE = "share"
    FLIGHT = "flight"
    """Not for backups: the flight recorder's folder, on another medium than the data."""


COPIES = (BackupPlace.DISK, BackupPlace.STICK, BackupPlace.SHARE)
"""Places that take whole backups, in the order in which they get them."""


class Notes(Protocol):
    """Named JSON objects of this machine that outlive the program."""

    def get(self, name: str) -> Mapping[str, Json] | None:
        """The object of this name, None while there is none."""

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep the object in place of what was there.

        Raises:
            DeskError: ``canonical.*``, ``disk.*``.
        """


def places_of(notes: Notes) -> Mapping[BackupPlace, Path]:
    """The folders that are set."""
    noted = notes.get(NAME) or {}
    paths = {place: noted.get(place.value) for place in BackupPlace}
    return {place: Path(path) for place, path in paths.items() if isinstance(path, str) and path}


class BackupPlaces:
    """Sets them.

    Args:
        journal: the desk's store.
        notes: its local settings.
        own: the data folder: a backup beside the data is none.
        clock: the wall clock.
    """

    def __init__(self, journal: Journal, notes: Notes, own: Path, clock: Clock) -> None:
        self._journal = journal
        self._notes = notes
        self._own = own
        self._clock = clock

    def use(self, session: Session, chosen: Mapping[BackupPlace, str]) -> None:
        """Use these folders from now on; an empty one ends a place. Those that are not named stay.

        Raises:
            DeskError: rights; with the place as field: ``backup.path`` for what is no folder with its whole path,
                ``backup.path_own`` for one inside the data folder; ``disk.*``.
        """
        for place, path in chosen.items():
            self._check(place, path.strip())
        before = places_of(self._notes)
        after = {**before, **{place: Path(path.strip()) for place, path in chosen.items()}}
        named = {place.value: str(path) for place, path in after.items() if str(path) != "."}
        with self._journal.work() as work:
            require_now(session, Act.CONFIGURE_DEVICES, work.open_shift(), self._clock)
            changed = [each for each in BackupPlace if named.get(each.value, "") != str(before.get(each, ""))]
            for place in changed:
                work.append(SettingChanged(f"backup.{place}"), Appending(session.actor.user_id))
            if changed:
                work.commit()
        self._notes.put(NAME, named)

    def _check(self, place: BackupPlace, path: str) -> None:
        if not path:
            return
        folder = Path(path)
        try:
            fits = len(path) <= MAX_PATH and folder.is_absolute() and folder.is_dir()
            own = fits and folder.resolve().is_relative_to(self._own.resolve())
        except (OSError, ValueError):  # ValueError: a NUL in the path
            fits, own = False, False
        if not fits:
            raise DeskError("backup.path", place.value)
        if own:
            raise DeskError("backup.path_own", place.value)
