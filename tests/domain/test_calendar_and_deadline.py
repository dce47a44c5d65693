"""Days and hours: the working calendar of offices and the deadline of an item, which knows no holiday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from kt1desk.domain.dated import Status
from kt1desk.domain.deadline import Deadline, DeadlineBasis, TransitArea, TransitHours, Way, area_of, deadline
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Scope, Urgency
from tests.domain.rows import DAY, SINCE

ACCEPTED_MS = 1_795_000_000_000


def day(on: date, kind: DayKind) -> CalendarDay:
    return CalendarDay(
        valid_from=SINCE,
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        day=on,
        kind=kind,
        name="",
        announced=True,
    )


def hours(
    scope: Scope, urgency: Urgency, count: int, until: date | None = None, area: str = ""
) -> TransitHours:
    return TransitHours(
        valid_from=SINCE,
        valid_to=until,
        source="test",
        status=Status.SAMPLE,
        scope=scope,
        urgency=urgency,
        hours=count,
        area=area,
    )


CALENDAR = WorkingCalendar(
    [
        day(date(2026, 8, 31), DayKind.OFF),
        day(date(2026, 9, 1), DayKind.OFF),
        day(date(2026, 9, 2), DayKind.OFF),
        day(date(2026, 8, 22), DayKind.MAKE_UP),
    ]
)
HOURS = (
    hours(Scope.INTRA, Urgency.NONE, 99, until=date(2026, 6, 30)),
    hours(Scope.INTRA, Urgency.NONE, 24),
    hours(Scope.INTER, Urgency.EXPRESS, 36),
)


@pytest.mark.parametrize(
    ("on", "works"),
    [
        (date(2026, 8, 28), True),
        (date(2026, 8, 29), False),
        (date(2026, 8, 30), False),
        (date(2026, 8, 31), False),
        (date(2026, 9, 3), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 23), False),
    ],
)
def test_offices_work_on_weekdays_but_for_days_off_and_on_make_up_saturdays(on: date, works: bool) -> None:
    assert CALENDAR.is_working(on) is works


def test_working_days_are_counted_over_weekend_and_holiday() -> None:
    assert CALENDAR.add_working_days(date(2026, 8, 28), 1) == date(2026, 9, 3)
    assert CALENDAR.add_working_days(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert CALENDAR.add_working_days(date(2026, 8, 29), 0) == date(2026, 8, 29)


@given(st.integers(0, 20), st.dates(date(2026, 1, 1), date(2026, 11, 1)))
def test_between_two_days_lie_exactly_the_working_days_that_were_added(count: int, start: date) -> None:
    end = CALENDAR.add_working_days(start, count)

    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(CALENDAR.is_working(on) for on in between) == count


def test_a_year_without_rows_is_not_guessed() -> None:
    with pytest.raises(DeskError) as refused:
        CALENDAR.add_working_days(date(2026, 12, 30), 5)

    assert refused.value.code == "reference.calendar_missing"
    assert refused.value.details["year"] == 2027
    assert not CALENDAR.covers(date(2027, 1, 1))


def test_the_deadline_is_so_many_hours_after_acceptance_by_the_row_in_force() -> None:
    due = deadline(HOURS, Way(Scope.INTRA), Urgency.NONE, ACCEPTED_MS, None, DAY)

    assert due == Deadline(ACCEPTED_MS + 24 * 3_600_000, DeadlineBasis.TABLE, Status.SAMPLE)


def test_a_timed_item_is_due_at_the_agreed_time() -> None:
    due = deadline(HOURS, Way(Scope.INTER), Urgency.TIMED, ACCEPTED_MS, ACCEPTED_MS + 5, DAY)

    assert due == Deadline(ACCEPTED_MS + 5, DeadlineBasis.AGREED, Status.CONFIRMED)


@pytest.mark.parametrize(
    ("scope", "urgency"),
    [(Scope.INTER, Urgency.NONE), (Scope.INTRA, Urgency.EXPRESS), (Scope.REGIONAL, Urgency.NONE)],
)
def test_a_class_without_hours_has_no_invented_deadline(scope: Scope, urgency: Urgency) -> None:
    with pytest.raises(DeskError) as refused:
        deadline(HOURS, Way(scope), urgency, ACCEPTED_MS, None, DAY)

    assert refused.value.code == "reference.transit_hours_missing"


def test_an_area_has_hours_of_its_own_and_where_it_has_none_the_ordinary_ones_count() -> None:
    rows = (*HOURS, hours(Scope.INTRA, Urgency.NONE, 72, area="remote"))

    there = deadline(rows, Way(Scope.INTRA, "remote"), Urgency.NONE, 0, None, DAY)
    ordinary = deadline(rows, Way(Scope.INTRA), Urgency.NONE, 0, None, DAY)
    urgent = deadline(rows, Way(Scope.INTER, "remote"), Urgency.EXPRESS, 0, None, DAY)

    assert [due.due_ms // 3_600_000 for due in (there, ordinary, urgent)] == [72, 24, 36]


def test_a_commune_lies_in_the_area_that_names_it_on_that_day() -> None:
    rows = [
        TransitArea(
            valid_from=SINCE,
            valid_to=date(2026, 12, 31),
            source="test",
            status=Status.SAMPLE,
            code="remote",
            name="Vùng khó",
            communes=frozenset({"06541"}),
        )
    ]

    assert area_of(rows, "06541", DAY) == "remote"
    assert area_of(rows, "06541", date(2027, 1, 1)) == ""
    assert area_of(rows, "05977", DAY) == ""
    assert area_of(rows, "", DAY) == ""
