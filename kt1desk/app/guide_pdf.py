"""The clerk's guide as a PDF: title page, contents with page numbers, chapters, pictures. On A4, in the fonts of the screen.

This module must not know where the guide is shown; it takes sections and gives bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from kt1desk.desktop.help.guide import PICTURES_DIR, Guide
from kt1desk.desktop.help.markup import Block, Kind, Tone, blocks_of, plain, runs_of
from kt1desk.desktop.key_words import key_name
from kt1desk.printing.fonts import Face, pdf_font

TITLE = "Bàn KT1 – Sổ tay giao dịch viên"
_CONTENTS = "Mục lục"
_TINT, _RULE, _MUTED, _WARN, _WARN_FILL = "#E3EEF9", "#C9D1DB", "#4B5868", "#7A4300", "#FFF1D6"
"""Of the paper: those of the light theme, which cannot be asked without Qt."""
_EDGE = 20 * mm
_WIDTH = A4[0] - 2 * _EDGE
_PICTURE, _PICTURE_HIGH = 130 * mm, 74 * mm
_TEXT = ParagraphStyle("text", fontName=Face.REGULAR.value, fontSize=10.5, leading=15, spaceAfter=6)
_NOTE = ParagraphStyle(
    "note", parent=_TEXT, backColor=HexColor(_WARN_FILL), textColor=HexColor(_WARN), borderPadding=4
)
_SMALL = ParagraphStyle("small", parent=_TEXT, fontSize=9, textColor=HexColor(_MUTED), spaceAfter=10)
_COVER = ParagraphStyle("cover", fontName=Face.BOLD.value, fontSize=26, leading=34, spaceBefore=60 * mm)
_HEADINGS = {
    1: ParagraphStyle("chapter", fontName=Face.BOLD.value, fontSize=18, leading=24, spaceAfter=8),
    2: ParagraphStyle(
        "section", fontName=Face.SEMIBOLD.value, fontSize=13, leading=18, spaceBefore=10, spaceAfter=4
    ),
}
_IN_CONTENTS = [
    ParagraphStyle("toc1", fontName=Face.SEMIBOLD.value, fontSize=11, leading=16, spaceBefore=4),
    ParagraphStyle("toc2", fontName=Face.REGULAR.value, fontSize=10, leading=14, leftIndent=14),
]
_TONES = {
    Tone.PLAIN: "{}",
    Tone.STRONG: f'<font name="{Face.BOLD.value}">{{}}</font>',
    Tone.KEY: f'<font name="{Face.SEMIBOLD.value}" backColor="{_TINT}">&nbsp;{{}}&nbsp;</font>',
}


class _Book(BaseDocTemplate):  # type: ignore[misc]  # reportlab is untyped
    """Notes each heading for the contents and for the outline that a reader shows at the side."""

    def __init__(self, out: BytesIO) -> None:
        super().__init__(out, pagesize=A4, title=TITLE, author="KT1 Desk", lang="vi", invariant=1)
        frame = Frame(_EDGE, _EDGE, _WIDTH, A4[1] - 2 * _EDGE, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=_number))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  reportlab's name
        level = getattr(flowable, "guide_level", 0)
        if level:
            name, title = flowable.guide_anchor, flowable.getPlainText()
            self.canv.bookmarkPage(name)
            self.canv.addOutlineEntry(title, name, level - 1, closed=level == 1)
            self.notify("TOCEntry", (level - 1, escape(title), self.page, name))


def guide_pdf(guide: Guide, version: str) -> bytes:
    """The whole guide; ``version`` of the program stands on the title page.

    Raises:
        OSError: a font or a picture cannot be read.
    """
    for face in (Face.REGULAR, Face.MEDIUM, Face.SEMIBOLD, Face.BOLD):
        pdf_font(face)
    pdfmetrics.registerFontFamily(Face.REGULAR.value, normal=Face.REGULAR.value, bold=Face.BOLD.value)
    contents = TableOfContents(levelStyles=_IN_CONTENTS, dotsMinLevel=0)
    story: list[Flowable] = [
        Paragraph(escape(TITLE), _COVER),
        Spacer(1, 6 * mm),
        Paragraph(f"Phiên bản {escape(version)}. Trên máy: F1 mở đúng mục của trang đang làm.", _TEXT),
        PageBreak(),
        Paragraph(_CONTENTS, _HEADINGS[1]),
        contents,
    ]
    for section in guide.sections:
        if section.level == 1:
            story.append(PageBreak())
        heading = Paragraph(escape(section.title), _HEADINGS[section.level])
        heading.guide_level, heading.guide_anchor = section.level, section.anchor
        # Text and picture of a section stand on one page where they fit on one. Another KeepTogether in it would count as endless.
        story.append(KeepTogether([heading, *_flowables(blocks_of(section.text))]))
    out = BytesIO()
    _Book(out).multiBuild(story)
    return out.getvalue()


def _number(canvas: Canvas, book: BaseDocTemplate) -> None:
    """The number at the foot of every page but the first."""
    if book.page > 1:
        canvas.setFont(Face.REGULAR.value, 9)
        canvas.drawRightString(A4[0] - _EDGE, 10 * mm, str(book.page))
        canvas.drawString(_EDGE, 10 * mm, TITLE)


def _flowables(blocks: Iterable[Block]) -> Iterable[Flowable]:
    for block in blocks:
        yield from _MAKERS[block.kind](block)


def _line(text: str) -> str:
    return "".join(
        _TONES[run.tone].format(escape(key_name(run.text) if run.tone is Tone.KEY else run.text))
        for run in runs_of(text)
    )


def _list(block: Block) -> list[Flowable]:
    is_numbered = block.kind is Kind.NUMBERS
    style = ParagraphStyle("item", parent=_TEXT, spaceAfter=2)
    items = [ListItem(Paragraph(_line(row[0]), style)) for row in block.rows]
    kind = (
        {"bulletType": "1", "bulletFormat": "%s."} if is_numbered else {"bulletType": "bullet", "start": "•"}
    )
    font = {"bulletFontName": Face.REGULAR.value, "bulletFontSize": 10.5, "leftIndent": 18}
    return [ListFlowable(items, **kind, **font), Spacer(1, 4)]


def _table(block: Block) -> list[Flowable]:
    head = ParagraphStyle("head", parent=_TEXT, fontName=Face.SEMIBOLD.value, spaceAfter=0)
    cell = ParagraphStyle("cell", parent=_TEXT, spaceAfter=0)
    rows = [
        [Paragraph(_line(text), cell if at else head) for text in row] for at, row in enumerate(block.rows)
    ]
    longest = [max(len(plain(row[column])) for row in block.rows) + 6 for column in range(len(block.rows[0]))]
    widths = [_WIDTH * each / sum(longest) for each in longest]
    rules = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(_RULE)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ]
    return [Table(rows, widths, repeatRows=1, style=TableStyle(rules)), Spacer(1, 8)]


def _picture(block: Block) -> list[Flowable]:
    title, name = block.rows[0]
    path = str(PICTURES_DIR / name)
    wide, high = ImageReader(path).getSize()
    share = min(_PICTURE / wide, _PICTURE_HIGH / high)
    picture = Image(path, wide * share, high * share, hAlign="LEFT")
    return [Spacer(1, 4), picture, Paragraph(_line(title), _SMALL)]


_MAKERS: dict[Kind, Callable[[Block], list[Flowable]]] = {
    Kind.HEADING: lambda block: [Paragraph(_line(block.rows[0][0]), _HEADINGS[2])],
    Kind.TEXT: lambda block: [Paragraph(_line(block.rows[0][0]), _TEXT)],
    Kind.NOTE: lambda block: [Spacer(1, 4), Paragraph(_line(block.rows[0][0]), _NOTE), Spacer(1, 4)],
    Kind.BULLETS: _list,
    Kind.NUMBERS: _list,
    Kind.TABLE: _table,
    Kind.PICTURE: _picture,
}
