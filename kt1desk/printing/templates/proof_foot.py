"""The foot of a paper that proves one event: matrix, reference and digits of its hash, and the band of the training device.

It must not know what the paper is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, DataMatrix, Element, Line, Rect, Text
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash

LEFT, RIGHT = 11.0, 137.0
"""Edges of what stands on an upright A5 page, in mm."""
_BAND_MM = 56.0


@dataclass(frozen=True, slots=True)
class FootPlace:
    """Where a foot stands: left and right edge and its upper edge, in mm; it is 16 mm high."""

    left: float
    right: float
    top: float


A5_FOOT = FootPlace(LEFT, RIGHT, 187.0)


def proof_foot(
    item: str, event_ref: str, event_hash: str, *, trial: bool, place: FootPlace = A5_FOOT
) -> Iterator[Element]:
    """The rule and what stands below it.

    Args:
        item: number of the thing that the matrix names, or "".
        event_ref: reference of the event.
        event_hash: twelve digits of its hash.
        trial: whether the paper is of the training device.
        place: where.
    """
    left, top = place.left, place.top
    yield Line(Rect(left, top, place.right - left, 0.3))
    yield DataMatrix("event_ref", Rect(left, top + 1, 15, 15), f"{item} {event_ref}".strip())
    beside, width = left + 18, 50.0
    yield Text("caption", Rect(beside, top + 1.3, width, 3.7), "Số ghi trong nhật ký · mã đối chiếu", 7)
    yield Text("event_ref", Rect(beside, top + 5.6, width, 4.2), event_ref, 8, Face.SEMIBOLD)
    yield Text("event_hash", Rect(beside, top + 10, width, 4.2), grouped_hash(event_hash), 8, Face.SEMIBOLD)
    if trial:
        yield from trial_band(Rect(left + 70, top + 4.5, _BAND_MM, 8))


def trial_band(band: Rect) -> Iterator[Element]:
    """White on black: no real desk accepts this paper."""
    yield Box(band, filled=True)
    inner = Rect(band.x + 1.5, band.y, band.w - 3, band.h)
    yield Text("trial", inner, TRIAL_TEXT, 9, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
