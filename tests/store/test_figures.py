"""Figures of a desk: what the statements count is what is counted by hand, they add up, and a store made again has the same.

The journals are those of two desks of one point that work on each other's things and hear of each other late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.custody import State
from kt1desk.domain.reporting.figures import OF_EITHER, OF_KT1, Figure, Measure, is_of_kt1, merged, total
from kt1desk.store import rebuild
from kt1desk.store.figure_place import OWN_DEVICE, Grain, Place, asked
from kt1desk.store.figure_sql import AT_A_DESK, TABLES, questions
from kt1desk.store.statements import Prepared
from tests.support import figure_acts as acts
from tests.support import figure_books as books
from tests.support.clocks import HandClock
from tests.support.figure_oracle import figures, minded
from tests.support.figure_scribe import POINT, Scribe
from tests.support.figure_steps import Played, Step, file_of, random_steps

FIRST, LAST = date(2026, 1, 1), date(2031, 12, 31)
STEPS = st.lists(st.tuples(*[st.integers(0, 999)] * 3), max_size=40)


def of(desk: Scribe, first: date = FIRST, last: date = LAST) -> tuple[Figure, ...]:
    with desk.store.read() as reader:
        return tuple(reader.figures(first, last))


def only(desk: Scribe, *measures: Measure) -> set[tuple[str, str, str, str, int, int]]:
    return {
        (each.day, each.what, each.about, each.whose, each.count, each.dong)
        for each in of(desk)
        if each.measure in measures
    }


@pytest.fixture(scope="module")
def played() -> Iterator[Played]:
    """Some hundred steps of both desks."""
    made = Played.begin().do(random_steps(3, 500))
    yield made
    made.close()


@pytest.fixture
def desk() -> Iterator[Scribe]:
    """One desk with an open shift."""
    made = Scribe.at(1, HandClock())
    made.open_shift()
    yield made
    made.store.close()


@settings(max_examples=25)
@given(STEPS)
def test_what_is_counted_by_statements_is_what_is_counted_by_hand(steps: Sequence[Step]) -> None:
    made = Played.begin().do(steps)

    try:
        for desk in made.desks:
            assert of(desk) == figures(file_of(desk), desk.device, POINT)
    finally:
        made.close()


def test_a_long_journal_has_every_measure_and_they_are_what_is_counted_by_hand(played: Played) -> None:
    for desk in played.desks:
        assert of(desk) == figures(file_of(desk), desk.device, POINT)

    found = {each.measure for desk in played.desks for each in of(desk)}
    assert found == set(Measure)


def test_days_add_up_to_the_period_wherever_it_is_cut(played: Played) -> None:
    whole = of(played.desks[0])
    days = sorted({date.fromisoformat(each.day) for each in whole})

    for cut in days[:: max(1, len(days) // 8)]:
        before, after = of(played.desks[0], FIRST, cut), of(played.desks[0], cut + timedelta(days=1), LAST)
        assert merged([*before, *after]) == whole
        assert all(each.day <= cut.isoformat() for each in before)
    one_by_one = [each for day in days for each in of(played.desks[0], day, day)]
    assert merged(one_by_one) == whole


def test_products_and_desks_add_up_to_what_was_accepted(played: Played) -> None:
    accepted, dong = 0, 0
    for desk in played.desks:
        mind = minded(file_of(desk), POINT)
        for event in mind.own:
            if event.envelope.type != "item.accepted":
                continue
            body = event.body()
            if mind.stands[str(body["item"])].state not in {State.REVERSED, State.REJECTED}:
                accepted += 1
                dong += mind.accepted[str(body["item"])].get("charge", {}).get("total", 0)

    for measure in (Measure.ITEMS, Measure.ITEMS_PAID):
        sums = total(each for desk in played.desks for each in of(desk) if each.measure is measure)
        assert (sums.count, sums.dong) == (accepted, dong)


def test_cash_in_less_cash_out_is_what_the_drawers_hold_beside_their_float(played: Played) -> None:
    for desk in played.desks:
        cash: Counter[str] = Counter()
        for each in of(desk):
            if each.measure is Measure.CASH:
                cash[each.day] += each.dong if each.about == "in" else -each.dong
        held: Counter[str] = Counter()
        question = "SELECT business_date, shift, cash_dong - paid_dong, expected_dong - float_dong, closed_ms FROM shift"
        for day, _shift, moved, counted, closed_ms in file_of(desk).execute(question):
            assert counted == moved or not closed_ms
            held[day] += moved
        assert {day: dong for day, dong in cash.items() if dong} == {
            day: dong for day, dong in held.items() if dong
        }


def test_a_store_made_again_has_the_same_figures_byte_for_byte(played: Played) -> None:
    desk = played.desks[1]
    before = repr(of(desk)).encode()

    with desk.store.transaction() as connection:
        rebuild.again(connection)
        assert repr(of_open(desk)).encode() == before
        connection.execute("DELETE FROM agency_day")
        assert repr(of_open(desk)).encode() != before
        rebuild.again(connection)

    assert repr(of(desk)).encode() == before


def of_open(desk: Scribe) -> tuple[Figure, ...]:
    """Counted inside a transaction that is open."""
    values = {**asked(FIRST, LAST), OWN_DEVICE: desk.device}
    return merged(
        figure
        for question in questions(AT_A_DESK)
        for figure in question.figures(
            AT_A_DESK, Prepared(question.statement).all(file_of(desk), values), {0: POINT}, FIRST.isoformat()
        )
    )


def test_months_are_the_days_of_them_under_the_first_day_that_was_asked_for(played: Played) -> None:
    desk = played.desks[0]
    begin, end = date(2026, 11, 25), date(2027, 6, 14)
    by_month = Place(AT_A_DESK.tables, grain=Grain.MONTH)
    values = {**asked(begin, end), OWN_DEVICE: desk.device}

    found = merged(
        figure
        for question in questions(by_month)
        for figure in question.figures(
            by_month, Prepared(question.statement).all(file_of(desk), values), {0: POINT}, begin.isoformat()
        )
    )

    def month(each: Figure) -> Figure:
        first = max(begin.isoformat(), f"{each.day[:7]}-01")
        return Figure(
            each.point, first, each.measure, each.what, each.about, each.whose, each.count, each.dong
        )

    assert found == merged(map(month, of(desk, begin, end)))
    assert len({each.day for each in found}) > 1


def test_what_is_taken_back_is_not_counted_from_whichever_day_it_was(desk: Scribe) -> None:
    kept, gone = acts.item(desk), acts.item(desk)
    desk.close_shift()
    desk.open_shift(days=1)
    acts.reverse(desk, gone)
    case = acts.case(desk, acts.FORMS[1])
    acts.take_back_case(desk, case)

    assert only(desk, Measure.ITEMS) == {("2026-11-23", "KT1003", "intra", "", 1, 54_000)}
    assert only(desk, Measure.AGENCY_ITEMS) == {("2026-11-23", "", "", "SNV", 1, 54_000)}
    assert only(desk, Measure.DOSSIERS, Measure.DOSSIER_MONEY) == set()
    assert kept


def test_a_line_of_another_service_that_was_taken_back_is_no_figure_and_its_cash_moved_twice(
    desk: Scribe,
) -> None:
    said = ("pension", 12, 0, 36_000_000)
    books.undo_served(desk, books.served(desk, *said), *said)
    books.served(desk, "postmart", 2, 150_000, 0)

    assert only(desk, Measure.COUNTER_SERVICES) == {("2026-11-23", "postmart", "in", "", 2, 150_000)}
    assert only(desk, Measure.CASH) == {
        ("2026-11-23", "served", "in", "", 1, 36_150_000),
        ("2026-11-23", "served", "out", "", 1, 36_000_000),
    }


def test_the_last_second_of_a_local_day_is_of_that_day(desk: Scribe) -> None:
    items = [acts.item(desk), acts.item(desk)]
    for number in items:
        acts.send_out(desk, number)
    midnight = 1_795_453_200_000  # 24/11/2026 00:00 in Lạng Sơn
    for number, at_ms in zip(items, (midnight - 1, midnight), strict=True):
        desk.clock.wall_ms = at_ms
        acts.deliver(desk, number)

    assert only(desk, Measure.ITEMS_DELIVERED) == {
        ("2026-11-23", "KT1003", "", "", 1, 0),
        ("2026-11-24", "KT1003", "", "", 1, 0),
    }
    for day in (date(2026, 11, 23), date(2026, 11, 24)):
        alone = [each for each in of(desk, day, day) if each.measure is Measure.ITEMS_DELIVERED]
        assert [(each.day, each.count) for each in alone] == [(day.isoformat(), 1)]


def test_an_item_is_offered_first_when_it_happened_first_whenever_that_was_written(desk: Scribe) -> None:
    number, now_ms = acts.item(desk, due_ms=desk.clock.wall_ms + 1), desk.clock.wall_ms
    acts.send_out(desk, number)
    desk.pass_minutes(60)
    acts.attempt(desk, number)
    assert only(desk, Measure.FIRST_OFFERS) == {("2026-11-23", "KT1003", "late", "", 1, 0)}
    acts.send_out(desk, number)

    desk.happened_ms = now_ms
    acts.attempt(desk, number)

    assert only(desk, Measure.FIRST_OFFERS) == {("2026-11-23", "KT1003", "in_time", "", 1, 0)}


def test_every_measure_is_told_by_a_statement_and_every_table_is_named() -> None:
    assert {measure for question in questions(AT_A_DESK) for measure in question.measures} == set(Measure)
    read = " ".join(str(question.statement) for question in questions(AT_A_DESK))
    assert all(f"{table}" in read for table in TABLES)


def test_no_statement_walks_through_all_items_cases_or_events(desk: Scribe) -> None:
    values = {**asked(FIRST, LAST), OWN_DEVICE: desk.device}
    walked = []
    for question in questions(AT_A_DESK):
        plan = file_of(desk).execute(f"EXPLAIN QUERY PLAN {Prepared(question.statement).sql}", values)
        walked += [(question.name, step[3]) for step in plan if _walks(step[3])]

    assert walked == []


def _walks(step: str) -> bool:
    """Whether SQLite goes through a whole table of what grows all day, or makes an index of its own over it."""
    large = ("item", "dossier", "event", "custody_event", "case_event", "standing", "cover")
    return "AUTOMATIC" in step or any(step == f"SCAN {table}" for table in (*large, "touch"))


def test_a_figure_is_of_kt1_by_its_measure_or_by_whose_it_is() -> None:
    assert frozenset() == OF_KT1 & OF_EITHER
    assert is_of_kt1(Figure(POINT, "2026-11-23", Measure.ITEMS, "KT1001", count=1))
    assert is_of_kt1(Figure(POINT, "2026-11-23", Measure.COMPLAINTS, "late", whose="kt1", count=1))
    assert not is_of_kt1(Figure(POINT, "2026-11-23", Measure.COMPLAINTS, "late", whose="tthc", count=1))
    assert not is_of_kt1(Figure(POINT, "2026-11-23", Measure.DOSSIERS, "send", count=1))


def test_a_desk_says_how_far_its_journal_reaches_and_since_when(desk: Scribe) -> None:
    books.enter_book(desk, "service_points", "B", code="B", kind="post_office")
    books.enter_book(desk, "service_points", "A", code="A", kind="post_office")
    books.enter_book(desk, "service_points", "B", code="B", kind="culture_point")

    with desk.store.read() as reader:
        heads, since = reader.journal_heads(), reader.first_day()
        entries = reader.register_entries(["service_points", "adoption"])

    assert entries == {
        "service_points": ({"code": "A", "kind": "post_office"}, {"code": "B", "kind": "culture_point"}),
        "adoption": (),
    }
    assert [(head.stream, head.incarnation, len(head.digest)) for head in heads] == [(1, 1, 64), (2, 1, 64)]
    assert since == "2026-11-23"


def test_a_desk_without_a_point_or_a_period_that_ends_before_it_begins_has_none() -> None:
    desk = Scribe.at(1, HandClock(), point="")
    desk.open_shift()
    acts.item(desk)

    assert of(desk) == ()
    assert of(desk, LAST, FIRST) == ()
