"""What an encoder needs besides the picture."""

from dataclasses import dataclass
from enum import StrEnum


class GraphicCoding(StrEnum):
    """How the picture is written; which one a printer takes is part of its profile."""

    ZPL_Z64 = "z64"
    """zlib and base64 with a CRC: smallest, and a damaged graphic is dropped by the printer itself."""
    ZPL_ACS = "acs"
    """Run-length hex: for ZPL printers that do not print Z64 (reported of the ZD230)."""
    TSPL_WHOLE = "whole"
    """Every dot."""
    TSPL_TILES = "tiles"
    """Bitmaps only where there is ink, and rectangles where rows are alike: half of the bytes."""
    TSPL_HYBRID = "hybrid"
    """Tiles, and Code 128 drawn by the printer: only after its test page was scanned back."""
    TSPL_PCX = "pcx"
    """Every dot as PCX files: run lengths, a third fewer bytes than bitmaps."""
    EPL_GW = "gw"
    """Bitmaps only where there is ink, and black lines, for old Zebra machines."""
    ESCPOS_CHUNKS = "chunks"
    """``GS v 0`` in small chunks, so that little has to be filled up after a job that broke off; paper is fed where nothing stands."""
    ESCPOS_LINES = "lines"
    """The same chunks, each only as wide as its ink."""
    CPCL_CG = "cg"
    """Bitmaps only where there is ink, for mobile printers."""


@dataclass(frozen=True, slots=True)
class NativeCode128:
    """A Code 128 symbol at its place in dots, for printers that draw it themselves.

    Attributes:
        x: left edge of the first bar.
        y: upper edge.
        width: dots of all modules.
        height: dots.
        module: dots per module.
        value: what it says.
    """

    x: int
    y: int
    width: int
    height: int
    module: int
    value: str


@dataclass(frozen=True, slots=True)
class EncodeOptions:
    """How one label is to be sent.

    Attributes:
        coding: how the picture is written.
        width_mm: width of the stock (TSPL SIZE).
        height_mm: height of the stock; on a roll that of the page.
        gap_mm: gap between labels; 0 for continuous paper.
        density: darkness 0–15, -1 to leave the printer's own setting.
        speed_ips: inches per second, 0 to leave the printer's own setting.
        symbols: Code 128 symbols for ``TSPL_HYBRID``.
        settings: what an ESC/POS printer is told after each paper has set it back to what it was when switched on.
    """

    coding: GraphicCoding
    width_mm: float
    height_mm: float
    gap_mm: float = 3.0
    density: int = -1
    speed_ips: int = 0
    symbols: tuple[NativeCode128, ...] = ()
    settings: bytes = b""
