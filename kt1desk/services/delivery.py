"""Writing down what became of an item that was offered: given into the hands it is for, or offered in vain.

This module must not know who may do it, nor how it came to the postman.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kt1desk.domain import custody
from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemAttempted, ItemDelivered
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.registers import RECEIVERS
from kt1desk.services.custody_rows import HeldItem, RoundRow, StandingRow
from kt1desk.services.custody_steps import Occasion, check_in_hand, held_item, may_step, written
from kt1desk.services.delivery_rules import (
    DeliveryDraft,
    check_named,
    check_party,
    check_registered,
    round_of,
    signature_reference,
    taker_fields,
)
from kt1desk.services.destinations import Destination, destination_of
from kt1desk.services.ports import Reader, Work


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt in vain: ``reason`` is coded, ``round`` the delivery list, "" to look it up."""

    item: str
    reason: str
    round: str = ""
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Giving:
    """An item about to be given away: as it was entered, where it stands, the list it is on, and where it must go."""

    said: DeliveryDraft
    standing: StandingRow
    row: RoundRow | None
    item: HeldItem
    to: Destination
    which: str

    def fact(self, at: Occasion, *, named: bool = False) -> ItemDelivered:
        """What is written of it; ``named`` is that only the named person might take it, and did.

        Raises:
            DeskError: ``delivery.reference``.
        """
        return ItemDelivered(
            item=self.said.item,
            n=self.standing.n + 1,
            point=at.point,
            shift=at.shift.shift,
            party=self.which,
            reference=signature_reference(self.said, self.row),
            round=self.row.round if self.row is not None else "",
            origin=self.item.origin,
            named=named,
            scan=self.said.scan,
        )

    def write(self, work: Work, at: Occasion, fact: Fact, taker: Mapping[str, str]) -> Event:
        """Write it, with who took it beside."""
        return written(work, at, fact, (self.standing.head,), beside={"taker": taker})


def giving(work: Work, at: Occasion, reference: ReferenceData, draft: DeliveryDraft) -> Giving:
    """What is given away, if whoever acts or the postman has it and it goes to the party that is said.

    Raises:
        DeskError: ``delivery.party``, ``round.*``, ``custody.*``.
    """
    said = replace(draft, item=normalise_number(draft.item))
    row, standing = _offered(work, at, said.round, said.item, Step.DELIVER)
    item = held_item(work, said.item, at.service)
    to = destination_of(work, reference, item, at.on)
    return Giving(said, standing, row, item, to, check_party(said, to))


def write_delivery(work: Work, at: Occasion, reference: ReferenceData, draft: DeliveryDraft) -> Event:
    """The item is where it should be: the post is done.

    Raises:
        DeskError: ``delivery.*``, ``round.*``, ``custody.*``, ``text.*``.
    """
    given = giving(work, at, reference, draft)
    named = check_named(given.said, given.item, given.which)
    taker = taker_fields(given.said, given.to)
    check_registered(work.register_rows(RECEIVERS), given.to, taker["name"], at.on)
    return given.write(work, at, given.fact(at, named=named), taker)


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
        attempt=work.attempts(tried.item, service=at.service) + 1,
        origin=held_item(work, tried.item, at.service).origin,
        scan=tried.scan,
    )
    return written(work, at, fact, (standing.head,))


def _offered(
    reader: Reader, at: Occasion, named: str, number: str, step: Step
) -> tuple[RoundRow | None, StandingRow]:
    """Where an item stands, and the list its postman has it on; None where it is given away at the counter."""
    standing = may_step(reader, ThingKind.ITEM, number, step, at.service)
    named = named or _with_postman(reader, at, standing)
    if standing.state is State.OUT or named:
        row = round_of(reader, named, number, at.service)
        if standing.holder != custody.person(at.point, row.postman):
            raise DeskError("round.not_with_postman", "items", number=number)
        return row, standing
    check_in_hand(standing.holder, at, number)
    return None, standing


def _with_postman(reader: Reader, at: Occasion, standing: StandingRow) -> str:
    """The list of a postman who tries once more before he comes back, "" for an item that is in nobody's round."""
    if standing.state is not State.ATTEMPTED:
        return ""
    for row in reader.rounds(only_open=True, service=at.service):
        if standing.number in row.items and standing.holder == custody.person(at.point, row.postman):
            return row.round
    return ""
