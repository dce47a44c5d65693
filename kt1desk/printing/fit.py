"""Fitting a text into its box: wrap, then a point smaller, then the condensed face, then smaller down to 7 pt, then a refusal by name.

Never clipped and never silently shortened: a label whose address lost its last word delivers to the wrong door. The
answer does not depend on a printer, so it can be asked before an event is committed.
"""

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kt1desk.domain.errors import DeskError
from kt1desk.printing.fonts import (
    ASCENT_EM,
    DESCENT_EM,
    FLAT_ASCENT_EM,
    FLAT_DESCENT_EM,
    FLAT_LETTERS,
    LEADING_EM,
    MM_PER_POINT,
    Face,
    advances_mm,
    can_show,
    width_mm,
)

FLOOR_PT = 7.0
"""The smallest size read without error at 203 dpi (measured by character recognition on 1-bit rasters)."""
LONGEST = 600
"""Characters beyond which no box of ours could hold the text: refused before any measuring."""
_WIDE_FLOOR_PT = 8.0
"""Below this the ordinary face loses strokes at 203 dpi, the condensed one does not (same measurement)."""
_WIDE_LOSS_PT = 1.0
"""A point smaller is less of a change to the eye than another face; two points are not."""
_STEP_PT = 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text ready to be drawn: its lines in NFC, one face, one size in points, ink above and below a baseline in em."""

    lines: tuple[str, ...]
    face: Face
    pt: float
    ascent_em: float = ASCENT_EM
    descent_em: float = DESCENT_EM

    @property
    def height_mm(self) -> float:
        """Height of the block, marks above the first and below the last line included."""
        ems = self.ascent_em + self.descent_em + (len(self.lines) - 1) * LEADING_EM
        return ems * self.pt * MM_PER_POINT

    def baselines_mm(self) -> tuple[float, ...]:
        """Distance of each baseline from the top of the block."""
        em = self.pt * MM_PER_POINT
        return tuple((self.ascent_em + i * LEADING_EM) * em for i in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may fill: width and height in mm, lines allowed; figures may stand closer; two lines equally long."""

    width_mm: float
    height_mm: float
    max_lines: int = 1
    flat: bool = False
    balanced: bool = False


def _wrap(words: list[str], face: Face, pt: float, room_mm: float, lines: int) -> tuple[str, ...] | None:
    """Greedy lines, or None when it takes more than ``lines`` or a word alone is too wide."""
    blank = advances_mm(" ", face, pt)
    done: list[str] = []
    current: list[str] = []
    reached: tuple[float, ...] = ()
    for word in words:
        own = advances_mm(word, face, pt)
        longer = tuple(map(sum, zip(reached, blank, own, strict=True))) if current else own
        if max(longer) <= room_mm:
            current.append(word)
            reached = longer
            continue
        if not current or max(own) > room_mm or len(done) + 1 >= lines:
            return None
        done.append(" ".join(current))
        current, reached = [word], own
    return (*done, " ".join(current))


def _balanced(words: list[str], face: Face, pt: float) -> tuple[str, ...]:
    """Two lines broken where the longer one is shortest: HỎA TỐC / HẸN GIỜ, not HỎA TỐC HẸN / GIỜ."""
    breaks = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(breaks, key=lambda pair: max(width_mm(line, face, pt) for line in pair))


def _attempts(face: Face, pt: float) -> Iterator[tuple[Face, float]]:
    yield face, pt
    size = pt - _STEP_PT
    while size >= max(_WIDE_FLOOR_PT, pt - _WIDE_LOSS_PT):
        yield face, size
        size -= _STEP_PT
    if face is not Face.CONDENSED:
        yield Face.CONDENSED, pt
    size = pt - _STEP_PT
    while size >= FLOOR_PT:
        yield Face.CONDENSED, size
        size -= _STEP_PT


def _lines_that_fit(room: Room, pt: float, ink_em: float) -> int:
    spare_em = room.height_mm / (pt * MM_PER_POINT) - ink_em
    return min(room.max_lines, math.floor(spare_em / LEADING_EM + 1e-6) + 1)


@lru_cache(maxsize=2048)
def fit_text(field: str, text: str, face: Face, pt: float, room: Room) -> Fitted:
    """Find the first way the text fits.

    Args:
        field: name of the value, for the refusal.
        text: one paragraph; runs of blanks become one.
        face: the wanted face.
        pt: the wanted size.
        room: what it may fill.

    Raises:
        DeskError: ``paper.character_not_printable`` when a letter has no glyph, ``paper.text_does_not_fit`` when even
            7 pt condensed is too much.
    """
    if len(text) > LONGEST:
        raise DeskError("paper.text_does_not_fit", field)
    words = [word for word in unicodedata.normalize("NFC", text).replace("\u00a0", " ").split(" ") if word]
    joined = " ".join(words)
    if not can_show(joined, Face.CONDENSED):
        raise DeskError("paper.character_not_printable", field)
    if not can_show(joined, face):
        face = Face.CONDENSED
    is_flat = room.flat and FLAT_LETTERS.issuperset(joined)
    ascent, descent = (FLAT_ASCENT_EM, FLAT_DESCENT_EM) if is_flat else (ASCENT_EM, DESCENT_EM)
    for tried_face, tried_pt in _attempts(face, pt):
        allowed = _lines_that_fit(room, tried_pt, ascent + descent)
        lines = _wrap(words, tried_face, tried_pt, room.width_mm, allowed) if allowed > 0 else None
        if lines is not None:
            if room.balanced and len(lines) == 2:
                lines = _balanced(words, tried_face, tried_pt)
            return Fitted(lines, tried_face, tried_pt, ascent, descent)
    raise DeskError("paper.text_does_not_fit", field)
