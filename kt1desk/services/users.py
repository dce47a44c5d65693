"""The users of a desk: who they are, what they may do, when they were here last, and who may change that.

Only the journal says who may log in. A head of the point manages everybody but administrators, who are above him; nobody takes his own
rights away, and somebody who can manage users always stays. This module must not know keys or files: that a key slot is gone is told by its
version (`kt1desk.store.key_dropping`), so that an older file of slots that is put back opens the desk for nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KeySlotWritten, UserEnrolled, UserRevoked
from kt1desk.domain.permissions import Act, Role, may
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.rights import require_now
from kt1desk.services.rows import UserRow
from kt1desk.services.sessions import Session
from kt1desk.services.set_up import NewUser

IDLE_DAYS = 45
"""TCVN 14423:2026, 5.6: an account that was not used so long is shut. Here it is proposed to whoever manages users: at a point with one
person nobody would be left to open it again."""
_DAY_MS = round(timedelta(days=1).total_seconds() * 1000)


class Why(StrEnum):
    """Why a user may not log in any more; `UserRevoked.why`."""

    LEFT = "left"
    MOVED = "moved"
    SUSPENDED = "suspended"
    IDLE = "idle"
    CENTRE = "centre"


HERE = (Why.LEFT, Why.MOVED, Why.SUSPENDED, Why.IDLE)
"""The reasons that somebody at the desk may give."""


@dataclass(frozen=True, slots=True)
class KnownUser:
    """A user of the desk.

    Attributes:
        row: as the journal knows him; ``active`` says whether he may log in.
        has_slot: whether a password was set for him.
        last_ms: when he began to work here last, 0 for never.
        idle: not for so long that he should be revoked.
    """

    row: UserRow = field(repr=False)
    has_slot: bool
    last_ms: int
    idle: bool


class Users:
    """The use cases of whoever manages the users of a desk."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def known(self, session: Session, slots: Collection[str]) -> Sequence[KnownUser]:
        """Everybody who is or was a user here, whoever may log in first; ``slots`` are the holders of key slots.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            self._require(session, reader)
            rows, seen = reader.users(), reader.last_log_ins()
        rows = sorted(rows, key=lambda row: not row.active)  # stable: by name within
        return [self._known(row, seen.get(row.user, 0), has_slot=row.user in slots) for row in rows]

    def check_enrol(self, session: Session, user: NewUser) -> str:
        """Refuse what `enrol` would refuse; returns the id as he will type it.

        Raises:
            DeskError: as `enrol`, without ``disk.*``.
        """
        with self._journal.read() as reader:
            return self._may_enrol(session, reader, user).user

    def enrol(self, session: Session, user: NewUser) -> str:
        """A new user without clearance, which the province gives; returns the id that he logs in with, once he has a password.

        Raises:
            DeskError: ``user.not_allowed``, ``user.above``, ``user.twice``; ``user.id_shape``, ``user.no_role``, ``text.*``; ``disk.*``.
        """
        with self._journal.work() as work:
            new = self._may_enrol(session, work, user)
            write_enrolled(work, session.actor.user_id, UserRow(new.user, new.name, _codes(new.roles), ""))
            work.commit()
        return new.user

    def change_roles(self, session: Session, user: str, roles: Collection[Role]) -> None:
        """Give a user other roles; whoever was revoked may log in again with them, once he has a password.

        Raises:
            DeskError: ``user.not_allowed``, ``user.unknown``, ``user.above``, ``user.no_role``; ``user.own_rights`` for whoever would take
                his own right to manage users; ``user.last_manager``; ``disk.*``.
        """
        with self._journal.work() as work:
            self._require(session, work)
            row = _someone(work, user)
            if not roles:
                raise DeskError("user.no_role", "roles")
            _require_above(session, (*row.roles, *_codes(roles)))
            if not may(roles, Act.MANAGE_USERS):
                if user == session.actor.user_id:
                    raise DeskError("user.own_rights", "roles")
                _require_other_manager(work, row)
            if row.active and frozenset(row.roles) == frozenset(_codes(roles)):
                return
            # The clearance of whoever was revoked is gone: only the province gives one again.
            cleared = row.clearance_until if row.active else ""
            write_enrolled(work, session.actor.user_id, UserRow(row.user, row.name, _codes(roles), cleared))
            work.commit()

    def check_revoke(self, session: Session, user: str, why: Why) -> int:
        """Refuse what `revoke` would refuse; returns the version of the slot that is to open nothing any more.

        Raises:
            DeskError: as `revoke`, without ``disk.*``.
        """
        with self._journal.read() as reader:
            return self._may_revoke(session, reader, user, why)

    def revoke(self, session: Session, user: str, why: Why) -> None:
        """From now on this user does not log in. His key slot is dropped before: an older file of slots counts no more after this.

        Raises:
            DeskError: ``user.not_allowed``, ``user.unknown``, ``user.above``, ``code.unknown``; ``user.own_rights`` for oneself;
                ``user.last_manager``; ``disk.*``.
        """
        with self._journal.work() as work:
            version = self._may_revoke(session, work, user, why)
            write_revoked(work, session.actor.user_id, user, why, version)
            work.commit()

    def _may_enrol(self, session: Session, reader: Reader, user: NewUser) -> NewUser:
        self._require(session, reader)
        new = user.checked()
        _require_above(session, _codes(new.roles))
        if reader.user(new.user) is not None:
            raise DeskError("user.twice", "user")
        return new

    def _may_revoke(self, session: Session, reader: Reader, user: str, why: Why) -> int:
        self._require(session, reader)
        row = _someone(reader, user)
        if not row.active:
            raise DeskError("user.unknown", "user", user=user)
        if why not in HERE:
            raise DeskError("code.unknown", "why")
        if user == session.actor.user_id:
            raise DeskError("user.own_rights", "user")
        _require_above(session, row.roles)
        _require_other_manager(reader, row)
        return version_after(reader, user)

    def _require(self, session: Session, reader: Reader) -> None:
        require_now(session, Act.MANAGE_USERS, reader.open_shift(), self._clock)

    def _known(self, row: UserRow, last_ms: int, *, has_slot: bool) -> KnownUser:
        since_ms = self._clock.now().utc_ms - last_ms
        idle = row.active and has_slot and bool(last_ms) and since_ms > IDLE_DAYS * _DAY_MS
        return KnownUser(row, has_slot, last_ms, idle)


def version_after(reader: Reader, user: str) -> int:
    """The version that no slot of this user has had yet."""
    return reader.slot_versions().get(user, 0) + 1


def write_revoked(work: Work, actor: str, user: str, why: Why, version: int) -> None:
    """Write that a user may not log in any more, and that no slot of his below ``version`` counts."""
    work.append(UserRevoked(user, why.value), Appending(actor))
    work.append(KeySlotWritten(user, version), Appending(actor))


def write_enrolled(work: Work, actor: str, row: UserRow) -> None:
    """Write that this user may log in, once he has a password, with these roles and this clearance."""
    fact = UserEnrolled(row.user, row.roles, row.clearance_until)
    work.append(fact, Appending(actor, particulars={"person": {"name": row.name}}))


def can_manage(rows: Iterable[UserRow], holders: Collection[str]) -> list[str]:
    """Who of them may log in, has a password and may manage users."""
    return [
        row.user
        for row in rows
        if row.active and row.user in holders and may(map(Role, row.roles), Act.MANAGE_USERS)
    ]


def _someone(reader: Reader, user: str) -> UserRow:
    row = reader.user(user)
    if row is None:
        raise DeskError("user.unknown", "user", user=user)
    return row


def _require_above(session: Session, roles: Iterable[str]) -> None:
    if Role.ADMINISTRATOR.value in roles and Role.ADMINISTRATOR not in session.actor.roles:
        raise DeskError("user.above", "user", user=session.actor.user_id, act=Act.MANAGE_USERS.value)


def _require_other_manager(reader: Reader, row: UserRow) -> None:
    """Somebody else who can manage users has to stay."""
    left = [user for user in can_manage(reader.users(), reader.slot_versions()) if user != row.user]
    if not left:
        raise DeskError("user.last_manager", "user")


def _codes(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(sorted(role.value for role in roles))
