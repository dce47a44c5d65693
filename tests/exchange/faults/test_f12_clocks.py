"""Fault 12: clocks stand years back or ahead, or jump. Order, numbers and the day of the shift hold; nobody follows a far stamp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kt1desk.centre.frame_reading import read_frame
from kt1desk.centre.ledger_values import ChainKey, GateFrame
from kt1desk.domain.events import Event, HybridTime, Stream
from kt1desk.domain.facts import ShiftOpened
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from kt1desk.exchange.round_report import Ending, RoundReport, clock_is_wrong
from tests.support.centre_mail import Mailbox, on_line, told
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import (
    COMMUNE_POINT,
    NOON_MS,
    OFFICE_POINT,
    code_of,
    ended,
)
from tests.support.line_bench import LineBench
from tests.support.mail_desks import MailDesk, office_and_commune

YEAR_MS = 365 * 86_400_000
FAR = {"three years back": -3 * YEAR_MS, "ten years ahead": 10 * YEAR_MS, "an hour back": -3_600_000}
JUMPS = (-3 * YEAR_MS, 10 * YEAR_MS, -7 * YEAR_MS, 60_000, -60_000, 0, 3_600_000, -3_600_000)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[MailDesk, MailDesk]]:
    """The office's desk, whose clock is right, and the commune's."""
    with office_and_commune(tmp_path) as made:
        yield made


def _written(desk: MailDesk, count: int, start: int = 0) -> list[Event]:
    return desk.write(*(arrived(item_number(start + at)) for at in range(count)))


def _hybrid(events: Sequence[Event]) -> list[HybridTime]:
    return [event.envelope.hlc for event in events]


def _kept(desk: MailDesk, events: Sequence[Event], received_ms: int = NOON_MS) -> GateFrame:
    """The frame of these events as the gate has it, whose own clock is right."""
    frame = seal_frame(events, START, desk.clock.now(), desk.own, shipped())
    first = events[0].id
    return GateFrame(
        ChainKey(first.device, int(first.stream), first.incarnation), 1, frame.hash, frame.data, received_ms
    )


def test_a_clock_that_jumps_at_every_event_leaves_numbers_dense_and_hybrid_time_rising(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    _, commune = desks
    events: list[Event] = []

    for at, jump in enumerate(JUMPS):
        commune.clock.wall_ms = NOON_MS + jump
        events += _written(commune, 2, 2 * at)

    seqs = [event.id.seq for event in events]
    assert seqs == list(range(seqs[0], seqs[0] + len(events)))
    assert _hybrid(events) == sorted(set(_hybrid(events)))
    assert [event.envelope.happened.utc_ms for event in events[::2]] == [NOON_MS + jump for jump in JUMPS]


@pytest.mark.parametrize("far_ms", FAR.values(), ids=FAR.keys())
def test_what_a_desk_with_a_wrong_clock_wrote_comes_in_everywhere_and_drags_nobody_along(
    desks: tuple[MailDesk, MailDesk], far_ms: int
) -> None:
    office, commune = desks
    commune.clock.wall_ms += far_ms
    events = _written(commune, 3)

    read = read_frame(_kept(commune, commune_events(commune)), commune.keys, shipped())
    rows = on_line(office).take(Mailbox(OFFICE_POINT).send(*told(events)).data)
    ours = _written_at_office(office)

    assert [each.row.hash for each in read.events][-3:] == [event.hash for event in events]
    assert [row.outcome.value for row in rows] == ["new"] * 3
    assert abs(ours.envelope.hlc.ms - office.clock.wall_ms) <= 600_000
    assert ours.envelope.happened == office.clock.now()


def test_a_key_that_was_withdrawn_is_not_believed_for_a_day_long_ago(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    office, commune = desks
    commune.clock.wall_ms -= 3 * YEAR_MS
    events = _written(commune, 1)
    withdrawn = ended(office.keys, commune.own.device, office.keys.day.replace(day=20))

    rows = on_line(office.believing(withdrawn)).take(Mailbox(OFFICE_POINT).send(*told(events)).data)
    at_centre = code_of(lambda: read_frame(_kept(commune, commune_events(commune)), withdrawn, shipped()))

    assert [row.reason.code for row in rows if row.reason] == ["trust.expired"]
    assert at_centre == "trust.expired"


@pytest.mark.parametrize("far_ms", FAR.values(), ids=FAR.keys())
def test_a_centre_whose_clock_is_wrong_changes_no_time_at_the_desk(
    desks: tuple[MailDesk, MailDesk], far_ms: int
) -> None:
    office, commune = desks
    events = _written(commune, 2)
    box = Mailbox(OFFICE_POINT, made_ms=NOON_MS + far_ms)

    rows = on_line(office).take(box.events(*events).data)
    ours = _written_at_office(office)

    assert [row.outcome.value for row in rows] == ["new", "new"]
    assert abs(ours.envelope.hlc.ms - office.clock.wall_ms) <= 600_000


def test_the_business_date_is_that_of_the_shift_whatever_the_clock_says(
    desks: tuple[MailDesk, MailDesk],
) -> None:
    _, commune = desks
    commune.write(ShiftOpened("2026-11-23/1", "2026-11-23", "ha.hoang", 0))

    commune.clock.wall_ms += 10 * YEAR_MS

    with commune.store.read() as reader:
        shift = reader.open_shift()
    assert shift is not None
    assert shift.business_date == "2026-11-23"


@pytest.mark.parametrize("far_ms", [3 * YEAR_MS, -10 * YEAR_MS, 301_000, -301_000])
def test_a_desk_with_a_wrong_clock_sends_all_the_same_and_the_flag_is_up(
    bench: LineBench, far_ms: int
) -> None:
    bench.round()
    right_ms = bench.desk.clock.wall_ms + (bench.round().offset_ms or 0)
    bench.desk.clock.wall_ms = right_ms + far_ms
    bench.write(20)

    wrong = bench.round()
    bench.desk.clock.wall_ms = right_ms
    right = bench.round()

    assert (wrong.ended, wrong.unsent) == (Ending.DONE, 0)
    assert (clock_is_wrong(wrong.offset_ms), clock_is_wrong(right.offset_ms)) == (True, False)


def test_four_minutes_are_no_flag_and_no_answer_is_none() -> None:
    assert not clock_is_wrong(240_000)
    assert not clock_is_wrong(RoundReport(Ending.LATER).offset_ms)
    assert clock_is_wrong(-300_001)


def commune_events(desk: MailDesk) -> list[Event]:
    """Its whole chain of the register."""
    with desk.store.read() as reader:
        return list(reader.events_after(Stream.KT1, 0))


def _written_at_office(office: MailDesk) -> Event:
    """The next event of the office after mail came in."""
    (event,) = office.write(arrived(item_number(99), point=OFFICE_POINT, to=COMMUNE_POINT))
    return event
