"""XLSX as it is sent back to whoever brought a list: one sheet of texts, its titles held in sight, no cell ever computed.

It is made in memory from end to end: openpyxl by itself writes each sheet into the system's temporary folder first, as plain text, and
what a kill or a power cut leaves there is read by whoever comes next.

This module must not know what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

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
    sheet.append([_cell(sheet, title, Font(bold=True)) for title in titles])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        _InMemory(book, package).save()
    return written.getvalue()


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
