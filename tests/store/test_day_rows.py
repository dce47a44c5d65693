"""Counts and first rows of a day against plain counting over everything that the desk knows; and no table is walked for them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kt1desk.domain.custody import OVER, Holder, HolderKind, State
from kt1desk.domain.facts import (
    CashReceived,
    ItemAttempted,
    ItemBroughtBack,
    ItemStored,
    RoundStarted,
)
from kt1desk.domain.service import Service
from kt1desk.services.day_rows import Coming, DayEdges, HourCount, Lying
from kt1desk.services.ports import Appending
from kt1desk.store import reader_day
from kt1desk.store.journal import DeskStore
from kt1desk.store.statements import Prepared
from tests.support.cases import grant_legs, reverse_case, reverse_item, take_case
from tests.support.clocks import HandClock
from tests.support.custody import (
    BAG,
    CLERK,
    HERE,
    TRIP,
    approve,
    arrive,
    close,
    desk_at,
    head_of,
    items,
    n_of,
    receive,
    send,
    take,
    write,
)
from tests.support.journals import HANDED_BY, SHIFT, accept, item_fact

_HOUR_MS = 3_600_000
ROUND = f"PH{HERE}-261123-7-"
_EDGES = DayEdges("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def busy(clock: HandClock) -> DeskStore:
    """A desk in whose hands, safes, bags and rounds things lie, and on whose trips some go."""
    store = desk_at(HERE, 7, clock)
    grant_legs(store)
    numbers = items(store, 11)
    for number in numbers:
        approve(store, number)
    for number in numbers[:2]:
        write(store, ItemStored(number, 3, HERE, SHIFT, "KET1", scan=True), [head_of(store, number)])
    write_round(store, f"{ROUND}1", numbers[2:5])
    for number in numbers[2:4]:
        tried = ItemAttempted(number, n_of(store, number) + 1, HERE, SHIFT, f"{ROUND}1", "absent", 1)
        write(store, tried, [head_of(store, number)])
    back = ItemBroughtBack(numbers[3], n_of(store, numbers[3]) + 1, HERE, SHIFT, f"{ROUND}1")
    write(store, back, [head_of(store, numbers[3])])
    write_round(store, f"{ROUND}2", numbers[3:4])
    send(store, TRIP, [close(store, BAG, numbers[5:7])])
    close(store, "TUI00000002", numbers[7:8])
    for _ in range(3):
        take_case(store)
    arrive(store, "ME500000016VN", at=HERE)
    return store


def write_round(store: DeskStore, name: str, numbers: Sequence[str]) -> None:
    counted = tuple((number, n_of(store, number) + 1) for number in numbers)
    write(store, RoundStarted(name, "son", counted, HERE, SHIFT), [head_of(store, each) for each in numbers])


def rows_of(store: DeskStore, *names: str) -> list[tuple[Any, ...]]:
    """Every item that is known, whatever it is."""
    with store.transaction() as connection:
        return connection.execute(f"SELECT {', '.join(names)} FROM item").fetchall()


@pytest.mark.parametrize("service", list(Service), ids=lambda service: service.value)
def test_seats_are_what_counting_every_item_one_by_one_gives(busy: DeskStore, service: Service) -> None:
    counted = Counter(
        (keeper, State(state))
        for keeper, state, of, ours in rows_of(busy, "keeper", "state", "service", "ours")
        if of == service and ours
    )

    with busy.read() as reader:
        seats = reader.seats(service)

    assert {(seat.keeper, seat.state): seat.items for seat in seats} == counted
    assert not {seat.state for seat in seats} & OVER
    if service is Service.KT1:
        kinds = {Holder.parse(seat.keeper).kind for seat in seats}
        assert kinds >= {HolderKind.PERSON, HolderKind.PLACE, HolderKind.TRIP, HolderKind.RECEPTACLE}


def test_what_lies_at_a_place_is_parted_by_where_it_comes_from_and_for_whom_it_is(busy: DeskStore) -> None:
    found: Counter[tuple[Service, Lying]] = Counter()
    with busy.read() as reader:
        for service in Service:
            for seat in reader.seats(service):
                for lying in reader.lying(service, seat, HERE):
                    found[service, Lying(lying.from_here, lying.to_applicant, lying.authority, 0)] += (
                        lying.items
                    )

    assert found[Service.TTHC, Lying(True, False, "XA-TTHCC", 0)] == 3
    assert found[Service.KT1, Lying(False, False, "", 0)] == 1, "the stray"
    assert found[Service.KT1, Lying(True, False, "", 0)] == 11
    assert sum(found.values()) == len([1 for (ours,) in rows_of(busy, "ours") if ours])


def test_items_that_ask_for_something_are_all_of_them_with_whether_they_were_tried(busy: DeskStore) -> None:
    asking = {
        number: (state, origin == HERE)
        for number, state, keeper, of, ours, origin in rows_of(
            busy, "item", "state", "keeper", "service", "ours", "origin"
        )
        if of == Service.KT1 and ours and state not in OVER and not keeper.startswith(f"{HolderKind.TRIP}:")
    }

    with busy.read() as reader:
        found = reader.day_items(HERE, 100)

    assert {each.item: (each.state, each.from_here) for each in found} == asking
    assert {each.state for each in found if each.tried} == {State.ATTEMPTED, State.OUT}
    assert sum(each.tried for each in found) == 2


def test_of_more_than_are_looked_at_those_with_the_first_deadlines_are_taken(here: DeskStore) -> None:
    ranked = list(range(9))
    random.Random(5).shuffle(ranked)
    for rank in ranked:
        with here.work() as work:
            fact = replace(item_fact(work.take_number()), deadline_ms=1_000 * rank)
            cash = work.append(CashReceived(SHIFT, 54_000, "kt1"), Appending(CLERK))
            work.append(fact, Appending(CLERK, parents=(cash.id,), particulars={"handed_by": HANDED_BY}))
            work.commit()

    with here.read() as reader:
        few, all_of_them = reader.day_items(HERE, 4), reader.day_items(HERE, 9)

    assert sorted(each.deadline_ms for each in few) == [1_000, 2_000, 3_000, 4_000]
    assert min(each.deadline_ms for each in all_of_them) == 0, "what has none comes last and comes too"


def test_what_was_accepted_on_a_day_is_counted_by_hour(
    clock: HandClock,
) -> None:
    store = desk_at(HERE, 7, clock)
    grant_legs(store)
    hour = (clock.now().utc_ms + clock.now().offset_min * 60_000) // _HOUR_MS
    accept(store)
    clock.pass_ms(7 * 60_000)
    accept(store)
    gone = accept(store)
    take_case(store)
    reverse_item(store, str(gone.body()["item"]), gone.id)
    clock.pass_ms(_HOUR_MS)
    case = take_case(store)
    reverse_case(store, str(case.body()["dossier"]), case.id)
    take_case(store)

    with store.read() as reader:
        day = reader.accepted_on("2026-11-23", clock.now().offset_min)
        other = [reader.accepted_on(iso, 420) for iso in ("2026-11-22", "2026-11-24", "2026-11-2")]

    assert list(day) == [HourCount(hour, 2, 1), HourCount(hour + 1, 0, 1)]
    assert other == [[], [], []]
    assert all(isinstance(each.hour, int) for each in day)


def test_what_comes_is_counted_until_each_of_it_was_confirmed(here: DeskStore, there: DeskStore) -> None:
    numbers = items(here, 3)
    for number in numbers:
        approve(here, number)

    with there.read() as reader:
        before = reader.coming(Service.KT1)
    take(there, send(here, TRIP, [close(here, BAG, numbers)]))
    with there.read() as reader:
        told, other = reader.coming(Service.KT1), reader.coming(Service.TTHC)
    receive(there, BAG, TRIP)
    arrive(there, numbers[0], BAG, TRIP)
    with there.read() as reader:
        one_less = reader.coming(Service.KT1)

    assert (before, told, one_less, other) == (Coming(), Coming(1, 3), Coming(1, 2), Coming())
    with here.read() as reader:
        assert reader.coming(Service.KT1) == Coming(), "what goes from here does not come here"


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (lambda: reader_day._URGENT, "item_deadline"),
        (lambda: reader_day._TIMELESS, "item_deadline"),
        (lambda: reader_day._LYING, "item_ours"),
        (lambda: reader_day._DAY_ITEMS, ""),
        (lambda: reader_day._TRIED, ""),
        (lambda: reader_day._SHIFTS, "shift_name"),
        (lambda: reader_day._ITEMS_BY_HOUR, ""),
        (lambda: reader_day._CASES_BY_HOUR, ""),
        (lambda: reader_day._COMING, "dispatch_way"),
        (lambda: reader_day._DUE_AT, "dossier_due"),
        (lambda: reader_day._UNTOLD, "dossier_notice"),
        (lambda: reader_day._VISITS, "visit_open"),
    ],
)
def test_no_figure_of_the_board_walks_through_a_table_that_grows(
    here: DeskStore, question: Callable[[], Prepared], index: str
) -> None:
    asked = dict.fromkeys(
        (
            "of_service",
            "of_state",
            "of_keeper",
            "at_point",
            "most",
            "ids",
            "low",
            "high",
            "first",
            "last",
            "of_shift",
            "offset_ms",
            "of_stage",
            "of_authority",
            "none",
            "today",
            "tomorrow",
            "after",
            "next_week",
        ),
        0,
    )

    with here.transaction() as connection:
        values = {**question()._fixed, **asked}
        plan = [str(step) for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {question().sql}", values)]

    way = f"INDEX {index}" if index else "PRIMARY KEY"
    assert any(way in step for step in plan), plan
    assert not [
        step
        for step in plan
        if "SCAN" in step and way not in step and "CONSTANT" not in step and "VIRTUAL" not in step
    ]
