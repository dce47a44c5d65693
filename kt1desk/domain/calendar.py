"""The working calendar: weekends, days off and make-up working days.

KT1 is served on every day of the year (TT 15/2022/TT-BTTTT, Điều 4) and does not use it; dossiers do. A year without
rows is not guessed: holidays that follow the moon and swaps by announcement cannot be derived.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError

_SATURDAY = 5


class DayKind(StrEnum):
    """What a row changes."""

    OFF = "off"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay(Dated):
    """A day that differs from its weekday. ``announced`` is False while it is only expected."""

    day: date
    kind: DayKind
    name: str
    announced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast(Dated):
    """A paid feast (BLLĐ 2019, Điều 112): what it is, and on which day.

    Attributes:
        feast: frozen name.
        name: Vietnamese.
        first: its day, or its first one.
        every_year: comes again on the same day and month; one that follows the moon has a row for each year.
        arranged: whether the days around it are settled anew each year by the Prime Minister (khoản 3).
    """

    feast: str
    name: str
    first: date
    every_year: bool
    arranged: bool

    def day_in(self, year: int) -> date | None:
        """Its day in that year, None where it does not come then or nobody has reckoned it."""
        day = self.first.replace(year=year) if self.every_year else self.first
        return day if day.year == year and self.holds(day) else None


class WorkingCalendar:
    """Answers whether offices work on a day."""

    def __init__(self, days: Iterable[CalendarDay]) -> None:
        rows = tuple(days)
        self._kinds = {row.day: row.kind for row in rows}
        self._expected = frozenset(row.day for row in rows if not row.announced)
        self._years = frozenset(day.year for day in self._kinds)

    def covers(self, day: date) -> bool:
        """Whether the days off of that year are known."""
        return day.year in self._years

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day.

        Raises:
            DeskError: ``reference.calendar_missing`` with ``year`` when the year has no rows.
        """
        if not self.covers(day):
            raise DeskError("reference.calendar_missing", "calendar", year=day.year)
        kind = self._kinds.get(day)
        return day.weekday() < _SATURDAY if kind is None else kind is DayKind.MAKE_UP

    def add_working_days(self, start: date, count: int) -> date:
        """The day that is ``count`` working days after ``start``; the start itself is not counted.

        Raises:
            DeskError: ``reference.calendar_missing`` when the way leaves the known years.
        """
        day = start
        for _ in range(count):
            day = self.next_working(day)
        return day

    def next_working(self, day: date) -> date:
        """The first working day after this one.

        Raises:
            DeskError: ``reference.calendar_missing`` when it lies beyond the known years.
        """
        following = day + timedelta(days=1)
        while not self.is_working(following):
            following += timedelta(days=1)
        return following

    def rests_on_expectation(self, first: date, last: date) -> bool:
        """Whether a day from the first to the last differs from its weekday by expectation only, not by announcement."""
        return any(first <= day <= last for day in self._expected)
