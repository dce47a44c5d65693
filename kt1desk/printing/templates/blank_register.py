"""A blank register, A4 across: columns and empty numbered lines, for the hours in which the desk stands still. It proves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, Fact, Paper, SheetTexts
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import NOTHING, Style
from kt1desk.printing.templates.table import Col, Grid, Section

NAME = "blank_register"
VERSION = 1
MOST_SHEETS = 20
LATER = "Ghi tay khi máy ngừng. Có máy thì nhập bù (Ctrl+B): giờ thật, lý do, số tờ này và dòng, như …-01/3."
AFTERWARDS = "Ghi tay khi máy ngừng. Có máy thì làm tiếp trên máy, máy ghi giờ lúc làm; giờ thật đọc ở tờ này: giữ kèm sổ."
_NUMBER_MM = 11.0
_LINE_MM = 9.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankRegisterValues(SheetTexts):
    """Every single text on the sheet; beside them stand the columns, ``column_1_name`` and so on.

    Attributes:
        sheets: how many sheets, in figures.
        number: of the whole pile; each sheet adds its own, and later entry asks for it. "" leaves it out.
        kept: "1" where what is written on it cannot be entered later with its real time, so that the sheet alone says it.
    """

    sheets: str
    number: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class ColumnTexts:
    """A column: its name, and its width in relation to the others, in figures."""

    name: str
    share: str


def _grid(columns: Sequence[ColumnTexts]) -> Grid:
    if not columns:
        raise DeskError("paper.value_missing", "column_1_name")
    shares = [_count(f"column_{at}_share", column.share, 99) for at, column in enumerate(columns, start=1)]
    each = (ACROSS - _NUMBER_MM) / sum(shares)
    cols = tuple(
        Col(f"column_{at}_name", column.name, share * each)
        for at, (column, share) in enumerate(zip(columns, shares, strict=True), start=1)
    )
    return Grid(LEFT, (Col("at", "STT", _NUMBER_MM, Style(8, align=Align.CENTRE)), *cols), _LINE_MM)


def _count(field: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= most):
        raise DeskError("paper.value_unknown", field)
    return int(text)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, columns = take_rows(ColumnTexts, "column", raw)
    values = read_values(BlankRegisterValues, rest)
    grid = _grid(columns)
    sheets = _count("sheets", values.sheets, MOST_SHEETS)
    if not values.number:
        return _written(values, grid, sheets, copy)
    each = (
        _written(replace(values, number=f"{values.number}-{at:02d}"), grid, 1, copy)
        for at in range(1, sheets + 1)
    )
    return Document((tuple(page for document in each for page in document.pages),))


def _written(values: BlankRegisterValues, grid: Grid, sheets: int, copy: int) -> Document:
    """So many sheets of lines that are numbered through."""
    use = AFTERWARDS if values.kept else LATER
    facts = a4.fact_grid((Fact("caption", "Dùng khi máy ngừng", use),), 1, ACROSS)
    empty = Paper(values, values.number, facts, (), NOTHING, across=True)
    room = a4.rooms(empty, copy)
    head, line = grid.head(), grid.row("line", ("1", *("" for _ in grid.cols[1:]))).height_mm
    counts = [int((height - head.height_mm) / line) for height in (room.first_mm, room.next_mm)]
    lines = counts[0] + counts[1] * (sheets - 1)
    rows = tuple(grid.row("line", (str(at), *("" for _ in grid.cols[1:]))) for at in range(1, lines + 1))
    return a4.document(replace(empty, sections=(Section(rows, head),)), copy)


TEMPLATE = Template(NAME, VERSION, _build, {})
