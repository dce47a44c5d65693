"""Machines of a counter on pseudo terminals: a label printer that keeps what it was sent, a scale, a scanner.

A pseudo terminal never stands in the system's list of serial ports; that list is the only thing put in by hand.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from tests.devices.pty_port import PtyDevice

_REST_S = 0.1


class SerialMachine:
    """One machine behind a port of its own name."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir()
        self._device = PtyDevice(folder)
        self._device.plug_in()
        self.port = str(folder / name)
        Path(self._device.name).rename(self.port)
        self._device.name = self.port

    def send(self, data: bytes) -> None:
        """To the program."""
        self._device.send(data)

    def receive(self) -> bytes:
        """From the program; nothing after a short wait."""
        return self._device.receive(_REST_S)

    def unplug(self) -> None:
        """Pull the plug."""
        self._device.unplug()


@dataclass
class LabelPrinter:
    """Takes bytes as fast as they come and keeps them."""

    machine: SerialMachine
    taken: bytearray = field(default_factory=bytearray)

    def serve(self, ended: threading.Event) -> None:
        while not ended.is_set():
            self.taken += self.machine.receive()


@dataclass
class Scale:
    """Speaks by itself ten times a second, once something lies on it."""

    machine: SerialMachine
    shows: bytes = b""

    def serve(self, ended: threading.Event) -> None:
        while not ended.wait(_REST_S):
            if self.shows:
                self.machine.send(self.shows)


@dataclass(frozen=True)
class Counter:
    """The machines on the table."""

    printer: LabelPrinter
    scale: Scale
    scanner: SerialMachine

    def ports(self) -> list[ListPortInfo]:
        """What the system lists, in this order: printer, scale, scanner."""
        named = (
            (self.printer.machine, "Máy in nhãn"),
            (self.scale.machine, "Cân"),
            (self.scanner, "Máy quét"),
        )
        return [_listed(machine.port, words) for machine, words in named]


@contextmanager
def machines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    """Plug everything in; unplug it at the end."""
    printer = LabelPrinter(SerialMachine(folder / "usb-1", "ttyNHAN"))
    scale = Scale(SerialMachine(folder / "usb-2", "ttyCAN"))
    counter = Counter(printer, scale, SerialMachine(folder / "usb-3", "ttyQUET"))
    monkeypatch.setattr(list_ports, "comports", counter.ports)
    ended = threading.Event()
    with _served(ended, printer.serve), _served(ended, scale.serve):
        try:
            yield counter
        finally:
            ended.set()
    for machine in (printer.machine, scale.machine, counter.scanner):
        machine.unplug()


@contextmanager
def _served(ended: threading.Event, serve: Callable[[threading.Event], None]) -> Iterator[None]:
    thread = threading.Thread(target=serve, args=(ended,), name="machine")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _listed(port: str, words: str) -> ListPortInfo:
    info = ListPortInfo(port)
    info.description = words
    return info
