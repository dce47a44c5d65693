"""Device files: exactly the bytes, an exact count, and nothing left in the driver."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.device_file import DeviceFilePort

_AT = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time


def _nothing(_sent: int) -> None:
    """Nobody watches."""


def _error(action: Callable[[], object]) -> PortError:
    with pytest.raises(PortError) as refusal:
        action()
    return refusal.value


def test_a_device_file_receives_exactly_the_bytes(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    data = os.urandom(150_000)
    received = bytearray()
    far_end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(far_end, True)

    def printer() -> None:
        with os.fdopen(far_end, "rb") as paper:
            received.extend(paper.read())

    reader = threading.Thread(target=printer)
    port = DeviceFilePort(pipe)

    port.open()
    reader.start()
    sent = port.send(data, _nothing)
    port.close()
    reader.join(10)

    assert sent == len(data)
    assert bytes(received) == data


_PIECE = 1024


def _full_pipe(folder: Path) -> tuple[DeviceFilePort, int]:
    """A device whose driver takes one piece and no second one before the first is read, and its far end."""
    pipe = folder / "lp0"
    os.mkfifo(pipe)
    far_end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    fcntl.fcntl(far_end, fcntl.F_SETPIPE_SZ, 4096)
    port = DeviceFilePort(pipe, stall_seconds=0.3)
    port.open()
    return port, far_end


def test_a_device_file_is_not_closed_on_bytes_its_driver_still_holds(tmp_path: Path) -> None:
    port, far_end = _full_pipe(tmp_path)

    error = _error(lambda: port.send(b"x" * _PIECE, _nothing))
    port.close()
    os.close(far_end)

    assert (error.code, error.sent) == ("printer.stalled", _PIECE)


def test_a_device_file_is_done_once_its_driver_takes_bytes_again(tmp_path: Path) -> None:
    port, far_end = _full_pipe(tmp_path)
    taken = bytearray()

    def take(sent: int) -> None:
        if sent == _PIECE:
            taken.extend(os.read(far_end, _PIECE))

    sent = port.send(b"x" * _PIECE, take)
    port.close()
    os.close(far_end)

    assert sent == len(taken) == _PIECE


def test_a_device_file_whose_printer_vanishes_tells_the_exact_count(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    far_end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    port = DeviceFilePort(pipe)
    port.open()

    def unplug(sent: int) -> None:
        if sent == 2048:
            os.close(far_end)

    error = _error(lambda: port.send(b"x" * 5000, unplug))
    port.close()

    assert (error.code, error.sent) == ("printer.unplugged", 2048)


def test_a_missing_device_file_is_not_created(tmp_path: Path) -> None:
    path = tmp_path / "lp0"

    _error(DeviceFilePort(path).open)

    assert not path.exists()
