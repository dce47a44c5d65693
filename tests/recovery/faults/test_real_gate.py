"""Faults 13, 14 and 15 against the gate's own function in a real server: earlier lives first, a token mended, lost frames brought back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.gate_talk import Ask, Gate, OwnFrames
from kt1desk.exchange.line_state import read_state
from kt1desk.exchange.round_report import Ending
from kt1desk.exchange.trust import KeyList
from kt1desk.recovery.restoring import is_settled, reason_to_bar
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from kt1desk.store.own_keys import own_keys
from kt1desk.store.settings import Settings
from tests.support.enrolled import MadeCentre, made_centre
from tests.support.exchange_keys import DAY, OFFICE_POINT, row_of
from tests.support.restoring import DEVICE, HARDWARE, Seller, accepted, ours, seller


@dataclass
class RealGate:
    """The gate of a centre that was set up as in operation, and the line of one desk to it."""

    centre: MadeCentre
    gate: GateLine

    def line(self, device: int) -> Gate:
        assert device == DEVICE
        return self.gate

    def events(self, desk: Seller) -> list[Event]:
        """All that the gate has, proved."""
        keys = KeyList((row_of(own_keys(desk.store, OFFICE_POINT)),), 1, DAY)
        found: list[Event] = []
        for stream in Stream:
            for incarnation in (1, 2, 3):
                number = 1
                while got := self._own(desk, OwnFrames(stream, incarnation, number)):
                    number += len(got)
                    found += [event for data in got for event in open_frame(data, keys, shipped()).events]
        return found

    def _own(self, desk: Seller, wish: OwnFrames) -> tuple[bytes, ...]:
        token = read_state(Settings(desk.store)).token
        (reply,) = self.gate.talk([Ask(token, HARDWARE, 1_000_000, 0, own=wish)])
        return reply.own


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeCentre]:
    with made_centre(tmp_path_factory.mktemp("centre") / "f") as made:
        yield made


@pytest.fixture
def gate(centre: MadeCentre, tmp_path: Path) -> Iterator[RealGate]:
    centre.cluster.empty()
    line = centre.enrol(DEVICE, OFFICE_POINT)
    (tmp_path / "line").mkdir()
    made = RealGate(centre, GateLine(centre.settings(line, tmp_path / "line")))
    yield made
    made.gate.close()


def assert_same_at_both(gate: RealGate, desk: Seller) -> None:
    desk.allow()
    report = desk.push(gate)
    assert (report.ended, report.unsent, reason_to_bar(report)) == (Ending.DONE, 0, "")
    assert {event.hash for event in gate.events(desk)} == {event.hash for event in ours(desk)}
    assert max(accepted(ours(desk)).values()) == 1


def test_what_the_gate_lacks_of_an_earlier_life_goes_first_as_it_is(gate: RealGate, tmp_path: Path) -> None:
    desk = seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    desk.sell(300)
    leave = Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 0))
    incarnations.begin(desk.store, leave)
    desk.sell(1)

    assert_same_at_both(gate, desk)

    assert {event.id.incarnation for event in gate.events(desk)} == {1, 2}


def test_a_copy_that_sold_offline_begins_anew_at_the_gate_and_gets_back_what_it_lost(
    gate: RealGate, tmp_path: Path
) -> None:
    desk = seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(4)
    for _ in range(3):
        desk.push(gate)
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(2)

    first = desk.push(gate)
    brought = desk.settle_alone(gate)

    assert (first.ended, reason_to_bar(first)) == (Ending.DONE, "")
    assert ("d00007", "rejoin") in gate.centre.audit(DEVICE)
    assert brought.rewritten is not None
    assert brought.rewritten.came_back == 8
    assert is_settled(desk.line.notes, 2)
    assert_same_at_both(gate, desk)


def test_a_copied_folder_is_shut_by_the_gates_word_and_goes_on_after_a_supervisor_let_it(
    gate: RealGate, tmp_path: Path
) -> None:
    desk = seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    image = desk.copy(tmp_path / "image.db", marker=True)
    desk.push(gate)
    desk.push(gate)
    desk.put_back(image, marker=True)
    desk.start()

    reason = reason_to_bar(desk.push(gate))
    incarnations.bar(desk.store, reason)
    with pytest.raises(DeskError, match=r"desk\.read_only"):
        desk.sell()
    desk.bring_together(gate, numbers=(desk.receipts[-1][0],))
    desk.sell(2)

    assert reason == "token"
    assert_same_at_both(gate, desk)


def test_a_desk_that_the_gate_holds_other_events_of_writes_its_branch_again(
    gate: RealGate, tmp_path: Path
) -> None:
    desk = seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    image = desk.copy(tmp_path / "image.db", marker=True)
    desk.sell(2)
    desk.push(gate)
    desk.put_back(image, marker=True)
    desk.start()
    third = desk.sell(3, secret=True)[2]

    reason = reason_to_bar(desk.push(gate))
    done = desk.bring_together(gate, numbers=(str(third.body()["item"]),))

    assert reason == "fork"
    assert [row.why for row in done.not_reissued] == ["number.used", "number.used"]
    assert_same_at_both(gate, desk)
