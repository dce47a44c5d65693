"""Closing a receptacle over its items, with a seal and a weight, and opening it again before it was sent.

A receptacle holds what is of one service and nothing else, because nothing else has a way in: a number of the other service is as unknown
as one that nobody has. Numbers of receptacles and seals are used once, whichever service used them. This module must not know dispatches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.custody import Holder, HolderKind, State, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ReceptacleClosed, ReceptacleUndone
from kt1desk.domain.identifiers import receptacle_number, seal_number
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.approval_rules import check_approved, waits_for_approval
from kt1desk.services.bag_tag_paper import BAG_TAG, BAG_TAG_FORM, BagTagPaper, bag_tag_values
from kt1desk.services.custody_papers import check_paper, most_urgent, paper_head, queue_paper
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.custody_steps import (
    Occasion,
    heads,
    held_item,
    in_hand,
    may_step,
    numbers_once,
    occasion,
    standing_of,
    written,
)
from kt1desk.services.destinations import destination_of
from kt1desk.services.due import in_order
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.receptacle_numbers import check_seal, next_own_number, number_to_use
from kt1desk.services.rights import passes_on, require_now, require_point, takes_part
from kt1desk.services.sessions import Session

MAX_WEIGHT_G = 100_000
LEAVES_FROM = (
    State.ACCEPTED,
    State.APPROVED,
    State.STORED,
    State.ARRIVED,
    State.FORWARDED,
    State.RETURNING,
)
"""States from which an item can go into a receptacle."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that could leave.

    Attributes:
        hindered: code of what must be done first, "" for nothing.
        belongs: whether a receptacle to the point that was asked for is on its way; None where nobody knows or no point was named.
    """

    item: HeldItem
    hindered: str
    belongs: bool | None = None


@dataclass(frozen=True, slots=True)
class PackDraft:
    """A receptacle about to be closed. ``receptacle`` is the number on its tag, "" where it has none and the desk gives one."""

    receptacle: str
    seal: str
    weight_g: int
    to: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A closed receptacle: its event is on the disk and its tag is queued."""

    receptacle: str
    event: Event
    jobs: tuple[int, ...]


