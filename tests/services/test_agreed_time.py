"""An agreed time as people type it at the counter, and what is no time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.services.agreed_time import parse_agreed

COUNTER = timezone(timedelta(hours=7))
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=COUNTER)


def moment(at: datetime) -> Moment:
    return Moment(round(at.timestamp() * 1000), 420)


def understood(text: str, now: datetime = NOON) -> str:
    at = datetime.fromtimestamp(parse_agreed(text, moment(now)) / 1000, tz=UTC)
    return f"{at.astimezone(COUNTER):%H:%M %d/%m/%Y}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", "14:30 23/11/2026"),
        ("14h30", "14:30 23/11/2026"),
        ("14g30", "14:30 23/11/2026"),
        ("14.30", "14:30 23/11/2026"),
        ("14H", "14:00 23/11/2026"),
        ("14", "14:00 23/11/2026"),
        ("0:05", "00:05 23/11/2026"),
        ("8h 24/11", "08:00 24/11/2026"),
        ("8h 24-11", "08:00 24/11/2026"),
        ("8h  24.11", "08:00 24/11/2026"),
        ("  08:00 24/11/2026 ", "08:00 24/11/2026"),
        ("08:00 1/2", "08:00 01/02/2027"),
        ("08:00 21/11", "08:00 21/11/2026"),
        ("08:00 29/2/2028", "08:00 29/02/2028"),
    ],
)
def test_a_time_is_understood_as_it_is_typed(typed: str, meant: str) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mai",
        "24:00",
        "12:60",
        "14:3",
        "14:30:00",
        "8h 31/11",
        "8h 0/11",
        "8h 24/13",
        "8h 29/2",
        "8h 24/11/26",
        "8h24/11",
        "-8h",
        "8h 24",
        "٨:٠٠",
        "14:30\0",
    ],
)
def test_what_is_no_time_or_no_day_is_refused(typed: str) -> None:
    with pytest.raises(DeskError) as caught:
        parse_agreed(typed, moment(NOON))

    assert (caught.value.code, caught.value.field) == ("item.agreed_time_shape", "agreed_time")


def test_a_day_without_a_year_at_new_year_is_in_the_new_year() -> None:
    new_years_eve = datetime(2026, 12, 31, 23, 0, tzinfo=COUNTER)

    assert understood("8h 2/1", new_years_eve) == "08:00 02/01/2027"
    assert understood("8h 30/12", new_years_eve) == "08:00 30/12/2026"


def test_a_day_just_before_new_year_typed_just_after_it_is_a_slip_and_no_time_next_december() -> None:
    new_year = datetime(2027, 1, 2, 8, 0, tzinfo=COUNTER)

    assert understood("8h 31/12", new_year) == "08:00 31/12/2026"


def test_today_is_the_day_of_the_counter_and_not_of_greenwich() -> None:
    early = datetime(2026, 11, 24, 5, 0, tzinfo=COUNTER)

    assert understood("14:30", early) == "14:30 24/11/2026"


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2040, 12, 31)).map(  # noqa: DTZ001 - given its zone below
        lambda at: at.replace(second=0, microsecond=0, tzinfo=COUNTER)
    )
)
def test_whatever_is_printed_is_read_back_as_the_same_time(at: datetime) -> None:
    assert understood(f"{at:%H:%M %d/%m/%Y}") == f"{at:%H:%M %d/%m/%Y}"


@given(st.text(max_size=20))
def test_any_text_is_a_time_or_refused_with_that_code(text: str) -> None:
    try:
        found = parse_agreed(text, moment(NOON))
    except DeskError as error:
        found, code = 0, error.code
    else:
        code = ""

    assert found > 0 or code == "item.agreed_time_shape"
