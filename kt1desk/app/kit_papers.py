"""The papers of a rollout as PDF: slips with codes, a checklist for each desk, one sheet over all of them.

A code stands on its slip and nowhere else. This module must not know where the papers lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from kt1desk.app.kit_making import MadeKit
from kt1desk.app.kit_texts import SIGNERS, Part, block_words, checklist, facts_of, printer_words
from kt1desk.domain.kit import PlannedDesk
from kt1desk.printing.fonts import Face, pdf_font
from kt1desk.services.kit_columns import TRANSPORT_NAMES

_EDGE = 15 * mm
_RULE = HexColor("#8A96A3")
_BOX = 4.2 * mm
_BOLD = Face.BOLD.value
_TEXT = ParagraphStyle("text", fontName=Face.REGULAR.value, fontSize=10, leading=13.5)
_SMALL = ParagraphStyle("small", parent=_TEXT, fontSize=8.5, leading=11)
_NAME = ParagraphStyle("name", parent=_TEXT, fontName=Face.SEMIBOLD.value)
_PART = ParagraphStyle("part", parent=_TEXT, fontName=_BOLD, fontSize=12, leading=16, spaceBefore=7)
_TITLE = ParagraphStyle("title", fontName=_BOLD, fontSize=16, leading=21, spaceAfter=4)
_CODE = ParagraphStyle(
    "code", fontName=_BOLD, fontSize=21, leading=30, alignment=1, spaceBefore=3, spaceAfter=3
)


class _Tick(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """An empty box to be ticked by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = _BOX

    def draw(self) -> None:
        """See `Flowable`."""
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, _BOX, _BOX)


def slips_pdf(kits: Sequence[MadeKit], points: Mapping[str, str], fingerprint: str) -> bytes:
    """A slip on A5 for each desk: for whom, which file, the province's fingerprint, the code."""
    _fonts()
    story: list[Flowable] = []
    for kit in kits:
        head, tail = _halves(kit.code)
        story += [
            Paragraph("MÃ MỘT LẦN CỦA BỘ CÀI", _TITLE),
            _table([("Điểm", f"{points[kit.desk.point]} – {kit.desk.point}")], A5[0]),
            _table([("Bàn số", f"{kit.desk.device}, bộ cài số {kit.issue}"), ("Tệp", kit.file)], A5[0]),
            Spacer(1, 6 * mm),
            Paragraph(f"{head}<br/>{tail}", _CODE),
            Spacer(1, 4 * mm),
            _table([("Dấu vân khóa của tỉnh", fingerprint)], A5[0]),
            Spacer(1, 6 * mm),
            Paragraph(
                "Mã này mở được bộ cài của đúng bàn trên. Không đi cùng USB có tệp; không chụp, không đọc cho ai ngoài người đang lập bàn. "
                "Lập bàn xong thì hủy phiếu trước mặt hai người. Mất phiếu hoặc phong bì bị mở: không dùng, báo Bưu điện tỉnh.",
                _TEXT,
            ),
            PageBreak(),
        ]
    return _pdf(story, A5, "Mã một lần", "")


def checklist_pdf(kit: MadeKit, point: str, fingerprint: str, day: date) -> bytes:
    """What to look at before, at and after setting up one desk, with boxes and signatures. No code."""
    _fonts()
    facts = [*facts_of(kit, point), ("Dấu vân khóa của tỉnh", fingerprint)]
    story: list[Flowable] = [
        Paragraph(escape(f"Phiếu lập bàn {kit.desk.device} – {point}"), _TITLE),
        _table(facts, A4[0]),
    ]
    story += [KeepTogether(list(_boxes(part))) for part in checklist(kit)]
    story.append(_signatures())
    return _pdf(story, A4, f"Phiếu lập bàn {kit.desk.device}", f"Bộ cài làm ngày {day:%d/%m/%Y}")


