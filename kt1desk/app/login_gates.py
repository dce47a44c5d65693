"""Which gate stands in front of a desk: the log-in, the printed code, a password of one's own, or a backup to lay it out from.

This module must not know what is behind them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.pages.login import LoginPage

if TYPE_CHECKING:  # the log-in page stands before these are loaded
    from kt1desk.app.recovery_gate import RecoveryGate
    from kt1desk.desktop.main_window import MainWindow
    from kt1desk.desktop.pages.restore import RestorePage
    from kt1desk.services.sessions import Session


class LoginGates:
    """Makes the gates and changes one for another.

    Args:
        login: the door behind them.
        jobs: the threads.
        window: the main window, which shows whatever comes after the first log-in page.
        let_in: what is done for whoever got in.
    """

    def __init__(
        self,
        login: LoginDoor,
        jobs: Jobs,
        window: Callable[[], MainWindow],
        let_in: Callable[[Session], None],
    ) -> None:
        self._login = login
        self._jobs = jobs
        self._window = window
        self._let_in = let_in
        self._recovery: RecoveryGate | None = None
        self._restore: RestorePage | None = None

    def login_page(self) -> LoginPage:
        """A log-in page, not shown yet."""
        page = LoginPage(self._login, self._jobs)
        page.logged_in.connect(self._let_in)
        page.recovery_wanted.connect(self._show_recovery)
        page.own_password_wanted.connect(self._show_own_password)
        page.restore_wanted.connect(lambda: self.show_restore(self.show_login))
        return page

    def show_restore(self, back: Callable[[], None]) -> None:
        """Bring the gate of a backup to the front; whoever leaves it before there is a desk goes ``back``."""
        self.leave()
        self._restore = page = later.restore_gate(self._login, self._jobs).page
        page.logged_in.connect(self._let_in)
        page.left.connect(lambda: self.show_login() if self._login.has_desk else back())
        self._window().show_gate(page)

    def is_laying_out(self) -> bool:
        """Whether a desk is being laid out from a backup just now."""
        return self._restore is not None and self._restore.is_making

    def show_login(self, user: str = "") -> None:
        """Bring the log-in to the front, with this user on it."""
        self.leave()
        page = self.login_page()
        self._window().show_gate(page)
        page.entered(user)

    def leave(self) -> None:
        """What the printed code opened is let go."""
        if self._recovery is not None:
            self._recovery.leave()
        self._recovery = None

    def _show_recovery(self) -> None:
        self.leave()
        self._recovery = later.recovery_gate(self._login, self._jobs)
        page = self._recovery.page
        page.logged_in.connect(self._let_in)
        page.left.connect(self.show_login)
        self._window().show_gate(page)

    def _show_own_password(self, user: str, given: str) -> None:
        page = later.own_password_page(self._login, self._jobs, (user, given))
        page.logged_in.connect(self._let_in)
        page.left.connect(self.show_login)
        self._window().show_gate(page)
