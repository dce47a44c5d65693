"""The provisional day: counted as offices work, never on a day off, and unknown where the calendar or the source ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.appointment import Hours, ProvisionalDay, arrival, promise
from kt1desk.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit
from tests.domain.rows import SINCE
from tests.support.reference import trial_reference

CALENDAR = WorkingCalendar(trial_reference().calendar)
"""Days off and make-up days as shipped: 2025 to 2027."""
LATE, EARLY = Hours(15, 15), Hours(14, 15)
FRIDAY = date(2026, 11, 20)


def rule(duration: int | None, unit: DurationUnit | None = DurationUnit.WORKING_DAY) -> ChannelRule:
    return ChannelRule(Channel.POST, duration, unit)


def counted(accepted: date, transit: int, row: ChannelRule, hours: Hours = LATE) -> ProvisionalDay:
    made = promise(CALENDAR, accepted, transit, row, hours)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("accepted", "days", "due"),
    [
        (FRIDAY, 3, date(2026, 11, 26)),
        (date(2026, 8, 20), 2, date(2026, 8, 22)),
        (date(2026, 8, 28), 1, date(2026, 9, 3)),
        (date(2026, 4, 24), 1, date(2026, 4, 28)),
    ],
)
def test_working_days_jump_over_weekends_and_feasts_and_count_make_up_days(
    accepted: date, days: int, due: date
) -> None:
    assert counted(accepted, 0, rule(days)).day == due


@pytest.mark.parametrize(
    ("accepted", "transit", "received"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, date(2026, 11, 23)),
        (FRIDAY, 4, date(2026, 11, 25)),
        (date(2026, 8, 21), 1, date(2026, 8, 22)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
    ],
)
def test_the_authority_receives_after_the_transit_on_a_day_on_which_it_is_open(
    accepted: date, transit: int, received: date
) -> None:
    assert arrival(CALENDAR, accepted, transit) == received


def test_the_promise_is_transit_and_then_the_authoritys_own_days_and_says_both() -> None:
    made = counted(FRIDAY, 1, rule(3))

    assert made == ProvisionalDay(
        day=date(2026, 11, 27),
        received=date(2026, 11, 23),
        transit_days=1,
        duration=3,
        unit=DurationUnit.WORKING_DAY,
        after_cut_off=False,
        expected=False,
    )


@pytest.mark.parametrize(
    ("hours", "due"),
    [
        (0, FRIDAY),
        (1, date(2026, 11, 23)),
        (8, date(2026, 11, 23)),
        (9, date(2026, 11, 25)),
        (16, date(2026, 11, 25)),
    ],
)
def test_eight_hours_are_one_working_day_and_a_part_begun_is_a_whole_one(hours: int, due: date) -> None:
    assert counted(FRIDAY, 0, rule(hours, DurationUnit.HOUR)).day == due


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (1, date(2026, 11, 23)),
        (3, date(2026, 11, 23)),
        (4, date(2026, 11, 25)),
        (5, date(2026, 11, 25)),
    ],
)
def test_calendar_days_count_on_through_days_off_but_do_not_end_on_one(days: int, due: date) -> None:
    assert counted(FRIDAY, 0, rule(days, DurationUnit.CALENDAR_DAY)).day == due


@pytest.mark.parametrize(
    ("hours", "late", "due"),
    [
        (EARLY, False, FRIDAY),
        (Hours(0, 15), False, FRIDAY),
        (LATE, True, date(2026, 11, 23)),
        (Hours(23, 15), True, date(2026, 11, 23)),
        (Hours(None, 15), True, date(2026, 11, 23)),
    ],
)
@pytest.mark.parametrize("duration", [None, 0, 1])
def test_what_is_settled_on_the_day_waits_for_the_next_from_the_cut_off_on_or_at_an_unknown_hour(
    hours: Hours, late: bool, due: date, duration: int | None
) -> None:
    made = counted(FRIDAY, 0, rule(duration, DurationUnit.SAME_DAY), hours)

    assert (made.day, made.after_cut_off) == (due, late)


def test_the_cut_off_hour_changes_nothing_for_a_duration_in_days() -> None:
    assert counted(FRIDAY, 0, rule(1), LATE) == counted(FRIDAY, 0, rule(1), EARLY)


@pytest.mark.parametrize("unknown", [None, rule(None), rule(3, None), rule(None, None)])
def test_nothing_is_promised_where_the_source_does_not_say_how_long_it_takes(
    unknown: ChannelRule | None,
) -> None:
    assert promise(CALENDAR, FRIDAY, 1, unknown, LATE) is None


@pytest.mark.parametrize(
    ("accepted", "days", "year"), [(date(2027, 12, 30), 5, 2028), (date(2024, 6, 3), 1, 2024)]
)
@pytest.mark.parametrize("unit", [DurationUnit.WORKING_DAY, DurationUnit.CALENDAR_DAY])
def test_a_year_whose_days_off_are_not_known_is_not_guessed(
    accepted: date, days: int, year: int, unit: DurationUnit
) -> None:
    with pytest.raises(DeskError) as refused:
        promise(CALENDAR, accepted, 0, rule(days, unit), LATE)

    assert (refused.value.code, refused.value.details["year"]) == ("reference.calendar_missing", year)


@pytest.mark.parametrize(("transit", "days"), [(0, -1), (-1, 1), (0, 3_651), (10**9, 1), (0, 10**12)])
@pytest.mark.parametrize("unit", list(DurationUnit))
def test_a_slip_of_the_catalogue_is_refused_and_not_counted(
    transit: int, days: int, unit: DurationUnit
) -> None:
    with pytest.raises(DeskError, match=r"appointment\.duration"):
        promise(CALENDAR, FRIDAY, transit, rule(days, unit), LATE)


def test_a_day_that_is_only_expected_on_the_way_is_said() -> None:
    def off(day: date, *, announced: bool) -> CalendarDay:
        return CalendarDay(
            valid_from=SINCE,
            valid_to=None,
            source="test",
            status=Status.CONFIRMED,
            day=day,
            kind=DayKind.OFF,
            name="Nghỉ thử",
            announced=announced,
        )

    calendar = WorkingCalendar(
        [off(date(2026, 11, 24), announced=False), off(date(2026, 12, 1), announced=True)]
    )

    def expected(accepted: date) -> bool:
        made = promise(calendar, accepted, 0, rule(2), LATE)
        assert made is not None
        return made.expected

    assert [expected(FRIDAY), expected(date(2026, 11, 25)), expected(date(2026, 11, 30))] == [
        True,
        False,
        False,
    ]


@given(
    st.dates(date(2025, 1, 1), date(2027, 6, 30)),
    st.integers(0, 6),
    st.integers(0, 60),
    st.sampled_from(DurationUnit),
    st.sampled_from([EARLY, LATE, Hours(None, 15)]),
)
def test_a_promised_day_is_never_a_day_off_and_never_before_the_authority_has_it(
    accepted: date, transit: int, duration: int, unit: DurationUnit, hours: Hours
) -> None:
    made = counted(accepted, transit, rule(duration, unit), hours)

    assert CALENDAR.is_working(made.received)
    assert CALENDAR.is_working(made.day)
    assert accepted + timedelta(days=transit) <= made.received <= made.day


@given(st.dates(date(2025, 1, 1), date(2027, 6, 30)), st.integers(0, 40))
def test_every_working_day_on_the_way_counts_make_up_days_too_and_the_day_of_receipt_does_not(
    accepted: date, duration: int
) -> None:
    made = counted(accepted, 0, rule(duration))

    days = [made.received + timedelta(days=n) for n in range(1, (made.day - made.received).days + 1)]
    assert sum(CALENDAR.is_working(day) for day in days) == duration


@given(st.dates(date(2025, 1, 1), date(2027, 6, 30)), st.integers(0, 40), st.sampled_from(DurationUnit))
def test_a_longer_duration_is_never_promised_earlier(
    accepted: date, duration: int, unit: DurationUnit
) -> None:
    assert (
        counted(accepted, 0, rule(duration, unit)).day <= counted(accepted, 0, rule(duration + 1, unit)).day
    )
