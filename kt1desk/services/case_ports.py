"""Ports of cases: what the services need from the store about dossiers after their acceptance, as Protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from kt1desk.domain.case import CaseState
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency
from kt1desk.services.case_rows import (
    CaseQuery,
    CaseRow,
    ComplaintRow,
    CoverRow,
    DueDay,
    DueQuery,
    FeeDue,
    HandoverRow,
    TakenResult,
    TakeoverRow,
    VisitRow,
    WaitingResult,
)
from kt1desk.services.rows import DossierRow


class DossierReader(Protocol):
    """Reading of cases and of the procedures they follow."""

    def dossier(self, number: str) -> DossierRow | None:
        """One case by the post's own number, the number of one of its legs, or its mã hồ sơ."""

    def dossiers_here(self, limit: int) -> Sequence[DossierRow]:
        """The newest cases that this point answers for, newest first."""

    def dossiers_of_shift(self, shift: str, limit: int) -> Sequence[DossierRow]:
        """The newest cases of a shift, newest first."""

    def dossiers_on(self, day: str) -> int:
        """How many cases this desk has numbered for a day (ISO)."""

    def procedure(self, code: str, on: date) -> Procedure | None:
        """The version of a procedure in force on a day."""

    def usual_procedures(self, limit: int) -> Sequence[str]:
        """Codes of the procedures that were accepted most often lately, the newest first among equals."""

    def usual_authorities(self, procedure: str, limit: int) -> Sequence[str]:
        """Ids of the authorities that cases of a procedure went to lately, in the same order."""

    def line_taken(self, line: str) -> str:
        """The item or case that was accepted from the line of a list with this key, "" for none (or where it was taken back)."""

    def imported_agencies(self) -> Sequence[Agency]:
        """Agencies that were brought in from a file, every version of each."""


class CaseReader(Protocol):
    """Reading of cases and of what happened to them."""

    def case(self, number: str) -> CaseRow | None:
        """One case by the post's own number, a number of one of its covers, or its mã hồ sơ."""

    def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        """Cases that this point accepted, or that are told to it, newest first."""

    def due_cases(self, query: DueQuery) -> Sequence[CaseRow]:
        """Cases by the day their result is due, the earliest in front however old they are."""

    def due_days(self, query: DueQuery) -> Sequence[DueDay]:
        """The same cases with their days alone: thousands of them are read in the time of a hundred whole ones."""

    def slips_here(self, limit: int) -> Sequence[CaseRow]:
        """Cases with an authority whose giấy hẹn came here and was not handed on, the longest first."""

    def returning_counts(self, states: Sequence[CaseState]) -> Mapping[str, int]:
        """How many cases whose way back was bought stand in some states, by authority."""

    def case_counts(self) -> Sequence[tuple[str, str, int]]:
        """How many cases stand where: (authority, state, count); counted along, never by walking the table."""

    def case_events(self, dossier: str) -> Sequence[Event]:
        """Everything known of a case, ours and told, whole with what stands beside it, in the order of hybrid time."""

    def case_papers(self, dossier: str) -> Sequence[PaperLine]:
        """The list of papers as accepted, supplements after it."""

    def cover(self, item: str) -> CoverRow | None:
        """A cover of whichever case, and where it is."""

    def covers_of(self, dossier: str) -> Sequence[CoverRow]:
        """All covers of a case, in the order they were made."""

    def waiting_results(self, text: str, limit: int = 50) -> Sequence[WaitingResult]:
        """Covers for applicants that lie at this point and were not given out.

        Found by name, phone, mã hồ sơ or any number, in any order of words and without diacritics; the oldest first, or the best hit
        first where something is asked for.
        """

    def waiting_since(self, before_ms: int, limit: int) -> Sequence[WaitingResult]:
        """Those that lie here since before a moment, the oldest first."""

    def outlived_cases(self, states: Sequence[CaseState], before_ms: int, limit: int) -> Sequence[str]:
        """Numbers of cases that stand in one of the states since before a moment and still have persons beside their events.

        Those that stand so the longest come first.
        """

    def notices(self, limit: int = 500) -> Sequence[CaseRow]:
        """Cases accepted here with a decision of which the applicant was not told, the oldest decision first."""


class CounterBookReader(Protocol):
    """Reading of books of the one-stop desk."""

    def handover(self, handover: str) -> HandoverRow | None:
        """One hand-over record."""

    def handovers(self, limit: int = 100) -> Sequence[HandoverRow]:
        """Hand-over records of this desk, newest first."""

    def takeover(self, takeover: str) -> TakeoverRow | None:
        """One book of results."""

    def takeovers(self, *, only_open: bool, limit: int = 100) -> Sequence[TakeoverRow]:
        """Books of results of this desk, newest first."""

    def taken_in(self, takeover: str) -> Sequence[TakenResult]:
        """The lines of a book, in the order they were taken."""

    def fees_due(self, authority: str = "") -> Sequence[FeeDue]:
        """Collected money that was not passed on, of one authority or all, the oldest first."""

    def complaint(self, complaint: str) -> ComplaintRow | None:
        """One complaint."""

    def complaints(self, *, only_open: bool, limit: int = 200) -> Sequence[ComplaintRow]:
        """Complaints of this desk; open ones by their due day, others newest first."""

    def visits(self, *, only_open: bool, limit: int = 200) -> Sequence[VisitRow]:
        """Visits of this desk; open ones by when somebody should come, others newest first."""

    def outlived_records(self, before_ms: int, limit: int) -> Sequence[EventId]:
        """Events of hand-over records, books of results and remittances from before a moment beside which an officer still stands."""

    def outlived_visits(self, before_ms: int, limit: int) -> Sequence[EventId]:
        """Events of planned visits that are done, were to be before a moment, and still have a person beside them, the oldest first."""
