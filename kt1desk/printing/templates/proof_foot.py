"""The foot of an A5 paper that proves one event: matrix, reference and digits of its hash, and the band of the training device.

It must not know what the paper is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, DataMatrix, Element, Line, Rect, Text
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash

LEFT, RIGHT = 11.0, 137.0
"""Edges of what stands on an upright A5 page, in mm."""


def proof_foot(item: str, event_ref: str, event_hash: str, *, trial: bool) -> Iterator[Element]:
    """From 187 mm down to the lower edge.

    Args:
        item: number of the item that the matrix names.
        event_ref: reference of the event.
        event_hash: twelve digits of its hash.
        trial: whether the paper is of the training device.
    """
    yield Line(Rect(LEFT, 187, RIGHT - LEFT, 0.3))
    yield DataMatrix("event_ref", Rect(LEFT, 188, 15, 15), f"{item} {event_ref}")
    left, width = LEFT + 18, 50.0
    yield Text("caption", Rect(left, 188.3, width, 3.7), "Số ghi trong nhật ký · mã đối chiếu", 7)
    yield Text("event_ref", Rect(left, 192.6, width, 4.2), event_ref, 8, Face.SEMIBOLD)
    yield Text("event_hash", Rect(left, 197, width, 4.2), grouped_hash(event_hash), 8, Face.SEMIBOLD)
    if trial:
        band = Rect(81, 191.5, RIGHT - 81, 8)
        yield Box(band, filled=True)
        inner = Rect(band.x + 1.5, band.y, band.w - 3, band.h)
        yield Text("trial", inner, TRIAL_TEXT, 9, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
