"""From a grid of texts to a list: where the titles stand, what each line says under them, which lines cannot be used.

This module must not know how the grid was read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.limits import MAX_COLUMNS, MAX_LINES, TITLES_WITHIN
from kt1desk.services.sheets import LEAST_TITLES, Layout, Sheet, SheetLine, known_titles, titles_in

_NOTED = 5
"""So many places are named one by one; more are only work to read."""
_NO_BREAK = {0x00A0: " ", 0x202F: " ", 0x2007: " "}
"""Blanks that web pages and spreadsheets put between figures; whoever types sees no difference."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of the file: its number there, and its cells from the first column on."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """What stands in a file or in one sheet of it.

    Attributes:
        name: of the sheet, "" where the file has only one.
        flaws: why a cell cannot be used, by line number and place of the column (the first is 0).
        computed: cells that hold the last result of a formula.
        hidden: numbers of lines that the workbook hides.
    """

    name: str
    rows: Sequence[GridRow] = field(repr=False)
    flaws: Mapping[tuple[int, int], DeskError] = field(default_factory=dict)
    computed: frozenset[tuple[int, int]] = frozenset()
    hidden: frozenset[int] = frozenset()


def tidy(text: str) -> str:
    """One spelling for what looks the same: NFC (Windows-1258 writes tones apart from letters), plain blanks at no end, no unseen signs.

    Marks of direction, joiners and soft hyphens come along with what is copied from web pages; no paper can show them.
    """
    seen = text if text.isprintable() else "".join(c for c in text if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", seen).translate(_NO_BREAK).strip()


def knows_titles(grid: Grid, layout: Layout) -> int:
    """How many columns of the layout the grid's line of titles names; 0 where it has none."""
    found = _title_row(grid, layout)
    return 0 if found is None else known_titles(grid.rows[found].cells, layout)


def sheet_of(grid: Grid, layout: Layout, name: str, digest: str) -> Sheet:
    """The list in a grid.

    Raises:
        DeskError: ``sheet.no_titles`` with ``titles``; ``sheet.column_missing`` with ``titles``; ``sheet.column_twice`` with ``title``;
            ``sheet.column_betrayed`` with ``title``, ``titles``; ``sheet.no_lines``;
            ``sheet.too_many_lines``, ``sheet.too_many_columns`` with ``limit``.
    """
    at = _title_row(grid, layout)
    if at is None:
        raise no_titles(layout)
    titles = grid.rows[at].cells
    if len(titles) > MAX_COLUMNS:
        raise DeskError("sheet.too_many_columns", limit=MAX_COLUMNS)
    keys = titles_in(titles, layout)
    if missing := layout.missing(keys.values()):
        raise DeskError("sheet.column_missing", titles=_quoted(missing))
    _refuse_betrayed(grid, at, keys, layout)
    lines = tuple(_lines(grid, at, keys))
    if not lines:
        raise DeskError("sheet.no_lines")
    if len(lines) > MAX_LINES:
        raise DeskError("sheet.too_many_lines", limit=MAX_LINES)
    return Sheet(name, grid.name, digest, layout, lines, tuple(_warnings(grid, at, keys, layout)))


def _refuse_betrayed(grid: Grid, at: int, keys: Mapping[int, str], layout: Layout) -> None:
    """No column may stay unread that says what must be known of a cover, whether it has a heading or none.

    Raises:
        DeskError: ``sheet.column_betrayed`` with ``title``, and ``titles`` of the columns that it may be meant as.
    """
    telltale, titles, rows = layout.telltale, grid.rows[at].cells, grid.rows[at + 1 :]
    if telltale is None:
        return
    for place in range(max(len(row.cells) for row in grid.rows[at:])):
        title = titles[place] if place < len(titles) else ""
        if place in keys or layout.skips(title):
            continue
        if telltale.betrays(title, (row.cells[place] for row in rows if place < len(row.cells))):
            named = _quoted([title or f"thứ {place + 1}"])
            known = _quoted([layout.title_of(key) for key in telltale.columns])
            raise DeskError("sheet.column_betrayed", title=named, titles=known)


def no_titles(layout: Layout) -> DeskError:
    """That nothing in the file looks like a line of titles."""
    wanted = [row.title for row in layout.columns if row.required]
    return DeskError("sheet.no_titles", titles=_quoted(wanted[:4]))


def _title_row(grid: Grid, layout: Layout) -> int | None:
    """The line that names the most columns; the first of them where two name as many."""
    counted = [known_titles(row.cells, layout) for row in grid.rows[:TITLES_WITHIN]]
    most = max(counted, default=0)
    return counted.index(most) if most >= LEAST_TITLES else None


def _lines(grid: Grid, at: int, keys: Mapping[int, str]) -> Iterator[SheetLine]:
    for row in grid.rows[at + 1 :]:
        cells = {
            key: row.cells[place]
            for place, key in keys.items()
            if place < len(row.cells) and row.cells[place]
        }
        problem = next(
            (
                _flaw(grid, row, place, key)
                for place, key in keys.items()
                if (row.number, place) in grid.flaws
            ),
            None,
        )
        if cells or problem is not None:
            yield SheetLine(row.number, cells, problem)


def _flaw(grid: Grid, row: GridRow, place: int, key: str) -> DeskError:
    """The flaw with the column as its place."""
    flaw = grid.flaws[row.number, place]
    return DeskError(flaw.code, key, **flaw.details)


def _warnings(grid: Grid, at: int, keys: Mapping[int, str], layout: Layout) -> Iterator[DeskError]:
    titles, first = grid.rows[at].cells, grid.rows[at].number
    if grid.name:
        yield DeskError("sheet.part_used", part=grid.name)
    unknown = [
        title for place, title in enumerate(titles) if title and place not in keys and not layout.skips(title)
    ]
    if unknown:
        yield DeskError("sheet.column_unknown", titles=_quoted(unknown))
    merged = dict.fromkeys(
        str(flaw.details["range"])
        for (row, place), flaw in grid.flaws.items()
        if flaw.code == "sheet.merged_cell" and row > first and place in keys
    )
    for cells in list(merged)[:_NOTED]:
        yield DeskError("sheet.merged", range=cells)
    if computed := sum(row > first and place in keys for row, place in grid.computed):
        yield DeskError("sheet.formulas_used", count=computed)
    if hidden := [number for number in sorted(grid.hidden) if number > first]:
        yield DeskError("sheet.hidden_lines", count=len(hidden), first=hidden[0])


def _quoted(titles: Sequence[str]) -> str:
    """``«Khối lượng», «Cơ quan gửi»``: short enough for one sentence."""
    shown = [f"«{' '.join(title.split())[:30]}»" for title in titles[:_NOTED]]
    return ", ".join(shown) + (" …" if len(titles) > _NOTED else "")
