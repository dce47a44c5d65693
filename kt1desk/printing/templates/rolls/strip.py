"""What receipts on a roll of 80 mm are made of. The head reaches 72 mm; the page is that wide and as long as its texts.

Nothing is refused for want of room: a text goes on in a further line, and only a word wider than the roll is set smaller.
This module must not know any document.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kt1desk.printing.fonts import Face, width_mm
from kt1desk.printing.layout import Align, Box, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash, grouped_number
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
_BARS_MM = 67.2
_SIGNING_MM = 14.0
CAPTION = Style(8, Face.REGULAR)
PLAIN = Style(8.5)
STRONG = Style(9, Face.SEMIBOLD)
SIGN_HERE = "(ký, ghi rõ họ tên)"


class Strip:
    """A receipt that grows downwards."""

    def __init__(self) -> None:
        self._column = Column(LEFT, WIDTH, _TOP)

    def say(self, field: str, text: str, style: Style = PLAIN) -> None:
        """A text from edge to edge; "" takes no room."""
        self._column.say(field, text, style, MANY)

    def gap(self, height_mm: float = 1.0) -> None:
        """Leave some room."""
        self._column.gap(height_mm)

    def rule(self, thick_mm: float = 0.25) -> None:
        """A line from edge to edge."""
        self._column.rule(thick_mm)

    def beside(self, left: Column, right: Column) -> None:
        """Two columns that begin here, see `columns`."""
        self._column.elements += [*left.elements, *right.elements]
        self._column.bottom_mm = max(left.bottom_mm, right.bottom_mm)

    def columns(self, right_mm: float) -> tuple[Column, Column]:
        """Two columns from here on; the right one is so wide."""
        top = self._column.bottom_mm
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

    def bars(self, field: str, number: str) -> None:
        """The number to scan, with its quiet zones, and below it as people read it."""
        column = self._column
        column.gap(0.8)
        box = Rect((PAGE_MM - _BARS_MM) / 2, column.bottom_mm, _BARS_MM, 12.8)
        column.elements.append(Code128(field, box, number))
        column.gap(box.h + 0.7)
        shown = Rect(LEFT, column.bottom_mm, WIDTH, 4.6)
        text = Text(field, shown, grouped_number(number), 13, Face.BOLD, Align.CENTRE, flat=True)
        column.elements.append(text)
        column.gap(shown.h + 0.8)

    def band(self, field: str, text: str, pt: float = 12) -> None:
        """White on black from edge to edge; "" takes no room."""
        if text:
            self._band(Rect(LEFT, self._column.bottom_mm + 0.4, WIDTH, lines_mm(pt) + 1.2), field, text, pt)

    def marks(self, letter: str, urgency: str) -> None:
        """The letter in its square and the urgency beside it, as on the label."""
        if not letter:
            self.band("urgency", urgency)
            return
        top, side = self._column.bottom_mm + 0.4, 9.5
        square = Rect(LEFT, top, side, side)
        inner = square.shrunk(0.8)
        self._column.elements += [
            Box(square, 0.6),
            Text("letter", inner, letter, 19, Face.BOLD, Align.CENTRE, middle=True, flat=True),
        ]
        if urgency:
            self._band(Rect(LEFT + side + 1.5, top, WIDTH - side - 1.5, side), "urgency", urgency, 15)
        else:
            self._column.bottom_mm = square.bottom + 0.4

    def _band(self, box: Rect, field: str, text: str, pt: float) -> None:
        inner = Rect(box.x + 1, box.y, box.w - 2, box.h)
        white = Text(field, inner, text, pt, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
        self._column.elements += [Box(box, filled=True), white]
        self._column.bottom_mm = box.bottom + 0.4

    def signatures(self, signers: Sequence[tuple[str, str, str]]) -> None:
        """Places to sign beside each other, each given as role, field and name."""
        width = (WIDTH - 2) / len(signers)
        top = self._column.bottom_mm + 1.5
        bottom = top
        for at, (role, field, name) in enumerate(signers):
            column = Column(LEFT + at * (width + 2 / max(1, len(signers) - 1)), width, top)
            column.say("caption", role, Style(8.5, Face.BOLD, Align.CENTRE), MANY)
            column.say("caption", SIGN_HERE, Style(8, Face.REGULAR, Align.CENTRE), MANY)
            column.gap(_SIGNING_MM)
            column.say(field, name, Style(8.5, Face.SEMIBOLD, Align.CENTRE), MANY)
            self._column.elements += column.elements
            bottom = max(bottom, column.bottom_mm)
        self._column.bottom_mm = bottom + 1

    def proof(self, number: str, event_ref: str, event_hash: str) -> None:
        """The matrix, and beside it the reference of the event and the digits of its hash."""
        column = self._column
        column.rule(0.3)
        top = column.bottom_mm
        column.elements.append(
            DataMatrix("event_ref", Rect(LEFT - 0.5, top, 14, 14), f"{number} {event_ref}")
        )
        beside = Column(LEFT + 15, WIDTH - 15, top + 0.4)
        beside.say("caption", "Số ghi trong nhật ký · mã đối chiếu", CAPTION)
        beside.say("event_ref", event_ref, STRONG)
        beside.say("event_hash", grouped_hash(event_hash), STRONG)
        column.elements += beside.elements
        column.bottom_mm = max(top + 14, beside.bottom_mm) + 0.6

    def add(self, elements: Iterable[Element], height_mm: float) -> None:
        """Something drawn elsewhere, as if at the top of a page, and the height it takes."""
        self._column.elements += elements
        self._column.gap(height_mm)

    @property
    def bottom_mm(self) -> float:
        """Where the next part begins."""
        return self._column.bottom_mm

    def page(self, *, trial: bool) -> Page:
        """The page: whole millimetres long, marked at its end where no real desk accepts it."""
        if trial:
            self.band("trial", TRIAL_TEXT, 10)
        height = math.ceil(self._column.bottom_mm + _END_MM)
        return Page(PAGE_MM, height, _MARGIN_MM, tuple(self._column.elements), "KT1")


def dashes(strip: Strip) -> None:
    """A broken line: where one part of a receipt ends."""
    top = strip.bottom_mm + 0.8
    lines = [Line(Rect(LEFT + at * 3.0, top, 1.8, 0.25)) for at in range(23)]
    strip.add(lines, 1.8)
