"""The list of papers as the clerk answers it: what was published, what was counted of each, what was added by hand. No screen.

Every published paper needs an answer: what was brought, «not needed in this case», or missing. It knows no rule of any procedure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.procedure import ListedPaper, Procedure

MOST_OF_ONE = 99
"""More pieces of one paper than this is a slip of the finger."""


class Kind(Enum):
    """The four counts of a paper, in the order of their columns."""

    ORIGINALS = "originals"
    CERTIFIED = "certified"
    PLAIN = "plain"
    ELECTRONIC = "electronic"

    def of(self, line: PaperLine) -> int:
        """This count of a line."""
        counts = {
            Kind.ORIGINALS: line.originals,
            Kind.CERTIFIED: line.certified,
            Kind.PLAIN: line.plain,
            Kind.ELECTRONIC: line.electronic,
        }
        return counts[self]

    def put(self, line: PaperLine, pieces: int) -> PaperLine:
        """The line with another count."""
        match self:
            case Kind.ORIGINALS:
                return replace(line, originals=pieces)
            case Kind.CERTIFIED:
                return replace(line, certified=pieces)
            case Kind.PLAIN:
                return replace(line, plain=pieces)
            case Kind.ELECTRONIC:
                return replace(line, electronic=pieces)


class PaperList:
    """Answers to one procedure's list."""

    def __init__(self) -> None:
        self._listed: tuple[ListedPaper, ...] = ()
        self._answers: dict[str, PaperLine] = {}

    def ask(self, procedure: Procedure | None) -> None:
        """Ask for the papers of a procedure: no answer yet."""
        self._listed = procedure.papers if procedure is not None else ()
        self._answers = {}

    def put(self, lines: Iterable[PaperLine]) -> None:
        """Answers given earlier; names of published papers are those of the list, and what it has no more is left out."""
        published = {paper.key: paper.name for paper in self._listed}
        self._answers = {
            line.key: replace(line, name=published.get(line.key, line.name))
            for line in lines
            if line.key in published or line.key.startswith("x")
        }

    def listed(self) -> tuple[ListedPaper, ...]:
        """What was published."""
        return self._listed

    def added(self) -> tuple[PaperLine, ...]:
        """What was added by hand, in the order of adding."""
        published = {paper.key for paper in self._listed}
        return tuple(line for key, line in self._answers.items() if key not in published)

    def lines(self) -> tuple[PaperLine, ...]:
        """What was answered: published papers in their order, then those added."""
        answered = (self._answers.get(paper.key) for paper in self._listed)
        return (*(line for line in answered if line is not None), *self.added())

    def answer(self, key: str) -> PaperLine | None:
        """What was answered of a paper, None while nothing was."""
        return self._answers.get(key)

    def unanswered(self) -> Sequence[str]:
        """Keys of the published papers without an answer."""
        return [paper.key for paper in self._listed if paper.key not in self._answers]

    def as_published(self, key: str) -> None:
        """A paper is there as the list asks for it."""
        for paper in self._listed:
            if paper.key == key:
                self._answers[key] = as_published(paper)

    def all_as_published(self) -> None:
        """Every paper without an answer is there as the list asks for it."""
        for key in self.unanswered():
            self.as_published(key)

    def count(self, key: str, kind: Kind, pieces: int) -> bool:
        """So many pieces of a kind; none at all of a published paper is no answer yet. False where a missing paper stays missing.

        The reasons to send without it are digits too: one pressed here by mistake must not make the paper present.
        """
        line = self._answers.get(key) or _blank(self._listed, key)
        if line.presence is Presence.MISSING:
            return False
        line = kind.put(replace(line, presence=Presence.BROUGHT), min(pieces, MOST_OF_ONE))
        if line.pieces or key.startswith("x"):
            self._answers[key] = line
        else:
            self._answers.pop(key, None)
        return True

    def mark(self, key: str, presence: Presence) -> None:
        """A paper is missing, or not needed in this case; the same again takes it back. A paper added by hand is there."""
        if key.startswith("x"):
            return
        line = self._answers.get(key)
        if line is not None and line.presence is presence:
            del self._answers[key]
        else:
            self._answers[key] = replace(_blank(self._listed, key), presence=presence)

    def only_group(self, group: str) -> None:
        """The applicant's case is this one: what belongs to another is not needed; what is asked in every case stays."""
        for paper in self._listed:
            if paper.group and paper.group != group:
                self._answers[paper.key] = replace(
                    PaperLine(paper.key, paper.name), presence=Presence.NOT_NEEDED
                )
            elif (line := self._answers.get(paper.key)) and line.presence is Presence.NOT_NEEDED:
                del self._answers[paper.key]

    def take_back(self, key: str) -> None:
        """No answer; a paper added by hand goes."""
        self._answers.pop(key, None)

    def add(self, name: str) -> str:
        """A paper that the list does not have, one original; returns its key."""
        taken = {line.key for line in self.added()}
        key = next(f"x{at}" for at in range(1, len(taken) + 2) if f"x{at}" not in taken)
        self._answers[key] = PaperLine(key, name, originals=1)
        return key


def groups_of(listed: Sequence[ListedPaper]) -> tuple[str, ...]:
    """The cases that a published list tells apart, in their order."""
    return tuple(dict.fromkeys(paper.group for paper in listed if paper.group))


def is_any_missing(lines: Iterable[PaperLine]) -> bool:
    """Whether a paper is missing."""
    return any(line.presence is Presence.MISSING for line in lines)


def _blank(listed: Sequence[ListedPaper], key: str) -> PaperLine:
    return PaperLine(key, next((paper.name for paper in listed if paper.key == key), ""))


def as_published(paper: ListedPaper) -> PaperLine:
    """A paper as the list asks for it; one original where the source says no number, for somebody handed over at least one."""
    if not paper.originals and not paper.copies:
        return PaperLine(paper.key, paper.name, originals=1)
    certified = paper.copies if paper.certified else 0
    return PaperLine(paper.key, paper.name, paper.originals, certified, paper.copies - certified)


def asked_words(paper: ListedPaper) -> str:
    """``1 chính, 2 sao``: what the list asks for, "" where the source does not say."""
    parts = []
    if paper.originals:
        parts.append(f"{paper.originals} chính")
    if paper.copies:
        parts.append(f"{paper.copies} {'chứng thực' if paper.certified else 'sao'}")
    return ", ".join(parts)
