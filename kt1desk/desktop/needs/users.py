"""What the page «Người dùng» needs: who may log in at this desk, and the acts of whoever manages them.

Fields of refusals: ``name``, ``user``, ``roles``, ``why``, ``password`` (of the user), ``own`` (of whoever does it).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.window import Tone


@dataclass(frozen=True, slots=True)
class UserLine:
    """A user, in words.

    Attributes:
        user: what he types to log in.
        roles: their codes; ``roles_text`` in words.
        cleared: last day of his clearance for KT1, "" without one.
        last: when he was here last, "" for never.
        state, tone: whether he may log in.
        advice: what whoever manages users should do about him, "" for nothing.
        active: whether he may log in, once he has a password.
        has_password: whether he has one.
    """

    user: str
    name: str = field(repr=False)
    roles: tuple[str, ...]
    roles_text: str
    cleared: str
    last: str
    state: str
    tone: Tone
    advice: str
    active: bool
    has_password: bool


@dataclass(frozen=True, slots=True)
class UsersView:
    """Everybody, and what the centre last said of them.

    Attributes:
        lines: everybody.
        centre: what its list says, or why it is not followed; "" where none came.
        waits: whether somebody must do something before it is followed.
    """

    lines: tuple[UserLine, ...] = field(repr=False)
    centre: str
    waits: bool = False


@dataclass(frozen=True, slots=True)
class UserForm:
    """What was typed of a new user."""

    user: str
    name: str = field(repr=False)
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passwords:
    """The password that a user gets, which its owner changes when he logs in, and that of whoever gives it."""

    password: str = field(repr=False)
    own: str = field(repr=False)


class UsersNeeds(Protocol):
    """What the page needs."""

    def users(self) -> UsersView:
        """Everybody who is or was a user here.

        Raises:
            DeskError: ``user.not_allowed`` for whoever does not manage users.
        """

    def roles(self) -> Sequence[Choice]:
        """Every role there is."""

    def reasons(self) -> Sequence[Choice]:
        """Why somebody may log in no more."""

    def enrol(self, form: UserForm, passwords: Passwords) -> None:
        """A new user with his first password.

        Raises:
            DeskError: ``user.*``, ``text.*``, ``key.password_*``; ``login.wrong_password``, ``login.wait`` of whoever does it.
        """

    def change_roles(self, user: str, roles: Collection[str]) -> None:
        """Other roles; whoever was revoked works here again with them.

        Raises:
            DeskError: ``user.*``.
        """

    def give_password(self, user: str, passwords: Passwords) -> None:
        """A new password.

        Raises:
            DeskError: as `enrol`.
        """

    def revoke(self, user: str, why: str) -> int:
        """He may log in no more. Returns about how many seconds the machine makes a new database key at the log-off.

        Raises:
            DeskError: ``user.*``, ``code.unknown``.
        """
