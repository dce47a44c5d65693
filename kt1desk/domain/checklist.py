"""The cover checklist: what a clerk must have seen before a KT1 item is taken over.

The lines come from reference data, because the marks on covers change with the law (NĐ 26/2020/NĐ-CP, Điều 4; since
2026 NĐ 63/2026/NĐ-CP). This module must not know any wording, and there is no line that asks what is inside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy


class LineKind(StrEnum):
    """What a "no" means."""

    MUST = "must"
    """The item is refused, for the reason the line names."""
    FACT = "fact"
    """Nothing is refused; the answer goes with the item (the cover says who alone may open it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine(Dated):
    """One question about the outside of the cover.

    Attributes:
        code: frozen name that the journal keeps, for example ``sealed``.
        order: place on the screen.
        kind: must or fact.
        secrecies: covers it is asked for.
        question: Vietnamese, answered yes or no.
        refusal: Vietnamese reason handed to the sender after a "no"; "" for a fact.
    """

    code: str
    order: int
    kind: LineKind
    secrecies: frozenset[Secrecy]
    question: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Review:
    """The outcome of a completed checklist: codes seen in order with "yes", musts and facts alike."""

    confirmed: tuple[str, ...]


def lines_for(lines: Iterable[ChecklistLine], secrecy: Secrecy, on: date) -> tuple[ChecklistLine, ...]:
    """The questions for a cover with this letter on this day, in their order."""
    asked = (line for line in lines if secrecy in line.secrecies and line.holds(on))
    return tuple(sorted(asked, key=lambda line: line.order))


def review(asked: Iterable[ChecklistLine], answers: Mapping[str, bool]) -> Review:
    """Decide whether the cover may be taken over.

    Args:
        asked: the lines of :func:`lines_for`.
        answers: yes or no by the line's code.

    Raises:
        DeskError: ``checklist.unanswered`` or ``checklist.refused``; the field is the line's code, the details hold
            ``question`` or ``refusal``. The first line in order decides. ``checklist.unknown_line`` for an answer
            nobody asked for.
    """
    asked = tuple(asked)
    for code in answers.keys() - {line.code for line in asked}:
        raise DeskError("checklist.unknown_line", code)
    for line in asked:
        if line.code not in answers:
            raise DeskError("checklist.unanswered", line.code, question=line.question)
        if line.kind is LineKind.MUST and not answers[line.code]:
            raise DeskError("checklist.refused", line.code, refusal=line.refusal)
    return Review(tuple(line.code for line in asked if answers[line.code]))


def all_confirmed(asked: Iterable[ChecklistLine], facts: frozenset[str] = frozenset()) -> dict[str, bool]:
    """Answers for one decision over the whole list: every must is yes, of the facts those named."""
    return {line.code: line.kind is LineKind.MUST or line.code in facts for line in asked}
