"""Any sequence of allowed and disallowed acts of several people at three points, and mail between them in any order: one holder, always.

What is done and what must hold of it stand in `tests.support.custody_machine_acts` and `tests.support.custody_machine_laws`; here is only
what may happen next.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.services.reversal import ReversalReason
from tests.support import custody_machine_acts as acts
from tests.support import custody_machine_days as days
from tests.support import custody_machine_laws as laws
from tests.support import custody_machine_wrongs as wrongs
from tests.support.custody_machine import POINTS
from tests.support.custody_machine_points import ANY, DESK, HOW, RECEIVER, USER, Points


class Leaving(Points):
    """Accepted, let go, kept, packed, sent, taken back."""

    @initialize(which=st.lists(st.tuples(ANY, DESK, ANY, st.integers(0, 16)), min_size=2, max_size=4))
    def a_day_begins(self, which: list[tuple[int, int, int, int]]) -> None:
        """Some items are here and there on their way already."""
        for letter, at, turn, steps in which:
            item = acts.accept(self.doing(at, "chief" if letter % 4 == 3 else "clerk"), letter, "STC")
            assert item is not None
            wrongs.wrong_things(self.ground, item, turn)
            for step in range(steps):
                days.goes_on(self.ground, item, turn * (step + 1))
        self.touched.update(range(len(POINTS)))

    @rule(at=DESK, user=USER, which=ANY, receiver=RECEIVER)
    def somebody_accepts(self, at: int, user: str, which: int, receiver: str) -> None:
        acts.accept(self.doing(at, user), which, receiver)

    @rule(which=ANY, turn=ANY, times=st.integers(1, 6))
    def work_goes_on(self, which: int, turn: int, times: int) -> None:
        items = sorted(number for number in self.ground.truth if number.startswith("MX"))
        self.touched.update(range(len(POINTS)))
        for at in range(times):
            days.goes_on(self.ground, items[which % len(items)], turn * (at + 1))

    @rule(at=DESK, user=USER, which=st.lists(ANY, min_size=1, max_size=2), how=HOW)
    def somebody_approves(self, at: int, user: str, which: list[int], how: str) -> None:
        doing = self.doing(at, user)
        acts.approve(doing, [self.item(doing.desk, each, State.ACCEPTED) for each in which], how)

    @rule(at=DESK, user=USER, which=ANY, how=HOW)
    def somebody_rejects(self, at: int, user: str, which: int, how: str) -> None:
        doing = self.doing(at, user)
        acts.reject(doing, self.item(doing.desk, which, State.ACCEPTED), how)

    @rule(at=DESK, user=USER, which=ANY, taker=USER, keep=st.booleans())
    def something_is_kept_or_handed_on(self, at: int, user: str, which: int, taker: str, keep: bool) -> None:
        doing = self.doing(at, user)
        item = self.item(doing.desk, which, *days.LEAVES)
        if keep:
            acts.store(doing, item)
        else:
            acts.hand(doing, [item], taker)

    @rule(at=DESK, user=USER, which=st.lists(ANY, min_size=1, max_size=3), to=ANY)
    def somebody_packs(self, at: int, user: str, which: list[int], to: int) -> None:
        doing = self.doing(at, user)
        items = [self.item(doing.desk, each, *days.LEAVES) for each in which]
        acts.pack(doing, list(dict.fromkeys(items)), days.elsewhere(doing.desk.point, to))

    @rule(at=DESK, user=USER, which=ANY)
    def somebody_opens_again(self, at: int, user: str, which: int) -> None:
        doing = self.doing(at, user)
        acts.undo(doing, self.bag(doing.desk, which, State.CLOSED))

    @rule(at=DESK, user=USER, which=st.lists(ANY, min_size=1, max_size=2), to=ANY, how=HOW)
    def somebody_sends(self, at: int, user: str, which: list[int], to: int, how: str) -> None:
        doing = self.doing(at, user)
        bags = dict.fromkeys(self.bag(doing.desk, each, State.CLOSED, State.RECEIVED) for each in which)
        acts.send(doing, list(bags), days.elsewhere(doing.desk.point, to), how)

    @rule(at=DESK, user=USER, which=ANY, how=HOW)
    def somebody_recalls(self, at: int, user: str, which: int, how: str) -> None:
        doing = self.doing(at, user)
        acts.recall(doing, self.trip(doing.desk, which, State.SENT), how)

    @rule(at=DESK, user=USER, which=ANY)
    def somebody_takes_back(self, at: int, user: str, which: int) -> None:
        doing = self.doing(at, user)
        states = (State.ACCEPTED, State.APPROVED, State.STORED, State.REJECTED)
        acts.reverse(doing, self.item(doing.desk, which, *states), ReversalReason.WITHDRAWN)


class Coming(Points):
    """Mail, receptacles, items, arrivals."""

    @rule(at=DESK, which=st.lists(ANY, min_size=1, max_size=5))
    def mail_comes(self, at: int, which: list[int]) -> None:
        """In any order, in part, and what came before once more."""
        self.touched.add(at)
        desk = self.ground.desks[at]
        post = self.ground.post[desk.point]
        for each in which if post else ():
            event, seq = post[each % len(post)], desk.mind.seq
            is_known = event.id in desk.mind.taken
            assert self.ground.take(desk, event) is not is_known
            assert desk.mind.seq == seq + (not is_known)

    @rule(at=DESK, which=ANY)
    def mail_goes_astray(self, at: int, which: int) -> None:
        desk = self.ground.desks[at]
        others = [
            event for point, events in self.ground.post.items() if point != desk.point for event in events
        ]
        here = {event.id for event in self.ground.post[desk.point]}
        strays = [event for event in others if event.id not in here]
        if strays:
            before = laws.picture(desk)
            with pytest.raises(DeskError, match=r"inbox\.(other_point|own)"):
                self.ground.take(desk, strays[which % len(strays)])
            assert laws.picture(desk) == before

    @rule(at=DESK, user=USER, which=ANY, said=st.booleans(), seal=st.sampled_from(["", "NP9999999"]))
    def somebody_receives(self, at: int, user: str, which: int, said: bool, seal: str) -> None:
        doing = self.doing(at, user)
        bag = self.bag(doing.desk, which, State.SENT, State.UNKNOWN)
        holder = self.ground.truth.get(bag, "")
        dispatch = holder.partition(":")[2] if said and holder.startswith("trip:") else ""
        acts.receive(doing, bag, dispatch, seal)

    @rule(at=DESK, user=USER, which=ANY)
    def somebody_opens(self, at: int, user: str, which: int) -> None:
        doing = self.doing(at, user)
        acts.open_bag(doing, self.bag(doing.desk, which, State.RECEIVED))

    @rule(at=DESK, user=USER, which=ANY, bag=st.none() | ANY, damaged=st.booleans())
    def somebody_scans(self, at: int, user: str, which: int, bag: int | None, damaged: bool) -> None:
        doing = self.doing(at, user)
        item = self.item(doing.desk, which, State.DISPATCHED, State.UNKNOWN, State.ARRIVED)
        out_of = "" if bag is None else self.bag(doing.desk, bag, State.OPENED)
        acts.scan(doing, item, out_of, "damaged" if damaged else "intact")

    @rule(at=DESK, user=USER, which=ANY)
    def somebody_closes_an_arrival(self, at: int, user: str, which: int) -> None:
        doing = self.doing(at, user)
        acts.close_arrival(doing, self.trip(doing.desk, which, State.SENT))

    @rule(at=DESK)
    def arrivals_are_closed_with_their_records(self, at: int) -> None:
        days.arrivals_close(self.ground, self.doing(at).desk)

    @rule(at=DESK, user=USER, which=ANY, code=st.sampled_from(["missing", "damaged", "lost"]), closer=USER)
    def there_is_an_incident(self, at: int, user: str, which: int, code: str, closer: str) -> None:
        doing = self.doing(at, user)
        number = acts.incident(doing, code, self.item(doing.desk, which), days.elsewhere(doing.desk.point, 0))
        if number:
            acts.tend(doing, number, closer)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.ground.clock.pass_ms(hours * 360_000)


class Delivering(Points):
    """Out to the address, and what becomes of it."""

    @rule(at=DESK, user=USER, which=st.lists(ANY, min_size=1, max_size=2), postman=USER)
    def somebody_starts_a_round(self, at: int, user: str, which: list[int], postman: str) -> None:
        doing = self.doing(at, user)
        items = dict.fromkeys(self.item(doing.desk, each, *days.LEAVES, State.ATTEMPTED) for each in which)
        alone = postman == "inspector"
        acts.start_round(doing, list(items), "" if alone else postman)

    @rule(
        at=DESK, user=USER, which=ANY, party=st.sampled_from(["", "receiver", "sender"]), there=st.booleans()
    )
    def somebody_delivers(self, at: int, user: str, which: int, party: str, there: bool) -> None:
        doing = self.doing(at, user)
        states = (State.ARRIVED, State.STORED) if there else (State.OUT, State.ATTEMPTED)
        acts.deliver(doing, self.item(doing.desk, which, *states), party, at_counter=there)

    @rule(at=DESK, user=USER, which=ANY)
    def somebody_tries_in_vain(self, at: int, user: str, which: int) -> None:
        doing = self.doing(at, user)
        acts.attempt(doing, self.item(doing.desk, which, State.OUT))

    @rule(at=DESK, user=USER, which=ANY, postman=USER)
    def somebody_comes_back(self, at: int, user: str, which: int, postman: str) -> None:
        doing = self.doing(at, user)
        item = self.item(doing.desk, which, State.OUT, State.ATTEMPTED)
        acts.bring_back(doing, [item], "" if postman == "inspector" else postman)

    @rule(at=DESK, user=USER, which=ANY, receiver=RECEIVER, how=HOW)
    def somebody_forwards(self, at: int, user: str, which: int, receiver: str, how: str) -> None:
        doing = self.doing(at, user)
        states = (State.ARRIVED, State.STORED, State.ATTEMPTED)
        acts.forward(doing, self.item(doing.desk, which, *states), receiver, how)

    @rule(at=DESK, user=USER, which=ANY, how=HOW, aside=st.booleans())
    def somebody_turns_back(self, at: int, user: str, which: int, how: str, aside: bool) -> None:
        doing = self.doing(at, user)
        item = self.item(doing.desk, which, State.ATTEMPTED, State.RETURNING, State.UNCLAIMED)
        acts.turn_back(doing, item, how, aside=aside)

    @rule(at=DESK)
    def the_books_are_made_again(self, at: int) -> None:
        laws.check_rebuild(self.ground.desks[at])


class Custody(Leaving, Coming, Delivering):
    """All of it, and what nobody may do."""

    @rule(which=ANY, turn=ANY)
    def somebody_does_what_nobody_may(self, which: int, turn: int) -> None:
        items = sorted(number for number in self.ground.truth if number.startswith("MX"))
        wrongs.wrong_things(self.ground, items[which % len(items)], turn)

    @rule(which=ANY)
    def somebody_recalls_what_has_come_elsewhere(self, which: int) -> None:
        """Whoever gave it away cannot know yet."""
        items = sorted(number for number in self.ground.truth if number.startswith("MX"))
        self.touched.update(range(len(POINTS)))
        days.recalled_too_late(self.ground, items[which % len(items)])


class ForLong(Custody):
    """The same, for `make soak`."""


QUICK = settings(max_examples=30, stateful_step_count=30, suppress_health_check=list(HealthCheck))
TestCustodyMachine = Custody.TestCase
TestCustodyMachine.settings = QUICK
TestCustodyMachineForLong = pytest.mark.soak(ForLong.TestCase)
TestCustodyMachineForLong.settings = settings(QUICK, max_examples=2_000, stateful_step_count=60)
