"""Ports on real pseudo terminals, pipes, sockets, folders and spooler programs."""

from __future__ import annotations

import os
import re
import socket
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.ports.device_file import DeviceFilePort
from kt1desk.printing.ports.pdf_folder import PdfFolderPort
from kt1desk.printing.ports.serial_port import Flow, SerialPort, SerialSettings
from kt1desk.printing.ports.system_printer import SystemPrinterPort
from kt1desk.printing.ports.tcp import TcpPort
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.samples import LABEL

_AT = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time


def _nothing(_sent: int) -> None:
    """Nobody watches."""


def _error(action: Callable[[], object]) -> PortError:
    with pytest.raises(PortError) as refusal:
        action()
    return refusal.value


class _Pty:
    """A pseudo terminal whose far end reads when told."""

    def __init__(self) -> None:
        self.master, self.slave = os.openpty()
        tty.setraw(self.slave)
        self.name = os.ttyname(self.slave)
        self.received = bytearray()

    def read(self, at_least: int) -> None:
        while len(self.received) < at_least:
            self.received += os.read(self.master, 4096)

    def unplug(self) -> None:
        if self.master >= 0:
            os.close(self.master)
            os.close(self.slave)
            self.master = -1


@pytest.fixture
def line() -> Iterator[_Pty]:
    pty = _Pty()
    yield pty
    pty.unplug()


def _serial(pty: _Pty, stall_seconds: float = 5.0) -> SerialPort:
    return SerialPort(SerialSettings(pty.name, 115200, Flow.NONE, stall_seconds))


def test_a_serial_printer_receives_exactly_the_bytes_and_progress_ends_at_their_number(line: _Pty) -> None:
    data = rasterise(layout_of("kt1_label", 1, LABEL), 203).bits + bytes(range(256))
    seen: list[int] = []
    port = _serial(line)
    reader = threading.Thread(target=line.read, args=(len(data),))
    reader.start()

    port.open()
    sent = port.send(data, seen.append)
    reader.join(10)
    port.close()

    assert bytes(line.received) == data
    assert sent == len(data) == seen[-1]
    assert seen == sorted(seen)


def test_a_serial_printer_unplugged_in_the_middle_tells_the_exact_count(line: _Pty) -> None:
    data = os.urandom(200_000)
    port = _serial(line)
    port.open()
    taken = threading.Event()

    def unplug_later(sent: int) -> None:
        if sent >= 4096 and not taken.is_set():
            taken.set()
            line.read(1000)
            line.unplug()

    error = _error(lambda: port.send(data, unplug_later))

    assert error.code == "printer.unplugged"
    assert 4096 <= error.sent < len(data)
    assert data.startswith(bytes(line.received))


def test_a_printer_that_takes_no_more_bytes_is_given_up_with_the_exact_count(line: _Pty) -> None:
    data = os.urandom(200_000)
    port = _serial(line, stall_seconds=0.3)
    port.open()

    error = _error(lambda: port.send(data, _nothing))
    line.read(error.sent)

    assert error.code == "printer.stalled"
    assert 0 < error.sent < len(data)
    assert bytes(line.received) == data[: error.sent]


def test_a_serial_printer_in_use_is_busy_and_free_again_after_close(line: _Pty) -> None:
    first, second = _serial(line), _serial(line)

    first.open()
    busy = _error(second.open)
    first.close()
    second.open()
    second.close()

    assert busy.code == "printer.busy"


@pytest.mark.parametrize(
    ("port", "code"),
    [
        (SerialPort(SerialSettings("/dev/ttyUSB-none")), "printer.missing"),
        (DeviceFilePort(Path("/dev/usb/lp-none")), "printer.missing"),
        (TcpPort("127.0.0.1", 1), "printer.missing"),
        (TcpPort("printer.invalid"), "printer.missing"),
        (PdfFolderPort(Path("/nowhere/at/all"), lambda: _AT), "printer.folder_unwritable"),
        (SystemPrinterPort("A5", command="no-such-spooler"), "printer.missing"),
    ],
    ids=["serial", "device", "tcp refused", "tcp unknown host", "folder", "spooler"],
)
def test_a_printer_that_is_not_there_is_missing_and_a_folder_is_called_a_folder(
    port: Port, code: str
) -> None:
    assert (_error(port.open).code, _error(port.open).sent) == (code, 0)
    port.close()


def test_a_network_printer_receives_exactly_the_bytes() -> None:
    data = os.urandom(300_000)
    received = bytearray()
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def printer() -> None:
            connection, _ = server.accept()
            with connection:
                while piece := connection.recv(65536):
                    received.extend(piece)

        reader = threading.Thread(target=printer)
        reader.start()
        port = TcpPort("127.0.0.1", server.getsockname()[1])
        port.open()
        sent = port.send(data, _nothing)
        port.close()
        reader.join(10)

    assert sent == len(data)
    assert bytes(received) == data


def test_a_line_that_was_given_up_sends_nothing_more_when_the_printer_comes_back(line: _Pty) -> None:
    port = _serial(line, stall_seconds=0.3)
    port.open()
    error = _error(lambda: port.send(os.urandom(200_000), _nothing))

    port.close()
    os.set_blocking(line.master, False)
    late = 0
    with suppress(BlockingIOError):
        while piece := os.read(line.master, 65536):
            late += len(piece)

    assert error.code == "printer.stalled"
    assert late < error.sent


def test_a_network_printer_that_stops_reading_is_given_up() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = TcpPort("127.0.0.1", server.getsockname()[1], stall_seconds=0.3)
        port.open()

        error = _error(lambda: port.send(b"x" * 50_000_000, _nothing))
        port.close()

    assert error.code == "printer.stalled"
    assert 0 < error.sent < 50_000_000


def _spooler(folder: Path, body: str) -> str:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    return str(program)


def test_the_spooler_reads_the_document_from_a_pipe_under_a_neutral_title(tmp_path: Path) -> None:
    command = _spooler(tmp_path, f'printf "%s|" "$@" > {tmp_path}/arguments; cat > {tmp_path}/document')
    port = SystemPrinterPort("Van-phong", "A5", command)

    port.open()
    sent = port.send(b"%PDF document", _nothing)
    port.close()

    assert sent == 13
    assert (tmp_path / "document").read_bytes() == b"%PDF document"
    assert (tmp_path / "arguments").read_text() == "-s|-t|KT1|-o|sides=one-sided|-d|Van-phong|-o|media=A5|"


@pytest.mark.parametrize(
    ("body", "code", "sent"),
    [("exit 1", "printer.spooler_refused", 0), ("exec sleep 30", "printer.stalled", 4)],
)
def test_a_spooler_that_refuses_took_nothing_and_one_that_hangs_leaves_a_doubt(
    body: str, code: str, sent: int, tmp_path: Path
) -> None:
    port = SystemPrinterPort("", command=_spooler(tmp_path, body), patience_seconds=0.3)
    port.open()

    error = _error(lambda: port.send(b"%PDF", _nothing))

    assert (error.code, error.sent) == (code, sent)


def test_an_error_of_a_port_shows_its_code_only() -> None:
    error = PortError("printer.stalled", 4096)

    assert re.fullmatch(r"[a-z_. \[\]]+", str(error))
    assert error.details == {"sent": 4096}
