"""The staff list: what the province says of the users of one point. It names who is in and who is out; nobody else is touched by it.

The content is canonical JSON in its one spelling, so that a signature over its bytes means one thing. The issue number alone says which of
two lists counts: a desk whose clock stands wrong must not keep somebody in. This module must not know signatures, files or what day it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, Role, may

MAX_BYTES = 131_072
"""Size of a whole signed list; a larger one is refused unread."""
MAX_PEOPLE = 100
"""Who is in: fewer than a desk has room for key slots."""
MAX_OUT = 500
FIELD = "staff_list"
"""Input the refusals belong to."""

_FORMAT = 1
_PARTS = frozenset({"day", "format", "issue", "out", "people", "point"})
_POINT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")
_USER = re.compile(r"[a-z0-9.]{1,16}")
_MAX_NAME = 80
_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who is in.

    Attributes:
        user: what he types to log in.
        name: his full name.
        roles: what he is at this point; at least one.
        until: the last day of his clearance for KT1; None without one.
    """

    user: str
    name: str = field(repr=False)
    roles: frozenset[Role]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StaffList:
    """The users of a point by one issue of its list.

    Attributes:
        point: whose it is.
        issue: a higher one replaces a lower one, whatever days they name.
        day: when it was signed.
        people: who is in, by their ids.
        out: who is out, by their ids.
    """

    point: str
    issue: int
    day: date
    people: tuple[StaffRow, ...]
    out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no point's list can be.

        Raises:
            DeskError: ``staff_list.content`` with ``part``; ``staff_list.no_manager`` where nobody could manage users any more.
        """
        users = [row.user for row in self.people]
        wrong = {
            "point": _POINT.fullmatch(self.point) is None,
            "issue": not 0 < self.issue <= _MOST,
            "people": len(users) > MAX_PEOPLE
            or not all(map(_well_formed, self.people))
            or not _rising(users),
            "out": len(self.out) > MAX_OUT
            or not all(map(_USER.fullmatch, self.out))
            or not _rising(self.out),
            "both": not set(users).isdisjoint(self.out),
        }
        for part, is_wrong in wrong.items():
            if is_wrong:
                raise DeskError("staff_list.content", FIELD, part=part)
        if not any(may(row.roles, Act.MANAGE_USERS) for row in self.people):
            raise DeskError("staff_list.no_manager", FIELD)

    def row(self, user: str) -> StaffRow | None:
        """What it says of somebody who is in; None of anybody else."""
        return next((row for row in self.people if row.user == user), None)

    def encode(self) -> bytes:
        """The canonical bytes that are signed.

        Raises:
            DeskError: ``canonical.size``.
        """
        made: dict[str, Json] = {
            "day": self.day.isoformat(),
            "format": _FORMAT,
            "issue": self.issue,
            "out": list(self.out),
            "people": [_told(row) for row in self.people],
            "point": self.point,
        }
        return canonical.encode(made, MAX_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> StaffList:
        """Read signed bytes.

        Raises:
            DeskError: ``staff_list.newer`` where a later program wrote them, also where it names a role that is not known here;
                ``staff_list.content``, ``staff_list.no_manager``; ``staff_list.damaged`` for everything else.
        """
        try:
            made = canonical.decode(data, MAX_BYTES)
            if _whole(made["format"]) != _FORMAT:
                raise DeskError("staff_list.newer", FIELD)
            if made.keys() != _PARTS:
                raise ValueError
            found = cls(
                point=text_of(made["point"]),
                issue=_whole(made["issue"]),
                day=date.fromisoformat(text_of(made["day"])),
                people=tuple(map(_row, _list(made["people"]))),
                out=tuple(map(text_of, _list(made["out"]))),
            )
            if (
                found.encode() != data
            ):  # a date or an order that is spelt otherwise: one list has one spelling
                raise ValueError
            return found
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("staff_list.damaged", FIELD) from error
        except DeskError as error:
            raise (error if error.field == FIELD else DeskError("staff_list.damaged", FIELD)) from error


def _well_formed(row: StaffRow) -> bool:
    return _USER.fullmatch(row.user) is not None and bool(row.roles) and 0 < len(row.name) <= _MAX_NAME


def _rising(texts: Iterable[str]) -> bool:
    """Whether each stands once, in order."""
    listed = list(texts)
    return listed == sorted(set(listed))


def _told(row: StaffRow) -> list[Json]:
    until = row.until.isoformat() if row.until else ""
    return [row.user, row.name, sorted(role.value for role in row.roles), until]


def _row(told: Json) -> StaffRow:
    user, name, roles, until = _list(told)
    said = text_of(until)
    return StaffRow(
        text_of(user),
        text_of(name),
        frozenset(map(_role, _list(roles))),
        date.fromisoformat(said) if said else None,
    )


def _role(told: Json) -> Role:
    text = text_of(told)
    try:
        return Role(text)
    except ValueError as error:
        raise DeskError("staff_list.newer", FIELD) from error


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _whole(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
