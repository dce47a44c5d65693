"""Bytes accepted are not bytes on the wire: a port waits for its buffers, says how they empty, and sends nothing late after giving up."""

from __future__ import annotations

import fcntl
import os
import socket
import tty
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.serial_port import Flow, SerialPort, SerialSettings
from kt1desk.printing.ports.tcp import TcpPort

LABEL = b"x" * 300_000
SMALL = 2048


@pytest.fixture
def terminal() -> Iterator[str]:
    master, slave = os.openpty()
    tty.setraw(slave)
    yield os.ttyname(slave)
    os.close(master)
    os.close(slave)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A network printer with a small buffer that reads when it is told to."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        yield listening


def _port_to(server: socket.socket, stall_s: float = 20.0) -> TcpPort:
    port = TcpPort("127.0.0.1", server.getsockname()[1], stall_s)
    port.open()
    return port


def _read(line: socket.socket, most: int) -> int:
    """How many bytes come before the end, or before so many were read."""
    count = 0
    while count < most and (piece := line.recv(65536)):
        count += len(piece)
    return count


def _in_buffer(monkeypatch: pytest.MonkeyPatch, *left: int) -> None:
    """A driver that holds fewer and fewer bytes: pseudo terminals have no such buffer."""
    waiting = list(left)

    def ioctl(_fd: int, _request: int, answer: array[int]) -> int:
        answer[0] = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return 0

    monkeypatch.setattr(fcntl, "ioctl", ioctl)


def test_who_waits_for_a_slow_line_is_told_how_its_buffer_empties(
    terminal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = SerialPort(SerialSettings(terminal, 9600, Flow.NONE))
    port.open()
    _in_buffer(monkeypatch, 4, 4, 1, 0)
    told: list[int] = []

    port.send(b"0123456789", told.append)
    port.close()

    assert told == [10, 6, 6, 9, 10]


def test_a_buffer_that_does_not_empty_is_given_up_and_who_waits_sees_that_nothing_moves(
    terminal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = SerialPort(SerialSettings(terminal, 9600, Flow.NONE, stall_seconds=0.2))
    port.open()
    _in_buffer(monkeypatch, 4)
    told: list[int] = []

    with pytest.raises(PortError) as failure:
        port.send(b"0123456789", told.append)
    port.close()

    assert (failure.value.code, failure.value.sent) == ("printer.stalled", 10)
    assert told.count(6) >= 3


def test_a_network_printer_has_a_label_only_when_its_own_end_has_taken_all_of_it(
    server: socket.socket,
) -> None:
    port = _port_to(server, stall_s=0.3)
    printer, _ = server.accept()

    with pytest.raises(PortError) as failure, closing(printer):
        port.send(LABEL, lambda _: None)
    port.close()

    assert failure.value.code == "printer.stalled"


def test_a_network_printer_that_was_given_up_is_sent_nothing_more_when_it_reads_again(
    server: socket.socket,
) -> None:
    port = _port_to(server, stall_s=0.3)
    printer, _ = server.accept()

    with pytest.raises(PortError):
        port.send(LABEL, lambda _: None)
    port.close()
    with closing(printer):
        try:
            late = _read(printer, len(LABEL))
        except ConnectionResetError:
            late = 0

    assert late < len(LABEL)


@pytest.mark.parametrize("end", [lambda line: line.close()])
def test_a_network_printer_that_hangs_up_with_bytes_unread_is_unplugged(
    end: Callable[[socket.socket], None], server: socket.socket
) -> None:
    port = _port_to(server)
    printer, _ = server.accept()

    def hang_up(sent: int) -> None:
        if sent >= SMALL:
            end(printer)

    with pytest.raises(PortError) as failure:
        port.send(LABEL, hang_up)
    port.close()

    assert failure.value.code == "printer.unplugged"
    assert failure.value.sent
