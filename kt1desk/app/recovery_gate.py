"""The gate of the printed code, on the real keys and the real store.

The door holds the store open between the steps; the page is asked in the one thread of the store. Neither must know how keys are wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QApplication

from kt1desk.app.code_printing import print_code
from kt1desk.app.idle import SHORTEST_MIN
from kt1desk.app.login import LoginDoor
from kt1desk.desktop.absence import AbsenceWatch
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.passwords import Recoverable
from kt1desk.desktop.pages.recovery import RecoveryPage
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.services.recovery import Recovery
from kt1desk.services.sessions import Session
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_dropping import catch_up
from kt1desk.store.keys import new_recovery_code


@dataclass
class _Proved:
    """A store that the code opened, and how far its new password has come. Never shown by ``repr``."""

    store: DeskStore
    dek: bytes
    recovery: Recovery
    user: str = ""
    code: str = ""

    def __repr__(self) -> str:
        """Nothing secret."""
        return "_Proved(…)"


class RecoveryDoor:
    """Implements `kt1desk.desktop.needs.passwords.RecoveryNeeds`: at the end the open desk is left with the log-in's door."""

    def __init__(self, login: LoginDoor) -> None:
        self._login = login
        self._proved: _Proved | None = None

    def policy(self) -> PasswordPolicy:
        """See the port."""
        return self._login.policy()

    def prove_code(self, typed: str) -> Sequence[Recoverable]:
        """See the port."""
        self.close()
        works = self._login.works()
        dek = works.keys.unlock_recovery(typed)
        store = works.opener.opened_store(dek)
        try:
            recovery = Recovery(store, works.keys, dek)
            people = recovery.people()
            recovery.begin()
            with store.read() as reader:
                versions = reader.slot_versions()
            catch_up(works.place.folder, versions)
        except BaseException:
            store.close()
            raise
        self._proved = _Proved(store, dek, recovery)
        return [Recoverable(row.user, row.name) for row in people]

    def set_password(self, user: str, password: str) -> str:
        """See the port."""
        proved = self._at_work()
        proved.recovery.set_password(user, password)
        proved.user, proved.code = user, new_recovery_code()
        return proved.code

    def print_code(self, code: str) -> str:
        """See the port."""
        proved, works = self._at_work(), self._login.works()
        return print_code(proved.store, works.place, works.clock, code)

    def finish(self) -> Session:
        """See the port."""
        proved = self._at_work()
        proved.recovery.renew_code(proved.user, proved.code)
        self.close()
        opener = self._login.works().opener
        return self._login.take(lambda: opener.open_recovered(proved.dek, proved.user))

    def close(self) -> None:
        """Let the store go; what was done stands."""
        if self._proved is not None:
            self._proved.store.close()
        self._proved = None

    def _at_work(self) -> _Proved:
        if self._proved is None:
            raise DeskError("key.recovery_code_wrong", "recovery_code")
        return self._proved


class RecoveryGate:
    """Holds the page and its door. Nobody may sit before it any more: it is left for the log-in, and the store is let go.

    Args:
        login: the log-in's door.
        jobs: the threads.
        idle_ms: how long nothing may be touched: who is in is not known yet, so it is the time of administrators.
    """

    def __init__(self, login: LoginDoor, jobs: Jobs, idle_ms: int = SHORTEST_MIN * 60_000) -> None:
        self._jobs = jobs
        self._door = RecoveryDoor(login)
        self.page = RecoveryPage(self._door, jobs)
        app = cast(QApplication, QApplication.instance())
        self.absence = AbsenceWatch(app, login.works().clock, idle_ms)
        self.absence.away.connect(self.page.give_up)
        self.page.logged_in.connect(lambda _: self.absence.end())  # from now on the desk has its own

    def leave(self) -> None:
        """Nobody goes on here: the store is let go, after whatever is still being done with it."""
        self.absence.end()
        self._jobs.run(self._door.close, lambda _: None, lambda _: None)
