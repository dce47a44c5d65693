"""What came out of the printer: dots on a piece of paper. This module knows no language and no line."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass

_INVERTED = bytes(255 - value for value in range(256))


@dataclass(frozen=True, slots=True)
class Picture:
    """One piece of paper, as it lies on the counter.

    Attributes:
        width_dots: dots across.
        height_dots: dots down.
        bits: rows of whole bytes, most significant bit left, 1 is black, padding bits are 0.
        is_whole: False for what was torn: the paper ended or the cover was opened in the middle of it.
        garbage: bytes that were no command and stand on it as signs without sense.
    """

    width_dots: int
    height_dots: int
    bits: bytes
    is_whole: bool = True
    garbage: int = 0

    @property
    def row_bytes(self) -> int:
        """Bytes per row."""
        return (self.width_dots + 7) // 8

    @property
    def sha256(self) -> str:
        """Hex digest over size and dots: two labels that look the same have the same one."""
        return hashlib.sha256(f"{self.width_dots}x{self.height_dots}:".encode() + self.bits).hexdigest()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was burnt."""
        return not any(self.bits)

    def cut_to(self, width_dots: int, height_dots: int) -> Picture:
        """The upper left part, white where it is larger than the paper."""
        canvas = Canvas(width_dots, height_dots)
        canvas.draw(0, 0, Dots(self.row_bytes, self.bits))
        return canvas.picture(is_whole=self.is_whole, garbage=self.garbage)

    def png(self) -> bytes:
        """The same dots as a PNG file, one bit each."""
        size = self.row_bytes
        light = self.bits.translate(_INVERTED)
        rows = b"".join(b"\0" + light[at : at + size] for at in range(0, len(light), size))
        head = struct.pack(">IIBBBBB", self.width_dots, self.height_dots, 1, 0, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


@dataclass(frozen=True, slots=True)
class Dots:
    """A block of dots on its way to the paper: bytes per row, and rows of whole bytes in which 1 is black."""

    row_bytes: int
    bits: bytes

    @property
    def rows(self) -> int:
        """Rows, a last short one included."""
        return -(-len(self.bits) // self.row_bytes) if self.row_bytes else 0

    def row(self, index: int) -> int:
        """One row as a number of ``row_bytes * 8`` bits."""
        row = self.bits[index * self.row_bytes : (index + 1) * self.row_bytes]
        return int.from_bytes(row.ljust(self.row_bytes, b"\0"), "big")


class Canvas:
    """The image memory of a printer: what is drawn beyond its edges is lost, as on paper."""

    def __init__(self, width_dots: int, height_dots: int) -> None:
        self.width_dots = width_dots
        self.height_dots = height_dots
        self._size = (width_dots + 7) // 8 * 8
        self._inside = ((1 << width_dots) - 1) << (self._size - width_dots)
        self._rows = [0] * height_dots

    def draw(self, x: int, y: int, dots: Dots, *, overwrite: bool = False) -> None:
        """Put a block of dots with its upper left corner at a place; ``overwrite`` makes its white dots white."""
        width = dots.row_bytes * 8
        shift = self._size - x - width
        covered = self._inside & _shifted((1 << width) - 1, shift)
        for index in range(max(0, -y), min(dots.rows, self.height_dots - y)):
            ink = _shifted(dots.row(index), shift) & self._inside
            below = self._rows[y + index]
            self._rows[y + index] = (below & ~covered if overwrite else below) | ink

    def fill(self, x: int, y: int, width: int, height: int) -> None:
        """Blacken a rectangle."""
        ink = _shifted((1 << max(0, width)) - 1, self._size - x - width) & self._inside
        for row in range(max(0, y), min(self.height_dots, y + height)):
            self._rows[row] |= ink

    def picture(self, *, rows: int | None = None, is_whole: bool = True, garbage: int = 0) -> Picture:
        """The paper with what is drawn; only the first ``rows`` where that is said."""
        kept = self._rows[:rows]
        bits = b"".join(row.to_bytes(self._size // 8, "big") for row in kept)
        return Picture(self.width_dots, len(kept), bits, is_whole, garbage)


def _shifted(value: int, left: int) -> int:
    return value << left if left >= 0 else value >> -left


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
