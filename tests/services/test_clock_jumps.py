"""What the journal says of a wall clock that was turned: once, by how much, and nothing of one that goes right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import SettingChanged
from kt1desk.services.clock_jumps import JUMP_MS, ClockJumps
from kt1desk.services.ports import Appending
from kt1desk.services.wording_audit import audit_words
from tests.support.desks import Counter, counter

DAY_MS = 24 * 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def jumps(desk: Counter) -> list[dict[str, Json]]:
    """What is told, newest first."""
    with desk.store.read() as reader:
        return [dict(event.body()) for event in reader.newest(Stream.COUNTER, frozenset({"clock.jumped"}))]


def opened(desk: Counter) -> list[dict[str, Json]]:
    ClockJumps(desk.store, desk.clock).note_at_opening()
    return jumps(desk)


@pytest.mark.parametrize("by_ms", [JUMP_MS, -JUMP_MS, 0])
def test_what_a_time_server_or_a_quartz_does_is_no_jump(desk: Counter, by_ms: int) -> None:
    ClockJumps(desk.store, desk.clock).note(by_ms)

    assert jumps(desk) == []


@pytest.mark.parametrize(
    ("by_ms", "told"),
    [(JUMP_MS + 1, {"forward_ms": JUMP_MS + 1}), (-JUMP_MS - 1, {"back_ms": JUMP_MS + 1})],
)
def test_a_jump_says_how_far_and_in_which_direction(desk: Counter, by_ms: int, told: dict[str, Json]) -> None:
    ClockJumps(desk.store, desk.clock).note(by_ms)

    assert jumps(desk) == [told]


def test_the_program_itself_tells_of_it_and_somebody_should_look_into_it(desk: Counter) -> None:
    ClockJumps(desk.store, desk.clock).note(-3_600_000)

    with desk.store.read() as reader:
        event = next(reader.newest(Stream.COUNTER))
    words = audit_words(event)
    assert event.envelope.actor == "system"
    assert (words.more, words.alarms) == ("lùi 60 phút", True)


@pytest.mark.parametrize("later_ms", [-JUMP_MS, 0, DAY_MS, 400 * DAY_MS])
def test_a_desk_whose_clock_does_not_stand_before_its_last_event_says_nothing_at_its_opening(
    desk: Counter, later_ms: int
) -> None:
    desk.open_shift()
    desk.clock.wall_ms += later_ms

    assert opened(desk) == []


def test_a_clock_that_was_turned_back_while_the_desk_was_off_is_told_of_at_the_next_opening_and_at_no_other(
    desk: Counter,
) -> None:
    desk.open_shift()
    desk.accept()
    desk.clock.wall_ms -= DAY_MS

    assert opened(desk) == [{"back_ms": DAY_MS}]
    desk.clock.pass_ms(60_000)
    assert opened(desk) == [{"back_ms": DAY_MS}]


def test_it_is_held_against_the_last_event_of_either_journal(desk: Counter) -> None:
    desk.open_shift()
    desk.clock.pass_ms(DAY_MS)
    with desk.store.work() as work:
        work.append(SettingChanged("printer.label"), Appending("clerk"))
        work.commit()
    desk.accept()
    desk.clock.wall_ms -= DAY_MS // 2
    assert opened(desk) == [{"back_ms": DAY_MS // 2}]

    desk.clock.wall_ms -= DAY_MS // 4
    desk.accept()

    assert opened(desk) == [{"back_ms": DAY_MS // 2}]


def test_what_was_entered_late_counts_by_when_it_was_entered(desk: Counter) -> None:
    now_ms = desk.clock.wall_ms
    with desk.store.work() as work:
        work.append(
            SettingChanged("printer.label"), Appending("clerk", happened=Moment(now_ms - 3 * DAY_MS, 420))
        )
        work.commit()
    desk.clock.wall_ms -= DAY_MS

    assert opened(desk) == [{"back_ms": DAY_MS}]
