"""The test page of a printer for receipts: two liên on A5, or side by side on A4, as every paper of a case comes out.

A clerk sees whether the paper in the tray is the one that was chosen, whether all edges are there and nothing was scaled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import Template, read_values
from kt1desk.printing.templates.test_page import PANGRAM

NAME = "test_sheet"
VERSION = 1
_WIDTH_MM, _HEIGHT_MM, _MARGIN_MM = 148, 210, 5
_TICK_MM = 10
_LEFT, _WIDTH = 14.0, 120.0
_LOOK = "Khung phải đủ bốn cạnh, mỗi vạch thước cách nhau 10 mm. Thiếu cạnh hay sai thước: chọn lại khổ giấy, tắt «vừa trang» ở máy in."


@dataclass(frozen=True, slots=True)
class TestSheetValues:
    """Texts of the test page: printer, its paper, time, and the code to scan back."""

    __test__ = False

    printer_name: str
    paper: str
    printed_at: str
    scan_code: str


def _ruler() -> Iterator[Element]:
    """Ticks every 10 mm along the upper and the left edge, longer every 50 mm: a page that was scaled shows it."""
    for at in range(_TICK_MM, _WIDTH_MM - _TICK_MM + 1, _TICK_MM):
        yield Line(Rect(at - 0.1, 6.5, 0.2, 4 if at % 50 == 0 else 2))
    for at in range(_TICK_MM, _HEIGHT_MM - _TICK_MM + 1, _TICK_MM):
        yield Line(Rect(6.5, at - 0.1, 4 if at % 50 == 0 else 2, 0.2))


def _page(values: TestSheetValues, part: int) -> Page:
    elements = (
        Box(Rect(6, 6, _WIDTH_MM - 12, _HEIGHT_MM - 12), 0.25),
        *_ruler(),
        Text("caption", Rect(_LEFT, 20, _WIDTH, 8), "Trang in thử", 17, Face.BOLD, Align.CENTRE),
        Text("caption", Rect(_LEFT, 29, _WIDTH, 5), f"Liên {part}", 11, Face.SEMIBOLD, Align.CENTRE),
        Text("printer_name", Rect(_LEFT, 42, _WIDTH, 6), values.printer_name, 11, Face.SEMIBOLD),
        Text("paper", Rect(_LEFT, 50, _WIDTH, 6), f"Khổ giấy: {values.paper}", 11, Face.SEMIBOLD),
        Text("printed_at", Rect(_LEFT, 58, _WIDTH, 5), values.printed_at, 9),
        Text("caption", Rect(_LEFT, 70, _WIDTH, 10), _LOOK, 8.5, Face.REGULAR, max_lines=2),
        Text("pangram", Rect(_LEFT, 86, _WIDTH, 9), PANGRAM, 8, Face.MEDIUM, max_lines=2),
        Code128("scan_code", Rect(_LEFT, 104, _WIDTH, 14), values.scan_code),
        Text(
            "scan_code",
            Rect(_LEFT, 119.5, _WIDTH, 5),
            values.scan_code,
            11,
            Face.BOLD,
            Align.CENTRE,
            flat=True,
        ),
    )
    return Page(_WIDTH_MM, _HEIGHT_MM, _MARGIN_MM, elements, "KT1")


def _build(raw: Mapping[str, str], _copy: int) -> Document:
    values = read_values(TestSheetValues, raw)
    return Document(tuple((_page(values, part),) for part in (1, 2)))


TEMPLATE = Template(NAME, VERSION, _build, {})
"""It goes past the queue and is never printed again: there is no mark of a copy."""
