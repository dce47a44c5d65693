"""What the authority says of a dossier: taken up with its code and days, or supplement, refusal, stop, extension; and the applicant told.

The post copies the authority's papers and makes none of them (NĐ 61/2018, Điều 26; TT 03/2025/TT-VPCP, forms 02 to 05). An entry is never
overwritten: a newer one replaces it. This module must not know screens, SQL or printers.
"""

from __future__ import annotations

from kt1desk.domain.case import Outcome
from kt1desk.domain.coded import CodeList, words_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts.authority import ApplicantTold, DossierDecided, DossierRegistered
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.applicant_notice_paper import APPLICANT_NOTICE, applicant_notice_values
from kt1desk.services.case_covers import procedure_of
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.case_steps import case_occasion, coded, known_case
from kt1desk.services.custody_papers import check_paper, queue_one_of_several
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.decision_checks import REASONS, DecisionChecks, doubts
from kt1desk.services.decision_drafts import Decided, DecisionDraft, RegisterDraft
from kt1desk.services.decision_notice import NoticeMaker
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader, Work
from kt1desk.services.sessions import Session


class Decisions:
    """The use cases of the authority's word."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def register(self, session: Session, draft: RegisterDraft) -> Event:
        """Copy the official slip: mã hồ sơ and the two days. Entered again, the newer entry counts.

        Raises:
            DeskError: ``case.unknown``, ``case.step``, ``dossier.official_code``, ``decision.*``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.RECORD_DECISION)
            case = known_case(work, draft.dossier)
            made = DecisionChecks(self._reference, at, case).registered(work, draft)
            fact = DossierRegistered(
                dossier=case.dossier,
                official=made.official,
                received_day=made.received_day,
                point=at.point,
                shift=at.shift.shift,
                official_day=made.official_day,
                slip=made.slip,
                origin=_other(case, at),
            )
            event = work.append(fact, Appending(at.user, parents=(case.head,), happened=at.now))
            work.commit()
        return event

    def doubts(self, draft: RegisterDraft) -> tuple[str, ...]:
        """What is unusual about a slip and refuses nothing, by codes of `kt1desk.services.wording_tthc.flag_text`."""
        return doubts(draft)

    def reasons(self, session: Session, outcome: Outcome) -> tuple[tuple[str, str], ...]:
        """Codes of why an authority may have said so, and their words.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        return self._words(session, Act.RECORD_DECISION, REASONS[outcome])

    def ways(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Codes of how an applicant may be told, and their words.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        return self._words(session, Act.TELL_APPLICANT, CodeList.DOSSIER_WAY)

    def decide(self, session: Session, draft: DecisionDraft) -> Decided:
        """Copy what the authority said; where this point accepted the case, the applicant's notice is queued at once.

        Raises:
            DeskError: ``case.unknown``, ``case.step``, ``code.unknown``, ``decision.*``, ``text.*``, ``shift.not_open``, rights,
                ``paper.text_does_not_fit``. Nothing is written then.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session, Act.RECORD_DECISION)
            case = known_case(reader, draft.dossier)
            fact = self._fact(reader, at, case, draft)
            if case.origin == at.point:
                values = applicant_notice_values(self._notices(at).of(reader, case, fact))
                check_paper(self._documents, APPLICANT_NOTICE, values)
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.RECORD_DECISION)
            case = known_case(work, draft.dossier)
            fact = self._fact(work, at, case, draft)
            event = work.append(fact, Appending(at.user, parents=(case.head,), happened=at.now))
            jobs = (self._queue(work, at, case, event),) if case.origin == at.point else ()
            work.commit()
        return Decided(event, jobs)

    def print_notice(self, session: Session, dossier: str) -> tuple[int, ...]:
        """Queue the notice of the newest decision, where the decision came by mail; asked twice, it is the same paper.

        Raises:
            DeskError: ``case.unknown``, ``decision.none``, ``decision.told_elsewhere``, ``shift.not_open``, rights,
                ``paper.text_does_not_fit``.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session, Act.TELL_APPLICANT)
            case = _case_of_here(reader, at, dossier)
            event = _newest(reader, case, DossierDecided.TYPE)
            paper = self._notices(at).of(reader, case, DossierDecided.of(event.body()))
        check_paper(self._documents, APPLICANT_NOTICE, applicant_notice_values(paper))
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.TELL_APPLICANT)
            case = _case_of_here(work, at, dossier)
            job = self._queue(work, at, case, _newest(work, case, DossierDecided.TYPE))
            work.commit()
        return (job,)

    def tell(self, session: Session, dossier: str, way: str, told_ms: int = 0) -> Event:
        """Write down that the applicant was told: of the newest decision, or else of the giấy hẹn that is here for him.

        Args:
            session: who told him.
            dossier: the case.
            way: code of how.
            told_ms: when, 0 for now.

        Raises:
            DeskError: ``case.unknown``, ``decision.nothing_to_tell``, ``decision.told_elsewhere``, ``decision.told_time``,
                ``code.unknown``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.TELL_APPLICANT)
            case = _case_of_here(work, at, dossier)
            coded(self._reference, CodeList.DOSSIER_WAY, way, at.on, "way")
            of = _untold(work, case)
            told = told_ms or at.now.utc_ms
            # the clock of the other desk may be ahead of ours: what came is there, and he may be told now
            if not min(of.envelope.happened.utc_ms, at.now.utc_ms) <= told <= at.now.utc_ms:
                raise DeskError("decision.told_time", "told")
            to = _decided_at(of, at)
            fact = ApplicantTold(case.dossier, of.id.text, way, told, at.point, at.shift.shift, to)
            event = work.append(fact, Appending(at.user, parents=(of.id,), happened=at.now))
            work.commit()
        return event

    def _occasion(self, reader: Reader, session: Session, act: Act) -> Occasion:
        return case_occasion(reader, session, act, self._clock, self._reference)

    def _notices(self, at: Occasion) -> NoticeMaker:
        return NoticeMaker(self._reference, at)

    def _words(self, session: Session, act: Act, code_list: CodeList) -> tuple[tuple[str, str], ...]:
        with self._journal.read() as reader:
            at = self._occasion(reader, session, act)
        return tuple((row.code, row.name) for row in words_of(self._reference.coded, code_list, at.on))

    def _fact(self, reader: Reader, at: Occasion, case: CaseRow, draft: DecisionDraft) -> DossierDecided:
        checks = DecisionChecks(self._reference, at, case)
        made = checks.decided(draft, reader.case_papers(case.dossier), procedure_of(reader, case))
        return DossierDecided(
            dossier=case.dossier,
            outcome=made.outcome.value if made.outcome is not None else "",
            paper=made.paper,
            paper_day=made.paper_day,
            reason=made.reason,
            point=at.point,
            shift=at.shift.shift,
            asked=made.asked,
            day=made.day,
            origin=_other(case, at),
        )

    def _queue(self, work: Work, at: Occasion, case: CaseRow, event: Event) -> int:
        """A second decision is another paper of the same case: its event's number tells the papers apart."""
        paper = self._notices(at).of(work, case, DossierDecided.of(event.body())).proved_by(event)
        values = applicant_notice_values(paper)
        return queue_one_of_several(work, APPLICANT_NOTICE, paper.item, values, event.id.seq)


