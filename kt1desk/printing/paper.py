"""The kinds of paper a layout is made for. A layout made for one is never squeezed onto another: there it would lose its codes."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Paper(StrEnum):
    """What lies in a printer, as far as layouts differ."""

    USUAL = "usual"
    """What a template was first made for: labels of 100 × 60 mm, sheets of A5 and A4."""
    LABEL_100_75 = "label_100_75"
    LABEL_80_50 = "label_80_50"
    ROLL_80 = "roll_80"
    """A roll of 80 mm with 72 mm to print on, as long as the text is."""


ROLL_WIDTH_MM = 80
_OF_SIZE = MappingProxyType(
    {(100, 75): Paper.LABEL_100_75, (80, 50): Paper.LABEL_80_50, (ROLL_WIDTH_MM, 0): Paper.ROLL_80}
)


def paper_of(width_mm: int, height_mm: int) -> Paper:
    """The kind of a stock; a height of 0 is a roll."""
    return _OF_SIZE.get((width_mm, height_mm), Paper.USUAL)
