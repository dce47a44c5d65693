"""A file that must not be there yet: whole and durable, or not there at all.

This module must not know what is in it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kt1desk.domain.errors import DeskError


def write_new(path: Path, data: bytes, taken: str, mode: int = 0o644) -> None:
    """Make the file; one that is there already is never touched.

    Args:
        path: where; its folder exists.
        data: the whole content.
        taken: code of the refusal where there already is something.
        mode: who may read it.

    Raises:
        DeskError: ``taken``; ``province.folder`` where it cannot be written whole. Nothing is left then, so that the next try may succeed.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    except FileExistsError as error:
        raise DeskError(taken) from error
    except OSError as error:
        raise DeskError("province.folder") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(path.parent)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise DeskError("province.folder") from error


def _sync_folder(folder: Path) -> None:
    """Windows cannot open folders and keeps names in its own log (NTFS)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
