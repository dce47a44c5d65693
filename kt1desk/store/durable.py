"""Small files that must survive a power cut: whole old content or whole new content, never a mixture.

This module must not know what is in them.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

_NEW = ".new"
_LOOK = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe would hold the desk until somebody writes into it."""


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file: write beside it, fsync, rename over it, fsync the folder. Readable by its owner only.

    Raises:
        OSError: nothing has changed then; a file ``*.new`` may be left and is overwritten the next time.
    """
    beside = path.with_name(path.name + _NEW)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(path)
    sync_folder(path.parent)


def read_small(path: Path, most: int) -> bytes:
    """What is in the file, and never more than one byte above ``most``: whoever asks sees that it is too long, and no memory is filled.

    Empty where something else than a file lies in its place.

    Raises:
        OSError: it is not there, or cannot be read.
    """
    handle = os.open(path, _LOOK)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return b""
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte: a disk that fills up may take only some of them before it refuses."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable. Windows cannot open folders and keeps names in its own log (NTFS)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
