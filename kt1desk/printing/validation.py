"""The proof that a page can be printed as it is: nothing clipped, nothing over something else, every quiet zone free.

This module must not know templates or printers.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.chart_parts import Area
from kt1desk.printing.layout import SUPPORTED_DPI, TOUCH_MM, Box, Element, Ink, Line, Page, Rect, Symbol, Text


def _name(element: Element) -> str:
    return getattr(element, "field", "") or type(element).__name__.lower()


def _may_overlap(back: Element, front: Element) -> bool:
    """A frame may stand around what comes after it, and rules may cross."""
    if isinstance(back, Line) and isinstance(front, Line):
        return True
    if isinstance(back, Ink):
        return isinstance(front, Text) and not _inked(back, front.box)
    if not isinstance(back, Box):
        return False
    if back.filled:
        return isinstance(front, Text) and front.inverse and back.box.holds(front.box)
    return back.box.shrunk(back.stroke_mm).holds(front.box)


def _inked(ink: Ink, box: Rect) -> bool:
    """Whether bars or strokes of a chart run through a box."""
    area = Area(box.x - ink.box.x, box.y - ink.box.y, box.w, box.h)
    return any(bar.area.meets(area) for bar in ink.bars) or any(
        stroke.crosses(area) for stroke in ink.strokes
    )


def _refuse_small_symbol(symbol: Symbol) -> None:
    for dpi in SUPPORTED_DPI:
        width, height = symbol.reserved_mm(dpi)
        if width > symbol.box.w + TOUCH_MM or height > symbol.box.h + TOUCH_MM:
            raise DeskError("paper.text_does_not_fit", symbol.field)


def _side_by_side(elements: tuple[Element, ...]) -> Iterator[tuple[Element, Element]]:
    """Every pair that shares some height, back and front: the others cannot meet, and a long list has thousands of them."""
    beside: list[tuple[float, int, Element]] = []
    downwards = sorted(
        ((element.box.y, index, element) for index, element in enumerate(elements)), key=_place
    )
    for top, index, element in downwards:
        beside = [other for other in beside if other[0] > top]
        for _, other_index, other in beside:
            yield (other, element) if other_index < index else (element, other)
        beside.append((element.box.bottom, index, element))


def _place(placed: tuple[float, int, Element]) -> tuple[float, int]:
    return placed[0], placed[1]


def validate(page: Page) -> None:
    """Prove that nothing is clipped, nothing overlaps and every quiet zone is free.

    Quiet zones are part of a symbol's box, so boxes that do not meet leave them free of ink.

    Raises:
        DeskError: ``paper.text_does_not_fit`` or ``paper.character_not_printable`` with the field of a value;
            ``paper.outside`` or ``paper.overlap`` for a mistake in a template, with the names of the elements.
    """
    printable = page.printable
    for element in page.elements:
        if not printable.holds(element.box):
            raise DeskError("paper.outside", _name(element))
        if isinstance(element, Text):
            element.fitted()
        elif isinstance(element, Symbol):
            _refuse_small_symbol(element)
    for back, front in _side_by_side(page.elements):
        if back.box.meets(front.box) and not _may_overlap(back, front):
            raise DeskError("paper.overlap", _name(front), other=_name(back))
