"""Desks that exchange mail: real stores of real devices, each listed by the province with the key in its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import Fact, LineAllowed
from kt1desk.domain.permissions import Role
from kt1desk.domain.service import Service
from kt1desk.exchange.inbox import Inbox
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.outgoing import WrittenBundle, write_bundle
from kt1desk.exchange.trust import DeskKeys, KeyList
from kt1desk.services.ports import Appending
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.store.device_key import PointKey
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings
from tests.support.clocks import HandClock
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT, PROVINCE_KEY, row_of, seeded
from tests.support.furnished import furnished

DEK = bytes(range(32))
CLEARED = date(2027, 11, 22)
STAFF = (
    NewUser("ha.hoang", "Hoàng Thị Hà", frozenset({Role.CLERK, Role.ADMINISTRATOR}), CLEARED),
    NewUser("uncleared", "Nông Văn Minh", frozenset({Role.CLERK})),
)
EVERY_WAY = frozenset(Transport)


@dataclass(frozen=True)
class MailDesk:
    """A desk that writes and takes mail."""

    folder: DataFolder
    store: DeskStore
    own: PointKey
    clock: HandClock
    keys: KeyList

    @property
    def room(self) -> Mailroom:
        return Mailroom(
            self.store, self.own, self.keys, Settings(self.store), self.clock, seeded(self.own.device)
        )

    @property
    def inbox(self) -> Inbox:
        return Inbox(self.room)

    @property
    def dossiers(self) -> Mailroom:
        """The mail about dossiers."""
        return replace(self.room, service=Service.TTHC)

    def believing(self, keys: KeyList) -> MailDesk:
        """The same desk with a key list."""
        return replace(self, keys=keys)

    def session(self, user: str = "ha.hoang") -> Session:
        with self.store.read() as reader:
            return begin_session(reader, user, {})

    def write(self, *facts: Fact, beside: dict[str, dict[str, str]] | None = None) -> list[Event]:
        """Events straight into the journal, as its services would append them."""
        with self.store.work() as work:
            events = [work.append(fact, Appending("ha.hoang", particulars=beside)) for fact in facts]
            work.commit()
        return events

    def bundle(self, to: str) -> WrittenBundle:
        return write_bundle(self.room, self.session(), to)

    def received(self, event_id: EventId) -> Event | None:
        with self.store.read() as reader:
            return reader.received(event_id)

    def events(self) -> int:
        with self.store.read() as reader:
            return reader.event_count()


@contextmanager
def mail_desk(
    root: Path, device: int, point: str, ways: frozenset[Transport] = EVERY_WAY, *, approved: bool = True
) -> Iterator[MailDesk]:
    """A desk with its first events, believing nobody yet; the network is approved where its file allows it."""
    folder = DataFolder(root / f"desk-{device}")
    plan = DeskPlan(
        device=device,
        point=point,
        program="0.0.0",
        blocks=(),
        desk_file="ab" * 32 if device else "",
        transports=frozenset(way.value for way in ways) if device else frozenset(),
        province_key=PROVINCE_KEY.hex() if device else "",
    )
    store, clock = furnished(folder, plan, seed=device, staff=STAFF)
    try:
        with store.held() as held:
            own = held.sources.key.at(point)
        desk = MailDesk(folder, store, own, clock, KeyList((), 1, CLEARED))
        if device and approved and Transport.NETWORK in ways:
            desk.write(LineAllowed("12/BĐT", "2026-11-20", point))
        yield desk
    finally:
        store.close()


@contextmanager
def office_and_commune(
    root: Path, ways: frozenset[Transport] = EVERY_WAY
) -> Iterator[tuple[MailDesk, MailDesk]]:
    """Device 7 at the provincial office and device 9 at a commune, each believing both."""
    with ExitStack() as stack:
        office = stack.enter_context(mail_desk(root, 7, OFFICE_POINT))
        commune = stack.enter_context(mail_desk(root, 9, COMMUNE_POINT, ways))
        keys = listed(office, commune)
        yield office.believing(keys), commune.believing(keys)


def listed(*desks: MailDesk, more: Sequence[DeskKeys] = ()) -> KeyList:
    """The key list with these desks."""
    return KeyList((*(row_of(desk.own) for desk in desks), *more), 5, date(2026, 11, 23))
