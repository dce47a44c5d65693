"""Terms of complaints: the window of months, the clock of working days, the compensation by rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.complaint import (
    answer_day,
    check_window,
    compensation_dong,
    months_after,
    months_before,
)
from kt1desk.domain.errors import DeskError
from tests.support.reference import trial_reference

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
COVERED = st.dates(date(2026, 1, 1), date(2026, 12, 1))
CALENDAR = WorkingCalendar(trial_reference().calendar)


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (date(2026, 5, 31), 6, date(2026, 11, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 12, 15), -24, date(2024, 12, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, there: date
) -> None:
    assert months_after(day, months) == there


@given(DAYS, st.integers(0, 60))
def test_months_back_is_never_later_than_the_day_whose_months_are_over(day: date, months: int) -> None:
    back = months_before(day, months)

    assert months_after(back, months) <= day


@given(DAYS, st.integers(1, 24), st.integers(-400, 400))
def test_the_window_is_open_to_its_last_day_and_not_one_day_longer(
    ended: date, months: int, offset: int
) -> None:
    until = months_after(ended, months)
    received = until + timedelta(days=offset)

    if offset > 0:
        with pytest.raises(DeskError) as caught:
            check_window(ended, received, months)
        assert (caught.value.code, caught.value.details["until"]) == (
            "complaint.too_late",
            until.isoformat(),
        )
    else:
        check_window(ended, received, months)


def test_while_the_service_still_runs_no_window_has_begun_to_close() -> None:
    check_window(None, date(2035, 1, 1), 6)


@given(COVERED, st.sampled_from([5, 7]))
def test_an_answer_is_due_on_a_working_day_after_as_many_of_them(received: date, days: int) -> None:
    due = answer_day(CALENDAR, received, days)

    between = [received + timedelta(days=step) for step in range(1, (due - received).days + 1)]
    assert CALENDAR.is_working(due)
    assert sum(CALENDAR.is_working(day) for day in between) == days


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 11, 20), 5, date(2026, 11, 30)),  # 24/11 is a holiday since 2026
        (date(2026, 11, 20), 7, date(2026, 12, 2)),
        (date(2026, 8, 20), 2, date(2026, 8, 22)),  # the Saturday is a make-up day
    ],
)
def test_holidays_and_make_up_days_are_counted_as_announced(received: date, days: int, due: date) -> None:
    assert answer_day(CALENDAR, received, days) == due


@given(st.integers(0, 10_000_000), st.integers(0, 10_000_000), st.integers(0, 10))
def test_compensation_grows_with_the_postage_and_is_nothing_for_what_was_free(
    one: int, more: int, multiple: int
) -> None:
    assert compensation_dong(one, multiple) <= compensation_dong(one + more, multiple)
    assert compensation_dong(one, multiple) + compensation_dong(more, multiple) == compensation_dong(
        one + more, multiple
    )
    assert compensation_dong(0, multiple) == 0


@pytest.mark.parametrize(("postage", "multiple"), [(-1, 4), (1, -4)])
def test_less_than_nothing_is_no_compensation(postage: int, multiple: int) -> None:
    with pytest.raises(DeskError) as caught:
        compensation_dong(postage, multiple)

    assert caught.value.code == "complaint.compensation"
