"""The label of one leg of a dossier, 100 × 60 mm: on the sealed cover that goes to the authority, or on the envelope of the result.

A cover passes many hands, so it names the applicant no nearer than is needed: towards the authority by name and commune, on the way
back with the address it is delivered to. No phone, no personal number (Luật 91/2025/QH15).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import (
    TRIAL_TEXT,
    Template,
    grouped_number,
    read_values,
    reprint_text,
)
from kt1desk.printing.templates.entered_later import later_text, receiver_line, sender_text
from kt1desk.printing.templates.said import Said, in_one

NAME = "dossier_label"
VERSION = 1
WIDEST = {"event_ref": "65535.kt1.65535.4294967295"}
TO_AUTHORITY = "send"
"""The way on which the sender is the applicant."""
_SEAL = "NP"
_LEFT, _RIGHT = 2.0, 98.0
_FROM_MM = 36.5
_TO = 41.0


@dataclass(frozen=True, slots=True)
class DossierLabelValues:
    """Every text on the label; "" leaves a part out.

    Attributes:
        item: S10 number of the leg, 13 characters without blanks.
        number: the post's own number of the case.
        heading: ``HỒ SƠ TTHC`` or ``TRẢ KẾT QUẢ``.
        procedure_code: short national code.
        from_name: who sends.
        to_name: who receives.
        accepted_at: local time of acceptance.
        point: point of acceptance with its code.
        event_ref: reference of the event that accepted the case.
        direction: ``send`` or ``return``: on the way to the authority the sender is the applicant.
        from_address: address of the authority; an applicant's is not printed.
        from_commune: commune of the applicant.
        to_address: address it is delivered to.
        route: destination in few words, the line a sorter reads from two metres.
        route_detail: route or postal code, small beside the destination.
        weight: with its unit; of a result nobody knows it yet.
        seal: number of the seal.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
        entered_at: when it was entered, where that was later than it was received.
    """

    item: str
    number: str
    heading: str
    procedure_code: str
    from_name: str
    to_name: str
    accepted_at: str
    point: str
    event_ref: str
    direction: str
    from_address: str = ""
    from_commune: str = ""
    to_address: str = ""
    route: str = ""
    route_detail: str = ""
    weight: str = ""
    seal: str = ""
    trial: str = ""
    reprinted_at: str = ""
    entered_at: str = ""


def procedure_and_seal(values: DossierLabelValues) -> tuple[str, str]:
    """The code of the procedure, the seal where there is one, and before it the field they come from."""
    procedure = f"TTHC {values.procedure_code}"
    if not values.seal:
        return "procedure_code", procedure
    seal = values.seal if values.seal.startswith(_SEAL) else f"{_SEAL} {values.seal}"
    return "seal", f"{procedure} · {seal}"  # a scanned one says NP itself


def _header(values: DossierLabelValues) -> Iterator[Element]:
    band = Rect(_LEFT, 2, 46, 7.5)
    yield Box(band, filled=True)
    inner = Rect(band.x + 1.5, band.y, band.w - 3, band.h)
    yield Text("heading", inner, values.heading, 14, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    left = band.right + 2
    code = Rect(left, 1.9, _RIGHT - left, 4.2)
    field, text = procedure_and_seal(values)
    yield Text(field, code, text, 8, Face.BOLD, Align.RIGHT)
    number = Rect(left, 6.1, _RIGHT - left, 3.9)
    yield Text("number", number, values.number, 7.5, Face.SEMIBOLD, Align.RIGHT, flat=True)


def _route(values: DossierLabelValues) -> Iterator[Element]:
    room = Rect(_LEFT, 10.1, _RIGHT - _LEFT, 7.8)
    side = 0.0
    if values.route_detail:
        side = 28.0
        box = Rect(_RIGHT - side, room.y, side, room.h)
        yield Text(
            "route_detail", box, values.route_detail, 9, Face.MEDIUM, Align.RIGHT, max_lines=2, middle=True
        )
    main = Rect(room.x, room.y, room.w - side - (2 if side else 0), room.h)
    yield Text("route", main, values.route, 14, Face.BOLD, max_lines=2, middle=True)


def _codes(values: DossierLabelValues, copy: int) -> Iterator[Element]:
    yield Code128("item", Rect(_LEFT, 18.2, 67.2, 12.6), values.item)
    number = Rect(_LEFT + 6.6, 31.4, 54, 4.1)
    yield Text("item", number, grouped_number(values.item), 12, Face.BOLD, Align.CENTRE, flat=True)
    yield DataMatrix("event_ref", Rect(85.6, 18.3, 12.4, 12.4), f"{values.item} {values.event_ref}")
    reference = Rect(63, 32.8, 35, 2.6)
    yield Text("event_ref", reference, values.event_ref, 7, align=Align.RIGHT, flat=True)
    again = reprint_text(copy, values.reprinted_at)
    if again:
        frame = Rect(69.4, 18.2, 15.8, 12.6)
        yield Box(frame, 0.5)
        inner = frame.shrunk(0.6)
        yield Text("reprinted_at", inner, again, 8, Face.BOLD, Align.CENTRE, max_lines=4, middle=True)


def _from(values: DossierLabelValues) -> Iterator[Element]:
    yield Text("caption", Rect(_LEFT, 35.9, 14, 3.66), "Nơi gửi", 7, Face.MEDIUM)
    yield Text("accepted_at", Rect(17, 35.9, 21.5, 3.66), values.accepted_at, 7, align=Align.RIGHT)
    part = "from_commune" if values.direction == TO_AUTHORITY else "from_address"
    both = in_one(Said("from_name", values.from_name), Said(part, getattr(values, part)))
    sender = Text(both.field, Rect(_LEFT, 39.6, _FROM_MM, 14.6), both.text, 7.5, Face.MEDIUM, max_lines=4)
    yield from sender_text(sender, later_text(values.entered_at), _trial(values))


def _to(values: DossierLabelValues) -> Iterator[Element]:
    width = _RIGHT - _TO
    row = Rect(_TO, 35.9, width, 3.66)
    caption = Text("caption", row, "Nơi nhận", 7, Face.MEDIUM)
    yield from receiver_line(row, caption, later_text(values.entered_at), _trial(values), 61)
    name = Text("to_name", Rect(_TO, 39.6, width, 7.86), values.to_name, 9, Face.BOLD, max_lines=2)
    name = replace(name, box=Rect(_TO, 39.6, width, name.fitted().height_mm))
    yield name
    address = Rect(_TO, name.box.bottom, width, 54.36 - name.box.bottom)
    yield Text("to_address", address, values.to_address, 8, Face.MEDIUM, max_lines=3)


def _trial(values: DossierLabelValues) -> str:
    return TRIAL_TEXT if values.trial else ""


def _footer(values: DossierLabelValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 54.4, _RIGHT - _LEFT, 0.3))
    top, height = 54.75, 3.7
    yield Text("weight", Rect(_LEFT, top, 14, height), values.weight, 7, Face.BOLD)
    yield Text("point", Rect(17, top, _RIGHT - 17, height), values.point, 7, align=Align.RIGHT)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(DossierLabelValues, raw)
    elements = (
        *_header(values),
        *_route(values),
        *_codes(values, copy),
        Line(Rect(_LEFT, 35.5, _RIGHT - _LEFT, 0.25)),
        Line(Rect(39.5, 36.6, 0.3, 17.1)),
        *_from(values),
        *_to(values),
        *_footer(values),
    )
    return Document.of_page(Page(100, 60, 1.5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
