"""How wide the columns of a report's table stand: as wide as their numbers, and on more lines or in smaller type before any is left out.

A number is never broken and never smaller than 7 pt; a table that is too wide even so is told in parts that all begin with its first
column. This module must not know pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.domain.reporting.report import Cell, Column, Kind, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.printing.fonts import Face, width_mm
from kt1desk.printing.templates.table import PAD_X

READABLE = (8.5, 8.0)
"""Sizes in points a table upright may have before the sheet is turned."""
SIZES = (*READABLE, 7.5, 7.0)
CAPTION_LINES = 14
"""Lines a title of a column may have."""
CELL, STRONG = Face.MEDIUM, Face.BOLD
_SLACK, _STRETCH = 0.3, 1.5
_TEXT_LEAST, _TEXT_MOST, _WORD_MOST = 26.0, 95.0, 34.0
"""Of a column of texts, in mm: what it is given if it wants it, what it never needs more of, and where a word is broken."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table that fits: its columns' places in the whole table, their widths in mm, and the size of its type."""

    places: tuple[int, ...]
    widths: tuple[float, ...]
    pt: float


def caption_pt(pt: float) -> float:
    """Size of captions above cells of a size."""
    return max(7.0, pt - 0.5)


def words_of(text: str, face: Face, pt: float, most_mm: float) -> str:
    """The text with blanks in words that are wider than a line (addresses of the web, long codes)."""
    return " ".join(_pieces(word, face, pt, most_mm) for word in text.split())


def _pieces(word: str, face: Face, pt: float, most_mm: float) -> str:
    if width_mm(word, face, pt) <= most_mm:
        return word
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_mm(pieces[-1] + letter, face, pt) > most_mm:
            pieces.append("")
        pieces[-1] += letter
    return " ".join(pieces)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column must have, what it would take with pleasure, and how wide it can be before its rows fall apart."""

    least: float
    liked: float
    most: float


def _need(column: Column, cells: Sequence[Cell], last: Sequence[Cell], pt: float) -> _Need:
    title = width_mm(column.title, STRONG, caption_pt(pt))
    # Lines that are broken between words are at least half full.
    words = [
        _word_mm(column.title, STRONG, caption_pt(pt)),
        min(_TEXT_MOST, title / (CAPTION_LINES // 2 - 1)),
    ]
    liked = [title / 2 + 1]
    for face, group in ((CELL, cells), (STRONG, last)):
        for cell in dict.fromkeys(group):
            text = cell_text(cell, column.kind)
            breaks = isinstance(cell, str) and column.kind is not Kind.DATE
            whole = width_mm(text, face, pt)
            words.append(_word_mm(text, face, pt) if breaks else whole)
            liked.append(min(whole, _TEXT_MOST) if breaks else whole)
    wanted = max(*words, *liked)
    least = max(*words, min(wanted, _TEXT_LEAST)) if column.kind is Kind.TEXT else max(words)
    air = 2 * PAD_X + _SLACK
    most = max(wanted, _TEXT_MOST) if column.kind is Kind.TEXT else wanted * _STRETCH
    return _Need(least + air, wanted + air, most + air)


def _word_mm(text: str, face: Face, pt: float) -> float:
    return min(_WORD_MOST, max((width_mm(word, face, pt) for word in text.split()), default=0.0))


def _needs(table: Table, pt: float) -> list[_Need]:
    return [
        _need(column, [row[at] for row in table.rows], table.total[at : at + 1], pt)
        for at, column in enumerate(table.columns)
    ]


def _spread(needs: Sequence[_Need], room_mm: float, *, all_of_it: bool) -> tuple[float, ...]:
    """First what columns like, then up to the most they are given; a table of few columns stays narrower than its page."""
    widths = _towards([need.least for need in needs], [need.liked for need in needs], room_mm)
    widths = _towards(widths, [need.most for need in needs], room_mm)
    longer = room_mm / sum(widths) if all_of_it else 1.0
    return tuple(width * longer for width in widths)


def _towards(widths: Sequence[float], wanted: Sequence[float], room_mm: float) -> list[float]:
    """As much of what each column wants as there is room, the same part of it for all."""
    missing = sum(wanted) - sum(widths)
    share = min(1.0, (room_mm - sum(widths)) / missing) if missing > 0 else 0.0
    return [width + share * (more - width) for width, more in zip(widths, wanted, strict=True)]


def fits_upright(table: Table, room_mm: float) -> bool:
    """Whether a table can be read on a sheet that is not turned."""
    return any(sum(need.least for need in _needs(table, pt)) <= room_mm for pt in READABLE)


def laid(table: Table, room_mm: float) -> tuple[Part, ...]:
    """The table in one part in the largest type in which it fits, else in as many as it takes in the smallest."""
    every = tuple(range(len(table.columns)))
    # Where there are no rows, a sentence stands in their place.
    fill = not table.rows
    needs: list[_Need] = []
    for pt in SIZES:
        needs = _needs(table, pt)
        if sum(need.least for need in needs) <= room_mm:
            return (Part(every, _spread(needs, room_mm, all_of_it=fill), pt),)
    parts: list[list[int]] = [[0]]
    for at in every[1:]:
        if len(parts[-1]) > 1 and sum(needs[place].least for place in (*parts[-1], at)) > room_mm:
            parts.append([0])
        parts[-1].append(at)
    return tuple(
        Part(tuple(places), _spread([needs[place] for place in places], room_mm, all_of_it=fill), SIZES[-1])
        for places in parts
    )
