"""CSV as offices here write it: four encodings, three separators, titles wherever they stand.

The encoding is told by the first bytes or found by trial: UTF-8 refuses what is not UTF-8, and what is left is Windows-1258, the code page
of Vietnamese Windows. The separator is the one under which the titles can be read. This module must not know what a column means.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.grid import Grid, GridRow, knows_titles, no_titles, tidy
from kt1desk.exchange.sheets.limits import MAX_LINES, TITLES_WITHIN
from kt1desk.services.sheets import Layout

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = (",", ";", "\t")


def read_csv(data: bytes, layout: Layout) -> Grid:
    """The grid of a CSV file.

    Raises:
        DeskError: ``sheet.zero_bytes``, ``sheet.encoding``, ``sheet.no_titles``, ``sheet.quotes`` with ``line``,
            ``sheet.too_many_lines``.
    """
    text = decoded(data)
    known = {each: knows_titles(_beginning(text, each), layout) for each in _SEPARATORS}
    separator = max(_SEPARATORS, key=known.__getitem__)
    if not known[separator]:
        raise no_titles(layout)
    rows = tuple(islice(_rows(text, separator), MAX_LINES + TITLES_WITHIN + 1))
    if len(rows) > MAX_LINES + TITLES_WITHIN:
        raise DeskError("sheet.too_many_lines", limit=MAX_LINES)
    return Grid("", rows)


def decoded(data: bytes) -> str:
    """The text of a file.

    Raises:
        DeskError: ``sheet.zero_bytes`` where it is no text at all; ``sheet.encoding``.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(encoding) if encoding else _without_mark(data)
    except UnicodeDecodeError as error:
        raise DeskError("sheet.encoding") from error
    if "\0" in text:
        raise DeskError("sheet.zero_bytes")
    return text


def _without_mark(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1258")


def _beginning(text: str, separator: str) -> Grid:
    """The lines among which the titles must stand; a broken line ends it, and is found again when everything is read."""
    rows: list[GridRow] = []
    with suppress(DeskError):
        rows.extend(islice(_rows(text, separator), TITLES_WITHIN))
    return Grid("", rows)


def _rows(text: str, separator: str) -> Iterator[GridRow]:
    """Each record with the number of the line it begins on; blank lines are left out."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DeskError("sheet.quotes", line=begins) from error
        tidied = tuple(map(tidy, cells))
        if any(tidied):
            yield GridRow(begins, tidied)
