"""TSPL/TSPL2: bitmaps between CLS and PRINT.

In a TSPL bitmap 0 is black, the opposite of the raster, and a row is whole bytes, so padding must be sent as ones.
Bitmap data is binary: ``ESC !`` inside it would be read as a real-time command by some printers, so such a pair is
never sent next to each other. Source: TSPL/TSPL2 Programming Manual, BITMAP, BARCODE.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.raster import Raster

_INVERT = bytes(255 - value for value in range(256))
_REALTIME = b"\x1b!"
_COMMAND_BYTES = 28
"""What one more BITMAP command costs; a blank strip is left out when it is larger."""
_FILL_BYTES = 128 * 1024
"""More than any label bitmap we send: whatever the printer still waits for is filled up."""
RESYNC = b"\0" * _FILL_BYTES + b"\r\nCLS\r\n"
"""After a job that broke off: NULs complete the bitmap (they are ignored between commands), CLS forgets it."""


@dataclass(frozen=True, slots=True)
class _Tile:
    """Part of the picture: left edge in bytes, upper edge in dots, and its rows (1 is black)."""

    left: int
    top: int
    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        """Bytes per row."""
        return len(self.rows[0])

    def command(self) -> bytes:
        """BITMAP x,y,width in bytes,height,mode 0 (overwrite),data."""
        head = b"BITMAP %d,%d,%d,%d,0," % (self.left * 8, self.top, self.width, len(self.rows))
        return head + b"".join(self.rows).translate(_INVERT) + b"\r\n"

    def split_at_realtime(self) -> Iterator["_Tile"]:
        """The tile itself, or smaller ones of which none holds ``ESC !``."""
        at = b"".join(self.rows).translate(_INVERT).find(_REALTIME)
        if at < 0:
            yield self
            return
        row, column = divmod(at, self.width)
        if column + 1 < self.width:
            cut = column + 1
            parts = (
                _Tile(self.left, self.top, tuple(line[:cut] for line in self.rows)),
                _Tile(self.left + cut, self.top, tuple(line[cut:] for line in self.rows)),
            )
        else:
            cut = row + 1
            parts = (
                _Tile(self.left, self.top, self.rows[:cut]),
                _Tile(self.left, self.top + cut, self.rows[cut:]),
            )
        for part in parts:
            yield from part.split_at_realtime()


def _stretches(used: list[bool], gap: int) -> list[tuple[int, int]]:
    """Stretches (first, end) of what is used, joined over holes shorter than ``gap``."""
    found: list[tuple[int, int]] = []
    for index, is_used in enumerate(used):
        if not is_used:
            continue
        if found and index - found[-1][1] < gap:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _used_columns(rows: tuple[bytes, ...]) -> list[bool]:
    seen = 0
    for row in rows:
        seen |= int.from_bytes(row, "big")
    return [byte != 0 for byte in seen.to_bytes(len(rows[0]), "big")]


def _tight(tile: _Tile, is_new: bool = True) -> Iterator[_Tile]:
    """Cut a picture along its blank rows, each part along its blank columns, and so on, as long as it pays."""
    worth = -(-_COMMAND_BYTES // tile.width)
    bands = _stretches([any(row) for row in tile.rows], worth)
    for top, bottom in bands:
        band = tile.rows[top:bottom]
        worth = -(-_COMMAND_BYTES // len(band))
        parts = _stretches(_used_columns(band), worth)
        for left, right in parts:
            cut = _Tile(tile.left + left, tile.top + top, tuple(row[left:right] for row in band))
            if is_new or len(bands) > 1 or len(parts) > 1:
                yield from _tight(cut, is_new=False)
            else:
                yield cut


def _without(rows: list[bytes], symbol: NativeCode128) -> list[bytes]:
    """The picture without the dots of a symbol the printer draws itself."""
    size = len(rows[0]) * 8
    mask = ((1 << symbol.width) - 1) << (size - symbol.x - symbol.width)
    return [
        (int.from_bytes(row, "big") & ~mask).to_bytes(len(row), "big")
        if symbol.y <= index < symbol.y + symbol.height
        else row
        for index, row in enumerate(rows)
    ]


def _barcode(symbol: NativeCode128) -> bytes:
    """BARCODE with automatic set, no text below, not turned; quotes cannot be sent in a TSPL string."""
    if '"' in symbol.value:
        raise DeskError("paper.barcode_value", "barcode")
    place = (symbol.x, symbol.y, symbol.height, symbol.module, symbol.module * 2, symbol.value.encode())
    return b'BARCODE %d,%d,"128",%d,0,0,%d,%d,"%b"\r\n' % place


def _head(job: EncodeOptions) -> bytes:
    lines = [
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


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: one of the TSPL codings, stock and printer settings.

    Raises:
        DeskError: ``printer.coding`` for a coding of another language.
    """
    size = raster.row_bytes
    rows = [raster.bits[at : at + size] for at in range(0, len(raster.bits), size)]
    native = b""
    if job.coding is GraphicCoding.TSPL_HYBRID:
        for symbol in job.symbols:
            rows = _without(rows, symbol)
            native += _barcode(symbol)
    if job.coding is GraphicCoding.TSPL_WHOLE:
        tiles = [_Tile(0, 0, tuple(rows))]
    elif job.coding in {GraphicCoding.TSPL_TILES, GraphicCoding.TSPL_HYBRID}:
        tiles = list(_tight(_Tile(0, 0, tuple(rows))))
    else:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    bitmaps = b"".join(part.command() for tile in tiles for part in tile.split_at_realtime())
    return b"\r\n" + _head(job) + bitmaps + native + b"PRINT 1,1\r\n"
