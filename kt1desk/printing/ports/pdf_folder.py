"""PDF files in a folder the clerk chose.

A file appears whole or not at all, and its name says nothing about who sends what to whom: folders end up on shared
disks and in "recently used" lists. What was half written is overwritten before it is deleted; what a killed desk left so, at the next
desk's first paper. A half-written file is held locked by its writer, which is how the two are told apart.
"""

import errno
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from kt1desk.printing.ports.base import PortError, Progress
from kt1desk.printing.wiping import wipe

if sys.platform != "win32":
    import fcntl

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LAST_OF_A_SECOND = 9999
_NO_FLUSH_OF_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What shares answer that flush by themselves or not at all."""
_HALF_WRITTEN = ".kt1-*.tmp"
_ABANDONED_S = 3600
"""Where files cannot be locked (Windows, some shares): one half written for so long was left by a desk that was killed."""
_NO_HARD_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What sticks and shares without hard links answer; there a plain rename does, which could only meet another writer."""


class PdfFolderPort:
    """Writes one PDF per job.

    Args:
        folder: an existing folder.
        local_now: local time for the name, from the desk's clock.
        kind: how the names begin: what kind of paper it is, and nothing about whose.
    """

    def __init__(self, folder: Path, local_now: Callable[[], datetime], kind: str = "phieu") -> None:
        self._folder = folder
        self._kind = kind
        self._local_now = local_now

    def open(self) -> None:
        """Check the folder, so that a job for a read-only one stays queued."""
        if not self._folder.is_dir():
            raise PortError("printer.folder_unwritable")
        try:
            _clear_away(self._folder)
            handle, name = tempfile.mkstemp(prefix=".kt1-", suffix=".tmp", dir=self._folder)
            os.close(handle)
            Path(name).unlink()
        except OSError as error:
            raise PortError(_folder_code(error)) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Write beside, flush to the disk, then give it its name; never over another file."""
        unnamed: Path | None = None
        try:
            handle, name = tempfile.mkstemp(prefix=".kt1-", suffix=".tmp", dir=self._folder)
            unnamed = Path(name)
            with os.fdopen(handle, "wb") as file:
                _hold(file.fileno())
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                if sys.platform != "win32":
                    self._give_name(unnamed)
            if sys.platform == "win32":  # which names no file that is open
                self._give_name(unnamed)
        except OSError as error:
            raise PortError(_folder_code(error)) from error
        finally:
            if unnamed is not None:
                with suppress(
                    OSError
                ):  # what stays is cleared away some day; the paper is there, or its failure is told
                    wipe(unnamed)
        try:
            _flush_names(self._folder)
        except OSError as error:
            # The paper stands in the folder: to send it again would double it.
            raise PortError(_folder_code(error), len(data)) from error
        progress(len(data))
        return len(data)

    @property
    def hears(self) -> bool:
        """A folder says nothing."""
        return False

    def receive(self, wait_s: float) -> bytes:  # noqa: ARG002 - the shape of a port; nothing is waited for
        """Nothing, at once."""
        return b""

    def close(self) -> None:
        """Nothing is held open between jobs."""

    def _give_name(self, unnamed: Path) -> None:
        stamp = self._local_now().strftime("%Y%m%d-%H%M%S")
        for number in range(1, _LAST_OF_A_SECOND + 1):
            target = self._folder / f"{self._kind}-{stamp}-{number:04d}.pdf"
            try:
                os.link(unnamed, target)
            except FileExistsError:
                continue
            except OSError as error:
                if error.errno not in _NO_HARD_LINKS:
                    raise
                if target.exists():
                    continue
                unnamed.replace(target)
            return
        raise PortError("printer.folder_unwritable")


@cache
def _clear_away(folder: Path) -> None:
    """Once in a program's life: what earlier ones left half written. A folder of five years holds a million files."""
    for half in folder.glob(_HALF_WRITTEN):
        with suppress(OSError):  # it is another desk's, or gone already
            if _is_abandoned(half):
                wipe(half)


def _hold(handle: int) -> bool:
    """Lock a half-written file for as long as it is open here; whether it is now."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody else's, or a share that has no locks
        return False
    return True


def _is_abandoned(half: Path) -> bool:
    with half.open("rb") as file:
        if _hold(file.fileno()):
            return True
    return time.time() - half.stat().st_mtime > _ABANDONED_S


def _flush_names(folder: Path) -> None:
    """A new name is on the disk only when its folder is; NTFS keeps names in its journal and cannot flush a folder."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FLUSH_OF_FOLDERS:
            raise
    finally:
        os.close(handle)


def _folder_code(error: OSError) -> str:
    return "disk.full" if error.errno in _NO_ROOM else "printer.folder_unwritable"
