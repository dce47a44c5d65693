"""Visits at an applicant's address: planned, listed on paper for the way, and how each ended (QĐ 45/2016/QĐ-TTg, Điều 6 khoản 1).

What is entered later keeps when it really happened. This module must not know how a dossier is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import VisitDone, VisitPlanned
from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.identifiers import LocalKind, normalise_number
from kt1desk.domain.identity import phone
from kt1desk.domain.permissions import Act
from kt1desk.domain.procedure import procedure_code
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.text import as_name, clean, required
from kt1desk.services.case_rows import VisitRow
from kt1desk.services.case_steps import case_occasion, coded, known_case, next_case_number
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_people import MAX_ADDRESS, MAX_NAME
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader
from kt1desk.services.problems import at_field
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date
from kt1desk.services.visit_list_paper import (
    VISIT_LIST,
    VISIT_LIST_FORM,
    ListedVisit,
    VisitListPaper,
    visit_list_values,
)
from kt1desk.services.wording_tthc import procedure_words


class VisitEnd(StrEnum):
    """How a visit ended."""

    ACCEPTED = "accepted"
    IN_VAIN = "in_vain"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit about to be planned; times in UTC milliseconds, ``procedure`` its code or "" where he does not know it."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    address: str = field(repr=False)
    commune: str
    from_ms: int
    until_ms: int
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class DoneDraft:
    """How a visit ended; one that became a case ends with the acceptance itself where the case names it (`Dossiers.accept`).

    Attributes:
        dossier: the case it became, for `VisitEnd.ACCEPTED`: one that was accepted without naming the visit.
        reason: coded, for the other two.
        happened_ms: when, UTC milliseconds; 0 for now.
    """

    visit: str
    outcome: VisitEnd
    dossier: str = ""
    reason: str = ""
    happened_ms: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """A visit that was planned."""

    visit: str
    event: Event


class Visits:
    """The use cases of visits."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def listed(self, session: Session, *, only_open: bool = True) -> tuple[VisitRow, ...]:
        """Visits: open ones by when somebody should come, all of them newest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.PLAN_VISITS, reader.open_shift(), self._clock)
            return tuple(reader.visits(only_open=only_open))

    def plan(self, session: Session, draft: VisitDraft) -> Planned:
        """Somebody asked that his dossier be fetched.

        Raises:
            DeskError: ``visit.times``, ``visit.past``, ``visit.procedure_unknown``, ``reference.commune_unknown``,
                ``identity.phone_missing``, ``identity.phone``, ``text.*``, ``shift.not_open``, rights.
        """
        beside = {APPLICANT: _person(draft)}
        if not 0 < draft.from_ms < draft.until_ms:
            raise DeskError("visit.times", "until")
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.PLAN_VISITS, self._clock, self._reference)
            if draft.until_ms <= at.now.utc_ms:
                raise DeskError("visit.past", "until")
            self._reference.commune(draft.commune, at.on)
            code = procedure_code(draft.procedure) if draft.procedure.strip() else ""
            if code and work.procedure(code, at.on) is None:
                raise DeskError("visit.procedure_unknown", "procedure")
            number = next_case_number(work, LocalKind.VISIT, at)
            fact = VisitPlanned(
                visit=number,
                commune=draft.commune,
                from_ms=draft.from_ms,
                until_ms=draft.until_ms,
                point=at.point,
                shift=at.shift.shift,
                procedure=code,
            )
            event = work.append(fact, Appending(at.user, happened=at.now, particulars=beside))
            work.commit()
        return Planned(number, event)

    def done(self, session: Session, draft: DoneDraft) -> Event:
        """How it ended; the event keeps when that really was.

        Raises:
            DeskError: ``visit.unknown``, ``visit.done``, ``visit.case_unknown``, ``visit.when``, ``code.unknown``, ``shift.not_open``,
                rights.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.PLAN_VISITS, self._clock, self._reference)
            row = open_visit(work, draft.visit)
            dossier, reason = "", ""
            if draft.outcome is VisitEnd.ACCEPTED:
                dossier = known_case(work, draft.dossier, "visit.case_unknown").dossier
            else:
                reason = coded(self._reference, CodeList.VISIT_OUTCOME, draft.reason, at.on, "reason")
            fact = VisitDone(row.visit, draft.outcome.value, at.point, at.shift.shift, reason, dossier)
            how = Appending(
                at.user, parents=(row.event,), happened=_happened(work, at, row, draft.happened_ms)
            )
            event = work.append(fact, how)
            work.commit()
        return event

    def print_list(self, session: Session, visits: Sequence[str], visitor: str = "") -> int:
        """Print the list for the way; returns the number of its job. Every printing is a copy of its own.

        Raises:
            DeskError: ``visit.nothing``, ``visit.unknown``, ``visit.done``, ``text.*``, ``paper.text_does_not_fit``,
                ``shift.not_open``, rights.
        """
        goes = as_name(clean(visitor, "visitor", MAX_NAME), "visitor")
        numbers = tuple(dict.fromkeys(map(normalise_number, visits)))
        if not numbers:
            raise DeskError("visit.nothing", "visits")
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.PLAN_VISITS, self._clock, self._reference)
            rows = sorted(
                (open_visit(work, number) for number in numbers), key=lambda row: (row.from_ms, row.visit)
            )
            day = local_date(Moment(rows[0].from_ms, at.now.offset_min)).isoformat()
            paper = VisitListPaper(
                head=paper_head(self._reference, at, VISIT_LIST_FORM),
                day=day,
                visitor=goes,
                visits=tuple(self._line(work, at, row) for row in rows),
            )
            newest = work.any_event(max(rows, key=lambda row: row.event.seq).event)
            if newest is None:
                raise DeskError("store.damaged")
            values = visit_list_values(paper.proved_by(newest))
            check_paper(self._documents, VISIT_LIST, values)
            name = rows[0].visit
            copy = 1 + sum(each.template == VISIT_LIST for each in work.papers(name))
            job = queue_paper(work, VISIT_LIST, name, values, copy)
            work.commit()
        return job

    def _line(self, reader: Reader, at: Occasion, row: VisitRow) -> ListedVisit:
        commune = self._reference.commune(row.commune, at.on)
        province = self._reference.province(commune.province, at.on)
        procedure = reader.procedure(row.procedure, at.on) if row.procedure else None
        return ListedVisit(
            number=row.visit,
            from_ms=row.from_ms,
            until_ms=row.until_ms,
            name=row.name,
            phone=row.phone,
            address=row.address,
            commune=f"{commune.full_name}, {province.full_name}",
            procedure=procedure_words(procedure.code, procedure.name) if procedure is not None else "",
        )


