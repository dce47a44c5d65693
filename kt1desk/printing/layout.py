"""A page as data: what stands where, in millimetres, before any dot or point exists.

Every output (raster, PDF, preview) is drawn from the same `Page`, and every text is fitted once, with the same result
at every resolution. The origin is the top left corner, x to the right, y down. This module draws nothing and must not
know templates or printers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kt1desk.domain.reporting.chart_parts import Bar, Stroke
from kt1desk.printing.barcodes import (
    code128_modules,
    data_matrix,
    data_matrix_modules,
    module_dots,
    qr_dots,
    qr_matrix,
    qr_modules,
    x_dots,
)
from kt1desk.printing.fit import Fitted, Room, fit_text
from kt1desk.printing.fonts import MM_PER_INCH, Face

CODE128_QUIET_MODULES = 10
"""GS1 General Specifications 5.4.4.2: at least 10 X on either side."""
DATA_MATRIX_QUIET_MODULES = 1
"""ISO/IEC 16022: one module on all four sides."""
QR_QUIET_MODULES = 4
"""ISO/IEC 18004: four modules on all four sides."""
SUPPORTED_DPI = (203, 300, 600)
TOUCH_MM = 0.001
"""Edges closer than this are the same edge."""


class Align(StrEnum):
    """Where a line stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in mm: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right edge in mm."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Lower edge in mm."""
        return self.y + self.h

    def shrunk(self, by_mm: float) -> "Rect":
        """The same box smaller on all four sides."""
        return Rect(self.x + by_mm, self.y + by_mm, self.w - 2 * by_mm, self.h - 2 * by_mm)

    def holds(self, other: "Rect") -> bool:
        """Whether ``other`` lies within this box."""
        return (
            other.x >= self.x - TOUCH_MM
            and other.y >= self.y - TOUCH_MM
            and other.right <= self.right + TOUCH_MM
            and other.bottom <= self.bottom + TOUCH_MM
        )

    def meets(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - TOUCH_MM
            and other.x < self.right - TOUCH_MM
            and self.y < other.bottom - TOUCH_MM
            and other.y < self.bottom - TOUCH_MM
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a box; wrapped, then condensed, then shrunk to 7 pt, then refused by the name of the field.

    Attributes:
        field: name of the value it shows, for the refusal.
        box: the text never leaves it.
        text: what it says; normalised to NFC when fitted.
        pt: size in points to begin with.
        face: typeface to begin with.
        align: where each line stands.
        max_lines: lines allowed, as far as the box is high enough.
        middle: centred vertically in the box, else at its top.
        inverse: white, for a filled box behind it.
        flat: figures and capitals without marks need less height; other letters make it an ordinary text.
    """

    field: str
    box: Rect
    text: str
    pt: float
    face: Face = Face.MEDIUM
    align: Align = Align.LEFT
    max_lines: int = 1
    middle: bool = False
    inverse: bool = False
    flat: bool = False

    def fitted(self) -> Fitted:
        """The lines, face and size it is printed with.

        Raises:
            DeskError: ``paper.text_does_not_fit`` or ``paper.character_not_printable`` with the field.
        """
        room = Room(self.box.w, self.box.h, self.max_lines, self.flat, self.align is Align.CENTRE)
        return fit_text(self.field, self.text, self.face, self.pt, room)

    def within(self, box: Rect) -> "Text":
        """The same text in another box: `replace` takes four times as long, and a page moves hundreds of texts."""
        return Text(
            self.field,
            box,
            self.text,
            self.pt,
            self.face,
            self.align,
            self.max_lines,
            self.middle,
            self.inverse,
            self.flat,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A rule: a filled box, thin in one direction. Rules may meet each other."""

    box: Rect


@dataclass(frozen=True, slots=True)
class Box:
    """A frame, or a filled area for inverse text."""

    box: Rect
    stroke_mm: float = 0.25
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Code128:
    """A Code 128 symbol, centred in a box that includes its quiet zones.

    ``dots_per_module`` overrides the width for the resolution; only the test page does that.
    """

    field: str
    box: Rect
    value: str
    dots_per_module: int = 0

    @property
    def payload(self) -> bytes:
        """What a scanner reads."""
        return self.value.encode("ascii")

    def module_dots(self, dpi: int) -> int:
        """Dots per module X at a resolution."""
        return self.dots_per_module or x_dots(dpi)

    def reserved_mm(self, dpi: int) -> tuple[float, float]:
        """Width with quiet zones, and the height: what the box must hold."""
        modules = len(code128_modules(self.value)) + 2 * CODE128_QUIET_MODULES
        return modules * self.module_dots(dpi) * MM_PER_INCH / dpi, self.box.h


@dataclass(frozen=True, slots=True)
class DataMatrix:
    """A square DataMatrix, centred in a box that includes its quiet zone.

    ``fine`` gives it modules as wide as those of bars, where there is no room for half a millimetre each.
    """

    field: str
    box: Rect
    value: str
    fine: bool = False

    @property
    def payload(self) -> bytes:
        """What a scanner reads."""
        return self.value.encode("ascii")

    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The modules, 1 for dark, without quiet zone."""
        return data_matrix(self.value)

    def module_dots(self, dpi: int) -> int:
        """Dots per module at a resolution."""
        return x_dots(dpi) if self.fine else module_dots(dpi)

    def reserved_mm(self, dpi: int) -> tuple[float, float]:
        """Width and height with quiet zone."""
        modules = data_matrix_modules(self.value) + 2 * DATA_MATRIX_QUIET_MODULES
        return _square_mm(modules, self.module_dots(dpi), dpi)


@dataclass(frozen=True, slots=True)
class QR:
    """A QR symbol at level M that carries bytes, centred in a box that includes its quiet zone."""

    field: str
    box: Rect
    payload: bytes

    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The modules, 1 for dark, without quiet zone."""
        return qr_matrix(self.payload)

    def module_dots(self, dpi: int) -> int:
        """Dots per module at a resolution."""
        return qr_dots(dpi)

    def reserved_mm(self, dpi: int) -> tuple[float, float]:
        """Width and height with quiet zone."""
        modules = qr_modules(self.payload) + 2 * QR_QUIET_MODULES
        return _square_mm(modules, self.module_dots(dpi), dpi)


def _square_mm(modules: int, dots_each: int, dpi: int) -> tuple[float, float]:
    side = modules * dots_each * MM_PER_INCH / dpi
    return side, side


@dataclass(frozen=True, slots=True)
class Ink:
    """Bars and strokes of a chart in mm from the upper left corner of their box; texts may stand where they leave room."""

    box: Rect
    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...]


