"""How wide the columns of a report's table are on the screen: numbers have the room they need, texts share what is left.

This module must not know how anything is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kt1desk.domain.reporting.report import Kind, Table

PAD = 8
_TITLE_LINES = 3
_LEAST_NUMBER, _LEAST_TEXT, _MOST_TEXT, _MOST_FIRST = 48, 90, 260, 420
_LONG_WORD = 8
"""Letters that `_LEAST_TEXT` has room for."""

Width = Callable[[str], int]
"""Of one line of text, px."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a column wants, and the least that it can do with, padding included."""

    wanted: int
    least: int


def widths(table: Table, cells: Sequence[Sequence[str]], room: int, width_of: Width) -> list[int]:
    """Of each column, px; together more than ``room`` where even the least is more.

    A list of texts is read line by line: of its columns the first that have room stand side by side, and there are as many widths; the rest
    are for below each line. Numbers are compared down their columns, which therefore stay together.

    Args:
        table: whose columns these are.
        cells: every line as it is written, the total among them.
        room: what there is.
        width_of: how texts measure, those of titles and of cells alike.
    """
    wishes = [_wish(table, cells, at, width_of) for at in range(len(table.columns))]
    wishes = wishes[: _beside(table, wishes, room)]
    made = [wish.least for wish in wishes]
    left = room - sum(made)
    for at, wish in enumerate(wishes):  # the first column is served first: it says what the line is about
        more = max(0, min(wish.wanted - made[at], left))
        made[at] += more
        left -= more
    return made


def _beside(table: Table, wishes: Sequence[_Wish], room: int) -> int:
    """How many columns stand side by side."""
    texts = sum(column.kind in {Kind.TEXT, Kind.DATE} for column in table.columns)
    if 2 * texts < len(wishes) or sum(wish.least for wish in wishes) <= room:
        return len(wishes)
    edges = list(accumulate(wish.wanted for wish in wishes))
    return max(1, sum(edge <= room for edge in edges))


def _wish(table: Table, cells: Sequence[Sequence[str]], at: int, width_of: Width) -> _Wish:
    title = table.columns[at].title
    longest = max((width_of(row[at]) for row in cells), default=0)
    # A title breaks at blanks only, so that some air is left at the ends of its lines.
    head = max(max(map(width_of, title.split()), default=0), int(width_of(title) / _TITLE_LINES * 1.25))
    if table.columns[at].kind is Kind.TEXT:
        most = _MOST_FIRST if at == 0 else _MOST_TEXT
        # Numbers of papers have no blank to break at: each distinct long word is measured once.
        words = {word for row in cells for word in row[at].split() if len(word) > _LONG_WORD}
        least = max(head, min(longest, _LEAST_TEXT), min(max(map(width_of, words), default=0), _MOST_TEXT))
        return _Wish(max(least, min(longest, most)) + 2 * PAD, least + 2 * PAD)
    least = max(head, longest, _LEAST_NUMBER)
    return _Wish(least + 2 * PAD, least + 2 * PAD)
