"""What waits to be sent, read from the store alone: true while the centre is away, and by what the centre said last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.backlog import StreamBacklog, backlogs
from kt1desk.exchange.frames import Mark
from kt1desk.exchange.gate_talk import Place
from kt1desk.exchange.line_state import LineState, read_state
from kt1desk.store import incarnations
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.incarnations import Renewal
from kt1desk.store.settings import Settings
from tests.support.chains import arrived
from tests.support.exchange_keys import OFFICE_POINT
from tests.support.gate_model import GateModel
from tests.support.line_desks import courier
from tests.support.mail_desks import MailDesk, mail_desk
from tests.support.restoring import Seller, events_at, gate_of, ours, seller

DEVICE, HOUR_MS = 7, 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MailDesk]:
    with mail_desk(tmp_path, DEVICE, OFFICE_POINT) as made:
        yield made


def waits(desk: MailDesk, state: LineState | None = None) -> dict[Stream, StreamBacklog]:
    known = state if state is not None else read_state(Settings(desk.store))
    with desk.store.read() as reader:
        return {each.stream: each for each in backlogs(reader, FrameShelf(desk.store, 1), known, 1)}


def exchanged(desk: MailDesk) -> None:
    gate = GateModel(lambda: b"w" * 16, lambda: desk.clock.wall_ms)
    gate.enrol(DEVICE, OFFICE_POINT)
    courier(gate.line(DEVICE), desk).round()


def test_before_the_first_exchange_everything_waits_since_the_first_event(desk: MailDesk) -> None:
    begun_ms = desk.clock.wall_ms
    desk.clock.pass_ms(HOUR_MS)
    desk.write(arrived())

    found = waits(desk)

    with desk.store.read() as reader:
        assert {each: row.unsent for each, row in found.items()} == {
            stream: reader.last_seq(stream) for stream in Stream
        }
    assert {row.oldest_ms for row in found.values()} == {begun_ms}


@pytest.mark.parametrize(
    "state",
    [
        LineState(taken={Stream.KT1: Place(1, Mark(1, bytes(32)))}),
        LineState(taken={Stream.KT1: Place(2, Mark(1, bytes(32)))}),
        LineState(taken={Stream.KT1: Place(1, Mark(9, b"x" * 32))}),
    ],
)
def test_a_mark_that_names_no_frame_of_ours_says_nothing(desk: MailDesk, state: LineState) -> None:
    assert waits(desk, state) == waits(desk, LineState())


def test_what_the_file_forbids_or_nobody_approved_is_told_way_by_way(tmp_path: Path) -> None:
    ways = frozenset({Transport.NETWORK, Transport.BUNDLE})
    with mail_desk(tmp_path, DEVICE, OFFICE_POINT, ways, approved=False) as desk:
        found = waits(desk)

    assert {way: error.code for way, error in found[Stream.KT1].shut.items()} == {
        Transport.NETWORK: "exchange.no_approval",
        Transport.PAPER: "exchange.no_paper",
    }
    assert not found[Stream.KT1].by_network
    assert dict(found[Stream.COUNTER].shut) == {}


def test_a_trial_desk_may_go_no_way(tmp_path: Path) -> None:
    with mail_desk(tmp_path, 0, OFFICE_POINT) as desk:
        found = waits(desk)

    assert all(set(row.shut) == set(Transport) for row in found.values())


def test_after_an_exchange_nothing_waits_until_something_is_written_again(desk: MailDesk) -> None:
    exchanged(desk)
    after = waits(desk)
    desk.clock.pass_ms(HOUR_MS)
    desk.write(arrived())
    again = waits(desk)

    assert {(row.unsent, row.oldest_ms) for row in after.values()} == {(0, 0)}
    assert sum(row.unsent for row in again.values()) == 1
    assert max(row.oldest_ms for row in again.values()) == desk.clock.wall_ms


def unsent(desk: Seller) -> dict[Stream, int]:
    line = desk.line
    with line.journal.read() as reader:
        found = backlogs(reader, line.shelf, read_state(line.notes), line.incarnation)
    return {each.stream: each.unsent for each in found}


def begin_later(desk: Seller) -> None:
    incarnations.begin(desk.store, Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 0)))


def test_what_an_earlier_life_never_sent_waits_beside_what_the_later_one_wrote(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    before, sent = ours(desk), unsent(desk)
    lost = desk.sell(3)

    begin_later(desk)
    desk.sell(2)

    new = len(ours(desk)) - len(before)
    assert sum(sent.values()) == 0
    assert sum(unsent(desk).values()) == new > len(lost) + 2
    line = desk.line
    with line.journal.read() as reader:
        oldest = [each.oldest_ms for each in backlogs(reader, line.shelf, read_state(line.notes), 2)]
    assert min(ms for ms in oldest if ms) == lost[0].envelope.happened.utc_ms


def test_a_register_that_may_not_go_any_more_counts_only_what_the_centre_lacks_of_both_lives(
    tmp_path: Path,
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(4)
    desk.push(gate)
    desk.sell(3)
    begin_later(desk)

    desk.push(gate)

    there = {event.hash for event in events_at(gate, desk)}
    lacking = [event for event in ours(desk) if event.hash not in there]
    assert unsent(desk) == {Stream.KT1: len(lacking), Stream.COUNTER: 0}
    assert {event.id.stream for event in lacking} == {Stream.KT1}
