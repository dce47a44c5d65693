"""Refusals of rights in the journal: each once, by whom and for what; what is merely left out is none, and no disk hides a refusal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.permissions import Act
from kt1desk.services.audit import AGAIN_MS, RefusalBook
from kt1desk.services.day_board import DayBoard
from kt1desk.services.rights import permits_now
from kt1desk.services.staff import Staff
from tests.support.desks import Counter, counter, marker_refused, ordinary
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        made.store.tell_refusals(RefusalBook(made.store, made.clock).note)
        made.open_shift()
        yield made


def refused(desk: Counter) -> list[Event]:
    """Every refusal in the journal, oldest first."""
    found, at = [], 1
    with desk.store.read() as reader:
        own = reader.desk()
        assert own is not None
        while (event := reader.event(EventId(own.device, Stream.COUNTER, own.incarnation, at))) is not None:
            found.append(event)
            at += 1
    return [event for event in found if event.envelope.type == "act.refused"]


def bodies(desk: Counter) -> list[object]:
    return [json.loads(event.body_bytes) for event in refused(desk)]


def try_unclear(desk: Counter) -> str:
    """Somebody without a clearance asks for the items of the counter."""
    return refusal(lambda: desk.board.counter(desk.session("uncleared"), 9)).code


def test_whoever_is_refused_stands_in_the_journal_with_the_right_that_was_missing(desk: Counter) -> None:
    code = try_unclear(desk)

    assert bodies(desk) == [{"act": "see_items", "code": code, "user": "uncleared"}]
    assert refused(desk)[0].envelope.actor == "uncleared"


def test_a_refusal_while_something_is_written_takes_back_what_was_written_and_stands_itself(
    desk: Counter,
) -> None:
    items_before = desk.store.heads().kt1

    refusal(lambda: desk.shifts.close(desk.session("inspector"), 0))

    assert bodies(desk) == [{"act": "close_shift", "code": "user.not_allowed", "user": "inspector"}]
    assert desk.shifts.current() is not None
    assert desk.store.heads().kt1 == items_before


def test_the_same_refusal_counts_once_in_a_minute_and_again_after_it(desk: Counter) -> None:
    try_unclear(desk)
    desk.clock.pass_ms(AGAIN_MS - 1)
    try_unclear(desk)
    within = len(refused(desk))
    desk.clock.pass_ms(1)

    try_unclear(desk)

    assert (within, len(refused(desk))) == (1, 2)


def test_another_right_or_another_person_within_the_minute_is_another_refusal(desk: Counter) -> None:
    try_unclear(desk)

    refusal(lambda: desk.finder.last_receivers(desk.session("uncleared"), "SNV"))
    refusal(lambda: Staff(desk.store, desk.clock).clear(desk.session("uncleared"), {}))
    refusal(lambda: Staff(desk.store, desk.clock).clear(desk.session("clerk"), {}))

    assert [event.envelope.actor for event in refused(desk)] == [*["uncleared"] * 3, "clerk"]


def test_what_is_only_left_out_of_an_answer_and_what_a_price_says_is_no_refusal(desk: Counter) -> None:
    session = desk.session("uncleared")

    shown = DayBoard(desk.store, desk.reference, desk.clock).look(session)
    quote = desk.acceptance.quote(session, ordinary())
    allowed = permits_now(session, Act.SEE_ITEMS, desk.shifts.current(), desk.clock)

    assert shown is not None
    assert [problem.code for problem in quote.problems] == ["user.clearance_missing"]
    assert not allowed
    assert refused(desk) == []


def test_a_refusal_of_the_matter_is_none_of_rights(desk: Counter) -> None:
    code = refusal(desk.open_shift).code

    assert code == "shift.already_open"
    assert refused(desk) == []


def test_a_disk_that_refuses_does_not_hide_why_somebody_may_not(
    desk: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    with marker_refused(desk):
        first = refusal(lambda: desk.board.counter(desk.session("uncleared"), 9)).code
        second = refusal(lambda: desk.finder.last_receivers(desk.session("uncleared"), "SNV")).code

    assert (first, second) == ("user.clearance_missing", "user.clearance_missing")
    assert "a refusal could not be written: " in caplog.text


def test_a_refusal_that_is_caught_inside_a_block_is_none(desk: Counter) -> None:
    session = desk.session("uncleared")

    with desk.store.read(), pytest.raises(DeskError):
        desk.board.counter(session, 9)

    assert refused(desk) == []
