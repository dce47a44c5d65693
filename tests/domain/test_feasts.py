"""Which feasts the calendar does not cover yet, by the feasts and the calendar as shipped and with a row more or less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.calendar import CalendarDay, DayKind
from kt1desk.domain.feasts import uncovered_feast
from kt1desk.domain.reference import ReferenceData
from tests.domain.rows import DAY
from tests.support.reference import trial_reference

DATA = trial_reference()
TET_2027, LABOUR_2027, NATIONAL_2027 = date(2027, 2, 6), date(2027, 5, 1), date(2027, 9, 2)


def announced(*days: date) -> ReferenceData:
    """The calendar as shipped, what was expected of these days announced."""
    rows = tuple(replace(row, announced=row.announced or row.day in days) for row in DATA.calendar)
    return replace(DATA, calendar=rows)


def between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


TET_WEEK = between(date(2027, 2, 4), date(2027, 2, 10))


def test_the_next_feast_without_an_announced_arrangement_is_tet() -> None:
    assert uncovered_feast(DATA, DAY) == TET_2027


def test_a_feast_is_still_to_come_on_its_own_day_and_no_more_on_the_next() -> None:
    assert uncovered_feast(DATA, TET_2027) == TET_2027
    assert uncovered_feast(DATA, TET_2027 + timedelta(days=1)) == LABOUR_2027


def test_tet_is_covered_only_when_all_its_days_are_announced() -> None:
    assert uncovered_feast(announced(*TET_WEEK[:-1]), DAY) == TET_2027
    assert uncovered_feast(announced(*TET_WEEK), DAY) == LABOUR_2027


def test_a_feast_on_a_rest_day_waits_for_the_day_that_makes_up_for_it() -> None:
    day_after = date(2027, 5, 3)

    assert uncovered_feast(announced(*TET_WEEK, day_after), DAY) == NATIONAL_2027


def test_beyond_the_last_year_of_the_calendar_every_feast_is_uncovered() -> None:
    known = announced(*(row.day for row in DATA.calendar))

    assert uncovered_feast(known, DAY) is None
    assert uncovered_feast(known, date(2027, 11, 25)) == date(2028, 1, 1)


def test_a_feast_that_the_law_does_not_know_yet_is_not_waited_for() -> None:
    without = replace(DATA, calendar=tuple(row for row in DATA.calendar if row.day != date(2026, 11, 24)))

    assert uncovered_feast(without, date(2025, 11, 20)) == date(2026, 11, 24)
    assert uncovered_feast(DATA, date(2025, 11, 20)) is None


def test_a_row_that_is_in_force_no_more_covers_nothing() -> None:
    ended = tuple(
        replace(row, valid_to=date(2026, 11, 1)) if row.day == date(2026, 11, 24) else row
        for row in DATA.calendar
    )

    assert uncovered_feast(replace(DATA, calendar=ended), DAY) == date(2026, 11, 24)


@pytest.mark.parametrize("data", [ReferenceData(), ReferenceData(calendar=DATA.calendar)])
def test_where_no_feast_is_known_none_is_waited_for(data: ReferenceData) -> None:
    assert uncovered_feast(data, DAY) is None


@given(st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_what_is_reminded_of_is_a_known_feast_of_that_day_or_later(on: date) -> None:
    found = uncovered_feast(DATA, on)

    days = {feast.day_in(year) for feast in DATA.feasts for year in (on.year, on.year + 1)}
    assert found is None or (found >= on and found in days)


@given(st.sets(st.sampled_from(sorted(row.day for row in DATA.calendar))), st.dates(DAY, date(2027, 6, 1)))
def test_announcing_more_never_brings_a_reminder_nearer(days: set[date], on: date) -> None:
    before, after = uncovered_feast(DATA, on), uncovered_feast(announced(*days), on)

    assert before is not None
    assert after is None or after >= before


def test_every_feast_of_the_years_in_the_calendar_has_its_row_there() -> None:
    rows: dict[date, CalendarDay] = {row.day: row for row in DATA.calendar}
    days = [day for feast in DATA.feasts for year in (2026, 2027) if (day := feast.day_in(year)) is not None]

    assert len(days) == 14
    assert [day for day in days if day not in rows or rows[day].kind is not DayKind.OFF] == []
