"""A document: one or several liên, each a sequence of pages, and the sheets they are printed on.

A liên is laid out once, on A5 upright. Which paper lies in the printer decides what becomes of it: sheets of A5, or A4 across with two
liên beside each other and a line to cut along. This module must not know what stands on a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.printing.layout import Line, Page, Rect, moved

A4_SHORT_MM, A4_LONG_MM = 210.0, 297.0
_A5_WIDTH_MM, _A5_HEIGHT_MM = 148.0, 210.0
_DASH_MM, _DASH_GAP_MM, _DASH_THICK_MM = 2.0, 2.0, 0.15
_CUT_MARGIN_MM = 5.0


@dataclass(frozen=True, slots=True)
class Document:
    """What one print job puts on paper.

    Attributes:
        parts: the liên; all have the same number of pages. A label has one of one page.
    """

    parts: tuple[tuple[Page, ...], ...]

    @classmethod
    def of_page(cls, page: Page) -> Document:
        """A document of a single page."""
        return cls(((page,),))

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, one liên after the other."""
        return tuple(page for part in self.parts for page in part)

    def sheets(self, width_mm: float, height_mm: float) -> tuple[Page, ...]:
        """The sheets for a printer with this paper: the pages themselves, or A5 pages two by two where it holds A4.

        The same page of two liên stands on one sheet, so a cut gives two whole piles. A liên alone is cut off the left half.
        """
        if not is_a4(width_mm, height_mm) or not all(_is_a5(page) for page in self.pages):
            return self.pages
        made: list[Page] = []
        for at in range(0, len(self.parts), 2):
            pair = self.parts[at : at + 2]
            made += [_across(beside) for beside in zip(*pair, strict=True)]
        return tuple(made)


def is_a4(width_mm: float, height_mm: float) -> bool:
    """Whether a stock is A4, however it lies in the printer."""
    return sorted((width_mm, height_mm)) == [A4_SHORT_MM, A4_LONG_MM]


def _is_a5(page: Page) -> bool:
    return (page.width_mm, page.height_mm) == (_A5_WIDTH_MM, _A5_HEIGHT_MM)


def _across(beside: tuple[Page, ...]) -> Page:
    """One or two A5 pages on A4 across: each flush with its outer edge, the millimetre left over lies at the cut."""
    first = beside[0]
    elements = [*first.elements, *_cut_line()]
    for page in beside[1:]:
        elements += [moved(element, A4_LONG_MM - page.width_mm, 0) for element in page.elements]
    return Page(A4_LONG_MM, A4_SHORT_MM, first.margin_mm, tuple(elements), first.title)


def _cut_line() -> Iterator[Line]:
    top = _CUT_MARGIN_MM
    while top + _DASH_MM <= A4_SHORT_MM - _CUT_MARGIN_MM:
        yield Line(Rect((A4_LONG_MM - _DASH_THICK_MM) / 2, top, _DASH_THICK_MM, _DASH_MM))
        top += _DASH_MM + _DASH_GAP_MM
