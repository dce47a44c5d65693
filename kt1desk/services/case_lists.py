"""Lists of cases for whoever copies an authority's papers: which it has, and which papers it may ask for.

This module must not know how a list is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.authority import DossierDecided
from kt1desk.domain.permissions import Act
from kt1desk.services.case_covers import procedure_of
from kt1desk.services.case_rows import CaseRow, DueQuery
from kt1desk.services.case_steps import known_case
from kt1desk.services.dossier_list import shortened
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

WITH_AUTHORITY = (CaseState.HANDED, CaseState.REGISTERED, CaseState.AWAITED, CaseState.SUPPLEMENT)
"""States in which an authority may say something of a case."""
_A_PAGE = 500
"""More nobody works off in a day; whatever else is asked for is found by its number."""


@dataclass(frozen=True, slots=True)
class CasesThere:
    """Cases that authorities have: ``first`` those whose day comes first, ``total`` how many there are in all."""

    first: tuple[CaseRow, ...]
    total: int


class CaseLists:
    """Reads; nothing is decided here."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def with_authority(self, session: Session) -> CasesThere:
        """Cases that an authority has: a page of those whose day comes first, however many are newer, and the count of all.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            found = reader.due_cases(DueQuery(WITH_AUTHORITY, limit=_A_PAGE))
            total = sum(cases for _, state, cases in reader.case_counts() if state in WITH_AUTHORITY)
        by_day = sorted(found, key=lambda case: (case.official_day or case.promised or "9", case.dossier))
        return CasesThere(tuple(by_day), total)

    def at_authority(self, session: Session, number: str) -> CaseRow:
        """One of these cases by any of its numbers, also of those that the page has no room for.

        Raises:
            DeskError: ``one_stop.not_with_authority`` with ``number``, rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            case = reader.case(number)
        if case is None or case.state not in WITH_AUTHORITY:
            raise DeskError("one_stop.not_with_authority", "dossier", number=number)
        return case

    def may_be_asked(self, session: Session, dossier: str) -> tuple[PaperLine, ...]:
        """Papers that may be asked for: the list of the case, then what the published list has beside it.

        Raises:
            DeskError: ``case.unknown``, rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            case = known_case(reader, dossier)
            own = tuple(reader.case_papers(case.dossier))
            procedure = procedure_of(reader, case)
        known = {line.key for line in own}
        published = procedure.papers if procedure is not None else ()
        more = tuple(PaperLine(line.key, shortened(line.name)) for line in published if line.key not in known)
        return own + more

    def found(self, session: Session, number: str) -> CaseRow:
        """The case that a number is of: its own, its mã hồ sơ, or that of one of its covers.

        Raises:
            DeskError: ``case.unknown``, rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            return known_case(reader, number)

    def asked(self, session: Session, dossier: str) -> tuple[str, ...]:
        """Keys of the papers that the newest supplement asks for, none where nothing is asked.

        Raises:
            DeskError: ``case.unknown``, rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            events = reader.case_events(known_case(reader, dossier).dossier)
        decided = [
            DossierDecided.of(each.body()) for each in events if each.envelope.type == DossierDecided.TYPE
        ]
        asking = [each.asked for each in decided if each.outcome == Outcome.SUPPLEMENT.value]
        return asking[-1] if asking else ()

    def _check(self, reader: Reader, session: Session) -> None:
        require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
