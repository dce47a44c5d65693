"""Incidents (sự vụ): opened with a code, told to whom they must be told, remedied, and closed by somebody else than who opened them.

Nothing is written freely and nothing is ever deleted. This module must not know how a thing came to be damaged or lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import IncidentClosed, IncidentOpened, IncidentRemedied, IncidentTold
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.identifiers import LocalKind, normalise_number
from kt1desk.domain.incidents import (
    Age,
    AgeMarks,
    EscalationContact,
    check_closing,
    escalation,
    incident_code,
    severity_of,
)
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_papers import check_paper, queue_paper
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.custody_steps import Occasion, next_local_number, occasion, written
from kt1desk.services.incident_paper import INCIDENT_RECORD, incident_values
from kt1desk.services.incident_rules import check_new, check_number, found_ms, known_incident
from kt1desk.services.incident_words import incident_paper, letter_of
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

_Adding: TypeAlias = Callable[[Occasion, IncidentRow], Fact]


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """An incident about to be opened.

    Attributes:
        code: of the list of incidents.
        thing, number: of what.
        other_point: the point that handed it over and must be told, "" for none.
        dispatch: the dispatch it was found in, "" for none.
        found_ms: when it was found, UTC milliseconds; 0 for now.
    """

    code: str
    thing: ThingKind
    number: str
    other_point: str = ""
    dispatch: str = ""
    found_ms: int = 0


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with what follows from it.

    Attributes:
        age: how long it is open; `Age.FRESH` once it is closed.
        escalation: who must be told of it.
        untold: codes of those among them who were not told yet.
        ours: whether this point opened it: only then can something be added.
    """

    row: IncidentRow
    age: Age
    escalation: tuple[EscalationContact, ...]
    untold: frozenset[str]
    ours: bool


