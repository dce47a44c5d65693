"""The people of a point: what somebody does next is drawn from what really lies before him, wrong moves included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.approval import Manner
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.custody import State
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Confirmed
from kt1desk.services.custody_rows import StandingRow
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.reversal import ReversalReason
from tests.simulation.at_rest import SAFES
from tests.simulation.desk import SimDesk
from tests.simulation.ground import Ground
from tests.simulation.program import Program
from tests.support.points import PASSWORD

DAY = date(2026, 11, 23)
LETTERS = (Secrecy.NONE, Secrecy.NONE, Secrecy.NONE, Secrecy.C, Secrecy.B, Secrecy.A)
SPEEDS = (Urgency.NONE, Urgency.NONE, Urgency.NONE, Urgency.EXPRESS)
TRIES = 4
Move = Callable[["Folk"], bool]


@dataclass
class Folk:
    """Everybody at one point."""

    desk: SimDesk
    ground: Ground
    desks: dict[str, SimDesk]
    seals: list[int]
    beside: frozenset[int] = frozenset()
    """Other desks of the point."""

    @property
    def point(self) -> str:
        """Where they work."""
        return self.desk.point

    def strikes(self, name: str) -> bool:
        """Whether somebody makes this mistake now."""
        return self.desk.setting.faults.strikes(name)

    def loose(self) -> list[str]:
        """Items that lie open here and of which this desk heard what the one beside it did last: its people talk to each other."""
        return [item for item in self.ground.loose_at(self.point) if self._heard(item)]

    def bags(self) -> list[str]:
        """The same of receptacles."""
        return [bag for bag in self.ground.bags_at(self.point) if self._heard(bag)]

    def _heard(self, thing: str) -> bool:
        last = self.ground.last.get(thing)
        if last is None or last.device not in self.beside:
            return True
        with self.desk.store.read() as reader:
            return reader.received(last) is not None

    def pick(self, things: list[str]) -> str:
        """One of them at random."""
        return self.desk.setting.world.chance.choice(things)

    def some(self, things: list[str], most: int) -> list[str]:
        """Some of them, at least one."""
        chance = self.desk.setting.world.chance
        return chance.sample(things, chance.randint(1, min(most, len(things))))

    def clerk(self) -> str:
        """Who sits at the desk."""
        return (
            "clerk"
            if self.desk.place.one_person or self.desk.setting.world.chance.random() < 0.8
            else "other"
        )

    def standing(self, thing: str) -> StandingRow | None:
        """What the screen says of a thing."""
        with self.desk.store.read() as reader:
            return reader.standing(thing)

    def held(self, *states: State) -> list[str]:
        """Items that lie open here, are ours, and stand in one of these states by the screen."""
        found = []
        for item in self.loose():
            standing = self.standing(item)
            if (
                standing is not None
                and standing.state in states
                and self.ground.holder(item).point == self.point
            ):
                found.append(item)
        return found

    def new_seal(self) -> str:
        """The next seal from the province's roll."""
        self.seals[0] += 1
        return f"NP{self.seals[0]:07d}"

    def old_seal(self) -> str:
        """One that was used before, here if anything was closed here."""
        used = [self.ground.sealed[bag][0] for bag in self.ground.closed_by(self.desk.device)]
        return self.pick(used) if used else self.new_seal()

    def confirm(self, program: Program, act: Act, things: tuple[str, ...], by: str) -> Confirmed:
        """Somebody else looks at it: on the spot, over the telephone, or nobody, with a reason."""
        session = program.session(by)
        if not self.desk.place.one_person:
            return program.second.confirm(session, act, self.pick(["controller", "chief"]), PASSWORD)
        manner = self.desk.setting.world.chance.random()
        if manner < 0.4 and act in {Act.APPROVE_ITEM, Act.APPROVE_DISPATCH}:
            return program.second.confirm(session, act, "postman", PASSWORD)
        if manner < 0.8:
            return self._by_telephone(program, act, things, by)
        return program.second.exception(session, act, "nobody_reached")

    def _by_telephone(self, program: Program, act: Act, things: tuple[str, ...], by: str) -> Confirmed:
        offices = [desk for desk in self.desks.values() if not desk.place.one_person]
        office = self.desk.setting.world.chance.choice(offices)
        question = program.approvals.ask_remote(program.session(by), act, things, office.device)
        told = office.act(
            "answers the telephone",
            lambda there: there.approvals.grant_remote(
                there.session("chief"), self.desk.device, question.digits, act, len(things)
            ),
        )
        return program.approvals.take_answer(program.session(by), question, "chief", told or "00000000")


