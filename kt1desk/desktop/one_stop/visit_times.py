"""A day and its hours as people type them, ``24/11/2026`` and ``8:00-9:30``, as two instants. Pure functions."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from kt1desk.desktop.registers.texts import read_day

HOURS = "Gõ từ giờ đến giờ, như 8:00-9:30."
_HOURS = re.compile(r"(\d{1,2})[:hg.]?(\d{2})?\s*[-–]\s*(\d{1,2})[:hg.]?(\d{2})?", re.IGNORECASE)


def read_hours(day: str, hours: str, offset_min: int) -> tuple[int, int] | None:
    """Both in UTC milliseconds; None where day or hours are none. That the second is later is not looked at."""
    on, found = read_day(day), _HOURS.fullmatch(hours.strip())
    if on is None or found is None:
        return None
    zone = timezone(timedelta(minutes=offset_min))
    try:
        first, last = (
            datetime(on.year, on.month, on.day, int(hour), int(minute or 0), tzinfo=zone)
            for hour, minute in (found.group(1, 2), found.group(3, 4))
        )
    except ValueError:
        return None
    return _ms(first), _ms(last)


def _ms(when: datetime) -> int:
    return int(when.astimezone(UTC).timestamp() * 1000)
