"""The sections of a report as blocks that pages take: tables with head and total, prose line by line, charts.

This module must not know what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kt1desk.domain.reporting.chart_shapes import Drawing, Pen, drawn, parts, reach_of
from kt1desk.domain.reporting.report import Cell, Chart, Kind, Missing, Prose, Table
from kt1desk.domain.reporting.report import Column as ReportColumn
from kt1desk.domain.reporting.written import cell_text
from kt1desk.printing.fonts import Face, width_mm
from kt1desk.printing.layout import Align, Element, Ink, Rect, Text
from kt1desk.printing.templates import report_columns
from kt1desk.printing.templates.a4 import LEFT
from kt1desk.printing.templates.flow import Block, Column, Style, beside, lines_mm
from kt1desk.printing.templates.report_columns import CAPTION_LINES, CELL, STRONG, Part, caption_pt, words_of
from kt1desk.printing.templates.table import PAD_X, Col, Grid, Section, joined

NO_ROWS = "Không có dòng nào trong kỳ."
GOES_ON = "(tiếp theo)"
_PROSE, _NOTE = Style(10, Face.REGULAR), Style(8, Face.REGULAR)
_CHART = Style(7.5)
_CELL_LINES = 20


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands on a page between its edges: width, and the most a block may be high, in mm."""

    width_mm: float
    most_mm: float


def heading(text: str, strip: Strip) -> Block:
    """The title of a section; it is never the last thing on a page."""
    column = Column(LEFT, strip.width_mm, 2.5)
    column.say("title", text, Style(10.5, Face.BOLD), lines=4)
    column.gap(0.8)
    return column.block()


def table_sections(table: Table, strip: Strip) -> Iterator[Section]:
    """A table, in parts where it is too wide, and its notes."""
    laid = report_columns.laid(table, strip.width_mm)
    for at, part in enumerate(laid, start=1):
        title = table.title if len(laid) == 1 else f"{table.title} (phần {at}/{len(laid)})"
        yield _table(table, part, title, strip)
    if table.notes:
        yield Section(tuple(text_rows(table.notes, _NOTE, strip)))


def _table(table: Table, part: Part, title: str, strip: Strip) -> Section:
    columns = [table.columns[place] for place in part.places]
    grid = _grid(columns, part, CELL)
    rows = [grid.row(f"row_{at}", _texts(row, part, columns, CELL)) for at, row in enumerate(table.rows, 1)]
    if not rows:
        rows = [grid.band("rows", NO_ROWS, Style(part.pt, Face.REGULAR))]
    if table.total:
        strong = _grid(columns, part, STRONG)
        rows[-1:] = [joined(rows[-1], strong.row("total", _texts(table.total, part, columns, STRONG)))]
    head = joined(heading(title, strip), grid.head())
    again = joined(heading(f"{title} {GOES_ON}", strip), grid.head())
    return Section(tuple(rows), head, again)


def _grid(columns: Sequence[ReportColumn], part: Part, face: Face) -> Grid:
    caption = Style(caption_pt(part.pt), STRONG, Align.CENTRE)
    cols = tuple(
        Col(
            column.code,
            words_of(column.title, STRONG, caption.pt, width - 2 * PAD_X),
            width,
            Style(part.pt, face, _align(column.kind)),
            _CELL_LINES,
        )
        for column, width in zip(columns, part.widths, strict=True)
    )
    return Grid(LEFT, cols, captions=caption, caption_lines=CAPTION_LINES)


def _align(kind: Kind) -> Align:
    if kind is Kind.TEXT:
        return Align.LEFT
    return Align.CENTRE if kind is Kind.DATE else Align.RIGHT


def _texts(row: Sequence[Cell], part: Part, columns: Sequence[ReportColumn], face: Face) -> list[str]:
    """The cells of a part, each as it is read; a number is one word, whatever blanks are in it."""
    made = []
    for place, column, width in zip(part.places, columns, part.widths, strict=True):
        cell, text = row[place], cell_text(row[place], column.kind)
        made.append(words_of(text, face, part.pt, width - 2 * PAD_X) if isinstance(cell, str) else text)
    return made