def accept(folk: Folk) -> bool:
    """A new item comes over the counter."""
    desk, chance = folk.desk, folk.desk.setting.world.chance
    agencies = [row for row in desk.setting.reference.agencies if row.holds(DAY)]
    sender = chance.choice([row for row in agencies if row.uses_kt1])
    receiver = chance.choice([row for row in agencies if row != sender])
    draft = AcceptanceDraft(
        sender=sender.agency_id,
        receiver=receiver.agency_id,
        weight_g=chance.randint(20, 900),
        secrecy=chance.choice(LETTERS),
        urgency=chance.choice(SPEEDS),
    )
    by = folk.clerk()

    def do(program: Program) -> str:
        session = program.session(by)
        checklist = program.acceptance.quote(session, draft).checklist
        return program.acceptance.accept(session, replace(draft, answers=all_confirmed(checklist))).item

    return desk.act("accept", do) is not None


def approve(folk: Folk) -> bool:
    """A second person lets items go; now and then somebody tries it for what he accepted himself."""
    waiting = folk.held(State.ACCEPTED)
    if not waiting:
        return False
    items = tuple(folk.some(waiting, 3))

    def do(program: Program) -> object:
        confirmed = folk.confirm(program, Act.APPROVE_ITEM, items, "clerk")
        return program.approvals.approve(program.session(), items, confirmed)

    return folk.desk.act(f"approve {' '.join(items)}", do) is not None


def approve_own(folk: Folk) -> bool:
    """Whoever accepted it tries to be the second person."""
    waiting = [item for item in folk.held(State.ACCEPTED) if folk.ground.acceptor[item] == "clerk"]
    if not waiting:
        return False
    item = folk.pick(waiting)
    by = "clerk" if folk.desk.place.one_person else "other"
    said = Confirmed(Manner.SPOT, "clerk")
    return (
        folk.desk.act(
            f"approve own {item}",
            lambda program: program.approvals.approve(program.session(by), [item], said),
        )
        is not None
    )


def withdraw(folk: Folk) -> bool:
    """A sender takes his item back."""
    items = folk.held(State.ACCEPTED, State.APPROVED)
    if not items:
        return False
    item = folk.pick(items)
    why = ReversalReason.WITHDRAWN
    return (
        folk.desk.act(
            f"withdraw {item}", lambda program: program.reversals.withdraw_item(program.session(), item, why)
        )
        is not None
    )


def store(folk: Folk) -> bool:
    """Into the safe, scanned."""
    items = folk.held(State.ACCEPTED, State.APPROVED, State.ARRIVED, State.STORED, State.ATTEMPTED)
    if not items:
        return False
    item, place, by = folk.pick(items), folk.pick(list(SAFES)), folk.clerk()
    return (
        folk.desk.act(
            f"store {item}",
            lambda program: program.holding.store(program.session(by), item, place, scan=True),
        )
        is not None
    )


def hand(folk: Folk) -> bool:
    """From hand to hand."""
    items = folk.held(State.APPROVED, State.ARRIVED, State.STORED)
    if not items or folk.desk.place.one_person:
        return False
    given, taker = folk.some(items, 2), folk.pick(["other", "controller"])

    def do(program: Program) -> object:
        session = program.session()
        confirmed = program.second.confirm(session, Act.HAND_OVER_ITEM, taker, PASSWORD)
        return program.holding.hand(session, given, confirmed, scan=True)

    return folk.desk.act(f"hand {' '.join(given)}", do) is not None
