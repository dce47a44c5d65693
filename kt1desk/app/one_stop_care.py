"""Complaints and visits for the one-stop place, on the services of an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from kt1desk.app.choices import coded_choices
from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.dossier_answers import DossierAnswers
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_care import (
    ComplaintLine,
    ComplaintsView,
    FoundCase,
    VisitLine,
    VisitsView,
)
from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Place
from kt1desk.domain.procedure import Procedure
from kt1desk.services.case_lists import CaseLists
from kt1desk.services.case_rows import ComplaintRow, VisitRow
from kt1desk.services.case_tasks import WARN
from kt1desk.services.case_terms import Terms
from kt1desk.services.complaint_rules import Proposal
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft, Complaints, Opened
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Residence
from kt1desk.services.visits import DoneDraft, VisitDraft, Visits
from kt1desk.services.wording_case import case_state_name

_WHO = {"applicant": "Người nộp", "authority": "Cơ quan"}
Wake = Callable[[], None]


class ComplaintCounter:
    """Implements `kt1desk.desktop.needs.one_stop_care.ComplaintNeeds`; ``wake`` is called after a paper was queued."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._complaints = Complaints(desk.store, desk.reference, desk.clock, PaperFit())
        self._complaint_cases = CaseLists(desk.store, desk.clock)

    def complaints(self) -> ComplaintsView:
        """See the port."""
        desk = self._desk
        terms = Terms(
            WorkingCalendar(desk.reference.calendar),
            desk.today,
            desk.reference.setting_int(WARN, desk.today),
        )
        return ComplaintsView(
            tuple(self._complaint(row, terms) for row in self._complaints.listed(desk.session)),
            coded_choices(desk, CodeList.DOSSIER_COMPLAINT),
            coded_choices(desk, CodeList.DOSSIER_COMPLAINT_OUTCOME),
            coded_choices(desk, CodeList.DOSSIER_WAY),
            desk.today.isoformat(),
        )

    def case_of(self, text: str) -> FoundCase:
        """See the port."""
        case = self._complaint_cases.found(self._desk.session, text)
        state = case_state_name(case.state)
        return FoundCase(case.dossier, case.official, case.procedure_name, case.authority_name, state)

    def proposal(self, complaint: str) -> Proposal:
        """See the port."""
        return self._complaints.proposal(self._desk.session, complaint)

    def open_complaint(self, wanted: ComplaintDraft) -> Opened:
        """See the port."""
        return self._complaints.open(self._desk.session, wanted)

    def answer_complaint(self, wanted: AnswerDraft) -> int:
        """See the port."""
        answered = self._complaints.answer(self._desk.session, wanted)
        self._wake()
        return answered.compensation_dong

    def _complaint(self, row: ComplaintRow, terms: Terms) -> ComplaintLine:
        about = word_for(self._desk.reference.coded, CodeList.DOSSIER_COMPLAINT, row.code)
        return ComplaintLine(
            row, about, _WHO.get(row.who, row.who), terms.of(date.fromisoformat(row.due_day))
        )


class VisitCounter:
    """Implements `kt1desk.desktop.needs.one_stop_care.VisitNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._visits = Visits(desk.store, desk.reference, desk.clock, PaperFit())
        self._visit_answers = DossierAnswers(desk)

    def visits(self) -> VisitsView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        return VisitsView(
            tuple(map(self._visit, self._visits.listed(desk.session))),
            coded_choices(desk, CodeList.VISIT_OUTCOME),
            now.utc_ms,
            now.offset_min,
        )

    def visit_communes(self, text: str) -> Sequence[Choice]:
        """See the port: nobody goes to another province."""
        return [Choice(each.commune, each.name) for each in self._visit_answers.places(text) if each.commune]

    def visit_procedures(self, text: str) -> Sequence[Procedure]:
        """See the port."""
        return self._desk.finder.procedures(text, self._desk.today)

    def plan_visit(self, wanted: VisitDraft) -> str:
        """See the port."""
        return self._visits.plan(self._desk.session, wanted).visit

    def end_visit(self, wanted: DoneDraft) -> None:
        """See the port."""
        self._visits.done(self._desk.session, wanted)

    def print_visits(self, visits: Sequence[str], visitor: str) -> None:
        """See the port."""
        self._visits.print_list(self._desk.session, visits, visitor)
        self._wake()

    def begin_dossier(self, visit: str) -> str:
        """See the port."""
        desk = self._desk
        row = next((each for each in self._visits.listed(desk.session) if each.visit == visit), None)
        if row is None:
            raise DeskError("visit.unknown", "visit", number=visit)
        draft = DossierDraft(
            procedure=row.procedure,
            applicant=Applicant(
                name=row.name, phone=row.phone, residence=Residence(row.address, row.commune)
            ),
            place=Place.ADDRESS,
            visit=row.visit,
        )
        return str(desk.aside.park_dossier(desk.session, draft))

    def _visit(self, row: VisitRow) -> VisitLine:
        """In the words of today; what today's lists do not have any more stands by its code."""
        desk = self._desk
        try:
            commune = desk.reference.commune(row.commune, desk.today).full_name
        except DeskError:
            commune = row.commune
        try:
            procedure = self._visit_answers.procedure(row.procedure).name if row.procedure else ""
        except DeskError:
            procedure = row.procedure
        return VisitLine(row, commune, procedure)
