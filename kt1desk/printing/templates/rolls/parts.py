"""Parts of receipts on a roll that are more than a line of text: codes to scan, places to sign, the proof at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Code128, DataMatrix, Rect, Text
from kt1desk.printing.templates.base import grouped_hash, grouped_number
from kt1desk.printing.templates.flow import Column, Style
from kt1desk.printing.templates.rolls.strip import CAPTION, LEFT, MANY, PAGE_MM, STRONG, WIDTH, Strip

_BARS_MM = 67.2
_SIGNING_MM = 14.0
SIGN_HERE = "(ký, ghi rõ họ tên)"


def bars(strip: Strip, field: str, number: str) -> None:
    """The number to scan, with its quiet zones, and below it as people read it."""
    column = strip.column
    column.gap(0.8)
    box = Rect((PAGE_MM - _BARS_MM) / 2, column.bottom_mm, _BARS_MM, 12.8)
    column.elements.append(Code128(field, box, number))
    column.gap(box.h + 0.7)
    shown = Rect(LEFT, column.bottom_mm, WIDTH, 4.6)
    text = Text(field, shown, grouped_number(number), 13, Face.BOLD, Align.CENTRE, flat=True)
    column.elements.append(text)
    column.gap(shown.h + 0.8)


def signatures(strip: Strip, signers: Sequence[tuple[str, str, str]]) -> None:
    """Places to sign beside each other, each given as role, field and name."""
    width = (WIDTH - 2) / len(signers)
    top = strip.column.bottom_mm + 1.5
    bottom = top
    for at, (role, field, name) in enumerate(signers):
        column = Column(LEFT + at * (width + 2 / max(1, len(signers) - 1)), width, top)
        column.say("caption", role, Style(8.5, Face.BOLD, Align.CENTRE), MANY)
        column.say("caption", SIGN_HERE, Style(8, Face.REGULAR, Align.CENTRE), MANY)
        column.gap(_SIGNING_MM)
        column.say(field, name, Style(8.5, Face.SEMIBOLD, Align.CENTRE), MANY)
        strip.column.elements += column.elements
        bottom = max(bottom, column.bottom_mm)
    strip.column.bottom_mm = bottom + 1


def proof(strip: Strip, number: str, event_ref: str, event_hash: str) -> None:
    """The matrix, and beside it the reference of the event and the digits of its hash."""
    column = strip.column
    column.rule(0.3)
    top = column.bottom_mm
    column.elements.append(DataMatrix("event_ref", Rect(LEFT - 0.5, top, 14, 14), f"{number} {event_ref}"))
    beside = Column(LEFT + 15, WIDTH - 15, top + 0.4)
    beside.say("caption", "Số ghi trong nhật ký · mã đối chiếu", CAPTION)
    beside.say("event_ref", event_ref, STRONG)
    beside.say("event_hash", grouped_hash(event_hash), STRONG)
    column.elements += beside.elements
    column.bottom_mm = max(top + 14, beside.bottom_mm) + 0.6
