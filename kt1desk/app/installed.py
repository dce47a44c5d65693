"""What an installation says of itself: which version, on which base, and whether every file of both is as it was packed.

See docs/decisions/installed.md for the two notes. A checkout has none. This module must not know what the files are.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from kt1desk import __version__
from kt1desk.config import PROGRAM, program_folder, program_root

SYSTEM = "windows-x64" if sys.platform == "win32" else "linux-x64"
"""This system, as the notes name it."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What lies in a folder and what its note says, as far as they differ; and how many files are as they should be."""

    sound: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


def version_folder() -> Path | None:
    """``versions/<version>`` of the program that runs; None for a checkout."""
    return program_folder().parent if program_root() is not None else None


def base_folder() -> Path | None:
    """The base this version asks for on this system; None for a checkout.

    Raises:
        OSError, ValueError, KeyError: ``version.json`` cannot be read or names no base for this system.
    """
    root, version = program_root(), version_folder()
    if root is None or version is None:
        return None
    note = json.loads((version / "version.json").read_text(encoding="utf-8"))
    return root / "bases" / str(note["base"][SYSTEM])


def told_version() -> str:
    """Version, base and place, as ``--version`` says them."""
    root = program_root()
    if root is None:
        return f"{PROGRAM} {__version__} · chạy từ mã nguồn tại {program_folder()}"
    try:
        base = base_folder()
    except (OSError, ValueError, KeyError):
        base = None
    named = base.name if base is not None else "không đọc được"
    return f"{PROGRAM} {__version__} · nền {named} · cài tại {root}"


def compared(folder: Path, note: str) -> Differences:
    """Compare every file below a folder with the folder's note.

    Args:
        folder: ``versions/<version>`` or ``bases/<base>``.
        note: name of the note in it, which does not list itself.

    Raises:
        OSError, ValueError, KeyError: the note cannot be read, or a file cannot.
    """
    listed: dict[str, str] = json.loads((folder / note).read_text(encoding="utf-8"))["files"]
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    found.pop(note, None)
    changed = sorted(name for name in listed.keys() & found.keys() if _sum(found[name]) != listed[name])
    return Differences(
        len(listed.keys() & found.keys()) - len(changed),
        tuple(sorted(listed.keys() - found.keys())),
        tuple(changed),
        tuple(sorted(found.keys() - listed.keys())),
    )


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
