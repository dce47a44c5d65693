"""The log-in, on the real keys and the real store, which are loaded behind its page.

This module must not know any screen; it implements what the log-in page says it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kt1desk.app import later
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace

if TYPE_CHECKING:  # the page stands before these are loaded
    from kt1desk.app.desk import OpenDesk
    from kt1desk.app.works import Works
    from kt1desk.services.sessions import Session

_NO_BREAK = "\u00a0"


class LoginDoor:
    """Implements `kt1desk.desktop.needs.LoginNeeds`: whoever opens it leaves the open desk behind.

    It is asked in the one thread of the store, one thing after another, so that nothing is loaded twice.
    """

    def __init__(self, place: DeskPlace) -> None:
        self._place = place
        self._works: Works | None = None
        self.opened: OpenDesk | None = None

    def works(self) -> Works:
        """What works in the place; loaded by whoever asks first."""
        if self._works is None:
            self._works = later.works_in(self._place)
        return self._works

    def user_ids(self) -> Sequence[str]:
        """See the port."""
        return later.users_in(self._place)

    def log_in(self, user: str, password: str) -> Session:
        """See the port."""
        if self.opened is not None:
            self.opened.close()
        self.opened = self.works().opener.open(user, password)
        return self.opened.session

    def hint(self) -> str:
        """The password of the invented users and what each of them is, on a desk that has nothing else."""
        if not self._place.is_sample:
            return ""
        roles = self.works().sample_roles()
        people = [f"{user} ({roles[user]})" for user in self.user_ids() if user in roles]
        whole = " · ".join(each.replace(" ", _NO_BREAK) for each in people)
        return f"Bàn dùng thử với số liệu đặt ra. Mật khẩu của mọi người dùng: {TRIAL_PASSWORD}\n{whole}"
