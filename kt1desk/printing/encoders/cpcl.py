"""CPCL, the language of mobile printers: ``CG`` bitmaps in one session that ends with PRINT.

1 is black, as in the raster. Source: Zebra CPCL Programming Manual (session, PAGE-WIDTH, COMPRESSED-GRAPHICS, TONE, FORM,
ABORT). Speeds are steps of 0 to 5 that differ by model and are left to the printer.
"""

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.encoders.tiles import AS_IT_IS, FILL, Tile, rows_of, safe, tight
from kt1desk.printing.raster import Raster

_COMMAND_BYTES = 20
"""What one more CG command costs."""
_LIGHTEST, _DARKEST = -99, 200
RESYNC = FILL + b"\r\n! 0 200 200 1 1\r\nABORT\r\n"
"""After a job that broke off: NULs complete the bitmap, ABORT ends the session and prints nothing. The line before it opens one
where none is open; there ABORT would be printed as a text."""


def _bitmap(tile: Tile) -> bytes:
    """CG width in bytes, height, x, y, data."""
    head = b"CG %d %d %d %d " % (tile.width, len(tile.rows), tile.left * 8, tile.top)
    return head + tile.data(AS_IT_IS) + b"\r\n"


def _tone(density: int) -> int:
    """Our 0 to 15 on the scale of TONE."""
    return _LIGHTEST + round(min(15, density) * (_DARKEST - _LIGHTEST) / 15)


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: ``CPCL_CG``, gap and darkness. With a gap the paper is fed to the next label, without one it ends with the picture.

    Raises:
        DeskError: ``printer.coding`` for another coding.
    """
    if job.coding is not GraphicCoding.CPCL_CG:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    # The manuals call a head of 203 dpi one of 200.
    dpi = 200 if raster.dpi == 203 else raster.dpi
    head = b"! 0 %d %d %d 1\r\nPAGE-WIDTH %d\r\n" % (dpi, dpi, raster.height_dots, raster.width_dots)
    if job.density >= 0:
        head += b"TONE %d\r\n" % _tone(job.density)
    tiles = tight(Tile(0, 0, rows_of(raster)), _COMMAND_BYTES)
    bitmaps = b"".join(map(_bitmap, safe(tiles, AS_IT_IS)))
    return head + bitmaps + (b"FORM\r\n" if job.gap_mm else b"") + b"PRINT\r\n"
