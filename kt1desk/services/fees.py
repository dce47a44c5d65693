"""The money of cases after their acceptance: what is due to which authority, passed on, put right, and the official receipt for it.

The three sums stay apart: postage and the fee for passing on are the post's, collected fees are the authority's. This module must not know
what a case costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.domain.case import CaseState
from kt1desk.domain.coded import CodeList
from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import (
    CashPaid,
    CashReceived,
    FeeCorrected,
    OfficialReceiptEntered,
    read_dossier_accepted,
)
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.text import clean, required
from kt1desk.services.case_rows import CaseRow, FeeDue
from kt1desk.services.case_steps import case_occasion, coded, known_case, told_point
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_figures import MAX_RECEIPT
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader, Work
from kt1desk.services.remitting import RemitDraft, Remitted, Remitting
from kt1desk.services.reversal import check_drawer
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.taken import COLLECTED, PASS_ON, POSTAGE

_OURS = 1
"""``CaseRow.source`` of a case that was accepted here: only its money came into this point's drawer."""


@dataclass(frozen=True, slots=True)
class AuthorityFees:
    """What is due to one authority, in đồng, case by case."""

    authority_id: str
    name: str
    total_dong: int
    lines: tuple[FeeDue, ...]


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """A sum to be put right: either ``back_dong`` or ``more_dong``.

    Attributes:
        kind: which of the three sums, as cash names them.
        reason: coded.
        payment: as it goes back or comes in; None as the case was paid.
        receipt: number of the official biên lai for it, "" for none.
    """

    dossier: str
    kind: str
    reason: str
    back_dong: int = 0
    more_dong: int = 0
    payment: DossierPayment | None = None
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A sum that was put right; ``sum_dong`` is what it is now."""

    event: Event
    sum_dong: int


@dataclass(frozen=True, slots=True)
class CaseSums:
    """A case that was accepted here: its three sums as they are now, by their kind, in đồng, and how they were paid."""

    case: CaseRow
    sums: Mapping[str, int]
    payment: DossierPayment


class Fees:
    """The use cases of money after the acceptance."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def due(self, session: Session) -> tuple[AuthorityFees, ...]:
        """What is still here for authorities, in the order of their names.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.REMIT_FEES, reader.open_shift(), self._clock)
            by_authority: dict[str, list[FeeDue]] = {}
            for row in reader.fees_due():
                by_authority.setdefault(row.authority, []).append(row)
        names = {row.authority_id: row.name for row in self._reference.authorities if row.holds(on)}
        made = (
            AuthorityFees(key, names.get(key, key), sum(row.amount_dong for row in rows), tuple(rows))
            for key, rows in by_authority.items()
        )
        return tuple(sorted(made, key=lambda each: (each.name, each.authority_id)))

    def remit(self, session: Session, draft: RemitDraft) -> Remitted:
        """Pass collected money on to its authority.

        Raises:
            DeskError: what `Remitting.write` raises, ``shift.not_open``, rights, ``disk.*``.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.REMIT_FEES, self._clock, self._reference)
            made = Remitting(work, at, self._reference, self._documents).write(draft)
            work.commit()
        return made

    def sums(self, session: Session, dossier: str) -> CaseSums:
        """What was paid for a case, before one of its sums is put right.

        Raises:
            DeskError: ``fees.case_unknown`` and ``fees.not_accepted_here`` with ``number``, ``reversal.already``, rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.CORRECT_FEE, reader.open_shift(), self._clock)
            case = _ours(reader, dossier)
            return CaseSums(case, sums_now(reader, case), _payment(reader, case))

    def correct(self, session: Session, draft: CorrectionDraft) -> Corrected:
        """Put one of the three sums of a case right: cash goes back or comes in under the kind it was taken for.

        Raises:
            DeskError: ``fees.case_unknown`` and ``fees.not_accepted_here`` with ``number``, ``fees.kind``, ``fees.one_sum``,
                ``fees.passed_on``, ``fees.more_than_paid`` with ``left_dong``, ``fees.too_much`` with ``limit``, ``code.unknown``,
                ``reversal.drawer_short``, ``text.*``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.CORRECT_FEE, self._clock, self._reference)
            case = _ours(work, draft.dossier)
            coded(self._reference, CodeList.FEE_CORRECTION, draft.reason, at.on, "reason")
            sum_dong = self._checked(work, at, case, draft)
            payment = draft.payment or _payment(work, case)
            cash = _cash(work, at, draft) if payment is DossierPayment.CASH else ()
            fact = FeeCorrected(
                dossier=case.dossier,
                kind=draft.kind,
                reason=draft.reason,
                payment=payment.value,
                point=at.point,
                shift=at.shift.shift,
                back_dong=draft.back_dong,
                more_dong=draft.more_dong,
                receipt=clean(draft.receipt, "receipt", MAX_RECEIPT),
                to=told_point(self._reference, case, at.point, at.on),
            )
            event = work.append(fact, Appending(at.user, parents=(*cash, case.event), happened=at.now))
            check_drawer(work)
            work.commit()
        return Corrected(event, sum_dong - draft.back_dong + draft.more_dong)

    def enter_receipt(self, session: Session, dossier: str, receipt: str) -> Event:
        """Enter the number of the authority's biên lai that came after the acceptance, at the point that took the money and is due.

        Raises:
            DeskError: ``fees.case_unknown``, ``fees.receipt_elsewhere`` and ``fees.nothing_collected`` with ``number``,
                ``reversal.already``, ``text.*``, ``shift.not_open``, rights.
        """
        number = required(receipt, "receipt", MAX_RECEIPT)
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.CORRECT_FEE, self._clock, self._reference)
            case = _ours(work, dossier, elsewhere="fees.receipt_elsewhere")
            if case.collected_dong <= 0:
                raise DeskError("fees.nothing_collected", "dossier", number=case.dossier)
            fact = OfficialReceiptEntered(case.dossier, number, at.point, at.shift.shift)
            event = work.append(fact, Appending(at.user, parents=(case.event,), happened=at.now))
            work.commit()
        return event

    def _checked(self, reader: Reader, at: Occasion, case: CaseRow, draft: CorrectionDraft) -> int:
        """The sum as it is now, once it is sure that the draft may change it."""
        sums = sums_now(reader, case)
        if draft.kind not in sums:
            raise DeskError("fees.kind", "kind")
        if min(draft.back_dong, draft.more_dong) != 0 or max(draft.back_dong, draft.more_dong) <= 0:
            raise DeskError("fees.one_sum", "back")
        most = self._reference.setting_int("tthc.collected_max_dong", at.on)
        if draft.more_dong > most:
            raise DeskError("fees.too_much", "more", limit=most)
        passed_dong = case.remitted_dong if draft.kind == COLLECTED else 0
        left_dong = sums[draft.kind] - passed_dong
        if draft.back_dong > left_dong:
            code = "fees.passed_on" if draft.back_dong <= sums[draft.kind] else "fees.more_than_paid"
            raise DeskError(code, "back", left_dong=max(left_dong, 0), number=case.dossier)
        return sums[draft.kind]


