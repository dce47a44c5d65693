"""A page as black and white dots: what a thermal head burns, what the preview shows and what is decoded before sending.

The same page gives the same dots on every system (Pillow and FreeType pinned, no layout engine, threshold 128), so a
digest names a picture for ever. Barcodes are drawn in whole dots straight from their modules, never scaled.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PIL import Image, ImageDraw

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.chart_parts import Area, Bar, Pattern, Stroke, hatching
from kt1desk.printing.barcodes import code128_modules, module_dots, runs
from kt1desk.printing.fonts import MM_PER_INCH, Face, raster_font, size_px
from kt1desk.printing.layout import QR, Align, Box, Code128, DataMatrix, Ink, Line, Matrix, Page, Rect, Text

_BLACK = 255
"""The canvas holds ink, not light: 0 is paper."""
_THRESHOLD = 128
STROKE_MM, FRAME_MM, THIN_MM, HATCH_MM, PITCH_MM = 0.35, 0.22, 0.15, 0.15, 1.1
"""Of charts: lines of values, frames of bars, axes, hatching and how far apart it stands; all are told apart at 203 dpi."""
_INK = bytes(255 if level >= _THRESHOLD else 0 for level in range(256))


@dataclass(frozen=True)
class Raster:
    """A 1-bit picture.

    Attributes:
        width_dots: dots across.
        height_dots: dots down.
        dpi: resolution it was made for.
        bits: rows of whole bytes, most significant bit left, 1 is black, padding bits are 0.
    """

    width_dots: int
    height_dots: int
    dpi: int
    bits: bytes

    def __post_init__(self) -> None:
        """Refuse a picture whose bytes do not match its size."""
        if len(self.bits) != self.row_bytes * self.height_dots:
            raise DeskError("paper.raster_size", "bits")

    @property
    def row_bytes(self) -> int:
        """Bytes per row."""
        return (self.width_dots + 7) // 8

    @cached_property
    def sha256(self) -> str:
        """Hex digest over size, resolution and dots."""
        head = f"{self.width_dots}x{self.height_dots}@{self.dpi}:".encode()
        return hashlib.sha256(head + self.bits).hexdigest()

    def image(self) -> Image.Image:
        """The picture as Pillow shows it: mode 1, black ink on white."""
        size = (self.width_dots, self.height_dots)
        return Image.frombytes("1", size, self.bits, "raw", "1;I")


def framed(box: Rect, bar: Bar) -> tuple[Rect, Area]:
    """A bar at its place on the page, and what its frame leaves for its pattern."""
    whole = Rect(box.x + bar.area.x, box.y + bar.area.y, bar.area.w, bar.area.h)
    inner = whole.shrunk(FRAME_MM)
    return whole, Area(inner.x, inner.y, inner.w, inner.h)


def dots(mm: float, dpi: int) -> int:
    """The whole dot nearest to a length in mm."""
    return round(mm * dpi / MM_PER_INCH)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bars of a Code 128 symbol stand, in dots: without quiet zones."""

    left: int
    top: int
    width: int
    height: int
    module: int


def place_of(symbol: Code128, dpi: int) -> Place:
    """Bars of whole dots, centred in the symbol's box."""
    module = symbol.module_dots(dpi)
    width = len(code128_modules(symbol.value)) * module
    top = dots(symbol.box.y, dpi)
    left = dots(symbol.box.x + symbol.box.w / 2, dpi) - width // 2
    return Place(left, top, width, dots(symbol.box.bottom, dpi) - top, module)


@lru_cache(maxsize=1024)
def _line_ink(text: str, face: Face, pt: float, dpi: int) -> tuple[Image.Image, int, int, float]:
    """One line as black or white ink: mask, its offset from (pen, baseline), advance in dots.

    Cached, because most lines of a form are the same on every copy.
    """
    font = raster_font(face, size_px(pt, dpi))
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text, anchor="ls"))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), text, fill=_BLACK, font=font, anchor="ls")
    return mask.point(_INK), left, top, font.getlength(text)


