"""When a thing was entered, where that was later than it happened: the place on a label that has room for it.

On a real desk it stands above the receiver; the training device has its mark there, and says it above the sender. This module must not
know any label.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.domain.errors import DeskError
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Element, Rect, Text

_CAPTION_MM = 18.0
_LINE_MM = 3.66


def later_text(entered_at: str) -> str:
    """When it was entered, as every paper says it; "" for what was entered at once."""
    return f"Nhập bù {entered_at}" if entered_at else ""


def receiver_line(row: Rect, caption: Text, entered: str, trial: str, trial_left: float) -> Iterator[Element]:
    """The line above the receiver, from edge to edge of his side.

    Args:
        row: the whole line.
        caption: its words in their size; where they stand is told here.
        entered: as `later_text`.
        trial: the mark of the training device, or "".
        trial_left: where its band begins, in mm.
    """
    yield caption.within(Rect(row.x, row.y, _CAPTION_MM, row.h))
    if trial:
        band = Rect(trial_left, row.y, row.right - trial_left, row.h)
        yield Box(band, filled=True)
        inner = Rect(band.x + 0.5, band.y, band.w - 1, band.h)
        yield Text("trial", inner, trial, 7, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    elif entered:
        box = Rect(row.x + _CAPTION_MM, row.y, row.w - _CAPTION_MM, row.h)
        yield Text("entered_at", box, entered, 7, Face.BOLD, Align.RIGHT)


def sender_text(text: Text, entered: str, trial: str) -> Iterator[Element]:
    """Name and address of the sender, on the training device below the line that says when it was entered, where there is room for it."""
    box = text.box
    room = Rect(box.x, box.y + _LINE_MM, box.w, box.h - _LINE_MM)
    below = Text(text.field, room, text.text, text.pt, text.face, max_lines=text.max_lines - 1)
    if entered and trial and _fits(below):
        yield Text("entered_at", Rect(box.x, box.y, box.w, _LINE_MM), entered, 7, Face.BOLD)
        yield below
    else:
        yield text


def _fits(text: Text) -> bool:
    try:
        text.fitted()
    except DeskError:
        return False
    return True
