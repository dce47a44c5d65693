"""Simulated printers at the other end of a real pseudo terminal or socket, and the profiles that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.capabilities import Capabilities, Fence, StatusWay
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.simprinter import machine, models
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.troubles import Wiring

CODINGS = {
    Language.ZPL: GraphicCoding.ZPL_Z64,
    Language.TSPL: GraphicCoding.TSPL_TILES,
    Language.ESCPOS: GraphicCoding.ESCPOS_CHUNKS,
}


def printer_at(
    address: str,
    language: Language,
    fence: Fence = Fence.NONE,
    status: StatusWay = StatusWay.NONE,
    kind: PortKind = PortKind.SERIAL,
) -> PrinterProfile:
    """The label printer of a desk, with what it can."""
    return PrinterProfile(
        "label-1",
        "Máy in nhãn",
        PrinterRole.LABEL,
        language,
        Link(kind, address, 115200, "none"),
        Stock(100, 60, 3),
        coding=CODINGS[language],
        can=Capabilities(fence, status),
    )


@contextmanager
def line_to(folder: Path, language: Language, wiring: Wiring | None = None) -> Iterator[Line]:
    """A simulated printer with labels of 100 × 60 mm, whatever it speaks, plugged in as ``ttyPrinter``."""
    printer = models.machine_of(machine.Language(language.value), Sheet())
    with PtyLine(printer, folder / "ttyPrinter", wiring) as line:
        yield line