class _Canvas:
    """Draws the elements of a page; one method per kind."""

    def __init__(self, page: Page, dpi: int) -> None:
        self.dpi = dpi
        self.image = Image.new("L", (dots(page.width_mm, dpi), dots(page.height_mm, dpi)))
        self.draw = ImageDraw.Draw(self.image)

    def rect(self, box: Rect, level: int = _BLACK) -> None:
        """Fill the dots of a box; at least one dot in each direction."""
        left, top = dots(box.x, self.dpi), dots(box.y, self.dpi)
        right = max(left + 1, dots(box.right, self.dpi))
        bottom = max(top + 1, dots(box.bottom, self.dpi))
        self.draw.rectangle((left, top, right - 1, bottom - 1), fill=level)

    def box(self, box: Box) -> None:
        """A frame or a filled area."""
        self.rect(box.box)
        if not box.filled:
            self.rect(box.box.shrunk(box.stroke_mm), 0)

    def ink(self, ink: Ink) -> None:
        """The bars and strokes of a chart; hatching is thinner than frames."""
        for bar in ink.bars:
            frame, inner = framed(ink.box, bar)
            self.rect(frame)
            if bar.pattern is not Pattern.SOLID and min(inner.w, inner.h) > 0:
                self.rect(Rect(inner.x, inner.y, inner.w, inner.h), 0)
                for stroke in hatching(inner, bar.pattern, PITCH_MM):
                    self._stroke(stroke, HATCH_MM)
        for stroke in ink.strokes:
            placed = Stroke(
                ink.box.x + stroke.x1, ink.box.y + stroke.y1, ink.box.x + stroke.x2, ink.box.y + stroke.y2
            )
            self._stroke(placed, THIN_MM if stroke.thin else STROKE_MM)

    def _stroke(self, stroke: Stroke, thick_mm: float) -> None:
        ends = [dots(each, self.dpi) for each in (stroke.x1, stroke.y1, stroke.x2, stroke.y2)]
        self.draw.line(ends, fill=_BLACK, width=max(1, dots(thick_mm, self.dpi)))

    def text(self, text: Text) -> None:
        """Lines at their baselines; ink outside the box is an error, not a clipping."""
        fitted = text.fitted()
        spare = text.box.h - fitted.height_mm if text.middle else 0.0
        for line, baseline in zip(fitted.lines, fitted.baselines_mm(), strict=True):
            if not line:
                continue
            mask, left, top, advance = _line_ink(line, fitted.face, fitted.pt, self.dpi)
            y = dots(text.box.y + spare / 2 + baseline, self.dpi) + top
            x = self._line_start(text, advance) + left
            self.image.paste(0 if text.inverse else _BLACK, (x, y), mask)

    def _line_start(self, text: Text, advance: float) -> int:
        left = dots(text.box.x, self.dpi)
        spare = dots(text.box.right, self.dpi) - left - advance
        if text.align is Align.CENTRE:
            return left + round(spare / 2)
        return left + round(spare) if text.align is Align.RIGHT else left

    def code128(self, symbol: Code128) -> None:
        """Bars of whole dots, centred in the box."""
        place = place_of(symbol, self.dpi)
        bottom = place.top + place.height - 1
        for start, length in runs(code128_modules(symbol.value)):
            edge = place.left + start * place.module
            self.draw.rectangle((edge, place.top, edge + length * place.module - 1, bottom), fill=_BLACK)

    def matrix(self, symbol: Matrix) -> None:
        """Squares of whole dots, centred in the box."""
        rows = symbol.rows()
        side = symbol.module_dots(self.dpi)
        half = len(rows) * side // 2
        left = dots(symbol.box.x + symbol.box.w / 2, self.dpi) - half
        top = dots(symbol.box.y + symbol.box.h / 2, self.dpi) - half
        for index, row in enumerate(rows):
            y = top + index * side
            for start, length in runs(row):
                x = left + start * side
                self.draw.rectangle((x, y, x + length * side - 1, y + side - 1), fill=_BLACK)


def rasterise(page: Page, dpi: int) -> Raster:
    """Draw a page at a resolution.

    Args:
        page: a page that `layout.validate` has passed.
        dpi: 203, 300 or 600.

    Raises:
        DeskError: ``printer.dpi`` for another resolution, or what fitting a text raises.
    """
    module_dots(dpi)
    canvas = _Canvas(page, dpi)
    for element in page.elements:
        match element:
            case Text():
                canvas.text(element)
            case Line():
                canvas.rect(element.box)
            case Box():
                canvas.box(element)
            case Ink():
                canvas.ink(element)
            case Code128():
                canvas.code128(element)
            case DataMatrix() | QR():
                canvas.matrix(element)
    width, height = canvas.image.size
    return Raster(width, height, dpi, canvas.image.convert("1", dither=Image.Dither.NONE).tobytes())
