"""Pages as PDF, in memory: embedded fonts, text that can be copied, bars as rectangles on the printer's own grid.

The bytes are made for a pipe or a folder the clerk chose; nothing is written here. The same pages give the same bytes
(no date, no random id), so a digest of them means something.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from kt1desk.domain.reporting.chart_parts import Pattern, Stroke, hatching
from kt1desk.printing.barcodes import code128_modules, module_dots, runs
from kt1desk.printing.fonts import MM_PER_POINT, POINTS_PER_INCH, Face, pdf_font, pdf_width_mm
from kt1desk.printing.layout import QR, Align, Box, Code128, DataMatrix, Ink, Line, Matrix, Page, Rect, Text
from kt1desk.printing.raster import FRAME_MM, HATCH_MM, PITCH_MM, STROKE_MM, THIN_MM, dots, framed

GRID_DPI = 300
"""Grid of bars in a PDF: exact at 300 and 600 dpi, the resolutions of office printers."""


class _Sheet:
    """Draws elements onto a reportlab canvas; millimetres from the top become points from the bottom."""

    def __init__(self, page: Page, canvas: Canvas, dpi: int) -> None:
        self.canvas = canvas
        self.dpi = dpi
        self.height_mm = page.height_mm

    def rect(self, box: Rect, grey: float = 0.0) -> None:
        """Fill a box in mm."""
        self.canvas.setFillGray(grey)
        y = self.height_mm - box.bottom
        sides = (side / MM_PER_POINT for side in (box.x, y, box.w, box.h))
        self.canvas.rect(*sides, stroke=0, fill=1)

    def box(self, box: Box) -> None:
        """A frame of four rules, or a filled area."""
        if box.filled:
            self.rect(box.box)
            return
        outer, stroke = box.box, box.stroke_mm
        self.rect(Rect(outer.x, outer.y, outer.w, stroke))
        self.rect(Rect(outer.x, outer.bottom - stroke, outer.w, stroke))
        self.rect(Rect(outer.x, outer.y, stroke, outer.h))
        self.rect(Rect(outer.right - stroke, outer.y, stroke, outer.h))

    def ink(self, ink: Ink) -> None:
        """The bars and strokes of a chart, as the raster has them."""
        for bar in ink.bars:
            frame, inner = framed(ink.box, bar)
            solid = bar.pattern is Pattern.SOLID or min(inner.w, inner.h) <= 0
            # Rules, no black area under a white one: a screen that smooths edges would lose half of the frame.
            self.box(Box(frame, FRAME_MM, filled=solid))
            if not solid:
                self._strokes(hatching(inner, bar.pattern, PITCH_MM), HATCH_MM)
        left, top = ink.box.x, ink.box.y
        for stroke in ink.strokes:
            placed = Stroke(left + stroke.x1, top + stroke.y1, left + stroke.x2, top + stroke.y2)
            self._strokes((placed,), THIN_MM if stroke.thin else STROKE_MM)

    def _strokes(self, strokes: Iterable[Stroke], thick_mm: float) -> None:
        self.canvas.setStrokeGray(0.0)
        self.canvas.setLineWidth(thick_mm / MM_PER_POINT)
        for each in strokes:
            ends = (each.x1, self.height_mm - each.y1, each.x2, self.height_mm - each.y2)
            self.canvas.line(*(end / MM_PER_POINT for end in ends))

    def text(self, text: Text) -> None:
        """Lines at their baselines."""
        fitted = text.fitted()
        spare = text.box.h - fitted.height_mm if text.middle else 0.0
        self.canvas.setFillGray(1.0 if text.inverse else 0.0)
        self.canvas.setFont(fitted.face.value, fitted.pt)
        for line, baseline in zip(fitted.lines, fitted.baselines_mm(), strict=True):
            room = text.box.w - pdf_width_mm(line, fitted.face, fitted.pt)
            shift = {Align.LEFT: 0.0, Align.CENTRE: room / 2, Align.RIGHT: room}[text.align]
            y = self.height_mm - (text.box.y + spare / 2 + baseline)
            self.canvas.drawString((text.box.x + shift) / MM_PER_POINT, y / MM_PER_POINT, line)

    def _dots_rect(self, x: int, y: int, w: int, h: int) -> None:
        """Fill a rectangle given in dots of the grid, measured from the bottom left corner of the sheet.

        The height of A5 is no whole number of dots, so the grid hangs on the corner where PDF begins to count.
        """
        unit = POINTS_PER_INCH / self.dpi
        self.canvas.rect(x * unit, y * unit, w * unit, h * unit, stroke=0, fill=1)

    def code128(self, symbol: Code128) -> None:
        """One rectangle per bar."""
        self.canvas.setFillGray(0.0)
        modules = code128_modules(symbol.value)
        x = symbol.module_dots(self.dpi)
        left = dots(symbol.box.x + symbol.box.w / 2, self.dpi) - len(modules) * x // 2
        bottom = dots(self.height_mm - symbol.box.bottom, self.dpi)
        height = dots(symbol.box.h, self.dpi)
        for start, length in runs(modules):
            self._dots_rect(left + start * x, bottom, length * x, height)

    def matrix(self, symbol: Matrix) -> None:
        """One rectangle per run of dark modules."""
        self.canvas.setFillGray(0.0)
        rows = symbol.rows()
        side = symbol.module_dots(self.dpi)
        half = len(rows) * side // 2
        left = dots(symbol.box.x + symbol.box.w / 2, self.dpi) - half
        top = dots(self.height_mm - symbol.box.y - symbol.box.h / 2, self.dpi) + half
        for index, row in enumerate(rows):
            for start, length in runs(row):
                self._dots_rect(left + start * side, top - (index + 1) * side, length * side, side)


def pages_pdf(pages: Sequence[Page], dpi: int = GRID_DPI) -> bytes:
    """Pages as one PDF, each of its own size.

    A viewer is asked to print it as large as it is and on one side: scaled bars are grey, and two liên on the two sides of a sheet
    cannot be handed out apart.

    Args:
        pages: pages that `layout.validate` has passed, at least one.
        dpi: grid for the bars: 203, 300 or 600.

    Raises:
        DeskError: ``printer.dpi`` for another grid, or what fitting a text raises.
    """
    module_dots(dpi)
    for face in Face:
        pdf_font(face)
    held = BytesIO()
    canvas = Canvas(
        held, initialFontName=Face.REGULAR.value, invariant=1, pageCompression=1, pdfVersion=(1, 7)
    )
    canvas.setTitle(pages[0].title)
    canvas.setAuthor("KT1 Desk")
    canvas.setCreator("KT1 Desk")
    canvas.setSubject("")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("Duplex", "Simplex")
    for page in pages:
        canvas.setPageSize((page.width_mm / MM_PER_POINT, page.height_mm / MM_PER_POINT))
        _draw(page, canvas, dpi)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def page_pdf(page: Page, dpi: int = GRID_DPI) -> bytes:
    """One page; see `pages_pdf`."""
    return pages_pdf((page,), dpi)


def _draw(page: Page, canvas: Canvas, dpi: int) -> None:
    sheet = _Sheet(page, canvas, dpi)
    for element in page.elements:
        match element:
            case Text():
                sheet.text(element)
            case Line():
                sheet.rect(element.box)
            case Box():
                sheet.box(element)
            case Ink():
                sheet.ink(element)
            case Code128():
                sheet.code128(element)
            case DataMatrix() | QR():
                sheet.matrix(element)
