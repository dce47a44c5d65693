"""The agreed time of a Hẹn giờ item, as people type it at the counter.

This module must not know whether a time is late enough: `kt1desk.domain.kt1.check_agreed_time` does.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import datetime

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.services.shifts import local_time

_SHAPE = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?(?: +(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?)?", re.ASCII)
FIELD = "agreed_time"


def parse_agreed(text: str, now: Moment) -> int:
    """The time in UTC milliseconds: ``14:30``, ``14h30`` (today), ``8h 24/11``, ``08:00 24/11/2026``.

    Without a year it is the nearest such day: ``08:00 21/11`` on 22/11 is yesterday, a slip to be refused and not a time next year, and
    so is ``08:00 31/12`` on 2/1.

    Raises:
        DeskError: ``item.agreed_time_shape`` for what is no time or no day.
    """
    found = _SHAPE.fullmatch(" ".join(text.split()).lower())
    if found is None:
        raise DeskError("item.agreed_time_shape", FIELD)
    hour, minute, day, month, year = (int(part) if part else None for part in found.groups())
    today = local_time(now)
    try:
        at = today.replace(hour=hour or 0, minute=minute or 0, second=0, microsecond=0)
        if day is not None and month is not None:
            at = _on(at, day, month, year, today)
    except ValueError as error:
        raise DeskError("item.agreed_time_shape", FIELD) from error
    return round(at.timestamp() * 1000)


def _on(at: datetime, day: int, month: int, year: int | None, today: datetime) -> datetime:
    if year is not None:
        return at.replace(year=year, month=month, day=day)
    around = (today.year - 1, today.year, today.year + 1)
    possible = [each for each in around if day <= monthrange(each, month)[1]]
    return min(
        (at.replace(year=each, month=month, day=day) for each in possible),
        key=lambda found: abs(found - today),
    )