def sums_now(reader: Reader, case: CaseRow) -> Mapping[str, int]:
    """The three sums of a case by their kind, as corrected since it was accepted, in đồng.

    Raises:
        DeskError: ``store.damaged`` where its acceptance is not there.
    """
    accepted = reader.any_event(case.event)
    if accepted is None:
        raise DeskError("store.damaged")
    first = read_dossier_accepted(accepted).sums
    sums = {POSTAGE: first.postage_dong, COLLECTED: first.collected_dong, PASS_ON: first.pass_on_dong}
    for event in reader.case_events(case.dossier):
        if event.envelope.type == FeeCorrected.TYPE:
            put_right = FeeCorrected.of(event.body())
            sums[put_right.kind] += put_right.more_dong - put_right.back_dong
    return sums


def _payment(reader: Reader, case: CaseRow) -> DossierPayment:
    accepted = reader.any_event(case.event)
    if accepted is None:
        raise DeskError("store.damaged")
    return DossierPayment(read_dossier_accepted(accepted).payment)


def _ours(reader: Reader, dossier: str, elsewhere: str = "fees.not_accepted_here") -> CaseRow:
    case = known_case(reader, dossier, "fees.case_unknown")
    if case.source != _OURS:
        raise DeskError(elsewhere, "dossier", number=case.dossier)
    if case.state is CaseState.REVERSED:
        raise DeskError("reversal.already", "dossier")
    return case


def _cash(work: Work, at: Occasion, draft: CorrectionDraft) -> tuple[EventId, ...]:
    shift, how = at.shift.shift, Appending(at.user, happened=at.now)
    if draft.back_dong:
        return (work.append(CashPaid(shift, draft.back_dong, draft.kind), how).id,)
    return (work.append(CashReceived(shift, draft.more_dong, draft.kind), how).id,)
