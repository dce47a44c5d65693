"""Reads lines from a serial device in a thread of its own, through garbage, unplugging and plugging in again.

Scanners and scales both say one line at a time. What a line means is for whoever reads it: here are bytes, ports and
time. Nothing of a line ever goes to a log: it may name an item or a person.
"""

from __future__ import annotations

import logging
import re
import struct
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import serial
from serial.tools import list_ports

LONGEST_LINE = 512
"""Bytes. An identity card's QR has some 200; more than this is noise."""
LONGEST_CODE = 2_953
"""Bytes. What the largest QR code holds (version 40-L, ISO/IEC 18004); a part on paper has some 830."""
_CODE_START = b"K1\x01"
_CODE_HEAD = 25
_CRC = struct.Struct(">I")
_PIECES = re.compile(rb"[^\r\n]*[\r\n]|[^\r\n]+")
_READ_WAIT_S = 0.2
_WRITE_WAIT_S = 1.0
_log = logging.getLogger(__name__)


class Link(Enum):
    """Whether the device is there."""

    CLOSED = "closed"
    OPEN = "open"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class SerialPort:
    """Where a device is and how it talks.

    Attributes:
        device: name of the port: ``COM3``, ``/dev/ttyUSB0``. Empty when ``usb`` finds it.
        usb: ``VID:PID`` or ``VID:PID:serial`` in hexadecimal, as :func:`usb_ports` gives it. A USB device comes back under
            another port name when it is plugged in elsewhere; this is the same.
        baud: bits per second.
        bits: data bits, 7 or 8. Older scales use seven and even parity.
        parity: ``N``, ``E`` or ``O``.
    """

    device: str = ""
    usb: str = ""
    baud: int = 9600
    bits: int = 8
    parity: str = "N"


def usb_ports() -> dict[str, str]:
    """Port names of the USB devices plugged in now, by ``VID:PID:serial``."""
    return {
        f"{port.vid:04X}:{port.pid:04X}:{port.serial_number or ''}".rstrip(":"): port.device
        for port in list_ports.comports()
        if port.vid is not None and port.pid is not None
    }


def port_name(port: SerialPort) -> str:
    """The name of the port the device is at now; "" when it is not plugged in."""
    if not port.usb:
        return port.device
    found = [name for identity, name in usb_ports().items() if f"{identity}:".startswith(f"{port.usb}:")]
    return found[0] if len(found) == 1 else ""


