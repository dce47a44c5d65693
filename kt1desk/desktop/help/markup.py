"""The little of Markdown that the guide is written in, read into blocks; screen, PDF and tests read the same ones.

Headings, paragraphs, lists, tables, notes (``>``) and pictures; within a line ``**strong**`` and `` `F9` ``, which always is a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

_BULLET = re.compile(r"- +(.*)")
_NUMBER = re.compile(r"\d+\. +(.*)")
_PICTURE = re.compile(r"!\[(?P<title>[^\]]*)\]\(pictures/(?P<name>[\w.-]+)\)$")
_PARTS = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<key>[^`]+)`")


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    TABLE = "table"
    PICTURE = "picture"


class Tone(Enum):
    """How a run of letters stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``rows``: the lines of a list, the rows of a table (its head first), else one; of a picture its title and file name."""

    kind: Kind
    rows: tuple[tuple[str, ...], ...]


def blocks_of(text: str) -> Sequence[Block]:
    """The blocks of a text, in their order."""
    return [block for lines in _groups(text) for block in _read(lines)]


def runs_of(line: str) -> Sequence[Run]:
    """A line cut into runs of one tone."""
    made, at = [], 0
    for found in _PARTS.finditer(line):
        if found.start() > at:
            made.append(Run(line[at : found.start()]))
        strong, key = found["strong"], found["key"]
        made.append(Run(strong, Tone.STRONG) if strong else Run(key, Tone.KEY))
        at = found.end()
    return [*made, Run(line[at:])] if at < len(line) else made


def plain(line: str) -> str:
    """A line without its signs."""
    return "".join(run.text for run in runs_of(line))


def _groups(text: str) -> Iterator[list[str]]:
    """Lines that stand together, parted by empty ones."""
    group: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield group
            group = []


def _read(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if first.startswith("#"):
        yield Block(Kind.HEADING, ((first.lstrip("# "),),))
        if lines[1:]:
            yield from _read(lines[1:])
    elif (picture := _PICTURE.match(first)) is not None:
        yield Block(Kind.PICTURE, ((picture["title"], picture["name"]),))
    elif first.startswith("|"):
        yield Block(Kind.TABLE, tuple(_cells(line) for line in lines if not line.startswith("|--")))
    elif first.startswith("> "):
        yield Block(Kind.NOTE, ((" ".join(line.lstrip("> ") for line in lines),),))
    elif _BULLET.match(first):
        yield Block(Kind.BULLETS, tuple((item,) for item in _items(lines, _BULLET)))
    elif _NUMBER.match(first):
        yield Block(Kind.NUMBERS, tuple((item,) for item in _items(lines, _NUMBER)))
    else:
        yield Block(Kind.TEXT, ((" ".join(line.strip() for line in lines),),))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))


def _items(lines: Sequence[str], begins: re.Pattern[str]) -> Sequence[str]:
    """The items of a list; a line without a sign goes on with the one before."""
    made: list[str] = []
    for line in lines:
        if (found := begins.match(line)) is not None:
            made.append(found[1])
        else:
            made[-1] += f" {line.strip()}"
    return made
