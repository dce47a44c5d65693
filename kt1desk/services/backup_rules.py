"""Which backups of a place are kept: the newest of each of the last shifts, weeks and months, by rows with a date of validity.

TCVN 14423:2026, 5.11 asks for backups that are automatic, encrypted and kept apart; how many and how long is the post's own rule. A backup
that nobody keeps is also the only way in which erased names leave the backups. This module must not know where backups lie.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kt1desk.domain.reference import ReferenceData

_ZONE = timedelta(hours=7)
"""Weeks and months are those of Việt Nam (QĐ 134/2002/QĐ-TTg: UTC+7 all year), wherever the machine's clock stands."""
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class KeepingRule:
    """How much is kept.

    Attributes:
        shifts: how many of the newest backups; one is made after each shift.
        weeks: of how many weeks the newest one.
        months: of how many months the newest one.
        flight_days: how many days of the flight recorder.
        warn_hours: how old the last good backup may be before the desk says so.
    """

    shifts: int
    weeks: int
    months: int
    flight_days: int
    warn_hours: int

    @classmethod
    def on(cls, reference: ReferenceData, day: date) -> KeepingRule:
        """The rule of a day.

        Raises:
            DeskError: ``reference.setting_missing``.
        """
        return cls(
            shifts=reference.setting_int("backup.keep_shifts", day),
            weeks=reference.setting_int("backup.keep_weeks", day),
            months=reference.setting_int("backup.keep_months", day),
            flight_days=reference.setting_int("backup.flight_days", day),
            warn_hours=reference.setting_int("backup.warn_hours", day),
        )

    def is_old(self, made_ms: int, now_ms: int) -> bool:
        """Whether a good backup of then is older than the desk may be without one. A clock that was set back makes none older."""
        return now_ms - made_ms > self.warn_hours * _HOUR_MS


def kept(made: Sequence[int], rule: KeepingRule) -> frozenset[int]:
    """Those that stay, of all good backups of one desk in one place; the newest always does.

    Args:
        made: when each was made, UTC milliseconds.
        rule: how much is kept.
    """
    newest = sorted(set(made), reverse=True)
    weeks = _newest_of_each(newest, lambda day: day.isocalendar()[:2])
    months = _newest_of_each(newest, lambda day: (day.year, day.month))
    return frozenset([*newest[: max(1, rule.shifts)], *weeks[: rule.weeks], *months[: rule.months]])


def _newest_of_each(newest: Sequence[int], part: Callable[[date], tuple[int, ...]]) -> list[int]:
    """The newest backup of each week or month, newest first."""
    found: dict[tuple[int, ...], int] = {}
    for made in newest:
        found.setdefault(part(_day(made)), made)
    return list(found.values())


def _day(made_ms: int) -> date:
    return (datetime.fromtimestamp(made_ms / 1000, tz=UTC) + _ZONE).date()
