"""How much comes where and when: shares of the points, of the days, of the hours.

The province's own bureau has the most, then the public administration centre and the bureaus of the former districts; communes see a few
items a week. KT1 is served on every day of the year, but offices send on working days (TT 15/2022/TT-BTTTT, Điều 4). Nobody comes at
night; most come in the middle of the morning and of the afternoon. The figures are assumed; nothing is priced or promised by them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.reference import Point

_SHARES = {"provincial_kt1": 300.0, "public_admin_centre": 60.0, "district_centre": 35.0}
_COMMUNE_SHARE = 12.0
_MONDAY, _SATURDAY = 0, 5
_DAY_OFF, _SATURDAY_SHARE, _MONDAY_SHARE = 0.06, 0.18, 1.25

_FIRST_MINUTE = 7 * 60
_QUARTERS = (
    *(2, 4, 7, 10),  # from 07:00
    *(14, 17, 20, 22),
    *(24, 24, 22, 20),  # the peak of the morning
    *(17, 14, 11, 8),
    *(5, 4, 3, 2),  # 11:00
    *(1, 1, 1, 2),
    *(4, 6, 9, 12),  # 13:00
    *(16, 19, 22, 24),
    *(25, 24, 22, 19),  # the peak of the afternoon
    *(15, 11, 8, 5),
    *(3, 2, 1, 1),  # 17:00
)
"""Weight of each quarter of an hour from 07:00 to 18:00."""
_REACHED = tuple(accumulate(_QUARTERS))
_QUARTER_MS = 15 * 60_000

NOON_MS = 12 * 3_600_000 + 15 * 60_000
"""When the busy bureau changes its shift, in milliseconds from midnight."""


def point_shares(points: Sequence[Point]) -> list[float]:
    """The share of each point; among communes the later ones of the list have less and less (1/rank)."""
    shares, communes = [], 0
    for point in points:
        if point.kind in _SHARES:
            shares.append(_SHARES[point.kind])
        else:
            communes += 1
            shares.append(_COMMUNE_SHARE / communes**0.7)
    return shares


def day_share(day: date, calendar: WorkingCalendar, chance: random.Random) -> float:
    """The share of a day among the days of its point."""
    if calendar.is_working(day):
        usual = _MONDAY_SHARE if day.weekday() == _MONDAY else 1.0
    else:
        usual = _SATURDAY_SHARE if day.weekday() == _SATURDAY else _DAY_OFF
    return usual * chance.uniform(0.7, 1.3)


def apportion(total: int, shares: Sequence[float]) -> list[int]:
    """Whole numbers in the ratio of the shares that add up to ``total``: the largest remainders get one more (Hare and Niemeyer)."""
    whole = sum(shares)
    exact = [total * share / whole for share in shares]
    made = [int(value) for value in exact]
    by_rest = sorted(range(len(shares)), key=lambda at: (made[at] - exact[at], at))
    for at in by_rest[: total - sum(made)]:
        made[at] += 1
    return made


def arrivals(count: int, chance: random.Random) -> list[int]:
    """Times of ``count`` arrivals in milliseconds from midnight, all different, in their order."""
    times: set[int] = set()
    while len(times) < count:
        missing = count - len(times)
        for quarter in chance.choices(range(len(_QUARTERS)), cum_weights=_REACHED, k=missing):
            within = int(chance.random() * _QUARTER_MS)
            times.add(_FIRST_MINUTE * 60_000 + quarter * _QUARTER_MS + within)
    return sorted(times)
