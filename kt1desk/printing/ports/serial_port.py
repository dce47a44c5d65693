"""A printer on a serial line or a virtual one over USB.

pyserial opens and configures; bytes go out by our own loop on POSIX and in small pieces on Windows, where a write may
block or fire its time-out at once whatever was asked for.
"""

import array
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

import serial

if sys.platform != "win32":
    import fcntl
    import termios

from kt1desk.printing.ports.base import (
    STALL_SECONDS,
    PortError,
    Progress,
    drain,
    open_error,
    read_some,
    write_all,
)
from kt1desk.printing.ports.usb_names import serial_name

_WINDOWS_PIECE = 256
_PART_OF_A_PIECE = 1
"""A part of the piece that failed may have gone out: counted, so that it is a doubt and never a clean zero."""


class Flow(StrEnum):
    """Flow control. Without any, a printer with a 2 kB buffer lost 33 of 48 kB and hung in the middle of a bitmap."""

    RTS_CTS = "rtscts"
    XON_XOFF = "xonxoff"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """Line settings.

    Attributes:
        device: name of the port.
        baud: bits per second.
        flow: flow control.
        stall_seconds: patience without a byte accepted.
        usb: ``VID:PID:serial`` of what is plugged in; where given it finds the port, whatever its name is now.
    """

    device: str
    baud: int = 115200
    flow: Flow = Flow.RTS_CTS
    stall_seconds: float = STALL_SECONDS
    usb: str = ""


class SerialPort:
    """A serial printer, opened for this process alone."""

    def __init__(self, settings: SerialSettings) -> None:
        self._settings = settings
        self._line: serial.Serial | None = None
        self._gave_up = False

    def open(self) -> None:
        """Open exclusively, 8N1."""
        wanted = self._settings
        device = serial_name(wanted.usb) if wanted.usb else wanted.device
        if not device:
            raise PortError("printer.missing")
        try:
            self._line = serial.Serial(
                device,
                wanted.baud,
                rtscts=wanted.flow is Flow.RTS_CTS,
                xonxoff=wanted.flow is Flow.XON_XOFF,
                timeout=0,
                write_timeout=wanted.stall_seconds if sys.platform == "win32" else None,
                exclusive=None if sys.platform == "win32" else True,
            )
        except serial.SerialException as error:
            raise _opening_failed(error) from error
        except OSError as error:
            raise open_error(error) from error
        except ValueError as error:
            raise PortError("printer.settings") from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Write with an exact count, then wait until the line has drained."""
        if self._line is None:
            raise PortError("printer.unplugged")
        if sys.platform == "win32":
            return self._send_pieces(self._line, data, progress)
        fd = self._line.fileno()
        os.set_blocking(fd, False)
        self._gave_up = True
        count = write_all(fd, data, progress, self._settings.stall_seconds)
        drain(lambda: _in_driver(fd), count, progress, self._settings.stall_seconds)
        self._gave_up = False
        return count

    @property
    def hears(self) -> bool:
        """A serial line has a way back, whether the printer uses it or not."""
        return True

    def receive(self, wait_s: float) -> bytes:
        """What came in; a line that is gone says so here too."""
        if self._line is None:
            raise PortError("printer.unplugged")
        if sys.platform == "win32":
            return _received_on_windows(self._line, wait_s)
        return read_some(self._line.fileno(), wait_s, nothing_is_gone=True)

    def close(self) -> None:
        """Close; a device that vanished has nothing left to close.

        What the driver still holds of a job that was given up is thrown away: a UART's driver would keep the line open for
        up to half a minute to send it (setserial, closing_wait), to a printer the clerk has been asked about meanwhile.
        """
        line, self._line = self._line, None
        if line is None:
            return
        try:
            if self._gave_up and sys.platform != "win32":
                with suppress(termios.error):  # the device is gone, and what it was to be sent with it
                    termios.tcflush(line.fileno(), termios.TCOFLUSH)
            line.close()
        except OSError as error:
            raise PortError("printer.unplugged") from error

    def _send_pieces(self, line: serial.Serial, data: bytes, progress: Progress) -> int:
        done = 0
        try:
            while done < len(data):
                piece = data[done : done + _WINDOWS_PIECE]
                line.write(piece)
                done += len(piece)
                progress(done)
        except serial.SerialTimeoutException as error:
            raise PortError("printer.stalled", done + _PART_OF_A_PIECE) from error
        except OSError as error:
            raise PortError("printer.unplugged", done + _PART_OF_A_PIECE) from error
        return done


def _in_driver(fd: int) -> int:
    """Bytes the driver still holds. ``tcdrain`` would wait for ever on a line held back by flow control."""
    waiting = array.array("i", [0])
    fcntl.ioctl(fd, termios.TIOCOUTQ, waiting)
    return waiting[0]


def _received_on_windows(line: serial.Serial, wait_s: float) -> bytes:
    """Windows has no select for ports: pyserial's own time-out waits for the first byte, `in_waiting` has the others."""
    try:
        line.timeout = wait_s
        first = line.read(1)
        return bytes(first + line.read(line.in_waiting)) if first else b""
    except OSError as error:  # SerialException is one; a port that vanished also says a bare OSError here
        raise PortError("printer.unplugged") from error


def _opening_failed(error: serial.SerialException) -> PortError:
    """The reason pyserial hides in its text and, on POSIX, in errno."""
    if error.errno:
        return open_error(OSError(error.errno, ""))
    text = str(error)
    if "PermissionError" in text:
        return PortError("printer.busy")
    if "exclusively lock" in text:
        return PortError("printer.busy")
    return PortError("printer.missing")
