"""Ports of custody and exchange: what the services need from the store beside `kt1desk.services.ports`, as Protocols.

Every question about custody and mail is asked for one service and answered for that one alone: what belongs to the other is as unknown as
what nobody has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kt1desk.domain.custody import State
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import (
    AttemptRow,
    DispatchRow,
    ExceptionRow,
    ForwardedTo,
    FoundRow,
    HeldItem,
    IncidentRow,
    LineRow,
    MailRow,
    ReceptacleRow,
    RegisterRow,
    RoundRow,
    StandingRow,
    StationRow,
)
from kt1desk.services.later_ports import LaterReader


class HoldingReader(Protocol):
    """Reading of where things stand and who holds them."""

    def standing(self, number: str, *, service: Service = Service.KT1) -> StandingRow | None:
        """Where an item, a receptacle or a dispatch stands; None where nothing is known of it."""

    def held(
        self,
        holder: str = "",
        states: Sequence[State] = (),
        limit: int = 1000,
        *,
        service: Service = Service.KT1,
    ) -> Sequence[HeldItem]:
        """Items that this point answers for, newest first: of one holder or all, in some states or any that is not over."""

    def held_for_authority(self, limit: int = 1000) -> Sequence[HeldItem]:
        """Covers of cases that this point answers for and that are not for an applicant, newest first."""

    def held_item(self, item: str, *, service: Service = Service.KT1) -> HeldItem | None:
        """One item, wherever it is."""

    def holders(self, *, service: Service = Service.KT1) -> Sequence[tuple[str, int]]:
        """Every holder of this point (persons, places, receptacles here, trips that left here) and how many items he answers for."""

    def stations(self, number: str, *, service: Service = Service.KT1) -> Sequence[StationRow]:
        """All custody events known of a thing, its receptacles and dispatches included where it was inside, oldest first."""


class TripReader(Protocol):
    """Reading of receptacles and dispatches."""

    def receptacle(self, receptacle: str, *, service: Service = Service.KT1) -> ReceptacleRow | None:
        """One receptacle."""

    def receptacles(
        self, states: Sequence[State], limit: int = 200, *, service: Service = Service.KT1
    ) -> Sequence[ReceptacleRow]:
        """Receptacles at or from this point in these states, newest first."""

    def items_in(self, receptacle: str, *, service: Service = Service.KT1) -> Sequence[HeldItem]:
        """The items a receptacle was closed over or was sent with, in that order."""

    def sealed_with(self, seal: str, *, service: Service = Service.KT1) -> str:
        """The receptacle that was ever closed here with this seal, or came with it; "" for none: a seal is used once."""

    def found_in(self, receptacle: str, *, service: Service = Service.KT1) -> Sequence[FoundRow]:
        """The items that were confirmed at their arrival as found in a receptacle, listed in it or not, in the order of their scans."""

    def dispatch(self, dispatch: str, *, service: Service = Service.KT1) -> DispatchRow | None:
        """One dispatch."""

    def dispatches(
        self,
        *,
        incoming: bool,
        states: Sequence[State],
        limit: int = 200,
        service: Service = Service.KT1,
    ) -> Sequence[DispatchRow]:
        """Dispatches to or from this point, newest first."""

    def dispatch_receptacles(
        self, dispatch: str, *, service: Service = Service.KT1
    ) -> Sequence[ReceptacleRow]:
        """The receptacles of a dispatch, in its order."""


class BookReader(LaterReader, Protocol):
    """Reading of delivery lists, incidents, registers and what must be reviewed."""

    def count_on(self, kind: str, day: str) -> int:
        """How many numbers of a kind this desk has given for a day (ISO), of both services: they are one row of numbers.

        ``dispatch``, ``round``, ``incident``, ``handover``, ``takeover``, ``remittance``, ``complaint`` or ``visit``.
        """

    def round(self, round_number: str, *, service: Service = Service.KT1) -> RoundRow | None:
        """One delivery list."""

    def rounds(
        self, *, only_open: bool, limit: int = 100, service: Service = Service.KT1
    ) -> Sequence[RoundRow]:
        """Delivery lists of this desk, newest first."""

    def first_attempt(self, item: str, *, service: Service = Service.KT1) -> AttemptRow | None:
        """What stopped the clock of an item: the first attempt or the delivery, whichever was first."""

    def forwarded_to(self, item: str, *, service: Service = Service.KT1) -> ForwardedTo | None:
        """Who an item goes to now, where it was forwarded and that holds; None where it goes to whom its cover names."""

    def attempts(self, item: str, *, service: Service = Service.KT1) -> int:
        """How many attempts are known."""

    def incidents(
        self, *, only_open: bool, number: str = "", limit: int = 200, service: Service = Service.KT1
    ) -> Sequence[IncidentRow]:
        """Incident records, newest first; of one thing where a number is given."""

    def incident(self, incident: str, *, service: Service = Service.KT1) -> IncidentRow | None:
        """One incident record."""

    def register_rows(self, register: str) -> Sequence[RegisterRow]:
        """The entries of a register, in the order of their keys."""

    def exceptions(self, *, service: Service = Service.KT1) -> Sequence[ExceptionRow]:
        """What of a service was done without a second person and nobody has reviewed yet, oldest first."""

    def items_of_month(self, month: str) -> Sequence[str]:
        """Numbers of the items accepted here in a month (``2026-11``, by local time +7) and not taken back, oldest first."""


class CustodyReader(HoldingReader, TripReader, BookReader, Protocol):
    """Reading of everything about custody."""


class MailReader(Protocol):
    """Reading of what goes out to other points and what came from them."""

    def mail(
        self, point: str, after: int, limit: int = 500, *, service: Service = Service.KT1
    ) -> Sequence[MailRow]:
        """Events addressed to a point with a number above ``after``, in their order."""

    def mail_points(self, *, service: Service = Service.KT1) -> Sequence[tuple[str, int]]:
        """Every point that something was ever addressed to, and the last number for it."""

    def bundles_to(self, point: str, *, service: Service = Service.KT1) -> tuple[int, int]:
        """Number of the last bundle written for a point and the last mail number in it; zeros for none."""

    def events_after(
        self, stream: Stream, seq: int, limit: int = 250, *, incarnation: int = 0
    ) -> Sequence[Event]:
        """Our own events of a stream after a sequence number, whole with what stands beside them.

        ``incarnation`` is the one that the desk writes in where none is said.
        """

    def last_seq(self, stream: Stream, *, incarnation: int = 0) -> int:
        """Sequence number of our last event of a stream, 0 for none; ``incarnation`` as in `events_after`."""

    def received(self, event_id: EventId) -> Event | None:
        """An event of another desk that was taken in."""

    def any_event(self, event_id: EventId) -> Event | None:
        """An event, ours or received."""

    def mail_event(self, event_id: EventId) -> EventId | None:
        """Our event that took in a foreign one."""

    def kt1_line(self) -> LineRow | None:
        """What was last said about the network line of the KT1 register; None where nobody ever allowed it."""


class MailWork(Protocol):
    """Writing of what came from other desks."""

    def take_mail(self, event: Event, way: str, actor: str) -> bool:
        """Keep an event of another desk, with our own event that says so; its projections follow.

        The caller has proved its signature and that it is addressed to us. The very same event once more changes nothing.

        Returns:
            Whether it was new.

        Raises:
            DeskError: ``inbox.fork`` where another event of the same identity is here; ``event.unknown_type``.
        """
