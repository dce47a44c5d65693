"""Ports that hear: what a printer says arrives, silence is silence, and a line that is gone says so."""

from __future__ import annotations

import os
import socket
import tty
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import serial

from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.ports.device_file import DeviceFilePort
from kt1desk.printing.ports.pdf_folder import PdfFolderPort
from kt1desk.printing.ports.serial_port import Flow, SerialPort, SerialSettings, _received_on_windows
from kt1desk.printing.ports.system_printer import SystemPrinterPort
from kt1desk.printing.ports.tcp import TcpPort

_AT = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time


class _Pty:
    """A pseudo terminal at whose far end somebody speaks."""

    def __init__(self) -> None:
        self.ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.name = os.ttyname(self._theirs)

    def unplug(self) -> None:
        if self.ours >= 0:
            os.close(self.ours)
            os.close(self._theirs)
            self.ours = -1


@pytest.fixture
def line() -> Iterator[_Pty]:
    pty = _Pty()
    yield pty
    pty.unplug()


def _serial(line: _Pty) -> Port:
    return SerialPort(SerialSettings(line.name, 115200, Flow.NONE))


def _device(line: _Pty) -> Port:
    """A character device, as usblp's is."""
    return DeviceFilePort(Path(line.name))


@pytest.mark.parametrize("make", [_serial, _device])
def test_what_a_printer_says_is_heard_and_silence_is_nothing(
    make: Callable[[_Pty], Port], line: _Pty
) -> None:
    port = make(line)
    port.open()

    before = port.receive(0.01)
    os.write(line.ours, b"\x12\x1a")
    heard = port.receive(1)
    after = port.receive(0)
    port.close()

    assert (before, heard, after) == (b"", b"\x12\x1a", b"")
    assert port.hears


@pytest.mark.parametrize("make", [_serial, _device])
def test_a_line_that_is_gone_says_so_to_who_listens(make: Callable[[_Pty], Port], line: _Pty) -> None:
    port = make(line)
    port.open()

    line.unplug()
    with pytest.raises(PortError) as failure:
        port.receive(1)
    port.close()

    assert (failure.value.code, failure.value.sent) == ("printer.unplugged", 0)


def test_a_network_printer_is_heard_and_gone_when_it_hangs_up() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = TcpPort("127.0.0.1", server.getsockname()[1])
        port.open()
        printer, _ = server.accept()

        silence = port.receive(0.01)
        printer.sendall(b"\x12")
        heard = port.receive(1)
        printer.close()
        with pytest.raises(PortError) as failure:
            port.receive(1)
        port.close()

    assert (silence, heard) == (b"", b"\x12")
    assert failure.value.code == "printer.unplugged"


def test_an_answer_nobody_read_does_not_cost_a_network_printer_the_end_of_its_label() -> None:
    label = os.urandom(200_000)
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = TcpPort("127.0.0.1", server.getsockname()[1])
        port.open()
        printer, _ = server.accept()
        printer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)

        printer.sendall(b"\x12" * 100)
        port.send(label, lambda _: None)
        port.close()
        received = b""
        while piece := printer.recv(65536):
            received += piece
        printer.close()

    assert received == label


@pytest.mark.parametrize(
    "make", [lambda folder: PdfFolderPort(folder, lambda: _AT), lambda _folder: SystemPrinterPort("office")]
)
def test_a_folder_and_a_spooler_say_nothing_and_are_not_waited_for(
    make: Callable[[Path], Port], tmp_path: Path
) -> None:
    port = make(tmp_path)

    assert port.receive(3600) == b""
    assert not port.hears


def test_a_device_of_one_direction_is_written_to_and_never_heard(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lp0")
    far_end = os.open(tmp_path / "lp0", os.O_RDONLY | os.O_NONBLOCK)
    port = DeviceFilePort(tmp_path / "lp0")
    port.open()

    port.send(b"our own bytes", lambda _: None)
    heard = port.receive(0.01)
    port.close()
    taken = os.read(far_end, 100)
    os.close(far_end)

    assert (heard, port.hears, taken) == (b"", False, b"our own bytes")


def test_on_windows_the_first_byte_is_waited_for_and_the_others_taken_along(line: _Pty) -> None:
    with serial.Serial(line.name, 115200, timeout=0) as opened:
        silence = _received_on_windows(opened, 0.01)
        os.write(line.ours, b"\x12\x1a\x16")
        heard = _received_on_windows(opened, 1)
        line.unplug()
        with pytest.raises(PortError) as failure:
            _received_on_windows(opened, 1)

    assert (silence, heard, failure.value.code) == (b"", b"\x12\x1a\x16", "printer.unplugged")


def test_who_waits_for_a_full_printer_is_told_that_nothing_moves(line: _Pty) -> None:
    port = SerialPort(SerialSettings(line.name, 115200, Flow.NONE, stall_seconds=0.5))
    port.open()
    seen: list[int] = []

    with pytest.raises(PortError) as failure:
        port.send(b"x" * 200_000, seen.append)
    port.close()

    assert failure.value.code == "printer.stalled"
    assert seen.count(failure.value.sent) >= 3
