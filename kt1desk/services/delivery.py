"""Writing down what became of an item that was offered: given into the hands it is for, or offered in vain.

This module must not know who may do it, nor how it came to the postman.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kt1desk.domain import custody
from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemAttempted, ItemDelivered
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.registers import RECEIVERS
from kt1desk.services.custody_rows import RoundRow, StandingRow
from kt1desk.services.custody_steps import Occasion, check_in_hand, held_item, may_step
from kt1desk.services.delivery_rules import (
    DeliveryDraft,
    check_named,
    check_party,
    check_registered,
    round_of,
    signature_reference,
    taker_fields,
)
from kt1desk.services.destinations import destination_of
from kt1desk.services.ports import Appending, Reader, Work


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt in vain: ``reason`` is coded, ``round`` the delivery list, "" to look it up."""

    item: str
    reason: str
    round: str = ""
    scan: bool = False


def write_delivery(work: Work, at: Occasion, reference: ReferenceData, draft: DeliveryDraft) -> Event:
    """The item is where it should be: the post is done.

    Raises:
        DeskError: ``delivery.*``, ``round.*``, ``custody.*``, ``text.*``.
    """
    said = replace(draft, item=normalise_number(draft.item))
    row, standing = _offered(work, at, said.round, said.item, Step.DELIVER)
    item = held_item(work, said.item)
    to = destination_of(work, reference, item, at.on)
    which = check_party(said, to)
    named = check_named(said, item, which)
    taker = taker_fields(said, to)
    check_registered(work.register_rows(RECEIVERS), to, taker["name"], at.on)
    fact = ItemDelivered(
        item=said.item,
        n=standing.n + 1,
        point=at.point,
        shift=at.shift.shift,
        party=which,
        reference=signature_reference(said, row),
        round=row.round if row is not None else "",
        origin=item.origin,
        named=named,
        scan=said.scan,
    )
    beside = {"taker": taker}
    return work.append(
        fact, Appending(at.user, parents=(standing.head,), happened=at.now, particulars=beside)
    )


def write_attempt(work: Work, at: Occasion, tried: Attempt) -> Event:
    """The item was offered in vain; the postman still has it.

    Raises:
        DeskError: ``round.*``, ``custody.*``.
    """
    row, standing = _offered(work, at, tried.round, tried.item, Step.ATTEMPT)
    fact = ItemAttempted(
        item=tried.item,
        n=standing.n + 1,
        point=at.point,
        shift=at.shift.shift,
        round=row.round if row is not None else "",
        reason=tried.reason,
        attempt=work.attempts(tried.item) + 1,
        origin=held_item(work, tried.item).origin,
        scan=tried.scan,
    )
    return work.append(fact, Appending(at.user, parents=(standing.head,), happened=at.now))


def _offered(
    reader: Reader, at: Occasion, named: str, number: str, step: Step
) -> tuple[RoundRow | None, StandingRow]:
    """Where an item stands, and the list its postman has it on; None where it is given away at the counter."""
    standing = may_step(reader, ThingKind.ITEM, number, step)
    named = named or _with_postman(reader, at, standing)
    if standing.state is State.OUT or named:
        row = round_of(reader, named, number)
        if standing.holder != custody.person(at.point, row.postman):
            raise DeskError("round.not_with_postman", "items", number=number)
        return row, standing
    check_in_hand(standing.holder, at, number)
    return None, standing


def _with_postman(reader: Reader, at: Occasion, standing: StandingRow) -> str:
    """The list of a postman who tries once more before he comes back, "" for an item that is in nobody's round."""
    if standing.state is not State.ATTEMPTED:
        return ""
    for row in reader.rounds(only_open=True):
        if standing.number in row.items and standing.holder == custody.person(at.point, row.postman):
            return row.round
    return ""
