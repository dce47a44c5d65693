"""The plan of a province: the same from the same seed, as much as was asked for, and like a province's days."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.app.desk import starter_procedures
from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import LAST_SERIAL
from kt1desk.domain.kt1 import Payment
from kt1desk.sampling.acts import (
    Act,
    CoverRefused,
    Day,
    DossierBrought,
    ItemBrought,
    ItemCorrected,
    ItemWithdrawn,
    NumberSpoilt,
    ShiftBegun,
    ShiftEnded,
)
from kt1desk.sampling.load import apportion
from kt1desk.sampling.order import MAX_DAYS, MAX_ITEMS, SampleOrder
from kt1desk.sampling.people import SECOND, UNCLEARED
from kt1desk.sampling.plan import PointPlan, days_of, points_of
from tests.support.desks import sample_reference

FRIDAY = date(2026, 11, 20)
WHOLE = SampleOrder(seed=7, points=53, last_day=FRIDAY, days=14, items=6_000)
BUSY = SampleOrder(seed=7, points=1, last_day=FRIDAY, days=5, items=2_000)


def _acts(days: Iterator[Day]) -> list[Act]:
    return [act for day in days for act in day.acts]


def _hour(at_ms: int) -> int:
    return (datetime.fromtimestamp(at_ms / 1000, tz=UTC) + timedelta(hours=7)).hour


@pytest.fixture(scope="module")
def points() -> tuple[PointPlan, ...]:
    return points_of(WHOLE, sample_reference())


@pytest.fixture(scope="module")
def busy() -> list[Act]:
    reference = sample_reference()
    return _acts(days_of(BUSY, reference, starter_procedures(), points_of(BUSY, reference)[0]))


@given(st.integers(0, 100_000), st.lists(st.floats(0.001, 1_000), min_size=1, max_size=60))
def test_what_is_apportioned_adds_up_and_nobody_is_off_by_a_whole_one(
    total: int, shares: list[float]
) -> None:
    given_out = apportion(total, shares)

    assert sum(given_out) == total
    exact = [total * share / sum(shares) for share in shares]
    assert all(abs(got - fair) < 1.0001 for got, fair in zip(given_out, exact, strict=True))


def test_the_same_seed_plans_the_same_acts_and_another_seed_plans_others() -> None:
    reference = sample_reference()

    def planned(order: SampleOrder) -> list[Act]:
        return _acts(days_of(order, reference, starter_procedures(), points_of(order, reference)[0]))

    assert planned(BUSY) == planned(BUSY)
    assert planned(BUSY) != planned(replace(BUSY, seed=8))


def test_a_day_is_planned_the_same_whatever_was_planned_before_it(busy: list[Act]) -> None:
    reference = sample_reference()
    later = list(days_of(BUSY, reference, starter_procedures(), points_of(BUSY, reference)[0]))[-1]

    assert tuple(busy[-len(later.acts) :]) == later.acts


def test_as_many_items_are_brought_as_were_asked_for_and_each_point_has_its_days(
    points: tuple[PointPlan, ...],
) -> None:
    assert sum(sum(point.items) for point in points) == WHOLE.items
    assert all(len(point.items) == WHOLE.days for point in points)


def test_the_provincial_bureau_is_the_busiest_and_the_communes_are_quiet(
    points: tuple[PointPlan, ...],
) -> None:
    loads = {point.point.code: sum(point.items) for point in points}
    communes = [sum(point.items) for point in points if point.point.kind == "commune_point"]

    assert max(loads, key=lambda code: loads[code]) == "240000"
    assert len(points) == 53
    assert max(communes) * 5 < loads["240000"]


def test_no_two_points_share_a_number_and_each_has_more_than_it_needs(points: tuple[PointPlan, ...]) -> None:
    spans = sorted((point.first, point.last) for point in points)

    assert all(one[1] < next_[0] for one, next_ in itertools.pairwise(spans))
    assert all(point.last - point.first + 1 > sum(point.items) for point in points)


def test_the_largest_order_that_is_taken_still_has_a_number_for_each_item() -> None:
    largest = replace(WHOLE, items=MAX_ITEMS, days=MAX_DAYS)

    planned = points_of(largest, sample_reference())

    assert planned[-1].last <= LAST_SERIAL


def test_items_come_on_days_off_too_but_far_fewer() -> None:
    reference = sample_reference()
    order = replace(BUSY, days=28, items=4_000)
    calendar = WorkingCalendar(reference.calendar)
    (point,) = points_of(order, reference)

    by_day = dict(zip(order.dates(), point.items, strict=True))
    working = [items for day, items in by_day.items() if calendar.is_working(day)]
    off = [items for day, items in by_day.items() if not calendar.is_working(day)]

    assert min(off) > 0
    assert max(off) < min(working)


def test_nobody_comes_at_night_and_most_come_in_the_middle_of_the_morning_or_afternoon(
    busy: list[Act],
) -> None:
    hours = Counter(_hour(act.at_ms) for act in busy if isinstance(act, ItemBrought))

    assert min(hours) >= 7
    assert max(hours) <= 18
    peaks = {hour for hour, _ in hours.most_common(4)}
    assert peaks & {9, 10}
    assert peaks & {14, 15, 16}
    assert hours[12] * 4 < hours[9]


def test_acts_come_in_the_order_of_time_inside_a_shift(busy: list[Act]) -> None:
    open_shift = False
    for before, act in itertools.pairwise(busy):
        assert act.at_ms >= before.at_ms
    for act in busy:
        if isinstance(act, ShiftBegun):
            assert not open_shift
            open_shift = True
        elif isinstance(act, ShiftEnded):
            assert open_shift
            open_shift = False
        else:
            assert open_shift
    assert not open_shift


def test_mistakes_happen_now_and_then(busy: list[Act]) -> None:
    kinds = Counter(type(act) for act in busy)

    assert 0 < kinds[CoverRefused] < kinds[ItemBrought] // 20
    assert 0 < kinds[NumberSpoilt] < kinds[ItemBrought] // 20


def test_what_is_taken_back_was_accepted_in_the_same_shift_and_is_taken_back_once(busy: list[Act]) -> None:
    accepted, undone, all_undone = 0, set[int](), 0
    for act in busy:
        if isinstance(act, ShiftBegun):
            accepted, undone = 0, set()
        elif isinstance(act, ItemBrought):
            accepted += 1
        elif isinstance(act, ItemCorrected | ItemWithdrawn):
            assert act.which < accepted
            assert act.which not in undone
            undone.add(act.which)
            all_undone += 1
            accepted += isinstance(act, ItemCorrected)

    assert all_undone > 10


def test_dossiers_come_in_all_three_forms_and_on_working_days_alone() -> None:
    reference = sample_reference()
    order = replace(BUSY, days=14, items=8_000)
    calendar = WorkingCalendar(reference.calendar)
    days = list(days_of(order, reference, starter_procedures(), points_of(order, reference)[0]))

    with_dossiers = {day.date for day in days if any(isinstance(act, DossierBrought) for act in day.acts)}
    forms = {act.draft.form for day in days for act in day.acts if isinstance(act, DossierBrought)}

    assert with_dossiers
    assert all(calendar.is_working(day) for day in with_dossiers)
    assert forms == set(Form)


def test_a_few_pairs_of_agencies_make_most_of_the_traffic(busy: list[Act]) -> None:
    pairs = Counter((act.draft.sender, act.draft.receiver) for act in busy if isinstance(act, ItemBrought))
    items = sum(pairs.values())

    tenth = sum(count for _, count in pairs.most_common(len(pairs) // 10))

    assert tenth > items * 0.35


def test_who_has_no_clearance_is_planned_for_dossiers_alone(busy: list[Act]) -> None:
    brought = [act for act in busy if isinstance(act, ItemBrought)]

    planned = {type(act) for act in busy if act.user == UNCLEARED}

    assert any(act.user == SECOND and act.draft.secrecy.is_marked for act in brought)
    assert planned == {DossierBrought}


def test_who_has_no_contract_pays_cash(busy: list[Act]) -> None:
    contracts = {agency.agency_id for agency in sample_reference().agencies if agency.uses_kt1}
    without = [act for act in busy if isinstance(act, ItemBrought) and act.draft.sender not in contracts]

    assert without
    assert all(act.draft.payment is Payment.CASH for act in without)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (replace(WHOLE, points=54), "sample.points_range"),
        (replace(WHOLE, points=0), "sample.points_range"),
        (replace(WHOLE, days=0), "sample.days_range"),
        (replace(WHOLE, days=MAX_DAYS + 1), "sample.days_range"),
        (replace(WHOLE, items=-1), "sample.items_range"),
        (replace(WHOLE, items=MAX_ITEMS + 1), "sample.items_range"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_refused_by_name(order: SampleOrder, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        points_of(order, sample_reference())

    assert refused.value.code == code


def test_a_year_without_a_calendar_is_not_guessed() -> None:
    with pytest.raises(DeskError) as refused:
        points_of(replace(BUSY, last_day=date(2031, 1, 10)), sample_reference())

    assert refused.value.code == "reference.calendar_missing"
