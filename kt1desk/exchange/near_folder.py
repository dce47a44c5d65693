"""The shared folder of a point: a place on the bureau's network where desks leave files for each other.

    7-9-0000000012.kt1near      the twelfth file of device 7 for device 9

Each file has a name of its own and is never written over: many shares cannot replace a file that somebody has open, and some old ones do
not replace in one step. It is written under another name, brought to the disk, and renamed to one that was never there; then older ones of
the same pair are deleted, and what cannot be deleted now (a reader, a virus scanner) is deleted another time. Whatever lies there is
believed by nothing but its signature.

This module must not know what is in a file.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought

SUFFIX = ".kt1near"
MAX_LISTED = 4_096
"""Entries looked at: a folder with more is no folder of ours."""

# neither a link that somebody left, to a file of ours perhaps, nor a pipe that would hold the desk
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _PLAIN
_NAME = re.compile(r"([1-9][0-9]{0,4})-([1-9][0-9]{0,4})-([0-9]{10})\.kt1near")


@dataclass(frozen=True, slots=True, order=True)
class NearName:
    """One file by its name, which proves nothing: from which device to which, the how manyeth."""

    device: int
    to: int
    number: int

    @property
    def text(self) -> str:
        """As it stands in the folder."""
        return f"{self.device}-{self.to}-{self.number:010d}{SUFFIX}"


class NearFolder:
    """One folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> tuple[NearName, ...]:
        """All files of desks, by their names; anything else that lies there is passed over.

        Raises:
            DeskError: ``near.folder`` where the folder cannot be looked into: it is gone, or the machine that holds it.
        """
        found: list[NearName] = []
        try:
            with os.scandir(self._path) as entries:
                for at, entry in enumerate(entries):
                    if at >= MAX_LISTED:
                        break
                    parts = _NAME.fullmatch(entry.name)
                    if parts is not None:
                        found.append(NearName(*map(int, parts.groups())))
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            raise DeskError("near.folder") from error
        return tuple(sorted(found))

    def read(self, name: NearName, most: int) -> bytes | None:
        """A file as it is now; None where it is gone, locked, too large, or no file at all."""
        try:
            return read_brought(self._path / name.text, most)
        except DeskError:
            return None

    def write(self, name: NearName, data: bytes) -> None:
        """Put a file there, whole or not at all.

        Raises:
            DeskError: ``near.read_only`` where it cannot be written: no right, no room, no plain file under the name it is
                written by at first, or the folder went away meanwhile.
        """
        hidden = self._path / f".{name.device}-{name.to}.part"
        try:
            with os.fdopen(os.open(hidden, _NEW, 0o666), "wb") as file:
                self._let_in(file.fileno())
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            hidden.replace(self._path / name.text)
        except OSError as error:
            raise DeskError("near.read_only") from error

    def _let_in(self, handle: int) -> None:
        """Whoever may look into the folder may read the file: the umask is for files of the desk, and this one is for others."""
        if hasattr(os, "fchmod"):
            with suppress(OSError):  # most shares have one owner for all their files, and refuse
                os.fchmod(handle, stat.S_IMODE(self._path.stat().st_mode) & 0o666)

    def drop(self, names: Sequence[NearName]) -> None:
        """Delete files of ours; what is held by somebody stays and is asked for again."""
        for name in names:
            try:
                (self._path / name.text).unlink(missing_ok=True)
            except OSError:
                continue
