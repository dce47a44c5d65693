"""Parts of a page that stand below each other: columns of texts, blocks, and pages that take as many blocks as they hold.

Papers with lists have no fixed places: what stands below depends on how many lines stand above. This module must not know any document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kt1desk.printing.fonts import ASCENT_EM, DESCENT_EM, LEADING_EM, MM_PER_POINT, Face
from kt1desk.printing.layout import Align, Element, Line, Rect, Text, moved


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size in points, face, alignment."""

    pt: float
    face: Face = Face.MEDIUM
    align: Align = Align.LEFT


CAPTION = Style(7, Face.REGULAR)
FINE = Style(7.5)
BODY = Style(8)
STRONG = Style(8.5, Face.SEMIBOLD)


def lines_mm(pt: float, lines: int = 1) -> float:
    """Height of so many lines of a size."""
    return (ASCENT_EM + DESCENT_EM + (lines - 1) * LEADING_EM) * pt * MM_PER_POINT


def paragraph(field: str, box: Rect, text: str, style: Style) -> Text:
    """A text at the top of a box, as many lines as the box holds; its own box is as high as the text is.

    Raises:
        DeskError: what fitting raises.
    """
    lines = max(1, int(box.h / (LEADING_EM * style.pt * MM_PER_POINT)) + 2)
    made = Text(field, box, text, style.pt, style.face, style.align, max_lines=lines)
    return made.within(Rect(box.x, box.y, box.w, made.fitted().height_mm))


@dataclass(frozen=True, slots=True)
class Block:
    """Elements that stay together, as if they stood at the top of a page, and the height they take."""

    elements: tuple[Element, ...]
    height_mm: float

    def at(self, top_mm: float) -> tuple[Element, ...]:
        """The elements at their place."""
        return tuple(moved(element, 0, top_mm) for element in self.elements)


NOTHING = Block((), 0.0)


def stacked(blocks: Iterable[Block], top_mm: float) -> Iterator[Element]:
    """The elements of blocks below each other, at their places."""
    for block in blocks:
        yield from block.at(top_mm)
        top_mm += block.height_mm


def total_mm(blocks: Iterable[Block]) -> float:
    """Height of blocks below each other."""
    return sum(block.height_mm for block in blocks)


class Column:
    """Texts below each other between two edges; what is empty takes no room."""

    def __init__(self, left_mm: float, width_mm: float, top_mm: float = 0.0) -> None:
        self.left_mm = left_mm
        self.width_mm = width_mm
        self.bottom_mm = top_mm
        self.elements: list[Element] = []

    def say(self, field: str, text: str, style: Style = BODY, lines: int = 1) -> None:
        """A text of at most so many lines.

        Raises:
            DeskError: what fitting raises.
        """
        if not text:
            return
        box = Rect(self.left_mm, self.bottom_mm, self.width_mm, lines_mm(style.pt, lines))
        made = paragraph(field, box, text, style)
        self.elements.append(made)
        self.bottom_mm += made.box.h

    def pair(
        self, name: tuple[str, str], amount: tuple[str, str], style: Style = BODY, share: float = 0.66
    ) -> None:
        """Name on the left, sum on the right, each given as field and text; `share` is the name's part of the width."""
        height = lines_mm(style.pt)
        box = Rect(self.left_mm, self.bottom_mm, self.width_mm * share, height)
        self.elements.append(Text(name[0], box, name[1], style.pt, style.face))
        box = Rect(self.left_mm + self.width_mm * share, self.bottom_mm, self.width_mm * (1 - share), height)
        self.elements.append(Text(amount[0], box, amount[1], style.pt, style.face, Align.RIGHT))
        self.bottom_mm += height

    def gap(self, height_mm: float) -> None:
        """Leave some room."""
        self.bottom_mm += height_mm

    def rule(self, thick_mm: float = 0.2) -> None:
        """A line from edge to edge with a little air around it."""
        self.elements.append(Line(Rect(self.left_mm, self.bottom_mm + 0.4, self.width_mm, thick_mm)))
        self.bottom_mm += thick_mm + 0.8

    def block(self) -> Block:
        """All of it."""
        return Block(tuple(self.elements), self.bottom_mm)


def beside(*columns: Column) -> Block:
    """Columns beside each other; as high as the highest."""
    elements = [element for column in columns for element in column.elements]
    return Block(tuple(elements), max(column.bottom_mm for column in columns))
