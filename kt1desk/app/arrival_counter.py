"""What receiving needs, on the services and the inbox. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kt1desk.app.custody_services import CustodyServices, kinds_of
from kt1desk.app.desk import OpenDesk
from kt1desk.app.mail_room import mailroom_of
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.arrival import (
    ArrivalDetail,
    Coming,
    ComingView,
    ItemScanned,
    PartNews,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.service import Service
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.bundle import MAX_BYTES
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.inbox import Inbox, Outcome, Taken
from kt1desk.exchange.paper_code import Collector, PaperMessage
from kt1desk.services.arrival_view import Difference, Wrong
from kt1desk.services.arrivals import Arrivals, ArrivalScan, Received, ReceiveDraft
from kt1desk.services.dispatch_views import DispatchViews
from kt1desk.services.incidents import IncidentDraft

_FITTING = MappingProxyType(
    {
        Wrong.MISSING: ("missing", "lost", "misrouted"),
        Wrong.SURPLUS: ("surplus", "misrouted"),
        Wrong.DAMAGED: ("damaged", "wet", "opened", "seal_broken", "wrongly_protected"),
        Wrong.BAG_MISSING: ("missing", "lost", "misrouted"),
        Wrong.BAG_DAMAGED: ("damaged", "wet", "opened"),
        Wrong.SEAL: ("seal_wrong", "seal_broken", "opened"),
    }
)
"""Codes of incidents that a difference can be, the likeliest first; which of them are in force is data."""


class ArrivalCounter:
    """Implements `kt1desk.desktop.needs.arrival.ArrivalNeeds` but for the scale and for data that comes in."""

    def __init__(self, services: CustodyServices) -> None:
        self._services = services

    def coming(self) -> ComingView:
        """See the port."""
        services, desk = self._services, self._services.desk
        rows = services.arrivals.expected(desk.session)
        now = desk.clock.now()
        coming = tuple(Coming(row, services.point_name(row.point)) for row in rows)
        return ComingView(coming, now.utc_ms, now.offset_min)

    def dispatch_of(self, receptacle: str) -> str:
        """See the port."""
        return self._services.views.dispatch_of(self._services.desk.session, receptacle)

    def arrival(self, dispatch: str) -> ArrivalDetail:
        """See the port."""
        services, desk = self._services, self._services.desk
        view = services.arrivals.view(desk.session, dispatch)
        return ArrivalDetail(view, services.point_name(view.dispatch.point), desk.clock.now().offset_min)

    def receive_bag(self, bag: ReceiveDraft) -> Received:
        """See the port."""
        return self._services.arrivals.receive(self._services.desk.session, bag)

    def open_bag(self, receptacle: str) -> None:
        """See the port."""
        self._services.arrivals.open(self._services.desk.session, receptacle)

    def scan(self, scanned: ItemScanned) -> ArrivalScan:
        """See the port."""
        return self._services.arrivals.scan(
            self._services.desk.session,
            scanned.item,
            scanned.receptacle,
            scanned.condition,
            scan=scanned.scan,
        )

    def incident_codes(self, wrong: Wrong) -> Sequence[Choice]:
        """See the port."""
        desk = self._services.desk
        names = {
            row.code: row.name
            for row in desk.reference.incident_codes
            if row.holds(desk.today) and self._services.service in row.services
        }
        return tuple(Choice(code, names[code]) for code in _FITTING[wrong] if code in names)

    def open_incident(self, dispatch: str, difference: Difference, code: str) -> str:
        """See the port: the point that gave the dispatch is the one that must be told."""
        services, session = self._services, self._services.desk.session
        giver = services.arrivals.view(session, dispatch).dispatch.point
        draft = IncidentDraft(code, difference.kind, difference.number, giver, dispatch)
        opened = services.incidents.open(session, draft).incident
        services.incidents.print_record(session, opened)  # whoever brought the bag signs it before he leaves
        services.wake()
        return opened

    def close_arrival(self, dispatch: str) -> None:
        """See the port."""
        self._services.arrivals.close(self._services.desk.session, dispatch)


@dataclass(frozen=True, slots=True)
class _Receiving:
    """What is asked of one service about what came in."""

    views: DispatchViews
    arrivals: Arrivals

    @classmethod
    def of(cls, desk: OpenDesk, service: Service) -> _Receiving:
        """For the open desk."""
        kinds = kinds_of(service)
        return cls(
            kinds.views(desk.store, desk.clock), kinds.arrivals(desk.store, desk.reference, desk.clock)
        )


class DataCounter:
    """Implements what `kt1desk.desktop.needs.arrival.ArrivalNeeds` says of data that comes in."""

    def __init__(self, services: CustodyServices) -> None:
        self._desk, self._service = services.desk, services.service
        self._receiving = {each: _Receiving.of(services.desk, each) for each in Service}
        self._collector = Collector(shipped())

    def take_part(self, data: bytes) -> PartNews:
        """See the port. A part of another paper begins anew where the one before it is whole."""
        progress = self._collector.add(data)
        if not progress.is_whole:
            return PartNews(progress.have, progress.of, progress.missing)
        message = self._collector.result()
        self._collector.clear()
        service, rows = self._taken(message)
        known = all(row.outcome is Outcome.ALREADY for row in rows)
        coming = {row.dispatch for row in self._receiving[service].arrivals.expected(self._desk.session)}
        found = tuple(
            each for each in self._dispatches(rows, service) if each in coming
        )  # a closed one is not gone on with
        elsewhere = service if service is not self._service else None
        return PartNews(progress.have, progress.of, (), found, known, elsewhere)

    def forget_parts(self) -> None:
        """See the port."""
        self._collector.clear()

    def take_bundle(self, path: str) -> Sequence[str]:
        """See the port."""
        data = read_brought(Path(path).expanduser(), MAX_BYTES, "file")
        rows = Inbox(mailroom_of(self._desk, self._service)).take_bundle(self._desk.session, data)
        refused = next((row.reason for row in rows if row.outcome is Outcome.REFUSED and row.reason), None)
        if refused is not None:
            raise refused
        return self._dispatches((row for row in rows if row.outcome is Outcome.NEW), self._service)

    def _taken(self, message: PaperMessage) -> tuple[Service, Sequence[Taken]]:
        """Take a paper in with the mail of this service, or of the other one for whoever may see that too."""
        desk = self._desk
        try:
            return self._service, Inbox(mailroom_of(desk, self._service)).take_message(desk.session, message)
        except DeskError as error:
            other = next(each for each in Service if each is not self._service)
            may_see = desk.may(act_for(other, Act.SEE_CUSTODY))
            if (
                error.code != "inbox.other_service"
                or not may_see
                or other.value not in desk.session.desk.services
            ):
                raise
        return other, Inbox(mailroom_of(desk, other)).take_message(desk.session, message)

    def _dispatches(self, rows: Iterable[Taken], service: Service) -> tuple[str, ...]:
        """The dispatches among what was taken in."""
        events = (row.event for row in rows if row.event is not None)
        return self._receiving[service].views.among(self._desk.session, events)
