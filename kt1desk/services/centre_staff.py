"""The users of a desk as the province's newest staff list has them: who is put out, who is new, who has other roles.

A list counts once: what the people of the desk change after it stays until the next list comes. Whom they put out stays out until a list
says something new of him. A list after which nobody could log in to manage users is not taken up at all, and is tried again later.

A slot is dropped inside the transaction that writes why: whoever is cut off between the two has dropped it, and the next log-in of
anybody writes the rest. This module must not know how lists come, are signed or are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.staff_list import FIELD, StaffList, StaffRow
from kt1desk.services.ports import Journal, Reader, Work
from kt1desk.services.rows import UserRow
from kt1desk.services.sessions import Session, actor_of
from kt1desk.services.set_up import LINE
from kt1desk.services.users import Why, can_manage, version_after, write_enrolled, write_revoked

_APPLIED = "staff.applied"


class SlotsToDrop(Protocol):
    """The key slots beside the database, as far as putting somebody out needs them."""

    def users(self) -> Collection[str]:
        """Everybody whom some password lets in."""

    def versions(self) -> Mapping[str, int]:
        """Version of each slot by its holder, dead ones included."""

    def drop(self, user: str, version: int) -> None:
        """From now on no password opens the desk for this user.

        Raises:
            DeskError: ``key.*``, ``disk.*``.
        """


class Standing(StrEnum):
    """What is left of a session after somebody changed the users."""

    STAYS = "stays"
    LESS = "less"
    """A role or days of his clearance are gone: he goes on with what he has now once he has logged in again."""
    OUT = "out"


@dataclass(frozen=True, slots=True)
class _Orders:
    """What a list asks for here."""

    out: tuple[str, ...]
    enrolled: tuple[UserRow, ...]


class CentreStaff:
    """Takes staff lists up."""

    def __init__(self, journal: Journal, slots: SlotsToDrop) -> None:
        self._journal = journal
        self._slots = slots

    def check(self, listed: StaffList, before: StaffList | None) -> None:
        """Refuse what `take_up` would refuse.

        Raises:
            DeskError: ``staff_list.last_manager`` with ``issue``.
        """
        with self._journal.read() as reader:
            self._orders(reader, listed, before)

    def take_up(self, listed: StaffList, before: StaffList | None) -> bool:
        """Do what a proved list of this point says; whether it was new. One that counted already, or an older one, changes nothing.

        Args:
            listed: the list.
            before: the one that was taken up last; None for the first.

        Raises:
            DeskError: ``staff_list.last_manager`` with ``issue`` where nobody could log in any more to manage users: nothing of it is
                done; ``key.*``, ``disk.*``, ``store.*``.
        """
        with self._journal.work() as work:
            if listed.issue <= applied_issue(work):
                return False
            orders = self._orders(work, listed, before)
            for user in orders.out:
                self._put_out(work, user)
            for row in orders.enrolled:
                write_enrolled(work, LINE, row)
            work.note(_APPLIED, {"issue": listed.issue})
            work.commit()
        return True

    def _put_out(self, work: Work, user: str) -> None:
        """The slot first: one that is newer than the journal says opens the desk to nobody, an older one bars everybody."""
        newest = self._slots.versions().get(user, 0) + (user in self._slots.users())
        version = max(version_after(work, user), newest)
        self._slots.drop(user, version)
        write_revoked(work, LINE, user, Why.CENTRE, version)

    def _orders(self, reader: Reader, listed: StaffList, before: StaffList | None) -> _Orders:
        users = {row.user: row for row in reader.users()}
        out = tuple(user for user in listed.out if user in users and users[user].active)
        orders = _Orders(out, tuple(_enrolled(users, listed, before)))
        after = {
            **users,
            **{user: replace(users[user], active=False) for user in out},
            **{row.user: row for row in orders.enrolled},
        }
        holders = self._slots.users()
        if can_manage(users.values(), holders) and not can_manage(after.values(), holders):
            raise DeskError("staff_list.last_manager", FIELD, issue=listed.issue)
        return orders


def applied_issue(reader: Reader) -> int:
    """Issue of the list that was taken up last, 0 before the first."""
    issue = (reader.noted(_APPLIED) or {}).get("issue")
    return issue if isinstance(issue, int) else 0


def standing_of(reader: Reader, session: Session) -> Standing:
    """What the journal says now of whoever is logged in."""
    row = reader.user(session.actor.user_id)
    if row is None or not row.active:
        return Standing.OUT
    before, now = session.actor, actor_of(reader, row)
    keeps = before.roles <= now.roles and _last(before.clearance_until) <= _last(now.clearance_until)
    return Standing.STAYS if keeps else Standing.LESS


def _enrolled(users: Mapping[str, UserRow], listed: StaffList, before: StaffList | None) -> Iterator[UserRow]:
    """Who is new, comes back or has something else than he had."""
    for row in listed.people:
        known, wanted = users.get(row.user), _user_row(row)
        if known is not None and not known.active and _said_the_same(before, row):
            continue  # put out here since then: the list says nothing new of him
        if known != wanted:
            yield wanted


def _said_the_same(before: StaffList | None, row: StaffRow) -> bool:
    return before is not None and before.row(row.user) == row


def _user_row(row: StaffRow) -> UserRow:
    roles = tuple(sorted(role.value for role in row.roles))
    return UserRow(row.user, row.name, roles, row.until.isoformat() if row.until else "")


def _last(until: date | None) -> date:
    return until or date.min
