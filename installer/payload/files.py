"""Files with one date and one kind of rights, and the files below a folder in one order."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

MOMENT = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
"""Seconds since 1970: the date of every file of an installation. What a file is, its sum says, not its date."""
FILE_MODE = 0o644
PROGRAM_MODE = 0o755


def write_file(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Write a new file, with its folders.

    Raises:
        FileExistsError: there is one of this name; two sources of one file are a mistake.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
    path.chmod(mode)
    os.utime(path, (MOMENT, MOMENT))


def below(folder: Path) -> list[str]:
    """Every file below a folder, as paths relative to it with ``/``, sorted by their code points.

    Raises:
        ValueError: a link lies among them: it would be another thing on another machine.
    """
    found = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    links = [path for path in found if path.is_symlink()]
    if links:
        raise ValueError(f"a link among the files: {links[0]}")
    return sorted(path.relative_to(folder).as_posix() for path in found)


def settle(folder: Path) -> None:
    """Give every folder below, and the folder itself, the one date and the same rights; files have theirs from `write_file`."""
    for path in (*(each for each in folder.rglob("*") if each.is_dir()), folder):
        path.chmod(PROGRAM_MODE)
        os.utime(path, (MOMENT, MOMENT))
