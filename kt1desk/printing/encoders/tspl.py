"""TSPL/TSPL2: bitmaps and bars between CLS and PRINT.

In a TSPL bitmap 0 is black, the opposite of the raster, and a row is whole bytes, so padding must be sent as ones.
Source: TSPL/TSPL2 Programming Manual, BITMAP, BAR, BARCODE.
"""

from collections.abc import Iterable

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.bars import drawn
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.encoders.tiles import FILL, INVERTED, Tile, rows_of, safe, tight
from kt1desk.printing.raster import Raster

_COMMAND_BYTES = 28
"""What one more BITMAP command costs."""
_BAR_BYTES = 20
"""What one BAR costs."""
RESYNC = FILL + b"\r\nCLS\r\n"
"""After a job that broke off: NULs complete the bitmap or file (they are ignored between commands), CLS forgets it."""


def _bitmap(tile: Tile) -> bytes:
    """BITMAP x,y,width in bytes,height,mode 0 (overwrite),data."""
    head = b"BITMAP %d,%d,%d,%d,0," % (tile.left * 8, tile.top, tile.width, len(tile.rows))
    return head + tile.data(INVERTED) + b"\r\n"


def _bitmaps(tiles: Iterable[Tile]) -> bytes:
    return b"".join(map(_bitmap, safe(tiles, INVERTED)))


def _inked(tile: Tile) -> bytes:
    """A tile as bars where they are shorter, BAR x,y,width,height, and bitmaps."""
    bars, rest = drawn(tile, _BAR_BYTES, _COMMAND_BYTES)
    lines = [b"BAR %d,%d,%d,%d\r\n" % (bar.x, bar.y, bar.width, bar.height) for bar in bars]
    return _bitmaps(rest) + b"".join(lines)


def _without(rows: tuple[bytes, ...], symbol: NativeCode128) -> tuple[bytes, ...]:
    """The picture without the dots of a symbol the printer draws itself."""
    size = len(rows[0]) * 8
    mask = ((1 << symbol.width) - 1) << (size - symbol.x - symbol.width)
    return tuple(
        (int.from_bytes(row, "big") & ~mask).to_bytes(len(row), "big")
        if symbol.y <= index < symbol.y + symbol.height
        else row
        for index, row in enumerate(rows)
    )


def _barcode(symbol: NativeCode128) -> bytes:
    """BARCODE with automatic set, no text below, not turned; quotes cannot be sent in a TSPL string."""
    if '"' in symbol.value:
        raise DeskError("paper.barcode_value", "barcode")
    place = (symbol.x, symbol.y, symbol.height, symbol.module, symbol.module * 2, symbol.value.encode())
    return b'BARCODE %d,%d,"128",%d,0,0,%d,%d,"%b"\r\n' % place


def head(job: EncodeOptions) -> bytes:
    """Everything before the first bitmap; a gap of 0 is continuous paper."""
    lines = [
        "",
        f"SIZE {job.width_mm:g} mm,{job.height_mm:g} mm",
        f"GAP {job.gap_mm:g} mm,0 mm",
        "DIRECTION 1",
        "REFERENCE 0,0",
    ]
    if job.density >= 0:
        lines.append(f"DENSITY {min(15, job.density)}")
    if job.speed_ips:
        lines.append(f"SPEED {job.speed_ips}")
    return "\r\n".join([*lines, "CLS", ""]).encode()


PRINT = b"PRINT 1,1\r\n"


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: ``TSPL_WHOLE``, ``TSPL_TILES`` or ``TSPL_HYBRID``, stock and printer settings.

    Raises:
        DeskError: ``printer.coding`` for another coding.
    """
    rows = rows_of(raster)
    native = b""
    if job.coding is GraphicCoding.TSPL_HYBRID:
        for symbol in job.symbols:
            rows = _without(rows, symbol)
            native += _barcode(symbol)
    whole = Tile(0, 0, rows)
    if job.coding is GraphicCoding.TSPL_WHOLE:
        picture = _bitmaps([whole])
    elif job.coding in {GraphicCoding.TSPL_TILES, GraphicCoding.TSPL_HYBRID}:
        picture = b"".join(map(_inked, tight(whole, _COMMAND_BYTES)))
    else:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    return head(job) + picture + native + PRINT
