"""The staff list that follows another one: nobody is left out of it by mistake, for whoever is in no more is named as being out.

This module must not know who signs a list, nor where its people come from.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import NEEDS_CLEARANCE, may
from kt1desk.domain.staff_list import FIELD, StaffList, StaffRow


@dataclass(frozen=True, slots=True)
class StaffOrder:
    """What changes with the next list.

    Attributes:
        people: everybody who is in, in place of those of the list before; None where they stay. Their clearances stay, too.
        removed: who is out from now on, also such as were in no list.
        cleared: the last day of clearances that change; None takes one away.
    """

    people: Sequence[StaffRow] | None = None
    removed: Collection[str] = ()
    cleared: Mapping[str, date | None] = field(default_factory=dict)


def next_list(previous: StaffList | None, point: str, day: date, order: StaffOrder) -> StaffList:
    """The list that follows ``previous``.

    Args:
        previous: the last one of the point, None for the first.
        point: whose list it is.
        day: the day of signing.
        order: what changes.

    Raises:
        DeskError: ``staff_list.other_point`` with ``point`` for a list of another one; ``staff_list.not_listed`` with ``user`` for a
            clearance of somebody who is not in; ``staff_list.clearance_untold`` with ``users`` who may have one and of whom nothing was
            said yet: a table says none, and a list that says none takes away what the desk file gave; ``staff_list.nothing`` where
            nothing would change; as `StaffList`.
    """
    if previous is not None and previous.point != point:
        raise DeskError("staff_list.other_point", FIELD, point=previous.point)
    before = {row.user: row for row in previous.people} if previous else {}
    named = before.values() if order.people is None else order.people
    rows = {row.user: _cleared(row, before, order) for row in named if row.user not in order.removed}
    for user in order.cleared:
        if user not in rows:
            raise DeskError("staff_list.not_listed", FIELD, user=user)
    if untold := sorted(user for user, row in rows.items() if _is_untold(row, before, order)):
        raise DeskError("staff_list.clearance_untold", FIELD, users=", ".join(untold))
    out = {*(previous.out if previous else ()), *before, *order.removed} - rows.keys()
    people = tuple(rows[user] for user in sorted(rows))
    made = StaffList(point, previous.issue + 1 if previous else 1, day, people, tuple(sorted(out)))
    if previous is not None and replace(made, issue=previous.issue, day=previous.day) == previous:
        raise DeskError("staff_list.nothing", FIELD)
    return made


def _cleared(row: StaffRow, before: Mapping[str, StaffRow], order: StaffOrder) -> StaffRow:
    if row.user in order.cleared:
        return replace(row, until=order.cleared[row.user])
    known = before.get(row.user)
    return replace(row, until=known.until) if known is not None else row


def _is_untold(row: StaffRow, before: Mapping[str, StaffRow], order: StaffOrder) -> bool:
    """Whether nobody has said yet if he is cleared: not now, and not while he had other roles, to which it made no difference."""
    if row.until is not None or row.user in order.cleared or not _can_be_cleared(row):
        return False
    known = before.get(row.user)
    return known is None or not _can_be_cleared(known)


def _can_be_cleared(row: StaffRow) -> bool:
    """Whether some act of his roles needs a clearance."""
    return any(may(row.roles, act) for act in NEEDS_CLEARANCE)
