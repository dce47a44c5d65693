"""A label of 100 × 75 mm: the places of the usual one, higher, so that every type is a size larger and parties have two lines more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import grouped_number
from kt1desk.printing.templates.entered_later import receiver_line, sender_text
from kt1desk.printing.templates.labels.parts import ItemLabel, Party, band, framed, letter_box

_LEFT, _RIGHT = 2.0, 98.0
_WIDTH = _RIGHT - _LEFT
_SENDER_MM = 36.5
_RECEIVER = 41.0
_PARTIES, _BODY, _FOOT = 43.6, 48.0, 68.8
"""Upper edges of the parties, of their names and of the last line, in mm."""


def large_label(label: ItemLabel) -> Page:
    """The page of a label.

    Raises:
        DeskError: what fitting raises.
    """
    head = _case_head(label) if label.named else _head(label)
    elements = (
        *head,
        *_route(label),
        *_codes(label),
        Line(Rect(_LEFT, _PARTIES, _WIDTH, 0.25)),
        Line(Rect(39.5, _PARTIES + 1.1, 0.3, _FOOT - _PARTIES - 2)),
        *_sender(label),
        *_receiver(label),
        *_foot(label),
    )
    return Page(100, 75, 1.5, elements, "KT1")


def _head(label: ItemLabel) -> Iterator[Element]:
    mark = Rect(_LEFT, 2, 20, 9)
    yield Text(label.mark.field, mark, label.mark.text, 27, Face.BOLD, middle=True, flat=True)
    left = 23.5
    if label.letter:
        yield from letter_box(Rect(left, 2, 10.5, 9), label.letter, 21)
        left += 12
    rest = Rect(left, 2, _RIGHT - left, 9)
    if label.urgency:
        yield from band("urgency", rest, label.urgency, 17)
    else:
        yield Text("service", rest, label.plain, 13, Face.SEMIBOLD, Align.RIGHT, middle=True)


def _case_head(label: ItemLabel) -> Iterator[Element]:
    yield from band(label.mark.field, Rect(_LEFT, 2, 46, 9), label.mark.text, 16)
    top, height = 2.0, 4.7
    for said, pt in zip(label.named, (9.0, 8.5), strict=True):
        box = Rect(50, top, _RIGHT - 50, height)
        yield Text(said.field, box, said.text, pt, Face.BOLD, Align.RIGHT)
        top += height


def _route(label: ItemLabel) -> Iterator[Element]:
    top, height, side = 11.5, 10.0, 0.0
    if label.agreed:
        side = 47.0
        yield from framed("agreed_time", Rect(_RIGHT - side, top + 1.6, side, 6.6), label.agreed, 9.5, 1)
    elif label.detail:
        side = 28.0
        box = Rect(_RIGHT - side, top, side, height)
        yield Text("route_detail", box, label.detail, 10, Face.MEDIUM, Align.RIGHT, max_lines=2, middle=True)
    main = Rect(_LEFT, top, _WIDTH - side - (2 if side else 0), height)
    yield Text("route", main, label.route, 19, Face.BOLD, max_lines=2, middle=True)


def _codes(label: ItemLabel) -> Iterator[Element]:
    field, number = label.number.field, label.number.text
    yield Code128(field, Rect(_LEFT, 21.8, 67.2, 15.8), number)
    box = Rect(_LEFT + 6.6, 38.3, 54, 4.8)
    yield Text(field, box, grouped_number(number), 14, Face.BOLD, Align.CENTRE, flat=True)
    yield DataMatrix("event_ref", Rect(85.6, 21.9, 12.4, 12.4), label.matrix)
    below = Rect(63, 39.6, 35, 2.9)
    yield Text("event_ref", below, label.event_ref, 8, align=Align.RIGHT, flat=True)
    if label.again:
        yield from framed("reprinted_at", Rect(69.4, 21.8, 15.8, 15.8), label.again, 8.5, 4)


def _sender(label: ItemLabel) -> Iterator[Element]:
    top, height = _PARTIES + 0.4, 3.95
    yield Text("caption", Rect(_LEFT, top, 14.5, height), "Nơi gửi", 7.5)
    accepted = Rect(17, top, 21.5, height)
    yield Text("accepted_at", accepted, label.accepted_at, 7.5, align=Align.RIGHT)
    whole = label.sender.whole
    box = Rect(_LEFT, _BODY, _SENDER_MM, _FOOT - _BODY - 0.3)
    sender = Text(whole.field, box, whole.text, 8.5, Face.MEDIUM, max_lines=5)
    yield from sender_text(sender, label.entered, label.trial)


def _receiver(label: ItemLabel) -> Iterator[Element]:
    top, height = _PARTIES + 0.4, 3.95
    row = Rect(_RECEIVER, top, _RIGHT - _RECEIVER, height)
    yield from receiver_line(row, Text("caption", row, "Nơi nhận", 7.5), label.entered, label.trial, 59)
    yield from _named(label.receiver)


def _named(party: Party) -> Iterator[Element]:
    """The name as large as it fits into two lines, the address in what is left: never less than three lines at 7 pt."""
    width, bottom = _RIGHT - _RECEIVER, _FOOT - 0.3
    field, text = party.name.field, party.name.text
    name = Text(field, Rect(_RECEIVER, _BODY, width, 10.3), text, 10.5, Face.BOLD, max_lines=2)
    name = replace(name, box=Rect(_RECEIVER, _BODY, width, name.fitted().height_mm))
    yield name
    address = Rect(_RECEIVER, name.box.bottom, width, bottom - name.box.bottom)
    yield Text(party.address.field, address, party.address.text, 9, Face.MEDIUM, max_lines=4)


def _foot(label: ItemLabel) -> Iterator[Element]:
    yield Line(Rect(_LEFT, _FOOT, _WIDTH, 0.3))
    top, height = _FOOT + 0.35, 4.2
    yield Text("weight", Rect(_LEFT, top, 14, height), label.weight, 8, Face.BOLD)
    yield Text("point", Rect(17, top, _RIGHT - 17, height), label.point, 8, align=Align.RIGHT)
