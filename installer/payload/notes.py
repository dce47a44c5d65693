"""The two notes of an installation: `version.json` beside a version's files and `base.json` beside a base's.

`version.json` is ``{"version", "base": {system: id}, "schema", "files": {path: sha256}}`` in this order, which the launchers rely on: they
read the base's name out of the first kilobyte. `base.json` is ``{"base", "system", "files": {path: sha256}}``. Paths are relative to the
note's own folder, with ``/``; a note does not list itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from installer.payload.compiled import digest
from installer.payload.files import below, write_file

SYSTEMS = ("windows-x64", "linux-x64")
VERSION_NOTE = "version.json"
BASE_NOTE = "base.json"
_VERSION = re.compile(r"[0-9](?:[0-9A-Za-z-]|\.(?=[0-9A-Za-z])){0,39}")
_BASE = re.compile(r"[0-9a-f]{12}")


def checked_version(version: str) -> str:
    """A version that may be the name of a folder on both systems and a line of `current.txt`.

    Raises:
        ValueError: it begins with no digit, is longer than 40 characters or has others than digits, letters, ``-`` and single dots.
    """
    if _VERSION.fullmatch(version) is None:
        raise ValueError(f"no version: {version!r}")
    return version


def checked_base(base: str) -> str:
    """The name of a base: twelve hex digits.

    Raises:
        ValueError: anything else.
    """
    if _BASE.fullmatch(base) is None:
        raise ValueError(f"no base: {base!r}")
    return base


def write_version_note(folder: Path, version: str, bases: Mapping[str, str], schema: str) -> None:
    """Write `version.json` over everything that lies in the folder.

    Args:
        folder: ``versions/<version>``.
        version: its version.
        bases: the base it runs on, for each system.
        schema: the newest revision of a desk's database that this version knows.
    """
    unknown = set(bases) - set(SYSTEMS)
    if unknown or not bases:
        raise ValueError(f"bases are named for {SYSTEMS}, not for {sorted(unknown)}")
    named = {system: checked_base(bases[system]) for system in SYSTEMS if system in bases}
    note = {"version": checked_version(version), "base": named, "schema": schema}
    _write(folder / VERSION_NOTE, note | {"files": sums_of(folder, but=VERSION_NOTE)})


def write_base_note(folder: Path, base: str, system: str) -> None:
    """Write `base.json` over everything that lies in the folder ``bases/<base>``."""
    if system not in SYSTEMS:
        raise ValueError(f"no system: {system!r}")
    note = {"base": checked_base(base), "system": system}
    _write(folder / BASE_NOTE, note | {"files": sums_of(folder, but=BASE_NOTE)})


def sums_of(folder: Path, *, but: str) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path; without the note itself."""
    return {name: digest((folder / name).read_bytes()) for name in below(folder) if name != but}


def read_note(path: Path) -> dict[str, Any]:
    """A note as it was written."""
    note: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return note


def _write(path: Path, note: Mapping[str, object]) -> None:
    write_file(path, (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode())
