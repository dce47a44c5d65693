"""What receipts on a roll of 80 mm are made of. The head reaches 72 mm; the page is that wide and as long as its texts.

Nothing is refused for want of room: a text goes on in a further line, and only a word wider than the roll is set smaller.
This module must not know any document.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from kt1desk.printing.fonts import Face, width_mm
from kt1desk.printing.layout import Align, Box, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import TRIAL_TEXT
from kt1desk.printing.templates.flow import Column, Style, lines_mm

PAGE_MM = 72.0
"""576 dots at 203 dpi less one: the width of the head of printers for 80 mm."""
LEFT, WIDTH = 1.5, 69.0
_MARGIN_MM = 1.0
_TOP = 2.0
_END_MM = 3.0
MANY = 60
"""Lines that no text reaches."""
_CAPTION_MM = 24.0
_AMOUNT_AIR_MM = 0.6
_MOST_AMOUNT_MM = 34.0
CAPTION = Style(8, Face.REGULAR)
PLAIN = Style(8.5)
STRONG = Style(9, Face.SEMIBOLD)


class Strip:
    """A receipt that grows downwards."""

    def __init__(self) -> None:
        self.column = Column(LEFT, WIDTH, _TOP)

    def say(self, field: str, text: str, style: Style = PLAIN) -> None:
        """A text from edge to edge; "" takes no room."""
        self.column.say(field, text, style, MANY)

    def gap(self, height_mm: float = 1.0) -> None:
        """Leave some room."""
        self.column.gap(height_mm)

    def rule(self, thick_mm: float = 0.25) -> None:
        """A line from edge to edge."""
        self.column.rule(thick_mm)

    def beside(self, left: Column, right: Column) -> None:
        """Two columns that begin here, see `columns`."""
        self.column.elements += [*left.elements, *right.elements]
        self.column.bottom_mm = max(left.bottom_mm, right.bottom_mm)

    def columns(self, right_mm: float) -> tuple[Column, Column]:
        """Two columns from here on; the right one is so wide."""
        top = self.column.bottom_mm
        left = Column(LEFT, WIDTH - right_mm - 1.5, top)
        return left, Column(LEFT + WIDTH - right_mm, right_mm, top)

    def fact(self, field: str, caption: str, text: str, style: Style = STRONG) -> None:
        """A caption on the left and what is said on the right; "" takes no room."""
        if text:
            left, right = self.columns(WIDTH - _CAPTION_MM - 1.5)
            left.gap((style.pt - CAPTION.pt) * 0.43)  # both stand on one line
            left.say("caption", caption, CAPTION, MANY)
            right.say(field, text, style, MANY)
            self.beside(left, right)

    def money(self, name: tuple[str, str], amount: tuple[str, str], style: Style = PLAIN) -> None:
        """A name on the left, its sum flush right; each as field and text. The name has what the sum leaves."""
        width = width_mm(amount[1], style.face, style.pt) + _AMOUNT_AIR_MM
        left, right = self.columns(min(width, _MOST_AMOUNT_MM))
        left.say(*name, style, MANY)
        right.say(*amount, Style(style.pt, style.face, Align.RIGHT), MANY)
        self.beside(left, right)

    def band(self, field: str, text: str, pt: float = 12) -> None:
        """White on black from edge to edge; "" takes no room."""
        if text:
            self._band(Rect(LEFT, self.column.bottom_mm + 0.4, WIDTH, lines_mm(pt) + 1.2), field, text, pt)

    def marks(self, letter: str, urgency: str) -> None:
        """The letter in its square and the urgency beside it, as on the label."""
        if not letter:
            self.band("urgency", urgency)
            return
        top, side = self.column.bottom_mm + 0.4, 9.5
        square = Rect(LEFT, top, side, side)
        inner = square.shrunk(0.8)
        self.column.elements += [
            Box(square, 0.6),
            Text("letter", inner, letter, 19, Face.BOLD, Align.CENTRE, middle=True, flat=True),
        ]
        if urgency:
            self._band(Rect(LEFT + side + 1.5, top, WIDTH - side - 1.5, side), "urgency", urgency, 15)
        else:
            self.column.bottom_mm = square.bottom + 0.4

    def _band(self, box: Rect, field: str, text: str, pt: float) -> None:
        inner = Rect(box.x + 1, box.y, box.w - 2, box.h)
        white = Text(field, inner, text, pt, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
        self.column.elements += [Box(box, filled=True), white]
        self.column.bottom_mm = box.bottom + 0.4

    def add(self, elements: Iterable[Element], height_mm: float) -> None:
        """Something drawn elsewhere, as if at the top of a page, and the height it takes."""
        self.column.elements += elements
        self.column.gap(height_mm)

    @property
    def bottom_mm(self) -> float:
        """Where the next part begins."""
        return self.column.bottom_mm

    def page(self, *, trial: bool) -> Page:
        """The page: whole millimetres long, marked at its end where no real desk accepts it."""
        if trial:
            self.band("trial", TRIAL_TEXT, 10)
        height = math.ceil(self.column.bottom_mm + _END_MM)
        return Page(PAGE_MM, height, _MARGIN_MM, tuple(self.column.elements), "KT1")


def dashes(strip: Strip) -> None:
    """A broken line: where one part of a receipt ends."""
    top = strip.bottom_mm + 0.8
    lines = [Line(Rect(LEFT + at * 3.0, top, 1.8, 0.25)) for at in range(23)]
    strip.add(lines, 1.8)
