"""CSV as Excel of this country opens it by a double click: UTF-8 with a mark in front, since without one the letters are taken for others.

This module must not know what is written.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet computes a text that begins so (CWE-1236)."""
SEPARATOR = ";"
"""Of files of numbers; see docs/decisions/report-files.md."""


def csv_bytes(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a CSV file; no cell of it is ever computed."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_plain(title) for title in titles])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def csv_numbers(rows: Iterable[Sequence[str | int | Decimal]], separator: str) -> bytes:
    """The bytes of a CSV file of texts and numbers; a comma stands before decimals, as this country writes them.

    Numbers are written from numbers, so a minus sign of theirs begins no formula; a text that begins like one is kept from it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", delimiter=separator)
    writer.writerows(
        [_plain(cell) if isinstance(cell, str) else _number(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _number(number: int | Decimal) -> str:
    return f"{number:f}".replace(".", ",") if isinstance(number, Decimal) else str(number)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell
