"""An A5 paper about one case: codes and numbers at the top, what it says, signatures, and on every page the foot that proves it.

This module must not know any document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Code128, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.a4 import MARK_FIELD, ProvedTexts, corner_code
from kt1desk.printing.templates.base import grouped_number, reprint_text
from kt1desk.printing.templates.flow import CAPTION, Block, Column, Style, beside, lines_mm, stacked
from kt1desk.printing.templates.proof_foot import A5_FOOT, proof_foot
from kt1desk.printing.templates.table import Room, Section, share_out

LEFT, RIGHT = A5_FOOT.left, A5_FOOT.right
WIDTH = RIGHT - LEFT
"""Edges and width of what stands on A5 upright, in mm."""
TOP = 8.6
_AIR_MM = 1.5
_SIGNING_MM = 12.5
_BARS_MM = 67.2
_BARS_QUIET_MM = 3.6
_MIDDLE = 76.0
SIGN_HERE = "(ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Sheets:
    """A paper before it is shared out among pages.

    Attributes:
        texts: head and foot.
        number: names the paper in the QR and on every page.
        number_name: what that number is of.
        item: number of the cover for the bars, or "" where it is about none.
        sections: what it says.
        closing: sums and signatures.
        marks: whose liên each is; a paper of one liên says nothing.
    """

    texts: ProvedTexts
    number: str
    number_name: str
    item: str
    sections: tuple[Section, ...]
    closing: Block
    marks: tuple[str, ...] = ("",)


def document(sheets: Sheets, copy: int) -> Document:
    """All pages, one liên after the other.

    Raises:
        DeskError: what fitting raises.
    """
    free = A5_FOOT.top - _AIR_MM - TOP
    mark = sheets.marks[0]
    room = Room(
        free - _first_head(sheets, copy, mark).height_mm, free - _next_head(sheets, copy, mark).height_mm
    )
    shared = share_out(sheets.sections, sheets.closing, room)
    return Document(tuple(tuple(_pages(sheets, copy, mark, shared)) for mark in sheets.marks))


def _pages(sheets: Sheets, copy: int, mark: str, shared: Sequence[Sequence[Block]]) -> Iterator[Page]:
    for number, blocks in enumerate(shared, start=1):
        head = (_first_head if number == 1 else _next_head)(sheets, copy, mark)
        body = stacked((head, *blocks), TOP)
        yield Page(148, 210, 5, (*body, *_foot(sheets, f"Trang {number}/{len(shared)}")), "KT1")


def _first_head(sheets: Sheets, copy: int, mark: str) -> Block:
    texts = sheets.texts
    code = corner_code(LEFT, sheets.number)
    post = Column(code.box.right, _MIDDLE - code.box.right - 2)
    post.say("provider", texts.provider, Style(9.5, Face.BOLD))
    post.say("point", texts.point, Style(8.5, Face.SEMIBOLD), lines=2)
    post.say("point_address", texts.point_address, Style(7.5, Face.REGULAR), lines=3)
    title = Column(_MIDDLE, RIGHT - _MIDDLE)
    title.say("title", texts.title.upper(), Style(12, Face.BOLD, Align.RIGHT), lines=3)
    if texts.form_code:
        title.say("form_code", f"Mẫu {texts.form_code}", Style(8, Face.SEMIBOLD, Align.RIGHT))
    title.say(MARK_FIELD, mark, Style(8.5, Face.BOLD, Align.RIGHT))
    title.say("made_at", f"Lập lúc {texts.made_at}", Style(8, align=Align.RIGHT))
    again = reprint_text(copy, texts.reprinted_at)
    title.say("reprinted_at", again, Style(8.5, Face.BOLD, Align.RIGHT))
    upper = beside(post, title)
    height = max(upper.height_mm + 1, code.box.bottom)
    lower = _numbers(sheets)
    return Block((code, *upper.elements, *lower.at(height)), height + lower.height_mm)


def _numbers(sheets: Sheets) -> Block:
    """Bars of the cover on the left, the paper's number on the right."""
    elements: list[Element] = []
    height = 0.0
    if sheets.item:
        elements.append(Code128("item", Rect(LEFT - _BARS_QUIET_MM, 0, _BARS_MM, 12.5), sheets.item))
        shown = Rect(LEFT, 13.4, _BARS_MM - 2 * _BARS_QUIET_MM, 4.3)
        text = grouped_number(sheets.item)
        elements.append(Text("item", shown, text, 11.5, Face.BOLD, Align.CENTRE, flat=True))
        height = shown.bottom
    column = Column(_MIDDLE, RIGHT - _MIDDLE, 2.5 if sheets.item else 0)
    column.say("caption", sheets.number_name, Style(7, Face.REGULAR, Align.RIGHT))
    column.say("number", grouped_number(sheets.number), Style(11, Face.BOLD, Align.RIGHT))
    elements += column.elements
    return Block(tuple(elements), max(height, column.bottom_mm) + 1)


