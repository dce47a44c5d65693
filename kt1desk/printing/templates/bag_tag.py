"""The tag of a closed receptacle («nhãn cổ túi»), 100 × 60 mm: where it goes, its number for a scan, its seal, weight and count.

A tag hangs outside for everybody to read: it has no place for a party.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import Template, read_values, reprint_text
from kt1desk.printing.templates.proof_foot import trial_band
from kt1desk.printing.templates.service_words import words_of

NAME = "bag_tag"
VERSION = 1
WIDEST = {"event_ref": "65535.kt1.65535.4294967295"}
_LEFT, _RIGHT = 2.0, 98.0
_WIDTH = _RIGHT - _LEFT


@dataclass(frozen=True, slots=True)
class BagTagValues:
    """Every text on the tag; "" leaves a part out.

    Attributes:
        title: as people call it.
        receptacle: its number.
        seal: number of its seal.
        destination: point that opens it.
        destination_code: its code.
        point: point that closed it, with its code.
        weight: with unit.
        item_count: items inside.
        made_at: when it was closed.
        event_ref: reference of the event that closed it.
        form_code: of the form.
        urgency: the most urgent class inside, in capitals.
        dispatch: number of the dispatch.
        route: in words.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
        service: "" for KT1, ``tthc`` for dossiers.
    """

    title: str
    receptacle: str
    seal: str
    destination: str
    destination_code: str
    point: str
    weight: str
    item_count: str
    made_at: str
    event_ref: str
    form_code: str = ""
    urgency: str = ""
    dispatch: str = ""
    route: str = ""
    trial: str = ""
    reprinted_at: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        """Refuse on the tag of dossiers what only KT1 has."""
        words_of(self.service).refuse_letters(urgency=self.urgency)


def _header(values: BagTagValues) -> Iterator[Element]:
    yield Text(
        "service",
        Rect(_LEFT, 2, 29, 11.6),
        words_of(values.service).mark,
        38,
        Face.BOLD,
        middle=True,
        flat=True,
    )
    band, below = Rect(33, 2, _RIGHT - 33, 7), Rect(33, 9.6, _RIGHT - 33, 4)
    named = values.title if not values.form_code else f"{values.title} · {values.form_code}"
    if values.urgency:
        yield Box(band, filled=True)
        inner = Rect(band.x + 1.5, band.y, band.w - 3, band.h)
        yield Text("urgency", inner, values.urgency, 14, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    else:
        yield Text("title", band, named, 11, Face.SEMIBOLD, Align.RIGHT, middle=True)
    if values.trial:
        yield from trial_band(Rect(_RIGHT - 44, below.y, 44, below.h))
        below = Rect(below.x, below.y, 20, below.h)
    if values.urgency:
        yield Text("title", below, named, 8, align=Align.LEFT if values.trial else Align.RIGHT, middle=True)
    yield Line(Rect(_LEFT, 14.1, _WIDTH, 0.4))


def _way(values: BagTagValues) -> Iterator[Element]:
    yield Text("caption", Rect(_LEFT, 14.8, 8, 8.2), "Đến", 7.5, middle=True)
    yield Text("destination", Rect(10, 14.8, 61, 8.2), values.destination, 15, Face.BOLD, middle=True)
    code = Rect(72, 14.8, _RIGHT - 72, 8.2)
    yield Text(
        "destination_code", code, values.destination_code, 18, Face.BOLD, Align.RIGHT, middle=True, flat=True
    )
    yield Text("caption", Rect(_LEFT, 23, 8, 3.9), "Từ", 7.5, middle=True)
    yield Text("point", Rect(10, 23, _RIGHT - 10, 3.9), values.point, 7.5, Face.SEMIBOLD, middle=True)
    yield Line(Rect(_LEFT, 27.2, _WIDTH, 0.25))


def _codes(values: BagTagValues, copy: int) -> Iterator[Element]:
    yield Code128("receptacle", Rect(_LEFT, 27.9, 58, 12.5), values.receptacle)
    number = Rect(_LEFT, 40.6, 58, 4)
    yield Text("receptacle", number, values.receptacle, 13.5, Face.BOLD, Align.CENTRE, middle=True, flat=True)
    matrix = f"{values.receptacle} {values.event_ref}"
    yield DataMatrix("event_ref", Rect(_RIGHT - 13, 27.9, 13, 13), matrix)
    yield Text("event_ref", Rect(62, 41.4, 36, 2.7), values.event_ref, 7, align=Align.RIGHT, flat=True)
    again = reprint_text(copy, values.reprinted_at)
    if again:
        frame = Rect(63, 28.2, 20, 12)
        yield Box(frame, 0.5)
        inner = frame.shrunk(0.6)
        yield Text("reprinted_at", inner, again, 8, Face.BOLD, Align.CENTRE, max_lines=3, middle=True)


def _contents(values: BagTagValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 44.8, _WIDTH, 0.25))
    cells = (
        ("seal", "Số niêm phong", values.seal, _LEFT, 36.0, 15.0),
        ("weight", "Khối lượng", values.weight, 39.0, 20.0, 10.0),
        ("item_count", words_of(values.service).count, values.item_count, 60.0, 14.0, 15.0),
        ("made_at", "Đóng lúc", values.made_at, 75.0, 23.0, 8.0),
    )
    for field, caption, text, left, width, pt in cells:
        yield Text("caption", Rect(left, 45.2, width, 3.7), caption, 7)
        yield Text(field, Rect(left, 48.9, width, 5.3), text, pt, Face.BOLD, middle=True, flat=True)


def _footer(values: BagTagValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 54.4, _WIDTH, 0.25))
    way = [f"Chuyến thư {values.dispatch}"] if values.dispatch else []
    way += [values.route] if values.route else []
    yield Text("dispatch", Rect(_LEFT, 54.75, _WIDTH, 3.7), " · ".join(way), 7.5, Face.SEMIBOLD)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(BagTagValues, raw)
    elements = (
        *_header(values),
        *_way(values),
        *_codes(values, copy),
        *_contents(values),
        *_footer(values),
    )
    return Document.of_page(Page(100, 60, 1.5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