def overview_pdf(
    desks: Sequence[tuple[PlannedDesk, int]], points: Mapping[str, str], fingerprint: str, day: date
) -> bytes:
    """All desks of the plan on one list, each with the issue of its kit, 0 for none yet. No code."""
    _fonts()
    titles = ("Bàn", "Điểm", "Dải số", "Đường truyền", "Máy in", "Bộ cài", "Ngày lập", "Người lập", "Xong")
    rows: list[list[object]] = [[Paragraph(title, _NAME) for title in titles]]
    for desk, issue in desks:
        cells = (
            str(desk.device),
            f"{points[desk.point]} – {desk.point}",
            "; ".join(map(block_words, desk.blocks)),
            ", ".join(TRANSPORT_NAMES[way] for way in sorted(desk.transports)),
            "; ".join(map(printer_words, desk.printers)) or "chưa biết",
            f"số {issue}" if issue else "chưa làm",
        )
        rows.append([*(Paragraph(escape(cell), _SMALL) for cell in cells), "", "", _Tick()])
    widths = [13 * mm, 46 * mm, 52 * mm, 24 * mm, 58 * mm, 17 * mm, 20 * mm, 25 * mm, 12 * mm]
    table = Table(rows, widths, repeatRows=1, style=_grid())
    story = [
        Paragraph(f"Triển khai {len(desks)} bàn", _TITLE),
        Paragraph(f"Dấu vân khóa của tỉnh: {escape(fingerprint)}", _TEXT),
        Spacer(1, 3 * mm),
        table,
    ]
    return _pdf(story, landscape(A4), "Tổng quan triển khai", f"Lập ngày {day:%d/%m/%Y}")


def _fonts() -> None:
    """Known before the first paragraph is made."""
    for face in (Face.REGULAR, Face.SEMIBOLD, Face.BOLD):
        pdf_font(face)
        pdfmetrics.registerFontFamily(face.value, normal=face.value)


def _halves(code: str) -> tuple[str, str]:
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return " – ".join(groups[:half]), " – ".join(groups[half:])


def _boxes(part: Part) -> Iterator[Flowable]:
    rows = [[_Tick(), Paragraph(escape(line), _TEXT)] for line in part.lines]
    table = Table(
        rows,
        [8 * mm, A4[0] - 2 * _EDGE - 8 * mm],
        style=TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        ),
    )
    yield Paragraph(part.title, _PART)
    yield table


def _signatures() -> Flowable:
    names = [Paragraph(name, _NAME) for name in SIGNERS]
    hints = [Paragraph("Họ tên, ngày, chữ ký", _SMALL) for _ in SIGNERS]
    width = (A4[0] - 2 * _EDGE) / len(SIGNERS)
    signed = Table([names, hints, [""] * len(SIGNERS)], [width] * len(SIGNERS), [None, None, 20 * mm])
    return KeepTogether([Spacer(1, 5 * mm), signed])


def _table(rows: Sequence[tuple[str, str]], page_width: float) -> Table:
    made = [[Paragraph(escape(name), _NAME), Paragraph(escape(value), _TEXT)] for name, value in rows]
    name = 38 * mm if page_width > A5[0] else 32 * mm
    return Table(made, [name, page_width - 2 * _EDGE - name], style=_lines())


def _lines() -> TableStyle:
    return TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )


def _grid() -> TableStyle:
    return TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, _RULE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )


def _pdf(story: Sequence[Flowable], size: tuple[float, float], title: str, foot: str) -> bytes:
    def number(canvas: Canvas, book: BaseDocTemplate) -> None:
        canvas.setFont(Face.REGULAR.value, 8.5)
        if foot:
            canvas.drawString(_EDGE, 8 * mm, foot)
            canvas.drawRightString(size[0] - _EDGE, 8 * mm, f"Trang {book.page}")

    out = BytesIO()
    book = BaseDocTemplate(out, pagesize=size, title=title, author="KT1 Desk", lang="vi", invariant=1)
    frame = Frame(_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE, 0, 0, 0, 0)
    book.addPageTemplates(PageTemplate(frames=[frame], onPage=number))
    book.build(list(story))
    return out.getvalue()
