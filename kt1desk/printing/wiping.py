"""Papers that must be gone: overwritten, brought to the disk, then deleted.

What that is worth: on a disk that writes in place, the old bytes are gone. A solid-state disk, a stick and a file system that copies on
write (Btrfs, ZFS, a snapshot, a share's own history) put the new bytes elsewhere and keep the old ones until they need the room; there it
is a deletion and no more, and what holds is the encrypted disk (BitLocker, LUKS) that a desk's machine has to have anyway. So papers are
made in memory wherever that can be, and this is for the few that had to be files.

This module must not know what a paper says.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 20
_HOW = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def wipe(file: Path) -> None:
    """Overwrite and delete one file. Not there is as good as gone.

    A link is deleted and what it leads to stays. A file with a second name stays under that one, as it is: a paper whose half-written name
    was not yet taken away is a paper.

    Raises:
        OSError: it could not be deleted. Where it could only not be overwritten, it is deleted all the same.
    """
    try:
        known = file.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISREG(known.st_mode) and known.st_nlink == 1:
        with suppress(OSError):
            _overwrite(file)
    file.unlink(missing_ok=True)


def wipe_folder(folder: Path) -> None:
    """Overwrite and delete everything below a folder, and the folder. What another program holds (Windows) stays.

    Links are deleted, never followed.
    """
    for where, folders, files in os.walk(folder, topdown=False):
        for name in files:
            with suppress(OSError):
                wipe(Path(where, name))
        for name in folders:
            with suppress(OSError):
                _drop(Path(where, name))
    with suppress(OSError):
        folder.rmdir()


def _drop(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    else:
        folder.rmdir()


def _overwrite(file: Path) -> None:
    """With random bytes: a disk that compresses would keep nothing of zeros but their number."""
    handle = os.open(file, _HOW)
    try:
        left = os.fstat(handle).st_size
        while left > 0:
            left -= os.write(handle, os.urandom(min(left, _PIECE)))
        os.fsync(handle)
    finally:
        os.close(handle)
