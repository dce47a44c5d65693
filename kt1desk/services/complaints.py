"""Complaints about the service with dossiers: taken within their window, answered within their clock, with a compensation by rule.

What is complained about and how it ends are codes; nobody writes freely. This module must not know how terms are reckoned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.complaint import answer_day, check_window
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import ComplaintAnswered, ComplaintOpened
from kt1desk.domain.identifiers import LocalKind, normalise_number
from kt1desk.domain.identity import phone
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.text import as_name, required
from kt1desk.services.case_rows import CaseRow, ComplaintRow
from kt1desk.services.case_steps import case_occasion, coded, known_case, next_case_number
from kt1desk.services.complaint_answer_paper import (
    COMPLAINT_ANSWER,
    COMPLAINT_ANSWER_FORM,
    ComplaintAnswerPaper,
    complaint_answer_values,
)
from kt1desk.services.complaint_rules import (
    Proposal,
    acceptance_of,
    goes_between,
    proposal,
    whole_time_ended,
)
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.delivery_rules import MAX_NAME
from kt1desk.services.paper_head import day_words
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader
from kt1desk.services.problems import at_field
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

COMPLAINANT = "complainant"
"""Slot of who complains."""
_ROLES = {"applicant": "Người nộp hồ sơ", "authority": "Cơ quan giải quyết"}


@dataclass(frozen=True, slots=True)
class ComplaintDraft:
    """A complaint about to be taken.

    Attributes:
        dossier: the case, by any of its numbers.
        code: what about, coded.
        who: ``applicant`` or ``authority``.
        name, phone: of whoever complains.
        received_day: ISO, "" for today.
        item: the cover it is about, "" for the whole case.
    """

    dossier: str
    code: str
    who: str = "applicant"
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    received_day: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """How a complaint ends: coded outcome, coded way the answer goes, and whether the proposed compensation is paid."""

    complaint: str
    outcome: str
    way: str
    compensates: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A complaint that was taken, and the last day (ISO) for its answer."""

    complaint: str
    event: Event
    due_day: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: its event is on the disk, its paper is queued."""

    event: Event
    compensation_dong: int
    jobs: tuple[int, ...]


class Complaints:
    """The use cases of complaints."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def listed(self, session: Session, *, only_open: bool = True) -> tuple[ComplaintRow, ...]:
        """Complaints: open ones by the day of their answer, all of them newest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.KEEP_COMPLAINTS, reader.open_shift(), self._clock)
            return tuple(reader.complaints(only_open=only_open))

    def proposal(self, session: Session, complaint: str) -> Proposal:
        """The compensation that an open or answered complaint can come to.

        Raises:
            DeskError: ``complaint.unknown``, rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.KEEP_COMPLAINTS, reader.open_shift(), self._clock)
            row = _known(reader, complaint)
            case = known_case(reader, row.dossier, "complaint.case_unknown")
            return proposal(reader, self._reference, case, row.item, on)

    def open(self, session: Session, draft: ComplaintDraft) -> Opened:
        """Take a complaint; the clock of its answer runs from the day it came.

        Raises:
            DeskError: ``complaint.case_unknown``, ``complaint.who``, ``complaint.day``, ``complaint.too_late`` with ``until``,
                ``complaint.other_item``, ``code.unknown``, ``identity.phone``, ``text.*``, ``reference.calendar_missing``,
                ``shift.not_open``, rights.
        """
        name = as_name(required(draft.name, "name", MAX_NAME), "name")
        called = at_field(lambda: phone(draft.phone), "phone") if draft.phone.strip() else ""
        if draft.who not in _ROLES:
            raise DeskError("complaint.who", "who")
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.KEEP_COMPLAINTS, self._clock, self._reference)
            case = known_case(work, draft.dossier, "complaint.case_unknown")
            coded(self._reference, CodeList.DOSSIER_COMPLAINT, draft.code, at.on, "code")
            received = self._received(work, at, case, draft.received_day)
            due = answer_day(WorkingCalendar(self._reference.calendar), received, self._days(work, case, at))
            number = next_case_number(work, LocalKind.COMPLAINT, at)
            fact = ComplaintOpened(
                complaint=number,
                dossier=case.dossier,
                code=draft.code,
                who=draft.who,
                received_day=received.isoformat(),
                due_day=due.isoformat(),
                point=at.point,
                shift=at.shift.shift,
                item=_cover_of(work, case, draft.item),
            )
            beside = {COMPLAINANT: {"name": name, "phone": called}}
            how = Appending(at.user, parents=(case.head,), happened=at.now, particulars=beside)
            event = work.append(fact, how)
            work.commit()
        return Opened(number, event, due.isoformat())

    def answer(self, session: Session, draft: AnswerDraft) -> Answered:
        """Answer a complaint; the answer is printed.

        Raises:
            DeskError: ``complaint.unknown``, ``complaint.answered``, ``complaint.case_unknown``, ``complaint.free`` where there is no
                postage to compensate, ``code.unknown``, ``shift.not_open``, ``paper.text_does_not_fit``, rights.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.KEEP_COMPLAINTS, self._clock, self._reference)
            row = _known(work, draft.complaint)
            if row.answered_ms:
                raise DeskError("complaint.answered", "complaint", number=row.complaint)
            coded(self._reference, CodeList.DOSSIER_COMPLAINT_OUTCOME, draft.outcome, at.on, "outcome")
            coded(self._reference, CodeList.DOSSIER_WAY, draft.way, at.on, "way")
            case = known_case(work, row.dossier, "complaint.case_unknown")
            paid = proposal(work, self._reference, case, row.item, at.on) if draft.compensates else None
            if paid is not None and not paid.amount_dong:
                raise DeskError("complaint.free", "compensates")
            fact = ComplaintAnswered(
                complaint=row.complaint,
                outcome=draft.outcome,
                way=draft.way,
                answered_ms=at.now.utc_ms,
                point=at.point,
                shift=at.shift.shift,
                compensation_dong=paid.amount_dong if paid is not None else 0,
                rule=paid.rule if paid is not None else "",
            )
            event = work.append(fact, Appending(at.user, parents=(row.event,), happened=at.now))
            paper = self._paper(work, at, row, fact, paid.words if paid is not None else "")
            values = complaint_answer_values(paper.proved_by(event))
            check_paper(self._documents, COMPLAINT_ANSWER, values)
            job = queue_paper(work, COMPLAINT_ANSWER, row.complaint, values)
            work.commit()
        return Answered(event, fact.compensation_dong, (job,))

    def _received(self, reader: Reader, at: Occasion, case: CaseRow, day: str) -> date:
        """The day it came: not before the case, not to come, and within the window."""
        today = local_date(at.now)
        received = _day(day) if day else today
        if not local_date(Moment(case.accepted_ms, at.now.offset_min)) <= received <= today:
            raise DeskError("complaint.day", "received_day")
        months = self._reference.setting_int("complaint.window_months", at.on)
        check_window(whole_time_ended(reader, case, at.now), received, months)
        return received

    def _days(self, reader: Reader, case: CaseRow, at: Occasion) -> int:
        between = goes_between(acceptance_of(reader, case))
        key = "complaint.days_between" if between else "complaint.days_inside"
        return self._reference.setting_int(key, at.on)

    def _paper(
        self, reader: Reader, at: Occasion, row: ComplaintRow, fact: ComplaintAnswered, words: str
    ) -> ComplaintAnswerPaper:
        rows, opened = self._reference.coded, reader.any_event(row.event)
        return ComplaintAnswerPaper(
            head=paper_head(self._reference, at, COMPLAINT_ANSWER_FORM),
            number=row.complaint,
            dossier=row.dossier,
            complainant=opened.particular(COMPLAINANT).get("name", "") if opened is not None else "",
            role=_ROLES.get(row.who, ""),
            received_day=row.received_day,
            due_day=row.due_day,
            about=word_for(rows, CodeList.DOSSIER_COMPLAINT, row.code),
            outcome=word_for(rows, CodeList.DOSSIER_COMPLAINT_OUTCOME, fact.outcome),
            item=row.item,
            facts=self._facts(reader, at, row),
            compensation_dong=fact.compensation_dong,
            rule=words,
            zero_tens=self._reference.zero_tens(at.on),
        )

    def _facts(self, reader: Reader, at: Occasion, row: ComplaintRow) -> tuple[tuple[str, str], ...]:
        """What the case says, in times and numbers."""
        case = known_case(reader, row.dossier, "complaint.case_unknown")
        head = paper_head(self._reference, at, COMPLAINT_ANSWER_FORM)
        told = (
            ("Nhận hồ sơ", head.when(case.accepted_ms)),
            ("Mã hồ sơ", case.official),
            ("Ngày hẹn trả", day_words(case.official_day or case.promised)),
        )
        return tuple((name, text) for name, text in told if text)


def _known(reader: Reader, complaint: str) -> ComplaintRow:
    found = reader.complaint(normalise_number(complaint))
    if found is None:
        raise DeskError("complaint.unknown", "complaint", number=complaint)
    return found


def _cover_of(reader: Reader, case: CaseRow, item: str) -> str:
    number = normalise_number(item)
    if number and number not in {
        case.send_item,
        case.return_item,
        *(cover.item for cover in reader.covers_of(case.dossier)),
    }:
        raise DeskError("complaint.other_item", "item", number=number)
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DeskError("complaint.day", "received_day") from error
