"""The list of papers of a dossier: the published list with what the count at the counter found (TT 17/2017/TT-BTTTT).

This module must not know the procedure's name, its price or who applies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kt1desk.domain.dossier import InsistReason, PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.dossiers import MAX_PAPER_NAME
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.text import clean, required
from kt1desk.services.dossier_papers import MOST_PAPERS, listed

_ADDED = re.compile(r"x[1-9]\d{0,2}")
_PERSONS = re.compile(r"\d(?:[\s.]*\d){8}")
"""Nine digits were an identity card, twelve are a personal number, however grouped: the list stands in the event, never to be erased."""
_FIELD = "papers"
_LONGEST = 4_000
"""Published names are cut for the list; so much of one is looked at."""


@dataclass(frozen=True, slots=True)
class Count:
    """What the counter's count is held against.

    Attributes:
        procedure: with its published list; None while it is not chosen.
        answers: the clerk's lines.
        most: how many sheets of one kind are plausible.
    """

    procedure: Procedure | None
    answers: tuple[PaperLine, ...]
    most: int

    def lines(self) -> tuple[PaperLine, ...]:
        """The published papers that were answered, in their order and by their published names, then those added by hand.

        Raises:
            DeskError: ``dossier.paper_twice``, ``dossier.paper_unknown``, ``dossier.paper_count`` with ``limit``,
                ``dossier.paper_personal_number``, ``text.*``.
        """
        answers = {line.key: line for line in self.answers}
        if len(answers) != len(self.answers):
            raise DeskError("dossier.paper_twice", _FIELD)
        published = self.procedure.papers if self.procedure else ()
        named = [
            replace(answers.pop(paper.key), name=shortened(clean(paper.name, _FIELD, _LONGEST)))
            for paper in published
            if paper.key in answers
        ]
        if any(_ADDED.fullmatch(key) is None for key in answers):
            raise DeskError("dossier.paper_unknown", _FIELD)
        added = [replace(line, name=_name(line.name)) for line in answers.values()]
        return tuple(self._counted(line) for line in (*named, *added))

    def check(self, lines: tuple[PaperLine, ...], insists: InsistReason | None) -> None:
        """Refuse to seal what is not counted to its end.

        Raises:
            DeskError: ``dossier.papers_unanswered`` with ``count``, ``dossier.paper_missing`` with ``count``,
                ``dossier.no_documents``, ``dossier.too_many_papers`` with ``limit``.
        """
        answered = {line.key for line in lines}
        published = self.procedure.papers if self.procedure else ()
        unanswered = sum(paper.key not in answered for paper in published)
        if unanswered:
            raise DeskError("dossier.papers_unanswered", _FIELD, count=unanswered)
        missing = sum(line.presence is Presence.MISSING for line in lines)
        if missing and insists is None:
            raise DeskError("dossier.paper_missing", _FIELD, count=missing)
        if not any(line.pieces for line in lines):
            raise DeskError("dossier.no_documents", _FIELD)
        if len(listed(lines)) > MOST_PAPERS:
            raise DeskError("dossier.too_many_papers", _FIELD, limit=MOST_PAPERS)

    def _counted(self, line: PaperLine) -> PaperLine:
        counts = (line.originals, line.certified, line.plain, line.electronic)
        if line.presence is not Presence.BROUGHT:
            return PaperLine(line.key, line.name, presence=line.presence)
        if not all(0 <= count <= self.most for count in counts) or not line.pieces:
            raise DeskError("dossier.paper_count", _FIELD, limit=self.most)
        return line


def _name(typed: str) -> str:
    """The name of a paper added by hand: its kind, never whose."""
    name = required(typed, _FIELD, MAX_PAPER_NAME)
    if _PERSONS.search(name):
        raise DeskError("dossier.paper_personal_number", _FIELD)
    return name


def shortened(name: str, most: int = MAX_PAPER_NAME) -> str:
    """The name, cut at a word where it is too long for the list."""
    if len(name) <= most:
        return name
    kept = name[: most - 1]
    return f"{kept.rpartition(' ')[0] or kept}…"
