"""A printer on the local network, port 9100 (raw). On Linux "accepted" means by the printer's network stack, elsewhere by our own."""

import array
import os
import select
import socket
import struct
import sys
from contextlib import suppress

if sys.platform == "linux":
    import fcntl
    import termios

from kt1desk.printing.ports.base import (
    STALL_SECONDS,
    TICK_SECONDS,
    PortError,
    Progress,
    drain,
    open_error,
    push,
)

RAW_PORT = 9100
_CONNECT_SECONDS = 3.0
_HEARD_AT_ONCE = 4096
_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER: what still waits to be sent is thrown away with the connection."""


class TcpPort:
    """A raw socket to a printer."""

    def __init__(self, host: str, port: int = RAW_PORT, stall_seconds: float = STALL_SECONDS) -> None:
        self._address = (host, port)
        self._stall_seconds = stall_seconds
        self._socket: socket.socket | None = None
        self._gave_up = False

    def open(self) -> None:
        """Connect."""
        try:
            self._socket = socket.create_connection(self._address, _CONNECT_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.setblocking(False)
        except TimeoutError as error:
            raise PortError("printer.missing") from error
        except socket.gaierror as error:
            raise PortError("printer.missing") from error
        except OSError as error:
            raise open_error(error) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Send with an exact count; the far end closing its ear is an unplugged printer.

        Our own network stack takes megabytes for a printer that takes nothing: they are waited for, else a label nobody has printed would
        be called sent.
        """
        if self._socket is None:
            raise PortError("printer.unplugged")
        line, self._gave_up = self._socket, True
        count = push(
            lambda: bool(select.select([], [line], [], TICK_SECONDS)[1]),
            line.send,
            data,
            progress,
            self._stall_seconds,
        )
        if sys.platform == "linux":
            drain(lambda: _not_taken(line), count, progress, self._stall_seconds)
        self._gave_up = False
        return count

    @property
    def hears(self) -> bool:
        """Printers answer on the connection that asked."""
        return True

    def receive(self, wait_s: float) -> bytes:
        """What the printer said; one that closed its end is gone."""
        if self._socket is None:
            raise PortError("printer.unplugged")
        try:
            if not select.select([self._socket], [], [], wait_s)[0]:
                return b""
            heard = self._socket.recv(_HEARD_AT_ONCE)
        except BlockingIOError:
            return b""
        except (OSError, ValueError) as error:
            raise PortError("printer.unplugged") from error
        if not heard:
            raise PortError("printer.unplugged")
        return heard

    def close(self) -> None:
        """Say that nothing more comes, then close. An answer left unread would turn the close into a reset, and lose bytes.

        After a job that was given up the reset is what is wanted: the rest of the label would come out later, after the clerk was asked.
        """
        connection, self._socket = self._socket, None
        if connection is None:
            return
        with connection:
            if self._gave_up:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                return
            try:
                connection.shutdown(socket.SHUT_WR)
                with suppress(BlockingIOError):
                    while connection.recv(_HEARD_AT_ONCE):
                        pass
            except OSError as error:
                raise PortError("printer.unplugged") from error


def _not_taken(line: socket.socket) -> int:
    """Bytes the printer's network stack has not acknowledged (Linux, tcp(7), SIOCOUTQ); a reset connection would go on holding them."""
    failure = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if failure:
        raise OSError(failure, os.strerror(failure))
    waiting = array.array("i", [0])
    fcntl.ioctl(line.fileno(), termios.TIOCOUTQ, waiting)
    return waiting[0]
