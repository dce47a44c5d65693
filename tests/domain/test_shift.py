"""The shift and its drawer: a life of two steps, a date that fits, money that is counted."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.shift import (
    STEPS,
    Denomination,
    Drawer,
    MoneyKind,
    ShiftState,
    ShiftStep,
    check_amount,
    check_business_date,
    count_drawer,
    next_state,
)
from tests.domain.rows import DAY, SINCE


def note(value_dong: int, until: date | None = None) -> Denomination:
    return Denomination(
        valid_from=SINCE,
        valid_to=until,
        source="test",
        status=Status.CONFIRMED,
        value_dong=value_dong,
        kind=MoneyKind.NOTE,
    )


NOTES = (note(500_000), note(1_000), note(100, until=date(2026, 11, 21)))


def test_a_shift_is_opened_worked_in_and_closed() -> None:
    state = ShiftState.NONE
    for step in (ShiftStep.OPEN, ShiftStep.WORK, ShiftStep.WORK, ShiftStep.CLOSE):
        state = next_state(state, step)

    assert state is ShiftState.CLOSED


@pytest.mark.parametrize(
    ("state", "step", "code"),
    [
        (ShiftState.NONE, ShiftStep.WORK, "shift.not_open"),
        (ShiftState.NONE, ShiftStep.CLOSE, "shift.not_open"),
        (ShiftState.OPEN, ShiftStep.OPEN, "shift.already_open"),
        (ShiftState.CLOSED, ShiftStep.OPEN, "shift.closed"),
        (ShiftState.CLOSED, ShiftStep.WORK, "shift.closed"),
        (ShiftState.CLOSED, ShiftStep.CLOSE, "shift.closed"),
    ],
)
def test_every_other_step_is_refused_with_its_reason(state: ShiftState, step: ShiftStep, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        next_state(state, step)

    assert refused.value.code == code


def test_every_step_in_every_state_is_either_a_step_or_a_refusal() -> None:
    refused = set()
    for state, step in itertools.product(ShiftState, ShiftStep):
        try:
            next_state(state, step)
        except DeskError:
            refused.add((state, step))

    assert refused == set(itertools.product(ShiftState, ShiftStep)) - STEPS.keys()


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_shift_around_midnight_may_belong_to_the_day_beside(days: int) -> None:
    check_business_date(DAY + timedelta(days=days), DAY)


@pytest.mark.parametrize("days", [-2, 2, 365])
def test_a_business_date_further_from_the_clock_is_refused(days: int) -> None:
    with pytest.raises(DeskError) as refused:
        check_business_date(DAY + timedelta(days=days), DAY)

    assert refused.value.code == "shift.date_far"
    assert refused.value.details["today"] == "22/11/2026"


def test_the_drawer_must_hold_the_float_and_what_came_in_less_what_went_out() -> None:
    drawer = Drawer(float_dong=500_000, received_dong=98_300, paid_dong=20_000)

    assert drawer.expected_dong == 578_300
    assert drawer.difference_dong(578_300) == 0
    assert drawer.difference_dong(570_000) == -8_300
    assert drawer.difference_dong(580_000) == 1_700


def test_counted_pieces_make_an_amount() -> None:
    assert count_drawer({500_000: 2, 1_000: 7}, NOTES, DAY) == 1_007_000
    assert count_drawer({}, NOTES, DAY) == 0


@given(st.dictionaries(st.sampled_from([500_000, 1_000]), st.integers(0, 10_000)))
def test_counting_in_two_heaps_gives_the_same_as_in_one(counts: dict[int, int]) -> None:
    heaps = [{value: pieces} for value, pieces in counts.items()]

    assert sum(count_drawer(heap, NOTES, DAY) for heap in heaps) == count_drawer(counts, NOTES, DAY)


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({3_000: 1}, "shift.denomination_unknown"),
        ({100: 1}, "shift.denomination_unknown"),
        ({1_000: -1}, "shift.count_negative"),
    ],
)
def test_what_is_no_money_of_the_day_is_not_counted(counts: dict[int, int], code: str) -> None:
    with pytest.raises(DeskError) as refused:
        count_drawer(counts, NOTES, DAY)

    assert refused.value.code == code
    assert refused.value.details["value_dong"] in counts


def test_an_amount_of_cash_is_never_negative() -> None:
    check_amount(0, "float")

    with pytest.raises(DeskError) as refused:
        check_amount(-1, "float")

    assert (refused.value.code, refused.value.field) == ("shift.amount_negative", "float")
