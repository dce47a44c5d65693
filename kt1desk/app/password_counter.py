"""The counter of one's own password.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk, policy_of_today
from kt1desk.desktop.needs.passwords import PasswordRules
from kt1desk.services.passwords import Passwords
from kt1desk.store.keys import KeyRing


class PasswordCounter:
    """Implements `kt1desk.desktop.needs.passwords.PasswordNeeds`."""

    def __init__(self, desk: OpenDesk, keys: KeyRing) -> None:
        self._desk = desk
        self._passwords = Passwords(desk.store, keys, desk.clock)

    def password_rules(self) -> PasswordRules:
        """See the port."""
        return PasswordRules(self._desk.session.actor.user_id, policy_of_today(self._desk.clock))

    def change_password(self, old: str, new: str) -> None:
        """See the port."""
        self._passwords.change(self._desk.session, old, new)