def _person(draft: VisitDraft) -> dict[str, str]:
    if not draft.phone.strip():
        raise DeskError("identity.phone_missing", "phone")
    return {
        "name": as_name(required(draft.name, "name", MAX_NAME), "name"),
        "phone": at_field(lambda: phone(draft.phone), "phone"),
        "address": required(draft.address, "visit_address", MAX_ADDRESS),
        "commune": draft.commune,
    }


def open_visit(reader: Reader, visit: str) -> VisitRow:
    """A visit of this desk that has not ended.

    Raises:
        DeskError: ``visit.unknown`` and ``visit.done`` with ``number``.
    """
    number = normalise_number(visit)
    found = next((row for row in reader.visits(only_open=True) if row.visit == number), None)
    if found is not None:
        return found
    known = any(row.visit == number for row in reader.visits(only_open=False))
    raise DeskError("visit.done" if known else "visit.unknown", "visit", number=number)


def _happened(reader: Reader, at: Occasion, row: VisitRow, happened_ms: int) -> Moment:
    """When it ended: not before it was planned, not to come."""
    if not happened_ms:
        return at.now
    planned = reader.any_event(row.event)
    if planned is None:
        raise DeskError("store.damaged")
    if not planned.envelope.happened.utc_ms <= happened_ms <= at.now.utc_ms:
        raise DeskError("visit.when", "happened")
    return Moment(happened_ms, at.now.offset_min)
