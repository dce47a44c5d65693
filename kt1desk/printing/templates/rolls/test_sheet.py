"""The test page of a printer with a roll: its whole width, every size of type, and a code to scan back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Element, Line, Rect, Text
from kt1desk.printing.templates.base import read_values
from kt1desk.printing.templates.flow import Style, lines_mm
from kt1desk.printing.templates.rolls.parts import bars
from kt1desk.printing.templates.rolls.strip import PAGE_MM, STRONG, Strip, dashes
from kt1desk.printing.templates.test_page import PANGRAM
from kt1desk.printing.templates.test_sheet import TestSheetValues

_TICK_MM = 5
_LOOK = (
    "Hai vạch dọc ở hai mép phải đủ, mỗi vạch thước cách nhau 5 mm. Thiếu mép hay chữ đứt: chọn lại khổ giấy, lau đầu in. "
    "Giấy phải được cắt sau trang này."
)


def _ruler(top: float) -> Iterator[Element]:
    """Ticks along the whole width and a line at each edge of what the head reaches."""
    for edge in (1.0, PAGE_MM - 1.25):
        yield Line(Rect(edge, top, 0.25, 8))
    for at in range(_TICK_MM, int(PAGE_MM), _TICK_MM):
        high = 4 if at % 10 == 0 else 2
        yield Line(Rect(at - 0.1, top, 0.2, high))
        if at % 20 == 0:
            box = Rect(at - 4, top + 4.3, 8, lines_mm(7))
            yield Text("caption", box, str(at), 7, Face.MEDIUM, Align.CENTRE)


def build(raw: Mapping[str, str], _copy: int) -> Document:
    """One page; it goes past the queue and is never printed again.

    Raises:
        DeskError: like `read_values` and what fitting raises.
    """
    values = read_values(TestSheetValues, raw)
    strip = Strip()
    strip.add(_ruler(strip.bottom_mm), 9)
    strip.say("caption", "Trang in thử", Style(14, Face.BOLD, Align.CENTRE))
    strip.say("printer_name", values.printer_name, STRONG)
    strip.say("paper", f"Khổ giấy: {values.paper}", STRONG)
    strip.say("printed_at", values.printed_at)
    dashes(strip)
    for pt in (8.0, 9.0, 10.5):
        strip.say("pangram", PANGRAM, Style(pt))
    dashes(strip)
    bars(strip, "scan_code", values.scan_code)
    strip.say("caption", _LOOK, Style(8, Face.REGULAR))
    return Document.of_page(strip.page(trial=False))
