"""Invented people: the staff of a point and those who hand items in.

Names are put together by chance from common parts; nobody is meant.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

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
UNCLEARED, CONTROLLER, POSTMAN = "gdv3", "ksv", "buuta"
"""User ids; each point has its own people behind them."""
ROLES: Mapping[str, tuple[Role, ...]] = MappingProxyType(
    {
        CLERK: (Role.CLERK,),
        SECOND: (Role.CLERK,),
        UNCLEARED: (Role.CLERK,),
        CONTROLLER: (Role.CONTROLLER,),
        HEAD: (Role.HEAD, Role.ADMINISTRATOR, Role.CLERK),
        POSTMAN: (Role.POSTMAN,),
    }
)
"""What each of them may be, by user id; what he mostly is stands first."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works at a point.

    ``second`` takes KT1 items as the first clerk does; ``uncleared`` has no clearance and takes dossiers alone. Both are "" at a point of
    one person: there is a clerk, the head on paper, and the postman who comes by.
    """

    users: tuple[NewUser, ...]
    second: str
    uncleared: str


def name(chance: random.Random) -> str:
    """A name of nobody."""
    return f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"


def staff_of(point: Point, last_day: date, chance: random.Random) -> Staff:
    """The staff of a point: a cleared clerk, the head, a postman; of more people another clerk, one uncleared, a controller."""
    cleared = last_day + timedelta(days=365 * _CLEARED_YEARS)

    def user(user_id: str, until: date | None = cleared) -> NewUser:
        return NewUser(user_id, name(chance), frozenset(ROLES[user_id]), until)

    users = [user(CLERK)]
    if not point.one_person:
        users += [user(SECOND), user(UNCLEARED, None), user(CONTROLLER)]
    users += [user(HEAD), user(POSTMAN)]
    return Staff(tuple(users), *(("", "") if point.one_person else (SECOND, UNCLEARED)))
