"""Periods: presets of both kinds, the same days of last year, their names, and what is due."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.counting import period_of, times
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.periods import (
    Period,
    Preset,
    asked_period,
    due_day,
    how_many,
    month_of,
    part_last_year,
    preset,
    preset_of,
    preset_words,
    same_period_last_year,
    words,
)

DAYS = st.dates(date(2017, 1, 1), date(2040, 12, 31))


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("kind", "number", "first", "last", "said"),
    [
        (Preset.MONTH, 2, "2026-02-01", "2026-02-28", "Tháng 02/2026"),
        (Preset.MONTH, 12, "2026-12-01", "2026-12-31", "Tháng 12/2026"),
        (Preset.QUARTER, 4, "2026-10-01", "2026-12-31", "Quý IV/2026"),
        (Preset.HALF, 1, "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
        (Preset.HALF, 2, "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026"),
        (Preset.NINE_MONTHS, 1, "2026-01-01", "2026-09-30", "9 tháng năm 2026"),
        (Preset.YEAR, 1, "2026-01-01", "2026-12-31", "Năm 2026"),
        (Preset.QUARTER_SHIFTED, 1, "2025-12-15", "2026-03-14", "từ 15/12/2025 đến 14/03/2026"),
        (Preset.QUARTER_SHIFTED, 4, "2026-09-15", "2026-12-14", "từ 15/09/2026 đến 14/12/2026"),
    ],
)
def test_a_preset_has_its_days_and_its_name(
    kind: Preset, number: int, first: str, last: str, said: str
) -> None:
    made = preset(kind, 2026, number)

    assert made == days(first, last)
    assert words(made) == said
    assert preset_of(made) == (kind, 2026, number)


def test_a_shifted_quarter_is_called_by_both_its_name_and_its_days() -> None:
    assert preset_words(Preset.QUARTER_SHIFTED, 2026, 1) == "Quý I/2026 (từ 15/12/2025 đến 14/03/2026)"


@pytest.mark.parametrize("kind", [Preset.QUARTER, Preset.QUARTER_SHIFTED, Preset.MONTH])
def test_the_periods_of_a_year_follow_each_other_without_a_gap(kind: Preset) -> None:
    whole = [preset(kind, year, n) for year in (2027, 2028) for n in range(1, how_many(kind) + 1)]

    for before, after in pairwise(whole):
        assert after.first == before.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "year", "number"), [(Preset.MONTH, 2026, 13), (Preset.QUARTER, 2026, 0), (Preset.YEAR, 1, 1)]
)
def test_what_a_year_does_not_have_is_refused(kind: Preset, year: int, number: int) -> None:
    with pytest.raises(DeskError, match=r"reporting\.period"):
        preset(kind, year, number)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(DeskError, match=r"reporting\.period"):
        days("2026-01-02", "2026-01-01")


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2021-01-01", "2021-09-30", ("2020-01-01", "2020-09-30")),
        ("2025-12-15", "2026-03-14", ("2024-12-15", "2025-03-14")),
        ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
        ("2025-02-01", "2025-02-28", ("2024-02-01", "2024-02-29")),
        ("2025-02-10", "2025-02-28", ("2024-02-10", "2024-02-28")),
        ("2024-02-29", "2024-02-29", ("2023-02-28", "2023-02-28")),
        ("2024-02-29", "2024-03-31", ("2023-02-28", "2023-03-31")),
    ],
)
def test_the_same_days_of_last_year(first: str, last: str, before: tuple[str, str]) -> None:
    assert same_period_last_year(days(first, last)) == days(*before)


def test_days_without_a_name_are_said_as_days() -> None:
    assert words(days("2026-09-02", "2026-09-02")) == "ngày 02/09/2026"
    assert words(days("2017-01-01", "2019-12-31")) == "từ 01/01/2017 đến 31/12/2019"


@pytest.mark.parametrize(
    ("number", "by"), [(1, "2026-04-10"), (2, "2026-07-10"), (3, "2026-10-10"), (4, "2027-01-10")]
)
def test_a_quarter_is_due_by_the_tenth_of_the_next_month(number: int, by: str) -> None:
    assert due_day(preset(Preset.QUARTER, 2026, number)) == date.fromisoformat(by)


@settings(max_examples=100)
@given(DAYS, st.integers(0, 800))
def test_any_period_has_a_name_and_days_last_year_and_is_due_after_its_end(first: date, more: int) -> None:
    period = Period(first, first + timedelta(days=more))

    before = same_period_last_year(period)

    assert words(period)
    assert before.first.year == period.first.year - 1
    assert before.last.year == period.last.year - 1
    assert 10 <= (due_day(period) - period.last).days <= 40


@settings(max_examples=100)
def _parts_last_year(by: Dimension, whole: Period) -> list[Period]:
    parts = (period_of(by, key).within(whole) or whole for key in times(by, whole))
    return [days for part in parts if (days := part_last_year(part, whole))]


@settings(max_examples=60)
@given(st.sampled_from((2023, 2024, 2025)), st.integers(0, 75), st.integers(0, 75))
def test_days_and_months_have_each_day_of_last_year_once(year: int, skip: int, more: int) -> None:
    first = date(year, 1, 1) + timedelta(days=skip)
    whole = Period(first, first + timedelta(days=more))
    last_year = same_period_last_year(whole)

    for by in (Dimension.DAY, Dimension.MONTH, Dimension.YEAR):
        parts = _parts_last_year(by, whole)
        assert (parts[0].first, parts[-1].last) == (last_year.first, last_year.last)
        assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(parts))


def test_the_29th_of_february_belongs_to_february_and_has_no_day_of_its_own_the_year_before() -> None:
    spring = days("2025-01-15", "2025-03-31")
    leap = days("2024-02-01", "2024-03-31")

    assert part_last_year(days("2025-02-01", "2025-02-28"), spring) == days("2024-02-01", "2024-02-29")
    assert part_last_year(days("2025-02-28", "2025-02-28"), spring) == days("2024-02-28", "2024-02-29")
    assert part_last_year(days("2024-02-28", "2024-02-28"), leap) == days("2023-02-28", "2023-02-28")
    assert part_last_year(days("2024-02-29", "2024-02-29"), leap) is None


@given(DAYS, DAYS, DAYS, DAYS)
def test_the_common_days_of_two_periods_are_in_both(one: date, two: date, three: date, four: date) -> None:
    mine, other = Period(min(one, two), max(one, two)), Period(min(three, four), max(three, four))

    common = mine.within(other)

    for day in (one, two, three, four):
        assert (common is not None and common.holds(day)) == (mine.holds(day) and other.holds(day))
    assert month_of(one).holds(one)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("0001-01-01", "2026-11-23", "first"),
        ("0206-01-01", "0206-01-31", "first"),
        ("1999-12-31", "2000-01-31", "first"),
        ("2000-01-01", "2020-01-01", "last"),
        ("2026-01-01", "9999-12-31", "last"),
        ("2026-01-02", "2026-01-01", "last"),
    ],
)
def test_days_that_are_a_slip_of_the_keys_make_no_period(first: str, last: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        asked_period(date.fromisoformat(first), date.fromisoformat(last))

    assert (refused.value.code, refused.value.field) == ("reporting.period", field)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2000-01-01", "2019-12-31"), ("2006-02-28", "2026-02-27"), ("2980-01-01", "2999-12-31")],
)
def test_days_of_up_to_twenty_years_make_a_period_that_has_a_year_before_it(first: str, last: str) -> None:
    made = asked_period(date.fromisoformat(first), date.fromisoformat(last))

    assert made == days(first, last)
    assert same_period_last_year(made).first.year == made.first.year - 1
