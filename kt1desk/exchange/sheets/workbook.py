"""XLSX: the values as the cells show them, the last results of formulas, and what cannot be trusted.

openpyxl turns the stored values into numbers, days and texts; what it keeps silent about is found by `kt1desk.exchange.sheets.scan`.
Its row-by-row reading holds one line at a time, where the other way holds every cell as an object. This module must not know what a column
means.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Protocol, cast

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.grid import Grid, GridRow, knows_titles, no_titles, tidy
from kt1desk.exchange.sheets.limits import MAX_LINES, TITLES_WITHIN
from kt1desk.exchange.sheets.package import DAMAGED, Part, open_package, parts_of
from kt1desk.exchange.sheets.scan import Scan, letters, range_text, scan, swallowed
from kt1desk.services.sheets import Layout

_BROKEN = (
    *DAMAGED,
    InvalidFileException,
    ArithmeticError,  # a day beyond the calendar, a figure that is none
    AssertionError,
    AttributeError,
    LookupError,
    OSError,  # no part of the package is a workbook
    SyntaxError,  # that is what the errors of ElementTree are
    TypeError,
)
"""openpyxl says in many ways that a file is not what it should be."""
_FAULT = "e"
"""Type of a cell that shows #REF!, #N/A and the like."""


class _Cell(Protocol):
    value: object
    data_type: str


class _Rows(Protocol):
    def iter_rows(self, *, max_row: int, max_col: int) -> Iterator[tuple[_Cell, ...]]: ...


def read_workbook(data: bytes, layout: Layout) -> Grid:
    """The first sheet in which the titles can be read.

    Raises:
        DeskError: ``sheet.damaged``, ``sheet.bomb``, ``sheet.encrypted``, ``sheet.old_excel``, ``sheet.other_program``,
            ``sheet.no_titles``, ``sheet.too_many_lines``.
    """
    package = open_package(data)
    parts = parts_of(package)
    try:
        with warnings.catch_warnings():  # openpyxl tells of styles and validations that it does not keep
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for part in parts:
                sheet = cast(_Rows, book[part.name])
                found = scan(package, part.path)
                if knows_titles(Grid(part.name, tuple(_rows(sheet, found, TITLES_WITHIN))), layout):
                    return _whole(sheet, part, found, alone=len(parts) == 1)
    except _BROKEN as error:
        raise DeskError("sheet.damaged") from error
    raise no_titles(layout)


def _whole(sheet: _Rows, part: Part, found: Scan, *, alone: bool) -> Grid:
    if found.last_line > MAX_LINES + TITLES_WITHIN:
        raise DeskError("sheet.too_many_lines", limit=MAX_LINES)
    flaws: dict[tuple[int, int], DeskError] = {}
    for cells in found.merged:
        refusal = DeskError("sheet.merged_cell", range=range_text(cells))
        flaws.update(dict.fromkeys(swallowed(cells, found), refusal))
    for line, column in found.uncomputed:
        flaws[line, column] = DeskError("sheet.formula_without_value", cell=f"{letters(column)}{line}")
    rows = tuple(_rows(sheet, found, found.last_line, flaws))
    filled = {(row.number, place) for row in rows for place, text in enumerate(row.cells) if text}
    return Grid(
        "" if alone else part.name, rows, flaws, frozenset(found.computed & filled), frozenset(found.hidden)
    )


def _rows(
    sheet: _Rows, found: Scan, upto: int, flaws: dict[tuple[int, int], DeskError] | None = None
) -> Iterator[GridRow]:
    """Lines that hold anything or cannot be read; places that show a fault are added to ``flaws``."""
    last, flaws = min(upto, found.last_line), {} if flaws is None else flaws
    if not last:
        return
    flawed = {line for line, _ in flaws}
    # Both ends are given: the dimensions in the file, which many programs write wrong, are not asked.
    cells = sheet.iter_rows(max_row=last, max_col=found.last_column + 1)
    for number, row in enumerate(cells, start=1):
        for place, cell in enumerate(row):
            if cell.data_type == _FAULT:
                flaws[number, place] = DeskError("sheet.cell_fault", cell=f"{letters(place)}{number}")
        texts = tuple(_text(cell.value) for cell in row)
        if any(texts) or number in flawed:
            yield GridRow(number, texts)


def _text(value: object) -> str:
    """A cell as somebody would type it: whole numbers without a point, true as «có»."""
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.15g}"
        case date() | time() | timedelta():
            return _time_text(value)
        case _:
            return tidy(str(value))


def _time_text(value: date | time | timedelta) -> str:
    """``24/11/2026``, ``14:30``, ``14:30 24/11/2026``. A day alone is stored as its midnight."""
    match value:
        case datetime():
            day = f"{value:%d/%m/%Y}"
            return f"{value:%H:%M} {day}" if (value.hour, value.minute) != (0, 0) else day
        case timedelta():
            hours, minutes = divmod(round(value.total_seconds() / 60), 60)
            return f"{hours:02d}:{minutes:02d}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return f"{value:%d/%m/%Y}"
