"""Short notes in rows of one line: each as wide as its text, put where there is room. This module must not know any document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.printing.fit import FLOOR_PT
from kt1desk.printing.fonts import Face, width_mm
from kt1desk.printing.layout import Align, Element, Rect, Text
from kt1desk.printing.templates.flow import Block, lines_mm
from kt1desk.printing.templates.labels.parts import band

SHELF_MM = lines_mm(FLOOR_PT) + 0.02
_GAP_MM = 1.2
_AIR_MM = 0.2
"""Left beside the sum of the letters' widths, so that a text is not broken by the last digit of a sum."""
_BAND_MM = 1.6


@dataclass(frozen=True, slots=True)
class Note:
    """A short text in one line; "" takes no room. What is ``first`` stays before all that is sorted by width."""

    field: str
    text: str
    pt: float
    face: Face = Face.MEDIUM
    flat: bool = False
    inverse: bool = False
    first: bool = False

    def width(self, face: Face, pt: float) -> float:
        """Its width in mm."""
        return width_mm(self.text, face, pt) + _AIR_MM + (_BAND_MM if self.inverse else 0)


def shelves(notes: Iterable[Note], left_mm: float, width: float, *, close: bool = False) -> tuple[Block, ...]:
    """Rows of notes: the first begins the first row, each further one goes where there is room for it as it is, else condensed.

    ``close`` condenses all but the very first and sorts by width, the widest first: that takes the fewest rows.

    Raises:
        DeskError: ``paper.text_does_not_fit`` with the field of a note that is wider than a row even at 7 pt.
    """
    rows: list[list[tuple[Note, float]]] = []
    said = [note for note in notes if note.text]
    if close:
        said.sort(key=lambda note: (not note.first, -note.width(Face.CONDENSED, FLOOR_PT)))
    for note in said:
        narrow = note.width(Face.CONDENSED, FLOOR_PT)
        wide = narrow if close and rows else note.width(note.face, note.pt)
        if min(wide, narrow) > width:
            raise DeskError("paper.text_does_not_fit", note.field)
        for wanted in (wide, narrow):
            row = next((row for row in rows if _used(row) + wanted <= width), None)
            if row is not None:
                row.append((note, wanted))
                break
        else:
            rows.append([(note, min(wide, width))])
    return tuple(Block(tuple(_placed(row, left_mm, width)), SHELF_MM) for row in rows)


def _used(row: list[tuple[Note, float]]) -> float:
    return sum(wide + _GAP_MM for _, wide in row)


def _placed(row: list[tuple[Note, float]], left_mm: float, width: float) -> Iterator[Element]:
    """From edge to edge: what is left over goes between the notes."""
    spare = width - sum(wide for _, wide in row)
    gap = spare / (len(row) - 1) if len(row) > 1 else 0
    left = left_mm
    for at, (note, wide) in enumerate(row):
        if len(row) > 1 and at == len(row) - 1:
            left = left_mm + width - wide
        box = Rect(left, 0, wide, SHELF_MM)
        if note.inverse:
            yield from band(note.field, box, note.text, note.pt)
        else:
            align = Align.RIGHT if at and at == len(row) - 1 else Align.LEFT
            yield Text(note.field, box, note.text, note.pt, note.face, align, middle=True, flat=note.flat)
        left += wide + gap
