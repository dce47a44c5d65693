"""TSPL: the picture as PCX files, loaded into the printer's memory and put where they belong.

A file is 1-bit ZSoft PCX, version 3.0: runs of equal bytes, a palette of which colour 0 is black. The picture goes in bands,
so that a printer never waits long for the rest of a file. All bear one name, and each is deleted before it is loaded again:
what could not be loaded must be missing on the label, never be the label before.
Source: TSPL/TSPL2 Programming Manual, DOWNLOAD, PUTPCX, KILL; ZSoft PCX File Format Technical Reference Manual.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.encoders.tiles import INVERTED, MAX_BYTES, Tile, rows_of
from kt1desk.printing.encoders.tspl import PRINT, head
from kt1desk.printing.raster import Raster

_NAME = b'"KT1.PCX"'
_HEADER = struct.Struct("<4B6H48s2B3H56s")
_PALETTE = bytes([0, 0, 0, 255, 255, 255])
_LONGEST_RUN = 63
_RUN = 0xC0
"""The two upper bits mark a count; a byte that has them itself is written as a run of one."""


def _packed(row: bytes) -> bytes:
    """One row in runs. A count may stand before any byte: it parts two bytes that a printer would act on."""
    packed = bytearray()
    for value, run in groupby(row):
        left = len(list(run))
        while left:
            times = min(left, _LONGEST_RUN)
            left -= times
            if times > 1 or value >= _RUN or _is_dangerous(packed, value):
                packed.append(_RUN | times)
            packed.append(value)
    return bytes(packed)


def _is_dangerous(before: bytes | bytearray, value: int) -> bool:
    return dangerous_at(bytes([*before[-1:], value])) == 0


def _joined(rows: Iterable[bytes]) -> bytes:
    """Packed rows one after the other, parted in the same way."""
    data = bytearray()
    for row in rows:
        if _is_dangerous(data, row[0]):
            data.append(_RUN | 1)
        data += row
    return bytes(data)


def _header(width_dots: int, height_dots: int, row_bytes: int, dpi: int) -> bytes:
    corners = (0, 0, width_dots - 1, height_dots - 1)
    return _HEADER.pack(10, 5, 1, 1, *corners, dpi, dpi, _PALETTE, 0, 1, row_bytes, 1, 0, bytes(56))


def _file(rows: list[bytes], width_dots: int, row_bytes: int, dpi: int) -> bytes:
    """A PCX file of packed rows.

    Its size in dots stands in the header, and 1041 reads ``10 04`` there: such a picture is said to be a dot wider and gets a blank row
    more. A row has an even number of bytes, so there is room for the dot.
    """
    headers = ((spare, _header(width_dots + spare, len(rows) + spare, row_bytes, dpi)) for spare in count())
    spare, header = next((spare, header) for spare, header in headers if dangerous_at(header) < 0)
    return header + _joined([*rows, *[_packed(b"\xff" * row_bytes)] * spare])


def _bands(rows: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Packed rows in bands of files that are not too large, each with the number of its first row."""
    top, size, band = 0, _HEADER.size, list[bytes]()
    for index, row in enumerate(rows):
        longest = len(row) + 1
        if band and size + longest > MAX_BYTES:
            yield top, band
            top, size, band = index, _HEADER.size, []
        band.append(row)
        size += longest
    yield top, band


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: ``TSPL_PCX``, stock and printer settings.

    Raises:
        DeskError: ``printer.coding`` for another coding.
    """
    if job.coding is not GraphicCoding.TSPL_PCX:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    row_bytes = (raster.width_dots + 15) // 16 * 2
    fill = b"\xff" * (row_bytes - raster.row_bytes)
    rows = (_packed(Tile(0, 0, (row,)).data(INVERTED) + fill) for row in rows_of(raster))
    written = bytearray(head(job))
    for top, band in _bands(rows):
        picture = _file(band, raster.width_dots, row_bytes, raster.dpi)
        written += b"KILL %b\r\nDOWNLOAD %b,%d,%b\r\n" % (_NAME, _NAME, len(picture), picture)
        written += b"PUTPCX 0,%d,%b\r\n" % (top, _NAME)
    return bytes(written) + PRINT
