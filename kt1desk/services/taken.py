"""An acceptance as it stands in the journal, seen by whoever wants to take it back: what it is, what was paid, whether it is still here.

This module must not know why it is taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.case import TABLE, CaseStep
from kt1desk.domain.custody import Custody, Holder, State, Step, ThingKind, after
from kt1desk.domain.dossier import Direction, DossierPayment, PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import DossierListed, read_dossier_accepted, read_lines
from kt1desk.domain.facts.dossier_money import FeeCorrected
from kt1desk.domain.facts.dossiers import PAPERS_PER_EVENT
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.permissions import Act, Actor, require
from kt1desk.domain.service import Service
from kt1desk.services.ports import Reader
from kt1desk.services.rows import DossierRow

KT1_CASH = "kt1"
POSTAGE, COLLECTED, PASS_ON = "postage", "collected", "pass_on"
"""Kinds of cash: three sums of a dossier are never mixed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over and may be taken back.

    Attributes:
        number: the item's, or the post's own of the case.
        items: the item, or the legs.
        cover: the item that was handed over and would be given back: the item itself, the sending leg of a case, "" for none.
        to: the point that was told of the acceptance of a case, "" for none.
        event: the acceptance.
        letter: ``A``, ``B``, ``C`` or "".
        customer: the sender's or applicant's name, "" where it was erased.
        refunds: cash that was received for it, by kind, in đồng; nothing where no cash was.
        line: key of the line of a list it came from, or "": a correction takes it over, so that the list is not accepted twice.
    """

    number: str
    items: tuple[str, ...]
    event: EventId
    service: str
    letter: str
    customer: str = field(repr=False)
    accepted_ms: int
    refunds: tuple[tuple[str, int], ...]
    line: str = ""
    is_dossier: bool = False
    cover: str = ""
    to: str = ""

    def is_here(self, reader: Reader) -> bool:
        """Whether it has not been taken back yet."""
        if self.is_dossier:
            row = reader.dossier(self.number)
            return (
                row is not None
                and row.state == Custody.HERE
                and is_case_here(reader, self.number, self.cover)
            )
        return is_item_here(reader, self.number)

    def last(self, reader: Reader) -> EventId:
        """The last event of its custody, the acceptance itself where nothing has happened since: what a reversal goes on from."""
        service = Service.TTHC if self.is_dossier else Service.KT1
        standing = reader.standing(self.cover, service=service) if self.cover else None
        return standing.head if standing is not None else self.event


def check_rights(actor: Actor, taken: Taken, on: date) -> None:
    """Whether somebody may take it back: whoever takes back an item with a letter must be allowed to accept one.

    Raises:
        DeskError: ``user.not_allowed``, ``user.clearance_missing``, ``user.clearance_expired``.
    """
    require(actor, Act.REVERSE_DOSSIER if taken.is_dossier else Act.REVERSE_ITEM, on)
    if taken.letter:
        require(actor, Act.ACCEPT_SECRET_ITEM, on)


def is_item_here(reader: Reader, number: str) -> bool:
    """Whether the acceptance of an item can still be taken back: by its state, and at the point that accepted it.

    What left and goes back to its sender is given back as a return, not unmade.
    """
    standing, held, desk = reader.standing(number), reader.held_item(number), reader.desk()
    if standing is None or held is None or desk is None or held.returning:
        return False
    here = Holder.parse(standing.holder).point == held.origin == desk.point
    return here and after(ThingKind.ITEM, standing.state, Step.REVERSE) is not None


def is_case_here(reader: Reader, number: str, cover: str) -> bool:
    """Whether the acceptance of a case can still be taken back: its authority knows nothing of it, its cover lies at this point.

    Fees that were passed on are the authority's: they cannot be given back from the drawer.
    """
    case, desk = reader.case(number), reader.desk()
    if case is None or desk is None or case.origin != desk.point or case.remitted_dong:
        return False
    if (case.state, CaseStep.REVERSE) not in TABLE:
        return False
    standing = reader.standing(cover, service=Service.TTHC) if cover else None
    if standing is None:
        return not cover
    here = Holder.parse(standing.holder).point == desk.point
    return here and after(ThingKind.ITEM, standing.state, Step.REVERSE) is not None


def is_accepted_here(reader: Reader, acceptance: EventId) -> bool:
    """Whether it was accepted at this very desk, and what was paid for it went into this drawer."""
    desk = reader.desk()
    return desk is not None and acceptance.device == desk.device


def item_taken(reader: Reader, number: str) -> Taken:
    """A KT1 item by its number.

    Raises:
        DeskError: ``reversal.unknown``, ``reversal.already``, ``reversal.gone`` for an item that is on its way or with somebody else;
            ``reversal.other_desk`` for one that another desk of the point accepted: what was paid lies in its drawer.
    """
    row = reader.item(normalise_number(number))
    if row is None:
        raise DeskError("reversal.unknown", "item")
    if row.state == State.REVERSED:
        raise DeskError("reversal.already", "item")
    if not is_item_here(reader, row.item):
        raise DeskError("reversal.gone", "item")
    if not is_accepted_here(reader, row.event):
        raise DeskError("reversal.other_desk", "item")
    paid = row.charge is not None and row.payment == Payment.CASH.value
    return Taken(
        number=row.item,
        items=(row.item,),
        event=row.event,
        service="KT1",
        letter=Secrecy(row.secrecy).letter,
        customer=row.sender.name if row.sender else "",
        accepted_ms=row.accepted_ms,
        refunds=((KT1_CASH, row.charge.total_dong),) if paid and row.charge else (),
        line=_said(reader, row.event, "line"),
        cover=row.item,
    )


def dossier_taken(reader: Reader, number: str) -> Taken:
    """A case by its own number or that of one of its legs.

    Raises:
        DeskError: ``reversal.unknown``, ``reversal.already``, ``reversal.other_point``, ``reversal.other_desk``;
            ``reversal.cover_gone`` where its cover has left the hands of this point or its authority has it.
    """
    row = reader.dossier(number.strip())
    if row is None:
        raise DeskError("reversal.unknown", "item")
    if row.state != Custody.HERE:
        raise DeskError("reversal.already", "item")
    case, desk = reader.case(row.dossier), reader.desk()
    if case is not None and desk is not None and case.origin != desk.point:
        raise DeskError("reversal.other_point", "item")
    if not is_accepted_here(reader, row.event):
        raise DeskError("reversal.other_desk", "item")
    cover = next((leg.item for leg in row.legs if leg.direction == Direction.SEND.value), "")
    if not is_case_here(reader, row.dossier, cover):
        raise DeskError("reversal.cover_gone", "item")
    return Taken(
        number=row.dossier,
        items=tuple(leg.item for leg in row.legs),
        event=row.event,
        service="Hồ sơ TTHC",
        letter="",
        customer=row.applicant,
        accepted_ms=row.accepted_ms,
        refunds=cash_of(reader, row),
        line=_said(reader, row.event, "line"),
        is_dossier=True,
        cover=cover,
        to=_said(reader, row.event, "to"),
    )


def cash_of(reader: Reader, row: DossierRow) -> tuple[tuple[str, int], ...]:
    """What lies in cash for a case, by kind, as it was put right since; kinds of nothing are left out.

    Never more than the sum has left: what went back by transfer does not go back from the drawer once more.
    """
    sums = {
        POSTAGE: row.sums.postage_dong,
        COLLECTED: row.sums.collected_dong,
        PASS_ON: row.sums.pass_on_dong,
    }
    cash = dict(sums) if row.payment == DossierPayment.CASH.value else dict.fromkeys(sums, 0)
    for event in reader.case_events(row.dossier):
        if event.envelope.type == FeeCorrected.TYPE:
            corrected = FeeCorrected.of(event.body())
            more_dong = corrected.more_dong - corrected.back_dong
            sums[corrected.kind] += more_dong
            cash[corrected.kind] += more_dong if corrected.payment == DossierPayment.CASH.value else 0
    left = ((kind, min(amount_dong, sums[kind])) for kind, amount_dong in cash.items())
    return tuple((kind, amount_dong) for kind, amount_dong in left if amount_dong > 0)


def listed_papers(reader: Reader, acceptance: Event) -> tuple[PaperLine, ...]:
    """The list of papers of a case: it stands in the events that follow the acceptance at once, for one transaction wrote them.

    Raises:
        DeskError: ``store.damaged`` where another event stands in such a place.
    """
    first, made = acceptance.id, list[PaperLine]()
    count = read_dossier_accepted(acceptance).papers
    for step in range(1, -(-count // PAPERS_PER_EVENT) + 1):
        part = reader.event(replace(first, seq=first.seq + step))
        if part is None or part.envelope.type != DossierListed.TYPE:
            raise DeskError("store.damaged")
        made.extend(read_lines(part.body()))
    return tuple(made)


def _said(reader: Reader, acceptance: EventId, part: str) -> str:
    """A text of the acceptance, "" where it has none."""
    event = reader.event(acceptance)
    return str(event.body().get(part, "")) if event is not None else ""
