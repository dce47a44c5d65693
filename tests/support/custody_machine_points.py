"""The three points as a machine of Hypothesis: what may be drawn, how a thing is chosen, what is held after each step and at the end.

This module must not know what may be done.
"""

from __future__ import annotations

import sys

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from kt1desk.domain.custody import State, ThingKind
from tests.support import custody_machine_days as days
from tests.support import custody_machine_laws as laws
from tests.support import custody_machine_orders as orders
from tests.support.custody_machine import POINTS, Ground, MachineDesk
from tests.support.custody_machine_doing import Doing

DESK = st.integers(0, len(POINTS) - 1)
ANY = st.integers(0, 63)
"""Which of all things that are there; numbers up to 47 mean one that the act is meant for, where there is one."""
USERS = ["clerk", "clerk", "clerk", "chief", "other", "controller", "postman", "inspector", "uncleared"]
USER = st.sampled_from(USERS)
HOW = st.sampled_from(["controller", "controller", "remote", *USERS, "misheard", "alone"])
"""Who confirms, or how; see `Doing.confirmed`."""
RECEIVER = st.sampled_from(["STC", "UBVL"])


class Points(RuleBasedStateMachine):
    """The ground, and how a thing is chosen on it."""

    def __init__(self) -> None:
        super().__init__()
        self.ground = Ground()
        self.touched: set[int] = set()

    def doing(self, at: int, user: str = "clerk") -> Doing:
        self.touched.add(at)
        return Doing(self.ground, self.ground.desks[at], user)

    def item(self, desk: MachineDesk, which: int, *states: State) -> str:
        """An item in one of these states at the desk, or any of which anybody knows."""
        return self._thing(desk, ThingKind.ITEM, which, states)

    def bag(self, desk: MachineDesk, which: int, *states: State) -> str:
        return self._thing(desk, ThingKind.RECEPTACLE, which, states)

    def trip(self, desk: MachineDesk, which: int, *states: State) -> str:
        return self._thing(desk, ThingKind.DISPATCH, which, states)

    def _thing(self, desk: MachineDesk, kind: ThingKind, which: int, states: tuple[State, ...]) -> str:
        numbers = sorted(
            {number for each in self.ground.desks for k, number in each.mind.things if k is kind}
        )
        if which < 48:
            near = [number for number in numbers if self.ground.is_within_reach(desk, number)]
            stand = [(number, days.standing(desk, number)) for number in near]
            meant = [number for number, row in stand if (row.state if row else State.UNKNOWN) in states]
            numbers = meant or numbers
        return numbers[which % len(numbers)] if numbers else "MX000100014VN"

    @invariant()
    def each_thing_has_one_holder(self) -> None:
        for at in sorted(self.touched):
            desk = self.ground.desks[at]
            laws.check_stands(desk, desk.mind.things)
            laws.check_holding(desk)
            laws.check_mail(desk)
        if self.touched:
            laws.check_agreement(self.ground)
        self.touched.clear()

    def teardown(self) -> None:
        try:
            if sys.exc_info()[1] is None:
                self._ends()
        finally:
            self.ground.close()

    def _ends(self) -> None:
        """All mail comes, and everybody knows where everything is."""
        for desk, event in list(self.ground.untaken()):
            self.ground.take(desk, event)
        self.touched.update(range(len(POINTS)))
        self.each_thing_has_one_holder()
        laws.check_hands(self.ground)
        for desk in self.ground.desks:
            laws.check_rebuild(desk)
            orders.check_orders(self.ground, desk)
        orders.check_folds(self.ground.desks)
