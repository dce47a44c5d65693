"""A desk whose printers are being set up: what is plugged in, simulated printers on lines, and the pages that came out of them."""

from __future__ import annotations

import fcntl
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kt1desk.app.hardware import Hardware, SettingsInHand
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_setup import PrinterSetup
from kt1desk.desktop.needs import PrinterDraft
from kt1desk.domain.errors import DeskError
from kt1desk.printing.finding import Find, Guess
from kt1desk.printing.profile import PortKind, PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language as Spoken
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from tests.support.clocks import HandClock

LABEL, ROLL, PAGE = "label", "roll", "receipt"

Attach = Callable[..., Line]
"""Plugs a printer of some language, with some sheet in it, into a line of its own."""


class PrinterDesk:
    """A counter with what is plugged in, and how often a profile was kept."""

    def __init__(self, folder: Path) -> None:
        self.hardware = Hardware(SettingsInHand(), folder / "giay")
        self.plugged_in: list[Find] = []
        self.kept = 0
        self.lent = 0
        self.clock = HandClock()
        doors = RoomDoors(kept=self._kept, lent=self._lent)
        self.links = doors.links
        self.setup = PrinterSetup(self.hardware, self.clock, doors, lambda: tuple(self.plugged_in))

    def _kept(self) -> None:
        self.kept += 1

    @contextmanager
    def _lent(self) -> Iterator[None]:
        self.lent += 1
        yield

    def plug_in(self, address: str, usb: str = "", guess: Guess | None = None) -> str:
        self.plugged_in.append(Find(PortKind.SERIAL, address, usb, "", guess))
        return f"serial:{address}"

    def profile(self, slot: PrinterSlot = PrinterSlot.LABEL) -> PrinterProfile:
        kept = self.hardware.printer(slot)
        assert kept is not None
        return kept

    def set_up(self, slot: str, port: str, language: str = "") -> PrinterDraft:
        draft = self.setup.propose(slot, port, probe=self.setup.probe(slot, port))
        if language not in {"", draft.language}:
            draft = replace(draft, language=language, coding="")
        draft = replace(draft, flow="none")
        self.setup.save(draft)
        return draft


@contextmanager
def lines_in(folder: Path) -> Iterator[Attach]:
    """Lines that end together."""
    lines: list[Line] = []

    def make(language: Spoken, sheet: Sheet | None = None) -> Line:
        lines.append(PtyLine(machine_of(language, sheet), str(folder / f"tty{len(lines)}")))
        return lines[-1]

    yield make
    for line in lines:
        line.close()


class Paper:
    """The printer behind a device file: reads all, or is unplugged after its first bytes."""

    def __init__(self, path: Path, most: int = 1 << 20) -> None:
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        fcntl.fcntl(self._end, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(self._end, True)
        self._most = most
        self._taken = bytearray()
        self._begun = os.open(path, os.O_WRONLY)  # else reading ends before the desk has begun
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        while len(self._taken) < self._most and (piece := os.read(self._end, 100)):
            self._taken += piece
            self._let_go()
        os.close(self._end)

    def _let_go(self) -> None:
        if self._begun >= 0:
            os.close(self._begun)
            self._begun = -1

    def all(self) -> bytes:
        self._thread.join(30)
        return bytes(self._taken)


def codes_on(line: Line) -> list[str]:
    """What a scanner reads on the newest page."""
    assert line.wait_until(lambda printer: bool(printer.machine.pages))
    picture = Image.open(io.BytesIO(line.pages[-1].png())).convert("L")
    framed = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    framed.paste(picture, (40, 40))
    return sorted(code.text for code in zxingcpp.read_barcodes(framed, try_rotate=False, try_invert=False))


def refused(action: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        action()
    return refusal.value.code, refusal.value.field
