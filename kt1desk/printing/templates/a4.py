"""An A4 paper of custody: head with title and number, facts, tables that go on, signatures, and on every page the foot that proves it.

This module must not know any document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kt1desk.printing.document import A4_LONG_MM, A4_SHORT_MM, Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import QR, SUPPORTED_DPI, Align, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import reprint_text
from kt1desk.printing.templates.flow import CAPTION, Block, Column, Style, beside, lines_mm, stacked
from kt1desk.printing.templates.proof_foot import FootPlace, proof_foot, trial_band
from kt1desk.printing.templates.table import Room, Section, share_out

LEFT = 15.0
WIDTH, ACROSS = A4_SHORT_MM - 2 * LEFT, A4_LONG_MM - 2 * LEFT
"""Width of what stands on A4 upright and across, in mm."""
TOP = 9.0
_FOOT_MM = 21.0
_AIR_MM = 1.5
WIDEST = {"event_ref": "65535.kt1.65535.4294967295", "event_hash": "dddddddddddd"}
SIGN_HERE = "(ký, ghi rõ họ tên)"
MARK_FIELD = "mark"
"""Texts of this field say whose liên it is."""
TWO_LIENS = ("Liên 1: bưu điện lưu", "Liên 2: cơ quan lưu")
_QUIET_MM = 2.2
_SIGNING_MM = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTexts:
    """What every paper of custody says; "" leaves a part out.

    Attributes:
        title: as people call the paper; printed in capitals.
        provider: the post.
        point: point with its code.
        made_at: local time of the paper.
        form_code: of the form, where the province has given one.
        point_address: address of the point.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
    """

    title: str
    provider: str
    point: str
    made_at: str
    form_code: str = ""
    point_address: str = ""
    trial: str = ""
    reprinted_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedTexts(SheetTexts):
    """The same for a paper that proves an event.

    Attributes:
        clerk_name: who made it.
        event_ref: reference of the event.
        event_hash: twelve hex digits of its hash, not grouped.
    """

    clerk_name: str
    event_ref: str
    event_hash: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it is shared out among pages.

    Attributes:
        texts: head and foot.
        number: names the paper on every page and in the matrix, or "".
        facts: what stands between title and tables.
        sections: the tables.
        closing: sums and signatures.
        annex: further pages of their own.
        across: whether the sheet lies on its long side.
        key: what the matrix names, where it is not the number as it is printed.
        marks: whose liên each is; a paper of one liên says nothing.
        coded: whether the number stands at the top left as a QR as well, where every clerk looks for it (TT 01/2023/TT-VPCP).
    """

    texts: SheetTexts
    number: str
    facts: Block
    sections: tuple[Section, ...]
    closing: Block
    annex: tuple[Block, ...] = ()
    across: bool = False
    key: str = ""
    marks: tuple[str, ...] = ("",)
    coded: bool = False

    @property
    def width_mm(self) -> float:
        """Width of what stands on a page."""
        return ACROSS if self.across else WIDTH

    @property
    def foot(self) -> FootPlace:
        """Where the foot of each page stands."""
        height = A4_SHORT_MM if self.across else A4_LONG_MM
        return FootPlace(LEFT, LEFT + self.width_mm, height - _FOOT_MM)


def document(paper: Paper, copy: int) -> Document:
    """All pages of a paper, one liên after the other.

    Raises:
        DeskError: what fitting raises.
    """
    shared = [
        *share_out(paper.sections, paper.closing, rooms(paper, copy)),
        *((block,) for block in paper.annex),
    ]
    return Document(tuple(tuple(_pages(paper, copy, mark, shared)) for mark in paper.marks))


def _pages(paper: Paper, copy: int, mark: str, shared: Sequence[Sequence[Block]]) -> Iterator[Page]:
    first, again = _first_head(paper, copy, mark), _next_head(paper, copy, mark)
    size = (A4_LONG_MM, A4_SHORT_MM) if paper.across else (A4_SHORT_MM, A4_LONG_MM)
    for number, blocks in enumerate(shared, start=1):
        head = first if number == 1 else again
        elements = (*stacked((head, *blocks), TOP), *_foot(paper, f"Trang {number}/{len(shared)}"))
        yield Page(*size, 5, elements, "KT1")


def rooms(paper: Paper, copy: int) -> Room:
    """The height that is left for sections on the first page and on every further one."""
    free = paper.foot.top - _AIR_MM - TOP
    mark = paper.marks[0]
    return Room(
        free - _first_head(paper, copy, mark).height_mm, free - _next_head(paper, copy, mark).height_mm
    )


def corner_code(left_mm: float, number: str) -> QR:
    """A number as a QR whose dark modules begin at the edge of the texts and, but for a little, at the top of the page."""
    symbol = QR("number", Rect(0, 0, 0, 0), number.encode("ascii", "replace"))
    side = max(symbol.reserved_mm(dpi)[0] for dpi in SUPPORTED_DPI)
    return replace(symbol, box=Rect(left_mm - _QUIET_MM, -_QUIET_MM, side, side))


