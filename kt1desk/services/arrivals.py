"""Receiving a dispatch: receptacles taken over from whoever brought them, opened, their items confirmed one by one, the arrival closed.

What came before its data is taken by its label; the dispatch completes it when it is known. What is missing, too many, damaged, or has
another seal, needs an incident record before the arrival can be closed. A scan that says nothing new writes nothing.

This module must not know how incidents are recorded (`kt1desk.services.incidents`), nor how data travels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    DispatchArrived,
    ItemArrived,
    ReceptacleOpened,
    ReceptacleReceived,
)
from kt1desk.domain.identifiers import (
    LocalKind,
    judge_number,
    read_local_number,
    receptacle_number,
    seal_number,
)
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.text import as_name, required
from kt1desk.services.arrival_matching import (
    ScanOutcome,
    brought_by,
    condition_of,
    find,
    giver_of,
    is_already,
    is_known,
    next_step,
    was_sent_here,
)
from kt1desk.services.arrival_view import (
    INTACT,
    ITEM_CONDITIONS,
    ArrivalView,
    Wrong,
    arrival_of,
)
from kt1desk.services.custody_rows import DispatchRow, StandingRow
from kt1desk.services.custody_steps import Occasion, may_step, occasion, written
from kt1desk.services.packing import MAX_WEIGHT_G
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import passes_on, require_now, require_point
from kt1desk.services.sessions import Session

MAX_NAME = 80
_NAMED = 5
"""Numbers that a sentence can hold; the page shows all."""


@dataclass(frozen=True, slots=True)
class ReceiveDraft:
    """A receptacle as it is taken over. ``seal`` is as found, "" where there is none; ``giver`` is a natural person's name."""

    receptacle: str
    seal: str
    weight_g: int
    condition: str
    giver: str = field(repr=False)
    dispatch: str = ""
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """A receptacle in this point's hands. ``event`` is None where it was so before: nothing was written then."""

    receptacle: str
    event: Event | None
    condition: str
    known: bool


@dataclass(frozen=True, slots=True)
class ArrivalScan:
    """What became of a scan: ``dispatch`` sent the item, "" where none is known; ``event`` is None where nothing was new."""

    outcome: ScanOutcome
    item: str
    dispatch: str
    event: Event | None


