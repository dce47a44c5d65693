"""EPL2, the page language of older Zebra and Eltron machines: bitmaps and black lines between N and P.

In a ``GW`` bitmap 0 is black and a row is whole bytes, so padding is sent as ones. ``q`` and ``Q`` size the image buffer and
``N`` empties it, so they stand before the first bitmap. Speeds (``S``) are numbered differently on every model and are left to the
printer. Source: Zebra EPL Programming Guide 14245L-003 (GW, LO, N, P, Q, q, D); Zebra's support note on GW, which names the
polarity and the comma before the data.
"""

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.bars import drawn
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.encoders.tiles import FILL, INVERTED, Tile, rows_of, safe, tight
from kt1desk.printing.fonts import MM_PER_INCH
from kt1desk.printing.raster import Raster

_COMMAND_BYTES = 20
"""What one more GW command costs."""
_LINE_BYTES = 18
"""What one LO command costs."""
_LEAST_GAP_DOTS, _LARGEST_GAP_DOTS = 16, 240
RESYNC = FILL + b"\r\nN\r\n"
"""After a job that broke off: NULs complete the bitmap, a line end closes what was half written, N empties the image buffer."""


def _bitmap(tile: Tile) -> bytes:
    """GW x,y,width in bytes,height,data."""
    head = b"GW%d,%d,%d,%d," % (tile.left * 8, tile.top, tile.width, len(tile.rows))
    return head + tile.data(INVERTED) + b"\r\n"


def _inked(tile: Tile) -> bytes:
    """A tile as black lines where they are shorter, LO x,y,width,height, and bitmaps."""
    bars, rest = drawn(tile, _LINE_BYTES, _COMMAND_BYTES)
    lines = [b"LO%d,%d,%d,%d\r\n" % (bar.x, bar.y, bar.width, bar.height) for bar in bars]
    return b"".join(map(_bitmap, safe(rest, INVERTED))) + b"".join(lines)


def _gap_dots(job: EncodeOptions, dpi: int) -> int:
    """0 is continuous paper; else what the guide allows."""
    if not job.gap_mm:
        return 0
    return max(_LEAST_GAP_DOTS, min(_LARGEST_GAP_DOTS, round(job.gap_mm * dpi / MM_PER_INCH)))


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: ``EPL_GW``, gap and darkness.

    Raises:
        DeskError: ``printer.coding`` for another coding.
    """
    if job.coding is not GraphicCoding.EPL_GW:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    head = b"\r\nq%d\r\nQ%d,%d\r\n" % (raster.width_dots, raster.height_dots, _gap_dots(job, raster.dpi))
    if job.density >= 0:
        head += b"D%d\r\n" % min(15, job.density)
    head += b"N\r\n"
    tiles = tight(Tile(0, 0, rows_of(raster)), _COMMAND_BYTES)
    return head + b"".join(map(_inked, tiles)) + b"P1\r\n"
