"""The first test page of a label printer, 100 × 60 mm, with the same codes on every page; `test_page` has the one that is printed now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import Template, read_values, reprint_text
from kt1desk.printing.templates.test_page import NAME, PANGRAM

VERSION = 1
_TICK_MM = 5
_WIDTH_MM, _HEIGHT_MM = 100, 60


@dataclass(frozen=True, slots=True)
class FirstTestPageValues:
    """Texts of the test page: printer, resolution, time, and the code to scan back."""

    __test__ = False

    printer_name: str
    dpi: str
    printed_at: str
    scan_code: str


def _ruler() -> Iterator[Element]:
    """Ticks every 5 mm along the upper and the left edge, longer every 10 mm."""
    for at in range(_TICK_MM, _WIDTH_MM, _TICK_MM):
        yield Line(Rect(at - 0.1, 2.0, 0.2, 2.5 if at % 10 == 0 else 1.2))
    for at in range(_TICK_MM, _HEIGHT_MM, _TICK_MM):
        yield Line(Rect(2.0, at - 0.1, 2.5 if at % 10 == 0 else 1.2, 0.2))


def _bars() -> Iterator[Element]:
    left = 6.0
    for dots in (2, 3, 4):
        value = f"{dots}{dots}"
        width = 66 * dots * 25.4 / 203 + 0.2
        yield Code128(f"bars_{dots}", Rect(left, 13.5, width, 8), value, dots_per_module=dots)
        caption = Rect(left, 21.7, width, 3.7)
        yield Text("caption", caption, f"{dots} chấm", 7, align=Align.CENTRE)
        left += width + 1


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(FirstTestPageValues, raw)
    head = f"Trang in thử · {values.printer_name}"
    foot = f"{values.dpi} dpi · {values.printed_at} {reprint_text(copy)}"
    elements = (
        Box(Rect(1.5, 1.5, 97, 57), 0.25),
        *_ruler(),
        Text("printer_name", Rect(6, 5.2, 54, 5), head, 9, Face.BOLD),
        Text("printed_at", Rect(61, 5.2, 36, 5), foot, 7.5, align=Align.RIGHT),
        *_bars(),
        Text("pangram", Rect(6, 26, 91, 8.6), PANGRAM, 8, Face.MEDIUM, max_lines=2),
        Code128("scan_code", Rect(6, 36, 91, 12.6), values.scan_code),
        Text("scan_code", Rect(6, 49.2, 91, 4.2), values.scan_code, 11, Face.BOLD, Align.CENTRE, flat=True),
        Text(
            "caption", Rect(6, 53.4, 91, 4), "Quét lại mã trên để xác nhận máy in.", 7.5, align=Align.CENTRE
        ),
    )
    return Document.of_page(Page(_WIDTH_MM, _HEIGHT_MM, 1.5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, {})
