"""A serial device at the other end of a pseudo terminal; unplugging closes it, plugging in makes another one."""

from __future__ import annotations

import os
import select
import tty
from pathlib import Path


class PtyDevice:
    """A device behind a port name that stays the same, as a COM port does."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder / "ttyDevice")
        self._master = -1
        self._slave = -1

    def plug_in(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        Path(self.name).symlink_to(os.ttyname(self._slave))

    def unplug(self) -> None:
        if self._master < 0:
            return
        Path(self.name).unlink()
        os.close(self._slave)
        os.close(self._master)
        self._master = -1

    def send(self, data: bytes) -> None:
        os.write(self._master, data)

    def receive(self, timeout_s: float = 5.0) -> bytes:
        ready, _, _ = select.select([self._master], [], [], timeout_s)
        return os.read(self._master, 100) if ready else b""