def _other(case: CaseRow, at: Occasion) -> str:
    """The point that accepted the case, where that is another one."""
    return case.origin if case.origin != at.point else ""


def _case_of_here(reader: Reader, at: Occasion, dossier: str) -> CaseRow:
    """The point that accepted a case tells its applicant, so that he hears it once and from whom he knows."""
    case = known_case(reader, dossier)
    if case.origin != at.point:
        raise DeskError("decision.told_elsewhere", "dossier", point=case.origin)
    return case


def _newest(reader: Reader, case: CaseRow, kind: str) -> Event:
    found = [event for event in reader.case_events(case.dossier) if event.envelope.type == kind]
    if not found:
        raise DeskError("decision.none", "dossier", number=case.dossier)
    return found[-1]


def _decided_at(of: Event, at: Occasion) -> str:
    """The point that entered a decision, where that is another one. A giấy hẹn that still lies there must come, whatever was said of it."""
    point = str(of.body()["point"]) if of.envelope.type == DossierDecided.TYPE else ""
    return point if point != at.point else ""


def _untold(reader: Reader, case: CaseRow) -> Event:
    """What the applicant does not know yet."""
    if case.decided and not case.told_ms:
        return _newest(reader, case, DossierDecided.TYPE)
    if case.slip and not case.slip_told_ms:
        return _newest(reader, case, DossierRegistered.TYPE)
    raise DeskError("decision.nothing_to_tell", "dossier", number=case.dossier)
