"""Getting in again by the printed code: whose password is set anew, and that the code is void afterwards.

The order is what keeps the desk from being shut for ever: first the user's new password, then, once the new code has been copied and proved
by hand, the slot of the new code. Until then the old code opens; from then on it opens nothing. Killed at any step the desk has a password
or a code that somebody knows. This module must not know how keys are wrapped nor where the code comes from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.domain.sessions import Proof
from kt1desk.services.passwords import note_slot
from kt1desk.services.ports import Journal, Reader
from kt1desk.services.rows import UserRow
from kt1desk.services.session_book import SessionBook
from kt1desk.services.sessions import RECOVERY

MAY_RECOVER = frozenset({Role.ADMINISTRATOR.value, Role.HEAD.value})
"""Whoever may give the others their passwords again. All others are given one by him: the code is not for them."""


class RecoverySlots(Protocol):
    """The key slots beside the database."""

    def write_slot(self, user: str, password: str, dek: bytes, *, after: int = 0) -> int:
        """Give a user a password; the slot's version, newer than ``after``.

        Raises:
            DeskError: ``key.password_*`` with field ``password``; ``key.*``, ``disk.*``.
        """

    def write_recovery(self, dek: bytes, code: str, after: int = 0) -> int:
        """From now on this code opens, and the old one nothing; the slot's version.

        Raises:
            DeskError: ``key.*``, ``disk.*``.
        """


class Recovery:
    """The desk of somebody who has proved himself by the code.

    Args:
        journal: of the desk that the code opened.
        slots: beside it.
        dek: the database key that the code gave.
    """

    def __init__(self, journal: Journal, slots: RecoverySlots, dek: bytes) -> None:
        self._journal = journal
        self._slots = slots
        self._dek = dek

    def begin(self) -> None:
        """Write that the printed code opened the desk: before anything is changed by it, and whether or not anything is.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        SessionBook(self._journal, RECOVERY).opened(Proof.RECOVERY, 0)

    def people(self) -> Sequence[UserRow]:
        """Who may be given a new password by the code.

        Raises:
            DeskError: ``key.recovery_nobody``; ``disk.*``.
        """
        with self._journal.read() as reader:
            found = _recoverable(reader)
        if not found:
            raise DeskError("key.recovery_nobody", "user")
        return found

    def set_password(self, user: str, password: str) -> None:
        """Give him a new password, his own: he typed it.

        Raises:
            DeskError: ``key.recovery_for_others`` with field ``user``; ``key.password_*`` with field ``password``; ``disk.*``.
        """
        if user not in {row.user for row in self.people()}:
            raise DeskError("key.recovery_for_others", "user")
        version = self._slots.write_slot(user, password, self._dek, after=self._known(user))
        note_slot(self._journal, user, version)

    def renew_code(self, user: str, code: str) -> None:
        """The new code was copied and proved: from now on it opens, the old one nothing.

        Raises:
            DeskError: ``disk.*``, ``key.*``.
        """
        version = self._slots.write_recovery(self._dek, code, self._known(RECOVERY))
        note_slot(self._journal, user, version, RECOVERY)

    def _known(self, holder: str) -> int:
        with self._journal.read() as reader:
            return reader.slot_versions().get(holder, 0)


def _recoverable(reader: Reader) -> Sequence[UserRow]:
    return [row for row in reader.users() if row.active and not MAY_RECOVER.isdisjoint(row.roles)]
