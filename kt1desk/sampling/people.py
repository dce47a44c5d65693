"""Invented people: the staff of a point and those who hand items in.

Names are put together by chance from common parts; nobody is meant.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import Point
from kt1desk.services.set_up import NewUser

_FAMILY = (
    "Hoàng",
    "Nông",
    "Lý",
    "Vi",
    "Chu",
    "Lương",
    "Bế",
    "Lâm",
    "Đinh",
    "Nguyễn",
    "Trần",
    "Hứa",
    "Triệu",
    "Dương",
)
_MIDDLE = ("Thị", "Văn", "Thanh", "Minh", "Thu", "Đức", "Ngọc", "Hải", "Kim", "Quang")
_GIVEN = (
    "Hà",
    "Minh",
    "Sơn",
    "Thủy",
    "Lan",
    "Đức",
    "Quân",
    "Yến",
    "Phượng",
    "Tuấn",
    "Hạnh",
    "Dũng",
    "Nga",
    "Long",
)
_CLEARED_YEARS = 3

CLERK, SECOND, HEAD = "gdv1", "gdv2", "truong"
"""User ids; each point has its own people behind them."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works at a point. ``second`` is "" where there is one person; he has no clearance, so he takes no A, B or C items."""

    users: tuple[NewUser, ...]
    second: str


def name(chance: random.Random) -> str:
    """A name of nobody."""
    return f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"


def staff_of(point: Point, last_day: date, chance: random.Random) -> Staff:
    """The staff of a point: a clerk who is cleared, where there are more people one who is not, and the head of the point."""
    cleared = last_day + timedelta(days=365 * _CLEARED_YEARS)
    head = frozenset({Role.HEAD, Role.ADMINISTRATOR, Role.CLERK})
    users = [NewUser(CLERK, name(chance), frozenset({Role.CLERK}), cleared)]
    if not point.one_person:
        users.append(NewUser(SECOND, name(chance), frozenset({Role.CLERK})))
    users.append(NewUser(HEAD, name(chance), head, cleared))
    return Staff(tuple(users), "" if point.one_person else SECOND)
