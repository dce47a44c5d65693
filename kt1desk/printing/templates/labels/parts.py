"""What a label of one item says, whichever service it is of, and the parts that look the same on every size of label.

This module must not know a size of paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Element, Rect, Text
from kt1desk.printing.templates.said import Said, in_one


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or receives: caption, name and address."""

    caption: str
    name: Said
    address: Said

    @property
    def whole(self) -> Said:
        """Name and address in one text."""
        return in_one(self.name, self.address)


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """The texts of a label, ready to be placed.

    Attributes:
        mark: the service in large letters.
        plain: what stands at the right of the head of an item that is not urgent.
        letter: "", A, B or C.
        urgency: in capitals, or "".
        route: the destination a sorter reads from two metres.
        agreed: when it must be delivered, with words; stands where the route's detail would.
        detail: route or postal code.
        number: S10 number.
        matrix: what the DataMatrix says.
        event_ref: reference of the event.
        named: numbers of a case, from left to right.
        sender: who sends.
        receiver: who receives.
        weight: with unit.
        accepted_at: local time.
        point: where it was accepted.
        again: ``IN LẠI n`` with its time, or "".
        trial: text of the training device, or "".
        entered: when it was entered, with words, or "" where that was at once.
    """

    mark: Said
    plain: str
    letter: str
    urgency: str
    route: str
    agreed: str
    detail: str
    number: Said
    matrix: str
    event_ref: str
    named: tuple[Said, ...]
    sender: Party
    receiver: Party
    weight: str
    accepted_at: str
    point: str
    again: str
    trial: str
    entered: str = ""


def band(field: str, box: Rect, text: str, pt: float, lines: int = 1) -> Iterator[Element]:
    """White on black."""
    yield Box(box, filled=True)
    inner = Rect(box.x + 0.8, box.y, box.w - 1.6, box.h)
    yield Text(field, inner, text, pt, Face.BOLD, Align.CENTRE, max_lines=lines, middle=True, inverse=True)


def letter_box(box: Rect, letter: str, pt: float) -> Iterator[Element]:
    """A letter in its square, as it is stamped on the cover."""
    yield Box(box, 0.6)
    yield Text("letter", box.shrunk(0.7), letter, pt, Face.BOLD, Align.CENTRE, middle=True, flat=True)


def framed(field: str, box: Rect, text: str, pt: float, lines: int) -> Iterator[Element]:
    """A text in a frame that is seen at once."""
    yield Box(box, 0.5)
    yield Text(field, box.shrunk(0.6), text, pt, Face.BOLD, Align.CENTRE, max_lines=lines, middle=True)