class Incidents:
    """The use cases of incidents."""

    service: ClassVar[Service] = Service.KT1

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._rules = Confirmations(reference, clock)

    def listed(
        self, session: Session, *, only_open: bool = True, number: str = ""
    ) -> tuple[IncidentView, ...]:
        """Incidents, newest first; of one thing where a number is given.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            wanted = normalise_number(number)
            rows = reader.incidents(only_open=only_open, number=wanted, service=self.service)
        return tuple(self._view(session, row) for row in rows if row.code)

    def view(self, session: Session, incident: str) -> IncidentView:
        """One incident.

        Raises:
            DeskError: ``incident.unknown``, rights.
        """
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            return self._view(session, known_incident(reader, incident, self.service))

    def escalation(self, code: str, secrecy: str) -> tuple[EscalationContact, ...]:
        """Who must be told of such an incident of a thing with this letter, in their order.

        Raises:
            DeskError: ``incident.code_unknown``.
        """
        on = local_date(self._clock.now())
        row = incident_code(self._reference.incident_codes, code, on)
        return escalation(self._reference.escalation, row, secrecy, on)

    def open(self, session: Session, draft: IncidentDraft) -> IncidentRow:
        """Open a record: at once, whatever else is still to be found out.

        Raises:
            DeskError: ``incident.code_unknown``, ``incident.other_thing``, ``incident.number``, ``incident.found_later``,
                ``incident.already`` with ``incident``, ``reference.point_unknown``, ``shift.not_open``, rights.
        """
        number = normalise_number(draft.number)
        with self._journal.work() as work:
            at = occasion(work, session, Act.OPEN_INCIDENT, self._clock, self.service)
            row = incident_code(self._reference.incident_codes, draft.code, at.on)
            if draft.thing not in row.things or self.service not in row.services:
                raise DeskError("incident.other_thing", "code")
            check_number(number)
            if draft.other_point:
                self._reference.point(draft.other_point, at.on)
            check_new(work, at, draft.code, number)
            secrecy = letter_of(work, draft.thing, number, self.service)
            name = next_local_number(work, LocalKind.INCIDENT, at)
            fact = IncidentOpened(
                incident=name,
                code=draft.code,
                severity=severity_of(row, secrecy).value,
                thing=draft.thing.value,
                number=number,
                point=at.point,
                shift=at.shift.shift,
                found_ms=found_ms(draft.found_ms, at),
                secrecy=secrecy,
                other_point=draft.other_point,
                dispatch=draft.dispatch,
            )
            standing = work.standing(number, service=self.service)
            written(work, at, fact, (standing.head,) if standing is not None else ())
            made = known_incident(work, name, self.service)
            work.commit()
        return made

    def tell(self, session: Session, incident: str, who: str, way: str, told_ms: int) -> IncidentView:
        """Somebody was told.

        Args:
            session: who writes it down.
            incident: number of the record.
            who: code of the escalation list.
            way: coded.
            told_ms: when, UTC milliseconds; 0 for now.

        Raises:
            DeskError: ``incident.unknown``, ``incident.not_ours``, ``incident.is_closed``, ``incident.contact_unknown``,
                ``incident.told_when``, ``code.unknown``, ``shift.not_open``, rights.
        """

        def fact(at: Occasion, row: IncidentRow) -> Fact:
            check_code(self._reference.coded, CodeList.WAY, way, at.on)
            if not any(each.code == who and each.holds(at.on) for each in self._reference.escalation):
                raise DeskError("incident.contact_unknown", "who")
            when_ms = told_ms or at.now.utc_ms
            if not row.found_ms <= when_ms <= at.now.utc_ms:
                raise DeskError("incident.told_when", "told_ms")
            return IncidentTold(row.incident, who, way, when_ms, at.point)

        return self._add(session, Act.OPEN_INCIDENT, incident, fact)

    def remedy(self, session: Session, incident: str, remedy: str) -> IncidentView:
        """Something was done about it.

        Raises:
            DeskError: ``incident.unknown``, ``incident.not_ours``, ``incident.is_closed``, ``code.unknown``, ``shift.not_open``, rights.
        """

        def fact(at: Occasion, row: IncidentRow) -> Fact:
            check_code(self._reference.coded, CodeList.REMEDY, remedy, at.on)
            return IncidentRemedied(row.incident, remedy, at.point)

        return self._add(session, Act.OPEN_INCIDENT, incident, fact)

    def close(
        self, session: Session, incident: str, outcome: str, closer: Confirmed | None = None
    ) -> IncidentView:
        """Close it: another person than who opened it, after something was done, and after everybody was told who must be.

        Args:
            session: who is at the desk.
            incident: number of the record.
            outcome: coded.
            closer: who closes it by his password here, where that is somebody else than who is at the desk.

        Raises:
            DeskError: ``incident.same_person``, ``incident.no_remedy``, ``incident.not_told`` with ``who``, ``incident.unknown``,
                ``incident.not_ours``, ``incident.is_closed``, ``code.unknown``, ``approval.*``, ``shift.not_open``, rights of both.
        """

        def fact(at: Occasion, row: IncidentRow) -> Fact:
            check_code(self._reference.coded, CodeList.OUTCOME, outcome, at.on)
            told = {who for who, _, _ in row.told}
            closing = closer.second if closer is not None else at.user
            check_closing(row.user, closing, row.remedy, self._needed(row), told)
            return IncidentClosed(row.incident, outcome, at.point, row.other_point)

        act = Act.CLOSE_INCIDENT if closer is None else Act.OPEN_INCIDENT
        return self._add(session, act, incident, fact, closer)

    def print_record(self, session: Session, incident: str) -> int:
        """Print the record as it stands now; returns the number of the job. Every printing is a copy of its own.

        Raises:
            DeskError: ``incident.unknown``, ``paper.text_does_not_fit``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = occasion(work, session, Act.OPEN_INCIDENT, self._clock, self.service)
            row = known_incident(work, incident, self.service)
            opened = work.any_event(row.event)
            if opened is None:
                raise DeskError("store.damaged")
            paper = incident_paper(work, self._reference, at, row, self._needed(row)).proved_by(opened)
            values = incident_values(paper)
            check_paper(self._documents, INCIDENT_RECORD, values)
            copy = 1 + sum(each.template == INCIDENT_RECORD for each in work.papers(row.incident))
            job = queue_paper(work, INCIDENT_RECORD, row.incident, values, copy)
            work.commit()
        return job

    def _add(
        self, session: Session, act: Act, incident: str, fact: _Adding, closer: Confirmed | None = None
    ) -> IncidentView:
        with self._journal.work() as work:
            at = occasion(work, session, act, self._clock, self.service)
            row = known_incident(work, incident, self.service)
            if closer is not None:
                closing = act_for(self.service, Act.CLOSE_INCIDENT)
                self._rules.check(work, session, Asked(closing, (row.incident,)), closer)
            if row.point != at.point:
                raise DeskError("incident.not_ours", "incident")
            if row.closed_ms:
                raise DeskError("incident.is_closed", "incident")
            second = closer.second if closer is not None else ""
            written(work, at, fact(at, row), (row.event,), second=second)
            changed = known_incident(work, incident, self.service)
            work.commit()
        return self._view(session, changed)

    def _require_sight(self, session: Session, reader: Reader) -> None:
        require_now(session, act_for(self.service, Act.SEE_INCIDENTS), reader.open_shift(), self._clock)

    def _needed(self, row: IncidentRow) -> tuple[EscalationContact, ...]:
        """By the lists of the day it was opened: what comes into force later does not change what had to be done.

        Of another point's record the code may be one that is not in force here; whom to tell is then that point's matter alone.
        """
        on = local_date(replace(self._clock.now(), utc_ms=row.opened_ms))
        known = [each for each in self._reference.incident_codes if each.code == row.code and each.holds(on)]
        return escalation(self._reference.escalation, known[0], row.secrecy, on) if known else ()

    def _view(self, session: Session, row: IncidentRow) -> IncidentView:
        now = self._clock.now()
        on = local_date(now)
        marks = AgeMarks(
            self._reference.setting_int("incident.first_mark_hours", on),
            self._reference.setting_int("incident.second_mark_hours", on),
        )
        needed = self._needed(row)
        told = {who for who, _, _ in row.told}
        untold = frozenset(contact.code for contact in needed if contact.must) - told
        age = Age.FRESH if row.closed_ms else marks.of(row.opened_ms, now.utc_ms)
        return IncidentView(row, age, needed, untold, row.point == session.desk.point)
