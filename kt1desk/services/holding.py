"""Who holds what, and where: the answer at any moment, putting an item into a safe, and handing it to somebody else of the point.

This module must not know how a password is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import Holder, HolderKind, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemHanded, ItemStored
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_papers import check_paper, handed, paper_head, queue_one_of_several
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.custody_steps import (
    Occasion,
    check_giver,
    held_item,
    in_hand,
    may_step,
    numbers_once,
    occasion,
    written,
)
from kt1desk.services.due import in_order
from kt1desk.services.handover_paper import HANDOVER_FORM, HANDOVER_SLIP, HandoverPaper, handover_values
from kt1desk.services.ports import Clock, Documents, Journal, Reader, Work
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

PLACES = "safes"
"""The register of safes, cabinets and shelves."""


@dataclass(frozen=True, slots=True)
class Held:
    """One holder and all he answers for, what must leave next first."""

    holder: Holder
    count: int
    items: tuple[HeldItem, ...]


@dataclass(frozen=True, slots=True)
class HoldingView:
    """Everything this point answers for.

    Attributes:
        holders: persons first, then places, receptacles and trips that left here, each by its reference.
        total: how many items these are together.
    """

    holders: tuple[Held, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Handed:
    """Items that changed hands, and the print job of the slip that both sign."""

    events: tuple[Event, ...]
    jobs: tuple[int, ...]


class Holding:
    """Holders, places, hand to hand."""

    service: ClassVar[Service] = Service.KT1

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._rules = Confirmations(reference, clock)

    def view(self, session: Session) -> HoldingView:
        """Who holds what of this point now.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            found = tuple(
                Held(Holder.parse(text), count, tuple(in_order(reader.held(text, service=self.service))))
                for text, count in reader.holders(service=self.service)
            )
        order = list(HolderKind)
        ranked = sorted(found, key=lambda held: (order.index(held.holder.kind), held.holder.ref))
        return HoldingView(tuple(ranked), sum(held.count for held in found))

    def places(self, session: Session) -> tuple[str, ...]:
        """Codes of the safes, cabinets and shelves of the point.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            return tuple(row.entry for row in reader.register_rows(PLACES))

    def store(self, session: Session, item: str, place: str, *, scan: bool = False) -> Event:
        """Put an item into a place of the register.

        Args:
            session: who puts it there.
            item: its number.
            place: code of the place.
            scan: whether its label was scanned for it.

        Raises:
            DeskError: ``custody.*``, ``shift.not_open``, rights.
        """
        number = normalise_number(item)
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.STORE_ITEM)
            if not any(row.entry == place for row in work.register_rows(PLACES)):
                raise DeskError("custody.place_unknown", "place", place=place)
            standing = in_hand(work, at, number, Step.STORE)
            fact = ItemStored(number, standing.n + 1, at.point, at.shift.shift, place, scan)
            event = written(work, at, fact, (standing.head,))
            work.commit()
        return event

    def hand(self, session: Session, items: Sequence[str], taker: Confirmed, *, scan: bool = False) -> Handed:
        """Hand items to another user of the point, who confirmed; a slip is printed that both sign.

        Whoever holds them gives them. Where he is gone, the head or a controller of the point gives them in his place.

        Raises:
            DeskError: ``custody.*``, ``approval.*``, ``shift.not_open``, ``paper.text_does_not_fit``, rights of both.
        """
        numbers, act = numbers_once(items), act_for(self.service, Act.HAND_OVER_ITEM)
        if taker.manner is not Manner.SPOT:
            raise DeskError("approval.not_in_person", "second", act=act.value)
        with self._journal.read() as reader:
            at = self._occasion(reader, session, Act.HAND_OVER_ITEM)
            slip = self._slip(reader, at, numbers, taker.second)
        check_paper(self._documents, HANDOVER_SLIP, handover_values(slip))
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.HAND_OVER_ITEM)
            self._rules.check(work, session, Asked(act, numbers), taker)
            made = tuple(_hand(work, at, _given(work, at, number), taker.second, scan) for number in numbers)
            values = handover_values(slip.proved_by(made[-1]))
            job = queue_one_of_several(work, HANDOVER_SLIP, numbers[0], values, made[-1].id.seq)
            work.commit()
        return Handed(made, (job,))

    def _slip(self, reader: Reader, at: Occasion, numbers: tuple[str, ...], taker: str) -> HandoverPaper:
        """One slip for all of them; it is proved by the last event, whose chain holds the others."""
        row = reader.user(taker)
        return HandoverPaper(
            head=paper_head(self._reference, at, HANDOVER_FORM),
            giver=at.session.name,
            taker=row.name if row is not None else taker,
            reason="",
            place="",
            things=tuple(handed(held_item(reader, number, self.service)) for number in numbers),
            service=self.service,
        )

    def _occasion(self, reader: Reader, session: Session, act: Act) -> Occasion:
        return occasion(reader, session, act, self._clock, self.service)

    def _require_sight(self, session: Session, reader: Reader) -> None:
        require_now(session, act_for(self.service, Act.SEE_CUSTODY), reader.open_shift(), self._clock)


def _given(reader: Reader, at: Occasion, number: str) -> StandingRow:
    standing = may_step(reader, ThingKind.ITEM, number, Step.HAND, at.service)
    check_giver(standing.holder, at, number)
    return standing


def _hand(work: Work, at: Occasion, standing: StandingRow, taker: str, scan: bool) -> Event:
    fact = ItemHanded(standing.number, standing.n + 1, at.point, at.shift.shift, taker, scan)
    return written(work, at, fact, (standing.head,), second=taker)
