"""A report on A4: the unit and the motto, title, period, of whom it speaks, what is missing, then its tables, prose and charts, signed.

The sheet is upright, or lies on its side where a table is too wide to be read upright. Every page says which report, which version and
which page it is, and «BẢN NHÁP» where the report was not issued. Nothing is reckoned here. This module must not know templates of reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.reporting.extracts import is_extract
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Chart, Kind, Prose, Report, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.printing.document import A4_LONG_MM, A4_SHORT_MM, Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Element, Line, Page, Rect, Text
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, TOP, WIDTH
from kt1desk.printing.templates.flow import NOTHING, Block, Column, Style, beside, lines_mm, stacked
from kt1desk.printing.templates.proof_foot import trial_band
from kt1desk.printing.templates.report_columns import fits_upright
from kt1desk.printing.templates.report_parts import (
    Strip,
    chart_section,
    heading,
    missing_section,
    prose_section,
    table_sections,
    text_rows,
)
from kt1desk.printing.templates.table import Room, Section, share_out
from kt1desk.printing.validation import validate

DRAFT = "BẢN NHÁP"
DRAFT_TEXT = "Chưa phát hành, số liệu còn có thể thay đổi"
EXTRACT_TEXT = "Trích sổ, lập từ nhật ký của bàn"
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"
NOTES = "Ghi chú"
_FOOT_MM = 15.0
_MARGIN_MM = 5.0
_NOTE = Style(8.5, Face.REGULAR)


@dataclass(frozen=True, slots=True)
class Printing:
    """What stands on the paper beside the report.

    Attributes:
        issued: None for a draft.
        printed_at: local time of the printing, "" in a file that is not printed.
        trial: whether it is of the training device.
        again: «IN LẠI 1 …», "" for the original.
    """

    issued: Issued | None
    printed_at: str = ""
    trial: bool = False
    again: str = ""


def report_pdf(report: Report, issued: Issued | None, printed_at: str = "", *, trial: bool = False) -> bytes:
    """A report as PDF; the same report gives the same bytes.

    Args:
        report: what it says.
        issued: under which number and version it was issued, None for a draft.
        printed_at: local time as it is to stand on the paper.
        trial: whether it is of the training device.

    Raises:
        DeskError: ``paper.character_not_printable`` or ``paper.text_does_not_fit`` with the field.
    """
    document = report_document(report, Printing(issued, printed_at, trial))
    for page in document.pages:
        validate(page)
    return pages_pdf(document.pages)


def report_document(report: Report, printing: Printing) -> Document:
    """The pages of a report, not yet proved.

    Raises:
        DeskError: what fitting raises.
    """
    tables = [section for section in report.sections if isinstance(section, Table)]
    across = not all(fits_upright(table, WIDTH) for table in tables)
    width, height = (A4_LONG_MM, A4_SHORT_MM) if across else (A4_SHORT_MM, A4_LONG_MM)
    free = height - TOP - _FOOT_MM - 1
    first, again = _first_head(report, printing, across), _next_head(report, printing, across)
    strip = Strip(ACROSS if across else WIDTH, free - again.height_mm)
    room = Room(free - first.height_mm, free - again.height_mm)
    shared = share_out(tuple(_sections(report, strip)), _closing(report, strip), room)
    pages = []
    for number, blocks in enumerate(shared, start=1):
        head = first if number == 1 else again
        foot = _foot(
            report, printing, Rect(LEFT, height - _FOOT_MM, strip.width_mm, _FOOT_MM), (number, len(shared))
        )
        elements = (*stacked((head, *blocks), TOP), *foot)
        pages.append(Page(width, height, _MARGIN_MM, elements, "KT1"))
    return Document((tuple(pages),))


def _sections(report: Report, strip: Strip) -> Iterator[Section]:
    if report.missing:
        yield missing_section(report.missing, strip)
    for section in report.sections:
        match section:
            case Table():
                yield from table_sections(section, strip)
            case Prose():
                yield prose_section(section, strip)
            case Chart():
                yield chart_section(section, strip)
    if report.notes:
        yield Section(tuple(text_rows(report.notes, _NOTE, strip)), heading(NOTES, strip))


def _closing(report: Report, strip: Strip) -> Block:
    if not report.signers:
        return NOTHING
    signers = [a4.Signer(signer.title, "signer", signer.name) for signer in report.signers]
    return a4.signatures(signers, strip.width_mm)


def _day(iso: str) -> str:
    return cell_text(iso, Kind.DATE)


def _first_head(report: Report, printing: Printing, across: bool) -> Block:
    width = ACROSS if across else WIDTH
    issued = printing.issued
    left, right = Column(LEFT, width * 0.46), Column(LEFT + width * 0.5, width * 0.5)
    for unit in report.unit[:-1]:
        left.say("unit", unit, Style(10, Face.REGULAR, Align.CENTRE), lines=3)
    for unit in report.unit[-1:]:
        left.say("unit", unit, Style(10.5, Face.BOLD, Align.CENTRE), lines=3)
        _underlined(left, 0.35)
    left.say(
        "number", f"Số: {issued.number if issued else '…………………'}", Style(9.5, align=Align.CENTRE), lines=2
    )
    right.say("country", COUNTRY, Style(10, Face.BOLD, Align.CENTRE), lines=2)
    right.say("motto", MOTTO, Style(10.5, Face.BOLD, Align.CENTRE))
    _underlined(right, 0.5)
    if issued:
        on = date.fromisoformat(issued.issued_on)
        written = f"Ngày {on.day:02d} tháng {on.month:02d} năm {on.year}"
    else:
        written = "Ngày …… tháng …… năm ………"
    right.say("issued_on", written, Style(9.5, Face.REGULAR, Align.CENTRE))
    upper = beside(left, right)
    title = Column(LEFT, width, upper.height_mm + 4)
    title.say("title", report.title.upper(), Style(15, Face.BOLD, Align.CENTRE), lines=4)
    title.say("period", report.period, Style(10.5, Face.SEMIBOLD, Align.CENTRE), lines=2)
    title.say("scope", report.scope, Style(10, align=Align.CENTRE), lines=3)
    if issued and issued.version > 1:
        title.say("version", f"Phiên bản {issued.version}", Style(10, Face.SEMIBOLD, Align.CENTRE))
    title.say("reprinted_at", printing.again, Style(10, Face.BOLD, Align.CENTRE))
    title.gap(1.5)
    return Block((*upper.elements, *title.elements), title.bottom_mm)


def _underlined(column: Column, share: float) -> None:
    """A short rule in the middle, as heads of official papers have it."""
    width = column.width_mm * share
    left = column.left_mm + (column.width_mm - width) / 2
    column.elements.append(Line(Rect(left, column.bottom_mm + 0.5, width, 0.25)))
    column.gap(1.8)


def _next_head(report: Report, printing: Printing, across: bool) -> Block:
    width = ACROSS if across else WIDTH
    left = Column(LEFT, width * 0.68)
    left.say("title", f"{report.title} (tiếp theo)", Style(9.5, Face.BOLD), lines=2)
    left.say("period", f"{report.period} · {report.scope}", Style(8), lines=2)
    right = Column(LEFT + width * 0.7, width * 0.3)
    right.say("unit", report.unit[-1] if report.unit else "", Style(8, align=Align.RIGHT), lines=3)
    right.say("reprinted_at", printing.again, Style(8.5, Face.BOLD, Align.RIGHT))
    both = beside(left, right)
    rule = Line(Rect(LEFT, both.height_mm + 1, width, 0.3))
    return Block((*both.elements, rule), both.height_mm + 2)


def _foot(report: Report, printing: Printing, room: Rect, page: tuple[int, int]) -> Iterator[Element]:
    """Which report, which version, when it was printed, which page."""
    top, width = room.y, room.w
    yield Line(Rect(LEFT, top, width, 0.3))
    issued, extract = printing.issued, is_extract(report)
    draft = issued is None and not extract
    marked = printing.trial or draft
    said = Column(LEFT, width - (25 + (60 if marked else 0)), top + 1)
    printed = f"In lúc {printing.printed_at}" if printing.printed_at else ""
    if issued:
        said.say("number", f"Số {issued.number} · phiên bản {issued.version}", Style(8.5, Face.SEMIBOLD))
        by = f"Phát hành ngày {_day(issued.issued_on)}: {issued.by}"
        said.say("issued_by", " · ".join(filter(None, (by, printed))), Style(7.5))
    else:
        said.say("number", EXTRACT_TEXT if extract else DRAFT_TEXT, Style(8.5, Face.SEMIBOLD))
        said.say("printed_at", printed, Style(7.5))
    yield from said.elements
    right = LEFT + width
    if printing.trial:
        yield from trial_band(Rect(right - 83, top + 1.2, 56, 7.5))
    elif draft:
        band = Rect(right - 60, top + 1.2, 30, 7.5)
        yield Box(band, filled=True)
        yield Text("draft", band, DRAFT, 10, Face.BOLD, Align.CENTRE, middle=True, inverse=True)
    box = Rect(right - 24, top + 1, 24, lines_mm(9))
    yield Text("page", box, f"Trang {page[0]}/{page[1]}", 9, Face.SEMIBOLD, Align.RIGHT)
