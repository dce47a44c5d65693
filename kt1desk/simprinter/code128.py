"""Code 128 as a printer draws it: table and choice of sets as in ISO/IEC 15417 (annex E), written from the standard."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kt1desk.simprinter.picture import Canvas

_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"
    "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"
    "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"
    "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"
    "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
    "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232"
)
"""Bars and spaces of each symbol character, six digits each, in modules."""
_STOP = "2331112"
_START_B, _START_C = 104, 105
_CODE_B, _CODE_C = 100, 99
_CHECK = 103


@dataclass(frozen=True, slots=True)
class Bars:
    """Where a symbol stands: left edge of the first bar, upper edge, height and width of a module, in dots."""

    x: int
    y: int
    height: int
    module: int


def draw(canvas: Canvas, place: Bars, text: str) -> None:
    """Draw a symbol.

    Raises:
        ValueError: a sign outside of set B.
    """
    x = place.x
    for index, width in enumerate(widths(text)):
        if index % 2 == 0:
            canvas.fill(x, place.y, width * place.module, place.height)
        x += width * place.module


def widths(text: str) -> list[int]:
    """Widths of bars and spaces in turn, beginning with a bar, in modules.

    Raises:
        ValueError: a sign outside of set B.
    """
    values = symbol_values(text)
    check = (values[0] + sum(place * value for place, value in enumerate(values))) % _CHECK
    return [
        int(width)
        for width in "".join(_WIDTHS[value * 6 : value * 6 + 6] for value in [*values, check]) + _STOP
    ]


def symbol_values(text: str) -> list[int]:
    """Start, data and changes of set, without check and stop."""
    if not text or any(not " " <= sign <= "\x7f" for sign in text):
        raise ValueError(text)
    values: list[int] = []
    is_pairs = False
    for run in re.findall(r"\d+|\D+", text):
        at = 0
        long_enough = 2 if run == text else 4
        if run.isdigit() and len(run) >= long_enough:
            # An odd digit stands before the change to pairs: behind letters, and where the text begins.
            odd = len(run) % 2
            if odd:
                values += [*_change(values, is_pairs, to_pairs=False), ord(run[0]) - 32]
                is_pairs, at = False, 1
            values += _change(values, is_pairs, to_pairs=True)
            values += [int(run[pair : pair + 2]) for pair in range(at, len(run), 2)]
            is_pairs = True
            continue
        values += _change(values, is_pairs, to_pairs=False) + [ord(sign) - 32 for sign in run]
        is_pairs = False
    return values


def _change(values: list[int], is_pairs: bool, *, to_pairs: bool) -> list[int]:
    if not values:
        return [_START_C if to_pairs else _START_B]
    if is_pairs == to_pairs:
        return []
    return [_CODE_C if to_pairs else _CODE_B]
