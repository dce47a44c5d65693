"""A desk in a later incarnation: what the gate lacks of the earlier one goes first and as it is; what is over there is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.gate_talk import Ask, Gate, Reply
from kt1desk.exchange.round_report import Ending
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from tests.support.gate_model import GateModel
from tests.support.line_desks import Tapped
from tests.support.restoring import DEVICE, NoMail, Seller, events_at, gate_of, ours, seller


@dataclass
class Ahead:
    """A line on which questions go out before the answers to earlier ones are read, as on a real one.

    Attributes:
        begun_early: frames that began an incarnation while an earlier one was unanswered.
    """

    gate: Gate
    begun_early: list[int] = field(default_factory=list)

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        waiting = iter(asks)
        while flight := list(islice(waiting, 8)):
            for stream in Stream:
                lives = [life for of, life in map(_life, flight) if of is stream]
                self.begun_early += [life for life in lives if life > min(lives)]
            yield from self.gate.talk(flight)

    def close(self) -> None:
        self.gate.close()


def _life(ask: Ask) -> tuple[Stream | None, int]:
    if ask.frame is None:
        return None, 0
    first = read_head(ask.frame).head.first
    return first.stream, first.incarnation


def go_on(desk: Seller) -> None:
    """Begin a later incarnation, with nothing lost; its register may go over the network."""
    leave = Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 0))
    incarnations.begin(desk.store, leave)
    desk.allow()


def assert_all_there(gate: GateModel, desk: Seller) -> None:
    assert [event.hash for event in events_at(gate, desk)] == [event.hash for event in ours(desk)]


def test_what_the_gate_lacks_of_the_earlier_life_goes_first_as_it_is(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    desk.sell(300)
    before = ours(desk)
    go_on(desk)
    desk.sell(2)
    line = Ahead(gate.line(DEVICE))

    report = Courier(line, desk.line, NoMail()).round()

    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert line.begun_early == []
    assert_all_there(gate, desk)
    assert {event.hash for event in before} <= {event.hash for event in events_at(gate, desk)}


def test_a_register_whose_line_was_closed_until_now_sends_its_earlier_chain_first(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk", allowed=False)
    desk.sell(2)
    desk.push(gate)
    leave = Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 0))
    incarnations.begin(desk.store, leave)
    desk.sell(2)
    desk.push(gate)
    assert gate.frames(DEVICE, Stream.KT1, 1) == []
    assert gate.frames(DEVICE, Stream.KT1, 2) == []

    desk.allow()
    report = desk.push(gate)

    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert_all_there(gate, desk)


def test_with_nothing_to_do_a_later_life_asks_once_too(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    go_on(desk)
    desk.push(gate)
    line = Tapped(gate.line(DEVICE))

    Courier(line, desk.line, NoMail()).round()

    assert [ask.frame for ask in line.asks] == [None]


def test_a_token_that_the_gate_forgot_is_mended_by_the_first_frame_of_the_later_life(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    go_on(desk)
    known = gate.devices[DEVICE]
    known.token, known.token_before = b"T" * 16, b"U" * 16

    report = desk.push(gate)

    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert gate.audit[DEVICE, "rejoin"] == 1
    assert_all_there(gate, desk)


def test_a_token_that_the_gate_forgot_costs_one_stream_at_most_its_unsent_end(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    desk.sell(3)
    go_on(desk)
    known = gate.devices[DEVICE]
    known.token, known.token_before = b"T" * 16, b"U" * 16

    report = desk.push(gate)

    here, there = ours(desk), {event.hash for event in events_at(gate, desk)}
    lacking = {event.id.stream for event in here if event.hash not in there}
    assert (report.ended, report.problem) == (Ending.DONE, None)
    assert len(lacking) == 1


def test_an_earlier_life_that_went_on_elsewhere_is_left_and_the_later_one_begins(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(2)
    desk.push(gate)
    told = events_at(gate, desk)
    desk.put_back(copy)
    desk.start_restored()
    desk.allow()
    desk.sell(1)

    report = desk.push(gate)

    assert [each.problem for each in report.streams] == [None, None]
    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert {event.hash for event in told} < {event.hash for event in events_at(gate, desk)}
    assert {event.id.incarnation for event in events_at(gate, desk)} == {1, 2}


def test_a_centre_that_was_restored_to_an_earlier_life_gets_all_of_both_again(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    held = gate.backup()
    desk.sell(3)
    desk.push(gate)
    go_on(desk)
    desk.sell(2)
    desk.push(gate)
    before = dict(gate.devices[DEVICE].chains)
    gate.restore(held)

    report = desk.push(gate)

    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert gate.devices[DEVICE].chains == before


def test_a_cut_in_the_earlier_life_begins_nothing_and_the_next_round_goes_on_there(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.push(gate)
    desk.sell(300)
    go_on(desk)
    line = Tapped(gate.line(DEVICE), lost_asks={2})

    cut = Courier(line, desk.line, NoMail()).round()
    begun = {life for _, life in gate.devices[DEVICE].chains}
    healed = desk.push(gate)

    assert (cut.ended, begun) == (Ending.LATER, {1})
    assert cut.unsent > 0
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)
    assert_all_there(gate, desk)
