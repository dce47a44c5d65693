"""A printer that is a file: ``/dev/usb/lp0`` of the kernel's usblp driver, or any path the technician names."""

import os
import select
import sys
from pathlib import Path

from kt1desk.printing.ports.base import STALL_SECONDS, PortError, Progress, open_error, write_all


class DeviceFilePort:
    """A device file, written without blocking and counted."""

    def __init__(self, path: Path, stall_seconds: float = STALL_SECONDS) -> None:
        self._path = path
        self._stall_seconds = stall_seconds
        self._fd: int | None = None

    def open(self) -> None:
        """Open for writing; never creates a file, a missing printer must not become one."""
        if sys.platform == "win32":
            raise PortError("printer.not_supported_here")
        try:
            self._fd = os.open(self._path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            raise open_error(error) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Write with an exact count."""
        if self._fd is None:
            raise PortError("printer.unplugged")
        count = write_all(self._fd, data, progress, self._stall_seconds)
        self._wait_for_driver(self._fd, count)
        return count

    def _wait_for_driver(self, fd: int, count: int) -> None:
        """Wait until the driver takes bytes again, so that it holds none of ours.

        usblp answers a write without blocking as soon as it has begun, and throws away what is still on its way when the
        file is closed (Linux, drivers/usb/class/usblp.c: usblp_write, usblp_release): the end of a label would be lost.
        """
        try:
            ready = select.select([], [fd], [], self._stall_seconds)[1]
        except (OSError, ValueError) as error:
            raise PortError("printer.unplugged", count) from error
        if not ready:
            raise PortError("printer.stalled", count)

    def close(self) -> None:
        """Close the file."""
        fd, self._fd = self._fd, None
        if fd is None:
            return
        try:
            os.close(fd)
        except OSError as error:
            raise PortError("printer.unplugged") from error
