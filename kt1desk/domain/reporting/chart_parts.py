"""What a chart is drawn of: areas with patterns, straight strokes, labels; in whatever unit the paper or the screen measures.

The origin is the top left corner, x to the right, y down. Series are told apart by pattern and by what stands beside them, never by colour.
This module must not know any chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import hypot

TOUCH = 1e-6
"""Edges closer than this are the same edge."""
_AIR = 0.03
"""Of a line's height: how much wider an area is than its text, for whoever adds up widths in another order."""


class Pattern(StrEnum):
    """How an area is filled; all four are told apart on a copy of a copy."""

    SOLID = "solid"
    EMPTY = "empty"
    RISING = "rising"
    """Strokes from the lower left to the upper right."""
    CROSSED = "crossed"
    """Strokes both ways."""


PATTERNS = (Pattern.SOLID, Pattern.EMPTY, Pattern.RISING, Pattern.CROSSED)
"""Of the series of a chart, in their order; a fifth begins anew."""
DASHES: tuple[tuple[float, ...], ...] = ((), (1.1, 0.5), (0.35, 0.4), (1.6, 0.4, 0.35, 0.4))
"""Of the lines of a chart, in the order of its series: ink and gap by turns, in heights of a line of text; () is unbroken."""


@dataclass(frozen=True, slots=True)
class Area:
    """A box: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.h

    def holds(self, other: Area) -> bool:
        """Whether ``other`` lies within this box."""
        return (
            other.x >= self.x - TOUCH
            and other.y >= self.y - TOUCH
            and other.right <= self.right + TOUCH
            and other.bottom <= self.bottom + TOUCH
        )

    def meets(self, other: Area) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - TOUCH
            and other.x < self.right - TOUCH
            and self.y < other.bottom - TOUCH
            and other.y < self.bottom - TOUCH
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """An area with a frame and a pattern; a value, a part of one, or a sample beside the name of a series."""

    area: Area
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one end to the other; thin ones belong to axes."""

    x1: float
    y1: float
    x2: float
    y2: float
    thin: bool = False

    def bounds(self, around: float = 0.0) -> Area:
        """The box around it, and a little more on every side."""
        left, top = min(self.x1, self.x2) - around, min(self.y1, self.y2) - around
        return Area(left, top, abs(self.x1 - self.x2) + 2 * around, abs(self.y1 - self.y2) + 2 * around)

    def crosses(self, area: Area) -> bool:
        """Whether it runs through a box (Liang and Barsky's clipping: what of it is left inside)."""
        enter, leave = 0.0, 1.0
        for begin, way, low, high in (
            (self.x1, self.x2 - self.x1, area.x + TOUCH, area.right - TOUCH),
            (self.y1, self.y2 - self.y1, area.y + TOUCH, area.bottom - TOUCH),
        ):
            if way == 0:
                if not low <= begin <= high:
                    return False
                continue
            ends = sorted(((low - begin) / way, (high - begin) / way))
            enter, leave = max(enter, ends[0]), min(leave, ends[1])
        return enter <= leave


@dataclass(frozen=True, slots=True)
class Label:
    """A text of one line that fills its area."""

    area: Area
    text: str


@dataclass(frozen=True, slots=True)
class Pen:
    """How texts measure where they will stand.

    Attributes:
        width_of: width of one line of text.
        line: height of one line; every other measure of a chart is so many of it.
    """

    width_of: Callable[[str], float]
    line: float

    def room(self, text: str) -> float:
        """Width of an area for a text."""
        return self.width_of(text) + _AIR * self.line

    def label(self, text: str, x: float, y: float) -> Label:
        """A text with its upper left corner there."""
        return Label(Area(x, y, self.room(text), self.line), text)

    def cut(self, text: str, width: float) -> str:
        """As much of a text as is no wider, «…» where something is missing."""
        if self.room(text) <= width:
            return text
        least, most = 0, len(text) - 1
        while least < most:
            middle = (least + most + 1) // 2
            if self.room(text[:middle].rstrip() + "…") <= width:
                least = middle
            else:
                most = middle - 1
        return text[: max(1, least)].rstrip() + "…"

    def wrapped(self, text: str, width: float, lines: int) -> tuple[str, ...]:
        """A text on at most so many lines, the last one cut."""
        done: list[str] = []
        rest = text.split()
        while rest and len(done) < lines - 1:
            taken = 1
            while taken < len(rest) and self.room(" ".join(rest[: taken + 1])) <= width:
                taken += 1
            done.append(self.cut(" ".join(rest[:taken]), width))
            rest = rest[taken:]
        return (*done, self.cut(" ".join(rest), width)) if rest else tuple(done)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is drawn, back to front: axes, bars and strokes, labels; nothing stands outside ``width`` × ``height``."""

    width: float
    height: float
    bars: tuple[Bar, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()

    def beneath(self, other: Drawing) -> Drawing:
        """The two below each other, this one above."""
        down = self.height
        bars = (Bar(_lower(bar.area, down), bar.pattern) for bar in other.bars)
        strokes = (Stroke(s.x1, s.y1 + down, s.x2, s.y2 + down, s.thin) for s in other.strokes)
        labels = (Label(_lower(label.area, down), label.text) for label in other.labels)
        return Drawing(
            max(self.width, other.width),
            down + other.height,
            (*self.bars, *bars),
            (*self.strokes, *strokes),
            (*self.labels, *labels),
        )


def _lower(area: Area, down: float) -> Area:
    return Area(area.x, area.y + down, area.w, area.h)


def hatching(area: Area, pattern: Pattern, pitch: float) -> Iterator[Stroke]:
    """The strokes that fill an area, ``pitch`` apart along its edges; none for a solid or an empty one."""
    if pattern in {Pattern.SOLID, Pattern.EMPTY}:
        return
    at = pitch
    while at < area.w + area.h:
        # Along the left and upper edges: what begins at (0, at) ends at (at, 0), each end moved along its edge into the box.
        x1, y1 = (0.0, at) if at <= area.h else (at - area.h, area.h)
        x2, y2 = (at, 0.0) if at <= area.w else (area.w, at - area.w)
        yield Stroke(area.x + x1, area.y + y1, area.x + x2, area.y + y2)
        if pattern is Pattern.CROSSED:
            yield Stroke(area.x + x1, area.bottom - y1, area.x + x2, area.bottom - y2)
        at += pitch


def dashed(points: Sequence[tuple[float, float]], dash: Sequence[float]) -> Iterator[Stroke]:
    """The inked pieces of a line through points; ``dash`` is ink and gap by turns, in the unit of the points."""
    pairs = pairwise(points)
    if not dash:
        yield from (Stroke(*begin, *end) for begin, end in pairs)
        return
    turn, left = 0, dash[0]
    for (x1, y1), (x2, y2) in pairs:
        length, done = hypot(x2 - x1, y2 - y1), 0.0
        while done < length:
            step = min(left, length - done)
            if turn % 2 == 0:
                begin, end = done / length, (done + step) / length
                yield Stroke(
                    x1 + (x2 - x1) * begin,
                    y1 + (y2 - y1) * begin,
                    x1 + (x2 - x1) * end,
                    y1 + (y2 - y1) * end,
                )
            done, left = done + step, left - step
            if left <= TOUCH:
                turn = (turn + 1) % len(dash)
                left = dash[turn]
