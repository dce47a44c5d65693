"""A picture cut into tiles: only where there is ink, none so large that a printer waits long for its end, none with dangerous bytes.

For the languages that put bitmaps anywhere on a label (TSPL, EPL, CPCL). This module must not know any of their commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.raster import Raster

MAX_BYTES = 8192
"""Of one tile. A printer left in the middle of one waits for its rest, so that much has to be filled up to wake it: 0.7 s at 115200 baud,
where a whole label takes 4 s and at 300 dpi 11 s."""
FILL = b"\0" * (MAX_BYTES + 64)
"""Ends any tile a printer still waits for; between commands NULs are ignored."""
AS_IT_IS = bytes(range(256))
"""For languages in which 1 is black, as in the raster."""
INVERTED = bytes(255 - value for value in range(256))
"""For languages in which 0 is black; the padding of a row becomes white as well."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Part of the picture: left edge in bytes, upper edge in dots, and its rows (1 is black)."""

    left: int
    top: int
    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        """Bytes per row."""
        return len(self.rows[0])

    def data(self, colours: bytes) -> bytes:
        """The bytes of the bitmap: `AS_IT_IS` or `INVERTED`."""
        return b"".join(self.rows).translate(colours)

    def at_column(self, cut: int) -> tuple[Tile, Tile]:
        """The bytes left of a column, and the others."""
        left = Tile(self.left, self.top, tuple(row[:cut] for row in self.rows))
        return left, Tile(self.left + cut, self.top, tuple(row[cut:] for row in self.rows))

    def at_row(self, cut: int) -> tuple[Tile, Tile]:
        """The rows above, and the others."""
        return Tile(self.left, self.top, self.rows[:cut]), Tile(self.left, self.top + cut, self.rows[cut:])


def rows_of(raster: Raster) -> tuple[bytes, ...]:
    """The rows of a picture, whole bytes each."""
    size = raster.row_bytes
    return tuple(raster.bits[at : at + size] for at in range(0, len(raster.bits), size))


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


def tight(tile: Tile, command_bytes: int, is_new: bool = True) -> Iterator[Tile]:
    """Cut a picture along its blank rows, each part along its blank columns, and so on, as long as it pays.

    Args:
        tile: the whole picture.
        command_bytes: what one more bitmap command costs; a blank strip is left out when it is larger.
        is_new: whether nothing has been cut off yet.
    """
    worth = -(-command_bytes // tile.width)
    bands = _stretches([any(row) for row in tile.rows], worth)
    for top, bottom in bands:
        band = tile.rows[top:bottom]
        worth = -(-command_bytes // len(band))
        parts = _stretches(_used_columns(band), worth)
        for left, right in parts:
            cut = Tile(tile.left + left, tile.top + top, tuple(row[left:right] for row in band))
            if is_new or len(bands) > 1 or len(parts) > 1:
                yield from tight(cut, command_bytes, is_new=False)
            else:
                yield cut


def _short(tile: Tile) -> Iterator[Tile]:
    """The tile in bands that a printer never waits long for."""
    rows = max(1, MAX_BYTES // tile.width)
    for top in range(0, len(tile.rows), rows):
        yield Tile(tile.left, tile.top + top, tile.rows[top : top + rows])


def safe(tiles: Iterable[Tile], colours: bytes) -> Iterator[Tile]:
    """The same picture in tiles that are short and hold no dangerous bytes as they are sent.

    Two such bytes are parted by a cut between them; between two tiles stands the head of a command.
    """
    waiting = [short for tile in tiles for short in _short(tile)][::-1]
    while waiting:
        tile = waiting.pop()
        at = dangerous_at(tile.data(colours))
        if at < 0:
            yield tile
            continue
        row, column = divmod(at, tile.width)
        at_edge = column + 1 == tile.width
        waiting += reversed(tile.at_row(row + 1) if at_edge else tile.at_column(column + 1))
