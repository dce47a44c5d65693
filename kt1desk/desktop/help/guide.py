"""The clerk's guide: chapters and sections by their stable names, as they lie in ``resources/help/vi``. It knows no screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kt1desk.desktop.help.markup import blocks_of, plain
from kt1desk.desktop.look.places import RESOURCES_DIR
from kt1desk.domain.text import fold

GUIDE_DIR = RESOURCES_DIR / "help" / "vi"
PICTURES_DIR = GUIDE_DIR / "pictures"
_HEADING = re.compile(r"^(#{1,2}) (.+?) \{#([a-z][a-z0-9-]*)\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the guide.

    Attributes:
        anchor: its name, which never changes.
        title: its heading.
        level: 1 for a chapter, 2 for a section of one.
        text: what stands below the heading, up to the next one.
    """

    anchor: str
    title: str
    level: int
    text: str


class Guide:
    """All sections in their order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = tuple(sections)
        self._folded = tuple(_folded(section) for section in self.sections)

    def section(self, anchor: str) -> Section | None:
        """The section of that name."""
        return next((section for section in self.sections if section.anchor == anchor), None)

    def find(self, words: str) -> Sequence[Section]:
        """The sections in which each of the words stands, without diacritics; those that have them in their title first."""
        wanted = fold(words).split()
        pairs = [
            (section, text)
            for section, text in zip(self.sections, self._folded, strict=True)
            if all(word in text for word in wanted)
        ]
        named = [section for section, _ in pairs if all(word in fold(section.title) for word in wanted)]
        return [*named, *(section for section, _ in pairs if section not in named)]


@cache
def read_guide(folder: Path = GUIDE_DIR) -> Guide:
    """The guide that ships with the program.

    Raises:
        OSError: a file cannot be read.
    """
    return Guide(
        [section for path in sorted(folder.glob("*.md")) for section in _sections(path.read_text("utf-8"))]
    )


def _sections(text: str) -> Sequence[Section]:
    found = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    return [
        Section(heading[3], heading[2], len(heading[1]), text[heading.end() : end].strip())
        for heading, end in zip(found, ends, strict=True)
    ]


def _folded(section: Section) -> str:
    words = (plain(cell) for block in blocks_of(section.text) for row in block.rows for cell in row)
    return fold(" ".join((section.title, *words)))
