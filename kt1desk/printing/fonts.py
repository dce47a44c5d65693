"""The typefaces of the paper: which file, how wide, how high, and which letters they have.

One place loads them, for the raster (Pillow, FreeType without a layout engine, so that the dots are the same on every
system) and for the PDF (reportlab, embedded as a subset). It must not know layouts.
"""

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT_DIRECTORY: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
MM_PER_INCH: Final = 25.4
POINTS_PER_INCH: Final = 72.0
MM_PER_POINT: Final = MM_PER_INCH / POINTS_PER_INCH
MEASURED_DPI: Final = (203, 300)
"""Resolutions at which hinting rounds the advances: a text must fit at each of them and unrounded."""
_NOT_SHOWN = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Mc", "Zl", "Zp"}


class Face(StrEnum):
    """A typeface by the name of its file; the value is also its name inside a PDF."""

    REGULAR = "KT1Sans-Regular"
    MEDIUM = "KT1Sans-Medium"
    SEMIBOLD = "KT1Sans-SemiBold"
    BOLD = "KT1Sans-Bold"
    CONDENSED = "IBMPlexSansCondensed-Medium"


ASCENT_EM: Final = 1.23
"""Ink above the baseline: Ẳ carries two marks and rises higher than the font's own ascender says."""
DESCENT_EM: Final = 0.25
"""Ink below the baseline: ỵ, ặ, the bar."""
FLAT_ASCENT_EM: Final = 0.78
"""Ink above the baseline of figures and capitals without marks: item numbers may stand closer than words."""
FLAT_DESCENT_EM: Final = 0.04
FLAT_LETTERS: Final = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZ0123456789 .-:kt")
"""Capitals and figures of item numbers, and the small letters of an event's reference; none reaches below the line."""
LEADING_EM: Final = 1.3
"""Baseline to baseline. Below this, the mark under one line meets the marks above the next."""


@cache
def pdf_font(face: Face) -> TTFont:
    """The face for reportlab, registered once."""
    font = TTFont(face.value, str(FONT_DIRECTORY / f"{face.value}.ttf"))
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=256)
def raster_font(face: Face, size_px: float) -> ImageFont.FreeTypeFont:
    """The face for the raster at a size in dots per em."""
    path = str(FONT_DIRECTORY / f"{face.value}.ttf")
    return ImageFont.truetype(path, size_px, layout_engine=ImageFont.Layout.BASIC)


def size_px(pt: float, dpi: int) -> float:
    """Dots per em of a size in points."""
    return pt * dpi / POINTS_PER_INCH


def pdf_width_mm(text: str, face: Face, pt: float) -> float:
    """Width of one line in mm as a PDF shows it, advances not rounded."""
    pdf_font(face)
    return float(pdfmetrics.stringWidth(text, face.value, pt)) * MM_PER_POINT


@lru_cache(maxsize=65536)
def _advance_mm(letter: str, face: Face, pt: float) -> tuple[float, ...]:
    """Width of one letter; asking FreeType for it takes as long as adding up a whole word."""
    rounded = (
        raster_font(face, size_px(pt, dpi)).getlength(letter) * MM_PER_INCH / dpi for dpi in MEASURED_DPI
    )
    return (pdf_width_mm(letter, face, pt), *rounded)


@lru_cache(maxsize=32768)
def advances_mm(text: str, face: Face, pt: float) -> tuple[float, ...]:
    """Width of a text in mm in a PDF and at each of `MEASURED_DPI`.

    The faces are drawn without kerning, so widths add up (a test holds it): letters are measured once, and the words of addresses and
    lists of papers come again and again.
    """
    if not text:
        return (0.0,) * (1 + len(MEASURED_DPI))
    return tuple(map(sum, zip(*(_advance_mm(letter, face, pt) for letter in text), strict=True)))


def width_mm(text: str, face: Face, pt: float) -> float:
    """Width of one line in mm, the widest of every resolution it may be printed at."""
    return max(advances_mm(text, face, pt))


@cache
def _glyphs(face: Face) -> frozenset[int]:
    return frozenset(pdf_font(face).face.charToGlyph)


def can_show(text: str, face: Face) -> bool:
    """Whether every character has a glyph of its own; text in NFC.

    Combining marks are refused although the fonts have them: without a layout engine they would stand beside their
    letter (every Vietnamese letter has a composed form).
    """
    glyphs = _glyphs(face)
    return all(ord(ch) in glyphs and unicodedata.category(ch) not in _NOT_SHOWN for ch in text)
