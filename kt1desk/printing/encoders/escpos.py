"""ESC/POS: ``GS v 0`` bitmaps of few rows, paper fed where nothing stands, a cut at the end.

1 is black, as in the raster. Small chunks keep short what a printer still waits for after a job that broke off, and leave room
to ask for its status in between. A chunk begins at the left edge of the head: not every clone heeds a position before ``GS v 0``,
so only blank dots at its right are left out. ``GS P`` makes a step of ``ESC J`` a dot, which it is not by default on all
printers. Source: Epson ESC/POS command reference (GS v 0, GS P, ESC J, GS V).
"""

from collections.abc import Iterator

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.encoders.tiles import rows_of
from kt1desk.printing.raster import Raster

CHUNK_ROWS = 24
_CHUNK_BYTES = 3600
"""24 rows of 300 dpi across a label of 100 mm."""
_CHUNK_HEAD_BYTES = 8
_MOST_STEPS = 255
"""Of one ``ESC J`` and of the units of ``GS P``."""
_SHIFTS = (1, 2, 3, 4, 5, 6, 7, -1, -2, -3, -4, -5, -6, -7)
_INIT = b"\x1b@"
_CUT = b"\x1dV\x42\x00"
RESYNC = b"\0" * (_CHUNK_BYTES + 64) + _INIT + _CUT
"""After a job that broke off: NULs complete the chunk, ``ESC @`` forgets the settings, and what was half printed is cut off: else it
would hang on the next paper."""


def _is_apart(rows: tuple[bytes, ...]) -> bool:
    """Whether no row holds dangerous bytes; two rows can be parted, the bytes of one cannot."""
    return all(dangerous_at(row) < 0 for row in rows)


def _shifted(rows: tuple[bytes, ...], by: int) -> tuple[bytes, ...] | None:
    """All rows some dots to the right (to the left if negative), None where ink would be lost at the edge."""
    size = len(rows[0])
    numbers = [int.from_bytes(row, "big") for row in rows]
    lost = (1 << by) - 1 if by > 0 else ((1 << -by) - 1) << (size * 8 + by)
    if any(number & lost for number in numbers):
        return None
    moved = (number >> by if by > 0 else number << -by for number in numbers)
    return tuple(number.to_bytes(size, "big") for number in moved)


def _harmless(rows: tuple[bytes, ...], coding: GraphicCoding) -> tuple[bytes, ...]:
    """The same picture, less than a millimetre aside if need be, so that no row holds bytes that a printer would act on."""
    if _is_apart(rows):
        return rows
    for by in _SHIFTS:
        moved = _shifted(rows, by)
        if moved is not None and _is_apart(moved):
            return moved
    raise DeskError("printer.coding", "coding", coding=coding.value)


def _width(row: bytes) -> int:
    """Bytes up to the last ink."""
    return len(row.rstrip(b"\0"))


def _chunks(rows: tuple[bytes, ...], width: int) -> Iterator[bytes]:
    """One chunk, or several where the end of a row and the beginning of the next are dangerous together."""
    begun = 0
    for index in range(1, len(rows) + 1):
        is_last = index == len(rows)
        if is_last or dangerous_at(rows[index - 1][width - 1 : width] + rows[index][:1]) == 0:
            part = rows[begun:index]
            head = b"\x1dv0\0" + width.to_bytes(2, "little") + len(part).to_bytes(2, "little")
            yield head + b"".join(row[:width] for row in part)
            begun = index


def _feeds(count: int, step: int) -> bytes:
    """Paper fed by so many rows; what is no whole step is sent as blank rows, one byte each."""
    steps, rest = divmod(count, step)
    fed = b"\x1bJ\xff" * (steps // _MOST_STEPS)
    if steps % _MOST_STEPS:
        fed += b"\x1bJ" + bytes([steps % _MOST_STEPS])
    return fed + (b"\x1dv0\0\1\0" + bytes([rest, 0]) + bytes(rest) if rest else b"")


def _blank_ends(rows: tuple[bytes, ...]) -> list[int]:
    """For each row the end of the blank strip it begins, itself where it holds ink."""
    ends = list(range(len(rows)))
    for index in range(len(rows) - 1, -1, -1):
        if not any(rows[index]):
            is_longer = index + 1 < len(rows) and ends[index + 1] > index + 1
            ends[index] = ends[index + 1] if is_longer else index + 1
    return ends


def _plan(rows: tuple[bytes, ...], widths: list[int], step: int) -> list[int]:
    """Where strips end, blank ones that are fed and chunks, so that the sum of all bytes is least: found from the end backwards."""
    blank_ends = _blank_ends(rows)
    least, ends = [0] * (len(rows) + 1), [0] * len(rows)
    for first in range(len(rows) - 1, -1, -1):
        fed = blank_ends[first]
        best = len(_feeds(fed - first, step)) + least[fed] if fed > first else -1
        ends[first], width = fed, 0
        for end in range(first + 1, min(len(rows), first + CHUNK_ROWS) + 1):
            width = max(width, widths[end - 1])
            size = width * (end - first)
            if size > _CHUNK_BYTES and end > first + 1:
                break
            if best < 0 or _CHUNK_HEAD_BYTES + size + least[end] < best:
                best, ends[first] = _CHUNK_HEAD_BYTES + size + least[end], end
        least[first] = best
    found, at = list[int](), 0
    while at < len(rows):
        at = ends[at]
        found.append(at)
    return found


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One paper, one copy, cut off.

    Args:
        raster: the picture; it is printed from the left edge of the head, and is as long as it is.
        job: ``ESCPOS_CHUNKS`` or ``ESCPOS_LINES``.

    Raises:
        DeskError: ``printer.coding`` for another coding, and for a picture that holds dangerous bytes wherever it is put.
    """
    if job.coding not in {GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES}:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    rows = _harmless(rows_of(raster), job.coding)
    is_whole = job.coding is GraphicCoding.ESCPOS_CHUNKS
    step = -(-raster.dpi // _MOST_STEPS)
    widths = [len(row) if is_whole else max(1, _width(row)) for row in rows]
    written = bytearray(_INIT + job.settings + b"\x1dP" + bytes([raster.dpi // step] * 2))
    begun = 0
    for end in _plan(rows, widths, step):
        strip = rows[begun:end]
        if any(map(any, strip)):
            written += b"".join(_chunks(strip, max(widths[begun:end])))
        else:
            written += _feeds(len(strip), step)
        begun = end
    return bytes(written) + _CUT
