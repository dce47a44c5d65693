"""What stands between packing and arrival, to be chosen from: bags that can leave, dispatches under way, the dispatch of a bag.

This module must not know how anything is packed, sent or received.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.custody import State
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import DispatchSent
from kt1desk.domain.facts.dossier_custody import fact_type
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import DispatchRow, ReceptacleRow
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A dispatch that left here and has not arrived, with the numbers of its bags."""

    row: DispatchRow
    bags: tuple[str, ...]


class DispatchViews:
    """Reading for the page of dispatches."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def closed(self, session: Session) -> tuple[ReceptacleRow, ...]:
        """Bags that were closed here and not sent, newest first.

        Raises:
            DeskError: rights.
        """
        return self._bags(session, (State.CLOSED,))

    def to_send(self, session: Session) -> tuple[ReceptacleRow, ...]:
        """Bags that can leave: closed here, or here unopened on their way to another point; newest first.

        Raises:
            DeskError: rights.
        """
        return self._bags(session, (State.CLOSED, State.RECEIVED))

    def under_way(self, session: Session) -> tuple[UnderWay, ...]:
        """Dispatches that left here and have not arrived, newest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require(session, reader)
            rows = reader.dispatches(incoming=False, states=(State.SENT,), service=self.service)
            return tuple(UnderWay(row, self._bags_of(reader, row.dispatch)) for row in rows)

    def dispatch_of(self, session: Session, receptacle: str) -> str:
        """The dispatch under way to here that a bag came with, "" where none is known.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require(session, reader)
            bag = reader.receptacle(receptacle, service=self.service)
            sent = bag.dispatch if bag is not None else ""
            row = reader.dispatch(sent, service=self.service) if sent else None
        is_coming = row is not None and row.to == session.desk.point and row.state is State.SENT
        return row.dispatch if row is not None and is_coming else ""

    def among(self, session: Session, events: Iterable[EventId]) -> tuple[str, ...]:
        """The numbers of the dispatches among events, in their order.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            self._require(session, reader)
            found = (reader.any_event(each) for each in events)
            kind = fact_type(DispatchSent.TYPE, self.service)
            return tuple(
                DispatchSent.of(event.body()).dispatch
                for event in found
                if event is not None and event.envelope.type == kind
            )

    def _bags(self, session: Session, states: Sequence[State]) -> tuple[ReceptacleRow, ...]:
        with self._journal.read() as reader:
            self._require(session, reader)
            rows = reader.receptacles(states, service=self.service)
            return tuple(row for row in rows if row.to != session.desk.point)

    def _bags_of(self, reader: Reader, dispatch: str) -> tuple[str, ...]:
        rows = reader.dispatch_receptacles(dispatch, service=self.service)
        return tuple(bag.receptacle for bag in rows)

    def _require(self, session: Session, reader: Reader) -> None:
        require_now(session, act_for(self.service, Act.SEE_CUSTODY), reader.open_shift(), self._clock)
