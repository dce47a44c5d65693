"""How far a day is from today, in working days and in words: before its day, on it, past it.

The authority's own day counts as it stands; a provisional one says that it is ours. This module must not know what the day is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.errors import DeskError


class Term(StrEnum):
    """How a day stands to today; the colour of a line, which always says it in words too."""

    EARLY = "early"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Terms:
    """Days seen from today; within ``warn_days`` working days a day is near."""

    calendar: WorkingCalendar
    today: date
    warn_days: int

    def of(self, day: date) -> Term:
        """How it stands."""
        if day < self.today:
            return Term.OVERDUE
        if day == self.today:
            return Term.TODAY
        return Term.SOON if self.distance(day)[0] <= self.warn_days else Term.EARLY

    def distance(self, day: date) -> tuple[int, bool]:
        """Working days between today and a day, either way, and whether they are working days: without a calendar all days count."""
        first, last = sorted((self.today, day))
        days = [first + timedelta(days=step) for step in range(1, (last - first).days + 1)]
        try:
            return sum(map(self.calendar.is_working, days)), True
        except DeskError:
            return len(days), False

    @property
    def horizon(self) -> date:
        """The last day that is near; all after it are early."""
        day = self.today
        while self.of(day + timedelta(days=1)) is not Term.EARLY:
            day += timedelta(days=1)
        return day

    def words(self, day: date) -> str:
        """``quá hẹn 3 ngày làm việc``, ``đến hẹn hôm nay``, ``còn 2 ngày làm việc``."""
        count, working = self.distance(day)
        unit = "ngày làm việc" if working else "ngày"
        term = self.of(day)
        if term is Term.TODAY:
            return "đến hẹn hôm nay"
        if term is Term.OVERDUE:
            return f"quá hẹn {count} {unit}" if count else "đã qua ngày hẹn"
        return f"còn {count} {unit}" if count else "hẹn vào ngày nghỉ tới"


def whose_day(*, official: bool) -> str:
    """Whose word a day is."""
    return "ngày hẹn của cơ quan" if official else "ngày dự kiến"


def day_of_ms(utc_ms: int, offset_min: int) -> date:
    """The date that the wall clock showed."""
    zone = timezone(timedelta(minutes=offset_min))
    return datetime.fromtimestamp(utc_ms / 1000, tz=UTC).astimezone(zone).date()