class Arrivals:
    """Everything at the receiving end."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def expected(self, session: Session) -> tuple[DispatchRow, ...]:
        """Dispatches on their way to this point or being received, the oldest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            rows = reader.dispatches(incoming=True, states=(State.SENT,), service=self.service)
        return tuple(sorted(rows, key=lambda row: (row.sent_ms, row.dispatch)))

    def view(self, session: Session, dispatch: str) -> ArrivalView:
        """How the arrival of a dispatch stands.

        Raises:
            DeskError: ``number.local_shape``, ``dispatch.unknown``, ``dispatch.not_for_here``, rights.
        """
        number = read_local_number(LocalKind.DISPATCH, dispatch)
        with self._journal.read() as reader:
            self._require_sight(session, reader)
            return arrival_of(reader, session.desk.point, number, self.service)

    def receive(self, session: Session, draft: ReceiveDraft) -> Received:
        """Take a receptacle over, as it is found.

        Raises:
            DeskError: ``receptacle.*``, ``arrival.*``, ``custody.*``, ``text.*``, ``shift.not_open``, rights.
        """
        number, seal = receptacle_number(draft.receptacle), seal_number(draft.seal) if draft.seal else ""
        if not 0 < draft.weight_g <= MAX_WEIGHT_G:
            raise DeskError("arrival.weight_range", "weight", limit=MAX_WEIGHT_G)
        dispatch = read_local_number(LocalKind.DISPATCH, draft.dispatch) if draft.dispatch else ""
        giver = as_name(required(draft.giver, "giver", MAX_NAME), "giver")
        with self._journal.work() as work:
            at = self._occasion(work, session)
            _check_free(work, number, self.service)
            standing = work.standing(number, service=self.service)
            row = work.receptacle(number, service=self.service)
            if is_already(work, at, ThingKind.RECEPTACLE, number):
                return Received(number, None, INTACT, is_known(row))
            brought = brought_by(work, at, dispatch, row)
            told = row is None or (dispatch in {"", row.dispatch} and was_sent_here(work, at, row))
            n, parents = next_step(work, standing, at, Step.RECEIVE, told=told)
            fact = ReceptacleReceived(
                receptacle=number,
                n=n,
                seal=seal,
                weight_g=draft.weight_g,
                condition=condition_of(draft.condition, seal, row),
                point=at.point,
                shift=at.shift.shift,
                dispatch=brought.dispatch if brought is not None else dispatch,
                from_point=giver_of(brought, dispatch, at),
                scan=draft.scan,
            )
            event = written(work, at, fact, parents, beside={"giver": {"name": giver}})
            work.commit()
        return Received(number, event, fact.condition, is_known(row))

    def open(self, session: Session, receptacle: str) -> Event:
        """Break the seal of a receptacle that was received, to confirm its items one by one.

        Raises:
            DeskError: ``receptacle.number_shape``, ``custody.*``, ``shift.not_open``, rights.
        """
        number = receptacle_number(receptacle)
        with self._journal.work() as work:
            at = self._occasion(work, session)
            standing = may_step(work, ThingKind.RECEPTACLE, number, Step.OPEN, self.service)
            if standing.point != at.point:
                raise DeskError("custody.elsewhere", "receptacle", number=number)
            fact = ReceptacleOpened(number, standing.n + 1, at.point, at.shift.shift)
            event = written(work, at, fact, (standing.head,))
            work.commit()
        return event

    def scan(
        self, session: Session, item: str, receptacle: str = "", condition: str = INTACT, *, scan: bool = True
    ) -> ArrivalScan:
        """Confirm an item by its label. The same once more writes nothing.

        Args:
            session: who confirms.
            item: its number.
            receptacle: the one it lay in, "" where it came loose.
            condition: ``intact``, ``damaged``, ``opened``, ``wet``.
            scan: whether its label was scanned, not typed.

        Raises:
            DeskError: ``arrival.not_opened``, ``arrival.condition``, ``custody.step``, ``number.*``, ``receptacle.number_shape``,
                ``shift.not_open``, rights.
        """
        if condition not in ITEM_CONDITIONS:
            raise DeskError("arrival.condition", "condition")
        with self._journal.work() as work:
            at = self._occasion(work, session)
            number = judge_number(item, self._reference.number_rule(at.on, self.service.value)).text
            _check_free(work, number, self.service)
            found = find(work, at, number, receptacle)
            if is_already(work, at, ThingKind.ITEM, number):
                return ArrivalScan(ScanOutcome.ALREADY, number, found.home, None)
            n, parents = next_step(
                work, work.standing(number, service=self.service), at, Step.ARRIVE, told=found.told
            )
            fact = ItemArrived(
                item=number,
                condition=condition,
                point=at.point,
                shift=at.shift.shift,
                n=n,
                receptacle=found.receptacle,
                dispatch=found.dispatch,
                from_point=found.from_point,
                scan=scan,
            )
            event = written(work, at, fact, parents)
            work.commit()
        return ArrivalScan(found.outcome, number, found.home, event)

    def close(self, session: Session, dispatch: str) -> Event:
        """Close the arrival of a dispatch: what is missing then is missing.

        Raises:
            DeskError: ``arrival.incident_needed`` with ``count`` and ``numbers``, ``arrival.not_opened`` with ``number``, ``dispatch.*``,
                ``custody.step``, ``shift.not_open``, rights.
        """
        number = read_local_number(LocalKind.DISPATCH, dispatch)
        with self._journal.work() as work:
            at = self._occasion(work, session)
            view = arrival_of(work, at.point, number, self.service)
            standing = may_step(work, ThingKind.DISPATCH, number, Step.ARRIVE, self.service)
            self._check_opened(view, at)
            if view.lacking:
                named = ", ".join(dict.fromkeys(each.number for each in view.lacking[:_NAMED]))
                raise DeskError("arrival.incident_needed", "dispatch", count=len(view.lacking), numbers=named)
            event = written(work, at, _closed(view, at, standing), (standing.head,))
            work.commit()
        return event

    def _occasion(self, reader: Reader, session: Session) -> Occasion:
        at = occasion(reader, session, Act.RECEIVE_DISPATCH, self._clock, self.service)
        require_point(self._reference, session.desk, Act.RECEIVE_DISPATCH, at.on, self.service)
        return at

    def _require_sight(self, session: Session, reader: Reader) -> None:
        require_now(session, act_for(self.service, Act.SEE_CUSTODY), reader.open_shift(), self._clock)

    def _check_opened(self, view: ArrivalView, at: Occasion) -> None:
        """A relay point may pass a receptacle on closed that is for another point; everything else that came is opened."""
        relays = passes_on(self._reference.point(at.point, at.on), self.service)
        closed = [
            bag.row.receptacle
            for bag in view.bags
            if bag.received is not None and not bag.opened and not (relays and bag.row.to != at.point)
        ]
        if closed:
            raise DeskError("arrival.not_opened", "receptacle", number=closed[0])


def _check_free(reader: Reader, number: str, service: Service) -> None:
    """A number that the other service uses is refused, in the words for one that nobody knows: each service takes over its own.

    Raises:
        DeskError: ``custody.unknown`` with ``thing`` and ``number``.
    """
    for each in Service:
        standing = reader.standing(number, service=each) if each is not service else None
        if standing is not None:
            thing = standing.kind.value
            raise DeskError("custody.unknown", thing, thing=thing, number=number)


def _closed(view: ArrivalView, at: Occasion, standing: StandingRow) -> DispatchArrived:
    return DispatchArrived(
        dispatch=view.dispatch.dispatch,
        n=standing.n + 1,
        from_point=view.dispatch.point,
        expected=view.expected,
        arrived=view.arrived,
        point=at.point,
        shift=at.shift.shift,
        missing=view.numbers(Wrong.MISSING) + view.numbers(Wrong.BAG_MISSING),
        surplus=view.numbers(Wrong.SURPLUS),
        incidents=tuple(dict.fromkeys(each.incident for each in view.differences)),
    )