def _first_head(paper: Paper, copy: int, mark: str) -> Block:
    texts, width = paper.texts, paper.width_mm
    corner = (corner_code(LEFT, paper.key or paper.number),) if paper.coded else ()
    code_mm = max((code.box.right - LEFT for code in corner), default=0.0)
    post = Column(LEFT + code_mm, 100 - code_mm)
    post.say("provider", texts.provider, Style(10, Face.BOLD))
    post.say("point", texts.point, Style(9, Face.SEMIBOLD), lines=2)
    post.say("point_address", texts.point_address, Style(8, Face.REGULAR), lines=2)
    right = Column(LEFT + 105, width - 105)
    if texts.form_code:
        right.say("form_code", f"Mẫu {texts.form_code}", Style(8.5, Face.SEMIBOLD, Align.RIGHT))
    right.say("made_at", f"Lập lúc {texts.made_at}", Style(8.5, align=Align.RIGHT))
    right.say(MARK_FIELD, mark, Style(9, Face.BOLD, Align.RIGHT))
    reprint = reprint_text(copy, texts.reprinted_at)
    right.say("reprinted_at", reprint, Style(10, Face.BOLD, Align.RIGHT))
    upper = beside(post, right)
    under = max(upper.height_mm + 2.5, *(code.box.bottom for code in corner), 0.0)
    title = Column(LEFT, width, under)
    title.say("title", texts.title.upper(), Style(16, Face.BOLD, Align.CENTRE), lines=2)
    if paper.number:
        title.say("number", f"Số {paper.number}", Style(11, Face.SEMIBOLD, Align.CENTRE))
    title.gap(2)
    top = title.bottom_mm
    elements = (*corner, *upper.elements, *title.elements, *paper.facts.at(top))
    return Block(elements, top + paper.facts.height_mm + 2)


def _next_head(paper: Paper, copy: int, mark: str) -> Block:
    texts, width = paper.texts, paper.width_mm
    left = Column(LEFT, 112)
    left.say("title", f"{texts.title.upper()} (tiếp theo)", Style(10, Face.BOLD), lines=2)
    left.say("point", texts.point, Style(8), lines=2)
    right = Column(LEFT + 115, width - 115)
    if paper.number:
        right.say("number", f"Số {paper.number}", Style(10, Face.BOLD, Align.RIGHT))
    right.say(MARK_FIELD, mark, Style(8.5, Face.SEMIBOLD, Align.RIGHT))
    again = reprint_text(copy, texts.reprinted_at)
    right.say("reprinted_at", again, Style(9, Face.BOLD, Align.RIGHT))
    both = beside(left, right)
    rule = Line(Rect(LEFT, both.height_mm + 1, width, 0.3))
    return Block((*both.elements, rule), both.height_mm + 3)


def _foot(paper: Paper, page: str) -> Iterator[Element]:
    texts, place = paper.texts, paper.foot
    trial = bool(texts.trial)
    if isinstance(texts, ProvedTexts):
        yield from proof_foot(
            paper.key or paper.number, texts.event_ref, texts.event_hash, trial=trial, place=place
        )
    else:
        yield Line(Rect(LEFT, place.top, paper.width_mm, 0.3))
        if trial:
            yield from trial_band(Rect(LEFT, place.top + 4.5, 56, 8))
    box = Rect(place.right - 40, place.top + 6, 40, lines_mm(9))
    yield Text("page", box, page, 9, Face.SEMIBOLD, Align.RIGHT)


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption and what is said under it."""

    field: str
    caption: str
    text: str
    strong: bool = False
    lines: int = 3


def fact_grid(
    facts: Sequence[Fact], beside_each: int = 3, width_mm: float = WIDTH, left_mm: float = LEFT
) -> Block:
    """Facts beside each other between two rules; those without a text are left out."""
    said = [fact for fact in facts if fact.text]
    width = width_mm / beside_each
    top = 0.8
    elements: list[Element] = [Line(Rect(left_mm, 0, width_mm, 0.3))]
    for at in range(0, len(said), beside_each):
        columns = []
        for place, fact in enumerate(said[at : at + beside_each]):
            column = Column(left_mm + place * width, width - 3, top)
            column.say("caption", fact.caption, CAPTION)
            style = Style(10, Face.BOLD) if fact.strong else Style(9, Face.SEMIBOLD)
            column.say(fact.field, fact.text, style, lines=fact.lines)
            columns.append(column)
        row = beside(*columns)
        elements += row.elements
        top = row.height_mm + 0.8
    elements.append(Line(Rect(left_mm, top, width_mm, 0.3)))
    return Block(tuple(elements), top + 0.3)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: as what, and the name under the signature or "" to be written by hand."""

    role: str
    field: str
    name: str
    dated: bool = False


def signatures(signers: Sequence[Signer], width_mm: float = WIDTH, left_mm: float = LEFT) -> Block:
    """Places to sign beside each other; whoever takes over writes down the time as well."""
    width = width_mm / len(signers)
    elements: list[Element] = []
    height = 0.0
    for place, signer in enumerate(signers):
        column = Column(left_mm + place * width + 3, width - 6, 4)
        column.say("caption", signer.role, Style(9.5, Face.BOLD, Align.CENTRE), lines=2)
        column.say("caption", SIGN_HERE, Style(7.5, Face.REGULAR, Align.CENTRE))
        if signer.dated:
            column.say("caption", "Lúc …… giờ …… ngày …………………", Style(7.5, Face.REGULAR, Align.CENTRE))
        column.gap(_SIGNING_MM - (lines_mm(7.5) if signer.dated else 0))
        column.say(signer.field, signer.name, Style(9, Face.SEMIBOLD, Align.CENTRE), lines=2)
        elements += column.elements
        height = max(height, column.bottom_mm)
    return Block(tuple(elements), height + 1)


def heading(text: str) -> Block:
    """The heading of a part of the paper."""
    column = Column(LEFT, WIDTH, 2.5)
    column.say("caption", text, Style(10, Face.BOLD))
    column.gap(0.8)
    return column.block()
