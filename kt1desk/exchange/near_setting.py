"""Where the shared folder of a point lies, as this machine reaches it: a local setting, written by whoever looks after devices.

This module must not know what lies in the folder.
"""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.exchange.peers import Notes
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

NAME = "near.folder"
_MAX_PATH = 400


def near_path(notes: Notes) -> Path | None:
    """The folder, None where none is set."""
    noted = notes.get(NAME)
    path = noted.get("path", "") if noted else ""
    return Path(path) if isinstance(path, str) and path else None


class NearSetting:
    """Sets the folder.

    Args:
        journal: the desk's store, for the shift that is open.
        notes: its local settings.
        clock: the wall clock.
    """

    def __init__(self, journal: Journal, notes: Notes, clock: Clock) -> None:
        self._journal = journal
        self._notes = notes
        self._clock = clock

    def use(self, session: Session, folder: Path) -> Path:
        """Share this folder from now on.

        Raises:
            DeskError: rights; ``near.path`` for what is no folder with its whole path, ``disk.*``.
        """
        self._check(session)
        try:
            fits = folder.is_absolute() and folder.is_dir() and len(str(folder)) <= _MAX_PATH
        except (OSError, ValueError):  # ValueError: a NUL in the path
            fits = False
        if not fits:
            raise DeskError("near.path", "file")
        self._notes.put(NAME, {"path": str(folder)})
        return folder

    def leave(self, session: Session) -> None:
        """Share none; what other desks left there is not read any more.

        Raises:
            DeskError: rights, ``disk.*``.
        """
        self._check(session)
        self._notes.put(NAME, {"path": ""})

    def _check(self, session: Session) -> None:
        with self._journal.read() as reader:
            require_now(session, Act.CONFIGURE_DEVICES, reader.open_shift(), self._clock)
