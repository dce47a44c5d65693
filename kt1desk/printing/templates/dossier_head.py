"""Head and foot of the sheets of a dossier's slip: what tells whose liên it is, which case, and which event proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, DataMatrix, Element, Line, Rect, Text
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash, grouped_number, reprint_text
from kt1desk.printing.templates.dossier_values import DossierSlipValues
from kt1desk.printing.templates.flow import CAPTION, STRONG, Block, Column, Style, beside, lines_mm

LEFT, RIGHT = 10.0, 138.0
WIDTH = RIGHT - LEFT
TOP, FOOT = 5.6, 196.3
"""Where a sheet begins and where its foot does, in mm."""
TITLE = "PHIẾU GỬI HỒ SƠ"
MARK_FIELD = "mark"
"""Texts of this field say whose liên it is."""
_CODE_MM = 15.0
_FACTS_TOP = 16.9
_LOWER_MM = _FACTS_TOP + 8.8
_BY_CODE = LEFT + 16.5
_RIGHT_COLUMN = 78.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which sheet of which liên this is."""

    mark: str
    page: int
    pages: int
    copy: int


def first_head(values: DossierSlipValues, sheet: Sheet) -> Block:
    """Codes, point, title and numbers."""
    upper = beside(_post(values), _title(values, sheet))
    height = max(upper.height_mm, _CODE_MM) + 0.6
    lower = Block((*_numbers(values).elements, *_bars(values), *_facts(values, sheet.copy)), _LOWER_MM)
    return Block((*_code(values), *upper.elements, *lower.at(height)), height + lower.height_mm)


def _bars(values: DossierSlipValues) -> Iterator[Element]:
    yield Code128("item", Rect(LEFT - 3.6, 0, 67.2, 12.5), values.item)
    number = Rect(LEFT, 12.6, 60, 3.4)
    yield Text("item", number, grouped_number(values.item), 11, Face.BOLD, Align.CENTRE, flat=True)
    yield Line(Rect(LEFT, 16.2, WIDTH, 0.5))


def next_head(values: DossierSlipValues, sheet: Sheet) -> Block:
    """Head of every further sheet: enough to find the case again when it lies apart."""
    left = Column(_BY_CODE, _RIGHT_COLUMN - _BY_CODE - 1)
    left.say("number", f"Số hồ sơ {values.number}", Style(10, Face.BOLD))
    left.say("item", f"Bưu gửi {grouped_number(values.item)}", STRONG)
    left.say("applicant_name", values.applicant_name, Style(8), lines=4)
    right = Column(_RIGHT_COLUMN, RIGHT - _RIGHT_COLUMN)
    right.say("title", f"{TITLE} (tiếp theo)", Style(11, Face.BOLD, Align.RIGHT))
    right.say(MARK_FIELD, sheet.mark, Style(8.5, Face.SEMIBOLD, Align.RIGHT))
    right.say("reprinted_at", reprint_text(sheet.copy, values.reprinted_at), Style(8, Face.BOLD, Align.RIGHT))
    block = beside(left, right)
    return Block((*_code(values), *block.elements), max(block.height_mm, _CODE_MM) + 1.0)


def foot(values: DossierSlipValues, sheet: Sheet) -> Iterator[Element]:
    """Reference and hash of the event, trial mark, page number: on every sheet, at its place on the page."""
    yield Line(Rect(LEFT, FOOT, WIDTH, 0.3))
    top = FOOT + 0.8
    yield Text("caption", Rect(LEFT, top, 52, 3.66), "Số ghi trong nhật ký · mã đối chiếu", 7, Face.REGULAR)
    proof = f"{values.event_ref} · {grouped_hash(values.event_hash)}"
    yield Text("event_ref", Rect(LEFT, top + 3.67, 60, 4.2), proof, 8, Face.SEMIBOLD)
    if values.trial:
        band = Rect(LEFT + 61, top + 1, 48, 5.4)
        yield Box(band, filled=True)
        inner = Rect(band.x + 1, band.y, band.w - 2, band.h)
        yield Text("trial", inner, TRIAL_TEXT, 7.5, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    number = Rect(RIGHT - 18, top + 1.6, 18, lines_mm(8))
    yield Text("page", number, f"Trang {sheet.page}/{sheet.pages}", 8, Face.MEDIUM, Align.RIGHT)


def _code(values: DossierSlipValues) -> Iterator[Element]:
    """To the left of the edge by its quiet zone, so that its dark modules stand where the texts begin."""
    box = Rect(LEFT - 1.2, 0, _CODE_MM, _CODE_MM)
    yield DataMatrix("event_ref", box, f"{values.item} {values.event_ref}")


def _post(values: DossierSlipValues) -> Column:
    column = Column(_BY_CODE, _RIGHT_COLUMN - _BY_CODE - 1)
    column.say("provider", values.provider, Style(9, Face.BOLD))
    column.say("point", values.point, STRONG, lines=2)
    column.say("point_address", values.point_address, Style(7.5, Face.REGULAR), lines=2)
    return column


def _title(values: DossierSlipValues, sheet: Sheet) -> Column:
    column = Column(_RIGHT_COLUMN, RIGHT - _RIGHT_COLUMN, -0.6)
    column.say("title", TITLE, Style(14, Face.BOLD, Align.RIGHT))
    column.say("form", values.form, Style(9, Face.SEMIBOLD, Align.RIGHT))
    column.say(MARK_FIELD, sheet.mark, Style(8.5, Face.BOLD, Align.RIGHT))
    return column


def _numbers(values: DossierSlipValues) -> Column:
    width = RIGHT - _RIGHT_COLUMN
    column = Column(_RIGHT_COLUMN, width, -0.1)
    column.say("caption", "Số hồ sơ (do bưu điện cấp)", Style(7, Face.REGULAR, Align.RIGHT))
    column.say("number", values.number, Style(9, Face.BOLD, Align.RIGHT))
    for field, way, number in (
        ("send_item", "Đi", values.send_item),
        ("return_item", "Về", values.return_item),
    ):
        text = f"{way} {grouped_number(number)}" if number else ""
        column.say(field, text, Style(7.5, Face.SEMIBOLD, Align.RIGHT))
    return column


def _facts(values: DossierSlipValues, copy: int) -> Iterator[Element]:
    cells = (
        ("accepted_at", "Thời điểm chấp nhận", values.accepted_at, 34.0),
        ("intake", "Nơi chấp nhận", values.intake, 26.0),
        ("weight", "Khối lượng", values.weight, 18.0),
        ("payment", "Thanh toán", values.payment, 24.0),
    )
    left = LEFT
    for field, caption, text, width in cells:
        if text:
            column = Column(left, width - 2, _FACTS_TOP)
            column.say("caption", caption, CAPTION)
            column.say(field, text, STRONG)
            yield from column.elements
        left += width
    again = reprint_text(copy, values.reprinted_at)
    if again:
        frame = Rect(left, _FACTS_TOP, RIGHT - left, 7.8)
        yield Box(frame, 0.4)
        inner = frame.shrunk(0.4)
        yield Text("reprinted_at", inner, again, 7, Face.BOLD, Align.CENTRE, max_lines=2, middle=True)
    yield Line(Rect(LEFT, _FACTS_TOP + 8.1, WIDTH, 0.2))
