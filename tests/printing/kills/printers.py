"""The printers that a killed desk prints on: small labels, at a real terminal or socket, forty times as fast as real ones."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.capabilities import Capabilities, Fence
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.simprinter import machine, models
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Wiring

PRINTER_ID = "label-1"
WIDTH_MM, HEIGHT_MM, GAP_MM = 80, 50, 2
_BAUD = 4_000_000
"""What the desk reckons with, so that it does not wait as long as on a real line."""
_WIRING = Wiring(baud=115_200, head_mm_s=102, time_scale=40)
_NETWORK = Wiring(head_mm_s=102, time_scale=40)


@dataclass(frozen=True)
class Scene:
    """One printer.

    Attributes:
        language: what it speaks.
        coding: how pictures are written.
        fence: how it confirms.
        kind: serial line or network.
        label_bytes: of a label of the test, about.
    """

    language: Language
    coding: GraphicCoding
    fence: Fence
    kind: PortKind
    label_bytes: int

    @property
    def is_roll(self) -> bool:
        """Whether paper is cut, so that what broke off comes out as a piece of its own."""
        return self.language is Language.ESCPOS

    def profile(self, address: str) -> PrinterProfile:
        """What the desk knows of it."""
        return PrinterProfile(
            PRINTER_ID,
            "Máy in nhãn",
            PrinterRole.LABEL,
            self.language,
            Link(self.kind, address, _BAUD, "none"),
            Stock(WIDTH_MM, HEIGHT_MM, GAP_MM),
            coding=self.coding,
            can=Capabilities(self.fence),
        )

    def plugged_in(self, folder: Path) -> AbstractContextManager[Line]:
        """The printer at its cable."""
        sheet = Sheet(WIDTH_MM, 0 if self.is_roll else HEIGHT_MM, 0 if self.is_roll else GAP_MM)
        printer = models.machine_of(machine.Language(self.language.value), sheet)
        if self.kind is PortKind.TCP:
            return TcpLine(printer, wiring=_NETWORK)
        return PtyLine(printer, folder / "ttyPrinter", _WIRING)


SCENES = {
    "ESC/POS, GS ( H": Scene(
        Language.ESCPOS, GraphicCoding.ESCPOS_CHUNKS, Fence.GS_H, PortKind.SERIAL, 25_000
    ),
    "ZPL, ^HV": Scene(Language.ZPL, GraphicCoding.ZPL_Z64, Fence.HV, PortKind.TCP, 6_500),
    "TSPL, no fence": Scene(Language.TSPL, GraphicCoding.TSPL_TILES, Fence.NONE, PortKind.SERIAL, 11_500),
    "ZPL without check sums, ^HV": Scene(Language.ZPL, GraphicCoding.ZPL_ACS, Fence.HV, PortKind.TCP, 16_500),
}
"""A graphic in Z64 that broke off is left out by the printer itself; one in run lengths is printed as far as it came."""
