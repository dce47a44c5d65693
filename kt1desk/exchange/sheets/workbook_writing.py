"""XLSX as it is sent back to whoever brought a list: one sheet of texts, its titles held in sight, no cell ever computed.

This module must not know what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

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
    sheet = cast(Worksheet, book.create_sheet())  # one that is written row by row
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    sheet.append([_cell(sheet, title, Font(bold=True)) for title in titles])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Worksheet, text: str, font: Font | None = None) -> Cell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(" ", text))
    cell.data_type = _TEXT
    if font is not None:
        cell.font = font
    return cell
