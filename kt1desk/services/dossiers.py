"""Accepting a dossier: from a draft on the screen to events that are on the disk, with their papers queued.

A case has one or two legs, each an item of the post with its own number; the three sums are received apart. This module must not know
screens, SQL or printers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from kt1desk.domain.dossier import Direction, DossierPayment, Form, LocalNumber
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import CashReceived, Leg, Sums, VisitDone
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.procedure import Procedure, procedure_code
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.batch_keys import check_line
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.dossier_examination import DossierExamination, Examined
from kt1desk.services.dossier_facts import Case
from kt1desk.services.dossier_occasion import TTHC_SERVICE, Occasion
from kt1desk.services.dossier_papers import (
    LABEL,
    LABEL_VERSION,
    SLIP,
    SLIP_VERSION,
    DossierPaper,
    dossier_label_values,
    slip_values,
)
from kt1desk.services.dossier_people import particulars
from kt1desk.services.dossier_visit import Received, received
from kt1desk.services.later_entry import write_later
from kt1desk.services.numbers import next_number, own_number, service_prefixes
from kt1desk.services.ports import Appending, Clock, Documents, Journal, PaperDraft, Reader, Work
from kt1desk.services.problems import at_field
from kt1desk.services.reversal import ReversalReason, Undoing, check_drawer
from kt1desk.services.rows import DraftKind, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import check_unchanged, local_date, needed_shift
from kt1desk.services.taken import COLLECTED, PASS_ON, POSTAGE, dossier_taken
from kt1desk.services.visits import VisitEnd, open_visit


@dataclass(frozen=True, slots=True)
class DossierTaken:
    """A case that is now the post's: its events are on the disk and its papers are queued, the slip first."""

    dossier: str
    event: Event
    legs: tuple[Leg, ...]
    jobs: tuple[int, ...]
    sums: Sums


class Dossiers:
    """The use case of the counter for administrative procedures."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def quote(self, session: Session, draft: DossierDraft) -> DossierQuote:
        """Legs, sums, the provisional day and all that is still missing or wrong; writes nothing and never raises for bad input."""
        return self._looked_at(session, draft)[0].quote

    def labels(self, session: Session, draft: DossierDraft) -> Sequence[Mapping[str, str]]:
        """The texts of each leg's label as it would come out now, for the preview; none while something that stands on it is missing."""
        examined, number, occasion = self._looked_at(session, draft)
        try:
            paper = Case(occasion, examined, number, occasion.now).paper()
        except DeskError:
            return ()
        return tuple(dossier_label_values(paper, leg) for leg in examined.quote.legs)

    def accept(self, session: Session, draft: DossierDraft, line: str = "", aside: int = 0) -> DossierTaken:
        """Take the case over: one transaction, then the papers may start. A draft that replaces a case takes that one back with it.

        Args:
            session: who accepts.
            draft: what the clerk has said.
            line: key of the line of a list it comes from; one line is accepted once.
            aside: where the draft was laid aside, 0 where it was not; what lies there is gone with the same commit.

        Raises:
            DeskError: the first problem of `quote`; rights; ``number.*``; ``reversal.*``; ``batch.line_taken`` with ``number``;
                ``parked.unknown``: the draft was accepted before; ``visit.*``;
                ``paper.text_does_not_fit``; ``disk.*``. Nothing is written then.
        """
        now = self._clock.now()
        with self._journal.read() as reader:
            shift = needed_shift(reader)
            on = date.fromisoformat(shift.business_date)
            require(session.actor, Act.ACCEPT_DOSSIER, on)
            ours = self._prefixes(reader, on)
            shown = numbers_to_give(reader, draft, ours)
            number = self._next(reader, session, on)
            taken = dossier_taken(reader, draft.replaces) if draft.replaces else None
            draft = replace(draft, replaces=taken.number if taken is not None else "")
            occasion = Occasion(self._reference, session, on, now)
            came = received(reader, occasion, draft, taken.event if taken is not None else None)
            examined = _examined(reader, occasion, draft, shown, came)
        if examined.quote.problems:
            raise examined.quote.problems[0]
        case = Case(occasion, examined, number, came.happened)
        self._check_papers(case.paper())
        undoing = None
        if taken is not None:
            undoing = Undoing(session, self._reference, now, taken, ReversalReason.CORRECTED)
            undoing.check(self._documents, on, number)
        with self._journal.work() as work:
            check_unchanged(work, shift)
            check_line(work, line)
            if aside:
                work.drop_draft(DraftKind.DOSSIER, aside)
            case = case.numbered(self._next(work, session, on), take_numbers(work, draft, ours))
            if undoing is not None:
                undoing.write(work, shift, case.number)
                line = undoing.taken.line
            event = _append(work, case, shift, line)
            _say_when(work, case, shift, event, came)
            jobs = _queue(work, case.paper().proved_by(event))
            if undoing is not None:
                check_drawer(work)
            work.commit()
        quote = case.examined.quote
        return DossierTaken(case.number, event, quote.legs, jobs, quote.sums)

    def _looked_at(self, session: Session, draft: DossierDraft) -> tuple[Examined, str, Occasion]:
        """The draft examined, with what the shift, the rights and the numbers of the desk add to its problems in front."""
        now, problems = self._clock.now(), []
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = date.fromisoformat(shift.business_date) if shift is not None else local_date(now)
            if shift is None:
                problems.append(DeskError("shift.not_open"))
            items: Mapping[Direction, str] = {}
            occasion = Occasion(self._reference, session, on, now)
            came = Received(now)
            try:
                require(session.actor, Act.ACCEPT_DOSSIER, on)
                items = numbers_to_give(reader, draft, self._prefixes(reader, on))
                replaced = dossier_taken(reader, draft.replaces).event if draft.replaces else None
                came = received(reader, occasion, draft, replaced)
            except DeskError as error:
                problems.append(error)
            number = self._next(reader, session, on)
            examined = _examined(reader, occasion, draft, items, came)
        quote = replace(examined.quote, problems=(*problems, *examined.quote.problems))
        return replace(examined, quote=quote), number, occasion

    def _prefixes(self, reader: Reader, on: date) -> tuple[str, ...]:
        return service_prefixes(reader, self._reference.number_rule(on, TTHC_SERVICE))

    def _next(self, reader: Reader, session: Session, on: date) -> str:
        """The post's own number of the next case of this desk."""
        sequence = reader.dossiers_on(on.isoformat()) + 1
        return LocalNumber(session.desk.point, on, session.desk.device, sequence).text

    def _check_papers(self, paper: DossierPaper) -> None:
        """Everything must fit with the widest event reference before anything is written (the event is not there yet)."""
        self._documents.check_fit(SLIP, SLIP_VERSION, slip_values(paper))
        for leg in paper.quote.legs:
            self._documents.check_fit(LABEL, LABEL_VERSION, dossier_label_values(paper, leg))


