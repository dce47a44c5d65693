"""What openpyxl does not tell while it reads row by row: merged cells, formulas without a result, hidden lines, where the cells end.

One quick walk through the sheet's XML (ECMA-376, Part 1, 18.3.1). This module must not know the values of cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from kt1desk.exchange.sheets.limits import MAX_COLUMNS
from kt1desk.exchange.sheets.package import walk

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
Range = tuple[int, int, int, int]
"""First line, first column, last line, last column; lines from 1, columns from 0."""


@dataclass(slots=True)
class Scan:
    """What was found. ``last_line`` and ``last_column`` are those of cells that hold anything: formats alone reach to the end."""

    last_line: int = 0
    last_column: int = 0
    computed: set[tuple[int, int]] = field(default_factory=set)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)


class _Walker:
    """Keeps the place while elements begin and end; a cell may leave its place out and then follows the one before it."""

    def __init__(self) -> None:
        self.found = Scan()
        self._line = 0
        self._column = -1
        self._formula = False
        self._value = False
        self._text = False

    def begin(self, name: str, said: Mapping[str, str]) -> None:
        if name == "c":
            place = _place(said["r"]) if "r" in said else (self._line, self._column + 1)
            self._line, self._column = place
            self._formula = self._value = False
            self._text = said.get("t") == "str"  # a formula's text, which may well be empty
        elif name == "row":
            self._line, self._column = int(said.get("r", self._line + 1)), -1
            if said.get("hidden") in {"1", "true"}:
                self.found.hidden.add(self._line)
        elif name == "mergeCell":
            self.found.merged.append(_range(said["ref"]))

    def end(self, name: str, text: str) -> None:
        if name == "f":
            self._formula = True
        elif name in {"v", "t"}:
            self._value = self._value or bool(text) or self._text
        elif name == "c" and (self._formula or self._value):
            self._keep()

    def _keep(self) -> None:
        found, place = self.found, (self._line, self._column)
        if self._column < MAX_COLUMNS:
            found.last_line = max(found.last_line, self._line)
            found.last_column = max(found.last_column, self._column)
        if self._formula:
            (found.computed if self._value else found.uncomputed).add(place)


def scan(package: ZipFile, path: str) -> Scan:
    """Walk through one sheet.

    Raises:
        the errors of `kt1desk.exchange.sheets.package.DAMAGED`.
    """
    walker = _Walker()
    walk(package, path, walker.begin, walker.end)
    return walker.found


def swallowed(cells: Range, found: Scan) -> list[tuple[int, int]]:
    """Places within a merged range that its first cell has swallowed, as far as the sheet is used."""
    first_line, first_column, last_line, last_column = cells
    return [
        (line, column)
        for line in range(first_line, min(last_line, found.last_line) + 1)
        for column in range(first_column, min(last_column, found.last_column) + 1)
        if (line, column) != (first_line, first_column)
    ]


def range_text(cells: Range) -> str:
    """``B4:B6``."""
    first_line, first_column, last_line, last_column = cells
    return f"{letters(first_column)}{first_line}:{letters(last_column)}{last_line}"


def letters(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    text, rest = "", column + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        text = chr(ord("A") + last) + text
    return text


def _range(text: str) -> Range:
    first, _, last = text.partition(":")
    return (*_place(first), *_place(last or first))


def _place(text: str) -> tuple[int, int]:
    """Line and column of ``B4``: 4 and 1."""
    found = _PLACE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1
