"""Any order of acceptances, cases, reversals, voids, shifts and restarts: chains hold, and what is shown is what a replay shows."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import NumberVoided, PaperReprinted, Party, ShiftClosed, ShiftOpened
from kt1desk.domain.identifiers import number_at
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import FIRST_LEG, grant_legs, reverse_case, reverse_item, take_case, take_case_in
from tests.support.clocks import HandClock
from tests.support.journals import FIRST_SERIAL, SHIFT, accept, accept_in, begin, make, reopen

BLOCK = 60
AGENCIES = st.sampled_from(["", "SNV", "UBVL", "TU"])


class Desk(RuleBasedStateMachine):
    """A store beside a model of what it must hold: numbers used, money, committed events."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="kt1desk-machine-"))
        self.clock = HandClock()
        self.store: DeskStore = make(self.root, self.clock)
        self.used: set[str] = set()
        self.accepted: list[str] = []
        self.items: dict[str, EventId] = {}
        self.cases: dict[str, EventId] = {}
        self.numbered = self.legs = self.in_shift_cases = 0
        self.cash_back = 0
        self.shift_open = True
        self.shifts = 1
        self.cash = 0
        self.in_shift = 0

    @initialize()
    def first_events(self) -> None:
        begin(self.store, FIRST_SERIAL, FIRST_SERIAL + BLOCK - 1)
        grant_legs(self.store)
        self.events = 7

    @precondition(lambda self: self.shift_open and self.shifts == 1)
    @rule(secret=st.booleans(), sender=AGENCIES, receiver=AGENCIES, at=st.none() | st.integers(0, BLOCK - 1))
    def an_item_is_accepted(self, *, secret: bool, sender: str, receiver: str, at: int | None) -> None:
        number = "" if at is None else number_at("ME", FIRST_SERIAL + at).text
        parties = [Party(agency, f"Cơ quan {agency}", "Số 1", "20") for agency in (sender, receiver)]
        free = [self._number(at) for at in range(BLOCK) if self._number(at) not in self.used]
        if number in self.used or not free:
            with pytest.raises(DeskError, match=r"number\.(used|block_empty)"):
                accept(self.store, number, secret=secret, sender=parties[0], receiver=parties[1])
            return
        event = accept(self.store, number, secret=secret, sender=parties[0], receiver=parties[1])
        got = str(event.body()["item"])
        assert got == (number or free[0])
        self.used.add(got)
        self.accepted.append(got)
        self.items[got] = event.id
        self.cash += 54_000
        self.in_shift += 1
        self.events += 2

    @rule(at=st.integers(0, BLOCK - 1))
    def a_number_is_voided(self, at: int) -> None:
        number = self._number(at)
        fact = NumberVoided(number, "label_lost")
        if number in self.used:
            with self.store.work() as work, pytest.raises(DeskError, match=r"number\.used"):
                work.append(fact, Appending("lan"))
            return
        with self.store.work() as work:
            work.append(fact, Appending("lan"))
            work.commit()
        self.used.add(number)
        self.events += 1

    @precondition(lambda self: self.shift_open and self.shifts == 1)
    @rule(legs=st.integers(1, 2), line=st.booleans())
    def a_case_is_taken_over(self, *, legs: int, line: bool) -> None:
        self.numbered += 1
        event = take_case(self.store, legs=legs, line=f"line {self.numbered}" if line else "")
        assert event.body()["dossier"] == f"LS01-261123-0-{self.numbered:03d}"
        self.cases[str(event.body()["dossier"])] = event.id
        self.legs += legs
        self.in_shift_cases += 1
        self.cash += (30_500 if legs == 1 else 59_000) + 108_000
        self.events += 5

    @precondition(lambda self: self.shifts == 1 and self.items)
    @rule(at=st.integers(0, 1_000))
    def an_item_is_taken_back(self, at: int) -> None:
        number = sorted(self.items)[at % len(self.items)]
        reverse_item(self.store, number, self.items.pop(number))
        self.cash_back += 54_000
        self.events += 2

    @precondition(lambda self: self.shifts == 1 and self.cases)
    @rule(at=st.integers(0, 1_000))
    def a_case_is_taken_back(self, at: int) -> None:
        number = sorted(self.cases)[at % len(self.cases)]
        reverse_case(self.store, number, self.cases.pop(number))
        self.cash_back += 59_000
        self.events += 2

    @precondition(lambda self: self.shift_open and self.shifts == 1)
    @rule(secret=st.booleans(), case=st.booleans())
    def a_clerk_turns_back_before_the_commit(self, *, secret: bool, case: bool) -> None:
        if len(self.used) == BLOCK:
            return
        with self.store.work() as work:
            if case:
                take_case_in(work)
            accept_in(work, secret=secret)

    @rule(count=st.integers(1, 3))
    def a_paper_is_reprinted(self, count: int) -> None:
        with self.store.work() as work:
            for copy in range(count):
                work.append(PaperReprinted("kt1_label", "x", copy + 2, "torn"), Appending("lan"))
            work.commit()
        self.events += count

    @rule()
    def the_shift_changes(self) -> None:
        with self.store.work() as work:
            if self.shift_open:
                closed = ShiftClosed(f"2026-11-23/{self.shifts}", self.cash, self.cash, self.in_shift)
                work.append(closed, Appending("lan"))
            else:
                self.shifts += 1
                self.cash = self.in_shift = self.cash_back = self.in_shift_cases = 0
                work.append(ShiftOpened(f"2026-11-23/{self.shifts}", "2026-11-23", "D0", 0), Appending("lan"))
            work.commit()
        self.shift_open = not self.shift_open
        self.events += 1

    @rule(ms=st.integers(-10_000_000, 10_000_000))
    def the_wall_clock_jumps(self, ms: int) -> None:
        self.clock.wall_ms += ms

    @rule()
    def the_program_starts_again(self) -> None:
        self.store.close()
        self.store = reopen(self.root, self.clock)

    @invariant()
    def what_is_shown_is_what_was_done(self) -> None:
        with self.store.read() as reader:
            assert reader.event_count() == self.events
            shift = reader.last_shift()
            assert shift is not None
            assert (shift.cash_dong, shift.items) == (self.cash, self.in_shift)
            assert (shift.paid_dong, shift.dossiers) == (self.cash_back, self.in_shift_cases)
            assert (reader.open_shift() is not None) == self.shift_open
            shown = [item.item for item in reader.items_of_shift(SHIFT, 100)]
            assert shown == self.accepted[::-1]
            assert {item.item for item in reader.items_here(100)} == set(self.items)
            assert {case.dossier for case in reader.dossiers_here(100)} == set(self.cases)
            block, legs = reader.blocks()
            assert legs.next == FIRST_LEG + self.legs
            assert block.left == BLOCK - len(self.used)
            free = [at for at in range(BLOCK) if self._number(at) not in self.used]
            assert block.next == FIRST_SERIAL + (free[0] if free else BLOCK)

    def teardown(self) -> None:
        report = verify(self.store)
        self.store.close()
        shutil.rmtree(self.root)
        assert report.ok, report
        assert report.events == self.events

    @staticmethod
    def _number(at: int) -> str:
        return number_at("ME", FIRST_SERIAL + at).text


TestJournalMachine = Desk.TestCase
TestJournalMachine.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
