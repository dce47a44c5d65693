"""Papers of reports as poppler reads them back: every word with its place, and what is wrong with it."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import combinations
from pathlib import Path

from kt1desk.domain.reporting.chart_shapes import has_nothing
from kt1desk.domain.reporting.report import Chart, ChartKind, Kind, Report, Table
from kt1desk.domain.reporting.written import cell_text

_MARGIN_PT = 5 / 25.4 * 72
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Word:
    """A word where poppler found it, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Read:
    """A page as poppler reads it."""

    width: float
    height: float
    words: tuple[Word, ...]


def read_back(path: Path) -> list[Read]:
    """The pages of a PDF file."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True)
    return [
        Read(
            float(width),
            float(height),
            tuple(Word(unescape(word[4]), *map(float, word[:4])) for word in _WORD.findall(body)),
        )
        for width, height, body in _PAGE.findall(done.stdout)
    ]


def flaws(pages: list[Read]) -> Iterator[str]:
    """Words in the margins, and words over each other."""
    for number, page in enumerate(pages, start=1):
        for word in page.words:
            if (
                min(word.left, word.top) < _MARGIN_PT - 0.5
                or word.right > page.width - _MARGIN_PT + 0.5
                or word.bottom > page.height - _MARGIN_PT + 0.5
            ):
                yield f"page {number}: {word} in the margin"
        for one, other in combinations(page.words, 2):
            # Boxes of poppler are as high as the face, and lines stand closer than that where no letter has two marks.
            slack = 0.2 * min(one.bottom - one.top, other.bottom - other.top)
            if (
                min(one.right, other.right) - max(one.left, other.left) > 0.3
                and min(one.bottom, other.bottom) - max(one.top, other.top) > slack
            ):
                yield f"page {number}: {one} over {other}"


def numbers_of(of: Report) -> Counter[str]:
    """The words of every number of tables and bars, as often as it stands there."""
    found: Counter[str] = Counter()
    for section in of.sections:
        if isinstance(section, Table):
            for row in (*section.rows, section.total):
                cells = zip(row, section.columns, strict=False)
                found.update(
                    word
                    for cell, column in cells
                    if column.kind is not Kind.TEXT
                    for word in cell_text(cell, column.kind).split()
                )
        elif isinstance(section, Chart) and section.kind is not ChartKind.LINE and not has_nothing(section):
            found.update(cell_text(value, section.unit) for each in section.series for value in each.values)
    return found
