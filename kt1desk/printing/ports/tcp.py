"""A printer on the local network, port 9100 (raw)."""

import socket

from kt1desk.printing.ports.base import STALL_SECONDS, PortError, Progress, open_error

RAW_PORT = 9100
_CONNECT_SECONDS = 3.0
_PIECE = 1024


class TcpPort:
    """A raw socket to a printer; the printer answers nothing, so "accepted" means by our own network stack."""

    def __init__(self, host: str, port: int = RAW_PORT, stall_seconds: float = STALL_SECONDS) -> None:
        self._address = (host, port)
        self._stall_seconds = stall_seconds
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect."""
        try:
            self._socket = socket.create_connection(self._address, _CONNECT_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(self._stall_seconds)
        except TimeoutError as error:
            raise PortError("printer.missing") from error
        except socket.gaierror as error:
            raise PortError("printer.missing") from error
        except OSError as error:
            raise open_error(error) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Send with an exact count; the far end closing its ear is an unplugged printer."""
        if self._socket is None:
            raise PortError("printer.unplugged")
        done = 0
        while done < len(data):
            try:
                done += self._socket.send(data[done : done + _PIECE])
            except TimeoutError as error:
                raise PortError("printer.stalled", done) from error
            except OSError as error:
                raise PortError("printer.unplugged", done) from error
            progress(done)
        return done

    def close(self) -> None:
        """Say that nothing more comes, then close."""
        connection, self._socket = self._socket, None
        if connection is None:
            return
        with connection:
            try:
                connection.shutdown(socket.SHUT_WR)
            except OSError as error:
                raise PortError("printer.unplugged") from error