Element = Text | Line | Box | Ink | Code128 | DataMatrix | QR
Symbol = Code128 | DataMatrix | QR
Matrix = DataMatrix | QR


def moved(element: Element, right_mm: float, down_mm: float) -> Element:
    """The same element elsewhere on the page."""
    if not right_mm and not down_mm:
        return element
    box = Rect(element.box.x + right_mm, element.box.y + down_mm, element.box.w, element.box.h)
    if isinstance(element, Text):
        return element.within(box)
    return Line(box) if isinstance(element, Line) else replace(element, box=box)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet or label.

    Attributes:
        width_mm: width of the stock.
        height_mm: height of the stock.
        margin_mm: strip along the edges a printer may not reach.
        elements: what stands on it, back to front.
        title: neutral name of the document; ends up in spools and PDF headers, so it names nobody.
    """

    width_mm: float
    height_mm: float
    margin_mm: float
    elements: tuple[Element, ...]
    title: str

    @property
    def printable(self) -> Rect:
        """The area inside the margins."""
        return Rect(0, 0, self.width_mm, self.height_mm).shrunk(self.margin_mm)

    def symbols(self) -> Iterator[Symbol]:
        """The barcodes, in the order of the page."""
        return (element for element in self.elements if isinstance(element, Symbol))

    def texts(self) -> Iterator[Text]:
        """The texts, in the order of the page."""
        return (element for element in self.elements if isinstance(element, Text))
