"""Where a release may be read from: a stick, a share, the drop folder. Nothing that comes out of a source is believed before it is proved.

    kt1desk-capnhat/metadata/timestamp.json, 3.snapshot.json, 3.targets.json, 2.root.json …
    kt1desk-capnhat/targets/release.json, app/…zip, base/…zip

This module must not know what is in the files.
"""

from __future__ import annotations

import errno
import os
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

from kt1desk.upgrade.disk import open_plain

STICK_FOLDER = "kt1desk-capnhat"
"""The folder of a release on a stick or share."""
TIMESTAMP = "metadata/timestamp.json"
"""Every release has it, and nothing else has."""

_CHUNK = 256 * 1024
_MOUNTS = ("/media/*/*", "/media/*", "/run/media/*/*", "/mnt/*", "/mnt")
_DRIVES = string.ascii_uppercase[2:]
"""Not A and B: a drive for floppies is asked in vain for seconds."""


class Source(Protocol):
    """A place with the files of a release, known by names such as ``metadata/timestamp.json`` and ``targets/release.json``."""

    @property
    def label(self) -> str:
        """How a person knows it: a path, or a word for the line."""
        ...

    def read(self, name: str, most_bytes: int) -> Iterator[bytes]:
        """The bytes of a file in pieces, at most ``most_bytes`` and one more: whoever counts sees that it is too long.

        Raises:
            FileNotFoundError: the source is there and has no such file.
            OSError: the source cannot be read (any more).
            DeskError: the source has a reason of its own, as the line has.
        """
        ...


class FolderSource:
    """A folder on a stick, on a share, or the drop folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def label(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def read(self, name: str, most_bytes: int) -> Iterator[bytes]:
        """See `Source`. What is no plain file counts as not there."""
        path = self._folder.joinpath(*_plain_parts(name))
        left = most_bytes + 1
        try:
            with open_plain(path) as handle:
                while left and (piece := os.read(handle, min(left, _CHUNK))):
                    left -= len(piece)
                    yield piece
        except (FileNotFoundError, NotADirectoryError) as error:
            if self._folder.is_dir():
                raise FileNotFoundError(errno.ENOENT, "the source has no such file", name) from error
            raise OSError(errno.ENODEV, "the source is gone", str(self._folder)) from error
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise FileNotFoundError(errno.ENOENT, "no plain file", name) from error
            raise


def find_sources(places: Sequence[Path] | None = None) -> tuple[FolderSource, ...]:
    """Folders named ``kt1desk-capnhat`` with a release in them, on everything that is plugged in.

    Args:
        places: where to look instead of at the mounted sticks and drives: the folders that may hold one.
    """
    found = {}
    for place in _plugged_in() if places is None else places:
        folder = place / STICK_FOLDER
        try:
            if (folder / TIMESTAMP).is_file():
                found[folder.resolve()] = FolderSource(folder)
        except OSError:  # a drive that is being pulled out, or that only its owner may look into
            continue
    return tuple(found[key] for key in sorted(found))


def _plugged_in() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from (Path(f"{letter}:\\") for letter in _DRIVES)
    else:
        for pattern in _MOUNTS:
            yield from sorted(Path("/").glob(pattern.lstrip("/")))


def _plain_parts(name: str) -> Sequence[str]:
    """The parts of a name of ours; names are ours or signed, but a source is no place for a way out of its folder either."""
    parts = PurePosixPath(name).parts
    if not parts or any(part in {"..", "/"} or "\\" in part or ":" in part for part in parts):
        raise FileNotFoundError(errno.ENOENT, "no name of a source", name)
    return parts