def numbers_to_give(reader: Reader, draft: DossierDraft, ours: Collection[str]) -> dict[Direction, str]:
    """The number that each leg would get now: the label that was scanned for it, else the next free one.

    Raises:
        DeskError: as `own_number` and `next_number`, at the input of the leg; ``dossier.same_number``.
    """
    made = _scanned(reader, draft, ours)
    for direction in _directions(draft):
        if direction not in made:
            made[direction] = next_number(reader, ours, after=next(iter(made.values()), ""))
    return made


def take_numbers(work: Work, draft: DossierDraft, ours: Collection[str]) -> dict[Direction, str]:
    """As `numbers_to_give`, in the transaction that gives them."""
    made = _scanned(work, draft, ours)
    for direction in _directions(draft):
        if direction not in made:
            made[direction] = work.take_number(ours, after=next(iter(made.values()), ""))
    return made


def _scanned(reader: Reader, draft: DossierDraft, ours: Collection[str]) -> dict[Direction, str]:
    typed = {Direction.SEND: draft.send_number, Direction.RETURN: draft.return_number}
    made: dict[Direction, str] = {}
    for direction in _directions(draft):
        text = typed[direction]
        if text:
            made[direction] = at_field(partial(own_number, reader, text, ours), f"{direction.value}_number")
    if len(set(made.values())) < len(made):
        raise DeskError("dossier.same_number", "return_number")
    return made


def _directions(draft: DossierDraft) -> tuple[Direction, ...]:
    return draft.form.directions if isinstance(draft.form, Form) else ()


def _examined(
    reader: Reader, occasion: Occasion, draft: DossierDraft, items: Mapping[Direction, str], came: Received
) -> Examined:
    """The draft held against the lists and prices of the day it was really received on."""
    day = occasion.on if came.later is None else local_date(came.happened)
    then = replace(occasion, on=day)
    return DossierExamination(then, draft, _procedure(reader, draft, day), items).examined()


def _procedure(reader: Reader, draft: DossierDraft, on: date) -> Procedure | None:
    """The version in force of what the draft names; a code of another shape is refused by the examination."""
    try:
        return reader.procedure(procedure_code(draft.procedure), on)
    except DeskError:
        return None


def _append(work: Work, case: Case, shift: ShiftRow, line: str) -> Event:
    """Cash first, each sum for itself; the case names them, and the parts of its list name the case."""
    occasion, draft = case.occasion, case.examined.draft
    actor, now = occasion.session.actor.user_id, occasion.now
    sums = case.examined.quote.sums
    kinds = ((POSTAGE, sums.postage_dong), (COLLECTED, sums.collected_dong), (PASS_ON, sums.pass_on_dong))
    paid = kinds if draft.payment is DossierPayment.CASH else ()
    parents = tuple(
        work.append(CashReceived(shift.shift, amount_dong, kind), Appending(actor, happened=now)).id
        for kind, amount_dong in paid
        if amount_dong > 0
    )
    how = Appending(actor, parents=parents, happened=case.happened, particulars=particulars(draft))
    event = work.append(case.fact(shift, line), how)
    for part in case.lists():
        work.append(part, Appending(actor, parents=(event.id,), happened=now))
    return event


def _say_when(work: Work, case: Case, shift: ShiftRow, accepted: Event, came: Received) -> None:
    """What is entered later is said so; the visit ends with the acceptance: that it has not ended yet is asked once more, in here."""
    if came.later is not None:
        write_later(work, case.occasion.session, accepted, case.number, came.later)
    if came.visit is None:
        return
    row = open_visit(work, case.examined.draft.visit)
    point, actor = case.occasion.session.desk.point, case.occasion.session.actor.user_id
    fact = VisitDone(row.visit, VisitEnd.ACCEPTED.value, point, shift.shift, dossier=case.number)
    work.append(fact, Appending(actor, parents=(row.event, accepted.id), happened=case.happened))


def _queue(work: Work, paper: DossierPaper) -> tuple[int, ...]:
    """The slip, then one label for each leg, with the event they prove; the numbers of their jobs."""
    slip = PaperDraft("receipt", SLIP, SLIP_VERSION, paper.quote.legs[0].item, slip_values(paper))
    labels = (
        PaperDraft("label", LABEL, LABEL_VERSION, leg.item, dossier_label_values(paper, leg))
        for leg in paper.quote.legs
    )
    return tuple(work.queue_paper(draft) for draft in (slip, *labels))
