"""The test page of a label or roll printer: does it hit the edges, which bars does it burn, and is its Vietnamese whole.

A clerk looks at it and scans its codes back: that is the only proof a printer can give without answering. Every page has codes of its own,
so that one that lies about from last month proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import MM_PER_INCH, Face
from kt1desk.printing.layout import (
    CODE128_QUIET_MODULES,
    Align,
    Box,
    Code128,
    Element,
    Line,
    Page,
    Rect,
    Text,
)
from kt1desk.printing.paper import Paper
from kt1desk.printing.templates.base import Build, Template, grouped_number, read_values

NAME = "test_page"
VERSION = 2
PANGRAM = "Ở quê hương Lạng Sơn, mẹ Nguyễn Thị Ngọc Ẩn đã gửi thư hỏa tốc: bưu tá vượt đèo, xã khuất nẻo; phố Kỳ Lừa rộn rã."
"""Every tone and every marked vowel family, with the two-storey marks that clones lose."""
MARKS = "áàảãạ ăắằẳẵặ âấầẩẫậ đ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ"
"""Every letter with a mark that Vietnamese has."""
DOTS: Final = (2, 3, 4)
"""Widths of the bars, in dots of the printer: 0.25, 0.375 and 0.5 mm at 203 dpi."""
_COARSEST_DPI: Final = 203
_BAR_MODULES: Final = 57 + 2 * CODE128_QUIET_MODULES
"""A code of four digits takes 57 modules."""
_CODE_WIDTH: Final = 67.2
"""An S10 number at 600 dpi, the widest of the resolutions."""
_LOOK: Final = "Quét bốn mã; xem đủ cạnh, đủ dấu."
_TITLE: Final = "Trang in thử"
_GAP: Final = 0.15
_STROKE: Final = 0.25
_TICKS: Final = 2.4
_FIGURES: Final = 2.1
_TICK_THICK: Final = 0.125
"""One dot of 203 dpi."""
_FOOT: Final = 35.5
"""Resolution and time in 7 pt."""
_ONE_LINE: Final = 70.0
"""From this width on, the printer's name has room beside them."""
_LEAST_CAPTION: Final = 10.0
_BESIDE: Final = 20.0
"""What a number in groups takes beside its bars."""
_WIDE: Final = 90.0
"""From this width on, the letters with marks take two lines in every size."""


