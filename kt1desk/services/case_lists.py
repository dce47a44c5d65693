"""Lists of cases for whoever copies an authority's papers: which it has, and which papers it may ask for.

This module must not know how a list is shown.
"""

from __future__ import annotations

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.facts.authority import DossierDecided
from kt1desk.domain.permissions import Act
from kt1desk.services.case_covers import procedure_of
from kt1desk.services.case_rows import CaseQuery, CaseRow
from kt1desk.services.case_steps import known_case
from kt1desk.services.dossier_list import shortened
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

WITH_AUTHORITY = (CaseState.HANDED, CaseState.REGISTERED, CaseState.AWAITED, CaseState.SUPPLEMENT)
"""States in which an authority may say something of a case."""
_MOST = 500


class CaseLists:
    """Reads; nothing is decided here."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def with_authority(self, session: Session) -> tuple[CaseRow, ...]:
        """Cases that an authority has, those whose day comes first in front.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._check(reader, session)
            found = reader.cases(CaseQuery(WITH_AUTHORITY, limit=_MOST))
        return tuple(
            sorted(found, key=lambda case: (case.official_day or case.promised or "9", case.dossier))
        )

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
