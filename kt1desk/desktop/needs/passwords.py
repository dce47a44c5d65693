"""What the pages need where a password is chosen: one's own, one that somebody else gave, and by the printed code.

Their fields: ``old``, ``password``, ``user``, ``recovery_code``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.domain.passwords import PasswordPolicy
    from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """What a new password of this user must be like today."""

    user: str
    policy: PasswordPolicy


class PasswordNeeds(Protocol):
    """What the page of one's own password needs."""

    def password_rules(self) -> PasswordRules:
        """Whose password, and what it must be like."""

    def change_password(self, old: str, new: str) -> None:
        """Change it.

        Raises:
            DeskError: with field ``old`` or ``password``; ``key.*``, ``disk.*``.
        """


class OwnPasswordNeeds(Protocol):
    """What the gate needs for whoever was given a password by somebody else."""

    def policy(self) -> PasswordPolicy:
        """What a new password must be like."""

    def log_in_changing(self, user: str, old: str, new: str) -> Session:
        """Open the store for a user who has a password of his own from now on.

        Raises:
            DeskError: ``key.password_*`` with field ``password``; otherwise as `LoginNeeds.log_in`.
        """


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Somebody whose password may be set anew by the code. The name is never shown by ``repr``."""

    user: str
    name: str

    def __repr__(self) -> str:
        """Nothing of a person."""
        return f"Recoverable({self.user})"


class RecoveryNeeds(Protocol):
    """What the gate of the printed code needs. Its methods are called in this order."""

    def policy(self) -> PasswordPolicy:
        """What a new password must be like."""

    def prove_code(self, typed: str) -> Sequence[Recoverable]:
        """Open the store by the code; who may be given a new password.

        Raises:
            DeskError: ``key.recovery_code_*`` with field ``recovery_code``; ``key.recovery_nobody``; ``store.*``, ``key.*``, ``disk.*``.
        """

    def set_password(self, user: str, password: str) -> str:
        """Give him this password; returns a new code, to be copied. The old one opens until `finish`.

        Raises:
            DeskError: with field ``user`` or ``password``; ``disk.*``.
        """

    def print_code(self, code: str) -> str:
        """Print the new code at a printer on a cable of this machine; a sentence that says where to look. Nothing of it is kept.

        Raises:
            DeskError: ``key.code_no_printer``, ``key.code_not_printed``, ``printer.paper_too_small``.
        """

    def finish(self) -> Session:
        """The new code was copied and proved: the old one is void, and the desk opens.

        Raises:
            DeskError: ``disk.*``; what opening a desk refuses.
        """
