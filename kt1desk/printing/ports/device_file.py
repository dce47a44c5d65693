"""A printer that is a file: ``/dev/usb/lp0`` of the kernel's usblp driver, or any path the technician names."""

import errno
import os
import select
import stat
import sys
import time
from pathlib import Path

from kt1desk.printing.ports.base import (
    STALL_SECONDS,
    TICK_SECONDS,
    PortError,
    Progress,
    open_error,
    read_some,
    write_all,
)
from kt1desk.printing.ports.usb_names import device_name

_ONE_WAY = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.EROFS}
"""What a device answers that may only be written to."""


class DeviceFilePort:
    """A device file, written without blocking and counted.

    Args:
        path: the file.
        stall_seconds: patience without a byte accepted.
        usb: ``VID:PID:serial`` of the printer; where given it finds the file, whatever its name is now.
    """

    def __init__(self, path: Path, stall_seconds: float = STALL_SECONDS, usb: str = "") -> None:
        self._path = path
        self._stall_seconds = stall_seconds
        self._usb = usb
        self._fd: int | None = None
        self._hears = False

    def open(self) -> None:
        """Open; never creates a file, a missing printer must not become one."""
        if sys.platform == "win32":
            raise PortError("printer.not_supported_here")
        path = device_name(self._usb) if self._usb else str(self._path)
        if not path:
            raise PortError("printer.missing")
        try:
            self._fd, self._hears = _opened(path)
        except OSError as error:
            raise open_error(error) from error

    @property
    def hears(self) -> bool:
        """Whether the device could be opened for reading too: a printer class device of one direction cannot."""
        return self._hears

    def receive(self, wait_s: float) -> bytes:
        """What the printer said."""
        if self._fd is None:
            raise PortError("printer.unplugged")
        return read_some(self._fd, wait_s, nothing_is_gone=False) if self._hears else b""

    def send(self, data: bytes, progress: Progress) -> int:
        """Write with an exact count."""
        if self._fd is None:
            raise PortError("printer.unplugged")
        count = write_all(self._fd, data, progress, self._stall_seconds)
        self._wait_for_driver(self._fd, count, progress)
        return count

    def _wait_for_driver(self, fd: int, count: int, progress: Progress) -> None:
        """Wait until the driver takes bytes again, so that it holds none of ours.

        usblp answers a write without blocking as soon as it has begun, and throws away what is still on its way when the
        file is closed (Linux, drivers/usb/class/usblp.c: usblp_write, usblp_release): the end of a label would be lost.
        """
        begun = time.monotonic()
        try:
            while not select.select([], [fd], [], TICK_SECONDS)[1]:
                progress(count)
                if time.monotonic() - begun > self._stall_seconds:
                    raise PortError("printer.stalled", count)
        except (OSError, ValueError) as error:
            raise PortError("printer.unplugged", count) from error

    def close(self) -> None:
        """Close the file."""
        fd, self._fd = self._fd, None
        if fd is None:
            return
        try:
            os.close(fd)
        except OSError as error:
            raise PortError("printer.unplugged") from error


def _opened(path: str) -> tuple[int, bool]:
    """The file for both directions where it has two, else for writing. A pipe opened for both would answer with our own bytes."""
    how = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    if stat.S_ISCHR(Path(path).stat().st_mode):
        try:
            return os.open(path, os.O_RDWR | how), True
        except OSError as error:
            if error.errno not in _ONE_WAY:
                raise
    return os.open(path, os.O_WRONLY | how), False
