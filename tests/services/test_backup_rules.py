"""Which backups stay: the newest of the last shifts, weeks and months, and the newest of all whatever the rule says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kt1desk.services.backup_rules import KeepingRule, kept
from tests.support.desks import sample_reference

RULE = KeepingRule(shifts=7, weeks=4, months=12, flight_days=35, warn_hours=24)
LAST = datetime(2026, 11, 23, 10, tzinfo=UTC)


def ms(days_ago: float) -> int:
    return round((LAST - timedelta(days=days_ago)).timestamp() * 1000)


def test_of_two_years_of_daily_backups_seven_days_four_weeks_and_twelve_months_stay() -> None:
    made = [ms(day) for day in range(730)]

    stays = kept(made, RULE)

    days = sorted((LAST - datetime.fromtimestamp(each / 1000, tz=UTC)).days for each in stays)
    assert days[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert days[7:10] == [8, 15, 23]  # Sundays before Monday the 23rd, and the last day of October
    assert len(days) == 7 + 2 + 11
    assert max(days) < 366


def test_a_month_ends_at_midnight_in_viet_nam() -> None:
    new_year = round(datetime(2026, 12, 31, 17, 0, tzinfo=UTC).timestamp() * 1000)
    rule = KeepingRule(shifts=1, weeks=0, months=2, flight_days=1, warn_hours=24)

    stays = kept([new_year - 1, new_year, new_year + 1], rule)

    assert stays == {new_year + 1, new_year - 1}


def test_the_newest_one_stays_even_under_a_rule_that_keeps_nothing() -> None:
    assert kept([3, 9, 5], KeepingRule(0, 0, 0, 0, 24)) == {9}
    assert kept([], RULE) == frozenset()


def test_a_backup_is_old_after_the_hours_of_the_rule_that_ships() -> None:
    rule = KeepingRule.on(sample_reference(), date(2026, 11, 23))

    assert rule == RULE
    assert not rule.is_old(ms(1), ms(0))
    assert rule.is_old(ms(1) - 1, ms(0))
