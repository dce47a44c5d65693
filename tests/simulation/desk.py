"""One desk: its machine that can die at any step, its program with the real services, and what it printed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from kt1desk.app.first_run import trial_plan
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts.registers import RegisterEntered
from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.inbox import Inbox
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.outbox import Outbox
from kt1desk.exchange.trust import DeskKeys, KeyList
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.approvals import Approvals
from kt1desk.services.arrivals import Arrivals
from kt1desk.services.confirming import SecondPerson
from kt1desk.services.dispatching import Dispatching
from kt1desk.services.holding import PLACES, Holding
from kt1desk.services.incidents import Incidents
from kt1desk.services.packing import Packing
from kt1desk.services.ports import Appending, Documents
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.remote_approval import Questions
from kt1desk.services.reversal import Reversals
from kt1desk.services.reviewing import Reviews
from kt1desk.services.rounds import Rounds
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import Block, NewUser, open_desk
from kt1desk.services.shifts import Shifts
from kt1desk.store.device_key import PointKey
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from kt1desk.store.settings import Settings
from tests.simulation.chance import Crash, Faults, Fuse
from tests.simulation.medium import FrameShelf, Medium, watched
from tests.simulation.world import MINUTE, DeskClock, World
from tests.support.exchange_keys import FIRST_DAY, LAST_DAY, PROVINCE_KEY
from tests.support.points import OnePassword

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

Result = TypeVar("Result")


@dataclass(frozen=True)
class Setting:
    """What all desks of a run have in common."""

    world: World
    faults: Faults
    reference: ReferenceData
    documents: Documents


@dataclass(frozen=True)
class Shown:
    """A paper that came out: which event it says it proves, and the twelve digits of its hash."""

    template: str
    number: str
    event: str
    digits: str
    values: Mapping[str, str]


class AgreedKeys:
    """Implements `kt1desk.services.remote_approval.SharedKeys` over the key list."""

    def __init__(self, own: PointKey, keys: KeyList) -> None:
        self._own, self._keys = own, keys

    def agree(self, device: int) -> bytes:
        """See `SharedKeys.agree`."""
        peer = self._keys.of_any_day(device)[0]
        return hashlib.sha256(self._own.agree(peer.seal_key)).digest()


class Program:
    """A running program: everything here dies with it."""

    def __init__(self, desk: SimDesk, store: DeskStore) -> None:
        setting, clock, own, keys = desk.setting, desk.clock, desk.own, desk.keys
        reference, entropy = setting.reference, desk.entropy
        common = (store, reference, clock)
        self.store = store
        self.room = Mailroom(store, own, keys, Settings(store), clock, entropy)
        self.inbox, self.outbox = Inbox(self.room), Outbox(store, own, desk.shelf, clock)
        self.queue = PrintQueue(store)
        self.acceptance = Acceptance(*common, setting.documents)
        self.reversals = Reversals(*common, setting.documents)
        self.shifts = Shifts(store, clock)
        self.second = SecondPerson(*common, OnePassword())
        self.approvals = Approvals(*common, Questions(AgreedKeys(own, keys), entropy))
        self.reviews = Reviews(*common)
        self.holding = Holding(*common, setting.documents)
        self.packing = Packing(*common, setting.documents)
        self.dispatching = Dispatching(*common, setting.documents, PaperCodes(own, keys, entropy))
        self.arrivals = Arrivals(*common)
        self.rounds = Rounds(*common, setting.documents)
        self.redirecting = Redirecting(*common)
        self.incidents = Incidents(*common, setting.documents)
        self._sessions: dict[str, Session] = {}

    def session(self, user: str = "clerk") -> Session:
        """The session of a user; it lasts as long as the program."""
        if user not in self._sessions:
            with self.store.read() as reader:
                self._sessions[user] = begin_session(reader, user, {})
        return self._sessions[user]


class SimDesk:
    """A desk of one point."""

    def __init__(
        self, setting: Setting, device: int, point: Point, medium: Medium, ways: frozenset[Transport]
    ) -> None:
        self.setting, self.device, self.place, self.ways = setting, device, point, ways
        self.clock, self.fuse = DeskClock(setting.world), Fuse()
        self.shelf = FrameShelf(self.fuse)
        self.read_upto = 0
        self.shown: list[Shown] = []
        self.refused: list[str] = []
        self.followed = 0
        self.deaths = 0
        self.came_up: list[Callable[[], None]] = []
        self.keys = KeyList((), 1, FIRST_DAY)
        self._medium = medium
        self.entropy = setting.world.entropy(device)
        store = medium.create(self.clock, self.entropy, device)
        self._open(store)
        self.own = store._opened.sources.key.at(point.code)
        self._last = watched(store, self.fuse)
        self.program: Program | None = None

    @property
    def point(self) -> str:
        """Code of its point."""
        return self.place.code

    @property
    def name(self) -> str:
        """As the trace calls it."""
        return f"{self.device:02d}@{self.point}"

    @property
    def listed(self) -> DeskKeys:
        """What the province lists of it."""
        return DeskKeys(
            self.device, FIRST_DAY, LAST_DAY, self.point, self.own.public_key_hex, self.own.seal_key_hex
        )

    def is_up(self) -> bool:
        """Whether its program runs."""
        return self.program is not None

    @property
    def up(self) -> Program:
        """The running program.

        Raises:
            Crash: where none runs.
        """
        if self.program is None:
            raise Crash
        return self.program

    def begin(self, keys: KeyList) -> None:
        """Believe these desks, and start the program."""
        self.keys = keys
        self.program = Program(self, self._last)
        self.program.shifts.open(self.program.session(), self.program.shifts.proposed_date(), 500_000)

    def act(self, what: str, do: Callable[[Program], Result]) -> Result | None:
        """Let somebody do something; None where it was refused, or the program died of it, or none runs."""
        if self.program is None:
            return None
        world, faults = self.setting.world, self.setting.faults
        if faults.strikes("crash.any_step"):
            self.fuse.light(world.mischief.randint(0, world.mischief.choice((20, 60, 300))))
        self.fuse.before_commit = faults.strikes("crash.before_commit")
        self.fuse.after_commit = faults.strikes("crash.after_commit")
        try:
            made = do(self.program)
            self.fuse.put_out()
            if faults.strikes("crash.after_act"):
                raise Crash
        except DeskError as error:
            self.fuse.put_out()
            self.refused.append(error.code)
            world.note(self.name, f"{what} refused {error.code}")
            return None
        except Crash:
            self.die(what)
            return None
        world.note(self.name, what)
        return made

    def die(self, what: str) -> None:
        """The program ends; somebody starts it again some minutes later."""
        world = self.setting.world
        self.fuse.put_out()
        self.deaths += 1
        self.program = None
        world.note(self.name, f"{what} died")
        world.after(world.between(MINUTE, 8 * MINUTE), self._come_up)

    def events_after(self, stream: Stream, seq: int) -> list[Event]:
        """The desk's own events, read past any program."""
        found: list[Event] = []
        with self._last.read() as reader:
            while more := reader.events_after(stream, seq + len(found), 250):
                found += more
        return found

    def event(self, event_id: EventId) -> Event | None:
        """One of them."""
        with self._last.read() as reader:
            return reader.event(event_id)

    @property
    def store(self) -> DeskStore:
        """The store as it lies there, program or none."""
        return self._last

    def _come_up(self) -> None:
        world = self.setting.world
        self.clock.reboot()
        self._last = watched(self._medium.again(self._last, self.clock, self.entropy), self.fuse)
        self.program = Program(self, self._last)
        world.note(self.name, "up again")
        for each in self.came_up:
            each()

    def _open(self, store: DeskStore) -> None:
        """The first events of a production desk, and its safes."""
        plan = replace(
            trial_plan(self.setting.reference),
            device=self.device,
            point=self.point,
            desk_file="ab" * 32,
            blocks=(Block("MX", self.device * 10_000, self.device * 10_000 + NUMBERS),),
            transports=frozenset(way.value for way in self.ways),
            province_key=PROVINCE_KEY.hex(),
        )
        open_desk(store, plan, ALONE if self.place.one_person else STAFF)
        with store.work() as work:
            for code in SAFES:
                values = (("place", code), ("kind", "safe"))
                work.append(RegisterEntered(PLACES, code, values, self.point), Appending("clerk"))
            work.commit()
