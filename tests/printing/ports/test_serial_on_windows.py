"""The way bytes take on Windows, where only pyserial's own write exists; tried on a pseudo terminal."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Iterator

import pytest
import serial

from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.serial_port import SerialPort, SerialSettings, _opening_failed

_PORT = SerialPort(SerialSettings("COM3"))


@pytest.fixture
def ends() -> Iterator[tuple[int, str]]:
    master, slave = os.openpty()
    tty.setraw(slave)
    yield master, os.ttyname(slave)
    os.close(slave)


def _nothing(_sent: int) -> None:
    """Nobody watches."""


def test_pieces_of_256_bytes_arrive_whole(ends: tuple[int, str]) -> None:
    master, name = ends
    data = os.urandom(9_365)
    received = bytearray()
    seen: list[int] = []

    def printer() -> None:
        while len(received) < len(data):
            received.extend(os.read(master, 4096))

    reader = threading.Thread(target=printer)
    reader.start()
    with serial.Serial(name, 115200, timeout=0, write_timeout=5) as line:
        sent = _PORT._send_pieces(line, data, seen.append)
    reader.join(10)
    os.close(master)

    assert bytes(received) == data
    assert sent == len(data)
    assert seen[:2] == [256, 512]


def test_a_time_out_counts_as_a_doubt_and_never_as_nothing_sent(ends: tuple[int, str]) -> None:
    master, name = ends

    with (
        serial.Serial(name, 115200, timeout=0, write_timeout=0.2) as line,
        pytest.raises(PortError) as failure,
    ):
        _PORT._send_pieces(line, b"x" * 200_000, _nothing)
    os.close(master)

    assert failure.value.code == "printer.stalled"
    assert failure.value.sent > 0


def test_an_unplugged_cable_tells_the_pieces_written_before_and_that_one_was_begun(
    ends: tuple[int, str],
) -> None:
    master, name = ends

    def unplug(sent: int) -> None:
        if sent == 1024:
            os.close(master)

    with serial.Serial(name, 115200, timeout=0, write_timeout=5) as line, pytest.raises(PortError) as failure:
        _PORT._send_pieces(line, b"x" * 9_000, unplug)

    assert (failure.value.code, failure.value.sent) == ("printer.unplugged", 1025)


def test_a_cable_unplugged_in_the_first_piece_is_a_doubt(ends: tuple[int, str]) -> None:
    master, name = ends

    with serial.Serial(name, 115200, timeout=0, write_timeout=5) as line:
        os.close(master)
        with pytest.raises(PortError) as failure:
            _PORT._send_pieces(line, b"x" * 9_000, _nothing)

    assert failure.value.code == "printer.unplugged"
    assert failure.value.sent > 0


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("could not open port 'COM3': PermissionError(13, 'Access is denied.', None, 5)", "printer.busy"),
        ("could not open port 'COM3': FileNotFoundError(2, 'not found', None, 2)", "printer.missing"),
    ],
)
def test_what_windows_says_when_a_port_does_not_open_becomes_a_code(said: str, code: str) -> None:
    assert _opening_failed(serial.SerialException(said)).code == code
