"""What this room does to the disk: small files replaced whole, folders moved into place, all of it durable; what the disk refuses.

A power cut leaves the old or the new, never a mixture. Virus scanners on Windows hold files for a moment after they were written, so a
rename is tried again there for a while.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kt1desk.domain.errors import DeskError

PART = ".part"
"""Ends the name of whatever is not finished; nothing of that name is ever started, and the next upgrade deletes it."""

_TRIES, _PAUSE_S = 40, 0.05
"""Two seconds altogether: longer than a scanner looks at a file, shorter than a person wonders."""
_NEW_MODE, _FOLDER_MODE = 0o644, 0o755
_BINARY = getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of a file that everybody may read: beside it, fsync, one rename, fsync of the folder.

    Raises:
        OSError: the old file stands as it was.
    """
    beside = path.with_name(path.name + PART)
    write_file(beside, data)
    rename(beside, path)


def write_file(path: Path, data: bytes, mode: int = _NEW_MODE) -> None:
    """Write a file and bring it to the disk; its name in the folder is durable only after `sync_folder`."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        path.chmod(mode)  # a technician's umask must not lock clerks out of their program
        os.fsync(file.fileno())


def make_folder(path: Path) -> None:
    """Make a folder that everybody may look into, with those above it."""
    missing = [each for each in (path, *path.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir()
        each.chmod(_FOLDER_MODE)


def rename(old: Path, new: Path) -> None:
    """Rename a file or folder in one step, and make it durable. A file of the new name is replaced; a folder must not be there."""
    _again_where_held(lambda: old.replace(new))
    sync_folder(new.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows cannot open folders and keeps names in its own log (NTFS)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_folders(top: Path) -> None:
    """Make the names in a folder and in all folders below it durable."""
    for each in (*(path for path in top.rglob("*") if path.is_dir()), top):
        sync_folder(each)


def remove(path: Path) -> bool:
    """Delete a file or a whole folder, as far as it goes; links are deleted, never followed. Whether nothing is left.

    A folder is renamed to end with ``.part`` first: half deleted, it must not look like one that is whole.
    """
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            if not path.name.endswith(PART):
                doomed = path.with_name(path.name + PART)
                shutil.rmtree(doomed, ignore_errors=True)
                rename(path, doomed)
                path = doomed
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return not path.exists() and not path.is_symlink()


def read_small(path: Path, most: int) -> bytes:
    """The whole of a small file.

    Raises:
        OSError: it is not there or cannot be read, is no plain file, or is longer than ``most`` bytes. Links are not followed.
    """
    with open_plain(path) as handle:
        data = bytearray()
        while len(data) <= most:
            more = os.read(handle, most + 1 - len(data))
            if not more:
                return bytes(data)
            data += more
    raise OSError(errno.EFBIG, "longer than it may be")


@contextmanager
def open_plain(path: Path) -> Iterator[int]:
    """A descriptor of a plain file, for reading; others may have put anything under its name.

    Neither a link that leads to a file of ours, nor a pipe that would never end the waiting, nor a device is opened.

    Raises:
        OSError: as the system says; ``ELOOP`` for whatever is no plain file.
    """
    if _is_link(path):
        raise OSError(errno.ELOOP, "a link is not followed")
    flags = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.ELOOP, "not a plain file")
        yield handle
    finally:
        os.close(handle)


@contextmanager
def refusals_translated() -> Iterator[None]:
    """Turn what the disk of the program refuses into a `DeskError`: ``upgrade.no_room``, ``not_allowed`` or ``disk``."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT} or getattr(error, "winerror", 0) in {39, 112}:
            raise DeskError("upgrade.no_room", mib=1) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise DeskError("upgrade.not_allowed") from error
        raise DeskError("upgrade.disk") from error


def _is_link(path: Path) -> bool:
    """A link, or on Windows anything that leads elsewhere (a junction is no symbolic link)."""
    found = path.lstat()
    reparse = getattr(found, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
    return stat.S_ISLNK(found.st_mode) or bool(reparse)


def _again_where_held(act: Callable[[], object]) -> None:
    left = _TRIES if os.name == "nt" else 0
    while True:
        try:
            act()
            return
        except PermissionError:
            if not left:
                raise
            left -= 1
            time.sleep(_PAUSE_S)
