"""Delivery: lists of items given to a postman, what became of each, and what he gives back at the end.

The postman confirms with his own password that he takes items over and that he gives them back; where a point has one person he is that
person, and nobody is left to confirm. This module must not know how a password is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from kt1desk.domain import custody
from kt1desk.domain.coded import CodeList, check_code, list_for
from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.due import Due
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemBroughtBack, Party, RoundStarted
from kt1desk.domain.identifiers import LocalKind, normalise_number
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.approval_rules import check_approved, waits_for_approval
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_rows import HeldItem, RoundRow, StandingRow
from kt1desk.services.custody_steps import (
    Occasion,
    check_giver,
    heads,
    held_item,
    may_step,
    next_local_number,
    numbers_once,
    occasion,
    written,
)
from kt1desk.services.delivery import Attempt, write_attempt, write_delivery
from kt1desk.services.delivery_rules import DeliveryDraft, round_of
from kt1desk.services.destinations import destination_of
from kt1desk.services.due import DueClock, DueItem
from kt1desk.services.ports import Clock, Documents, Journal, Reader, Work
from kt1desk.services.rights import require_now, require_point
from kt1desk.services.round_lines import goes_out, round_line
from kt1desk.services.round_paper import (
    ROUND_LIST,
    ROUND_LIST_FORM,
    RoundItem,
    RoundPaper,
    round_values,
)
from kt1desk.services.sessions import Session

GOES_OUT_FROM = (
    State.ACCEPTED,
    State.APPROVED,
    State.STORED,
    State.ARRIVED,
    State.ATTEMPTED,
    State.FORWARDED,
    State.RETURNING,
)
"""States from which an item can be given to a postman."""


@dataclass(frozen=True, slots=True)
class RoundCandidate:
    """An item that could go out.

    Attributes:
        receiver: whom it goes to; None where it is not known here.
        hindered: code of what must be done first, "" for nothing.
        warning: ``round.other_point`` where another point delivers there, ``round.point_unknown`` where nobody knows, else "".
    """

    item: HeldItem
    due: Due
    receiver: Party | None = field(repr=False)
    hindered: str
    warning: str


@dataclass(frozen=True, slots=True)
class Started:
    """A delivery list: its event is on the disk, its paper is queued. ``elsewhere`` are items for which another point delivers."""

    round: str
    event: Event
    jobs: tuple[int, ...]
    elsewhere: tuple[str, ...]


class Rounds:
    """The use cases of delivery."""

    service: ClassVar[Service] = Service.KT1

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._rules = Confirmations(reference, clock)

    def candidates(self, session: Session) -> tuple[RoundCandidate, ...]:
        """Items of this point that could be given to a postman; those for which this point delivers first, each by what must leave next.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = self._require(session, Act.START_ROUND, reader)
            clock = DueClock.at(self._reference, on, self._clock.now().utc_ms)
            held = reader.held(states=GOES_OUT_FROM, service=self.service)
            rows = [row for row in held if not row.inside and goes_out(row)]
            here = session.desk.point
            made = [self._candidate(reader, found, here, on) for found in clock.listed(reader, rows)]
        return tuple(sorted(made, key=lambda row: bool(row.warning)))

    def rounds(self, session: Session, *, only_open: bool = True) -> tuple[RoundRow, ...]:
        """Delivery lists of this desk, newest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require(session, Act.SEE_CUSTODY, reader)
            return tuple(reader.rounds(only_open=only_open, service=self.service))

    def start(self, session: Session, postman: Confirmed | None, items: Sequence[str]) -> Started:
        """Give items to a postman, in the order in which he delivers them; the list is printed.

        Args:
            session: who gives.
            postman: who took them and confirmed it; None where the point has one person, who delivers himself.
            items: their numbers.

        Raises:
            DeskError: ``round.*``, ``custody.*``, ``approval.*``, ``point.not_delivering``, ``shift.not_open``,
                ``paper.text_does_not_fit``, rights of both.
        """
        numbers = numbers_once(items)
        with self._journal.read() as reader:
            at = self._occasion(reader, session, Act.START_ROUND)
            _check_size(self._reference, at, numbers)
            paper, elsewhere = self._list(reader, at, self._postman(reader, at, postman, numbers), numbers)
        check_paper(self._documents, ROUND_LIST, round_values(paper))
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.START_ROUND)
            taker = self._postman(work, at, postman, numbers)
            given = [self._given(work, at, number) for number in numbers]
            name = next_local_number(work, LocalKind.ROUND, at)
            lines = tuple((row.number, row.n + 1) for row in given)
            fact = RoundStarted(name, taker, lines, at.point, at.shift.shift)
            second = postman.second if postman is not None else ""
            event = written(work, at, fact, heads(given), second=second)
            proved = replace(paper, round=name).proved_by(event)
            job = queue_paper(work, ROUND_LIST, name, round_values(proved))
            work.commit()
        return Started(name, event, (job,), elsewhere)

    def deliver(self, session: Session, draft: DeliveryDraft) -> Event:
        """An item is in the hands it is for, or back in those of its sender: the post is done.

        Raises:
            DeskError: ``delivery.*``, ``round.*``, ``custody.*``, ``text.*``, ``point.not_delivering``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._occasion(work, session, Act.DELIVER_ITEM)
            event = self.write_delivery(work, at, draft)
            work.commit()
        return event

    def attempt(
        self, session: Session, item: str, reason: str, round_number: str = "", *, scan: bool = False
    ) -> Event:
        """An item was offered at its address in vain: that stops its clock, and the postman still has it.

        Raises:
            DeskError: ``code.unknown``, ``round.*``, ``custody.*``, ``shift.not_open``, rights.
        """
        tried = Attempt(normalise_number(item), reason, round_number, scan)
        with self._journal.work() as work:
            at = occasion(work, session, Act.DELIVER_ITEM, self._clock, self.service)
            check_code(self._reference.coded, list_for(CodeList.ATTEMPT, self.service), reason, at.on)
            event = write_attempt(work, at, tried)
            work.commit()
        return event

    def bring_back(
        self, session: Session, items: Sequence[str], postman: Confirmed | None, *, scan: bool = False
    ) -> tuple[Event, ...]:
        """The postman gives back what he could not deliver, offered or not; all of it or nothing.

        Raises:
            DeskError: ``round.*``, ``custody.*``, ``approval.*``, ``shift.not_open``, rights of both.
        """
        numbers = numbers_once(items)
        with self._journal.work() as work:
            at = occasion(work, session, Act.START_ROUND, self._clock, self.service)
            giver = self._postman(work, at, postman, numbers)
            made = tuple(self._brought(work, at, giver, number, scan=scan) for number in numbers)
            work.commit()
        return made

    def write_delivery(self, work: Work, at: Occasion, draft: DeliveryDraft) -> Event:
        """What the service writes of an item that was given away; see `deliver`."""
        return write_delivery(work, at, self._reference, draft)

    def _occasion(self, reader: Reader, session: Session, act: Act) -> Occasion:
        """At a point that delivers."""
        at = occasion(reader, session, act, self._clock, self.service)
        require_point(self._reference, session.desk, act, at.on, self.service)
        return at

    def _require(self, session: Session, act: Act, reader: Reader) -> date:
        return require_now(session, act_for(self.service, act), reader.open_shift(), self._clock)

    def _candidate(self, reader: Reader, found: DueItem, here: str, on: date) -> RoundCandidate:
        to = destination_of(reader, self._reference, found.item, on)
        hindered = "round.no_receiver" if to.party is None or not found.item.known else ""
        if waits_for_approval(self._reference, found.item, on):
            hindered = "approval.item_needed"
        warning = "" if to.point == here else "round.other_point" if to.point else "round.point_unknown"
        return RoundCandidate(found.item, found.due, to.party, hindered, warning)

    def _brought(self, work: Work, at: Occasion, giver: str, number: str, *, scan: bool) -> Event:
        standing = may_step(work, ThingKind.ITEM, number, Step.BRING_BACK, at.service)
        if standing.holder != custody.person(at.point, giver):
            raise DeskError("round.not_with_postman", "items", number=number)
        name = round_of(work, "", number, at.service).round
        fact = ItemBroughtBack(number, standing.n + 1, at.point, at.shift.shift, name, scan)
        second = giver if giver != at.user else ""
        return written(work, at, fact, (standing.head,), second=second)

    def _postman(
        self, reader: Reader, at: Occasion, postman: Confirmed | None, numbers: tuple[str, ...]
    ) -> str:
        """Who delivers: whoever confirmed, or the one person of the point."""
        if postman is None:
            if not self._rules.is_one_person(at.session, at.on):
                raise DeskError("round.postman_needed", "postman")
            return at.user
        self._rules.check(
            reader, at.session, Asked(act_for(self.service, Act.DELIVER_ITEM), numbers), postman
        )
        return postman.second

    def _given(self, reader: Reader, at: Occasion, number: str) -> StandingRow:
        standing = may_step(reader, ThingKind.ITEM, number, Step.GIVE, at.service)
        check_giver(standing.holder, at, number)
        item = held_item(reader, number, at.service)
        if not goes_out(item):
            raise DeskError("round.not_delivered", "items", number=number)
        check_approved(self._reference, item, at.on)
        return standing

    def _list(
        self, reader: Reader, at: Occasion, postman: str, numbers: tuple[str, ...]
    ) -> tuple[RoundPaper, tuple[str, ...]]:
        """The paper, and the items for which another point delivers."""
        lines: list[RoundItem] = []
        elsewhere: list[str] = []
        for number in numbers:
            self._given(reader, at, number)
            item = held_item(reader, number, at.service)
            to = destination_of(reader, self._reference, item, at.on)
            if (
                to.party is None or not item.known
            ):  # its letter may be A, whatever address it was forwarded to
                raise DeskError("round.no_receiver", "items", number=number)
            if to.point != at.point:
                elsewhere.append(number)
            lines.append(round_line(reader, item, to.party))
        row = reader.user(postman)
        head = paper_head(self._reference, at, ROUND_LIST_FORM)
        name = next_local_number(reader, LocalKind.ROUND, at)
        paper = RoundPaper(
            head, name, row.name if row is not None else postman, "", tuple(lines), self.service
        )
        return paper, tuple(elsewhere)


def _check_size(reference: ReferenceData, at: Occasion, numbers: tuple[str, ...]) -> None:
    most = reference.setting_int("round.items_max", at.on)
    if len(numbers) > most:
        raise DeskError("round.too_many", "items", limit=most)
