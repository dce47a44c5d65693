"""One way in for files that people bring: on a stick, in a shared folder, under a path that somebody typed.

What lies there was put there by anybody. So only an ordinary file is opened, and never more of it is read than its reader can use:

- a pipe, a device or a socket would hold the desk until somebody writes into it, or never end: refused before it is opened, and asked once
  more of what was opened, for another thing may have come in its place; it is opened without waiting;
- a link as the last part of a path is refused: whoever wrote the stick chose where it leads, and it may be a file of this machine.
  Links among the folders on the way are followed: a home or a drive may lie behind one, and what is in the end is looked at all the same;
- a file that is too large is refused by its size, unread; one that grows meanwhile (or has no size, as in ``/proc``), once it has shown
  more than may be.

This module must not know what is in a file.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from kt1desk.domain.errors import DeskError

_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_PIECE = 1 << 20
_REASONS = {
    errno.ENOENT: "file.gone",
    errno.ENOTDIR: "file.gone",
    errno.ENAMETOOLONG: "file.gone",
    errno.ENODEV: "file.gone",
    errno.ENXIO: "file.special",
    errno.EACCES: "file.denied",
    errno.EPERM: "file.denied",
    errno.ELOOP: "file.link",
}


def read_brought(path: Path, most_bytes: int, field: str = "") -> bytes:
    """Every byte of an ordinary file of at most ``most_bytes``.

    Args:
        path: as it was typed or chosen.
        most_bytes: the largest file that its reader takes.
        field: the input the refusals belong to.

    Raises:
        DeskError: ``file.gone``, ``file.folder``, ``file.special``, ``file.link``, ``file.denied``, ``file.unreadable``;
            ``file.too_large`` with ``most``, in words.
    """
    try:
        _require_plain(os.lstat(path), field)
        if (
            sys.platform == "win32" and path.is_reserved()
        ):  # CON and its like: there in every folder, and no file
            raise DeskError("file.special", field)
        handle = os.open(path, _OPEN)
        try:
            opened = os.fstat(handle)
            _require_plain(opened, field)
            data = b"" if opened.st_size > most_bytes else _up_to(handle, most_bytes + 1)
        finally:
            os.close(handle)
    except ValueError as error:  # a NUL in the path
        raise DeskError("file.gone", field) from error
    except OSError as error:
        raise DeskError(_REASONS.get(error.errno or 0, "file.unreadable"), field) from error
    if opened.st_size > most_bytes or len(data) > most_bytes:
        raise DeskError("file.too_large", field, most=_in_words(most_bytes))
    return data


def _require_plain(found: os.stat_result, field: str) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise DeskError("file.link", field)
    if stat.S_ISDIR(found.st_mode):
        raise DeskError("file.folder", field)
    if not stat.S_ISREG(found.st_mode):
        raise DeskError("file.special", field)


def _up_to(handle: int, most: int) -> bytes:
    """Piece by piece: asked for all at once, the largest size that may be would be taken from the memory for a file of a few bytes."""
    pieces: list[bytes] = []
    while most and (piece := os.read(handle, min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _in_words(count: int) -> str:
    for size, unit in ((1 << 20, "MB"), (1 << 10, "KB")):
        if count >= size:
            return f"{count // size} {unit}"
    return f"{count} byte"
