"""A program's root as it is to lie on a counter's machine: one base, one version, the launchers. `current.txt` is written by the setup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.payload.app_tree import write_version
from installer.payload.files import below
from installer.payload.zips import write_app_zip, write_base_zip
from installer.windows.base import SYSTEM, BadStageError, write_base
from installer.windows.downloads import Runtime
from installer.windows.launchers import write_launchers
from installer.windows.names import complaints

MOST_BYTES = 135_000_000
"""What a counter's disk is asked for."""
LINUX = "linux-x64"


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        root: the program's root.
        base: name of its base.
        version: name of its version.
        size: bytes of all files.
        targets: the zips of an upgrade: the app, the base.
    """

    root: Path
    base: str
    version: str
    size: int
    targets: tuple[Path, Path]


def write_stage(
    out: Path,
    runtime: Runtime,
    wheels: Sequence[Path],
    *,
    linux_base: str | None = None,
    version: str | None = None,
) -> Made:
    """Write ``stage`` and ``targets`` into a folder (a minute).

    Args:
        out: the folder; made where it is not there.
        runtime: Python.
        wheels: of every package of the Windows locks.
        linux_base: the base that the version runs on where there is Linux; None: it is for Windows only.
        version: another name than the checkout's own version, to try an upgrade with.

    Raises:
        BadStageError: Windows cannot hold a name, or it is all together too large.
        FileExistsError: there is a stage already.
    """
    root = out / "stage"
    root.mkdir(parents=True)
    base = write_base(root, runtime, wheels)
    bases = {SYSTEM: base} | ({LINUX: linux_base} if linux_base else {})
    called = write_version(root, bases, version=version).name
    write_launchers(root)
    names = below(root)
    size = sum((root / name).stat().st_size for name in names)
    told = complaints(names)
    if size > MOST_BYTES:
        told.append(f"too large: {size:,} bytes, {MOST_BYTES:,} at most")
    if told:
        raise BadStageError("\n".join(told))
    targets = out / "targets"
    zips = write_app_zip(root, called, targets), write_base_zip(root, base, SYSTEM, targets)
    return Made(root, base, called, size, zips)
