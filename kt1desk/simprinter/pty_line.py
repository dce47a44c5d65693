"""A serial line without hardware: a pseudo-terminal behind a symbolic link, which stands for the name of a port."""

from __future__ import annotations

import os
import tty
from contextlib import suppress
from pathlib import Path

from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.troubles import Wiring


class PtyPlug:
    """A pseudo-terminal; pulled out, every host that has it open hears of it as of a drawn USB cable (EIO)."""

    def __init__(self) -> None:
        self._ours: int | None = None
        self._theirs: int | None = None
        self._link: Path | None = None

    @property
    def address(self) -> str:
        """The name of the port; empty while unplugged."""
        return str(self._link) if self._link is not None else ""

    @property
    def watched(self) -> int | None:
        """Our end."""
        return self._ours

    def put_in(self, name: str) -> None:
        """A fresh terminal under this name; a link of that name is replaced, a file never.

        Raises:
            OSError: the link cannot be made.
        """
        link = Path(name).absolute()
        ours, theirs = os.openpty()
        try:
            tty.setraw(theirs)
            os.set_blocking(ours, False)
            if link.is_symlink():
                link.unlink()
            link.symlink_to(os.ttyname(theirs))
        except OSError:
            os.close(ours)
            os.close(theirs)
            raise
        # Held open by us as well: with no host at all, our end would be told of a hang-up without end.
        self._ours, self._theirs, self._link = ours, theirs, link

    def pull_out(self) -> None:
        """Terminal and name are gone."""
        for end in (self._ours, self._theirs):
            if end is not None:
                os.close(end)
        if self._link is not None:
            with suppress(OSError):
                self._link.unlink()
        self._ours = self._theirs = self._link = None

    def receive(self, most: int) -> bytes:
        """What has come."""
        if self._ours is None:
            return b""
        try:
            return os.read(self._ours, most)
        except OSError:
            return b""

    def send(self, data: bytes) -> None:
        """Say something."""
        if self._ours is not None:
            with suppress(OSError):
                os.write(self._ours, data)


class PtyLine(Line):
    """A printer on a serial line; ``link`` is the name of its port, in a folder that is there."""

    def __init__(self, machine: Machine, link: Path | str, wiring: Wiring | None = None) -> None:
        super().__init__(machine, PtyPlug(), str(link), wiring)
