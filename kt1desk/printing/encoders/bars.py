"""Rows of a tile that are all alike (barcodes, rules, frames) as filled rectangles instead of dots.

For the languages that draw a rectangle to the dot (TSPL ``BAR``, EPL ``LO``). Nothing is known of what the picture shows: the dots
decide, so what is printed is what was read back before it was sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kt1desk.printing.encoders.tiles import Tile


@dataclass(frozen=True, slots=True)
class Bar:
    """A black rectangle, in dots."""

    x: int
    y: int
    width: int
    height: int


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Stretches of black dots: first dot and length."""
    at = 0
    for dot, group in groupby(f"{int.from_bytes(row, 'big'):0{len(row) * 8}b}"):
        length = len(list(group))
        if dot == "1":
            yield at, length
        at += length


def drawn(tile: Tile, bar_bytes: int, bitmap_bytes: int) -> tuple[list[Bar], list[Tile]]:
    """What of a tile is cheaper as rectangles, and the rest of it.

    Args:
        tile: part of the picture.
        bar_bytes: what one rectangle costs.
        bitmap_bytes: what the head of one more bitmap costs.
    """
    bars: list[Bar] = []
    rest: list[tuple[int, list[bytes]]] = []
    at, is_new = tile.top, True
    for row, group in groupby(tile.rows):
        count = len(list(group))
        runs = list(_runs(row)) if tile.width * count > bar_bytes + bitmap_bytes else []
        if runs and len(runs) * bar_bytes + bitmap_bytes < tile.width * count:
            bars += [Bar(tile.left * 8 + first, at, length, count) for first, length in runs]
            is_new = True
        elif is_new:
            rest.append((at, [row] * count))
            is_new = False
        else:
            rest[-1][1].extend([row] * count)
        at += count
    return bars, [Tile(tile.left, top, tuple(rows)) for top, rows in rest]