def prose_section(prose: Prose, strip: Strip) -> Section:
    """Each sentence begins a line; a page may end after any line."""
    rows = tuple(text_rows(prose.sentences, _PROSE, strip))
    return Section(rows, heading(prose.title, strip) if prose.title else Block((), 0.0), Block((), 0.0))


def text_rows(paragraphs: Sequence[str], style: Style, strip: Strip) -> Iterator[Block]:
    """Paragraphs line by line, so that a page may end after any of them."""
    high = lines_mm(style.pt)
    for text in paragraphs:
        lines = _lines(words_of(text, style.face, style.pt, strip.width_mm), style, strip.width_mm)
        for line in lines:
            box = Rect(LEFT, 0.0, strip.width_mm, high)
            made = Text("sentence", box, line, style.pt, style.face)
            yield Block((made,), high)


def _lines(text: str, style: Style, room_mm: float) -> list[str]:
    done: list[str] = []
    for word in text.split():
        longer = f"{done[-1]} {word}" if done else word
        if done and width_mm(longer, style.face, style.pt) > room_mm - 0.05:
            done.append(word)
        else:
            done[-1:] = [longer]
    return done


def missing_section(missing: Sequence[Missing], strip: Strip) -> Section:
    """Of which points figures are missing, two beside each other, before any figure is read."""
    half = strip.width_mm / 2
    said = [
        f"{each.name} ({each.point}): "
        + (f"thiếu số liệu từ {cell_text(each.since, Kind.DATE)}" if each.since else "chưa có số liệu")
        for each in missing
    ]
    rows = []
    for at in range(0, len(said), 2):
        columns = []
        for place, text in enumerate(said[at : at + 2]):
            column = Column(LEFT + place * half, half - 3)
            column.say("missing", text, Style(8.5), lines=4)
            columns.append(column)
        rows.append(beside(*columns))
    title = "Số liệu chưa đủ, thiếu của các điểm sau:"
    return Section(tuple(rows), heading(title, strip), heading(f"{title} {GOES_ON}", strip))


def chart_section(chart: Chart, strip: Strip) -> Section:
    """A chart, each part of it whole on its page; what is longer than a page is parted by halves of pages, so that none stays empty."""
    pen = Pen(_width_of, lines_mm(_CHART.pt))
    title = heading(chart.title, strip).height_mm + 4
    pieces = parts(chart, strip.width_mm, pen, strip.most_mm - title)
    if len(pieces) > 1:
        pieces = parts(chart, strip.width_mm, pen, strip.most_mm / 2 - title)
    rows = []
    for at, piece in enumerate(pieces):
        reach = reach_of(chart) if len(pieces) > 1 else None
        drawing = _inked(drawn(piece, strip.width_mm, pen, reach=reach))
        above = heading(f"{chart.title} {GOES_ON}" if at else chart.title, strip)
        rows.append(joined(above, drawing))
    return Section(tuple(rows))


def _width_of(text: str) -> float:
    return width_mm(text, _CHART.face, _CHART.pt)


def _inked(drawing: Drawing) -> Block:
    elements: list[Element] = []
    if drawing.bars or drawing.strokes:
        box = Rect(LEFT, 0.0, drawing.width, drawing.height)
        elements.append(Ink(box, drawing.bars, drawing.strokes))
    for label in drawing.labels:
        area = label.area
        box = Rect(LEFT + area.x, area.y, area.w, area.h)
        elements.append(Text("chart", box, label.text, _CHART.pt, _CHART.face))
    return Block(tuple(elements), drawing.height + 2)


__all__ = [
    "Strip",
    "chart_section",
    "heading",
    "missing_section",
    "prose_section",
    "table_sections",
    "text_rows",
]