class LineSplitter:
    """Cuts a stream of bytes into lines that end with CR, LF or both; too long ones are dropped whole.

    A line that begins as a part of a 2D code holds any bytes, ends of lines among them: it ends where its check sum holds.
    """

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        self._longest = longest
        self._rest = bytearray()
        self._dropping = False

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are complete now, without their ends; empty ones are left out."""
        lines = []
        for piece in _PIECES.findall(data):
            if is_code(self._rest + piece) and not self._dropping:
                line = self._take_code(piece)
            else:
                self._take(piece.rstrip(b"\r\n"))
                line = self._end() if piece.endswith((b"\r", b"\n")) else b""
            if line:
                lines.append(line)
        return lines

    def quiet(self) -> list[bytes]:
        """Nothing came for a while: a code whose check sum never held is handed over as it is, to be refused and heard."""
        if not is_code(self._rest):
            return []
        return [self._end()]

    def reset(self) -> None:
        """Forget the beginning of a line: the device went away in the middle of it."""
        self._rest.clear()
        self._dropping = False

    def _take(self, part: bytes) -> None:
        if len(self._rest) + len(part) > self._longest:
            self._rest.clear()
            self._dropping = True
        if not self._dropping:
            self._rest += part

    def _take_code(self, piece: bytes) -> bytes:
        """One more piece of a code: the whole of it where it ends with this one, b"" where it goes on."""
        self._rest += piece
        whole = bytes(self._rest[:-1])
        if piece.endswith((b"\r", b"\n")) and _holds(whole):
            self.reset()
            return whole
        if len(self._rest) > LONGEST_CODE:
            self.reset()
            self._dropping = True
        return b""

    def _end(self) -> bytes:
        line = bytes(self._rest)
        self.reset()
        return line


def is_code(line: bytes | bytearray) -> bool:
    """Whether a line is a part of a 2D code, or the beginning of one."""
    return line.startswith(_CODE_START)


def _holds(code: bytes) -> bool:
    """Whether the check sum in the head of a code is the one of its bytes (docs/decisions/paper-codes.md)."""
    if len(code) <= _CODE_HEAD + _CRC.size:
        return False
    told: int = _CRC.unpack_from(code, _CODE_HEAD)[0]
    return zlib.crc32(code[_CODE_HEAD + _CRC.size :], zlib.crc32(code[:_CODE_HEAD])) == told


@dataclass(frozen=True, slots=True)
class Poll:
    """What a device must be asked to make it speak; asked anew whenever it has been silent for so long."""

    request: bytes
    after_silence_s: float = 0.3


class SerialLineReader:
    """A serial device's lines, one call for each, until stopped.

    The calls come from the reader's own thread. A call that raises ends that line, not the reader.

    Args:
        port: where the device is.
        on_line: gets each line without its end.
        on_link: told when the device is there, lost, or closed by :meth:`stop`.
        poll: what to ask a device that speaks only when asked.
        retry_s: pause between two attempts to find a lost device.
    """

    def __init__(
        self,
        port: SerialPort,
        on_line: Callable[[bytes], None],
        on_link: Callable[[Link], None] = lambda _link: None,
        poll: Poll | None = None,
        retry_s: float = 1.0,
    ) -> None:
        self._port = port
        self._on_line = on_line
        self._on_link = on_link
        self._poll = poll
        self._retry_s = retry_s
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="serial-reader", daemon=True)
        self._link = Link.CLOSED
        self._on_bytes: Callable[[bytes], None] = lambda _data: None

    @property
    def link(self) -> Link:
        """Whether the device is there now."""
        return self._link

    def tell_bytes(self, on_bytes: Callable[[bytes], None]) -> None:
        """Hand over every piece as it comes, and none (b"") when it is quiet after one; for whoever looks at the bare bytes."""
        self._on_bytes = on_bytes

    def start(self) -> None:
        """Begin to read. A reader is started once."""
        self._thread.start()

    def stop(self, wait_s: float = 2.0) -> bool:
        """End reading and close the port; from the reader's own thread without waiting.

        Returns:
            Whether the thread has ended. On Windows closing a port whose device is gone may hang; the thread is then left
            behind and ends with the program.
        """
        self._ending.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(wait_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                self._read_while_there()
            except Exception as error:  # noqa: BLE001
                # A port that vanishes shows as SerialException, OSError, termios.error or TypeError, depending on the call
                # it hits; settings it does not know as ValueError. None of them may end the reading for good.
                if self._link is not Link.LOST:
                    _log.info("serial device lost: %s", type(error).__name__)
                self._tell(Link.LOST)
                self._ending.wait(self._retry_s)
        self._tell(Link.CLOSED)

    def _read_while_there(self) -> None:
        name = port_name(self._port)
        if not name:
            raise FileNotFoundError("not plugged in")
        with serial.Serial(
            name,
            self._port.baud,
            bytesize=self._port.bits,
            parity=self._port.parity,
            timeout=self._poll.after_silence_s if self._poll else _READ_WAIT_S,
            write_timeout=_WRITE_WAIT_S,
            exclusive=True,
        ) as device:
            self._tell(Link.OPEN)
            splitter, is_quiet = LineSplitter(), True
            while not self._ending.is_set():
                if is_quiet and self._poll is not None:
                    device.write(self._poll.request)
                data = device.read(device.in_waiting or 1)
                if data or not is_quiet:
                    self._on_bytes(data)
                is_quiet = not data
                for line in splitter.quiet() if is_quiet else splitter.feed(data):
                    self._hand_on(line)

    def _hand_on(self, line: bytes) -> None:
        try:
            self._on_line(line)
        except Exception as error:  # noqa: BLE001 - one bad line must not silence the device
            _log.error("a serial line could not be handled: %s", type(error).__name__)

    def _tell(self, link: Link) -> None:
        if link is not self._link:
            self._link = link
            self._on_link(link)
