"""The label of a KT1 item, 100 × 60 mm.

Only the letters A, B and C appear, never the words behind them, and nothing of what is inside (NĐ 26/2020 Điều 4: the
outer cover carries the letter alone). Parties are printed on A, B and C items too: a label must be deliverable.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kt1desk.domain.errors import DeskError
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

NAME = "kt1_label"
VERSION = 1
_LEFT, _RIGHT = 2.0, 98.0
WIDEST = {"event_ref": "65535.kt1.65535.4294967295"}
"""Device, stream, incarnation and sequence number at the full width they have on the wire."""


@dataclass(frozen=True, slots=True)
class KT1LabelValues:
    """Every text on the label; "" leaves a part out.

    Attributes:
        number: S10 number, 13 characters without blanks.
        route: destination in few words, the line a sorter reads from two metres.
        sender_name: agency or person that sends.
        receiver_name: agency or person that receives.
        weight: with its unit, ``250 g``.
        accepted_at: local time of acceptance.
        point: point of acceptance with its code.
        event_ref: reference of the event that accepted the item.
        sender_address: its address.
        receiver_address: its address.
        letter: "", A, B or C, as stamped on the cover.
        urgency: "", HỎA TỐC, HẸN GIỜ or HỎA TỐC HẸN GIỜ.
        agreed_time: for Hẹn giờ.
        route_detail: route or postal code, small beside the destination.
        trial: "1" on the training device.
        reprinted_at: time of the reprint, ``14:50 22/11/2026``.
        entered_at: when it was entered, where that was later than it was accepted.
    """

    number: str
    route: str
    sender_name: str
    receiver_name: str
    weight: str
    accepted_at: str
    point: str
    event_ref: str
    sender_address: str = ""
    receiver_address: str = ""
    letter: str = ""
    urgency: str = ""
    agreed_time: str = ""
    route_detail: str = ""
    trial: str = ""
    reprinted_at: str = ""
    entered_at: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        if self.letter not in {"", "A", "B", "C"}:
            raise DeskError("paper.letter_only", "letter")


def _header(values: KT1LabelValues) -> Iterator[Element]:
    yield Text("service", Rect(_LEFT, 2, 17, 7.5), "KT1", 22, Face.BOLD, middle=True, flat=True)
    left = 21.0
    if values.letter:
        square = Rect(left, 2, 9, 7.5)
        yield Box(square, 0.6)
        yield Text(
            "letter", square.shrunk(0.7), values.letter, 17, Face.BOLD, Align.CENTRE, middle=True, flat=True
        )
        left += 11
    band = Rect(left, 2, _RIGHT - left, 7.5)
    if values.urgency:
        yield Box(band, filled=True)
        inner = Rect(band.x + 1.5, band.y, band.w - 3, band.h)
        yield Text("urgency", inner, values.urgency, 14, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    else:
        yield Text("service", band, "BƯU GỬI KT1", 11, Face.SEMIBOLD, Align.RIGHT, middle=True)


def _route(values: KT1LabelValues) -> Iterator[Element]:
    room = Rect(_LEFT, 9.9, _RIGHT - _LEFT, 8)
    side = 0.0
    if values.agreed_time:
        side = 47.0
        band = Rect(_RIGHT - side, 11.2, side, 5.6)
        yield Box(band, 0.5)
        text = f"Phát lúc {values.agreed_time}"
        yield Text("agreed_time", band.shrunk(0.6), text, 8.5, Face.BOLD, Align.CENTRE, middle=True)
    elif values.route_detail:
        side = 36.0
        box = Rect(_RIGHT - side, room.y, side, room.h)
        yield Text("route_detail", box, values.route_detail, 9, Face.MEDIUM, Align.RIGHT, middle=True)
    main = Rect(room.x, room.y, room.w - side - (2 if side else 0), room.h)
    yield Text("route", main, values.route, 15, Face.BOLD, middle=True)


def _codes(values: KT1LabelValues, copy: int) -> Iterator[Element]:
    yield Code128("number", Rect(_LEFT, 18.2, 67.2, 12.6), values.number)
    number = grouped_number(values.number)
    yield Text("number", Rect(_LEFT + 6.6, 31.4, 54, 4.1), number, 12, Face.BOLD, Align.CENTRE, flat=True)
    yield DataMatrix("event_ref", Rect(85.6, 18.3, 12.4, 12.4), f"{values.number} {values.event_ref}")
    yield Text("event_ref", Rect(63, 32.8, 35, 2.6), values.event_ref, 7, align=Align.RIGHT, flat=True)
    again = reprint_text(copy, values.reprinted_at)
    if again:
        frame = Rect(69.4, 18.2, 15.8, 12.6)
        yield Box(frame, 0.5)
        yield Text(
            "reprinted_at", frame.shrunk(0.6), again, 8, Face.BOLD, Align.CENTRE, max_lines=4, middle=True
        )


def _parties(values: KT1LabelValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 35.5, _RIGHT - _LEFT, 0.25))
    yield Line(Rect(39.5, 36.6, 0.3, 17.1))
    yield Text("caption", Rect(_LEFT, 35.9, 14.5, 3.66), "Người gửi", 7, Face.MEDIUM)
    accepted = Rect(17, 35.9, 21.5, 3.66)
    yield Text("accepted_at", accepted, values.accepted_at, 7, align=Align.RIGHT)
    both = in_one(Said("sender_name", values.sender_name), Said("sender_address", values.sender_address))
    sender = Text(both.field, Rect(_LEFT, 39.6, 36.5, 14.6), both.text, 7.5, Face.MEDIUM, max_lines=4)
    entered, trial = later_text(values.entered_at), TRIAL_TEXT if values.trial else ""
    yield from sender_text(sender, entered, trial)
    left, width = 41.0, _RIGHT - 41.0
    row = Rect(left, 35.9, width, 3.66)
    caption = Text("caption", row, "Người nhận", 7, Face.MEDIUM)
    yield from receiver_line(row, caption, entered, trial, 61)
    name = Text(
        "receiver_name", Rect(left, 39.6, width, 7.86), values.receiver_name, 9, Face.BOLD, max_lines=2
    )
    yield replace(name, box=Rect(left, 39.6, width, name.fitted().height_mm))
    top = name.box.y + name.fitted().height_mm
    address = Rect(left, top, width, 54.36 - top)
    yield Text("receiver_address", address, values.receiver_address, 8, Face.MEDIUM, max_lines=3)


def _footer(values: KT1LabelValues) -> Iterator[Element]:
    yield Line(Rect(_LEFT, 54.4, _RIGHT - _LEFT, 0.3))
    top, height = 54.75, 3.7
    yield Text("weight", Rect(_LEFT, top, 14, height), values.weight, 7, Face.BOLD)
    yield Text("point", Rect(17, top, _RIGHT - 17, height), values.point, 7, align=Align.RIGHT)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(KT1LabelValues, raw)
    elements = (
        *_header(values),
        *_route(values),
        *_codes(values, copy),
        *_parties(values),
        *_footer(values),
    )
    return Document.of_page(Page(100, 60, 1.5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
