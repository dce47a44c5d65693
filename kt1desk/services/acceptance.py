"""Accepting a KT1 item: from a draft on the screen to an event that is on the disk, with its papers queued.

This module must not know screens, SQL or printers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.checklist import LineKind, lines_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment
from kt1desk.domain.facts import CashReceived, ItemAccepted, ItemRefused
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.batch_keys import check_line
from kt1desk.services.drafts import AcceptanceDraft, Quote
from kt1desk.services.examination import Examination
from kt1desk.services.later_entry import checked_later, write_later
from kt1desk.services.numbers import next_number, number_to_give, own_number, service_prefixes
from kt1desk.services.paper_values import AcceptedPaper, label_values, receipt_values
from kt1desk.services.parking import own_items
from kt1desk.services.ports import Appending, Clock, Documents, Journal, PaperDraft, Reader, Work
from kt1desk.services.reversal import ReversalReason, Undoing, check_drawer
from kt1desk.services.rights import later_day, require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import check_unchanged, local_date, needed_shift
from kt1desk.services.taken import KT1_CASH, item_taken

LABEL, LABEL_VERSION = "kt1_label", 1
RECEIPT, RECEIPT_VERSION = "kt1_receipt", 1


@dataclass(frozen=True, slots=True)
class Accepted:
    """An item that is now the post's: its event is on the disk and its papers are queued."""

    item: str
    event: Event
    label_job: int
    receipt_job: int


