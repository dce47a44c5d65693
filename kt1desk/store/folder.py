"""The data folder: where each thing lies, and that only one program works in it.

This module must not know what is in the files.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kt1desk.domain.errors import DeskError
from kt1desk.store.disk import disk_translated
from kt1desk.store.private_folder import make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Paths below one root. The marker lies outside ``store``, so that a restored copy of the store is seen."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database; SQLite puts ``-wal`` and ``-shm`` beside it."""
        return self.root / "store" / "desk.db"

    @property
    def restoring(self) -> Path:
        """Lies beside the database while a restore is under way."""
        return self.root / "store" / "restoring"

    @property
    def keys(self) -> Path:
        """Key slots, one for each user and one for the recovery code."""
        return self.root / "store" / "keys.json"

    @property
    def attempts(self) -> Path:
        """Counters of wrong passwords; outside the database, which is closed at that time."""
        return self.root / "secret" / "attempts.json"

    @property
    def device_secret(self) -> Path:
        """The machine's part of every key."""
        return self.root / "secret" / "device"

    @property
    def marker(self) -> Path:
        """The head marker."""
        return self.root / "marker" / "heads"

    @property
    def open_shift(self) -> Path:
        """Lies there while a shift is open; for those who cannot open the database."""
        return self.root / "open-shift"

    @property
    def log(self) -> Path:
        """Folder of the log files."""
        return self.root / "log"

    @property
    def lock_file(self) -> Path:
        """Held locked while a program works in the folder."""
        return self.root / "lock"

    def prepare(self) -> None:
        """Make the folders for those who work at this desk (`kt1desk.store.private_folder`); those that exist stay.

        Raises:
            DeskError: ``disk.read_only``, ``disk.full`` or ``disk.failed``.
        """
        with disk_translated():
            for folder in (
                *(self.root, self.database.parent, self.device_secret.parent),
                *(self.marker.parent, self.log),
            ):
                make_folder(folder)

    def lock(self) -> FolderLock:
        """Be the only program in this folder until the lock is released or the process ends, however it ends.

        Raises:
            DeskError: ``desk.already_running``; ``disk.read_only`` or ``disk.full`` where the lock file cannot be made.
        """
        with disk_translated():
            handle = os.open(self.lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise DeskError("desk.already_running") from error
        return FolderLock(handle)


def is_in_use(folder: DataFolder) -> bool:
    """Whether a program works in the folder now; asked from outside, perhaps by a service that owns more than the folder's user does.

    Nothing is made, nothing but an ordinary file is opened, and what cannot be asked counts as not in use.
    """
    look = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(folder.lock_file, look)
    except OSError:
        return False
    try:
        _lock(handle)
    except OSError:
        return True
    else:
        _unlock(handle)  # a desk that starts now must not hear that one is at work
    finally:
        os.close(handle)
    return False


class FolderLock:
    """A held lock; also a context manager."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Let others in. Twice is the same as once."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            _unlock(handle)
            os.close(handle)

    def __enter__(self) -> FolderLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(handle: int) -> None:
    """Windows lets go of the lock of a closed file when it comes to it (LockFile), and the program begun anew does not wait."""
    if sys.platform == "win32":
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
