"""The services of custody on an open desk, and what they need from outside: passwords, keys agreed with other desks, codes for paper.

Keys of other desks are asked for when they are needed: a desk for trying out has none, and the province's list may change meanwhile. This
module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.entropy import system_entropy
from kt1desk.app.mail_room import mailroom_of
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import Alone, AtDesk, ByPhone, WaitingItem, Yes
from kt1desk.domain.coded import CodeList, list_for, words_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.services.approvals import Approvals
from kt1desk.services.arrivals import Arrivals
from kt1desk.services.confirming import Confirmed, SecondPerson
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.dispatch_views import DispatchViews
from kt1desk.services.dispatching import Dispatching
from kt1desk.services.dossier_custody import (
    DossierArrivals,
    DossierDispatching,
    DossierDispatchViews,
    DossierHolding,
    DossierIncidents,
    DossierLocator,
    DossierPacking,
    DossierRedirecting,
    DossierReviews,
    DossierRounds,
    DossierRoundSheets,
)
from kt1desk.services.due import DueClock
from kt1desk.services.holding import Holding
from kt1desk.services.incidents import Incidents
from kt1desk.services.packing import Packing
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.registers import Registers
from kt1desk.services.remote_approval import Questions
from kt1desk.services.reviewing import Reviews
from kt1desk.services.round_sheets import RoundSheets
from kt1desk.services.rounds import Rounds
from kt1desk.services.whereabouts import Locator

CheckPassword = Callable[[str, str], object]
"""Called with user and password; raises ``login.*`` where it is not his."""


@dataclass(frozen=True, slots=True)
class DeskPasswords:
    """Implements `kt1desk.services.confirming.Passwords`."""

    unlock: CheckPassword

    def check(self, user: str, password: str) -> None:
        """See the port. The key that it opens is let go at once."""
        self.unlock(user, password)


class BelievedKeys:
    """The keys of other desks: implements `kt1desk.services.remote_approval.SharedKeys` and `kt1desk.services.dispatching.Codes`.

    Services ask for keys in the middle of a transaction, where the store can be asked nothing else: `refresh` reads the list before.
    """

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk
        self._room: Mailroom | None = None
        self._refusal = DeskError("key_list.none")

    def refresh(self) -> None:
        """Read the key list as it is now, outside of any transaction; why there is none is told to whoever needs it."""
        try:
            self._room = mailroom_of(self._desk)
        except DeskError as refusal:
            self._room, self._refusal = None, refusal

    def agree(self, device: int) -> bytes:
        """See the port."""
        room = self._believed()
        return room.own.agree(room.keys.of_device(device, self._desk.today).seal_key)

    def parts(self, event: Event, to: str) -> tuple[bytes, ...]:
        """See the port."""
        room = self._believed()
        return PaperCodes(room.own, room.keys, room.entropy).parts(event, to)

    def _believed(self) -> Mailroom:
        if self._room is None:
            raise self._refusal
        return self._room


@dataclass(frozen=True, slots=True)
class ServiceKinds:
    """The classes of one service."""

    packing: type[Packing]
    dispatching: type[Dispatching]
    arrivals: type[Arrivals]
    views: type[DispatchViews]
    incidents: type[Incidents]
    holding: type[Holding]
    locator: type[Locator]
    rounds: type[Rounds]
    sheets: type[RoundSheets]
    redirecting: type[Redirecting]
    reviews: type[Reviews]


_KINDS: Mapping[Service, ServiceKinds] = MappingProxyType(
    {
        Service.KT1: ServiceKinds(
            Packing,
            Dispatching,
            Arrivals,
            DispatchViews,
            Incidents,
            Holding,
            Locator,
            Rounds,
            RoundSheets,
            Redirecting,
            Reviews,
        ),
        Service.TTHC: ServiceKinds(
            DossierPacking,
            DossierDispatching,
            DossierArrivals,
            DossierDispatchViews,
            DossierIncidents,
            DossierHolding,
            DossierLocator,
            DossierRounds,
            DossierRoundSheets,
            DossierRedirecting,
            DossierReviews,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class CustodyServices:
    """Everything between the counter and the next point."""

    desk: OpenDesk
    wake: Callable[[], None]
    keys: BelievedKeys
    approvals: Approvals
    reviews: Reviews
    second: SecondPerson
    packing: Packing
    dispatching: Dispatching
    arrivals: Arrivals
    views: DispatchViews
    incidents: Incidents
    registers: Registers
    service: Service = Service.KT1

    @property
    def kinds(self) -> ServiceKinds:
        """The classes of the service that pages make for themselves."""
        return kinds_of(self.service)

    def confirmed(self, act: Act, yes: Yes) -> Confirmed:
        """What a second person said, checked.

        Raises:
            DeskError: ``login.*``, ``approval.*``, ``trust.*``, rights of the second person.
        """
        session = self.desk.session
        match yes:
            case AtDesk(user, password):
                return self.second.confirm(session, act, user, password)
            case ByPhone(question, approver, told):
                self.keys.refresh()
                return self.approvals.take_answer(session, question, approver, told)
            case Alone(reason):
                return self.second.exception(session, act, reason)

    def alone(self) -> tuple[Choice, ...]:
        """The reasons of an exception, where the point has one person."""
        desk = self.desk
        point = desk.reference.point(desk.session.desk.point, desk.today)
        return self.words(CodeList.EXCEPTION) if point.one_person else ()

    def words(self, code_list: CodeList) -> tuple[Choice, ...]:
        """A list of codes as it is today, the one of the service."""
        wanted = list_for(code_list, self.service)
        rows = words_of(self.desk.reference.coded, wanted, self.desk.today)
        return tuple(Choice(row.code, row.name) for row in rows)

    def timed(self, item: HeldItem, hindered: str = "", *, belongs: bool | None = None) -> WaitingItem:
        """An item with the time it has."""
        return WaitingItem(item, self._clock().of(item), hindered, belongs)

    def point_name(self, code: str) -> str:
        """The name of a point; its code where the list does not know it any more."""
        return point_name(self.desk.reference, code)

    def _clock(self) -> DueClock:
        return DueClock.at(self.desk.reference, self.desk.today, self.desk.clock.now().utc_ms)


def kinds_of(service: Service) -> ServiceKinds:
    """The classes of a service."""
    return _KINDS[service]


def custody_services(
    desk: OpenDesk, unlock: CheckPassword, wake: Callable[[], None], service: Service = Service.KT1
) -> CustodyServices:
    """The services of an open desk, of one service.

    Args:
        desk: the desk.
        unlock: holds a password against its user.
        wake: called after a paper was queued.
        service: KT1, or dossiers.
    """
    kinds = _KINDS[service]
    fit, keys = PaperFit(), BelievedKeys(desk)
    store, reference, clock = desk.store, desk.reference, desk.clock
    return CustodyServices(
        desk=desk,
        wake=wake,
        keys=keys,
        approvals=Approvals(store, reference, clock, Questions(keys, system_entropy)),
        reviews=kinds.reviews(store, reference, clock),
        second=SecondPerson(store, reference, clock, DeskPasswords(unlock)),
        packing=kinds.packing(store, reference, clock, fit),
        dispatching=kinds.dispatching(store, reference, clock, fit, keys),
        arrivals=kinds.arrivals(store, reference, clock),
        views=kinds.views(store, clock),
        incidents=kinds.incidents(store, reference, clock, fit),
        registers=Registers(store, reference, clock),
        service=service,
    )


def point_name(reference: ReferenceData, code: str) -> str:
    """The name of a point by its newest row; its code where the list does not know it."""
    found = [point for point in reference.points if point.code == code]
    return max(found, key=lambda point: point.valid_from).name if found else code
