"""The log-in, on the real keys and the real store, which are loaded behind its page.

This module must not know any screen; it implements what the log-in page says it needs.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace
from kt1desk.config import program_words
from kt1desk.store.shift_mark import ShiftMark

if TYPE_CHECKING:  # the page stands before these are loaded
    from kt1desk.app.desk import OpenDesk
    from kt1desk.app.works import Works
    from kt1desk.domain.passwords import PasswordPolicy
    from kt1desk.services.sessions import Session

_NO_BREAK = "\u00a0"


class Loading(Protocol):
    """How the slow parts come: `kt1desk.app.later` is one."""

    def works_in(self, place: DeskPlace) -> Works:
        """What works in a place."""

    def users_in(self, place: DeskPlace) -> list[str]:
        """Who has a key slot there."""


class LoginDoor:
    """Implements `kt1desk.desktop.needs.LoginNeeds`: whoever opens it leaves the open desk behind.

    It is asked in the one thread of the store, one thing after another, so that nothing is loaded twice.
    """

    def __init__(self, place: DeskPlace, loading: Loading) -> None:
        self._place = place
        self._loading = loading
        self._works: Works | None = None
        self.opened: OpenDesk | None = None

    def works(self) -> Works:
        """What works in the place; loaded by whoever asks first."""
        if self._works is None:
            self._works = self._loading.works_in(self._place)
        return self._works

    @property
    def has_desk(self) -> bool:
        """Whether a whole desk lies here now."""
        return self._place.has_desk

    def user_ids(self) -> Sequence[str]:
        """See the port."""
        return self._loading.users_in(self._place)

    def log_in(self, user: str, password: str) -> Session:
        """See the port."""
        return self.take(lambda: self.works().opener.open(user, password))

    def policy(self) -> PasswordPolicy:
        """What a new password must be like today."""
        return self.works().policy()

    def log_in_changing(self, user: str, old: str, new: str) -> Session:
        """See `kt1desk.desktop.needs.passwords.OwnPasswordNeeds`."""
        return self.take(lambda: self.works().opener.open_changing(user, old, new))

    def take(self, opening: Callable[[], OpenDesk]) -> Session:
        """Close what is open, open this desk and leave it behind; the mark of an open shift is what its journal says.

        Raises:
            DeskError: whatever opening it refuses; nothing is open then.
        """
        if self.opened is not None:
            self.opened.close()
            self.opened = None
        self.opened = opened = opening()
        ShiftMark(self._place.folder.open_shift).follow(is_open=opened.shifts.current() is not None)
        return opened.session

    def hint(self) -> str:
        """The password of the invented users and what each of them is, on a desk that has nothing else."""
        if not self._place.is_sample:
            return ""
        roles = self.works().sample_roles()
        people = [f"{user} ({roles[user]})" for user in self.user_ids() if user in roles]
        whole = " · ".join(each.replace(" ", _NO_BREAK) for each in people)
        return f"Bàn dùng thử với số liệu đặt ra. Mật khẩu của mọi người dùng: {TRIAL_PASSWORD}\n{whole}"

    def train(self) -> None:
        """Begin the training desk beside this one, in a program of its own that outlives this one (`kt1desk.app.training`)."""
        subprocess.Popen(  # noqa: S603  this program itself
            (*program_words(), "training", "--data-dir", str(self._place.folder.root)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