@dataclass(frozen=True, slots=True)
class TestPageValues:
    """Texts of the test page: printer, resolution, time, the number to scan back, and the codes of the bars by their width in dots."""

    __test__ = False

    printer_name: str
    dpi: str
    printed_at: str
    scan_code: str
    bars_2: str
    bars_3: str
    bars_4: str

    def bars(self, dots: int) -> str:
        """The code at a width."""
        return {2: self.bars_2, 3: self.bars_3, 4: self.bars_4}[dots]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one paper has room for; lengths in mm.

    Attributes:
        width: of what can be printed on, with the strip a printer may not reach.
        height: likewise; 0 where the page is as long as what stands on it.
        edge: that strip.
        rows: widths of bars that stand beside each other, row by row.
        bar_height: of each of them.
        code_height: of the number's bars.
        sentence_pt: size of the sentence, 0 where there is no room for it.
        large_pt: larger size of the letters with marks; the smaller one is 7 pt, the smallest on any paper.
    """

    width: float
    height: float
    edge: float
    rows: tuple[tuple[int, ...], ...]
    bar_height: float
    code_height: float
    sentence_pt: float
    large_pt: float

    @property
    def left(self) -> float:
        """Where the texts begin: right of frame and ruler."""
        return self.edge + _STROKE + _TICKS + 0.6

    @property
    def right(self) -> float:
        """Where they end."""
        return self.width - self.edge - _STROKE - 0.4

    @property
    def room(self) -> float:
        """Width of a text."""
        return self.right - self.left


_SHEETS: Final[Mapping[Paper, _Sheet]] = MappingProxyType(
    {
        Paper.USUAL: _Sheet(100, 60, 1.5, ((2, 3, 4),), 7, 12.6, 8, 9),
        Paper.LABEL_100_75: _Sheet(100, 75, 1.5, ((2, 3, 4),), 8, 14, 9, 10),
        Paper.LABEL_80_50: _Sheet(80, 50, 1.5, ((2, 4), (3,)), 5, 9, 0, 9),
        Paper.ROLL_80: _Sheet(72, 0, 0, ((2, 4), (3,)), 9, 14, 9, 10),
    }
)


class _Cursor:
    """Places texts and codes one below the other."""

    def __init__(self, sheet: _Sheet) -> None:
        self.sheet = sheet
        self.y = sheet.edge + _STROKE + 0.3 + _TICKS + _FIGURES

    def row(self, height: float) -> float:
        """The upper edge of what is so high; the next row begins below it."""
        top = self.y
        self.y += height + _GAP
        return top

    def text(
        self, field: str, text: str, pt: float, lines: int, height: float, face: Face = Face.MEDIUM
    ) -> Text:
        """A text over the whole width."""
        box = Rect(self.sheet.left, self.row(height), self.sheet.room, height)
        return Text(field, box, text, pt, face, max_lines=lines)


def _lines_mm(pt: float, lines: int) -> float:
    """What lines of letters with marks above and below take; see `kt1desk.printing.fonts`."""
    return (1.48 + 1.3 * (lines - 1)) * pt * MM_PER_INCH / 72 + 0.02


def _ruler(sheet: _Sheet, height: float) -> Iterator[Element]:
    """A tick each millimetre of the page along the upper and the left edge, figures every ten: a picture that was scaled shows it."""
    start = sheet.edge + _STROKE + 0.2
    half = _TICK_THICK / 2
    for at in range(round(start) + 2, int(sheet.width - start)):
        yield Line(Rect(at - half, start, _TICK_THICK, _length(at)))
        if at % 10 == 0 and at + 6 < sheet.width:
            box = Rect(at - 3, start + _TICKS + 0.1, 6, _FIGURES)
            yield Text("caption", box, str(at), 7, align=Align.CENTRE, flat=True)
    for at in range(round(start) + 2, int(height - start)):
        yield Line(Rect(start, at - half, _length(at), _TICK_THICK))


def _length(at: int) -> float:
    if at % 10 == 0:
        return _TICKS
    return 1.6 if at % 5 == 0 else 0.9


def _bars(cursor: _Cursor, values: TestPageValues) -> Iterator[Element]:
    """Codes beside each other; what they are stands right of the last one, or below where it has no room."""
    sheet = cursor.sheet
    for row in sheet.rows:
        top = cursor.row(sheet.bar_height)
        left = sheet.left
        for dots in row:
            width = _BAR_MODULES * dots * MM_PER_INCH / _COARSEST_DPI + 0.02
            box = Rect(left, top, width, sheet.bar_height)
            yield Code128(f"bars_{dots}", box, values.bars(dots), dots_per_module=dots)
            left += width + _GAP
        said = " · ".join(str(dots) for dots in row) + " chấm"
        if sheet.right - left > _LEAST_CAPTION:
            beside = Rect(left, top, sheet.right - left, sheet.bar_height)
            yield Text("caption", beside, said, 7, max_lines=2, middle=True)
        else:
            yield cursor.text("caption", f"Vạch {said}, từ trái sang phải", 7, 1, _lines_mm(7, 1))


def _head(cursor: _Cursor, values: TestPageValues) -> Iterator[Element]:
    """Printer, resolution and time; on a narrow paper below each other."""
    sheet = cursor.sheet
    foot = f"{values.dpi} dpi · {values.printed_at}"
    name = f"{_TITLE} · {values.printer_name}" if sheet.room > _WIDE else values.printer_name
    if sheet.room < _ONE_LINE:
        yield cursor.text("printer_name", name, 7, 1, _lines_mm(7, 1), Face.BOLD)
        yield cursor.text("printed_at", foot, 7, 1, _lines_mm(7, 1))
        return
    height = _lines_mm(7, 1)
    top = cursor.row(height)
    yield Text("printer_name", Rect(sheet.left, top, sheet.room - _FOOT, height), name, 7, Face.BOLD)
    yield Text("printed_at", Rect(sheet.right - _FOOT, top, _FOOT, height), foot, 7, align=Align.RIGHT)


def _number(cursor: _Cursor, values: TestPageValues) -> Iterator[Element]:
    """The number to scan back; what to do stands beside it where there is room, else its figures below."""
    sheet = cursor.sheet
    top = cursor.row(sheet.code_height)
    yield Code128("scan_code", Rect(sheet.left, top, _CODE_WIDTH, sheet.code_height), values.scan_code)
    number = grouped_number(values.scan_code)
    left = sheet.left + _CODE_WIDTH + _GAP
    if sheet.right - left < _BESIDE:
        box = Rect(sheet.left, cursor.row(_FIGURES), sheet.room, _FIGURES)
        yield Text("scan_code", box, number, 7, Face.BOLD, Align.CENTRE, flat=True)
        return
    beside = sheet.right - left
    yield Text(
        "scan_code", Rect(left, top, beside, _FIGURES + 0.4), number, 8, Face.BOLD, Align.RIGHT, flat=True
    )
    below = top + _FIGURES + 0.4
    yield Text(
        "caption",
        Rect(left, below, beside, sheet.code_height - _FIGURES - 0.4),
        _LOOK,
        7,
        align=Align.RIGHT,
        max_lines=3,
    )


def _page(sheet: _Sheet, values: TestPageValues) -> Page:
    cursor = _Cursor(sheet)
    elements = [*_head(cursor, values), *_bars(cursor, values)]
    if sheet.sentence_pt:
        lines = 2 if sheet.room > _WIDE else 3
        elements.append(
            cursor.text("pangram", PANGRAM, sheet.sentence_pt, lines, _lines_mm(sheet.sentence_pt, lines))
        )
    for pt in (sheet.large_pt, 7):
        lines = 2 if sheet.room > _WIDE or pt < 10 else 3
        elements.append(cursor.text("marks", MARKS, pt, lines, _lines_mm(pt, lines)))
    elements += _number(cursor, values)
    if not sheet.height:
        elements.append(cursor.text("caption", _LOOK, 7, 1, _lines_mm(7, 1)))
    height = sheet.height or float(round(cursor.y + 1.5))
    frame = Box(Rect(0, 0, sheet.width, height).shrunk(sheet.edge), _STROKE)
    return Page(sheet.width, height, sheet.edge, (frame, *_ruler(sheet, height), *elements), "KT1")


def _builder(sheet: _Sheet) -> Build:
    def build(raw: Mapping[str, str], _copy: int) -> Document:
        return Document.of_page(_page(sheet, read_values(TestPageValues, raw)))

    return build


TEMPLATE = Template(NAME, VERSION, _builder(_SHEETS[Paper.USUAL]), {})
LAYOUTS: Final[Mapping[Paper, Build]] = MappingProxyType(
    {paper: _builder(sheet) for paper, sheet in _SHEETS.items() if paper is not Paper.USUAL}
)
"""The same page on the other papers of labels and rolls."""
