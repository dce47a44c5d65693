"""The line room: rounds in threads of its own, what is known of them, and an end that waits for nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kt1desk.app import line_room
from kt1desk.app.clock import SystemClock
from kt1desk.app.line_room import Calls, LineCondition, LineRoom, Ways
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.near import NearReport
from kt1desk.exchange.round_report import Ending, MailReport, RoundReport
from kt1desk.exchange.taking import Outcome, Taken
from kt1desk.services.ports import Clock
from tests.support.clocks import HandClock

WITHIN_S, HOUR_MS = 20, 3_600_000
DONE = RoundReport(Ending.DONE, offset_ms=40)
AWAY = RoundReport(Ending.LATER, DeskError("line.unreachable"))


@dataclass
class Line:
    """A line whose rounds end as a test says; `gate` keeps them until it is set."""

    ends: list[RoundReport | BaseException] = field(default_factory=lambda: [DONE])
    rounds: int = 0
    closed: int = 0
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def round(self) -> RoundReport:
        end = self.ends[min(self.rounds, len(self.ends) - 1)]
        self.rounds += 1
        self.gate.wait(WITHIN_S)
        if isinstance(end, BaseException):
            raise end
        return end

    def close(self) -> None:
        self.closed += 1


@dataclass
class Folder:
    """A shared folder in which the same lies each time."""

    report: NearReport
    looks: int = 0

    def round(self) -> NearReport:
        self.looks += 1
        return self.report


class Room:
    """A room, what it called, and waiting for what it knows."""

    def __init__(self, ways: Callable[[], Ways], clock: Clock) -> None:
        self.written = 0
        self.changes = 0
        self.faults: list[BaseException] = []
        self._news = threading.Condition()
        calls = Calls(self.changed, self.faults.append)
        self.room = LineRoom(ways, lambda: self.written, clock, calls, lambda: 0.0)

    def changed(self) -> None:
        with self._news:
            self.changes += 1
            self._news.notify_all()

    def until(self, so: Callable[[LineCondition], bool]) -> LineCondition:
        with self._news:
            assert self._news.wait_for(lambda: so(self.room.condition()), WITHIN_S), self.room.condition()
        return self.room.condition()


@contextmanager
def at_work(ways: Callable[[], Ways], clock: Clock | None = None) -> Iterator[Room]:
    room = Room(ways, clock or SystemClock())
    room.room.start()
    try:
        yield room
    finally:
        room.room.close()


def taken(outcome: Outcome, seq: int = 1) -> Taken:
    reason = DeskError("inbox.fork") if outcome is Outcome.REFUSED else None
    return Taken(EventId(9, Stream.COUNTER, 1, seq), "dossier.handed", outcome, reason)


def test_a_desk_without_a_line_calls_nobody_and_says_that_it_is_not_joined() -> None:
    with at_work(Ways) as room:
        room.room.hurry()

    assert not room.room.condition().joined
    assert room.room.condition().report is None


def test_a_round_is_made_at_once_and_what_is_known_of_it_is_told() -> None:
    line = Line()
    with at_work(lambda: Ways(line, close=line.close)) as room:
        known = room.until(lambda now: now.report is not None)

    assert (known.joined, known.at_work, known.report, known.offset_ms) == (True, False, DONE, 40)
    assert known.good_ms > 0
    assert known.failing_ms == 0
    assert line.closed == 1


def test_what_was_written_goes_out_soon_without_anybody_asking() -> None:
    line = Line()
    with at_work(lambda: Ways(line)) as room:
        room.until(lambda now: now.report is not None)
        room.written += 1
        first = room.room.condition().reported_ms
        room.until(lambda now: now.reported_ms > first)

    assert line.rounds >= 2


def test_since_when_rounds_fail_is_kept_until_one_ends_well() -> None:
    line, clock = Line([AWAY, AWAY, DONE]), HandClock()
    began_ms = clock.wall_ms
    with at_work(lambda: Ways(line), clock) as room:
        first = room.until(lambda now: now.failing_ms > 0)
        clock.pass_ms(HOUR_MS)
        room.room.hurry()
        second = room.until(lambda now: now.reported_ms > began_ms)
        clock.pass_ms(HOUR_MS)
        room.room.hurry()
        well = room.until(lambda now: now.report is DONE)

    assert (first.failing_ms, second.failing_ms, well.failing_ms) == (began_ms, began_ms, 0)
    assert well.good_ms == began_ms + 2 * HOUR_MS


def test_a_refusal_of_the_machine_is_shown_a_fault_is_told_and_both_are_tried_again() -> None:
    line = Line([DeskError("disk.full"), ValueError("wrong"), DONE])
    with at_work(lambda: Ways(line)) as room:
        refused = room.until(lambda now: now.trouble is not None)
        room.room.hurry()
        room.until(lambda _: bool(room.faults))
        room.room.hurry()
        well = room.until(lambda now: now.report is not None)

    assert refused.trouble is not None
    assert refused.trouble.code == "disk.full"
    assert [str(each) for each in room.faults] == ["wrong"]
    assert well.trouble is None


def test_a_journal_that_cannot_be_read_for_a_moment_does_not_end_the_exchange() -> None:
    line = Line()
    room = Room(lambda: Ways(line), SystemClock())
    asked: list[int] = []

    def written() -> object:
        asked.append(1)
        if len(asked) == 3:
            raise DeskError("disk.failed")
        return len(asked) > 5

    made = LineRoom(
        lambda: Ways(line), written, SystemClock(), Calls(room.changed, room.faults.append), lambda: 0.0
    )
    room.room = made
    made.start()
    try:
        room.until(lambda _: line.rounds > 1)
    finally:
        made.close()

    assert len(asked) > 5


def test_a_line_that_was_joined_meanwhile_is_used_and_the_one_before_let_go() -> None:
    before, after = Line([AWAY]), Line()
    lines = [before, after]
    with at_work(lambda: Ways(lines[0], close=lines[0].close)) as room:
        room.until(lambda now: now.failing_ms > 0)
        lines.pop(0)
        room.room.use()
        known = room.until(lambda now: now.report is DONE)

    assert before.closed == 1
    assert known.failing_ms == 0


def test_ways_that_cannot_be_made_say_why_and_are_made_when_something_changed() -> None:
    line, makes = Line(), [DeskError("machine.no_id"), None]

    def make() -> Ways:
        if error := makes.pop(0):
            raise error
        return Ways(line)

    with at_work(make) as room:
        refused = room.until(lambda now: now.trouble is not None)
        room.room.use()
        known = room.until(lambda now: now.report is DONE)

    assert refused.trouble is not None
    assert refused.trouble.code == "machine.no_id"
    assert known.trouble is None


def test_a_fault_while_ways_are_made_is_told_and_the_room_makes_them_when_something_changed() -> None:
    line, makes = Line(), [OSError("no such folder"), None]
    tried = threading.Event()

    def make() -> Ways:
        if error := makes.pop(0):
            tried.set()
            raise error
        return Ways(line)

    with at_work(make) as room:
        assert tried.wait(WITHIN_S)
        room.room.use()
        known = room.until(lambda now: now.report is DONE)

    assert [str(each) for each in room.faults] == ["no such folder"]
    assert known.trouble is None


def test_what_came_is_kept_newest_first_and_what_was_here_already_is_no_news() -> None:
    mail = MailReport(taken=(taken(Outcome.NEW), taken(Outcome.ALREADY, 2), taken(Outcome.REFUSED, 3)))
    line = Line([RoundReport(Ending.DONE, mail=mail), DONE])
    with at_work(lambda: Ways(line)) as room:
        known = room.until(lambda now: bool(now.came))

    assert [(each.way, each.taken.outcome) for each in known.came] == [
        ("network", Outcome.REFUSED),
        ("network", Outcome.NEW),
    ]


def test_a_look_into_the_folder_that_finds_nothing_new_makes_no_noise() -> None:
    folder = Folder(NearReport())
    before = line_room.NEAR_S
    line_room.NEAR_S = 0.02
    try:
        with at_work(lambda: Ways(near=folder)) as room:
            room.until(lambda now: now.near is not None)
            changes = room.changes
            looks = folder.looks
            end = time.monotonic() + WITHIN_S
            while folder.looks < looks + 5 and time.monotonic() < end:
                threading.Event().wait(0.01)
            assert room.changes == changes
    finally:
        line_room.NEAR_S = before


def test_the_end_waits_only_a_moment_for_a_round_on_a_dead_line_and_says_nothing_after_it() -> None:
    line = Line()
    line.gate.clear()
    room = Room(lambda: Ways(line, close=line.close), SystemClock())
    room.room.start()
    room.until(lambda now: now.at_work)

    began = time.monotonic()
    room.room.close()
    took, changes = time.monotonic() - began, room.changes
    line.gate.set()
    for thread in room.room._threads:
        thread.join(WITHIN_S)

    assert took < 2 * line_room.CLOSING_PATIENCE_S + 1
    assert room.changes == changes
