"""Passwords of the people of a desk: what a new one must be like today, changing one's own, and what the journal must know of it.

The slot is written before its event: a slot that is newer than the journal says opens the desk, an older one never does. So a change that
was cut off between the two leaves the new password, and the next log-in tells the journal. This module must not know how keys are wrapped.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.session_book import READS_ONLY
from kt1desk.services.sessions import Session

CHARS_MIN, CHARS_MAX, KINDS_MIN = "password.chars_min", "password.chars_max", "password.kinds_min"
"""Keys of the settings."""
OLD = "old"
"""Field of the password that is to be changed."""


class KeySlots(Protocol):
    """The key slots beside the database."""

    def change(self, user: str, old: str, new: str) -> tuple[bytes, int]:
        """A new password for whoever knows the old one: the database key, and the slot's new version.

        Raises:
            DeskError: ``key.password_*`` with field ``password``; ``login.wrong_password``, ``login.wait``; ``key.*``, ``disk.*``.
        """

    def versions(self) -> Mapping[str, int]:
        """Version of each slot by its holder."""


def password_policy(reference: ReferenceData, on: date) -> PasswordPolicy:
    """What a password that is chosen on a day must be like.

    Raises:
        DeskError: ``reference.setting_missing``.
    """
    return PasswordPolicy(
        least_chars=reference.setting_int(CHARS_MIN, on),
        most_chars=reference.setting_int(CHARS_MAX, on),
        least_kinds=reference.setting_int(KINDS_MIN, on),
    )


def change_password(slots: KeySlots, user: str, old: str, new: str) -> tuple[bytes, int]:
    """Change a slot; a refusal of the old password names the field ``old``.

    Raises:
        DeskError: as `KeySlots.change`, but ``key.old_password_wrong`` for a wrong old password.
    """
    try:
        return slots.change(user, old, new)
    except DeskError as error:
        if error.code == "login.wrong_password":
            raise DeskError("key.old_password_wrong", OLD) from error
        if error.code == "login.wait":
            raise DeskError("login.wait", OLD, **error.details) from error
        raise


def note_slot(journal: Journal, user: str, version: int, holder: str = "") -> None:
    """Tell the journal of a slot where it does not know that version yet: a change may have been cut off before this.

    A desk that may only be looked at writes nothing; the slot counts there all the same.

    Args:
        journal: of the desk.
        user: who wrote the slot, or has just opened it.
        version: of the slot.
        holder: whose slot, where it is not his own.

    Raises:
        DeskError: ``disk.*``, ``store.*``.
    """
    try:
        with journal.work() as work:
            if work.slot_versions().get(holder or user, 0) >= version:
                return
            work.append(KeySlotWritten(holder or user, version), Appending(user))
            work.commit()
    except DeskError as error:
        if error.code != READS_ONLY:
            raise


class Passwords:
    """Changing one's own password while one works."""

    def __init__(self, journal: Journal, slots: KeySlots, clock: Clock) -> None:
        self._journal = journal
        self._slots = slots
        self._clock = clock

    def change(self, session: Session, old: str, new: str) -> None:
        """Give the user of the session a new password.

        Raises:
            DeskError: ``user.not_allowed``; ``key.password_*`` with field ``password``; ``key.old_password_wrong`` and ``login.wait`` with
                field ``old``; ``key.password_unrecorded`` where the new password opens but the journal could not be told; ``disk.*``.
        """
        user = session.actor.user_id
        with self._journal.read() as reader:
            require_now(session, Act.CHANGE_OWN_PASSWORD, reader.open_shift(), self._clock)
        _, version = change_password(self._slots, user, old, new)
        try:
            note_slot(self._journal, user, version)
        except DeskError as error:
            raise DeskError("key.password_unrecorded") from error
