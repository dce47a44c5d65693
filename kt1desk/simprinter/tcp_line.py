"""A printer on the network, as a raw port (9100) is: one host at a time, the next one waits."""

from __future__ import annotations

import socket
from contextlib import suppress

from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.troubles import Wiring

_KERNEL_BYTES = 4096
"""What the system itself takes for a printer that takes nothing: little, as the memory of a network card is."""


class TcpPlug:
    """A listening socket, and the host that is connected."""

    def __init__(self) -> None:
        self._listening: socket.socket | None = None
        self._host: socket.socket | None = None

    @property
    def address(self) -> str:
        """``host:port``; empty while unplugged."""
        if self._listening is None:
            return ""
        host, port = self._listening.getsockname()[:2]
        return f"{host}:{port}"

    @property
    def watched(self) -> int | None:
        """The connected host, or else whoever comes."""
        socket_now = self._host or self._listening
        return socket_now.fileno() if socket_now is not None else None

    def put_in(self, name: str) -> None:
        """Listen at ``host:port``; port 0 finds a free one.

        Raises:
            OSError: the port is taken.
        """
        host, _, port = name.rpartition(":")
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _KERNEL_BYTES)
            listening.bind((host, int(port)))
            listening.listen()
            listening.setblocking(False)
        except OSError:
            listening.close()
            raise
        self._listening = listening

    def pull_out(self) -> None:
        """Neither listening nor connected."""
        self._hang_up()
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    def receive(self, most: int) -> bytes:
        """What has come; a new host is let in, one that has closed is let go."""
        if self._host is None:
            self._let_in()
        if self._host is None:
            return b""
        try:
            data = self._host.recv(most)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self._hang_up()
        return data

    def send(self, data: bytes) -> None:
        """Say something to whoever is connected."""
        if self._host is not None:
            with suppress(OSError):
                self._host.send(data)

    def _let_in(self) -> None:
        if self._listening is None:
            return
        with suppress(BlockingIOError):
            self._host, _ = self._listening.accept()
            self._host.setblocking(False)
            self._host.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _hang_up(self) -> None:
        if self._host is not None:
            self._host.close()
            self._host = None


class TcpLine(Line):
    """A printer on the network at ``host:port``; port 0 finds a free one, see ``address``."""

    def __init__(self, machine: Machine, place: str = "127.0.0.1:0", wiring: Wiring | None = None) -> None:
        super().__init__(machine, TcpPlug(), place, wiring)
