"""Tables that go on over pages: named columns, rows as high as their longest cell, and the sharing out of rows among pages.

This module must not know any document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Element, Line, Rect, Text, moved
from kt1desk.printing.templates.flow import NOTHING, Block, Style, lines_mm, paragraph

PAD_X = 1.2
"""Air beside a text of a cell, in mm."""
_PAD_Y = 0.5
_THIN, _THICK = 0.12, 0.3
_CAPTION = Style(7.5, Face.BOLD, Align.CENTRE)
_MOST_CAPTION = 3
_CELL = Style(8)


@dataclass(frozen=True, slots=True)
class Col:
    """A column.

    Attributes:
        name: end of the field names of its cells, and the field of its caption.
        caption: what stands in its head.
        width_mm: its width.
        style: how its cells look.
        lines: lines a cell may have.
    """

    name: str
    caption: str
    width_mm: float
    style: Style = _CELL
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of columns between vertical rules.

    Attributes:
        left_mm: left edge.
        cols: the columns.
        least_mm: leaves room to write in a row.
        captions: how the captions look.
        caption_lines: lines a caption may have.
    """

    left_mm: float
    cols: tuple[Col, ...]
    least_mm: float = 0.0
    captions: Style = _CAPTION
    caption_lines: int = _MOST_CAPTION

    @property
    def width_mm(self) -> float:
        """All columns."""
        return sum(col.width_mm for col in self.cols)

    def head(self) -> Block:
        """The captions, between two rules."""
        cells: list[Text] = []
        left = self.left_mm
        for col in self.cols:
            room = lines_mm(self.captions.pt, self.caption_lines)
            box = Rect(left + PAD_X, _PAD_Y, col.width_mm - 2 * PAD_X, room)
            cells.append(paragraph(col.name, box, col.caption, self.captions))
            left += col.width_mm
        height = max(cell.box.h for cell in cells) + 2 * _PAD_Y
        rules = (Line(Rect(self.left_mm, 0, self.width_mm, _THICK)),)
        under = Line(Rect(self.left_mm, height, self.width_mm, _THICK))
        return self._ruled((*rules, *_levelled(cells, height), under), height + _THICK)

    def rule(self) -> Block:
        """The upper edge of a table that needs no captions."""
        return Block((Line(Rect(self.left_mm, 0, self.width_mm, _THICK)),), _THICK)

    def row(self, field: str, texts: Sequence[str]) -> Block:
        """One row; a text for each column.

        Raises:
            DeskError: what fitting raises, with ``field`` and the name of the column.
        """
        cells: list[Text] = []
        left, height = self.left_mm, self.least_mm
        for col, text in zip(self.cols, texts, strict=True):
            if text:
                cells.append(self._cell(f"{field}_{col.name}", col, left, text))
                height = max(height, cells[-1].box.h + 2 * _PAD_Y)
            left += col.width_mm
        under = Line(Rect(self.left_mm, height, self.width_mm, _THIN))
        return self._ruled((*_levelled(cells, height), under), height + _THIN)

    def band(self, field: str, text: str, style: Style) -> Block:
        """A row of one cell from edge to edge, for what follows below it."""
        box = Rect(self.left_mm + PAD_X, _PAD_Y, self.width_mm - 2 * PAD_X, lines_mm(style.pt, 2))
        cell = paragraph(field, box, text, style)
        height = cell.box.h + 2 * _PAD_Y
        rule = Line(Rect(self.left_mm, height, self.width_mm, _THIN))
        edges = (self._edge(self.left_mm, height + _THIN), self._edge(self._right, height + _THIN))
        return Block((cell, rule, *edges), height + _THIN)

    @property
    def _right(self) -> float:
        return self.left_mm + self.width_mm - _THIN

    def _cell(self, field: str, col: Col, left_mm: float, text: str) -> Text:
        room = lines_mm(col.style.pt, col.lines)
        box = Rect(left_mm + PAD_X, _PAD_Y, col.width_mm - 2 * PAD_X, room)
        return paragraph(field, box, text, col.style)

    def _edge(self, left_mm: float, height_mm: float) -> Line:
        return Line(Rect(left_mm, 0, _THIN, height_mm))

    def _ruled(self, elements: Sequence[Element], height_mm: float) -> Block:
        left, edges = self.left_mm, [self._edge(self.left_mm, height_mm)]
        for col in self.cols[:-1]:
            left += col.width_mm
            edges.append(self._edge(left, height_mm))
        edges.append(self._edge(self._right, height_mm))
        return Block((*elements, *edges), height_mm)


def _levelled(cells: Sequence[Text], height_mm: float) -> tuple[Element, ...]:
    """Cells in the middle of their row, however many lines each has."""
    return tuple(moved(cell, 0, (height_mm - cell.box.h) / 2 - cell.box.y) for cell in cells)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a head; ``top`` is the head at the top of a further page, where another one than in the middle of a page is wanted."""

    rows: tuple[Block, ...]
    head: Block = NOTHING
    top: Block | None = None


def joined(*blocks: Block) -> Block:
    """Blocks below each other that stay on one page."""
    elements: list[Element] = []
    top = 0.0
    for block in blocks:
        elements += block.at(top)
        top += block.height_mm
    return Block(tuple(elements), top)


@dataclass(frozen=True, slots=True)
class Room:
    """Height for blocks on the first page and on every further one, in mm."""

    first_mm: float
    next_mm: float


def share_out(sections: Sequence[Section], closing: Block, room: Room) -> tuple[tuple[Block, ...], ...]:
    """The blocks of every page. What closes a paper is never alone on its page: a signature belongs to something.

    The row that goes with it takes its head along where it was the only one under it.
    """
    pages: list[list[Block]] = [[]]
    free = room.first_mm
    last = placed = NOTHING
    for section in sections:
        head, top = section.head, section.top or section.head
        begun = False
        for row in section.rows:
            if row.height_mm + (0 if begun else head.height_mm) > free:
                pages.append([])
                free, begun, head = room.next_mm, False, top
            if not begun:
                pages[-1].append(head)
                placed = head
                free, begun = free - head.height_mm, True
            pages[-1].append(row)
            free -= row.height_mm
            last = top
    if closing.height_mm > free:
        kept = [last, pages[-1].pop()] if len(pages[-1]) > 2 else []
        if kept and pages[-1][-1] is placed:
            kept[0] = pages[-1].pop()
        pages.append(kept)
    pages[-1].append(closing)
    return tuple(tuple(page) for page in pages)
