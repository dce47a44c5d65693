"""The applicant brings what the authority asked for: a cover of its own goes after the first one, with its own number, list and price.

The list as accepted stays as it is; the supplement's lines stand after it. This module must not know screens, SQL or printers.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import CaseStep, require_case_step
from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import CashReceived, DossierListed, Leg
from kt1desk.domain.facts.authority import DossierSupplemented
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import Way
from kt1desk.services.case_steps import case_occasion, known_case, told_point
from kt1desk.services.cover_papers import Accepted, CoverPapers, accepted, label, supplement_slip
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_facts import parted
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.dossier_papers import LABEL, LABEL_VERSION, SLIP, SLIP_VERSION, DossierPaper
from kt1desk.services.numbers import number_given, number_to_give, service_prefixes
from kt1desk.services.ports import Appending, Clock, Documents, Journal, PaperDraft, Reader, Work
from kt1desk.services.sessions import Session
from kt1desk.services.supplement_rules import Examined, SupplementDraft, SupplementQuote, SupplementRules
from kt1desk.services.taken import POSTAGE


@dataclass(frozen=True, slots=True)
class Supplemented:
    """A supplement that is now the post's: its events are on the disk, slip and label are queued."""

    item: str
    event: Event
    jobs: tuple[int, ...]


class Supplements:
    """The use case of the counter for what an authority asked for."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def quote(self, session: Session, draft: SupplementDraft) -> SupplementQuote:
        """Its price and all that is still missing or wrong; writes nothing and never raises for bad input.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            try:
                of = self._asked_for(reader, draft)
                number = number_to_give(reader, draft.number, self._prefixes(reader, at))
                return SupplementRules(self._reference, at, of).examined(draft, number).quote
            except DeskError as error:
                return SupplementQuote(problems=(error,))

    def accept(self, session: Session, draft: SupplementDraft) -> Supplemented:
        """Take it over: cash, the cover, its list, slip and label in one transaction.

        Raises:
            DeskError: ``case.unknown``, ``case.step``, ``case.no_applicant``, the first problem of `quote`, ``number.*``,
                ``shift.not_open``, rights, ``paper.text_does_not_fit``. Nothing is written then.
        """
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            of = self._asked_for(reader, draft)
            number = number_to_give(reader, draft.number, self._prefixes(reader, at))
            examined = _sound(SupplementRules(self._reference, at, of).examined(draft, number))
            self._check_papers(self._paper(at, of, examined))
        with self._journal.work() as work:
            at = self._occasion(work, session)
            of = self._asked_for(work, draft)
            number = number_given(work, draft.number, self._prefixes(work, at))
            examined = _sound(SupplementRules(self._reference, at, of).examined(draft, number))
            event = self._write(work, at, of, examined)
            jobs = _queue(work, self._paper(at, of, examined).proved_by(event))
            work.commit()
        return Supplemented(_leg(examined).item, event, jobs)

    def _occasion(self, reader: Reader, session: Session) -> Occasion:
        return case_occasion(reader, session, Act.SUPPLEMENT_DOSSIER, self._clock, self._reference)

    def _asked_for(self, reader: Reader, draft: SupplementDraft) -> Accepted:
        case = known_case(reader, draft.dossier)
        require_case_step(case.dossier, case.state, CaseStep.BRING)
        return accepted(reader, case)

    def _prefixes(self, reader: Reader, at: Occasion) -> tuple[str, ...]:
        return service_prefixes(reader, self._reference.number_rule(at.on, TTHC_SERVICE))

    def _paper(self, at: Occasion, of: Accepted, examined: Examined) -> DossierPaper:
        quote = examined.whole(of, self._reference, at)
        return CoverPapers(self._reference, at).paper(of, examined.draft, quote)

    def _check_papers(self, paper: DossierPaper) -> None:
        self._documents.check_fit(SLIP, SLIP_VERSION, supplement_slip(paper))
        self._documents.check_fit(LABEL, LABEL_VERSION, label(paper, Way.SUPPLEMENT, paper.quote.legs[0]))

    def _write(self, work: Work, at: Occasion, of: Accepted, examined: Examined) -> Event:
        """Cash first; the cover names it; the parts of its list name the cover and go on after the case's lines."""
        case, quote, leg = of.case, examined.quote, _leg(examined)
        told = told_point(self._reference, case, at.point, at.on)
        before = len(work.case_papers(case.dossier))
        cash = _paid(work, at, examined)
        fact = DossierSupplemented(
            dossier=case.dossier,
            item=leg.item,
            weight_g=leg.weight_g,
            price_dong=leg.price_dong,
            papers=len(quote.papers),
            documents=quote.documents,
            point=at.point,
            shift=at.shift.shift,
            zone=leg.zone,
            tariff=quote.tariff,
            payment=examined.draft.payment.value,
            seal=examined.draft.seal,
            due=leg.due,
            to=told,
        )
        event = work.append(fact, Appending(at.user, parents=(case.head, *cash), happened=at.now))
        for first, lines in parted(quote.papers, before):
            part = DossierListed(case.dossier, first, lines, at.point, told)
            work.append(part, Appending(at.user, parents=(event.id,), happened=at.now))
        return event


def _sound(examined: Examined) -> Examined:
    if examined.quote.problems:
        raise examined.quote.problems[0]
    return examined


def _leg(examined: Examined) -> Leg:
    """What a supplement without problems always has."""
    if examined.quote.leg is None:
        raise DeskError("dossier.incomplete")
    return examined.quote.leg


def _paid(work: Work, at: Occasion, examined: Examined) -> tuple[EventId, ...]:
    price_dong = examined.quote.price_dong
    if examined.draft.payment is not DossierPayment.CASH or not price_dong:
        return ()
    fact = CashReceived(at.shift.shift, price_dong, POSTAGE)
    return (work.append(fact, Appending(at.user, happened=at.now)).id,)


def _queue(work: Work, paper: DossierPaper) -> tuple[int, ...]:
    """The slip, then the label, with the event they prove."""
    leg = paper.quote.legs[0]
    slip = PaperDraft("receipt", SLIP, SLIP_VERSION, leg.item, supplement_slip(paper))
    tag = PaperDraft("label", LABEL, LABEL_VERSION, leg.item, label(paper, Way.SUPPLEMENT, leg))
    return work.queue_paper(slip), work.queue_paper(tag)
