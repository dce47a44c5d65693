"""XLSX: one sheet of texts as it is sent back to whoever brought a list, or sheets of numbers, dates and texts; no cell is ever computed.

It is made in memory from end to end: openpyxl by itself writes each sheet into the system's temporary folder first, as plain text, and
what a kill or a power cut leaves there is read by whoever comes next.

This module must not know what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kt1desk.services.course import step

Value = str | int | Decimal | date | None
"""What may stand in a cell of `typed_xlsx`; None leaves it empty."""
MAX_NAME = 31
"""Characters of a sheet's name."""
_LINE_PT = 15.0
"""Height of a line in points: LibreOffice gives a row no more than one line by itself, however much stands in it."""
_BOLD = Font(name="Calibri", size=11, bold=True)
_TEXT = "s"
"""Type of a cell whose value is a text, whatever it begins with (CWE-1236)."""


def xlsx_bytes(titles: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a workbook.

    Args:
        titles: of the columns.
        widths: of the columns, in characters.
        rows: texts under the titles.
    """
    book = Workbook(write_only=True)
    made = book.create_sheet()
    sheet = cast(Worksheet, made)  # one that is written row by row
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    _write_to_memory(made)
    sheet.append([_cell(sheet, title, _BOLD) for title in titles])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        _InMemory(book, package).save()
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column: title, width in characters, and how its numbers and dates are shown ("" for texts)."""

    title: str
    width: int
    shown: str = ""


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """A sheet: a line of titles that stays in sight, lines under it that can be filtered, and a last line that no filter hides.

    Attributes:
        name: as its tab shows it, at most `MAX_NAME` characters, no brackets, colons, stars, slashes or question marks.
        columns: at least one.
        rows: a value for each column.
        total: the last line, () for none.
        filtered: whether lines may be hidden by their contents.
    """

    name: str
    columns: tuple[TypedColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()
    filtered: bool = True


def typed_xlsx(sheets: Sequence[TypedSheet]) -> bytes:
    """The bytes of a workbook of numbers that can be reckoned with, dates that can be sorted, and texts; at least one sheet."""
    book = Workbook(write_only=True)
    book.properties.creator = "KT1 Desk"
    for sheet in sheets:
        _typed(book, sheet)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        _InMemory(book, package).save()
    return written.getvalue()


def _typed(book: Workbook, sheet: TypedSheet) -> None:
    made = book.create_sheet(sheet.name)
    into = cast(Worksheet, made)  # one that is written row by row
    into.freeze_panes = "A2"
    for at, column in enumerate(sheet.columns, start=1):
        into.column_dimensions[get_column_letter(at)].width = column.width
    if sheet.filtered and sheet.rows:
        into.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    _on_paper(into)
    widths = [column.width for column in sheet.columns]
    _raise_row(into, 1, [column.title for column in sheet.columns], [max(1, width - 2) for width in widths])
    for number, row in enumerate((*sheet.rows, sheet.total), start=2):
        step(number - 1, len(sheet.rows))  # here: a sheet half written cannot be let go quietly
        _raise_row(into, number, row, widths)
    _write_to_memory(made)
    titles = [_cell(into, column.title, _BOLD) for column in sheet.columns]
    for title in titles:
        title.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center")
    into.append(titles)
    for row in sheet.rows:
        into.append(_typed_row(into, sheet.columns, row))
    if sheet.total:
        into.append(_typed_row(into, sheet.columns, sheet.total, _BOLD))


def _on_paper(sheet: Worksheet) -> None:
    """Whoever prints it all the same gets all columns on a sheet that lies, under their titles on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _raise_row(sheet: Worksheet, number: int, row: Sequence[Value], widths: Sequence[int]) -> None:
    """Room for the lines of the longest text of a row."""
    lines = max(
        (len(wrap(text, width)) for text, width in zip(row, widths, strict=False) if isinstance(text, str)),
        default=1,
    )
    if lines > 1:
        sheet.row_dimensions[number].height = lines * _LINE_PT


def _typed_row(
    sheet: Worksheet, columns: Sequence[TypedColumn], row: Sequence[Value], font: Font | None = None
) -> list[Cell | None]:
    return [
        None if value is None else _typed_cell(sheet, value, column.shown, font)
        for value, column in zip(row, columns, strict=True)
    ]


def _typed_cell(sheet: Worksheet, value: str | int | Decimal | date, shown: str, font: Font | None) -> Cell:
    if isinstance(value, str):
        cell = _cell(sheet, value, font)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell
    number: Any = value  # openpyxl takes whole numbers and exact fractions; its hints know neither
    cell = WriteOnlyCell(sheet, value=number)
    cell.number_format = shown or "General"
    cell.alignment = Alignment(vertical="top")
    if font is not None:
        cell.font = font
    return cell


def _write_to_memory(sheet: Any) -> None:
    """Give the sheet a writer of ours before its first row; it would make itself one with a temporary file."""
    writer = sheet._writer = WorksheetWriter(sheet, BytesIO())  # noqa: SLF001 - where openpyxl keeps its own
    writer.write_top()


class _InMemory(ExcelWriter):
    """openpyxl's writer of packages, less the one step in which it takes a sheet from a file."""

    def __init__(self, book: Workbook, package: ZipFile) -> None:
        super().__init__(book, package)
        self._package = package

    def write_worksheet(self, ws: Any) -> None:
        """Put a sheet of texts into the package: it has no drawings and refers to nothing."""
        ws.close()
        self._package.writestr(ws.path[1:], ws._writer.out.getvalue())  # noqa: SLF001
        self.manifest.append(ws)


def _cell(sheet: Worksheet, text: str, font: Font | None = None) -> Cell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(" ", text))
    cell.data_type = _TEXT
    if font is not None:
        cell.font = font
    return cell
