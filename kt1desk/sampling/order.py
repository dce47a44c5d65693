"""What is asked of the generator: seed, points, days, items.

Two orders that are equal give the same events, byte for byte; nothing else may have a say in what is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kt1desk.domain.errors import DeskError

MAX_DAYS = 500
MAX_ITEMS = 20_000_000
ITEMS_PER_POINT_DAY = 12
"""So many items come to a point on a day when nobody says how many; busy and quiet ones have very different shares of it."""


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """An order for sample journals.

    Attributes:
        seed: chooses everything that is left to chance.
        points: how many points, the busiest first.
        last_day: the last business date; those before it go back without a gap.
        days: how many business dates.
        items: how many KT1 items are accepted at all points together; those taken back later are among them.
    """

    seed: int
    points: int
    last_day: date
    days: int
    items: int

    def checked(self, points_there: int) -> SampleOrder:
        """The same order, if it can be carried out.

        Raises:
            DeskError: ``sample.points_range``, ``sample.days_range``, ``sample.items_range`` with ``limit``.
        """
        if not 1 <= self.points <= points_there:
            raise DeskError("sample.points_range", "points", limit=points_there)
        if not 1 <= self.days <= MAX_DAYS:
            raise DeskError("sample.days_range", "days", limit=MAX_DAYS)
        if not 0 <= self.items <= MAX_ITEMS:
            raise DeskError("sample.items_range", "items", limit=MAX_ITEMS)
        return self

    def dates(self) -> Iterator[date]:
        """The business dates, oldest first."""
        for back in range(self.days - 1, -1, -1):
            yield self.last_day - timedelta(days=back)