class Packing:
    """Closing receptacles and opening them again."""

    service: ClassVar[Service] = Service.KT1

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def candidates(self, session: Session, to: str = "") -> tuple[Candidate, ...]:
        """Items in the hands or places of this point that could leave, what must leave next first.

        Where an item goes is read from its cover: the point that delivers to its receiver comes with the list of agencies. Items for
        ``to`` come first; without it all are alike.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = self._require(session, Act.SEE_CUSTODY, reader)
            rows = in_order(
                row for row in reader.held(states=LEAVES_FROM, service=self.service) if not row.inside
            )
            ends = {row.item: self._goes_to(reader, row, on) if to else "" for row in rows}
        ordered = sorted(rows, key=lambda row: not to or ends[row.item] != to)
        goes_on = bool(to) and passes_on(self._reference.point(to, on), self.service)
        here = session.desk.point
        return tuple(
            Candidate(
                row,
                self._hindered(session, row, on),
                _belongs(ends[row.item], to, passes_on=goes_on and ends[row.item] != here),
            )
            for row in ordered
        )

    def next_number(self, session: Session) -> str:
        """The number that a receptacle without a printed tag would get now; it is not taken by asking.

        Raises:
            DeskError: ``receptacle.no_own_numbers``, rights.
        """
        with self._journal.read() as reader:
            self._require(session, Act.PACK_RECEPTACLE, reader)
            return next_own_number(reader, session.desk)

    def close(self, session: Session, draft: PackDraft) -> Packed:
        """Close a receptacle over its items.

        Raises:
            DeskError: ``receptacle.*``, ``approval.item_needed`` with ``number``, ``custody.*``, ``point.*``, ``shift.not_open``, rights,
                ``paper.text_does_not_fit``.
        """
        numbers = numbers_once(draft.items)
        seal = seal_number(draft.seal)
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            paper = self._tag(at, draft, seal, self._checked(reader, at, draft, numbers))
            paper = replace(paper, receptacle=number_to_use(reader, at, draft.receptacle))
        check_paper(self._documents, BAG_TAG, bag_tag_values(paper))
        with self._journal.work() as work:
            at = self._occasion(work, session)
            self._checked(work, at, draft, numbers)
            number = number_to_use(work, at, draft.receptacle)
            check_seal(work, seal, self.service)
            standings = [in_hand(work, at, each, Step.PACK) for each in numbers]
            inside = tuple((each.number, each.n + 1) for each in standings)
            fact = ReceptacleClosed(number, seal, draft.weight_g, draft.to, inside, at.point, at.shift.shift)
            event = written(work, at, fact, heads(standings))
            proved = replace(paper, receptacle=number).proved_by(event)
            job = queue_paper(work, BAG_TAG, number, bag_tag_values(proved))
            work.commit()
        return Packed(number, event, (job,))

    def undo(self, session: Session, receptacle: str, reason: str) -> Event:
        """Open a receptacle again that was not sent: its items are in the hands of whoever does it.

        Raises:
            DeskError: ``receptacle.number_shape``, ``custody.*``, ``code.unknown``, ``shift.not_open``, rights.
        """
        number = receptacle_number(receptacle)
        with self._journal.work() as work:
            at = self._occasion(work, session)
            check_code(self._reference.coded, CodeList.UNDO, reason, at.on)
            bag = may_step(work, ThingKind.RECEPTACLE, number, Step.UNDO, self.service)
            if bag.point != at.point:
                raise DeskError("custody.elsewhere", "receptacle", number=number)
            rows = work.items_in(number, service=self.service)
            inside = [may_step(work, ThingKind.ITEM, row.item, Step.UNPACK, self.service) for row in rows]
            items = tuple((each.number, each.n + 1) for each in inside)
            fact = ReceptacleUndone(number, bag.n + 1, items, reason, at.point, at.shift.shift)
            event = written(work, at, fact, heads([bag, *inside]))
            work.commit()
        return event

    def _tag(self, at: Occasion, draft: PackDraft, seal: str, items: tuple[HeldItem, ...]) -> BagTagPaper:
        return BagTagPaper(
            head=paper_head(self._reference, at, BAG_TAG_FORM),
            receptacle="",
            seal=seal,
            destination=self._reference.point(draft.to, at.on),
            weight_g=draft.weight_g,
            item_count=len(items),
            urgency=most_urgent(items),
            service=self.service,
        )

    def _checked(
        self, reader: Reader, at: Occasion, draft: PackDraft, numbers: tuple[str, ...]
    ) -> tuple[HeldItem, ...]:
        """Where it goes, how many items it holds, each of them, and whether the scale may have said this of them."""
        require_point(self._reference, at.session.desk, Act.PACK_RECEPTACLE, at.on, self.service)
        self._check_destination(draft.to, at)
        most = self._reference.setting_int("receptacle.items_max", at.on)
        if len(numbers) > most:
            raise DeskError("receptacle.too_many", "items", count=len(numbers), limit=most)
        items = tuple(self._checked_item(reader, at, number) for number in numbers)
        self._check_weight(draft.weight_g, items, at.on)
        return items

    def _checked_item(self, reader: Reader, at: Occasion, number: str) -> HeldItem:
        standing = standing_of(reader, ThingKind.ITEM, number, self.service)
        item = held_item(reader, number, self.service)
        if not item.known:
            raise DeskError("receptacle.item_unknown", "items", number=number)
        if standing.point == at.point:
            check_approved(self._reference, item, at.on)
        in_hand(reader, at, number, Step.PACK)
        return item

    def _occasion(self, reader: Reader, session: Session) -> Occasion:
        return occasion(reader, session, Act.PACK_RECEPTACLE, self._clock, self.service)

    def _require(self, session: Session, act: Act, reader: Reader) -> date:
        return require_now(session, act_for(self.service, act), reader.open_shift(), self._clock)

    def _check_destination(self, code: str, at: Occasion) -> None:
        if not code:
            raise DeskError("receptacle.no_destination", "to")
        if code == at.point:
            raise DeskError("receptacle.to_self", "to")
        point = self._reference.point(code, at.on)
        if not takes_part(point, self.service):
            raise DeskError("point.no_kt1", "to", point=point.name)

    def _check_weight(self, weight_g: int, items: Sequence[HeldItem], on: date) -> None:
        """A closed receptacle weighs what is in it and the bag; less, or much more, was weighed or typed wrongly.

        A result may never have been weighed, for its way is priced by rule; a bag with one of these has no upper end.
        """
        items_g = sum(item.weight_g for item in items)
        slack_g = self._reference.setting_int("receptacle.weight_slack_g", on)
        least_g = max(1, items_g - slack_g)
        most_g = items_g + self._reference.setting_int("receptacle.tare_max_g", on) + slack_g
        if not all(item.weight_g for item in items):
            most_g = MAX_WEIGHT_G
        if not least_g <= weight_g <= most_g:
            raise DeskError(
                "receptacle.weight_implausible", "weight", weight_g=weight_g, least_g=least_g, most_g=most_g
            )

    def _hindered(self, session: Session, item: HeldItem, on: date) -> str:
        if not item.known:
            return "receptacle.item_unknown"
        if waits_for_approval(self._reference, item, on):
            return "approval.item_needed"
        holder = Holder.parse(item.holder)
        is_mine = holder.name == session.actor.user_id
        return "custody.held_by_other" if holder.kind is HolderKind.PERSON and not is_mine else ""

    def _goes_to(self, reader: Reader, item: HeldItem, on: date) -> str:
        """The point that delivers it, by the list of agencies; for what goes back the point that accepted it; "" where nobody knows."""
        if item.returning and item.service is Service.KT1:
            return item.origin
        return destination_of(reader, self._reference, item, on).point


def _belongs(end: str, to: str, *, passes_on: bool) -> bool | None:
    """Whether what ends at a point belongs to another on the way; one that passes things on may well be on it."""
    if not end or (passes_on and end != to):
        return None
    return end == to
