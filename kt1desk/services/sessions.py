"""Sessions: who is working at the desk, and what he may do.

The password opens the key slot, the key opens the journal, and the journal says whether this user still exists and with which roles.
An older slot file put back (and with it an old password) is refused: the journal knows the newest version of every slot.

This module must not know how keys are wrapped or how the journal is opened; both are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act, Actor, Role, permits
from kt1desk.domain.registers import PEOPLE, clearance_until
from kt1desk.services.ports import Reader
from kt1desk.services.rows import DeskRow, UserRow

RECOVERY = "recovery"
"""Holder of the slot that the printed recovery code opens."""


class Vault(Protocol):
    """The key slots beside the database."""

    def unlock(self, user: str, password: str) -> bytes:
        """The database key (32 bytes).

        Raises:
            DeskError: ``login.wrong_password``, also for an unknown user, or ``login.wait`` with ``seconds``.
        """

    def versions(self) -> Mapping[str, int]:
        """Version of each slot by its holder."""


@dataclass(frozen=True, slots=True)
class Session:
    """A user at work at this desk."""

    actor: Actor
    name: str = field(repr=False)
    desk: DeskRow

    def may(self, act: Act, on: date) -> bool:
        """Whether the user may do this on this day; pages hide by it, services refuse by `require`."""
        return permits(self.actor, act, on)


def begin_session(reader: Reader, user: str, slot_versions: Mapping[str, int]) -> Session:
    """The session of a user whose password has just opened the journal.

    Raises:
        DeskError: ``login.user_gone`` when he is not (or no longer) a user of this desk, ``key.slots_older`` when the slot file is
            older than the journal, ``store.no_desk`` when the journal has no first event.
    """
    desk = reader.desk()
    if desk is None:
        raise DeskError("store.no_desk")
    for holder, version in reader.slot_versions().items():
        if holder in slot_versions and slot_versions[holder] < version:
            raise DeskError("key.slots_older")
    row = reader.user(user)
    if row is None or not row.active:
        raise DeskError("login.user_gone", "user")
    return Session(actor_of(reader, row), row.name, desk)


def actor_of(reader: Reader, row: UserRow) -> Actor:
    """The rights of a user as the journal has them: the clearance ends as he was enrolled, or by the register of people before that."""
    enrolled = date.fromisoformat(row.clearance_until) if row.clearance_until else None
    entries = (entry.values for entry in reader.register_rows(PEOPLE)) if enrolled else ()
    until = clearance_until(entries, row.user, enrolled)
    return Actor(row.user, frozenset(Role(role) for role in row.roles), until)
