"""The papers of a dossier as one cell of a list says them.

«đủ» means: every published paper, as many as the catalogue asks for. Where the catalogue does not say how many, or lists papers for one
case and not for another, nobody can count by that word, and the cell must say each paper. This module must not know columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import ListedPaper, Procedure
from kt1desk.domain.text import fold

FIELD = "papers"
_ALL = frozenset({"du", "day du", "du theo danh muc", "du giay to"})
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_COUNTED = re.compile(r"(\d{1,3}) +(.+)", re.ASCII)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ban chinh": "originals",
        "chinh": "originals",
        "ban goc": "originals",
        "ban sao chung thuc": "certified",
        "sao chung thuc": "certified",
        "ban sao": "plain",
        "sao": "plain",
        "ban chup": "plain",
        "ban dien tu": "electronic",
        "dien tu": "electronic",
    }
)
_ABSENT: Mapping[str, Presence] = MappingProxyType(
    {
        "khong can": Presence.NOT_NEEDED,
        "khong thuoc truong hop": Presence.NOT_NEEDED,
        "thieu": Presence.MISSING,
    }
)


def papers_of(text: str, procedure: Procedure | None) -> tuple[PaperLine, ...]:
    """The lines of the list of papers.

    Raises:
        DeskError: ``batch.papers_say_each`` where «đủ» says too little; ``batch.papers_shape``.
    """
    published = procedure.papers if procedure is not None else ()
    if fold(text) in _ALL:
        return tuple(map(_as_published, published))
    names = {paper.key: paper.name for paper in published}
    return tuple(_said(text, names))


def _as_published(paper: ListedPaper) -> PaperLine:
    if paper.group or not (paper.originals or paper.copies):
        raise DeskError("batch.papers_say_each", FIELD)
    certified = paper.copies if paper.certified else 0
    return PaperLine(paper.key, paper.name, paper.originals, certified, paper.copies - certified)


def _said(text: str, names: Mapping[str, str]) -> Iterator[PaperLine]:
    """Entry by entry; one that begins with no number of the published list is a paper added by hand."""
    added = 0
    for entry in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        which, _, what = (part.strip() for part in entry.rpartition(":"))
        if not which or not what:
            raise DeskError("batch.papers_shape", FIELD)
        if which.isdigit():
            if not _NUMBER.fullmatch(which):  # a footnote's mark (2¹) counts as a digit too, and is no number
                raise DeskError("batch.papers_shape", FIELD)
            yield _counted(str(int(which)), names.get(str(int(which)), ""), what)
        else:
            added += 1
            yield _counted(f"x{added}", which, what)


def _counted(key: str, name: str, what: str) -> PaperLine:
    absent = _ABSENT.get(fold(what))
    if absent is not None:
        return PaperLine(key, name, presence=absent)
    counts = dict.fromkeys(_KINDS.values(), 0)
    for part in re.split(r"[,+]", what):
        found = _COUNTED.fullmatch(part.strip())
        kind = _KINDS.get(fold(found[2])) if found else None
        if found is None or kind is None:
            raise DeskError("batch.papers_shape", FIELD)
        counts[kind] += int(found[1])
    return PaperLine(
        key, name, counts["originals"], counts["certified"], counts["plain"], counts["electronic"]
    )
