"""Collected fees given to their authority: which cases, how much, by which way; the cash leaves the drawer as a kind of its own.

Used where fees are remitted by themselves and where they go along with a hand-over (QĐ 45/2016/QĐ-TTg, Điều 11). This module must not
know when somebody remits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import CashPaid, FeesRemitted
from kt1desk.domain.facts.authority import OFFICER
from kt1desk.domain.identifiers import LocalKind
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority as authority_row
from kt1desk.domain.shift import Drawer
from kt1desk.domain.text import clean, required
from kt1desk.services.case_rows import FeeDue
from kt1desk.services.case_steps import next_case_number
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.officers import officer_fields
from kt1desk.services.ports import Appending, Documents, Reader, Work
from kt1desk.services.record_check import require_sound
from kt1desk.services.remittance_paper import (
    REMITTANCE_LIST,
    REMITTANCE_LIST_FORM,
    RemittancePaper,
    RemittedFee,
    remittance_values,
)
from kt1desk.services.shifts import needed_shift
from kt1desk.services.wording_tthc import dossier_payment_name

REMITTED = "remitted"
"""Kind of cash that leaves the drawer for an authority: neither taken from an applicant nor given back to him."""
MAX_REFERENCE = 40


@dataclass(frozen=True, slots=True)
class RemitDraft:
    """What is to be passed on.

    Attributes:
        dossiers: the cases, all of whose money that is still here goes.
        manner: in cash at the authority's desk, or by transfer.
        reference: number of the authority's receipt, or of the transfer order.
        officer_name, officer_position: who took the cash; nobody is named for a transfer.
        handover: the hand-over record it goes along with, "" for none.
    """

    authority: str
    dossiers: tuple[str, ...]
    manner: DossierPayment = DossierPayment.CASH
    reference: str = ""
    officer_name: str = field(default="", repr=False)
    officer_position: str = field(default="", repr=False)
    handover: str = ""


@dataclass(frozen=True, slots=True)
class Remitted:
    """Money that was passed on: its event is written, its list is queued."""

    remittance: str
    event: Event
    total_dong: int
    jobs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Remitting:
    """Where money is passed on: the transaction, the occasion, by which rules, on which paper."""

    work: Work
    at: Occasion
    reference: ReferenceData
    documents: Documents
    follows: tuple[EventId, ...] = ()
    """Events that it goes along with: the hand-over record, where it does."""

    def write(self, draft: RemitDraft) -> Remitted:
        """Cash out, the remittance, its list; the caller commits.

        Raises:
            DeskError: ``fees.nothing``, ``fees.twice`` and ``fees.not_due`` with ``number``, ``fees.too_many`` with ``limit``,
                ``fees.drawer_short`` with ``missing_dong``, ``reference.authority_unknown``, ``text.*``, ``paper.text_does_not_fit``.
        """
        at = self.at
        authority = authority_row(self.reference, draft.authority, at.on)
        cases = self._cases(draft)
        require_sound(self.work)
        is_cash = draft.manner is DossierPayment.CASH
        said = clean if is_cash else required
        reference = said(draft.reference, "fee_reference", MAX_REFERENCE).upper()
        officer = officer_fields(draft.officer_name, draft.officer_position) if is_cash else {}
        total_dong = sum(case.amount_dong for case in cases)
        name = next_case_number(self.work, LocalKind.REMITTANCE, at)
        paid = self._paid(total_dong) if is_cash else ()
        fact = FeesRemitted(
            remittance=name,
            authority=draft.authority,
            cases=tuple((case.dossier, case.amount_dong) for case in cases),
            total_dong=total_dong,
            manner=draft.manner.value,
            point=at.point,
            shift=at.shift.shift,
            reference=reference,
            handover=draft.handover,
        )
        beside = {OFFICER: officer} if officer else None
        how = Appending(at.user, parents=(*self.follows, *paid), happened=at.now, particulars=beside)
        event = self.work.append(fact, how)
        paper = RemittancePaper(
            head=paper_head(self.reference, at, REMITTANCE_LIST_FORM),
            number=name,
            authority=authority.name,
            officer=officer.get("name", ""),
            manner=dossier_payment_name(draft.manner),
            fees=tuple(map(_line, cases)),
            reference=reference,
            handover=draft.handover,
            zero_tens=self.reference.zero_tens(at.on),
        )
        values = remittance_values(paper.proved_by(event))
        check_paper(self.documents, REMITTANCE_LIST, values)
        return Remitted(name, event, total_dong, (queue_paper(self.work, REMITTANCE_LIST, name, values),))

    def _cases(self, draft: RemitDraft) -> tuple[FeeDue, ...]:
        most = self.reference.setting_int("handover.items_max", self.at.on)
        if not draft.dossiers:
            raise DeskError("fees.nothing", "dossiers")
        if len(draft.dossiers) > most:
            raise DeskError("fees.too_many", "dossiers", limit=most)
        return due_of(self.work, draft.authority, draft.dossiers)

    def _paid(self, total_dong: int) -> tuple[EventId, ...]:
        shift = needed_shift(self.work)
        left_dong = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong - total_dong
        if left_dong < 0:
            raise DeskError("fees.drawer_short", "dossiers", missing_dong=-left_dong)
        fact = CashPaid(shift.shift, total_dong, REMITTED)
        return (self.work.append(fact, Appending(self.at.user, happened=self.at.now)).id,)


def due_of(reader: Reader, authority: str, dossiers: Sequence[str]) -> tuple[FeeDue, ...]:
    """The money of cases that is still here for an authority, the oldest first.

    Raises:
        DeskError: ``fees.twice``, ``fees.not_due`` with ``number``: nothing was collected for it, or it was passed on before.
    """
    due = {row.dossier: row for row in reader.fees_due(authority)}
    for number in dossiers:
        if number not in due:
            raise DeskError("fees.not_due", "dossiers", number=number)
        if dossiers.count(number) > 1:
            raise DeskError("fees.twice", "dossiers", number=number)
    wanted = frozenset(dossiers)
    return tuple(row for number, row in due.items() if number in wanted)


def _line(case: FeeDue) -> RemittedFee:
    return RemittedFee(case.dossier, case.accepted_ms, case.amount_dong, case.official, case.receipt)
