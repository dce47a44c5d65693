"""The people of a desk after its first day: who of them may handle KT1, as the province's signed desk file says, and who has a password.

Users come from a table (`kt1desk.services.import_staff`), which gives neither. This module must not know files, keys or how passwords are
kept: what a desk file says is handed in, and that a key slot was written is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KeySlotWritten, UserEnrolled
from kt1desk.domain.permissions import Act, Role
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.rows import UserRow
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class ClearedUsers:
    """What became of the clearances of a desk file.

    Attributes:
        changed: user and last day of those who have another clearance than before; None where it was taken away.
        unknown: users that the file names and this desk does not have.
    """

    changed: tuple[tuple[str, date | None], ...]
    unknown: tuple[str, ...] = field(default=())


class Staff:
    """The use cases of whoever keeps the users of a desk."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def clear(self, session: Session, cleared: Mapping[str, date]) -> ClearedUsers:
        """Give every user the clearance that the desk file says, and take it from whoever is not in it.

        Raises:
            DeskError: ``user.not_allowed``; ``disk.*``.
        """
        changed: list[tuple[str, date | None]] = []
        with self._journal.work() as work:
            require_now(session, Act.MANAGE_USERS, work.open_shift(), self._clock)
            users = {row.user: row for row in work.users()}
            for row in users.values():
                until = cleared.get(row.user)
                said = until.isoformat() if until else ""
                if said == row.clearance_until or not row.active:
                    continue
                how = Appending(session.actor.user_id, particulars={"person": {"name": row.name}})
                work.append(UserEnrolled(row.user, row.roles, said), how)
                changed.append((row.user, until))
            if changed:
                work.commit()
        return ClearedUsers(tuple(changed), tuple(sorted(cleared.keys() - users.keys())))

    def check_password_for(self, session: Session, user: str) -> None:
        """Refuse whoever may not give this user a password: a head none to an administrator, who is above him.

        Raises:
            DeskError: ``user.not_allowed``, ``user.unknown``, ``user.above``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.MANAGE_USERS, reader.open_shift(), self._clock)
            row = _known(reader, user)
            actor = session.actor
            if Role.ADMINISTRATOR.value in row.roles and Role.ADMINISTRATOR not in actor.roles:
                raise DeskError("user.above", "user", user=actor.user_id, act=Act.MANAGE_USERS.value)

    def password_written(self, session: Session, user: str, version: int) -> None:
        """His key slot was written in this version; an older file of slots counts no more.

        Raises:
            DeskError: as `check_password_for`; ``disk.*``.
        """
        self.check_password_for(session, user)
        with self._journal.work() as work:
            work.append(KeySlotWritten(user, version), Appending(session.actor.user_id))
            work.commit()


def _known(reader: Reader, user: str) -> UserRow:
    row = reader.user(user)
    if row is None or not row.active:
        raise DeskError("user.unknown", "user", user=user)
    return row
