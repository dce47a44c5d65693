"""Taking an acceptance back: by events that reverse it, never by rubbing out. Its numbers are never given out again.

A correction is a reversal and a new acceptance with a new number, in one transaction; `kt1desk.services.acceptance` and
`kt1desk.services.dossiers` use `Undoing` for the first half of it. Cash goes back from the drawer of the shift that is open now, whichever
shift received it. This module must not know how a form is filled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment
from kt1desk.domain.facts import CashPaid, DossierReversed, ItemReversed
from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import JobState, JobTrigger
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.shift import Drawer
from kt1desk.services.ports import Appending, Clock, Documents, Journal, PaperDraft, Reader, Work
from kt1desk.services.reversal_papers import (
    REVERSAL_SLIP,
    REVERSAL_VERSION,
    ReversalPaper,
    reversal_values,
)
from kt1desk.services.rights import later_day, require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import check_unchanged, needed_shift
from kt1desk.services.taken import Taken, check_rights, dossier_taken, item_taken
from kt1desk.services.wording_tthc import refund_name, reversal_reason_name


class ReversalReason(StrEnum):
    """Why an acceptance is taken back."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Undoing:
    """One acceptance that is to be taken back, looked at before the transaction and written in it.

    Attributes:
        session: who does it.
        reference, now: by the rules and at the time of what.
        taken: what is taken back.
        reason: why; `ReversalReason.CORRECTED` belongs to corrections alone.
    """

    session: Session
    reference: ReferenceData
    now: Moment
    taken: Taken
    reason: ReversalReason

    def check(self, documents: Documents, on: date, replaced_by: str = "") -> None:
        """Whether it may be done, and whether its slip fits, before anything is written.

        ``on`` is the business date.

        Raises:
            DeskError: ``user.not_allowed``, ``user.clearance_missing``, ``user.clearance_expired``, ``paper.text_does_not_fit``.
        """
        check_rights(self.session.actor, self.taken, later_day(on, self.now))
        documents.check_fit(REVERSAL_SLIP, REVERSAL_VERSION, reversal_values(self.paper(on, replaced_by)))

    def paper(self, on: date, replaced_by: str = "") -> ReversalPaper:
        """Everything the slip says, but for the event it proves."""
        taken = self.taken
        return ReversalPaper(
            number=taken.number,
            items=taken.items,
            service=taken.service,
            letter=taken.letter,
            customer="" if taken.letter else taken.customer,
            reason=reversal_reason_name(self.reason),
            replaced_by=replaced_by,
            accepted_ms=taken.accepted_ms,
            refunds=tuple((refund_name(kind), amount_dong) for kind, amount_dong in taken.refunds),
            point=self.reference.point(self.session.desk.point, on),
            provider=str(self.reference.setting("provider.name", on).value),
            at=self.now,
            clerk=self.session.name,
            trial=self.session.desk.trial,
            zero_tens=self.reference.zero_tens(on),
        )

    def write(self, work: Work, shift: ShiftRow, replaced_by: str = "") -> Event:
        """Cash out, the reversal, its slip; papers of the acceptance that still wait never come out.

        Raises:
            DeskError: ``reversal.already`` where another desk program was faster.
        """
        on = date.fromisoformat(shift.business_date)
        if not self.taken.is_here(work):
            raise DeskError("reversal.already", "item")
        paid = tuple(
            self._append(work, CashPaid(shift.shift, amount_dong, kind)).id
            for kind, amount_dong in self.taken.refunds
        )
        parents = dict.fromkeys((self.taken.event, *paid, self.taken.last(work)))
        event = self._append(work, self._fact(shift, replaced_by), tuple(parents))
        self._cancel_waiting(work)
        values = reversal_values(self.paper(on, replaced_by).proved_by(event))
        work.queue_paper(PaperDraft("receipt", REVERSAL_SLIP, REVERSAL_VERSION, self.taken.items[0], values))
        return event

    def _fact(self, shift: ShiftRow, replaced_by: str) -> ItemReversed | DossierReversed:
        taken, here = self.taken, self.session.desk.point
        if not taken.is_dossier:
            return ItemReversed(taken.number, self.reason.value, shift.shift, here, replaced_by)
        return DossierReversed(
            taken.number, self.reason.value, shift.shift, here, replaced_by, item=taken.cover, to=taken.to
        )

    def _append(
        self, work: Work, fact: CashPaid | ItemReversed | DossierReversed, parents: tuple[EventId, ...] = ()
    ) -> Event:
        return work.append(fact, Appending(self.session.actor.user_id, parents=parents, happened=self.now))

    def _cancel_waiting(self, work: Work) -> None:
        for item in self.taken.items:
            for paper in work.papers(item):
                if paper.state == JobState.QUEUED.value:
                    work.change_paper(paper.job, JobTrigger.CANCEL, "print.reversed")


def check_drawer(work: Work) -> None:
    """At the end of a transaction that paid cash out: what does not lie in the drawer by the books was not given back.

    Raises:
        DeskError: ``reversal.drawer_short`` with ``missing_dong``.
    """
    shift = needed_shift(work)
    left_dong = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong
    if left_dong < 0:
        raise DeskError("reversal.drawer_short", "item", missing_dong=-left_dong)


class Reversals:
    """The use case of an acceptance that is taken back for good."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def withdraw_item(self, session: Session, item: str, reason: ReversalReason) -> Event:
        """Take back the acceptance of a KT1 item.

        Raises:
            DeskError: ``reversal.unknown``, ``reversal.already``, ``reversal.gone``, ``reversal.only_correction``,
                ``reversal.drawer_short``, ``shift.not_open``, rights, ``paper.text_does_not_fit``, ``disk.*``.
        """
        return self._withdraw(session, Act.REVERSE_ITEM, lambda reader: item_taken(reader, item), reason)

    def withdraw_dossier(self, session: Session, number: str, reason: ReversalReason) -> Event:
        """Take back the acceptance of a case, by its own number or that of one of its legs.

        Raises:
            DeskError: as `withdraw_item`.
        """
        return self._withdraw(
            session, Act.REVERSE_DOSSIER, lambda reader: dossier_taken(reader, number), reason
        )

    def _withdraw(
        self, session: Session, act: Act, find: Callable[[Reader], Taken], reason: ReversalReason
    ) -> Event:
        """Rights come before the search: whoever may take nothing back is not told either what there is."""
        if reason is ReversalReason.CORRECTED:
            raise DeskError("reversal.only_correction", "reason")
        with self._journal.read() as reader:
            shift = needed_shift(reader)
            on = date.fromisoformat(shift.business_date)
            require_now(session, act, shift, self._clock)
            undoing = Undoing(session, self._reference, self._clock.now(), find(reader), reason)
        undoing.check(self._documents, on)
        with self._journal.work() as work:
            check_unchanged(work, shift)
            event = undoing.write(work, shift)
            check_drawer(work)
            work.commit()
        return event
