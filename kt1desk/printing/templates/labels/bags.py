"""Tags of receptacles on 100 × 75 and 80 × 50 mm: where it goes is read from two metres, its number is scanned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.paper import Paper
from kt1desk.printing.templates.bag_tag import BagTagValues
from kt1desk.printing.templates.base import TRIAL_TEXT, Build, read_values, reprint_text
from kt1desk.printing.templates.labels.parts import band, framed
from kt1desk.printing.templates.service_words import words_of

_LEFT = 2.0


def _named(values: BagTagValues) -> str:
    return f"{values.title} · {values.form_code}" if values.form_code else values.title


def _way(values: BagTagValues) -> str:
    way = [f"Chuyến thư {values.dispatch}"] if values.dispatch else []
    return " · ".join([*way, values.route] if values.route else way)


def _large_head(values: BagTagValues) -> Iterator[Element]:
    mark = words_of(values.service).mark
    yield Text("service", Rect(_LEFT, 2, 31, 12.4), mark, 42, Face.BOLD, middle=True, flat=True)
    rest, below = Rect(35, 2, 63, 8), Rect(35, 10.4, 63, 4.2)
    if values.urgency:
        yield from band("urgency", rest, values.urgency, 15)
    else:
        yield Text("title", rest, _named(values), 12, Face.SEMIBOLD, Align.RIGHT, middle=True)
    if values.trial:
        yield from band("trial", Rect(57, below.y, 41, below.h), TRIAL_TEXT, 7.5)
        below = Rect(below.x, below.y, 21, below.h)
    if values.urgency:
        align = Align.LEFT if values.trial else Align.RIGHT
        yield Text("title", below, _named(values), 8, align=align, middle=True)
    yield Line(Rect(_LEFT, 15, 96, 0.4))


def _large_way(values: BagTagValues) -> Iterator[Element]:
    yield Text("caption", Rect(_LEFT, 15.7, 8, 10), "Đến", 8, middle=True)
    yield Text(
        "destination", Rect(10, 15.7, 61, 10), values.destination, 17, Face.BOLD, max_lines=2, middle=True
    )
    code = Rect(72, 15.7, 26, 10)
    yield Text(
        "destination_code", code, values.destination_code, 18, Face.BOLD, Align.RIGHT, middle=True, flat=True
    )
    yield Text("caption", Rect(_LEFT, 25.8, 8, 4.4), "Từ", 8, middle=True)
    yield Text("point", Rect(10, 25.8, 88, 4.4), values.point, 8, Face.SEMIBOLD, middle=True)
    yield Line(Rect(_LEFT, 30.6, 96, 0.25))


def _large_codes(values: BagTagValues, copy: int) -> Iterator[Element]:
    yield Code128("receptacle", Rect(_LEFT, 31.5, 58, 17), values.receptacle)
    number = Rect(_LEFT, 49.1, 58, 5.6)
    yield Text("receptacle", number, values.receptacle, 17, Face.BOLD, Align.CENTRE, middle=True, flat=True)
    matrix = f"{values.receptacle} {values.event_ref}"
    yield DataMatrix("event_ref", Rect(85, 31.5, 13, 13), matrix)
    yield Text("event_ref", Rect(62, 51, 36, 2.9), values.event_ref, 8, align=Align.RIGHT, flat=True)
    again = reprint_text(copy, values.reprinted_at)
    if again:
        yield from framed("reprinted_at", Rect(63, 31.8, 20, 14), again, 9, 3)


def _large_contents(values: BagTagValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 55.5, 96, 0.25))
    cells = (
        ("seal", "Số niêm phong", values.seal, _LEFT, 36.0, 17.0),
        ("weight", "Khối lượng", values.weight, 39.0, 20.0, 12.0),
        ("item_count", words_of(values.service).count, values.item_count, 60.0, 14.0, 17.0),
        ("made_at", "Đóng lúc", values.made_at, 75.0, 23.0, 9.0),
    )
    for field, caption, text, left, width, pt in cells:
        yield Text("caption", Rect(left, 56.1, width, 4.2), caption, 8)
        yield Text(field, Rect(left, 60.4, width, 7), text, pt, Face.BOLD, middle=True, flat=True)
    yield Line(Rect(_LEFT, 68.3, 96, 0.25))
    yield Text("dispatch", Rect(_LEFT, 68.9, 96, 4.4), _way(values), 8, Face.SEMIBOLD)


def _large(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(BagTagValues, raw)
    elements = (
        *_large_head(values),
        *_large_way(values),
        *_large_codes(values, copy),
        *_large_contents(values),
    )
    return Document.of_page(Page(100, 75, 1.5, elements, "KT1"))


def _small_head(values: BagTagValues) -> Iterator[Element]:
    """What is urgent in the middle, else what it is called."""
    top, height = 1.6, 5.4
    mark = words_of(values.service).mark
    yield Text("service", Rect(_LEFT, top, 17, height), mark, 17, Face.BOLD, middle=True, flat=True)
    middle = Rect(19.8, top, 21 if values.trial else 58.2, height)
    if values.urgency:
        yield from band("urgency", middle, values.urgency, 10)
    else:
        align = Align.LEFT if values.trial else Align.RIGHT
        yield Text("title", middle, _named(values), 9.5, Face.SEMIBOLD, align, middle=True)
    if values.trial:
        yield from band("trial", Rect(41.3, top + 0.8, 36.7, 3.8), TRIAL_TEXT, 7)


def _small_way(values: BagTagValues) -> Iterator[Element]:
    box = Rect(_LEFT, 7.2, 54.5, 6.9)
    yield Text("destination", box, values.destination, 13, Face.BOLD, max_lines=2, middle=True)
    code = Rect(57.5, 7.2, 20.5, 6.9)
    yield Text(
        "destination_code", code, values.destination_code, 14, Face.BOLD, Align.RIGHT, middle=True, flat=True
    )
    yield Text("point", Rect(_LEFT, 14.1, 76, 3.7), f"Từ {values.point}", 7, middle=True)


def _small_codes(values: BagTagValues, copy: int) -> Iterator[Element]:
    """The reference is in the matrix alone. A reprint says so below it; its modules are then as wide as those of the bars."""
    yield Code128("receptacle", Rect(1.5, 17.9, 58, 12.5), values.receptacle)
    number = Rect(_LEFT, 30.6, 57, 3.5)
    yield Text("receptacle", number, values.receptacle, 11, Face.BOLD, Align.CENTRE, middle=True, flat=True)
    matrix = f"{values.receptacle} {values.event_ref}"
    again = reprint_text(copy, values.reprinted_at)
    if again:
        yield DataMatrix("event_ref", Rect(64, 17.9, 9.2, 9.2), matrix, fine=True)
        yield from band("reprinted_at", Rect(59.6, 27.2, 18.4, 6.89), again, 7, 2)
        return
    yield DataMatrix("event_ref", Rect(65, 17.9, 13, 13), matrix)


def _small_contents(values: BagTagValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 34.1, 76, 0.15))
    cells = (
        ("seal", "Niêm phong", values.seal, _LEFT, 25.0, 11.0),
        ("weight", "Khối lượng", values.weight, 28.0, 16.0, 10.0),
        ("item_count", words_of(values.service).count, values.item_count, 45.0, 12.5, 11.0),
        ("made_at", "Đóng lúc", values.made_at, 58.0, 20.0, 7.5),
    )
    for field, caption, text, left, width, pt in cells:
        yield Text("caption", Rect(left, 34.26, width, 3.66), caption, 7)
        yield Text(field, Rect(left, 37.93, width, 3.67), text, pt, Face.BOLD, middle=True, flat=True)
    called = [_named(values)] if values.urgency else []
    below = " · ".join(filter(None, (*called, _way(values))))
    yield Text("dispatch", Rect(_LEFT, 41.6, 76, 6.88), below, 7, Face.SEMIBOLD, max_lines=2, middle=True)


def _small(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(BagTagValues, raw)
    elements = (
        *_small_head(values),
        *_small_way(values),
        *_small_codes(values, copy),
        *_small_contents(values),
    )
    return Document.of_page(Page(80, 50, 1.5, elements, "KT1"))


BAG_LAYOUTS: Mapping[Paper, Build] = {Paper.LABEL_100_75: _large, Paper.LABEL_80_50: _small}
