"""The book of results at an authority's desk: what it holds, what it still waits for, how it tallies with the authority's list, its paper.

This module must not know what a scan means, nor which event closes a book.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kt1desk.domain.case import CaseState
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import TakeoverClosed
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.official_code import official_code
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority as authority_row
from kt1desk.services.case_rows import CaseRow, DueQuery, TakenResult, TakeoverRow
from kt1desk.services.custody_papers import paper_head
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.officers import officer_fields
from kt1desk.services.ports import Reader
from kt1desk.services.problems import at_field
from kt1desk.services.result_book_paper import RESULT_BOOK_FORM, BookedResult, ResultBookPaper

LISTED_CASES = 500
"""So many cases that wait for a result are shown at once."""
WAITING = (
    CaseState.AWAITED,
    CaseState.HANDED,
    CaseState.REGISTERED,
    CaseState.REFUSED,
    CaseState.STOPPED,
)
"""States from which an authority gives something: a result, or the papers of what it refused or stopped."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs from the authority's list, as the clerk names it: numbers on it that were not given, lines that are not on it."""

    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeoverView:
    """A book as it stands.

    Attributes:
        row: the book.
        lines: what was taken, in its order; ``given_back`` are numbers of lines that were given back.
        missing: cases whose day has come and whose result is not here yet, by their day: what the clerk asks the officer for.
    """

    row: TakeoverRow
    lines: tuple[TakenResult, ...]
    missing: tuple[CaseRow, ...] = field(repr=False)
    given_back: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Closing:
    """What is said when a book is closed: who gave for the authority, and what differs from its list."""

    takeover: str
    officer_name: str = field(repr=False)
    officer_position: str = field(repr=False)
    differs: Difference = Difference()


@dataclass(frozen=True, slots=True)
class Signed:
    """A book as both sign it: what it keeps, what is said of the list, who gave for the authority (the slot's fields)."""

    row: TakeoverRow
    kept: tuple[TakenResult, ...]
    closing: TakeoverClosed
    officer: Mapping[str, str] = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it and no list was waited for: then there is nothing to sign."""
        return not self.row.expected and not self.officer


def known_book(reader: Reader, takeover: str) -> TakeoverRow:
    """A book by its number.

    Raises:
        DeskError: ``takeover.unknown`` with ``number``.
    """
    found = reader.takeover(normalise_number(takeover))
    if found is None:
        raise DeskError("takeover.unknown", "takeover", number=takeover)
    return found


def day_of(case: CaseRow) -> str:
    """The day (ISO) its result is due by: the authority's own, else the provisional one; "" for none."""
    return case.official_day or case.promised


def awaited(reader: Reader, authority: str, until: str = "") -> tuple[CaseRow, ...]:
    """Cases whose way back was bought and for whose result an authority is waited for, those whose day comes first in front.

    ``until`` is the last day (ISO) that counts, "" for any.
    """
    query = DueQuery(WAITING, authority, until, only_returning=True, limit=LISTED_CASES)
    return tuple(sorted(reader.due_cases(query), key=lambda case: (day_of(case) or "9", case.dossier)))


def given_back(reader: Reader, row: TakeoverRow, lines: Sequence[TakenResult]) -> frozenset[str]:
    """Numbers of lines whose cover went back to the authority; each is asked for only where the count says that one did."""
    if row.taken == len(lines):
        return frozenset()
    found = ((line.item, reader.cover(line.item)) for line in lines)
    return frozenset(item for item, cover in found if cover is not None and cover.state is State.RETURNED)


def signed_book(reader: Reader, at: Occasion, row: TakeoverRow, said: Closing) -> Signed:
    """A book as both would sign it now.

    Raises:
        DeskError: what `tallied` raises, ``text.*``.
    """
    lines = tuple(reader.taken_in(row.takeover))
    back = given_back(reader, row, lines)
    kept = tuple(line for line in lines if line.item not in back)
    missing, surplus = tallied(reader, row, kept, said.differs)
    is_empty = not lines and not row.expected
    fact = TakeoverClosed(
        takeover=row.takeover,
        authority=row.authority,
        expected=row.expected,
        taken=len(kept),
        point=at.point,
        shift=at.shift.shift,
        missing=missing,
        surplus=surplus,
    )
    officer = {} if is_empty else officer_fields(said.officer_name, said.officer_position)
    return Signed(row, kept, fact, officer)


def tallied(
    reader: Reader, row: TakeoverRow, kept: Sequence[TakenResult], said: Difference
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What differs from the authority's list, as stored. Where it is named, list, book and differences must come out even.

    Raises:
        DeskError: ``takeover.missing_taken``, ``takeover.not_in_book``, ``takeover.twice`` with ``number``;
            ``takeover.count_differs`` with ``expected`` and ``taken``; ``dossier.official_code`` for what is no number.
    """
    by_name = {name: line for line in kept for name in (line.item, line.dossier, line.official) if name}
    missing = _once(tuple(_missing(reader, text, by_name) for text in said.missing), "missing")
    surplus = _once(tuple(_surplus(text, by_name) for text in said.surplus), "surplus")
    if (missing or surplus) and row.expected - len(missing) + len(surplus) != len(kept):
        raise DeskError("takeover.count_differs", "missing", expected=row.expected, taken=len(kept))
    return missing, surplus


def book_paper(reader: Reader, reference: ReferenceData, at: Occasion, signed: Signed) -> ResultBookPaper:
    """Everything the book says, but for the event it proves."""
    row = signed.row
    return ResultBookPaper(
        head=paper_head(reference, at, RESULT_BOOK_FORM),
        number=row.takeover,
        authority=authority_row(reference, row.authority, at.on).name,
        officer=signed.officer.get("name", ""),
        position=signed.officer.get("position", ""),
        opened_ms=row.opened_ms,
        expected=row.expected,
        results=tuple(_booked(reader, reference, line) for line in signed.kept),
        missing=signed.closing.missing,
        surplus=signed.closing.surplus,
    )


def _booked(reader: Reader, reference: ReferenceData, line: TakenResult) -> BookedResult:
    case = reader.case(line.dossier) if line.dossier else None
    kinds = tuple(
        (word_for(reference.coded, CodeList.RESULT_KIND, kind), count) for kind, count in line.kinds
    )
    applicant = case.applicant if case is not None else ""
    return BookedResult(line.item, line.dossier, line.official, kinds, applicant)


def _missing(reader: Reader, text: str, by_name: Mapping[str, TakenResult]) -> str:
    """A number on the list: one of a case known here in the authority's spelling, or as it stands there."""
    number = at_field(lambda: official_code(text).text, "missing")
    if number in by_name:
        raise DeskError("takeover.missing_taken", "missing", number=number)
    case = reader.case(number)
    if case is None:
        return number
    if case.dossier in by_name:
        raise DeskError("takeover.missing_taken", "missing", number=number)
    return case.official or case.dossier


def _surplus(text: str, by_name: Mapping[str, TakenResult]) -> str:
    number = normalise_number(text)
    if number not in by_name:
        raise DeskError("takeover.not_in_book", "surplus", number=number)
    return by_name[number].item


def _once(numbers: tuple[str, ...], named: str) -> tuple[str, ...]:
    for number in numbers:
        if numbers.count(number) > 1:
            raise DeskError("takeover.twice", named, number=number)
    return numbers