def _next_head(sheets: Sheets, copy: int, mark: str) -> Block:
    texts = sheets.texts
    left = Column(LEFT, 70)
    left.say("title", f"{texts.title.upper()} (tiếp theo)", Style(9.5, Face.BOLD), lines=2)
    left.say("point", texts.point, Style(8), lines=2)
    right = Column(LEFT + 72, WIDTH - 72)
    right.say("number", f"Số {grouped_number(sheets.number)}", Style(9.5, Face.BOLD, Align.RIGHT))
    right.say(MARK_FIELD, mark, Style(8, Face.SEMIBOLD, Align.RIGHT))
    again = reprint_text(copy, texts.reprinted_at)
    right.say("reprinted_at", again, Style(8, Face.BOLD, Align.RIGHT))
    both = beside(left, right)
    rule = Line(Rect(LEFT, both.height_mm + 1, WIDTH, 0.3))
    return Block((*both.elements, rule), both.height_mm + 2.5)


def _foot(sheets: Sheets, page: str) -> Iterator[Element]:
    texts = sheets.texts
    yield from proof_foot(
        sheets.number, texts.event_ref, texts.event_hash, trial=bool(texts.trial), place=A5_FOOT
    )
    box = Rect(RIGHT - 22, A5_FOOT.top + (12.6 if texts.trial else 6), 22, lines_mm(8.5))
    yield Text("page", box, page, 8.5, Face.SEMIBOLD, Align.RIGHT)


def said(field: str, caption: str, text: str, style: Style, lines: int = 3) -> Block:
    """A caption and what is said under it, from edge to edge; nothing at all where there is no text."""
    column = Column(LEFT, WIDTH)
    if text:
        column.say("caption", caption, CAPTION)
        column.say(field, text, style, lines)
        column.gap(1.2)
    return column.block()


def listed(field: str, mark: str, text: str, style: Style, lines: int = 4) -> Block:
    """A line of a list with its number or dash before it."""
    before = Column(LEFT + 1, 7)
    before.say("caption", mark, style)
    column = Column(LEFT + 9, WIDTH - 9)
    column.say(field, text, style, lines)
    block = beside(before, column)
    return Block(block.elements, block.height_mm + 0.8)


def headed(text: str) -> Block:
    """The heading of a part."""
    column = Column(LEFT, WIDTH, 1)
    column.say("caption", text, Style(9.5, Face.BOLD))
    column.gap(0.6)
    return column.block()


def signatures(signers: Sequence[tuple[str, str, str]]) -> Block:
    """Places to sign beside each other, each given as role, field and name ("" to be written by hand)."""
    width = WIDTH / len(signers)
    columns = []
    for place, (role, field, name) in enumerate(signers):
        column = Column(LEFT + place * width + 2, width - 4, 2.5)
        column.say("caption", role, Style(9, Face.BOLD, Align.CENTRE), lines=2)
        column.say("caption", SIGN_HERE, Style(7, Face.REGULAR, Align.CENTRE))
        column.gap(_SIGNING_MM)
        column.say(field, name, Style(8.5, Face.SEMIBOLD, Align.CENTRE), lines=4)
        columns.append(column)
    block = beside(*columns)
    return Block(block.elements, block.height_mm + 0.6)
