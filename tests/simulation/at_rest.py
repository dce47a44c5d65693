"""One desk as it lies there, whether its program runs or not: who it is, and what its file says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kt1desk.app.first_run import trial_plan
from kt1desk.domain.desk_file import DeskFile, PublicKey, Service, Transport
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts.registers import RegisterEntered
from kt1desk.domain.permissions import Role
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.policy import ways_of
from kt1desk.exchange.trust import DeskKeys
from kt1desk.services.holding import PLACES
from kt1desk.services.ports import Appending
from kt1desk.services.set_up import Block, NewUser, open_desk
from kt1desk.store.device_key import PointKey
from kt1desk.store.journal import DeskStore
from tests.simulation.chance import Fuse
from tests.simulation.medium import Medium, watched
from tests.simulation.program import Machine, Setting
from tests.simulation.world import DeskClock
from tests.support.centre_mail import CENTRE_KEY
from tests.support.exchange_keys import FIRST_DAY, LAST_DAY, PROVINCE, PROVINCE_KEY

CLEARED = date(2027, 11, 22)
CLERKS = ("clerk", "other")
STAFF = (
    NewUser("clerk", "Hoàng Thị Hà", frozenset({Role.CLERK}), CLEARED),
    NewUser("other", "Nông Thị Hoa", frozenset({Role.CLERK}), CLEARED),
    NewUser("controller", "Vi Thanh Thủy", frozenset({Role.CONTROLLER}), CLEARED),
    NewUser("postman", "Hứa Văn Tuấn", frozenset({Role.POSTMAN}), CLEARED),
    NewUser("chief", "Lý Ngọc Sơn", frozenset({Role.ADMINISTRATOR, Role.HEAD}), CLEARED),
)
ALONE = (
    NewUser("clerk", "Lý Thị Lan", frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.CLERK}), CLEARED),
    NewUser("postman", "Hứa Văn Tuấn", frozenset({Role.POSTMAN}), CLEARED),
    NewUser("bureau", "Vi Thanh Thủy", frozenset({Role.BUREAU}), CLEARED),
)
SAFES = ("KET-1", "TU-2")
NUMBERS = 2_000


class AtRest:
    """A desk and its file."""

    def __init__(
        self, setting: Setting, machine: Machine, medium: Medium, ways: frozenset[Transport]
    ) -> None:
        self.setting, self.machine, self.ways = setting, machine, ways
        self.device, self.place, self.clock = machine.device, machine.place, machine.clock
        self.fuse = Fuse()
        self.medium = medium
        store = medium.create(self.clock, machine.entropy, self.device)
        _open(store, setting, machine, ways)
        self._last = watched(store, self.fuse)

    @property
    def point(self) -> str:
        """Code of its point."""
        return self.place.code

    @property
    def name(self) -> str:
        """As the trace calls it."""
        return f"{self.device:02d}@{self.point}"

    @property
    def outside(self) -> tuple[DeskClock, Callable[[int], bytes]]:
        """What a store takes from its machine."""
        return self.clock, self.machine.entropy

    @property
    def head(self) -> str:
        """Who may let the desk go on after its file was put back."""
        return "clerk" if self.place.one_person else "chief"

    @property
    def own(self) -> PointKey:
        """Its keys, of the incarnation it is in."""
        return self._last._opened.sources.key.at(self.point)

    @property
    def listed(self) -> DeskKeys:
        """What the province lists of it."""
        return DeskKeys(
            self.device, FIRST_DAY, LAST_DAY, self.point, self.own.public_key_hex, self.own.seal_key_hex
        )

    def sends(self, stream: Stream) -> bool:
        """Whether a stream may go over the network now."""
        with self._last.read() as reader:
            return Transport.NETWORK in ways_of(reader, stream)

    def events_after(self, stream: Stream, seq: int, incarnation: int = 0) -> list[Event]:
        """The desk's own events of one chain, read past any program."""
        found: list[Event] = []
        with self._last.read() as reader:
            while more := reader.events_after(stream, seq + len(found), 250, incarnation=incarnation):
                found += more
        return found

    def journal(self, stream: Stream) -> list[Event]:
        """All of its own events of a stream, in the order of its incarnations."""
        lives = range(1, self.own.incarnation + 1)
        return [event for life in lives for event in self.events_after(stream, 0, life)]

    def event(self, event_id: EventId) -> Event | None:
        """One of them."""
        with self._last.read() as reader:
            return reader.event(event_id)

    @property
    def store(self) -> DeskStore:
        """The store as it lies there, program or none."""
        return self._last

    def desk_file(self) -> bytes:
        """What the province signed of it."""
        content = DeskFile(
            point=self.point,
            device=self.device,
            services=frozenset(Service),
            transports=self.ways,
            blocks=(),
            valid_from=FIRST_DAY,
            valid_to=LAST_DAY,
            keys=(PublicKey("gate", CENTRE_KEY.hex()),),
        )
        return sign(content, PROVINCE)


def _open(store: DeskStore, setting: Setting, machine: Machine, ways: frozenset[Transport]) -> None:
    """The first events of a production desk, its safes, and the approval where its file allows the network."""
    plan = replace(
        trial_plan(setting.reference),
        device=machine.device,
        point=machine.place.code,
        desk_file="ab" * 32,
        blocks=(Block("MX", machine.device * 10_000, machine.device * 10_000 + NUMBERS),),
        transports=frozenset(way.value for way in ways),
        province_key=PROVINCE_KEY.hex(),
    )
    open_desk(store, plan, ALONE if machine.place.one_person else STAFF)
    with store.work() as work:
        for code in SAFES:
            values = (("place", code), ("kind", "safe"))
            work.append(RegisterEntered(PLACES, code, values, machine.place.code), Appending("clerk"))
        work.commit()
