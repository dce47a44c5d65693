"""How long a label or a receipt takes: measured sizes and the speed of lines. This module must not know a printer."""

from collections.abc import Mapping
from typing import Final

from kt1desk.printing.encoders.options import GraphicCoding

_BITS_PER_BYTE_8N1: Final = 10
HEAD_SECONDS: Final = 0.6
"""60 mm at 4 inches per second."""
LOCAL_BYTES_PER_SECOND: Final = 500_000
ROLL_HEAD_SECONDS: Final = 1.4
"""220 mm at 150 mm per second, as printers of receipts do."""
LABEL_BYTES: Final[Mapping[tuple[GraphicCoding, int], int]] = {
    (GraphicCoding.ZPL_Z64, 203): 9_100,
    (GraphicCoding.ZPL_Z64, 300): 14_800,
    (GraphicCoding.ZPL_ACS, 203): 25_400,
    (GraphicCoding.ZPL_ACS, 300): 44_600,
    (GraphicCoding.TSPL_WHOLE, 203): 48_200,
    (GraphicCoding.TSPL_WHOLE, 300): 105_300,
    (GraphicCoding.TSPL_TILES, 203): 19_300,
    (GraphicCoding.TSPL_TILES, 300): 34_500,
    (GraphicCoding.TSPL_HYBRID, 203): 18_500,
    (GraphicCoding.TSPL_HYBRID, 300): 33_800,
    (GraphicCoding.TSPL_PCX, 203): 30_000,
    (GraphicCoding.TSPL_PCX, 300): 56_700,
    (GraphicCoding.EPL_GW, 203): 18_300,
    (GraphicCoding.EPL_GW, 300): 33_500,
    (GraphicCoding.ESCPOS_CHUNKS, 203): 41_100,
    (GraphicCoding.ESCPOS_CHUNKS, 300): 89_400,
    (GraphicCoding.ESCPOS_LINES, 203): 35_700,
    (GraphicCoding.ESCPOS_LINES, 300): 76_800,
    (GraphicCoding.CPCL_CG, 203): 27_900,
    (GraphicCoding.CPCL_CG, 300): 50_900,
}
"""Bytes of a full KT1 label 100 × 60 mm by coding and resolution, measured; a test keeps them true."""
RECEIPT_BYTES: Final[Mapping[tuple[GraphicCoding, int], int]] = {
    (GraphicCoding.ZPL_Z64, 203): 22_200,
    (GraphicCoding.ZPL_Z64, 300): 36_700,
    (GraphicCoding.ZPL_ACS, 203): 56_000,
    (GraphicCoding.ZPL_ACS, 300): 104_800,
    (GraphicCoding.TSPL_WHOLE, 203): 125_300,
    (GraphicCoding.TSPL_WHOLE, 300): 275_200,
    (GraphicCoding.TSPL_TILES, 203): 43_500,
    (GraphicCoding.TSPL_TILES, 300): 80_700,
    (GraphicCoding.TSPL_HYBRID, 203): 43_500,
    (GraphicCoding.TSPL_HYBRID, 300): 80_700,
    (GraphicCoding.TSPL_PCX, 203): 59_600,
    (GraphicCoding.TSPL_PCX, 300): 114_600,
    (GraphicCoding.EPL_GW, 203): 41_700,
    (GraphicCoding.EPL_GW, 300): 78_100,
    (GraphicCoding.ESCPOS_CHUNKS, 203): 85_700,
    (GraphicCoding.ESCPOS_CHUNKS, 300): 186_100,
    (GraphicCoding.ESCPOS_LINES, 203): 63_300,
    (GraphicCoding.ESCPOS_LINES, 300): 135_600,
    (GraphicCoding.CPCL_CG, 203): 52_800,
    (GraphicCoding.CPCL_CG, 300): 100_900,
}
"""The same of a KT1 receipt on a roll of 80 mm, 217 mm long."""


def wire_seconds(byte_count: int, baud: int) -> float:
    """Seconds that bytes need on a serial line of 8 data bits, no parity and one stop bit."""
    return byte_count * _BITS_PER_BYTE_8N1 / baud
