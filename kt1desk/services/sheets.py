"""Lists as they are brought: lines of texts under named columns, each with its place in the file.

A layout says which columns a kind of list has and how they may be headed; matching is by the name alone, so that a list with its columns in
another order is the same list. This module must not know files, nor what any column means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold

LEAST_TITLES = 2
"""So many known titles make a line the line of titles: one alone may be a word in a heading above the list."""

_NUMBERED = re.compile(r"(.*\D) ?(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout.

    Attributes:
        key: its name in the program; where a refusal has a field of this name, the column is its place.
        title: as the templates head it, and as messages name it.
        spellings: other headings it is known by.
        required: whether a list without it is refused.
        numbered: whether it may stand several times with a number behind the title («Giấy tờ 1», «Giấy tờ 2»).
        each_line: whether every ordinary line needs it, though a list without it is not refused as a whole.
        says: what may stand in it, for whoever makes a list; "" where the title says it.
    """

    key: str
    title: str
    spellings: tuple[str, ...] = ()
    required: bool = False
    numbered: bool = False
    each_line: bool = False
    says: str = ""

    def described(self) -> str:
        """``«Độ khẩn» (Hỏa tốc, Hẹn giờ … hoặc để trống)``."""
        return f"«{self.title}» ({self.says})" if self.says else f"«{self.title}»"


@dataclass(frozen=True, slots=True)
class Telltale:
    """By what an unknown column is told to be one that must not stay unread; patterns are for folded words alone, from end to end.

    Attributes:
        columns: keys of the columns that it may be meant as.
        cells: texts of such a column.
        titles: headings of such a column.
    """

    columns: tuple[str, ...]
    cells: re.Pattern[str]
    titles: re.Pattern[str]

    def betrays(self, title: str, cells: Iterable[str]) -> bool:
        """Whether a column under this heading says what must be read. One without any text says nothing."""
        said = [words for words in map(fold, cells) if words]
        return bool(said) and (
            self.titles.fullmatch(fold(title)) is not None or any(map(self.cells.fullmatch, said))
        )


@dataclass(frozen=True)
class Layout:
    """The columns of one kind of list.

    Attributes:
        columns: in the order of the template.
        skipped: headings that stand in many lists and mean nothing here (STT).
        telltale: which unknown columns are refused; None where each may stay unread.
    """

    columns: tuple[Column, ...]
    skipped: tuple[str, ...] = ("STT", "TT", "Số TT", "Số thứ tự")
    telltale: Telltale | None = None

    def key_of(self, title: str) -> str:
        """Which column a heading means: its key, with the number behind a numbered one (``paper 2``), or "" for none."""
        wanted = fold(title)
        if wanted in self._keys:
            return self._keys[wanted]
        found = _NUMBERED.fullmatch(wanted)
        base = self._keys.get(found[1].strip(), "") if found else ""
        return f"{base} {int(found[2])}" if found and base in self._numbered else ""

    def skips(self, title: str) -> bool:
        """Whether a heading is known to mean nothing."""
        return fold(title) in self._skipped

    def title_of(self, key: str) -> str:
        """The heading of a column by its key; "" for what is no column."""
        base, _, number = key.partition(" ")
        return f"{self._titles[base]} {number}".strip() if base in self._titles else ""

    def missing(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Titles of required columns that are not among these keys."""
        there = {key.partition(" ")[0] for key in keys}
        return tuple(row.title for row in self.columns if row.required and row.key not in there)

    def needed(self) -> tuple[str, ...]:
        """The columns that every ordinary line needs, with what may stand in them."""
        return tuple(row.described() for row in self.columns if row.required or row.each_line)

    def optional(self) -> tuple[str, ...]:
        """The other columns, with what may stand in them."""
        return tuple(row.described() for row in self.columns if not (row.required or row.each_line))

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {
            fold(spelling): row.key
            for row in self.columns
            for spelling in (row.key, row.title, *row.spellings)
        }

    @cached_property
    def _numbered(self) -> frozenset[str]:
        return frozenset(row.key for row in self.columns if row.numbered)

    @cached_property
    def _skipped(self) -> frozenset[str]:
        return frozenset(map(fold, self.skipped))

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {row.key: row.title for row in self.columns}


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a list: its number in the file (the first is 1), its texts by column key, empty ones left out.

    ``problem`` is why the line cannot be read; its field is the key of the column. Such a line is refused whatever else it says.
    """

    number: int
    cells: Mapping[str, str] = field(repr=False)
    problem: DeskError | None = None

    def text(self, key: str) -> str:
        """The text of a column, "" where it is empty or absent."""
        return self.cells.get(key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list that was read.

    Attributes:
        name: of the file, without its folder.
        part: name of the sheet in a workbook, "" where a file is one list.
        digest: SHA-256 of the file in hex.
        layout: by which its columns were matched.
        lines: those that hold anything, in their order.
        warnings: what whoever brought the list should know; nothing is refused by them.
    """

    name: str
    part: str
    digest: str
    layout: Layout
    lines: tuple[SheetLine, ...]
    warnings: tuple[DeskError, ...] = ()


def titles_in(cells: Sequence[str], layout: Layout) -> Mapping[int, str]:
    """The columns that a line of titles names: key by place (the first is 0).

    Raises:
        DeskError: ``sheet.column_twice`` with ``title``.
    """
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        key = layout.key_of(cell) if cell else ""
        if key and key in found.values():
            raise DeskError("sheet.column_twice", key, title=layout.title_of(key))
        if key:
            found[place] = key
    return found


def known_titles(cells: Sequence[str], layout: Layout) -> int:
    """How many different columns a line names."""
    return len({layout.key_of(cell) for cell in cells if cell} - {""})