class Acceptance:
    """The use case of the counter."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def quote(self, session: Session, draft: AcceptanceDraft) -> Quote:
        """Price, deadline and all that is still missing or wrong; writes nothing and never raises for bad input.

        Whoever may not accept such an item is told so and nothing else: a draft's codes would turn into names and addresses.
        """
        now = self._clock.now()
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = date.fromisoformat(shift.business_date) if shift is not None else local_date(now)
            problems = [] if shift is not None else [DeskError("shift.not_open")]
            try:
                _check_rights(session, draft, later_day(on, now))
            except DeskError as error:
                return Quote(problems=(*problems, error))
            number = ""
            try:
                number = number_to_give(reader, draft.number, self._prefixes(reader, on))
            except DeskError as error:
                problems.append(error)
            found = self._typed(reader, session, draft, on, problems)
        quote = found.quote()
        return replace(quote, number=number, problems=(*problems, *quote.problems))

    def label(self, session: Session, draft: AcceptanceDraft) -> Mapping[str, str] | None:
        """The texts of the label as it would come out now, for the preview; None while something that stands on it is missing.

        None too for whoever may not accept such an item.
        """
        now = self._clock.now()
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = date.fromisoformat(shift.business_date) if shift is not None else local_date(now)
            try:
                _check_rights(session, draft, later_day(on, now))
                number = normalise_number(draft.number) or next_number(reader, self._prefixes(reader, on))
            except DeskError:
                return None
            found = self._typed(reader, session, draft, on, [])
        try:
            return label_values(found.paper(found.quote(), number))
        except DeskError:
            return None

    def accept(
        self, session: Session, draft: AcceptanceDraft, replaces: str = "", line: str = "", aside: int = 0
    ) -> Accepted:
        """Take the item over: one transaction, then the papers may start.

        All that takes time (rules, layout of both papers) is done before the transaction begins; what another desk program could have
        changed meanwhile is asked again inside.

        Args:
            session: who accepts.
            draft: what is accepted.
            replaces: the item that this one corrects, "" for none: it is taken back in the same transaction.
            line: key of the line of a list it comes from, "" for none; a line is accepted once.
            aside: where the user's draft was laid aside, 0 where it was not; what lies there is gone with the same commit.

        Raises:
            DeskError: the first problem of `quote`; rights; ``number.*``; ``reversal.*``; ``batch.line_taken`` with ``number``;
                ``parked.unknown`` where nothing lies at ``aside``;
                ``paper.text_does_not_fit``; ``disk.*``. Nothing is written then.
        """
        now, draft = self._clock.now(), replace(draft, replaces=normalise_number(replaces))
        with self._journal.read() as reader:
            shift = needed_shift(reader)
            on = date.fromisoformat(shift.business_date)
            _check_rights(session, draft, later_day(on, now))
            shown = number_to_give(reader, draft.number, self._prefixes(reader, on))
            undoing = self._undoing(reader, session, replaces, now)
            found = self._examined(reader, session, draft, on, now)
        quote = found.quote()
        if quote.problems:
            raise quote.problems[0]
        self._check_papers(found.paper(quote, shown))
        if undoing is not None:
            undoing.check(self._documents, on, shown)
        with self._journal.work() as work:
            check_unchanged(work, shift)
            check_line(work, line)
            ours = self._prefixes(work, on)
            number = own_number(work, draft.number, ours) if draft.number else work.take_number(ours)
            if undoing is not None:
                undoing.write(work, shift, number)
                line = undoing.taken.line
            fact = replace(found.fact(quote, number, shift), line=line, replaces=draft.replaces)
            event = _append(work, found, fact, found.beside(quote), now)
            jobs = _queue(work, found.paper(quote, number), event)
            if undoing is not None:
                check_drawer(work)
            _forget(work, session, aside)
            work.commit()
        return Accepted(number, event, *jobs)

    def refuse_cover(self, session: Session, draft: AcceptanceDraft, line: str, aside: int = 0) -> Event:
        """Record that a cover was handed back to its sender: the question that was answered with a no, and the letter on the cover.

        Nothing else of the draft is kept. Whoever may accept items may do so, also where the cover bears a letter.

        Args:
            session: who refuses.
            draft: what the clerk has said of the cover; its letter is used alone.
            line: code of the question in the checklist.
            aside: as in `accept`.

        Raises:
            DeskError: ``checklist.unknown_line`` for a line that refuses nothing on such a cover; ``shift.not_open``; rights; ``disk.*``.
        """
        now = self._clock.now()
        with self._journal.work() as work:
            shift = needed_shift(work)
            on = date.fromisoformat(shift.business_date)
            require_now(session, Act.ACCEPT_ITEM, shift, self._clock)
            asked = lines_for(self._reference.checklist, draft.secrecy, on)
            if not any(row.code == line and row.kind is LineKind.MUST for row in asked):
                raise DeskError("checklist.unknown_line", line)
            fact = ItemRefused(line, draft.secrecy.value, shift.shift, session.desk.point)
            event = work.append(fact, Appending(session.actor.user_id, happened=now))
            _forget(work, session, aside)
            work.commit()
        return event

    def _prefixes(self, reader: Reader, on: date) -> tuple[str, ...]:
        return service_prefixes(reader, self._reference.number_rule(on))

    def _undoing(self, reader: Reader, session: Session, replaces: str, now: Moment) -> Undoing | None:
        """The acceptance that a correction takes back first."""
        if not replaces:
            return None
        taken = item_taken(reader, replaces)
        return Undoing(session, self._reference, now, taken, ReversalReason.CORRECTED)

    def _check_papers(self, paper: AcceptedPaper) -> None:
        """Everything must fit with the widest event reference before anything is written (the event is not there yet)."""
        self._documents.check_fit(LABEL, LABEL_VERSION, label_values(paper))
        self._documents.check_fit(RECEIPT, RECEIPT_VERSION, receipt_values(paper))

    def _examined(
        self, reader: Reader, session: Session, draft: AcceptanceDraft, on: date, now: Moment
    ) -> Examination:
        """The draft held against the rules of the time it was really accepted at; ``on`` is the business date.

        Raises:
            DeskError: ``later.*``, ``code.unknown``.
        """
        if draft.later is None:
            return Examination(self._reference, session, draft, on, now)
        row = reader.item(normalise_number(draft.replaces)) if draft.replaces else None
        replaced = row.event if row is not None else None
        happened, later = checked_later(reader, self._reference, session, draft.later, now, replaced)
        draft = replace(draft, later=later)
        return Examination(self._reference, session, draft, local_date(happened), happened, now)

    def _typed(
        self,
        reader: Reader,
        session: Session,
        draft: AcceptanceDraft,
        on: date,
        problems: list[DeskError],
    ) -> Examination:
        """The same for a draft that is still being typed: a real time that may not be is a problem, and meanwhile it is now."""
        now = self._clock.now()
        try:
            return self._examined(reader, session, draft, on, now)
        except DeskError as error:
            problems.append(error)
            return Examination(self._reference, session, replace(draft, later=None), on, now)


def _append(
    work: Work,
    found: Examination,
    fact: ItemAccepted,
    beside: Mapping[str, Mapping[str, str]],
    now: Moment,
) -> Event:
    """Cash first, as an amount only in the counter's stream; the item names it. What is entered later is said so after it."""
    actor, later = found.session.actor.user_id, found.draft.later
    parents: tuple[EventId, ...] = ()
    if fact.charge is not None and fact.payment == Payment.CASH.value:
        cash = CashReceived(fact.shift, fact.charge.total_dong, KT1_CASH)
        parents = (work.append(cash, Appending(actor, happened=now)).id,)
    how = Appending(actor, parents=parents, happened=found.now, particulars=beside)
    event = work.append(fact, how)
    if later is not None:
        write_later(work, found.session, event, fact.item, later)
    return event


def _check_rights(session: Session, draft: AcceptanceDraft, on: date) -> None:
    """Whether this user may accept such an item, on the day that rights are judged on."""
    require(session.actor, Act.ACCEPT_ITEM, on)
    if draft.secrecy.is_marked:
        require(session.actor, Act.ACCEPT_SECRET_ITEM, on)


def _forget(work: Work, session: Session, aside: int) -> None:
    """What became of a draft stands in the books now: it is never taken up again."""
    if aside:
        work.drop_draft(own_items(session), aside)


def _queue(work: Work, paper: AcceptedPaper, event: Event) -> tuple[int, int]:
    """Both papers, with the event they prove; the numbers of their jobs."""
    proved = replace(paper, event_ref=event.id.text, event_hash=event.hash.hex()[:12])
    label = PaperDraft("label", LABEL, LABEL_VERSION, paper.number, label_values(proved))
    receipt = PaperDraft("receipt", RECEIPT, RECEIPT_VERSION, paper.number, receipt_values(proved))
    return work.queue_paper(label), work.queue_paper(receipt)
