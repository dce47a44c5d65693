"""Reading a brought list, whatever form it has; the form is told by its first bytes and not by its name.

This module must not know what is done with the list.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.sheets.csv_text import read_csv
from kt1desk.exchange.sheets.grid import sheet_of
from kt1desk.exchange.sheets.limits import MAX_BYTES
from kt1desk.exchange.sheets.package import ZIP_MARK, refuse_envelope
from kt1desk.exchange.sheets.workbook import read_workbook
from kt1desk.services.sheets import Layout, Sheet


def read_sheet(path: Path, layout: Layout) -> Sheet:
    """The list in a file.

    Args:
        path: a CSV file (UTF-8 with or without a mark, UTF-16, Windows-1258; comma, semicolon or tab) or a workbook (XLSX).
        layout: the columns it may have.

    Raises:
        DeskError: as `read_brought`; ``sheet.encrypted``, ``sheet.old_excel``,
            ``sheet.other_program``, ``sheet.damaged``, ``sheet.bomb``, ``sheet.zero_bytes``, ``sheet.encoding``, ``sheet.quotes``,
            ``sheet.no_titles``, ``sheet.column_missing``, ``sheet.column_twice``, ``sheet.no_lines``, ``sheet.too_many_lines``,
            ``sheet.too_many_columns``, ``sheet.column_betrayed``.
    """
    return sheet_in(read_brought(path, MAX_BYTES), path.name, layout)


def sheet_in(data: bytes, name: str, layout: Layout) -> Sheet:
    """The list in the bytes of a file with this name.

    Raises:
        DeskError: as `read_sheet`, but for the file itself.
    """
    refuse_envelope(data)
    grid = read_workbook(data, layout) if data.startswith(ZIP_MARK) else read_csv(data, layout)
    return sheet_of(grid, layout, name, hashlib.sha256(data).hexdigest())
