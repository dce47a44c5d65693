"""Zips with the same bytes for the same files: sorted, one date, one kind of rights, one way of packing."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from installer.payload.files import FILE_MODE, PROGRAM_MODE, below
from installer.payload.notes import SYSTEMS, checked_base, checked_version

_DATE = (2026, 1, 1, 0, 0, 0)
_UNIX = 3
_LEVEL = 9


def app_target(version: str) -> str:
    """What an upgrade calls the zip of a version's own files."""
    return f"app/kt1desk-app-{checked_version(version)}.zip"


def base_target(base: str, system: str) -> str:
    """What an upgrade calls the zip of a base."""
    if system not in SYSTEMS:
        raise ValueError(f"no system: {system!r}")
    return f"base/kt1desk-base-{checked_base(base)}-{system}.zip"


def write_app_zip(root: Path, version: str, to: Path) -> Path:
    """Pack ``versions/<version>`` of a program's root below a folder of targets; returns the zip."""
    return write_zip(root, [f"versions/{checked_version(version)}"], to / app_target(version))


def write_base_zip(root: Path, base: str, system: str, to: Path) -> Path:
    """Pack ``bases/<base>`` of a program's root below a folder of targets; returns the zip."""
    return write_zip(root, [f"bases/{checked_base(base)}"], to / base_target(base, system))


def write_zip(root: Path, folders: Sequence[str], path: Path) -> Path:
    """Pack some folders, with paths relative to ``root``; which files may be run (their rights say it) is kept, other rights are not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    names = sorted(str(PurePosixPath(folder, name)) for folder in folders for name in below(root / folder))
    if not names:
        raise ValueError(f"nothing to pack in {folders}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            runs = (root / name).stat().st_mode & 0o100
            entry.external_attr = (0o100000 | (PROGRAM_MODE if runs else FILE_MODE)) << 16
            packed.writestr(entry, (root / name).read_bytes(), compresslevel=_LEVEL)
    return path
