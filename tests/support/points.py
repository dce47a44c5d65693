"""Several desks at several points for tests of custody: real encrypted stores, each with its own staff, and mail carried by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.app.first_run import trial_plan
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts.registers import RegisterEntered
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act, Role
from kt1desk.services.approvals import Approvals
from kt1desk.services.arrivals import Arrivals, ReceiveDraft
from kt1desk.services.confirming import Confirmed, SecondPerson
from kt1desk.services.dispatching import DispatchDraft, Dispatching, Sent
from kt1desk.services.holding import PLACES, Holding
from kt1desk.services.packing import PackDraft, Packed, Packing
from kt1desk.services.ports import Appending
from kt1desk.services.remote_approval import Questions
from kt1desk.services.reviewing import Reviews
from kt1desk.services.set_up import Block, NewUser
from kt1desk.store.folder import DataFolder
from tests.support.desks import Counter, ordinary, sample_reference
from tests.support.furnished import CLEARED, furnished

CENTRE, DISTRICT, COMMUNE, FAR = "240000", "241000", "243120", "240100"
"""A relay point of the province, a relay point of a former district, a point with one person, one that relays nothing."""
PASSWORD = "mat-khau-dung"
STAFF = (
    NewUser("clerk", "Hoàng Thị Hà", frozenset({Role.CLERK}), CLEARED),
    NewUser("other", "Nông Thị Hoa", frozenset({Role.CLERK}), CLEARED),
    NewUser("uncleared", "Nông Văn Minh", frozenset({Role.CLERK, Role.CONTROLLER})),
    NewUser("controller", "Vi Thanh Thủy", frozenset({Role.CONTROLLER}), CLEARED),
    NewUser("inspector", "Lương Minh Đức", frozenset({Role.INSPECTOR}), CLEARED),
    NewUser("postman", "Hứa Văn Tuấn", frozenset({Role.POSTMAN}), CLEARED),
    NewUser("chief", "Lý Ngọc Sơn", frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.CLERK}), CLEARED),
)


class OnePassword:
    """Everybody's password is the same; who asked is remembered."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def check(self, user: str, password: str) -> None:
        self.asked.append(user)
        if password != PASSWORD:
            raise DeskError("login.wrong_password", "password")


class AgreedKeys:
    """A key for each pair of desks, the same from both sides."""

    def __init__(self, own: int) -> None:
        self._own = own

    def agree(self, device: int) -> bytes:
        low, high = sorted((self._own, device))
        return bytes([low, high] * 16)


class PlainCodes:
    """The event's own bytes in parts of 100."""

    def parts(self, event: Event, to: str) -> tuple[bytes, ...]:
        data = event.hash + to.encode()
        return (data,)


@dataclass(frozen=True)
class PointDesk(Counter):
    """A desk of a point with all services of custody on it."""

    device: int = 1
    passwords: OnePassword = field(default_factory=OnePassword)

    @property
    def second(self) -> SecondPerson:
        return SecondPerson(self.store, self.reference, self.clock, self.passwords)

    @property
    def holding(self) -> Holding:
        return Holding(self.store, self.reference, self.clock, PaperFit())

    @property
    def packing(self) -> Packing:
        return Packing(self.store, self.reference, self.clock, PaperFit())

    @property
    def dispatching(self) -> Dispatching:
        return Dispatching(self.store, self.reference, self.clock, PaperFit(), PlainCodes())

    @property
    def arrivals(self) -> Arrivals:
        return Arrivals(self.store, self.reference, self.clock)

    def approvals(self) -> Approvals:
        """Each has questions of its own."""
        questions = Questions(AgreedKeys(self.device), random.Random(self.device).randbytes)
        return Approvals(self.store, self.reference, self.clock, questions)

    def confirmed(self, act: Act, user: str = "controller", session: str = "clerk") -> Confirmed:
        return self.second.confirm(self.session(session), act, user, PASSWORD)

    def new_item(
        self, secrecy: Secrecy = Secrecy.NONE, urgency: Urgency = Urgency.NONE, user: str = "clerk"
    ) -> str:
        return self.accept(replace(ordinary(), secrecy=secrecy, urgency=urgency), user).item

    def approve(self, *items: str) -> tuple[Event, ...]:
        return self.approvals().approve(self.session(), items, self.confirmed(Act.APPROVE_ITEM))

    def place(self, code: str) -> None:
        """A safe in the register."""
        fact = RegisterEntered(PLACES, code, (("place", code), ("kind", "safe")), self.session().desk.point)
        with self.store.work() as work:
            work.append(fact, Appending("chief"))
            work.commit()

    def pack(self, *items: str, to: str, receptacle: str = "", seal: str = "NP0000001") -> Packed:
        with self.store.read() as reader:
            weight_g = sum(held.weight_g for each in items if (held := reader.held_item(each)) is not None)
        draft = PackDraft(receptacle, seal, weight_g + 200, to, items)
        return self.packing.close(self.session(), draft)

    def send(self, *receptacles: str, to: str) -> Sent:
        draft = DispatchDraft(to, "DT1-05", "12A-123.45", False, receptacles, "Trần Văn Tải", "Lê Văn Lái")
        return self.dispatching.send(self.session(), draft, self.confirmed(Act.APPROVE_DISPATCH))

    def receive(
        self, receptacle: str, seal: str = "NP0000001", dispatch: str = "", **changes: object
    ) -> None:
        draft = ReceiveDraft(receptacle, seal, 540, "intact", "Lê Văn Lái", dispatch, True)
        self.arrivals.receive(self.session(), replace(draft, **changes))  # type: ignore[arg-type]

    def take(self, event: Event) -> bool:
        with self.store.work() as work:
            was_new = work.take_mail(event, "paper", "clerk")
            work.commit()
        return was_new

    def state(self, number: str) -> tuple[str, str]:
        """State and holder of a thing."""
        with self.store.read() as reader:
            standing = reader.standing(number)
        assert standing is not None
        return standing.state.value, standing.holder


@contextmanager
def point_desk(root: Path, point: str, device: int) -> Iterator[PointDesk]:
    """A real desk (no trial) at a point, with its staff and an open shift."""
    rows = sample_reference()
    plan = replace(
        trial_plan(rows),
        device=device,
        point=point,
        desk_file="0" * 64,
        blocks=(Block("MX", device * 10_000, device * 10_000 + 2_000),),
    )
    folder = DataFolder(root / f"desk-{device}")
    store, clock = furnished(folder, plan, seed=device, staff=STAFF)
    try:
        desk = PointDesk(folder, store, clock, rows, device)
        desk.open_shift()
        yield desk
    finally:
        store.close()


def on_day() -> date:
    """The day of the clock of every desk here."""
    return date(2026, 11, 23)


def reviews(desk: PointDesk) -> Reviews:
    """What was done at the desk with KT1 items without a second person."""
    return Reviews(desk.store, desk.reference, desk.clock)
